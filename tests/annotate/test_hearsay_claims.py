"""Claims that the newsroom only heard of: somebody is said to have said so."""

import pytest
from attribution_markup import read_text, voiced

HEARSAY = [
    ("nl", "De kapitein zou hebben gezegd dat het schip lek was.", "claimed"),
    ("nl", "De kapitein zou de averij hebben ontkend.", "denied"),
    ("nl", "De reder zou hebben bevestigd dat het schip lek was.", "confirmed"),
    ("en", "The captain is said to have told friends that the ship was leaking.", "claimed"),
    ("en", "The captain is reported to have denied that the ship was leaking.", "denied"),
    ("en", "The captain reportedly said that the ship was leaking.", "claimed"),
]  # fmt: skip
HEARD_BY_NOBODY = [
    ("nl", "De kapitein heeft gezegd dat het schip lek was."),
    ("nl", "De kapitein zou volgens matrozen hebben gezegd dat het schip lek was."),
    ("nl", "Volgens matrozen zou de kapitein hebben gezegd dat het schip lek was."),
    ("en", "The captain has said that the ship was leaking."),
    ("en", "The captain said the ship is likely to have leaked."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "status"), HEARSAY)
def test_a_claim_that_was_only_heard_of_says_so_and_keeps_its_status(language, text, status):
    claim, = voiced(read_text(text, language)[1])
    assert (claim.verification, claim.status) == ("unverified", status)
    assert "reportedly" not in claim.source.of(text)


@pytest.mark.parametrize(("language", "text"), HEARD_BY_NOBODY)
def test_what_a_source_tells_is_no_hearsay_of_the_newsroom(language, text):
    assert {claim.verification for claim in voiced(read_text(text, language)[1])} == {"none"}


def test_the_object_of_a_denial_by_hearsay_ends_before_its_auxiliary():
    text = "De kapitein zou de averij hebben ontkend."
    claim, = voiced(read_text(text, "nl")[1])
    assert claim.span.of(text) == "de averij"
