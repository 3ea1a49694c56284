"""Times whose text says that they are about then, or in a part of a period: which they are, and how that is told."""

from __future__ import annotations

from datetime import datetime

from helpers.model.annotations import is_rounded
from helpers.views._index import Row, TableIndex

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
