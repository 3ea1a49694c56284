"""Which sentence of which article a passage of a page quotes, so that the search shows each sentence once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from helpers.reports._rows import read_rows
from helpers.views import message

_WORD = re.compile(r"\S+")
_LEAD = 16  # letters by which a sentence is looked up
_SHORTEST = 12  # a sentence of fewer letters stands inside others by chance


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, as the pages write it.

    Parameters
    ----------
    sentence_id, article_id : str
    text : str
        With single spaces; where the text is withheld, what stands in its place.
    is_withheld : bool
    """

    sentence_id: str
    article_id: str
    text: str
    is_withheld: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """Where a passage quotes a sentence: half-open, in letters of the passage."""

    sentence: Sentence
    start: int
    end: int


@dataclass
class SentenceFinder:
    """Finds the sentences of the tables in the passages of a page.

    Parameters
    ----------
    sentences : sequence of Sentence

    Examples
    --------
    >>> finder = SentenceFinder([Sentence("a.s0-25", "a", "The dike broke at midnight.")])
    >>> [found] = finder.find_quoted("mayor · The dike broke at midnight. · claimed", "row-a.c0-3")
    >>> found.sentence.sentence_id, found.start, found.end
    ('a.s0-25', 8, 35)
    """

    sentences: Sequence[Sentence]
    _by_lead: dict[str, list[Sentence]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for sentence in self.sentences:
            if len(sentence.text) >= _SHORTEST:
                self._by_lead.setdefault(sentence.text[:_LEAD], []).append(sentence)

    def find_quoted(self, text: str, anchor: str) -> list[Quoted]:
        """Find the sentences in a text, in order.

        Parameters
        ----------
        text : str
        anchor : str
            Id of the element that holds it. It tells two articles with the same sentence apart; where it does not,
            the sentence is nobody's.
        """
        found: list[Quoted] = []
        for word in _starts(text):
            if found and word < found[-1].end:
                continue
            here = [one for one in self._by_lead.get(text[word : word + _LEAD], ()) if text.startswith(one.text, word)]
            if (sentence := _choose(here, anchor)) is not None:
                found.append(Quoted(sentence, word, word + len(sentence.text)))
        return found


def _starts(text: str) -> list[int]:
    return [word.start() for word in _WORD.finditer(text)]


def _choose(candidates: Sequence[Sentence], anchor: str) -> Sentence | None:
    """Choose the longest that stands here; of the same in several articles the one whose article the anchor names."""
    if not candidates:
        return None
    longest = max(len(one.text) for one in candidates)
    same = [one for one in candidates if len(one.text) == longest]
    named = [one for one in same if _names_article(anchor, one.article_id)]
    if named:
        return named[0]
    return same[0] if len({one.article_id for one in same}) == 1 and not same[0].is_withheld else None


def _names_article(anchor: str, article_id: str) -> bool:
    return anchor.startswith(f"{article_id}.") or f"-{article_id}." in anchor


def read_sentences(tables: Path, language: str) -> list[Sentence]:
    """Read the sentences of the tables as pages in this language write them."""
    absent = {row["article_id"] for row in read_rows(tables / "articles.csv") if row.get("has_text") == "false"}
    return [_read_sentence(row, row["article_id"] in absent, language) for row in read_rows(tables / "sentences.csv")]


def _read_sentence(row: Mapping[str, str], is_absent: bool, language: str) -> Sentence:
    text = " ".join(row["text"].split())
    if text:
        return Sentence(row["sentence_id"], row["article_id"], text)
    name = "offsets_not_here" if is_absent else "offsets"
    told = message(name, language, start=row["start_char"], end=row["end_char"])
    return Sentence(row["sentence_id"], row["article_id"], told, is_withheld=True)
