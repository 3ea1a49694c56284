"""Two speakers in one sentence: each states its own part, and nobody states the other's."""

import pytest
from attribution_markup import read_text

RIVAL_PHRASES = [
    ("nl", "Volgens de bakker zijn er tien broden mislukt, volgens de kok slechts twee.",
     [("de bakker", "zijn er tien broden mislukt"), ("de kok", "slechts twee")]),
    ("nl", "Volgens de bond waren er duizend stakers, volgens de directie zijn het er driehonderd.",
     [("de bond", "waren er duizend stakers"), ("de directie", "zijn het er driehonderd")]),
    ("nl", "Volgens de club is de trainer ziek, volgens zijn broer is hij ontslagen.",
     [("de club", "is de trainer ziek"), ("zijn broer", "is hij ontslagen")]),
    ("en", "According to the baker 12 loaves burned, according to the cook two.",
     [("the baker", "12 loaves burned"), ("the cook", "two")]),
    ("en", "According to the union 900 people marched, according to the mayor 300.",
     [("the union", "900 people marched"), ("the mayor", "300")]),
    ("en", "According to the club the coach is ill, according to his brother he was sacked.",
     [("the club", "the coach is ill"), ("his brother", "he was sacked")]),
    ("nl", "Volgens de bakker en de kok zijn er tien broden mislukt.",
     [("de bakker en de kok", "zijn er tien broden mislukt")]),
    ("en", "According to the 40 members the club is bankrupt.", [("the 40 members", "the club is bankrupt")]),
]  # fmt: skip


def read_all(text, language):
    """Return every claim in text order: its source (``-`` the newsroom), its pieces, and how it judges."""
    document, claims = read_text(text, language)
    rows = []
    for claim in sorted(claims, key=lambda c: min((c.span, *c.more_spans))):
        source = claim.source.of(document.text) if claim.source else "-"
        pieces = " | ".join(span.of(document.text) for span in sorted((claim.span, *claim.more_spans)))
        judged = claim.stance if claim.stance != "asserts" else claim.polarity
        rows.append((source, pieces) if judged == "positive" else (source, pieces, judged))
    return rows


@pytest.mark.parametrize(("language", "text", "claims"), RIVAL_PHRASES)
def test_two_phrases_for_a_source_share_a_sentence_and_a_counted_source_stays_whole(language, text, claims):
    assert read_all(text, language) == claims
