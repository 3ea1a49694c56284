"""What a rule proposes: a content, a cue, a source, and how well they fit."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.annotate.attributions._grammar import Cue
from helpers.model.annotations import Certainty, Stance

Range = tuple[int, int]
"""Items ``[first, last)`` of a stretch."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of one cue.

    `content` holds one or more ranges; where the candidate points back, what stands in if nothing is there.
    """

    rule: str
    score: float
    content: tuple[Range, ...]
    source: Range | None = None
    cue_at: Range | None = None
    cue: Cue | None = None
    stance: Stance = "asserts"
    certainty: Certainty = "certain"
    tail: tuple[int, ...] = ()
    points_back: bool = False
    shares_subject: bool = False
    hearsay: bool = False
