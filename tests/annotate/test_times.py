"""Time expressions: what is found, what it is worth, and what is left alone."""

import subprocess
import sys
from datetime import date

import pytest
from blind_times import BLIND
from blind_times_discourse import BLIND as DISCOURSE
from blind_times_discourse_second import BLIND as DISCOURSE_SECOND
from blind_times_second import BLIND as SECOND
from blind_times_third import BLIND as THIRD
from times_markup import document_of, score, times_of, unmark, values_of

from helpers.annotate.times import find_times
from helpers.resources.lexicons import read_lexicon

NEWS = (
    # published on Monday 22 May 2023
    ("nl", "De strijd duurt sinds [maandagochtend|2023-05-22/..] voort."),
    ("nl", "Hij zei [vrijdag|2023-05-19] dat hij [donderdag|2023-05-25] vertrekt."),
    ("nl", "Het verbod geldt tot [eind juni|../2023-06]."),
    ("nl", "[De voorbije maanden|../2023-05-22] ontploften er depots."),
    ("nl", "In [de nacht van zaterdag op zondag|2023-05-20/2023-05-21] viel de stroom uit."),
    ("nl", "In [de nacht van 3 op 4 mei|2023-05-03/2023-05-04] ook."),
    ("nl", "Op [3 mei|2023-05-03] brak de dijk. [Twee dagen later|2023-05-05] stond alles blank."),
    ("nl", "[De dag ervoor|2023-05-21] was het stil."),
    ("nl", "[Volgend jaar juni|2024-06] zijn er verkiezingen, op [zondag 9 juni 2024|2024-06-09]."),
    ("nl", "Van [maandag tot en met vrijdag|2023-05-22/2023-05-26] rijdt er geen trein."),
    ("nl", "[Begin deze week|2023-05-22/2023-05-28] was er hoop, [eind vorige maand|2023-04] niet."),
    ("nl", "In [de jaren '60|196X] en [de 19e eeuw|18XX] was dat anders dan in [de zomer van 1976|1976-22]."),
    ("nl", "[Het derde kwartaal van 2022|2022-07/2022-09] en [de eerste helft van 2021|2021-01/2021-06] waren goed."),
    ("nl", "Op [11 en 12 juli|2023-07-11/2023-07-12] komen ze bijeen."),
    ("nl", "[Kerstmis|2022-12-25] vierde hij thuis, [Pasen|2023-04-09] hier."),
    ("nl", "De oorlog ([1940-1945|1940/1945]) en de jaren van [1914 tot 1918|1914/1918]."),
    ("nl", "Het duurde [anderhalf uur|PT1H30M], [een half uur|PT30M] of [3,5 jaar|P3Y6M]."),
    ("nl", "Binnen [een uur|PT1H] was alles weg, na [dertig uur|PT30H] was het voorbij."),
    ("nl", "Om [half vier|2023-05-22], [kwart over zes|2023-05-22] en [14u30|2023-05-22T14:30:00]."),
    ("nl", "Het was [vier uur 's middags|2023-05-22T16:00:00], later [9.30 uur|2023-05-22T09:30:00]."),
    ("nl", "Rond [middernacht|2023-05-22T00:00:00] ging de sirene."),
    ("nl", "De overstromingen van [1993|1993] en [1995|1995] waren erger."),
    ("nl", "“We wachten [vandaag|2023-05-22]”, zei hij."),
    ("nl", "De president bleef [donderdag|2023-05-18] vaag. „[Vandaag|2023-05-18] kregen ze antwoord”, zei hij."),
    ("nl", "De president reist [dinsdag|2023-05-23] naar Kiev."),
    ("nl", "Tegen [de middag|2023-05-22T12:00:00] was het plein leeg, in [de middag|2023-05-22] kwam het vol."),
    ("nl", "De bakker sloot [vrijdag|2023-05-19] nog voor [de middag|2023-05-19T12:00:00]."),
    ("nl", "De bond wil uiterlijk [vrijdag|2023-05-26] antwoord. Uiterlijk [donderdag|2023-05-18] was het klaar."),
    ("en", "The film is to be public by [Friday|2023-05-26]. By [Friday|2023-05-19] the water had receded."),
    ("en", "It was founded [last August|2022-08] and moved on [2 March|2023-03-02]."),
    ("en", "The talks in [June|2023-06] will fail, those in [March|2023-03] failed."),
    ("en", "Police came [early Tuesday at 3 a.m.|2023-05-16T03:00:00] and left by [noon|2023-05-16T12:00:00]."),
    ("en", "[Overnight|2023-05-21/2023-05-22] two drones fell."),
    ("en", "The army seized power on [Feb. 1, 2021|2021-02-01]."),
    ("en", "The hearing of [June 5|2023-06-05] was moved to [July 10, 2023|2023-07-10]."),
    ("en", "In [the late 1980s|198X] and [the nineties|199X], but not [the 20th century|19XX]."),
    ("en", "A [five-hour|PT5H] meeting lasted [two and a half hours|PT2H30M]."),
    ("en", "He left in [the fall of 2022|2022-23], after the fall of the city."),
    ("en", "The [2015|2015] Paris attacks and the class of [1999|1999]."),
    ("en", "In [the first week of May|2023-05-01/2023-05-07] it froze."),
    ("en", "Between [January and March|2023-01/2023-03] prices rose."),
    ("en", "It is [half past six|2023-05-22], or [a quarter to nine|2023-05-22]."),
)

NO_TIMES = (
    ("nl", "Nu wacht men nog steeds, en toen bleef het meteen stil."),
    ("nl", "Jan Peeters en Mei Lin spraken met minister Augustus."),
    ("nl", "De 34-jarige man, een vrouw van 29 jaar en een meisje van 4 jaar."),
    ("nl", "Hij was 34 jaar."),
    ("nl", "Elke maandag, twee keer per week en 120 kilometer per uur."),
    ("nl", "Vier dagen per week, om de tien minuten."),
    ("nl", "Er vielen 2014 stemmen; in 2000 huizen viel de stroom uit, het steeg tot 2000."),
    ("nl", "Zij keek naar Zondag met Lubach."),
    ("nl", "Het werd 2-1 in de 89ste minuut, artikel 5, pagina 12 tot 15."),
    ("nl", "Minister Zondag sprak."),
    ("nl", "Juni Bakker zweeg."),
    ("en", "Theresa May may march on."),
    ("en", "The minute details were second to none; the second man fell."),
    ("en", "Ms. April Jones wrote for the Sunday Times."),
    ("en", "A 34-year-old man, aged 34, who is 34 years old."),
    ("en", "Two days a week, 60 miles an hour, every Monday, once a month."),
    ("en", "They sold 1950 units and 2,000 shirts."),
)

KNOWN_FAILURES = (
    ("en", "[Later that day|2023-05-19] he recanted what he had said on [Friday|2023-05-19].", "points ahead in the text"),
    ("nl", "[Een week later|2023-05-10] nam hij terug wat hij op [3 mei|2023-05-03] had gezegd.", "points ahead in the text"),
    ("nl", "Ze had [vorig seizoen|2022/2023] geen prijs.", "a season of a sport has no calendar"),
    ("nl", "De gids wandelt [dinsdag|2023-05-23] naar Gent.", "a present tense that no hint shows to be planned"),
    ("nl", "Hij kreeg [acht maanden|P8M], waarvan [vier|P4M] voorwaardelijk.", "the unit is left out"),
)


@pytest.mark.parametrize(("language", "marked"), NEWS)
def test_an_expression_has_its_value_against_the_date_of_publication(language: str, marked: str) -> None:
    text, expected = unmark(marked)
    read = values_of(text, language)
    assert [value for _, value in read] == [value for _, value in expected]
    assert all(words.endswith(found) or found.endswith(words) for (found, _), (words, _) in zip(read, expected, strict=True))


@pytest.mark.parametrize(("language", "text"), NO_TIMES)
def test_ages_names_counts_frequencies_and_bare_adverbs_are_no_times(language: str, text: str) -> None:
    assert values_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        pytest.param(language, marked, marks=pytest.mark.xfail(strict=True, reason=reason))
        for language, marked, reason in KNOWN_FAILURES
    ],
)
def test_known_failures_fail_still(language: str, marked: str) -> None:
    text, expected = unmark(marked)
    assert values_of(text, language) == expected


@pytest.mark.parametrize(
    ("rows", "language", "f", "value"),
    [
        (BLIND, "nl", 0.98, 0.98),
        (BLIND, "en", 0.98, 0.95),
        (SECOND, "nl", 0.93, 0.9),
        (SECOND, "en", 0.96, 0.96),
        (THIRD, "nl", 0.95, 0.95),
        (THIRD, "en", 0.95, 0.95),
        (DISCOURSE, "nl", 0.98, 0.95),
        (DISCOURSE, "en", 0.98, 0.9),
        (DISCOURSE_SECOND, "nl", 0.98, 0.9),
        (DISCOURSE_SECOND, "en", 0.98, 0.9),
    ],
)
def test_sentences_written_before_the_rules_ran_on_them_are_read(
    rows: tuple[tuple[str, str, str], ...], language: str, f: float, value: float
) -> None:
    result = score(rows, language)
    assert result.gold >= 15
    assert result.f >= f
    assert result.value >= value


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("Om 6 uur Moskoutijd vielen er bommen.", "nl", "2023-05-22T06:00:00+03:00"),
        ("In Charkiv was het 9.00 uur lokale tijd.", "nl", "2023-05-22T09:00:00+03:00"),
        ("In Belgorod was het 9.00 uur plaatselijke tijd.", "nl", "2023-05-22T09:00:00+03:00"),
        ("At 3 a.m. local time on Saturday police came to a flat in Paris.", "en", "2023-05-20T03:00:00+02:00"),
        ("At 10:30 Moscow time he left.", "en", "2023-05-22T10:30:00+03:00"),
        ("Om 6 uur lokale tijd landde het toestel.", "nl", "2023-05-22T06:00:00"),
    ],
)
def test_a_clock_time_keeps_the_offset_of_its_zone_and_has_none_where_the_zone_is_unknown(
    text: str, language: str, edtf: str
) -> None:
    (time,) = times_of(text, language)
    assert time.edtf == edtf
    assert time.utc_offset == edtf[19:]


def test_an_offset_follows_the_date_and_not_the_zone_alone() -> None:
    (time,) = times_of("Op 3 januari 2023 om 6 uur Belgische tijd begon het.")
    assert time.utc_offset == "+01:00"


def test_without_a_date_of_publication_relative_expressions_have_no_value_and_say_why() -> None:
    times = times_of("Gisteren en vorige week was er niets, op 3 mei 2020 wel, sinds 2014 ook.", published="")
    assert [time.edtf for time in times] == ["", "", "2020-05-03", "2014/.."]
    assert all("no date of publication" in time.rule for time in times[:2])
    assert all(time.earliest is None and time.anchor_on is None for time in times[:2])


def test_a_day_that_the_calendar_does_not_have_is_found_and_has_no_value() -> None:
    (time,) = times_of("Op 30 februari 2023 komt hij terug.")
    assert time.edtf == ""
    assert "no value" in time.rule


def test_a_shift_is_reckoned_from_the_time_that_it_follows() -> None:
    _, time = times_of("Op 3 mei brak de dijk. Twee dagen later stond alles blank.")
    assert time.anchor_on == date(2023, 5, 3)
    assert time.reference == "relative"


def test_a_shift_with_nothing_before_it_has_no_value() -> None:
    (time,) = times_of("Twee dagen later stond alles blank.")
    assert time.edtf == ""
    assert "no time before it" in time.rule


def test_a_part_of_a_day_keeps_the_plain_date() -> None:
    (time,) = times_of("Hij kwam zaterdagavond aan.")
    assert (time.edtf, time.day_part, time.precision) == ("2023-05-20", "evening", "day_part")


def test_an_open_end_is_empty() -> None:
    since, until = times_of("Sinds maandag is de weg dicht, tot eind juni.")
    assert (since.earliest, since.latest) == (date(2023, 5, 22), None)
    assert (until.earliest, until.latest) == (None, date(2023, 6, 30))


def test_what_is_vague_says_so() -> None:
    (time,) = times_of("De voorbije maanden bleef het droog.")
    assert (time.precision, time.reference, time.edtf) == ("vague", "vague", "../2023-05-22")


def test_a_duration_has_no_date() -> None:
    (time,) = times_of("Na dertig uur kwam er hulp.")
    assert (time.duration, time.edtf, time.reference, time.earliest) == ("PT30H", "", "duration", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik ga vrijdag terug", ("vrijdag", "2016-11-11")),
        ("Ik ben aanstaande september weg", ("aanstaande september", "2017-09")),
        ("Ik ga sinds morgen weg", ("sinds morgen", "2016-11-08/..")),
        ("Ik ben de maand weg", ("de maand", "2016-11")),
        ("Ik ben 12-4 weg", ("12-4", "2017-04-12")),
        ("Ik ben van 3 tot 5 juni weg", ("3 tot 5 juni", "2017-06-03/2017-06-05")),
    ],
)
def test_an_assistant_reads_the_next_one_and_takes_the_preposition_along(text: str, expected: tuple[str, str]) -> None:
    document = document_of(text, published="2016-11-07")
    (time,) = find_times(document, read_lexicon("nl"), policy="assistant")
    assert time.span.of(text).endswith(expected[0])
    assert time.edtf == expected[1]


def test_every_rule_cites_its_name_and_its_rows() -> None:
    times = times_of("Op 3 mei, vorige week, de voorbije maanden en na dertig uur.")
    assert [time.rule.split()[0] for time in times] == ["date", "period", "vague_period", "duration"]
    assert "nl/time_words:voorbije" in times[2].rule
    assert "cldr/nl:mei" in times[0].rule


def test_ids_hold_the_span() -> None:
    (time,) = times_of("Het was 3 mei.")
    assert time.time_id == "a.t8-13"


def test_reading_times_needs_neither_pandas_nor_the_edtf_library() -> None:
    code = (
        "import sys; from helpers.annotate.times import find_times; from helpers.resources.lexicons import read_lexicon;"
        "from helpers.text import build_document; from helpers.model import Card;"
        "find_times(build_document('Het was 3 mei 2020.', Card('a.txt', language='nl')), read_lexicon('nl'));"
        "print([name for name in ('pandas', 'numpy', 'edtf', 'pyparsing') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"
