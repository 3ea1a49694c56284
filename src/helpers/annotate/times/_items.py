"""From text to items: each token, or each phrase of the lexicon, with the symbol that the rules see."""

from __future__ import annotations

from typing import Any, NamedTuple

from helpers.annotate.times._lexicon import MARKS, NAMED, NAMED_LOWER, OTHER_MARK, SYMBOLS, WORD, Term, TimeWords
from helpers.text.cuts import Cuts, cut_text

LONGEST_ACRONYM = 3
UNKNOWN, NAME, BREAK, YEAR_NOUN = "_", "~", "=", "ÿ"
_APOSTROPHES = str.maketrans("’‘", "''")
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
    cuts = cut_text(WORD, text.translate(_APOSTROPHES))
    tokens, starts, ends = cuts
    lowered = [*map(str.casefold, tokens)]
    items: list[Item] = []
    at = 0
    previous_end = 0
    plain, settled = words.plain, words.settled
    count_of_tokens, make = len(tokens), tuple.__new__  # the short way round: nine of ten words pass here
    while at < count_of_tokens:
        word, start = lowered[at], starts[at]
        if word in settled:
            symbol, value, row_id = settled[word]
            item = make(Item, (symbol, start, ends[at], value, row_id, word, start > previous_end))
            at += 1
        elif word not in plain and word.isalpha():
            symbol = NAME if tokens[at][0].isupper() else UNKNOWN
            item = make(Item, (symbol, start, ends[at], None, "", word, start > previous_end))
            at += 1
        else:
            count, item = _read_one(cuts, lowered, at, words, gap=start > previous_end, before=items)
            at += count
        items.append(item)
        previous_end = item.end
    return items


def _read_one(
    cuts: Cuts, lowered: list[str], at: int, words: TimeWords, *, gap: bool, before: list[Item]
) -> tuple[int, Item]:
    token, start, end = cuts.words[at], cuts.starts[at], cuts.ends[at]
    word = lowered[at]
    if token[0].isdecimal():
        number = _number(token, start, end, gap)
        if number.symbol == "Y" and before and _names_year(before[-1], words):
            before[-1] = before[-1]._replace(symbol=YEAR_NOUN)
        return 1, number
    second = lowered[at + 1] if at + 1 < len(lowered) else ""
    for phrase in words.phrases.get(word, ()):
        size = len(phrase.words)
        if phrase.words[1] == second and tuple(lowered[at : at + size]) == phrase.words:
            last = cuts.ends[at + size - 1]
            return size, Item(SYMBOLS[phrase.kind], start, last, phrase.value, phrase.row_id, word, gap)
    if not token[0].isalpha():
        return 1, Item(BREAK if token[0] == "\n" else MARKS.get(word, OTHER_MARK), start, end, None, "", word, gap)
    glued = words.terms.get("~" + word) if before and not gap and before[-1].word[-1:].isdecimal() else None
    term = glued or words.terms.get(word)
    if term is not None and term.kind in NAMED:
        followed = cuts.words[at + 1][0].isupper() if at + 1 < len(cuts.words) else False
        term = term if _is_spelled(term, token, words, before, followed=followed) else None
    if term is None:
        return 1, Item(NAME if token[0].isupper() else UNKNOWN, start, end, None, "", word, gap)
    return 1, Item(SYMBOLS[term.kind], start, end, term.value, term.row_id, word, gap)


def _names_year(item: Item, words: TimeWords) -> bool:
    """Tell whether a noun names a year by the number after it: rampjaar 1672."""
    return item.symbol == UNKNOWN and bool(words.year_endings) and item.word.endswith(words.year_endings)


def _number(token: str, start: int, end: int, gap: bool) -> Item:
    value = int(token) if len(token) < 7 else 10**7
    symbol = "Y" if len(token) == 4 and 1000 <= value < 2200 else "N" if len(token) <= 2 else "#"
    return Item(symbol, start, end, value, "", token, gap)


def _is_spelled(term: Term, token: str, words: TimeWords, before: list[Item], *, followed: bool) -> bool:
    """Tell whether a calendar name is spelled as its language spells it: Jan is no january in Dutch."""
    starts = not before or before[-1].symbol in _STARTERS or before[-1].word in "\"“”„«»'"
    if term.kind in NAMED_LOWER and not words.months_are_capitalised:
        return starts or not token[0].isupper() or token.isupper()
    if term.kind in NAMED_LOWER:
        return True
    if words.months_are_capitalised:
        return token[0].isupper() or term.kind == "weekday"
    after_number = bool(before) and before[-1].word.isdecimal()
    if token.islower() or (token.isupper() and (len(token) > LONGEST_ACRONYM or after_number)):
        return True
    return starts and (term.kind == "weekday" or (term.kind == "month" and not followed))
