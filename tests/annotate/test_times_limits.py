"""Halves in one word, four figures before a zone, limits with at least, and what from opens."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.annotate.times import find_times
from helpers.model import Card
from helpers.resources.lexicons import read_lexicon
from helpers.text import build_document

PUBLISHED = date(2023, 5, 23)


def read(language: str, text: str) -> list[tuple[str, str]]:
    document = build_document(text, Card("a.txt", language=language, published_on=PUBLISHED))
    return [(t.span.of(text), t.edtf or t.duration) for t in find_times(document, read_lexicon(language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "De zaak liep vierenhalf jaar.", [("vierenhalf jaar", "P4Y6M")]),
        ("nl", "Hij wachtte tweeënhalve maand.", [("tweeënhalve maand", "P2.5M")]),
        ("nl", "Tot zeker eind juni blijft het dicht.", [("eind juni", "../2023-06")]),
        ("nl", "Het duurt tot minstens 2025.", [("2025", "../2025")]),
        ("en", "Until at least 2025 it stays shut.", [("2025", "../2025")]),
        ("en", "The ferry left at 1830 GMT on Monday.", [("1830 GMT on Monday", "2023-05-22T18:30:00+00:00")]),
        ("en", "The cloth was made in 1830.", [("1830", "1830")]),
        ("en", "She read a letter from 9 May.", [("9 May", "2023-05-09")]),
        ("en", "The organ is from the 18th century.", [("the 18th century", "17XX")]),
        ("en", "It is closed from 1 June.", [("1 June", "2023-06-01/..")]),
        ("en", "From 2010 he led the band.", [("2010", "2010/..")]),
        ("en", "The race, set for May 10, was moved to June 12.", [("May 10", "2023-05-10"), ("June 12", "2023-06-12")]),
    ],
)
def test_these_times_have_these_values(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(language, text) == expected
