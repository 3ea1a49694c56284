"""Where the object of a cue verb ends: at what the speaker does next, what is said of it, or what it is called."""

from __future__ import annotations

from helpers.annotate.attributions._clauses import clause_end
from helpers.annotate.attributions._contents import limit_content
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._second_verbs import is_finite_cue
from helpers.annotate.attributions._stretches import Stretch


def end_of_object(stretch: Stretch, frame: Frame, first: int) -> int:
    """Return where the object that begins at an item ends."""
    again = frame.form.cue.tail[-1:] or (stretch.grammar.role("comparison") if "as" in frame.form.cue.frames else ())
    end = limit_content(stretch, frame, first, clause_end(stretch, first, prep=next(iter(again), "")))
    if "as" in frame.form.cue.frames:
        called = judgement_at(stretch, first)
        end = _before_relative(stretch, first, end) if called is None else min(end, called + 1)
        end = next((i for i in range(first + 2, end - 1) if _does_more(stretch, i)), end)
    else:
        end = _object_end(stretch, first, end, dismissed=frame.form.cue.stance == "denies")
    if frame.tail and frame.tail[0] > first and "through" not in frame.form.cue.frames:
        goes_on = len(frame.tail) == 1 and stretch.has(frame.tail[-1] + 1, "attaching")
        end = end if goes_on else min(end, frame.tail[0])  # maakt de arrestatie bekend van vier leden
    while end > first + 1 and frame.form.cue.stance == "denies" and stretch.has(end - 1, "degree"):
        end -= 1  # noemt het bericht pertinent onwaar
    return end - 1 if frame.negated and stretch.has(end - 1, "negation") else end


def _does_more(stretch: Stretch, at: int) -> bool:
    """Tell whether the speaker does something else behind a coordinator: called it a scandal | and left."""
    return stretch.has(at, "coordinator", "contrast") and stretch.kind(at) == "word" and (
        stretch.has(at + 1, "own_act", "finite_verb") or is_finite_cue(stretch, at + 1))


def judgement_at(stretch: Stretch, first: int) -> int | None:
    """Return the last word of what something is called that begins at an item: the plan absurd | and left."""
    for at in range(first + 1, clause_end(stretch, first)):
        if stretch.has(at, "judgement") and (stretch.kind(at + 1) == "mark" or stretch.has(at + 1, "coordinator")) \
                and not stretch.has(at + 2, "judgement"):  # fmt: skip
            return at
    return None


def _before_relative(stretch: Stretch, first: int, end: int) -> int:
    """End ``als een springplank, waar ...`` at its relative clause, but not a name that one only interrupts."""
    comma = next((i for i in range(first, end) if stretch.key(i) == "," and stretch.has(i + 1, "relative")), None)
    if comma is None or any(stretch.key(i) == "," or stretch.kind(i) == "quote" for i in range(comma + 1, end)):
        return end
    return comma


def _object_end(stretch: Stretch, first: int, end: int, *, dismissed: bool) -> int:
    """End an object before what says when, what it is dismissed as, or a comma without a relative clause or a list."""
    for at in range(first + 1, end):
        inside = stretch.has(first, "have") or stretch.has(at - 1, "relative")  # having been there within an hour
        inside = inside or stretch.find_role(at, end, "infinitive_mark") is not None  # al sinds mei de weg te sperren
        if (stretch.has(at, "adjunct_preposition") and not inside) or (dismissed and stretch.has(at, "comparison")):
            return at
        goes_on = stretch.has(at + 1, "relative", "determiner", "coordinator") or stretch.kind(at + 1) != "word"
        if stretch.key(at) == "," and not (goes_on or stretch.is_capital(at + 1)) and stretch.kind(at - 1) == "word":
            return at if not any(stretch.has(i, "relative") for i in range(first, at)) else end
    return end
