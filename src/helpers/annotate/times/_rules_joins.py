"""Stages 4 and 5: expressions that belong together, and ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from helpers.annotate.times._cascade import Rule
from helpers.annotate.times._date_builders import read_shift
from helpers.annotate.times._items import Item
from helpers.annotate.times._meaning import Meaning
from helpers.annotate.times._rules_dates import COUNT, UNIT
from helpers.annotate.times._rules_numbers import UNIT_SIZES, first, make_clock
from helpers.model.annotations import DayPart

NOON, LATE = 12, 9


def _pair(parts: Sequence[Item]) -> tuple[Meaning, Meaning]:
    meanings = [part.value for part in parts if isinstance(part.value, Meaning)]
    return meanings[0], meanings[-1]


def _clock_part(parts: Sequence[Item]) -> Meaning | None:
    clock, part = sorted(_pair(parts), key=lambda meaning: meaning.kind != "clock")
    return _with_part(clock, part.part)


def _with_part(clock: Meaning, part: DayPart | None) -> Meaning | None:
    if clock.clock is None:
        return None
    hour, minute, second = clock.clock
    later = (part in ("afternoon", "evening") and hour < NOON) or (part == "night" and LATE <= hour < NOON)
    hour = hour + NOON if later else 0 if part == "night" and hour == NOON else hour
    return replace(clock, clock=(hour, minute, second), part=part, half="")


def _zoned(parts: Sequence[Item]) -> Meaning | None:
    clock: Meaning = first(parts, "τ")
    return replace(clock, zone=str(first(parts, "Z")), half="words" if clock.half == "words" else "")


def _offset(parts: Sequence[Item]) -> Meaning | None:
    """Read the zone of 9 uur (UTC+1): hours from Greenwich, without a space before them."""
    zone = next(at for at, part in enumerate(parts) if part.symbol == "Z")
    sign, hours = parts[zone + 1], parts[zone + 2]
    if parts[zone].value != "UTC" or sign.word not in _SIGNS or sign.gap or hours.gap:
        return None
    minutes = 0
    if isinstance(hours.value, Meaning):
        if hours.value.clock is None:
            return None
        number, minutes, _ = hours.value.clock
    else:
        number = int(hours.value)
    clock: Meaning = first(parts, "τ")
    written = f"UTC{'+' if sign.word == '+' else '-'}{number}:{minutes:02d}"
    return replace(clock, zone=written, half="words" if clock.half == "words" else "")


_SIGNS = frozenset("+-−–")


def _on_day(parts: Sequence[Item]) -> Meaning | None:
    clock: Meaning = first(parts, "τ")
    day = first(parts, "δ")
    part = day.part
    if clock.clock and part in ("afternoon", "evening") and clock.clock[0] < NOON and clock.part is None:
        clock = _with_part(clock, part) or clock
    by_night = (part or day.kind == "nights") and clock.clock and clock.clock[0] < LATE
    if by_night or part == "morning":
        clock = replace(clock, half="")
    return replace(clock, base=day)


def _day_part(parts: Sequence[Item]) -> Meaning | None:
    day, part = first(parts, "δ"), first(parts, "π")
    name = part.part if part else first(parts, "p")
    return replace(day, part=name) if day.kind not in ("range", "nights") else None


def _edge(parts: Sequence[Item]) -> Meaning | None:
    base = first(parts, "μυ")
    return replace(base, edge=str(first(parts, "B"))) if base.kind in ("month", "year", "period", "century") else None


def _within(parts: Sequence[Item]) -> Meaning | None:
    base: Meaning | None = first(parts, "μδ")
    return base if base and base.kind in ("period", "deictic", "weekday") else None


def _shifted(parts: Sequence[Item]) -> Meaning | None:
    base = parts[-1].value
    words = parts[:-1]
    duration = first(parts, "ν")
    direction = "later" if parts[-2].symbol in "yf" or parts[-2].symbol == "s" else "earlier"
    if parts[-2].symbol == "f" and base.kind == "weekday" and not base.direction:
        base = replace(base, direction="near")
    if duration:
        return Meaning("from", unit=duration.unit, count=duration.count, direction=direction, base=base)
    shift = read_shift([*words, Item("l", 0, 1)])
    return replace(shift, kind="from", direction=direction, base=base) if shift else None


def _after_event(parts: Sequence[Item]) -> Meaning | None:
    """Count from an event: what day it was, the words do not say."""
    duration = first(parts, "ν")
    unit = duration.unit if duration else first(parts, "U")
    return Meaning("event", unit=str(unit), count=duration.count if duration else 1)


def _before_event(parts: Sequence[Item]) -> Meaning | None:
    """Count back from an event: een week voor de stemming; but twee uur voor de deur is a duration."""
    made = _after_event(parts)
    return made if made is not None and made.unit in _SHORT_UNITS else None


_SHORT_UNITS = ("day", "week")


def _day_of_event(parts: Sequence[Item]) -> Meaning | None:
    """Count within an event: the second day of the trial."""
    unit = str(first(parts, "U"))
    return Meaning("event", unit=unit) if unit in ("day", "week", "month", "year") else None


def _week_of(parts: Sequence[Item]) -> Meaning | None:
    day = first(parts, "δ")
    period = first(parts, "μ")
    unit = period.unit if period is not None else first(parts, "U")
    if unit not in ("week", "weekend") or day.kind != "day" or (period is not None and period.direction != "bare"):
        return None
    return Meaning("week", unit=str(unit), base=day)


def _day_of_month(parts: Sequence[Item]) -> Meaning | None:
    month = first(parts, "μ")
    number = int(first(parts, "R") or -1)
    unit = first(parts, "U")
    if unit not in ("day", "week") or (unit == "week" and (month is None or month.kind != "month")):
        return None
    base = month if month is not None else Meaning("period", unit=[p.value for p in parts if p.symbol == "U"][-1])
    return Meaning("first_day", unit=str(unit), count=number, base=base)


def _first_units(parts: Sequence[Item]) -> Meaning | None:
    """Read de eerste drie maanden van 2023; without a number, the whole that is named."""
    duration: Meaning | None = first(parts, "ν")
    base: Meaning | None = first(parts, "μυ")
    unit = duration.unit if duration else first(parts, "uU")
    number = first(parts, "R")
    if number not in (None, 1, -1):
        return None
    count = duration.count if duration else None
    if base is None:
        base = Meaning("period", unit=[part.value for part in parts if part.symbol == "U"][-1], direction="this")
    direction = "first" if number == 1 else "last"
    return Meaning("first_units", unit=unit, count=count, direction=direction, base=base)


def _long_duration(parts: Sequence[Item]) -> Meaning | None:
    """Read vier uur en twintig minuten as one duration: the units descend."""
    longer: Meaning = parts[0].value
    shorter: Meaning = parts[-1].value
    is_whole = float(longer.count or 0).is_integer() and {longer.unit, shorter.unit} <= _ISO_PARTS
    descends = UNIT_SIZES.get(longer.unit, 0) > UNIT_SIZES.get(shorter.unit, 0)
    return replace(longer, other=shorter) if is_whole and descends else None


_ISO_PARTS = frozenset(("year", "month", "day", "hour", "minute", "second"))


def _week_after(parts: Sequence[Item]) -> Meaning | None:
    """Read vrijdag over een week: counted on from the coming Friday."""
    day: Meaning = parts[0].value
    shift: Meaning = parts[-1].value
    if day.kind != "weekday" or day.direction or shift.direction != "ahead" or shift.unit not in ("week", "day"):
        return None
    return replace(shift, kind="from", direction="later", base=replace(day, direction="near"))


def _range(parts: Sequence[Item]) -> Meaning | None:
    lower, upper = _pair(parts)
    if "range" in (lower.kind, upper.kind) or lower.kind in ("nights",):
        return None
    return Meaning("range", base=lower, other=upper)


def _clock_range(parts: Sequence[Item]) -> Meaning | None:
    upper: Any = parts[-1].value
    lower: Any = parts[0].value if parts[0].symbol == "τ" else make_clock(parts[0].value, minutes_known=False)
    return Meaning("range", base=lower, other=upper) if lower and not lower.base else None


JOIN_RULES = (
    # vier uur 's ochtends, 's avonds om tien uur
    Rule("clock", "τπ|πcτ", "τ", _clock_part),
    # middernacht (UTC+1), 9.30 GMT+02:00, 3 p.m. (GMT)
    Rule("clock", "τ(?:<Z[%-][Nτ]>|Z[%-][Nτ])", "τ", _offset),
    Rule("clock", "τ<Z>", "τ", _zoned),
    # 6 uur lokale tijd
    Rule("clock", "τ,?Z", "τ", _zoned),
    # the night of 3 May
    Rule("day_part", "pd?δ", "δ", _day_part),
    # begin 2019, eind volgend jaar
    Rule("edge", "d?Bv?d?[μυ]", "μ", _edge),
    # twee dagen na Kerstmis, drie weken vanaf morgen
    Rule("shift", f"(?:ν|{COUNT}{UNIT}|dU)[ybf](?=[δμυ])[δμυ]", "δ", _shifted),
    # drie dagen na de inval, een week voor de stemming; twee uur voor de deur is a duration
    Rule("event_shift", "(?:ν|dU)y[dTH]_(?![_~])", "δ", _after_event),
    Rule("event_shift", "(?:ν|dU)(?=y[dTH]?[_~ß])", "δ", _after_event),
    Rule("event_shift", "(?:ν|[aN]U)b[dTH]_(?![_~])|(?<![ñòz])(?:ν|[aN]U)(?=bd[_~])", "δ", _before_event),
    # de week van 10 april
    Rule("week_of", "d?U[vf]δ|μvδ", "μ", _week_of),
    # de 15e dag van volgende maand, the first day of June
    Rule("day_of_month", "d?[RL]Uv(?:μ|dU)", "δ", _day_of_month),
    # vier uur en twintig minuten, three years and two months
    Rule("duration", "ν&ν", "ν", _long_duration),
    # de eerste drie maanden van 2023, the last two weeks of May, de eerste dagen van juni
    Rule("first_units", "d?[RL](?:ν|e?[uI])v(?:[μυ]|dU)", "μ", _first_units),
    # the first day of the invasion, de tweede week van het proces
    Rule("day_of_event", "dRUv[dTH]_(?![_~])|dRU(?=v[dTH][_~])", "δ", _day_of_event),
    # later deze week, eerder vandaag
    Rule("within", "[lk][μδ]", "μ", _within),
)

MEET_RULES = (
    # 14.20 uur lokale tijd after its part of day
    Rule("clock", "τ,?Z", "τ", _zoned),
    # gisteren om 20u30, Tuesday at 5 p.m., 14.20 uur dinsdag
    Rule("clock", "δ(?:c*5?|x|,)τ|τx?d?δ", "τ", _on_day),
    # dinsdag 's avonds, before dawn on Tuesday
    Rule("day_part", "δπ|πxδ", "δ", _day_part),
    # vrijdag over een week
    Rule("shift", "δδ", "δ", _week_after),
)

RANGE_RULES = (
    # tussen maandag en woensdag, van april tot juni, 2 maart - 5 mei
    Rule("range", "(?<=n)[δμυ]&[δμυ]|[δμυ](?:tx?d?|-)[δμυ]", "ρ", _range),
    # tussen 14 en 16 uur, van 9.00 tot 10.00 uur
    Rule("clock_range", "(?<=[nfv])(?:N|τ)[t&-]τ|τ(?:t|-)τ", "ρ", _clock_range),
)
