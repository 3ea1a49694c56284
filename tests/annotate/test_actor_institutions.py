"""Bodies, outlets and parties kept by hand: told from common words, from longer names, and known again when shortened."""

from __future__ import annotations

import re

import pytest
from reading_by_hand import document_of

from helpers.annotate.actors import build_actor_index, find_known_actors
from helpers.model import Actor
from helpers.resources.actors import read_actors
from helpers.resources.lexicons import read_lexicon

_FOR_READERS = re.compile(r"[(/]|\b\d")  # which of several, or a number: such a name is shown, not sought
SHIPPED = build_actor_index(read_actors())


def known(text: str, language: str, *actors: Actor) -> list[tuple[str, str]]:
    index = build_actor_index(actors) if actors else SHIPPED
    mentions = find_known_actors(document_of(text, language), index, read_lexicon(language))
    return [(m.span.of(text), m.entity_id) for m in mentions if m.form != "role"]


def test_no_two_rows_share_a_name() -> None:
    owners: dict[str, set[str]] = {}
    for actor in read_actors():
        for name in (actor.name, *actor.aliases):
            owners.setdefault(name.lower(), set()).add(actor.actor_id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_every_row_is_found_by_its_english_and_by_its_dutch_name() -> None:
    rows = [actor for actor in read_actors() if actor.actor_type != "state" and actor.origin == "curated"]
    missed = [name for actor in rows for name in (actor.name, *actor.aliases[:1]) if not _FOR_READERS.search(name) and not any(
        actor.actor_id in (mention.entity_id, *(other.reason for other in mention.considered))
        for language in ("nl", "en")
        for mention in find_known_actors(document_of(f"Ook {name}, said it.", language), SHIPPED, read_lexicon(language))
    )]  # fmt: skip
    assert missed == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Volgens de Gezondheidsraad mag het.", ["gezondheidsraad"]),
        ("nl", "Een rapport van het NFI ligt klaar.", ["nfi"]),
        ("nl", "Schepen Ruth Wiel van Groen zweeg.", ["groen_be"]),
        ("nl", "Groen zegt dat het kan.", ["groen_be"]),
        ("nl", "De Autoriteit Consument & Markt zweeg.", ["acm"]),
        ("en", "The Met Office said it would rain.", ["met_office"]),
        ("en", "A paper in The Lancet says so.", ["lancet"]),
        ("en", "Labour said it was late.", ["labour_uk"]),
        ("en", "The Republican People's Party and the Republican People’s Party met.", ["chp", "chp"]),
        ("en", "The Workers' Party of Belgium met.", ["ptb"]),
    ],
)
def test_a_body_is_known_by_its_usual_names(language: str, text: str, expected: list[str]) -> None:
    assert [actor for _, actor in known(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Groen is de kleur van hoop."),
        ("nl", "Het groen van de bomen."),
        ("nl", "Vooruit met de geit."),
        ("nl", "De tijd dringt."),
        ("nl", "De morgen was koud."),
        ("nl", "Pis in het zwembad."),
        ("nl", "Ing. Ruth Wiel sprak."),
        ("en", "The independent judge left."),
        ("en", "Labour is cheap there."),
        ("en", "The guardian of the child left."),
        ("en", "Congress of bakers opens."),
    ],
)
def test_a_common_word_is_no_body(language: str, text: str) -> None:
    assert known(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "FNV Metaal zweeg."), ("nl", "De CNV Vakmensen zwegen."), ("en", "BBC Radio Wheel called."), ("en", "BBC Sport called.")],
)
def test_an_acronym_that_opens_a_longer_name_is_not_the_whole_of_it(language: str, text: str) -> None:
    assert known(text, language) == []


HELP = Actor("help", "French Rescue League", "organisation", aliases=("Franse Reddingsbond voor Zee",))
OTHER = Actor("other", "Greek Rescue League", "organisation", aliases=("Griekse Reddingsbond voor Zee",))
OWNED = Actor("owned", "French Lake Board", "organisation", aliases=("France's Lake Board",))
MINISTRY = Actor("ministry", "French Ministry of Sport", "organisation", aliases=("Franse ministerie van Sport",))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "De Franse Reddingsbond voor Zee kwam. De Reddingsbond voor Zee bleef.", ["help", "help"]),
        ("en", "The French Rescue League came. The Rescue League stayed.", ["help", "help"]),
        ("en", "The Rescue League stayed.", []),
        ("en", "The French Rescue League and the Greek Rescue League came. The Rescue League stayed.", ["help", "other"]),
        ("en", "The French Rescue League came. The rescue league stayed.", ["help"]),
        ("en", "The French Rescue League came. The Dutch Rescue League stayed.", ["help"]),
        ("nl", "Het Franse ministerie van Sport zweeg. Het ministerie van Sport in Athene niet.", ["ministry"]),
    ],
)
def test_a_name_returns_without_its_country_where_one_country_alone_has_it(language: str, text: str, expected: list[str]) -> None:
    assert [actor for _, actor in known(text, language, HELP, OTHER, MINISTRY)] == expected


def test_the_country_that_owns_a_body_stays_a_place() -> None:
    assert known("France's Lake Board stayed.", "en", OWNED) == []
