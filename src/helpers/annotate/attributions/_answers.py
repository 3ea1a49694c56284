"""Yes and no: to the question in front (``Asked whether X, Y said no``), or to what was said before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._clauses import longest, sentence_start
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._make_candidates import make_candidate
from helpers.annotate.attributions._stretches import Stretch

OPENING = 5
FAR = 6


def propose_answer(stretch: Stretch, frame: Frame) -> Iterator[Candidate]:
    """Read a fixed phrase that contradicts or doubts what was said before; a quotation behind a colon is its own."""
    asked = _find_question(stretch, frame)
    if asked and (frame.subject is not None or frame.shared):
        opening = range(sentence_start(stretch, asked[0][0] - 1), asked[0][0])
        found = make_candidate(frame, "question_in_front", 0.9, asked)
        yield replace(found, tail=(*opening, *found.tail))
        return
    if "asked" in frame.form.cue.frames:
        return  # said no, and nobody asked
    last = max((frame.at, *frame.tail))
    ends = stretch.kind(last + 1) == "mark" or stretch.has(last + 1, "coordinator", "contrast")
    if "closes" in frame.form.cue.frames and (not ends or last > frame.at + FAR):
        return  # said so much that; said she had no thought of doing so
    colon = next((i for i in range(frame.at, len(stretch)) if stretch.key(i) == ":"), None)
    quoted = colon is not None and stretch.kind(colon + 1) == "quote"
    if (frame.subject is not None or frame.shared) and not quoted:
        yield make_candidate(frame, "points_back", 0.84, (), points_back=True)


def read_polar(stretch: Stretch, frame: Frame, after: int) -> Candidate | None:
    """Read ``denkt van wel`` and ``zegt van niet``: yes or no to what was said before."""
    polar = stretch.has(after, "polar_preposition") and stretch.has(after + 1, "polar_word")
    plain = frame.form.cue.stance == "asserts" and bool({"that", "quote"} & frame.form.cue.frames)
    closed = stretch.kind(after + 2) == "mark" or stretch.has(after + 2, "contrast", "coordinator")
    if not (polar and plain and closed and frame.subject):
        return None
    found = make_candidate(frame, "points_back", 0.86, (), points_back=True)
    return replace(found, stance="denies") if stretch.has(after + 1, "negation") else found


def _find_question(stretch: Stretch, frame: Frame) -> tuple[Range, ...]:
    """Return what was asked in front of an answer, empty where nothing was.

    Parameters
    ----------
    stretch : Stretch
    frame : Frame
        Of the verb that answers yes or no.
    """
    first = min(frame.pivot, frame.subject[0]) if frame.subject else frame.pivot
    comma = first - 1
    if stretch.key(comma) != ",":
        return ()
    lo = sentence_start(stretch, comma)
    if stretch.has(lo, "finite_verb"):
        return ()
    whether = stretch.find_role(lo, min(lo + OPENING, comma), "interrogative_content")
    return longest(stretch, ((whether + 1, comma),)) if whether is not None and whether > lo else ()
