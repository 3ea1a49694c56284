"""The offset of a clock time, where a zone is said or can be known from the places named."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@cache
def place_pattern(places: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern that finds the places whose zone is known."""
    if not places:
        return None
    names = "|".join(map(re.escape, sorted(places, key=len, reverse=True)))
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE)


def local_zone(text: str, before: int, places: dict[str, str]) -> str:
    """Return the zone of the place named last before an offset; the first place after it where none is."""
    pattern = place_pattern(tuple(places))
    if pattern is None:
        return ""
    name = ""
    for match in pattern.finditer(text):
        if match.start() > before and name:
            break
        name = match.group().casefold()
    return places.get(name, "")


def utc_offset(zone: str, day: date, clock: tuple[int, int, int]) -> str:
    """Write the offset of a zone at a time, empty where the zone is not known.

    Examples
    --------
    >>> utc_offset("Europe/Kyiv", date(2023, 5, 22), (6, 0, 0))
    '+03:00'
    """
    try:
        moment = datetime(day.year, day.month, day.day, *clock, tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return ""
    offset = moment.strftime("%z")
    return f"{offset[:3]}:{offset[3:5]}"
