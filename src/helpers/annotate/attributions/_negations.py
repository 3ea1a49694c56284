"""Whether a cue is negated, and not what it says."""

from __future__ import annotations

from helpers.annotate.attributions._phrases import is_place
from helpers.annotate.attributions._stretches import Stretch

NEGATION_REACH = 4
INFINITIVE_REACH = 30
OBJECT_REACH = 5


def is_negated(stretch: Stretch, at: int, tail: tuple[int, ...]) -> bool:
    """Tell whether a finite cue is negated: before it, or in Dutch order close behind it or before its particle."""
    places = [at - 1, tail[0] - 1] if tail else [at - 1]
    if "verb_second" in stretch.grammar.role("word_order"):
        for i in range(at + 1, at + NEGATION_REACH):
            if _is_object_before_negation(stretch, i):
                continue
            if stretch.kind(i) != "word" or stretch.has(i, "complementizer", "question_word"):
                break
            if stretch.has(i + 1, "infinitive_mark") or (tail and i > tail[-1]) or _negates_infinitive(stretch, i):
                break  # zegt niet te weten: the content is negated
            if stretch.has(i, "polar_preposition") and stretch.has(i + 1, "polar_word"):
                break  # zegt van niet
            places.append(i)
    return any(stretch.has(i, "negation") and not stretch.has(i, "determiner") and i not in tail for i in places)


def _negates_infinitive(stretch: Stretch, at: int) -> bool:
    """Tell ``beweert nooit een brief te hebben gezien``: an infinitive, and no clause, follows a negation."""
    if not stretch.has(at, "negation"):
        return False
    for i in range(at + 1, min(len(stretch), at + INFINITIVE_REACH)):
        if stretch.kind(i) == "mark" or stretch.has(i, "complementizer"):
            return False
        if stretch.has(i, "infinitive_mark") and not is_place(stretch, i):
            return True
    return False


def _is_object_before_negation(stretch: Stretch, at: int) -> bool:
    """Tell ``bevestigt dat niet.`` from ``bevestigt dat niet iedereen ...``: nothing follows but the negation."""
    if not stretch.has(at, "backward"):
        return False
    limit = min(len(stretch), at + OBJECT_REACH)
    end = next((i for i in range(at + 1, limit) if stretch.kind(i) != "word"
                or stretch.has(i, "contrast", "coordinator")), len(stretch))  # fmt: skip
    verb = any(stretch.is_capital(i) or stretch.has(i, "finite_verb") for i in range(at + 1, end))
    return at + 1 < end < at + OBJECT_REACH and stretch.has(end - 1, "negation") and not verb
