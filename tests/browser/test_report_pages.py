"""A page opens from disk: it asks for nothing, it draws, and it can be read without scripts and without sight."""

import json

import pytest
from playwright.sync_api import expect
from sample_notebooks import write_notebook, write_small_tables

from helpers.reports import write_reports
from helpers.views.offline import asset_path

pytestmark = pytest.mark.browser
NAMES = ("01_full", "02_other", "index")


@pytest.mark.parametrize("name", NAMES)
def test_a_page_asks_for_nothing_and_its_console_stays_silent(watch, pages, name):
    page = watch.open(pages / f"{name}.html")
    page.mouse.wheel(0, 20_000)
    page.wait_for_timeout(300)
    assert watch.requests == []
    assert watch.errors == []


def test_the_watch_writes_down_a_request_and_an_error(watch, tmp_path):
    bad = tmp_path / "bad.html"
    bad.write_text("<img src='https://example.org/x.png'><script>throw Error('seen')</script>", encoding="utf-8")
    watch.open(bad)
    assert watch.requests == ["https://example.org/x.png"]
    assert any("seen" in error for error in watch.errors)


def test_map_table_and_figure_draw(watch, pages):
    page = watch.open(pages / "01_full.html")
    frame = page.frame_locator("iframe")
    frame.locator("path.leaflet-interactive").nth(2).wait_for()
    assert frame.locator("path.leaflet-interactive").count() == 3
    pin = frame.locator("img.leaflet-marker-icon")
    assert pin.evaluate("image => image.naturalWidth") > 0
    assert page.locator("figure img").evaluate("image => image.complete && image.naturalWidth") > 300
    assert page.locator("table.dataframe tbody tr").count() == 4


def test_a_point_of_the_map_opens_its_evidence_and_the_corner_is_neutral(watch, pages):
    frame = watch.open(pages / "01_full.html").frame_locator("iframe")
    frame.locator("path.leaflet-interactive").first.click()
    assert "said the mayor" in frame.locator(".leaflet-popup-content").inner_text()
    corner = frame.locator(".leaflet-control-attribution")
    assert corner.inner_text().strip() == "Leaflet"
    assert corner.locator("svg").count() == 0


def test_text_that_wants_to_run_is_only_read(watch, pages):
    page = watch.open(pages / "01_full.html")
    assert page.evaluate("window.hacked") is None
    assert page.locator("table.dataframe td", has_text="onerror").count() == 1
    assert page.locator("img[src='x']").count() == 0


def test_an_event_handler_that_came_in_with_a_text_is_refused_by_the_policy(watch, pages):
    page = watch.open(pages / "01_full.html")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,x\" onerror=\"window.hacked=1\">')")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert any("Content Security Policy" in error for error in watch.errors)


def test_a_page_offers_no_control_that_would_need_a_kernel(watch, pages):
    page = watch.open(pages / "01_full.html")
    assert page.locator("select, input").count() == 0
    assert page.locator(".twin").inner_text() == "The plain twin: 4 statements."
    assert page.locator(".live-note").count() == 1


def test_without_scripts_words_tables_figures_and_contents_are_there(scriptless, pages):
    page = scriptless.open(pages / "01_full.html")
    assert page.locator("h1").inner_text() == "Who states what?"
    assert page.locator("table.dataframe tbody tr").count() == 4
    assert page.locator("figure img").bounding_box()["width"] > 300
    assert page.locator(".twin").is_visible()
    assert [link.inner_text() for link in page.locator(".toc a").all()] == ["The statements", "Choose", "When", "Where"]
    code = page.locator("details.code").first
    assert not code.locator(".highlight").is_visible()
    code.locator("summary").click()
    assert code.locator(".highlight").is_visible()


def test_without_scripts_the_index_shows_every_page_and_no_search(scriptless, pages):
    page = scriptless.open(pages / "index.html")
    assert page.locator(".cards > li:visible").count() == 2
    assert not page.locator(".search").is_visible()


def test_the_search_finds_a_passage_of_any_page_without_accents_and_leads_to_it(watch, pages):
    page = watch.open(pages / "index.html")
    field, told = page.get_by_label("Search in the pages"), page.locator("#found")
    field.fill("Zébras second")
    expect(told).to_have_text("Passages found: 1; pages: 1")
    assert page.locator(".results mark").all_inner_texts() == ["second", "zebras"]
    assert not page.locator(".cards").is_visible()
    page.locator(".results a").click()
    assert page.url.split("#")[0].endswith("02_other.html")
    page.go_back()
    page.get_by_label("Search in the pages").fill("no such words")
    expect(page.locator("#found")).to_have_text("Nothing on these pages holds all these words.")
    page.get_by_label("Search in the pages").fill("s")
    expect(page.locator("#found")).to_have_text("Type a number or a word of at least 2 letters.")
    expect(page.locator(".cards")).to_be_visible()
    page.get_by_label("Search in the pages").fill("")
    expect(page.locator("#found")).to_have_text("")
    expect(page.locator(".cards")).to_be_visible()


def test_whoever_types_a_name_in_the_other_language_finds_what_the_pages_call_it(watch, pages):
    page = watch.open(pages / "index.html")
    page.get_by_label("Search in the pages").fill("gestreepte paarden second")
    expect(page.locator("#found")).to_have_text("Passages found: 1; pages: 1")
    assert page.locator(".results mark").all_inner_texts() == ["second", "zebras"]


@pytest.mark.parametrize("typed", ["Зебры second", "herd of stripes second"])
def test_a_spelling_that_stands_on_no_page_finds_the_name_that_does(watch, pages, typed):
    page = watch.open(pages / "index.html")
    page.get_by_label("Search in the pages").fill(typed)
    expect(page.locator("#found")).to_have_text("Passages found: 1; pages: 1")
    assert page.locator(".results mark").all_inner_texts() == ["second", "zebras"]
    page.get_by_label("Search in the pages").fill("paperhorses")
    expect(page.locator("#found")).to_have_text("Nothing on these pages holds all these words.")


def test_the_search_shows_a_hostile_text_as_text(watch, pages):
    page = watch.open(pages / "index.html")
    page.get_by_label("Search in the pages").fill("onerror")
    expect(page.locator(".results li").first).to_contain_text("<img")
    assert page.locator(".results img").count() == 0
    assert page.evaluate("window.hacked") is None


@pytest.mark.parametrize("name", NAMES)
def test_every_link_inside_the_pages_leads_somewhere(watch, pages, name):
    page = watch.open(pages / f"{name}.html")
    links = page.eval_on_selector_all("a[href]", "links => [...new Set(links.map(a => a.href))]")
    assert links
    for link in filter(lambda link: link.startswith("file:"), links):
        address, _, anchor = link.partition("#")
        assert (pages / address.rsplit("/", 1)[-1]).exists(), link
        other = watch.open(pages / address.rsplit("/", 1)[-1])
        assert not anchor or other.evaluate("id => Boolean(document.getElementById(decodeURIComponent(id)))", anchor), link
        other.close()


def test_a_heading_sorts_its_table_by_number_and_back(watch, pages):
    page = watch.open(pages / "01_full.html")
    heading = page.locator("table.dataframe th", has_text="n").last
    cells = page.locator("table.dataframe tbody tr td:last-child")
    heading.get_by_role("button").click()
    assert cells.all_inner_texts() == ["1", "3", "5", "12"]
    heading.get_by_role("button").click()
    assert cells.all_inner_texts() == ["12", "5", "3", "1"]
    assert heading.get_attribute("aria-sort") == "descending"


def test_the_first_tab_stop_leads_to_the_text_and_is_seen(watch, pages):
    page = watch.open(pages / "01_full.html")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("link => link === document.activeElement")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"


@pytest.mark.parametrize("name", NAMES)
def test_a_narrow_screen_needs_no_sideways_scrolling(phone, pages, name):
    page = phone.open(pages / f"{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_serious_or_critical(chromium, pages, name):
    # axe is put in from outside the page, past the page's own policy
    context = chromium.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        page.goto((pages / f"{name}.html").as_uri())
        page.add_script_tag(content=asset_path("axe-core/axe.min.js").read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    finally:
        context.close()
    bad = [(v["id"], [node["html"][:120] for node in v["nodes"]]) for v in found if v["impact"] in ("serious", "critical")]
    assert bad == [], json.dumps(bad, indent=1)
    assert [v["id"] for v in found if v["id"] == "heading-order"] == []


def test_a_printed_page_is_a4_without_navigation_and_code(watch, pages):
    page = watch.open(pages / "01_full.html")
    page.emulate_media(media="print")
    assert page.locator(".top, .toc, details.code").evaluate_all("all => all.every(e => getComputedStyle(e).display === 'none')")
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert b"/MediaBox [0 0 594.95996 841.91998]" in printed or b"/MediaBox [0 0 595" in printed


def test_a_table_of_itables_draws_and_searches_under_the_policy(watch, tmp_path):
    book = write_notebook(
        tmp_path / "03_tables.ipynb", "# Tables",
        "import itables, pandas as pd\nitables.init_notebook_mode(connected=False)",
        "itables.show(pd.DataFrame({'source': ['mayor', 'spokesman'] * 20}))",
    )  # fmt: skip
    write_reports([book], write_small_tables(tmp_path / "tables"), tmp_path / "pages")
    page = watch.open(tmp_path / "pages" / "03_tables.html")
    page.locator(".dt-container input[type=search]").fill("mayor")
    page.locator(".dt-info", has_text="20").wait_for()
    assert "spokesman" not in page.locator(".dt-container tbody").inner_text()
    assert watch.requests == []
    assert watch.errors == []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_light_and_no_script_stands_before_its_words(watch, pages, name):
    assert (pages / f"{name}.html").stat().st_size < 3_000_000
    page = watch.open(pages / f"{name}.html")
    assert page.locator("head script").count() == 0
