"""Find how many: counts with their qualifier and the class of what is counted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from helpers.annotate._holders import innermost
from helpers.annotate.quantities._counts import ROUND, Count, find_counts, is_negated
from helpers.annotate.quantities._lexicon import CountingWords, counting_words
from helpers.annotate.quantities._numbers import SUFFIX, Number
from helpers.annotate.quantities._totals import mark_parts
from helpers.annotate.quantities._units import OTHER, Unit, find_head, find_unit, is_again, is_bare, is_label, is_listed
from helpers.model import Claim, Document, Quantity, Span, Timex, make_id
from helpers.model.annotations import NEGATED
from helpers.resources.lexicons import Lexicon
from helpers.text.words import Words, find_words

__all__ = ["find_quantities"]

_NEVER_DROPPED = 1_000_000  # no age, no house number: a count, though nothing says of what
_SIGNS = ("€", "$", "£", "₽", "₴")
_GLUE_BEFORE = re.compile(r"(?:[^\W_]|[/_#]|[^\W\d_][-–.]|\w:)$")
_GLUE_AFTER = re.compile(r"[^\W\d_]|[/_]|-[^\W\d_]|:\d")


def find_quantities(
    document: Document, lexicon: Lexicon, *, claims: Sequence[Claim] = (), times: Sequence[Timex] = ()
) -> tuple[Quantity, ...]:
    """Find every count of a document.

    Parameters
    ----------
    document : Document
    lexicon : Lexicon
        Of the document's language.
    claims : sequence of Claim
        The innermost one that holds a count is named in its row.
    times : sequence of Timex
        What they cover is no count.

    Returns
    -------
    tuple of Quantity
        In the order of the text. A number whose noun no lexicon knows has the unit ``other``.

    Examples
    --------
    >>> from helpers.model import Card
    >>> from helpers.resources.lexicons import read_lexicon
    >>> from helpers.text import build_document
    >>> document = build_document("Er vielen zeker vier gewonden.", Card("a.txt", language="nl"))
    >>> [(q.low, q.high, q.qualifier, q.unit) for q in find_quantities(document, read_lexicon("nl"))]
    [(4.0, None, 'at_least', 'wounded')]
    """
    words = find_words(document.text)
    counting = counting_words(lexicon)
    taken = _Taken([timex.span for timex in times])
    numbers = [
        number for number in counting.numbers.find(words)
        if not taken.overlaps(words.span(number.first, number.last)) and not _is_glued(words, number, counting)
        and not _is_measure(words, number, counting)
    ]
    counts = [count for count in find_counts(words, numbers, counting)
              if count.role not in ROUND or not is_negated(words, count, counting)]  # "geen enkele": none at all
    found = []
    for count, unit in _with_units(document, words, counts, counting):
        span = Span(count.start - unit.sign, count.end)
        holder = innermost(claims, span)
        negated = f" {NEGATED}" if is_negated(words, count, counting) else ""
        found.append(Quantity(
            quantity_id=make_id(document.article_id, "n", span), span=span, low=count.low, high=count.high,
            qualifier=count.qualifier, unit=unit.name, rule=f"{count.rule} {unit.rule}{negated}",
            claim_id=holder.claim_id if holder else "",
        ))  # fmt: skip
    return mark_parts(document, found)


class _Taken:
    """Stretches that are spoken for."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def overlaps(self, span: Span) -> bool:
        at = bisect_right(self._starts, span.end - 1)
        return any(self._spans[i].end > span.start for i in range(max(0, at - 2), at))


def _is_glued(words: Words, number: Number, counting: CountingWords) -> bool:
    """Tell whether the number is part of a name or of a longer number: AT-4, 24-jarige, dertig-plussers, 0800 12 34."""
    if not words.keys[number.first][0].isdigit():
        joined = number.last + 1 < len(words) and words.gap(number.last) == "-"
        return joined and (words.keys[number.last + 1],) not in counting.after
    start, end = words.starts[number.first], words.ends[number.last]
    before, after = words.text[max(0, start - 2) : start], words.text[end : end + 2]
    return bool(_GLUE_BEFORE.search(before) or _GLUE_AFTER.match(after)) or _is_run(words, number)


def _is_measure(words: Words, number: Number, counting: CountingWords) -> bool:
    """Tell whether the letter behind the digits is a measure: 5m deep, but not $5m, and not 5m members."""
    start = words.starts[number.first]
    if number.role != SUFFIX or words.text[max(0, start - 2) : start].rstrip().endswith(_SIGNS):
        return False
    match = counting.units.match(words, number.last + 1) if number.last + 1 < len(words) else None
    return not match or words.gap(number.last) != " " or match.payload["role"] not in ("noun", "person")


def _is_run(words: Words, number: Number) -> bool:
    first, last = number.first, number.last
    left = first > 0 and words.keys[first - 1][0].isdigit() and words.gap(first - 1) in (" ", "-", "/")
    right = last + 1 < len(words) and words.keys[last + 1][0].isdigit() and words.gap(last) in (" ", "/")
    return right or (left and words.gap(first - 1) != "-")


def _with_units(
    document: Document, words: Words, counts: Sequence[Count], counting: CountingWords
) -> Iterator[tuple[Count, Unit]]:
    units = [find_unit(words, counts, at, counting) for at in range(len(counts))]
    for at in range(len(counts) - 2, -1, -1):
        # "dertig, vijftien en twintig man": the noun stands after the last one
        if units[at] is None and _follows_on(words, counts[at], counts[at + 1], counting):
            units[at] = units[at + 1]
    last: tuple[Count, Unit] | None = None
    for at, count in enumerate(counts):
        unit = units[at]
        if unit is None:
            unit = _inherited(document, words, counts, at, last=last, counting=counting)
        if unit is None and _size(count) >= _NEVER_DROPPED:
            unit = Unit(OTHER, "unit_unknown_noun")
        if unit is None or not unit.name or _is_name(document, words, count, unit, counting):
            continue
        last = (count, unit)
        yield last


def _size(count: Count) -> float:
    return max(count.low or 0, count.high or 0)


def _follows_on(words: Words, count: Count, following: Count, counting: CountingWords) -> bool:
    between = words.keys[count.last + 1 : following.first]
    gaps = {words.gap(index).strip() for index in range(count.last, following.first)}
    if count.role == "article" or len(between) > 1 or not gaps <= {"", ","}:
        return False
    return all(counting.has_role(word, "stop") for word in between)


def _is_name(document: Document, words: Words, count: Count, unit: Unit, counting: CountingWords) -> bool:
    if is_label(words, count, counting):
        return True
    digits = words.keys[count.last]
    if unit.name != OTHER or not digits[0].isdigit():
        return False
    if digits.isdigit() and len(digits) == 4 and 1000 <= int(digits) < 2200:
        return True
    before = words.text[words.starts[count.first - 1] : words.ends[count.first - 1]] if count.first else ""
    begins = document.sentence_at(count.start).span.start
    return before[:1].isupper() and words.gap(count.first - 1) == " " and words.starts[count.first - 1] > begins


def _inherited(
    document: Document, words: Words, counts: Sequence[Count], at: int,
    *, last: tuple[Count, Unit] | None, counting: CountingWords,
) -> Unit | None:  # fmt: skip
    count = counts[at]
    if not is_bare(words, count, counting) or (count.role == "article" and not is_listed(words, count, counting)):
        return None
    sentence = document.sentence_at(count.start)
    head = find_head(words, words.within(sentence.span).start, count, counting)
    if head and not head.announced and _size(count) >= _NEVER_DROPPED:
        head = None  # "the bridge costs three million": no three million bridges
    if last and document.sentence_at(last[0].start).position == sentence.position:
        head = Unit(last[1].name, "unit_list")
    if head or count.role == "article":
        return head
    if last and is_again(words, count, counting):
        before = document.sentence_at(last[0].start)
        if before.position == sentence.position - 1 and before.paragraph == sentence.paragraph:
            return Unit(last[1].name, "unit_before")
    return None
