"""Whether the clause of a trigger says no: ``er vielen geen doden`` is no row of what happened."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from helpers.model.annotations import Polarity
from helpers.resources.lexicons import Lexicon
from helpers.text.words import Words

_NEGATING = ("after", "both", "before")


@dataclass(frozen=True, slots=True)
class Negations:
    """The words that say no, and the phrases in which they do not."""

    words: frozenset[str]
    pseudo: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=16)
def negations_of(lexicon: Lexicon) -> Negations:
    """Return the negations of a lexicon."""
    rows = lexicon.rows("negation")
    return Negations(
        frozenset(row.key for row in rows if row["scope"] in _NEGATING),
        tuple(tuple(row.key.split()) for row in rows if row["scope"] == "pseudo"),
    )


def polarity_of(words: Words, clause: range, negations: Negations) -> Polarity:
    """Return negative where a word of the clause says no.

    Examples
    --------
    >>> from helpers.text.words import find_words
    >>> words = find_words("Er vielen geen doden.")
    >>> polarity_of(words, range(4), Negations(frozenset({"geen"}), ()))
    'negative'
    """
    for at in clause:
        if words.keys[at] in negations.words and not _is_pseudo(words, at, negations):
            return "negative"
    return "positive"


def _is_pseudo(words: Words, at: int, negations: Negations) -> bool:
    return any(words.keys[at : at + len(phrase)] == phrase for phrase in negations.pseudo)
