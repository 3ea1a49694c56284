"""The search on the first page: short words and numbers, each sentence once, and an excerpt with all that was sought."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpers.reports._contents import Holdings, Pages, render_contents
from helpers.reports._page import Facts
from helpers.reports._sentences import Sentence
from helpers.reports._stamps import Entry

pytestmark = pytest.mark.browser
SAID = "More than 70 people fled from Oortgat, the mayor said."
FAR = "word " * 60
TEXTS = {
    "01_texts": f"""<html lang="en"><main><h2 id="all">All texts</h2>
      <p id="a.n1">{SAID} He had asked the US for help in 1970, and got 1.700 blankets.</p>
      <p id="a.n2">The bus was late, and thus nobody came.</p><p id="a.n3">A goose {FAR}met a fox. {FAR}</p></main></html>""",
    "02_rows": f"""<html lang="en"><main><h2 id="rows">All rows</h2><table>
      <tr id="row-a.c1"><td>the mayor</td><td>claimed</td><td>{SAID}</td></tr>
      <tr id="row-a.c2"><td>the newsroom</td><td>reported</td><td>{SAID}</td></tr></table></main></html>""",
}  # fmt: skip


@pytest.fixture
def page(watch, tmp_path: Path) -> Page:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    entries = [Entry(name, name[3:].title(), "", (), "", "") for name in TEXTS]
    holdings = Holdings(sentences=(Sentence("a.s0", "a", SAID),))
    index = render_contents(Pages(entries, TEXTS), holdings, Facts(), language="en")
    (tmp_path / "index.html").write_text(index, encoding="utf-8")
    return watch.open(tmp_path / "index.html")


def _search(page: Page, typed: str, found: str) -> None:
    page.get_by_label("Search in the pages").fill(typed)
    expect(page.locator("#found")).to_have_text(found)


NOTHING = "Nothing on these pages holds all these words."


@pytest.mark.parametrize(("typed", "marked"), [("US", ["US"]), ("70", ["70"]), ("1970", ["1970"]), ("1.700", ["1.700"])])
def test_a_number_and_a_word_of_two_letters_are_found_whole(page: Page, typed: str, marked: list[str]) -> None:
    page.get_by_label("Search in the pages").fill(typed)
    expect(page.locator(".results li > p mark")).to_have_text(marked)


@pytest.mark.parametrize("typed", ["7", "700", "197", "hu"])
def test_a_part_of_a_number_or_two_letters_of_a_word_are_not_found(page: Page, typed: str) -> None:
    _search(page, typed, NOTHING)


def test_a_sentence_in_three_places_is_one_hit_that_leads_to_all_of_them(page: Page) -> None:
    _search(page, "people fled", "Passages found: 1; pages: 2")
    expect(page.locator(".results section")).to_have_count(1)
    assert page.locator(".results li > a").get_attribute("href") == "01_texts.html#a.n1"
    page.get_by_text("The same sentence stands in 2 more places").click()
    links = page.locator(".results details a")
    expect(links).to_have_text(["the mayor · claimed", "the newsroom · reported"])
    expect(page.locator(".results details > ul > li")).to_contain_text(["Rows"])
    assert links.nth(1).get_attribute("href") == "02_rows.html#row-a.c2"


def test_words_around_a_sentence_narrow_the_places_where_it_is_found(page: Page) -> None:
    _search(page, "newsroom fled", "Passages found: 1; pages: 1")
    assert page.locator(".results li > a").get_attribute("href") == "02_rows.html#row-a.c2"
    expect(page.locator(".results details")).to_have_count(0)


def test_an_excerpt_shows_every_word_that_was_sought_however_far_apart(page: Page) -> None:
    _search(page, "goose fox", "Passages found: 1; pages: 1")
    assert page.locator(".results mark").all_inner_texts() == ["goose", "fox"]
    assert " … " in page.locator(".results li p").inner_text()
    assert len(page.locator(".results li p").inner_text()) < 350
