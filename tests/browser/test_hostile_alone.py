"""An article that tries to break out of its page: everything is opened, and nothing of it runs or asks for anything."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[1] / "views"))
from hostile_tables import HOSTILE, build_hostile

from helpers.views import render_claims, render_library, render_map, render_timeline

pytestmark = pytest.mark.browser
HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>all</title>'


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tables = build_hostile()
    file = tmp_path_factory.mktemp("hostile") / "all.html"
    views = (render_timeline, render_map, render_library, render_claims)
    file.write_text(HEAD + "".join(view(tables) for view in views), encoding="utf-8")
    return file


def _open_everything(page: Page) -> list[str]:
    """Open every fold, every citation and every place; return the words of the places."""
    for fold in page.locator("summary").all():
        fold.click()
    for sign in page.locator(".gp-cite-sign").all():
        sign.focus()
        page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    frame = page.frame_locator("iframe.gp-map")
    places = frame.locator("[data-reached]")
    places.first.wait_for()
    told = []
    for place in places.all():
        place.focus()
        page.keyboard.press("Enter")
        told.append(frame.locator(".leaflet-popup-content").inner_text())
        page.keyboard.press("Escape")
        frame.locator(".leaflet-popup").wait_for(state="detached")
    return told


def test_whatever_is_opened_nothing_of_an_article_runs(watch, page_file: Path) -> None:
    page, dialogs = watch.context.new_page(), []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: watch.errors.append(str(error)))
    page.goto(page_file.as_uri())
    told = _open_everything(page)
    assert any(HOSTILE in words for words in told)
    assert page.locator(".gp-text", has_text="${alert(1)}").count() == 1
    assert (dialogs, watch.errors, watch.requests) == ([], [], [])
    assert page.locator("img[src='x']").count() == 0
    assert page.frame_locator("iframe.gp-map").locator("img[src='x']").count() == 0
