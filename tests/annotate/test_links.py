from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from reading_by_hand import document_of, narrated, said, span_of

from helpers.annotate.links import find_links
from helpers.model import Dispute, Event, Place, Quantity, Reading, Timex, make_id
from helpers.resources.codebook import read_codebook

COPY = "Een persbureau legde een video naast satellietbeelden en herkende er de brug bij Tarnow in."


def article(name: str, text: str, day: int = 22) -> Reading:
    document = document_of(text, name=name, published_on=date(2023, 5, day))
    return Reading(document, claims=narrated(document))


def event(reading: Reading, word: str, *, place: str = "tarnow", kind: str = "explosion",
          days: tuple[int, int] = (22, 22)) -> Reading:  # fmt: skip
    span = span_of(reading.document, word)
    made = Event(make_id(reading.document.article_id, "e", span), span, kind, reading.claims[0].claim_id, "reported",
                 "by hand", place_id=place, place_role="happened_at", earliest=date(2023, 5, days[0]),
                 latest=date(2023, 5, days[1]))  # fmt: skip
    return replace(reading, events=(*reading.events, made))


def test_a_copied_sentence_is_linked_and_both_stay() -> None:
    one = article("one", f"Eigen begin hier. {COPY}")
    other = article("two", f"Iets heel anders. {COPY} Eigen slot.", day=23)
    [link] = find_links([other, one])
    assert (link.link_type, link.from_id[:3], link.to_id[:3]) == ("near_duplicate", "one", "two")
    assert "runs of 4 words" in link.basis


def test_a_sentence_with_a_few_words_changed_is_still_a_copy() -> None:
    changed = COPY.replace("Een persbureau", "Het bureau")
    assert [link.link_type for link in find_links([article("one", COPY), article("two", changed, 23)])] == [
        "near_duplicate"]


@pytest.mark.parametrize("text", ["Een persbureau legde een boek naast de telefoon.", "Dat zei hij.", ""])
def test_sentences_that_share_only_a_formula_are_no_copies(text: str) -> None:
    assert find_links([article("one", COPY), article("two", f"Kop. {text}", 23)]) == ()


def test_a_short_sentence_with_another_end_is_no_copy() -> None:
    one = article("one", "Een woordvoerder zegt dat de overstroming kwam door achterstallig onderhoud.")
    other = article("two", "Een woordvoerder zegt dat de overstroming kwam door de regen.", day=23)
    assert find_links([one, other]) == ()


@pytest.mark.parametrize("changed", ["figure", "polarity", "position"])
def test_sentences_that_contradict_each_other_are_no_copies_however_alike(changed: str) -> None:
    readings = []
    for number, name in enumerate(("one", "two")):
        reading = article(name, COPY.replace("Een", ("Een", "Het")[number]), 22 + number)
        claim = reading.claims[0]
        figure = Quantity(f"{name}.n", claim.span, 3, 3, "exact", "wounded", "by hand", claim.claim_id)
        taken = Dispute(f"{name}.d", "who", "who.a", claim.claim_id, "source", "by hand", "x")
        if number and changed == "figure":
            figure = replace(figure, low=4, high=4)
        if number and changed == "polarity":
            reading = replace(reading, claims=(replace(claim, polarity="negative"),))
        if number and changed == "position":
            taken = replace(taken, position_id="who.b")
        readings.append(replace(reading, quantities=(figure,), disputes=(taken,)))
    assert "near_duplicate" not in [link.link_type for link in find_links(readings, read_codebook())]
    readings[1] = article("two", COPY.replace("Een", "Het"), 23)
    same = [replace(readings[0], quantities=(), disputes=()), readings[1]]
    assert [link.link_type for link in find_links(same, read_codebook())] == ["near_duplicate"]


def test_one_sentence_twice_in_one_article_is_no_link() -> None:
    assert find_links([article("one", f"{COPY} {COPY}")]) == ()


def test_an_event_told_twice_is_linked_with_its_evidence() -> None:
    one = event(article("one", "Er was een ontploffing."), "ontploffing")
    other = event(article("two", "De explosie was luid.", 23), "explosie", days=(22, 23))
    [link] = find_links([one, other])
    assert link.link_type == "same_event"
    for evidence in ("explosion", "tarnow", "2023-05-22", "'ontploffing'", "'explosie'"):
        assert evidence in link.basis


@pytest.mark.parametrize(
    "other",
    [{"place": "oudorp"}, {"place": ""}, {"kind": "fighting"}, {"days": (24, 24)}, {"days": (19, 22)}],
    ids=["another place", "no place", "another type", "another day", "four days wide"],
)
def test_place_time_and_type_must_all_agree(other: dict[str, object]) -> None:
    one = event(article("one", "Er was een ontploffing."), "ontploffing")
    two = event(article("two", "De explosie was luid.", 23), "explosie", **other)  # type: ignore[arg-type]
    assert find_links([one, two]) == ()


def test_a_country_is_too_wide_to_tell_one_event_from_another() -> None:
    one = event(article("one", "Er was een ontploffing."), "ontploffing")
    other = event(article("two", "De explosie was luid.", 23), "explosie")
    land = Place("tarnow", "Tarnow", "country")
    assert [link.link_type for link in find_links([one, other])] == ["same_event"]
    assert find_links([replace(one, places=(land,)), replace(other, places=(land,))]) == ()


def count(name: str, day: int, number: float, *, source: str = "governor", rule: str = "unit_head") -> Reading:
    document = document_of("De gouverneur telt acht gewonden.", name=name,
                           published_on=date(2023, 5, day))  # fmt: skip
    claim, span = said(document, "acht gewonden", source), span_of(document, "acht")
    quantity = Quantity(make_id(name, "n", span), span, number, number, "exact", "wounded", rule, claim.claim_id)
    return Reading(document, claims=(claim,), quantities=(quantity,))


@pytest.mark.parametrize(("first", "then", "link_type"), [(6, 8, "raises"), (8, 6, "lowers"), (8, 8, "repeats")])
def test_a_figure_of_one_speaker_is_followed_over_time(first: float, then: float, link_type: str) -> None:
    found = find_links([count("two", 23, then), count("one", 22, first)])
    assert [(link.link_type, link.from_id[:3]) for link in found] == [(link_type, "one")]


def test_a_lower_count_that_nothing_calls_a_total_is_no_lowering() -> None:
    assert find_links([count("one", 22, 8), count("two", 23, 2, rule="unit_noun")]) == ()


@pytest.mark.parametrize(("first_day", "linked"), [(22, ["raises"]), (25, [])], ids=["before", "after"])
def test_what_happened_after_a_figure_was_printed_is_not_counted_in_it(first_day: int, linked: list[str]) -> None:
    later = event(count("two", 26, 8), "telt", days=(first_day, 25))
    assert [link.link_type for link in find_links([count("one", 23, 6), later])] == linked


def test_the_parts_of_a_total_are_not_compared() -> None:
    assert find_links([count("one", 22, 3, rule="unit_list part_of_total"), count("two", 23, 8)]) == ()


def test_figures_of_two_speakers_are_not_compared() -> None:
    assert find_links([count("one", 22, 6), count("two", 23, 8, source="ministry")]) == ()


def test_an_article_without_a_date_is_left_out_of_the_order() -> None:
    undated = count("one", 22, 6)
    undated = replace(undated, document=document_of(undated.document.text, name="one"))
    assert find_links([undated, count("two", 23, 8)]) == ()


def position(name: str, day: int, position_id: str, certainty: str = "certain", question: str = "who") -> Reading:
    document = document_of("De bende zegt dat het doorgaat.", name=name, published_on=date(2023, 5, day))
    claim = said(document, "het doorgaat", "gang", certainty=certainty)
    dispute = Dispute(f"{name}.d", question, position_id, claim.claim_id, "source", "by hand", "gang")
    return Reading(document, claims=(claim,), disputes=(dispute,))


@pytest.mark.parametrize(
    ("then", "certainty", "link_type"),
    [("going_on", "certain", "repeats"), ("going_on", "possible", "softens"), ("completed", "certain", "retracts")],
)
def test_a_position_of_one_speaker_is_followed_over_time(then: str, certainty: str, link_type: str) -> None:
    found = find_links([position("one", 23, "going_on"), position("two", 24, then, certainty)], read_codebook())
    assert [link.link_type for link in found] == [link_type]


def test_where_the_state_of_things_changes_a_later_answer_takes_nothing_back() -> None:
    one, two = position("one", 23, "going_on", question="end"), position("two", 24, "completed", question="end")
    assert find_links([one, two], read_codebook()) == ()


def test_two_positions_that_can_both_be_held_are_no_retraction() -> None:
    one, two = position("one", 23, "a"), position("two", 24, "b")
    both = [replace(r, disputes=(replace(r.disputes[0], question_id="aim"),)) for r in (one, two)]
    assert find_links(both, read_codebook()) == ()


def positions_of_one_article(*told: tuple[str, int | None, str]) -> Reading:
    """Read one article in which a gang holds positions: each with the day it was said on, and the certainty."""
    text = " ".join(f"De bende zegt dat het doorgaat {number}." for number in range(len(told)))
    document = document_of(text, name="one", published_on=date(2023, 5, 30))
    claims, disputes, times = [], [], []
    for number, (position_id, day, certainty) in enumerate(told):
        claim = said(document, f"het doorgaat {number}", "gang", certainty=certainty,
                     said_time_id=f"t{number}" if day else "")  # fmt: skip
        claims.append(claim)
        disputes.append(Dispute(f"d{number}", "who", position_id, claim.claim_id, "source", "by hand", "gang"))
        if day:
            times.append(Timex(f"t{number}", claim.span, "day", "relative", "by hand",
                               earliest=date(2023, 5, day), latest=date(2023, 5, day)))  # fmt: skip
    return Reading(document, claims=tuple(claims), disputes=tuple(disputes), times=tuple(times))


@pytest.mark.parametrize(
    ("told", "linked"),
    [
        ([("going_on", 22, "certain"), ("completed", 23, "certain")], [("retracts", "0", "1")]),
        ([("going_on", 24, "certain"), ("completed", 23, "certain")], [("retracts", "1", "0")]),
        ([("going_on", 22, "certain"), ("going_on", 23, "possible")], [("softens", "0", "1")]),
        ([("going_on", 22, "certain"), ("going_on", 23, "certain")], [("repeats", "0", "1")]),
        # nothing tells what came first
        ([("going_on", 22, "certain"), ("completed", 22, "certain")], []),
        ([("going_on", None, "certain"), ("completed", 23, "certain")], []),
        ([("going_on", None, "certain"), ("completed", None, "certain")], []),
    ],
)
def test_one_speaker_is_followed_within_an_article_by_the_days_that_it_tells(
    told: list[tuple[str, int | None, str]], linked: list[tuple[str, str, str]]
) -> None:
    reading = positions_of_one_article(*told)
    number = {claim.claim_id: str(at) for at, claim in enumerate(reading.claims)}
    found = find_links([reading], read_codebook())
    assert [(link.link_type, number[link.from_id], number[link.to_id]) for link in found] == linked
