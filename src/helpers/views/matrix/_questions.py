"""Which questions of the codebook the articles answer, and whether more than one answer is held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpers.views._index import TableIndex, Tables
from helpers.views._labels import codebook_label, positions_of, question_fields
from helpers.views.html import Html, escape, page, table, tag
from helpers.views.matrix._stances import Stance, list_stances, order_positions, order_questions, order_sides
from helpers.views.messages import word


@dataclass(frozen=True, slots=True)
class Contest:
    """A question on which more than one answer is reported.

    Parameters
    ----------
    question_id : str
    question : str
        Its words.
    sides : tuple of str
        The answers that contest it, in the order of the codebook.
    n_articles : int
        Articles that report an answer.
    """

    question_id: str
    question: str
    sides: tuple[str, ...]
    n_articles: int


def list_contests(disputes: Iterable[Mapping[str, Any]], *, language: str = "en") -> list[Contest]:
    """List the contested questions, those with most answers in most articles first.

    Parameters
    ----------
    disputes : iterable of mappings
        Rows of ``disputes``; plain text rows will do.
    language : str
        Language of the labels.

    Examples
    --------
    >>> rows = [{"question_id": "q", "position_id": f"q.{side}", "article_id": "a"} for side in ("yes", "no")]
    >>> list_contests(rows)[0].sides
    ('q.yes', 'q.no')
    """
    held: dict[str, dict[str, set[str]]] = {}
    for row in disputes:
        held.setdefault(row["question_id"], {}).setdefault(row["position_id"], set()).add(row["article_id"])
    found = []
    for question_id, articles in held.items():
        remark = question_fields(question_id).get("not_checked", "")
        known = [position for position in positions_of(question_id) if position in articles]
        sides = [one for one in dict.fromkeys((*known, *articles)) if one != remark]
        if len(sides) > 1:
            labels = tuple(_name("position", side, language) for side in sides)
            found.append(Contest(question_id, _name("question", question_id, language), labels,
                                 len(set.union(*articles.values()))))  # fmt: skip
    return sorted(found, key=lambda contest: (-contest.n_articles, -len(contest.sides)))


def _name(kind: str, value: str, language: str) -> str:
    return codebook_label(kind, value, language) or word(kind, value, language)


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
        told = " ".join(index.say(key) for key in ("empty_positions", "own_questions"))
        return page(tag("p", escape(told), class_="gp-empty"), lang=language)
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
    counted = index.say("n_articles", count=len(articles)) if len(articles) > 1 else index.say("one_article")
    return [name, escape(" · ".join(held)), escape(remark), escape(counted)]
