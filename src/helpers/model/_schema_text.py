"""The tables of the text itself: articles, sentences, quotes, unread."""

from helpers.model.columns import (
    RULE,
    Column,
    Table,
    article_columns,
    choice_column,
    span_columns,
    text_column,
)

ARTICLES = Table(
    name="articles",
    title="Articles",
    meaning="One row an article, also where its text is not here.",
    key="article_id",
    warning="Without published_on no relative date has a value. Show notice wherever a row of the article is shown.",
    columns=(
        text_column("article_id", "Slug of the file name; permanent.", required=True),
        text_column("title", "Headline, as the card or else the text has it."),
        text_column("publisher", "Who printed it; not the source of any statement in it."),
        Column("published_on", "date", "Day of publication, on which relative dates rest."),
        choice_column("published_basis", "Where published_on comes from.", "stated | inferred | missing"),
        text_column("language", "ISO 639-1 code, stated by the card or recognised."),
        text_column("licence", "Terms under which the text may be used."),
        choice_column("text_rights", "What an exported page may show of the text.", "full | quotes | none"),
        text_column("notice", "Sentence to be shown wherever a row of the article is shown."),
        text_column("title_nl", "What a Dutch page calls the article, where the title is none that was printed."),
        text_column("notice_nl", "The notice in Dutch, for a Dutch page."),
        text_column("url", "Where the article was published."),
        text_column("file_name", "The file in the seeds folder.", required=True),
        text_column("sha256", "Hash of the normalised text as UTF-8."),
        Column("n_chars", "integer", "Length of the normalised text, in code points."),
        Column("n_sentences", "integer", "Number of sentences, titles and headings."),
        Column("has_text", "boolean", "False where the text is not here: only its card (n_sentences is empty), or its "
               "rows without a word of it.", required=True),
    ),
)

SENTENCES = Table(
    name="sentences",
    title="Sentences",
    meaning="Every sentence, title and heading: the evidence that other rows point at.",
    key="sentence_id",
    spans=("",),
    columns=(
        text_column("sentence_id", "Permanent id.", required=True),
        *article_columns(sentence=False),
        Column("paragraph", "integer", "Number of the paragraph, from 0.", required=True),
        Column("position", "integer", "Number of the sentence in the article, from 0.", required=True),
        choice_column("part", "Where in the article it stands.", "title | intro | heading | body"),
        *span_columns(what="the sentence"),
    ),
)

QUOTES = Table(
    name="quotes",
    title="Quotes",
    meaning="Every pair of quotation marks, with the use it is put to.",
    key="quote_id",
    warning="A scare quote marks distance to a word; it is no statement of a source.",
    spans=("",),
    columns=(
        text_column("quote_id", "Permanent id.", required=True),
        *article_columns(),
        *span_columns(what="the text between the marks"),
        choice_column("quote_type", "What the marks are used for.", "speech | scare | title | nested"),
        Column("is_closed", "boolean", "False where the closing mark is missing.", required=True),
        text_column("claim_id", "The claim that holds it, where one does.", refers_to="claims.claim_id"),
        RULE,
    ),
)

UNREAD = Table(
    name="unread",
    title="Unread",
    meaning="What could not be read, and why: nothing is dropped in silence.",
    columns=(
        text_column("article_id", "The article, empty where the file did not become one."),
        text_column("file_name", "The file in the seeds folder.", required=True),
        *span_columns(what="what was not read", required=False),
        text_column("reason", "What was found, where, and what to do.", required=True),
    ),
)

TEXT_TABLES = (ARTICLES, SENTENCES, QUOTES, UNREAD)
