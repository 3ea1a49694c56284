"""The words of a text with their places, and an index that finds phrases among them in one walk."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from helpers.model import Span
from helpers.text.cuts import cut_text

Payload = TypeVar("Payload")

# a word, with its inner apostrophes and hyphens apart: "foto's" and "sms-bericht" are two words each
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_MARK = re.compile(r"[,;:()\[\]–—.!?…\n]")
_APOSTROPHES = str.maketrans("’‘`", "'''")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text: four rows of equal length.

    Parameters
    ----------
    text : str
    keys : tuple of str
        Each word in lower case.
    starts, ends : tuple of int
        Its offsets.
    stretches : tuple of int
        The number of the stretch between two marks of punctuation that it stands in.
    """

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    stretches: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.keys)

    def span(self, first: int, last: int) -> Span:
        """Return the stretch from word `first` to word `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def gap(self, index: int) -> str:
        """Return what stands between word `index` and the next one."""
        if index + 1 >= len(self.keys):
            return self.text[self.ends[index] :]
        return self.text[self.ends[index] : self.starts[index + 1]]

    def stretch(self, index: int) -> range:
        """Return the indices of the words between the two marks of punctuation around word `index`."""
        number = self.stretches[index]
        return range(bisect_left(self.stretches, number), bisect_right(self.stretches, number))

    def within(self, span: Span) -> range:
        """Return the indices of the words that begin inside `span`."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))


@lru_cache(maxsize=8)
def find_words(text: str) -> Words:
    """Cut a text into words; numbers keep their stops and commas.

    Examples
    --------
    >>> find_words("Zo'n 2.500 mensen.").keys
    ('zo', 'n', '2.500', 'mensen')
    """
    words, starts, ends = cut_text(_WORD, text)
    number, stretches = 0, []
    for start, end in zip(starts, [0, *ends], strict=False):
        number += start - end > 1 and bool(_MARK.search(text, end, start))
        stretches.append(number)
    return Words(text, tuple(map(str.lower, words)), tuple(starts), tuple(ends), tuple(stretches))


@lru_cache(maxsize=2048)
def word_keys(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase in lower case; what is compared with every article is cut once.

    Examples
    --------
    >>> word_keys("Minister van Oogst")
    ('minister', 'van', 'oogst')
    """
    return _keys(phrase)


def _keys(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))


class PhraseMatch(NamedTuple, Generic[Payload]):
    """A phrase found: its first and last word, and what the phrase stands for."""

    first: int
    last: int
    payload: Payload


@dataclass(frozen=True, slots=True)
class PhraseIndex(Generic[Payload]):
    """Phrases by their first word, the longest first: looking one up costs the same however many there are."""

    _by_first: dict[str, list[tuple[tuple[str, ...], Payload]]] = field(default_factory=dict)

    @classmethod
    def build(cls, phrases: Iterable[tuple[str, Payload]]) -> PhraseIndex[Payload]:
        """Build an index from phrases and what they stand for.

        Examples
        --------
        >>> index = PhraseIndex.build([("state of emergency", 1), ("state", 2)])
        >>> words = find_words("A state of emergency in a state.")
        >>> [(m.first, m.last, m.payload) for m in index.find(words)]
        [(1, 3, 1), (6, 6, 2)]
        """
        index: PhraseIndex[Payload] = cls()
        for phrase, payload in phrases:
            keys = _keys(phrase)
            if keys:
                index._by_first.setdefault(keys[0], []).append((keys, payload))
        for entries in index._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return index

    def begins(self, word: str) -> bool:
        """Tell whether a phrase begins with this word."""
        return word in self._by_first

    def match(self, words: Words, at: int) -> PhraseMatch[Payload] | None:
        """Return the longest phrase that begins at word `at`."""
        for keys, payload in self._by_first.get(words.keys[at], ()):
            size = len(keys)
            if size == 1 or (words.keys[at : at + size] == keys and _adjacent(words, at, size)):
                return PhraseMatch(at, at + size - 1, payload)
        return None

    def find_all(self, words: Words) -> Iterator[PhraseMatch[Payload]]:
        """Yield every phrase, also those inside another."""
        for at, key in enumerate(words.keys):
            for keys, payload in self._by_first.get(key, ()):
                size = len(keys)
                if size == 1 or (words.keys[at : at + size] == keys and _adjacent(words, at, size)):
                    yield PhraseMatch(at, at + size - 1, payload)

    def find(self, words: Words, where: Iterable[int] | None = None) -> Iterator[PhraseMatch[Payload]]:
        """Yield every phrase, from left to right, none inside another.

        Parameters
        ----------
        words : Words
        where : iterable of int, optional
            Indices at which a phrase may begin, ascending; everywhere by default.
        """
        done = -1
        by_first = self._by_first
        keys = words.keys
        for at in range(len(keys)) if where is None else where:
            if keys[at] in by_first and at > done:
                match = self.match(words, at)
                if match:
                    done = match.last
                    yield match


def _adjacent(words: Words, at: int, size: int) -> bool:
    return all(len(words.gap(i)) <= 2 and words.gap(i).translate(_APOSTROPHES).strip(" -'–\n\u00a0") == ""
               for i in range(at, at + size - 1))
