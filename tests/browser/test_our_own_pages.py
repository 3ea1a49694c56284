"""The pages that `make report` makes of our own articles: each opens, draws, leads to its evidence, and reads without scripts."""

import json
from pathlib import Path

import pytest

from helpers.reports import build_report
from helpers.resources.paths import home
from helpers.views.offline import asset_path

pytestmark = pytest.mark.browser
NOTEBOOKS = sorted(path.stem for path in (home() / "notebooks").glob("*.ipynb"))
PAGES = [*NOTEBOOKS, "index"]
MAX_BYTES = 3_000_000


@pytest.fixture(scope="module")
def site(chromium, tmp_path_factory) -> Path:
    """Our own report, made once; asks for the browser first, so that nothing is made in vain."""
    out = tmp_path_factory.mktemp("report") / "pages"
    build_report(home() / "seeds", out)
    return out


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_and_its_console_stays_silent(watch, site, name):
    page = watch.open(site / f"{name}.html")
    page.mouse.wheel(0, 30_000)
    page.wait_for_timeout(400)
    assert page.locator("h1").count() == 1
    assert watch.requests == []
    assert watch.errors == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_small_enough_and_fits_a_narrow_screen(phone, site, name):
    assert (site / f"{name}.html").stat().st_size < MAX_BYTES
    page = phone.open(site / f"{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("name", PAGES)
def test_no_link_inside_the_pages_leads_nowhere(watch, site, name):
    page = watch.open(site / f"{name}.html")
    for link in set(page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")):
        file, _, anchor = link.partition("#")
        if "://" in link or link.startswith("mailto:"):
            continue
        assert not file or (site / file).exists(), link
        if anchor and not file:
            assert page.evaluate("id => document.getElementById(id) !== null", anchor), link


@pytest.mark.parametrize("name", PAGES)
def test_no_two_things_on_a_page_have_one_id(watch, site, name):
    page = watch.open(site / f"{name}.html")
    ids = page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    assert sorted(one for one in set(ids) if ids.count(one) > 1) == []


@pytest.mark.parametrize("name", PAGES)
def test_the_accessibility_checker_finds_nothing_serious(watch, site, name):
    page = watch.open(site / f"{name}.html")
    page.evaluate(asset_path("axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {iframes: false}).then(result => result.violations)")
    grave = [(v["id"], v["nodes"][0]["html"][:120]) for v in found if v["impact"] in ("serious", "critical")]
    assert not grave, json.dumps(grave, indent=1)


def test_the_map_draws_its_border_its_places_and_a_pop_up_with_the_sentence(watch, site):
    frame = watch.open(site / "04_where.html").frame_locator("iframe").first
    frame.locator("path.leaflet-interactive").nth(5).wait_for()
    assert frame.locator("path.leaflet-interactive").count() > 10
    frame.locator("path.leaflet-interactive").last.dispatch_event("click")
    assert len(frame.locator(".leaflet-popup-content").inner_text()) > 40


def test_the_timeline_is_drawn_and_its_marks_lead_to_sentences(watch, site):
    page = watch.open(site / "03_when.html")
    links = page.locator("svg a")
    assert links.count() > 10
    target = links.first.evaluate("link => link.getAttribute('href') || link.getAttribute('xlink:href')")
    assert target.startswith("#")
    assert page.locator(f"[id='{target[1:]}']").count() == 1


@pytest.mark.parametrize("link", [".gp-coverage td a", "svg a[*|href^='#network-']:has(text)",
                                  "svg a[*|href^='#figures-']:has(text)", "svg a[*|href^='#position-']"])  # fmt: skip
def test_a_mark_of_a_comparison_leads_to_its_sentence_even_in_a_fold(watch, site, link):
    page = watch.open(site / "05_compare_accounts.html")
    mark = page.locator(link).first
    target = mark.evaluate("link => link.getAttribute('href') || link.getAttribute('xlink:href')")
    mark.click()
    row = page.locator(f"[id='{target[1:]}']")
    row.wait_for(state="visible")
    assert page.url.endswith(target)
    assert row.locator("mark").count() > 0


def test_a_table_in_groups_is_not_offered_for_sorting(watch, site):
    page = watch.open(site / "05_compare_accounts.html")
    assert page.locator(".gp-coverage").count() == 2
    assert page.locator(".gp-coverage button.sort, .gp-pair button.sort").count() == 0


def test_a_link_to_a_fold_opens_it(watch, site):
    page = watch.open(site / "05_compare_accounts.html")
    link = page.locator(".gp-coverage a[href*='-question-']").first
    target = link.get_attribute("href")[1:]
    fold = page.locator(f"details[id='{target}']")
    assert fold.get_attribute("open") is None
    link.click()
    page.wait_for_timeout(200)
    assert fold.get_attribute("open") is not None


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_without_scripts_the_words_tables_and_figures_are_there(scriptless, site, name):
    page = scriptless.open(site / f"{name}.html")
    assert page.locator("h1").is_visible()
    assert page.locator("main p").count() > 3
    assert page.locator("main table:visible").count() > 0


def test_a_page_promises_no_control_and_no_code_that_is_not_there(watch, site):
    words = watch.open(site / "02_who_states_what.html").locator("main").inner_text()
    assert "All claims" in words
    assert "hold Ctrl" not in words
    assert "Run All Cells" not in watch.open(site / "00_start_here.html").locator("main").inner_text()


def test_the_score_says_who_coded(watch, site):
    words = watch.open(site / "06_how_well_does_it_read.html").locator("main").inner_text()
    assert "AI assistant" in words
    assert "no human has checked" in words


def test_every_page_shows_the_notice_of_the_articles(watch, site):
    for name in NOTEBOOKS:
        page = watch.open(site / f"{name}.html")
        assert "written for this suite from public reports; not a publication" in page.locator("body").inner_text(), name
