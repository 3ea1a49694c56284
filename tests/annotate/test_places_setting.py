"""Which of several places of one name a text means, where it says in what, or near what, the place lies."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.annotate.places import find_places
from helpers.model import Mention, Place
from helpers.resources.gazetteer import read_gazetteer
from helpers.resources.lexicons import read_lexicon


def first(language: str, text: str) -> tuple[Mention, Place]:
    read = find_places(document_of(text, language), read_gazetteer(), read_lexicon(language), taken=())
    mention = min(read.mentions, key=lambda one: one.span.start)
    return mention, next(place for place in read.places if place.place_id == mention.entity_id)


def where(language: str, text: str) -> str:
    """Return the country and the region code of GeoNames of the first toponym, nothing where it stays open."""
    place = first(language, text)[1]
    return "" if place.origin == "unresolved" else f"{place.country} {place.region}".strip()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "In Hengelo (Gelderland) is brand.", "NL 03"),
        ("nl", "In Hengelo in de provincie Gelderland is brand.", "NL 03"),
        ("nl", "In Hengelo is brand.", "NL 15"),
        ("nl", "In Bergen (Noord-Holland) is brand.", "NL 07"),
        ("nl", "In Laren, in de Achterhoek, is brand.", "NL 03"),
        ("nl", "In Halle (Saale) is brand.", "DE 14"),
        ("en", "A storm hit Springfield, Missouri, and Ohio.", "US MO"),
        ("en", "A storm hit Springfield in Oregon.", "US OR"),
        ("en", "A storm hit Boston, Lincolnshire.", "GB ENG"),
    ],
)
def test_the_place_in_the_named_area_is_chosen(language: str, text: str, expected: str) -> None:
    assert where(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "In Beek (Gelderland) is brand."),
        ("nl", "In Beek bij Nijmegen is brand."),
        ("nl", "In Velp in Noord-Brabant is brand."),
        ("nl", "In Rijswijk in Gelderland is brand."),
        ("en", "Fire broke out in Wellington, Somerset, on Monday."),
        ("en", "The mayor of Springfield resigned."),
    ],
)
def test_a_place_that_is_not_in_the_named_area_is_left_open(language: str, text: str) -> None:
    assert where(language, text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Wellington, Somerset fans sang.", "NZ"),  # no closing comma: the county has its own clause
        ("Fans came from Wellington, Somerset and Kent.", "NZ"),
        ("He flew from Kharkiv in Russia.", "UA Kharkiv"),
    ],
)
def test_a_well_known_place_yields_to_no_loose_neighbour(text: str, expected: str) -> None:
    assert where("en", text) == expected


def test_a_water_tells_which_town_near_it_is_meant() -> None:
    document = document_of("Troops crossed the River Oder near Frankfurt.", "en")
    read = find_places(document, read_gazetteer(), read_lexicon("en"), taken=())
    assert {"r_oder", "frankfurt_oder"} == {place.place_id for place in read.places}
    assert first("en", "He works in Frankfurt.")[1].place_id == "frankfurt"


@pytest.mark.parametrize("text", ["The village of Mora was quiet.", "In the hamlet of Fresno it rained."])
def test_no_city_is_called_a_village_where_nothing_else_speaks_for_it(text: str) -> None:
    assert where("en", text) == ("US CA" if "Fresno" in text else "")


def test_a_name_alone_is_no_high_confidence() -> None:
    assert first("en", "Police searched a house in Mora.")[0].confidence == "medium"
    assert first("en", "Police in Cameroon searched a house in Mora and in Yaounde.")[0].confidence == "high"


def test_two_provinces_of_one_name_are_the_area_of_both_where_nothing_tells_which() -> None:
    assert first("nl", "In Limburg regende het.")[1].place_id == "limburg"
    assert first("nl", "In Limburg regende het, en in Hasselt.")[1].place_id == "p_limburg_be"


@pytest.mark.parametrize("name", ["Moergestel", "Hazeldonk", "Siret", "Palanca"])
def test_places_that_news_names_at_borders_are_known(name: str) -> None:
    assert first("nl", f"Aan de grens bij {name} stonden auto's.")[1].origin == "curated"


def test_a_town_on_a_river_is_known_without_the_river() -> None:
    document = document_of("The barge sank on the River Trent near Newark.", "en")
    read = find_places(document, read_gazetteer(), read_lexicon("en"), taken=())
    assert [place.name for place in read.places] == ["River Trent", "Newark on Trent"]


def test_of_two_towns_about_as_large_a_paper_names_the_one_of_its_country() -> None:
    assert where("nl", "In Hoboken is brand.") == "BE VLG"
    assert where("nl", "In Bergen is brand.") == ""


def test_a_region_behind_a_town_that_no_list_has_is_the_region() -> None:
    document = document_of("Miners in Sudbury, Ontario, went home.", "en")
    read = find_places(document, read_gazetteer(), read_lexicon("en"), taken=())
    assert [(place.name, place.origin) for place in read.places] == [("Sudbury", "unresolved"), ("Ontario", "curated")]
