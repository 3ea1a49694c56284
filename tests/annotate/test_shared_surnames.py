"""A surname that two people of an article bear: his whose title it has, else nobody, and both are listed."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.model import Reading
from helpers.pipeline import read_article

QUARREL = {
    "nl": "Burgemeester Els Kuiper en raadslid Bart Kuiper hebben ruzie. ",
    "en": "Mayor Anna Baxter met councillor Bart Baxter. ",
}


def _read(language: str, text: str) -> tuple[Reading, list[tuple[str, set[str]]]]:
    reading = read_article(document_of(QUARREL[language] + text, language))
    names = {actor.actor_id: actor.name for actor in reading.actors}
    told = [(names.get(claim.source_id, ""), {other.reason for other in claim.considered})
            for claim in reading.claims if claim.voice == "source"]  # fmt: skip
    return reading, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Kuiper zei dat de dijk lekt."),
        ("nl", "De dijk lekt, aldus Kuiper."),
        ("nl", "Volgens Kuiper lekt de dijk."),
        ("nl", "‘De dijk lekt’, zei Kuiper, die boos was."),
        ("nl", "Wethouder Kuiper zei dat de dijk lekt."),
        ("en", "Baxter said that the dam had burst."),
        ("en", "The dam had burst, Baxter said."),
        pytest.param("en", "According to Baxter, the dam had burst.", marks=pytest.mark.xfail(
            strict=True, reason="behind these words a surname that is a town too is taken for the town")),
    ],
)
def test_a_surname_of_two_people_leaves_the_source_open_and_lists_both(language: str, text: str) -> None:
    reading, told = _read(language, text)
    assert [name for name, _ in told] == [""]
    assert {"nl": {"Els Kuiper", "Bart Kuiper"}, "en": {"Anna Baxter", "Bart Baxter"}}[language] <= told[0][1]
    assert len({mention.mention_id for mention in reading.mentions}) == len(reading.mentions)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("nl", "Raadslid Kuiper zei dat de dijk lekt.", "Bart Kuiper"),
        ("nl", "Els Kuiper zei dat de dijk lekt.", "Els Kuiper"),
        ("nl", "De buurman van Kuiper zei dat de dijk lekt.", "buurman van Kuiper"),
        ("en", "Councillor Baxter said the dam had burst.", "Bart Baxter"),
        ("en", "Baxter's brother said that the dam had burst.", "Baxter's brother"),
    ],
)
def test_a_title_tells_which_of_two_and_a_name_inside_a_phrase_is_somebody_else(language: str, text: str, name: str) -> None:
    assert [found for found, _ in _read(language, text)[1]] == [name]


@pytest.mark.parametrize("opener", ["Zowel Kuiper als Hoek", "Noch Kuiper noch Hoek"])
def test_a_word_that_joins_two_names_is_part_of_neither(opener: str) -> None:
    reading = read_article(document_of(f"Minister Els Kuiper kwam. {opener} wil een hek. Kuiper zei dat het mooi is."))
    assert {actor.name for actor in reading.actors} <= {"Els Kuiper", "Hoek"}
    assert reading.claims[-1].source_id == "found-els-kuiper"
