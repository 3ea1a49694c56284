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
SAMPLE = replace(STATUS_STYLES["reported"], marker="o")
HOLLOW = replace(STATUS_STYLES["claimed"], is_filled=False)


def draw_key(index: TableIndex, figure: Figure, drawn: Sequence[TimeMark], *, bottom: float, height: float) -> None:
    """Draw an example and a word for each shape that the figure holds.

    Parameters
    ----------
    index : TableIndex
    figure : matplotlib.figure.Figure
    drawn : sequence of TimeMark
    bottom, height : float
        In inches.
    """
    shapes = {name_shape(mark) for mark in drawn}
    used = [(name, index.say(key)) for name, key in KEYS.items() if name in shapes]
    if any(not choose_style(mark).is_filled for mark in drawn):
        used.append(("hollow", index.say("shape_hollow")))
    tall = figure.get_figheight()
    axes = figure.add_axes((0.01, bottom / tall, 0.98, height / tall))
    axes.set_axis_off()
    axes.set(xlim=(0, 0.98 * figure.get_figwidth() * 72), ylim=(1, 0))
    x = 2.0
    for name, words in used:
        _draw_example(axes, name, x)
        text = axes.text(x + EXAMPLE + 4, 0.5, words, va="center", fontsize=8, color=INK)
        x += EXAMPLE + GAP + 4 + text.get_window_extent().width * 72 / figure.dpi


KEYS = {"point": "shape_point", "day": "shape_day", "day_part": "shape_day_part", "span": "shape_span",
        "fades": "shape_fades"}  # fmt: skip


def name_shape(mark: TimeMark) -> str:
    """Return the name of a mark's shape in the key.

    A part of a day is told from a longer period by its length, as it is on the axis.
    """
    if mark.shape.startswith("fades"):
        return "fades"
    if mark.shape == "span" and mark.start and mark.end and (mark.end - mark.start).total_seconds() < 86_400:
        return "day_part"
    return mark.shape


def _draw_example(axes: Axes, name: str, x: float) -> None:
    if name == "point":
        axes.plot([x + EXAMPLE / 2], [0.5], **marker_options(SAMPLE, 7))
        return
    style, shape = (HOLLOW, "day") if name == "hollow" else (SAMPLE, "span" if name == "day_part" else name)
    width = EXAMPLE / 3 if name == "day_part" else EXAMPLE
    start = x + (EXAMPLE - width) / 2
    draw_stretch(axes, 0.5, style, "fades_on" if name == "fades" else shape, ends=(start, start + width))
