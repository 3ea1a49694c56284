"""What a workbook draws, as tables that stand still, each row with its lines: for paper and the page of exercises."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from helpers.teaching._word_uses import NAMED, group_word_uses, list_word_uses
from helpers.teaching.lessons import Lesson
from helpers.views._index import Row, TableIndex
from helpers.views.html import escape, tag
from helpers.views.matrix._coverage import list_articles
from helpers.views.matrix._ranges import list_tallies
from helpers.views.matrix._stances import Stance, list_stances, order_positions
from helpers.views.reading._layers import tell_range

QUESTIONS = ("losses", "end", "kyiv_role")
"""Which contested questions are compared."""

Place = Callable[[Row], str]
"""Says in which report and which line a row stands, as plain text."""


def render_word_table(lesson: Lesson, place: Place) -> str:
    """Render who calls the raiders and the raid by which word, and how often."""
    index = TableIndex(lesson.tables, lesson.language)
    parts = []
    for referent in NAMED:
        said = group_word_uses(list_word_uses(lesson, [referent]))
        rows = [[speaker, escape(", ".join(f"{word} ({len(found)})" for word, found in words))]
                for speaker, words in said]  # fmt: skip
        caption = index.say("caption_wordings", referent=index.word("referent", referent))
        parts.append(_table(caption, [index.say("col_source"), index.say("col_words")], rows))
    return tag("div", "".join(parts), class_="pair")


def render_figure_table(lesson: Lesson, place: Place) -> str:
    """Render who gives which figure of the losses in which report, each with its status and its line."""
    index = TableIndex(lesson.tables, lesson.language)
    rows = [
        [tally.speaker, escape("; ".join(f"{tell_range(index, row)}, {index.word('status', status)} ({place(row)})"
                                         for row, status in zip(tally.rows, tally.statuses, strict=True)))]
        for tally in list_tallies(index, "", QUESTIONS[0])
    ]  # fmt: skip
    caption = index.word("question", QUESTIONS[0])
    return _table(caption, [index.say("col_source"), index.say("sheet_figures")], rows)


def render_coverage_table(lesson: Lesson, place: Place) -> str:
    """Render which report has which position of whom, each with its status and its line, and what a report lacks."""
    index = TableIndex(lesson.tables, lesson.language)
    stances, articles = list_stances(index), list_articles(index)
    heads = [index.say("sheet_position"), *(index.say("sheet_report", letter=letter)
                                            for letter, _ in zip("ABCDEF", articles, strict=False))]  # fmt: skip
    return "".join(
        _table(index.word("question", question), heads, [
            [index.word("position", position), *(_tell_cell(index, article, _held(stances, position), place)
                                                 for article in articles)]
            for position in order_positions(stances, question)])
        for question in QUESTIONS
    )  # fmt: skip


def _held(stances: Sequence[Stance], position: str) -> list[Stance]:
    return [stance for stance in stances if stance.position_id == position]


def _tell_cell(index: TableIndex, article: Row, held: Sequence[Stance], place: Place) -> str:
    here = [stance for stance in held if stance.claim["article_id"] == article["article_id"]]
    if not here:
        return escape(index.say("silent"))
    lines = (f"{stance.holder}, {index.word('status', stance.claim['status'])} ({place(stance.claim)})"
             for stance in here)  # fmt: skip
    return "; ".join(map(escape, dict.fromkeys(lines)))


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Build a table; the first cell of a row is plain text, the others are HTML."""
    head = tag("tr", "".join(tag("th", escape(name), scope="col") for name in heads))
    body = "".join(tag("tr", tag("th", escape(first), scope="row") + "".join(tag("td", cell) for cell in cells))
                   for first, *cells in rows)  # fmt: skip
    table = tag("table", tag("caption", escape(caption)) + tag("thead", head) + tag("tbody", body))
    return tag("div", table, class_="scroll")


RENDERED = {"render_words": render_word_table, "render_quantities": render_figure_table,
            "render_coverage": render_coverage_table}  # fmt: skip
"""What a workbook shows, by its name there, and what stands for it on paper."""
