"""Whether the verb near an expression looks ahead or back: hints of the lexicon, within the clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpers.annotate.times._items import Item
from helpers.annotate.times._lexicon import TimeWords
from helpers.annotate.times._setting import Tense

_STOPS = frozenset("!,=%<>")
_REACH = 14
_AIM = 6
_SHORTEST_VERB = 4
_NEAR_STATE = 4
_SHORTEST_PREFIX = 2
_NAMES = frozenset("~j")
_STARTERS = frozenset("!=%<")


def find_tense(items: Sequence[Item], at: int, words: TimeWords, *, ends: bool = False) -> Tense:
    """Return where the nearest verb of the clause around item `at` looks.

    For what `ends` then, a verb that reports and a perfect say nothing: He said it is shut until Friday.
    """
    if _is_fronted(items, at, words):
        return "ahead"
    clause = list(_clause(items, at, words))
    if ends:
        clause = [found for found in clause if found[1] not in words.hints["silent"]]
    if _is_aim(clause, items, at, words):
        return "ahead"
    return _nearest_hint(clause, words) or _hint_after_comma(items, at, words) or _ending_hint(clause, items, at, words)


def _is_aim(clause: Sequence[tuple[int, str]], items: Sequence[Item], at: int, words: TimeWords) -> bool:
    """Tell whether the time stands in what is aimed at: om vrijdag niet te varen."""
    aim, aimed = words.hints["aim"], words.hints["aimed"]
    if not any(word in aim for _, word in clause):
        return False
    has_aim = any(item.word in aim for item in items[max(at - _AIM, 0) : at])
    return has_aim and any(item.word in aimed for item in items[at + 1 : at + 1 + _AIM])


def _ending_hint(
    clause: Sequence[tuple[int, str]], items: Sequence[Item], at: int, words: TimeWords
) -> Tense:
    """Read the ending of a verb that no row names: In September verhuisde hij; it moved in September."""
    if heads_sentence(items, at) and at + 1 < len(items) and words.fronted_past_endings:
        word = items[at + 1].word
        if items[at + 1].symbol == "_" and len(word) > _SHORTEST_VERB and word.endswith(words.fronted_past_endings):
            return "past"
    if not words.past_endings or any(word in words.hints["passive"] for _, word in clause):
        return ""
    ended = any(len(word) > _SHORTEST_VERB and word.endswith(words.past_endings) for _, word in clause)
    return "past" if ended else ""


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
    if not heads_sentence(items, at):
        return False
    if at + 1 >= len(items) or not words.fronted_endings or items[at + 1].symbol not in "_ñ":
        return False
    word = items[at + 1].word
    known = word in words.hints["fronted_past"] or word in words.hints["past"] or word in words.hints["would"]
    return not known and word.endswith(words.fronted_endings)


def is_to_come(items: Sequence[Item], at: int, words: TimeWords) -> bool:
    """Tell whether a present tells of a state near a weekday: Zondag is de sluis open; but not: is zondag gebroken."""
    clause = [*_clause(items, at, words)]
    if any(_is_participle(word, words) for _, word in clause):
        return False
    return any(distance <= _NEAR_STATE and word in words.hints["state"] for distance, word in clause)


def _is_participle(word: str, words: TimeWords) -> bool:
    """Tell whether a word may be a participle: gebroken, beschoten, omgevallen."""
    if not word.endswith(words.participle_ends):
        return False
    inside = word[_SHORTEST_PREFIX:-_SHORTEST_PREFIX]
    return word.startswith(words.participle_starts) or any(mark in inside for mark in words.hints["participle_inside"])


def heads_sentence(items: Sequence[Item], at: int) -> bool:
    """Tell whether an expression stands at the head of its sentence or of a part behind a semicolon."""
    before = items[max(at - 2, 0) : at]
    return len(before) < 2 or any(item.symbol in _STARTERS for item in before)


def _paired(word: str, following: Item, words: TimeWords) -> str:
    """Join two words where only both look ahead: set to, not set off; won't, not won."""
    pair = f"{word}{' ' if following.gap else ''}{following.word}"
    return pair if pair in words.hints["ahead"] else word


def _is_name(items: Sequence[Item], at: int, words: TimeWords) -> bool:
    """Tell whether a verb's letters are those of a name: met May Smith; May Smith met; but May they come."""
    if items[at].symbol not in _NAMES:
        return False
    if at and items[at - 1].symbol not in _STARTERS:
        return True
    term = words.terms.get(items[at].word)
    is_month = term is not None and term.kind == "doubtful"
    return is_month and at + 1 < len(items) and items[at + 1].symbol in _NAMES


def _clause(items: Sequence[Item], at: int, words: TimeWords) -> Iterator[tuple[int, str]]:
    for step in (-1, 1):
        for distance in range(1, _REACH):
            index = at + step * distance
            if not 0 <= index < len(items):
                break
            if items[index].symbol in _STOPS:
                break
            word = items[index].word
            if _is_name(items, index, words):
                continue
            if word in words.hints["pairs"] and index + 1 < len(items):
                word = _paired(word, items[index + 1], words)
            if word in words.hints["clause"]:
                break
            if word:
                yield distance, word
