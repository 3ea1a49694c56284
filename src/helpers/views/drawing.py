"""The drawing of the explorer as a widget: HTML that also says which of its rows the reader points at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import anywidget
import traitlets

# ids of the drawing's own, since the same rows may stand in other outputs of the same window
IN_TABLE, IN_TIMELINE = "live-", "live-timeline-"


class Drawing(anywidget.AnyWidget):
    """HTML from the kernel; a click on a row of its tables, or on a mark of its timeline, comes back as `pointed`.

    Attributes
    ----------
    value : str
        The HTML; what it holds of an article is escaped already.
    keeps_view : bool
        True keeps the part of the map that the reader looks at when the next `value` comes.
    pointed : str
        The id of the row that the reader points at, as it stands in `value`; empty where it is none.
    proof : str
        HTML that is shown under the row that is pointed at.
    told : str
        HTML above `value`: where in it the chosen claim is.
    marked : list of str
        Ids of the rows of the chosen claim, as they stand in `value`; also of the labels of a figure.
    """

    _esm = Path(__file__).with_name("drawing.js")
    value = traitlets.Unicode().tag(sync=True)
    keeps_view = traitlets.Bool(False).tag(sync=True)
    pointed = traitlets.Unicode().tag(sync=True)
    proof = traitlets.Unicode().tag(sync=True)
    told = traitlets.Unicode().tag(sync=True)
    marked = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def show(self, value: str, *, keeps_view: bool = False) -> None:
        """Show another drawing, in which nothing is pointed at yet; what is marked stays marked."""
        with self.hold_sync():
            self.point_away()
            self.keeps_view = keeps_view
            self.value = value

    def mark(self, row_ids: Sequence[str], told: str = "") -> None:
        """Mark the rows of these ids of the tables, and say where they are."""
        with self.hold_sync():
            self.marked = [f"{lead}{row_id}" for lead in (IN_TABLE, IN_TIMELINE) for row_id in row_ids]
            self.told = told

    def point_away(self) -> None:
        """Point at nothing any more."""
        self.pointed = self.proof = ""


def read_pointed(pointed: str) -> str:
    """Return the id in the tables of a row of the drawing.

    Examples
    --------
    >>> read_pointed(f"{IN_TABLE}grens.c0-63.0"), read_pointed(f"{IN_TIMELINE}grens.e4")
    ('grens.c0-63.0', 'grens.e4')
    """
    return pointed.removeprefix(IN_TIMELINE).removeprefix(IN_TABLE)
