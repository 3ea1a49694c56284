"""Render the timeline for a page: the figure as SVG with links, what has no date beside it, the data under it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from helpers.views._filters import Choice
from helpers.views._index import TableIndex, Tables
from helpers.views.html import Html, badge, escape, page, table, tag
from helpers.views.reading._evidence import mark_source, quote_sentence
from helpers.views.svg import frame_figure
from helpers.views.timeline._figure import draw_marks, share_rows, tell_drawn
from helpers.views.timeline._layout import NARROW, WIDE
from helpers.views.timeline._marks import CLOCKS, Clock, TimeMark, choose_window, select_times

MOST_SHEETS = 5
MOST_SAID_UNDATED = 40  # statements seldom say when they were made; the table of claims has them all
MOST_OPEN = 12  # more rows than this stand folded under the figure; its marks open the fold


def render_timeline(
    tables: Tables, *, clocks: Sequence[Clock] = CLOCKS, language: str = "en", show_own_text: bool = False,
    max_rows: int = 60, window: tuple[datetime, datetime] | None = None, ids: str = "timeline-",
    most_undated: int = MOST_SAID_UNDATED, **selection: Choice,
) -> Html:  # fmt: skip
    """Render the timeline with its data: each mark links to its row, and the row quotes its sentence.

    Parameters
    ----------
    tables, clocks, language, show_own_text, window, **selection
        As for `draw_timeline`.
    max_rows : int
        Rows of one figure; the next ones stand in up to four more figures, folded away, on the same axis.
    ids : str
        Begins the ids of the rows, which are unique in a page.
    most_undated : int
        Undated statements that are listed; how many are not is told.

    Examples
    --------
    >>> "Nothing to draw" in render_timeline({})
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text, words=str(selection.get("text") or ""))
    marks = select_times(tables, clocks=clocks, language=language, show_own_text=show_own_text, **selection)
    dated = [mark for mark in marks if mark.is_dated]
    undated = [mark for mark in marks if not mark.is_dated]
    parts = _render_sheets(index, dated, len(undated), max_rows, window, ids) if dated else [
        tag("p", escape(index.say("empty_timeline")), class_="gp-empty")]  # fmt: skip
    if dated:
        parts.append(tag("p", escape(index.say("how_drawn")), class_="gp-note"))
    parts.append(_render_rows(index, dated, "caption_timeline", len(dated) <= MOST_OPEN, ids=ids))
    parts.append(_render_undated(index, undated, most_undated, is_open=not dated, ids=ids))
    parts += [tag("p", escape(notice), class_="gp-notice") for notice in index.notices_of([m.row for m in marks])]
    return page(*parts, lang=language)


def _render_sheets(
    index: TableIndex, dated: Sequence[TimeMark], n_undated: int, max_rows: int,
    window: tuple[datetime, datetime] | None, ids: str,
) -> list[str]:  # fmt: skip
    """Render one figure, and where there are more rows the next ones folded under it, all on the same axis."""
    drawn = share_rows(dated, max_rows * MOST_SHEETS)
    axis = window or choose_window(index, drawn)
    sheets = []
    for first in range(0, len(drawn), max_rows):
        rows = drawn[first : first + max_rows]
        told = index.say("timeline_sheet", first=first + 1, last=first + len(rows), total=len(dated))
        remark = told if len(dated) > max_rows else tell_drawn(
            index, len(drawn), len(dated), n_undated)
        sheet = "".join(
            frame_figure(draw_marks(index, rows, remark=remark, n_undated=n_undated, window=axis, links=ids,
                                    layout=layout),
                         _list_titles(rows, layout.name), name=layout.name, class_=class_)
            for layout, class_ in ((WIDE, "gp-for-wide"), (NARROW, "gp-for-narrow"))
        )  # fmt: skip
        sheets.append(tag("details", tag("summary", escape(told)) + sheet) if first else sheet)
    if len(dated) > max_rows:
        remark = tell_drawn(index, len(drawn), len(dated), n_undated)
        narrow = index.say("timeline_narrow") if len(drawn) < len(dated) else ""
        sheets.append(tag("p", escape(f"{remark} {narrow}".strip()), class_="gp-note"))
    return sheets


def _list_titles(marks: Sequence[TimeMark], name: str) -> dict[str, str]:
    """Say by its gid what pointing at a mark, or at its label, tells."""
    told = {mark.row_id: f"{mark.label} — {mark.value}" for mark in marks}
    return {f"{name}{part}-{row_id}": words for row_id, words in told.items() for part in ("mark", "label")}


def _render_undated(index: TableIndex, undated: Sequence[TimeMark], most: int, *, is_open: bool, ids: str) -> str:
    """Render what has no date: every event and article, the first statements, and how many more of those there are."""
    said = [mark for mark in undated if mark.clock == "statement"]
    left_out = {mark.row_id for mark in said[most:]}
    listed = [mark for mark in undated if mark.clock != "statement" or mark.row_id not in left_out]
    cut = tag("p", escape(index.say_count("one_more_said", "more_said", len(left_out))), class_="gp-note")
    return _render_rows(index, listed, "caption_undated", is_open, ids=ids, total=len(undated),
                        after=cut if left_out else "")  # fmt: skip


def _render_rows(index: TableIndex, marks: Sequence[TimeMark], caption: str, is_open: bool, *, ids: str,
                 total: int | None = None, after: str = "") -> str:  # fmt: skip
    if not marks:
        return ""
    headings = [escape(index.say(key)) for key in ("col_clock", "col_when", "col_what", "col_status", "col_evidence")]
    how = [index.say("timeline_when")] if caption == "caption_timeline" else []
    told = " · ".join([index.say(caption), *how])
    rows = table(headings, [_row_cells(index, mark) for mark in marks], caption=told,
                 row_ids=[f"{ids}{mark.row_id}" for mark in marks])  # fmt: skip
    summary = tag("summary", escape(f"{index.say(caption)} ({total or len(marks)})"))
    opened = "<details open>" if is_open else "<details>"
    return f"{opened}{summary}{rows}{after}</details>"


def _row_cells(index: TableIndex, mark: TimeMark) -> list[str]:
    if mark.clock == "publication":
        status, proof = "", escape(mark.row["publisher"] or index.say("no_publisher"))
    else:
        status = badge(mark.status, index.word("status", mark.status))
        where = tag("span", escape(index.label_article(mark.row)), class_="gp-note")
        proof = f"{quote_sentence(index, mark.row)}<br>{where}"
    claim = mark.row if mark.clock == "statement" else index.find("claims", mark.row.get("claim_id"))
    label = mark_source(index, claim, mark.label) if claim else escape(mark.label)
    return [escape(index.say(f"clock.{mark.clock}")), escape(mark.value), label, status, proof]
