"""Marks of a text, by which its words are known again where the text itself may not be.

A mark is a short hash of three words in a row. Marks are taken at every third word, so that any five words in a row
hold one and no two share a word; they are sorted, and each is so short that millions of other threes have it too. So
they tell that a run of the text stands somewhere, and cannot be put together to the text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W\d_]+")
_SIZE = 3
RUN = 2 * _SIZE - 1
_HEX = 6


def make_marks(text: str, salt: str) -> tuple[str, ...]:
    """Return the marks of a text, sorted.

    Parameters
    ----------
    text : str
    salt : str
        Makes the marks of two texts differ: the id of the article.

    Examples
    --------
    >>> len(make_marks("Het zand van Zuidveen is nat, zegt zij.", "zand"))
    2
    """
    words = split_words(text)
    return tuple(sorted({_hash(words[at : at + _SIZE], salt) for at in range(0, len(words) - _SIZE + 1, _SIZE)}))


def find_marked(cells: Iterable[str], marks: Iterable[str], salt: str) -> Iterator[str]:
    """Yield the cells that hold a mark: such a cell holds three words of the text in a row."""
    known = frozenset(marks)
    for cell in cells:
        words = split_words(cell)
        if any(_hash(words[at : at + _SIZE], salt) in known for at in range(len(words) - _SIZE + 1)):
            yield cell


def list_marked(cells: Iterable[str], marks: Iterable[str], salt: str) -> set[str]:
    """List the marks that some cells hold."""
    found = {_hash(words[at : at + _SIZE], salt) for words in map(split_words, cells)
             for at in range(len(words) - _SIZE + 1)}  # fmt: skip
    return found & set(marks)


def find_runs(cells: Iterable[str], text: str) -> Iterator[str]:
    """Yield the cells that hold five words of a text in a row.

    Examples
    --------
    >>> [*find_runs(["is nat zegt zij", "van zuidveen is nat, zegt"], "Het zand van Zuidveen is nat, zegt zij.")]
    ['van zuidveen is nat, zegt']
    """
    whole = split_words(text)
    runs = {tuple(whole[at : at + RUN]) for at in range(len(whole) - RUN + 1)}
    for cell in cells:
        words = split_words(cell)
        if any(tuple(words[at : at + RUN]) in runs for at in range(len(words) - RUN + 1)):
            yield cell


def split_words(text: str) -> list[str]:
    """Split a text into words of letters alone, without accents and capitals; an id falls apart in the same way."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(part for part in parts if not unicodedata.combining(part)))


def _hash(words: list[str], salt: str) -> str:
    return hashlib.sha256(" ".join([salt, *words]).encode()).hexdigest()[:_HEX]
