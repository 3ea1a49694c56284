"""The clock times of a heading: the heading announces what the text below it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.annotate.times._expressions import Found

NO_DAY = "no value: a heading names no day"
REACH = 6
_HALF_DAY = 12


def settle_headings(found: Sequence[Found]) -> list[Found]:
    """Give a clock time of a heading the value of the same clock time below it; it stays without a value else."""
    settled = list(found)
    for at, heading in enumerate(found):
        if heading.note == NO_DAY and heading.meaning.clock is not None:
            below = (other for other in found[at + 1 : at + 1 + REACH] if _tells(other, heading))
            told = next(below, None)
            if told is not None:
                note = "as the text below the heading says"
                settled[at] = replace(heading, stretch=told.stretch, anchor=told.anchor, note=note)
    return settled


def _tells(other: Found, heading: Found) -> bool:
    here, there = heading.meaning.clock, other.meaning.clock
    if other.stretch is None or here is None or there is None or other.note == NO_DAY:
        return False
    return here[0] % _HALF_DAY == there[0] % _HALF_DAY and here[1:] == there[1:]
