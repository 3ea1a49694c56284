"""Counts that only seem to say what their words say: shared multipliers, parts of a whole, nobody, scores."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of, marked

from helpers.annotate.quantities import find_quantities
from helpers.model.annotations import NEGATED
from helpers.resources.lexicons import read_lexicon

Counted = tuple[float | None, float | None, str]


def read(text: str, language: str) -> list[Counted]:
    document, times = marked(text, language)
    return [(q.low, q.high, q.unit) for q in find_quantities(document, read_lexicon(language), times=times)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("De sluis kost 20 tot 25 miljoen euro.", "nl", (20_000_000, 25_000_000, "money")),
        ("Er kwamen twee- tot drieduizend bezoekers.", "nl", (2000, 3000, "people")),
        ("Vijf- à zeshonderd mensen liepen mee.", "nl", (500, 600, "people")),
        ("De brug kost tussen de 3 en 4 miljard.", "nl", (3e9, 4e9, "other")),
        ("Two to three hundred people came.", "en", (200, 300, "people")),
        ("The lock costs between 20 and 25 million euros.", "en", (20_000_000, 25_000_000, "money")),
        ("De weg kost tussen de 5000 en 1 miljoen euro.", "nl", (5000, 1_000_000, "money")),
        ("Er waren twee tot vijftien gewonden.", "nl", (2, 15, "wounded")),
    ],
)
def test_the_last_word_of_a_range_multiplies_both_ends_unless_the_first_is_the_larger(
    text: str, language: str, expected: Counted
) -> None:
    assert read(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Drie van de zes wandelaars zijn overleden.", "nl", [(3, 3, "killed"), (6, 6, "people")]),
        ("Twee van de drie gewonden zijn overleden.", "nl", [(2, 2, "killed"), (3, 3, "wounded")]),
        ("Vijf van de 12 tanks zijn vernield.", "nl", [(5, 5, "vehicles"), (12, 12, "vehicles")]),
        ("Three of the six hikers died.", "en", [(3, 3, "killed"), (6, 6, "people")]),
        ("Two of the four wounded died later.", "en", [(2, 2, "killed"), (4, 4, "wounded")]),
        ("Two of the 31 bakers smiled.", "en", [(2, 2, "other"), (31, 31, "other")]),
        ("Niemand van de 12 bemanningsleden kwam om.", "nl", [(12, 12, "people")]),
        ("None of the 12 crew were killed.", "en", [(12, 12, "people")]),
        ("Alle 12 bemanningsleden kwamen om.", "nl", [(12, 12, "killed")]),
    ],
)
def test_what_is_said_of_a_part_is_not_said_of_the_whole(text: str, language: str, expected: list[Counted]) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "negated"),
    [
        ("Er waren geen 12 doden.", "nl", [True]),
        ("Er raakten geen 10 maar 12 mensen gewond.", "nl", [True, False]),
        ("Not 12 but three people were hurt.", "en", [True, False]),
        ("Niet 12 maar drie mensen raakten gewond.", "nl", [True, False]),
        ("Not more than 12 people came.", "en", [False]),
        ("Er waren 12 doden.", "nl", [False]),
    ],
)
def test_a_count_that_is_said_not_to_be_cites_it_in_its_rule(text: str, language: str, negated: list[bool]) -> None:
    found = find_quantities(document_of(text, language), read_lexicon(language))
    assert [NEGATED in quantity.rule for quantity in found][: len(negated)] == negated


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Veertig rebellen verwondden drie burgers.", "nl", [(40, 40, "fighters"), (3, 3, "wounded")]),
        ("Forty rebels killed three civilians.", "en", [(40, 40, "fighters"), (3, 3, "killed")]),
        ("On Monday forty rebels captured the dam.", "en", [(40, 40, "fighters")]),
        ("Three hikers died the next day.", "en", [(3, 3, "killed")]),
        ("Drie wandelaars stierven die nacht.", "nl", [(3, 3, "killed")]),
    ],
)
def test_who_does_a_thing_does_not_suffer_it(text: str, language: str, expected: list[Counted]) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De club won met 3-0 van de kampioen.", "nl"),
        ("The town club lost 3-0.", "en"),
        ("Bij huisnummer 12 stond niets.", "nl"),
        ("De dertig-plussers dansten.", "nl"),
        ("A five-member team came.", "en"),
        ("Er was geen enkele gewonde.", "nl"),
    ],
)
def test_scores_labels_and_joined_numbers_are_no_counts(text: str, language: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Er kwamen tien Nederlanders om.", "nl", (10, 10, "killed")),
        ("Zes Belgen raakten gewond.", "nl", (6, 6, "wounded")),
        ("Ten Britons were killed.", "en", (10, 10, "killed")),
        ("Some twenty Germans danced.", "en", (20, 20, "people")),
        ("Twelve Japanese ships sank.", "en", (12, 12, "vessels")),
        ("Tot wel 40 mensen kwamen.", "nl", (None, 40, "people")),
        ("A hundred-odd people came.", "en", (100, 100, "people")),
        ("Ten sheep died.", "en", (10, 10, "other")),
    ],
)
def test_inhabitants_are_people_and_rare_limits_are_read(text: str, language: str, expected: Counted) -> None:
    assert read(text, language) == [expected]
