"""When something was said: from a time in the frame, never from one in a content."""

import pytest

from helpers.annotate.claims import date_claims
from helpers.model import Card
from helpers.pipeline import read_article
from helpers.text import build_document


def _said(text, language):
    reading = read_article(build_document(text, Card("a.txt", language=language)))
    spans = {time.time_id: time.span.of(text) for time in reading.times}
    return [spans.get(claim.said_time_id, "") for claim in reading.claims if claim.voice == "source"]


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("nl", "De brug is dicht, zei de burgemeester dinsdag.", "dinsdag"),
    ("nl", "Woensdag zei de bakker dat de oven stuk is.", "Woensdag"),
    ("nl", "De dijkgraaf meldde op 22 mei dat het water zakt.", "22 mei"),
    ("nl", "De schipper verklaarde maandagavond: “Ik zag niets.”", "maandagavond"),
    ("en", "On Tuesday, the mayor said the bridge was closed.", "Tuesday"),
    ("en", "“We are done,” the owner said on Friday.", "Friday"),
])
def test_a_time_in_the_frame_says_when_it_was_said(language, text, expected):
    assert _said(text, language) == [expected]


@pytest.mark.parametrize(("language", "text"), [
    ("nl", "De burgemeester zegt dat de brug dinsdag opengaat."),
    ("nl", "De brug gaat dinsdag open, zegt de burgemeester."),
    ("nl", "“Ik kom maandag”, belooft de bakker."),
    ("nl", "De bakker sluit woensdag. De oven is stuk, zegt hij."),
    ("en", "The mayor said the bridge would open on Tuesday."),
])
def test_a_time_in_the_content_or_in_another_sentence_does_not(language, text):
    assert set(_said(text, language)) == {""}


def test_two_frames_in_one_sentence_keep_their_own_times():
    text = "Maandag zei de bakker dat de oven stuk is en dinsdag zei de burgemeester dat de brug dicht blijft."
    assert "Maandag" in _said(text, "nl")


def test_claims_without_a_time_come_back_as_they_were():
    reading = read_article(build_document("De brug is dicht, zegt de burgemeester.", Card("a.txt", language="nl")))
    assert date_claims(reading.document, reading.claims, ()) == reading.claims
