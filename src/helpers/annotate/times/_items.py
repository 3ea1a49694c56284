"""From text to items: each token, or each phrase of the lexicon, with the symbol that the rules see."""

from __future__ import annotations

from typing import Any, NamedTuple

from helpers.annotate.times._lexicon import SYMBOLS, WORD, Term, TimeWords

LONGEST_ACRONYM = 3
UNKNOWN, NAME, BREAK = "_", "~", "="
_PUNCTUATION = {
    ",": ",", "-": "-", "–": "-", "—": "%", "~": "-",
    ".": "!", "/": "/", "(": "<", ")": ">", ":": ":", "'": "'",
}  # fmt: skip
_APOSTROPHES = frozenset("’‘")
_STARTERS = frozenset("!=%:<")


class Item(NamedTuple):
    """A stretch of the text as the rules see it.

    Parameters
    ----------
    symbol : str
        One letter: the kind of word, or of the expression that a rule has made of several.
    start, end : int
        Offsets into the text.
    value : object
        Of a word: what its lexicon row says; of an expression: its meaning.
    row_id : str
        The lexicon rows that decided.
    word : str
        The token in lower case; empty for an expression.
    gap : bool
        Whether white space stands before it.
    """

    symbol: str
    start: int
    end: int
    value: Any = None
    row_id: str = ""
    word: str = ""
    gap: bool = True


def read_items(text: str, words: TimeWords) -> list[Item]:
    """Cut `text` into items; most words are in no lexicon and are passed by at once."""
    tokens = [(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]
    lowered = ["'" if token in _APOSTROPHES else token.casefold() for token, _, _ in tokens]
    items: list[Item] = []
    at = 0
    previous_end = 0
    plain = words.plain
    while at < len(tokens):
        if lowered[at].isalpha() and lowered[at] not in plain:
            token, start, end = tokens[at]
            symbol = NAME if token[0].isupper() else UNKNOWN
            items.append(Item(symbol, start, end, None, "", lowered[at], start > previous_end))
            at += 1
            previous_end = end
            continue
        count, item = _read_one(tokens, lowered, at, words, gap=tokens[at][1] > previous_end, before=items)
        items.append(item)
        at += count
        previous_end = item.end
    return items


def _read_one(
    tokens: list[tuple[str, int, int]],
    lowered: list[str],
    at: int,
    words: TimeWords,
    *,
    gap: bool,
    before: list[Item],
) -> tuple[int, Item]:
    token, start, end = tokens[at]
    word = lowered[at]
    if token[0].isdecimal():
        return 1, _number(token, start, end, gap)
    for phrase in words.phrases.get(word, ()):
        size = len(phrase.words)
        if tuple(lowered[at : at + size]) == phrase.words:
            last = tokens[at + size - 1][2]
            return size, Item(SYMBOLS[phrase.kind], start, last, phrase.value, phrase.row_id, word, gap)
    if not token[0].isalpha():
        symbol = BREAK if token[0] == "\n" else _PUNCTUATION.get(word, "%")
        return 1, Item(symbol, start, end, None, "", word, gap)
    glued = words.terms.get("~" + word) if before and not gap and before[-1].word[-1:].isdecimal() else None
    term = glued or words.terms.get(word)
    followed = tokens[at + 1][0][0].isupper() if at + 1 < len(tokens) else False
    if term is None or not _is_spelled(term, token, words, before, followed=followed):
        return 1, Item(NAME if token[0].isupper() else UNKNOWN, start, end, None, "", word, gap)
    return 1, Item(SYMBOLS[term.kind], start, end, term.value, term.row_id, word, gap)


def _number(token: str, start: int, end: int, gap: bool) -> Item:
    value = int(token) if len(token) < 7 else 10**7
    symbol = "Y" if len(token) == 4 and 1000 <= value < 2200 else "N" if len(token) <= 2 else "#"
    return Item(symbol, start, end, value, "", token, gap)


def _is_spelled(term: Term, token: str, words: TimeWords, before: list[Item], *, followed: bool) -> bool:
    """Tell whether a calendar name is spelled as its language spells it: Jan is no january in Dutch."""
    if term.kind not in ("month", "month_short", "doubtful", "weekday", "weekday_short"):
        return True
    if words.months_are_capitalised:
        return token[0].isupper() or term.kind == "weekday"
    after_number = bool(before) and before[-1].word.isdecimal()
    if token.islower() or (token.isupper() and (len(token) > LONGEST_ACRONYM or after_number)):
        return True
    starts = not before or before[-1].symbol in _STARTERS or before[-1].word in "\"“”„«»'"
    return starts and (term.kind == "weekday" or (term.kind == "month" and not followed))
