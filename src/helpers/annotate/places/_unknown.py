"""See toponyms that no gazetteer knows, by what stands beside them: ``het dorp X``, ``near X``, ``de X-straat``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from helpers.annotate.places._evidence import (
    generic_before,
    opens_dateline,
    phrase_after,
    phrase_before,
    with_preposition,
)
from helpers.annotate.places._found import Named, between, lists
from helpers.annotate.places._lexicon import PlaceWords
from helpers.annotate.places._pieces import Pieces
from helpers.resources.lexicons import LexiconRow

_LONGEST = 5
_STEM = 3  # letters before the ending of a street's name
_WHOLE_NAME = ("street", "venue", "place")  # kinds whose generic word is part of the name


def find_unknown(
    pieces: Pieces, words: PlaceWords, *, closed: frozenset[int], adjectives: frozenset[str]
) -> Iterator[Named]:
    """Yield toponyms found by pattern.

    Parameters
    ----------
    pieces : Pieces
    words : PlaceWords
    closed : frozenset of int
        Words that are already part of a place or of an actor's name.
    adjectives : frozenset of str
        Adjectives and inhabitants of countries: no toponyms.
    """
    before = None
    for at in range(len(pieces)):
        if (before is not None and at <= before.last) or at in closed or not pieces.capital[at]:
            continue
        named = (_after_cue(pieces, at, words, adjectives, closed) or _by_ending(pieces, at, words, adjectives)
                 or _by_dateline(pieces, at) or _in_list(pieces, at, before, words, adjectives, closed))  # fmt: skip
        if named is not None and closed.isdisjoint(range(named.first, named.last + 1)):
            before = named
            yield named


def _after_cue(
    pieces: Pieces, at: int, words: PlaceWords, adjectives: frozenset[str], closed: frozenset[int]
) -> Named | None:
    last = _run(pieces, at, words, closed)
    if not _may_be_name(pieces, at, words, adjectives):
        return None
    after = phrase_after(pieces, last, words.generics_after)
    if after is not None and after["unknown"] == "yes" and not words.role(pieces.keys[at], "compass"):
        return _whole(pieces, Named(at, last, (), after["kind"], "generic", after))
    if after is not None and after["kind"] == "building":
        return None
    before = generic_before(pieces, at, words)
    if before is not None and before["unknown"] == "yes":
        first = at - 1 if before["kind"] == "street" else at
        return Named(first, last, (), before["kind"], "generic", before)
    row = phrase_before(pieces, at, words.prepositions)
    if row is not None and (row["strength"] == "strong" or (row["strength"] == "medium" and _alone(pieces, at, last))):
        return None if pieces.keys[at] in words.first_names else Named(at, last, (), "", row["strength"], row)
    return None


def _by_dateline(pieces: Pieces, at: int) -> Named | None:
    """Read an unknown town in capitals at the head of a report: ``RAMLOW, Ohio —``; a rubric has no comma."""
    last = at
    while pieces.joined(last) and last + 1 < len(pieces) and pieces.word(last + 1).isupper():
        last += 1
    is_shown = (at in pieces.heads and pieces.word(at).isupper() and pieces.gap(last) == ", "
                and not _is_small(pieces, last + 1))  # fmt: skip
    return Named(at, last, (), "settlement", "dateline") if is_shown and opens_dateline(pieces, last) else None


def _in_list(
    pieces: Pieces, at: int, before: Named | None, words: PlaceWords, adjectives: frozenset[str],
    closed: frozenset[int],
) -> Named | None:  # fmt: skip
    """Read the further names of ``de dorpen X, Y en Z``."""
    if before is None or before.row is None or before.row.fields.get("side") != "before_each":
        return None
    last = _run(pieces, at, words, closed)
    last = next((index - 1 for index in range(at + 1, last) if pieces.keys[index] in words.joins), last)
    listed = replace(before, first=at, last=last)
    fits = _may_be_name(pieces, at, words, adjectives) and lists(between(pieces, before, listed), words)
    return listed if fits else None


def _run(pieces: Pieces, at: int, words: PlaceWords, closed: frozenset[int]) -> int:
    """Return the last word of the capitalised name that begins at `at`, with the small words inside it."""
    last = at
    while last - at < _LONGEST and last + 1 < len(pieces) and last not in pieces.owners and pieces.joined(last):
        following = last + 1
        if pieces.capital[following] and following not in closed:
            last = following
        elif (pieces.keys[following] in words.particles and following + 1 < len(pieces) and pieces.joined(following)
              and pieces.capital[following + 1] and following + 1 not in closed and pieces.keys[following] != "in"):
            last = following + 1
        else:
            break
    return last


def _alone(pieces: Pieces, first: int, last: int) -> bool:
    """Tell whether a name is one word, or joined by hyphens or small words: else it is mostly a title or a person."""
    return all(pieces.gap(index) == "-" or _is_small(pieces, index) or _is_small(pieces, index + 1)
               for index in range(first, last))  # fmt: skip


def _is_small(pieces: Pieces, index: int) -> bool:
    return pieces.text[pieces.starts[index]].islower()


def _may_be_name(pieces: Pieces, at: int, words: PlaceWords, adjectives: frozenset[str]) -> bool:
    key = pieces.keys[at]
    if at in pieces.heads or at in pieces.loud or pieces.acronym(at) or len(key) < 3:
        return False
    return not (key in adjectives or words.role(key, "never", "title", "organisation", "neutral"))


def _whole(pieces: Pieces, named: Named) -> Named:
    size = len(named.row["word"].split()) if named.row else 0
    return replace(named, last=named.last + size) if named.kind in _WHOLE_NAME else named


def _by_ending(pieces: Pieces, at: int, words: PlaceWords, adjectives: frozenset[str]) -> Named | None:
    last = at
    while pieces.spaced(last) and pieces.capital[last + 1] and last - at < _LONGEST:
        last += 1
    row = _ending(pieces, at, last, words)
    if row is None or at in pieces.heads or pieces.keys[at] in adjectives or pieces.keys[at] in words.first_names:
        return None
    if _is_body(pieces, at, last, words):
        return None
    named = with_preposition(pieces, Named(at, last, (), row["kind"]), words, adjectives)
    articled = pieces.spaced(at - 1) and words.role(pieces.keys[at - 1], "article")
    whole = row["side"] == "after"
    is_shown = named.evidence in ("strong", "medium", "known", "weak") and (articled or whole)
    return replace(named, row=row) if is_shown or (articled and whole) else None


def _is_body(pieces: Pieces, first: int, last: int, words: PlaceWords) -> bool:
    """Tell whether a noun beside makes a name an organisation's: the Fair Lane association."""
    before, after = pieces.keys[first - 1] if first else "", pieces.keys[last + 1] if last + 1 < len(pieces) else ""
    return (pieces.spaced(last) and words.role(after, "body_after")) or (
        pieces.spaced(first - 1) and words.role(before, "body_before", "for_body"))


def _ending(pieces: Pieces, first: int, index: int, words: PlaceWords) -> LexiconRow | None:
    key = pieces.keys[index]
    for keys, row in words.generics_after.get(key, ()) if index > first else ():
        if len(keys) == 1 and row["word"] == pieces.word(index) and row["kind"] in ("water", "site", "street"):
            return row
    for ending in words.endings(key):
        if len(key) >= len(ending) + _STEM:
            return words.suffixes[ending]
    return None


def extend_site(pieces: Pieces, named: Named, words: PlaceWords) -> Named:
    """Turn ``Belgorod Arena`` or ``London Road`` into one toponym of its own: it is not the town, and has no point."""
    after = named.last + 1
    if pieces.spaced(named.last) and words.role(pieces.keys[after], "venue") and pieces.capital[after]:
        return replace(named, last=after, candidates=(), kind="venue", evidence=named.evidence or "generic")
    if named.kind == "street" and named.row is not None:
        if named.row["side"] == "after":
            return replace(_whole(pieces, named), candidates=())
        return replace(named, first=named.first - 1, candidates=())
    return named
