"""Cues that say that somebody defends, holds on to, contradicts or only counts; with their everyday senses. Everybody is fictional."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.pipeline import read_article

TITLE = {"nl": "Nieuws van de dag\n\n", "en": "News of the day\n\n"}
Cued = tuple[str, str, str, str]


def cued(language: str, text: str) -> list[Cued]:
    """Return status, source, cue and content of everything that somebody states."""
    document = document_of(TITLE[language] + text, language)
    return [(claim.status, claim.source.of(document.text) if claim.source else "",
             claim.cue.of(document.text) if claim.cue else "", claim.span.of(document.text))
            for claim in read_article(document).claims if claim.voice == "source"]  # fmt: skip


STATED = [
    ("nl", "De kermis gaat niet door. Dat heeft de rechtbank bepaald.", ("claimed", "de rechtbank", "bepaald", "De kermis gaat niet door")),
    ("nl", "Het hof heeft bepaald dat de kermis doorgaat.", ("claimed", "Het hof", "bepaald", "de kermis doorgaat")),
    ("nl", "De burgemeester heeft bewoners opgeroepen thuis te blijven.",
     ("claimed", "De burgemeester", "opgeroepen", "thuis te blijven")),
    ("nl", "De vakbond had leden opgeroepen om het werk neer te leggen.",
     ("claimed", "De vakbond", "opgeroepen", "het werk neer te leggen")),
    ("nl", "De koster houdt eraan vast dat de klok gestolen is.", ("claimed", "De koster", "houdt", "de klok gestolen is")),
    ("nl", "De koster hield vast: ‘De klok is gestolen.’", ("claimed", "De koster", "hield", "De klok is gestolen")),
    ("nl", "De wethouder verdedigt de sluiting van het zwembad.",
     ("claimed", "De wethouder", "verdedigt", "de sluiting van het zwembad")),
    ("nl", "Wat wethouder Jan Hoek betreft, mag de molen open.", ("claimed", "wethouder Jan Hoek", "betreft", "mag de molen open")),
    ("nl", "In tegenstelling tot wat de vakbond beweert, is de school open.",
     ("denied", "de vakbond", "beweert", "is de school open")),
    ("nl", "Anders dan de koster zei, was de kerk op slot.", ("denied", "de koster", "zei", "was de kerk op slot")),
    ("en", "Contrary to what the union says, the school is open.", ("denied", "the union", "says", "the school is open")),
    ("en", "Figures suggest that the choir was too small.", ("claimed", "Figures", "suggest", "the choir was too small")),
    ("en", "The roof is safe. Experts say so.", ("claimed", "Experts", "say", "The roof is safe")),
    ("en", "Ten cooks fell ill. The union says twelve.", ("claimed", "The union", "says", "twelve")),
    ("en", "The coach called the rule absurd and left.", ("claimed", "The coach", "called", "the rule absurd")),
    ("en", "The coach called the rule absurd and dangerous.", ("claimed", "The coach", "called", "the rule absurd and dangerous")),
    ("en", "The mayor did not rule out a closure.", ("hedged", "The mayor", "rule", "a closure")),
    ("en", "The mayor could not rule out that the pool would close.", ("hedged", "The mayor", "rule", "the pool would close")),
]
SILENT = [
    ("nl", "De trainer bepaalt de opstelling."),
    ("nl", "Dat bepaalt de trainer zelf."),
    ("nl", "De politie hield de man vast."),
    ("nl", "De keeper verdedigt zijn doel."),
    ("nl", "Wat de molen betreft, is er nieuws."),
    ("nl", "De kok is anders dan de bakker."),
    ("en", "The mayor called the fire brigade and left."),
    ("en", "The roof is safe. The cook said so many times."),
    ("en", "The owner said two words."),
]


@pytest.mark.parametrize(("language", "text", "expected"), STATED)
def test_the_cue_gives_its_content_source_and_status(language: str, text: str, expected: Cued) -> None:
    assert cued(language, text) == [expected]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_its_everyday_sense_states_nothing(language: str, text: str) -> None:
    assert cued(language, text) == []
