"""The drawing of the explorer as a widget: HTML that also says which of its rows the reader points at."""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets


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
    """

    _esm = Path(__file__).with_name("drawing.js")
    value = traitlets.Unicode().tag(sync=True)
    keeps_view = traitlets.Bool(False).tag(sync=True)
    pointed = traitlets.Unicode().tag(sync=True)
    proof = traitlets.Unicode().tag(sync=True)

    def show(self, value: str, *, keeps_view: bool = False) -> None:
        """Show another drawing, in which nothing is pointed at yet."""
        with self.hold_sync():
            self.point_away()
            self.keeps_view = keeps_view
            self.value = value

    def point_away(self) -> None:
        """Point at nothing any more."""
        self.pointed = self.proof = ""


def read_pointed(pointed: str) -> str:
    """Return the id in the tables of a row of the drawing.

    Examples
    --------
    >>> read_pointed("live-grens.c0-63.0"), read_pointed("timeline-grens.e4")
    ('grens.c0-63.0', 'grens.e4')
    """
    return pointed.partition("-")[2]
