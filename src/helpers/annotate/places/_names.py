"""See every stretch that a known place is called: the longest name, wherever a capital begins one."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.annotate.places._found import Named
from helpers.annotate.places._lexicon import PlaceWords
from helpers.annotate.places._pieces import Pieces
from helpers.model import Place
from helpers.resources.gazetteer import Gazetteer
from helpers.resources.lexicons import LexiconRow

_HYPHENS = ("-", "\u2011")
_LONGEST_PREFIX = 2


def find_names(pieces: Pieces, gazetteer: Gazetteer, words: PlaceWords) -> Iterator[Named]:
    """Yield every stretch that has the name of a known place, from left to right, none inside another."""
    at, size = 0, len(pieces)
    while at < size:
        named = _name_at(pieces, at, gazetteer, words) if pieces.capital[at] or _is_prefix(pieces, at) else None
        if named is None:
            at += 1
        else:
            yield named
            at = named.last + 1


def _is_prefix(pieces: Pieces, at: int) -> bool:
    """Tell whether a small word opens a hyphenated name: el-Fasher."""
    end = pieces.ends[at]
    if end - pieces.starts[at] > _LONGEST_PREFIX or pieces.text[end : end + 1] not in _HYPHENS:
        return False
    return at + 1 < len(pieces) and pieces.gap(at) in _HYPHENS and pieces.capital[at + 1]


def _name_at(pieces: Pieces, at: int, gazetteer: Gazetteer, words: PlaceWords) -> Named | None:
    size = gazetteer.words_after(pieces.keys[at])
    if at in pieces.owners:
        size = max(size, gazetteer.words_after(pieces.keys[at] + "s"))  # Cox's Bazar
    longest = _reach(pieces, at, size)
    for last in range(longest, at - 1, -1):
        if pieces.capital[last] or pieces.word(last).isdigit():
            candidates = gazetteer.candidates(pieces.span(at, last).of(pieces.text))
            if candidates and not _article_opens(pieces, at, last, gazetteer, words):
                local = _local_alias(pieces, at, gazetteer, words) if at == last else None
                return local or _with_part(pieces, Named(at, last, candidates), words)
    return _local_alias(pieces, at, gazetteer, words) or _other_spelling(pieces, at, gazetteer, words)


def _reach(pieces: Pieces, at: int, size: int) -> int:
    last = at
    while last + 1 < min(at + size, len(pieces)) and pieces.joined(last):
        last += 1
    return last if size else at - 1


def _article_opens(pieces: Pieces, at: int, last: int, gazetteer: Gazetteer, words: PlaceWords) -> bool:
    """Tell whether the article at a sentence's head is no part of the name: "De Krim" is Crimea, no village."""
    return (at < last and at in pieces.heads and words.role(pieces.keys[at], "article")
            and bool(gazetteer.candidates(pieces.span(at + 1, last).of(pieces.text))))  # fmt: skip


def _with_part(pieces: Pieces, named: Named, words: PlaceWords) -> Named:
    """Take the first half of "Oost-Kenia" into the name; the entity stays the whole."""
    before = named.first - 1
    hyphened = before >= 0 and pieces.gap(before) in _HYPHENS
    apart = pieces.spaced(before) and pieces.capital[before] and before not in pieces.heads | pieces.loud
    if (hyphened or apart) and words.role(pieces.keys[before], "compass"):
        areas = tuple(place for place in named.candidates if place.place_type != "settlement")
        return Named(before, named.last, areas or named.candidates, kind="part", evidence="known")
    return named


def _local_alias(pieces: Pieces, at: int, gazetteer: Gazetteer, words: PlaceWords) -> Named | None:
    row = words.aliases.get(pieces.keys[at])
    if row is None or at == 0:
        return None
    fits = _is_cut_short(pieces, at) if row["before"] == "," else _has_word(pieces, at, row)
    place = gazetteer.place(row["place_id"]) if fits else None
    return Named(at, at, (place,), evidence="alias", row=row) if place else None


def _has_word(pieces: Pieces, at: int, row: LexiconRow) -> bool:
    return at not in pieces.heads and pieces.keys[at - 1] == row["before"] and pieces.spaced(at - 1)


def _is_cut_short(pieces: Pieces, at: int) -> bool:
    """Tell whether a word with a stop stands after a name and a comma: Ramlow, Calif."""
    return pieces.gap(at - 1) == ", " and pieces.capital[at - 1] and "." in (pieces.gap(at)[:1], pieces.word(at)[-1])


def _other_spelling(pieces: Pieces, at: int, gazetteer: Gazetteer, words: PlaceWords) -> Named | None:
    """Look a name up as English writes it where this language writes the sounds of another alphabet its own way."""
    key = pieces.keys[at]
    if words.romanised.pattern is None or not pieces.capital[at] or len(key) <= 3 or pieces.acronym(at):
        return None
    last = at
    while last < at + 2 and last + 1 < len(pieces) and pieces.joined(last) and pieces.capital[last + 1]:
        last += 1
    for end in range(last, at - 1, -1):
        written = " ".join(pieces.keys[at : end + 1])
        spelled = words.romanised.rewrite(written)
        candidates = _abroad(gazetteer.candidates(spelled), words) if spelled != written else ()
        if candidates:
            return Named(at, end, candidates)
    return None


def _abroad(candidates: tuple[Place, ...], words: PlaceWords) -> tuple[Place, ...]:
    return tuple(place for place in candidates if place.country in words.romanised_countries)


def of_type(candidates: tuple[Place, ...], *types: str) -> tuple[Place, ...]:
    """Return the candidates of some types."""
    return tuple(place for place in candidates if place.place_type in types)
