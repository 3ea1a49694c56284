"""Whether the text says of a time that it is about then (rond drie uur, 5 p.m. or so) or in a part of it (eind mei)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, cast

from helpers.annotate.times._expressions import Found
from helpers.annotate.times._values import Stretch
from helpers.model.annotations import TimeQualifier
from helpers.resources.lexicons import Lexicon, LexiconRow

REACH = 40  # letters beside an expression in which its qualifier can stand
SHORTEST_DAYS = 6  # of a period that has an early and a late part
PARTS: dict[str, TimeQualifier] = {"begin": "early", "mid": "mid", "end": "late"}
_COUNTED = frozenset(("duration", "shift", "event", "vague"))
_PART = "part"  # scope of the words that say where in a day a part of it lies
_SCOPES = {
    _PART: (), "clock": ("clock",), "count": ("count",), "time": ("clock", "count"), "any": ("clock", "count", ""),
}  # fmt: skip
_APOSTROPHES = str.maketrans("’‘", "''")
_GAP = r"[^\S\n]+"


class _Patterns(NamedTuple):
    before: re.Pattern[str]
    inside: re.Pattern[str]
    after: re.Pattern[str]


def find_qualifier(text: str, found: Found, lexicon: Lexicon) -> TimeQualifier:
    """Return what the text says of how exact a time is.

    A part of a period where the value is the whole of it, or early and late in a day (the early hours, Monday night);
    ``about`` where a word right before, in or right after the expression says so; else ``exact``.
    """
    if found.meaning.part is not None and found.stretch is not None and found.stretch.first == found.stretch.last:
        return _find_side(text[found.start : found.item.end].casefold(), lexicon)
    if found.meaning.edge in PARTS and found.stretch is not None and _is_period(found.stretch):
        return PARTS[found.meaning.edge]
    patterns = _compile(lexicon)[_sort_of(found)]
    start, end = found.start, found.item.end
    before, inside, after = (
        part.casefold().translate(_APOSTROPHES)
        for part in (text[max(0, start - REACH) : start], text[start:end], text[end : end + REACH])
    )
    is_about = patterns.before.search(before) or patterns.inside.search(inside) or patterns.after.match(after)
    return "about" if is_about else "exact"


def _find_side(words: str, lexicon: Lexicon) -> TimeQualifier:
    for row in lexicon.rows("time_qualifiers"):
        if row["scope"] == _PART and re.search(rf"(?<!\w){re.escape(row.key)}(?!\w)", words):
            return cast(TimeQualifier, row["qualifier"])
    return "exact"


def _is_period(stretch: Stretch) -> bool:
    first, last = stretch.first, stretch.last
    return first is not None and last is not None and (last - first).days >= SHORTEST_DAYS


def _sort_of(found: Found) -> str:
    """Tell a clock time and a count of days from the rest: some words say about of these only."""
    meaning = found.meaning
    sides = [side for side in (meaning.base, meaning.other) if side is not None]
    if meaning.kind == "clock" or any(side.kind == "clock" for side in sides):
        return "clock"
    return "count" if meaning.kind in _COUNTED else ""


@lru_cache(maxsize=16)
def _compile(lexicon: Lexicon) -> dict[str, _Patterns]:
    rows = lexicon.rows("time_qualifiers")
    between = _choose(row.key for row in lexicon.rows("time_words") if row["kind"] in ("article", "at"))
    return {sort: _build(rows, between, sort) for sort in ("clock", "count", "")}


def _build(rows: Iterable[LexiconRow], between: str, sort: str) -> _Patterns:
    here = [row for row in rows if sort in _SCOPES[row["scope"]]]
    before, after = (_choose(row.key for row in here if row["side"] == side) for side in ("before", "after"))
    return _Patterns(
        before=re.compile(rf"(?<!\w){before}{_GAP}(?:{between}{_GAP})*$"),
        inside=re.compile(rf"(?<!\w){before}{_GAP}|{_GAP}{after}(?!\w)"),
        after=re.compile(rf"{_GAP}{after}(?!\w)"),
    )


def _choose(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first; for no words one that never matches."""
    ordered = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else r"(?!)"
