"""No day is made up: not for a habit, not for the day after a month, not for a state to come."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.annotate.times import find_times
from helpers.model import Card
from helpers.resources.lexicons import read_lexicon
from helpers.text import build_document

THURSDAY = date(2024, 3, 14)


def values_of(text: str, language: str) -> list[tuple[str, str]]:
    document = build_document(text, Card("a.txt", language=language, published_on=THURSDAY))
    return [(timex.span.of(document.text), timex.edtf) for timex in find_times(document, read_lexicon(language))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op 4 mei 2023 brak de dijk. Vorig jaar brak de sluis; de dag erna kwam de wacht.",
         [("4 mei 2023", "2023-05-04"), ("Vorig jaar", "2023"), ("de dag erna", "")]),
        ("In mei 2023 brak de sluis. De maandag erop kwam de wacht.", [("mei 2023", "2023-05"), ("De maandag erop", "")]),
        ("Op 4 mei 2023 brak de dijk. In mei 2022 brak de sluis. De week erna kwam de wacht.",
         [("4 mei 2023", "2023-05-04"), ("mei 2022", "2022-05"), ("De week erna", "")]),
        ("Op 4 mei 2023 brak de dijk. De dag erna kwam de wacht.", [("4 mei 2023", "2023-05-04"), ("De dag erna", "2023-05-05")]),
        ("In 2021 zakte de weg. Een jaar later brak de brug.", [("2021", "2021"), ("Een jaar later", "2022")]),
    ],
)  # fmt: skip
def test_the_day_after_a_month_or_a_year_is_not_known(text: str, expected: list[tuple[str, str]]) -> None:
    assert values_of(text, "nl") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Elke ochtend om 7 uur luidt de klok.", "nl", [("7 uur", "")]),
        ("Om 7 uur elke ochtend luidt de klok.", "nl", [("7 uur", "")]),
        ("Every morning at 7 a.m. the bell rings.", "en", [("7 a.m.", "")]),
        ("Om 7 uur reed hij met 100 kilometer per uur weg.", "nl", [("7 uur", "2024-03-14T07:00:00")]),
    ],
)
def test_what_is_done_again_and_again_has_no_day(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert values_of(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Zondag is de sluis open.", "nl", "2024-03-17"),
        ("Van maandag tot en met woensdag zijn de scholen dicht.", "nl", "2024-03-18/2024-03-20"),
        ("Zondag is de sluis omgevallen.", "nl", "2024-03-10"),
        ("De sluis is zondag gebroken.", "nl", "2024-03-10"),
        ("Zondag was de sluis open.", "nl", "2024-03-10"),
        ("From Monday to Wednesday schools are closed.", "en", "2024-03-18/2024-03-20"),
        ("From Monday to Wednesday schools were closed.", "en", "2024-03-11/2024-03-13"),
        ("Three men are missing after a boat sank on Sunday.", "en", "2024-03-10"),
    ],
)
def test_a_state_in_the_present_on_a_weekday_is_to_come(text: str, language: str, expected: str) -> None:
    assert [value for _, value in values_of(text, language)] == [expected]


def test_both_ends_of_a_span_of_clock_times_are_read_where_the_last_has_the_unit() -> None:
    assert values_of("Tussen 10.00 en 12.00 uur was de brug dicht.", "nl") == [("10.00 en 12.00 uur", "2024-03-14")]


@pytest.mark.parametrize("text", ["May Brown and April Jones slept.", "She met May Brown and June Carter."])
def test_a_first_name_after_and_is_no_month(text: str) -> None:
    assert values_of(text, "en") == []


def test_two_months_joined_are_both_read() -> None:
    assert [words for words, _ in values_of("It rained in March and April.", "en")] == ["March", "April"]
