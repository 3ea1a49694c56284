"""Names in English news: ranks, initials, ministries without capitals, capitals that are no names; and Dutch endings."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.annotate.actors import build_actor_index, find_known_actors, find_new_actors
from helpers.model import Actor
from helpers.resources.lexicons import read_lexicon


def found(text: str, language: str = "en") -> dict[str, str]:
    new = find_new_actors(document_of(text, language), read_lexicon(language), taken=())
    return {m.span.of(text): m.entity_id for m in new.mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maj Ruth Wheel sang.", "Ruth Wheel"),
        ("Lt. Col. Ruth Wheel sang.", "Ruth Wheel"),
        ("Capt. Ruth Wheel sang.", "Ruth Wheel"),
        ("Lieutenant Colonel Ruth Wheel sang.", "Ruth Wheel"),
        ("Staff Sergeant Ruth Wheel sang.", "Ruth Wheel"),
        ("Rear Admiral Ruth Wheel sang.", "Ruth Wheel"),
        ("Det. Insp. Ruth Wheel sang.", "Ruth Wheel"),
        ("Lakeside MP Ruth Wheel sang.", "Ruth Wheel"),
        ("Senator Ruth Wheel (D-Wheelshire) sang.", "Ruth Wheel"),
        ("They rang Air Marshal Ruth Wheel.", "Ruth Wheel"),
    ],
)
def test_a_rank_or_an_office_stays_outside_the_name(text: str, name: str) -> None:
    assert [*found(text)] == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sport ministry closed.", {"sport ministry": "found-sport-ministry"}),
        ("France's sport ministry closed.", {"sport ministry": "found-french-ministry-of-sport"}),
        ("The Greek Culture Ministry closed.", {"Greek Culture Ministry": "found-greek-ministry-of-culture"}),
        ("Ukraine's foreign ministry closed.", {"foreign ministry": "ua_mfa"}),
        ("The Danish Wheel Agency closed.", {"Danish Wheel Agency": "found-danish-wheel-agency"}),
        ("A sport ministry official sang.", {}),
        ("The ministry closed.", {}),
        ("Health and safety come first.", {}),
        ("Wheel Town Police agreed.", {"Wheel Town Police": "found-wheel-town-police"}),
        ("The Fair Wheel association met.", {"Fair Wheel": "found-fair-wheel"}),
        ("They rang Fair Wheel, a small charity.", {"Fair Wheel": "found-fair-wheel"}),
    ],
)
def test_an_organisation_is_told_by_the_words_in_and_after_its_name(text: str, expected: dict[str, str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A COUNCIL was called wild. The council met.",
        "Unconfirmed reports say that it rained.",
        "‘We’re tired,’ she said.",
        "“Don’t go,” she said.",
        "Wheel County closed.",
        "She swam in Otter Creek.",
        "Storm Kills Two As Power Fails In Valley Towns\n\nTwo died on Monday. The storm went on.",
    ],
)
def test_capitals_that_are_no_actors(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize("text", ["Ponsonby reports that it rained.", "Ponsonby claims the ferry sank.", "Jonah Hill said no."])
def test_a_verb_of_speech_still_tells_a_person(text: str) -> None:
    assert len(found(text)) == 1


def test_an_initial_makes_no_other_person() -> None:
    text = "Ruth W. Wheel sang. Ruth Wheel left. Then Wheel came."
    assert set(found(text).values()) == {"found-ruth-w-wheel"}
    index = build_actor_index((Actor("zharkov", "Oleg Zharkov", "person"),))
    for name in ("Oleg P. Zharkov", "Oleg Zharkov"):
        (mention,) = find_known_actors(document_of(f"{name} sang.", "en"), index, read_lexicon("en"))
        assert (mention.span.end, mention.entity_id) == (len(name), "zharkov")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Volgens Olegs zus regent het.", {"Oleg": "found-oleg"}),
        ("Ruth Wielinga zweeg. De man van Wielingas zus ook.", {"Ruth Wielinga": "found-ruth-wielinga", "Wielinga": "found-ruth-wielinga"}),
        ("Volgens Lars regent het.", {"Lars": "found-lars"}),
        ("Zender Kanaal 7 zweeg.", {"Kanaal 7": "found-kanaal-7"}),
        ("De zender Kanaal won 7 prijzen.", {"Kanaal": "found-kanaal"}),
        ("De krant Wielbode 7% duurder.", {"Wielbode": "found-wielbode"}),
        ("Ze las een nota van Buurwerk, een netwerk van buren.", {"Buurwerk": "found-buurwerk"}),
    ],
)
def test_dutch_endings_and_numbers(text: str, expected: dict[str, str]) -> None:
    assert found(text, "nl") == expected


def test_a_genitive_names_a_known_person() -> None:
    index = build_actor_index((Actor("zharkov", "Oleg Zharkov", "person", aliases=("Zharkov",)),))
    text = "Dat is Zharkovs leger."
    (mention,) = find_known_actors(document_of(text, "nl"), index, read_lexicon("nl"))
    assert (mention.span.of(text), mention.entity_id) == ("Zharkov", "zharkov")
    assert find_known_actors(document_of("The Zharkovs left.", "en"), index, read_lexicon("en")) == ()
