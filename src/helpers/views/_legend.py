"""The shapes of the statuses on a figure, and the legend that puts a word to each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from helpers.views._index import TableIndex
from helpers.views.html import name_turns, shorten
from helpers.views.palette import INK, PAPER, STATUS_STYLES, StatusStyle


def marker_options(style: StatusStyle, size: float = 6.5) -> dict[str, Any]:
    """Return how a status is marked: its shape, filled or hollow, with a dark edge."""
    return {"marker": style.marker, "markersize": size, "markerfacecolor": style.colour if style.is_filled else PAPER,
            "markeredgecolor": INK, "markeredgewidth": 0.8, "linestyle": "none", "zorder": 4}  # fmt: skip


def safe_label(words: str, length: int) -> str:
    """Cut words to a length and mask their dollar signs: those would start mathematics, and an article may hold them.

    Examples
    --------
    >>> safe_label("the crossing at Kozinka costs $5", 16)
    'the crossing …'
    """
    return shorten(name_turns(words), length).replace("$", r"\$")


def add_legend(index: TableIndex, axes: Axes, statuses: Iterable[str], *, corner: tuple[float, float] = (1, 1),
               columns: int = len(STATUS_STYLES)) -> None:  # fmt: skip
    """Put the statuses that were drawn above the axes, each with its word."""
    used = set(statuses)
    handles = [
        Line2D([], [], label=index.word("status", status), **marker_options(style))
        for status, style in STATUS_STYLES.items() if status in used
    ]  # fmt: skip
    if handles:
        axes.legend(handles=handles, loc="lower right", bbox_to_anchor=corner, ncols=min(columns, len(handles)),
                    frameon=False, fontsize=8, handletextpad=0.1, columnspacing=1.0)  # fmt: skip
