from __future__ import annotations

import pytest
from blind_events import DUTCH, ENGLISH
from hypothesis import given
from hypothesis import strategies as st
from reading_by_hand import document_of, marked, named, narrated, said

from helpers.annotate.events import find_events
from helpers.model import Event, Span, Timex
from helpers.model.annotations import EntityType
from helpers.pipeline import read_article
from helpers.resources.codebook import read_codebook
from helpers.resources.lexicons import Lexicon, languages, read_lexicon

Found = list[tuple[str, str]]


def read(text: str, language: str) -> Found:
    document = document_of(text, language)
    found = find_events(document, read_lexicon(language), claims=narrated(document), codebook=read_codebook())
    return [(event.trigger.of(document.text), event.event_type) for event in found]


@pytest.mark.parametrize(("text", "expected"), DUTCH)
def test_dutch_triggers_name_their_type(text: str, expected: Found) -> None:
    assert read(text, "nl") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_triggers_name_their_type(text: str, expected: Found) -> None:
    assert read(text, "en") == expected


def test_a_trigger_outside_every_content_is_no_event() -> None:
    document = document_of("De ontploffing bewijst het, zegt Kaat Maes.")
    claims = [said(document, "bewijst het")]
    assert find_events(document, read_lexicon("nl"), claims=claims, codebook=read_codebook()) == ()


def test_a_denied_event_carries_the_status_of_its_claim() -> None:
    document = document_of("De minister ontkent dat de haven beschoten is.")
    claims = [said(document, "de haven beschoten is", stance="denies")]
    [event] = find_events(document, read_lexicon("nl"), claims=claims, codebook=read_codebook())
    assert (event.event_type, event.status) == ("shelling", "denied")


def settle(
    text: str, *names: tuple[str, str, EntityType], language: str = "nl", claim: str = ""
) -> tuple[Event, ...]:
    document, times = marked(text, language)
    mentions = [named(document, name, entity, kind) for name, entity, kind in names]
    claims = (said(document, claim),) if claim else narrated(document)
    return find_events(document, read_lexicon(language), claims=claims, mentions=mentions, times=times,
                       codebook=read_codebook())  # fmt: skip


def test_a_place_after_in_is_where_it_happened() -> None:
    [event] = settle("In Tarnow was een ontploffing.", ("Tarnow", "tarnow", "place"))
    assert (event.place_id, event.place_role) == ("tarnow", "happened_at")


def test_a_place_that_is_shelled_is_where_it_happened() -> None:
    [event] = settle("Tarnow was shelled.", ("Tarnow", "tarnow", "place"), language="en")
    assert (event.place_id, event.place_role) == ("tarnow", "happened_at")


def test_a_place_where_somebody_comes_from_is_only_mentioned() -> None:
    [event] = settle("Een vrouw uit Tarnow hoorde een ontploffing.", ("Tarnow", "tarnow", "place"))
    assert (event.place_id, event.place_role) == ("tarnow", "mentioned")


def test_a_place_in_the_frame_is_where_it_was_said() -> None:
    [event] = settle("Er was een ontploffing, zei Kaat Maes in Tarnow.", ("Tarnow", "tarnow", "place"),
                     claim="Er was een ontploffing")  # fmt: skip
    assert (event.place_id, event.place_role) == ("tarnow", "said_at")


def test_two_places_outside_the_clause_leave_the_place_empty() -> None:
    [event] = settle("In Tarnow was het stil, in Oudorp ook, maar er was een ontploffing.",
                     ("Tarnow", "tarnow", "place"), ("Oudorp", "oudorp", "place"))  # fmt: skip
    assert (event.place_id, event.place_role) == ("", None)


def test_a_time_in_the_clause_dates_the_event() -> None:
    [event] = settle("{Maandag} was er een ontploffing.")
    assert (event.time_id, event.edtf, str(event.earliest)) == ("t0", "2023-05-22", "2023-05-22")


def test_a_time_in_the_frame_dates_the_saying_and_not_the_event() -> None:
    [event] = settle("Er was een ontploffing, zei Kaat Maes {maandag}.", claim="Er was een ontploffing")
    assert (event.time_id, event.earliest) == ("", None)


def test_the_doer_of_a_passive_stands_after_door() -> None:
    [event] = settle("De bende werd door het Korps verdreven.",
                     ("Korps", "corps", "actor"), ("bende", "gang", "actor"))  # fmt: skip
    assert (event.agent_id, event.target_id) == ("corps", "gang")


def test_the_subject_of_an_active_verb_is_its_doer() -> None:
    [event] = settle("The Corps arrested the Gang.", ("Corps", "corps", "actor"), ("Gang", "gang", "actor"),
                     language="en")  # fmt: skip
    assert (event.agent_id, event.target_id) == ("corps", "gang")


def test_nobody_is_made_the_doer_of_an_explosion() -> None:
    [event] = settle("Volgens het Korps was er een ontploffing.", ("Korps", "corps", "actor"))
    assert (event.agent_id, event.target_id) == ("", "")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "De strijd om de brug duurde lang.", ["fighting"]), ("nl", "De strijd om de titel duurde lang.", []),
        ("nl", "Er waren twaalf gevangenen.", ["arrest"]), ("nl", "De gevangenen zitten in hun cel.", []),
        ("nl", "Er was een luide klap te horen.", ["explosion"]), ("nl", "De economie kreeg een klap.", []),
        ("nl", "Een granaat raakte de bus.", ["shelling"]), ("nl", "Ze raakte betrokken bij een granaat.", []),
        ("en", "It held a dozen captives.", ["arrest"]), ("en", "Prisoners escaped from their cells.", []),
        ("en", "The bridge is in rebel hands.", ["capture"]), ("en", "The rebels shook hands.", []),
    ],
)  # fmt: skip
def test_an_event_is_told_by_its_noun_as_well_and_not_by_its_namesake(language: str, text: str, expected: list[str]) -> None:
    document = document_of(text, language)
    found = find_events(document, read_lexicon(language), claims=narrated(document), codebook=read_codebook())
    assert [event.event_type for event in found] == expected


def test_the_event_that_a_time_counts_from_is_an_event_but_is_not_dated_by_it() -> None:
    document = document_of("Een week na de inval bleef het stil.", "nl")
    week = Timex("t", Span(0, 20), "week", "relative", "r", edtf="2023-05-29")
    [event] = find_events(document, read_lexicon("nl"), claims=narrated(document), times=[week], codebook=read_codebook())
    assert (event.event_type, event.edtf, event.time_id) == ("border_crossing", "", "")


def test_a_language_without_triggers_reads_no_events() -> None:
    document = document_of("Es gab eine Explosion.", "de")
    found = find_events(document, Lexicon("de", {}), claims=narrated(document), codebook=read_codebook())
    assert found == ()


@pytest.mark.parametrize("language", languages())
def test_every_trigger_row_has_a_type_of_the_codebook(language: str) -> None:
    known = {row.key for row in read_codebook().rows("event_types")}
    assert {row["event_type"] for row in read_lexicon(language).rows("event_triggers")} <= known | {"none"}


@pytest.mark.parametrize("language", languages())
def test_every_trigger_row_is_hit_by_its_example(language: str) -> None:
    missed = []
    for row in read_lexicon(language).rows("event_triggers"):
        document = document_of(row["example"], language)
        found = find_events(document, read_lexicon(language), claims=narrated(document), codebook=read_codebook())
        if (row["event_type"] != "none") != any(row.row_id in event.rule for event in found):
            missed.append((row.key, [event.rule for event in found]))
    assert missed == []


PIECES = ("Het", "leger", "drong", "binnen", "staken", "over", "de grens", ",", "en", "die", "werd", "beschoten", "door",
          "Tarnow", "in", "van", "ontploffing", "busongeluk", "\n\n", ";", "opgeheven", "noodtoestand", ".")


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_whatever_the_words_every_trigger_reads_back_inside_its_claim(pieces: list[str]) -> None:
    document = document_of(" ".join(["Kop", *pieces]))
    claims = {claim.claim_id: claim for claim in narrated(document)}
    found = find_events(document, read_lexicon("nl"), claims=tuple(claims.values()), codebook=read_codebook())
    for event in found:
        assert claims[event.claim_id].span.contains(event.trigger)
        assert event.trigger.of(document.text).strip() == event.trigger.of(document.text)
    assert len({event.event_id for event in found}) == len(found)


@pytest.mark.parametrize(
    ("text", "language", "trigger"),
    [
        ("Het Legioen heeft de aanslag opgeëist.", "nl", "opgeëist"),
        ("De groep eist de brand op.", "nl", "eist"),
        ("A group claimed responsibility for the fire.", "en", "claimed"),
    ],
)
def test_an_act_of_speech_that_announces_a_claim_is_an_event_of_that_claim(text: str, language: str, trigger: str) -> None:
    reading = read_article(document_of(text, language))
    [event] = [event for event in reading.events if event.event_type == "claim_of_responsibility"]
    assert event.trigger.of(text) == trigger
    assert event.claim_id in {claim.claim_id for claim in reading.claims}


@pytest.mark.parametrize(
    ("text", "role"),
    [("The village of Tarnow was shelled.", "happened_at"), ("The mayor of Tarnow was shelled.", "mentioned"),
     ("A woman of the village of Tarnow was arrested.", "mentioned")],
)  # fmt: skip
def test_a_village_of_that_name_is_acted_upon_and_its_people_are_not_it(text: str, role: str) -> None:
    [event] = settle(text, ("Tarnow", "tarnow", "place"), language="en")
    assert event.place_role == role


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Rebels had captured Tarnow.", "capture"), ("The gang seized the airport.", "capture"),
     ("The gang had seized rifles.", "arms_transfer"), ("The rifles were captured from the gang.", "arms_transfer")],
)  # fmt: skip
def test_a_place_is_captured_and_arms_change_hands(text: str, kind: str) -> None:
    assert [found for _, found in read(text, "en")] == [kind]


def test_the_verb_in_the_frame_of_own_words_is_an_event_of_that_claim() -> None:
    reading = read_article(document_of("De bende verloor naar eigen zeggen twee man."))
    [event] = [event for event in reading.events if event.event_type == "casualties"]
    [claim] = [claim for claim in reading.claims if claim.voice == "source"]
    assert event.claim_id == claim.claim_id
