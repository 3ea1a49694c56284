"""A capital at the head of a sentence, before a verb of speech, is no name where the word is an ordinary one."""

from __future__ import annotations

import pytest

from helpers.model import Card
from helpers.pipeline import read_article
from helpers.text import build_document

DUTCH = ("Vervolgens", "Uiteindelijk", "Daarin", "Hiermee", "Gisteravond", "Zaterdagmiddag", "Helaas", "Desondanks",
         "Hijzelf", "Velen", "Aanvankelijk", "Momenteel")  # fmt: skip
ENGLISH = ("Eventually", "Apparently", "Unfortunately", "Somebody", "Himself", "Previously", "Fishermen", "Otherwise")


def named(text: str, language: str) -> list[str]:
    document = build_document(text, Card("a.txt", language=language))
    return [mention.span.of(text) for mention in read_article(document).mentions if mention.form == "name"]


@pytest.mark.parametrize("word", DUTCH)
def test_a_dutch_word_that_only_opens_its_sentence_names_nobody(word: str) -> None:
    assert named(f"Het regent. {word} zei de bakker dat de dijk lekt.", "nl") == []
    assert named(f"Het regent. {word} noemde dat onzin.", "nl") == []


@pytest.mark.parametrize("word", ENGLISH)
def test_an_english_word_that_only_opens_its_sentence_names_nobody(word: str) -> None:
    assert named(f"It rains. {word} said that the dam leaks.", "en") == []


@pytest.mark.parametrize("text", ["Het regent. Wolfer noemde dat onzin.", "Het regent. Wolfer zei dat de dijk lekt."])
def test_a_surname_at_the_head_of_its_sentence_is_a_name(text: str) -> None:
    assert named(text, "nl") == ["Wolfer"]


def test_what_stands_before_a_verb_and_its_pronoun_is_no_name() -> None:
    assert named("Het regent. Wolfering zei hij dat de dijk lekt.", "nl") == []
