"""Turn a cue verb in its clause, with a content, into a candidate: its cue, and what a negation makes of its stance."""

from __future__ import annotations

from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._frames import Frame
from helpers.model.annotations import Certainty, Stance


def make_candidate(frame: Frame, rule: str, score: float, content: tuple[Range, ...], **more: bool) -> Candidate:
    cue = frame.form.cue
    stance, certainty = _negate(frame) if frame.negated else (cue.stance, cue.certainty)
    return Candidate(
        rule, score + 0.01 * len(cue.tail), content, frame.subject, _cue_of(frame), cue, stance, certainty,
        tail=frame.tail, shares_subject=frame.shared, hearsay=frame.hearsay, **more,
    )  # fmt: skip


def _cue_of(frame: Frame) -> Range:
    """Return the word that announces: the verb, or where that is an auxiliary the last of its fixed words."""
    if not frame.tail or "cue_tail" not in frame.form.cue.frames:
        return frame.at, frame.at + 1
    particle = "cue_before_particle" in frame.form.cue.frames  # not rule | out
    at = frame.tail[-2] if particle else frame.tail[-1]
    return at, at + 1


def _negate(frame: Frame) -> tuple[Stance, Certainty]:
    """Turn a negated cue: who does not deny leaves it open, who does not believe or confirm it questions it."""
    stance = frame.form.cue.stance
    if frame.refused:
        return "questions", "certain"
    if stance == "denies":
        return "asserts", "possible"
    if "belief" in frame.form.cue.frames:
        return "questions", "certain"
    return stance, frame.form.cue.certainty
