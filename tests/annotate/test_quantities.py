from __future__ import annotations

import pytest
from blind_quantities import DUTCH, ENGLISH, Expected
from hypothesis import given
from hypothesis import strategies as st
from reading_by_hand import document_of, marked, narrated, said

from helpers.annotate.quantities import find_quantities
from helpers.model import Quantity
from helpers.resources.codebook import read_codebook
from helpers.resources.lexicons import Lexicon, languages, read_lexicon


def read(text: str, language: str) -> list[Expected]:
    document, times = marked(text, language)
    found = find_quantities(document, read_lexicon(language), times=times)
    return [(q.span.of(document.text), q.low, q.high, q.qualifier, q.unit) for q in found]

@pytest.mark.parametrize(("text", "expected"), DUTCH)
def test_dutch_counts_keep_their_qualifier_and_unit(text: str, expected: list[Expected]) -> None:
    assert read(text, "nl") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_counts_keep_their_qualifier_and_unit(text: str, expected: list[Expected]) -> None:
    assert read(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Zij werd de vijfde, hij de derde.", "nl"),
        ("De T-72 en de Mi-8 stonden naast de AT-4.", "nl"),
        ("Zij is 34 jaar en woont op nummer 12.", "nl"),
        ("Yelena, 34, would not say more.", "en"),
        ("In 2023 schreef Anna (34) een boek.", "nl"),
        ("Het werd 2-1 in de finale.", "nl"),
        ("Het nieuws kwam van France 24.", "nl"),
        ("Call 555 0199 or write to PO Box 12.", "en"),
        ("One of them stayed.", "en"),
        ("Een vrouw zag een man.", "nl"),
        ("The vote ended at 20:15.", "en"),
    ],
)
def test_ages_years_ordinals_names_and_numbers_of_things_are_no_counts(text: str, language: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Er vielen zes gewonden: drie in Oudorp, twee in Nieuwdorp en een in Middeldorp.", "nl",
         [("zes", 6), ("drie", 3), ("twee", 2), ("een", 1)]),
        ("Er vielen zes gewonden. Later waren het er meer dan acht.", "nl", [("zes", 6), ("meer dan acht", 8)]),
        ("Het dodental liep op: ruim dertig op het middaguur, meer dan vijftig tegen de avond.", "nl",
         [("ruim dertig", 30), ("meer dan vijftig", 50)]),
        ("De lijst ging van acht naar twaalf doden.", "nl", [("acht", 8), ("twaalf", 12)]),
    ],
)  # fmt: skip
def test_a_number_without_a_noun_counts_what_was_counted_just_before(
    text: str, language: str, expected: list[tuple[str, float]]
) -> None:
    found = read(text, language)
    assert [(words, low) for words, low, *_ in found] == expected
    assert len({unit for *_, unit in found}) == 1


def test_a_vague_plural_has_no_number() -> None:
    assert read("Tientallen huizen en enkele gewonden.", "nl") == [
        ("Tientallen", None, None, "about", "buildings"), ("enkele", None, None, "about", "wounded"),
    ]  # fmt: skip


def test_a_hand_over_is_no_more_than() -> None:
    assert read("They offered to hand over two prisoners.", "en") == [("two", 2, 2, "exact", "captured")]


@pytest.mark.parametrize(
    ("word", "value"),
    [("tweeëntwintig", 22), ("honderdvijf", 105), ("drieduizend vierhonderd", 3400), ("eenentwintig", 21),
     ("anderhalf miljoen", 1_500_000), ("2.500", 2500), ("5,61", 5.61), ("3,125", 3.125), ("1.250.000", 1_250_000), ("12.000,5", 12000.5), ("18 miljard", 18e9)],
)  # fmt: skip
def test_dutch_numbers_are_composed(word: str, value: float) -> None:
    assert [(low, high) for _, low, high, *_ in read(f"Er waren {word} kiezers.", "nl")] == [(value, value)]


@pytest.mark.parametrize(
    ("word", "value"),
    [("two hundred and five", 205), ("ninety-nine", 99), ("three hundred thousand", 300_000), ("12.5", 12.5),
     ("4,000", 4000), ("3.125", 3.125), ("1,250,000", 1_250_000), ("a hundred", 100)],
)  # fmt: skip
def test_english_numbers_are_composed(word: str, value: float) -> None:
    assert [(low, high) for _, low, high, *_ in read(f"There were {word} voters.", "en")] == [(value, value)]


def test_a_count_names_the_innermost_claim_that_holds_it() -> None:
    document = document_of("De burgemeester zegt dat er drie gewonden zijn.")
    inner = said(document, "er drie gewonden zijn")
    [found] = find_quantities(document, read_lexicon("nl"), claims=[*narrated(document), inner])
    assert found.claim_id == inner.claim_id


def test_a_count_outside_every_claim_is_kept_without_one() -> None:
    document = document_of("Er zijn drie gewonden.")
    [found] = find_quantities(document, read_lexicon("nl"))
    assert found.claim_id == ""


def test_a_language_without_counting_words_reads_no_counts() -> None:
    assert find_quantities(document_of("Drei Verletzte.", "de"), Lexicon("de", {})) == ()


@pytest.mark.parametrize("language", languages())
def test_every_unit_of_the_lexicon_is_a_class_of_the_codebook(language: str) -> None:
    known = {row.key for row in read_codebook().rows("units")} | {""}
    assert {row["unit"] for row in read_lexicon(language).rows("quantity_units")} <= known


@pytest.mark.parametrize("language", languages())
def test_every_number_word_is_read_in_its_example(language: str) -> None:
    lexicon = read_lexicon(language)
    unread = [
        row.key for row in lexicon.rows("quantity_numbers")
        if row["role"] not in ("link", "weak", "article")
        and not any(row.row_id in q.rule or _holds(q, row.key, row["example"])
                    for q in find_quantities(document_of(row["example"], language), lexicon))
    ]  # fmt: skip
    assert unread == []


def _holds(quantity: Quantity, word: str, text: str) -> bool:
    return word in quantity.span.of(text).lower()


PIECES = ("Er", "waren", "achttien", "meer dan", "tussen", "en", "12", "1.2.3", "2.500", "3,5", "999999999999999999999",
          "tientallen", "gewonden", ",", ":", "\n\n", "een", "tiental", "€", "km", "of meer", "tot", "’s", "(34)")


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_whatever_the_words_every_count_reads_back_and_no_range_is_upside_down(pieces: list[str]) -> None:
    document = document_of(" ".join(["Kop.", *pieces]))
    for count in find_quantities(document, read_lexicon("nl")):
        assert count.span.of(document.text).strip() == count.span.of(document.text)
        if count.low is not None and count.high is not None:
            assert count.low <= count.high < 1e16
        assert (count.qualifier == "between") <= (count.low is not None and count.high is not None)


def test_a_hostile_row_of_number_words_is_read_in_no_time() -> None:
    assert read("achttien" * 5000 + "x mensen", "nl") == []
    assert read("9" * 5000 + " mensen", "nl") == []


@pytest.mark.parametrize("text", ["Versie 1.2.3 is uit.", "Op 22.05.2023 kwamen er mensen.", "Adres 10.0.0.1 werkt."])
def test_dates_and_versions_are_no_numbers(text: str) -> None:
    assert read(text, "nl") == []


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Er zijn zes gewonden: drie in Zuidveen, twee in Lo en een in Aa.", "nl", ["drie", "twee", "een"]),
        ("Nine people were hurt, six in the mill and three outside.", "en", ["six", "three"]),
        ("Er zijn zes gewonden, van wie twee in Zuidveen.", "nl", []),
        ("Het aantal gewonden ging van acht naar twaalf.", "nl", []),
        ("Er zijn zeker zes gewonden: drie in Zuidveen en drie in Lo.", "nl", []),
        ("Zes mensen raakten gewond. Drie lagen in Zuidveen, drie in Lo.", "nl", []),
    ],
)
def test_counts_that_add_up_to_the_one_before_are_its_parts(text: str, language: str, parts: list[str]) -> None:
    document = document_of(text, language)
    found = find_quantities(document, read_lexicon(language))
    assert [q.span.of(text) for q in found if q.rule.endswith("part_of_total")] == parts


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The storm killed at least nine villagers and injured more than 40.", "en", [("nine", "killed"), ("40", "wounded")]),
        ("Police arrested six protesters and injured three.", "en", [("six", "captured"), ("three", "wounded")]),
        ("The raid wounded a dozen and killed two.", "en", [("a dozen", "wounded"), ("two", "killed")]),
        ("The fire killed two guards and injured dozens more.", "en", [("two", "killed"), ("dozens", "wounded")]),
        ("The blast, which killed six people and wounded another eight, was loud.", "en",
         [("six", "killed"), ("eight", "wounded")]),
        ("Three men and a dog were hurt.", "en", [("Three", "wounded")]),
        ("Two people were killed and 14 people and a dog were hurt.", "en", [("Two", "killed"), ("14", "wounded")]),
        ("De lawine doodde vier wandelaars en verwondde er nog negen.", "nl", [("vier", "killed"), ("negen", "wounded")]),
        ("De politie arresteerde zes betogers en verwondde er drie.", "nl", [("zes", "captured"), ("drie", "wounded")]),
        ("De man die drie agenten verwondde en er twee doodde, is gevlucht.", "nl",
         [("drie", "wounded"), ("twee", "killed")]),
        ("Twee mannen raakten gewond en drie vrouwen kwamen om.", "nl", [("Twee", "wounded"), ("drie", "killed")]),
    ],
)  # fmt: skip
def test_the_verb_of_its_own_clause_says_what_became_of_those_counted(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    found = read(text, language)
    assert [(unit, words.endswith(number)) for (words, *_, unit), (number, _) in zip(found, expected, strict=True)] == [
        (unit, True) for _, unit in expected
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He was killed aged 30.", "en"), ("He died at 30.", "en"), ("She was wounded in 12 places.", "en"),
        ("Hij overleed op 30 maart.", "nl"), ("De storm verwondde haar op kilometer 12.", "nl"),
    ],
)  # fmt: skip
def test_a_number_that_no_verb_governs_counts_nobody_killed_or_wounded(text: str, language: str) -> None:
    assert not {unit for *_, unit in read(text, language)} & {"killed", "wounded"}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The bridge cost $2bn.", "en", [(2e9, "money")]), ("The repair cost £3.5m.", "en", [(3.5e6, "money")]),
        ("The club has 1.5m members.", "en", [(1.5e6, "people")]), ("De brug kostte 18 mln euro.", "nl", [(1.8e7, "money")]),
        ("The gang has 200 fighters. Only 90 have rifles.", "en", [(200, "fighters"), (90, "fighters")]),
        ("Er waren 200 soldaten, slechts 90 bleven.", "nl", [(200, "fighters"), (90, "fighters")]),
        ("The wall is 5m high and 3.5m wide.", "en", []), ("She won the 100m sprint.", "en", []),
        ("One in five soldiers was hurt.", "en", []), ("Nine out of ten voters stayed home.", "en", []),
        ("Eén op de vijf kiezers bleef thuis.", "nl", []), ("Acht op de tien kiezers bleven thuis.", "nl", []),
        ("He was only 34.", "en", []),
    ],
)  # fmt: skip
def test_a_short_million_is_a_count_and_a_measure_or_a_share_is_none(
    text: str, language: str, expected: list[tuple[float, str]]
) -> None:
    assert [(low, unit) for _, low, _, _, unit in read(text, language)] == expected
