"""A lesson on paper: the sheet for the class, and the marking sheet for the teacher."""

from __future__ import annotations

from helpers.teaching._document import render_document
from helpers.teaching.coding import VARIABLES, list_choices, list_units
from helpers.teaching.exercises import reveal_answer
from helpers.teaching.forms import Form
from helpers.teaching.lessons import Lesson, tell_number
from helpers.teaching.numbered import render_lines
from helpers.views import message, word
from helpers.views.html import escape, tag

N_ROWS = 5


def render_sheet(lesson: Lesson) -> str:
    """Render the sheet for the class: content note, articles with line numbers, questions; no answer is on it.

    Parameters
    ----------
    lesson : Lesson
    """
    form = Form(lesson)
    blanks = tag("div", "".join(tag("span", form.say(key), class_="blank") for key in ("coding_name", "sheet_date")), class_="head")
    body = [*render_head(form), blanks, render_articles(form), tag("h2", form.say("sheet_questions"), class_="break")]
    body += [form.render_exercise(exercise_id) for exercise_id in lesson.exercise_ids]
    body.append(_render_coding(form))
    return render_document(f"{lesson.title} – {message('sheet_title', lesson.language)}", "".join(body), language=lesson.language)


def render_marking_sheet(lesson: Lesson) -> str:
    """Render the marking sheet: every answer with its reason, by the rule and the gold."""
    form = Form(lesson)
    title = message("marking_title", lesson.language)
    body = [tag("h1", escape(f"{lesson.number}. {lesson.title}: {title}")), tag("p", form.say("marking_read"), class_="soft")]
    body += [_render_answer(form, exercise_id) for exercise_id in lesson.exercise_ids]
    return render_document(f"{lesson.title} – {title}", "".join(body), language=lesson.language)


def render_head(form: Form) -> list[str]:
    """Render what stands at the head of a lesson's page: title, audience, content note."""
    lesson = form.lesson
    note = tag("strong", form.say("lesson_note")) + " " + escape(lesson.note)
    return [tag("h1", escape(f"{lesson.number}. {lesson.title}")),
            tag("p", escape(lesson.audience) + " · " + form.say("lesson_minutes", minutes=lesson.minutes), class_="soft"),
            tag("p", note, class_="care")]  # fmt: skip


def render_articles(form: Form) -> str:
    """Render the articles with their lines numbered, each with where it is from."""
    articles = form.lesson.tables["articles"].set_index("article_id")
    parts = []
    for number, article_id in enumerate(form.handed_out):
        row = articles.loc[article_id]
        report = form.tell_report(article_id) or message("sheet_article", form.lesson.language)
        origin = f"{row['publisher']}, {str(row['published_on'])[:10]} · {row['licence']} · {row['notice']}"
        parts += [tag("h2", escape(report), class_="break" if number else None),
                  render_lines(form.lines[article_id]), tag("p", escape(origin), class_="soft")]  # fmt: skip
    return "".join(parts)


def _render_answer(form: Form, exercise_id: str) -> str:
    exercise, place = form.exercises[exercise_id], form.tell_place(exercise_id)
    title = escape(tell_number(form.lesson, exercise_id)) + (tag("span", f" · {place}", class_="soft") if place else "")
    told = "".join(tag("p", escape(sentence)) for sentence in reveal_answer(exercise).sentences)
    shown = [line for line in dict.fromkeys((exercise.text, *exercise.items)) if line and line != exercise.question]
    quoted = "".join(tag("li" if exercise.kind == "sort" else "p", escape(line), class_="said") for line in shown)
    about = tag("ol", quoted) if exercise.kind == "sort" else quoted
    asked = tag("p", tag("strong", escape(exercise.question)))
    return tag("section", tag("h3", title) + asked + about + tag("div", told, class_="answer"), class_="ex")


def _render_coding(form: Form) -> str:
    """Render the claims to be coded as a table to fill in, with the codes below it."""
    lesson = form.lesson
    article_id = lesson.article_ids[0]
    heads = [message("coding_claim", lesson.language), *(word("variable", name, lesson.language) for name in VARIABLES)]
    rows = []
    for unit in list_units(lesson.tables, article_id)[: lesson.n_coded]:
        place = tag("span", form.tell_unit(unit), class_="soft")
        rows.append(tag("tr", tag("td", escape(unit["text"]) + " " + place) + "<td></td>" * len(VARIABLES)))
    head = tag("tr", "".join(tag("th", escape(name), scope="col") for name in heads))
    codes = []
    for name in ("source", "status"):
        labels = ", ".join(label for label, _ in list_choices(lesson.tables, article_id, name, language=lesson.language))
        codes.append(tag("p", tag("strong", escape(word("variable", name, lesson.language))) + ": " + escape(labels)))
    return (tag("h2", form.say("sheet_coding"), class_="break") + tag("p", form.say("sheet_coding_how"), class_="soft")
            + tag("table", tag("thead", head) + tag("tbody", "".join(rows)), class_="grid") + "".join(codes))  # fmt: skip
