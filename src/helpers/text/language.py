"""Recognise the language of an article whose card does not state it."""

from __future__ import annotations

from functools import cache
from typing import Any

MIN_LETTERS = 40
MIN_PROBABILITY = 0.8
NO_LANGUAGE = "zxx"  # what ISO 639 calls text without language


def find_language(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, empty where it is too short or doubtful.

    The library py3langid decides; it is imported at its first use, so that nobody waits for it who states the language.

    Examples
    --------
    >>> find_language("De burgemeester zegt dat de brug over de rivier nog een week dicht blijft.")
    'nl'
    >>> find_language("12:30")
    ''
    """
    if sum(map(str.isalpha, text)) < MIN_LETTERS:
        return ""
    language, probability = _read_identifier().classify(text)
    return str(language) if probability >= MIN_PROBABILITY and language != NO_LANGUAGE else ""


@cache
def _read_identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # slow to import and seldom needed

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
