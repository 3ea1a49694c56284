"""The key of the timeline: the shapes of exact and vague times, each with its words, under the axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.views._index import TableIndex
from helpers.views._legend import marker_options
from helpers.views.palette import INK, STATUS_STYLES
from helpers.views.timeline._marks import TimeMark
from helpers.views.timeline._shapes import choose_style, draw_stretch

EXAMPLE, GAP = 26.0, 7.0
LINE_HEIGHT = 0.24
SAMPLE = replace(STATUS_STYLES["reported"], marker="o")
HOLLOW = replace(STATUS_STYLES["claimed"], is_filled=False)


def draw_key(index: TableIndex, figure: Figure, drawn: Sequence[TimeMark], *, bottom: float, lines: int) -> None:
    """Draw an example and a word for each shape that the figure holds.

    Parameters
    ----------
    index : TableIndex
    figure : matplotlib.figure.Figure
    drawn : sequence of TimeMark
    bottom : float
        In inches.
    lines : int
        Over how many it may run.
    """
    shapes = {name_shape(mark) for mark in drawn}
    used = [(name, index.say(key)) for name, key in KEYS.items() if name in shapes]
    if any(not choose_style(mark).is_filled for mark in drawn):
        used.append(("hollow", index.say("shape_hollow")))
    tall = figure.get_figheight()
    axes = figure.add_axes((0.01, bottom / tall, 0.98, lines * LINE_HEIGHT / tall))
    axes.set_axis_off()
    width = 0.98 * figure.get_figwidth() * 72
    axes.set(xlim=(0, width), ylim=(lines, 0))
    x, y = 2.0, 0.5
    for name, words in used:
        text = axes.text(x + EXAMPLE + 4, y, words, va="center", fontsize=8, color=INK)
        needed = EXAMPLE + 4 + text.get_window_extent().width * 72 / figure.dpi
        if x > 2 and x + needed > width:
            x, y = 2.0, y + 1
            text.set_position((x + EXAMPLE + 4, y))
        _draw_example(axes, name, x, y)
        x += needed + GAP


KEYS = {"point": "shape_point", "about": "shape_about", "day": "shape_day", "day_part": "shape_day_part",
        "span": "shape_span", "fades": "shape_fades"}  # fmt: skip


def name_shape(mark: TimeMark) -> str:
    """Return the name of a mark's shape in the key.

    A part of a day is told from a longer period by its length, as it is on the axis.
    """
    if mark.shape.startswith("fades"):
        return "fades"
    if mark.shape == "span" and mark.start and mark.end and (mark.end - mark.start).total_seconds() < 86_400:
        return "day_part"
    return mark.shape


def _draw_example(axes: Axes, name: str, x: float, y: float) -> None:
    if name == "point":
        axes.plot([x + EXAMPLE / 2], [y], **marker_options(SAMPLE, 7))
        return
    style, shape = (HOLLOW, "day") if name == "hollow" else (SAMPLE, "span" if name == "day_part" else name)
    width = {"day_part": EXAMPLE / 3, "about": 0.0}.get(name, EXAMPLE)
    start = x + (EXAMPLE - width) / 2
    draw_stretch(axes, y, style, "fades_on" if name == "fades" else shape, ends=(start, start + width))
