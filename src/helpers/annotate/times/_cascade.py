"""A cascade of rules: each stage reads the items' symbols as one string and joins some items into one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from helpers.annotate.times._items import Item
from helpers.annotate.times._meaning import Meaning

_START = "(?![_~=%,!<>:/&vistbfnz-])"  # no rule begins with an unknown word, a mark or a preposition: most is skipped
Build = Callable[[Sequence[Item]], "Meaning | float | int | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over symbols, the symbol of what it makes, and how to make it (None refuses)."""

    name: str
    pattern: str
    symbol: str
    build: Build


def symbols_of(items: Sequence[Item]) -> str:
    """Return the symbols of items as the rules read them."""
    return "".join([item.symbol for item in items])


def apply_stages(stages: Sequence[Stage], items: list[Item], symbols: str) -> tuple[list[Item], str]:
    """Return what the stages make of the items one after the other, and its symbols."""
    for stage in stages:
        joined = stage.apply(items, symbols)
        if joined is not items:
            items, symbols = joined, symbols_of(joined)
    return items, symbols


class Stage:
    """Rules that are tried together, the earlier first, from left to right."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [(rule, re.compile(rule.pattern)) for rule in rules]
        alternatives = "|".join(f"(?:{rule.pattern})" for rule in rules)
        self._any = re.compile(f"{_START}(?:{alternatives})")

    def apply(self, items: list[Item], symbols: str) -> list[Item]:
        """Return the items, whose symbols are given, with every match joined: the same list where no rule reads any."""
        made: list[Item] = []
        at = 0
        while (match := self._any.search(symbols, at)) is not None:
            made += items[at : match.start()]
            joined = self._join(items, symbols, match.start())
            if joined is None:
                made.append(items[match.start()])
                at = match.start() + 1
            else:
                made.append(joined[0])
                at = joined[1]
        return made + items[at:] if at else items

    def _join(self, items: list[Item], symbols: str, at: int) -> tuple[Item, int] | None:
        for rule, pattern in self._rules:
            match = pattern.match(symbols, at)
            if match is None or match.end() == at:
                continue
            parts = items[at : match.end()]
            value = rule.build(parts)
            if value is not None:
                return _item(rule, parts, value), match.end()
        return None


def _item(rule: Rule, parts: Sequence[Item], value: object) -> Item:
    cited = [part.row_id for part in parts if part.row_id]
    rows = " ".join(dict.fromkeys(row for cite in cited for row in cite.split(" ")))
    named = rows if not rule.name else f"{rule.name} {' '.join(r for r in rows.split(' ') if '/' in r)}".strip()
    word = parts[-1].word if rule.symbol in "NR" else ""
    return Item(rule.symbol, parts[0].start, parts[-1].end, value, named, word, parts[0].gap)
