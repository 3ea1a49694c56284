"""Whether the verb near an expression looks ahead or back: hints of the lexicon, within the clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpers.annotate.times._items import Item
from helpers.annotate.times._lexicon import TimeWords
from helpers.annotate.times._setting import Tense

_STOPS = frozenset("!,=%<>")
_REACH = 14
_STARTERS = frozenset("!=%<")


def find_tense(items: Sequence[Item], at: int, words: TimeWords) -> Tense:
    """Return where the nearest verb of the clause around item `at` looks."""
    if _is_fronted(items, at, words):
        return "ahead"
    return _nearest_hint(list(_clause(items, at, words)), words) or _hint_after_comma(items, at, words)


def _hint_after_comma(items: Sequence[Item], at: int, words: TimeWords) -> Tense:
    """Read on after a comma that closes a fronted time: In January, he had ..."""
    if at + 1 < len(items) and items[at + 1].symbol == ",":
        return _nearest_hint([found for found in _clause(items, at + 1, words) if found[0] > 0], words)
    return ""


def _nearest_hint(clause: Sequence[tuple[int, str]], words: TimeWords) -> Tense:
    perfect = any(word in words.hints["perfect"] for _, word in clause)
    for _, word in sorted(clause, key=lambda found: found[0]):
        if word in words.hints["ahead"] or (word in words.hints["would"] and not perfect):
            return "ahead"
        if word in words.hints["past"] or word in words.hints["would"]:
            return "past"
    return ""


def _is_fronted(items: Sequence[Item], at: int, words: TimeWords) -> bool:
    """Tell whether a verb that looks ahead follows an expression at the head of its sentence: Vrijdag beslist ..."""
    before = items[max(at - 2, 0) : at]
    if len(before) == 2 and not any(item.symbol in _STARTERS for item in before):
        return False
    if at + 1 >= len(items) or not words.fronted_endings or items[at + 1].symbol != "_":
        return False
    word = items[at + 1].word
    known = word in words.hints["fronted_past"] or word in words.hints["past"] or word in words.hints["would"]
    return not known and word.endswith(words.fronted_endings)


def _clause(items: Sequence[Item], at: int, words: TimeWords) -> Iterator[tuple[int, str]]:
    for step in (-1, 1):
        for distance in range(1, _REACH):
            index = at + step * distance
            if not 0 <= index < len(items):
                break
            if items[index].symbol in _STOPS:
                break
            word = items[index].word
            if word in words.hints["clause"]:
                break
            if word:
                yield distance, word
