"""Two sources as a pair: ``zowel X als Y``, ``niet alleen X maar ook Y``, ``not only X but also Y``."""

from __future__ import annotations

from helpers.annotate.attributions._candidates import Range
from helpers.annotate.attributions._stretches import Stretch

PAIR_REACH = 16
_CLAUSE = ("finite_verb", "complementizer", "relative", "pronoun_subject")


def pair_end(stretch: Stretch, at: int, limit: int) -> Range | None:
    """Return where the second half of a pair that opens at an item begins, and where the pair may end at most.

    Parameters
    ----------
    stretch : Stretch
    at, limit : int
        The first item, and where the phrase has to end.
    """
    opening = _opening(stretch, at)
    if not opening:
        return None
    roles = ("pair_second",) if opening == 1 else ("contrast",)
    reach = min(limit, at + PAIR_REACH)
    joint = next((i for i in range(at + opening + 1, reach) if stretch.has(i, *roles)), None)
    if joint is None or stretch.find_role(at + opening, joint, *_CLAUSE) is not None:
        return None
    second = joint + 1
    if opening > 1:
        if not stretch.has(second, "pair_also"):
            return None
        second += 1
    return (second, limit) if second < limit else None


def pair_start(stretch: Stretch, subject: Range) -> int:
    """Return where a pair begins that a subject is the second half of; else where the subject begins."""
    lo = subject[0]
    if stretch.has(lo - 1, "pair_second", "pair_also"):
        for at in range(lo - 2, max(0, lo - PAIR_REACH) - 1, -1):
            if pair_end(stretch, at, subject[1]) == (lo, subject[1]):
                return at
    return lo


def _opening(stretch: Stretch, at: int) -> int:
    """Return how many words open a pair at an item: 1 (zowel), 2 (niet alleen), 0 where none does."""
    if stretch.has(at, "pair_first"):
        return 1
    return 2 if stretch.has(at, "negation") and stretch.has(at + 1, "pair_only") else 0
