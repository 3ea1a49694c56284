"""The words of an article as the parts of names: folded, with their capitals, joints and sentence heads."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from helpers.annotate._identity import Identity
from helpers.model import Document, Span
from helpers.resources.gazetteer import fold_name
from helpers.text.cuts import cut_text

# the head of 's-Hertogenbosch, an acronym with stops, a word with its inner apostrophes, or a number
_PIECE = re.compile(r"['’]s(?=-[^\W\d_])|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+")
_APOSTROPHES = "'’ʼ"
_JOINTS = frozenset((" ", "-", "\u00a0", "–", "/", "\u2011"))
_BLANKS = " \u00a0"
_HEADLINE = 5  # words at least
_LOUD = 0.75  # the share of capitals that makes a headline
_SHORT = 3  # "St. Petersburg": a stop may stand inside a name after so short a part
_ACRONYM_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Pieces:
    """The words of one article: rows of equal length.

    Parameters
    ----------
    text : str
    keys : tuple of str
        Folded.
    starts, ends : tuple of int
        Offsets, without a possessive ending.
    capital : tuple of bool
        Whether the word begins with a capital.
    heads : frozenset of int
        Words that begin a sentence, a quotation or follow a colon: their capital says nothing.
    owners : frozenset of int
        Words that had a possessive ending.
    sentences : tuple of int
        The sentence that each word stands in.
    loud : frozenset of int
        Words of sentences in which most words have capitals: headlines.
    followed : frozenset of int
        Words with nothing but a blank between them and the next one, in one sentence.
    """

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capital: tuple[bool, ...]
    heads: frozenset[int]
    owners: frozenset[int]
    sentences: tuple[int, ...]
    loud: frozenset[int]
    followed: frozenset[int]

    def __len__(self) -> int:
        return len(self.keys)

    def word(self, index: int) -> str:
        """Return the word as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def gap(self, index: int) -> str:
        """Return what stands between word `index` and the next one."""
        end = self.starts[index + 1] if index + 1 < len(self.keys) else len(self.text)
        return self.text[self.ends[index] : end]

    def joined(self, index: int) -> bool:
        """Tell whether word `index` and the next one may be parts of one name."""
        gap = self.gap(index)
        if index in self.owners:
            gap = gap[2:]  # Cox's Bazar
        return gap in _JOINTS or (gap == ". " and self.ends[index] - self.starts[index] <= _SHORT)

    def spaced(self, index: int) -> bool:
        """Tell whether nothing but a blank stands between word `index` and the next one, in one sentence."""
        return index in self.followed

    def span(self, first: int, last: int) -> Span:
        """Return the stretch from word `first` to word `last`."""
        return Span(self.starts[first], self.ends[last])

    def index_at(self, offset: int) -> int:
        """Return the word that begins at `offset` or next after it."""
        return bisect_left(self.starts, offset)

    def acronym(self, index: int) -> bool:
        """Tell whether a word is a short one in capitals."""
        word = self.word(index)
        return 1 < len(word) <= _ACRONYM_LENGTH and word.isupper()


def cut_pieces(document: Document) -> Pieces:
    """Cut a document into the words that names are made of; the last few documents are remembered."""
    return _cut(Identity(document))


@lru_cache(maxsize=4)
def _cut(key: Identity[Document]) -> Pieces:
    document = key.thing
    text = document.text
    written, starts, _ = cut_text(_PIECE, text)
    owners = [number for number, word in enumerate(written) if word[-2:-1] in _APOSTROPHES and _is_owner(word)]
    for number in owners:
        written[number] = written[number][:-2]
    keys = [word.lower() if word.isascii() and word.isalpha() else fold_name(word) for word in written]
    ends = [start + len(word) for start, word in zip(starts, written, strict=True)]
    capital = tuple(word[0].isupper() or (not word.isalnum() and _has_inner_capital(word)) for word in written)
    sentences = _sentences(document, starts)
    return Pieces(
        text, tuple(keys), tuple(starts), tuple(ends), capital, frozenset(_heads(text, starts, ends, sentences)),
        frozenset(owners), tuple(sentences), frozenset(_loud(capital, sentences)),
        frozenset(_followed(text, starts, ends, sentences)),
    )  # fmt: skip


def _is_owner(word: str) -> bool:
    return len(word) > 2 and word[-1] in "sS"


def _has_inner_capital(word: str) -> bool:
    """Tell whether a word is written as a name though it begins small: d'Adda."""
    return len(word) > 2 and word[1] in _APOSTROPHES and word[2].isupper()


def _sentences(document: Document, starts: list[int]) -> list[int]:
    bounds = [sentence.span.start for sentence in document.sentences]
    numbers, current = [], 0
    for start in starts:
        while current + 1 < len(bounds) and bounds[current + 1] <= start:
            current += 1
        numbers.append(current)
    return numbers


_QUOTES = frozenset("\"“„‘'«»:•")


def _heads(text: str, starts: list[int], ends: list[int], sentences: list[int]) -> Iterable[int]:
    for index, start in enumerate(starts):
        if index == 0 or sentences[index] != sentences[index - 1]:
            yield index
            continue
        gap = text[ends[index - 1] : start]
        if gap == " ":
            continue
        if (len(gap) > 1 and gap[-1] in _QUOTES) or (any(mark in gap for mark in ".!?:\n") and gap != ". "):
            yield index


def _followed(text: str, starts: list[int], ends: list[int], sentences: list[int]) -> Iterable[int]:
    for index, (end, start) in enumerate(zip(ends, starts[1:], strict=False)):
        if start - end == 1 and text[end] in _BLANKS and sentences[index] == sentences[index + 1]:
            yield index


def _loud(capital: tuple[bool, ...], sentences: list[int]) -> Iterable[int]:
    first = 0
    while first < len(sentences):
        after = bisect_right(sentences, sentences[first], first)
        size = after - first
        if size >= _HEADLINE and sum(capital[first:after]) > _LOUD * size:
            yield from range(first, after)
        first = after
