"""A cue verb in its clause, as the rules hand it on."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.annotate.attributions._candidates import Range
from helpers.annotate.attributions._grammar import Form


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue verb in its clause.

    Parameters
    ----------
    at : int
        The cue.
    pivot : int
        The finite verb: the cue itself, or its auxiliary.
    start : int
        Where the smallest clause begins.
    tail : tuple of int
        The words of the particle or the fixed phrase.
    passive, negated, pointing : bool
        `pointing` where the subject's place holds ``dat`` or ``this``.
    refused : bool
        Somebody will not or cannot confirm it: ``wil niet bevestigen``.
    hearsay : bool
        The newsroom only heard that it was said: ``zou hebben gezegd``, ``is said to have told``.
    """

    form: Form
    at: int
    pivot: int
    start: int
    tail: tuple[int, ...] = ()
    passive: bool = False
    negated: bool = False
    subject: Range | None = None
    side: str = ""
    pointing: bool = False
    shared: bool = False
    hearsay: bool = False
    refused: bool = False
