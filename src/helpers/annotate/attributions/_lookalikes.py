"""Forms that look like a cue verb and are none: a neuter noun, and the verb of a particle that stands elsewhere."""

from __future__ import annotations

from helpers.annotate.attributions._grammar import Form
from helpers.annotate.attributions._stretches import Stretch

SPLIT_REACH = 8


def is_split_verb(stretch: Stretch, at: int, form: Form) -> bool:
    """Tell ``stelde dat plan uit`` from ``stelde dat het plan ...``: a pointing dat, and a particle that closes."""
    if form.cue.tail or form.shape != "finite" or "verb_second" not in stretch.grammar.role("word_order"):
        return False
    that = stretch.find_role(at + 1, at + SPLIT_REACH, "complementizer")
    if that is None or not stretch.has(that, "backward") or any(stretch.kind(i) == "mark" for i in range(at, that)):
        return False
    last = next((i for i in range(that + 1, that + SPLIT_REACH) if _closes_as_particle(stretch, i)), None)
    noun = stretch.is_plain(that + 1) or stretch.key(that + 1) in stretch.grammar.forms
    if last is None or not (noun or last == that + 1):
        return False
    return all(stretch.kind(i) == "word" and not (stretch.has(i, "finite_verb") and not stretch.has(i, "determiner"))
               for i in range(that + 1, last))  # fmt: skip


def _closes_as_particle(stretch: Stretch, at: int) -> bool:
    """Tell ``uit.``, ``uit en ging`` and ``uit tot maandag`` from ``uit de kraan`` and ``op en rond``."""
    if not stretch.has(at, "particle"):
        return False
    joined = stretch.has(at + 1, "coordinator") and (
        stretch.grammar.is_verb(stretch.key(at + 2)) or stretch.has(at + 2, "definite", "pronoun_subject"))
    return stretch.kind(at + 1) == "mark" or joined or stretch.has(at + 1, "until", "contrast", "subordinator")


def is_neuter_noun(stretch: Stretch, at: int) -> bool:
    """Tell ``Het bericht dat`` from ``Het verwijt de krant fouten``: het before a noun, and no object behind it."""
    article = stretch.has(at - 1, "impersonal") and stretch.has(at - 1, "determiner")
    noun = stretch.key(at) in stretch.grammar.nouns
    clause = stretch.has(at + 1, "complementizer")
    return article and noun and (clause or not stretch.has(at + 1, "determiner", "pronoun_object"))
