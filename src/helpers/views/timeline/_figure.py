"""Draw the timeline: one row a mark, so that labels never collide; the drawing is as vague as the time is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from textwrap import fill

import matplotlib.dates as mdates
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Annotation

from helpers.views._filters import Choice
from helpers.views._index import TableIndex, Tables
from helpers.views._legend import add_legend, marker_options, safe_label
from helpers.views.palette import INK, MUTED, PAPER
from helpers.views.svg import draw_note
from helpers.views.timeline._key import draw_key
from helpers.views.timeline._layout import NARROW, WIDE, Layout
from helpers.views.timeline._marks import CLOCKS, Clock, TimeMark, choose_window, select_times
from helpers.views.timeline._shapes import choose_style, draw_mark, number

# inches from the foot of the figure
REMARK_AT = 0.1
LONGEST_REMARK = 24  # letters


def draw_timeline(
    tables: Tables, *, clocks: Sequence[Clock] = CLOCKS, language: str = "en", show_own_text: bool = False,
    max_rows: int = 60, window: tuple[datetime, datetime] | None = None, narrow: bool = False, **selection: Choice,
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
    narrow : bool
        True draws it for a phone, each label over its own mark.
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
    if not dated:
        rest = [index.say_count("one_undated_row", "undated_rows", n_undated)] if n_undated else []
        return draw_note(" ".join([index.say("alt_timeline_empty"), *rest]))
    remark = tell_drawn(index, len(drawn), len(dated), n_undated)
    layout = NARROW if narrow else WIDE
    return draw_marks(index, drawn, remark=remark, n_undated=n_undated, window=window, layout=layout)


def tell_drawn(index: TableIndex, n_drawn: int, n_dated: int, n_undated: int) -> str:
    """Say how many of the rows with a date are drawn, and how many have none."""
    dated = index.say_count("one_dated_drawn", "dated_drawn", n_dated, drawn=n_drawn)
    return f"{dated} {index.say_count('one_undated_row', 'undated_rows', n_undated)}"


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
    window: tuple[datetime, datetime] | None = None, links: str | None = None, layout: Layout = WIDE,
) -> Figure:  # fmt: skip
    """Draw dated marks that were selected before; with links they lead to the rows whose ids begin so."""
    rows = _place_rows(drawn)
    height = layout.foot + layout.head + layout.line_height * (len(rows) * layout.pitch + 1)
    figure = Figure(figsize=(layout.width, height), facecolor=PAPER)
    FigureCanvasAgg(figure)  # one canvas, so that measuring a label costs no new one
    left, right = layout.axis
    axes = figure.add_axes((left, layout.foot / height, right - left, 1 - (layout.foot + layout.head) / height))
    first, last = window or choose_window(index, drawn)
    axes.set_xlim(number(first), number(last))
    axes.set_ylim(len(rows) * layout.pitch - layout.pitch / 2 + 0.5, -layout.pitch / 2 - 0.5)
    for row_number, entry in enumerate(rows):
        position = row_number * layout.pitch
        if isinstance(entry, str):
            _draw_heading(axes, position, index.say(f"clock.{entry}"), layout)
            continue
        link = None if links is None else f"#{links}{entry.row_id}"
        _draw_label(axes, position, entry, layout, link=link)
        draw_mark(axes, position + layout.mark_shift, entry, gid=f"{layout.name}mark-{entry.row_id}", link=link)
    _draw_axis(axes, layout.n_ticks)
    add_legend(index, axes, (mark.status for mark in drawn), columns=layout.legend_columns)
    draw_key(index, figure, drawn, bottom=layout.key_at, lines=layout.key_lines)
    figure.text(0.01, REMARK_AT / height, fill(remark, layout.remark_length), fontsize=8, color=MUTED, va="bottom")
    figure.set_label(describe_marks(index, drawn, n_undated))
    return figure


def describe_marks(index: TableIndex, drawn: Sequence[TimeMark], n_undated: int) -> str:
    """Say in words what the figure shows."""
    if not drawn:
        return index.say("alt_timeline_empty")
    counts = ", ".join(f"{sum(m.clock == clock for m in drawn)} {index.say(f'clock.{clock}')}" for clock in CLOCKS)
    known = [moment for mark in drawn for moment in (mark.start, mark.end) if moment]
    told = index.say("alt_timeline", counts=counts, first=f"{min(known):%Y-%m-%d}", last=f"{max(known):%Y-%m-%d}")
    return f"{told} {index.say_count('one_undated_row', 'undated_rows', n_undated)}"


def _place_rows(drawn: Sequence[TimeMark]) -> list[TimeMark | str]:
    rows: list[TimeMark | str] = []
    for clock in CLOCKS:
        group = [mark for mark in drawn if mark.clock == clock]
        rows += [clock, *group] if group else []
    return rows


def _draw_heading(axes: Axes, position: int, words: str, layout: Layout) -> None:
    left, right = layout.axis
    axes.axhline(position + 0.45 * layout.pitch, xmin=-left / (right - left), color=INK, linewidth=0.8, clip_on=False)
    axes.annotate(words, (0, position), xycoords=("axes fraction", "data"), xytext=(min(layout.label_start, 0), 0),
                  textcoords="offset points", va="center", fontsize=9.5, fontweight="bold", color=INK)  # fmt: skip


def _draw_label(axes: Axes, position: int, mark: TimeMark, layout: Layout, *, link: str | None) -> None:
    height = position + layout.label_shift
    label = axes.annotate(mark.label, (0, height), xycoords=("axes fraction", "data"), xytext=(layout.label_start, 0),
                          textcoords="offset points", va="center", fontsize=8, color=INK, url=link,
                          gid=f"{layout.name}label-{mark.row_id}")  # fmt: skip
    _fit_label(label, mark.label, layout.label_room)
    if position // layout.pitch % 2:
        axes.axhspan(position - layout.pitch / 2, position + layout.pitch / 2, color="#f6f6f6", linewidth=0, zorder=0)
    axes.plot([layout.sign_at], [height], transform=axes.get_yaxis_transform(), clip_on=False,
              **marker_options(choose_style(mark)))  # fmt: skip


def _fit_label(label: Annotation, words: str, room_points: float) -> None:
    """Shorten a label until it is measured to fit into its room; letters are not equally wide.

    A remark in brackets behind it, as that the text is not here, stays.
    """
    figure = label.get_figure()
    assert figure is not None  # noqa: S101  (only for the type checker: the label was made on a figure)
    head, bracket, remark = words.rpartition(" [")
    has_remark = bool(head) and remark.endswith("]") and len(remark) <= LONGEST_REMARK
    shown, rest = (head, safe_label(bracket + remark, LONGEST_REMARK + 2)) if has_remark else (words, "")
    room, length = room_points * figure.dpi / 72, len(shown)
    while True:
        label.set_text(safe_label(shown, length) + rest)
        wide = label.get_window_extent().width
        if wide <= room or length <= 4:
            return
        length = max(4, min(length - 1, int(length * room / wide)))


def _draw_axis(axes: Axes, n_ticks: int) -> None:
    first, last = axes.get_xlim()
    wanted = max(1, round((last - first) / n_ticks))
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
