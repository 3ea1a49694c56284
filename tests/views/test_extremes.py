"""Nothing to show, one row, thousands, no day at all, no text that may be shown: every view still tells the truth."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pandas as pd
import pytest
from hostile_tables import build_hostile

from helpers.views import render_article, render_claims, render_library, render_map, render_timeline, select_claims
from helpers.views._index import TableIndex
from helpers.views.explorer import ClaimExplorer
from helpers.views.html import plain_text

Tables = dict[str, pd.DataFrame]
VIEWS: dict[str, Callable[[Tables], str]] = {
    "timeline": render_timeline, "map": render_map, "library": render_library, "claims": render_claims,
}  # fmt: skip
WORDS_OF_NOTHING = {"timeline": "Nothing to draw", "map": "No place", "library": "", "claims": "0 of 0 shown"}


def _emptied(tables: Tables) -> Tables:
    return {name: frame.iloc[0:0] for name, frame in tables.items()}


def _undated(tables: Tables) -> Tables:
    return {**tables, "articles": tables["articles"].assign(published_on=None), "times": tables["times"].iloc[0:0],
            "claims": tables["claims"].assign(said_time_id=None),
            "events": tables["events"].assign(time_id=None, edtf=None, earliest=None, latest=None)}  # fmt: skip


def _many(tables: Tables, times: int) -> Tables:
    copies = {name: [tables[name].assign(claim_id=tables[name]["claim_id"] + f"-{n}") for n in range(times)]
              for name in ("claims", "events")}  # fmt: skip
    copies["events"] = [frame.assign(event_id=frame["event_id"] + f"-{n}") for n, frame in enumerate(copies["events"])]
    return {**tables, **{name: pd.concat(frames, ignore_index=True) for name, frames in copies.items()}}


@pytest.mark.parametrize("view", VIEWS)
def test_without_a_table_or_without_a_row_a_view_says_so(tables: Tables, view: str) -> None:
    for nothing in ({}, _emptied(tables)):
        words = plain_text(VIEWS[view](nothing))
        assert WORDS_OF_NOTHING[view] in words
        assert len(words) < 120


def test_tables_without_claims_select_none(tables: Tables) -> None:
    assert list(select_claims({}, status="denied").columns) == list(tables["claims"].columns)
    assert select_claims({}).empty


def test_one_article_and_one_claim_make_a_view(tables: Tables) -> None:
    one = {name: frame[frame["article_id"] == "hostile"].head(1) if "article_id" in frame else frame.head(1)
           for name, frame in tables.items()}  # fmt: skip
    assert "1 of 1 shown" in render_claims(one)
    assert "1 of 1 dated row drawn" in render_timeline(one)
    assert "Places on the map: 1 of 1." in plain_text(render_map(one))
    assert len(ClaimExplorer(TableIndex(one)).row.options) == 1


def test_without_any_day_nothing_is_drawn_and_all_is_listed_open(tables: Tables) -> None:
    page = render_timeline(_undated(tables))
    assert "<svg" not in page
    assert "Nothing to draw: no row of this selection has a date" in page
    assert "part of a day is drawn" not in page
    assert f"<details open><summary>Without a date: not on the timeline ({len(tables['events']) + len(tables['claims']) + 2})" in page
    assert "no date of publication" in render_article(_undated(tables), "hostile")


def test_a_map_without_any_day_has_a_slider_that_leaves_all_places(tables: Tables) -> None:
    page = render_map(_undated(tables))
    assert '"days": {"happened": [], "printed": []}' in unescape(page)


def test_two_thousand_claims_are_all_counted_and_none_is_dropped_in_silence(tables: Tables) -> None:
    many = _many(tables, 350)
    total = len(many["claims"])
    assert total >= 2000
    explorer = ClaimExplorer(TableIndex(many))
    assert f"{total} of {total} shown" in explorer.count.value
    assert len(explorer.row.options) == total
    assert f"{total - 100} more are not shown here" in explorer.drawing.value
    assert f"100 of the {total} claims that were chosen stand here" in render_claims(many, max_rows=100)
    page = render_timeline(many, max_rows=10)
    assert "narrow the selection to draw the others" in page
    assert page.count('id="timeline-hostile.e') == len(many["events"])


def test_what_is_withheld_is_told_by_its_place_in_every_view() -> None:
    withheld = build_hostile("none")
    sentences = [text for text in withheld["sentences"]["text"].dropna() if len(text) > 12]
    for view, render in VIEWS.items():
        words = plain_text(render(withheld))
        assert not [text for text in sentences if text in words], view
    assert "text not shown: characters" in plain_text(render_timeline(withheld))
    library = render_library(withheld)
    assert "a page show none of its text. It has 7 sentences; the tables hold their offsets." in library
    assert "gp-toggle" not in library.split("</style>")[1]  # a switch for marks that are not there would mislead
