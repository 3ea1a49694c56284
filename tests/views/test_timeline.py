"""When: drawn only as exactly as it is known."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pandas as pd
import pytest
from matplotlib import cbook
from matplotlib import dates as mdates
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from helpers.views import draw_timeline, render_timeline, select_times
from helpers.views._index import TableIndex
from helpers.views._times import tell_time
from helpers.views.html import escape
from helpers.views.palette import MUTED, STATUS_STYLES
from helpers.views.timeline._figure import draw_marks, share_rows, tell_drawn
from helpers.views.timeline._layout import NARROW, WIDE, Layout
from helpers.views.timeline._marks import TimeMark, choose_window, draw_extent

Tables = dict[str, pd.DataFrame]
LAYOUTS = (WIDE, NARROW)
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
        ({"edtf": "2023-22"}, "summer 2023"),
        ({"edtf": "2023-21/2023-23"}, "spring 2023 – autumn 2023"),
    ],
)
def test_a_time_is_told_without_a_second_that_nobody_stated(time: dict[str, object], told: str) -> None:
    assert tell_time(TableIndex({}), time) == told


def test_a_time_without_a_value_is_told_in_its_own_words_where_these_may_be_shown(tables: Tables) -> None:
    time = tables["times"].iloc[0].to_dict() | {"edtf": None, "text": "Tuesday"}
    assert tell_time(TableIndex(tables), time) == "“Tuesday”: no value"
    silent = {**tables, "articles": tables["articles"].assign(text_rights="none")}
    assert tell_time(TableIndex(silent), time) == "no value"


def test_the_three_clocks_are_told_apart(tables: Tables) -> None:
    marks = select_times(tables)
    assert [mark.clock for mark in marks] == ["event"] * 3 + ["statement"] * 6 + ["publication"] * 2


def test_an_event_without_a_date_gets_none(tables: Tables) -> None:
    undated = [mark for mark in select_times(tables) if not mark.is_dated]
    assert [(mark.clock, mark.start, mark.end) for mark in undated if mark.clock != "statement"] == [
        ("event", None, None), ("publication", None, None)]  # fmt: skip
    assert "Without a date: not on the timeline (2)" in render_timeline(tables, clocks=["event", "publication"])


def test_a_statement_that_does_not_say_when_it_was_made_is_counted_and_listed(tables: Tables) -> None:
    n_undated = len(tables["claims"]) - int(tables["claims"]["said_time_id"].notna().sum())
    page = render_timeline(tables, clocks=["statement"])
    assert n_undated == 5
    assert f"{n_undated} rows without a date are not drawn." in page
    assert f"Without a date: not on the timeline ({n_undated})" in page
    undated = [mark for mark in select_times(tables, clocks=["statement"]) if not mark.is_dated]
    assert all(page.count(f'id="timeline-{escape(mark.row_id)}"') == 1 for mark in undated)


def test_a_long_list_of_undated_statements_says_how_many_it_leaves_out(tables: Tables) -> None:
    base = tables["claims"].iloc[[0]].assign(said_time_id=None)
    claims = pd.concat([base.assign(claim_id=f"hostile.y{n:03}") for n in range(100)], ignore_index=True)
    page = render_timeline({**tables, "claims": claims}, clocks=["statement"], language="nl")
    assert page.count('id="timeline-hostile.y') == 40
    assert "Zonder datum: niet op de tijdlijn (100)" in page
    assert "60 andere uitspraken zonder datum staan hier niet" in page
    one_more = render_timeline({**tables, "claims": claims.head(41)}, clocks=["statement"])
    assert "1 more statement without a date is not listed here" in one_more


def test_one_row_is_told_in_the_singular(tables: Tables) -> None:
    page = render_timeline(tables, clocks=["publication"])
    assert "1 of 1 dated row drawn. 1 row without a date is not drawn." in page
    assert "1 van 1 gedateerde rij getekend." in render_timeline(tables, clocks=["publication"], language="nl")


def _about(tables: Tables, **time: object) -> Tables:
    """Give the tables one event, whose time is said to be about then."""
    rounded = tables["times"].iloc[[0]].assign(**{"time_id": "about", "qualifier": "about", "day_part": None,
                                                  "edtf": "2023-05-22T15:00:00", "earliest": D22, "latest": D22, **time})  # fmt: skip
    event = tables["events"].iloc[[0]].assign(time_id="about")
    return {**tables, "times": pd.concat([tables["times"], rounded], ignore_index=True), "events": event}


@pytest.mark.parametrize(("language", "told"), [("en", "2023-05-22, about 15:00"), ("nl", "2023-05-22, rond 15:00")])
def test_a_time_that_is_about_then_is_told_so_in_tip_and_table(tables: Tables, language: str, told: str) -> None:
    page = render_timeline(_about(tables), clocks=["event"], language=language)
    assert page.count(f" — {told}</title>") >= 4
    assert f"<td>{told}</td>" in page.replace("\n", "")


@pytest.mark.parametrize(
    ("part", "told", "days"),
    [("early", "early in 2023-06", (1, 11)), ("mid", "in the middle of 2023-06", (11, 21)),
     ("late", "late in 2023-06", (21, 31))],
)  # fmt: skip
def test_a_part_of_a_month_is_drawn_about_there_and_not_over_all_of_it(
    tables: Tables, part: str, told: str, days: tuple[int, int]
) -> None:
    month = {"qualifier": part, "edtf": "2023-06", "precision": "month", "earliest": date(2023, 6, 1),
             "latest": date(2023, 6, 30)}  # fmt: skip
    (mark,) = select_times(_about(tables, **month), clocks=["event"])
    begin = datetime(2023, 6, 1)
    assert (mark.shape, mark.value) == ("about", told)
    assert (mark.start, mark.end) == tuple(begin + timedelta(days=day - 1) for day in days)


@pytest.mark.parametrize("time", [{}, {"edtf": "2023-05-22", "precision": "day"}])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_time_that_is_about_then_fades_at_both_ends_and_has_its_word_in_the_key(
    tables: Tables, language: str, time: dict[str, object]
) -> None:
    figure = draw_timeline(_about(tables, **time), clocks=["event"], language=language)
    axes = figure.axes[0]
    (shade,) = axes.images
    clear = shade.get_array()[0, :, 3]
    assert (clear[0], clear[-1]) == (0.0, 0.0)
    assert clear.max() > 0.85
    assert _edges(axes) == []
    left, right, *_ = shade.get_extent()
    first, last = (mdates.date2num(moment) for moment in ((_at(22), _at(23)) if time else (_at(22, 15), _at(22, 15))))
    assert left < first <= last < right
    assert TableIndex({}, language).say("shape_about") in _words(figure)


def test_an_hour_of_which_only_the_day_is_known_leaves_the_day_exact(tables: Tables) -> None:
    row = {"edtf": "2023-05-22", "precision": "day", "rule": "en/time_units:hour (half of the day not said)"}
    (mark,) = select_times(_about(tables, **row), clocks=["event"])
    assert (mark.shape, mark.value) == ("day", "2023-05-22")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"status": "claimed", "polarity": "positive"}, " · according to "),
        ({"status": "denied", "polarity": "positive"}, " · denied by "),
        ({"status": "questioned", "polarity": "positive"}, " · questioned by "),
        ({"status": "denied", "polarity": "negative"}, " · according to "),
    ],
)
def test_the_source_of_an_event_has_a_word_that_makes_it_no_actor(tables: Tables, changes: dict[str, str], told: str) -> None:
    claims = tables["claims"]
    spoken = claims[claims["voice"] == "source"]["claim_id"].iloc[0]
    event = tables["events"].iloc[[0]].assign(claim_id=spoken, **changes)
    (mark,) = select_times({**tables, "events": event}, clocks=["event"])
    assert told in mark.label
    (dutch,) = select_times({**tables, "events": event}, clocks=["event"], language="nl")
    words = {" · denied by ": " · ontkend door ", " · questioned by ": " · betwijfeld door "}
    assert words.get(told, " · volgens ") in dutch.label


def test_the_newsroom_needs_no_word_before_it(tables: Tables) -> None:
    claims = tables["claims"].assign(voice="newsroom", source_id=None)
    (mark, *_) = select_times({**tables, "claims": claims}, clocks=["event"])
    assert " · the newsroom (" in mark.label


def test_a_selection_of_claims_narrows_events_and_statements(tables: Tables) -> None:
    assert [mark.clock for mark in select_times(tables, status="denied")] == ["event", "statement", "publication", "publication"]
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
    near = replace(old, row_id="y", start=datetime(2023, 5, 20), end=datetime(2023, 5, 21))
    first, last = choose_window(index, [old, near, replace(near, row_id="z")])
    assert datetime(2023, 5, 1) < first < last < datetime(2023, 6, 15)


@pytest.mark.parametrize("with_printed", [True, False])
def test_articles_that_look_back_are_drawn_with_the_days_that_they_tell_of(tables: Tables, with_printed: bool) -> None:
    index = TableIndex(tables)
    row = tables["articles"].set_index("article_id").loc["hostile"].to_dict() | {"article_id": "hostile"}
    days = [datetime(2022, 6, day) for day in (2, 3, 5, 7)]
    marks = [TimeMark(f"e{day:%d}", "event", "then", "claimed", "day", day, day + timedelta(1), f"{day:%F}", row) for day in days]
    printed = TimeMark("a", "publication", "now", "", "day", datetime(2023, 5, 23), datetime(2023, 5, 24), "2023-05-23", row)
    first, last = choose_window(index, [*marks, printed] if with_printed else marks)
    assert first <= days[0]
    assert last >= (printed.end if with_printed else marks[-1].end)


def test_a_single_moment_has_an_axis_of_some_days(tables: Tables) -> None:
    index = TableIndex(tables)
    row = tables["articles"].set_index("article_id").loc["hostile"].to_dict() | {"article_id": "hostile"}
    start, end = datetime(2023, 5, 23), datetime(2023, 5, 23, 6)
    first, last = choose_window(index, [TimeMark("x", "event", "it", "claimed", "span", start, end, "2023-05-23", row)])
    assert first < start < end < last
    assert last - first >= timedelta(days=3)


@pytest.mark.parametrize(
    ("time", "hours", "told"),
    [
        ({"day_part": "morning", "qualifier": "early"}, (0, 6), "2023-05-22, early morning"),
        ({"day_part": "night", "qualifier": "late"}, (21, 27), "2023-05-22, night"),
        ({"day_part": "night"}, (0, 6), "2023-05-22, night"),
    ],
)
def test_the_early_hours_are_drawn_before_the_night_of_the_same_day(
    tables: Tables, time: dict[str, object], hours: tuple[int, int], told: str
) -> None:
    day = {"edtf": "2023-05-22", "precision": "day_part", "qualifier": "exact", **time}
    (mark,) = select_times(_about(tables, **day), clocks=["event"])
    midnight = datetime(2023, 5, 22)
    assert (mark.start, mark.end) == tuple(midnight + timedelta(hours=hour) for hour in hours)
    assert (mark.shape, mark.value) == ("span", told)


@pytest.mark.parametrize("polarity", ["open", "negative"])
@pytest.mark.parametrize("status", ["claimed", "confirmed", "reported"])
def test_what_is_hoped_for_or_said_not_to_be_is_hollow_however_sure_its_source(
    tables: Tables, polarity: str, status: str
) -> None:
    events = tables["events"].iloc[[0]].assign(polarity=polarity, status=status, earliest=D22, latest=D22, time_id=None,
                                               edtf="2023-05-22")  # fmt: skip
    figure = draw_timeline({**tables, "events": events}, clocks=["event"])
    bar = next(patch for patch in figure.axes[0].patches if str(patch.get_gid()).startswith("mark-"))
    assert (bar.get_facecolor(), bar.get_linestyle()) == ((1.0, 1.0, 1.0, 1.0), "--")
    assert _words(figure) & {"denied, doubted or not known"}
    vague = events.assign(edtf="../2023-05-22", earliest=None)
    (shade,) = draw_timeline({**tables, "events": vague}, clocks=["event"]).axes[0].images
    assert to_hex(shade.get_array()[0, -1, :3]) == MUTED
    assert next(iter(select_times({**tables, "events": events}, clocks=["event"]))).label.startswith("not")


def test_an_event_that_is_said_to_have_happened_is_filled(tables: Tables) -> None:
    events = tables["events"].iloc[[0]].assign(polarity="positive", status="claimed", earliest=D22, latest=D22)
    figure = draw_timeline({**tables, "events": events}, clocks=["event"])
    (bar,) = (patch for patch in figure.axes[0].patches if str(patch.get_gid()).startswith("mark-"))
    assert to_hex(bar.get_facecolor()) == STATUS_STYLES["claimed"].colour.lower()
    assert "denied, doubted or not known" not in _words(figure)


def test_a_beginning_out_of_view_gets_a_triangle_and_no_edge(tables: Tables) -> None:
    old = tables["events"].iloc[[0]].assign(time_id=None, edtf="2014/..", earliest=date(2014, 1, 1), latest=None)
    near = old.assign(edtf="2023-05-22/..", earliest=D22)
    far, seen = (draw_timeline({**tables, "events": one}, clocks=["event"]).axes[0] for one in (old, near))
    assert [len(_edges(axes)) for axes in (far, seen)] == [0, 1]
    assert ["◂" in {text.get_text() for text in axes.texts} for axes in (far, seen)] == [True, False]


@pytest.mark.parametrize("layout", LAYOUTS, ids=("wide", "narrow"))
@pytest.mark.parametrize("seed", range(4))
def test_no_words_of_a_timeline_with_more_than_sixty_rows_collide(tables: Tables, seed: int, layout: Layout) -> None:
    figure = _draw_all(_random(tables, seed), ("en", "nl")[seed % 2], layout)
    figure.canvas.draw()
    labels = [text for text in figure.axes[0].texts if "label-" in str(text.get_gid())]
    assert len(labels) >= 60
    legend = figure.axes[0].get_legend()
    assert legend is not None
    ticks = [label for label in figure.axes[0].get_xticklabels() if label.get_text()]
    words = [*figure.axes[0].texts, *figure.axes[1].texts, *figure.texts, *legend.get_texts()]
    boxes = [(text.get_text(), text.get_window_extent()) for text in words]
    clashes = [(one, other) for n, (one, box) in enumerate(boxes) for other, beside in boxes[n + 1 :] if box.overlaps(beside)]
    assert clashes == []
    assert all(figure.bbox.x0 <= box.x0 and box.x1 <= figure.bbox.x1 for _, box in boxes)
    axis = figure.axes[0].get_window_extent()
    assert max(label.get_window_extent().x1 for label in labels) < (axis.x0 - 10 if layout is WIDE else axis.x1)
    # turned labels have slanted boxes: what counts is that each begins after the one before
    spots = [label.get_window_extent().x1 for label in ticks]
    assert all(right - left > 14 for left, right in pairwise(spots))
    assert max(label.get_window_extent().y1 for label in ticks) < figure.axes[0].get_window_extent().y0
    assert min(label.get_window_extent().y0 for label in ticks) > max(text.get_window_extent().y1 for text in figure.axes[1].texts)


def test_every_mark_and_its_label_tell_themselves_and_lead_to_their_row(tables: Tables) -> None:
    tables = _random(tables, 3)
    page = render_timeline(tables)
    for mark in (mark for mark in select_times(tables) if mark.is_dated):
        told = f"<title>{escape(mark.label)} — {escape(mark.value)}</title>"
        assert page.count(told) >= 4, mark
        assert f'<g id="mark-{escape(mark.row_id)}">{told}' in page
        assert f'<g id="narrow-mark-{escape(mark.row_id)}">{told}' in page
        assert page.count(f'xlink:href="#timeline-{escape(mark.row_id)}"') >= 4
        assert page.count(f'id="timeline-{escape(mark.row_id)}"') == 1


def test_a_big_corpus_is_drawn_on_several_sheets_with_one_axis(tables: Tables) -> None:
    page = render_timeline(_many(tables, 150), clocks=["event"])
    assert page.count("<svg") == 3 * len(LAYOUTS)
    assert "Dated rows 61–120 of 150, on the same axis" in page
    assert all(page.count(f'id="mark-hostile.e{n}"') == 1 for n in range(150))
    assert len(set(re.findall(r"Timeline from (\S+) to (\S+):", page))) == 1
    assert "150 of 150 dated rows drawn" in page
    assert "narrow the selection" not in page


def test_what_even_the_sheets_do_not_hold_is_counted_and_listed(tables: Tables) -> None:
    page = render_timeline(_many(tables, 130), clocks=["event"], max_rows=20)
    assert page.count("<svg") == 5 * len(LAYOUTS)
    assert "100 of 130 dated rows drawn" in page
    assert "The table has them all; narrow the selection to draw the others." in page
    assert page.count('id="timeline-hostile.e') == 130


def test_a_full_clock_leaves_the_others_their_share(tables: Tables) -> None:
    dated = [mark for mark in select_times(_many(tables, 50)) if mark.is_dated]
    shared = share_rows(dated, 10)
    assert [sum(mark.clock == clock for mark in shared) for clock in ("event", "statement", "publication")] == [8, 1, 1]
    assert share_rows(dated, 500) == dated


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
    (label,) = (text for text in figure.axes[0].texts if str(text.get_gid()).startswith("label-"))
    assert not cbook.is_math_text(label.get_text())
    svg = render_timeline({**tables, "articles": articles}, clocks=["publication"])
    assert svg.count(">costs $5 and $6_a^</text>") == len(LAYOUTS)


def test_a_timeline_for_a_phone_says_the_same_in_less_width(tables: Tables) -> None:
    wide, narrow = (draw_timeline(tables, narrow=one) for one in (False, True))
    assert narrow.get_figwidth() < wide.get_figwidth() / 2
    assert narrow.get_label() == wide.get_label()


def test_both_drawings_stand_on_one_page_without_sharing_an_id(tables: Tables) -> None:
    page = render_timeline(_random(tables, 1))
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) > 250
    assert [one for one, count in Counter(ids).items() if count > 1] == []


def _draw_all(tables: Tables, language: str, layout: Layout) -> Figure:
    index, marks = TableIndex(tables, language), select_times(tables, language=language)
    dated = [mark for mark in marks if mark.is_dated]
    remark = tell_drawn(index, len(dated), len(dated), len(marks) - len(dated))
    return draw_marks(index, dated, remark=remark, n_undated=len(marks) - len(dated), layout=layout)


def _words(figure: Figure) -> set[str]:
    return {text.get_text() for axes in figure.axes for text in axes.texts}


def _edges(axes: Axes) -> list[Line2D]:
    return [line for line in axes.lines if len(line.get_xdata()) == 2 and line.get_linewidth() == 1.4]


TIMES = (
    {"edtf": "2023-05-22T14:20:00+03:00", "earliest": D22, "latest": D22},
    {"edtf": "2023-05-22", "earliest": D22, "latest": D22},
    {"edtf": "2023-05-22/2023-06-09", "earliest": D22, "latest": date(2023, 6, 9)},
    {"edtf": "../2023-05-23", "earliest": None, "latest": D23},
    {"edtf": "2014/..", "earliest": date(2014, 1, 1), "latest": None},
    {"edtf": "2022-02-24", "earliest": date(2022, 2, 24), "latest": date(2022, 2, 24)},
    {"edtf": "2025-01-01", "earliest": date(2025, 1, 1), "latest": date(2025, 1, 1)},
)


def _random(tables: Tables, seed: int) -> Tables:
    """Make more than sixty events: every status, every shape, names of narrow and of wide letters, long and short."""
    chance = random.Random(seed)  # noqa: S311  (a sample to draw, no secret)
    base, kinds = tables["events"].iloc[[0]], ("attack", "capture", "security_measure", "border_crossing", "evacuation")
    claims, places = tables["claims"].iloc[[0]], tables["places"].iloc[[0]]
    rounded = tables["times"].iloc[[0]].assign(time_id="about", qualifier="about", edtf="2023-05-22T15:00:00")
    rows: dict[str, list[pd.DataFrame]] = {"times": [tables["times"], rounded], "events": [],
                                           "claims": [tables["claims"]], "places": [tables["places"]]}  # fmt: skip
    for n in range(chance.randint(64, 80)):
        status, letter = chance.choice(list(STATUS_STYLES)), chance.choice("WMil$ ж")
        name = f"{letter * chance.randint(1, 90)}x {n}"
        rows["places"].append(places.assign(place_id=f"p{n}", name=name))
        rows["claims"].append(claims.assign(claim_id=f"hostile.x{n}", status=status))
        rows["events"].append(base.assign(
            event_id=f"hostile.e{n}", claim_id=f"hostile.x{n}", status=status, place_id=f"p{n}",
            time_id=chance.choice((None, None, "about")), event_type=chance.choice(kinds),
            polarity=chance.choice(("positive", "open")), **chance.choice(TIMES),
        ))  # fmt: skip
    return {**tables, **{name: pd.concat(frames, ignore_index=True) for name, frames in rows.items()}}


def _many(tables: Tables, count: int) -> Tables:
    base = tables["events"].iloc[[0]]
    rows = [base.assign(event_id=f"hostile.e{n}", time_id=None, edtf="2023-05-22") for n in range(count)]
    return {**tables, "events": pd.concat(rows, ignore_index=True)}


def _said(tables: Tables, **options: bool) -> list[str]:
    time = tables["times"]["time_id"].iloc[0]
    claims = tables["claims"]
    dated = claims.assign(said_time_id=pd.Series([time] * len(claims), dtype="str").where(claims["voice"] == "source"))
    return [mark.label for mark in select_times({**tables, "claims": dated}, clocks=["statement"], **options)]


def test_a_statement_is_labelled_with_its_source_and_the_first_words_of_what_is_said(tables: Tables) -> None:
    labels = _said(tables)
    assert 'Vera "V" <Volkova> · more than 20 men came' in labels
    assert all(len(label.partition(" · ")[2]) <= 72 for label in labels)


def test_what_may_not_be_shown_is_in_no_label_of_a_statement(tables_by_rights: tuple[str, Tables]) -> None:
    rights, tables = tables_by_rights
    labels = _said(tables)
    if rights == "none":
        assert all(label.endswith(" · [text not shown]") for label in labels)
        assert "more than 20" not in " ".join(labels)
    else:
        assert any("more than 20 men came" in label for label in labels)
    assert any("more than 20 men came" in label for label in _said(tables, show_own_text=True))


def test_a_statement_of_a_text_that_is_not_here_says_so_once(tables: Tables) -> None:
    absent = {**tables, "articles": tables["articles"].assign(has_text=False)}
    assert all(label.count("[text not here]") == 1 and "men came" not in label for label in _said(absent))


def test_a_drawing_without_any_date_is_a_note_that_counts_what_is_undated(tables: Tables) -> None:
    events = tables["events"].assign(time_id=None, earliest=None, latest=None)
    figure = draw_timeline({**tables, "events": events}, clocks=["event"])
    assert figure.axes == []
    assert figure.get_label() == f"Timeline without any dated row. {len(events)} rows without a date are not drawn."
