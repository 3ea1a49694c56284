"""The live map as a page shows it: narrowed by status, article and day, reached by keys, and readable where no script runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Frame, FrameLocator, Page, expect

sys.path.insert(0, str(Path(__file__).parents[1] / "views"))
from small_tables import SmallTables

from helpers.views import render_map
from helpers.views.offline import asset_path

pytestmark = pytest.mark.browser
HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>map</title>'
SPOTS = {"grayvoron": ("Grayvoron", 50.479, 35.681), "shebekino": ("Shebekino", 50.413, 36.925),
         "borisovka": ("Borisovka", 50.599, 36.016)}  # fmt: skip


def _tables(*more: tuple[str, str, str, str, str]) -> dict[str, pd.DataFrame]:
    small = SmallTables()
    early, late = small.article("early", "2023-05-22"), small.article("late", "2023-06-02")
    undated = small.article("undated", None)
    for place_id, (name, latitude, longitude) in SPOTS.items():
        small.add("places", place_id=place_id, name=name, place_type="settlement", latitude=latitude, longitude=longitude,
                  radius_m=3000, country="RU", region="Belgorod Oblast")
    said = [(early, "The Mayor", "Grayvoron was shelled", "denied", "grayvoron"),
            (late, None, "Shebekino was shelled", "reported", "shebekino"),
            (undated, "The Guild", "Borisovka is quiet", "claimed", "borisovka")]  # fmt: skip
    for article, source, words, status, place_id in [*said, *more]:
        claim = small.say(article, source, words, status=status)
        start, name = int(claim.rpartition(".c")[2]), SPOTS[place_id][0]
        small.add("mentions", mention_id=f"{article}.p{start}", article_id=article, sentence_id=claim.replace(".c", ".s"),
                  start_char=start, end_char=start + len(name), text=name, entity_type="place", entity_id=place_id, form="name")
    return small.frames()


def _write(folder: Path, tables: dict[str, pd.DataFrame], **how: object) -> Path:
    file = folder / "map.html"
    file.write_text(HEAD + render_map(tables, **how), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _write(tmp_path_factory.mktemp("map"), _tables())


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
    expect(live.locator(".gp-until")).to_have_text("up to 2 June 2023")
    slider.press("ArrowLeft")
    expect(live.locator(".gp-until")).to_have_text("up to 22 May 2023")
    _says(live)("2 of 3 places drawn. 1 drawn pale: no day is known for this clock. "
                "Sentences without a day on this clock, not narrowed by it: 1.")
    assert _mark(live, "Shebekino").count() == 0
    assert float(_mark(live, "Borisovka").evaluate("one => getComputedStyle(one).opacity")) < 0.5
    assert _mark(live, "Grayvoron").evaluate("one => getComputedStyle(one).opacity") == "1"
    slider.press("End")
    _says(live)("3 of 3 places drawn.")


def test_the_slider_is_off_where_no_place_has_a_day_on_the_clock_and_says_so(live: FrameLocator) -> None:
    slider = live.get_by_role("slider", name="Up to which day")
    live.locator(".gp-clock").select_option("happened")
    expect(slider).to_be_disabled()
    expect(live.locator(".gp-until")).to_have_text("no place here has a day on this clock")
    _says(live)("3 of 3 places drawn.")
    live.locator(".gp-clock").select_option("printed")
    expect(slider).to_be_enabled()
    expect(live.locator(".gp-until")).to_have_text("all days")


@pytest.mark.parametrize("screen", ["watch", "phone"])
def test_what_the_panel_opens_takes_nothing_of_the_map_nor_of_an_open_pop_up(request, page_file: Path, screen: str) -> None:
    page = request.getfixturevalue(screen).open(page_file)
    live, frame = page.frame_locator("iframe.gp-map"), page.locator("iframe.gp-map")
    sheet, panel = live.locator(".folium-map"), live.locator(".gp-panel")
    _mark(live, "Grayvoron").focus()
    page.keyboard.press("Enter")
    popup = live.locator(".leaflet-popup-content-wrapper")
    page.wait_for_timeout(500)
    before, shut = sheet.bounding_box()["height"], frame.bounding_box()["height"]
    live.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(live.get_by_label("About undated")).to_be_visible()
    page.wait_for_timeout(300)
    assert abs(sheet.bounding_box()["height"] - before) < 8
    assert frame.bounding_box()["height"] > shut + 60
    outer, last, shown = frame.bounding_box(), panel.bounding_box(), popup.bounding_box()
    assert last["y"] + last["height"] <= outer["y"] + outer["height"] + 1
    assert shown["y"] >= outer["y"]
    assert shown["y"] + shown["height"] <= sheet.bounding_box()["y"] + before
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert frame.bounding_box()["height"] == shut
    assert abs(sheet.bounding_box()["height"] - before) < 2


def test_in_a_frame_that_cannot_grow_the_panel_is_scrolled_to_and_the_map_keeps_its_height(page: Page, live: FrameLocator) -> None:
    page.locator("iframe.gp-map").evaluate("frame => frame.classList.remove('gp-map')")
    page.locator("iframe").evaluate("frame => { frame.style.height = '30rem'; frame.srcdoc = frame.srcdoc; }")
    inner = page.frame_locator("iframe")
    expect(inner.locator(".gp-count")).to_have_text("3 of 3 places drawn.")
    before = inner.locator(".folium-map").bounding_box()["height"]
    inner.locator("summary").focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert abs(inner.locator(".folium-map").bounding_box()["height"] - before) < 8
    assert inner.locator("main").evaluate("main => main.scrollHeight > main.clientHeight + 20")
    inner.get_by_label("About undated").focus()
    box, frame = inner.get_by_label("About undated").bounding_box(), page.locator("iframe").bounding_box()
    assert box["y"] + box["height"] <= frame["y"] + frame["height"]


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


def test_no_name_lies_over_another_and_each_left_out_is_counted(phone, tmp_path: Path) -> None:
    tables = _tables()
    near = [tables["places"].assign(place_id=f"near{n}", name=f"Village number {n}", latitude=50.45 + n / 400) for n in range(20)]
    tables["places"] = pd.concat([tables["places"], *(one.iloc[[0]] for one in near)], ignore_index=True)
    more = [tables["mentions"].iloc[[0]].assign(mention_id=f"early.q{n}", entity_id=f"near{n}") for n in range(20)]
    tables["mentions"] = pd.concat([tables["mentions"], *more], ignore_index=True)
    live = phone.open(_write(tmp_path, tables)).frame_locator("iframe.gp-map")
    expect(live.locator(".gp-unnamed")).to_contain_text("Names without room at this zoom")
    shown = [name for name in live.locator(".gp-name-beside").all() if name.is_visible()]
    boxes = [name.bounding_box() for name in shown]
    assert len(boxes) >= 4
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert (one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
                    or one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"])
    left_out = int(live.locator(".gp-unnamed").inner_text().rstrip(".").split()[-1])
    assert len(boxes) + left_out == 23


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


def test_a_name_that_is_moved_off_its_mark_has_a_line_back_to_it(watch, tmp_path: Path) -> None:
    tables = _tables()
    near = [tables["places"].iloc[[0]].assign(place_id=f"near{n}", name=f"Village number {n}", latitude=50.479 + n / 200)
            for n in range(4)]  # fmt: skip
    tables["places"] = pd.concat([tables["places"], *near], ignore_index=True)
    more = [tables["mentions"].iloc[[0]].assign(mention_id=f"early.q{n}", entity_id=f"near{n}") for n in range(4)]
    tables["mentions"] = pd.concat([tables["mentions"], *more], ignore_index=True)
    live = watch.open(_write(tmp_path, tables)).frame_locator("iframe.gp-map")
    expect(live.locator(".gp-unnamed")).to_be_empty()
    lines = live.locator(".gp-leader")
    assert lines.count() >= 3
    ends = lines.evaluate_all("""all => all.map(line => {
      const mark = line.parentNode.getBoundingClientRect(), name = line.parentNode.querySelector(".gp-name").getBoundingClientRect();
      const box = line.getBoundingClientRect(), gap = (a, b) => Math.max(0, a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
      return [gap(box, mark), gap(box, name)];
    })""")
    assert all(to_mark < 22 and to_name < 4 for to_mark, to_name in ends)


def test_a_country_is_named_within_it_off_rings_and_the_border(watch, tmp_path: Path) -> None:
    tables = _tables()
    tables["mentions"] = tables["mentions"][tables["mentions"]["entity_id"] == "grayvoron"]
    live = watch.open(_write(tmp_path, tables)).frame_locator("iframe.gp-map")
    for name in ("RUSSIA", "UKRAINE"):
        expect(live.locator(".gp-name", has_text=name)).to_be_visible()
    box, ring = live.locator(".gp-name", has_text="RUSSIA").bounding_box(), live.locator(".leaflet-overlay-pane path[stroke-dasharray='4 4']").bounding_box()
    middle, reach = (ring["x"] + ring["width"] / 2, ring["y"] + ring["height"] / 2), ring["width"] / 2
    nearest = [min(max(middle[0], box["x"]), box["x"] + box["width"]), min(max(middle[1], box["y"]), box["y"] + box["height"])]
    assert ((nearest[0] - middle[0]) ** 2 + (nearest[1] - middle[1]) ** 2) ** 0.5 > reach
    spots = live.locator(".gp-name-country").evaluate_all("""all => all.map(one => {
      const box = one.getBoundingClientRect(), border = document.querySelector(".leaflet-overlay-pane path[stroke-dasharray^='7 3']");
      const at = (x, y) => { const point = border.ownerSVGElement.createSVGPoint(); point.x = x; point.y = y;
        return border.isPointInStroke(point.matrixTransform(border.getScreenCTM().inverse())); };
      for (let x = box.left; x <= box.right; x += 1) for (let y = box.top; y <= box.bottom; y += 1) if (at(x, y)) return true;
      return false;
    })""")
    assert spots == [False, False]


def test_the_first_view_of_one_village_shows_the_border_too(watch, tmp_path: Path) -> None:
    tables = _tables()
    tables["mentions"] = tables["mentions"][tables["mentions"]["entity_id"] == "borisovka"]
    live = watch.open(_write(tmp_path, tables)).frame_locator("iframe.gp-map")
    border, sheet = live.locator(".leaflet-overlay-pane path[stroke-dasharray^='7 3']").bounding_box(), live.locator(".folium-map").bounding_box()
    assert border["x"] < sheet["x"] + sheet["width"]
    assert border["y"] < sheet["y"] + sheet["height"]
    assert border["width"] > 30


def test_the_tab_key_passes_what_is_switched_off(page: Page, live: FrameLocator) -> None:
    def reached() -> set[str]:
        live.locator(".folium-map").focus()
        names = set()
        for _ in range(20):
            page.keyboard.press("Tab")
            names.add(live.locator("body").evaluate("() => document.activeElement.getAttribute('aria-label')"))
        return names

    assert {"Grayvoron", "Shebekino", "Borisovka"} <= reached()
    live.locator("summary").click()
    live.get_by_label("denied").uncheck()
    assert reached() & {name for name, _, _ in SPOTS.values()} == {"Shebekino", "Borisovka"}
    live.locator(".leaflet-control-layers").hover()
    live.get_by_label("Only named").uncheck()
    assert reached().isdisjoint(name for name, _, _ in SPOTS.values())


def test_a_mark_that_the_tab_key_reaches_outside_the_view_is_brought_into_it(live: FrameLocator) -> None:
    for _ in range(4):
        live.get_by_role("button", name="Zoom in").click()
        live.locator("body").evaluate("() => new Promise(done => setTimeout(done, 400))")
    mark, sheet = _mark(live, "Shebekino"), live.locator(".folium-map").bounding_box()
    mark.focus()
    live.locator("body").evaluate("() => new Promise(done => setTimeout(done, 700))")
    box = mark.bounding_box()
    assert sheet["x"] < box["x"] < sheet["x"] + sheet["width"]


def test_no_hover_text_lies_over_a_name_or_a_pop_up(page: Page, live: FrameLocator) -> None:
    shown = live.locator(".leaflet-tooltip:visible")
    _mark(live, "Grayvoron").hover()
    page.wait_for_timeout(300)
    assert shown.count() == 0
    _mark(live, "Grayvoron").focus()
    page.keyboard.press("Enter")
    expect(live.locator(".leaflet-popup-content")).to_be_visible()
    assert shown.count() == 0
    assert live.locator("[title]").count() == 0


def test_a_pop_up_quotes_what_the_choices_let_through_and_tells_the_rest(watch, page: Page, tmp_path: Path) -> None:
    more = [("late", "The Guild", f"Grayvoron has {n} bridges", "claimed", "grayvoron") for n in range(2)]
    page = watch.open(_write(tmp_path, _tables(*more)))
    live = page.frame_locator("iframe.gp-map")
    _mark(live, "Grayvoron").focus()
    page.keyboard.press("Enter")
    told, quoted = live.locator(".leaflet-popup-content .gp-of"), live.locator(".leaflet-popup-content li:visible")
    expect(told).to_have_text("3 of 3 sentences here.")
    live.locator("summary").click()
    live.get_by_label("denied").uncheck()
    expect(told).to_have_text("2 of 3 sentences here. Left out by the choices under the map: 1.")
    assert [text for text in quoted.all_inner_texts() if "was shelled" in text] == []
    live.get_by_label("denied").check()
    live.get_by_role("slider").press("Home")
    expect(told).to_have_text("1 of 3 sentences here. Left out by the choices under the map: 2.")
    expect(quoted).to_have_count(1)
    live.get_by_role("slider").press("End")
    expect(told).to_have_text("3 of 3 sentences here.")


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("screen", ["watch", "phone"])
def test_the_accessibility_checker_finds_nothing_in_the_frame_of_the_map(request, tmp_path: Path, language: str, screen: str) -> None:
    page = request.getfixturevalue(screen).open(_write(tmp_path, _tables(), language=language))
    page.frame_locator("iframe.gp-map").locator("path.leaflet-interactive").first.wait_for()
    frame = page.frames[1]
    frame.evaluate(asset_path("axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = list(_ask_axe(frame))
    frame.locator("summary").click()
    found += _ask_axe(frame)
    frame.get_by_role("button", name="Grayvoron", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    assert [*found, *_ask_axe(frame)] == []


def _ask_axe(frame: Frame) -> list[tuple[str, str]]:
    found = frame.evaluate("axe.run(document).then(result => result.violations)")
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in found]


def test_a_dutch_map_says_its_days_and_its_buttons_in_dutch(watch, tmp_path: Path) -> None:
    live = watch.open(_write(tmp_path, _tables(), language="nl")).frame_locator("iframe.gp-map")
    live.get_by_role("slider").press("Home")
    expect(live.locator(".gp-until")).to_have_text("tot en met 22 mei 2023")
    for name in ("Inzoomen", "Uitzoomen", "Soorten plaatsen op de kaart"):
        expect(live.get_by_role("button", name=name)).to_have_count(1)


def test_a_place_with_an_event_differs_from_one_only_named_without_colour(watch, tmp_path: Path) -> None:
    tables = _tables()
    claim = tables["claims"].iloc[0]
    event = {"event_id": "e", "article_id": claim["article_id"], "claim_id": claim["claim_id"], "place_id": "grayvoron",
             "place_role": "happened_at", "polarity": "positive", "status": "claimed"}  # fmt: skip
    tables["events"] = pd.DataFrame([event])
    page = watch.open(_write(tmp_path, tables))
    live = page.frame_locator("iframe.gp-map")
    fills = {name: _mark(live, name).get_attribute("fill") for name in ("Grayvoron", "Shebekino")}
    assert fills["Shebekino"] == "#ffffff" != fills["Grayvoron"]
    assert live.locator(".leaflet-overlay-pane path[stroke-dasharray='4 4']").count() == 2
    key = page.locator(".gp-note", has_text="Only named").last
    dashed = key.locator("svg").evaluate_all("all => all.map(one => one.querySelector('circle') && one.innerHTML.includes('dasharray'))")
    assert [one for one in dashed if one is not None] == [False, True]


def test_the_places_of_a_chosen_claim_have_a_ring_and_a_sign_before_their_name(watch, tmp_path: Path) -> None:
    tables = _tables()
    chosen = tables["claims"].iloc[1]["claim_id"]
    live = watch.open(_write(tmp_path, tables, marked_claim=chosen)).frame_locator("iframe.gp-map")
    expect(live.locator(".gp-name", has_text="Shebekino")).to_have_text("▶ Shebekino")
    expect(live.locator(".gp-name", has_text="Grayvoron")).to_have_text("Grayvoron")
    ring, mark = live.locator("path[stroke='#1a1a1a'][stroke-width='3.5']").bounding_box(), _mark(live, "Shebekino").bounding_box()
    assert abs(ring["x"] + ring["width"] / 2 - mark["x"] - mark["width"] / 2) < 1
    assert ring["width"] > mark["width"] + 10
    assert live.locator("path[stroke='#1a1a1a'][stroke-width='3.5'][tabindex]").count() == 0
