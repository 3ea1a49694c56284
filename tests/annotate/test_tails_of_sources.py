"""What hangs on a source and is no part of its name, or of what it states. Everybody is fictional."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.pipeline import read_article

TITLE = {"nl": "Nieuws van de dag\n\n", "en": "News of the day\n\n"}
Told = tuple[str, str, str]


def told(language: str, text: str) -> list[Told]:
    """Return words and name of the source, and the content, of every claim under the title; all of the newsroom's too."""
    document = document_of(TITLE[language] + text, language)
    reading = read_article(document)
    names = {actor.actor_id: actor.name for actor in reading.actors}
    return [(claim.source.of(document.text) if claim.source else "", names.get(claim.source_id, ""),
             claim.span.of(document.text)) for claim in reading.claims
            if claim.span.start >= len(TITLE[language])]  # fmt: skip


TAILS = [
    # a time behind the noun
    ("en", "Data published on Monday showed that the mill was closed.", ("Data", "Data", "the mill was closed")),
    ("en", "Figures released in June suggested that the mill was closed.", ("Figures", "Figures", "the mill was closed")),
    ("en", "A letter sent to the mayor on Friday warned that the mill was closed.",
     ("A letter sent to the mayor", "letter sent to the mayor", "the mill was closed")),
    # a clause on somebody that ends in a time
    ("en", "A nurse who worked there until May said that the ward was closed.", ("A nurse", "nurse", "the ward was closed")),
    ("en", "A nurse who left on Monday said the ward was closed.", ("A nurse", "nurse", "the ward was closed")),
    ("en", "The cook who fell in the yard last March denied that the ward was closed.",
     ("The cook", "cook", "the ward was closed")),
    ("en", "The nurse who the mayor met said the ward was closed.", ("The nurse", "nurse", "the ward was closed")),
    # on whom a source relies
    ("en", "The paper, citing two officials, said that the ward was closed.",
     ("The paper, citing two officials", "paper", "the ward was closed")),
    ("en", "The ward was closed, the paper said, citing two officials.", ("the paper", "paper", "The ward was closed")),
    ("en", "The paper reported that the ward was closed, quoting the mayor.", ("The paper", "paper", "the ward was closed")),
    ("nl", "De krant meldt dat de zaal dicht is, onder verwijzing naar twee bronnen.",
     ("De krant", "krant", "de zaal dicht is")),
    # who is told more of behind a comma keeps a short name
    ("nl", "De krant, die zich beroept op bronnen, meldt dat de zaal dicht is.",
     ("De krant, die zich beroept op bronnen", "krant", "de zaal dicht is")),
    ("en", "Her lawyer, who was there, said the ward was closed.", ("Her lawyer, who was there", "Her lawyer", "the ward was closed")),
    # a part of several
    ("en", "One of them said that the ward was closed.", ("One of them", "One of them", "the ward was closed")),
    ("en", "According to one of the neighbours, the ward was closed.",
     ("one of the neighbours", "one of the neighbours", "the ward was closed")),
    ("en", "According to one, the ward was closed.", ("one", "one", "the ward was closed")),
    # a verb that no list has, behind the second noun of a source
    ("nl", "Volgens een van de buren lekt de dijk.", ("een van de buren", "een van de buren", "lekt de dijk")),
    ("nl", "Volgens een woordvoerder van de brandweer smeult de zaal.",
     ("een woordvoerder van de brandweer", "woordvoerder van de brandweer", "smeult de zaal")),
    # a verb with a preposition of its own
    ("en", "The owner stands by its count.", ("The owner", "owner", "its count")),
    ("en", "The owner described the hall as a mess, and as closed.", ("The owner", "owner", "the hall as a mess, and as closed")),
    # an object that goes on in a relative clause, and one that does not
    ("nl", "De baas ontkent de diefstal van een fiets die tijdens de storm verdween.",
     ("De baas", "baas", "de diefstal van een fiets die tijdens de storm verdween")),
    # a verb whose particle stands behind the frame
    ("nl", "De kosten vielen, meldt de omroep, dit jaar mee.", ("de omroep", "omroep", "De kosten vielen")),
    # near misses: which one it is, a name like a month, a verb like one
    ("nl", "Een verpleegster die er tot maandag werkte, zei dat de zaal dicht was.",
     ("Een verpleegster die er tot maandag werkte", "verpleegster die er tot maandag werkte", "de zaal dicht was")),
    ("en", "Ann May said the ward was closed.", ("Ann May", "Ann May", "the ward was closed")),
    ("en", "The cook said the ward was closed until Monday.", ("The cook", "cook", "the ward was closed until Monday")),
]


@pytest.mark.parametrize(("language", "text", "expected"), TAILS)
def test_what_hangs_on_a_source_is_cut_from_it_and_from_its_content(language: str, text: str, expected: Told) -> None:
    assert told(language, text) == [expected]


def test_nobody_of_several_states_nothing() -> None:
    assert told("en", "None of them said that the ward was closed.") == [
        ("", "", "None of them said that the ward was closed.")]  # fmt: skip


def test_a_thing_that_points_somewhere_by_the_word_of_another_states_nothing() -> None:
    found = told("nl", "De omvang van de schade wijst volgens de kenners op een storm.")
    assert [(source, name) for source, name, _ in found] == [("de kenners", "kenners")]


def test_a_passive_behind_a_frame_is_still_what_its_speaker_states() -> None:
    text = "The hall was full, Ann May said on Monday, and each complaint would be answered."
    found = told("en", text)
    assert found == [("Ann May", "Ann May", "The hall was full")], "nothing is left to the newsroom"
