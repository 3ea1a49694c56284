"""The tables of whom, where, when, what and how many: mentions, actors, places, times, events, quantities."""

from helpers.model.columns import (
    CONFIDENCE,
    RULE,
    STATUSES,
    Column,
    Table,
    article_columns,
    choice_column,
    span_columns,
    text_column,
)

MENTIONS = Table(
    name="mentions",
    title="Mentions",
    meaning="Every stretch that names an actor or a place.",
    key="mention_id",
    warning="A metonym (Kiev ontkent) has two rows: the place, and the state it stands for.",
    spans=("",),
    columns=(
        text_column("mention_id", "Permanent id.", required=True),
        *article_columns(),
        *span_columns(what="the mention"),
        choice_column("entity_type", "What it names.", "actor | place"),
        text_column("entity_id", "The actor or the place; empty where none is the unique best."),
        choice_column("form", "How it names it.", "name | alias | role | pronoun | metonym | demonym"),
        CONFIDENCE,
        RULE,
    ),
)

ACTORS = Table(
    name="actors",
    title="Actors",
    meaning="Who speaks or acts in the articles.",
    key="actor_id",
    warning="side stands only with its basis and is never inferred for an actor that was found.",
    columns=(
        text_column("actor_id", "Permanent id.", required=True),
        text_column("name", "Usual English name.", required=True),
        text_column("name_nl", "Usual Dutch name, or the one of a Dutch text; empty where neither is known."),
        choice_column("actor_type", "What kind of actor.", "person | group | organisation | state | unnamed"),
        text_column("role", "Office or function."),
        text_column("side", "Side in the conflict, only with a source in side_basis."),
        text_column("side_basis", "The source for side."),
        text_column("aliases", "Other names, separated by |."),
        text_column("wikidata_id", "Wikidata item."),
        choice_column("origin", "Kept by hand, or found in an article.", "curated | found"),
        Column("n_mentions", "integer", "Mentions in these articles.", required=True),
        Column("n_claims", "integer", "Claims in these articles.", required=True),
    ),
)

PLACES = Table(
    name="places",
    title="Places",
    meaning="The places that the articles name.",
    key="place_id",
    warning="radius_m says how exact a point is; an oblast is an area, never a pin; no point means: not known.",
    columns=(
        text_column("place_id", "Permanent id.", required=True),
        text_column("name", "Usual English name (GeoNames).", required=True),
        text_column("name_nl", "Usual Dutch name, or the one of a Dutch text; empty where neither is known."),
        choice_column("place_type", "What kind of place.",
                      "settlement | crossing | district | oblast | country | water | other"),
        Column("latitude", "number", "Degrees north, WGS 84."),
        Column("longitude", "number", "Degrees east, WGS 84."),
        Column("radius_m", "integer", "How exact the point is, in metres."),
        text_column("country", "ISO 3166-1 alpha-2; empty for seas and disputed areas."),
        text_column("region", "First-order region."),
        text_column("geonames_id", "GeoNames number."),
        choice_column("origin", "Where the row comes from.", "curated | gazetteer | unresolved"),
        Column("n_mentions", "integer", "Mentions in these articles.", required=True),
    ),
)

TIMES = Table(
    name="times",
    title="Times",
    meaning="Every expression that names a calendar time, an interval or a measured duration.",
    key="time_id",
    warning="An empty edtf says that the text, or the missing date of publication, gives no value.",
    spans=("",),
    columns=(
        text_column("time_id", "Permanent id.", required=True),
        *article_columns(),
        *span_columns(what="the expression"),
        text_column("edtf", "EDTF level 1 value; empty where none can be known."),
        text_column("duration", "ISO 8601, for a bare duration."),
        Column("earliest", "date", "First day that the value allows; empty where open."),
        Column("latest", "date", "Last day that the value allows; empty where open."),
        choice_column("day_part", "Part of the day.", "morning | afternoon | evening | night", required=False),
        text_column("utc_offset", "Offset of a clock time, as +03:00."),
        choice_column("precision", "How exact the expression is.",
                      "minute | hour | day_part | day | week | month | season | year | vague"),
        choice_column("qualifier", "Whether the text says that it is about then, or early, in the middle or late in "
                      "the period that is the value; exact says only that it does not. The value keeps the day, the "
                      "hour and the month that are named.", "exact | about | early | mid | late"),
        choice_column("reference", "What the expression rests on.", "absolute | relative | vague | duration"),
        Column("anchor_on", "date", "The date it was resolved against."),
        RULE,
    ),
)

EVENTS = Table(
    name="events",
    title="Events",
    meaning="What is said to have happened, to happen or not to have happened.",
    key="event_id",
    warning="Read status and polarity first: a denied, failed or hoped-for event is a row as well.",
    columns=(
        text_column("event_id", "Permanent id.", required=True),
        *article_columns(),
        text_column("claim_id", "The claim that holds it.", required=True, refers_to="claims.claim_id"),
        text_column("trigger_text", "The word that names the event. Empty where the text is not here, or may not be "
                    "shown."),
        Column("trigger_start_char", "integer", "Where the trigger begins.", required=True),
        Column("trigger_end_char", "integer", "Where the trigger ends, not included.", required=True),
        text_column("event_type", "Type of the codebook (data/codebook/event_types.csv).", required=True),
        text_column("agent_id", "Who does it, as the claim has it.", refers_to="actors.actor_id"),
        text_column("target_id", "To whom or to what it is done.", refers_to="actors.actor_id"),
        text_column("place_id", "Where.", refers_to="places.place_id"),
        choice_column("place_role", "What the place is to the event.", "happened_at | said_at | mentioned",
                      required=False),
        text_column("time_id", "The expression that dates it.", refers_to="times.time_id"),
        text_column("edtf", "Its value."),
        Column("earliest", "date", "First day that the value allows."),
        Column("latest", "date", "Last day that the value allows."),
        choice_column("status", "Status of its claim.", STATUSES),
        choice_column("polarity", "Whether it is said to have happened (positive) or not (negative: denied in "
                      "its clause, or failed); "
                      "open where it is hoped for, planned, threatened, tried or not confirmed.",
                      "positive | negative | open"),
        RULE,
    ),
    spans=("trigger_",),
)

QUANTITIES = Table(
    name="quantities",
    title="Quantities",
    meaning="Every count with its unit, as exact as the text has it.",
    key="quantity_id",
    warning="meer dan 70 is low 70 and no high; nothing is added up or averaged.",
    spans=("",),
    columns=(
        text_column("quantity_id", "Permanent id.", required=True),
        *article_columns(),
        text_column("claim_id", "The claim that holds it.", refers_to="claims.claim_id"),
        *span_columns(what="the count with its qualifier"),
        Column("low", "number", "Lowest value that the text allows."),
        Column("high", "number", "Highest value that the text allows."),
        choice_column("qualifier", "How the text qualifies it.",
                      "exact | about | at_least | more_than | up_to | between"),
        text_column("unit", "Class of what is counted (wounded, killed, vehicles, km, ...).", required=True),
        RULE,
    ),
)

ENTITY_TABLES = (MENTIONS, ACTORS, PLACES, TIMES, EVENTS, QUANTITIES)
