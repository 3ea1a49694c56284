"""What is not known: what no account answers, what only one side says, what the newsroom could not check."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.views._index import Row, TableIndex, Tables
from helpers.views._labels import questions
from helpers.views.html import Html, escape, page, tag
from helpers.views.matrix._stances import Stance, list_stances, order_positions, order_questions
from helpers.views.reading._evidence import quote_sentence

MOST_LISTED = 25


def render_unknown(tables: Tables, *, language: str = "en", show_own_text: bool = False) -> Html:
    """Render the list of what the articles leave open.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.

    Examples
    --------
    >>> "without an answer" in render_unknown({})
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    stances = list_stances(index)
    answered = order_questions(stances)
    open_questions = [index.word("question", q) for q in questions() if q not in answered]
    one_sided = [_tell_one_side(index, stances, q) for q in answered if len(order_positions(stances, q)) == 1]
    unverified = [row for row in index.rows("claims").values() if row["verification"] == "unverified"]
    undated = sum(1 for event in index.rows("events").values() if not (event["earliest"] or event["latest"]))
    parts = [
        _list(index, "unanswered", [escape(words) for words in open_questions]),
        _list(index, "one_sided", [escape(words) for words in one_sided]),
        _list(index, "unverified_claims", [_quote(index, row) for row in unverified]),
        tag("p", escape(index.say("undated_events", count=undated, total=len(index.rows("events"))))),
    ]
    notices = [tag("p", escape(notice), class_="gp-notice") for notice in index.notices_of(unverified)]
    return page(*parts, *notices, lang=language)


def _tell_one_side(index: TableIndex, stances: Sequence[Stance], question_id: str) -> str:
    holders = dict.fromkeys(stance.holder for stance in stances if stance.question_id == question_id)
    position = order_positions(stances, question_id)[0]
    return f"{index.word('question', question_id)}: {index.word('position', position)} ({', '.join(holders)})"


def _quote(index: TableIndex, row: Row) -> str:
    return f"{escape(index.source_of(row))}: {quote_sentence(index, row)}"


def _list(index: TableIndex, key: str, items: Sequence[str]) -> str:
    head = tag("p", escape(index.say(f"{key}_title", count=len(items))), class_="gp-subtitle")
    if not items:
        return head + tag("p", escape(index.say("none_found")), class_="gp-note")
    listed = "".join(tag("li", item) for item in items[:MOST_LISTED])
    more = len(items) - MOST_LISTED
    rest = tag("p", escape(index.say("more_not_shown", count=more)), class_="gp-note") if more > 0 else ""
    return head + tag("ul", listed, class_="gp-list") + rest
