"""The evidence of a question, side by side: one column a position, every sentence marked."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.views._index import Row, TableIndex
from helpers.views.html import badge, escape, tag
from helpers.views.matrix._stances import Stance, order_positions, order_sides, tell_position
from helpers.views.reading._evidence import frame_row, quote_sentence


def fold_sides(index: TableIndex, stances: Sequence[Stance], question_id: str, view: str = "position") -> str:
    """Build the evidence of a question, folded; `view` begins the ids that a table's cells link to."""
    words = escape(index.say("evidence_for", question=index.word("question", question_id)))
    elsewhere = tag("span", escape(index.say("printed_elsewhere")), class_="gp-elsewhere") if view == "coverage" else ""
    summary = tag("summary", f"{words} {tell_contest(index, stances, question_id)} {elsewhere}".rstrip())
    sides = build_sides(index, stances, question_id, view)
    return tag("details", summary + sides, id=f"{view}-question-{question_id}")


def tell_contest(index: TableIndex, stances: Sequence[Stance], question_id: str) -> str:
    """Say how many answers contest a question."""
    count = len(order_sides(stances, question_id))
    remark = index.say("contested", count=count) if count > 1 else index.say("one_position")
    return tag("span", escape(remark), class_="gp-note")


def build_sides(index: TableIndex, stances: Sequence[Stance], question_id: str, view: str = "position") -> str:
    """Build one column a position, with the sentences of those who hold it."""
    sides = []
    for position in order_positions(stances, question_id):
        held = [s for s in stances if s.question_id == question_id and s.position_id == position]
        head = tag("p", escape(index.word("position", position)), class_="gp-subtitle")
        proofs = "".join(_build_proof(index, stance, view) for stance in held)
        sides.append(tag("div", head + proofs, class_="gp-side"))
    return tag("div", "".join(sides), class_="gp-sides")


def _build_proof(index: TableIndex, stance: Stance, view: str) -> str:
    status = badge(stance.claim["status"], index.word("status", stance.claim["status"]))
    figures = tell_position(index, stance).removeprefix(index.word("position", stance.position_id)).lstrip(": ")
    who = tag("p", f"{tag('b', escape(stance.holder))} {status} {escape(figures)}")
    rule = tag("span", escape(index.say("tip_rule", rule=index.rule_of(stance.dispute))), title=stance.dispute["rule"])
    where = f"{escape(index.label_article(stance.claim))} · {rule}"
    note = tag("p", where, class_="gp-note")
    inner = who + _quote(index, stance.claim) + note
    return tag("div", inner, class_="gp-proof", id=f"{view}-{stance.dispute['dispute_id']}")


def _quote(index: TableIndex, claim: Row) -> str:
    """Build the sentences of a claim; where it points back to another's, the speaker's own first, then that one."""
    frame, other = _find_frame(index, claim), index.find("claims", claim["responds_to_claim_id"])
    if frame is not None and other is not None and other["sentence_id"] == claim["sentence_id"]:
        own = tag("p", quote_sentence(index, frame_row(claim, frame)))
        return own + _build_answered(index, claim)
    said = ""
    if frame is not None:
        words = escape(index.say("said_in", speaker=index.source_of(claim)))
        said = tag("p", f"{words} {quote_sentence(index, frame_row(claim, frame))}")
    return tag("p", quote_sentence(index, claim)) + said + _build_answered(index, claim)


def _find_frame(index: TableIndex, claim: Row) -> Row | None:
    """Find the sentence in which the source says it, where that is another one than the content stands in."""
    offset = claim["cue_start_char"] if claim["cue_start_char"] is not None else claim["source_start_char"]
    frame = index.sentence_at(claim["article_id"], offset) if offset is not None else None
    return None if frame is None or frame["sentence_id"] == claim["sentence_id"] else frame


def _build_answered(index: TableIndex, claim: Row) -> str:
    """Build the claim that a denial or a confirmation answers."""
    other = index.find("claims", claim["responds_to_claim_id"])
    if other is None:
        return ""
    said = escape(index.say("answers_claim", speaker=index.source_of(other))) + " " + quote_sentence(index, other)
    return tag("p", said, class_="gp-note")
