"""How the rules of stage 3 make the meanings of decades, seasons, quarters, feasts, weeks, years and parts of day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from helpers.annotate.times._date_builders import DIRECTIONS
from helpers.annotate.times._items import Item
from helpers.annotate.times._meaning import Meaning
from helpers.annotate.times._rules_numbers import first


def read_decade(parts: Sequence[Item]) -> Meaning | None:
    """Read decade."""
    year = first(parts, "Y")
    tens: Any = year % 100 if year is not None else first(parts, "N")
    tens = tens if tens is not None else first(parts, "đ")
    if tens is None or not str(tens).replace(".0", "").isdecimal() or float(tens) % 10:
        return None
    start = year if year is not None else 1900 + int(float(tens)) + (100 if float(tens) < 20 else 0)
    if year is not None and not any(part.symbol == "8" for part in parts) and year % 100:
        return None
    return Meaning("decade", year=start, edge=first(parts, "B") or "")


def read_ordinal_unit(parts: Sequence[Item]) -> Meaning | None:
    """Read ordinal unit."""
    number = int(first(parts, "R"))
    unit = first(parts, "Uq")
    year, direction = first(parts, "Y"), next((DIRECTIONS[p.symbol] for p in parts if p.symbol in DIRECTIONS), "")
    if unit == "century" and number > 0 and year is None:
        return Meaning("century", count=number)
    limit = {"quarter": 4, "half_year": 2, "week": 53}.get(str(unit), 0)
    if not 0 < number <= limit:
        return None
    units = [part.value for part in parts if part.symbol == "U"]
    if (len(units) > 1 and units[-1] != "year") or (direction and units[-1] != "year"):
        return None
    kind = "week" if unit == "week" else "quarter"
    if kind == "week" and year is None:
        return None
    return Meaning(kind, unit=str(unit), count=number, year=year, direction=direction)  # type: ignore[arg-type]


def read_marked_quarter(parts: Sequence[Item]) -> Meaning | None:
    """Read marked quarter."""
    number = first(parts, "N")
    unit = "half_year" if first(parts, "4") == "half" else "quarter"
    year = first(parts, "Y")
    most = 4 if unit == "quarter" else 2
    if number is None or next(part.gap for part in parts if part.symbol == "N") or not 1 <= number <= most:
        return None
    return Meaning("quarter", unit=unit, count=number, year=year)


def read_season(parts: Sequence[Item]) -> Meaning | None:
    """Read season."""
    direction = next((DIRECTIONS[p.symbol] for p in parts if p.symbol in DIRECTIONS), "")
    year, short = first(parts, "Y"), first(parts, "N")
    if year is None and short is not None:
        year = 1900 + int(short) if short > 30 else 2000 + int(short)
    units = [part.value for part in parts if part.symbol == "U"]
    if units and units[-1] != "year":
        return None
    return Meaning("season", season=first(parts, "S6"), year=year, direction=direction, unit="year" if units else "")


def read_feast(parts: Sequence[Item]) -> Meaning | None:
    """Read feast."""
    direction = next((DIRECTIONS[p.symbol] for p in parts if p.symbol in DIRECTIONS), "")
    return Meaning("feast", feast=first(parts, "F"), year=first(parts, "Y"), direction=direction)


def read_week_number(parts: Sequence[Item]) -> Meaning | None:
    """Read week number."""
    if first(parts, "U") != "week" or not parts[1].word.isdecimal() or not 0 < parts[1].value <= 53:
        return None
    return Meaning("week", unit="week", count=parts[1].value, year=first(parts, "Y"))


def read_years(parts: Sequence[Item]) -> Meaning | None:
    """Read years."""
    lower = int(parts[0].value)
    upper = int(parts[-1].value)
    if parts[-1].symbol == "N":
        upper += lower // 100 * 100
    if not lower < upper or (parts[1].symbol == "-" and parts[1].gap != parts[2].gap):
        return None
    return Meaning("range", base=Meaning("year", year=lower), other=Meaning("year", year=upper))


def read_year(parts: Sequence[Item]) -> Meaning | None:
    """Read year."""
    return Meaning("year", year=parts[-1].value)


def read_named_year(parts: Sequence[Item]) -> Meaning | None:
    """Read named year."""
    return Meaning("year", year=parts[-1].value) if first(parts, "UI") == "year" else None


def read_part(parts: Sequence[Item]) -> Meaning | None:
    """Read part."""
    return Meaning("part", part=first(parts, "VP"))
