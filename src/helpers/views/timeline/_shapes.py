"""The drawn marks of the timeline: each as exact as its time, hollow where nothing is said to have happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import matplotlib.dates as mdates
import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle

from helpers.views._legend import marker_options
from helpers.views.palette import INK, MUTED, PAPER, StatusStyle, style_status
from helpers.views.timeline._marks import TimeMark

FADE_STEPS = 64
SOFT_POINTS = 9.0  # how far a bar that is about then fades beyond its ends, on paper: no time is meant by it
SOFT_ALL = 0.27
DAY_HEIGHT, SPAN_HEIGHT, FADE_HEIGHT = 0.34, 0.5, 0.44
PRINTED = StatusStyle(PAPER, PAPER, "▯", "s", "solid", "", True)


def choose_style(mark: TimeMark) -> StatusStyle:
    """Return the look of a mark; hollow where it is not said to have happened."""
    style = style_status(mark.status) if mark.status else PRINTED
    return style if mark.is_realised else replace(style, is_filled=False)


def draw_mark(axes: Axes, position: float, mark: TimeMark, *, gid: str, link: str | None = None) -> None:
    """Draw one mark; what lies outside of the axis is pointed at, with its value, and gets no edge that is not known.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
    position : float
        Row of the mark.
    mark : TimeMark
    gid : str
        Its id in the drawing.
    link : str, optional
        Where a click on the mark leads.
    """
    style = choose_style(mark)
    first, last = axes.get_xlim()
    start = number(mark.start) if mark.start else None
    end = number(mark.end) if mark.end else None
    if end is not None and end <= first:
        _point_outside(axes, position, f"◂ {mark.value}", at_start=True, gid=gid, link=link)
    elif start is not None and start >= last:
        _point_outside(axes, position, f"{mark.value} ▸", at_start=False, gid=gid, link=link)
    elif mark.shape == "point":
        assert start is not None  # noqa: S101  (only for the type checker: a point has its moment)
        axes.plot([start], [position], gid=gid, url=link, **marker_options(style, 7.5))
    else:
        draw_stretch(axes, position, style, mark.shape, ends=(start, end), gid=gid, link=link)
        if start is not None and start < first:
            _point_on(axes, position, -0.001, "◂", "right")
        if end is not None and end > last:
            _point_on(axes, position, 1.001, "▸", "left")


def _point_on(axes: Axes, position: float, x: float, sign: str, side: str) -> None:
    axes.text(x, position, sign, transform=axes.get_yaxis_transform(), va="center", ha=side, fontsize=7, color=INK)


def draw_stretch(
    axes: Axes, position: float, style: StatusStyle, shape: str, *, ends: tuple[float | None, float | None],
    gid: str | None = None, link: str | None = None,
) -> None:  # fmt: skip
    """Draw a bar between two ends, or one that fades to where nothing is known; None is an open end."""
    if shape == "about":
        _draw_soft(axes, position, style, ends, gid=gid, link=link)
        return
    first, last = axes.get_xlim()
    start, end = (first if ends[0] is None else max(ends[0], first)), (last if ends[1] is None else min(ends[1], last))
    if shape in ("fades_back", "fades_on"):
        back = shape == "fades_back"
        known = ends[1] if back else ends[0]
        edge = known if known is not None and first <= known <= last else None
        _draw_fading(axes, position, style, (start, end), back=back, edge=edge)
        _lay_link(axes, position, (start, end), gid=gid, link=link)
        return
    height = SPAN_HEIGHT if shape == "span" else DAY_HEIGHT
    axes.add_patch(Rectangle(
        (start, position - height / 2), end - start, height, facecolor=style.colour if style.is_filled else PAPER,
        edgecolor=INK, linewidth=0.8, linestyle="-" if style.is_filled else "--", hatch=style.hatch or None,
        gid=gid, url=link, zorder=3,
    ))  # fmt: skip


def _lay_link(
    axes: Axes, position: float, stretch: tuple[float, float], *, gid: str | None, link: str | None
) -> None:
    """Lay a clear shape over a fading one: nothing but a shape of its own can be pointed at and followed."""
    start, end = stretch
    axes.add_patch(Rectangle((start, position - FADE_HEIGHT / 2), end - start, FADE_HEIGHT, facecolor=PAPER,
                             alpha=0.01, linewidth=0, gid=gid, url=link, zorder=5))  # fmt: skip


def _draw_soft(
    axes: Axes, position: float, style: StatusStyle, ends: tuple[float | None, float | None],
    *, gid: str | None, link: str | None,
) -> None:  # fmt: skip
    """Draw a bar that fades at both ends, a little beyond them: the text says about, and not how far from it."""
    first, last = axes.get_xlim()
    figure = axes.get_figure(root=True)
    assert figure is not None and ends[0] is not None and ends[1] is not None  # noqa: S101, PT018  (for the type checker)
    soft = SOFT_POINTS * (last - first) / (axes.get_position().width * figure.get_figwidth() * 72)
    stretch = ends[0] - soft, ends[1] + soft
    share = soft / (stretch[1] - stretch[0])
    steps = np.linspace(0.0, 1.0, FADE_STEPS)
    clear = np.interp(steps, [0.0, 1.8 * share, 1 - 1.8 * share, 1.0] if share < SOFT_ALL else [0.0, 0.5, 0.5, 1.0],
                      [0.0, 0.9, 0.9, 0.0])  # fmt: skip
    _lay_shade(axes, position, style, stretch, clear)
    _lay_link(axes, position, stretch, gid=gid, link=link)


def _lay_shade(
    axes: Axes, position: float, style: StatusStyle, stretch: tuple[float, float], clear: npt.NDArray[np.float64]
) -> None:
    """Draw a bar of the style's colour that is as clear at each step as `clear` says."""
    shade = np.tile(to_rgba(style.colour if style.is_filled else MUTED), (1, FADE_STEPS, 1))
    shade[0, :, 3] = clear
    limits = axes.get_xlim(), axes.get_ylim()
    half = FADE_HEIGHT / 2 if style.is_filled else FADE_HEIGHT / 4
    axes.imshow(shade, extent=(*stretch, position + half, position - half), aspect="auto", zorder=3)
    axes.set(xlim=limits[0], ylim=limits[1])


def _point_outside(axes: Axes, position: float, words: str, *, at_start: bool, gid: str, link: str | None) -> None:
    axes.text(0.005 if at_start else 0.995, position, words, transform=axes.get_yaxis_transform(), va="center",
              ha="left" if at_start else "right", fontsize=8, color=MUTED, gid=gid, url=link)  # fmt: skip


def _draw_fading(
    axes: Axes, position: float, style: StatusStyle, stretch: tuple[float, float], *, back: bool, edge: float | None
) -> None:
    """Draw a bar that fades towards where nothing is known; only a known end that is in view has an edge."""
    clear = np.linspace(0.0, 0.8, FADE_STEPS)
    _lay_shade(axes, position, style, stretch, clear if back else clear[::-1])
    if edge is not None:
        axes.plot([edge, edge], [position - 0.28, position + 0.28], color=INK, linewidth=1.4,
                  linestyle="-" if style.is_filled else ":", zorder=4)  # fmt: skip


def number(moment: datetime) -> float:
    """Return a moment as the axis counts it."""
    return float(mdates.date2num(moment))  # type: ignore[no-untyped-call]
