"""The exercises of a lesson as a form: on paper as it is, and in a browser once the page's script has woken up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from helpers.teaching._document import render_markdown
from helpers.teaching._frame_words import quote_cue
from helpers.teaching._position_choices import is_heading
from helpers.teaching.coding import Unit
from helpers.teaching.exercises import Exercise
from helpers.teaching.exercises_view import list_meanings, list_words, mark_span, tell_statement
from helpers.teaching.lessons import Lesson, build_exercise, find_claims, tell_number
from helpers.teaching.numbered import Line, find_lines, number_lines
from helpers.teaching.printed_tables import RENDERED
from helpers.teaching.workbooks import ARTICLES, CODING, REST, read_leads
from helpers.views import message
from helpers.views._index import Row
from helpers.views.html import escape, tag

N_LINES = 5


@dataclass(frozen=True)
class Form:
    """A lesson with its exercises built, for paper and browser.

    Parameters
    ----------
    lesson : Lesson
    """

    lesson: Lesson

    def say(self, key: str, **values: object) -> str:
        """Return a message in the lesson's language, escaped."""
        return escape(message(key, self.lesson.language, **values))

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        """The exercises by their ids."""
        return {exercise_id: build_exercise(self.lesson, exercise_id) for exercise_id in self.lesson.exercise_ids}

    @cached_property
    def lines(self) -> dict[str, list[Line]]:
        """The numbered lines of each article that a question is about."""
        return {article_id: number_lines(self.lesson.tables, article_id) for article_id in self.handed_out}

    @property
    def handed_out(self) -> tuple[str, ...]:
        """The articles that are read: those that a question is about."""
        asked = {entry[f"article_{self.lesson.language}"] for entry in self.lesson.entries.values()}
        return tuple(article_id for article_id in self.lesson.article_ids if article_id in asked)

    @cached_property
    def leads(self) -> dict[str, list[str]]:
        """What leads up to each exercise, in pieces: Markdown, or the name of a table."""
        return read_leads(self.lesson.folder, self.lesson.language)

    def render_lead(self, name: str, *, live: bool = False) -> str:
        """Render what leads up to an exercise: what stands last, or its heading on, stays with it on one page.

        A table tells what the machine read: on paper the first one begins a page, in a browser each is folded.
        """
        pieces = self.leads.get(name, [])
        tables = [number for number, piece in enumerate(pieces, 1) if piece in RENDERED]
        steps = [number for number, piece in enumerate(pieces) if piece.startswith("#")]
        shown, last = [self._render_piece(name, piece, live) for piece in pieces], max([*tables, *steps], default=0)
        lead = "".join(shown[:last]) + tag("div", "".join(shown[last:]), class_="lead")
        first = next((one for one, found in self.leads.items() if set(found) & set(RENDERED)), "")
        return tag("div", lead, class_="break") if name == first and not live else lead

    def _render_piece(self, name: str, piece: str, live: bool) -> str:
        if piece not in RENDERED:
            return render_markdown(piece)
        table = RENDERED[piece](self.lesson, self._tell_row)
        names = [*self.leads]
        key = "fold.coding" if names.index(name) > names.index(CODING) else "fold.exercises"
        return tag("details", tag("summary", self.say(key)) + table, class_="fold") if live else table

    def _tell_row(self, row: Row) -> str:
        """Say in which report and line a row of a table stands."""
        lines = self.lines[row["article_id"]]
        first, _ = find_lines(lines, int(row["start_char"]), int(row["end_char"]))
        line = message("sheet_line", self.lesson.language, lines=first)
        return " ".join(filter(None, (self.tell_report(row["article_id"]), line)))

    def tell_place(self, exercise_id: str) -> str:
        """Say in which lines of which report the sentences of an exercise stand; nothing for writing."""
        entry, lesson = self.lesson.entries[exercise_id], self.lesson
        if entry["kind"] == "write":
            return ""
        article_id = entry[f"article_{lesson.language}"]
        claims, places = lesson.tables["claims"].set_index("claim_id"), []
        for claim_id in find_claims(lesson, exercise_id):
            start, end = (int(str(claims.loc[claim_id, name])) for name in ("start_char", "end_char"))
            first, last = find_lines(self.lines[article_id], start, end)
            places.append(str(first) if first == last else f"{first}–{last}")
        report = self.tell_report(article_id)
        told = ", ".join(places)
        lines = self.say("sheet_line" if told.isdigit() else "sheet_lines", lines=told)
        return f"{escape(report[:1].lower() + report[1:])}, {lines}" if report else lines

    def quote_unit(self, unit: Unit) -> str:
        """Render the sentence of a claim to be coded, with the claim marked."""
        sentences = self.lesson.tables["sentences"].set_index("sentence_id")
        text, begin = (sentences.loc[unit["sentence_id"], name] for name in ("text", "start_char"))
        start, end = (int(unit[name]) - int(str(begin)) for name in ("start_char", "end_char"))
        return mark_span(str(text), max(start, 0), min(end, len(str(text))))

    def tell_unit(self, unit: Unit) -> str:
        """Say where a claim to be coded stands, and which word announces it."""
        first, _ = find_lines(self.lines[unit["article_id"]], int(unit["start_char"]), int(unit["end_char"]))
        words = quote_cue(self.lesson.tables, unit)
        cue = message("quoted", self.lesson.language, words=words) if words else ""
        return " ".join(filter(None, (self.say("sheet_line", lines=first), escape(cue))))

    def tell_report(self, article_id: str) -> str:
        """Name a report by its letter, where there are several."""
        if len(self.handed_out) == 1:
            return ""
        letter = "ABCDEF"[self.handed_out.index(article_id)]
        return message("sheet_report", self.lesson.language, letter=letter)

    def render_steps(self, coding: str, *, live: bool = False) -> str:
        """Render the exercises and the coding in the order of the workbook, each behind what leads up to it there.

        Parameters
        ----------
        coding : str
            The coding, as HTML.
        live : bool
            Adds what a script needs.
        """
        parts = []
        for name in self.leads:
            if name == ARTICLES or (name == REST and not live):
                continue
            lead = self.render_lead(name, live=live)
            if name == REST:
                parts.append(lead)
            elif name == CODING:
                heading = lead[lead.index("<h2>") : lead.index("</h2>")] + "</h2>"
                parts += [tag("div", heading, class_="lead break"), coding]
            else:
                parts += [lead, self.render_exercise(name, live=live)]
        return "".join(parts)

    def render_exercise(self, exercise_id: str, *, live: bool = False) -> str:
        """Render one exercise; `live` adds what a script needs."""
        exercise = self.exercises[exercise_id]
        place = self.tell_place(exercise_id)
        place = tag("span", f" · {place}", class_="soft") if place else ""
        title = escape(tell_number(self.lesson, exercise_id)) + place
        parts = [tag("h3", title, id=f"title-{exercise_id}"), *self.ask(exercise)]
        render = {"choose": self._choose, "sort": self._sort, "mark": self._mark, "write": self._write}[exercise.kind]
        parts += render(exercise_id, exercise, live)
        if live:
            parts.append(self._buttons(exercise_id, exercise))
        return tag("section", "".join(parts), class_="ex", id=exercise_id, data_kind=exercise.kind,
                   aria_labelledby=f"title-{exercise_id}")  # fmt: skip

    def ask(self, exercise: Exercise) -> list[str]:
        """Render what is asked, with the statement in its sentence."""
        parts = [tag("p", tag("strong", escape(exercise.question)))]
        if exercise.kind == "choose":
            parts += [list_meanings(exercise, "soft") if exercise.about == "status" else "",
                      tag("p", mark_span(exercise.text, *(exercise.spans or ((0, 0),))[0]), class_="said")]  # fmt: skip
        if exercise.kind == "mark":
            parts.append(tag("p", escape(tell_statement(exercise)), class_="soft"))
        return parts

    def _choose(self, exercise_id: str, exercise: Exercise, live: bool) -> list[str]:
        if not live:
            boxes = "".join(tag("li", escape(label)) for label, _ in exercise.options)
            return [tag("ul", boxes, class_="options boxes")]
        labels = []
        for label, code in exercise.options:
            button = f'<input type="radio" name="{exercise_id}" value="{escape(code)}">'
            labels.append(tag("label", button + tag("span", escape(label)), class_="option"))
        inner = tag("div", "".join(labels), class_="options-live")
        return [tag("div", inner, role="radiogroup", aria_labelledby=f"title-{exercise_id}")]

    def _sort(self, exercise_id: str, exercise: Exercise, live: bool) -> list[str]:
        choices = [(message("coding_choose", self.lesson.language), ""), *exercise.options]
        items = []
        for number, item in enumerate(exercise.items, 1):
            blank = tag("span", self.say("sheet_status"), class_="paper blank")
            select = render_select(choices, self.say("sheet_item", number=number), f"{exercise_id}-{number}")
            answer = tag("div", select, class_="live") if live else ""
            said = tag("p", mark_span(item, *exercise.spans[number - 1]), class_="said")
            items.append(tag("li", said + answer + blank))
        return [tag("p", self.say("sheet_choices"), class_="soft"), list_meanings(exercise, "soft"),
                tag("ol", "".join(items))]  # fmt: skip

    def _mark(self, exercise_id: str, exercise: Exercise, live: bool) -> list[str]:
        if not live:
            return [tag("p", escape(exercise.text), class_="said words"),
                    tag("p", self.say("sheet_underline"), class_="soft")]  # fmt: skip
        spans, choices, done = [], [(message("coding_choose", self.lesson.language), "")], 0
        for number, (start, end) in enumerate(list_words(exercise.text), 1):
            word = exercise.text[start:end]
            spans += [escape(exercise.text[done:start]), tag("span", escape(word), data_start=start, data_end=end)]
            choices.append((f"{number} {word}", str(number - 1)))
            done = end
        selects = "".join(render_select(choices, self.say(f"page.{edge}"), f"{exercise_id}-{edge}")
                          for edge in ("first_word", "last_word"))  # fmt: skip
        return [tag("p", "".join(spans) + escape(exercise.text[done:]), class_="said words"),
                tag("p", self.say("sheet_underline"), class_="paper soft"),
                tag("p", self.say("page_mark"), class_="live soft"), tag("div", selects, class_="live")]  # fmt: skip

    def _write(self, exercise_id: str, exercise: Exercise, live: bool) -> list[str]:
        blank = tag("div", '<div class="lines"></div>' * N_LINES, class_="paper")
        if not live:
            return [blank]
        field = tag("textarea", "", id=f"{exercise_id}-words", aria_labelledby=f"title-{exercise_id}", rows=5)
        return [tag("div", field, class_="live"), blank]

    def _buttons(self, exercise_id: str, exercise: Exercise) -> str:
        named = "write_keep" if exercise.kind == "write" else "exercise_check"
        buttons = [tag("button", self.say(named), type="button", class_="main", data_do="check"),
                   tag("button", self.say("exercise_reveal"), type="button", data_do="reveal")]  # fmt: skip
        shown = tag("div", "", class_="feedback", role="status", id=f"{exercise_id}-feedback")
        return tag("div", "".join(buttons), class_="live") + shown


def render_select(choices: list[tuple[str, str]], label: str, id_: str) -> str:
    """Render a choice of one among several, with its label above it; `label` is escaped already.

    The answers to one contested question stand in a group of their own, under the question.
    """
    groups: list[tuple[str, list[str]]] = [("", [])]
    for shown, code in choices:
        if is_heading(code):
            groups.append((shown, []))
        else:
            groups[-1][1].append(tag("option", escape(shown.strip()), value=code))
    options = "".join(tag("optgroup", "".join(one), label=escape(question)) if question else "".join(one)
                      for question, one in groups)  # fmt: skip
    return tag("label", tag("span", label) + tag("select", options, id=id_), class_="field")
