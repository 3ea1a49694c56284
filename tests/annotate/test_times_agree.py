"""A time agrees with its words: with the verb, with its weekday, with its zone; a person is no month."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.annotate.times import find_times
from helpers.model import Card
from helpers.resources.lexicons import read_lexicon
from helpers.text import build_document


def read(language: str, published: str, text: str):
    card = Card("a.txt", language=language, published_on=date.fromisoformat(published))
    return find_times(build_document(text, card), read_lexicon(language))


def values(language: str, published: str, text: str) -> list[str]:
    return [time.edtf for time in read(language, published, text)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "No ferries ran until Friday.", ["../2018-10-05"]),
        ("en", "The patient slept until Monday.", ["../2018-10-08"]),
        ("en", "No ferries run until Friday.", ["../2018-10-12"]),
        ("en", "The owner said the shop is closed until Friday.", ["../2018-10-12"]),
        ("nl", "Tot vrijdag reden geen bussen.", ["../2018-10-05"]),
        ("nl", "De winkel is dicht tot vrijdag.", ["../2018-10-12"]),
    ],
)
def test_a_verb_in_the_past_ends_what_lasted_until_a_day_gone_by(language, text, expected):
    assert values(language, "2018-10-10", text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "April Ramlow met May Bidwell in June.", ["2018-06"]),
        ("en", "April May resigned in March.", ["2018-03"]),
        ("en", "Tom April resigned.", []),
        ("en", "April was wet.", ["2018-04"]),
        ("en", "In April Ramlow was quiet.", ["2018-04"]),
        ("en", "May Bidwell met Ramlow on Friday.", ["2018-10-05"]),
        ("en", "The bus may run on Friday.", ["2018-10-12"]),
        ("en", "Will the bus run on Friday?", ["2018-10-12"]),
        ("nl", "April de Wolf won in mei.", ["2018-05"]),
        ("nl", "April van der Wolf won.", []),
        ("nl", "April was nat.", ["2018-04"]),
        ("nl", "Maart van vorig jaar was koud.", ["2017-03"]),
    ],
)
def test_a_person_who_is_called_like_a_month_is_no_time_and_turns_no_verb(language, text, expected):
    assert values(language, "2018-10-10", text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected", "slips"),
    [
        ("nl", "Woensdag 4 november stemt de raad.", "2021-11-04", True),
        ("nl", "Woensdag 4 november stemde de raad.", "2020-11-04", False),
        ("nl", "Donderdag 4 november stemt de raad.", "2021-11-04", False),
        ("en", "The club will meet on Monday 6 June.", "2022-06-06", False),
        ("en", "The club votes on Wednesday 4 November.", "2021-11-04", True),
        ("en", "The club met on Sunday 31 October.", "2021-10-31", False),
        ("nl", "Zij trouwden op zaterdag 9 mei.", "2020-05-09", False),
    ],
)
def test_weekday_and_date_agree_and_never_against_the_verb(language, text, expected, slips):
    (time,) = read(language, "2021-11-03", text)
    assert time.edtf == expected
    assert ("weekday is another" in time.rule) == slips


@pytest.mark.parametrize(
    ("language", "text", "hours"),
    [
        ("en", "The alarm rang between 3am and 5am.", "03:00 to 05:00"),
        ("nl", "Tussen 9 en 11 uur viel het licht uit.", "09:00 to 11:00"),
        ("nl", "Van 14 tot 16.30 uur viel het licht uit.", "14:00 to 16:30"),
        ("nl", "Om 9 uur viel het licht uit.", ""),
        ("en", "The shop is shut from Monday to Friday.", ""),
    ],
)
def test_a_range_of_clock_times_keeps_its_hours_in_the_rule(language, text, hours):
    (time,) = read(language, "2018-10-10", text)
    assert ("an EDTF interval holds no hours" in time.rule) == bool(hours)
    assert hours in time.rule
    assert not hours or (time.edtf, "reckoned from the date" in time.rule) == ("2018-10-10", True)


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("nl", "Kort na middernacht (UTC+1) viel het licht uit.", "2018-10-10T00:00:00+01:00"),
        ("nl", "Om 9 uur (lokale tijd) viel in Moskou het licht uit.", "2018-10-10T09:00:00+03:00"),
        ("en", "It rang at 3 p.m. (GMT-5).", "2018-10-10T15:00:00-05:00"),
        ("en", "It rang at 6:30 UTC+02:00.", "2018-10-10T06:30:00+02:00"),
        ("en", "It rang at 9:30 GMT - 5 people left.", "2018-10-10T09:30:00+00:00"),
        ("en", "It rang at 3:15 p.m. Eastern time.", "2018-10-10T15:15:00-04:00"),
        ("en", "It rang at 3:15 p.m. Central European Time.", "2018-10-10T15:15:00+02:00"),
    ],
)
def test_a_zone_in_words_or_hours_is_kept(language, text, edtf):
    (time,) = read(language, "2018-10-10", text)
    assert time.edtf == edtf
    assert time.utc_offset == edtf[19:]
    assert (time.precision == "minute") == ("00:00" not in edtf[14:19])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rang at 3:15 p.m. Eastern time.", 1),
        ("It rang at 3:15 p.m. Moscow time. It stopped.", 2),
        ("It rang at 3:15 p.m. Eastern fans cheered.", 2),
        ("It rang at 3:15 p.m. Times were hard.", 2),
    ],
)
def test_a_zone_after_a_dotted_abbreviation_goes_on_with_the_sentence(text, count):
    assert len(build_document(text, Card("a.txt", language="en")).sentences) == count


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "De bakker sloot zaterdag. Het plein is groot. Tussen 9 en 11 uur viel het licht uit.", ""),
        ("nl", "De bakker sloot zaterdag. Tussen 9 en 11 uur viel het licht uit.", "2018-10-06"),
        ("nl", "De bakker sloot zaterdag. Het plein is groot. Tussen 9 en 11 uur dinsdag viel het licht uit.", "2018-10-09"),
        ("en", "The baker shut on Saturday. The square is large. The alarm rang between 3am and 5am.", ""),
        ("en", "The square is large. It is old. The alarm rang between 3am and 5am.", "2018-10-10"),
    ],
)
def test_a_range_of_clock_times_takes_no_day_from_two_sentences_before(language, text, expected):
    time = read(language, "2018-10-10", text)[-1]
    assert (time.edtf, time.precision) == (expected, "hour")
    assert bool(expected) or "stands too far before" in time.rule
