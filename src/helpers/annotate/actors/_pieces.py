"""The words of an article as a reader of names sees them: capitals, what joins them, which open a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache

from helpers.annotate._identity import Identity
from helpers.annotate.actors._words import NameWords
from helpers.model import Document, Span
from helpers.text.cuts import cut_text

# initials (F.G.), or a word with its inner apostrophes, hyphens, ampersands and stops (CD&V, N-VA, d'Adda, NU.nl)
_PIECE = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]*(?:['’&.-][^\W_]+)*")
_OWNER = re.compile(r"['’]s?$")
_COMPOUND = re.compile(r"([A-Z][A-Z&]*[A-Z])-([^\W\d_A-Z].*)")
_PARTICLED = re.compile(r"([a-z]{1,4})['’-][^\W\d_a-z]")
_OPENERS = re.compile(r"[\"'“”„«»‘’]$|,,$|[:•…]|\n\s*[–—-]\s?$")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The words of one text, in rows of equal length.

    Parameters
    ----------
    text : str
    words, keys : list of str
        As they stand without a possessive ending, and in small letters.
    starts, ends : list of int
    capital : list of bool
    heads : set of int
        Words that open a sentence, a quotation or a list.
    lowered : set of str
        Every word that the text writes without a capital.
    """

    text: str
    words: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]
    capital: list[bool]
    heads: set[int] = field(default_factory=set)
    lowered: set[str] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """Return the stretch from one word to another."""
        return Span(self.starts[first], self.ends[last])

    def gap(self, at: int) -> str:
        """Return what stands between a word and the next."""
        if not 0 <= at < len(self.words) - 1:
            return "\n"
        return self.text[self.ends[at] : self.starts[at + 1]]

    def joined(self, at: int) -> bool:
        """Tell whether only a space stands between a word and the next."""
        return self.gap(at) in (" ", "\u00a0")

    def key_before(self, at: int) -> str:
        """Return the word right before, empty where something else than a space stands between."""
        return self.keys[at - 1] if at > 0 and self.joined(at - 1) else ""

    def key_after(self, at: int) -> str:
        """Return the word right after, empty where something else than a space stands between."""
        return self.keys[at + 1] if self.joined(at) else ""

    def at(self, offset: int) -> int:
        """Return the index of the first word that begins at or after an offset."""
        return bisect_left(self.starts, offset)


def find_pieces(document: Document, words: NameWords) -> Pieces:
    """Cut an article into its words; the last few articles are remembered."""
    return _cut(Identity(document), words)


@lru_cache(maxsize=4)
def _cut(key: Identity[Document], words: NameWords) -> Pieces:
    text = key.thing.text
    whole, starts, _ = cut_text(_PIECE, text)
    written = [word if word.isalnum() else _core(word, words) for word in whole]
    pieces = Pieces(
        text, written, [word.lower() for word in written],
        starts, [start + len(word) for start, word in zip(starts, written, strict=True)],
        [word[0].isupper() or (not word.isalnum() and _is_name(word, words)) for word in written],
    )  # fmt: skip
    _mark(key.thing, pieces)
    return pieces


def _is_name(word: str, words: NameWords) -> bool:
    """Tell whether a word is a name though it begins small: al-Masri, dell'Orto, d&c."""
    match = _PARTICLED.match(word)
    return "&" in word or (match is not None and words.has("particle", match[1]))


def _core(word: str, words: NameWords) -> str:
    """Return a word without a possessive ending, and the acronym that opens a compound (EU-diplomaat)."""
    owner = _OWNER.search(word)
    if owner and owner.start() > 0:
        return word[: owner.start()]
    compound = _COMPOUND.match(word)
    return compound[1] if compound and not compound[2].endswith(words.endings["organisation_ending"]) else word


def _mark(document: Document, pieces: Pieces) -> None:
    pieces.heads.update(pieces.at(sentence.span.start) for sentence in document.sentences)
    for at, capital in enumerate(pieces.capital):
        if not capital:
            pieces.lowered.add(pieces.keys[at])
        elif at and _OPENERS.search(pieces.gap(at - 1)):
            pieces.heads.add(at)
