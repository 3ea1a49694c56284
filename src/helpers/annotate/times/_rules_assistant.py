"""What only a calendar assistant reads: bare day numbers, 12-4, the month; and spans with their preposition."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.annotate.times._cascade import Rule
from helpers.annotate.times._items import Item
from helpers.annotate.times._meaning import Meaning
from helpers.annotate.times._rules_numbers import first, glued

MONTHS_IN = 12


def _numeric(parts: Sequence[Item]) -> Meaning | None:
    numbers = [part for part in parts if part.symbol == "N"]
    if len(numbers) != 2 or not glued(parts[-3:]) or not all(part.word.isdecimal() for part in numbers):
        return None
    day, month = (int(part.value) for part in numbers)
    if month > MONTHS_IN >= day:
        day, month = month, day
    return Meaning("day", month=month, day=day) if 1 <= month <= MONTHS_IN and 1 <= day <= 31 else None


def _numeric_years(parts: Sequence[Item]) -> Meaning | None:
    year = int(parts[-1].value)
    day = _numeric(parts[:3])
    return None if day is None else Meaning("day", month=day.month, day=day.day, year=year)


def _numeric_range(parts: Sequence[Item]) -> Meaning | None:
    lower = _numeric(parts[:3])
    upper = _numeric_years(parts[4:]) if parts[-1].symbol == "Y" else _numeric(parts[4:])
    return Meaning("range", base=lower, other=upper) if lower and upper else None


def _numbered_day(parts: Sequence[Item]) -> Meaning | None:
    weekday, day = first(parts, "W"), first(parts, "NR")
    if not float(day).is_integer() or not 1 <= day <= 31:
        return None
    return Meaning("numbered_day", day=int(day), weekday=weekday and weekday[0])


def _this_period(parts: Sequence[Item]) -> Meaning | None:
    unit = first(parts, "U")
    if unit == "day":
        return Meaning("deictic", count=0)
    return Meaning("period", unit=unit) if unit in ("week", "month", "year", "quarter") else None


def _present(parts: Sequence[Item]) -> Meaning | None:
    return Meaning("deictic", count=0)


def _year_month(parts: Sequence[Item]) -> Meaning | None:
    month = int(parts[-1].value)
    return Meaning("month", year=parts[0].value, month=month) if glued(parts) and 1 <= month <= MONTHS_IN else None


def _any_year(parts: Sequence[Item]) -> Meaning | None:
    return Meaning("year", year=parts[-1].value)


ASSISTANT_RULES = (
    # 1-5 - 7-5, 2020; 29/2-1/3
    Rule("numeric_range", "N[-/]N-N[-/]N(?:[-/,]Y)?", "ρ", _numeric_range),
    # maandag 12-4, 25-10
    Rule("numeric_date", "[LET]?W?N[-/]N(?![-/!]Y|[UA]|[-/]N)(?!V)", "δ", _numeric),
    # maandag 21, vrijdag de 26e, de 15e
    Rule("numbered_day", "W(?:d?R|N(?![NU:!t&-]))(?![UMmj]|v[Mmj])", "δ", _numbered_day),
    Rule("numbered_day", "(?<=x)dR(?![-UuMmjq]|v[MmjT])|dR(?![-UuMmjq_~S]|v[MmjT]|tx?d?[NR])", "δ", _numbered_day),
    # 2015-3
    Rule("month", "Y-N(?!-)", "μ", _year_month),
    # tot nu toe
    Rule("present", "(?<=t)ë|(?<=tx)ë", "δ", _present),
)

LATE_RULES = (
    # de maand, het jaar
    Rule("period", "dU(?!Y)", "μ", _this_period),
    # 1998
    Rule("year", "(?<![-/:])Y(?![-/:])", "υ", _any_year),
)


def widen(items: Sequence[Item], at: int, meaning: Meaning) -> tuple[int, str]:
    """Return where the span of an assistant begins, and how its preposition opens the value."""
    item = items[at]
    back = at - 1
    opened = ""
    if back > 0 and items[back].symbol == "x" and items[back - 1].symbol == "t":
        back -= 1
    symbol = items[back].symbol if back >= 0 else ""
    if meaning.kind == "range":
        return (items[back].start if symbol in ("f", "v", "n") else item.start), ""
    if meaning.kind in ("clock", "duration"):
        return (items[back].start if symbol == "z" and meaning.kind == "duration" else item.start), ""
    if meaning.unit == "week" and meaning.weekday is not None and symbol == "x":
        return items[back].start, ""
    opened = {"s": "since", "f": "since", "t": "until", "y": "after", "b": "before"}.get(symbol, "")
    if symbol == "z" and meaning.kind == "vague":
        return items[back].start, ""
    if opened == "before" and (meaning.kind == "shift" or (meaning.kind == "period" and meaning.direction)):
        opened = ""
    return (items[back].start, opened) if opened else (item.start, "")
