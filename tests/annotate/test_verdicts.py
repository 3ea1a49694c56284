"""What somebody says of a statement: that it is so, or that it is not."""

import pytest
from attribution_markup import read_text, voiced

JUDGED = [
    ("nl", "Dat de sluis lekte, klopt volgens haar niet.", "denied"),
    ("nl", "Dat de sluis lekte, klopt naar haar zeggen evenmin.", "denied"),
    ("nl", "Dat de sluis lekte, is volgens de beheerder een leugen.", "denied"),
    ("nl", "Volgens de beheerder klopt het niet dat de sluis lekte.", "denied"),
    ("nl", "Het is volgens de beheerder onzin dat de sluis lekte.", "denied"),
    ("nl", "Wel klopt het volgens haar dat de sluis lekte.", "confirmed"),
    ("en", "According to the keeper, it is not true that the lock had leaked.", "denied"),
    ("en", "According to the keeper, it is true that the lock had leaked.", "confirmed"),
]  # fmt: skip
UNJUDGED = [
    ("nl", "Het is volgens de beheerder jammer dat de sluis lekte."),
    ("nl", "De rekening klopt volgens de beheerder niet."),
    ("nl", "Dat de sluis lekte, heeft volgens de beheerder een miljoen gekost."),
    ("en", "According to the keeper, it is a pity that the lock had leaked."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "status"), JUDGED)
def test_a_verdict_is_about_the_clause_that_it_judges(language, text, status):
    claim, = voiced(read_text(text, language)[1])
    assert claim.status == status
    assert claim.span.of(text) in ("de sluis lekte", "the lock had leaked")


@pytest.mark.parametrize(("language", "text"), UNJUDGED)
def test_another_judgement_is_a_claim_of_its_own(language, text):
    claim, = voiced(read_text(text, language)[1])
    assert claim.status == "claimed"
