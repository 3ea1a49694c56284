"""The offset of a clock time, where a zone is said or can be known from the places named."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_FIXED = re.compile(r"UTC([+-])(\d{1,2})(?::(\d\d))?")
_FARTHEST = 14  # hours that a zone may differ from UTC


@cache
def place_pattern(places: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern that finds the places whose zone is known."""
    if not places:
        return None
    names = "|".join(map(re.escape, sorted(places, key=len, reverse=True)))
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE)


def local_zone(text: str, before: int, places: dict[str, str]) -> str:
    """Return the zone of the place named last before an offset; the first place after it where none is."""
    starts, names = _places_in(text, tuple(places))
    last = max(0, bisect_right(starts, before) - 1)
    return places.get(names[last], "") if names else ""


@lru_cache(maxsize=4)
def _places_in(text: str, places: tuple[str, ...]) -> tuple[list[int], list[str]]:
    pattern = place_pattern(places)
    matches = [*pattern.finditer(text)] if pattern else []
    return [match.start() for match in matches], [match.group().casefold() for match in matches]


def utc_offset(zone: str, day: date, clock: tuple[int, int, int]) -> str:
    """Write the offset of a zone at a time, empty where the zone is not known.

    Examples
    --------
    >>> utc_offset("Europe/Kyiv", date(2023, 5, 22), (6, 0, 0))
    '+03:00'
    >>> utc_offset("UTC-3", date(2023, 5, 22), (6, 0, 0))
    '-03:00'
    """
    if fixed := _FIXED.fullmatch(zone):
        sign, hours, minutes = fixed.groups()
        return f"{sign}{int(hours):02d}:{minutes or '00'}" if int(hours) <= _FARTHEST else ""
    try:
        moment = datetime(day.year, day.month, day.day, *clock, tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return ""
    offset = moment.strftime("%z")
    return f"{offset[:3]}:{offset[3:5]}"
