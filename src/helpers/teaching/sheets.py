"""A lesson on paper: the sheet for the class, and the marking sheet for the teacher."""

from __future__ import annotations

from helpers.teaching._document import render_document
from helpers.teaching._exercise_keys import label_here, list_speakers
from helpers.teaching._gold_speakers import OTHER, UNNAMED
from helpers.teaching._position_choices import group_positions, is_heading, label_positions
from helpers.teaching.agreement import VARIABLES
from helpers.teaching.coding import find_recut, gold_codes, list_choices
from helpers.teaching.exercises import reveal_answer
from helpers.teaching.exercises_view import mark_span
from helpers.teaching.forms import Form
from helpers.teaching.lessons import Lesson, list_coded, tell_number
from helpers.teaching.numbered import render_lines
from helpers.teaching.workbooks import ARTICLES
from helpers.views import message, word
from helpers.views.html import escape, tag
from helpers.views.messages import tell_notice


def render_sheet(lesson: Lesson) -> str:
    """Render the sheet for the class: content note, articles with line numbers, questions; no answer is on it.

    Parameters
    ----------
    lesson : Lesson
    """
    form = Form(lesson)
    blanks = "".join(tag("span", form.say(key), class_="blank") for key in ("coding_name", "sheet_date"))
    body = [*render_head(form), tag("div", blanks, class_="head"), render_articles(form),
            tag("div", form.render_steps(_render_coding(form)), class_="break")]  # fmt: skip
    title = f"{lesson.title} – {message('sheet_title', lesson.language)}"
    return render_document(title, "".join(body), language=lesson.language)


def render_marking_sheet(lesson: Lesson) -> str:
    """Render the marking sheet: every answer with its reason, by the rule and the gold."""
    form = Form(lesson)
    title = message("marking_title", lesson.language)
    body = [tag("h1", escape(f"{lesson.number}. {lesson.title} – {title}")),
            tag("p", form.say("marking_read"), class_="soft")]  # fmt: skip
    body += [_render_answer(form, exercise_id) for exercise_id in lesson.exercise_ids]
    body.append(_render_coding_key(form))
    return render_document(f"{lesson.title} – {title}", "".join(body), language=lesson.language)


def render_head(form: Form) -> list[str]:
    """Render what stands at the head of a lesson's page: title, audience, content note."""
    lesson = form.lesson
    note = tag("strong", form.say("lesson_note")) + " " + escape(lesson.note)
    for_whom = f"{escape(lesson.audience)} · {form.say('lesson_minutes', minutes=lesson.minutes)}"
    return [tag("h1", escape(f"{lesson.number}. {lesson.title}")),
            tag("p", for_whom, class_="soft"), tag("p", note, class_="care")]  # fmt: skip


def render_articles(form: Form) -> str:
    """Render what leads up to the articles, and these with their lines numbered, each with where it is from."""
    articles = form.lesson.tables["articles"].set_index("article_id")
    parts = [tag("div", form.render_lead(ARTICLES), class_="before")]
    for number, article_id in enumerate(form.handed_out):
        row = articles.loc[article_id]
        report = form.tell_report(article_id) or message("sheet_article", form.lesson.language)
        notice = tell_notice(str(row["notice"]), form.lesson.language)
        origin = f"{row['publisher']}, {str(row['published_on'])[:10]} · {row['licence']} · {notice}"
        parts += [tag("h2", escape(report), class_="break" if number else None),
                  render_lines(form.lines[article_id]), tag("p", escape(origin), class_="soft")]  # fmt: skip
    return "".join(parts)


def _render_answer(form: Form, exercise_id: str) -> str:
    exercise, place = form.exercises[exercise_id], form.tell_place(exercise_id)
    place = tag("span", f" · {place}", class_="soft") if place else ""
    title = escape(tell_number(form.lesson, exercise_id)) + place
    told = "".join(tag("p", escape(sentence)) for sentence in reveal_answer(exercise).sentences)
    about = form.ask(exercise)
    if exercise.kind == "mark":
        about.append(tag("p", escape(exercise.text), class_="said"))
    if exercise.kind == "sort":
        said = (mark_span(item, *span) for item, span in zip(exercise.items, exercise.spans, strict=True))
        about.append(tag("ol", "".join(tag("li", one, class_="said") for one in said)))
    return tag("section", tag("h3", title) + "".join(about) + tag("div", told, class_="answer"), class_="ex")


def _render_coding(form: Form) -> str:
    """Render the claims to be coded as a table to fill in, with the codes below it."""
    lesson = form.lesson
    article_id = lesson.article_ids[0]
    heads = [message("coding_claim", lesson.language), *(word("variable", name, lesson.language) for name in VARIABLES)]
    speakers = list_speakers(lesson.tables, lesson.gold, article_id) | {UNNAMED, OTHER}
    rows = []
    for unit in list_coded(lesson):
        place = tag("span", form.tell_unit(unit), class_="soft")
        rows.append(tag("tr", tag("td", form.quote_unit(unit) + " " + place) + "<td></td>" * len(VARIABLES)))
    head = tag("tr", "".join(tag("th", escape(name), scope="col") for name in heads))
    codes = []
    for name in ("source", "status"):
        choices = list_choices(lesson.tables, article_id, name, language=lesson.language)
        labels = ", ".join(label for label, code in choices if name != "source" or code in speakers)
        codes.append(tag("p", tag("strong", escape(word("variable", name, lesson.language))) + ": " + escape(labels)))
    grid = tag("table", tag("thead", head) + tag("tbody", "".join(rows)), class_="grid")
    codes.append(_render_positions(form, article_id))
    how = f"{form.say('sheet_coding_how')} {form.say('coding_several')}"
    return tag("p", how, class_="soft") + grid + tag("div", "".join(codes), class_="codes")


def _render_coding_key(form: Form) -> str:
    """Render the coder's codes of the claims to be coded, and the coder's words where these were cut otherwise."""
    lesson = form.lesson
    tables, article_id, language = lesson.tables, lesson.article_ids[0], lesson.language
    by_hand = {row["claim_id"]: row for row in gold_codes(tables, lesson.gold, article_id).to_dict("records")}
    recut = find_recut(tables, lesson.gold, article_id)
    heads = [message("coding_claim", language), *(word("variable", name, language) for name in VARIABLES)]
    rows = []
    for unit in list_coded(lesson):
        claim_id, cells = unit["claim_id"], []
        for name in VARIABLES:
            code = str(by_hand.get(claim_id, {}).get(name, ""))
            label = label_positions(code, language) or label_here(tables, article_id, name, code, language)
            cells.append(tag("td", escape(label) or "–"))
        place = tag("span", form.tell_unit(unit), class_="soft")
        other = tag("p", form.say("marking_recut", words=recut[claim_id]), class_="soft") if claim_id in recut else ""
        rows.append(tag("tr", tag("td", form.quote_unit(unit) + " " + place + other) + "".join(cells)))
    head = tag("thead", tag("tr", "".join(tag("th", escape(name), scope="col") for name in heads)))
    told = tag("p", form.say("marking_coding"), class_="soft")
    grid = tag("div", tag("table", head + tag("tbody", "".join(rows)), class_="grid"), class_="scroll")
    return tag("section", tag("h2", form.say("marking_coding_title")) + told + grid, class_="break")


def _render_positions(form: Form, article_id: str) -> str:
    """Render the questions that the article answers, each with the answers that there are to it below its name."""
    lesson = form.lesson
    choices = list_choices(lesson.tables, article_id, "position", language=lesson.language, gold=lesson.gold)
    answers: dict[str, list[str]] = {}
    none, *grouped = group_positions(choices, lesson.language)
    for shown, code in grouped:
        if is_heading(code):
            last = answers.setdefault(shown, [])
        else:
            last.append(shown.strip())
    items = [tag("li", tag("strong", escape(question)) + " " + escape("; ".join(labels)))
             for question, labels in answers.items()]  # fmt: skip
    head = tag("strong", form.say("sheet_positions"))
    return tag("p", head) + tag("ul", "".join([*items, tag("li", escape(none[0]))]))
