"""How wide each column of a crowded table should be, so that on paper its longest word stays whole."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import zip_longest

_TAG = re.compile(r"<[^>]*>")
# a line may break at a space, and after a hyphen or a slash
_UNBROKEN = re.compile(r"[^ \n\t/-]+[/-]?")
_HELD = "\u00a0"  # holds a word to the sign before it
_LEAST, _MOST = 13, 24  # letters: what a column of short words still needs, and what one word may take from the others


def share_widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """Share the width of a table among its columns by the longest word of each, in hundredths.

    Parameters
    ----------
    rows : sequence of sequences of str
        Cells as HTML, the headings as the first row.

    Examples
    --------
    >>> share_widths([["", "2024-03-01"], ["who", "the Inlichtingendienst"], ["", "so"]])
    [41.94, 58.06]
    """
    longest = [max(map(_measure, column)) for column in zip_longest(*rows, fillvalue="")]
    weights = [min(max(length, _LEAST), _MOST) for length in longest]
    return [round(100 * weight / sum(weights), 2) for weight in weights]


def _measure(cell: str) -> int:
    words = _UNBROKEN.findall(html.unescape(_TAG.sub(" ", cell)))
    return max((len(word) + 2 * word.startswith(_HELD) for word in words), default=0)
