"""Every sentence is covered, and the newsroom's marks of doubt stand where it puts them."""

import pytest
from attribution_markup import read_text, voiced

from helpers.annotate.claims import find_claims
from helpers.model import Card
from helpers.resources.lexicons import read_lexicon
from helpers.text import build_document


def _narrated(text, language="nl"):
    document, claims = read_text(text, language)
    return [(c.span.of(document.text), c.status) for c in claims if c.voice == "newsroom"]


def test_a_sentence_without_a_source_is_the_newsrooms():
    assert _narrated("De brug is dicht.") == [("De brug is dicht.", "reported")]


def test_the_frame_of_a_report_is_no_leftover():
    assert _narrated("De minister zegt dat de brug dicht blijft.") == []
    assert _narrated("‘De brug is dicht’, zegt de burgemeester.") == []


def test_the_part_of_a_sentence_that_nobody_is_quoted_for_is_the_newsrooms():
    assert _narrated("De minister zegt dat de brug dicht blijft, maar de auto's rijden gewoon door.") == [
        ("de auto's rijden gewoon door", "reported")]  # fmt: skip


def test_every_sentence_has_a_claim_or_is_a_frame_of_one():
    text = ("Brug dicht\n\nDe brug is dicht. Dat zegt de burgemeester. ‘Het spijt me. Echt.’ Volgens de politie is het "
            "druk.\n\nTwee bruggen\n\nNiemand weet waarom.")  # fmt: skip
    document, claims = read_text(text, "nl")
    for sentence in document.sentences:
        spans = [s for c in claims for s in (c.span, *c.more_spans, c.cue, c.source) if s]
        assert any(span.overlaps(sentence.span) for span in spans), sentence.span.of(document.text)


VERIFICATION = [(language, row) for language in ("nl", "en") for row in read_lexicon(language).rows("verification")]


@pytest.mark.parametrize(("language", "row"), VERIFICATION, ids=[row.row_id for _, row in VERIFICATION])
def test_every_row_of_verification_marks_its_own_example(language, row):
    _, claims = read_text(row["example"], language)
    expected = {"pseudo": "none", "unknown": "unverified"}.get(row["value"], row["value"])
    assert {claim.verification for claim in claims} == {expected}


HEDGES = [(language, row) for language in ("nl", "en") for row in read_lexicon(language).rows("hedges")]


@pytest.mark.parametrize(("language", "row"), HEDGES, ids=[row.row_id for _, row in HEDGES])
def test_every_row_of_hedges_makes_its_own_example_unsure_or_lets_it_stand(language, row):
    claim, *_ = voiced(read_text(row["example"], language)[1])
    status = "claimed" if row["certainty"] == "certain" else "hedged"
    assert (claim.certainty, claim.status) == (row["certainty"], status)


@pytest.mark.parametrize("text", [
    "In de haven zou een schip zijn gezonken.",
    "Bij de brand zouden drie dieren zijn omgekomen.",
    "De dader zou naar Spanje zijn gevlucht.",
    "De speler zou een bod hebben gekregen.",
    "De verdachte zou in het buitenland verblijven.",
    "De beer zou uit het circus komen.",
    "De kelder zou lekken.",
    "Er zou sprake zijn van schimmel.",
    "In de kelder zou er sprake zijn van asbest.",
    "Twee tuinmannen zouden voor een bende werken.",
    "De redactie kreeg een brief waaruit zou blijken dat de kelder lekt.",
])  # fmt: skip
def test_zou_without_a_source_is_hearsay(text):
    assert _narrated(text) == [(text, "unverified")]


@pytest.mark.parametrize("text", [
    "De wet zou op 1 januari ingaan.",
    "Als het had geregend, zou de wedstrijd zijn afgelast.",
    "Zonder zijn doelpunt zou de ploeg hebben verloren.",
    "De minister zou morgen naar Parijs reizen.",
    "De beer zou morgen uit het circus komen.",
    "Als de dam brak, zou de kelder lekken.",
    "Dat zou lekken.",
    "Later zou blijken dat de kelder leeg was.",
    "Ze zouden in de molen gaan wonen.",
    "Ze zouden nog jaren in de molen wonen.",
    "Zou de kelder lekken?",
    "Ze zou graag naar huis zijn gegaan.",
])  # fmt: skip
def test_zou_of_a_plan_a_wish_or_a_condition_is_no_hearsay(text):
    assert _narrated(text) == [(text, "reported")]


def test_zou_under_a_named_source_is_that_sources_claim():
    _, claims = read_text("Volgens de politie zou de dader zijn gevlucht.", "nl")
    assert [(claim.voice, claim.verification) for claim in claims] == [("source", "none")]


def test_a_mark_on_a_sentence_that_is_all_reported_stands_on_its_claim():
    _, claims = read_text("Onbevestigde berichten spreken van een ontploffing.", "nl")
    assert [(c.voice, c.status, c.verification) for c in claims] == [("source", "claimed", "unverified")]


def test_a_source_that_will_not_confirm_is_no_mark_of_the_newsroom():
    assert _narrated("Het leger wil het bericht niet bevestigen.")[0][1] == "reported"


@pytest.mark.parametrize(("text", "polarity"), [
    ("De brug is niet veilig.", "negative"),
    ("Er is geen gevaar.", "negative"),
    ("De brug is veilig.", "positive"),
    ("Hij kwam niet alleen te laat, hij was ook moe.", "positive"),
    ("Hij groet de man die niet kwam.", "positive"),
    ("Hij kwam, maar niet op tijd.", "positive"),
])  # fmt: skip
def test_polarity_follows_the_scope_of_a_negation(text, polarity):
    _, claims = read_text(text, "nl")
    assert claims[0].polarity == polarity


NEGATION = [(language, row) for language in ("nl", "en") for row in read_lexicon(language).rows("negation")]


@pytest.mark.parametrize(("language", "row"), NEGATION, ids=[row.row_id for _, row in NEGATION])
def test_every_row_of_negation_works_in_its_own_example(language, row):
    document = build_document(row["example"], Card("a.txt", language=language))
    claim, *_ = find_claims(document, read_lexicon(language), attributed=())
    assert claim.polarity == ("negative" if row["scope"] in ("after", "both") else "positive")


def test_we_do_you_no_harm_is_claimed_with_negative_polarity_and_a_denial_is_denied():
    claim, = voiced(read_text("“Wij doen u niets”, zegt de rover.", "nl")[1])
    assert (claim.status, claim.polarity) == ("claimed", "negative")
    claim, = voiced(read_text("De rover ontkent dat hij iets deed.", "nl")[1])
    assert (claim.status, claim.polarity) == ("denied", "positive")


def test_ids_stay_when_another_sentence_is_added_behind():
    first = {claim.claim_id for claim in read_text("De brug is dicht.\n\nHij zegt dat het regent.", "nl")[1]}
    more = {claim.claim_id for claim in read_text("De brug is dicht.\n\nHij zegt dat het regent. Zij lacht.", "nl")[1]}
    assert first <= more
