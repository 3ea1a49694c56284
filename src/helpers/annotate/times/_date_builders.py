"""How the rules of stage 3 make their meanings of the parts that they match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from helpers.annotate.times._items import Item
from helpers.annotate.times._meaning import Meaning
from helpers.annotate.times._rules_numbers import first, glued

DAYS_IN = 31
HALF = 0.5


def _number(parts: Sequence[Item], symbols: str = "NR") -> list[int]:
    values = [part.value for part in parts if part.symbol in symbols]
    return [int(value) for value in values] if all(float(value).is_integer() for value in values) else []


def read_is_day(year: int | None, month: int, day: int) -> bool:
    """Read is day."""
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def make_day(year: int | None, month: int, day: int, parts: Sequence[Item] = ()) -> Meaning | None:
    """Make the meaning of a date, None where the calendar has no such day."""
    weekday = first(parts, "WC")
    if not read_is_day(year, month, day):
        return None
    return Meaning("day", year=year, month=month, day=day, weekday=weekday and weekday[0])


def read_iso(parts: Sequence[Item]) -> Meaning | None:
    """Read iso."""
    numbers = _number(parts, "YN")
    return make_day(numbers[0], numbers[1], numbers[2]) if numbers and glued(parts) else None


def read_day_first(parts: Sequence[Item]) -> Meaning | None:
    """Read day first."""
    numbers = _number(parts, "NY")
    if not numbers or not glued(parts) or parts[1].symbol != parts[3].symbol:
        return None
    day, month, year = numbers
    if not (1 <= month <= 12 and 1 <= day <= DAYS_IN):
        return None
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    return Meaning("day", year=year, month=month, day=day)


def read_month_first(parts: Sequence[Item]) -> Meaning | None:
    """Read month first."""
    numbers = _number(parts, "NY")
    if not numbers or not glued(parts) or parts[1].symbol != parts[3].symbol:
        return None
    month, day, year = numbers
    if day > 12 >= month:
        return make_day(year, month, day)
    return make_day(year, day, month) if month > 12 else Meaning("year", year=year)


def read_date(parts: Sequence[Item]) -> Meaning | None:
    """Read date."""
    days = _number(parts)
    if not days or not 1 <= days[-1] <= DAYS_IN:
        return None
    weekday, unit = first(parts, "WC"), first(parts, "U")
    if unit not in (None, "year"):
        return None
    dated = Meaning("day", year=first(parts, "Y"), month=first(parts, "Mjm"), day=days[-1])
    direction = next((DIRECTIONS[part.symbol] for part in parts if part.symbol in DIRECTIONS), "")
    return replace(dated, weekday=weekday and weekday[0], unit=unit or "", direction=direction)


def read_two_days(parts: Sequence[Item]) -> Meaning | None:
    """Read two days."""
    days, month, year = _number(parts), first(parts, "Mjm"), first(parts, "Y")
    if len(days) != 2 or not days[0] < days[1]:
        return None
    lower, upper = (make_day(year, month, day) for day in days)
    return Meaning("range", base=lower, other=upper) if lower and upper else None


def read_neighbours(parts: Sequence[Item]) -> Meaning | None:
    """Read neighbours."""
    days = _number(parts)
    return read_two_days(parts) if len(days) == 2 and days[1] == days[0] + 1 else None


def read_two_months(parts: Sequence[Item]) -> Meaning | None:
    """Read two months."""
    months, year = [part.value for part in parts if part.symbol in "Mm"], first(parts, "Y")
    if months[0] == months[-1]:
        return None
    lower, upper = Meaning("month", month=months[0], year=None), Meaning("month", month=months[-1], year=year)
    return Meaning("range", base=lower, other=upper)


def read_month(parts: Sequence[Item]) -> Meaning | None:
    """Read month."""
    short = first(parts, "'N")
    year = first(parts, "Y")
    if year is None and isinstance(short, int):
        year = 1900 + short if short > 30 else 2000 + short
    edge = first(parts, "B") or ("mid" if any(part.symbol == "h" for part in parts) else "")
    direction = next((DIRECTIONS[part.symbol] for part in parts if part.symbol in DIRECTIONS), "")
    unit = first(parts, "U")
    if unit not in (None, "year"):
        return None
    if unit:
        return Meaning("month", month=first(parts, "Mjm"), unit="year", direction=direction, edge=edge)
    return Meaning("month", year=year, month=first(parts, "Mjm"), direction=direction, edge=edge)


DIRECTIONS = {"L": "last", "E": "next", "T": "this", "H": "same"}


def read_weekday(parts: Sequence[Item]) -> Meaning | None:
    """Read weekday."""
    number, part = first(parts, "W")
    unit = first(parts, "U")
    if unit not in (None, "week"):
        return None
    part = part or first(parts, "PV") or None
    direction = next((DIRECTIONS[p.symbol] for p in parts if p.symbol in DIRECTIONS), "")
    if direction == "next" and first(parts, "E") == "near":
        direction = "near"
    if any(p.symbol == "0" for p in parts):
        direction = "following"
    return Meaning("weekday", weekday=number, part=part, unit=unit or "", direction=direction)


def read_next_weekday(parts: Sequence[Item]) -> Meaning | None:
    """Read de maandag daarna."""
    return Meaning("weekday", weekday=parts[1].value[0], part=parts[1].value[1] or None, direction="following")


def read_nights(parts: Sequence[Item]) -> Meaning | None:
    """Read nights."""
    if first(parts, "3P") not in ("night", "", None, "last"):
        return None
    days = [part.value for part in parts if part.symbol == "W"]
    if days and first(parts, "Mj") is None:
        return Meaning("nights", weekday=days[-1][0], count=(days[-1][0] - days[0][0]) % 7 if len(days) > 1 else 1)
    return read_two_days(parts)


def read_deictic(parts: Sequence[Item]) -> Meaning | None:
    """Read deictic."""
    days, _, part = str(first(parts, "O")).partition(" ")
    return Meaning("deictic", count=int(days), part=part or first(parts, "PV") or None)  # type: ignore[arg-type]


def read_same(parts: Sequence[Item]) -> Meaning | None:
    """Read same."""
    unit, part = first(parts, "Uu"), first(parts, "P")
    if any(p.symbol == "u" for p in parts) or unit in ("hour", "minute", "second", "quarter_hour", "fortnight"):
        return None
    if unit and unit not in ("day", "night"):
        return Meaning("period", unit=unit, direction="same")
    return Meaning("same", part="night" if unit == "night" else part)


def read_next_part(parts: Sequence[Item]) -> Meaning | None:
    """Read next part."""
    return Meaning("same", count=-1 if first(parts, "L") is not None else 1, part=first(parts, "P"))


def read_same_day(parts: Sequence[Item]) -> Meaning | None:
    """Read same day."""
    part = str(parts[0].value or "") or None
    after = "day_after" if "following" in parts[0].row_id or "next" in parts[0].row_id else ""
    return Meaning("same", part=part, count=1 if after else 0)  # type: ignore[arg-type]


def read_night(parts: Sequence[Item]) -> Meaning | None:
    """Read night."""
    return Meaning("night", direction=first(parts, "3") or "", part="night")


def read_period(parts: Sequence[Item]) -> Meaning | None:
    """Read period."""
    unit = first(parts, "UuI") or "year"
    direction = next((DIRECTIONS[p.symbol] for p in parts if p.symbol in DIRECTIONS), "this")
    if unit in ("second", "minute", "hour", "quarter_hour", "fortnight") or first(parts, "L") == "vague":
        return None
    if unit == "day":
        return Meaning("same", count={"last": -1, "next": 1}[direction]) if direction in ("last", "next") else None
    if first(parts, "L") == "rolling" and unit in ("week", "month", "year", "decade"):
        return Meaning("vague", unit=unit, direction="last", count=1)
    if unit == "night":
        return Meaning("night", direction="last" if direction == "last" else "", part="night")
    if direction == "next" and unit == "weekend" and first(parts, "E") == "near":
        direction = "near"
    return Meaning("period", unit=unit, direction=direction, edge=first(parts, "B") or "")


def read_bare_period(parts: Sequence[Item]) -> Meaning | None:
    """Read bare period."""
    return Meaning("period", unit="weekend", direction="bare") if first(parts, "U") == "weekend" else None


def read_counted_period(parts: Sequence[Item]) -> Meaning | None:
    """Read counted period."""
    unit = first(parts, "UuI") or "year"
    direction = "last" if any(part.symbol == "L" for part in parts) else "next"
    count = read_count(parts)
    if unit in ("second", "minute", "hour", "quarter_hour"):
        return Meaning("duration", unit=unit, count=count) if count else None
    few = "few" if any(part.symbol == "e" for part in parts) else ""
    return Meaning("vague", unit=unit, direction=direction, count=count, edge=few)


def read_vague_past(parts: Sequence[Item]) -> Meaning | None:
    """Read in jaren, for weeks: a stretch up to now whose length is not said."""
    unit = parts[0].value
    if unit in ("second", "minute", "hour", "quarter_hour"):
        return None
    return Meaning("vague", unit=unit, direction="last", edge="bare")


def read_count(parts: Sequence[Item]) -> float | None:
    """Read count."""
    for part in parts:
        if part.symbol in "N#Y":
            return float(part.value)
        if part.symbol in "ad":
            continue
    if any(part.symbol == "h" for part in parts):
        return 0.5
    return 1.0 if any(part.symbol == "a" for part in parts) and not any(p.symbol == "e" for p in parts) else None


def read_shift(parts: Sequence[Item]) -> Meaning | None:
    """Read shift."""
    unit = first(parts, "UuI") or "year"
    count = read_count(parts)
    if count is None and any(part.symbol in "Ud" for part in parts) and not any(p.symbol == "e" for p in parts):
        count = 1.0
    direction = next(_SHIFTS[part.symbol] for part in reversed(parts) if part.symbol in _SHIFTS)
    return Meaning("shift", unit=unit, count=count, direction=direction)


_SHIFTS = {"G": "ago", "l": "later", "0": "later", "k": "earlier", "o": "ahead", "b": "earlier", "y": "later"}


def read_from_now(parts: Sequence[Item]) -> Meaning | None:
    """Read from now."""
    return read_shift(parts)


def read_duration(parts: Sequence[Item]) -> Meaning | None:
    """Read duration."""
    count = read_count(parts)
    unit = first(parts, "UuI") or "year"
    if count is None or count <= 0 or count >= 10**6:
        return None
    return Meaning("duration", unit=unit, count=count)


def read_short_duration(parts: Sequence[Item]) -> Meaning | None:
    """Read een uur: with the article, a day or a year may be a point of time, an hour is measured."""
    return read_duration(parts) if first(parts, "U") in _MEASURED else None


_MEASURED = ("minute", "quarter_hour", "half_hour", "hour")


def read_long_duration(parts: Sequence[Item]) -> Meaning | None:
    """Read a day and a half."""
    numbers = [float(part.value) for part in parts if part.symbol == "N"]
    whole = numbers[0] if parts[0].symbol == "N" else 1.0
    return Meaning("duration", unit=first(parts, "U"), count=whole + numbers[-1]) if numbers[-1] == HALF else None
