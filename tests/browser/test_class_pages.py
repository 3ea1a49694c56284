"""The pages of a class on a phone and on paper: nothing runs out of the screen, and what is one page prints on one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from helpers.teaching import open_lesson
from helpers.teaching.class_folder import render_note, render_prose
from helpers.teaching.codes import write_code
from helpers.teaching.coding import list_units
from helpers.teaching.collect import write_collection
from helpers.teaching.lessons import LANGUAGES
from helpers.teaching.sheets import render_marking_sheet, render_sheet

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=LANGUAGES)
def site(request: pytest.FixtureRequest, chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder, language = tmp_path_factory.mktemp("class"), request.param
    lesson = open_lesson("two_reports", language=language)
    plan = (lesson.folder / f"plan_{language}.md").read_text(encoding="utf-8")
    texts = {"note": render_note(language), "plan": render_prose(plan, language), "sheet": render_sheet(lesson),
             "marking": render_marking_sheet(lesson)}  # fmt: skip
    pages = {name: folder / f"{name}.html" for name in texts}
    for name, text in texts.items():
        pages[name].write_text(text, encoding="utf-8")
    for number, coder in enumerate(("calm-otter-17", "wise-heron-40", "tall-gull-11")):
        for place, unit in enumerate(list_units(lesson.tables, lesson.article_ids[0])[:12]):
            status = ("claimed", "denied", "hedged")[number] if place else "reported"
            write_code(coder, unit, {"status": status}, folder=folder)
    pages["agreement"], _ = write_collection(dict[str, pd.DataFrame](lesson.tables), folder, gold=lesson.gold, language=language)
    return pages


@pytest.mark.parametrize("name", ["note", "plan", "sheet", "marking", "agreement"])
def test_no_page_of_a_class_is_wider_than_a_phone(chromium: Any, site: dict[str, Path], name: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800}, is_mobile=True)
    try:
        page = context.new_page()
        page.goto(site[name].as_uri())
        assert page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [390, 390]
    finally:
        context.close()


def test_the_set_up_note_prints_on_one_page_and_the_plan_on_three(watch: Any, site: dict[str, Path]) -> None:
    assert [count_sheets(watch.open(site[name])) for name in ("note", "plan")] == [1, 3]


def test_the_key_of_the_coding_prints_on_one_page(watch: Any, site: dict[str, Path]) -> None:
    page = watch.open(site["marking"])
    page.locator("main > :not(section.break)").evaluate_all("found => found.forEach(each => each.remove())")
    assert page.locator("table.grid tbody tr").count() > 10
    assert count_sheets(page) == 1


def test_the_coding_prints_on_one_page_with_all_its_choices(watch: Any, site: dict[str, Path]) -> None:
    page = watch.open(site["sheet"])
    page.locator(".codes").evaluate("""codes => {
      const grid = document.querySelector("table.grid"), how = grid.previousElementSibling;
      document.querySelector("main").replaceChildren(how.previousElementSibling, how, grid, codes);
    }""")
    assert page.locator("h2, table.grid, .codes li:last-child").count() == 3
    assert page.locator("table.grid tbody tr").count() == 12
    assert count_sheets(page) == 1


def test_what_is_folded_in_the_report_of_agreement_is_printed(watch: Any, site: dict[str, Path]) -> None:
    page = watch.open(site["agreement"])
    folded = page.locator("details:not([open]) table").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.is_visible()
    assert folded.bounding_box()["height"] > 50


def count_sheets(page: Any) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
