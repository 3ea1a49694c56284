"""Search in a text as a reader expects: case, accents and the spelling of a name in another language fold away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from helpers.text.transliteration import sound_keys

_WORD = re.compile(r"[^\W\d_]+")
_QUERY_WORD = re.compile(r"\w+(?:[.:'’-]\w+)*")
# below these lengths a part of a word, or the sound of it, stands everywhere
_SHORTEST_PART, _SHORTEST_NAME = 3, 4
_GENITIVE = re.compile(r"(?<=\w{4})s$")

Hit = tuple[int, int]


def fold(text: str) -> str:
    """Fold a text for searching: case and accents do not count.

    Examples
    --------
    >>> fold("Poëtin") == fold("POETIN")
    True
    """
    return _fold(text)[0].strip()


def find_hits(text: str, words: str) -> list[Hit]:
    """Find where the searched words stand in a text: all of them together, else each of them.

    Parameters
    ----------
    text : str
    words : str
        What the reader typed. A word of three letters or more may be a part of a longer one; a name is found under
        its other spellings too.

    Returns
    -------
    list of (int, int)
        Half-open, in order, none inside another.

    Examples
    --------
    >>> find_hits("Poetin zweeg", "putin"), find_hits("Cafés", "café")
    ([(0, 6)], [(0, 4)])
    """
    folded, origin = _fold(text)
    whole = fold(words)
    if not whole:
        return []
    together = list(_find_part(folded, whole))
    spans = together or [span for word in _split_words(words) for span in _find_word(text, folded, word, origin)]
    if together:
        spans = [_place(hit, origin) for hit in together]
    return join_hits(spans)


def holds_words(texts: Iterable[str], words: str) -> bool:
    """Tell whether each of the searched words stands in one text or another; no words stand everywhere.

    Examples
    --------
    >>> holds_words(["Vladimir Putin", "hij zweeg"], "zweeg poetin"), holds_words(["hij zweeg"], "zweeg poetin")
    (True, False)
    """
    held = list(texts)
    wanted = _split_words(words) or [words.strip()]
    return all(not word or any(find_hits(text, word) for text in held) for word in wanted)


def _split_words(words: str) -> list[str]:
    return _QUERY_WORD.findall(words)


@lru_cache(maxsize=20_000)
def _fold(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the folded text, and for each of its letters, and for its end, the place in the text as it was."""
    letters: list[str] = []
    origin: list[int] = []
    for place, char in enumerate(text):
        for plain in unicodedata.normalize("NFKD", char):
            if not unicodedata.combining(plain):
                letters.append(plain.casefold())
                origin += [place] * len(letters[-1])
    return "".join(letters), (*origin, len(text))


def _find_part(folded: str, part: str) -> Iterator[Hit]:
    edge = r"\b" if len(part) < _SHORTEST_PART else ""
    for found in re.finditer(f"{edge}{re.escape(part)}{edge}", folded):
        yield found.span()


def _find_word(text: str, folded: str, word: str, origin: tuple[int, ...]) -> Iterator[Hit]:
    for hit in _find_part(folded, fold(word)):
        yield _place(hit, origin)
    if len(word) >= _SHORTEST_NAME and word.isalpha():
        wanted = _name_keys(word)
        for found in _WORD.finditer(text):
            if _can_be_name(found[0]) and not wanted.isdisjoint(_name_keys(found[0])):
                yield found.span()


def _place(hit: Hit, origin: tuple[int, ...]) -> Hit:
    """Return where a hit stands in the text as it was: a sign that folds into several letters is hit as a whole."""
    first, last = hit
    return origin[first], max(origin[last], origin[last - 1] + 1)


def _can_be_name(word: str) -> bool:
    return len(word) >= _SHORTEST_NAME and word[0].isupper()


@lru_cache(maxsize=20_000)
def _name_keys(word: str) -> frozenset[str]:
    """Return the sounds of a name, with and without the s of a genitive."""
    return sound_keys(word) | sound_keys(_GENITIVE.sub("", word))


def join_hits(spans: Iterable[Hit]) -> list[Hit]:
    """Make one hit of those that overlap.

    Examples
    --------
    >>> join_hits([(4, 9), (0, 5)])
    [(0, 9)]
    """
    return list(_join(spans))


def _join(spans: Iterable[Hit]) -> Iterator[Hit]:
    held: Hit | None = None
    for first, last in sorted(spans):
        if held and first < held[1]:
            held = held[0], max(held[1], last)
            continue
        if held:
            yield held
        held = first, last
    if held:
        yield held
