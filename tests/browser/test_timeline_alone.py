"""The timeline as a page shows it: pointing at a mark tells it, a click leads to its sentence, also from a folded sheet."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

sys.path.insert(0, str(Path(__file__).parents[1] / "views"))
from small_tables import SmallTables

from helpers.views import render_timeline

pytestmark = pytest.mark.browser
HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>when</title>'
N_EVENTS = 70


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    small = SmallTables()
    article = small.article("letter", "2023-05-24")
    shapes = [{"edtf": "2023-05-22", "earliest": date(2023, 5, 22), "latest": date(2023, 5, 22)},
              {"edtf": "../2023-05-23", "earliest": None, "latest": date(2023, 5, 23)},
              {"edtf": "2023-05-22T14:20:00+03:00", "earliest": date(2023, 5, 22), "latest": date(2023, 5, 22)},
              {"edtf": "2001-01-01", "earliest": date(2001, 1, 1), "latest": date(2001, 1, 1)},
              {"edtf": "2023-05-22T15:00:00", "earliest": date(2023, 5, 22), "latest": date(2023, 5, 22), "time_id": "letter.t"}]  # fmt: skip
    small.add("times", time_id="letter.t", article_id=article, qualifier="about", precision="hour",
              **{key: value for key, value in shapes[4].items() if key != "time_id"})
    for n in range(N_EVENTS):
        words = f"The gate number {n} was attacked"
        claim = small.say(article, "The Mayor", words)
        start = int(claim.rpartition(".c")[2]) + words.index("attacked")
        small.add("events", event_id=f"letter.e{n}", article_id=article, sentence_id=claim.replace(".c", ".s"), claim_id=claim,
                  trigger_text="attacked", trigger_start_char=start, trigger_end_char=start + 8, event_type="attack",
                  status="claimed", polarity="positive", **shapes[n % 5])
    file = tmp_path_factory.mktemp("when") / "when.html"
    file.write_text(HEAD + render_timeline(small.frames()), encoding="utf-8")
    return file


def _opened_row(page: Page, mark: str) -> str:
    page.locator(f"[id='{mark}']").first.click()
    row = page.locator("tr:target")
    row.wait_for(state="visible")
    return row.inner_text()


@pytest.mark.parametrize("number", range(5))
def test_a_click_on_a_mark_of_any_shape_leads_to_its_sentence(watch, page_file: Path, number: int) -> None:
    page = watch.open(page_file)
    assert f"The gate number {number} was attacked" in _opened_row(page, f"mark-letter.e{number}")
    assert page.url.endswith(f"#timeline-letter.e{number}")


def test_a_click_leads_there_without_scripts_too(scriptless, page_file: Path) -> None:
    assert "The gate number 2 was attacked" in _opened_row(scriptless.open(page_file), "mark-letter.e2")


@pytest.mark.parametrize(
    ("number", "when"), [(0, "2023-05-22"), (1, "until 2023-05-23"), (2, "2023-05-22 14:20 +03:00"), (3, "2001-01-01"),
                         (4, "2023-05-22, about 15:00")]
)
def test_pointing_at_a_mark_tells_it(watch, page_file: Path, number: int, when: str) -> None:
    page = watch.open(page_file)
    mark = page.locator(f"[id='mark-letter.e{number}']")
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    spot = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    told = page.evaluate("([x, y]) => document.elementFromPoint(x, y).closest('g:has(> title)').querySelector('title').textContent", spot)
    assert told == f"attack · according to The Mayor — {when}"


def test_the_rows_of_a_folded_sheet_can_be_followed(watch, page_file: Path) -> None:
    page = watch.open(page_file)
    page.locator("summary", has_text="Dated rows 61–71 of 71, on the same axis").click()
    assert "The gate number 69 was attacked" in _opened_row(page, "label-letter.e69")


def test_the_labels_are_the_stops_of_the_tab_key(watch, page_file: Path) -> None:
    page = watch.open(page_file)
    page.locator(".gp-figure").first.focus()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent.trim()")
    assert "attack · according to The Mayor" in focused
    page.keyboard.press("Enter")
    expect(page.locator("tr:target")).to_be_visible()


def test_on_a_narrow_screen_each_mark_stands_under_its_label_and_nothing_is_cut_off(phone, page_file: Path) -> None:
    page = phone.open(page_file)
    expect(page.locator(".gp-for-wide").first).to_be_hidden()
    for name in ("narrow-mark-letter.e0", "narrow-label-letter.e0", "narrow-mark-letter.e3"):
        box = page.locator(f"[id='{name}']").bounding_box()
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 390, name
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert "The gate number 0 was attacked" in _opened_row(page, "narrow-label-letter.e0")


def test_on_paper_and_on_a_wide_screen_the_timeline_is_drawn_once(watch, page_file: Path) -> None:
    page = watch.open(page_file)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        expect(page.locator(".gp-for-wide").first).to_be_visible()
        expect(page.locator(".gp-for-narrow").first).to_be_hidden()
