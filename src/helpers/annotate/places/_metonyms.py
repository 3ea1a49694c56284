"""Tell where a place stands for its government or another authority: ``Kiev ontkent``, ``volgens Caïro``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from helpers.annotate.places._evidence import phrase_after, phrase_before
from helpers.annotate.places._lexicon import PlaceWords, place_words
from helpers.annotate.places._pieces import Pieces, cut_pieces
from helpers.model import Actor, Document, Mention, Place, Span, SpanIndex, make_id
from helpers.resources.gazetteer import Gazetteer
from helpers.resources.lexicons import Lexicon, LexiconRow

_GOVERNED = ("settlement", "oblast", "district")
_JOINED = 4  # places that one verb may have as its subject, on either side
_ASIDE = 9  # words at most, between commas
_NEAR = 5  # the verb is at most so many words from its subject, with adverbs between


@dataclass(frozen=True, slots=True)
class FoundMetonyms:
    """What `find_metonyms` gives: every place mention again, two rows for a metonym, and the actors they name.

    A state that is kept by hand (``actors.csv``) is named by its id and not given again.
    """

    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reader:
    pieces: Pieces
    words: PlaceWords
    places: dict[int, int]  # first word of a place mention -> its last word
    firsts: dict[int, int]  # and the other way round

    def subject(self, first: int) -> tuple[int, int]:
        """Return the first and last word of the places joined with this one: ``Kiev en Moskou``."""
        last = self.places[first]
        for _ in range(_JOINED):
            if not (self._joins(last + 1) and last + 2 in self.places):
                break
            last = self.places[last + 2]
        for _ in range(_JOINED):
            if not (self._joins(first - 1) and first - 2 in self.firsts):
                break
            first = self.firsts[first - 2]
        return first, last

    def _joins(self, index: int) -> bool:
        return (0 < index < len(self.pieces) and self.pieces.keys[index] in self.words.joins
                and self.pieces.spaced(index - 1) and self.pieces.spaced(index))  # fmt: skip


def find_metonyms(
    document: Document, lexicon: Lexicon, *, mentions: tuple[Mention, ...], sources: tuple[Span, ...],
    gazetteer: Gazetteer,
) -> FoundMetonyms:  # fmt: skip
    """Mark the places that stand for an authority, and add the authority's own mention.

    Parameters
    ----------
    document : Document
    lexicon : Lexicon
    mentions : tuple of Mention
        The place mentions.
    sources : tuple of Span
        The speakers of the attributions: a place that is the whole speaker is a metonym.
    gazetteer : Gazetteer

    Returns
    -------
    FoundMetonyms

    Examples
    --------
    >>> from helpers.annotate.places import find_places
    >>> from helpers.model import Card
    >>> from helpers.resources.gazetteer import read_gazetteer
    >>> from helpers.resources.lexicons import read_lexicon
    >>> from helpers.text import build_document
    >>> known, lexicon = read_gazetteer(), read_lexicon("en")
    >>> document = build_document("Nairobi denied it.", Card("a.txt", language="en"))
    >>> found = find_places(document, known, lexicon, taken=())
    >>> metonyms = find_metonyms(document, lexicon, mentions=found.mentions, sources=(), gazetteer=known)
    >>> [(mention.entity_type, mention.entity_id, mention.form) for mention in metonyms.mentions]
    [('place', 'nairobi', 'metonym'), ('actor', 'state-ke', 'metonym')]
    """
    pieces = cut_pieces(document)
    ranges = _word_ranges(pieces, mentions)
    reader = _Reader(pieces, place_words(lexicon), ranges, {last: first for first, last in ranges.items()})
    speakers = SpanIndex((source, source) for source in sources)
    found: list[Mention] = []
    actors: dict[str, Actor] = {}
    for mention in mentions:
        place = gazetteer.place(mention.entity_id)
        rule = _rule(reader, mention, place, speakers.overlapping(mention.span), gazetteer) if place else ""
        if place is None or not rule:
            found.append(mention)
            continue
        actor_id, actor = _authority(place, gazetteer)
        if actor is not None:
            actors[actor_id] = actor
        found.append(replace(mention, form="metonym", rule=f"{mention.rule} | {rule}"))
        found.append(Mention(make_id(document.article_id, "m", mention.span) + "a", mention.span, "actor", "metonym",
                             rule, actor_id, mention.confidence))  # fmt: skip
    return FoundMetonyms(tuple(found), tuple(actors.values()))


def _word_ranges(pieces: Pieces, mentions: Sequence[Mention]) -> dict[int, int]:
    ranges = {}
    for mention in mentions:
        first = bisect_left(pieces.ends, mention.span.start + 1)
        ranges[first] = bisect_left(pieces.ends, mention.span.end)
    return ranges


def _rule(
    reader: _Reader, mention: Mention, place: Place, sources: Sequence[Span], gazetteer: Gazetteer
) -> str:
    at = bisect_left(reader.pieces.ends, mention.span.start + 1)
    if place.place_type == "country" and phrase_after(reader.pieces, reader.places[at], reader.words.generics_after):
        return ""  # a US state is no country
    if any(_is_whole_source(reader, mention, source) for source in sources):
        return "metonyms.source"
    is_seat = place.place_id in gazetteer.seats
    is_state = is_seat or place.place_type == "country"
    if not is_state and place.place_type not in _GOVERNED:
        return ""
    first, last = reader.subject(at)
    pieces, words, head = reader.pieces, reader.words, _past_article(reader, first)
    if last in pieces.owners and is_state:
        row = words.owned.get(pieces.keys[last + 1]) if last + 1 < len(pieces) else None
        return f"metonyms.owned {row.row_id}" if row else ""
    row = phrase_before(pieces, head, words.before) or (phrase_before(pieces, head, words.clause) if is_seat else None)
    if row is not None and is_state:
        return f"metonyms.before {row.row_id}"
    if phrase_before(pieces, head, words.prepositions) is not None:
        return ""
    verbs = words.seat_verbs if is_seat else words.state_verbs if is_state else words.verbs
    verb = _verb_beside(reader, head, last, verbs) if last not in pieces.owners else ""
    return f"metonyms.verb {verb}" if verb else ""


def _past_article(reader: _Reader, first: int) -> int:
    pieces, before = reader.pieces, first - 1
    is_article = pieces.spaced(before) and reader.words.role(pieces.keys[before], "article")
    return before if is_article else first


def _verb_beside(reader: _Reader, first: int, last: int, verbs: Mapping[str, LexiconRow]) -> str:
    pieces = reader.pieces
    subject = _past_aside(pieces, last)
    if pieces.spaced(subject) or subject > last:
        for index in range(subject + 1, subject + _NEAR + 1):
            row = verbs.get(pieces.keys[index]) if index < len(pieces) and not pieces.capital[index] else None
            if row is not None:
                return row.row_id
            if not pieces.spaced(index) or pieces.keys[index] not in reader.words.adverbs:
                break
    before = first - 1
    if before >= 0 and pieces.spaced(before) and first not in pieces.heads:
        row = verbs.get(pieces.keys[before])
        taken = pieces.spaced(before - 1) and reader.words.role(pieces.keys[before - 1], "subject")
        if row is not None and row["inverts"] == "yes" and not taken:  # hij noemde Lo bevrijd: Lo is the object
            return row.row_id
    return ""


def _past_aside(pieces: Pieces, last: int) -> int:
    """Return the last word before the verb, past what stands between commas: Kyiv, as so often, said nothing."""
    if last + 1 >= len(pieces) or pieces.gap(last) != ", " or pieces.capital[last + 1]:
        return last
    for index in range(last + 1, min(last + _ASIDE, len(pieces) - 1)):
        if pieces.gap(index) == ", " and pieces.sentences[index + 1] == pieces.sentences[last]:
            return index
        if not pieces.spaced(index):
            break
    return last


def _is_whole_source(reader: _Reader, mention: Mention, source: Span) -> bool:
    """Tell whether a speaker is this place, with no more than an article, a generic word or another place beside it."""
    if not source.contains(mention.span):
        return False
    pieces, words = reader.pieces, reader.words
    index = bisect_left(pieces.ends, source.start + 1)
    while index < len(pieces) and pieces.starts[index] < source.end:
        if index in reader.places:
            index = reader.places[index] + 1
            continue
        key = pieces.keys[index]
        if not (words.role(key, "article") or key in words.joins or key in words.generics_before
                or key in words.generics_after):  # fmt: skip
            return False
        index += 1
    return True


def _authority(place: Place, gazetteer: Gazetteer) -> tuple[str, Actor | None]:
    """Return the actor that a place stands for; no Actor where it is kept by hand."""
    code = place.country if place.place_type == "country" else gazetteer.seats.get(place.place_id, "")
    country = gazetteer.country(code)
    if country is None:
        actor_id = f"authority-{place.place_id}"
        return actor_id, Actor(actor_id, place.name, "organisation", origin="found", name_nl=place.name_nl)
    if code in gazetteer.states:
        return gazetteer.states[code], None
    actor_id = f"state-{code.lower()}"
    return actor_id, Actor(actor_id, country.name, "state", aliases=country.aliases, origin="found",
                           name_nl=country.name_nl)  # fmt: skip
