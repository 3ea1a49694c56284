"""Whose words they are: a possessive, a role, a pronoun, a surname of a place, an initial. Everybody is fictional."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.pipeline import read_article

TITLE = {"nl": "Nieuws van de dag\n\n", "en": "News of the day\n\n"}


def speakers(language: str, text: str) -> list[str]:
    """Return the names of the sources of an article, claim by claim, in order; empty where nobody is told."""
    reading = read_article(document_of(TITLE[language] + text, language))
    names = {actor.actor_id: actor.name for actor in reading.actors}
    voiced = [claim for claim in reading.claims if claim.voice == "source"]
    return [names.get(claim.source_id, "") for claim in sorted(voiced, key=lambda claim: claim.source or claim.span)]


OWNED = [
    ("en", "Mayor Ann Weller was held. Weller's lawyer said she was innocent.", ["Weller's lawyer"]),
    ("en", "Director Lena Cole left. Cole's office said the mill was sold.", ["Cole's office"]),
    ("en", "Tom Reeves sang. The choir was ill, Reeves' brother said.", ["Reeves' brother"]),
    ("en", "Mayor Ann Weller was held. Weller's deputy, Tom Reeves, said it rained.", ["Tom Reeves"]),
    ("nl", "Minister Anna Blom vertrok. Bloms advocaat zegt dat zij onschuldig is.", ["Bloms advocaat"]),
    ("nl", "Koster Kees Hans vertrok. De klok is stuk, zegt Hans' broer.", ["Hans' broer"]),
    ("nl", "Bakker Oleg Zjarkov sliep. Volgens Zjarkovs oude buurvrouw is de oven stuk.", ["Zjarkovs oude buurvrouw"]),
    # what somebody wrote or said speaks for him, and a name is no possessive because it ends in s
    ("en", "Mayor Ann Weller left. Weller's letter said the mill was sold.", ["Ann Weller"]),
    ("nl", "Minister Anna Blom vertrok. Bloms laatste brief zegt dat het regent.", ["Anna Blom"]),
    ("nl", "Koster Kees Hans zegt dat de klok stuk is.", ["Kees Hans"]),
]
ROLES = [
    ("nl", "Een visser belde met verslaggever Karel Smit. De visser zei dat hij moe is.", ["visser"]),
    ("nl", "Een bakker sprak met burgemeester Jan Hoek. De burgemeester zei dat de oven lekt.", ["Jan Hoek"]),
    ("nl", "De buurvrouw van wethouder Jan Hoek kwam. De buurvrouw zei dat het regent.", ["buurvrouw"]),
    ("en", "A fisherman met reporter Karl Selby. The fisherman said the boat leaked.", ["fisherman"]),
    ("en", "A nurse phoned councillor Karl Selby. The councillor said the ward was closed.", ["Karl Selby"]),
    ("en", "The widow of captain Karl Selby came. The widow said it rained.", ["widow"]),
    ("nl", "Minister van Justitie en vicepremier Jan Hoek kwam. De minister zei dat hij moe is.", ["Jan Hoek"]),
]
PRONOUNS = [
    ("nl", "Bakker Anna Blom kwam. “Het stroomde naar binnen”, zegt de matroos. “Ik rende weg”, vertelt hij.", ["matroos"] * 2),
    ("nl", "Burgemeester Jo Haas kwam. De stukadoor, zo vertelde hij later, hoorde twee knallen.", ["stukadoor"]),
    ("nl", "Bart Smal was er. De ober, zo vertelde hij, was ziek.", ["ober"]),
    ("nl", "De dijk lekt, zei het waterschap. De twee wethouders kwamen samen. Ze zeiden dat de dijk houdt.",
     ["waterschap", "twee wethouders"]),
    ("en", "Mayor Tom Reeves came. “The roof fell in,” said the stevedore. “I ran,” he said.", ["stevedore"] * 2),
    ("en", "The club will pay, Northwind Trust said. The two leaders met in Cork. They said the roof was safe.",
     ["Northwind Trust", "two leaders"]),
    # a man and his own role are one
    ("nl", "Burgemeester Jo Haas kwam. De burgemeester keek naar de dijk. Hij zei dat de dijk lekt.", ["Jo Haas"]),
    ("nl", "Wethouder Els Kuiper meldde een lek. De wethouder sprak van een drama. Ze zei dat de dijk lekt.", ["Els Kuiper"] * 3),
    ("en", "Mayor Tom Reeves came. The mayor looked at the dam. He said it leaked.", ["Tom Reeves"]),
    # a group or a study is no he
    ("nl", "Wethouder Jan Hoek kwam. “Wij helpen”, zei het koor. “Het regent”, zei hij.", ["koor", "Jan Hoek"]),
    ("en", "Mayor Tom Reeves came. “One in five is ill,” said the survey. “I am not,” he said.", ["survey", "Tom Reeves"]),
]
SURNAMES = [
    ("nl", "Directeur Rutger van Essen zei dat de dijk lekt. Volgens Van Essen regent het.", ["Rutger van Essen"] * 2),
    ("nl", "Wethouder Ans van Breda zei dat de brug dicht is.", ["Ans van Breda"]),
    ("nl", "Minister Van Weert van Infrastructuur zei dat de brug dicht is.", ["Van Weert"]),
    ("nl", "Staatssecretaris Van der Meer zei dat de brug dicht is. Van der Meer is boos.", ["Van der Meer"]),
    ("nl", "Volgens Sjoerd van Venlo is het tij laag.", ["Sjoerd van Venlo"]),
    ("nl", "Minister van Financiën Ruth Wiel zei dat het tij laag is.", ["Ruth Wiel"]),
    ("nl", "Burgemeester Wouters van Gent zei dat de brug lekt.", ["Wouters"]),
    ("en", "Director Rutger van Essen said the mill was sold.", ["Rutger van Essen"]),
]
INITIALS = [
    ("nl", "De rechter hoorde Kevin de B. Zijn advocaat zegt dat hij thuis was.", ["Zijn advocaat"]),
    ("nl", "De politie hield Marco V. aan. V. zei dat hij thuis was.", ["Marco V."]),
    ("nl", "Volgens J. De Vries is de brug dicht.", ["J. De Vries"]),
    ("en", "The judge heard Kevin B. His lawyer said he was at home.", ["His lawyer"]),
    ("en", "The mayor answered no. Cooks were ill, George W. Wheel said.", ["George W. Wheel"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), OWNED)
def test_who_belongs_to_a_named_person_speaks_for_himself(language: str, text: str, expected: list[str]) -> None:
    assert speakers(language, text) == expected


@pytest.mark.parametrize(("language", "text", "expected"), ROLES)
def test_a_role_is_his_whose_phrase_it_stands_in(language: str, text: str, expected: list[str]) -> None:
    assert speakers(language, text) == expected


@pytest.mark.parametrize(("language", "text", "expected"), PRONOUNS)
def test_a_pronoun_means_who_just_spoke_or_was_spoken_of(language: str, text: str, expected: list[str]) -> None:
    assert speakers(language, text) == expected


@pytest.mark.parametrize(("language", "text", "expected"), SURNAMES)
def test_a_surname_that_is_a_place_or_an_office_as_well_is_a_persons(language: str, text: str, expected: list[str]) -> None:
    assert speakers(language, text) == expected


@pytest.mark.parametrize(("language", "text", "expected"), INITIALS)
def test_an_initial_for_a_surname_may_end_its_sentence(language: str, text: str, expected: list[str]) -> None:
    assert speakers(language, text) == expected


def test_a_surname_with_a_small_word_is_a_place_behind_a_preposition_of_place() -> None:
    document = document_of("Nieuws\n\nDirecteur Rutger van Essen kwam. Van Essen naar Breda is het ver. Hij woont in Essen.")
    mentions = read_article(document).mentions
    assert [m.entity_type for m in mentions if m.span.of(document.text) == "Essen"] == ["place", "place"]


def test_the_stop_of_an_initial_belongs_to_the_name() -> None:
    document = document_of("Nieuws\n\nDe politie hield Marco V. aan in Delft. Ook Samir el K. zit vast.")
    reading = read_article(document)
    assert {m.span.of(document.text) for m in reading.mentions if m.entity_type == "actor"} == {"Marco V.", "Samir el K."}
    assert len(reading.document.sentences) == 3


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Dat zei J. de Vries."),
        ("nl", "Burgemeester R. Zijlstra zweeg."),
        ("nl", "Zij belde J. De Vries."),
        ("en", "It is no. 3 of the list."),
        ("en", "George W. Will was silent."),
        ("en", "She met the U.S. Army."),
    ],
)
def test_an_initial_before_a_name_ends_no_sentence(language: str, text: str) -> None:
    assert [s.span.of(text) for s in document_of(text, language).sentences] == [text]


@pytest.mark.parametrize(
    ("language", "text", "confidence"),
    [
        ("nl", "“De brug is dicht”, zei bakker Jan Hoek.", "high"),
        ("nl", "“De brug is dicht”, klinkt het.", "medium"),
        ("nl", "Hij zei dat de brug dicht is.", "medium"),
        ("en", "“The bridge is closed,” he said.", "medium"),
    ],
)
def test_no_claim_is_sure_whose_source_is_unknown(language: str, text: str, confidence: str) -> None:
    reading = read_article(document_of(TITLE[language] + text, language))
    claim, = (claim for claim in reading.claims if claim.voice == "source")
    assert (bool(claim.source_id), claim.confidence) == (confidence == "high", confidence)
