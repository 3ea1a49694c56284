"""Sift the names of known places: which of them are toponyms here, judged over the whole article."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from helpers.annotate.places._evidence import (
    FIRM,
    is_other_name,
    is_place,
    is_surname,
    phrase_before,
    prominence,
    with_article,
    with_generic,
    with_preposition,
)
from helpers.annotate.places._found import Named, Reader, between, key_of, lists
from helpers.annotate.places._lexicon import PlaceWords
from helpers.annotate.places._names import find_names
from helpers.annotate.places._pieces import Pieces
from helpers.annotate.places._shapes import extend_site
from helpers.model import Place, Span
from helpers.resources.gazetteer import distance_km

_TOWN, _NAMESAKE = 5_000, 15_000
_NAMESAKES = frozenset(("AU", "CA", "GB", "IE", "NZ", "US"))  # their small towns are called like people
_KNOWN_WIDELY = 3
_NEIGHBOURS_KM = 40.0
_FEW = 8  # namesakes that are looked at


def known_names(reader: Reader, taken: Sequence[Span]) -> list[Named]:
    pieces, words = reader.pieces, reader.words
    seen = [named for named in find_names(pieces, reader.gazetteer, words) if not _is_taken(reader, named, taken)]
    weighed = []
    for named in seen:
        articled = with_article(pieces, with_generic(pieces, named, words), words)
        if articled is not None:
            weighed.append(with_preposition(pieces, articled, words, reader.adjectives))
    kept, persons = _without_other_names(reader, weighed, frozenset(span.end for span in taken))
    kept = _with_lists(reader, kept)
    sure = [named for named in kept if is_place(pieces, named, words, reader.gazetteer)
            and not (key_of(pieces, named) in persons and named.evidence not in FIRM)]  # fmt: skip
    names = {key_of(pieces, named) for named in sure if named.evidence in FIRM}
    sure_at = {named.first for named in sure}
    focus = _focus(reader, sure)
    again = [named for named in kept if named.first not in sure_at and not _is_ordinary(reader, named)
             and (key_of(pieces, named) in names
                  or (key_of(pieces, named) not in persons and _is_in_focus(reader, named, focus)))]  # fmt: skip
    return [extend_site(pieces, named, words) for named in sorted([*sure, *again], key=lambda named: named.first)]


def _is_taken(reader: Reader, named: Named, taken: Sequence[Span]) -> bool:
    """Tell whether a name stands in an actor's name (`taken`, in order of ends) other than a state's own."""
    span = reader.pieces.span(named.first, named.last)
    at = bisect_left(taken, span.start, key=lambda other: other.end)
    while at < len(taken) and taken[at].start < span.end:
        other = taken[at]
        at += 1
        if not span.overlaps(other) or (len(span) > len(other) and span.contains(other)):
            continue
        is_state = any(place.place_type == "country" or place.place_id in reader.gazetteer.seats
                       for place in named.candidates)  # fmt: skip
        if not is_state or (span != other and not _is_residence(reader, named, other)):
            return True
    return False


def _is_residence(reader: Reader, named: Named, actor: Span) -> bool:
    """Tell whether a capital only ends a description: it is where the ministry of Defence in Moscow is."""
    pieces = reader.pieces
    row = phrase_before(pieces, named.first, reader.words.prepositions)
    is_seat = any(place.place_id in reader.gazetteer.seats for place in named.candidates)
    return is_seat and pieces.ends[named.last] == actor.end and row is not None and row["strength"] == "medium"


def _without_other_names(
    reader: Reader, weighed: Sequence[Named], closed: frozenset[int]
) -> tuple[list[Named], set[str]]:
    """Drop what is part of another name; return also the surnames met that way.

    A place kept by hand that stands right behind the name of a known actor, which ends at one of `closed`, is no part
    of it: met het Vrijwilligerskorps | Kozinka in handen had.
    """
    pieces = reader.pieces
    starts = {named.first for named in weighed}
    kept, persons = [], set()
    for named in weighed:
        behind = named.first and pieces.ends[named.first - 1] in closed and _is_curated(named)
        other = not behind and is_other_name(pieces, named, reader.words, reader.adjectives)
        if not other or _is_pair(pieces, named, starts):
            kept.append(named)
        elif is_surname(pieces, named, reader.words) and prominence(named, reader.gazetteer) < _KNOWN_WIDELY:
            persons.add(key_of(pieces, named))
    return kept, persons


def _is_curated(named: Named) -> bool:
    return any(place.origin == "curated" for place in named.candidates)


def _focus(reader: Reader, sure: Sequence[Named]) -> frozenset[str]:
    """Return the countries that several sure places of the article lie in."""
    counts = Counter(country for named in sure for country in {place.country for place in named.candidates} if country)
    return frozenset(country for country, count in counts.items() if count > 1)


def _is_in_focus(reader: Reader, named: Named, focus: frozenset[str]) -> bool:
    """Tell whether a town that nothing beside it shows is one of a country that the article or its paper is about."""
    key = reader.pieces.keys[named.first]
    if named.first in reader.pieces.heads or key in reader.words.stopwords or key in reader.words.first_names:
        return False
    if _follows_capital(reader, named) or _speaks(reader, named):
        return False
    home = {country for country, weight in reader.words.countries.items() if weight >= 1}
    return any(place.country in focus | home and reader.gazetteer.population(place) >= _least(place)
               for place in named.candidates)  # fmt: skip


def _least(place: Place) -> int:
    """Return how many people a town must have for its name to show it without anything beside."""
    return _NAMESAKE if place.country in _NAMESAKES else _TOWN


def _follows_capital(reader: Reader, named: Named) -> bool:
    """Tell whether the word before may be a first name that no list has: Wasyl Gusev."""
    before = named.first - 1
    if not reader.pieces.spaced(before) or not reader.pieces.capital[before]:
        return False
    key = reader.pieces.keys[before]
    return key not in reader.adjectives and not reader.words.role(key, "compass", "neutral", "article", "regional")


def _speaks(reader: Reader, named: Named) -> bool:
    """Tell whether a verb of an actor stands beside: zei Brakel is a man of that name."""
    pieces, verbs = reader.pieces, reader.words.verbs
    before, after = named.first - 1, named.last + 1
    return (pieces.spaced(before) and pieces.keys[before] in verbs) or (
        pieces.spaced(named.last) and pieces.keys[after] in verbs)


def _is_ordinary(reader: Reader, named: Named) -> bool:
    """Tell whether the word is also an ordinary one, and its capital says nothing here."""
    key = reader.pieces.keys[named.first]
    use = reader.words.stopwords.get(key)
    return reader.words.role(key, "never") or (use is not None and named.first in reader.pieces.heads)


def _is_pair(pieces: Pieces, named: Named, starts: set[int]) -> bool:
    """Tell whether a hyphen joins two places: Brussel-Halle, Russia-Ukraine."""
    after = named.last + 1
    return (after < len(pieces) and pieces.gap(named.last) in ("-", "\u2011") and after in starts)


def _with_lists(reader: Reader, kept: Sequence[Named]) -> list[Named]:
    """Give a name the evidence of its neighbour in a list, and of the country or region right after it."""
    pieces, words = reader.pieces, reader.words
    listed = list(kept)
    _share_generics(pieces, listed, words)
    _pair_neighbours(reader, listed)
    for index, named in enumerate(listed[1:], 1):
        before = listed[index - 1]
        gap = between(pieces, before, named)
        if named.evidence not in FIRM and lists(gap, words) and is_place(pieces, before, words, reader.gazetteer):
            listed[index] = replace(named, evidence="list" if before.evidence in FIRM else "weak")
    for index, named in enumerate(listed[:-1]):
        after = listed[index + 1]
        gap = between(pieces, named, after)
        if named.evidence not in FIRM and (
            (gap in (", ", " (") and _is_container(after)) or (lists(gap, words) and after.evidence in FIRM)
        ):
            listed[index] = replace(named, evidence="container" if gap in (", ", " (") else "list")
    return listed


def _pair_neighbours(reader: Reader, listed: list[Named]) -> None:
    """Take two towns near each other in a list for places, though nothing else shows it: Ramlow and Tessen rejoiced."""
    for index, (named, after) in enumerate(pairwise(listed)):
        if (not named.evidence and not after.evidence and lists(between(reader.pieces, named, after), reader.words)
                and not any(_is_word(reader, one) for one in (named, after))
                and _are_near(named.candidates, after.candidates)):  # fmt: skip
            listed[index] = replace(named, evidence="list")
            listed[index + 1] = replace(after, evidence="list")


def _is_word(reader: Reader, named: Named) -> bool:
    key = reader.pieces.keys[named.first]
    return key in reader.words.stopwords or key in reader.words.first_names or reader.words.role(key, "never")


def _are_near(some: Sequence[Place], others: Sequence[Place]) -> bool:
    return any(
        one.country == other.country and one.place_id != other.place_id and one.latitude is not None
        and one.longitude is not None and other.latitude is not None and other.longitude is not None
        and distance_km((one.latitude, one.longitude), (other.latitude, other.longitude)) < _NEIGHBOURS_KM
        for one in some[:_FEW] for other in others[:_FEW]
    )  # fmt: skip


def _share_generics(pieces: Pieces, listed: list[Named], words: PlaceWords) -> None:
    """Give each name of a list the kind that a plural beside it states: de provincies X en Y, the X and Y regions."""
    for index, step in [(i, 1) for i in range(len(listed) - 1)] + [(i, -1) for i in range(len(listed) - 1, 0, -1)]:
        giver, taker = listed[index], listed[index + step]
        first, second = (giver, taker) if step > 0 else (taker, giver)
        side = giver.row["side"] if giver.evidence == "generic" and giver.row else ""
        if side == ("before_each" if step > 0 else "after_each") and not taker.kind and lists(
            between(pieces, first, second), words
        ):
            listed[index + step] = replace(taker, kind=giver.kind, evidence="generic", row=giver.row)


def _is_container(named: Named) -> bool:
    return any(place.place_type in ("country", "oblast") or (place.place_type == "other" and place.origin == "curated")
               for place in named.candidates)  # fmt: skip
