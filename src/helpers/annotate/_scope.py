"""Whether an article is one that the codebook asks about: its scope words decide."""

from __future__ import annotations

from functools import lru_cache

from helpers.resources.codebook import Codebook
from helpers.text.words import PhraseIndex, Words


def in_scope(words: Words, language: str, codebook: Codebook) -> bool:
    """Tell whether a text names a word of the codebook's scope; a codebook without scope covers every text."""
    if not codebook.rows("scope"):
        return True
    return next(_scope_words(codebook, language).find(words), None) is not None


@lru_cache(maxsize=16)
def _scope_words(codebook: Codebook, language: str) -> PhraseIndex[bool]:
    rows = (row for row in codebook.rows("scope") if row["language"] in (language, ""))
    return PhraseIndex.build((form, True) for row in rows for form in row.words("forms"))
