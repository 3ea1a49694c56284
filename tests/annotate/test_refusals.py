"""Who will not or cannot confirm something leaves it open."""

import pytest
from attribution_markup import read_text, voiced

REFUSED = [
    ("nl", "De bank kon gisteren niet bevestigen dat de kluis leeg was.", "de kluis leeg was", "De bank"),
    ("nl", "De bank weigert te bevestigen dat de kluis leeg was.", "de kluis leeg was", "De bank"),
    ("nl", "Of de kluis leeg was, wil de bank niet bevestigen.", "de kluis leeg was", "de bank"),
    ("nl", "De bank wil bevestigen noch ontkennen dat de kluis leeg was.", "de kluis leeg was", "De bank"),
    ("nl", "De bank wilde zondag niet bevestigen of de kluis leeg was.", "de kluis leeg was", "De bank"),
    ("en", "The bank would neither confirm nor deny that the vault was empty.", "the vault was empty", "The bank"),
    ("en", "A clerk wouldn’t confirm that the vault was empty.", "the vault was empty", "A clerk"),
    ("en", "The bank declined to confirm whether the vault was empty.", "the vault was empty", "The bank"),
    ("en", "A clerk would not confirm that the vault was empty.", "the vault was empty", "A clerk"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "content", "source"), REFUSED)
def test_a_refusal_to_confirm_questions_what_it_is_about(language, text, content, source):
    claim, = voiced(read_text(text, language)[1])
    found = (claim.span.of(text), claim.source.of(text), claim.status)
    assert found == (content, source, "questioned")


@pytest.mark.parametrize("pointing", ["dat niet", "dat zondag niet", "dat bericht niet"])
def test_a_refusal_may_point_back(pointing):
    text = f"Volgens de buren stond de kluis open. De bank kon {pointing} bevestigen."
    claims = voiced(read_text(text, "nl")[1])
    assert [claim.status for claim in claims] == ["claimed", "questioned"]
    assert {claim.span.of(text) for claim in claims} == {"stond de kluis open"}


@pytest.mark.parametrize(("language", "text"), [
    ("nl", "Reuters kon niet onafhankelijk bevestigen dat de kluis leeg was."),
    ("nl", "Wij konden niet bevestigen dat de kluis leeg was."),
    ("nl", "Reuters kon niet bevestigen dat de kluis leeg was."),
    ("nl", "De bank kan de diefstal bevestigen noch ontkennen."),
    ("nl", "De raad moet de benoeming nog bevestigen."),
    ("en", "Guests must confirm that they will come by bus."),
    ("nl", "De bank kon niet zeggen of de kluis leeg was."),
    ("en", "The Courier could not independently confirm that the vault was empty."),
])  # fmt: skip
def test_what_the_newsroom_could_not_check_and_what_is_not_told_are_no_refusals(language, text):
    assert not voiced(read_text(text, language)[1])
