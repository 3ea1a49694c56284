"""When: drawn only as exactly as it is known."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pandas as pd
import pytest

from helpers.views import draw_timeline, render_timeline, select_times
from helpers.views._index import TableIndex
from helpers.views.timeline._marks import TimeMark, choose_window, draw_extent, tell_time

Tables = dict[str, pd.DataFrame]
D22, D23 = date(2023, 5, 22), date(2023, 5, 23)


def _at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2023, 5, 1) + timedelta(days=day - 1, hours=hour, minutes=minute)


@pytest.mark.parametrize(
    ("time", "extent"),
    [
        ({"edtf": "2023-05-22T14:20:00+03:00", "earliest": D22, "latest": D22}, ("point", _at(22, 14, 20), _at(22, 14, 20))),
        ({"edtf": "2023-05-22", "earliest": D22, "latest": D22, "precision": "day"}, ("day", _at(22), _at(23))),
        ({"edtf": "2023-05-22", "earliest": D22, "latest": D22, "day_part": "evening"}, ("span", _at(22, 18), _at(23))),
        ({"edtf": "2023-05-22/2023-05-23", "earliest": D22, "latest": D23, "day_part": "night"},
         ("span", _at(22, 22), _at(23, 6))),
        ({"edtf": "2023-05-22/2023-05-23", "earliest": D22, "latest": D23, "precision": "week"}, ("span", _at(22), _at(24))),
        ({"edtf": "../2023-05-23", "latest": D23, "precision": "vague"}, ("fades_back", None, _at(24))),
        ({"edtf": "2023-05-22/..", "earliest": D22}, ("fades_on", _at(22), None)),
        ({"edtf": "2023-05-22/2023-05-23", "earliest": D22, "latest": D23, "precision": "vague"},
         ("fades_back", _at(22), _at(24))),
        ({"duration": "PT5H"}, ("undated", None, None)),
        ({}, ("undated", None, None)),
    ],
)  # fmt: skip
def test_a_time_is_drawn_as_exactly_as_it_is_known(time: dict[str, object], extent: tuple[object, ...]) -> None:
    assert draw_extent(time) == extent


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ({"edtf": "2023-05-22T14:20:00+03:00"}, "2023-05-22 14:20 +03:00"),
        ({"edtf": "2023-05-22", "day_part": "evening"}, "2023-05-22, evening"),
        ({"edtf": "../2023-05-23", "precision": "vague"}, "until 2023-05-23 (vague)"),
        ({"edtf": "2014/.."}, "since 2014"),
        ({"edtf": "2023-05-20/2023-05-22"}, "2023-05-20 – 2023-05-22"),
        ({"duration": "P2M"}, "no value"),
    ],
)
def test_a_time_is_told_without_a_second_that_nobody_stated(time: dict[str, object], told: str) -> None:
    assert tell_time(TableIndex({}), time) == told


def test_the_three_clocks_are_told_apart(tables: Tables) -> None:
    marks = select_times(tables)
    assert [mark.clock for mark in marks] == ["event"] * 3 + ["statement"] + ["publication"] * 2


def test_an_event_without_a_date_gets_none(tables: Tables) -> None:
    undated = [mark for mark in select_times(tables) if not mark.is_dated]
    assert [(mark.clock, mark.start, mark.end) for mark in undated] == [("event", None, None), ("publication", None, None)]
    assert "Without a date: not on the timeline (2)" in render_timeline(tables)


def test_a_selection_of_claims_narrows_events_and_statements(tables: Tables) -> None:
    assert [mark.clock for mark in select_times(tables, status="denied")] == ["event", "publication", "publication"]
    assert {mark.clock for mark in select_times(tables, article="absent")} == {"publication"}


def test_a_denied_event_is_drawn_hollow_and_dashed(tables: Tables) -> None:
    events = tables["events"].copy()
    is_denied = events["status"] == "denied"
    events.loc[is_denied, "earliest"] = events.loc[is_denied, "latest"] = pd.Timestamp("2023-05-22")
    figure = draw_timeline({**tables, "events": events}, clocks=["event"], status="denied")
    bars = [patch for patch in figure.axes[0].patches if str(patch.get_gid()).startswith("mark-")]
    assert [(bar.get_facecolor(), bar.get_linestyle()) for bar in bars] == [((1.0, 1.0, 1.0, 1.0), "--")]


def test_a_far_date_is_written_at_the_edge_and_does_not_flatten_the_rest(tables: Tables) -> None:
    index = TableIndex(tables)
    row = tables["articles"].set_index("article_id").loc["hostile"].to_dict() | {"article_id": "hostile"}
    old = TimeMark("x", "event", "old", "claimed", "day", datetime(2014, 1, 1), datetime(2014, 1, 2), "2014-01-01", row)
    first, last = choose_window(index, [old])
    assert first > datetime(2023, 5, 1)
    assert last < datetime(2023, 6, 15)


def test_sixty_labels_do_not_collide(tables: Tables) -> None:
    figure = draw_timeline(_many(tables, 60), clocks=["event"])
    figure.canvas.draw()
    labels = [text for text in figure.axes[0].texts if str(text.get_gid()).startswith("label-")]
    boxes = [label.get_window_extent() for label in labels]
    assert len(boxes) == 60
    assert all(upper.y0 >= lower.y1 for upper, lower in pairwise(boxes))
    assert max(box.x1 for box in boxes) < figure.axes[0].get_window_extent().x0


def test_more_rows_than_are_drawn_are_counted(tables: Tables) -> None:
    figure = draw_timeline(_many(tables, 30), clocks=["event"], max_rows=10)
    assert any("10 of 30 dated rows drawn" in text.get_text() for text in figure.texts)


def test_the_figure_is_told_in_words(tables: Tables) -> None:
    words = draw_timeline(tables).get_label()
    assert words.startswith("Timeline from 2023-05-22 to 2023-05-24: 2 said to have happened, 1 said, 1 printed")


def test_the_same_tables_give_the_same_bytes(tables: Tables) -> None:
    assert render_timeline(tables) == render_timeline(tables)


def test_a_dollar_sign_in_a_label_starts_no_mathematics(tables: Tables) -> None:
    articles = tables["articles"].copy()
    articles["title"] = "costs $5 and $6_a^"
    figure = draw_timeline({**tables, "articles": articles}, clocks=["publication"])
    figure.canvas.draw()


def _many(tables: Tables, count: int) -> Tables:
    base = tables["events"].iloc[[0]]
    rows = [base.assign(event_id=f"hostile.e{n}", time_id=None, edtf="2023-05-22") for n in range(count)]
    return {**tables, "events": pd.concat(rows, ignore_index=True)}
