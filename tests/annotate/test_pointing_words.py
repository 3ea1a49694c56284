"""What ``dat``, ``that claim`` and a bare yes or no mean: the fitting claim, or nothing. Everybody is fictional."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.pipeline import read_article

TITLE = {"nl": "Nieuws van de dag\n\n", "en": "News of the day\n\n"}


def against(language: str, text: str) -> list[tuple[str, str, str]]:
    """Return status, source and content of everything that somebody answers to what was said."""
    document = document_of(TITLE[language] + text, language)
    claims = read_article(document).claims
    return [(claim.status, claim.source.of(document.text) if claim.source else "", claim.span.of(document.text))
            for claim in sorted(claims, key=lambda claim: claim.cue or claim.span)
            if claim.voice == "source" and claim.status != "claimed"]  # fmt: skip


ANSWERS = [
    # a negation behind the pointing word
    ("nl", "De bakker zei dat de oven lekt. De kok ontkent dat niet.", [("hedged", "De kok", "de oven lekt")]),
    ("nl", "De bakker zei dat de oven lekt. De kok bevestigt dat niet.", []),
    ("nl", "De bakker zei dat de oven lekt. De kok bevestigt dat evenmin. De ober bevestigt dat vooralsnog niet.", []),
    ("nl", "De bakker zei dat de oven lekt. De kok weerspreekt dat niet, maar is boos.", [("hedged", "De kok", "de oven lekt")]),
    ("nl", "Er zouden acht koeien zijn verdronken. De bond zou dat hebben gemeld, maar bevestigt dat niet.", []),
    ("nl", "De bakker ontkent dat niet iedereen weg was.", [("denied", "De bakker", "niet iedereen weg was")]),
    # over a sentence that only answers
    ("nl", "De bakker zei dat de oven lekt. De kok bevestigt dat niet. De ober ontkent dat.",
     [("denied", "De ober", "de oven lekt")]),
    ("nl", "Het dak zou zijn ingestort. De gemeente wil dat niet bevestigen. De school kan dat niet bevestigen.",
     [("questioned", "De gemeente", "Het dak zou zijn ingestort"), ("questioned", "De school", "Het dak zou zijn ingestort")]),
    ("en", "The baker said that the oven leaks. The cook did not deny that. The mayor would not confirm that.",
     [("questioned", "The mayor", "the oven leaks")]),
    # speech that was not read, and a title, are not what is meant
    ("en", "The baker said the oven blew up. The mayor could not confirm that.", []),
    ("nl", "De bond bevestigt dat.", []),
    ("nl", "De bewering werd door de bond weersproken.", [("denied", "de bond", "De bewering")]),
    # a noun with an article means what stands next to it, a pointing one also what stands further off
    ("nl", "De bakker zei dat de oven lekt. De kok verwerpt die bewering.", [("denied", "De kok", "de oven lekt")]),
    ("nl", "De bakker zei dat de oven lekt. Het regende. De kok verwerpt die bewering.", [("denied", "De kok", "de oven lekt")]),
    ("nl", "De bakker zei dat de oven lekt. Het regende. De kok wuift de kritiek weg.", [("denied", "De kok", "de kritiek")]),
    ("nl", "De bakker vindt dat overdreven. De kok wuift de kritiek weg.", [("denied", "De kok", "de kritiek")]),
    ("nl", "De bakker zei dat niemand gewond raakte. De kok ontkent de aanval.", [("denied", "De kok", "de aanval")]),
    ("en", "The baker said that the oven leaks. It rained. The cook rejected the criticism.",
     [("denied", "The cook", "the criticism")]),
    # nobody denies his own words
    ("nl", "Wethouder Anna Blom zei dat de dijk veilig is. Blom noemde het bericht een leugen. De wethouder noemde de geruchten "
           "onzin.", [("denied", "Blom", "het bericht"), ("denied", "De wethouder", "de geruchten")]),
    ("nl", "Wethouder Anna Blom zei dat de dijk veilig is. Anna Blom ontkende dat.", []),
    ("nl", "Wethouder Anna Blom zei dat de dijk veilig is. Joris Wetering noemde het bericht een leugen.",
     [("denied", "Joris Wetering", "de dijk veilig is")]),
    ("en", "Mayor Anna Stone said that the dam is safe. Stone rejected that claim.", [("denied", "Stone", "that claim")]),
    # a question in front of a yes or a no
    ("nl", "Op de vraag of de brug dicht blijft, antwoordde de wethouder ontkennend.",
     [("denied", "de wethouder", "de brug dicht blijft")]),
    ("nl", "De bakker zei dat het druk was. Op de vraag of de winkel sluit, antwoordde hij bevestigend.",
     [("confirmed", "hij", "de winkel sluit")]),
    ("nl", "Gevraagd of de molen verkocht is, schudde de molenaar nee.", [("denied", "de molenaar", "de molen verkocht is")]),
    ("nl", "De bakker zei nee. Hij zei nee tegen het plan.", []),
    ("en", "Asked whether the dam was safe, the mayor said no.", [("denied", "the mayor", "the dam was safe")]),
    ("en", "When asked if the shop would close, Anna Stone answered in the affirmative.",
     [("confirmed", "Anna Stone", "the shop would close")]),
    ("en", "The owner said no. She said no to the plan.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), ANSWERS)
def test_an_answer_is_to_the_fitting_words_or_to_none(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert against(language, text) == expected


def test_a_question_in_front_of_its_answer_leaves_no_words_to_the_newsroom() -> None:
    document = document_of("Nieuws\n\nOp de vraag of de brug dicht blijft, antwoordde de wethouder ontkennend.")
    assert [c.voice for c in read_article(document).claims if c.span.start > 5] == ["source"]
