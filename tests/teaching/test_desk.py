"""The desk of a pupil: every answer is on disk at once under a pseudonym, comes back in a new session, and can be deleted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.model import CodingError
from helpers.teaching.attempts import (
    Attempt,
    attempts_folder,
    join_given,
    list_pupils,
    read_attempts,
    split_given,
    write_attempt,
)
from helpers.teaching.codes import read_codes
from helpers.teaching.coding_view import CodingView
from helpers.teaching.desk import Desk, render_solution, restore_answer, show_coding_task, show_desk, show_task
from helpers.teaching.exercises_view import ExerciseView
from helpers.teaching.lessons import Lesson, build_exercise, open_lesson

OTTER, FINCH = "calm-otter-17", "bold-finch-22"


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return open_lesson("who_says_so")


class Session:
    """What one run of the workbook has on the screen: a desk, and the exercises that follow it."""

    def __init__(self, lesson: Lesson, folder: Path) -> None:
        self.lesson, self.desk = lesson, Desk(lesson, folder)
        self.views: dict[str, ExerciseView] = {}

    def show(self, exercise_id: str) -> ExerciseView:
        exercise = build_exercise(self.lesson, exercise_id)
        view = ExerciseView(exercise, lambda given, step: self.desk.keep(exercise_id, exercise, given, step))
        self.desk.follow(lambda: restore_answer(view, self.desk.attempts(exercise_id, exercise)))
        self.views[exercise_id] = view
        return view


def choose(view: ExerciseView, code: str) -> None:
    view.controls[0].value = code
    view.check.click()


def other_code(view: ExerciseView) -> str:
    return next(code for _, code in view.exercise.options if code != view.exercise.answer[0])


def test_an_answer_is_on_disk_at_once_and_comes_back_with_its_hint_in_a_new_session(lesson: Lesson, folder: Path) -> None:
    first = Session(lesson, folder)
    view = first.show("who_is_he")
    first.desk.start(OTTER)
    choose(view, other_code(view))
    assert "gp-hint" in view.feedback.value
    assert [one.step for one in read_attempts(OTTER, folder)] == ["hint"]

    again = Session(lesson, folder)
    back = again.show("who_is_he")
    assert back.controls[0].value is None
    again.desk.go_on.click()
    assert back.controls[0].value == other_code(view)
    assert "gp-hint" in back.feedback.value
    choose(back, other_code(view))
    assert "gp-example" in back.feedback.value
    choose(back, back.exercise.answer[0])
    assert "is announced by" in back.feedback.value
    assert [one.step for one in read_attempts(OTTER, folder)] == ["hint", "example", "right"]


@pytest.mark.parametrize("exercise_id", ["find_cue", "sort_status", "whose_word", "rewrite"])
def test_every_kind_of_exercise_comes_back_as_it_was_left(lesson: Lesson, folder: Path, exercise_id: str) -> None:
    first = Session(lesson, folder)
    view = first.show(exercise_id)
    first.desk.start(OTTER)
    answer = ["One | two, \"three\"\nand four."] if view.exercise.kind == "write" else [*view.exercise.answer]
    view.restore(answer, 0)
    view.check.click()
    again = Session(lesson, folder)
    again.desk.start(OTTER)
    back = again.show(exercise_id)
    assert back.given() == view.given()
    assert back.feedback.value == view.feedback.value


def test_what_was_answered_before_there_was_a_pseudonym_waits_and_is_then_kept(lesson: Lesson, folder: Path) -> None:
    session = Session(lesson, folder)
    view = session.show("whose_word")
    choose(view, view.exercise.answer[0])
    assert "Nothing is kept yet" in session.desk.state.value
    assert not folder.exists()
    session.desk.start(OTTER)
    assert [one.step for one in read_attempts(OTTER, folder)] == ["right"]
    assert view.controls[0].value == view.exercise.answer[0]


def test_another_pseudonym_sees_nothing_of_the_first(lesson: Lesson, folder: Path) -> None:
    session = Session(lesson, folder)
    view = session.show("whose_word")
    session.desk.start(OTTER)
    choose(view, view.exercise.answer[0])
    session.desk.start(FINCH)
    assert view.controls[0].value is None
    assert view.feedback.value == ""
    assert list_pupils(folder) == [OTTER]


def test_deleting_asks_twice_and_takes_answers_and_codes_and_clears_the_exercises(lesson: Lesson, folder: Path) -> None:
    session = Session(lesson, folder)
    view = session.show("whose_word")
    session.desk.start(OTTER)
    choose(view, view.exercise.answer[0])
    (folder / f"{OTTER}.csv").write_text("coder,article_id,sha256,claim_id,source,status,position\n", encoding="utf-8")
    write_attempt(FINCH, Attempt("a/b", "0", "x", "right"), folder=folder)
    session.desk.delete.click()
    assert read_attempts(OTTER, folder)
    session.desk.delete_sure.click()
    assert sorted(path.name for path in folder.rglob("*.csv")) == [f"{FINCH}.csv"]
    assert view.controls[0].value is None
    assert f"of {OTTER} are deleted" in session.desk.state.value
    assert session.desk.delete.disabled


def test_the_words_of_a_pupil_replace_the_earlier_ones(lesson: Lesson, folder: Path) -> None:
    session = Session(lesson, folder)
    view = session.show("exit_ticket")
    session.desk.start(OTTER)
    for words in ("Who says so?", "Who says so, and how do they know?"):
        view.controls[0].value = words
    assert [one.given for one in read_attempts(OTTER, folder)] == ["Who says so, and how do they know?"]


def test_an_answer_to_another_question_is_never_put_under_this_one(lesson: Lesson, folder: Path) -> None:
    write_attempt(OTTER, Attempt("who_says_so/whose_word", "of another text", "newsroom", "right"), folder=folder)
    session = Session(lesson, folder)
    view = session.show("whose_word")
    session.desk.start(OTTER)
    assert view.controls[0].value is None
    assert "earlier answers" in session.desk.state.value


def test_only_going_on_is_hidden_where_nobody_was_here_before(lesson: Lesson, folder: Path) -> None:
    new = Desk(lesson, folder)
    assert [button.layout.display for button in (new.go_on, new.begin, new.delete)] == ["none", None, None]
    write_attempt(OTTER, Attempt("a/b", "0", "x", "right"), folder=folder)
    back = Desk(lesson, folder)
    assert [button.layout.display for button in (back.go_on, back.begin, back.delete)] == [None, None, None]


def test_a_name_that_is_no_pseudonym_begins_nothing(lesson: Lesson, folder: Path) -> None:
    desk = Desk(lesson, folder)
    desk.name.value = "../../etc"
    desk.begin.click()
    assert not desk.coder
    assert "../../etc" in desk.state.value
    assert not folder.exists()


def test_a_broken_file_of_answers_is_told_and_left_alone(lesson: Lesson, folder: Path) -> None:
    path = attempts_folder(folder) / f"{OTTER}.csv"
    path.parent.mkdir(parents=True)
    path.write_text("something else\n1\n", encoding="utf-8")
    desk = Desk(lesson, folder)
    desk.start(OTTER)
    assert "is no file of answers" in desk.state.value
    assert path.read_text(encoding="utf-8") == "something else\n1\n"
    with pytest.raises(CodingError, match=f"{OTTER}.csv is no file of answers"):
        read_attempts(OTTER, folder)


def test_a_file_that_is_no_table_gets_a_sentence(folder: Path) -> None:
    path = attempts_folder(folder) / f"{OTTER}.csv"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CodingError, match=f"{OTTER}.csv"):
        read_attempts(OTTER, folder)


def test_a_file_is_whole_or_as_it_was_when_writing_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_attempt(OTTER, Attempt("a/b", "0", "x", "hint"), folder=folder)
    before = path.read_bytes()

    def die(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("os.replace", die)
    monkeypatch.setattr(Path, "replace", die)
    with pytest.raises(OSError, match="full"):
        write_attempt(OTTER, Attempt("a/b", "0", "y", "right"), folder=folder)
    assert path.read_bytes() == before


def test_several_codes_stand_in_one_cell_and_words_stay_as_they_are() -> None:
    assert split_given(join_given(["denied", "claimed"]), 2) == ["denied", "claimed"]
    assert split_given(join_given(["a | b"]), 1) == ["a | b"]


def test_what_the_workbook_shows_answers_nothing_by_itself(lesson: Lesson, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = show_desk(lesson, folder=folder)
    show_task(desk, "who_is_he")
    show_coding_task(desk)
    assert "VBox" in capsys.readouterr().out
    assert not folder.exists()


def test_a_solution_tells_the_answer_with_its_reason(lesson: Lesson) -> None:
    for exercise_id in lesson.exercise_ids:
        exercise: Any = build_exercise(lesson, exercise_id)
        shown = str(render_solution(lesson, exercise_id))
        assert "The answer" in shown or "One possible answer" in shown
        assert exercise.why[0].split(" (")[0].split("“")[0] in shown


def test_after_a_start_that_failed_nobody_works_at_the_desk(lesson: Lesson, folder: Path) -> None:
    session = Session(lesson, folder)
    view = session.show("whose_word")
    session.desk.start(OTTER)
    choose(view, view.exercise.answer[0])
    kept = read_attempts(OTTER, folder)
    (attempts_folder(folder) / f"{FINCH}.csv").write_text("something else\n1\n", encoding="utf-8")
    session.desk.start(FINCH)
    for words in ("is no file of answers", f"The work of {OTTER} is kept and closed"):
        assert words in session.desk.state.value
    assert (session.desk.coder, view.controls[0].value, session.desk.delete.disabled) == ("", None, True)
    choose(view, view.exercise.answer[0])
    assert read_attempts(OTTER, folder) == kept


def test_an_answer_that_could_not_be_kept_does_not_go_to_the_next_pupil(
    lesson: Lesson, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(lesson, folder)
    view = session.show("whose_word")
    session.desk.start(OTTER)

    def die(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("helpers.teaching.desk.write_attempt", die)
        choose(view, view.exercise.answer[0])
    assert "the disk is full" in session.desk.state.value
    session.desk.start(FINCH)
    assert read_attempts(FINCH, folder) == []
    session.desk.start(OTTER)
    assert [one.step for one in read_attempts(OTTER, folder)] == ["right"]


def test_codes_go_to_nobody_after_a_pupil_with_a_broken_file(lesson: Lesson, folder: Path) -> None:
    desk = Desk(lesson, folder)
    view = CodingView(lesson.tables, lesson.article_ids[0], folder=folder)
    desk.follow(lambda: view.start(desk.coder))
    desk.start(OTTER)
    view.choices["status"].value = "claimed"
    (folder / f"{FINCH}.csv").write_text("coder;status\n", encoding="utf-8")
    desk.start(FINCH)
    view.choices["status"].value = "denied"
    assert read_codes(OTTER, folder)["status"].tolist() == ["claimed"]
