"""What an account leaves out: the sides of a contested question that others give and it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.views._index import Row, TableIndex
from helpers.views.matrix._coverage import list_articles
from helpers.views.matrix._stances import Stance, list_stances, order_questions, order_sides


@dataclass(frozen=True, slots=True)
class Omission:
    """A contested question of which an article gives one side, or nothing.

    Parameters
    ----------
    question_id : str
    given : tuple of Stance
        How the article answers it: all on one position, or none.
    left_out : tuple of Stance
        The first report elsewhere of each position that the article does not give.
    knowable : tuple of Stance
        Those of `left_out` that were in print on an earlier day, or on the same one.
    """

    question_id: str
    given: tuple[Stance, ...]
    left_out: tuple[Stance, ...]
    knowable: tuple[Stance, ...]


def list_omissions(index: TableIndex) -> list[tuple[Row, list[Omission]]]:
    """List for each article, in order of publication, the contested questions of which it leaves sides out."""
    stances = list_stances(index)
    contested = [q for q in order_questions(stances) if len(order_sides(stances, q)) > 1]
    return [(article, [found for question in contested if (found := _omission(index, article, question, stances))])
            for article in list_articles(index)]  # fmt: skip


def count_contested(index: TableIndex) -> int:
    """Count the questions on which two positions are held."""
    stances = list_stances(index)
    return sum(len(order_sides(stances, question)) > 1 for question in order_questions(stances))


def _omission(index: TableIndex, article: Row, question_id: str, stances: Sequence[Stance]) -> Omission | None:
    counted = order_sides(stances, question_id)
    asked = [s for s in stances if s.question_id == question_id and s.position_id in counted]
    given = tuple(stance for stance in asked if stance.claim["article_id"] == article["article_id"])
    sides = {stance.position_id for stance in given}
    if len(sides) > 1:
        return None
    first: dict[str, Stance] = {}
    for stance in sorted(asked, key=lambda s: index.printing_order(s.claim)):
        if stance.position_id not in sides:
            first.setdefault(stance.position_id, stance)
    own = index.printed_on(article)
    knowable = tuple(s for s in first.values() if own and "" != index.printed_on(s.claim) <= own)
    return Omission(question_id, given, tuple(first.values()), knowable)
