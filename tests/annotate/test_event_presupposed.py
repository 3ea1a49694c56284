"""A "no" that is said of something else leaves an event be; what is supposed, demanded or looked into is left open."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of, narrated

from helpers.annotate.events import find_events
from helpers.model import Card
from helpers.pipeline import read_article
from helpers.resources.codebook import read_codebook
from helpers.resources.lexicons import read_lexicon
from helpers.text import build_document


def polarities(text: str, language: str) -> dict[str, str]:
    document = document_of(text, language)
    found = find_events(document, read_lexicon(language), claims=narrated(document), codebook=read_codebook())
    return {event.trigger.of(text): event.polarity for event in found}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("De aanval is niet opgeëist.", "nl", {"aanval": "positive", "opgeëist": "negative"}),
        ("Niemand heeft de aanslag opgeëist.", "nl", {"aanslag": "positive", "opgeëist": "negative"}),
        ("De explosie eiste geen slachtoffers.", "nl", {"explosie": "positive", "slachtoffers": "negative"}),
        ("De inval duurde niet lang.", "nl", {"inval": "positive"}),
        ("De evacuatie verliep niet zonder problemen.", "nl", {"evacuatie": "positive"}),
        ("De aanslag is niet door ons gepleegd.", "nl", {"aanslag": "positive"}),
        ("The attack has not been claimed.", "en", {"attack": "positive"}),
        ("The attack caused no damage.", "en", {"attack": "positive", "damage": "negative"}),
        ("The explosion killed nobody.", "en", {"explosion": "positive", "killed": "negative"}),
        ("The raid did not come as a surprise.", "en", {"raid": "positive"}),
        ("The shelling was never explained.", "en", {"shelling": "positive"}),
    ],
)
def test_an_event_known_to_be_there_stays_where_no_is_said_of_something_else(
    text: str, language: str, expected: dict[str, str]
) -> None:
    assert expected.items() <= polarities(text, language).items()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De beschieting vond niet plaats.", "nl"),
        ("De evacuatie ging niet door.", "nl"),
        ("De wapenstilstand is niet getekend.", "nl"),
        ("Er was geen sprake van een explosie.", "nl"),
        ("De politie sluit een aanslag uit.", "nl"),
        ("Het gerucht dat het dorp was ingenomen, bleek onwaar.", "nl"),
        ("The raid did not take place.", "en"),
        ("The talks were not held.", "en"),
        ("There was no explosion.", "en"),
        ("Police ruled out an attack.", "en"),
        ("The claim that the dam exploded was baseless.", "en"),
    ],
)
def test_an_event_that_is_said_not_to_have_come_about_is_negative(text: str, language: str) -> None:
    assert set(polarities(text, language).values()) == {"negative"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Als de dijk breekt, vallen er veertig doden.", "nl"),
        ("Als het leger aanvalt, vluchten de bewoners.", "nl"),
        ("Mocht de dijk breken, dan worden de bewoners geëvacueerd.", "nl"),
        ("De raad eist dat de dijk wordt ontruimd.", "nl"),
        ("Er is geen aanwijzing dat er een aanslag was.", "nl"),
        ("De politie sluit een aanslag niet uit.", "nl"),
        ("Een aanslag wordt niet uitgesloten.", "nl"),
        ("Het is onduidelijk of de aanval plaatsvond.", "nl"),
        ("The council demands that the town be evacuated.", "en"),
        ("There is no evidence that the village was shelled.", "en"),
        ("If the army attacks, residents flee.", "en"),
        ("An attack cannot be ruled out.", "en"),
        ("It is unclear whether the attack took place.", "en"),
    ],
)
def test_what_is_supposed_demanded_or_not_excluded_is_open(text: str, language: str) -> None:
    assert set(polarities(text, language).values()) == {"open"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Net als Tarnow werd ook Mora beschoten.", "nl"),
        ("Als gevolg van de beschieting vielen twee doden.", "nl"),
        ("Als leider van de bende, zei hij, werd hij gearresteerd.", "nl"),
        ("Toen de dijk brak, vielen er veertig doden.", "nl"),
        ("De burgemeester vraagt of iedereen de beschietingen hoorde.", "nl"),
        ("Er gaan geruchten dat de stad is ingenomen.", "nl"),
        ("De politie sluit de straat na een aanslag.", "nl"),
        ("As if nothing had happened, the town was shelled.", "en"),
        ("The report that the port was shelled was shared widely.", "en"),
    ],
)
def test_words_that_only_look_like_a_condition_leave_an_event_be(text: str, language: str) -> None:
    assert set(polarities(text, language).values()) == {"positive"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 4 March the town slept.", {}),
        ("March was wet.", {}),
        ("It was a March morning.", {}),
        ("In March thousands held a march.", {"march": "positive"}),
        ("Thousands March Through Tarnow", {"March": "positive"}),
    ],
)
def test_a_month_is_no_protest(text: str, found: dict[str, str]) -> None:
    assert polarities(text, "en") == found


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Het dorp Tjotkino in de oblast Koersk is in handen van rebellen.", "nl", "tyotkino"),
        ("De aanval op Kozinka in de oblast Belgorod duurde een uur.", "nl", "kozinka"),
        ("In Rusland werd Kozinka in de oblast Belgorod beschoten.", "nl", "kozinka"),
        ("The village of Kozinka in Belgorod region was shelled.", "en", "kozinka"),
    ],
)
def test_an_event_happens_at_the_narrower_of_two_places_one_in_the_other(text: str, language: str, place: str) -> None:
    reading = read_article(build_document(text, Card("a.txt", language=language)))
    assert {(event.place_id, event.place_role) for event in reading.events} == {(place, "happened_at")}
