"""About then: what the text rounds is not taken for exact."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.annotate.times import find_times
from helpers.model import Card, Timex
from helpers.resources.lexicons import read_lexicon
from helpers.text import build_document

ABOUT = (
    ("nl", "Rond drie uur viel de stroom uit.", "2023-05-24"),
    ("nl", "Om ongeveer tien voor twaalf belde hij.", "2023-05-24"),
    ("nl", "Gisteren rond 15.00 uur viel de stroom uit.", "2023-05-23T15:00:00"),
    ("nl", "Dinsdag omstreeks 23.50 uur viel de stroom uit.", "2023-05-23T23:50:00"),
    ("nl", "Om ca. 15.00 uur viel de stroom uit.", "2023-05-24T15:00:00"),
    ("nl", "Om circa 15.00 uur viel de stroom uit.", "2023-05-24T15:00:00"),
    ("nl", "Om en nabij 17.00 uur viel de stroom uit.", "2023-05-24T17:00:00"),
    ("nl", "Tegen middernacht was het stil.", "2023-05-24T00:00:00"),
    ("nl", "Rond de middag was het stil.", "2023-05-24T12:00:00"),
    ("nl", "Rond 20 mei viel er regen.", "2023-05-20"),
    ("nl", "Zo’n drie weken geleden viel er regen.", "2023-05-03"),
    ("en", "At about 11.50 p.m. the siren sounded.", "2023-05-24T23:50:00"),
    ("en", "About 3 p.m. the siren sounded.", "2023-05-24T15:00:00"),
    ("en", "On Tuesday at around 5 p.m. the siren sounded.", "2023-05-23T17:00:00"),
    ("en", "At roughly 5 p.m. on Tuesday the siren sounded.", "2023-05-23T17:00:00"),
    ("en", "Around noon the siren sounded.", "2023-05-24T12:00:00"),
    ("en", "At 5 p.m. or so the siren sounded.", "2023-05-24T17:00:00"),
    ("en", "About two weeks ago the siren sounded.", "2023-05-10"),
    ("en", "It took about three hours.", "PT3H"),
)
EXACT = (
    ("nl", "Om 15.00 uur viel de stroom uit."),
    ("nl", "Om precies 15.00 uur viel de stroom uit."),
    ("nl", "Tegen vrijdag is de weg weer open."),
    ("nl", "Kort voor 5 uur viel de stroom uit."),
    ("nl", "Het gerucht ging rond. Om 15.00 uur viel de stroom uit."),
    ("en", "At 5 p.m. the siren sounded."),
    ("en", "They spoke about Monday."),
    ("en", "By noon it was over."),
    ("en", "Shortly after 5 p.m. the siren sounded."),
    ("en", "The dog ran around. At 5 p.m. the siren sounded."),
)

PARTS = (
    ("nl", "Eind juni valt de beslissing.", "late", "2023-06"),
    ("nl", "Begin 2022 viel er sneeuw.", "early", "2022"),
    ("nl", "Medio april werd het warm.", "mid", "2023-04"),
    ("nl", "Rond eind april werd het warm.", "late", "2023-04"),
    ("en", "Late April was warm.", "late", "2023-04"),
    ("en", "It ended in mid-March.", "mid", "2023-03"),
    ("en", "The beginning of 2000 was mild.", "early", "2000"),
)
WHOLE = (
    ("nl", "In april werd het warm."),
    ("nl", "De eerste helft van 2022 was nat."),
    ("nl", "Sinds eind april is het warm."),
    ("en", "April was warm."),
    ("en", "Since late April it has been warm."),
)


def _find(language: str, text: str) -> Timex:
    card = Card("a.txt", published_on=date(2023, 5, 24), language=language)
    (time,) = find_times(build_document(text, card), read_lexicon(language))
    return time


@pytest.mark.parametrize(("language", "text", "value"), ABOUT)
def test_a_time_that_the_text_rounds_is_about_then_and_keeps_its_value(language: str, text: str, value: str) -> None:
    time = _find(language, text)
    assert (time.qualifier, time.edtf or time.duration) == ("about", value)


@pytest.mark.parametrize(("language", "text"), EXACT)
def test_a_time_beside_no_such_word_is_not_about_then(language: str, text: str) -> None:
    assert _find(language, text).qualifier == "exact"


@pytest.mark.parametrize(("language", "text", "part", "value"), PARTS)
def test_a_part_of_a_period_is_told_and_the_value_stays_the_period(
    language: str, text: str, part: str, value: str
) -> None:
    time = _find(language, text)
    assert (time.qualifier, time.edtf) == (part, value)


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_a_period_without_such_a_part_is_whole(language: str, text: str) -> None:
    assert _find(language, text).qualifier == "exact"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Since Saturday at 2.30 p.m. it has rained."), ("nl", "Sinds zaterdag om 14.30 uur regent het.")],
)
def test_an_open_value_is_no_more_exact_than_its_day(language: str, text: str) -> None:
    time = _find(language, text)
    assert (time.edtf, time.precision) == ("2023-05-20/..", "day")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_example_of_the_lexicon_is_read_by_its_word(language: str) -> None:
    for row in read_lexicon(language).rows("time_qualifiers"):
        assert _find(language, row["example"]).qualifier == row["qualifier"], row.key
