"""Times whose text says that they are about then: which they are, and how that is told."""

from __future__ import annotations

from helpers.model.annotations import is_rounded
from helpers.views._index import Row, TableIndex


def is_about(time: Row) -> bool:
    """Tell whether the value of a time is a rounded one.

    Examples
    --------
    >>> is_about({"qualifier": "about", "edtf": "2023-05-22T15:00:00"}), is_about({"edtf": "2023-05-22"})
    (True, False)
    """
    return is_rounded(time.get("qualifier"), time.get("rule"))


def tell_about(index: TableIndex, time: Row, value: str) -> str:
    """Put the word for about before a value whose text has it; of a day and an hour, before the hour.

    Examples
    --------
    >>> tell_about(TableIndex({}), {"qualifier": "about"}, "2023-05-22 15:00")
    '2023-05-22, about 15:00'
    """
    if not is_about(time):
        return value
    day, _, clock = value.partition(" ")
    if clock[2:3] != ":":
        return index.say("about_then", moment=value)
    return f"{day}, {index.say('about_then', moment=clock)}"
