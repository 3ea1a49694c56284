"""Names that only the whole article resolves: ministries, offices, headlines, pairs, surnames, first names."""

from __future__ import annotations

import pytest

from helpers.model import Card, Reading
from helpers.pipeline import read_article
from helpers.text import build_document


def _read(text: str, language: str) -> Reading:
    return read_article(build_document(text, Card("a.txt", language=language)))


def named(text: str, language: str) -> list[tuple[str, str]]:
    """Return each name of an actor with its id."""
    mentions = (m for m in _read(text, language).mentions if m.entity_type == "actor" and m.form in ("name", "alias"))
    return [(m.span.of(text), m.entity_id) for m in mentions]


def sources(text: str, language: str) -> list[str]:
    """Return the ids of the sources."""
    return [claim.source_id for claim in _read(text, language).claims if claim.voice == "source"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Russia closed a ferry near Belgorod. The Defence Ministry said it was old.", "ru_mod"),
        ("en", "Russia closed a ferry near Belgorod. The Ministry of Defense said it was old.", "ru_mod"),
        ("en", "A ferry sank near Belgorod. Russia's Defence Ministry said it was old.", "ru_mod"),
        ("en", "A ferry sank near Odesa. Russia's Defense Ministry said it was old.", "ru_mod"),
        ("en", "Ukraine closed a ferry near Odesa. The Defence Ministry said it was old.", "ua_mod"),
        ("en", "Russia closed a ferry. The Foreign Ministry said it was old.", "ru_mfa"),
        ("nl", "Rusland sloot een veer bij Belgorod. Het ministerie van Defensie zei dat het oud was.", "ru_mod"),
        ("nl", "Oekraïne sloot een veer bij Odesa. Het ministerie van Defensie zei dat het oud was.", "ua_mod"),
        ("nl", "Rusland sloot een veer. Het ministerie van Buitenlandse Zaken zei dat het oud was.", "ru_mfa"),
    ],
)
def test_a_ministry_is_that_of_the_only_country(language: str, text: str, expected: str) -> None:
    assert sources(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Russia closed a ferry near Belgorod. Ukraine sank another. The Defence Ministry said it was old."),
        ("en", "Odesa and Lviv were quiet in Ukraine. Russian shells sank a ferry, the Defence Ministry said."),
        ("en", "The Russian Ministry of Defence denied it. So did the Ukrainian Ministry of Defence. Russia waits, "
               "Russia counts, Russia sleeps. A Russian ferry was old, the Defence Ministry said."),
        ("en", "A ferry sank. The Defence Ministry said it was old."),
        ("en", "Russia closed a ferry. The Fisheries Ministry said it was old."),
        ("nl", "Rusland sloot een veer, Oekraïne een brug. Het ministerie van Defensie zei dat het oud was."),
        ("nl", "Een veer zonk. Het ministerie van Defensie zei dat het oud was."),
    ],
)  # fmt: skip
def test_a_ministry_that_may_be_of_several_countries_stays_a_found_actor(language: str, text: str) -> None:
    assert [source.partition("-")[0] for source in sources(text, language)][-1] == "found"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Defence Minister Sergei Shoigu said the ferry was old.", "shoigu"),
        ("en", "Foreign Minister Sergei Lavrov said the ferry was old.", "lavrov"),
        ("en", "Finance Minister Ruth Wheel said the ferry was old.", "found-ruth-wheel"),
        ("en", "Mayor Joan Baker smiled. Later Baker said the ferry was old.", "found-joan-baker"),
    ],
)
def test_an_office_before_a_name_is_no_actor(language: str, text: str, expected: str) -> None:
    assert sources(text, language) == [expected]
    assert all(entity_id == expected for _, entity_id in named(text, language))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Governor films himself at the ferry and says it is safe\n\nRuth Wheel, the governor, went home.", "found-ruth-wheel"),
        ("en", "Mayor sings at school and says it is safe\n\nRuth Wheel, the mayor, went home.", "found-ruth-wheel"),
        ("nl", "Burgemeester filmt zichzelf en zegt dat het veer veilig is\n\nRuth Wiel, de burgemeester, ging.", "found-ruth-wiel"),
        ("en", "Governor aides say the ferry is safe\n\nRuth Wheel, the governor, went home.", "unnamed-a-governor-aides"),
        ("en", "Mayor says the ferry is safe\n\nRuth Wheel, the mayor, and Ann Lee, the mayor of a town, met.", "unnamed-a-mayor"),
    ],
)  # fmt: skip
def test_a_headline_leaves_out_the_article_of_an_office(language: str, text: str, expected: str) -> None:
    assert sources(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Wheel Party and the Lake Union came. Both said the ferry was open."),
        ("en", "The Wheel Party and the Lake Union came. Both groups said the ferry was open."),
        ("nl", "De Waterbond en de Rivierbond kwamen. Beiden zeiden dat het veer open was."),
        ("nl", "De Waterbond en de Rivierbond kwamen. De twee groepen zeiden dat het veer open was."),
        ("nl", "De Waterbond en de Rivierbond kwamen. Beide groepen zeiden dat het veer open was."),
    ],
)
def test_both_is_never_one_of_the_two(language: str, text: str) -> None:
    assert all(not source or source.startswith("unnamed-") for source in sources(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Will the dam hold?"),
        ("en", "Will the dam hold? Mark the spot. May it last. Rose petals fell. Hope is gone. Grace was needed. Bill them later."),
        ("en", "Jack up the price, and rob nobody. Sue them. Frank words fell. Grant them time. Dawn broke. Penny by penny it grew."),
        ("en", "The Roman ruins lie still."),
        ("en", "They towed the Irina Wheel to the yard."),
        ("nl", "Toen voer de Kees Wielstra de haven uit."),
        ("nl", "Wil de dam het houden? Rein water stroomt. Joke of ernst? Roos en tulp bloeien. Mark en franc zijn weg."),
        ("nl", "Elke dag regent het. Nader onderzoek volgt. Dan kent iemand het antwoord. Per persoon is er brood. Kent u dat?"),
    ],
)  # fmt: skip
def test_common_words_at_the_head_of_a_sentence_are_no_first_names(language: str, text: str) -> None:
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Grace said the ferry was old.", "found-grace"),
        ("en", "Grace Wheel said the ferry was old.", "found-grace-wheel"),
        ("en", "The ferry was old, Svitlana said.", "found-svitlana"),
        ("nl", "Roman Wielenko zei dat het veer oud was.", "found-roman-wielenko"),
        ("nl", "Volgens Roos Wiel was het veer oud.", "found-roos-wiel"),
        ("nl", "Het veer was oud, zei Fatiha.", "found-fatiha"),
    ],
)
def test_first_names_tell_persons(language: str, text: str, expected: str) -> None:
    assert sources(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Svitlana Wiel opende het veer met Thijs Bos. Ze zei dat het oud was.", "found-svitlana-wiel"),
        ("Svitlana Wiel opende het veer met Thijs Bos. Hij zei dat het oud was.", "found-thijs-bos"),
    ],
)
def test_first_names_tell_which_pronoun_stands_for_whom(text: str, expected: str) -> None:
    assert sources(text, "nl") == [expected]


def test_a_first_name_of_women_and_men_leaves_the_pronoun_open() -> None:
    assert sources("Alex Wiel en Robbie Bos openden het veer. Ze zei dat het oud was.", "nl") == [""]
