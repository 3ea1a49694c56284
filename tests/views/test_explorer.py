"""The explorer: its controls, and the list, table, timeline and map that follow them."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from datetime import date

import pandas as pd
import pytest
from hostile_tables import build_hostile
from ipywidgets import Widget
from small_tables import SmallTables

from helpers.views import show_claims
from helpers.views._filters import explain_empty
from helpers.views._index import TableIndex
from helpers.views.drawing import IN_TABLE, IN_TIMELINE
from helpers.views.explorer import LONGEST_OPTION, LONGEST_SOURCE, ClaimExplorer, render_twin
from helpers.views.html import plain_text, shorten
from helpers.views.palette import STATUS_STYLES

Tables = dict[str, pd.DataFrame]


@pytest.fixture
def explorer(tables: Tables) -> ClaimExplorer:
    return ClaimExplorer(TableIndex(tables))


def choose(explorer: ClaimExplorer, **wanted: object) -> None:
    """Set the controls as a reader does; a status by its box."""
    for name, value in wanted.items():
        if name == "status":
            explorer.controls.statuses[str(value)].value = True
        else:
            explorer.controls.fields[name].value = value


def walk(widget: Widget) -> Iterator[Widget]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from walk(child)


def test_the_explorer_begins_with_everything(explorer: ClaimExplorer) -> None:
    assert "6 of 6 shown" in explorer.count.value
    assert "no filter is set" in explorer.count.value
    assert "shown" not in plain_text(explorer.drawing.value)


def test_a_drawing_that_was_begun_before_a_filter_does_not_stand_as_its_answer(
    explorer: ClaimExplorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, end = threading.Event(), threading.Event()

    def draw_all_slowly(tables: Tables, **asked: object) -> str:
        claims = asked["claim_id"]
        assert isinstance(claims, list)
        if len(claims) == 6:
            begun.set()
            assert end.wait(30)
        return f"a map of {len(claims)}"

    monkeypatch.setattr("helpers.views.explorer.render_map", draw_all_slowly)
    # as in a kernel with subshells: the control's first message comes in one thread, the next in another
    view = threading.Thread(target=setattr, args=(explorer.view, "value", "map"))
    place = threading.Thread(target=choose, args=(explorer,), kwargs={"place": "testford"})
    view.start()
    assert begun.wait(30)
    place.start()
    place.join(timeout=1)  # it ends here where nothing holds it back
    end.set()
    for thread in (view, place):
        thread.join(timeout=30)
        assert not thread.is_alive()
    assert explorer.drawing.value == f"a map of {len(explorer.claims)}"
    assert len(explorer.claims) < 6
    assert explorer.busy.value == ""


@pytest.mark.parametrize("prefix", [IN_TABLE, IN_TIMELINE])
def test_a_row_that_is_pointed_at_is_chosen_and_proved_in_place(explorer: ClaimExplorer, prefix: str) -> None:
    claim_id = explorer.claims[2]["claim_id"]
    explorer.drawing.pointed = f"{prefix}{claim_id}"
    assert explorer.row.value == claim_id
    assert explorer.drawing.proof
    assert explorer.drawing.proof in explorer.evidence.value
    explorer.row.value = explorer.claims[0]["claim_id"]
    assert (explorer.drawing.pointed, explorer.drawing.proof) == ("", "")


def test_an_event_that_is_pointed_at_chooses_its_claim(explorer: ClaimExplorer) -> None:
    event = next(iter(explorer.index.rows("events").values()))
    explorer.row.value = next(claim["claim_id"] for claim in explorer.claims if claim["claim_id"] != event["claim_id"])
    explorer.drawing.pointed = f"{IN_TIMELINE}{event['event_id']}"
    assert explorer.row.value == event["claim_id"]


@pytest.mark.parametrize("pointed", ["live-timeline-hostile", "live-no-such-claim", "x", "live-"])
def test_what_is_no_claim_chooses_nothing(explorer: ClaimExplorer, pointed: str) -> None:
    before = explorer.row.value
    explorer.drawing.pointed = pointed
    assert (explorer.row.value, explorer.drawing.proof) == (before, "")


def test_only_another_choice_keeps_the_view_of_the_map(explorer: ClaimExplorer) -> None:
    explorer.view.value = "map"
    assert not explorer.drawing.keeps_view
    explorer.row.value = explorer.claims[1]["claim_id"]
    assert explorer.drawing.keeps_view
    choose(explorer, place="testford")
    assert not explorer.drawing.keeps_view


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({"article": "hostile"}, 6),
        ({"article": "absent"}, 0),
        ({"publisher": "The <b>Courier</b>"}, 6),
        ({"source": "volkova"}, 2),
        ({"status": "denied"}, 1),
        ({"event_type": "capture"}, 1),
        ({"place": "testford"}, 1),
        ({"printed_from": date(2023, 5, 23)}, 6),
        ({"printed_until": date(2023, 5, 22)}, 0),
        ({"text": "kalinka"}, 0),
        ({"text": "kazinka"}, 2),  # another spelling that the list of places has
        ({"text": "Kozynka"}, 2),
        ({"source": "volkova", "status": "denied"}, 1),
    ],
)
def test_every_filter_narrows_the_list_and_the_count(explorer: ClaimExplorer, wanted: dict[str, object], count: int) -> None:
    choose(explorer, **wanted)
    assert f"{count} of 6 shown" in explorer.count.value
    assert len(explorer.row.options) == count


def test_a_line_of_the_list_begins_with_number_sign_and_speaker_and_ends_with_the_word_of_the_sign(
    explorer: ClaimExplorer,
) -> None:
    for number, ((told, _), claim) in enumerate(zip(explorer.row.options, explorer.claims, strict=True), 1):
        word = explorer.index.word("status", claim["status"])
        by_newsroom = claim["voice"] == "newsroom"
        speaker = explorer.index.word("voice", "newsroom") if by_newsroom else explorer.index.source_of(claim)
        assert told.startswith(f"{number}. {STATUS_STYLES[claim['status']].symbol} {shorten(speaker, LONGEST_SOURCE)}: ")
        assert told.endswith(f" · {word}")
        assert len(told) <= LONGEST_OPTION + len(f" · {word}")


def test_two_statuses_are_shown_together(explorer: ClaimExplorer) -> None:
    choose(explorer, status="denied")
    choose(explorer, status="hedged")
    assert "2 of 6 shown" in explorer.count.value
    assert "Status: ◇ hedged, ✖ denied" in plain_text(explorer.count.value)


def test_the_count_names_the_filters_that_are_set(explorer: ClaimExplorer) -> None:
    choose(explorer, source="volkova", printed_from=date(2023, 5, 1))
    assert 'Source: Vera "V" <Volkova> · Printed from: 2023-05-01' in plain_text(explorer.count.value)


def test_the_first_claim_shows_its_evidence_and_another_when_it_is_chosen(explorer: ClaimExplorer) -> None:
    assert "<mark>The gate at Kozinka is shut</mark>" in explorer.evidence.value
    explorer.row.value = explorer.row.options[2][1]
    assert "<mark>more than 20 men came</mark>" in explorer.evidence.value
    assert "The mayor says" in explorer.evidence.value
    words = plain_text(explorer.evidence.value)
    assert "rule: cue:test" in words
    assert "denied" in words


def test_a_long_table_says_what_it_leaves_out(tables: Tables) -> None:
    explorer = ClaimExplorer(TableIndex(tables), max_rows=2)
    assert "6 of 6 shown" in explorer.count.value
    assert "4 more are not shown here" in explorer.drawing.value


def test_the_table_has_article_and_rule_under_the_sentence(explorer: ClaimExplorer) -> None:
    choose(explorer, status="denied")
    assert "No. Who says so Status Evidence: the sentence 1 Vera" in plain_text(explorer.drawing.value)
    assert "rule: cue:test" in explorer.drawing.value


def test_a_chosen_claim_stays_chosen_while_the_filters_keep_it(explorer: ClaimExplorer) -> None:
    chosen = explorer.row.options[2][1]
    explorer.row.value = chosen
    choose(explorer, source="volkova")
    assert explorer.row.value == chosen
    choose(explorer, status="unverified")
    assert explorer.row.value != chosen
    choose(explorer, text="no such word")
    assert explorer.evidence.value == ""


def test_the_chosen_claim_is_marked_in_the_table(explorer: ClaimExplorer) -> None:
    explorer.row.value = explorer.row.options[2][1]
    assert f"live-{explorer.row.value}" in explorer.drawing.marked
    assert f'id="live-{explorer.row.value}"><td class="gp-num">3</td>' in explorer.drawing.value


def test_the_table_begins_so_that_the_chosen_claim_stands_in_it(tables: Tables) -> None:
    explorer = ClaimExplorer(TableIndex(tables), max_rows=2)
    for number, claim in enumerate(explorer.claims, 1):
        explorer.row.value = claim["claim_id"]
        assert f'id="live-{explorer.row.value}"><td class="gp-num">{number}</td>' in explorer.drawing.value
    assert "Claims 5 to 6 of 6." in explorer.drawing.value
    choose(explorer, status="denied")
    assert f'id="live-{explorer.claims[0]["claim_id"]}"' in explorer.drawing.value


def test_the_timeline_says_where_the_chosen_claim_is(explorer: ClaimExplorer) -> None:
    explorer.view.value = "timeline"
    told = {}
    for claim in explorer.claims:
        explorer.row.value = claim["claim_id"]
        told[claim["claim_id"]] = explorer.drawing.told
        for link in re.findall(r'href="#([^"]+)"', explorer.drawing.told):
            assert f'<tr id="{link}"' in explorer.drawing.value
    dated = [words for words in told.values() if "chosen claim on the timeline" in words]
    assert dated
    assert all("has no date" in words for words in told.values() if words not in dated)
    assert len(dated) < len(told)
    explorer.view.value = "table"
    assert explorer.drawing.told == ""


def test_the_places_of_the_chosen_claim_are_marked_on_the_map_or_it_says_that_there_are_none(
    explorer: ClaimExplorer, tables: Tables
) -> None:
    explorer.view.value = "map"
    told = {}
    for _, claim_id in explorer.row.options:
        explorer.row.value = claim_id
        told[claim_id] = plain_text(explorer.drawing.value)
    capture = tables["events"].query("event_type == 'capture'").iloc[0]["claim_id"]
    assert "(marked ▶ on the map)" in told[capture]
    assert sum("names no place, and nor does its sentence" in words for words in told.values()) >= 1
    assert all("chosen claim" in words for words in told.values())
    explorer.row.value = capture
    assert "is_ring" in explorer.drawing.value


def test_a_filter_draws_the_map_once(explorer: ClaimExplorer, monkeypatch: pytest.MonkeyPatch) -> None:
    explorer.view.value = "map"
    explorer.row.value = explorer.row.options[3][1]
    drawn: list[str] = []
    monkeypatch.setattr(explorer, "_render_view", lambda: drawn.append("map") or "")
    choose(explorer, status="denied")
    assert drawn == ["map"]


def test_the_chosen_claim_and_its_events_are_marked_in_the_timeline(explorer: ClaimExplorer, tables: Tables) -> None:
    event = tables["events"].query("event_type == 'capture'").iloc[0]
    explorer.view.value = "timeline"
    explorer.row.value = event["claim_id"]
    assert f"{IN_TIMELINE}{event['event_id']}" in explorer.drawing.marked
    for name in (f'<tr id="{IN_TIMELINE}{event["event_id"]}"', f'<g id="label-{event["event_id"]}"'):
        assert name in explorer.drawing.value


def test_the_count_says_that_the_claims_are_looked_through_and_then_how_many_are_left(explorer: ClaimExplorer) -> None:
    said: list[str] = []
    explorer.count.observe(lambda change: said.append(plain_text(change["new"])), names="value")
    choose(explorer, status="denied")
    assert said == ["looking through 6 claims …", "1 of 6 shown · Status: ✖ denied"]


def test_the_searched_words_are_marked_in_the_table_and_in_the_evidence(explorer: ClaimExplorer) -> None:
    choose(explorer, text="wolkowa")
    assert '<b class="gp-hit">Volkova</b>' in explorer.drawing.value
    assert '<b class="gp-hit">Volkova</b>' in explorer.evidence.value


@pytest.mark.parametrize(
    ("view", "holds", "lacks"),
    [("timeline", "damage · Testford", "capture · Kozinka"), ("map", "Testford", "place-kozinka-crossing")],
)
def test_timeline_and_map_follow_the_same_selection(explorer: ClaimExplorer, view: str, holds: str, lacks: str) -> None:
    choose(explorer, status="hedged")
    explorer.view.value = view
    assert holds in explorer.drawing.value
    assert lacks not in explorer.drawing.value
    choose(explorer, status="claimed")
    assert lacks in explorer.drawing.value
    assert "3 of 6 shown" in explorer.count.value


def test_a_view_says_that_it_is_being_drawn_and_then_is_silent(explorer: ClaimExplorer) -> None:
    said: list[str] = []
    explorer.busy.observe(lambda change: said.append(plain_text(change["new"])), names="value")
    explorer.view.value = "timeline"
    assert said == ["drawing the timeline of 6 claims …", ""]


@pytest.mark.parametrize("view", ["table", "timeline", "map"])
def test_an_empty_selection_tells_which_filter_empties_it(explorer: ClaimExplorer, view: str) -> None:
    explorer.view.value = view
    choose(explorer, status="denied", text="no such word")
    words = plain_text(explorer.drawing.value)
    assert "No claim fits this selection" in words
    assert "“Words: no such word” fits no claim, whatever else is chosen" in words
    assert "Status: ✖ denied" not in words
    assert "Show everything" in words
    assert explorer.reset.button_style == "warning"


def test_two_filters_that_fit_no_claim_together_each_say_what_is_left_without_them(explorer: ClaimExplorer) -> None:
    choose(explorer, status="denied", source="mayor")
    words = plain_text(explorer.drawing.value)
    assert "Without “Source: The Mayor of Testford”: 1 shown." in words
    assert "Without “Status: ✖ denied”: 1 shown." in words


def test_where_no_single_filter_is_to_blame_that_is_said() -> None:
    refusals = {"c1": {"a", "b"}, "c2": {"b", "c"}, "c3": {"a", "c"}}
    assert list(explain_empty(refusals, "abc")) == [("a", 0, False), ("b", 0, False), ("c", 0, False)]


def test_tables_without_a_claim_blame_no_filter() -> None:
    explorer = ClaimExplorer(TableIndex({}))
    assert "0 of 0 shown" in explorer.count.value
    assert "No claim fits" in explorer.drawing.value


def test_reset_shows_everything_again(explorer: ClaimExplorer) -> None:
    choose(explorer, status="denied", text="nothing like it", printed_from=date(2023, 5, 1))
    explorer.reset.click()
    assert "6 of 6 shown" in explorer.count.value
    assert explorer.controls.asked == {}
    assert explorer.reset.button_style == ""


def test_the_explorer_uses_no_output_widget(explorer: ClaimExplorer) -> None:
    kinds = {type(widget).__name__ for widget in walk(explorer.box)}
    assert "Output" not in kinds
    assert {"Dropdown", "Checkbox", "DatePicker", "Text", "Button", "Select", "HTML"} <= kinds


def test_every_control_has_a_label(explorer: ClaimExplorer) -> None:
    fields = [widget for widget in walk(explorer.box) if hasattr(widget, "description") and hasattr(widget, "value")]
    unlabelled = [type(widget).__name__ for widget in fields if not widget.description]
    assert set(unlabelled) <= {"HTML", "Label", "ToggleButtons"}  # its buttons have words of their own


def test_text_that_the_rights_forbid_is_found_and_not_shown() -> None:
    explorer = ClaimExplorer(TableIndex(build_hostile("none")))
    choose(explorer, text="gate")
    assert "gate at" not in explorer.drawing.value + explorer.evidence.value + str(explorer.row.options)


def test_the_plain_twin_holds_every_claim_and_hides_only_where_the_controls_live(explorer: ClaimExplorer) -> None:
    twin = render_twin(explorer.index)
    assert "6 of 6 shown" in twin
    assert "need JupyterLab" in twin
    assert "gp-twin" in twin
    assert "display:none" not in twin.split("</style>")[1]


def test_show_claims_leaves_the_controls_and_the_twin(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    monkeypatch.setattr("helpers.views.explorer.display", shown.append)
    show_claims(tables)
    assert [type(item).__name__ for item in shown] == ["VBox", "Html"]


def test_the_articles_that_name_no_publisher_can_be_chosen() -> None:
    tables = SmallTables()
    for name, publisher in (("signed", "The Courier"), ("bare", "")):
        tables.article(name, "2023-05-23", publisher=publisher)
        tables.say(name, "Anna Bos", "It rained.")
    explorer = ClaimExplorer(TableIndex(tables.frames()))
    named = dict(explorer.controls.fields["publisher"].options)
    assert list(named) == ["all publishers", "The Courier", "publisher not stated"]
    choose(explorer, publisher=named["publisher not stated"])
    assert [claim["article_id"] for claim in explorer.claims] == ["bare"]
