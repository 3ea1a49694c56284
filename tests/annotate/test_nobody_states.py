"""Where nobody states a thing, or who speaks is "we": neither ... nor, no confirmation, not certain. Everybody is fictional."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.pipeline import read_article

TITLE = {"nl": "Nieuws van de dag\n\n", "en": "News of the day\n\n"}
Stated = tuple[str, str, str]


def stated(language: str, text: str) -> list[Stated]:
    """Return voice or name, status and content of every claim under the title."""
    document = document_of(TITLE[language] + text, language)
    reading = read_article(document)
    names = {actor.actor_id: actor.name for actor in reading.actors}
    return [(names.get(claim.source_id, "") if claim.voice == "source" else "newsroom", claim.status,
             claim.span.of(document.text)) for claim in reading.claims
            if claim.span.start >= len(TITLE[language])]  # fmt: skip


def newsroom(status: str, text: str) -> list[Stated]:
    return [("newsroom", status, text)]


NOBODY = [
    ("nl", "reported", "De kerk heeft de verkoop nooit bevestigd noch ontkend."),
    ("nl", "reported", "Het waterschap ontkent noch bevestigt het lek."),
    ("nl", "reported", "De brief bevestigt noch ontkracht dat de kelder lekt."),
    ("en", "reported", "The bank neither confirmed nor denied the fraud."),
    ("nl", "unverified", "Er is geen bevestiging dat de molen verkocht is."),
    ("nl", "reported", "De politie heeft geen vermoeden dat er fraude was."),
    ("en", "unverified", "There is no confirmation that the mill was sold."),
    ("nl", "unverified", "Het is nog niet zeker of iemand gewond is."),
    ("nl", "unverified", "Het is niet zeker of de kermis doorgaat."),
    ("en", "unverified", "It is not certain whether anyone was hurt."),
]
SOMEBODY = [
    # what one will not say is left open by its source
    ("nl", "De bank kon noch bevestigen noch ontkennen dat er fraude was.", [("bank", "questioned", "er fraude was")]),
    ("nl", "De bevestiging van de buurman dat de winkel sluit, kwam laat.", [("buurman", "confirmed", "de winkel sluit")]),
    ("nl", "De bond is niet zeker of iemand gewond is.", [("bond", "questioned", "iemand gewond is")]),
    # we, inside what somebody states
    ("nl", "Wij betwijfelen of de dam houdt, zegt de bond.",
     [("bond", "claimed", "Wij betwijfelen of de dam houdt"), ("bond", "questioned", "de dam houdt")]),
    ("nl", "Wij vermoeden dat de oven lekt, zei bakker Jan Hoek.",
     [("Jan Hoek", "claimed", "Wij vermoeden dat de oven lekt"), ("Jan Hoek", "hedged", "de oven lekt")]),
    ("en", "We doubt whether the roof will hold, the union said.",
     [("union", "claimed", "We doubt whether the roof will hold"), ("union", "questioned", "the roof will hold")]),
    ("nl", "Wij betwijfelen of de dam houdt.", [("", "questioned", "de dam houdt")]),
    # a clause in front of what it is judged to be
    ("nl", "Dat de wolf door het hek kwam, acht de boswachter onmogelijk.",
     [("boswachter", "denied", "de wolf door het hek kwam")]),
    ("nl", "Dat de kerk leeg was, acht de koster ondenkbaar.", [("koster", "denied", "de kerk leeg was")]),
    ("nl", "Dat de oven lekt, acht de bakker aannemelijk.", [("bakker", "hedged", "de oven lekt")]),
    ("nl", "Dat de oven lekt, vindt de bakker vreemd.", [("bakker", "claimed", "de oven lekt")]),
    ("en", "The keeper considers it impossible that the fox got in.", [("keeper", "denied", "the fox got in")]),
]


@pytest.mark.parametrize(("language", "status", "text"), NOBODY)
def test_what_nobody_states_is_told_by_the_newsroom_alone(language: str, status: str, text: str) -> None:
    assert stated(language, text) == newsroom(status, text)


@pytest.mark.parametrize(("language", "text", "expected"), SOMEBODY)
def test_what_somebody_states_keeps_its_source_and_status(language: str, text: str, expected: list[Stated]) -> None:
    assert stated(language, text) == expected
