"""The live map as a page shows it: narrowed by status, article and day, reached by keys, and readable where no script runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import FrameLocator, Page, expect

sys.path.insert(0, str(Path(__file__).parents[1] / "views"))
from small_tables import SmallTables

from helpers.views import render_map

pytestmark = pytest.mark.browser
HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>map</title>'
SPOTS = {"grayvoron": ("Grayvoron", 50.479, 35.681), "shebekino": ("Shebekino", 50.413, 36.925),
         "borisovka": ("Borisovka", 50.599, 36.016)}  # fmt: skip


def _tables() -> dict[str, pd.DataFrame]:
    small = SmallTables()
    early, late = small.article("early", "2023-05-22"), small.article("late", "2023-06-02")
    undated = small.article("undated", None)
    for place_id, (name, latitude, longitude) in SPOTS.items():
        small.add("places", place_id=place_id, name=name, place_type="settlement", latitude=latitude, longitude=longitude,
                  radius_m=3000, country="RU", region="Belgorod Oblast")
    said = [(early, "The Mayor", "Grayvoron was shelled", "denied", "grayvoron"),
            (late, None, "Shebekino was shelled", "reported", "shebekino"),
            (undated, "The Guild", "Borisovka is quiet", "claimed", "borisovka")]  # fmt: skip
    for article, source, words, status, place_id in said:
        claim = small.say(article, source, words, status=status)
        start, name = int(claim.rpartition(".c")[2]), SPOTS[place_id][0]
        small.add("mentions", mention_id=f"{article}.p{start}", article_id=article, sentence_id=claim.replace(".c", ".s"),
                  start_char=start, end_char=start + len(name), text=name, entity_type="place", entity_id=place_id, form="name")
    return small.frames()


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("map") / "map.html"
    file.write_text(HEAD + render_map(_tables()), encoding="utf-8")
    return file


@pytest.fixture
def page(watch, page_file: Path) -> Page:
    return watch.open(page_file)


@pytest.fixture
def live(page: Page) -> FrameLocator:
    live = page.frame_locator("iframe.gp-map")
    expect(live.locator(".gp-count")).to_have_text("3 of 3 places drawn.")
    return live


def _mark(live: FrameLocator, name: str):
    return live.get_by_role("button", name=name, exact=True)


def _says(live: FrameLocator) -> Callable[[str], None]:
    return lambda words: expect(live.locator(".gp-count")).to_have_text(words)


def test_a_status_and_an_article_are_layers_that_can_be_switched_off(live: FrameLocator) -> None:
    live.locator("summary").click()
    live.get_by_label("denied").uncheck()
    _says(live)("2 of 3 places drawn.")
    assert _mark(live, "Grayvoron").count() == 0
    expect(live.locator(".gp-name", has_text="Grayvoron")).to_be_hidden()
    live.get_by_label("About late").uncheck()
    _says(live)("1 of 3 places drawn.")
    for button in live.get_by_role("button", name="all").all():
        button.click()
    _says(live)("3 of 3 places drawn.")
    expect(_mark(live, "Grayvoron")).to_be_visible()


def test_the_slider_walks_through_the_days_and_what_has_none_stays_pale(live: FrameLocator) -> None:
    slider = live.get_by_role("slider", name="Up to which day")
    assert slider.get_attribute("aria-valuetext") == "all days"
    slider.press("ArrowLeft")
    expect(live.locator(".gp-until")).to_have_text("up to 2023-06-02")
    slider.press("ArrowLeft")
    expect(live.locator(".gp-until")).to_have_text("up to 2023-05-22")
    _says(live)("2 of 3 places drawn. 1 drawn pale: no day is known for this clock.")
    assert _mark(live, "Shebekino").count() == 0
    assert float(_mark(live, "Borisovka").evaluate("one => getComputedStyle(one).opacity")) < 0.5
    assert _mark(live, "Grayvoron").evaluate("one => getComputedStyle(one).opacity") == "1"
    slider.press("End")
    _says(live)("3 of 3 places drawn.")


def test_a_layer_that_comes_back_keeps_to_the_filter(live: FrameLocator) -> None:
    live.locator("summary").click()
    live.get_by_label("denied").uncheck()
    live.locator(".leaflet-control-layers").hover()
    box = live.get_by_label("Only named")
    box.uncheck()
    assert _mark(live, "Shebekino").count() == 0
    box.check()
    expect(_mark(live, "Shebekino")).to_be_visible()
    assert _mark(live, "Grayvoron").count() == 0


def test_the_keyboard_opens_a_place_reads_it_and_comes_back(page: Page, live: FrameLocator) -> None:
    mark = _mark(live, "Grayvoron")
    mark.focus()
    page.keyboard.press("Enter")
    expect(live.locator(".leaflet-popup-content")).to_contain_text("denied, The Mayor: Grayvoron was shelled")
    expect(live.locator(".leaflet-popup-content [tabindex]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(live.locator(".leaflet-popup")).to_have_count(0)
    expect(mark).to_be_focused()


def test_no_name_lies_over_another_and_each_left_out_is_counted(watch, tmp_path: Path) -> None:
    tables = _tables()
    near = [tables["places"].assign(place_id=f"near{n}", name=f"Village number {n}", latitude=50.45 + n / 400) for n in range(12)]
    tables["places"] = pd.concat([tables["places"], *(one.iloc[[0]] for one in near)], ignore_index=True)
    more = [tables["mentions"].iloc[[0]].assign(mention_id=f"early.q{n}", entity_id=f"near{n}") for n in range(12)]
    tables["mentions"] = pd.concat([tables["mentions"], *more], ignore_index=True)
    file = tmp_path / "crowd.html"
    file.write_text(HEAD + render_map(tables), encoding="utf-8")
    live = watch.open(file).frame_locator("iframe.gp-map")
    expect(live.locator(".gp-unnamed")).to_contain_text("Names without room at this zoom")
    shown = [name for name in live.locator(".gp-name-beside").all() if name.is_visible()]
    boxes = [name.bounding_box() for name in shown]
    assert len(boxes) >= 4
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert (one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
                    or one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"])
    left_out = int(live.locator(".gp-unnamed").inner_text().rstrip(".").split()[-1])
    assert len(boxes) + left_out >= 15


def test_the_map_asks_for_nothing_and_its_console_stays_silent(watch, page_file: Path) -> None:
    watch.open(page_file).frame_locator("iframe.gp-map").locator("path.leaflet-interactive").first.wait_for()
    assert watch.requests == []
    assert watch.errors == []


def test_the_still_twin_comes_with_its_switch(page: Page) -> None:
    picture = page.get_by_role("img", name="Map with 3 places as areas")
    expect(picture).to_be_hidden()
    page.get_by_text("The same map as a still picture").click()
    assert picture.evaluate("image => image.complete && image.naturalWidth") > 300


def test_where_no_script_runs_the_twin_stands_in_place_of_the_map(scriptless, page_file: Path) -> None:
    page = scriptless.open(page_file)
    expect(page.get_by_role("img", name="Map with 3 places as areas")).to_be_visible()
    expect(page.locator("iframe")).to_be_hidden()
    expect(page.get_by_text("The same map as a still picture")).to_be_hidden()


def test_on_paper_the_twin_stands_in_place_of_the_map(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.get_by_role("img", name="Map with 3 places as areas")).to_be_visible()
    expect(page.locator("iframe")).to_be_hidden()


def test_on_a_narrow_screen_a_pop_up_fits_the_map(phone, page_file: Path) -> None:
    page = phone.open(page_file)
    live = page.frame_locator("iframe.gp-map")
    _mark(live, "Grayvoron").focus()
    page.keyboard.press("Enter")
    popup = live.locator(".leaflet-popup-content-wrapper")
    popup.wait_for()
    page.wait_for_timeout(500)
    box, frame = popup.bounding_box(), page.locator("iframe").bounding_box()
    assert frame["x"] <= box["x"]
    assert box["x"] + box["width"] <= frame["x"] + frame["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
