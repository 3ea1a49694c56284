"""A second verb behind ``and``: whether it shares the clause before it or begins a clause of somebody else."""

from __future__ import annotations

from helpers.annotate.attributions._stretches import Stretch


def is_finite_cue(stretch: Stretch, at: int) -> bool:
    """Tell whether a word may be the finite form of a cue verb."""
    return any(form.shape == "finite" for form in stretch.grammar.forms.get(stretch.key(at), ()))


def is_whole_cue(stretch: Stretch, at: int, end: int) -> bool:
    """Tell whether a cue verb stands at an item with all its fixed words before `end`: ``is`` alone is none."""
    words = {stretch.key(i) for i in range(at, end)}
    forms = stretch.grammar.forms.get(stretch.key(at), ())
    return any(form.shape == "finite" and words.issuperset(form.cue.tail) for form in forms)


def opens_main_verb(stretch: Stretch, at: int) -> bool:
    """Tell the finite verb of a clause from a word such as ``zijn`` before a noun and from ``people briefed on it``."""
    if stretch.has(at, "determiner") or stretch.has(at - 1, "determiner"):
        return False
    shapes = {form.shape for form in stretch.grammar.forms.get(stretch.key(at), ())}
    reduced = "participle" in shapes and stretch.has(at + 1, "preposition")
    return stretch.has(at, "finite_verb") or ("finite" in shapes and not reduced)


def shares_clause(stretch: Stretch, at: int, joint: int) -> bool:
    """Tell ``said rebels crossed the river and seized the mill`` from ``said it was late and walked out`` (English).

    In Dutch the verb of a reported clause stands at its end, so that ``en`` and a verb begin the next main clause.
    """
    second = joint + 1
    if "subject_first" not in stretch.grammar.role("word_order") or not stretch.has(joint, "coordinator"):
        return False
    if is_finite_cue(stretch, second) or stretch.has(second, "own_act"):
        return False
    modal = stretch.find_role(at, joint, "modal") is not None  # said she would stay and took her seat
    return not modal or stretch.has(second, "modal", "be", "have")
