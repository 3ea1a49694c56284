"""Nobody denies his own words, a noun fits its kind of organisation, and a real tie is nobody: people are fictional."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.model import Claim
from helpers.pipeline import read_article


def _last(language: str, text: str) -> Claim:
    claims = [claim for claim in read_article(document_of(text, language)).claims if claim.source is not None]
    return max(claims, key=lambda claim: claim.source.start if claim.source else 0)


ORGANISATIONS = (
    ("en", "Greenpeace said the lake was poisoned. The company denied that.", "unnamed-a-company"),
    ("nl", "Greenpeace zei dat het meer vergiftigd is. Het bedrijf ontkent dat.", "unnamed-a-bedrijf"),
    ("en", "Oxfam said the camp had no water. The party rejected the claim.", "unnamed-a-party"),
    ("en", "The Nightingale Movement said it had taken the harbour. The army denied losing it.", "unnamed-a-army"),
    ("en", "Hamas said it had let four people go. The army said it knew nothing.", "unnamed-a-army"),
    ("en", "Labour said the plan would fail. The court rejected the claim.", "unnamed-a-court"),
    ("nl", "De VVD zegt dat het plan faalt. De club ontkent dat.", "unnamed-a-club"),
    ("nl", "Noordwind zegt dat het meer vuil is, maar volgens het bedrijf klopt dat niet.", "unnamed-a-bedrijf"),
    ("en", "Reuters reported that the bridge fell. The newspaper said nobody was hurt.", "unnamed-a-newspaper"),
    ("en", "Gazprom and Rosneft met. Greenpeace said the lake was poisoned. The company denied that.", "unnamed-a-company"),
    ("nl", "Gazprom opende een fabriek. Greenpeace zei dat het meer vergiftigd is. Het bedrijf ontkent dat.", "gazprom"),
    ("en", "Gazprom said the lake was clean. Greenpeace called that a lie. The company rejected the accusation.", "gazprom"),
    ("en", "Gazprom said profits rose. The company denied that it was in trouble.", "gazprom"),
    ("en", "Labour said the Tories lied. The party denied that.", "tories"),
    ("en", "Fidesz said the vote was fair. The party denied fraud.", "fidesz"),
    ("en", "The Guardian reported that the bridge fell. The article said nobody was hurt.", "m_guardian"),
    ("nl", "Ryanair zei dat de vlucht doorging. De luchtvaartmaatschappij zei dat niemand wachtte.", "ryanair"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), ORGANISATIONS)
def test_a_noun_for_an_organisation_fits_its_kind_and_denies_no_words_of_its_own(
    language: str, text: str, expected: str
) -> None:
    assert _last(language, text).source_id == expected


PRONOUNS = (
    ("nl", "Premier Harker zegt dat minister Lindeman liegt. Zij ontkent dat.", "found-lindeman"),
    ("nl", "Jan Smit zegt dat er wordt gelogen. Hij betwijfelt dat.", ""),
    ("nl", "Volgens Jan Smit heeft Piet Bos gelogen. Hij spreekt dat tegen.", "found-piet-bos"),
    ("en", "Tom Hill said the bridge was safe. He denied that it would be closed.", "found-tom-hill"),
    ("nl", "‘Lindeman liegt’, zegt minister Jan Smit. De minister ontkent dat.", "unnamed-a-minister"),
    ("nl", "Jan Oker zei dat hij de boot huurde. Later kwam hij daarop terug.", "found-jan-oker"),
    ("en", "Tom Hill said he had rented the boat. He later retracted the statement.", "found-tom-hill"),
    ("nl", "Jan Post sprak Femke Maes. Volgens haar is het een vergissing.", "found-femke-maes"),
    ("nl", "Sanne Kramer sprak met Mirjam Maes. Ze zei dat het laat was.", ""),
    ("en", "Helen Hill met Julia Wheel. She said the shop would close.", ""),
    ("en", "Helen Hill told reporters that the shop would close. She said it was old.", "found-helen-hill"),
    ("en", "President Harker said that minister Anna Bell lies. She said it was nonsense.", ""),
    ("nl", "Een lerares sprak met Els Bos. Ze zei dat het laat was.", ""),
    ("nl", "Een buurman belde Els Bos. Hij zei dat het laat was.", "unnamed-a-buurman"),
    ("nl", "Op 3 mei betwijfelde Tom Hill of de brief klopte. Wim Dekker, de hoogste rechter, kon het nog niet uitleggen. "
           "Wel bevestigde hij dat er een brief is.", "found-wim-dekker"),
    ("en", "Tom Hill said the bridge was safe. Ruth Hill, his sister, kept silent. He added that it was new.", "found-tom-hill"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), PRONOUNS)
def test_a_pronoun_is_the_one_best_or_nobody(language: str, text: str, expected: str) -> None:
    assert _last(language, text).source_id == expected


@pytest.mark.parametrize(("text", "names"), [
    ("Helen Hill met Julia Wheel. She said the shop would close.", ["Helen Hill", "Julia Wheel"]),
    ("Gazprom and Rosneft met. Greenpeace said the lake was poisoned. The company denied that.", ["Gazprom", "Rosneft"]),
])  # fmt: skip
def test_all_that_were_considered_are_listed(text: str, names: list[str]) -> None:
    assert [other.reason for other in _last("en", text).considered] == names


@pytest.mark.parametrize(("text", "expected"), [
    ("Volgens een strijder president Poetin is de brug gevallen.", "unnamed-a-strijder"),
    ("Een zekere dokter Jan Bos zegt dat de brug viel.", "found-jan-bos"),
    ("Een boze president Poetin zegt dat de brug viel.", "putin"),
    ("De Russische president Poetin zegt dat de brug viel.", "putin"),
])  # fmt: skip
def test_an_indefinite_person_is_not_whose_title_and_name_follow(text: str, expected: str) -> None:
    assert _last("nl", text).source_id == expected


def test_a_subject_that_was_only_considered_is_no_actor() -> None:
    reading = read_article(document_of("Een buurman belde Els Bos. Ze zei dat het laat was.", "nl"))
    assert [actor.actor_id for actor in reading.actors if actor.origin == "found"] == ["found-els-bos"]
