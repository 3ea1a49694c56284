"""A noun for what was said that stands in front of its verb: ``De beschuldiging dat X, ontkent de minister``."""

from __future__ import annotations

from helpers.annotate.attributions._candidates import Range
from helpers.annotate.attributions._clauses import sentence_start
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._stretches import Stretch

NOUN_REACH = 3


def find_fronted(stretch: Stretch, frame: Frame) -> Range | None:
    """Return the noun phrase in front of a verb that judges it, None where it may be the subject (Dutch order)."""
    judges = frame.form.cue.stance != "asserts" or "as" in frame.form.cue.frames
    if not judges or frame.passive or "verb_second" not in stretch.grammar.role("word_order"):
        return None
    lo, hi = sentence_start(stretch, frame.pivot), frame.pivot
    while stretch.has(lo, "coordinator", "contrast", "focus"):
        lo += 1
    comma = stretch.key(hi - 1) == ","
    hi -= comma
    noun = next((i for i in range(lo, min(lo + NOUN_REACH, hi)) if is_said(stretch, i)), None)
    if noun is None or any(stretch.kind(i) != "word" for i in range(lo, noun)):
        return None
    clause = stretch.has(noun + 1, "complementizer", "interrogative_content") and noun + 1 < hi
    if comma != clause or not (clause or stretch.has(noun, "mute_noun")):
        return None
    return None if not clause and stretch.find_role(noun + 1, hi, "finite_verb", "relative") else (lo, hi)


def is_said(stretch: Stretch, at: int) -> bool:
    return stretch.key(at) in stretch.grammar.nouns or stretch.has(at, "pointing_noun", "mute_noun")


def speaks_behind(stretch: Stretch, frame: Frame, right: Range) -> bool:
    """Tell whether the phrase behind the verb, and not the noun in front of it, is who denies, confirms or names."""
    if find_fronted(stretch, frame) is None or any(is_said(stretch, i) for i in range(*right)):
        return False
    named = any(stretch.is_capital(i) for i in range(*right))
    person = stretch.has(right[0], "definite") or stretch.is_plain(right[0])
    return named or (person and frame.form.cue.stance != "confirms")
