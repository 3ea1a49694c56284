"""What is not known: what no account answers, what only one side says, what the newsroom could not check."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.views._index import Row, TableIndex, Tables
from helpers.views._labels import questions
from helpers.views.html import Html, escape, page, tag
from helpers.views.matrix._omissions import Omission, count_contested, list_omissions
from helpers.views.matrix._stances import Stance, list_stances, order_questions, order_sides
from helpers.views.reading._evidence import quote_sentence

MOST_LISTED = 25
MOST_OPEN = 3


def render_unknown(
    tables: Tables, *, language: str = "en", show_own_text: bool = False, max_rows: int = MOST_LISTED
) -> Html:
    """Render the list of what the articles leave open, and what each of them leaves out.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    max_rows : int
        Items of a list that are shown; how many are not is said under it.

    Examples
    --------
    >>> "for another event" in render_unknown({})
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    stances = list_stances(index)
    answered = order_questions(stances)
    open_questions = [index.word("question", q) for q in questions() if q not in answered]
    one_sided = [_tell_one_side(index, stances, q) for q in answered if len(order_sides(stances, q)) == 1]
    unverified = [row for row in index.rows("claims").values() if row["verification"] == "unverified"]
    undated = sum(1 for event in index.rows("events").values() if not (event["earliest"] or event["latest"]))
    parts = [
        _list_unanswered(index, [escape(words) for words in open_questions], max_rows, is_any_answered=bool(answered)),
        _list(index, "one_sided", [escape(words) for words in one_sided], max_rows),
        _list_omissions(index, max_rows),
        _list(index, "unverified_claims", [_quote(index, row) for row in unverified], max_rows),
        tag("p", escape(index.say("undated_events", count=undated, total=len(index.rows("events"))))),
    ]
    shown = [*unverified, *(stance.claim for stance in stances)]
    notices = [tag("p", escape(notice), class_="gp-notice") for notice in index.notices_of(shown)]
    return page(*parts, *notices, lang=language)


def _list_unanswered(index: TableIndex, asked: Sequence[str], max_rows: int, *, is_any_answered: bool) -> str:
    """List the questions that nobody answers; where that is all of them, they are of another event, and are folded."""
    if is_any_answered or not asked:
        return _list(index, "unanswered", asked, max_rows)
    words = tag("p", escape(index.say("other_event")))
    fold = tag("summary", escape(index.say("questions_listed", count=len(asked)))) + _cut(index, asked, max_rows)
    return words + tag("details", fold, class_="gp-fold")


def _tell_one_side(index: TableIndex, stances: Sequence[Stance], question_id: str) -> str:
    holders = dict.fromkeys(stance.holder for stance in stances if stance.question_id == question_id)
    position = order_sides(stances, question_id)[0]
    return f"{index.word('question', question_id)}: {index.word('position', position)} ({', '.join(holders)})"


def _quote(index: TableIndex, row: Row) -> str:
    return f"{escape(index.source_of(row))}: {quote_sentence(index, row)}"


def _list_omissions(index: TableIndex, max_rows: int) -> str:
    found = list_omissions(index)
    items = [_tell_article(index, article, omissions, max_rows) for article, omissions in found if omissions]
    note = tag("p", escape(index.say("left_out_note")), class_="gp-note") if items else ""
    return _list(index, "left_out", items, max_rows) + note


def _tell_article(index: TableIndex, article: Row, omissions: Sequence[Omission], max_rows: int) -> str:
    one_sided = [omission for omission in omissions if omission.given]
    silent = [omission for omission in omissions if not omission.given]
    words = index.say("left_out_of", article=index.label_article(article), one_sided=len(one_sided),
                      silent=len(silent), total=count_contested(index))  # fmt: skip
    sides = [_tell_sides(index, omission) for omission in one_sided]
    known = [index.word("question", o.question_id) for o in silent if o.knowable]
    later = [index.word("question", o.question_id) for o in silent if not o.knowable]
    inner = _cut(index, sides, max_rows) if sides else ""
    for key, questions_ in (("silent_on", known), ("silent_on_later", later)):
        if questions_:
            inner += tag("p", escape(index.say(key, count=len(questions_), questions=" · ".join(questions_))))
    return tag("details", tag("summary", escape(words)) + inner)


def _tell_sides(index: TableIndex, omission: Omission) -> str:
    given = index.word("position", omission.given[0].position_id)
    head = escape(index.say("gives_only", question=index.word("question", omission.question_id), position=given))
    own = "".join(tag("li", _quote(index, stance.claim)) for stance in omission.given[:1])
    return head + tag("ul", own + "".join(tag("li", _tell_missing(index, omission, s)) for s in omission.left_out),
                      class_="gp-list")  # fmt: skip


def _tell_missing(index: TableIndex, omission: Omission, stance: Stance) -> str:
    key = "leaves_out" if stance in omission.knowable else "leaves_out_later"
    words = index.say(key, position=index.word("position", stance.position_id),
                      article=index.label_article(stance.claim))  # fmt: skip
    return f"{escape(words)} {_quote(index, stance.claim)}"


def _list(index: TableIndex, key: str, items: Sequence[str], max_rows: int) -> str:
    title = escape(index.say(f"{key}_title", count=len(items)))
    head = tag("p", title, class_="gp-subtitle")
    if not items:
        return head + tag("p", escape(index.say("none_found")), class_="gp-note")
    if len(items) > MOST_OPEN:
        return tag("details", tag("summary", tag("b", title)) + _cut(index, items, max_rows), class_="gp-fold")
    return head + _cut(index, items, max_rows)


def _cut(index: TableIndex, items: Sequence[str], max_rows: int) -> str:
    listed = tag("ul", "".join(tag("li", item) for item in items[:max_rows]), class_="gp-list")
    if len(items) <= max_rows:
        return listed
    cut = index.say_cut("list_shown", "advice_max_rows", shown=max_rows, total=len(items))
    return listed + tag("p", escape(cut), class_="gp-note")
