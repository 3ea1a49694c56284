"""Months, years, weeks, seasons, vague periods, and shifts by a number of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from helpers.annotate.times import _values as values
from helpers.annotate.times._meaning import Meaning
from helpers.annotate.times._resolve_days import day_before, day_from, nearest, year_of
from helpers.annotate.times._setting import Policy, Resolved, Setting, looks_ahead
from helpers.annotate.times._values import Stretch
from helpers.model.annotations import Precision

CLOCK_UNITS = {"hour": 60, "half_hour": 30, "quarter_hour": 15, "minute": 1}
LONG_UNITS = ("month", "quarter", "year", "decade", "century")
HALVES = {"first_half": (1, 6), "second_half": (7, 12)}
HALF_OF_EDGE = {"begin": "first_half", "end": "second_half"}
THIRDS_OF_YEAR = {"begin": (1, 4), "mid": (5, 8), "end": (9, 12)}
PARTS_OF_MONTH: dict[str, tuple[int, int | None]] = {"begin": (1, 15), "mid": (10, 20), "end": (16, None)}


def resolve_month(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve month."""
    month, published = meaning.month or 1, setting.published
    if meaning.year is not None:
        return with_edge(values.make_month(meaning.year, month), meaning.edge, setting), None
    if meaning.unit == "year":
        year = year_of(meaning.direction, setting)
    elif meaning.direction == "last":
        year = published.year - (month >= published.month)
    elif meaning.direction == "next":
        year = published.year + (month <= published.month)
    elif meaning.direction == "this" or month == published.month:
        year = published.year
    else:
        firsts = [date(published.year + step, month, 1) for step in (-1, 0, 1)]
        anchor = published.replace(day=1)
        year = nearest(firsts, replace(setting, published=anchor)).year
    return with_edge(values.make_month(year, month), meaning.edge, setting), published


def with_edge(stretch: Stretch, edge: str, setting: Setting) -> Stretch:
    """Keep the month or the year that an edge (begin, mid, end) belongs to: news invents no third of it."""
    halves = edge in HALVES
    if not edge or stretch.first is None or stretch.last is None or (setting.policy == "news" and not halves):
        return stretch
    if stretch.precision == "year":
        return values.make_months(stretch.first.year, *{**HALVES, **THIRDS_OF_YEAR}[edge])
    if stretch.precision == "month" and edge in PARTS_OF_MONTH:
        low, high = PARTS_OF_MONTH[edge]
        first_day = stretch.first.replace(day=low)
        last_day = stretch.last if high is None else stretch.first.replace(day=high)
        return replace(values.make_span(values.make_day(first_day), values.make_day(last_day)), precision="month")
    return stretch


def resolve_year(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve year."""
    return with_edge(values.make_year(meaning.year or 1), meaning.edge, setting), None


def resolve_period(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve period."""
    anchor = setting.published
    if meaning.direction == "same":
        if setting.dated is None and setting.policy == "news":
            return None
        anchor = setting.dated or setting.spoken
    if meaning.direction == "near" and setting.policy == "news":
        return weekend_of(day_from(anchor + timedelta(days=1), 5)), anchor
    step = {"last": -1, "next": 1, "near": 1}.get(meaning.direction, 0)
    if meaning.direction == "bare":
        saturday = day_from(anchor, 5) if looks_ahead(setting) else day_before(anchor, 5)
        return weekend_of(saturday), anchor
    edge = HALF_OF_EDGE.get(meaning.edge, "") if meaning.unit == "year" else meaning.edge
    if setting.policy == "news":
        edge = ""
    return with_edge(unit_at(anchor, meaning.unit, step), edge, setting), anchor


def weekend_of(saturday: date) -> Stretch:
    """Resolve weekend of."""
    lower, upper = values.make_day(saturday), values.make_day(saturday + timedelta(days=1))
    return replace(values.make_span(lower, upper), precision="week")


def unit_at(anchor: date, unit: str, step: int) -> Stretch:
    """Return the calendar unit that holds `anchor`, or the one `step` units on."""
    if unit in ("week", "weekend"):
        monday = values.monday_of(anchor) + timedelta(weeks=step)
        return values.make_week(monday) if unit == "week" else weekend_of(monday + timedelta(days=5))
    if unit == "month":
        moved = values.add_months(anchor.replace(day=1), step)
        return values.make_month(moved.year, moved.month)
    if unit in ("quarter", "half_year"):
        size = 3 if unit == "quarter" else 6
        start = values.add_months(anchor.replace(month=(anchor.month - 1) // size * size + 1, day=1), size * step)
        return values.make_months(start.year, start.month, start.month + size - 1)
    if unit == "decade":
        return values.make_decade(anchor.year + 10 * step)
    if unit == "century":
        return values.make_century(anchor.year // 100 + 1 + step)
    return values.make_year(anchor.year + step)


def resolve_vague(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve vague."""
    published = setting.published
    today = values.make_day(published)
    if meaning.edge == "bare" and setting.tense == "ahead":
        return None
    if meaning.count is None and setting.policy == "assistant" and meaning.direction == "next":
        meaning = replace(meaning, count=2 if meaning.edge == "few" else 1)
    if meaning.count is None:
        open_ended = values.open_until(today) if meaning.direction == "last" else values.open_since(today)
        return replace(open_ended, precision="vague"), published
    sign = -1 if meaning.direction == "last" else 1
    vague = move(published, sign * meaning.count, meaning.unit, setting.policy)
    other = replace(_day_of_move(published, sign * meaning.count, meaning.unit), precision=vague.precision)
    lower, upper = (other, today) if sign < 0 else (today, other)
    if setting.policy == "assistant" and sign > 0:
        lower = values.make_day(published + timedelta(days=1))
    return replace(values.make_span(lower, upper), precision=other.precision), published


def move(day: date, count: float, unit: str, policy: Policy = "news") -> Stretch:
    """Move a day by so many units; the outcome is as exact as the unit (weeks as the day they end on)."""
    if unit in ("second", "minute", "hour", "half_hour", "quarter_hour"):
        hours = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1, "half_hour": 0.5, "quarter_hour": 0.25}[unit] * count
        return values.make_day(day + timedelta(days=int(hours / 24)), "hour")
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit)
    if days is not None:
        return values.make_day(day + timedelta(days=round(days * count)), "day" if days == 1 else "week")
    months = {"month": 1, "quarter": 3, "half_year": 6, "year": 12, "decade": 120, "century": 1200}[unit]
    moved = values.add_months(day, round(months * count))
    if policy == "assistant":
        return values.make_day(moved)
    return values.make_month(moved.year, moved.month) if months < 12 else values.make_year(moved.year)


def _day_of_move(day: date, count: float, unit: str) -> Stretch:
    """Move a day, to the day also by months and years: a stretch that ends now begins on a day."""
    return move(day, count, unit, "assistant")


def _moved_clock(clock: datetime, count: float, unit: str) -> Resolved:
    """Move the last clock time of the paragraph; the outcome is as exact as hours or minutes are."""
    moved = clock + timedelta(minutes=CLOCK_UNITS[unit] * count)
    precision: Precision = "hour" if unit == "hour" and not moved.minute else "minute"
    return Stretch(moved.isoformat(), moved.date(), moved.date(), precision), clock.date()


def resolve_season(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve season."""
    published = setting.published
    if meaning.year is not None:
        return values.make_season(meaning.year, meaning.season), None
    if meaning.unit == "year" or meaning.direction == "same":
        return values.make_season(year_of(meaning.direction, setting), meaning.season), published
    candidates = [values.make_season(published.year + step, meaning.season) for step in (-2, -1, 0, 1)]
    past = [c for c in candidates if c.last and c.last < published]
    present = [c for c in candidates if c.first and c.last and c.first <= published <= c.last]
    coming = [c for c in candidates if c.first and c.first > published]
    if meaning.direction == "last":
        return past[-1], published
    if meaning.direction == "next":
        return coming[0], published
    if meaning.direction == "this":
        in_year = [c for c in candidates if c.first and c.first.year == published.year]
        return (present or in_year)[0], published
    return (present or ([coming[0]] if looks_ahead(setting) else [past[-1]]))[0], published


def resolve_decade(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve decade."""
    return values.make_decade(meaning.year or 1), None


def resolve_century(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve century."""
    century = values.make_century(int(meaning.count or 1))
    if meaning.edge not in HALVES or century.last is None:
        return century, None
    end = century.last.year + (1 if meaning.edge == "second_half" else -49)
    return values.make_span(values.make_year(end - 49), values.make_year(end)), None


def resolve_quarter(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve quarter."""
    size = 3 if meaning.unit == "quarter" else 6
    start = size * (int(meaning.count or 1) - 1) + 1
    year, anchor = meaning.year, None
    if year is None:
        anchor = setting.published
        year = anchor.year + {"last": -1, "next": 1}.get(meaning.direction, 0)
        if not meaning.direction and setting.tense != "ahead" and date(year, start, 1) > anchor:
            year -= setting.policy == "news"
    return values.make_months(year, start, start + size - 1), anchor


def resolve_shift(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve shift."""
    from_published = meaning.direction in ("ago", "ahead") or setting.policy == "assistant"
    anchor = setting.published if from_published else setting.told
    if not from_published and meaning.unit in LONG_UNITS:
        anchor = setting.dated or anchor
    if not from_published and meaning.direction == "later" and anchor == setting.published:
        anchor = setting.spoken
    if setting.dated is None and meaning.direction == "later" and setting.policy == "news":
        return None
    if setting.is_vague and not from_published and meaning.unit not in LONG_UNITS:
        return None
    sign = -1 if meaning.direction in ("ago", "earlier") else 1
    if meaning.count and not from_published and setting.clock and meaning.unit in CLOCK_UNITS:
        return _moved_clock(setting.clock, sign * meaning.count, meaning.unit)
    if meaning.count is None:
        if meaning.unit in ("second", "minute", "hour"):
            return values.make_day(setting.spoken, "vague"), setting.spoken
        anchored = values.make_day(anchor)
        open_ended = values.open_until(anchored) if sign < 0 else values.open_since(anchored)
        return replace(open_ended, precision="vague"), anchor
    return move(anchor, sign * meaning.count, meaning.unit, setting.policy), anchor
