from __future__ import annotations

from pathlib import Path

import pytest
from reading_by_hand import document_of, narrated, said

from helpers.annotate.wordings import find_wordings
from helpers.model import Document, Wording
from helpers.resources.codebook import read_codebook
from helpers.resources.lexicons import read_lexicon


def read(document: Document, *claims: object) -> tuple[Wording, ...]:
    held = claims or narrated(document)
    return find_wordings(document, read_lexicon(document.language), claims=held, codebook=read_codebook())  # type: ignore[arg-type]


def test_a_heading_that_takes_over_a_word_unquoted_is_the_newsrooms() -> None:
    document = document_of("Nieuws uit Belgorod\n\nEr was onrust in de oblast.\n\nRussische partizanen\n\nHet bleef stil.")
    [found] = [w for w in read(document) if w.term_id == "partisans"]
    assert (found.voice, found.in_quotes, found.actor_id) == ("newsroom", False, "")


def test_a_word_in_a_claim_has_the_voice_of_its_source() -> None:
    document = document_of("In Belgorod zegt de gouverneur dat saboteurs kwamen.")
    [found] = read(document, said(document, "saboteurs kwamen", "governor"))
    assert (found.term_id, found.voice, found.actor_id) == ("saboteurs", "source", "governor")


def test_a_word_outside_every_content_is_the_newsrooms() -> None:
    document = document_of("De partizanen uit Belgorod zeggen dat het stil is.")
    [found] = read(document, said(document, "het stil is", "speaker"))
    assert (found.term_id, found.voice) == ("partisans", "newsroom")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("In Belgorod waren ‘saboteurs’ gezien.", True), ("In Belgorod waren saboteurs gezien.", False),
     ('In Belgorod waren "de saboteurs van de buren" gezien.', True)],
)  # fmt: skip
def test_quotation_marks_around_a_word_are_seen(text: str, quoted: bool) -> None:
    [found] = read(document_of(text))
    assert found.in_quotes is quoted


@pytest.mark.parametrize(
    "text",
    ["In Belgorod delen vrijwilligers soep uit.", "In Belgorod heette het Russisch Vrijwilligerskorps een koor.",
     "In Belgorod onderging hij een operatie aan de knie."],
)  # fmt: skip
def test_a_word_in_another_sense_is_no_wording(text: str) -> None:
    assert read(document_of(text)) == ()


def test_an_article_outside_the_scope_is_not_coded() -> None:
    assert read(document_of("De terroristen van Oudorp zijn gevat.")) == ()


def test_every_row_reads_back_its_word() -> None:
    text = Path(__file__).parents[2].joinpath("seeds/nl-2023-06-02-sjebekino.txt").read_text(encoding="utf-8")
    document = document_of(text)
    forms = {form.lower() for row in read_codebook().rows("terms") for form in row.words("forms")}
    found = read(document)
    assert found
    assert {w.span.of(document.text).lower() for w in found} <= forms
