"""Texts in capitals throughout, and pictures between the words: both are read like any other."""

import pytest
from attribution_markup import read_text, voiced

TEXTS = [
    ("nl", "DE MINISTER ZEGT DAT DE BRUG DICHT IS.", "DE BRUG DICHT IS", "DE MINISTER"),
    ("nl", "VOLGENS DE POLITIE IS DE WEG DICHT.", "IS DE WEG DICHT", "DE POLITIE"),
    ("nl", "“DE BRUG IS AL WEKEN DICHT”, ZEI DE MINISTER.", "DE BRUG IS AL WEKEN DICHT", "DE MINISTER"),
    ("en", "THE MINISTER SAID THAT THE BRIDGE WAS CLOSED.", "THE BRIDGE WAS CLOSED", "THE MINISTER"),
    ("nl", "De slager ✅ bevestigt dat de winkel sluit.", "de winkel sluit", "De slager"),
    ("nl", "De slager👍🏽zegt dat de winkel sluit.", "de winkel sluit", "De slager"),
    ("nl", "De slager twitterde: 🔥🔥 “De winkel gaat dicht”.", "De winkel gaat dicht", "De slager"),
    ("en", "“The shop is closed” 😡, said the butcher.", "The shop is closed", "the butcher"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "content", "source"), TEXTS)
def test_capitals_and_pictures_hide_no_claim(language, text, content, source):
    claim, = voiced(read_text(text, language)[1])
    assert (claim.span.of(text), claim.source.of(text)) == (content, source)


def test_a_dateline_in_capitals_is_no_text_in_capitals():
    text = "DEN HAAG - De minister zegt dat de brug dicht is."
    claim, = voiced(read_text(text, "nl")[1])
    assert claim.source.of(text) == "De minister"
