"""The tables of who states what: claims, disputes, wordings, links, corrections."""

from helpers.model.columns import (
    CONFIDENCE,
    RULE,
    STATUSES,
    VOICES,
    Column,
    Table,
    article_columns,
    choice_column,
    span_columns,
    text_column,
)

CLAIMS = Table(
    name="claims",
    title="Claims",
    meaning="Everything that somebody states: a source in the text, or the newsroom itself.",
    key="claim_id",
    warning="A claim is what was said, not what is so; its status is that of the saying.",
    spans=("", "source_", "cue_"),
    columns=(
        text_column("claim_id", "Permanent id, from the content and its cue or source.", required=True),
        *article_columns(),
        *span_columns(what="the content alone (no cue, no source, no outer quotation marks)"),
        text_column("more_spans", "The other pieces of a split content, as start-end|start-end."),
        choice_column("voice", "Who vouches: a source in the text, or the newsroom.", VOICES),
        text_column("source_text", "The source as the text names it."),
        Column("source_start_char", "integer", "Where the source begins."),
        Column("source_end_char", "integer", "Where the source ends, not included."),
        text_column("source_id", "The actor, after resolving pronouns and roles; empty where unknown.",
                    refers_to="actors.actor_id"),
        text_column("cue_text", "The word that announces the content."),
        Column("cue_start_char", "integer", "Where the cue begins."),
        Column("cue_end_char", "integer", "Where the cue ends, not included."),
        choice_column("kind", "How the content is given.", "direct | indirect | mixed | narrated"),
        choice_column(
            "stance", "What the source does with the content, or, where that is nothing but a denial, by it.",
            "asserts | denies | confirms | questions",
        ),
        choice_column(
            "polarity", "Whether the content itself says yes or no; positive where its no is the source's denial.",
            "positive | negative",
        ),
        choice_column(
            "certainty", "How sure the source, or the newsroom in its own words, says to be.",
            "certain | probable | possible",
        ),
        choice_column("verification", "What the newsroom says of checking it.", "none | unverified | verified"),
        choice_column("status", "Derived: the first that applies of stance, certainty, verification.", STATUSES),
        text_column("channel", "Where it was said (Telegram, video, ...), where the sentence says so."),
        text_column("within_claim_id", "The claim that reports this one.", refers_to="claims.claim_id"),
        text_column("responds_to_claim_id", "The claim that this one denies or confirms.", refers_to="claims.claim_id"),
        text_column("said_time_id", "When it was said, where the text says so.", refers_to="times.time_id"),
        CONFIDENCE,
        RULE,
    ),
)

DISPUTES = Table(
    name="disputes",
    title="Disputes",
    meaning="One row a claim that answers a question of the codebook. Positions stand side by side; none wins.",
    key="dispute_id",
    warning="A question is contested once two positions are held; counting rows does not settle it.",
    columns=(
        text_column("dispute_id", "Permanent id.", required=True),
        text_column("question_id", "Question of the codebook.", required=True),
        text_column("position_id", "Position of the codebook.", required=True),
        text_column("claim_id", "The claim that takes it.", required=True, refers_to="claims.claim_id"),
        choice_column("voice", "Who vouches.", VOICES),
        text_column("actor_id", "Who holds the position, where known.", refers_to="actors.actor_id"),
        *article_columns(sentence=False),
        RULE,
    ),
)

WORDINGS = Table(
    name="wordings",
    title="Wordings",
    meaning="Who calls whom or what by which word.",
    key="wording_id",
    warning="in_quotes keeps a distance only in the newsroom's own sentence: direct speech has marks of its own.",
    spans=("",),
    columns=(
        text_column("wording_id", "Permanent id.", required=True),
        *article_columns(),
        *span_columns(what="the word"),
        text_column("referent_id", "Whom or what it names, from the codebook.", required=True),
        text_column("term_id", "The term of the codebook that the word is a form of.", required=True),
        choice_column("voice", "Who uses the word.", VOICES),
        text_column("actor_id", "The source that uses it, where known.", refers_to="actors.actor_id"),
        Column("in_quotes", "boolean", "True where the word stands between quotation marks.", required=True),
        RULE,
    ),
)

LINKS = Table(
    name="links",
    title="Links",
    meaning="Two rows that belong together; linked rows stay apart.",
    key="link_id",
    columns=(
        text_column("link_id", "Permanent id.", required=True),
        choice_column("link_type", "How they belong together.",
                      "same_event | near_duplicate | repeats | softens | retracts | raises | lowers"),
        text_column("from_id", "The earlier row.", required=True),
        text_column("to_id", "The later row.", required=True),
        text_column("basis", "The evidence for the link, in words.", required=True),
        RULE,
    ),
)

CORRECTIONS = Table(
    name="corrections",
    title="Corrections",
    meaning="What a person accepted, corrected or rejected; laid over the machine's rows, never written into them.",
    key="correction_id",
    columns=(
        text_column("correction_id", "Permanent id.", required=True),
        text_column("table", "The table of the row.", required=True),
        text_column("row_id", "The row.", required=True),
        text_column("column", "The column, empty where the whole row is meant."),
        text_column("machine_value", "What the machine wrote."),
        text_column("corrected_value", "What the person puts in its place."),
        choice_column("decision", "What the person decided.", "accepted | corrected | rejected"),
        text_column("reason", "Why, in the person's words."),
        text_column("coder", "Who: a pseudonym."),
        Column("made_on", "date", "When.", required=True),
        text_column("anchor", "The exact text with what stands before and after it, as JSON."),
        choice_column("anchor_status", "Whether the anchor is still in the article's text.",
                      "FOUND | AMBIGUOUS | ORPHANED"),
    ),
)

STATEMENT_TABLES = (CLAIMS, DISPUTES, WORDINGS, LINKS, CORRECTIONS)
