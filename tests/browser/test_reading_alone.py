"""The close reading as a page shows it: switches, tips and citations work without a script; a link opens its mark."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

sys.path.insert(0, str(Path(__file__).parents[1] / "views"))
from small_tables import SmallTables

import helpers.reports
from helpers.views import render_article

pytestmark = pytest.mark.browser
HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>read</title>'
SCRIPT = Path(helpers.reports.__file__).parent / "templates" / "grenspost" / "page.js"
WORDS = "The mayor denies that the gate was attacked on Monday"


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    small = SmallTables()
    article = small.article("letter", "2023-05-24")
    claim = small.say(article, "The Mayor", WORDS, status="denied")
    small.rows["claims"][0] |= {"text": WORDS[22:], "start_char": 22, "cue_text": "denies", "cue_start_char": 10, "cue_end_char": 16}
    small.add("times", time_id="letter.t1", article_id=article, sentence_id="letter.s0", start_char=WORDS.index("Monday"),
              end_char=len(WORDS), text="Monday", edtf="2023-05-22", precision="day", rule="weekday")
    start = WORDS.index("attacked")
    small.add("events", event_id="letter.e1", article_id=article, sentence_id="letter.s0", claim_id=claim, trigger_text="attacked",
              trigger_start_char=start, trigger_end_char=start + 8, event_type="attack", status="denied", polarity="positive", rule="t")
    small.add("wordings", wording_id="letter.w1", article_id=article, sentence_id="letter.s0", start_char=start, end_char=start + 8,
              text="attacked", referent_id="raid", term_id="attack", voice="source", in_quotes=False, rule="term")
    small.say(article, None, "The river is quiet")
    small.rows["claims"].append({**small.rows["claims"][0], "claim_id": "letter.c0b", "source_id": small.actor("The Guild"),
                                 "status": "claimed", "cue_text": None, "cue_start_char": None, "cue_end_char": None})
    frames = small.frames()
    frames["sentences"]["part"] = "body"
    frames["claims"] = frames["claims"].convert_dtypes()  # offsets stay whole numbers where a claim has no cue
    file = tmp_path_factory.mktemp("read") / "read.html"
    file.write_text(f"{HEAD}{render_article(frames, article)}<script>{SCRIPT.read_text(encoding='utf-8')}</script>", encoding="utf-8")
    return file


@pytest.fixture
def page(scriptless, page_file: Path) -> Page:
    return scriptless.open(page_file)


def _style(mark: Locator, name: str, pseudo: str = "") -> str:
    # a page without scripts can still be asked from outside of it
    return mark.evaluate("(one, [name, pseudo]) => getComputedStyle(one, pseudo || null)[name]", [name, pseudo])


def _switch(page: Page, layer: str) -> None:
    page.locator(f".gp-t-{layer} + label").click()


def test_each_layer_goes_and_comes_without_a_script(page: Page) -> None:
    for layer, edge in (("claim", "Bottom"), ("time", "Bottom"), ("cue", "Bottom"), ("event", "Top"), ("wording", "Bottom")):
        mark = page.locator(f".gp-text .gp-l-{layer}").first
        assert _style(mark, f"border{edge}Style") != "none"
        _switch(page, layer)
        assert _style(mark, f"border{edge}Style") == "none"
        _switch(page, layer)
        assert _style(mark, f"border{edge}Style") != "none"


def test_the_signs_of_the_statuses_have_a_switch_that_is_their_key(page: Page) -> None:
    mark = page.locator(".gp-text .gp-s-denied")
    assert "✖" in _style(mark, "content", "::before")
    expect(page.locator(".gp-t-status + label")).to_contain_text("✖ denied")
    _switch(page, "status")
    assert _style(mark, "content", "::before") == "none"
    assert _style(mark, "borderBottomStyle") == "solid"


def test_two_statements_of_the_same_words_show_both_their_signs(page: Page) -> None:
    assert "✖" in _style(page.locator("[id='letter.c0']"), "content", "::before")
    other = page.locator(".gp-text .gp-l-claim > .gp-sign")
    assert "●" in _style(other, "content", "::before")
    for layer in ("status", "claim"):
        _switch(page, layer)
        assert _style(other, "content", "::before") == "none"
        _switch(page, layer)


def test_two_layers_on_the_same_words_are_both_seen_and_both_told(page: Page) -> None:
    event, wording = page.locator("[id='letter.e1']"), page.locator("[id='letter.w1']")
    assert (_style(event, "borderTopStyle"), _style(wording, "borderBottomStyle")) == ("dashed", "dotted")
    assert abs(event.bounding_box()["x"] - wording.bounding_box()["x"]) < 4
    for mark, told in ((event, "event: attack · denied"), (wording, "wording")):
        mark.focus()
        expect(mark.locator("> .gp-tip")).to_be_visible()
        expect(mark.locator("> .gp-tip")).to_contain_text(told)


def test_pointing_and_focus_tell_status_source_and_rule(page: Page) -> None:
    mark = page.locator("[id='letter.c0']")
    mark.hover(position={"x": 24, "y": 8})
    tip = mark.locator("> .gp-tip")
    expect(tip).to_be_visible()
    told = "denied — The Mayor, by the word “denies” · rule: hand [hand] claimed — The Guild · rule: hand [hand]"
    expect(tip).to_have_text(told, use_inner_text=True)
    page.mouse.move(0, 0)
    expect(tip).to_be_hidden()
    mark.focus()
    expect(tip).to_be_visible()


def test_a_link_opens_its_mark_and_its_sentence(scriptless, page_file: Path) -> None:
    page = scriptless.open(page_file, "#letter.t1")
    mark = page.locator("[id='letter.t1']")
    assert _style(mark, "outlineStyle") == "solid"
    expect(mark.locator("> .gp-tip")).to_be_visible()
    page = scriptless.open(page_file, "#letter.s1000")
    assert _style(page.locator("[id='letter.s1000']"), "outlineStyle") == "solid"


def test_a_sentence_is_cited_without_a_script(page: Page) -> None:
    page.locator("[id='letter.t1']").focus()  # its tip lies over what follows, and must not catch the click
    sign = page.get_by_role("button", name="Copy sentence 1 with citation")
    sign.click()
    box = page.locator(".gp-cite-box:popover-open")
    expect(box.locator("code")).to_have_text(f"“{WORDS}” — The Courier, About letter (2023-05-24), characters 0–{len(WORDS)}")
    assert _style(box.locator("code"), "userSelect") == "all"
    box.get_by_role("button", name="Close").click()
    expect(page.locator(".gp-cite-box:popover-open")).to_have_count(0)


def test_the_keyboard_alone_selects_a_citation_without_a_script(page: Page) -> None:
    page.get_by_role("button", name="Copy sentence 1 with citation").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    field = page.locator(".gp-cite-box:popover-open .gp-cite-field")
    expect(field).to_be_focused()
    expect(field).to_be_visible()
    selected = field.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)")
    assert selected == f"“{WORDS}” — The Courier, About letter (2023-05-24), characters 0–{len(WORDS)}"
    page.keyboard.press("Escape")
    expect(page.locator(".gp-cite-box:popover-open")).to_have_count(0)
    expect(page.get_by_role("button", name="Copy sentence 1 with citation")).to_be_focused()


def test_one_click_marks_the_whole_citation_and_a_page_copies_it(chromium: Browser, page_file: Path) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    try:
        page = context.new_page()
        page.goto(page_file.as_uri())
        page.get_by_role("button", name="Copy sentence 1 with citation").click()
        code = page.locator(".gp-cite-box:popover-open code")
        code.click()
        told = code.inner_text()
        assert page.evaluate("getSelection().toString().trim()") == told
        expect(page.locator(".is-copied")).to_have_count(1)
        assert page.evaluate("navigator.clipboard.readText()") == told
    finally:
        context.close()


def test_the_signs_are_no_part_of_the_text_that_is_selected(watch, page_file: Path) -> None:
    page = watch.open(page_file)
    page.locator(".gp-text").evaluate("text => getSelection().selectAllChildren(text)")
    picked = page.evaluate("getSelection().toString()")
    assert "The river is quiet" in picked
    assert not set("❝\u2060") & set(picked)


def test_on_paper_the_key_of_the_layers_stays_and_the_signs_go(watch, page_file: Path) -> None:
    page = watch.open(page_file)
    page.emulate_media(media="print")
    expect(page.locator(".gp-t-time + label")).to_be_visible()
    expect(page.locator(".gp-t-newsroom + label")).to_be_hidden()
    expect(page.locator(".gp-cite-sign").first).to_be_hidden()
    assert _style(page.locator(".gp-text .gp-l-time").first, "printColorAdjust") == "exact"


def test_on_a_narrow_screen_nothing_is_cut_off(phone, page_file: Path) -> None:
    page = phone.open(page_file)
    page.get_by_role("button", name="Copy sentence 1 with citation").click()
    box = page.locator(".gp-cite-box:popover-open").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
