"""What a noun in front of its verb means: ``De beschuldiging dat X, ontkent de minister``."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._clauses import longest
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._fronted import NOUN_REACH, find_fronted, is_said
from helpers.annotate.attributions._make_candidates import make_candidate
from helpers.annotate.attributions._stretches import Stretch


def propose_fronted(stretch: Stretch, frame: Frame) -> Iterator[Candidate]:
    """Yield what a noun in front of a verb means, as that which the subject behind the verb judges."""
    whole = find_fronted(stretch, frame) if frame.side == "right" else None
    if whole is None or frame.subject is None or not {"np", "as", "that"} & frame.form.cue.frames:
        return
    if "as" in frame.form.cue.frames:
        second = next((i for i in range(frame.subject[1], len(stretch)) if stretch.kind(i) == "mark"), len(stretch))
        if second > frame.subject[1]:
            yield make_candidate(frame, "calls_it", 0.86, longest(stretch, (whole, (frame.subject[1], second))))
        return
    back = _points(stretch, whole)
    rule = "points_back" if back else "object_in_front"
    yield make_candidate(frame, rule, 0.88, longest(stretch, (whole,)), points_back=back)


def _points(stretch: Stretch, whole: Range) -> bool:
    """Tell ``Dat gerucht`` from ``De kritiek op het plan``, which says itself what it is about."""
    lo, hi = whole
    return stretch.has(lo, "determiner") and hi - lo <= NOUN_REACH and is_said(stretch, hi - 1)
