"""Draw the timeline: one row a mark, so that labels never collide; the drawing is as vague as the time is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import matplotlib.dates as mdates
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Annotation

from helpers.views._filters import Choice
from helpers.views._index import TableIndex, Tables
from helpers.views._legend import add_legend, marker_options, safe_label
from helpers.views.palette import INK, MUTED, PAPER
from helpers.views.timeline._key import draw_key
from helpers.views.timeline._marks import CLOCKS, Clock, TimeMark, choose_window, select_times
from helpers.views.timeline._shapes import choose_style, draw_mark, number

WIDTH, ROW_HEIGHT, FOOT, HEAD = 11.0, 0.27, 1.2, 0.4
REMARK_AT, KEY_AT, KEY_HEIGHT = 0.1, 0.33, 0.24
LABEL_SHARE = 0.40
# points from the axis to where the labels begin, and how much of them the labels may fill
LABEL_START, LABEL_ROOM = 300, 282


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
        Rows that are drawn, shared out fairly among the clocks; how many are not is written under the axis.
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
    dated = [mark for mark in marks if mark.is_dated]
    drawn, n_undated = share_rows(dated, max_rows), len(marks) - len(dated)
    remark = index.say("timeline_remark", drawn=len(drawn), dated=len(dated), undated=n_undated)
    return draw_marks(index, drawn, remark=remark, n_undated=n_undated, window=window)


def share_rows(dated: Sequence[TimeMark], max_rows: int) -> list[TimeMark]:
    """Choose the rows that are drawn where there are more than fit: each clock has its share, its first rows in time.

    Examples
    --------
    >>> share_rows([], 60)
    []
    """
    groups = [[mark for mark in dated if mark.clock == clock] for clock in CLOCKS]
    shares = [0] * len(groups)
    while sum(shares) < max_rows and any(share < len(group) for share, group in zip(shares, groups, strict=True)):
        for place, group in enumerate(groups):
            if shares[place] < len(group) and sum(shares) < max_rows:
                shares[place] += 1
    return [mark for share, group in zip(shares, groups, strict=True) for mark in group[:share]]


def draw_marks(
    index: TableIndex, drawn: Sequence[TimeMark], *, remark: str, n_undated: int,
    window: tuple[datetime, datetime] | None = None, has_links: bool = False,
) -> Figure:  # fmt: skip
    """Draw dated marks that were selected before; with links they lead to the rows of `render_timeline`."""
    rows = _place_rows(drawn)
    height = FOOT + HEAD + ROW_HEIGHT * (len(rows) + 1)
    figure = Figure(figsize=(WIDTH, height), facecolor=PAPER)
    FigureCanvasAgg(figure)  # one canvas, so that measuring a label costs no new one
    axes = figure.add_axes((LABEL_SHARE, FOOT / height, 0.985 - LABEL_SHARE, 1 - (FOOT + HEAD) / height))
    first, last = window or choose_window(index, drawn)
    axes.set_xlim(number(first), number(last))
    axes.set_ylim(len(rows), -1)
    for position, entry in enumerate(rows):
        if isinstance(entry, str):
            _draw_heading(axes, position, index.say(f"clock.{entry}"))
            continue
        link = f"#timeline-{entry.row_id}" if has_links else None
        _draw_label(axes, position, entry, link)
        draw_mark(axes, position, entry, link=link)
    _draw_axis(axes)
    add_legend(index, axes, (mark.status for mark in drawn))
    draw_key(index, figure, drawn, bottom=KEY_AT, height=KEY_HEIGHT)
    figure.text(0.01, REMARK_AT / height, remark, fontsize=8, color=MUTED, va="bottom")
    figure.set_label(describe_marks(index, drawn, n_undated))
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
    axes.annotate(words, (0, position), xycoords=("axes fraction", "data"), xytext=(-LABEL_START, 0),
                  textcoords="offset points", va="center", fontsize=9.5, fontweight="bold", color=INK)  # fmt: skip


def _draw_label(axes: Axes, position: int, mark: TimeMark, link: str | None) -> None:
    label = axes.annotate(mark.label, (0, position), xycoords=("axes fraction", "data"), xytext=(-LABEL_START, 0),
                          textcoords="offset points", va="center", fontsize=8, color=INK, url=link,
                          gid=f"label-{mark.row_id}")  # fmt: skip
    _fit_label(label, mark.label)
    if position % 2:
        axes.axhspan(position - 0.5, position + 0.5, color="#f6f6f6", linewidth=0, zorder=0)
    axes.plot([-0.025], [position], transform=axes.get_yaxis_transform(), clip_on=False,
              **marker_options(choose_style(mark)))  # fmt: skip


def _fit_label(label: Annotation, words: str) -> None:
    """Shorten a label until it is measured to fit before the axis; letters are not equally wide."""
    figure = label.get_figure()
    assert figure is not None  # noqa: S101  (only for the type checker: the label was made on a figure)
    room, length = LABEL_ROOM * figure.dpi / 72, len(words)
    while True:
        label.set_text(safe_label(words, length))
        wide = label.get_window_extent().width
        if wide <= room or length <= 4:
            return
        length = max(4, min(length - 1, int(length * room / wide)))


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
