"""See toponyms that no gazetteer knows, by what stands beside them: ``het dorp X``, ``near X``, ``in X, Ohio``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from helpers.annotate.places._evidence import generic_before, phrase_after, phrase_before
from helpers.annotate.places._found import Named, Reader, between, lists
from helpers.annotate.places._lexicon import PlaceWords
from helpers.annotate.places._pieces import Pieces
from helpers.annotate.places._shapes import LONGEST, by_dateline, by_ending, is_small, names_itself, whole
from helpers.resources.lexicons import LexiconRow

_EXPLAINED = 4  # words at most between a name's comma and the noun that says what it is
_AREAS = ("country", "oblast", "district", "other")


@dataclass(frozen=True, slots=True)
class _Search:
    """The article and what of it is a name already: `closed` words, known places by their first and last word."""

    pieces: Pieces
    words: PlaceWords
    adjectives: frozenset[str]
    closed: frozenset[int]
    known: Mapping[int, Named]
    lasts: Mapping[int, Named]


def find_unknown(reader: Reader, *, known: list[Named], closed: frozenset[int]) -> Iterator[Named]:
    """Yield toponyms found by pattern.

    Parameters
    ----------
    reader : Reader
    known : list of Named
        The places that the gazetteer knows.
    closed : frozenset of int
        Words that are already part of a place or of an actor's name.
    """
    pieces = reader.pieces
    search = _Search(pieces, reader.words, reader.adjectives, closed, {named.first: named for named in known},
                     {named.last: named for named in known})  # fmt: skip
    before = None
    for at in range(len(pieces)):
        if (before is not None and at <= before.last) or at in closed or not pieces.capital[at]:
            continue
        named = (_after_cue(search, at) or by_ending(pieces, at, reader.words, reader.adjectives)
                 or by_dateline(pieces, at) or _in_list(search, at, before))  # fmt: skip
        if named is not None and closed.isdisjoint(range(named.first, named.last + 1)):
            before = named
            yield named


def _after_cue(search: _Search, at: int) -> Named | None:
    if not _may_be_name(search, at):
        return None
    pieces, words, last = search.pieces, search.words, _run(search, at)
    after = phrase_after(pieces, last, words.generics_after)
    if after is not None and not words.role(pieces.keys[at], "compass") and _is_stated(search, at, after):
        return whole(pieces, Named(at, last, (), after["kind"], "generic", after))
    if after is not None and after["kind"] == "building":
        return None
    before = generic_before(pieces, at, words)
    if before is not None and before["unknown"] == "yes":
        is_part = before["kind"] == "street" or before["word"][0].isupper()  # rue Wolfer, Lake Wolfram
        return Named(at - len(before["word"].split()) if is_part else at, last, (), before["kind"], "generic", before)
    opening = names_itself(pieces, at, last, words)
    if opening is not None:
        return Named(at, last, (), opening["kind"], "generic")
    if pieces.keys[at] in words.first_names:
        return None
    return _by_preposition(search, at, last)


def _by_preposition(search: _Search, at: int, last: int) -> Named | None:
    pieces = search.pieces
    if at == last and pieces.keys[at] in search.adjectives:
        return None  # "in Oekraïense handen" names no place
    row = phrase_before(pieces, _past_region(search, at), search.words.prepositions)
    if _is_explained(search, last):
        return Named(at, last, (), "settlement", "container")
    if row is None:
        return None
    if row["strength"] == "strong" or (row["strength"] == "medium" and _alone(pieces, at, last)):
        return Named(at, last, (), "", row["strength"], row)
    opens = search.words.role(pieces.keys[at], "opens_place") and last > at
    is_shown = row["strength"] != "other" and (
        opens or _lies_in(search, last) or (at == last and _known_follows(search, last))
    )
    return Named(at, last, (), "", "container", row) if is_shown else None


def _past_region(search: _Search, at: int) -> int:
    """Return the article of ``in het Limburgse X``, else `at`."""
    pieces, words = search.pieces, search.words
    if at < 2 or not (pieces.spaced(at - 1) and pieces.spaced(at - 2)):
        return at
    is_region = words.role(pieces.keys[at - 1], "regional") or pieces.keys[at - 1] in search.adjectives
    return at - 2 if is_region and words.role(pieces.keys[at - 2], "before_region") else at


def _is_stated(search: _Search, at: int, after: LexiconRow) -> bool:
    """Tell whether a generic word shows an unknown name: always, or where a country owns it: Kenya's X state."""
    pieces, before = search.pieces, at - 1
    owned = before in pieces.owners or (pieces.spaced(before) and pieces.keys[before] in search.adjectives)
    return after["unknown"] == "yes" or (owned and after["kind"] in ("region", "district"))


def _is_explained(search: _Search, last: int) -> bool:
    """Tell whether the words after a name say what it is: through Ramlow Ferry, a small village in Kent."""
    pieces, words = search.pieces, search.words
    if last + 1 >= len(pieces) or pieces.gap(last) != ", " or not words.role(pieces.keys[last + 1], "article"):
        return False
    for index in range(last + 2, min(last + 2 + _EXPLAINED, len(pieces))):
        key = pieces.keys[index]
        if not pieces.spaced(index - 1) or pieces.capital[index] or key in words.prepositions:
            return False
        rows = [row for keys, row in words.generics_before.get(key, ()) if len(keys) == 1]
        if any(row["kind"] == "settlement" for row in (*rows, words.head(key)) if row is not None):
            return True
    return False


def _lies_in(search: _Search, last: int) -> bool:
    """Tell whether the name of an area follows a name: through Ramlow Ferry, Ohio."""
    area = search.known.get(last + 1)
    return area is not None and search.pieces.gap(last) == ", " and any(
        place.place_type in _AREAS for place in area.candidates
    )


def _in_list(search: _Search, at: int, before: Named | None) -> Named | None:
    """Read the further names of ``de dorpen X, Y en Z``, and an unknown one between two known ones."""
    pieces, words = search.pieces, search.words
    if not _may_be_name(search, at):
        return None
    last = _run(search, at)
    last = next((index - 1 for index in range(at + 1, last) if pieces.keys[index] in words.joins), last)
    for giver in (before, _known_before(search, at)):
        if giver is not None and giver.row is not None and giver.row.fields.get("side") == "before_each":
            listed = replace(giver, first=at, last=last, candidates=())
            if giver.row["unknown"] == "yes" and lists(between(pieces, giver, listed), words):
                return listed
    shown = at == last and (_is_between(search, at) or _is_joined(search, at, before))
    return Named(at, last, (), "", "list") if shown else None


def _is_between(search: _Search, at: int) -> bool:
    """Tell whether a word stands between two known places in one list: in Gent, Ramlow en Aalst."""
    pieces, words, key = search.pieces, search.words, search.pieces.keys[at]
    before = search.lasts.get(at - 1)
    if before is None or key in words.first_names:
        return False
    return between(pieces, before, Named(at, at, ())) == ", " and _known_follows(search, at)


def _is_joined(search: _Search, at: int, before: Named | None) -> bool:
    """Tell whether a word is the second of two unknown places after one preposition: in Ramlow en Terwolfen."""
    pieces, words = search.pieces, search.words
    if before is None or before.evidence not in ("strong", "medium") or pieces.keys[at] in words.first_names:
        return False
    gap = between(pieces, before, Named(at, at, ()))
    follows = pieces.keys[at + 1] if at + 1 < len(pieces) and pieces.spaced(at) else ""
    return gap != ", " and lists(gap, words) and follows not in words.verbs and at not in pieces.owners


def _known_before(search: _Search, at: int) -> Named | None:
    return search.lasts.get(at - 1) or search.lasts.get(at - 2)


def _known_follows(search: _Search, last: int) -> bool:
    """Tell whether a known place is the next of the list: near Ramlow and Gent."""
    after = next((search.known[index] for index in (last + 1, last + 2) if index in search.known), None)
    return after is not None and lists(between(search.pieces, Named(last, last, ()), after), search.words)


def _run(search: _Search, at: int) -> int:
    """Return the last word of the capitalised name that begins at `at`, with the small words inside it."""
    pieces, closed, last = search.pieces, search.closed, at
    while last - at < LONGEST and last + 1 < len(pieces) and last not in pieces.owners and pieces.joined(last):
        following = _past_particles(search, last + 1)
        if following >= len(pieces) or not pieces.capital[following] or following in closed:
            break
        last = following
    return last


def _past_particles(search: _Search, at: int) -> int:
    """Return the word after at most two small words that may stand inside a name: Place de la X."""
    pieces, words = search.pieces, search.words
    for index in (at, at + 1):
        key = pieces.keys[index] if index < len(pieces) else ""
        is_inside = key in words.particles and not words.role(key, "of") and key != "in"
        is_inside = is_inside and not (key in words.joins and pieces.spaced(index))  # X en Y are two places
        if not is_inside or pieces.capital[index] or not pieces.joined(index):
            return index
    return at + 2


def _alone(pieces: Pieces, first: int, last: int) -> bool:
    """Tell whether a name is one word, or joined by hyphens or small words: else it is mostly a title or a person."""
    return all(pieces.gap(index) == "-" or is_small(pieces, index) or is_small(pieces, index + 1)
               for index in range(first, last))  # fmt: skip


def _may_be_name(search: _Search, at: int) -> bool:
    pieces, words, key = search.pieces, search.words, search.pieces.keys[at]
    if at in pieces.heads or at in pieces.loud or pieces.acronym(at) or len(key) < 3:
        return False
    return not (key in search.adjectives
                or words.role(key, "never", "title", "organisation", "neutral", "regional"))  # fmt: skip
