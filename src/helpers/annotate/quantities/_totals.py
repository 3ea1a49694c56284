"""Which counts only divide a total: ``zes gewonden: drie in A, twee in B en een in C``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.model import Document, Quantity
from helpers.model.annotations import PART_OF_TOTAL

_FEWEST = 2


def mark_parts(document: Document, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the counts in their order; those that add up to the count before them cite `PART_OF_TOTAL` in their rule.

    Only exact counts of one unit in one sentence are added up: nothing is guessed.
    """
    marked = list(quantities)
    at = 0
    while at < len(marked):
        size = _count_parts(document, marked, at)
        for number in range(at + 1, at + 1 + size):
            marked[number] = replace(marked[number], rule=f"{marked[number].rule} {PART_OF_TOTAL}")
        at += 1 + size
    return tuple(marked)


def _count_parts(document: Document, quantities: Sequence[Quantity], at: int) -> int:
    """Return how many counts behind the one at an index add up to it, nought where they do not."""
    total = quantities[at]
    if total.qualifier != "exact" or total.low is None:
        return 0
    sentence = document.sentence_at(total.span.start).position
    added, size = 0.0, 0
    for part in quantities[at + 1 :]:
        is_near = document.sentence_at(part.span.start).position == sentence and part.unit == total.unit
        if not is_near or part.qualifier != "exact" or part.low is None or added >= total.low:
            break
        added, size = added + part.low, size + 1
    return size if size >= _FEWEST and added == total.low else 0
