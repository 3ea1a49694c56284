"""Families of expressions, each with positives in other words and with hard negatives beside them."""

import pytest
from times_markup import unmark, values_of

PUBLISHED = "2023-06-06"  # a Tuesday

FAMILIES = (
    # parts of a day without an article, and the light of a day
    ("nl", "[Zondag voor zonsopgang|2023-06-04] voer de veerboot uit; tegen [de avond|2023-06-04] lag zij stil."),
    ("nl", "[Halverwege de middag|2023-06-06] en [diep in de nacht|2023-06-05/2023-06-06] was er rumoer."),
    ("en", "By [evening|2023-06-06] the market was empty; [in the middle of the night|2023-06-06] it burned."),
    ("en", "[At dawn on Thursday|2023-06-01] the ferry sailed."),
    ("nl", "[Vannacht|2023-06-06] sneeuwde het, [eergisteravond|2023-06-04] ook."),
    # a clock time after a comma, two prepositions, half of the next hour in one word
    ("nl", "[Woensdagochtend, kwart over zeven|2023-05-31T07:15:00]. De straat is leeg."),
    ("en", "On [Thursday evening at about 7:30|2023-06-01T19:30:00] the lights went out."),
    ("nl", "De bus kwam om [halfvier ’s middags|2023-06-06T15:30:00], het was koud. De trein kwam [maandag om half één|2023-06-05]."),
    # nights between two days
    ("nl", "In [de nacht van zaterdag 3 op zondag 4 juni|2023-06-03/2023-06-04] viel er regen."),
    ("en", "It froze [overnight between Saturday and Sunday|2023-06-03/2023-06-04]."),
    # a day or a month of last year, of that year
    ("nl", "Op [1 april vorig jaar|2022-04-01] sloot de molen, in [oktober|2022-10] en [december vorig jaar|2022-12] de sluis."),
    ("nl", "Zij trouwde in [1987|1987]. In [juni van dat jaar|1987-06] verhuisde zij, [die zomer|1987-22] was heet."),
    ("en", "He sailed in [1954|1954]. [That summer|1954-22] was wet, [April of that year|1954-04] dry."),
    ("en", "[That year|] was wet."),
    # the first and the last units of a period
    ("nl", "[De eerste drie maanden van 2023|2023-01/2023-03] en [de laatste twee dagen van mei|2023-05-30/2023-05-31] waren nat."),
    ("en", "[The last two weeks of May|2023-05-18/2023-05-31] were dry, [the first six months of last year|2022-01/2022-06] wet."),
    ("nl", "[Vrijdag over een week|2023-06-16] beslist de raad; [komend weekend|2023-06-10/2023-06-11] is er markt."),
    ("en", "[A week from Friday|2023-06-16] the board decides."),
    # a stretch up to now whose length is not said
    ("nl", "Het is de natste lente in [jaren|../2023-06-06]; de sluis staat al [weken|../2023-06-06] open."),
    ("en", "It is the wettest spring in [decades|../2023-06-06]; the lock has been open for [weeks|../2023-06-06]."),
    # measured with an article
    ("nl", "Zij stond [een uur|PT1H] in de rij en [een kwartier|PT15M] aan het loket, hij kreeg [een maand|P1M] cel."),
    ("nl", "Het plein hield om [12 uur|2023-06-06T12:00:00] [een minuut|PT1M] stilte, [een halfuur|PT30M] lang."),
    ("en", "They waited [an hour|PT1H]; he got [a year|P1Y] in prison."),
    ("en", "The pool will open in [two weeks|2023-06-20]; it was built in [two weeks|P2W]."),
    ("nl", "De tocht duurde [vier uur en twintig minuten|PT4H20M], de rit [anderhalf uur|PT1H30M] en [tien minuten|PT10M]."),
    ("en", "They were away for [three years and two months|P3Y2M]."),
    # counted back from now, and half a century
    ("en", "In [the past year|2022-06-06/2023-06-06] it shrank; in [the past two years|2021-06-06/2023-06-06] it vanished."),
    ("nl", "In [de tweede helft van de zestiende eeuw|1551/1600] lag hier een haven."),
    # a range over the turn of the year is the one that comes, where no verb looks back
    ("nl", "De kaart is geldig van [1 juli tot 31 maart|2023-07-01/2024-03-31]."),
    # counted back from an event: no day is known
    ("nl", "[Drie dagen voor de stemming|] viel de coalitie, na [drie jaar|P3Y] voor de klas."),
    ("en", "He left [three days before the vote|]."),
    # until, through, from
    ("en", "The shop stays shut through [September|../2023-09]; as of [Monday|2023-06-05/..] it had no stock."),
    ("en", "He has until [Friday|../2023-06-09] to pay, she said."),
    ("nl", "Het loket is volgens de gemeente tot [eind augustus|../2023-08] gesloten."),
    ("en", "By [2030|2030] emissions must halve."),
    # what lies ahead, and what does not
    ("nl", "De bond vraagt om [vrijdag|2023-06-09] niet te varen. Hij belde [vrijdag|2023-06-02] om te groeten."),
    ("nl", "In [september|2022-09] verhuisde de bakker, in [september|2023-09] gaat hij weer open."),
    ("en", "The court is to rule on [Friday|2023-06-09]; it is set to meet on [Monday|2023-06-12]."),
    ("en", "The memo set off a panic on [Monday|2023-06-05]; they won on [Friday|2023-06-02] and won't on [Sunday|2023-06-11]."),
    ("en", "In [September|2022-09] the bakery moved."),
    # feasts that move, and years that a noun names
    ("nl", "[Prinsjesdag 2021|2021-09-21] was droog, [Moederdag 2022|2022-05-08] nat, [Aswoensdag 2023|2023-02-22] koud."),
    ("en", "[Thanksgiving 2022|2022-11-24] was dry, [Memorial Day 2022|2022-05-30] wet, [Labor Day 2022|2022-09-05] hot."),
    ("nl", "Het was even droog als in rampjaar [1921|1921]."),
    ("en", "The bill was voted down in the [March|2023-03] session."),
)

NO_TIMES = (
    ("nl", "In De Morgen stond een brief over Peter Zomer en Vandaag Inside."),
    ("nl", "Dat zal nog maanden duren, het gebeurt jaren later niet meer."),
    ("nl", "De boete van 1984 euro, de 1950 meter en 1836 kilo."),
    ("nl", "Een minuut later is geen tijd zonder begin."),
    ("en", "She is in her late sixties, he in his 40s, they in their mid-thirties."),
    ("en", "The 140-year-old mill and the 2,000-year-old tomb."),
    ("en", "The play opened at the Sunday Jazz Lounge and closed at the Monday Night Players."),
    ("en", "It will be felt for years to come."),
    ("en", "A child of three years was found; it was 60 miles an hour, $15 an hour."),
    ("en", "A minute quantity is enough, minute traces too; the March hare slept."),
    ("en", "The fall in prices and the fall of the wall."),
)


@pytest.mark.parametrize(("language", "marked"), FAMILIES)
def test_a_family_is_read_in_other_words_than_those_it_was_learned_from(language: str, marked: str) -> None:
    text, expected = unmark(marked)
    read = values_of(text, language, PUBLISHED)
    assert [value for _, value in read] == [value for _, value in expected]
    assert all(words in found or found in words for (found, _), (words, _) in zip(read, expected, strict=True))


@pytest.mark.parametrize(("language", "text"), NO_TIMES)
def test_what_only_looks_like_a_time_of_the_family_has_no_value(language: str, text: str) -> None:
    assert [value for _, value in values_of(text, language, PUBLISHED) if value] == []
