"""Whatever the text, the times of it keep the contract of the table."""

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.annotate.times import find_times
from helpers.model import Card, Timex
from helpers.resources.lexicons import read_lexicon
from helpers.text import build_document

LANGUAGES = ("nl", "en")
MARKS = (", ", " ", " ", " ", "-", "/", ".", ":", "\n\n", " 's ", "'", ". ", "u", "e")
NUMBERS = ("1", "3", "12", "22", "31", "45", "99", "007", "2", "29", "30", "1914", "2023", "2000", "9999999", "0", "1990")
FILES = ("time_words", "time_units", "time_ordinals", "time_feasts", "time_zones", "quantity_numbers", "time_tense")
MONTHS = ("januari", "mei", "feb", "maandag", "zondagavond", "dinsdag", "March", "May", "Jan", "Tuesday", "December")


def words_of(language: str) -> list[str]:
    lexicon = read_lexicon(language)
    keys = [row.key.removeprefix("~") for name in FILES for row in lexicon.rows(name)]
    return sorted({*keys, *NUMBERS, *MONTHS, "huis", "Kiev"})


def texts(language: str) -> st.SearchStrategy[str]:
    words = st.sampled_from(words_of(language))
    pair = st.tuples(words, st.sampled_from(MARKS))
    return st.lists(pair, max_size=25).map(lambda pairs: "".join(word + mark for word, mark in pairs))


def check_contract(text: str, times: tuple[Timex, ...]) -> None:
    end = 0
    for time in times:
        assert time.span.start >= end, "expressions do not overlap and stand in order"
        end = time.span.end
        assert time.span.of(text).strip() == time.span.of(text)
        assert not (time.edtf and time.duration)
        if time.edtf:
            assert str(parse_edtf(time.edtf)) == time.edtf
            assert time.earliest or time.latest
        else:
            assert time.duration or "no value" in time.rule
            assert time.earliest is None
            assert time.latest is None
        if time.earliest and time.latest:
            assert time.earliest <= time.latest


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_row_of_lexicon_words_is_read_into_values_that_edtf_parses(language: str, data: st.DataObject) -> None:
    published = data.draw(st.none() | st.dates(date(1900, 1, 1), date(2100, 12, 31)))
    policy = data.draw(st.sampled_from(("news", "assistant")))
    document = build_document(data.draw(texts(language)), Card("a.txt", language=language, published_on=published))
    times = find_times(document, read_lexicon(language), policy=policy)
    check_contract(document.text, times)
    if published is None:
        assert all(time.anchor_on is None or time.edtf for time in times)


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_any_text_at_all_is_read(text: str) -> None:
    document = build_document(text, Card("a.txt", language="nl", published_on=date(2023, 5, 22)))
    check_contract(document.text, find_times(document, read_lexicon("nl")))


@pytest.mark.parametrize("piece", ["2 ", "1-", "1.", "van 3 tot ", "maandag ", "'s ", "in ", "de eerste ", "5 uur "])
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    text = piece * 3000
    document = build_document(text, Card("a.txt", language="nl", published_on=date(2023, 5, 22)))
    assert len(find_times(document, read_lexicon("nl"))) <= len(text)


def test_a_value_at_the_edge_of_the_calendar_is_left_empty() -> None:
    edge = date.max - timedelta(days=1)
    document = build_document("Over twee weken.", Card("a.txt", language="nl", published_on=edge))
    (time,) = find_times(document, read_lexicon("nl"))
    assert time.edtf == ""
    assert "no value" in time.rule


@pytest.mark.parametrize(("text", "language"), [("0-anderhalf-0", "nl"), ("2023-half-1", "nl"), ("3/half/2023", "en")])
def test_a_half_is_no_day_and_no_month(text: str, language: str) -> None:
    document = build_document(text, Card("a.txt", published_on=date(2023, 5, 22), language=language))
    check_contract(text, find_times(document, read_lexicon(language)))
