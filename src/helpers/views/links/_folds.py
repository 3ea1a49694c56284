"""A long list shows its first rows; the others stand behind a line that counts them, so that a page can be scrolled."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.views._index import TableIndex
from helpers.views.html import escape, tag

MOST_OPEN = 6


def split_sizes(sizes: Sequence[int]) -> int:
    """Count how many parts stand open: as many as hold no more than `MOST_OPEN` rows together, and one at least.

    Parameters
    ----------
    sizes : sequence of int
        The rows of each part, which is never split itself.

    Examples
    --------
    >>> split_sizes([4, 2, 1]), split_sizes([30, 1])
    (2, 1)
    """
    total = 0
    for number, size in enumerate(sizes):
        total += size
        if total > MOST_OPEN:
            return max(1, number)
    return len(sizes)


def fold_rest(index: TableIndex, count: int, inner: str) -> str:
    """Fold what comes after the first rows behind a line that counts it, nothing where there is no more."""
    summary = tag("summary", escape(index.say("more_folded", count=count)))
    return tag("details", summary + inner, class_="gp-fold") if count else ""
