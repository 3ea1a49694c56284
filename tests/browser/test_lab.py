"""JupyterLab, started for real: the notebooks run in it, and the explorer answers to its reader."""

from __future__ import annotations

import json
import re

import pytest
from lab_desk import Desk
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

NOTEBOOKS = ("00_start_here", "01_one_article", "02_who_states_what", "03_when", "04_where", "05_compare_accounts")
VIEW = """() => {
  const map = Object.values(window).find(one => one instanceof L.Map), middle = map.getCenter();
  return [map.getZoom(), middle.lat, middle.lng];
}"""


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_in_jupyterlab_without_an_error(desk: Desk, name: str) -> None:
    cells = desk.run(name)
    outputs = [output for cell in cells for output in cell["outputs"]]
    assert [output for output in outputs if output["output_type"] in ("error", "stream")] == []
    assert all(cell["execution_count"] for cell in cells)
    assert sum(bool(cell["outputs"]) for cell in cells) >= 2
    assert desk.page.locator(".jp-Dialog, .Toastify__toast").count() == 0


DOLLARS = """from IPython.display import HTML, display
from helpers.pipeline import read_article
from helpers.tables import build_tables
from helpers.text import build_document
from helpers.model import Card
from helpers.views import render_claims
text = "The mayor said that $7 million and $8 million had been stolen."
display(HTML("<p id='control'>between $7 million and $8 million</p>"))
display(render_claims(build_tables([read_article(build_document(text, Card("a.txt", language="en", text_rights="full")))])))
"""


def test_the_switches_and_signs_of_a_close_reading_keep_their_keys(desk: Desk) -> None:
    desk.run("01_one_article")
    cells = desk.page.locator(".jp-Notebook:visible .jp-Cell")
    before = cells.count()
    for control in (".gp-toggle", ".gp-cite-sign"):
        desk.page.locator(f".jp-Notebook:visible {control}").first.focus()
        desk.page.keyboard.type("ddax")
    assert cells.count() == before


def test_two_amounts_in_dollars_are_no_formula(desk: Desk) -> None:
    (desk.home / "notebooks" / "dollars.ipynb").write_text(json.dumps(
        new_notebook(cells=[new_code_cell(DOLLARS)], metadata={"kernelspec": {"name": "python3", "display_name": "x"}})
    ), encoding="utf-8")  # fmt: skip
    desk.run("dollars")
    expect(desk.page.locator("#control mjx-container")).to_have_count(1)  # the formulas of others are typeset
    shown = desk.page.locator(".gp", has_text="had been stolen")
    expect(shown.locator("mark").first).to_contain_text("$7 million and $8 million")
    expect(shown.locator("mjx-container")).to_have_count(0)


class Explorer:
    """The controls of notebook 02, as a reader finds them: by their labels."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box = page.locator(".jp-OutputArea-output", has=page.locator(".widget-gridbox"))
        self.list = self.field("Claims")
        self.evidence = self.box.locator(".gp-proof")

    def field(self, label: str) -> Locator:
        return self.box.get_by_label(label, exact=True)

    def show_as(self, view: str) -> None:
        self.box.get_by_role("button", name=view, exact=True).click()

    def look_at_map(self) -> list[float]:
        """Read how near the map is seen, and its middle; it is drawn where it is in view."""
        self.box.locator("iframe.gp-map").evaluate("frame => frame.scrollIntoView({block: 'center'})")
        self.box.frame_locator("iframe.gp-map").locator(".leaflet-interactive").first.wait_for()
        return self.box.frame_locator("iframe.gp-map").locator("body").evaluate(VIEW)

    def expect_count(self, *, after: int | None = None) -> int:
        """Read the count under the controls, once it is another than it was."""
        line = self.box.get_by_role("status").filter(has_text=re.compile(r"^\d+ of \d+ shown"))
        expect(line).to_be_visible()
        if after is not None:
            expect(line).not_to_contain_text(re.compile(rf"^{after} of"))
        return int(line.inner_text().split()[0])


@pytest.fixture
def explorer(desk: Desk) -> Explorer:
    desk.run("02_who_states_what")
    made = Explorer(desk.page)
    made.box.scroll_into_view_if_needed()
    made.box.get_by_role("button", name="Show everything").click()
    made.show_as("table")
    made.list.select_option(index=0)
    expect(made.box.locator("tr[id^='live-'].gp-marked td").first).to_have_text("1")
    return made


def test_table_timeline_and_map_follow_a_filter_and_a_chosen_claim_shows_its_sentence(explorer: Explorer) -> None:
    box, total = explorer.box, explorer.expect_count()
    rows = box.locator("tr[id^='live-']")
    assert total > rows.count() > 0  # more are counted than the table holds
    expect(explorer.page.locator(".gp-twin")).to_be_hidden()

    explorer.show_as("timeline")
    marks = box.locator("tr[id^='live-timeline-']")
    expect(box.locator("svg[role=img], .gp-figure svg").first).to_be_visible()
    all_marks = marks.count()
    explorer.show_as("map")
    frame = box.frame_locator("iframe.gp-map")
    frame.locator("path.leaflet-interactive").first.wait_for()
    places = box.locator("tr[id^='place-']")
    all_places = places.count()

    # the filter changes while the map is shown; timeline and table have changed too when they come
    explorer.field("Source").select_option(label="Vyacheslav Gladkov")
    some = explorer.expect_count(after=total)
    assert 0 < some < total
    expect(places).not_to_have_count(all_places)
    assert 0 < places.count() < all_places
    frame.locator("path.leaflet-interactive").first.wait_for()
    explorer.show_as("timeline")
    expect(marks.first).to_be_attached()
    assert 0 < marks.count() < all_marks
    explorer.show_as("table")
    expect(rows).to_have_count(some)
    assert explorer.list.locator("option").count() == some

    explorer.list.select_option(index=2)
    chosen = rows.nth(2)
    marked = explorer.evidence.locator("mark").first
    expect(marked).to_have_text(chosen.locator("mark").first.inner_text())
    expect(marked).to_be_visible()
    sentence = chosen.locator("td").nth(3).locator("span[lang]").inner_text()
    expect(explorer.evidence.locator(".gp-here")).to_have_text(sentence)
    expect(explorer.evidence).to_contain_text("Gladkov")
    expect(explorer.evidence).to_contain_text("rule ")


def test_the_map_marks_the_places_of_the_chosen_claim(explorer: Explorer) -> None:
    total = explorer.expect_count()
    explorer.show_as("map")
    explorer.field("Place").select_option(label="Kozinka")
    explorer.expect_count(after=total)
    frame, told = explorer.box.frame_locator("iframe.gp-map"), explorer.box.locator(".gp-chosen")
    expect(told).to_contain_text("Kozinka")
    expect(frame.locator(".gp-name", has_text="▶ Kozinka")).to_be_visible()
    first = told.inner_text()
    explorer.list.select_option(index=0)
    for index in range(1, explorer.list.locator("option").count()):
        explorer.list.select_option(index=index)
        explorer.page.wait_for_timeout(1500)
        if told.inner_text() != first:
            break
    assert told.inner_text() != first
    expect(frame.locator(".gp-name", has_text="▶").first).to_be_visible()


def test_a_click_on_a_row_or_a_mark_chooses_its_claim_and_proves_it_in_place(explorer: Explorer) -> None:
    box, chosen = explorer.box, "e => e.selectedIndex"
    in_place = box.locator("tr.gp-in-place")
    row = box.locator("tr[id^='live-']").nth(4)
    row.locator("td").first.click()
    expect(in_place.locator("mark").first).to_have_text(row.locator("mark").first.inner_text())
    expect(in_place).to_contain_text("rule: ")
    assert explorer.list.evaluate(chosen) == 4
    expect(explorer.evidence.first.locator("mark").first).to_have_text(row.locator("mark").first.inner_text())
    row.locator("td").first.click()
    expect(in_place).to_have_count(0)
    row.locator("td").first.click()
    expect(in_place).to_have_count(1)
    explorer.list.select_option(index=7)  # the list chooses another: what was proved in place goes
    expect(in_place).to_have_count(0)
    row.locator("td").first.click()
    expect(in_place).to_have_count(1)

    explorer.show_as("timeline")
    label = box.locator("figure, .gp-figure").locator("svg a[*|href^='#live-timeline-'][*|href*='.']:visible").first
    target = label.get_attribute("xlink:href")
    assert target
    label.click()
    marked = box.locator(f"tr[id='{target[1:]}'] + tr.gp-in-place")
    expect(marked).to_be_visible()
    expect(marked).to_be_in_viewport()
    expect(marked.locator("mark").first).to_be_attached()
    assert explorer.page.url.endswith(".ipynb") or "#" not in explorer.page.url


def test_the_map_keeps_the_view_when_another_claim_is_chosen(explorer: Explorer) -> None:
    explorer.show_as("map")
    wide = explorer.look_at_map()
    explorer.box.frame_locator("iframe.gp-map").locator(".leaflet-control-zoom-in").click()
    explorer.page.wait_for_timeout(800)  # it glides
    near = explorer.look_at_map()
    assert near[0] > wide[0]
    clock = explorer.box.frame_locator("iframe.gp-map").locator(".gp-clock")
    clock.select_option("happened")
    told = explorer.box.locator(".gp-chosen")
    first = told.inner_text()
    for index in range(1, 8):
        explorer.list.select_option(index=index)
        explorer.page.wait_for_timeout(1500)
        if told.inner_text() != first:
            break
    assert told.inner_text() != first
    assert explorer.look_at_map() == pytest.approx(near)
    expect(clock).to_have_value("happened")
    explorer.field("Place").select_option(label="Kozinka")  # other claims are seen as their own map begins
    expect(explorer.box.get_by_role("status").filter(has_text="Place: Kozinka")).to_be_visible()
    explorer.page.wait_for_timeout(1500)
    assert explorer.look_at_map() != pytest.approx(near)


def test_the_explorer_is_worked_with_the_keys_alone(explorer: Explorer) -> None:
    keys, total = explorer.page.keyboard, explorer.expect_count()
    explorer.field("Words").focus()
    keys.type("Putin")
    keys.press("Enter")
    some = explorer.expect_count(after=total)
    expect(explorer.evidence.locator(".gp-hit").first).to_have_text("Poetin")
    assert 0 < some < total

    cells = explorer.page.locator(".jp-Notebook .jp-Cell").count()
    explorer.list.focus()
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    assert explorer.list.evaluate("list => list.selectedIndex") == 2
    expect(explorer.list).to_be_focused()
    rows = explorer.box.locator("tr[id^='live-']")
    expect(rows.nth(2)).to_have_class(re.compile("gp-marked"))
    expect(explorer.evidence.locator("mark").first).to_have_text(rows.nth(2).locator("mark").first.inner_text())
    explorer.field("Source").focus()
    keys.type("vyach")  # letters look for a name, and are no commands of the notebook
    expect(explorer.field("Source").locator("option:checked")).to_contain_text("Vyacheslav")
    explorer.field("Source").select_option(index=0)
    keys.type("dd")
    assert explorer.page.locator(".jp-Notebook .jp-Cell").count() == cells
    for other in ("summary >> nth=0", ".gp-scroll >> nth=0"):
        explorer.box.locator(other).focus()
        keys.type("ddax")
    assert explorer.page.locator(".jp-Notebook .jp-Cell").count() == cells
    explorer.field("Source").select_option(index=0)
    explorer.expect_count()
    expect(explorer.box.locator("tr[id^='live-']")).to_have_count(some)

    explorer.box.get_by_label("questioned").focus()
    keys.press("Space")
    assert explorer.expect_count(after=some) == 0
    expect(explorer.box.locator(".gp-empty")).to_contain_text("Without “Words: Putin”")
    explorer.box.get_by_role("button", name="Show everything").focus()
    keys.press("Enter")
    assert explorer.expect_count(after=0) == total
    expect(explorer.field("Words")).to_have_value("")
