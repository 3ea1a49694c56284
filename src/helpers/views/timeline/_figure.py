"""Draw the timeline: one row a mark, so that labels never collide; the drawing is as vague as the time is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import matplotlib.dates as mdates
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.views._filters import Choice
from helpers.views._index import TableIndex, Tables
from helpers.views._legend import add_legend, marker_options
from helpers.views.html import shorten
from helpers.views.palette import INK, MUTED, PAPER, StatusStyle, style_status
from helpers.views.timeline._marks import CLOCKS, Clock, TimeMark, choose_window, select_times

WIDTH, ROW_HEIGHT, FOOT, HEAD = 11.0, 0.27, 0.95, 0.4
LABEL_SHARE = 0.40
LABEL_LENGTH = 66
FADE_STEPS = 64
PRINTED = StatusStyle(PAPER, PAPER, "▯", "s", "solid", "", True)


def draw_timeline(
    tables: Tables, *, clocks: Sequence[Clock] = CLOCKS, language: str = "en", show_own_text: bool = False,
    max_rows: int = 60, window: tuple[datetime, datetime] | None = None, **selection: Choice,
) -> Figure:  # fmt: skip
    """Draw what happened, was said and was printed, on one axis in three groups.

    A clock time is a point; a day is a bar of that day; a part of a day a shorter bar; an interval a bar with ends;
    what is vague or open fades. What is denied or questioned is hollow and dashed. What has no date has no mark.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    clocks : sequence of {"event", "statement", "publication"}
    language : str
        Language of the labels.
    show_own_text : bool
        True puts words of the text into the labels whatever ``text_rights`` says.
    max_rows : int
        Rows that are drawn; how many are not is written under the axis.
    window : tuple of datetime, optional
        First and last moment of the axis; chosen around the publications by default.
    **selection
        As for `helpers.views.select_claims`.

    Returns
    -------
    matplotlib.figure.Figure
        ``figure.get_label()`` says in words what it shows.

    Examples
    --------
    >>> draw_timeline({}).get_label()
    'Timeline without any dated row.'
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    marks = select_times(tables, clocks=clocks, language=language, show_own_text=show_own_text, **selection)
    return draw_marks(index, marks, max_rows=max_rows, window=window, has_links=False)


def draw_marks(
    index: TableIndex, marks: Sequence[TimeMark], *, max_rows: int = 60,
    window: tuple[datetime, datetime] | None = None, has_links: bool = True,
) -> Figure:  # fmt: skip
    """Draw marks that were selected before; their labels link to the rows of `render_timeline`."""
    dated = [mark for mark in marks if mark.is_dated]
    drawn = dated[:max_rows]
    rows = _place_rows(drawn)
    height = FOOT + HEAD + ROW_HEIGHT * (len(rows) + 1)
    figure = Figure(figsize=(WIDTH, height), facecolor=PAPER)
    axes = figure.add_axes((LABEL_SHARE, FOOT / height, 0.985 - LABEL_SHARE, 1 - (FOOT + HEAD) / height))
    first, last = window or choose_window(index, drawn)
    axes.set_xlim(_number(first), _number(last))
    axes.set_ylim(len(rows), -1)
    for position, entry in enumerate(rows):
        if isinstance(entry, str):
            _draw_heading(axes, position, index.say(f"clock.{entry}"))
        else:
            _draw_label(axes, position, entry, has_link=has_links)
            _draw_mark(axes, position, entry)
    _draw_axis(axes)
    add_legend(index, axes, (mark.status for mark in drawn))
    _draw_remark(index, figure, len(drawn), len(dated), len(marks) - len(dated))
    figure.set_label(describe_marks(index, drawn, len(marks) - len(dated)))
    return figure


def describe_marks(index: TableIndex, drawn: Sequence[TimeMark], n_undated: int) -> str:
    """Say in words what the figure shows."""
    if not drawn:
        return index.say("alt_timeline_empty")
    counts = ", ".join(f"{sum(m.clock == clock for m in drawn)} {index.say(f'clock.{clock}')}" for clock in CLOCKS)
    known = [moment for mark in drawn for moment in (mark.start, mark.end) if moment]
    return index.say("alt_timeline", counts=counts, first=f"{min(known):%Y-%m-%d}", last=f"{max(known):%Y-%m-%d}",
                     undated=n_undated)  # fmt: skip


def _place_rows(drawn: Sequence[TimeMark]) -> list[TimeMark | str]:
    rows: list[TimeMark | str] = []
    for clock in CLOCKS:
        group = [mark for mark in drawn if mark.clock == clock]
        rows += [clock, *group] if group else []
    return rows


def _draw_heading(axes: Axes, position: int, words: str) -> None:
    axes.axhline(position + 0.45, xmin=-LABEL_SHARE / (0.985 - LABEL_SHARE), color=INK, linewidth=0.8, clip_on=False)
    axes.annotate(words, (0, position), xycoords=("axes fraction", "data"), xytext=(-300, 0),
                  textcoords="offset points", va="center", fontsize=9.5, fontweight="bold", color=INK)  # fmt: skip


def _choose_style(mark: TimeMark) -> StatusStyle:
    """Return the look of a mark; hollow where it is not said to have happened."""
    style = style_status(mark.status) if mark.status else PRINTED
    return style if mark.is_realised else replace(style, is_filled=False)


def _draw_label(axes: Axes, position: int, mark: TimeMark, *, has_link: bool) -> None:
    style = _choose_style(mark)
    # dollar signs would start mathematics, and an article may hold them
    words = shorten(mark.label, LABEL_LENGTH).replace("$", r"\$")
    axes.annotate(words, (0, position), xycoords=("axes fraction", "data"), xytext=(-300, 0),
                  textcoords="offset points", va="center", fontsize=8, color=INK,
                  url=f"#timeline-{mark.row_id}" if has_link else None, gid=f"label-{mark.row_id}")  # fmt: skip
    if position % 2:
        axes.axhspan(position - 0.5, position + 0.5, color="#f6f6f6", linewidth=0, zorder=0)
    axes.plot([-0.018], [position], transform=axes.get_yaxis_transform(), clip_on=False, **marker_options(style))


def _draw_mark(axes: Axes, position: int, mark: TimeMark) -> None:
    style = _choose_style(mark)
    first, last = axes.get_xlim()
    start = _number(mark.start) if mark.start else first
    end = _number(mark.end) if mark.end else last
    if end <= first:
        _draw_outside(axes, position, f"◂ {mark.value}", at_start=True)
    elif start >= last:
        _draw_outside(axes, position, f"{mark.value} ▸", at_start=False)
    elif mark.shape == "point":
        axes.plot([start], [position], gid=f"mark-{mark.row_id}", **marker_options(style, 7.5))
    elif mark.shape in ("fades_back", "fades_on"):
        _draw_fading(axes, position, style, max(start, first), min(end, last), back=mark.shape == "fades_back")
    else:
        _draw_bar(axes, position, mark, style, start=start, end=end)


def _draw_outside(axes: Axes, position: int, words: str, *, at_start: bool) -> None:
    axes.text(0.005 if at_start else 0.995, position, words, transform=axes.get_yaxis_transform(), va="center",
              ha="left" if at_start else "right", fontsize=8, color=MUTED)  # fmt: skip


def _draw_bar(axes: Axes, position: int, mark: TimeMark, style: StatusStyle, *, start: float, end: float) -> None:
    height = 0.5 if mark.shape == "span" else 0.34
    axes.add_patch(Rectangle(
        (start, position - height / 2), end - start, height, facecolor=style.colour if style.is_filled else PAPER,
        edgecolor=INK, linewidth=0.8, linestyle="-" if style.is_filled else "--", hatch=style.hatch or None,
        gid=f"mark-{mark.row_id}", zorder=3,
    ))  # fmt: skip


def _draw_fading(axes: Axes, position: int, style: StatusStyle, start: float, end: float, *, back: bool) -> None:
    """Draw a bar that fades towards where nothing is known; only its known end has an edge."""
    shade = np.tile(to_rgba(style.colour if style.is_filled else MUTED), (1, FADE_STEPS, 1))
    shade[0, :, 3] = np.linspace(0.0, 0.8, FADE_STEPS) if back else np.linspace(0.8, 0.0, FADE_STEPS)
    limits = axes.get_xlim(), axes.get_ylim()
    axes.imshow(shade, extent=(start, end, position + 0.22, position - 0.22), aspect="auto", zorder=3)
    axes.set(xlim=limits[0], ylim=limits[1])
    known = end if back else start
    axes.plot([known, known], [position - 0.28, position + 0.28], color=INK, linewidth=1.4,
              linestyle="-" if style.is_filled else ":", zorder=4)  # fmt: skip


def _number(moment: datetime) -> float:
    return float(mdates.date2num(moment))  # type: ignore[no-untyped-call]


def _draw_axis(axes: Axes) -> None:
    first, last = axes.get_xlim()
    wanted = max(1, round((last - first) / 8))
    axes.xaxis.set_major_locator(mdates.DayLocator(interval=wanted))  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(mdates.DateFormatter("%Y-%m-%d"))  # type: ignore[no-untyped-call]
    axes.tick_params(axis="x", labelsize=8, colors=INK)
    axes.tick_params(axis="y", left=False, labelleft=False)
    axes.grid(axis="x", color="#d0d0d0", linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    for label in axes.get_xticklabels():
        label.set_rotation(20)
        label.set_horizontalalignment("right")


def _draw_remark(index: TableIndex, figure: Figure, n_drawn: int, n_dated: int, n_undated: int) -> None:
    words = index.say("timeline_remark", drawn=n_drawn, dated=n_dated, undated=n_undated)
    figure.text(0.01, 0.12 / figure.get_figheight(), words, fontsize=8, color=MUTED, va="bottom")
