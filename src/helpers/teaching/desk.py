"""A pupil's desk: the pseudonym under which a workbook keeps every answer, and the exercises that stand on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ipywidgets as widgets
from IPython.display import display

from helpers.model import CodingError
from helpers.resources.pseudonyms import propose_pseudonym
from helpers.teaching.attempts import (
    WRONG,
    Attempt,
    delete_attempts,
    join_given,
    list_pupils,
    read_attempts,
    split_given,
    write_attempt,
)
from helpers.teaching.codes import check_pseudonym, delete_codes
from helpers.teaching.coding_view import CodingView
from helpers.teaching.exercises import Exercise, reveal_answer
from helpers.teaching.exercises_view import ExerciseView, render_paper
from helpers.teaching.lessons import Lesson, build_exercise, list_coded, tell_number
from helpers.views import Html, message
from helpers.views.explorer import TWIN
from helpers.views.html import escape, page, tag
from helpers.views.keys import stack_controls
from helpers.views.turns import on_click, one_at_a_time

_WIDE = {"description_width": "6rem"}


class Desk:
    """Who works here, and what has been answered.

    Parameters
    ----------
    lesson : Lesson
    folder : Path, optional
        The folder of the coders' files; ``data/annotations`` by default.
    """

    def __init__(self, lesson: Lesson, folder: Path | None = None) -> None:
        self.lesson, self.folder = lesson, folder
        self.coder = ""
        self._followers: list[Callable[[], None]] = []
        self._waiting: list[tuple[str, Attempt, bool]] = []  # under whose pseudonym it was given, empty: nobody's yet
        last = next(iter(list_pupils(folder)), "")
        self.name = widgets.Text(value=propose_pseudonym(list_pupils(folder)), description=self._say("coding_name"),
                                 style=_WIDE)  # fmt: skip
        # a layout for each: where one is hidden, the others are not
        self.begin, self.go_on, self.delete = (
            widgets.Button(description=words, layout=widgets.Layout(width="max-content"))
            for words in (self._say("coding_begin"), self._say("desk_go_on", coder=last), self._say("desk_delete"))
        )
        self.go_on.layout.display = None if last else "none"
        self.delete_sure = widgets.Button(description=self._say("coding_delete_sure"), button_style="danger")
        self.state = widgets.HTML()
        on_click(self.begin, lambda _button: self.start(self.name.value.strip()))
        on_click(self.go_on, lambda _button: self.start(last))
        on_click(self.delete, lambda _button: self._arm(True))
        on_click(self.delete_sure, self._delete)
        self._arm(False)
        self.delete.disabled = True
        self._tell(self._say("desk_welcome"))

    @property
    def box(self) -> widgets.VBox:
        """Everything, in the order in which the Tab key walks through it."""
        wrap = widgets.Layout(flex_flow="row wrap")
        twin_off = widgets.HTML(f"<style>.{TWIN}{{display:none}}</style>")
        return stack_controls([self.go_on, widgets.HBox([self.name, self.begin], layout=wrap), self.state,
                             widgets.HBox([self.delete, self.delete_sure], layout=wrap), twin_off])  # fmt: skip

    def start(self, coder: str) -> None:
        """Begin or go on under a pseudonym; every exercise on the desk shows what was answered under it."""
        language = self.lesson.language
        try:
            check_pseudonym(coder, language=language)
            n_answers = len(read_attempts(coder, self.folder, language=language))
            self._keep_waiting(coder)
        except (CodingError, OSError) as error:
            self._stop(str(error))
            return
        self.coder = self.name.value = coder
        self.delete.disabled = False
        self._arm(False)
        self._tell(self._say("desk_back" if n_answers else "desk_new", coder=coder))
        self._call_followers()

    def _stop(self, why: str) -> None:
        """Let nobody work here: what is answered now is not to end in the file of who worked here before."""
        if not self.coder:
            self._tell(why)
            return
        self._tell(why, self._say("desk_stopped", coder=self.coder))
        self.coder = ""
        self.delete.disabled = True
        self._arm(False)
        self._call_followers()

    @one_at_a_time
    def follow(self, follower: Callable[[], None]) -> None:
        """Call `follower` now where somebody works here, and whenever that changes."""
        self._followers.append(follower)
        if self.coder:
            follower()

    def attempts(self, exercise_id: str, exercise: Exercise) -> list[Attempt]:
        """Read the answers to one exercise."""
        if not self.coder:
            return []
        kept = read_attempts(self.coder, self.folder, language=self.lesson.language)
        return [one for one in kept if (one.exercise, one.sha256) == (self._key(exercise_id), exercise.fingerprint)]

    def keep(self, exercise_id: str, exercise: Exercise, given: list[str], step: str) -> None:
        """Keep an answer; without a pseudonym it waits until there is one, and that is said."""
        attempt = Attempt(self._key(exercise_id), exercise.fingerprint, join_given(given), step)
        self._waiting.append((self.coder, attempt, exercise.kind == "write"))
        if not self.coder:
            self._tell(self._say("desk_nobody"))
            return
        try:
            self._keep_waiting(self.coder)
        except (CodingError, OSError) as error:
            self._tell(str(error))

    def _keep_waiting(self, coder: str) -> None:
        for waiting in [*self._waiting]:
            whose, attempt, replaces = waiting
            if whose in ("", coder):  # what another gave and could not be kept is not theirs
                write_attempt(coder, attempt, folder=self.folder, replaces=replaces, language=self.lesson.language)
                self._waiting.remove(waiting)

    def _key(self, exercise_id: str) -> str:
        return f"{self.lesson.lesson_id}/{exercise_id}"

    def _delete(self, _button: Any) -> None:
        try:
            delete_attempts(self.coder, self.folder)
            delete_codes(self.coder, self.folder)
        except OSError as error:
            self._tell(str(error))
            return
        self._tell(self._say("desk_deleted", coder=self.coder))
        self.coder = ""
        self.delete.disabled = True
        self._arm(False)
        self._call_followers()

    def _call_followers(self) -> None:
        for follower in self._followers:
            follower()

    def _arm(self, armed: bool) -> None:
        self.delete_sure.layout.display = None if armed else "none"

    def _say(self, key: str, **values: object) -> str:
        return message(key, self.lesson.language, **values)

    def _tell(self, *sentences: str) -> None:
        told = tag("p", escape(" ".join(sentences)), role="status", class_="gp-note")
        self.state.value = page(told, lang=self.lesson.language)


def show_desk(lesson: Lesson, *, folder: Path | None = None) -> Desk:
    """Show where a pupil says under which pseudonym to work, and return the desk for the exercises.

    Parameters
    ----------
    lesson : Lesson
    folder : Path, optional
        The folder of the coders' files; ``data/annotations`` by default.
    """
    desk = Desk(lesson, folder)
    display(desk.box)  # type: ignore[no-untyped-call]
    remark = tag("p", escape(message("desk_no_kernel", lesson.language)), class_="gp-note")
    display(page(remark, class_=TWIN, lang=lesson.language))  # type: ignore[no-untyped-call]
    return desk


def show_task(desk: Desk, exercise_id: str) -> None:
    """Show an exercise of the lesson; every answer is kept under the pseudonym of the desk and comes back with it."""
    lesson = desk.lesson
    exercise = build_exercise(lesson, exercise_id)
    view = ExerciseView(exercise, lambda given, step: desk.keep(exercise_id, exercise, given, step))
    desk.follow(lambda: restore_answer(view, desk.attempts(exercise_id, exercise)))
    head = widgets.HTML(_render_number(lesson, exercise_id))
    display(widgets.VBox([head, view.box]))  # type: ignore[no-untyped-call]
    display(render_paper(exercise, title=tell_number(lesson, exercise_id)))  # type: ignore[no-untyped-call]


def restore_answer(view: ExerciseView, attempts: list[Attempt]) -> None:
    """Put the last answer back into the widgets of an exercise."""
    before = sum(attempt.step in WRONG for attempt in attempts[:-1])
    given = split_given(attempts[-1].given, len(view.exercise.answer)) if attempts else []
    view.restore(given, before)


def show_coding_task(desk: Desk) -> None:
    """Show the claims of the lesson's first article to be coded, under the pseudonym of the desk."""
    lesson = desk.lesson
    view = CodingView(lesson.tables, lesson.article_ids[0], language=lesson.language, folder=desk.folder,
                      units=list_coded(lesson))  # fmt: skip
    desk.follow(lambda: view.start(desk.coder))
    display(view.box)  # type: ignore[no-untyped-call]
    remark = tag("p", escape(message("coding_no_kernel", lesson.language)), class_="gp-note")
    display(page(remark, class_=TWIN, lang=lesson.language))  # type: ignore[no-untyped-call]


def render_solution(lesson: Lesson, exercise_id: str) -> Html:
    """Render the answer of an exercise with its reason: for the teacher's notebook and the marking sheet."""
    exercise = build_exercise(lesson, exercise_id)
    lines = "".join(tag("p", escape(sentence)) for sentence in reveal_answer(exercise).sentences)
    asked = tag("p", escape(f"{tell_number(lesson, exercise_id)}. {exercise.question}"), class_="gp-title")
    told = dict.fromkeys(line for line in (exercise.text, *exercise.items) if line not in ("", exercise.question))
    about = "".join(tag("p", escape(line)) for line in told)
    return page(asked, about, tag("div", lines, class_="gp-proof"), lang=lesson.language)


def _render_number(lesson: Lesson, exercise_id: str) -> str:
    return page(tag("p", escape(tell_number(lesson, exercise_id)), class_="gp-subtitle"), lang=lesson.language)
