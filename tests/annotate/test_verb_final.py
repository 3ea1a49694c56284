"""Cues at the end of a Dutch subordinate clause, and yes or no to what was said before."""

import pytest
from attribution_markup import read_text, voiced

READ = [
    ("De straat liep leeg toen de politie twee doden meldde.", "twee doden", "de politie"),
    ("De boot voer weg toen de toren in Gent een brand aan boord meldde.", "een brand aan boord", "de toren in Gent"),
    ("De beurs daalde nadat de bank een verlies van een miljoen had gemeld.", "een verlies van een miljoen", "de bank"),
    ("De fans zongen omdat de club het vertrek van de spits ontkende.", "het vertrek van de spits", "de club"),
    ("De boeren waren boos toen het ministerie een verbod aankondigde.", "een verbod", "het ministerie"),
    ("Het is een record, zo leert de dienst, die erop wijst dat de winter zacht was.", "de winter zacht was", "die"),
]
UNREAD = [
    "De gids zei toen de waarheid.",
    "De gasten kwamen toen de politie de straat had afgezet.",
    "De speler vertrok omdat de club zijn naam had genoemd.",
    "De gasten juichen zodra de bank winst meldt.",
]


@pytest.mark.parametrize(("text", "content", "source"), READ)
def test_a_cue_behind_its_object_is_read_with_the_subject_before_it(text, content, source):
    claims = voiced(read_text(text, "nl")[1])
    assert (content, source) in [(claim.span.of(text), claim.source.of(text)) for claim in claims]


@pytest.mark.parametrize("text", UNREAD)
def test_no_object_is_made_of_a_subject_or_of_what_did_not_happen(text):
    assert not voiced(read_text(text, "nl")[1])


@pytest.mark.parametrize(("answer", "status"), [
    ("De wethouder vermoedt van wel.", "hedged"),
    ("De wethouder denkt van niet.", "denied"),
    ("De wethouder zegt van niet, maar de buren weten beter.", "denied"),
    ("Volgens de wethouder sluit de brug niet.", "claimed"),
])  # fmt: skip
def test_yes_and_no_point_back(answer, status):
    text = f"De brug blijft een maand dicht. {answer}"
    claim, = voiced(read_text(text, "nl")[1])
    assert claim.status == status
    assert status == "claimed" or claim.span.of(text) == "De brug blijft een maand dicht"


def test_a_preposition_is_no_answer():
    assert not voiced(read_text("De brug is dicht. De wethouder houdt van wel meer bruggen.", "nl")[1])
