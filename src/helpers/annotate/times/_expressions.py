"""Which items of a text are time expressions, and where the span of each begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from helpers.annotate.times._cascade import Stage
from helpers.annotate.times._items import NAME, Item
from helpers.annotate.times._lexicon import TimeWords
from helpers.annotate.times._meaning import Meaning
from helpers.annotate.times._rules_assistant import ASSISTANT_RULES, LATE_RULES, widen
from helpers.annotate.times._rules_dates import date_rules
from helpers.annotate.times._rules_joins import JOIN_RULES, MEET_RULES, RANGE_RULES
from helpers.annotate.times._rules_numbers import AGE_RULES, CLOCK_RULES, NUMBER_RULES
from helpers.annotate.times._setting import Policy
from helpers.annotate.times._values import Stretch

EXPRESSIONS = frozenset("δμυτπνωρ")
SHORTEST_NOUN = 4
YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Found:
    """An expression of the text with its value (None where there is none to be had)."""

    item: Item
    meaning: Meaning
    start: int
    stretch: Stretch | None = None
    duration: str = ""
    offset: str = ""
    anchor: date | None = None
    note: str = ""


@cache
def stages(month_first: bool, proper: bool, policy: Policy) -> tuple[Stage, ...]:
    """Return the stages of the cascade, compiled once for each kind of language and policy."""
    dates = date_rules(month_first=month_first, proper=proper)
    if policy == "assistant":
        dates = (*dates[:1], *ASSISTANT_RULES, *dates[1:], *LATE_RULES)
    return (
        Stage(NUMBER_RULES),
        Stage(AGE_RULES),
        Stage(CLOCK_RULES),
        Stage(dates),
        Stage(JOIN_RULES),
        Stage(MEET_RULES),
        Stage(RANGE_RULES),
    )


def find_expressions(
    items: Sequence[Item], text: str, words: TimeWords, policy: Policy
) -> Iterator[tuple[int, Found | None]]:
    """Yield the index and the expression of each item that is one, and None where a paragraph ends."""
    for at, item in enumerate(items):
        if item.symbol == "=":
            yield at, None
        if item.symbol not in EXPRESSIONS or not isinstance(item.value, Meaning):
            continue
        if policy == "assistant":
            yield at, _without_article(_widened(items, at), text, words)
        elif not _is_count(items, at, words) and not _is_named(items, at, words):
            yield at, _demonstrative(_opened_by(items, at, policy), items, at, words)


def _is_named(items: Sequence[Item], at: int, words: TimeWords) -> bool:
    """Tell whether a weekday between The and a name is a part of it: the Sunday Jazz Lounge."""
    meaning: Meaning = items[at].value
    if not words.months_are_capitalised or meaning.kind != "weekday" or meaning.direction:
        return False
    if not 0 < at < len(items) - 1:
        return False
    return items[at - 1].symbol == "d" and items[at + 1].symbol == NAME


def _is_count(items: Sequence[Item], at: int, words: TimeWords) -> bool:
    """Tell whether a bare number only looks like a year: in 2000 huizen."""
    item = items[at]
    if item.symbol != "υ" or item.value.kind != "year" or item.end - item.start != YEAR_DIGITS:
        return False
    if at and item.value.year % 100 == 0 and items[at - 1].symbol in "tc":
        return True
    after = items[at + 1] if at + 1 < len(items) else None
    if after is not None and after.gap and after.word in words.hints["measured"]:
        return True
    if after is None or after.symbol != "_" or not after.gap:
        return after is not None and after.symbol == "%" and not after.gap and after.word in "%€$"
    before = items[at - 1].symbol if at else ""
    if after.word in words.verbs or len(after.word) < SHORTEST_NOUN or not after.word.endswith(words.plural_endings):
        return False
    if at and items[at - 1].value == "deadline":
        return False
    return before not in "isz&,dÿ" or item.value.year % 100 == 0


def _widened(items: Sequence[Item], at: int) -> Found:
    start, opening = widen(items, at, items[at].value)
    return Found(items[at], replace(items[at].value, opened=opening), start)


_OF_NOUN = "noun"  # a preposition that may also say of which day a thing is: a letter from 9 May
_HEADS = "!%=,"


def _opened_by(items: Sequence[Item], at: int, policy: Policy) -> Found:
    """Read the preposition before an expression: since and until open its value."""
    item = items[at]
    meaning: Meaning = item.value
    back = at - 1
    between = items[back].symbol in "idx5ñ" or items[back].value == "deadline"
    if back > 0 and between and items[back - 1].symbol in "ts":
        back -= 1
    symbol = items[back].symbol if back >= 0 else ""
    if meaning.kind == "clock" and symbol == "s" and policy == "news":
        return Found(item, replace(meaning, opened="since"), item.start)
    if meaning.kind in ("range", "duration", "nights", "clock"):
        return Found(item, meaning, item.start)
    opened = {"s": "since", "f": "since", "t": "until"}.get(symbol, "")
    if symbol == "f" and items[back].value == _OF_NOUN and back and items[back - 1].symbol not in _HEADS:
        opened = "from"
    if opened == "until" and items[back].value == "range":
        opened = ""
    if symbol == "f" and meaning.kind in ("shift",):
        opened = ""
    return Found(item, replace(meaning, opened=opened), item.start)  # type: ignore[arg-type]


def _demonstrative(found: Found, items: Sequence[Item], at: int, words: TimeWords) -> Found:
    """Read die maandag, that Monday, but not de man die maandag stierf, nor: they said that Monday was quiet."""
    meaning = found.meaning
    weekday = meaning.base if meaning.kind == "clock" and meaning.base else meaning
    if weekday.kind != "weekday" or weekday.direction or not at or items[at - 1].symbol != "H":
        return found
    before = items[at - 2] if at > 1 else None
    points = before is None or before.symbol in "!=%xstc" or _verb_first(items, at, words)
    if items[at - 1].word in words.hints["clause"] and not points:
        return found
    that = replace(weekday, direction="that")
    whole = replace(meaning, base=that) if weekday is not meaning else that
    return replace(found, meaning=whole, start=items[at - 1].start)


def _verb_first(items: Sequence[Item], at: int, words: TimeWords) -> bool:
    """Tell whether a verb stands before: klonk die maandag; but said that Monday begins what was said."""
    return items[at - 1].word not in words.hints["complement"] and items[at - 2].word in words.verbs


def _without_article(found: Found, text: str, words: TimeWords) -> Found:
    """Leave the article before a period out of an assistant's span."""
    item = found.item
    first_word, _, rest = item_text = text[item.start : item.end].partition(" ")
    term = words.terms.get(first_word.casefold())
    directed = found.meaning.kind in ("vague", "year") or (found.meaning.kind == "period" and found.meaning.direction)
    if found.start != item.start or not rest or term is None or term.kind != "article" or not directed:
        return found
    return replace(found, start=item.end - len(item_text[2].lstrip()))
