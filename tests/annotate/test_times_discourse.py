"""The day and the clock that a text is at, and what its rule says where a value rests on them."""

import pytest
from times_markup import times_of, unmark, values_of

PUBLISHED = "2023-09-14"  # a Thursday

STORY = (
    # an hour without its half of the day keeps the plain day
    ("nl", "Om [drie uur|2023-09-14] klonk een knal, [dinsdag om zes uur|2023-09-12] nog een."),
    # Dutch figures run to 24: om 6 uur is said of the morning
    ("nl", "Om [6 uur|2023-09-14T06:00:00] klonk een knal, [dinsdag om 18 uur|2023-09-12T18:00:00] nog een."),
    ("nl", "Het was [vijf voor half negen|2023-09-14], niet [09.00 uur|2023-09-14T09:00:00] of [0.30 uur|2023-09-14T00:30:00]."),
    ("en", "It closed at [9:30|2023-09-14] or [09:30|2023-09-14T09:30:00], not at [10:30 Moscow time|2023-09-14T10:30:00+03:00]."),
    # a story goes on from its last clock time, at most six hours, or within the part of day it named
    ("nl", "Om [14.20 uur|2023-09-14T14:20:00] sprak zij. Rond [vier uur|2023-09-14T16:00:00] sprak hij."),
    ("nl", "Om [14.20 uur|2023-09-14T14:20:00] sprak zij. Rond [één uur|2023-09-14] had hij gesproken."),
    ("nl", "Om [7.10 uur|2023-09-14T07:10:00] sprak zij. Rond [twee uur|2023-09-14] sprak hij."),
    ("nl", "[Dinsdagavond|2023-09-12] speelde de band. Om [negen uur|2023-09-12T21:00:00] viel het licht uit."),
    ("nl", "[Dinsdagavond|2023-09-12] speelde de band. Om [drie uur|2023-09-12] viel het licht uit."),
    ("nl", "[Twaalf uur ’s nachts|2023-09-14T00:00:00] is laat."),
    # hours are counted from the last clock time, also past midnight
    ("nl", "Om [23.30 uur|2023-09-14T23:30:00] viel de stroom uit. [Anderhalf uur later|2023-09-15T01:00:00] was hij terug."),
    ("en", "It went dark at [11:30 p.m.|2023-09-14T23:30:00]. [Forty minutes later|2023-09-15T00:10:00] it was light."),
    ("nl", "Om [22.40 uur|2023-09-14T22:40:00] ging het alarm, om [één uur|2023-09-15T01:00:00] weer."),
    ("en", "It began at [10 p.m.|2023-09-14T22:00:00] and by [midnight|2023-09-15T00:00:00] it was over."),
    ("nl", "Van [9 tot 12 uur|2023-09-14] is de weg dicht."),
    # a date beside a count of days says which day it is
    ("nl", "[Een dag na de ramp|2023-02-03], op [3 februari|2023-02-03], kwam de koning."),
    ("nl", "[Een week later|2023-01-29], op [29 januari|2023-01-29], ging de mijn open."),
    ("nl", "Op [29 januari|2023-01-29], [een week na de brand|2023-01-29], ging de mijn open."),
    # a day named of a noun, in a clause, in a report or looking back is not the day of the story
    ("nl", "[Dinsdag|2023-09-12] viel het dak in. De brand van [zondag|2023-09-10] had het verzwakt. Om [16.00 uur|2023-09-12T16:00:00] kwam hulp."),
    ("nl", "[Dinsdag|2023-09-12] viel het dak in. De man die [zondag|2023-09-10] belde, zag het. Om [16.00 uur|2023-09-12T16:00:00] kwam hulp."),
    ("nl", "[Dinsdag|2023-09-12] viel het dak in. Dat gebeurde [woensdag|2023-09-13] weer. Om [16.00 uur|2023-09-13T16:00:00] kwam hulp."),
    ("en", "On [Tuesday|2023-09-12] the roof fell. A man who called on [Sunday|2023-09-10] saw it. At [4:10 p.m.|2023-09-12T16:10:00] help came."),
    # a day in a clause is the day of the story where no other was named
    ("nl", "De brand die in [de nacht van maandag op dinsdag|2023-09-11/2023-09-12] woedde, is geblust.\n\nOm [03.10 uur|2023-09-12T03:10:00] ging het alarm."),
    # the day of a report is not the day of the story
    ("nl", "Een bus kantelde [woensdagochtend|2023-09-13].\n\nDe chauffeur zei [donderdag|2023-09-14] dat hij niets zag. Om [9.40 uur|2023-09-13T09:40:00] was de weg vrij."),
    ("en", "A bus rolled over on [Tuesday morning|2023-09-12].\n\nThe driver said on [Thursday|2023-09-14] that he saw nothing. By [9:40 a.m.|2023-09-12T09:40:00] it was gone."),
    # an hour goes with the day that the text opened with, where that day's part fits it better
    ("nl", "Een winkel is [dinsdagavond|2023-09-12] beroofd. [Woensdag|2023-09-13] werd een man verhoord.\n\nDe kassa ging open om [20.15 uur|2023-09-12T20:15:00]."),
    ("en", "A barge that sank on [Tuesday|2023-09-12] was raised. The quay was closed on [Wednesday morning|2023-09-13].\n\nIt struck the pier at [4:20 p.m.|2023-09-12T16:20:00] By [evening|2023-09-12] it was under."),
    # die maandag is the one that the text named; after a noun, die begins a clause
    ("nl", "Op [4 september|2023-09-04] brak de dijk, [dinsdag|2023-09-12] weer. Toen kwam op [die maandag|2023-09-04] het leger."),
    ("nl", "Op [4 september|2023-09-04] brak de dijk. De man die [maandag|2023-09-11] stierf, was oud."),
    ("nl", "Op [4 september|2023-09-04] brak de dijk. Zij zei dat [maandag|2023-09-11] alles droog was."),
    ("en", "On [September 4|2023-09-04] the dam broke. They said that [Monday|2023-09-11] was quiet."),
    # a heading announces what stands below it; a line that is only a clock time is no heading
    ("nl", "[Dinsdag|2023-09-12] brandde het.\n\nSirene om [vijf uur|2023-09-12T05:00:00]\n\nOm [vijf uur ’s ochtends|2023-09-12T05:00:00] ging de sirene."),
    ("nl", "Het was druk.\n\n[14.20 uur|2023-09-14T14:20:00]\n\nDe minister sprak."),
    # what began at a clock time is open from that day on
    ("nl", "Sinds uiterlijk [18.15 uur|2023-09-14/..] is het stil, tot [18.15 uur|2023-09-14T18:15:00] was het druk."),
    # a row of days or months shares what its last one names, while it ascends
    ("nl", "Op [1|2023-09-01], [5|2023-09-05] en [9 september|2023-09-09] was er feest."),
    ("nl", "In [maart|2022-03], [mei|2022-05] en [juli 2022|2022-07] regende het."),
    ("nl", "Er kwamen 3 mannen, 2 vrouwen en [9 september|2023-09-09] ging het mis."),
    # counted by the clock of the wall, a duration; counted from an event, a day that is not known
    ("nl", "Hij wachtte [twee uur|PT2H] voor de deur en kreeg [drie jaar|P3Y] voor de roof."),
    ("nl", "[Drie dagen na de roof|] was hij weg, op [de tweede dag van het proces|] zweeg hij."),
    ("en", "The fort fell on [the first day of the siege|], [two weeks after the landing|]."),
)


@pytest.mark.parametrize(("language", "marked"), STORY)
def test_a_time_without_a_day_is_read_as_the_text_goes_on(language: str, marked: str) -> None:
    text, expected = unmark(marked)
    read = values_of(text, language, PUBLISHED)
    assert [value for _, value in read] == [value for _, value in expected]
    assert all(words in found or found in words for (found, _), (words, _) in zip(read, expected, strict=True))


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Om drie uur klonk een knal.", "half of the day not said"),
        ("Om 14.20 uur sprak zij, om vier uur hij.", "half of the day as the text goes on"),
        ("Maandag brak de dijk. ’s Avonds kwam hulp.", "reckoned from the text before"),
        ("’s Avonds kwam hulp.", "reckoned from the date of publication"),
        ("Maandag brak de dijk.\n\nKnal om vijf uur\n\nHet was druk.", "no value: a heading names no day"),
        ("Drie dagen na de inval is het stil.", "no value: counted from an event"),
    ],
)
def test_a_value_that_rests_on_the_text_around_it_says_so_in_its_rule(text: str, note: str) -> None:
    assert note in times_of(text, "nl", PUBLISHED)[-1].rule


def test_a_day_of_its_own_rests_on_no_text_around_it() -> None:
    times = times_of("Maandag brak de dijk. Op 3 mei 2022 ook, om 14.20 uur dinsdag niet.", "nl", PUBLISHED)
    assert [time.edtf for time in times] == ["2023-09-11", "2022-05-03", "2023-09-12T14:20:00"]
    assert not any("(" in time.rule for time in times)


def test_what_is_counted_from_an_event_is_relative_and_no_duration() -> None:
    (time,) = times_of("Drie dagen na de inval is het stil.", "nl", PUBLISHED)
    assert (time.reference, time.duration, time.edtf, time.precision) == ("relative", "", "", "day")


def test_an_hour_without_its_half_is_as_precise_as_a_day() -> None:
    (time,) = times_of("Om drie uur Moskouse tijd klonk een knal.", "nl", PUBLISHED)
    assert (time.precision, time.utc_offset) == ("day", "")
