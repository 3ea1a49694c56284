"""First names: every row's example is read, words that are names too are told apart, and no gender is guessed."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.annotate.actors import find_new_actors
from helpers.resources.lexicons import languages, read_lexicon

SURNAMES = {"nl": "Wiel", "en": "Wheel"}
MAN_OR_WOMAN = ("Alexis", "Robin", "Sam", "Kim", "Noor", "Chris", "Dominique", "Maxime", "Nikita", "Andrea", "Simone")


def found(text: str, language: str) -> dict[str, str]:
    """Return the type of actor of each name that is found."""
    new = find_new_actors(document_of(text, language), read_lexicon(language), taken=())
    types = {actor.actor_id: actor.actor_type for actor in new.actors}
    return {m.span.of(text): types[m.entity_id] for m in new.mentions}


@pytest.mark.parametrize("language", languages())
def test_the_example_of_every_first_name_is_read_as_that_person(language: str) -> None:
    rows = read_lexicon(language).rows("actor_first_names")
    wrong = [row.key for row in rows if found(row["example"], language) != {f"{row.key} {SURNAMES[language]}": "person"}]
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_a_first_name_tells_a_gender_or_nothing(language: str) -> None:
    genders = {row.key: row["gender"] for row in read_lexicon(language).rows("actor_first_names")}
    assert set(genders.values()) == {"female", "male", ""}
    assert {name for name in MAN_OR_WOMAN if genders[name]} == set()
    assert genders["Jan"] == {"nl": "male", "en": ""}[language]
    assert len({name.lower() for name in genders}) == len(genders)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Roos bloeit in juni."),
        ("nl", "Mark werd later euro."),
        ("nl", "Wil de raad dat?"),
        ("nl", "Dan kwam de regen."),
        ("nl", "Elke dag regent het."),
        ("nl", "Rein water is schaars."),
        ("nl", "Frank is de munt."),
        ("nl", "Frans is moeilijk."),
        ("nl", "De roman Noorderzon verscheen."),
        ("nl", "Ook de Ruth Wielens voer uit."),
        ("nl", "Ze zat in het Finn Wielens Stadion."),
        ("en", "Will it rain?"),
        ("en", "Mark the spot."),
        ("en", "Grace matters here."),
        ("en", "Bill after bill was passed."),
        ("en", "Gene editing is new."),
        ("en", "Christian groups met."),
        ("en", "The Ruth Wheel International Airport closed."),
        ("en", "The Ruth Wheel sailed."),
    ],
)
def test_a_common_word_or_a_thing_is_no_person(language: str, text: str) -> None:
    assert "person" not in found(text, language).values()


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("nl", "Roman Wielinga zweeg.", "Roman Wielinga"),
        ("nl", "Volgens adviseur Roman Wielinga klopt het.", "Roman Wielinga"),
        ("nl", "Frans Wielinga zweeg.", "Frans Wielinga"),
        ("nl", "Roos zegt dat het regent.", "Roos"),
        ("nl", "Ze belde Roos.", "Roos"),
        ("nl", "Verkoopster Irina haalde de schouders op.", "Irina"),
        ("nl", "De Kroaat Davor Wielić zweeg.", "Davor Wielić"),
        ("en", "Bill Wheel left.", "Bill Wheel"),
        ("en", "Then Will Wheel left.", "Will Wheel"),
        ("en", "Grace says it is late.", "Grace"),
        ("en", "She rang Grace Park.", "Grace Park"),
    ],
)
def test_a_first_name_that_is_a_common_word_as_well_is_a_person(language: str, text: str, name: str) -> None:
    assert found(text, language) == {name: "person"}
