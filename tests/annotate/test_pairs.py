"""Two sources that speak together: zowel ... als, niet alleen ... maar ook, and a colleague. Everybody is fictional."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.pipeline import read_article

TITLE = {"nl": "Nieuws van de dag\n\n", "en": "News of the day\n\n"}
Said = tuple[str, str, str]


def said(language: str, text: str) -> list[Said]:
    """Return status, words and name of the source of every claim that is not the newsroom's."""
    document = document_of(TITLE[language] + text, language)
    reading = read_article(document)
    names = {actor.actor_id: actor.name for actor in reading.actors}
    return [(claim.status, claim.source.of(document.text) if claim.source else "", names.get(claim.source_id, ""))
            for claim in reading.claims if claim.voice == "source"]  # fmt: skip


TOGETHER = [
    ("nl", "Zowel de provincie als het waterschap bevestigde dat de dam lekt.", "confirmed",
     "Zowel de provincie als het waterschap", "Zowel de provincie als het waterschap"),
    ("nl", "Zowel burgemeester Jan Hoek als directeur Els Kuiper ontkent dat de oven lekt.", "denied",
     "Zowel burgemeester Jan Hoek als directeur Els Kuiper", "Jan Hoek and Els Kuiper"),
    ("nl", "Volgens zowel de bond als de school lekt het dak.", "claimed",
     "zowel de bond als de school", "zowel de bond als de school"),
    ("nl", "Niet alleen de bond, maar ook de school zegt dat het dak lekt.", "claimed",
     "Niet alleen de bond, maar ook de school", "Niet alleen de bond, maar ook de school"),
    ("nl", "Niet alleen de bond maar ook wethouder Jan Hoek betwijfelt of het dak houdt.", "questioned",
     "Niet alleen de bond maar ook wethouder Jan Hoek", "Niet alleen de bond maar ook wethouder Jan Hoek"),
    ("nl", "Minister Els Kuiper en haar Duitse collega Anna Blom verklaarden dat de brug dicht is.", "claimed",
     "Minister Els Kuiper en haar Duitse collega Anna Blom", "Els Kuiper and Anna Blom"),
    ("en", "Not only the union but also the school said the roof leaked.", "claimed",
     "Not only the union but also the school", "Not only the union but also the school"),
    ("en", "Mayor Ann Weller and her Danish colleague Tom Reeves denied that the roof leaked.", "denied",
     "Mayor Ann Weller and her Danish colleague Tom Reeves", "Ann Weller and Tom Reeves"),
    ("en", "Both Ann Weller and the school said the roof leaked.", "claimed",
     "Both Ann Weller and the school", "Both Ann Weller and the school"),
]  # fmt: skip
APART = [
    ("nl", "De kok heeft niet alleen honger maar ook dorst, zegt de bakker.", [("claimed", "de bakker", "bakker")]),
    ("nl", "Als de bakker zegt dat het dak lekt, vertrekt de kok.", []),
    ("nl", "Niet alleen de oven lekt, zegt de bakker.", [("claimed", "de bakker", "bakker")]),
    ("nl", "Noch de bond noch de school bevestigde dat het dak lekt.", []),
    ("en", "Neither Weller nor Reeves said the roof leaked.", []),
    ("nl", "Burgemeester Jan Hoek zei als wethouder dat de brug dicht is.",
     [("claimed", "Burgemeester Jan Hoek", "Jan Hoek")]),
]


@pytest.mark.parametrize(("language", "text", "status", "source", "name"), TOGETHER)
def test_two_that_speak_together_are_one_source(language: str, text: str, status: str, source: str, name: str) -> None:
    assert said(language, text) == [(status, source, name)]


@pytest.mark.parametrize(("language", "text", "expected"), APART)
def test_a_pair_of_other_things_is_no_pair_of_sources(language: str, text: str, expected: list[Said]) -> None:
    assert said(language, text) == expected
