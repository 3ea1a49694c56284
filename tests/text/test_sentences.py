"""Sentences end where a reader sees them end."""

import pytest

from helpers.model import Card
from helpers.text import build_document

NL = [
    ("Hij kwam. Zij ging.", ["Hij kwam.", "Zij ging."]),
    ("Dat zei J. de Vries. Hij bleef.", ["Dat zei J. de Vries.", "Hij bleef."]),
    ("Daarop zijn o.a. Belgen te zien. Meer niet.", ["Daarop zijn o.a. Belgen te zien.", "Meer niet."]),
    ("‘Kom!’ riep hij. ‘Nu.’ Niemand kwam.", ["‘Kom!’ riep hij.", "‘Nu.’", "Niemand kwam."]),
    ("“Wij gaan door”, zei ze. “Altijd.” Toen zweeg ze.", ["“Wij gaan door”, zei ze.", "“Altijd.”", "Toen zweeg ze."]),
    ("Het kost 3.500 euro. Dat is veel.", ["Het kost 3.500 euro.", "Dat is veel."]),
    ("Om 14.20 uur viel het stil. 's Avonds niet.", ["Om 14.20 uur viel het stil.", "'s Avonds niet."]),
    ("Waarom? Niemand weet het… Of toch wel!", ["Waarom?", "Niemand weet het…", "Of toch wel!"]),
    ("Hij noemde het ‘een ramp.’ en ging weg.", ["Hij noemde het ‘een ramp.’ en ging weg."]),
    ("Prof. Jansen en mr. Van Dam spraken. Klaar.", ["Prof. Jansen en mr. Van Dam spraken.", "Klaar."]),
    ("In 1999. Toen begon het.", ["In 1999.", "Toen begon het."]),
    ("„Weg hier.” „Waarheen?”", ["„Weg hier.”", "„Waarheen?”"]),
]
EN = [
    ("Mr. Brown left. He did.", ["Mr. Brown left.", "He did."]),
    ("The U.S. Senate voted. It passed.", ["The U.S. Senate voted.", "It passed."]),
    ('"Go!" she said. "Now."', ['"Go!" she said.', '"Now."']),
    ("DENVER, Colo. — The abbess left. She sang.", ["DENVER, Colo. — The abbess left.", "She sang."]),
    ("IT failed. — The firm was sorry.", ["IT failed.", "— The firm was sorry."]),
    ("It began at 9 a.m. on Monday. It ended.", ["It began at 9 a.m. on Monday.", "It ended."]),
]


@pytest.mark.parametrize(("language", "text", "expected"), [("nl", *c) for c in NL] + [("en", *c) for c in EN])
def test_a_paragraph_is_cut_into_the_sentences_that_a_reader_sees(language, text, expected):
    document = build_document(text, Card("a.txt", language=language))
    assert [s.span.of(document.text) for s in document.sentences] == expected


def test_titles_and_headings_are_told_from_running_text():
    text = "Brug blijft dicht\n\nDe brug blijft dicht. Dat is jammer.\n\n‘Geen geld’\n\nEr is geen geld, zegt de stad.\n"
    document = build_document(text, Card("a.txt", language="nl"))
    assert [s.part for s in document.sentences] == ["title", "intro", "intro", "heading", "body"]
    assert [s.paragraph for s in document.sentences] == [0, 1, 1, 2, 3]


def test_wrapped_lines_are_one_paragraph_and_whole_lines_are_paragraphs():
    wrapped = "De brug blijft nog een week\ndicht, zegt de burgemeester van\nhet dorp."
    whole = "De brug blijft dicht.\nDat zegt de burgemeester."
    assert len(build_document(wrapped, Card("a.txt")).paragraphs) == 1
    assert len(build_document(whole, Card("a.txt")).paragraphs) == 2


def test_an_offset_is_found_in_its_sentence_and_between_two_in_the_one_before():
    document = build_document("Een zin.  Nog een.", Card("a.txt", language="nl"))
    assert document.sentence_at(3).position == 0
    assert document.sentence_at(9).position == 0
    assert document.sentence_at(10).position == 1
