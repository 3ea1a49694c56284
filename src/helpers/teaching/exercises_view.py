"""The widgets of an exercise: thin, reached by the keyboard; what they say comes from `helpers.teaching.exercises`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets
from IPython.display import display

from helpers.teaching.attempts import WRONG
from helpers.teaching.exercises import Exercise, Feedback, answer_exercise, reveal_answer
from helpers.views import Html, message, word
from helpers.views.explorer import TWIN
from helpers.views.html import escape, page, tag
from helpers.views.keys import stack_controls
from helpers.views.turns import on_change, on_click

_MARK_OF = {"right": "✓", "hint": "→", "example": "→", "answer": "=", "empty": "–", "kept": "✓"}
Keep = Callable[[list[str], str], None]
"""What is done with an answer: what was given, and the step that it got."""


def list_words(text: str) -> list[tuple[int, int]]:
    """List where each word of a text begins and ends.

    Examples
    --------
    >>> list_words("six men")
    [(0, 3), (4, 7)]
    """
    return [found.span() for found in re.finditer(r"\S+", text)]


class ExerciseView:
    """The widgets of one exercise, and how many wrong answers were given.

    Parameters
    ----------
    exercise : Exercise
    keep : callable, optional
        Called with every answer and the step that it got.
    """

    def __init__(self, exercise: Exercise, keep: Keep | None = None) -> None:
        self.exercise = exercise
        self.keep = keep
        self.n_wrong = 0
        self._is_restoring = False
        self.words = list_words(exercise.text)
        self.controls = self._build_controls()
        self.marked = widgets.HTML()
        is_writing = exercise.kind == "write"
        label = "write_keep" if is_writing else "exercise_check"
        self.check = widgets.Button(description=message(label, exercise.language))
        self.reveal = widgets.Button(description=message("exercise_reveal", exercise.language))
        self.feedback = widgets.HTML()
        on_click(self.check, self._check)
        on_click(self.reveal, lambda _button: self._show(reveal_answer(exercise)))
        if exercise.kind == "mark":
            on_change(self.controls[0], lambda _change: self._show_marked())
            self._show_marked()
        if is_writing:
            on_change(self.controls[0], self._check)

    @property
    def box(self) -> widgets.VBox:
        """Everything, in the order in which the Tab key walks through it."""
        buttons = widgets.HBox([self.check, self.reveal])
        pieces: list[Any] = [widgets.HTML(self._render_question())]
        for number, control in enumerate(self.controls):
            if self.exercise.kind == "sort":
                said = mark_span(self.exercise.items[number], *self.exercise.spans[number])
                item = tag("p", f"{number + 1}. {said}")
                pieces.append(widgets.HTML(page(item, lang=self.exercise.language)))
            pieces.append(control)
        return stack_controls([*pieces, self.marked, buttons, self.feedback])

    def given(self) -> list[str]:
        """Return what is answered now, one text an item."""
        if self.exercise.kind == "mark":
            first, last = self.controls[0].value
            return [f"{self.words[first][0]}-{self.words[last][1]}"]
        return [control.value or "" for control in self.controls]

    def restore(self, given: Sequence[str], n_wrong: int) -> None:
        """Put an earlier answer back, with what it was told and how many wrong ones there were before it.

        Nothing given clears the exercise.
        """
        self._is_restoring = True
        try:
            self._fill(given)
        finally:
            self._is_restoring = False
        self.n_wrong, self.feedback.value = n_wrong, ""
        if any(given):
            feedback = answer_exercise(self.exercise, self.given(), n_wrong)
            self.n_wrong += feedback.step in WRONG
            self._show(feedback)

    def _fill(self, given: Sequence[str]) -> None:
        if self.exercise.kind == "mark":
            spans = {f"{self.words[first][0]}-{self.words[last][1]}": (first, last)
                     for first in range(len(self.words)) for last in range(first, len(self.words))}  # fmt: skip
            self.controls[0].index = spans.get(given[0] if given else "", (0, 0))
            return
        empty = None if self.exercise.kind == "choose" else ""
        codes = {code for _, code in self.exercise.options}
        for control, one in zip(self.controls, [*given, *[""] * len(self.controls)], strict=False):
            control.value = one if one in codes or self.exercise.kind == "write" else empty

    def _build_controls(self) -> list[Any]:
        exercise = self.exercise
        if exercise.kind == "mark":
            options = [(f"{number + 1} {exercise.text[start:end]}", number)
                       for number, (start, end) in enumerate(self.words)]  # fmt: skip
            return [widgets.SelectionRangeSlider(options=options, index=(0, 0), layout=widgets.Layout(width="100%"),
                                                 description=message("exercise_words", exercise.language))]  # fmt: skip
        if exercise.kind == "choose":
            return [widgets.RadioButtons(options=exercise.options, value=None, layout=widgets.Layout(width="100%"))]
        if exercise.kind == "write":
            return [widgets.Textarea(rows=5, continuous_update=False, layout=widgets.Layout(width="100%"),
                                     placeholder=message("write_here", exercise.language))]  # fmt: skip
        choices = [(message("coding_choose", exercise.language), ""), *exercise.options]
        return [widgets.Dropdown(options=choices, value="") for _ in exercise.items]

    def _check(self, _event: Any) -> None:
        if self._is_restoring:
            return
        feedback = answer_exercise(self.exercise, self.given(), self.n_wrong)
        self.n_wrong += feedback.step in WRONG
        self._show(feedback)
        if self.keep and feedback.step != "empty":
            self.keep(self.given(), feedback.step)

    def _show(self, feedback: Feedback) -> None:
        first, *others = (escape(sentence) for sentence in feedback.sentences if sentence)
        sign = tag("span", _MARK_OF[feedback.step], aria_hidden="true")
        told = "".join(tag("p", line) for line in (f"{sign} {first}", *others))
        shown = tag("div", told, role="status", class_=f"gp-proof gp-{feedback.step}")
        self.feedback.value = page(shown, lang=self.exercise.language)

    def _show_marked(self) -> None:
        first, last = self.controls[0].value
        start, end, text = self.words[first][0], self.words[last][1], self.exercise.text
        told = message("exercise_marked", self.exercise.language, words=text[start:end])
        note = tag("p", escape(told), class_="gp-note", role="status")
        self.marked.value = page(tag("p", mark_span(text, start, end)), note)

    def _render_question(self) -> str:
        asked = tag("p", escape(self.exercise.question), class_="gp-title")
        about = [list_meanings(self.exercise)]
        if self.exercise.kind == "choose":
            span = self.exercise.spans[0] if self.exercise.spans else (0, 0)
            about.append(tag("p", mark_span(self.exercise.text, *span), class_="gp-proof"))
        if self.exercise.kind == "mark":
            about.append(tag("p", escape(tell_statement(self.exercise))))
        return page(asked, *about, lang=self.exercise.language)


def show_exercise(exercise: Exercise) -> None:
    """Show an exercise; a page without a kernel shows its question, and says where it answers.

    Parameters
    ----------
    exercise : Exercise
        As `build_choice`, `build_marking` or `build_sorting` makes it.
    """
    view = ExerciseView(exercise)
    twin_off = widgets.HTML(f"<style>.{TWIN}{{display:none}}</style>")
    display(widgets.VBox([view.box, twin_off]))  # type: ignore[no-untyped-call]
    display(render_paper(exercise))  # type: ignore[no-untyped-call]


def render_paper(exercise: Exercise, *, title: str = "") -> Html:
    """Render the question alone, as it can be done on paper: it holds no answer."""
    asked = tag("p", escape(f"{title}. {exercise.question}" if title else exercise.question), class_="gp-title")
    shown = "".join(tag("p", line) for line in _list_statements(exercise))
    labels = "".join(tag("li", escape(label)) for label, _ in exercise.options)
    choices = list_meanings(exercise) or (tag("ul", labels, class_="gp-list") if labels else "")
    remark = tag("p", escape(message("exercise_no_kernel", exercise.language)), class_="gp-note")
    return page(asked, shown, choices, remark, class_=TWIN, lang=exercise.language)


def mark_span(text: str, start: int, end: int) -> str:
    """Render a text with a part of it marked; nothing is marked where the part is empty.

    Examples
    --------
    >>> mark_span("six men", 0, 3)
    '<mark>six</mark> men'
    """
    marked = tag("mark", escape(text[start:end])) if start < end else ""
    return escape(text[:start]) + marked + escape(text[end:])


def list_meanings(exercise: Exercise, class_: str = "gp-list") -> str:
    """List what each status means, where one is asked for; else nothing."""
    if exercise.about not in ("sort", "status"):
        return ""
    meanings = ((label, word("status_meaning", code, exercise.language)) for label, code in exercise.options)
    return tag("ul", "".join(tag("li", tag("strong", escape(label)) + ": " + escape(meaning))
                             for label, meaning in meanings), class_=class_)  # fmt: skip


def _list_statements(exercise: Exercise) -> list[str]:
    if exercise.kind == "sort":
        return [mark_span(item, *span) for item, span in zip(exercise.items, exercise.spans, strict=True)]
    if exercise.kind == "mark":
        return [escape(exercise.text), escape(tell_statement(exercise))]
    return [mark_span(exercise.text, *span) for span in exercise.spans or ((0, 0),)] if exercise.text else []


def tell_statement(exercise: Exercise) -> str:
    """Say which statement is to be marked: by its content, or by its cue where the content is asked for."""
    key = "exercise_about_cue" if exercise.about == "mark_content" else "exercise_about"
    return message(key, exercise.language, words=exercise.items[0])
