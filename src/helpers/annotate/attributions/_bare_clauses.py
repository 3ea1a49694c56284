"""A reported clause without ``that``: what tells it from a noun phrase."""

from __future__ import annotations

from helpers.annotate.attributions._clauses import has_verb
from helpers.annotate.attributions._stretches import Stretch
from helpers.annotate.attributions._verb_forms import ends_like_verb


def is_clause(stretch: Stretch, lo: int, hi: int) -> bool:
    """Tell a clause from a noun phrase whose last word only looks like a verb: ``answered car horns``."""
    if stretch.kind(hi) != "mark" or stretch.kind(hi - 1) != "word":
        return has_verb(stretch, lo, hi)
    return has_verb(stretch, lo, hi - 1) or _ends_in_verb(stretch, lo, hi - 1)


def _ends_in_verb(stretch: Stretch, lo: int, last: int) -> bool:
    """Tell ``he lied`` and ``the roof leaked`` from ``the right words``: a subject, and then nothing but a verb."""
    verb = stretch.grammar.is_verb(stretch.key(last)) or ends_like_verb(stretch, last)
    if not verb or stretch.is_capital(last) or stretch.has(last, "behind_noun", "determiner"):
        return False
    pronoun = last == lo + 1 and stretch.has(lo, "pronoun_subject") and not stretch.has(lo, "determiner")
    if pronoun or stretch.is_capital(last - 1):
        return True
    if stretch.key(last).endswith("s"):
        return False
    opens = stretch.has(lo, "determiner") or stretch.items[lo].text[0].isdigit()
    return stretch.key(last - 1).endswith("s") or (opens and last - lo > 1)
