"""Sentences with their times marked as ``[text|value]``, and how a reading of them compares."""

import re
from dataclasses import dataclass
from datetime import date

from helpers.annotate.times import find_times
from helpers.model import Card, Document, Timex
from helpers.resources.lexicons import read_lexicon
from helpers.text import build_document

MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


@dataclass(frozen=True)
class Score:
    """Counts over a set of sentences; a time is found where spans overlap."""

    gold: int
    found: int
    matched: int
    valued: int
    right: int

    @property
    def f(self) -> float:
        return 2 * self.matched / (self.gold + self.found)

    @property
    def value(self) -> float:
        return self.right / self.valued


def unmark(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the plain sentence and its expected (text, value) pairs."""
    return MARK.sub(r"\1", marked), [(match[1], match[2]) for match in MARK.finditer(marked)]


def document_of(text: str, language: str = "nl", published: str = "2023-05-22") -> Document:
    """Build a document without a seed file."""
    stated = date.fromisoformat(published) if published else None
    return build_document(text, Card("a.txt", language=language, published_on=stated))


def times_of(text: str, language: str = "nl", published: str = "2023-05-22") -> tuple[Timex, ...]:
    """Read the times of a text under the news policy."""
    return find_times(document_of(text, language, published), read_lexicon(language))


def values_of(text: str, language: str = "nl", published: str = "2023-05-22") -> list[tuple[str, str]]:
    """Return the (text, value) pairs that are read."""
    times = times_of(text, language, published)
    return [(time.span.of(text), time.edtf or time.duration) for time in times]


def score(rows: tuple[tuple[str, str, str], ...], language: str) -> Score:
    """Score the sentences of one language."""
    gold = found = matched = valued = right = 0
    for spoken, published, marked in rows:
        if spoken != language:
            continue
        text, expected = unmark(marked)
        read = values_of(text, language, published)
        gold, found = gold + len(expected), found + len(read)
        for words, value in expected:
            hit = next((pair for pair in read if words in pair[0] or pair[0] in words), None)
            matched += hit is not None
            valued += hit is not None and value != "*"
            right += hit is not None and value == hit[1]
    return Score(gold, found, matched, valued, right)
