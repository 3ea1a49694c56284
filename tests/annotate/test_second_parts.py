"""What is said in the second part of a sentence, of whom something is accused, and what is called so."""

from __future__ import annotations

import pytest

from helpers.model import Card
from helpers.pipeline import read_article
from helpers.text import build_document


def stated(text: str, language: str) -> list[tuple[str, str, str]]:
    document = build_document(text, Card("a.txt", language=language))
    said = [claim for claim in read_article(document).claims if claim.voice == "source"]
    return [(claim.span.of(text), claim.source.of(text) if claim.source else "", claim.status) for claim in said]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("De troepen staken de beek over en zijn volgens kenners al ver opgerukt.", "nl",
         ("al ver opgerukt", "kenners", "claimed")),
        ("De man is gevlucht en zou volgens de politie gewapend zijn.", "nl", ("gewapend zijn", "de politie", "claimed")),
        ("Het dorp is ontruimd en de weg is volgens de wacht dicht.", "nl", ("de weg is", "de wacht", "claimed")),
        ("Jan en Piet zijn volgens de kok ziek.", "nl", ("Jan en Piet zijn", "de kok", "claimed")),
        ("De raad beschuldigt de wethouder ervan geld te hebben verborgen.", "nl",
         ("geld te hebben verborgen", "De raad", "claimed")),
        ("Zij verdenkt de kok ervan de soep al weken te zout te maken.", "nl",
         ("de soep al weken te zout te maken", "Zij", "hedged")),
        ("De raad beschuldigt de wethouder van diefstal.", "nl", ("de wethouder van diefstal", "De raad", "claimed")),
        ("De moeder weigert te geloven dat de hond dood is.", "nl", ("de hond dood is", "De moeder", "questioned")),
        ("De krant meldt op gezag van kenners in het stadhuis dat de school sluit.", "nl",
         ("de school sluit", "De krant", "claimed")),
        ("The baker apologised for what he called “a small mistake”.", "en", ("a small mistake", "he", "claimed")),
        ("Residents described being woken by a bang.", "en", ("being woken by a bang", "Residents", "claimed")),
        ("The institute assesses that the dam will break.", "en", ("the dam will break", "The institute", "claimed")),
        ("The owner refuses to believe that the shop is shut.", "en", ("the shop is shut", "The owner", "questioned")),
        ("Rumours in town that the baker stole have been denied by the police.", "en",
         ("the baker stole", "the police", "denied")),
    ],
)  # fmt: skip
def test_the_content_is_the_part_that_the_source_answers_for(
    text: str, language: str, expected: tuple[str, str, str]
) -> None:
    assert expected in stated(text, language)


def test_a_charge_dismissed_as_something_is_the_charge() -> None:
    found = stated("The rebels said the army had fired first, a charge the general dismissed as absurd.", "en")
    assert found == [("the army had fired first", "The rebels", "claimed"),
                     ("the army had fired first", "the general", "denied")]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "marked"),
    [
        ("De treinen zouden stilliggen.", "nl", True),
        ("Hij zou ook aandelen hebben in een bank.", "nl", True),
        ("Hij zou graag aandelen hebben.", "nl", False),
        ("In een filmpje, waarvan de echtheid niet vaststaat, knalt het.", "nl", True),
        ("De geruchten buitelen over elkaar heen.", "nl", True),
        ("De burgemeester heeft de brand nog niet bevestigd.", "nl", False),
        ("De brand is nog niet bevestigd.", "nl", True),
        ("It is impossible to establish that from open sources.", "en", True),
        ("The mayor has not yet confirmed the fire.", "en", False),
        ("The fire has not yet been confirmed.", "en", True),
    ],
)
def test_the_newsroom_marks_what_it_could_not_check_and_nothing_else(text: str, language: str, marked: bool) -> None:
    claims = read_article(build_document(text, Card("a.txt", language=language))).claims
    assert {claim.verification == "unverified" for claim in claims} == {marked}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The baker called the delay a scandal and left.", "en", ("the delay a scandal", "The baker", "claimed")),
        ("Hij noemde het plan een ramp maar prees de kok.", "nl", ("het plan een ramp", "Hij", "claimed")),
        ("De kans op regen is volgens de weerman klein: de lucht is droog.", "nl",
         ("De kans op regen is", "de weerman", "claimed")),
        ("De meting werd bevestigd door het lab, dat in mei dicht gaat.", "nl", ("De meting", "het lab", "confirmed")),
        ("Rumours that a driver was missing proved false.", "en", ("a driver was missing", "", "hedged")),
        ("The mayor told residents not to leave.", "en", ("residents not to leave", "The mayor", "claimed")),
        ("He called it “unlikely” that the dam broke.", "en",
         ("it “unlikely” that the dam broke", "He", "claimed")),
    ],
)  # fmt: skip
def test_a_content_ends_before_what_the_speaker_does_and_what_is_said_of_it(
    text: str, language: str, expected: tuple[str, str, str]
) -> None:
    assert stated(text, language) == [expected]
