"""Surnames that return alone: with their small words, in capitals, and never for one of two who bear them."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.annotate.actors import build_actor_index, find_known_actors, find_new_actors
from helpers.model import Actor, Mention
from helpers.resources.lexicons import read_lexicon

BOER, MEER = "found-jan-de-boer", "found-ruth-van-der-meer"


def mentions(text: str, language: str) -> list[Mention]:
    return [*find_new_actors(document_of(text, language), read_lexicon(language), taken=()).mentions]


def named(text: str, language: str) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.entity_id) for m in mentions(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Burgemeester Jan de Boer zweeg. De Boer bleef.", [("De Boer", BOER)]),
        ("nl", "Burgemeester Jan De Boer zweeg. Volgens De Boer klopt het.", [("De Boer", BOER)]),
        ("nl", "Burgemeester Jan de Boer zweeg. Toen sprak mevrouw De Boer.", [("De Boer", BOER)]),
        ("nl", "Minister Ruth van der Meer zweeg. Van der Meer bleef, zei Van der Meer.", [("Van der Meer", MEER)] * 2),
        ("nl", "Trainer Omar el-Wielani zweeg. El-Wielani bleef.", [("El-Wielani", "found-omar-el-wielani")]),
        ("en", "Mayor Jan de Boer left. De Boer smiled. Mr. de Boer sang.", [("De Boer", BOER), ("de Boer", BOER)]),
        ("en", "Coach Ludwig von Wheel left. Von Wheel smiled.", [("Von Wheel", "found-ludwig-von-wheel")]),
        ("en", "Spokesman Ahmed al-Wheel left. Al-Wheel smiled. Mr. Wheel sang.",
         [("Al-Wheel", "found-ahmed-al-wheel"), ("Wheel", "found-ahmed-al-wheel")]),
        ("nl", "Burgemeester Jan de Boer zweeg. De boer ploegde. Een boer zaaide.", []),
        ("nl", "Burgemeester Jan de Boer zweeg. Piet de Boer sprak.", [("Piet de Boer", "found-piet-de-boer")]),
    ],
)  # fmt: skip
def test_a_surname_with_small_words_is_the_person(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text, language)[1:] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "WIELINGA: 'Brug dicht'\n\nBurgemeester Ruth Wielinga zweeg. WIELINGA bleef.", ["WIELINGA", "WIELINGA"]),
        ("nl", "VAN DER MEER STAPT OP\n\nMinister Ruth van der Meer zweeg.", ["VAN DER MEER"]),
        ("en", "MAYOR WHEELER OPENS BRIDGE\n\nMayor Ruth Wheeler sang.", ["WHEELER"]),
        ("en", "ANN WHEELER OPENS BRIDGE\n\nMayor Ruth Wheeler sang.", []),
        ("en", "MAYOR OPENS BRIDGE\n\nMayor Ruth Bridge sang.", ["BRIDGE"]),
        ("en", "THE DSB SAYS NO\n\nMayor Ruth Wheeler sang.", []),
    ],
)
def test_a_surname_in_capitals_is_the_person_of_the_article(language: str, text: str, expected: list[str]) -> None:
    ids = [(name, actor) for name, actor in named(text, language) if name.isupper() and "-" in actor]
    assert [name for name, _ in ids] == expected
    assert len({actor for _, actor in ids}) <= 1


@pytest.mark.parametrize(
    ("language", "text", "surname"),
    [
        ("nl", "Jan de Boer en Piet de Boer zwegen. Later kwam De Boer.", "De Boer"),
        ("nl", "Ruth Wiel en Joris Wiel zwegen. Later kwam mevrouw Wiel.", "Wiel"),
        ("en", "Ann Wheel and Bob Wheel left. Later Wheel said so.", "Wheel"),
        ("en", "DISTRICT JUDGE WHEELER RESIGNS\n\nAnn Wheeler and Bob Wheeler sang.", "WHEELER"),
    ],
)
def test_a_surname_of_two_persons_is_neither(language: str, text: str, surname: str) -> None:
    (mention,) = (m for m in mentions(text, language) if m.span.of(text) == surname)
    assert (mention.entity_id, len(mention.considered)) == ("", 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GOVERNOR ZHARKOV VISITS TOWN\n\nOleg Zharkov sang.", ["zharkov", "zharkov"]),
        ("ZHARKOV VISITS TOWN\n\nOleg Zharkov sang.", ["zharkov", "zharkov"]),
        ("OLEG ZHARKOV VISITS TOWN\n\nNobody sang.", ["zharkov"]),
        ("GOVERNOR ZHARKOV VISITS TOWN\n\nNobody sang.", []),
        ("ANNA ZHARKOV VISITS TOWN\n\nOleg Zharkov sang.", ["zharkov"]),
    ],
)
def test_a_line_of_capitals_names_a_known_actor_that_the_article_names(text: str, expected: list[str]) -> None:
    index = build_actor_index((Actor("zharkov", "Oleg Zharkov", "person", aliases=("Zharkov",)),))
    assert [m.entity_id for m in find_known_actors(document_of(text, "en"), index, read_lexicon("en"))] == expected
