"""Days and months that share what is said once: 3 en 9 augustus, mei en november 2021, mei en juni vorig jaar."""

from __future__ import annotations

import re
from dataclasses import replace

from helpers.annotate.times._items import Item
from helpers.annotate.times._meaning import Meaning

_DAYS = re.compile("(?<=[xsvtWi])N(?:,N)*,?&(?=δ)")
_MONTHS = re.compile("(?<!μ,)μ(?:,μ)*,?&(?=μ)")


def share_endings(items: list[Item], symbols: str, text: str) -> list[Item]:
    """Give the month or the year that the last of a row names to those before it, while the row ascends."""
    if "&" not in symbols:
        return items
    shared = list(items)
    for pattern in (_DAYS, _MONTHS):
        for match in pattern.finditer(symbols):
            _share(shared, match.start(), match.end(), text)
    return shared


def _share(items: list[Item], start: int, last: int, text: str) -> None:
    for at in range(last - 1, start - 1, -1):
        named = items[last].value
        if items[at].symbol not in "Nμ" or not isinstance(named, Meaning):
            continue
        is_day = items[at].symbol == "N"
        made = _day(items[at], items[last], text) if is_day else _month(items[at].value, named)
        if made is None:
            return
        symbol = "δ" if items[at].symbol == "N" else "μ"
        rule = f"shared {items[last].row_id}".strip()
        items[at] = items[at]._replace(symbol=symbol, value=made, row_id=rule)
        last = at


def _day(number: Item, dated: Item, text: str) -> Meaning | None:
    meaning: Meaning = dated.value
    first = meaning.base if meaning.kind == "range" else meaning
    starts_with_day = text[dated.start].isdecimal() and first is not None and first.kind == "day"
    if not starts_with_day or first is None or not number.word.isdecimal() or not 0 < number.value < (first.day or 0):
        return None
    return replace(first, day=int(number.value), weekday=None)


def _month(meaning: Meaning, dated: Meaning) -> Meaning | None:
    if meaning.kind != "month" or dated.kind != "month" or (dated.year is None and dated.unit != "year"):
        return None
    if meaning.year is not None or meaning.direction or (meaning.month or 0) >= (dated.month or 0):
        return None
    return replace(meaning, year=dated.year, unit=dated.unit, direction=dated.direction)
