"""Speech, scare quotes, titles and quotations inside others are told apart."""

import pytest
from attribution_markup import read_text

from helpers.annotate.quotes import find_quotes
from helpers.resources.lexicons import read_lexicon


def _types(text, language="nl"):
    document, claims = read_text(text, language)
    return [(q.span.of(document.text), q.quote_type) for q in find_quotes(document, read_lexicon(language), claims=claims)]


@pytest.mark.parametrize(("text", "expected"), [
    ("‘De brug is dicht’, zegt de burgemeester.", [("De brug is dicht", "speech")]),
    ("De ‘dialoog’ liep vast.", [("dialoog", "scare")]),
    ("De film ‘De laatste brug van het dorp’ draait.", [("De laatste brug van het dorp", "title")]),
    ("‘Hij riep: “Weg hier!” en liep’, zegt Jan.", [("Hij riep: “Weg hier!” en liep", "speech"), ("Weg hier!", "nested")]),
    ("Hij zegt dat de brug ‘al een jaar lang’ dicht is.", [("al een jaar lang", "speech")]),
])  # fmt: skip
def test_the_use_of_a_quotation_is_told(text, expected):
    assert _types(text) == expected


TITLES = [(language, row) for language in ("nl", "en") for row in read_lexicon(language).rows("title_nouns")]


@pytest.mark.parametrize(("language", "row"), TITLES, ids=[row.row_id for _, row in TITLES])
def test_every_title_noun_makes_a_title_of_its_example(language, row):
    assert [quote_type for _, quote_type in _types(row["example"], language)] == ["title"]


def test_a_quote_names_the_claim_whose_content_it_is():
    document, claims = read_text("‘De brug is dicht’, zegt de burgemeester.", "nl")
    quote, = find_quotes(document, read_lexicon("nl"), claims=claims)
    assert quote.claim_id in {claim.claim_id for claim in claims if claim.voice == "source"}


def test_an_unclosed_quotation_is_kept_and_flagged():
    document, claims = read_text("“Wij gaan door en niemand houdt ons tegen.", "nl")
    quote, = find_quotes(document, read_lexicon("nl"), claims=claims)
    assert not quote.is_closed
