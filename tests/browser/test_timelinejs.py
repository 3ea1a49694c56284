"""The real TimelineJS, opened without a network, draws what the export says and nothing more."""

import json

import pytest

from helpers.exports import render_timelinejs
from helpers.pipeline import build_tables
from helpers.resources.paths import home
from helpers.views.offline import asset_path

pytestmark = pytest.mark.browser
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>timeline</title>
<link rel="stylesheet" href="{css}"></head><body><div id="timeline" style="width:1200px;height:800px"></div>
<script src="{js}"></script><script>
window.timeline = new TL.Timeline("timeline", {data}, {{font: null, script_path: "{folder}"}});
window.timeline.on("ready", () => {{ window.is_ready = true; }});
</script></body></html>
"""


@pytest.fixture(scope="module")
def exported(chromium, tmp_path_factory) -> dict:
    tables = build_tables(home() / "seeds", tmp_path_factory.mktemp("tables"))
    return json.loads(render_timelinejs(tables))


@pytest.fixture
def page(watch, exported, tmp_path):
    script = asset_path("@knight-lab/timelinejs/dist/js/timeline.js")
    css = script.parents[1] / "css" / "timeline.css"
    data = json.dumps(exported).replace("</", "<\\/")
    path = tmp_path / "timeline.html"
    path.write_text(PAGE.format(css=css.as_uri(), js=script.as_uri(), folder=script.parent.as_uri(), data=data), encoding="utf-8")
    opened = watch.open(path)
    opened.wait_for_function("window.is_ready === true")
    return opened


def test_every_dated_event_is_a_slide_in_its_group_and_nothing_is_fetched(page, watch, exported):
    assert page.evaluate("timeline.config.events.length") == len(exported["events"])
    assert page.locator(".tl-timemarker").count() == len(exported["events"])
    groups = {event["group"] for event in exported["events"]}
    assert {text.strip() for text in page.locator(".tl-timegroup-message").all_inner_texts()} == groups
    assert watch.requests == []


def test_the_title_slide_shows_the_notices_and_what_has_no_date(page):
    words = page.locator(".tl-slide-titleslide").inner_text()
    assert "written for this suite from public reports; not a publication" in words
    assert "without a date that can be drawn" in words


def test_a_date_is_shown_as_exactly_as_it_is_known(page, exported):
    month = next(event for event in exported["events"] if set(event["start_date"]) == {"year", "month"})
    shown = page.evaluate(
        "id => timeline.config.events.find(one => one.unique_id === id).start_date.getDisplayDate(timeline.language)",
        month["unique_id"],
    )
    assert shown == "May 2023"


def test_a_slide_shows_status_source_and_sentence(page, exported):
    event = exported["events"][0]
    page.evaluate("id => timeline.goToId(id)", event["unique_id"])
    words = page.locator(f".tl-slide[id='{event['unique_id']}']").inner_text()
    assert f"({event['group']})" in words
    assert "MaxxPro" in words
    assert "Grenspost, 2023-05-24" in words
