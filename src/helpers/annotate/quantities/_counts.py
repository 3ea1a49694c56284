"""From numbers to counts: qualifiers, ranges, and what is no count at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from helpers.annotate.quantities._lexicon import CountingWords, qualifier_of
from helpers.annotate.quantities._numbers import Number
from helpers.model.annotations import Qualifier
from helpers.resources.lexicons import LexiconRow
from helpers.text.words import Words

_LONGEST_QUALIFIER = 4
_WHOLES = (*range(2, 11), 100)
NO_QUALIFIER = "none"
ROUND = ("about", "vague", "vague_known")
_RANGE_MARKS = ("-", "–", " - ", " – ")


@dataclass(frozen=True, slots=True)
class Count:
    """A count before its unit is known: `first` and `last` hold the qualifier too, `number` is its last number."""

    first: int
    last: int
    start: int
    end: int
    low: float | None
    high: float | None
    qualifier: Qualifier
    rule: str
    role: str


def find_counts(words: Words, numbers: Sequence[Number], lexicon: CountingWords) -> Iterator[Count]:
    """Yield the counts that the numbers of a text make, ranges joined."""
    at = 0
    while at < len(numbers):
        number = numbers[at]
        if number.role == "article" and at + 1 < len(numbers) and numbers[at + 1].first == number.last + 1:
            at += 1
            continue
        partner = numbers[at + 1] if at + 1 < len(numbers) else None
        if partner and _is_ratio(words, number, partner, lexicon):
            at += 2
            continue
        if partner and _is_score(words, number, partner):
            at += 2
            continue
        ranged = _range(words, number, partner, lexicon) if partner else None
        yield ranged or _single(words, number, lexicon)
        at += 2 if ranged else 1


def _is_ratio(words: Words, part: Number, whole: Number, lexicon: CountingWords) -> bool:
    """Tell whether two numbers are a share: ``one in five``, ``nine out of ten``; not ``five in two villages``."""
    if part.value is None or whole.value is None or whole.value not in _WHOLES or part.value >= whole.value:
        return False
    middle = words.keys[part.last + 1 : whole.first]
    # one word alone is a preposition as well: only "one in five" is a share
    return " ".join(middle) in lexicon.ratios and (part.value == 1 or len(middle) > 1)


def _is_score(words: Words, one: Number, other: Number) -> bool:
    """Tell whether two numbers are the score of a match: ``3-0``; a range has its lower end first, and no nought."""
    joined = other.first == one.last + 1 and words.gap(one.last) in ("-", "–")
    if one.role != "digits" or other.role != "digits" or not joined:
        return False
    return one.value is not None and other.value is not None and (one.value >= other.value or one.value == 0)


def _range(words: Words, low: Number, high: Number | None, lexicon: CountingWords) -> Count | None:
    if high is None or low.value is None or high.value is None or low.value >= high.value:
        return None
    # "20 to 25 million", "twee- tot drieduizend": the last word multiplies both ends
    shared = high.scale if low.scale == 1 and low.value < high.value / high.scale else 1
    middle = " ".join(words.keys[low.last + 1 : high.first])
    if any("," in words.gap(i) for i in range(low.last, high.first)):
        return None
    opened = _words_before(words, low.first, lexicon.opens)
    changing = changes(words, low.first, lexicon)
    if middle in lexicon.closes and opened:
        first, rule = low.first - opened[0], f"range_between {opened[1].row_id}"
    elif middle and middle in lexicon.joins and not changing:
        first, rule = low.first, f"range_joined {middle}"
    elif not middle and words.gap(low.last) in _RANGE_MARKS and low.role == high.role == "digits" and not changing:
        first, rule = low.first, "range_dash"
    else:
        return None
    return Count(low.first, high.last, words.starts[first], words.ends[high.last],
                 low.value * shared, high.value, "between", rule, high.role)


def changes(words: Words, at: int, lexicon: CountingWords) -> bool:
    """Tell whether a word of change stands shortly before word `at`: then "to 17" names the new count."""
    window = words.keys[max(0, at - 6) : at]
    pairs = (f"{one} {other}" for one, other in pairwise(window))
    return any(word in lexicon.changes for word in window) or any(pair in lexicon.changes for pair in pairs)


def _single(words: Words, number: Number, lexicon: CountingWords) -> Count:
    first, last, row = number.first, number.last, None
    qualifier: Qualifier = "about" if number.role in ROUND else "exact"
    if number.role in ROUND and first and words.keys[first - 1] in lexicon.articles:
        first -= 1
    before = _before(words, first, lexicon)
    after = _after(words, last, lexicon)
    if before:
        first, row = first - before[0], before[1]
    elif after:
        last, row = last + after[0], after[1]
    qualifier = qualifier_of(row) if row else qualifier
    low = None if qualifier == "up_to" else number.value
    high = None if qualifier in ("at_least", "more_than") else number.value
    cited = (part for part in (number.row_id, row.row_id if row else "") if part)
    return Count(number.first, number.last, words.starts[first], words.ends[last],
                 low, high, qualifier, " ".join((f"count_{number.role}", *cited)), number.role)


def _before(words: Words, at: int, lexicon: CountingWords) -> tuple[int, LexiconRow] | None:
    found = _words_before(words, at, lexicon.before)
    if found and found[1]["qualifier"] == NO_QUALIFIER:
        return None
    if found and found[1]["phrase"] in lexicon.joins and changes(words, at - found[0], lexicon):
        return None
    return found


def _words_before(
    words: Words, at: int, rows: dict[tuple[str, ...], LexiconRow]
) -> tuple[int, LexiconRow] | None:
    for size in range(min(_LONGEST_QUALIFIER, at), 0, -1):
        row = rows.get(words.keys[at - size : at])
        if row is not None and all(_close(words.gap(i)) for i in range(at - size, at)):
            return size, row
    return None


def _after(words: Words, at: int, lexicon: CountingWords) -> tuple[int, LexiconRow] | None:
    for size in range(min(3, len(words) - at - 1), 0, -1):
        row = lexicon.after.get(words.keys[at + 1 : at + 1 + size])
        if row is not None and all(_close(words.gap(i)) for i in range(at, at + size)):
            return size, row
    return None


def is_negated(words: Words, count: Count, lexicon: CountingWords) -> bool:
    """Tell whether the count is said not to be: ``geen 10``, ``not 12 but nine``; ``not more than 12`` is a limit."""
    first = words_at(words, count.start)
    if not first or not _close(words.gap(first - 1)):
        return False
    roles = ("negates", "corrects") if count.qualifier == "exact" else ("negates",)
    return lexicon.has_role(words.keys[first - 1], *roles)


def is_of_nobody(words: Words, count: Count, lexicon: CountingWords) -> bool:
    """Tell whether what the clause says is said of nobody that is counted: ``none of the 12``."""
    at = before_partitive(words, count, lexicon)
    return at is not None and lexicon.has_role(words.keys[at], "nobody", "negates")


def before_partitive(words: Words, count: Count, lexicon: CountingWords) -> int | None:
    """Return the word before ``of the``, where the count is a whole of which something is a part: ``two of the 12``."""
    at = words_at(words, count.start) - 1
    while at >= 0 and lexicon.has_role(words.keys[at], "determiner"):
        at -= 1
    return at - 1 if at >= 1 and lexicon.has_role(words.keys[at], "partitive") else None


def words_at(words: Words, start: int) -> int:
    """Return the first word that begins at a character or behind it."""
    return bisect_left(words.starts, start)


def _close(gap: str) -> bool:
    return len(gap) <= 2 and not any(mark in gap for mark in ",;:()!?\n")
