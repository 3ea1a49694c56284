"""Whom an office with its country stands for: who held it when the article was published, and only if the table says so."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.model import Card
from helpers.pipeline import read_article
from helpers.text import build_document


def speaker(language: str, text: str, day: date | None) -> str:
    """Return the name of the source of the only statement, empty where it is nobody known."""
    reading = read_article(build_document(text, Card("a.txt", language=language, published_on=day)))
    names = {actor.actor_id: actor.name for actor in reading.actors if actor.origin == "curated"}
    return "".join(names.get(claim.source_id, "") for claim in reading.claims)


@pytest.mark.parametrize(
    ("language", "text", "day", "expected"),
    [
        ("nl", "De Britse premier zei dat het regent.", date(2023, 5, 24), "Rishi Sunak"),
        ("nl", "De Britse premier zei dat het regent.", date(2021, 5, 24), "Boris Johnson"),
        ("nl", "De Poolse premier zei dat het regent.", date(2024, 5, 24), "Donald Tusk"),
        ("nl", "De Slowaakse premier zei dat het regent.", date(2023, 5, 14), "Eduard Heger"),
        ("nl", "De Slowaakse premier zei dat het regent.", date(2023, 5, 24), ""),
        ("nl", "De premier zei dat het regent.", date(2023, 5, 24), ""),
        ("nl", "De Britse premier zei dat het regent.", None, ""),
        ("en", "Italy's prime minister said it rained.", date(2023, 5, 24), "Giorgia Meloni"),
        ("en", "Italy’s prime minister said it rained.", date(2020, 5, 24), "Giuseppe Conte"),
        ("en", "The former Italian prime minister said it rained.", date(2023, 5, 24), ""),
    ],
)
def test_an_office_stands_for_its_holder_of_that_day(language: str, text: str, day: date | None, expected: str) -> None:
    assert speaker(language, text, day) == expected
