"""Cut a stretch of text into words and marks, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from helpers.model import Span
from helpers.text.cuts import cut_text

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*(?:-\w+)?|[^\W_]+(?:['’‘&-][^\W_]+)*|[^\w\s]|_")
_APOSTROPHES = str.maketrans("’‘", "''")


class Token(NamedTuple):
    """A word, a number or a mark.

    Parameters
    ----------
    start, end : int
    text : str
        As it stands.
    key : str
        In lower case, with straight apostrophes: what a lexicon is asked for.
    is_word : bool
        False for marks.
    """

    start: int
    end: int
    text: str
    key: str
    is_word: bool


def find_tokens(text: str, span: Span) -> tuple[Token, ...]:
    """Find the words and marks that begin inside a stretch.

    Examples
    --------
    >>> text = "Zo’n 2.500 foto's, zei hij."
    >>> [token.key for token in find_tokens(text, Span(0, len(text)))]
    ["zo'n", '2.500', "foto's", ',', 'zei', 'hij', '.']
    """
    tokens, starts = _all_tokens(text)
    return tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


@lru_cache(maxsize=8)
def _all_tokens(text: str) -> tuple[tuple[Token, ...], tuple[int, ...]]:
    words, starts, ends = cut_text(_TOKEN, text)
    return tuple(map(_read, starts, ends, words)), tuple(starts)


def _read(start: int, end: int, word: str) -> Token:
    if word.isalnum():
        return Token(start, end, word, word.lower(), True)
    return Token(start, end, word, word.lower().translate(_APOSTROPHES), word[0].isalnum())
