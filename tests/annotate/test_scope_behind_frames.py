"""What stands behind a frame that follows its content: a reason of the source, or a clause of the newsroom."""

import pytest
from attribution_markup import read_text, voiced

SCOPES = [
    ("nl", "De kade is dicht, volgens de havenmeester, omdat het water stijgt.",
     ["De kade is dicht", "omdat het water stijgt"], "de havenmeester"),
    ("nl", "De kade is dicht, zegt de havenmeester, want het water stijgt, maar de vissers klagen.",
     ["De kade is dicht", "want het water stijgt"], "de havenmeester"),
    ("nl", "De kade is dicht, zei de havenmeester, nadat het water was gestegen.", ["De kade is dicht"], "de havenmeester"),
    ("nl", "De kade is dicht, volgens de havenmeester, en de vissers klagen.", ["De kade is dicht"], "de havenmeester"),
    ("nl", "De kade is dicht volgens de havenmeester en de vissers blijven thuis.",
     ["De kade is dicht"], "de havenmeester"),
    ("nl", "De kade is dicht volgens de havenmeester en de vissers.",
     ["De kade is dicht"], "de havenmeester en de vissers"),
    ("nl", "De kade is volgens de havenmeester en de vissers gesloten.",
     ["De kade is", "gesloten"], "de havenmeester en de vissers"),
    ("nl", "‘De kade is dicht’, zei de havenmeester, omdat hij niets anders wist te zeggen.",
     ["De kade is dicht"], "de havenmeester"),
    ("en", "The quay is closed, the harbourmaster said, because the water is rising.",
     ["The quay is closed", "because the water is rising"], "the harbourmaster"),
    ("en", "The quay is closed according to the harbourmaster and the fishermen are at home.",
     ["The quay is closed"], "the harbourmaster"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "pieces", "source"), SCOPES)
def test_a_reason_belongs_to_the_source_and_a_clause_with_its_own_subject_does_not(language, text, pieces, source):
    claim, = voiced(read_text(text, language)[1])
    found = [span.of(text) for span in sorted((claim.span, *claim.more_spans))]
    assert (found, claim.source.of(text)) == (pieces, source)
