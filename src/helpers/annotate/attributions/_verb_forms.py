"""Whether a word can be a finite verb: a frequent one, or one by its ending. The one place where that is decided."""

from __future__ import annotations

from helpers.annotate.attributions._stretches import Stretch


def ends_like_verb(stretch: Stretch, at: int) -> bool:
    """Tell whether a plain word in small letters ends as most finite verbs of the language do."""
    ending = stretch.grammar.verb_ending
    plain = ending is not None and stretch.is_plain(at) and not stretch.is_capital(at)
    return plain and ending is not None and ending.fullmatch(stretch.key(at)) is not None


def may_be_verb(stretch: Stretch, at: int) -> bool:
    """Tell whether a word is a frequent verb, or ends like one where a noun or an adjective cannot stand."""
    if stretch.has(at, "finite_verb"):
        return not stretch.has(at, "determiner")
    nominal = stretch.has(at - 1, "determiner", "preposition", "adverb") and not stretch.is_capital(at - 1)
    return not nominal and ends_like_verb(stretch, at)
