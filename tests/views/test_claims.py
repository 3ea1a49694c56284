"""Who states what: selected, rendered, explored."""

from __future__ import annotations

import pandas as pd
import pytest
from ipywidgets import Widget

from helpers.views import render_articles, render_claims, render_legend, render_unread, select_claims, show_claims
from helpers.views._index import TableIndex
from helpers.views.explorer import ClaimExplorer, render_twin
from helpers.views.html import plain_text, shorten

Tables = dict[str, pd.DataFrame]


@pytest.mark.parametrize(
    ("selection", "count"),
    [
        ({}, 6),
        ({"status": "denied"}, 1),
        ({"status": ["denied", "hedged"]}, 2),
        ({"status": "unverified"}, 2),
        ({"voice": "newsroom"}, 2),
        ({"source": "volkova"}, 2),
        ({"source": "the Guild"}, 1),
        ({"source": "newsroom"}, 2),
        ({"article": "hostile"}, 6),
        ({"article": "absent"}, 0),
        ({"text": "KOZÍNKA"}, 2),
        ({"text": "kozinka", "status": "claimed"}, 1),
        ({"text": "no such word"}, 0),
        ({"place": "testford"}, 1),
        ({"place": ["testford", "kozinka-crossing"]}, 2),
        ({"event_type": "capture"}, 1),
        ({"event_type": "capture", "status": "denied"}, 0),
    ],
)
def test_a_selection_narrows_by_everything_that_is_asked(tables: Tables, selection: dict[str, str], count: int) -> None:
    assert len(select_claims(tables, **selection)) == count  # type: ignore[arg-type]


def test_an_attributed_claim_that_could_not_be_checked_has_two_signs(tables: Tables) -> None:
    words = plain_text(render_claims(tables, source="volkova", status="unverified"))
    assert "● claimed △ unverified" in words


def test_a_table_always_says_how_many_of_how_many(tables: Tables) -> None:
    assert "1 of 6 shown" in render_claims(tables, status="denied")
    assert "2 of 6 shown" in render_claims(tables, max_rows=2)
    assert "4 more are not shown here" in render_claims(tables, max_rows=2)


def test_an_empty_selection_explains_itself(tables: Tables) -> None:
    assert "No claim fits this selection" in render_claims(tables, article="absent")


def test_a_row_shows_its_words_marked_in_their_sentence(tables: Tables) -> None:
    assert "denies that <mark>more than 20 men came</mark>" in render_claims(tables, status="denied")


@pytest.fixture
def explorer(tables: Tables) -> ClaimExplorer:
    return ClaimExplorer(TableIndex(tables))


def test_the_explorer_begins_with_everything(explorer: ClaimExplorer) -> None:
    assert "6 of 6 shown" in explorer.rows.value


def test_a_changed_control_changes_the_table_and_the_list_of_rows(explorer: ClaimExplorer) -> None:
    explorer.status.value = ("denied",)
    assert "1 of 6 shown" in explorer.rows.value
    assert len(explorer.row.options) == 2
    explorer.source.value = "mayor"
    assert "0 of 6 shown" in explorer.rows.value
    assert "Show everything" in explorer.rows.value


def test_a_chosen_row_shows_its_evidence_and_goes_when_it_is_filtered_away(explorer: ClaimExplorer) -> None:
    explorer.status.value = ("denied",)
    explorer.row.value = explorer.row.options[1][1]
    assert "<mark>more than 20 men came</mark>" in explorer.evidence.value
    explorer.status.value = ("hedged",)
    assert explorer.evidence.value == ""


@pytest.mark.parametrize(
    ("view", "holds", "lacks"),
    [("timeline", "damage · Testford", "capture · Kozinka"), ("map", "Testford", "place-kozinka-crossing")],
)
def test_timeline_and_map_follow_the_same_selection(explorer: ClaimExplorer, view: str, holds: str, lacks: str) -> None:
    explorer.status.value = ("hedged",)
    explorer.view.value = view
    assert "1 of 6 shown" in explorer.rows.value
    assert holds in explorer.rows.value
    assert lacks not in explorer.rows.value
    explorer.status.value = ("claimed",)
    assert "2 of 6 shown" in explorer.rows.value


def test_an_empty_selection_explains_itself_in_every_view(explorer: ClaimExplorer) -> None:
    explorer.view.value = "map"
    explorer.text.value = "no such word"
    assert "No claim fits this selection" in explorer.rows.value


def test_reset_shows_everything_again(explorer: ClaimExplorer) -> None:
    explorer.status.value = ("denied",)
    explorer.text.value = "nothing like it"
    explorer.reset.click()
    assert "6 of 6 shown" in explorer.rows.value


def test_the_explorer_uses_no_output_widget(explorer: ClaimExplorer) -> None:
    held = [explorer.box]
    kinds: list[str] = []
    while held:
        widget: Widget = held.pop()
        kinds.append(type(widget).__name__)
        held += list(getattr(widget, "children", ()))
    assert "Output" not in kinds
    assert {"Dropdown", "SelectMultiple", "Text", "Button", "HTML"} <= set(kinds)


def test_the_plain_twin_holds_every_claim_and_hides_only_where_the_controls_live(explorer: ClaimExplorer) -> None:
    twin = render_twin(explorer.index)
    assert "6 of 6 shown" in twin
    assert "gp-twin" in twin
    assert "display:none" not in twin.split("</style>")[1]


def test_show_claims_leaves_the_controls_and_the_twin(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    monkeypatch.setattr("helpers.views.explorer.display", shown.append)
    show_claims(tables)
    assert [type(item).__name__ for item in shown] == ["VBox", "Html"]


def test_a_long_label_is_cut_at_a_space() -> None:
    assert shorten("one two three", 9) == "one two …"
    assert shorten("short", 9) == "short"


def test_articles_are_listed_with_what_was_read_and_what_is_not_here(tables: Tables) -> None:
    words = plain_text(render_articles(tables))
    assert "text not here" in words
    assert "hostile" in words


def test_what_was_not_read_is_told(tables: Tables) -> None:
    unread = pd.DataFrame({"file_name": ["x.txt"], "reason": ["empty; write something into it"]})
    assert "write something into it" in render_unread({"unread": unread})
    assert "Everything was read" in render_unread(tables)


def test_the_legend_tells_every_status_in_both_languages() -> None:
    assert "A source says that it is not so" in render_legend()
    assert "Een bron zegt dat het niet zo is" in render_legend(language="nl")
