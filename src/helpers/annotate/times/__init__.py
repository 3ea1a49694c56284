"""Time expressions and their values against the date of publication.

Words come from the lexicon and from CLDR, rules from `_rules_*`, values from `_values`: HeidelTime's three places.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import Literal

from helpers.annotate.times._expressions import Found
from helpers.annotate.times._lexicon import time_words
from helpers.annotate.times._qualifiers import find_qualifier
from helpers.annotate.times._read import read_expressions
from helpers.model import Document, Span, Timex, make_id
from helpers.model.annotations import DayPart, Precision, Reference
from helpers.resources.lexicons import Lexicon

__all__ = ["find_times"]

_UNIT_PRECISION: dict[str, Precision] = {
    "second": "minute", "minute": "minute", "quarter_hour": "minute", "half_hour": "minute", "hour": "hour",
    "day": "day", "night": "day",
    "week": "week", "fortnight": "week", "weekend": "week", "month": "month", "quarter": "month",
    "half_year": "month",
}  # fmt: skip
_NO_DATE = "no such date"
_REASONS = {**dict.fromkeys(("shift", "same", "period"), "no time before it"), "event": "counted from an event"}
_KIND_PRECISION: dict[str, Precision] = {
    "day": "day", "weekday": "day", "deictic": "day", "same": "day", "feast": "day", "night": "day_part",
    "nights": "day_part", "part": "day_part", "clock": "hour", "month": "month", "season": "season", "vague": "vague",
}  # fmt: skip


def find_times(
    document: Document, lexicon: Lexicon, *, policy: Literal["news", "assistant"] = "news"
) -> tuple[Timex, ...]:
    """Find the time expressions of a document and resolve them against its date of publication.

    Parameters
    ----------
    document : Document
        Without a date of publication, relative expressions are found and have no value.
    lexicon : Lexicon
        Of the document's language.
    policy : {"news", "assistant"}
        ``news``: a bare weekday is the nearest on or before publication, unless the verb looks ahead, and the
        preposition stays outside the span. ``assistant``: it is the next one.

    Returns
    -------
    tuple of Timex
        In the order of the text.

    Examples
    --------
    >>> from datetime import date
    >>> from helpers.model import Card
    >>> from helpers.resources.lexicons import read_lexicon
    >>> from helpers.text import build_document
    >>> card = Card("a.txt", published_on=date(2024, 3, 6), language="nl")
    >>> document = build_document("De brug ging dinsdag open en is sinds 2014 betaald.", card)
    >>> [time.edtf for time in find_times(document, read_lexicon("nl"))]
    ['2024-03-05', '2014/..']
    """
    words = time_words(lexicon)
    found = read_expressions(
        document.text,
        words,
        month_first=_month_first(lexicon.language),
        published=document.published_on,
        policy=policy,
        is_quoted=_quoted(document),
    )
    return tuple(_timex(document, expression, lexicon) for expression in found)


def _quoted(document: Document) -> Callable[[int], bool]:
    """Return whether an offset stands inside a closed quotation."""
    outer = [quotation.span for quotation in document.quotations if quotation.is_closed and quotation.depth == 0]
    starts = [span.start for span in outer]

    def is_quoted(offset: int) -> bool:
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < outer[index].end

    return is_quoted


@cache
def _month_first(language: str) -> bool:
    """Tell whether CLDR's long date of a language begins with the month."""
    from babel import Locale, UnknownLocaleError

    try:
        pattern = str(Locale(language).date_formats["long"].pattern)
    except (UnknownLocaleError, ValueError):
        return False
    return pattern.find("M") < pattern.find("d")


def _timex(document: Document, found: Found, lexicon: Lexicon) -> Timex:
    span = Span(found.start, found.item.end)
    stretch = found.stretch
    rule = f"{found.item.row_id} ({found.note})" if found.note else found.item.row_id
    if stretch is None and not found.duration and not found.note:
        reason = _REASONS.get(found.meaning.kind, _NO_DATE) if document.published_on else "no date of publication"
        rule = f"{rule} (no value: {reason})"
    return Timex(
        time_id=make_id(document.article_id, "t", span),
        span=span,
        precision=_precision(found),
        reference=_reference(found),
        rule=rule,
        edtf=stretch.edtf if stretch else "",
        duration=found.duration,
        earliest=stretch.first if stretch else None,
        latest=stretch.last if stretch else None,
        day_part=_day_part(found),
        utc_offset=found.offset,
        qualifier=find_qualifier(document.text, found, lexicon),
        anchor_on=found.anchor if stretch else None,
    )


def _precision(found: Found) -> Precision:
    if found.stretch is not None:
        is_day = ".." in found.stretch.edtf and "T" not in found.stretch.edtf  # an open value has no clock time
        return "day" if is_day and found.stretch.precision in ("minute", "hour") else found.stretch.precision
    if found.duration:
        return _UNIT_PRECISION.get(found.meaning.unit, "year")
    if found.meaning.kind == "event":
        return _UNIT_PRECISION.get(found.meaning.unit, "year")
    if found.meaning.other is not None and found.meaning.other.kind == "clock":
        return "hour"
    return _KIND_PRECISION.get(found.meaning.kind, _UNIT_PRECISION.get(found.meaning.unit, "vague"))


def _reference(found: Found) -> Reference:
    if found.duration:
        return "duration"
    if found.stretch is not None and found.stretch.precision == "vague":
        return "vague"
    return "absolute" if found.stretch is not None and found.anchor is None else "relative"


def _day_part(found: Found) -> DayPart | None:
    if found.meaning.part is not None:
        return found.meaning.part
    return "night" if found.meaning.kind == "nights" else found.meaning.base.part if found.meaning.base else None
