"""A point rests on something: an alias alone, or a name that its own context contradicts, gives none."""

from __future__ import annotations

import pytest
from test_places import found, names, read


def countries(language: str, text: str) -> list[str]:
    return [place.country for _, place in found(language, text)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Shells fell on the town of Kobani.", ["SY"]),
        ("nl", "Granaten vielen op de stad Kobani.", ["SY"]),
        ("en", "Looters reached the town of Al-Thawra.", [""]),
        ("en", "Looters reached the town of Neutuyn.", ["US"]),  # a city of more than 100,000
        ("en", "Syrian troops reached the town of Al-Thawra.", ["SY"]),
        ("en", "Looters reached the town of Menbij.", ["SY"]),
    ],
)
def test_an_alias_that_is_no_spelling_of_the_usual_name_needs_support(language, text, expected):
    assert countries(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ukrainian medics reached the town of Tokmok.", ["UA"]),
        ("en", "Rain fell on the town of Tokmok, in Zaporizhzhia.", ["UA", "UA"]),
        ("en", "Rain fell on the town of Balykchy, in Zaporizhzhia.", ["", "UA"]),
        ("en", "Kyrgyz medics reached the town of Tokmok.", ["KG"]),
        ("en", "Rain fell on the town of Tokmok.", [""]),
        ("en", "Choirs sang in Paris, in Berlin and in Rome.", ["FR", "DE", "IT"]),
    ],
)
def test_what_the_context_says_beats_an_exact_name_elsewhere(language, text, expected):
    assert countries(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "In het Belgische Mol en in het Nederlandse Mol viel sneeuw.", ["BE", ""]),
        ("nl", "Zij werkt in het Noorse Bergen.", ["NO"]),
        ("nl", "Zij werkt in het Belgische Bergen.", ["BE"]),
        ("en", "She works in Dutch Bergen.", ["NL"]),
        ("nl", "In het Duitse Halle en het Belgische Halle viel sneeuw.", ["DE", "BE"]),
        ("nl", "In het Franse Bergen viel sneeuw.", [""]),
        ("en", "Hail fell on the Russian Kherson base.", ["UA"]),
        ("en", "A storm hit the Russian Crimea and the Dutch Paris office.", ["UA", "FR"]),
    ],
)
def test_an_adjective_of_nationality_decides_the_country_of_the_name_after_it(language, text, expected):
    assert countries(language, text) == expected


def test_the_language_alone_does_not_prefer_a_namesake_that_is_less_known():
    result, _ = read("nl", "Zij trouwden vorig jaar in Bergen.")
    assert [place.origin for place in result.places] == ["unresolved"]
    assert len(result.mentions[0].considered) > 1
    assert countries("nl", "Zij trouwden in Bergen, in Henegouwen.")[0] == "BE"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Roman Berlin won the race.", []),
        ("en", "The Turkey farm burned down.", []),
        ("en", "The Turkey earthquake shook us.", ["Turkey"]),
        ("nl", "Wethouder Van Utrecht stapte op.", []),
        ("nl", "In Ramwolf en Terwolfen viel sneeuw.", ["Ramwolf", "Terwolfen"]),
        ("nl", "Nabij Ramwolf en Terwolfen viel sneeuw.", ["Ramwolf", "Terwolfen"]),
        ("nl", "In Ramwolf en Jan zweeg.", ["Ramwolf"]),
    ],
)
def test_a_person_a_bird_and_two_villages_are_told_apart(language, text, expected):
    assert names(language, text) == expected
