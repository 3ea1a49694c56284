"""Which questions of the codebook the articles answer, and whether more than one answer is held."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.views._index import TableIndex, Tables
from helpers.views.html import Html, escape, page, table, tag
from helpers.views.matrix._stances import Stance, list_stances, order_positions, order_questions, order_sides


def render_questions(tables: Tables, *, language: str = "en") -> Html:
    """Render the questions that are answered, the most contested first, with the positions that are held on each.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.

    Examples
    --------
    >>> "No claim answers" in render_questions({})
    True
    """
    index = TableIndex(tables, language)
    stances = list_stances(index)
    if not stances:
        return page(tag("p", escape(index.say("empty_positions")), class_="gp-empty"), lang=language)
    asked = sorted(order_questions(stances), key=lambda question: -len(order_sides(stances, question)))
    headings = [escape(index.say(f"col_{key}")) for key in ("question", "positions", "contested", "articles")]
    rows = [_cells(index, stances, question) for question in asked]
    return page(table(headings, rows, caption=index.say("caption_questions"), row_heads=True), lang=language)


def _cells(index: TableIndex, stances: Sequence[Stance], question_id: str) -> list[str]:
    held = [index.word("position", position) for position in order_positions(stances, question_id)]
    count = len(order_sides(stances, question_id))
    remark = index.say("contested", count=count) if count > 1 else index.say("one_position")
    articles = {stance.claim["article_id"] for stance in stances if stance.question_id == question_id}
    name = f"{escape(index.word('question', question_id))} {tag('code', escape(question_id))}"
    return [name, escape(" · ".join(held)), escape(remark), escape(index.say("n_articles", count=len(articles)))]
