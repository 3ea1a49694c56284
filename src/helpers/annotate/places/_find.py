"""The order of the work: see names, weigh their neighbours, look at the whole article, then choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from helpers.annotate._identity import Identity
from helpers.annotate.places._choose import AREA_TYPES, choose_all
from helpers.annotate.places._found import Named, Reader
from helpers.annotate.places._known import known_names
from helpers.annotate.places._lexicon import place_words
from helpers.annotate.places._pieces import Pieces, cut_pieces
from helpers.annotate.places._resolve import Choice, Surroundings, same_name
from helpers.annotate.places._unknown import find_unknown
from helpers.model import Document, Mention, Place, Span, Unread, make_id
from helpers.model.annotations import PlaceType
from helpers.resources.gazetteer import Gazetteer, fold_name
from helpers.resources.lexicons import Lexicon

_UNKNOWN_TYPES: dict[str, PlaceType] = {
    "region": "oblast", "district": "district", "settlement": "settlement", "crossing": "crossing", "water": "water",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """What `find_places` gives: the mentions, each place that they name once, and what could not be read."""

    mentions: tuple[Mention, ...] = ()
    places: tuple[Place, ...] = ()
    unread: tuple[Unread, ...] = ()


def find_places(
    document: Document, gazetteer: Gazetteer, lexicon: Lexicon, *, taken: tuple[Span, ...]
) -> FoundPlaces:
    """Find every toponym of an article and the place that it names.

    Parameters
    ----------
    document : Document
    gazetteer : Gazetteer
    lexicon : Lexicon
        The words of the article's language.
    taken : tuple of Span
        Names of known actors: no place is read inside one, but a name that is a country's or a capital's is both.

    Returns
    -------
    FoundPlaces
        A toponym that no gazetteer knows, or that nothing in the article can tell from its namesakes, is a place
        with ``origin="unresolved"`` and no point.

    Examples
    --------
    >>> from helpers.resources.gazetteer import read_gazetteer
    >>> from helpers.resources.lexicons import read_lexicon
    >>> from helpers.text import build_document
    >>> from helpers.model import Card
    >>> document = build_document("It rained in Ghent.", Card("a.txt", language="en"))
    >>> found = find_places(document, read_gazetteer(), read_lexicon("en"), taken=())
    >>> [place.country for place in found.places]
    ['BE']
    """
    pieces = cut_pieces(document)
    adjectives = _adjectives(Identity(gazetteer), document.language)
    reader = Reader(pieces, place_words(lexicon), gazetteer, adjectives, document.language)
    known = known_names(reader, sorted(taken, key=lambda span: (span.end, span.start)))
    closed = _closed(pieces, known, taken)
    unknown = _outside_headlines(pieces, find_unknown(reader, known=known, closed=closed))
    unknown += _again(pieces, unknown, closed)
    named = _countries(pieces, gazetteer.demonyms.get(document.language, {}))
    around = Surroundings(gazetteer, named, reader.words.countries, document.language)
    choices = choose_all(reader, known, around)
    chosen = [*zip(known, choices, strict=True), *((named, None) for named in unknown)]
    return _build(document, reader, sorted(chosen, key=lambda pair: pair[0].first))


@lru_cache(maxsize=8)
def _adjectives(gazetteer: Identity[Gazetteer], language: str) -> frozenset[str]:
    """Return the demonyms of a language as the words of a text are compared: folded."""
    return frozenset(fold_name(word) for word in gazetteer.thing.demonyms.get(language, {}))


def _closed(pieces: Pieces, known: Iterable[Named], taken: Iterable[Span]) -> frozenset[int]:
    closed = {index for named in known for index in range(named.first, named.last + 1)}
    for span in taken:
        at = pieces.index_at(span.start)
        while at < len(pieces) and pieces.starts[at] < span.end:
            closed.add(at)
            at += 1
    return frozenset(closed)


def _outside_headlines(pieces: Pieces, unknown: Iterable[Named]) -> list[Named]:
    """Leave out what only a headline with capitals throughout makes a name: Mayor Speaks In Town Hall."""
    found = [*unknown]
    told = {pieces.keys[named.first] for named in found if named.first not in pieces.loud}
    return [named for named in found if named.first not in pieces.loud or named.evidence == "dateline"
            or pieces.keys[named.first] in told]  # fmt: skip


def _again(pieces: Pieces, unknown: Sequence[Named], closed: frozenset[int]) -> list[Named]:
    """Find the other mentions of toponyms that a pattern has shown."""
    names = {pieces.keys[named.first]: named for named in reversed(unknown) if named.kind not in ("street", "venue")}
    used = {index for named in unknown for index in range(named.first, named.last + 1)}
    found = []
    for at, key in enumerate(pieces.keys):
        named = names.get(key)
        if named is None or at in used or at in closed or not pieces.capital[at]:
            continue
        last = at + named.last - named.first
        if pieces.keys[at : last + 1] == pieces.keys[named.first : named.last + 1] and closed.isdisjoint(
            range(at, last + 1)
        ):
            found.append(replace(named, first=at, last=last, evidence="again"))
    return found


def _countries(pieces: Pieces, demonyms: Mapping[str, str]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for index in range(len(pieces)):
        country = demonyms.get(pieces.word(index).lower()) if pieces.capital[index] else None
        if country:
            weights[country] = weights.get(country, 0.0) + 0.5
    return weights


def _build(document: Document, reader: Reader, chosen: Sequence[tuple[Named, Choice | None]]) -> FoundPlaces:
    mentions, places = [], {}
    for named, choice in chosen:
        span = reader.pieces.span(named.first, named.last)
        text = span.of(document.text)
        place = choice.place if choice is not None and choice.place is not None else _unresolved(named, text, choice)
        places[place.place_id] = place
        mentions.append(Mention(
            make_id(document.article_id, "m", span) + "p", span, "place", "name" if same_name(place, text) else "alias",
            _rule(named, choice), place.place_id, choice.confidence if choice else "low",
            choice.considered if choice else (),
        ))  # fmt: skip
    return FoundPlaces(tuple(mentions), tuple(places.values()))


def _unresolved(named: Named, text: str, choice: Choice | None) -> Place:
    kind = _UNKNOWN_TYPES.get(named.kind, "settlement" if not named.kind and named.candidates else "other")
    slug = fold_name(text).replace(" ", "-")
    suffix = f"-{kind}" if named.kind in AREA_TYPES else ""
    name = text
    if named.kind in AREA_TYPES and named.candidates:
        name = named.candidates[0].name  # the area is called after its town
    return Place(f"unresolved-{slug}{suffix}", name, kind, origin="unresolved")


def _rule(named: Named, choice: Choice | None) -> str:
    step = "places.gazetteer" if choice is not None and choice.place is not None else "places.unresolved"
    if named.row is not None:
        return f"{step} {named.row.row_id}"
    return f"{step} {named.evidence}".strip()
