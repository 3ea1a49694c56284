"""Times whose text says that they are about then, or in a part of a period: which they are, and how that is told."""

from __future__ import annotations

import re
from datetime import datetime

from helpers.model.annotations import is_rounded
from helpers.views._index import Row, TableIndex

_SECONDS = re.compile(r"T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?")
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
PARTS = ("early", "mid", "late")


def is_about(time: Row) -> bool:
    """Tell whether the value of a time is a rounded one.

    Examples
    --------
    >>> is_about({"qualifier": "about", "edtf": "2023-05-22T15:00:00"}), is_about({"edtf": "2023-05-22"})
    (True, False)
    """
    return is_rounded(time.get("qualifier"), time.get("rule"))


def is_part(time: Row) -> bool:
    """Tell whether a time is early, in the middle or late in the period that is its value.

    Examples
    --------
    >>> is_part({"qualifier": "late", "edtf": "2023-05"}), is_part({"edtf": "2023-05"})
    (True, False)
    """
    return time.get("qualifier") in PARTS and not time.get("day_part")


def find_part(qualifier: str, first: datetime, end: datetime) -> tuple[datetime, datetime]:
    """Return about which third of a period is meant.

    Examples
    --------
    >>> start, end = find_part("late", datetime(2023, 6, 1), datetime(2023, 7, 1))
    >>> f"{start:%d}", f"{end:%d}"
    ('21', '01')
    """
    third = (end - first) / len(PARTS)
    start = first + third * PARTS.index(qualifier)
    return start, start + third


def tell_about(index: TableIndex, time: Row, value: str) -> str:
    """Put the word for about, early or late before a value whose text has it; of a day and an hour, before the hour.

    Examples
    --------
    >>> tell_about(TableIndex({}), {"qualifier": "about"}, "2023-05-22 15:00")
    '2023-05-22, about 15:00'
    """
    if is_part(time):
        return index.say(f"part_of.{time['qualifier']}", moment=value)
    if not is_about(time):
        return value
    day, _, clock = value.partition(" ")
    if clock[2:3] != ":":
        return index.say("about_then", moment=value)
    return f"{day}, {index.say('about_then', moment=clock)}"


def tell_time(index: TableIndex, time: Row) -> str:
    """Say a time in words as exact as its value: no seconds, no signs that only a standard knows."""
    edtf = str(time.get("edtf") or "")
    if not edtf:
        words = time.get("text") if time.get("article_id") and index.may_quote(time) else ""
        return index.say("no_value_of", words=words) if words else index.say("no_value")
    first, slash, last = (_tell_end(index, part) for part in edtf.partition("/"))
    if slash and ".." in (first, last):
        value = index.say("until", moment=last) if first == ".." else index.say("since", moment=first)
    else:
        value = f"{first} – {last}" if slash else first
    value = tell_about(index, time, value)
    if time.get("day_part"):
        value += f", {_tell_day_part(index, time)}"
    return value + (f" ({index.word('precision', 'vague')})" if time.get("precision") == "vague" else "")


def _tell_end(index: TableIndex, end: str) -> str:
    """Say one end of a value: a season by its name, a clock time without seconds that nobody gave."""
    season = _SEASON.fullmatch(end)
    if season:
        return index.say(f"season.{season[2]}", year=season[1])
    return _SECONDS.sub(r" \1 \2", end).strip()


def _tell_day_part(index: TableIndex, time: Row) -> str:
    part = index.word("day_part", time["day_part"])
    is_early = (time["day_part"], time.get("qualifier")) == ("morning", "early")
    return index.say("early_part", part=part) if is_early else part
