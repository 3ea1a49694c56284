"""The page of exercises, opened from disk: it answers back, keeps the work, works by keys alone, and reads without scripts."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from helpers.teaching import collect_codes, open_lesson
from helpers.teaching.exercise_page import render_exercise_page
from helpers.teaching.exercises import Exercise
from helpers.teaching.lessons import Lesson, build_exercise
from helpers.views.offline import asset_path

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return open_lesson("who_says_so")


@pytest.fixture(scope="module")
def site(chromium: Any, lesson: Lesson, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("lesson")
    dutch = open_lesson("two_reports", language="nl")
    pages = {"en": folder / "exercises_en.html", "nl": folder / "exercises_nl.html"}
    pages["en"].write_text(render_exercise_page(lesson), encoding="utf-8")
    pages["nl"].write_text(render_exercise_page(dutch), encoding="utf-8")
    return pages


def choose(page: Page, exercise_id: str, code: str) -> None:
    box = page.locator(f"#{exercise_id}")
    box.locator(f"input[value='{code}']").check()
    box.get_by_role("button", name="Check").click()


def wrong(exercise: Exercise) -> str:
    return next(code for _, code in exercise.options if code != exercise.answer[0])


def mark(page: Page, exercise_id: str, first: int, last: int) -> None:
    """Click the words that begin and end at these places of the sentence."""
    for edge, place in (("start", first), ("end", last)):
        page.locator(f"#{exercise_id} .words span[data-{edge}='{place}']").click()


def test_wrong_gets_a_hint_wrong_again_an_example_right_says_why_and_all_is_there_after_a_reload(
    watch: Any, site: dict[str, Path], lesson: Lesson
) -> None:
    page, exercise = watch.open(site["en"]), build_exercise(lesson, "who_is_he")
    told = page.locator("#who_is_he-feedback")
    assert told.inner_text() == ""
    choose(page, "who_is_he", wrong(exercise))
    expect(told).to_have_class("feedback hint")
    assert exercise.answer_words[0] not in told.inner_text()
    choose(page, "who_is_he", wrong(exercise))
    expect(told).to_have_class("feedback example")
    choose(page, "who_is_he", exercise.answer[0])
    expect(told).to_contain_text(exercise.why[0])
    before, coder = told.inner_text(), page.get_by_label("Pseudonym").input_value()
    page.reload()
    assert told.inner_text() == before
    assert page.get_by_label("Pseudonym").input_value() == coder
    assert page.locator(f"#who_is_he input[value='{exercise.answer[0]}']").is_checked()
    assert watch.requests == []
    assert watch.errors == []


def test_words_are_marked_by_click_and_the_right_ones_are_right(watch: Any, site: dict[str, Path], lesson: Lesson) -> None:
    page, exercise = watch.open(site["en"]), build_exercise(lesson, "find_source")
    start = exercise.text.index("the Telegram")
    mark(page, "find_source", 0, len("Some"))
    page.locator("#find_source [data-do=check]").click()
    expect(page.locator("#find_source-feedback")).to_have_class("feedback hint")
    mark(page, "find_source", start, exercise.text.index("Baza,") + len("Baza,"))
    assert page.locator("#find_source .words span.in").all_inner_texts() == ["the", "Telegram", "channel", "Baza,"]
    page.locator("#find_source [data-do=check]").click()
    expect(page.locator("#find_source-feedback")).to_have_class("feedback right")


def test_sorting_counts_what_is_right_and_the_answer_comes_on_request(watch: Any, site: dict[str, Path], lesson: Lesson) -> None:
    page, exercise = watch.open(site["en"]), build_exercise(lesson, "sort_status")
    selects = page.locator("#sort_status select")
    page.locator("#sort_status [data-do=check]").click()
    expect(page.locator("#sort_status-feedback")).to_have_class("feedback empty")
    for number in range(selects.count()):
        selects.nth(number).select_option(exercise.answer[0])
    page.locator("#sort_status [data-do=check]").click()
    n_right = exercise.answer.count(exercise.answer[0])
    expect(page.locator("#sort_status-feedback")).to_contain_text(f"{n_right} of {len(exercise.answer)}")
    page.locator("#sort_status [data-do=reveal]").click()
    for words in exercise.answer_words:
        expect(page.locator("#sort_status-feedback")).to_contain_text(words)


def test_every_exercise_of_the_page_takes_its_own_answer(watch: Any, site: dict[str, Path]) -> None:
    lesson, page = open_lesson("two_reports", language="nl"), watch.open(site["nl"])
    for exercise_id in lesson.exercise_ids:
        exercise, box = build_exercise(lesson, exercise_id), page.locator(f"#{exercise_id}")
        if exercise.kind == "choose":
            box.locator(f"input[value='{exercise.answer[0]}']").check()
        elif exercise.kind == "sort":
            for number, code in enumerate(exercise.answer):
                box.locator("select").nth(number).select_option(code)
        elif exercise.kind == "mark":
            start, end = map(int, exercise.answer[0].split("-"))
            spans = box.locator(".words span")
            places = spans.evaluate_all("all => all.map(one => [Number(one.dataset.start), Number(one.dataset.end)])")
            inside = [number for number, (first, last) in enumerate(places) if first < end and start < last]
            spans.nth(inside[0]).click()
            spans.nth(inside[-1]).click()
        else:
            box.locator("textarea").fill("Een eigen antwoord.")
        box.locator("[data-do=check]").click()
        step = "kept" if exercise.kind == "write" else "right"
        expect(page.locator(f"#{exercise_id}-feedback")).to_have_class(f"feedback {step}")


def test_the_codes_of_the_page_are_a_file_that_collect_reads(
    watch: Any, site: dict[str, Path], lesson: Lesson, tmp_path: Path
) -> None:
    page = watch.open(site["en"])
    page.get_by_label("Pseudonym").fill("calm-otter-17")
    page.get_by_label("Pseudonym").blur()
    choose(page, "who_is_he", wrong(build_exercise(lesson, "who_is_he")))
    for number in range(3):
        for variable, code in (("source", "newsroom"), ("status", "reported"), ("position", "none")):
            page.locator(f"#code-{number}-{variable}").select_option(code)
    expect(page.locator("#coded")).to_contain_text("3 of 10 claims coded")
    for button in ("Save my codes (CSV)", "Save my answers (CSV)"):
        with page.expect_download() as held:
            page.get_by_role("button", name=button).click()
        held.value.save_as(tmp_path / held.value.suggested_filename)
    found = collect_codes(lesson.tables, tmp_path)
    assert found.coders == ["calm-otter-17"]
    assert found.codes["status"].tolist() == ["reported"] * 3
    assert len(found.remarks) == 1
    with (tmp_path / "calm-otter-17-answers.csv").open(encoding="utf-8", newline="") as file:
        answers = list(csv.DictReader(file))
    assert [(row["exercise"], row["step"]) for row in answers] == [("who_says_so/who_is_he", "hint")]
    page.reload()
    assert page.locator("#code-2-status").input_value() == "reported"


def test_deleting_asks_twice_and_leaves_nothing_in_the_browser(watch: Any, site: dict[str, Path], lesson: Lesson) -> None:
    page = watch.open(site["en"])
    choose(page, "who_is_he", wrong(build_exercise(lesson, "who_is_he")))
    assert page.evaluate("localStorage.length") == 1
    page.locator("#delete").click()
    assert page.evaluate("localStorage.length") == 1
    page.locator("#delete-sure").click()
    assert page.evaluate("localStorage.length") == 0
    assert page.locator("#who_is_he-feedback").inner_text() == ""
    assert page.locator("#who_is_he input:checked").count() == 0


def name_coder(page: Page, name: str) -> None:
    field = page.get_by_label("Pseudonym")
    field.fill(name)
    field.blur()


def test_a_second_pseudonym_asks_first_and_each_keeps_its_own_work(watch: Any, site: dict[str, Path], lesson: Lesson) -> None:
    page, exercise = watch.open(site["en"]), build_exercise(lesson, "who_is_he")
    name_coder(page, "calm-otter-17")
    choose(page, "who_is_he", wrong(exercise))
    page.locator("#code-0-status").select_option("denied")
    name_coder(page, "bold-finch-22")
    expect(page.locator("#who-asked")).to_contain_text("Is bold-finch-22 somebody else")
    page.locator("#who-begin").click()
    assert page.locator("#who_is_he-feedback").inner_text() == ""
    assert page.locator("#code-0-status").input_value() == ""
    choose(page, "who_is_he", exercise.answer[0])
    name_coder(page, "calm-otter-17")
    expect(page.locator("#who-asked")).to_contain_text("calm-otter-17 has worked here before")
    page.locator("#who-begin").click()
    expect(page.locator("#who_is_he-feedback")).to_have_class("feedback hint")
    assert page.locator("#code-0-status").input_value() == "denied"
    with page.expect_download() as held:
        page.get_by_role("button", name="Save my answers (CSV)").click()
    assert held.value.suggested_filename == "calm-otter-17-answers.csv"
    with held.value.path().open(encoding="utf-8") as file:
        assert [row["step"] for row in csv.DictReader(file)] == ["hint"]


def test_a_pupil_can_rename_the_work_or_stay(watch: Any, site: dict[str, Path], lesson: Lesson) -> None:
    page = watch.open(site["en"])
    name_coder(page, "calm-otter-17")
    choose(page, "who_is_he", wrong(build_exercise(lesson, "who_is_he")))
    for name, way, left in (("bold-finch-22", "stay", "calm-otter-17"), ("kind-falcon-56", "rename", "kind-falcon-56")):
        name_coder(page, name)
        page.locator(f"#who-{way}").click()
        assert page.get_by_label("Pseudonym").input_value() == left
        expect(page.locator("#who_is_he-feedback")).to_have_class("feedback hint")
        expect(page.locator("#who")).to_be_hidden()
    assert [*stored(page)["work"]] == ["kind-falcon-56"]


def stored(page: Page) -> Any:
    return json.loads(page.evaluate("localStorage.getItem(localStorage.key(0))"))


def test_the_proposed_pseudonym_stays_before_the_first_answer(watch: Any, site: dict[str, Path]) -> None:
    page = watch.open(site["en"])
    proposed = page.get_by_label("Pseudonym").input_value()
    for _ in range(3):
        page.reload()
        assert page.get_by_label("Pseudonym").input_value() == proposed


def test_two_tabs_keep_the_answers_of_both(watch: Any, site: dict[str, Path], lesson: Lesson) -> None:
    one, other = watch.open(site["en"]), watch.open(site["en"])
    choose(one, "who_is_he", wrong(build_exercise(lesson, "who_is_he")))
    one.locator("#code-0-status").select_option("denied")
    expect(other.locator("#who_is_he-feedback")).to_have_class("feedback hint")
    choose(other, "name_without_claim", build_exercise(lesson, "name_without_claim").answer[0])
    other.locator("#code-1-status").select_option("claimed")
    one.reload()
    expect(one.locator("#who_is_he-feedback")).to_have_class("feedback hint")
    expect(one.locator("#name_without_claim-feedback")).to_have_class("feedback right")
    assert [one.locator(f"#code-{number}-status").input_value() for number in range(2)] == ["denied", "claimed"]


def test_a_tab_that_heard_nothing_of_another_still_writes_over_none_of_its_work(
    watch: Any, site: dict[str, Path], lesson: Lesson
) -> None:
    page = watch.open(site["en"])
    coder = page.get_by_label("Pseudonym").input_value()
    theirs = {"coder": coder, "work": {coder: {"log": [], "codes": {"claim-of-another-tab": {"status": "denied"}}}}}
    page.evaluate("value => localStorage.setItem(localStorage.key(0), value)", json.dumps(theirs))
    choose(page, "who_is_he", wrong(build_exercise(lesson, "who_is_he")))
    assert stored(page)["work"][coder]["codes"] == {"claim-of-another-tab": {"status": "denied"}}
    assert len(stored(page)["work"][coder]["log"]) == 1


def test_typed_words_are_there_after_a_reload_though_the_field_was_not_left(watch: Any, site: dict[str, Path]) -> None:
    page = watch.open(site["en"])
    page.locator("#rewrite-words").press_sequentially("Who says so?")
    page.reload()  # at once: before any pause in the typing
    assert page.locator("#rewrite-words").input_value() == "Who says so?"
    page.locator("#exit_ticket-words").press_sequentially("Did anyone check it?")
    expect(page.locator("#exit_ticket-feedback")).to_have_class("feedback kept")  # a pause is enough
    page.locator("#exit_ticket-words").fill("")
    page.reload()
    assert page.locator("#exit_ticket-words").input_value() == ""


def test_after_a_check_the_next_click_begins_a_new_span(watch: Any, site: dict[str, Path], lesson: Lesson) -> None:
    page, exercise = watch.open(site["en"]), build_exercise(lesson, "find_cue")
    words = page.locator("#find_cue .words span")
    words.last.click()
    page.locator("#find_cue [data-do=check]").click()
    start = exercise.answer[0].partition("-")[0]
    page.locator(f"#find_cue .words span[data-start='{start}']").click()
    assert page.locator("#find_cue .words span.in").all_inner_texts() == [exercise.text[slice(*map(int, exercise.answer[0].split("-")))]]
    page.locator("#find_cue [data-do=check]").click()
    expect(page.locator("#find_cue-feedback")).to_have_class("feedback right")
    words.last.click()
    page.locator("#find_cue [data-do=reveal]").click()
    assert page.locator("#find_cue-feedback").inner_text().startswith("= ")  # shown, not found: no tick
    words.first.click()
    assert page.locator("#find_cue .words span.in").count() == 1


def test_a_name_with_a_space_is_no_pseudonym(watch: Any, site: dict[str, Path]) -> None:
    page = watch.open(site["en"])
    field = page.get_by_label("Pseudonym")
    before = field.input_value()
    field.fill("Anna de Boer")
    field.blur()
    expect(page.locator("#state")).to_contain_text("no pseudonym")
    assert field.input_value() == before


def test_an_exercise_is_done_with_the_keys_alone(watch: Any, site: dict[str, Path], lesson: Lesson) -> None:
    page, exercise = watch.open(site["en"]), build_exercise(lesson, "find_cue")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    box = page.locator("#find_cue")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "find_cue-first_word":
            break
    page.keyboard.type("3")  # a list of words: the number of a word chooses it
    page.keyboard.press("Tab")
    page.keyboard.type("3")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    assert box.locator(".words span.in").all_inner_texts() == [exercise.text[slice(*map(int, exercise.answer[0].split("-")))]]
    expect(page.locator("#find_cue-feedback")).to_have_class("feedback right")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_axe_finds_nothing_serious_before_and_after_answers(
    chromium: Any, site: dict[str, Path], lesson: Lesson, language: str
) -> None:
    context = chromium.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        page.goto(site[language].as_uri())
        for button in page.locator("[data-do=reveal]").all():
            button.click()
        page.locator("#delete").click()
        page.add_script_tag(content=asset_path("axe-core/axe.min.js").read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    finally:
        context.close()
    bad = [(v["id"], [node["html"][:120] for node in v["nodes"]]) for v in found if v["impact"] in ("serious", "critical")]
    assert bad == [], json.dumps(bad, indent=1)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_narrow_screen_needs_no_sideways_scrolling(phone: Any, site: dict[str, Path], language: str) -> None:
    page = phone.open(site[language])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_the_page_is_the_form_on_paper(scriptless: Any, site: dict[str, Path]) -> None:
    page = scriptless.open(site["en"])
    assert page.locator("h1").inner_text() == "1. Who says so?"
    assert page.locator("button:visible, select:visible, textarea:visible").count() == 0
    assert page.locator(".lines:visible").count() == 10
    assert "Scripts are off" in page.locator("main").inner_text()


def test_a_printed_page_has_room_to_write_and_no_button(watch: Any, site: dict[str, Path], lesson: Lesson) -> None:
    page = watch.open(site["en"])
    choose(page, "who_is_he", build_exercise(lesson, "who_is_he").answer[0])
    page.emulate_media(media="print")
    assert page.locator("button:visible, .feedback:visible, select:visible").count() == 0
    assert page.locator(".lines:visible").count() == 10
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
