"""Toponyms that their own last word shows: Elm Road, Otter Creek; and headlines, whose capitals show none."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.annotate.places import find_places
from helpers.resources.gazetteer import read_gazetteer
from helpers.resources.lexicons import read_lexicon


def names_in_dutch(text: str) -> list[str]:
    document = document_of(text, "nl")
    read = find_places(document, read_gazetteer(), read_lexicon("nl"), taken=())
    return [mention.span.of(text) for mention in read.mentions]


def found(text: str) -> list[tuple[str, str]]:
    read = find_places(document_of(text, "en"), read_gazetteer(), read_lexicon("en"), taken=())
    origins = {place.place_id: place.origin for place in read.places}
    return [(m.span.of(text), origins[m.entity_id]) for m in read.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police closed Marlin Street after dark.", [("Marlin Street", "unresolved")]),
        ("Marlin Lane residents got letters.", [("Marlin Lane", "unresolved")]),
        ("Marlin Creek rose two feet.", [("Marlin Creek", "unresolved")]),
        ("Rangers closed Marlin State Park.", [("Marlin State Park", "unresolved")]),
        ("The boat sank on Lake Otley.", [("Lake Otley", "unresolved")]),
        ("They swam in the River Liffey.", [("River Liffey", "curated")]),
        ("She lives in Ballina, County Mayo.", [("Ballina", "gazetteer"), ("County Mayo", "curated")]),
        ("Every Street was dark.", []),
        ("The Road is long.", []),
        ("Grace Lane sang.", []),
        ("It was a Turning Point for her.", []),
        ("Town Hall officials said nothing.", []),
        ("Mayor Speaks Out In Town Near Wolframs\n\nShe spoke for an hour.", []),
    ],
)
def test_a_toponym_is_seen_by_its_last_word(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_small_town_called_like_people_needs_something_beside_it() -> None:
    assert found("It rained in Todmorden.") == [("Todmorden", "gazetteer")]
    assert found("They saw Todmorden again in Leeds and London.") == [("Leeds", "gazetteer"), ("London", "curated")]


@pytest.mark.parametrize("text", ["Het station is in Oekraïense handen.", "Het geld ligt bij Italiaanse banken."])
def test_an_adjective_of_a_country_is_no_unknown_place_whatever_its_accents(text: str) -> None:
    assert names_in_dutch(text) == []


@pytest.mark.parametrize("street", ["Prinsenweg", "Bakkerssteeg", "Molendijk", "Senjabrug"])
def test_a_street_a_dike_or_a_bridge_is_seen_by_the_end_of_its_name(street: str) -> None:
    assert names_in_dutch(f"De bus stopte aan de {street}.") == [street]
