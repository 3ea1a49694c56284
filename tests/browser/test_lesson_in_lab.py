"""A pupil in JupyterLab, for real: a wrong answer, the hint, the right one, its reason, and all of it after a kernel restart."""

from __future__ import annotations

from typing import Any

import pytest
from lab_desk import Desk
from playwright.sync_api import Locator, expect

from helpers.teaching import open_lesson
from helpers.teaching.attempts import read_attempts
from helpers.teaching.codes import read_codes
from helpers.teaching.lessons import build_exercise

pytestmark = pytest.mark.browser
WORKBOOK, OTTER = "teaching/1_who_says_so/workbook_en", "calm-otter-17"


def output(desk: Desk, words: str) -> Locator:
    """Find the live output of the notebook in front that shows these words, whatever else it comes to say."""
    shown = desk.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-output:has(.jupyter-widgets)")
    return shown.filter(has_text=words).first


def check(box: Locator) -> None:
    box.get_by_role("button", name="Check", exact=True).click()


def stop_on_errors(cells: list[dict[str, Any]]) -> None:
    outputs = [output for cell in cells for output in cell["outputs"]]
    assert [one for one in outputs if one["output_type"] == "error"] == []


def test_a_pupil_is_wrong_gets_a_hint_is_right_sees_why_and_finds_the_work_after_a_kernel_restart(desk: Desk) -> None:
    exercise = build_exercise(open_lesson("who_says_so"), "who_is_he")
    labels = {code: label for label, code in exercise.options}
    wrong = next(label for code, label in labels.items() if code != exercise.answer[0])
    folder = desk.home / "data" / "annotations"
    stop_on_errors(desk.run(WORKBOOK))

    seat = output(desk, "Delete all my work")
    seat.get_by_label("Pseudonym").fill(OTTER)
    seat.get_by_role("button", name="Begin or go on", exact=True).click()
    expect(seat).to_contain_text(f"You work as {OTTER}")
    task = output(desk, "Exercise 4")
    feedback = task.locator("[role=status]").last
    task.get_by_label(wrong, exact=True).check()
    check(task)
    expect(feedback).to_contain_text("→")
    assert exercise.answer_words[0] not in feedback.inner_text()
    task.get_by_label(labels[exercise.answer[0]], exact=True).check()
    check(task)
    expect(feedback).to_contain_text(exercise.why[0])
    assert [one.step for one in read_attempts(OTTER, folder)] == ["hint", "right"]

    coding = output(desk, "Delete my codes")
    coding.get_by_label("Status").select_option(label="claimed")
    expect(coding).to_contain_text("Saved: claim 1, status")
    desk.wait_until(lambda: read_codes(OTTER, folder)["status"].tolist() == ["claimed"])

    stop_on_errors(desk.restart(WORKBOOK))
    seat, task = output(desk, "Delete all my work"), output(desk, "Exercise 4")
    assert task.locator("input:checked").count() == 0
    seat.get_by_role("button", name=f"Go on as {OTTER}").click()
    expect(seat).to_contain_text("earlier answers stand in the exercises again")
    expect(task.get_by_label(labels[exercise.answer[0]], exact=True)).to_be_checked()
    expect(task.locator("[role=status]").last).to_contain_text(exercise.why[0])
    expect(output(desk, "Delete my codes").get_by_label("Status").locator("option:checked")).to_have_text("claimed")

    seat.get_by_role("button", name="Delete all my work").click()
    seat.get_by_role("button", name="Yes").click()
    expect(seat).to_contain_text("are deleted")
    assert [*folder.rglob("*.csv")] == []
