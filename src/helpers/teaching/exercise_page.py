"""A lesson as one HTML page whose exercises answer in any browser, from disk, without a network and without us.

The page holds no readable answer: what is right, and why, stands in it disguised. That keeps it from a glance, not from
somebody who wants to break it open. Without its script the page is the paper form.
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from helpers.resources.pseudonyms import KEPT, LONGEST, SHORTEST, read_words
from helpers.teaching._document import read_part, render_document
from helpers.teaching._position_choices import group_positions
from helpers.teaching.agreement import VARIABLES
from helpers.teaching.attempts import COLUMNS as ATTEMPT_COLUMNS
from helpers.teaching.codes import COLUMNS
from helpers.teaching.coding import Unit, list_choices
from helpers.teaching.exercises import reveal_answer
from helpers.teaching.forms import Form, render_select
from helpers.teaching.lessons import Lesson, list_coded
from helpers.teaching.sheets import render_articles, render_head
from helpers.views import message, word
from helpers.views.html import escape, tag

_SAID = ("exercise_right", "exercise_wrong", "exercise_one_right", "exercise_some_right", "exercise_near",
         "exercise_empty", "write_kept", "page_saved", "page_not_saved", "page_deleted", "page_coded", "page_bad_name",
         "page_known_coder", "page_other_coder", "page_go_on", "page_begin", "page_rename", "page_stay")  # fmt: skip


def render_exercise_page(lesson: Lesson) -> str:
    """Render the page.

    Parameters
    ----------
    lesson : Lesson
    """
    form = Form(lesson)
    body = [tag("a", form.say("page_skip"), href="#exercises", class_="skip"), *render_head(form), _render_desk(form),
            render_articles(form), tag("div", form.render_steps(_render_coding(form), live=True), id="exercises"),
            _render_keeping(form)]  # fmt: skip
    body.append(_hold("settings", json.dumps(_settings(form), ensure_ascii=False).replace("<", "\\u003c")))
    body.append(_hold("key", disguise(_keys(form), lesson.lesson_id)))
    return render_document(lesson.title, "".join(body), language=lesson.language, script=read_part("lesson.js"))


def disguise(content: Any, salt: str) -> str:
    """Disguise what must not be read at a glance.

    Examples
    --------
    >>> "denied" in disguise({"answer": "denied"}, "salt")
    False
    """
    plain = json.dumps(content, ensure_ascii=False).encode("utf-8")
    mask = hashlib.sha256(salt.encode("utf-8")).digest()
    mixed = bytes(byte ^ mask[number % len(mask)] for number, byte in enumerate(plain))
    return base64.b64encode(mask + mixed).decode("ascii")


def _hold(name: str, content: str) -> str:
    """Put data into the page that no browser runs or shows."""
    return f'<script type="application/json" id="{name}">{content}</script>'


def _keys(form: Form) -> dict[str, Any]:
    say = message
    return {
        exercise_id: {
            "answer": exercise.answer, "why": exercise.why, "told": reveal_answer(exercise).sentences,
            "steps": [] if exercise.kind == "write" else [say(f"{step}.{exercise.about}", exercise.language)
                                                          for step in ("hint", "example")],
        }
        for exercise_id, exercise in form.exercises.items()
    }  # fmt: skip


def _settings(form: Form) -> dict[str, Any]:
    lesson = form.lesson
    units = list_coded(lesson)
    return {
        "lesson": lesson.lesson_id, "language": lesson.language, "words": read_words(), "kept": sorted(KEPT),
        "shortest": SHORTEST, "longest": LONGEST, "columns": COLUMNS, "attemptColumns": ATTEMPT_COLUMNS,
        "prints": {exercise_id: exercise.fingerprint for exercise_id, exercise in form.exercises.items()},
        "units": [{key: unit[key] for key in ("article_id", "sha256", "claim_id")} for unit in units],
        "variables": VARIABLES, "say": {key: _unfilled(key, lesson.language) for key in _SAID},
    }  # fmt: skip


def _unfilled(key: str, language: str) -> str:
    """Return a message with its values still to be filled in by the script."""
    return message(key, language, right="{right}", total="{total}", done="{done}", coder="{coder}", name="{name}")


def _render_desk(form: Form) -> str:
    field = '<input type="text" id="coder" autocomplete="off" spellcheck="false" maxlength="40">'
    name = tag("label", tag("span", form.say("coding_name")) + field, class_="field")
    told = tag("p", form.say("page_welcome"), class_="soft")
    state = tag("div", "", id="state", role="status", class_="soft")
    ways = "".join(tag("button", "", type="button", id=f"who-{how}") for how in ("begin", "rename", "stay"))
    who = tag("div", tag("div", "", id="who-asked", role="status") + ways, id="who", hidden="hidden")
    return (tag("section", told + name + who + state, class_="live care")
            + tag("p", form.say("page_no_script"), class_="paper soft no-print"))  # fmt: skip


def _render_coding(form: Form) -> str:
    lesson = form.lesson
    choices = {}
    for name in VARIABLES:
        given = list_choices(lesson.tables, lesson.article_ids[0], name, language=lesson.language, gold=lesson.gold)
        grouped = group_positions(given, lesson.language) if name == "position" else given
        choices[name] = [(message("coding_choose", lesson.language), ""), *grouped]
    items = "".join(_render_unit(form, number, unit, choices) for number, unit in enumerate(list_coded(lesson)))
    count = tag("div", "", id="coded", role="status", class_="live soft")
    told = tag("p", form.say("sheet_coding_how")) + tag("p", form.say("coding_several"), class_="soft")
    return told + count + items


def _render_unit(form: Form, number: int, unit: Unit, choices: dict[str, list[tuple[str, str]]]) -> str:
    place = tag("span", form.tell_unit(unit), class_="soft")
    title = tag("h3", escape(f"{message('coding_claim', form.lesson.language)} {number + 1}") + " · " + place)
    names = {name: escape(word("variable", name, form.lesson.language)) for name in VARIABLES}
    selects = "".join(render_select(choices[name], names[name], f"code-{number}-{name}") for name in VARIABLES)
    blanks = "".join(tag("span", f"{label}:", class_="blank") for label in names.values())
    said = tag("p", form.quote_unit(unit), class_="said")
    form_parts = tag("div", selects, class_="live") + tag("div", blanks, class_="head paper")
    return tag("section", title + said + form_parts, class_="ex code")


def _render_keeping(form: Form) -> str:
    named = {"download-codes": "page_codes", "download-answers": "page_answers", "print": "page_print",
             "delete": "desk_delete", "delete-sure": "coding_delete_sure"}  # fmt: skip
    shown = "".join(tag("button", form.say(key), type="button", id=name, class_="danger" if "sure" in name else None)
                    for name, key in named.items())  # fmt: skip
    told = tag("div", "", id="kept", role="status", class_="soft")
    head = tag("h2", form.say("page_keep")) + tag("p", form.say("page_keep_how"))
    return tag("section", head + shown + told, class_="live")
