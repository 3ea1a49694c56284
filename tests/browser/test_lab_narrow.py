"""JupyterLab in a narrow window, and with very long words: what stands there is readable where it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from lab_desk import Desk
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

WIDE, NARROW = {"width": 1280, "height": 1000}, {"width": 390, "height": 1000}
IN_FRONT = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-output"
# a drawing scrolls in a frame of its own, and so does a table of pandas, which is not ours to lay out
SIDEWAYS = """front => [...document.querySelectorAll(`${front}, ${front} *`)].filter(one =>
    one.clientWidth && one.scrollWidth > one.clientWidth + 1
    && ["auto", "scroll", "hidden"].includes(getComputedStyle(one).overflowX)
    && !one.matches("option, .gp-figure, .gp-offscreen, thead") && !one.querySelector(":scope > div > table.dataframe"))
  .map(one => `${one.tagName}.${one.className} ${one.scrollWidth} in ${one.clientWidth}: ${one.innerText.slice(0, 40)}`)"""
LETTERS_PX = """front => [...document.querySelectorAll(`${front} .gp-for-narrow svg`)].flatMap(svg =>
  [...svg.querySelectorAll("a text")].map(label => parseFloat(getComputedStyle(label).fontSize)
    * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)).filter(Boolean)"""
TEXT_PX = """(list, words) => {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = getComputedStyle(list.options[0]).font;
  return pen.measureText(words).width;
}"""
OWN = """from helpers.model import Card
from helpers.pipeline import read_article
from helpers.tables import build_tables
from helpers.text import build_document
from helpers.views import render_claims, render_sources, show_claims
text = ("Kolonel {name} zei dat het dorp Kozinka was geraakt. "
        "Zie https://voorbeeld.invalid/{path}, zei de woordvoerder.").format(name="A" + "a" * 270, path="b" * 150)
tables = build_tables([read_article(build_document(text, Card("a.txt", language="nl", text_rights="full")))])
"""
CELLS = (
    OWN,
    'render_claims(tables, language="nl")',
    'render_sources(tables, language="nl")',
    'show_claims(tables, language="nl")',
)


@pytest.fixture
def narrow(desk: Desk) -> Iterator[Desk]:
    desk.page.set_viewport_size(NARROW)
    desk.page.evaluate("window.jupyterapp.shell.collapseLeft()")
    yield desk
    desk.page.set_viewport_size(WIDE)
    desk.page.evaluate("window.jupyterapp.shell.expandLeft()")


def _run_own(desk: Desk) -> Page:
    book = new_notebook(
        cells=[new_code_cell(cell) for cell in CELLS],
        metadata={"kernelspec": {"name": "python3", "display_name": "x"}},
    )
    if "own_words" not in desk.cells:
        (desk.home / "notebooks" / "own_words.ipynb").write_text(json.dumps(book), encoding="utf-8")
    cells = desk.run("own_words")
    assert [output for cell in cells for output in cell["outputs"] if output["output_type"] == "error"] == []
    return desk.page


@pytest.mark.parametrize("name", ["00_start_here", "01_one_article", "02_who_states_what", "03_when", "05_compare_accounts"])
def test_in_a_narrow_window_nothing_stands_beyond_the_edge(narrow: Desk, name: str) -> None:
    narrow.run(name)
    expect(narrow.page.locator(f"{IN_FRONT} .gp:visible").first).to_be_visible()
    assert narrow.page.evaluate(SIDEWAYS, IN_FRONT) == []


def test_the_watch_for_what_stands_beyond_the_edge_sees_it(narrow: Desk) -> None:
    narrow.run("00_start_here")
    frame = narrow.page.locator(f"{IN_FRONT} .gp-scroll:visible").first
    frame.evaluate("frame => { frame.firstChild.style.minWidth = '90rem'; }")
    found = narrow.page.evaluate(SIDEWAYS, IN_FRONT)
    frame.evaluate("frame => { frame.firstChild.style.minWidth = ''; }")
    assert [words for words in found if words.startswith("DIV.gp-scroll 1440")]


def test_a_narrow_list_tells_number_status_source_and_first_words(narrow: Desk) -> None:
    narrow.run("02_who_states_what")
    box = narrow.page.locator(IN_FRONT, has=narrow.page.locator(".widget-gridbox"))
    field = box.get_by_label("Claims", exact=True)
    label, shown = box.locator("label", has_text="Claims").bounding_box(), field.bounding_box()
    assert label
    assert shown
    assert label["y"] + label["height"] <= shown["y"] + 1
    assert shown["width"] > 0.9 * box.evaluate("box => box.clientWidth")
    options = field.locator("option").all_inner_texts()
    for option in options[:40]:
        told = re.match(r"\d+\. \S [^:]+: \S{1,8}", option.replace("\xa0", " "))
        assert told, option
        assert field.evaluate(TEXT_PX, told[0]) <= shown["width"] - 15, option  # beside the bar that scrolls


@pytest.mark.parametrize("name", ["02_who_states_what", "03_when"])
def test_the_labels_of_a_narrow_timeline_are_large_enough_to_read(narrow: Desk, name: str) -> None:
    narrow.run(name)
    if name.startswith("02"):
        narrow.page.get_by_role("button", name="timeline", exact=True).click()
    expect(narrow.page.locator(f"{IN_FRONT} .gp-for-narrow svg:visible").first).to_be_visible()
    letters = narrow.page.evaluate(LETTERS_PX, IN_FRONT)
    assert len(letters) > 10
    assert min(letters) >= 9


def test_in_a_wide_window_a_narrow_output_has_the_narrow_forms(desk: Desk) -> None:
    desk.run("03_when")
    drawing = desk.page.locator(f"{IN_FRONT} .gp").filter(has=desk.page.locator("svg")).first
    wide, phone = (drawing.locator(f"> .gp-for-{name}") for name in ("wide", "narrow"))
    expect(wide).to_be_visible()
    expect(phone).to_be_hidden()
    drawing.evaluate("view => { view.style.width = '20rem'; }")
    expect(wide).to_be_hidden()
    expect(phone).to_be_visible()
    drawing.evaluate("view => { view.style.width = ''; }")
    expect(wide).to_be_visible()


@pytest.mark.parametrize("is_narrow", [True, False])
def test_a_word_of_270_letters_and_an_address_of_150_push_nothing_out_of_sight(
    request: pytest.FixtureRequest, desk: Desk, is_narrow: bool
) -> None:
    if is_narrow:
        request.getfixturevalue("narrow")
    page = _run_own(desk)
    expect(page.get_by_label("Beweringen", exact=True)).to_be_visible()
    assert page.locator(f"{IN_FRONT} td", has_text="a" * 270).count() > 0
    assert page.evaluate(SIDEWAYS, IN_FRONT) == []


def test_the_dutch_controls_fit_a_narrow_window(narrow: Desk) -> None:
    page = _run_own(narrow)
    page.get_by_role("button", name="kaart", exact=True).click()
    expect(page.locator(f"{IN_FRONT} iframe.gp-map").first).to_be_visible()
    assert page.evaluate(SIDEWAYS, IN_FRONT) == []
    kinds = page.get_by_label("Gebeurtenis", exact=True)
    assert kinds.evaluate(TEXT_PX, kinds.locator("option").first.inner_text()) < kinds.bounding_box()["width"] - 25
    page.get_by_role("button", name="tabel", exact=True).click()
