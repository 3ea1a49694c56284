"""Stage 3: dates, weekdays, months, periods, shifts, durations, each with an example above its rule."""

from __future__ import annotations

from helpers.annotate.times import _date_builders as builders
from helpers.annotate.times import _period_builders as periods
from helpers.annotate.times._cascade import Rule

YEAR = "(?:,?[vi]?d?Y)?"
MONTH = "(?:[Mj]|m!?)"
COUNT = "[Nae#hY]"
UNIT = "[UuI]"
WHOLE = "(?!v(?:d?[LET]?[Mj]|d?[LET]U|dU(?!_)|d?U?Y))"  # de laatste drie dagen van mei: the whole is named after it


def date_rules(*, month_first: bool, proper: bool = False) -> tuple[Rule, ...]:
    """Return the rules of stage 3.

    Parameters
    ----------
    month_first : bool
        Whether the language writes May 4 (CLDR's long date says so).
    proper : bool
        Whether it writes months with a capital: then April before a surname may be a name.
    """
    opening = "[istfbynzcvTLEB%=]"  # after "and" only where another month stands before: May Brown and April Jones
    bare = f"M(?!~)|(?<={opening})M|(?<=[Mj]&)M" if proper else "M"
    numeric = builders.read_month_first if month_first else builders.read_day_first
    before = (Rule("date", f"(?:[WC]!?,?)?{MONTH}d?[NR](?!t[NR]|-N|:N){YEAR}(?![Uu])", "δ", builders.read_date),
              Rule("days", f"{MONTH}[NR][t\\-][NR]{YEAR}", "δ", builders.read_two_days)) if month_first else (
              Rule("date", f"{MONTH}dR{YEAR}", "δ", builders.read_date),)  # fmt: skip
    return (
        # 2023-05-22
        Rule("iso_date", "Y-N-N", "δ", builders.read_iso),
        # 22-05-2023, 22/5/2023, 22.5.2023
        Rule("numeric_date", "N[-/!]N[-/!](?:Y|N(?!:))", "δ", numeric),
        # 22-mei-2023, 01/aug/2019
        Rule("date", f"N[-/]{MONTH}(?:[-/]Y)?", "δ", builders.read_date),
        # de nacht van 3 op 4 juni, de nacht van zaterdag 3 op zondag 4 juni
        Rule("nights", f"(?:3|d?P)vW?[NR][xt&-]W?[NR]{MONTH}{YEAR}", "δ", builders.read_nights),
        # van 3 tot 5 juni, 9-11 August
        Rule("days", f"[NR](?:[t-]|tx?d)[NR]v?{MONTH}{YEAR}", "δ", builders.read_two_days),
        Rule("days", f"(?<=n)[NR]&[NR]v?{MONTH}{YEAR}", "δ", builders.read_two_days),
        Rule("days", f"(?<=x)[NR]&[NR]v?{MONTH}{YEAR}", "δ", builders.read_neighbours),
        # 1 april vorig jaar, April 1 of this year
        Rule("date", "(?:[WC]!?,?)?(?:d(?=R))?(?:[NR]v?d?M|M[NR])v?[LET]U", "δ", builders.read_date),
        # dinsdag 20 juli 2021, de 4e mei, 2 March
        Rule("date", f"(?:[WC]!?,?)?(?:d(?=R))?[NR](?:!(?={MONTH}))?v?d?{MONTH}{YEAR}", "δ", builders.read_date),
        *before,
        # jan-feb 2017, april–mei 2021
        Rule("months", "[Mm]!?[-t][Mm]!?(?:v?Y)?(?![NR])|mm!?Y", "μ", builders.read_two_months),
        # augustus vorig jaar, mei van dit jaar, juni van dat jaar
        Rule("month", "B?-?[Mj]v?d?[LETH]U|[LET]Ui?[Mj](?![NR])", "μ", builders.read_month),
        # mei 2009, dec/2018, zomer '42
        Rule("month", f"(?:[Bh]-?v?d?)?{MONTH}(?:,?[vi]?|[-/])Y", "μ", builders.read_month),
        # last August, aanstaande september
        Rule("month", "(?:[LET])B?-?[Mj](?!N)", "μ", builders.read_month),
        # eind juni, half juni, mid-September
        Rule("month", "(?:[Bh])-?v?d?[Mj]", "μ", builders.read_month),
        # juni; in May
        Rule("month", f"{bare}|(?<=[istfbynzcvT])j(?![~_]?[NR])|(?<=&)j(?![~NR])", "μ", builders.read_month),
        # the August recess
        Rule("month", "(?<=d)j(?=_)", "μ", builders.read_month),
        # in de nacht van maandag op dinsdag, de nacht op dinsdag
        # de nacht tussen zaterdag en zondag, overnight between Sunday and Monday
        Rule("nights", "(?:3|d?P)(?:v(?:d?)W[xt&-]W|nW&W|xW)", "δ", builders.read_nights),
        # volgende week maandag, deze week - maandag
        Rule("weekday", "[LET]U-?x?W(?:P|V)?", "δ", builders.read_weekday),
        # maandag volgende week
        Rule("weekday", "WP?v?d?[LE]U(?![_~]?W)", "δ", builders.read_weekday),
        # the following Wednesday
        Rule("weekday", "d0WP?", "δ", builders.read_weekday),
        # de maandag daarna
        Rule("weekday", "dWl", "δ", builders.read_next_weekday),
        # vorige vrijdag, dinsdagochtend vroeg, Tuesday morning, de hele donderdag, late Tuesday
        Rule("weekday", "(?:d?wv?d?|Bx?)?[LET]?WP?V?7?", "δ", builders.read_weekday),
        # gisteren, vanavond, yesterday morning
        Rule("deictic", "(?:B)?OP?", "δ", builders.read_deictic),
        # later op de dag; diezelfde avond, die dag, that year
        Rule("same_day", "2", "δ", builders.read_same_day),
        Rule("same_day", "HP|HU", "δ", builders.read_same),
        # de volgende ochtend, the following evening
        Rule("next_part", "d[LE0]P", "δ", builders.read_next_part),
        # overnight, vannacht, afgelopen nacht
        # diep in de nacht, midden in de nacht
        Rule("night", "(?:[B7]i)?3", "δ", builders.read_night),
        # the first quarter of 2020, het eerste kwartaal van volgend jaar, de dertiende eeuw
        Rule("ordinal_unit", "d?(?:B-?)?R-?[Uq](?:v?(?:Y|d?[LET]U|dU))?", "μ", periods.read_ordinal_unit),
        # Q1 2017
        Rule("quarter", "4N(?:-?v?Y)?|Y-4N", "μ", periods.read_marked_quarter),
        # de jaren negentig, jaren '90, the 1990s, the nineties
        Rule("decade", "d?(?:B-?v?d?)?I'?[NY]", "μ", periods.read_decade),
        Rule("decade", "d?(?:B-?)?Y8", "μ", periods.read_decade),
        Rule("decade", "d?(?:B-?)?(?:'N8|đ)", "μ", periods.read_decade),
        # de zomer van 2018, last summer, spring 2018
        Rule("season", "(?:d?[LET]|d)?[S6](?:v?d?(?:Y|'N)|,?v?d?[LETH]U)", "μ", periods.read_season),
        # deze zomer, that summer, in de winter; in the fall, but not in the fall of the city
        Rule("season", "d?[LETH][S6]|(?<=[istzvcB])dS|(?<=i)d6(?![vi])", "μ", periods.read_season),
        # Kerstmis 2022, vorige Kerstmis
        Rule("feast", "[LET]?F(?:v?Y)?", "δ", periods.read_feast),
        # de komende drie dagen, the past two weeks, 5 aankomende jaren
        Rule("counted_period", f"(?:d|(?<![tŵj]))[LE]{COUNT}{UNIT}{WHOLE}", "ω", builders.read_counted_period),
        Rule("counted_period", f"d?[Ne][LE]{UNIT}", "ω", builders.read_counted_period),
        # de voorbije maanden, in recent weeks
        Rule("vague_period", f"d?[LE][uI]{WHOLE}", "ω", builders.read_counted_period),
        # de zwaarste in jaren, al maanden, for weeks; but not: for years to come
        Rule("vague_period", "(?<=[iò])[uI](?![GlktbyJ0-])", "ω", builders.read_vague_past),
        # eind van de maand, later in het jaar
        Rule("period", "Bv?dU|lidU", "μ", builders.read_period),
        # vorige week, this year, het komende weekend
        Rule("period", f"d?B?[LET]U{WHOLE}", "μ", builders.read_period),
        Rule("weekend", "dU", "μ", builders.read_bare_period),
        # drie dagen geleden, two days later, een dag eerder, hours later
        Rule("shift", f"{COUNT}-?{UNIT}[Glk]|[uI][Glk]", "δ", builders.read_shift),
        # de dag ervoor, the day before, the following week
        Rule("shift", "dU(?:[lk]|b(?=[!,%=]))|d0U|aU[b](?=[!,%=])", "δ", builders.read_shift),
        # over twee weken
        Rule("shift", f"o{COUNT}{UNIT}", "δ", builders.read_from_now),
        # week 31
        Rule("week_number", "UN(?:v?Y)?", "μ", periods.read_week_number),
        # het jaar 2008
        Rule("year", "d?[UI]Y", "υ", periods.read_named_year),
        # 1914-1918, tussen 2003 en 2011, van 2014 tot 2018
        Rule("years", "Y-(?:Y|N(?![N!:-]))|(?<=n)Y&Y|(?<=[fvi])YtY", "υ", periods.read_years),
        # in 1956, sinds 2014, (1987)
        Rule("year", "(?<=[istfnvycbzxBdÿ])Y|(?<=<)Y(?=[->,])|(?<=tñ)Y|(?<=Y[&,])Y", "υ", periods.read_year),
        # vijftien uur, five-hour, an hour
        Rule("duration", f"[N#Yh]-?{UNIT}", "ν", builders.read_duration),
        Rule("duration", "[aN]U&N", "ν", builders.read_long_duration),
        Rule("duration", "(?<=[zyñò])aU|aU(?=[Jyb])", "ν", builders.read_duration),
        *(() if proper else (Rule("duration", "aU(?![GlkX])", "ν", builders.read_short_duration),)),
        # halverwege de ochtend, laat in de avond, in the middle of the night; by evening
        Rule("day_part", "(?:B|[B7][ix])dP(?!~)|B?V|(?<=[ct])P(?!~)", "π", periods.read_part),
        # nog voor de middag; but not: before the morning session
        Rule("day_part", "(?<=[by])dP(?![_~])" if proper else "(?<=[by])dP(?!~)", "π", periods.read_part),
        # 's avonds, in the morning, in de vroege ochtend
        Rule("day_part", "(?<=[istzc])dB?P|(?<=[istz])BP", "π", periods.read_part),
    )
