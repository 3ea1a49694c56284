"""People who are called like a month: April Jones, Tom June, in Dutch April de Boer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.annotate.times._items import NAME, Item

# at the head of a sentence and before a surname, with or without its small words; or after a first name and before
# what is no number, where no preposition stands before both
_FIRST = re.compile(r"(?:(?<=^)|(?<=[!=]))M(?=~|[dv][d_]?~|[Mj](?![&,N#Y-]))")
_LAST = re.compile(r"(?:(?<=^)|(?<=[!=])|(?<=[_&]))~M(?=_|!|=|$)")
_LONGEST_PARTICLE = 4


def unname_months(items: list[Item], symbols: str, text: str) -> list[Item]:
    """Return the items, whose symbols are given, with the months that are names of people as mere names."""
    if "M" not in symbols:
        return items
    read = list(items)
    for match in _FIRST.finditer(symbols):
        if _is_name(items, match.end() - 1, text) and _are_particles(items, match.end()):
            read[match.end() - 1] = read[match.end() - 1]._replace(symbol=NAME, value=None)
    for match in _LAST.finditer(symbols):
        if _is_name(items, match.end() - 1, text) and items[match.end() - 1].gap:
            read[match.end() - 1] = read[match.end() - 1]._replace(symbol=NAME, value=None)
    return read


def _is_name(items: Sequence[Item], at: int, text: str) -> bool:
    return text[items[at].start].isupper() and not text[items[at].start : items[at].end].isupper()


def _are_particles(items: Sequence[Item], at: int) -> bool:
    """Tell whether the words up to the surname are as short as the small words of a surname are, each apart."""
    while at < len(items) and items[at].symbol in "dv_":
        if not items[at].gap or len(items[at].word) > _LONGEST_PARTICLE:
            return False
        at += 1
    return at < len(items) and items[at].gap
