"""An article in numbered lines, so that a class can speak about it, and where in them a sentence stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from helpers.model import CodingError
from helpers.teaching.gold import Tables, rebuild_texts
from helpers.views import message
from helpers.views.html import escape, tag

WIDTH, TITLE_WIDTH = 78, 62


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number, where it begins in the article, its words, and the part of the article it is of."""

    number: int
    start: int
    text: str
    part: str
    is_first: bool


def number_lines(tables: Tables, article_id: str, *, width: int = WIDTH) -> list[Line]:
    """Break an article into numbered lines.

    Raises
    ------
    CodingError
        If the article is not here, or its rights do not allow that it is handed out.
    """
    articles = tables["articles"]
    rights = set(articles.loc[articles["article_id"] == article_id, "text_rights"])
    if rights != {"full"}:
        raise CodingError(message("sheet_rights", article=article_id))
    text = rebuild_texts(tables)[article_id]
    sentences = tables["sentences"]
    here = sentences[sentences["article_id"] == article_id]
    lines: list[Line] = []
    for _, rows in here.sort_values("start_char").groupby("paragraph", sort=True):
        begin, end, part = int(rows["start_char"].min()), int(rows["end_char"].max()), str(rows["part"].iloc[0])
        room = TITLE_WIDTH if part == "title" else width
        for number, (start, words) in enumerate(break_lines(text[begin:end], room)):
            lines.append(Line(len(lines) + 1, begin + start, words, part, number == 0))
    return lines


def break_lines(text: str, width: int) -> list[tuple[int, str]]:
    """Break a text at its spaces; each line with where it begins.

    Examples
    --------
    >>> break_lines("the crossing at Kozinka", 12)
    [(0, 'the crossing'), (13, 'at Kozinka')]
    """
    lines: list[tuple[int, str]] = []
    start = end = 0
    for word in re.finditer(r"\S+", text):
        if end > start and word.end() - start > width:
            lines.append((start, text[start:end]))
            start = word.start()
        end = word.end()
    return [*lines, (start, text[start:end])] if end > start else lines


def find_lines(lines: list[Line], start: int, end: int) -> tuple[int, int]:
    """Find the numbers of the first and the last line of a span."""
    starts = [line.start for line in lines]
    return bisect_right(starts, start), max(bisect_right(starts, start), bisect_right(starts, end - 1))


def render_lines(lines: list[Line]) -> str:
    """Render the numbered lines."""
    rows = []
    for line in lines:
        kind = line.part if line.part in ("title", "heading") else "text"
        number = tag("span", str(line.number), class_="n", aria_hidden="true")
        rows.append(tag("div", number + tag("span", escape(line.text)),
                        class_=f"row {kind}{' first' if line.is_first else ''}"))  # fmt: skip
    return tag("div", "\n".join(rows), class_="article")
