"""Who holds which position on which question, each with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.views._index import Row, TableIndex
from helpers.views._labels import positions_of, question_fields, questions, units_of
from helpers.views.reading._layers import tell_range


@dataclass(frozen=True, slots=True)
class Stance:
    """One claim that takes a position.

    Parameters
    ----------
    dispute : dict
        Its row of ``disputes``.
    claim : dict
        The claim that takes it.
    holder : str
        Who states it: an actor, the words of the text, or the newsroom.
    """

    dispute: Row
    claim: Row
    holder: str

    @property
    def question_id(self) -> str:
        """The question that it answers."""
        return str(self.dispute["question_id"])

    @property
    def position_id(self) -> str:
        """The answer that it gives."""
        return str(self.dispute["position_id"])


def list_stances(index: TableIndex) -> list[Stance]:
    """List every stance whose claim is in the tables, in the order of the tables."""
    found = []
    for dispute in index.rows("disputes").values():
        claim = index.find("claims", dispute["claim_id"])
        if claim is not None:
            found.append(Stance(dispute, claim, _name_holder(index, dispute, claim)))
    return found


def _name_holder(index: TableIndex, dispute: Row, claim: Row) -> str:
    """Name who holds a position; what the newsroom tells in its own words is no side of the newsroom's."""
    if claim["voice"] != "newsroom":
        return index.name_of("actors", dispute["actor_id"]) or index.holder_of(claim)
    publisher = index.article_of(claim)["publisher"]
    return index.say("in_words_of", publisher=publisher) if publisher else index.say("in_words_of_newsroom")


def rank_holder(stances: Sequence[Stance], holder: str) -> tuple[bool, int, str]:
    """Return what holders are sorted by: sources first, those who answer most questions, then by name."""
    own = [stance for stance in stances if stance.holder == holder]
    is_told = all(stance.claim["voice"] == "newsroom" for stance in own)
    return is_told, -len({stance.question_id for stance in own}), holder


def order_questions(stances: Sequence[Stance]) -> list[str]:
    """List the questions that are answered, in the order of the codebook, then as they come."""
    answered = list(dict.fromkeys(stance.question_id for stance in stances))
    known = [question for question in questions() if question in answered]
    return [*known, *(question for question in answered if question not in known)]


def order_positions(stances: Sequence[Stance], question_id: str) -> list[str]:
    """List the positions that are held on a question, in the order of the codebook, then as they come."""
    held = list(dict.fromkeys(stance.position_id for stance in stances if stance.question_id == question_id))
    known = [position for position in positions_of(question_id) if position in held]
    return [*known, *(position for position in held if position not in known)]


def order_sides(stances: Sequence[Stance], question_id: str) -> list[str]:
    """List the positions that contest a question: that a newsroom could not check an answer is no answer."""
    remark = question_fields(question_id).get("not_checked", "")
    sides = [position for position in order_positions(stances, question_id) if position != remark]
    return sides or order_positions(stances, question_id)


def tell_position(index: TableIndex, stance: Stance) -> str:
    """Say what a stance answers: its position, and for a numeric question the figures that its claim gives."""
    label = index.word("position", stance.position_id)
    if question_fields(stance.question_id)["kind"] != "numeric":
        return label
    units = units_of(stance.position_id)
    figures = [tell_range(index, row) + " " + index.word("unit", row["unit"])
               for row in index.rows("quantities").values()
               if row["claim_id"] == stance.claim["claim_id"] and (row["unit"] in units or not units)]  # fmt: skip
    return f"{label}: {', '.join(figures)}" if figures else label
