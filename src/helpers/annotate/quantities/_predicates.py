"""What a clause says of the people counted in it: ``three hikers were hurt``, ``wounded five``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from helpers.annotate.quantities._counts import Count
from helpers.annotate.quantities._lexicon import CountingWords
from helpers.resources.lexicons import LexiconRow
from helpers.text.words import Words

_REACH = 4
_PREDICATE_REACH = 12
_FILLERS = 2
BREAKS = ",;:()–—.!?\n"


def find_predicate(
    words: Words, counts: Sequence[Count], at: int, noun: int, lexicon: CountingWords
) -> LexiconRow | None:
    """Return what is said of the noun at word `noun`, that count number `at` counts.

    The verb of its own clause decides, the one after it first; what stands beyond "and" (``killed three and
    wounded five``) only where its own clause says nothing (``three men and a dog were hurt``).
    """
    count = counts[at]
    if count.first and words.gap(count.first - 1) == " " and lexicon.has_role(words.keys[count.first - 1], "agent"):
        return None  # held by two men: who does it is not who is held
    low = counts[at - 1].last + 1 if at else 0
    high = next((one.first for one in counts[at + 1 :] if one.role != "article"), len(words))
    after = clause_words(words, range(noun + 1, min(high, noun + _PREDICATE_REACH)), lexicon)
    before = clause_words(words, range(count.first - 1, max(low, count.first - _PREDICATE_REACH) - 1, -1), lexicon)
    if after and _is_active(words, after[0], lexicon):
        return None
    own_after, own_before = _own(words, after, lexicon), _own(words, before, lexicon)
    parts = ([*own_after, *own_before], after[len(own_after):], before[len(own_before):])
    return next((row for part in parts if (row := _said_in(words, part, lexicon))), None)


def _is_active(words: Words, index: int, lexicon: CountingWords) -> bool:
    """Tell whether those who are counted do it themselves: ``forty rebels captured the dam``, not ``died that day``."""
    if words.keys[index] not in lexicon.predicates or index + 2 >= len(words) or words.gap(index) != " ":
        return False
    following = words.keys[index + 1]
    names_time = lexicon.has_role(words.keys[index + 2], "day")
    is_counted = following[0].isdigit() or lexicon.numbers.begins(following)
    return (lexicon.has_role(following, "determiner") and not names_time) or is_counted


def _said_in(words: Words, part: Sequence[int], lexicon: CountingWords) -> LexiconRow | None:
    """Return the first predicate of a part of a sentence that has every word it needs there."""
    around = {words.keys[index] for index in part}
    for index in part:
        for row, needed in lexicon.predicates.get(words.keys[index], ()):
            if needed <= around:
                return row
    return None


def find_governor(words: Words, count: Count, lexicon: CountingWords, limit: int) -> LexiconRow | None:
    """Return the verb whose object or subject a number without a noun is.

    It stands right before it (``wounded more than 30``, ``verwondde er vijf``), or behind it (``more than 70 were
    killed``, ``die er twee doodde``), before word `limit`.
    """
    first = bisect_left(words.starts, count.start)
    back = range(first - 1, max(-1, first - 2 - _FILLERS), -1)
    for index in clause_words(words, back, lexicon):
        found = _alone(words, (index,), lexicon)
        if found is not None:
            return found
        if not lexicon.has_role(words.keys[index], "filler"):
            break
    after = clause_words(words, range(count.last + 1, min(limit, count.last + 1 + _REACH)), lexicon)
    following = words.keys[after[0]] if after else ""
    if not lexicon.has_role(following, "stop") or lexicon.has_role(following, "bare"):
        return _alone(words, after[:1], lexicon)
    return _alone(words, _own(words, after, lexicon), lexicon)


def clause_words(words: Words, indices: range, lexicon: CountingWords) -> list[int]:
    """Return the words of a range up to a mark of punctuation or a word that opens a clause."""
    kept: list[int] = []
    for index in indices:
        gap = words.gap(index - 1) if indices.step > 0 else words.gap(index)
        if any(mark in gap for mark in BREAKS) or lexicon.has_role(words.keys[index], "clause"):
            break
        kept.append(index)
    return kept


def _own(words: Words, indices: Sequence[int], lexicon: CountingWords) -> list[int]:
    """Return the words before one that joins a second clause or a second thing."""
    kept: list[int] = []
    for index in indices:
        if lexicon.has_role(words.keys[index], "joins"):
            break
        kept.append(index)
    return kept


def _alone(words: Words, indices: Iterable[int], lexicon: CountingWords) -> LexiconRow | None:
    for index in indices:
        for row, needed in lexicon.predicates.get(words.keys[index], ()):
            if not needed:
                return row
    return None
