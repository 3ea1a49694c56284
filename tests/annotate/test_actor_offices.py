"""Who holds an office by the surname behind it, bodies called after a place, and names written as English does."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.annotate.actors import build_actor_index, find_known_actors, find_new_actors
from helpers.annotate.actors._english import read_english_names, respell_person
from helpers.model import Actor
from helpers.resources.actors import read_actors
from helpers.resources.lexicons import read_lexicon

RUTH = Actor("wiel", "Ruth Wiel", "person", role="prime minister of France", role_phrases=("Franse premier",))
ANNA = Actor("anna", "Anna Wiel", "person", role="prime minister of Spain", role_phrases=("Spaanse premier",))
JORIS = Actor("maes", "Joris De Maes", "person", role_phrases=("president van de bank",))


def known(text: str, *actors: Actor) -> list[tuple[str, str]]:
    mentions = find_known_actors(document_of(text, "nl"), build_actor_index(actors), read_lexicon("nl"))
    return [(m.span.of(text), m.entity_id) for m in mentions]


def found(text: str, language: str = "nl") -> dict[str, str]:
    new = find_new_actors(document_of(text, language), read_lexicon(language), taken=())
    names = {actor.actor_id: actor.name for actor in (*read_actors(), *new.actors)}
    return {m.span.of(text): names.get(m.entity_id, "") for m in new.mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Premier Wiel zweeg.", [("Wiel", "wiel")]),
        ("De Franse premier Wiel zweeg. Later zei Wiel meer.", [("Wiel", "wiel"), ("Wiel", "wiel")]),
        ("ECB-president De Maes zweeg.", [("De Maes", "maes")]),
        ("De Duitse premier Wiel zweeg.", []),
        ("Bakker Wiel zweeg.", []),
        ("Wiel zweeg.", []),
        ("Premier Wiel Maes zweeg.", []),
    ],
)
def test_a_surname_behind_an_office_names_its_holder(text: str, expected: list[tuple[str, str]]) -> None:
    assert known(text, RUTH, JORIS) == expected


def test_an_office_that_two_of_the_surname_held_names_neither_without_its_country() -> None:
    assert known("Premier Wiel zweeg.", RUTH, ANNA) == []
    assert known("De Spaanse premier Wiel zweeg.", RUTH, ANNA) == [("Wiel", "anna")]


def test_a_surname_behind_an_office_is_left_open_beside_a_stranger_of_that_name() -> None:
    assert known("Premier Wiel zweeg. Ook Karel Wiel zweeg.", RUTH) == []


def test_a_name_with_a_comma_is_found_with_it() -> None:
    body = Actor("b", "Ministry of Boats, Wheels and Sport", "organisation")
    text = "The Ministry of Boats, Wheels and Sport closed. The Ministry of Boats Wheels and Sport closed."
    mentions = find_known_actors(document_of(text, "en"), build_actor_index((body,)), read_lexicon("en"))
    assert [m.span.of(text) for m in mentions] == ["Ministry of Boats, Wheels and Sport",
                                                   "Ministry of Boats Wheels and Sport"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De rechtbank Den Haag wees dat af.", {"rechtbank Den Haag": "The Hague District Court"}),
        ("Het gerechtshof Wielstad zweeg.", {"gerechtshof Wielstad": "Wielstad Court of Appeal"}),
        ("Het hof van beroep van Gent zweeg.", {"hof van beroep van Gent": "Ghent Court of Appeal"}),
        ("Waterschap Wiel meet de dijk.", {"Waterschap Wiel": "Waterschap Wiel"}),
        ("Het ministerie van Visserij zweeg.", {"ministerie van Visserij": "Ministry of Fisheries"}),
        ("De rechtbank zweeg.", {}),
        ("Het waterschap meet de dijk.", {}),
    ],
)
def test_a_body_of_a_place_gets_its_english_name(text: str, expected: dict[str, str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("language", "opening"), [("nl", "Ook"), ("en", "Even the")])
def test_every_body_of_the_lexicon_is_found_and_named_as_its_row_says(language: str, opening: str) -> None:
    rows = read_lexicon(language).rows("actor_bodies")
    told = [found(f"{opening} {row.key} Wielstad zweeg.", language) for row in rows]
    assert told == [{f"{row.key} Wielstad": row["english"].format("Wielstad")} for row in rows]


@pytest.mark.parametrize(("language", "opening"), [("nl", "het Keniaanse"), ("en", "Kenya's")])
def test_every_body_of_a_state_is_named_with_its_country(language: str, opening: str) -> None:
    rows = read_lexicon(language).rows("actor_national")
    told = [[*found(f"Later {opening} {row.key.title()} closed.", language).values()] for row in rows]
    assert told == [[row["english"].format(country="Kenya")] for row in rows]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Het Hooggerechtshof van de Filipijnen zweeg.", "Supreme Court of the Philippines"),
        ("en", "The Supreme Court of Kenya sat. Later the Supreme Court rose.", "Supreme Court of Kenya"),
        ("en", "The Ministry of Health of Kenya closed.", "Kenyan Ministry of Health"),
        ("nl", "Het ministerie van Volksgezondheid van Kenia sloot.", "Kenyan Ministry of Health"),
        ("en", "The Kansas Department of Agriculture closed.", "Kansas Department of Agriculture"),
        ("en", "The New Mexico Department of Health closed.", "New Mexico Department of Health"),
        ("en", "The University of Ghent closed.", "Ghent University"),
        ("en", "The Dutch Labour Party met.", "Labour Party (Netherlands)"),
        ("en", "The Supreme Court sat.", "Supreme Court"),
        ("en", "The Department of Agriculture closed.", "Department of Agriculture"),
    ],
)
def test_a_body_has_one_name_however_its_country_is_told(language: str, text: str, expected: str) -> None:
    assert {*found(text, language).values()} == {expected}


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("Ararat Molenarjan", "Ararat Molenaryan"),
        ("Levon Ter-Molosjan", "Levon Ter-Molosyan"),
        ("Arjan", "Arjan"),
        ("Elsjan Molenov", "Elshan Molenov"),
        ("Sjoerd Molenov", "Sjoerd Molenov"),
        ("Aboe Omar al-Sjoeri", "Abu Omar al-Shuri"),
        ("Joris Boelens", "Joris Boelens"),
    ],
)
def test_armenian_and_arabic_names_are_respelled_and_dutch_ones_stay(dutch: str, english: str) -> None:
    assert respell_person(dutch, read_english_names(read_lexicon("nl"))) == english


def test_an_offset_from_greenwich_is_no_actor() -> None:
    assert found("Om 9 uur (GMT-5) ging het open.") == {}
