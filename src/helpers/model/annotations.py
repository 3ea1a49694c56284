"""What the annotators find: stand-off, frozen, each with the rule that made it.

References between annotations are ids (``make_id``), so that no annotation has to hold another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from helpers.model.documents import Document
from helpers.model.spans import Span

Voice = Literal["source", "newsroom"]
ClaimKind = Literal["direct", "indirect", "mixed", "narrated"]
Stance = Literal["asserts", "denies", "confirms", "questions"]
Polarity = Literal["positive", "negative"]
EventPolarity = Literal["positive", "negative", "open"]
Certainty = Literal["certain", "probable", "possible"]
Verification = Literal["none", "unverified", "verified"]
Status = Literal["questioned", "denied", "confirmed", "hedged", "claimed", "unverified", "reported"]
QuoteType = Literal["speech", "scare", "title", "nested"]
EntityType = Literal["actor", "place"]
MentionForm = Literal["name", "alias", "role", "pronoun", "metonym", "demonym"]
ActorType = Literal["person", "group", "organisation", "state", "unnamed"]
PlaceType = Literal["settlement", "crossing", "district", "oblast", "country", "water", "other"]
DayPart = Literal["morning", "afternoon", "evening", "night"]
Precision = Literal["minute", "hour", "day_part", "day", "week", "month", "season", "year", "vague"]
Reference = Literal["absolute", "relative", "vague", "duration"]
PlaceRole = Literal["happened_at", "said_at", "mentioned"]
TimeQualifier = Literal["exact", "about", "early", "mid", "late"]
Qualifier = Literal["exact", "about", "at_least", "more_than", "up_to", "between"]
LinkType = Literal["same_event", "near_duplicate", "repeats", "softens", "retracts", "raises", "lowers"]
Confidence = Literal["high", "medium", "low"]


def make_id(article_id: str, letter: str, *spans: Span | None) -> str:
    """Make the permanent id of a row from its article and the spans that define it.

    Parameters
    ----------
    article_id : str
    letter : str
        What the row is: ``s`` sentence, ``c`` claim, ``q`` quote, ``m`` mention, ``t`` time, ``e`` event,
        ``n`` quantity, ``w`` wording, ``d`` dispute.
    *spans : Span or None
        A missing span counts, so that "no cue" differs from any cue.

    Examples
    --------
    >>> make_id("a1", "c", Span(10, 25), Span(3, 7))
    'a1.c10-25.3-7'
    >>> make_id("a1", "c", Span(10, 25), None)
    'a1.c10-25.0'
    """
    parts = ".".join(["0" if span is None else f"{span.start}-{span.end}" for span in spans])
    return f"{article_id}.{letter}{parts}"


@dataclass(frozen=True, slots=True)
class Alternative:
    """A reading that a rule considered and did not take: what `explain` shows."""

    rule: str
    reason: str
    span: Span | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A pair of quotation marks with its use; `span` is the text between the marks."""

    quote_id: str
    span: Span
    quote_type: QuoteType
    is_closed: bool
    rule: str
    claim_id: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that somebody states: columns and meanings as in the schema of ``claims``.

    `frame_words` is no column: the fixed words of a cue apart from its verb (``wijst ... van de hand``).
    """

    claim_id: str
    span: Span
    voice: Voice
    kind: ClaimKind
    rule: str
    more_spans: tuple[Span, ...] = ()
    source: Span | None = None
    source_id: str = ""
    cue: Span | None = None
    frame_words: tuple[Span, ...] = ()
    stance: Stance = "asserts"
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    verification: Verification = "none"
    channel: str = ""
    within_claim_id: str = ""
    responds_to_claim_id: str = ""
    said_time_id: str = ""
    confidence: Confidence | None = None
    considered: tuple[Alternative, ...] = ()

    @property
    def status(self) -> Status:
        """Derive the one label: the first that applies, as the contract of the tables orders them."""
        if self.voice == "newsroom":
            return "unverified" if self.verification == "unverified" else "reported"
        by_stance: dict[Stance, Status] = {"questions": "questioned", "denies": "denied", "confirms": "confirmed"}
        if self.stance in by_stance:
            return by_stance[self.stance]
        return "claimed" if self.certainty == "certain" else "hedged"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that names an actor or a place; `entity_id` is empty where nothing unique was found."""

    mention_id: str
    span: Span
    entity_type: EntityType
    form: MentionForm
    rule: str
    entity_id: str = ""
    confidence: Confidence | None = None
    considered: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Who can speak or act: curated by hand, or found in an article."""

    actor_id: str
    name: str
    actor_type: ActorType
    role: str = ""
    side: str = ""
    side_basis: str = ""
    aliases: tuple[str, ...] = ()
    role_phrases: tuple[str, ...] = ()
    wikidata_id: str = ""
    origin: Literal["curated", "found"] = "curated"
    name_nl: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, or a toponym that no gazetteer knows (``origin="unresolved"``, no point)."""

    place_id: str
    name: str
    place_type: PlaceType
    latitude: float | None = None
    longitude: float | None = None
    radius_m: int | None = None
    country: str = ""
    region: str = ""
    geonames_id: str = ""
    origin: Literal["curated", "gazetteer", "unresolved"] = "gazetteer"
    aliases: tuple[str, ...] = ()
    name_nl: str = ""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with its value; `edtf` is empty where no value can be known."""

    time_id: str
    span: Span
    precision: Precision
    reference: Reference
    rule: str
    edtf: str = ""
    duration: str = ""
    earliest: date | None = None
    latest: date | None = None
    day_part: DayPart | None = None
    utc_offset: str = ""
    qualifier: TimeQualifier = "exact"
    anchor_on: date | None = None


HALF_UNSAID = "half of the day not said"
"""Note in the rule of a clock time whose value is the whole day."""


def is_rounded(qualifier: str | None, rule: str | None) -> bool:
    """Tell whether the value of a time is about then; of a clock time whose value is its whole day, it is not.

    Examples
    --------
    >>> is_rounded("about", "clock"), is_rounded("exact", "clock"), is_rounded("about", f"clock ({HALF_UNSAID})")
    (True, False, False)
    """
    return qualifier == "about" and HALF_UNSAID not in (rule or "")


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to happen; whether it did stands in `status`, that of its claim, and in `polarity`.

    A polarity of ``open`` says neither: it is hoped for, planned, threatened, tried or not confirmed.
    """

    event_id: str
    trigger: Span
    event_type: str
    claim_id: str
    status: Status
    rule: str
    polarity: EventPolarity = "positive"
    agent_id: str = ""
    target_id: str = ""
    place_id: str = ""
    place_role: PlaceRole | None = None
    time_id: str = ""
    edtf: str = ""
    earliest: date | None = None
    latest: date | None = None


DENIAL_IN_CONTENT = "denial_in_content"
"""Word in the rule of a claim whose content itself is the denial: what it denies stands before it."""

PART_OF_TOTAL = "part_of_total"
NEGATED = "negated"
SIDE_COUNTS = (PART_OF_TOTAL, NEGATED)
"""Words in the rule of a count that its source does not give as a figure: it divides another, or is said not to be."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count with what is known of it: `low` alone, `high` alone, or both; never an invented range.

    What stands in its rule as one of `SIDE_COUNTS` keeps it out of its source's range.
    """

    quantity_id: str
    span: Span
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str
    rule: str
    claim_id: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The word that somebody chose for something that others call otherwise."""

    wording_id: str
    span: Span
    referent_id: str
    term_id: str
    voice: Voice
    in_quotes: bool
    rule: str
    actor_id: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim that answers a question of the codebook."""

    dispute_id: str
    question_id: str
    position_id: str
    claim_id: str
    voice: Voice
    rule: str
    actor_id: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Two rows, mostly of two articles, that belong together; they stay apart."""

    link_id: str
    link_type: LinkType
    from_id: str
    to_id: str
    basis: str
    rule: str


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read, and why: nothing is dropped in silence."""

    file_name: str
    reason: str
    article_id: str = ""
    span: Span | None = None


@dataclass(frozen=True)
class Reading:
    """Everything that was read from one document.

    `actors` and `places` hold each entity that a mention of this document names, once.
    """

    document: Document
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Timex, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    wordings: tuple[Wording, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    unread: tuple[Unread, ...] = field(default=())
