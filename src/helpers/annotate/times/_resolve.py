"""From meaning to value: the date that an expression is reckoned from, and what comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from helpers.annotate.times import _values as values
from helpers.annotate.times._halves import find_moment
from helpers.annotate.times._meaning import Meaning
from helpers.annotate.times._resolve_days import (
    resolve_day,
    resolve_deictic,
    resolve_feast,
    resolve_night,
    resolve_nights,
    resolve_numbered_day,
    resolve_part,
    resolve_same,
    resolve_weekday,
)
from helpers.annotate.times._resolve_periods import (
    move,
    resolve_century,
    resolve_decade,
    resolve_month,
    resolve_period,
    resolve_quarter,
    resolve_season,
    resolve_shift,
    resolve_vague,
    resolve_year,
    weekend_of,
)
from helpers.annotate.times._setting import Resolved, Setting
from helpers.annotate.times._values import Stretch
from helpers.model.annotations import Precision

MONTHS_IN = 12


def resolve(meaning: Meaning, setting: Setting) -> tuple[Stretch, date | None] | None:
    """Return the stretch that `meaning` names and the date it was reckoned from (None for none).

    None where the calendar or the words give no value.
    """
    try:
        return _RESOLVERS[meaning.kind](meaning, setting)
    except (ValueError, OverflowError):
        return None


def resolve_week(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve week."""
    if meaning.base is not None:
        found = resolve(meaning.base, setting)
        if found and found[0].first and meaning.unit == "weekend":
            return weekend_of(values.monday_of(found[0].first) + timedelta(days=5)), found[1]
        return (values.make_week(values.monday_of(found[0].first)), found[1]) if found and found[0].first else None
    year = meaning.year or setting.published.year
    monday = date.fromisocalendar(year, int(meaning.count or 1), 1)
    return values.make_week(monday), None if meaning.year else setting.published


def resolve_from_base(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve from base."""
    found = resolve(meaning.base, setting) if meaning.base else None
    if found is None:
        return None
    sign = -1 if meaning.direction == "earlier" else 1
    anchor = found[0].last if sign > 0 else found[0].first
    if anchor is None or meaning.count is None:
        return None
    return move(anchor, sign * meaning.count, meaning.unit, setting.policy), anchor


def resolve_first_day(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve first day."""
    found = resolve(meaning.base, setting) if meaning.base else None
    if found is None or found[0].first is None or found[0].last is None:
        return None
    size, number = (7 if meaning.unit == "week" else 1), int(meaning.count or 1)
    day = found[0].first + timedelta(days=size * (number - 1))
    if number < 0:
        day = found[0].last - timedelta(days=size - 1)
    last = day + timedelta(days=size - 1)
    if last > found[0].last:
        return None
    stretch = values.make_day(day) if size == 1 else values.make_span(values.make_day(day), values.make_day(last))
    return replace(stretch, precision="day" if size == 1 else "week"), found[1]


def resolve_first_units(meaning: Meaning, setting: Setting) -> Resolved:
    """Read the first or the last units of a period; without a number, the period itself."""
    found = resolve(meaning.base, setting) if meaning.base else None
    if found is None or found[0].first is None or found[0].last is None or meaning.count is None:
        return found
    first, last, size = found[0].first, found[0].last, int(meaning.count)
    if meaning.unit in ("day", "night", "week"):
        days = timedelta(days=size * (7 if meaning.unit == "week" else 1) - 1)
        lower, upper = (first, first + days) if meaning.direction == "first" else (last - days, last)
        stretch = replace(values.make_span(values.make_day(lower), values.make_day(upper)), precision="week")
    elif meaning.unit == "month" and size < MONTHS_IN:
        lower, upper = first, values.add_months(first, size - 1)
        if meaning.direction == "last":
            lower, upper = values.add_months(last.replace(day=1), 1 - size), last
        stretch = values.make_span(*(values.make_month(day.year, day.month) for day in (lower, upper)))
    else:
        return None
    inside = stretch.first is not None and stretch.last is not None and first <= stretch.first <= stretch.last <= last
    return (stretch, found[1]) if inside else None


def resolve_clock(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve clock."""
    story = setting.story or setting.spoken
    found = resolve(meaning.base, setting) if meaning.base else (values.make_day(story), story)
    if found is None or found[0].last is None or found[0].first is None or meaning.clock is None:
        return None
    day = found[0].last
    known = find_moment(meaning, day, setting)
    if known is None:
        return values.make_day(day), found[1]
    precision: Precision = "minute" if meaning.minutes_known else "hour"
    return Stretch(known.isoformat(), known.date(), known.date(), precision), found[1]


def resolve_event(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve nothing: the day of the event is not in the words."""
    return None


def resolve_range(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve range."""
    if meaning.base is None or meaning.other is None:
        return None
    base, other = _with_year(meaning.base, meaning.other)
    upper = resolve(other, setting)
    lower = resolve(base, setting)
    if upper is None or lower is None:
        return None
    if upper[0].last is None or lower[0].first is None:
        return None
    if "T" in upper[0].edtf or (other.kind == "clock" and lower[0].last == upper[0].last):
        return replace(values.make_day(upper[0].last), precision="hour"), upper[1]
    if lower[0].first > upper[0].last:
        if base.direction or lower[0].first > setting.published:
            upper = resolve(other, replace(setting, published=lower[0].first, tense="ahead", policy="news")) or upper
        else:
            lower = _earlier(base, upper[0], setting) or lower
    if lower[0].first is None or upper[0].last is None or lower[0].first > upper[0].last:
        return None
    if setting.policy == "assistant":
        whole = values.make_span(lower[0], upper[0])
        return (whole if other.edge == "end" else _up_to(lower[0], upper[0])), upper[1] or lower[1]
    return values.make_span(lower[0], upper[0]), upper[1] or lower[1]


def _with_year(lower: Meaning, upper: Meaning) -> tuple[Meaning, Meaning]:
    """Give the year that one side of a range names to the other: 26 juni tot 28 juni 2020."""
    dated = lower.kind in ("day", "month") and upper.kind in ("day", "month")
    if not dated or lower.direction or (lower.year is None) == (upper.year is None):
        return lower, upper
    turns = (lower.month or 1, lower.day or 1) > (upper.month or 1, upper.day or 1)
    if lower.year is None and upper.year is not None:
        return replace(lower, year=upper.year - turns), upper
    return lower, replace(upper, year=(lower.year or 1) + turns)


def _up_to(lower: Stretch, upper: Stretch) -> Stretch:
    """Make the stretch up to the month or the year of `upper`, without it."""
    if upper.first is None or upper.first == upper.last or lower.first is None or lower.first >= upper.first:
        return values.make_span(lower, upper)
    return values.make_span(lower, values.make_day(upper.first - timedelta(days=1)))


def _earlier(base: Meaning, upper: Stretch, setting: Setting) -> Resolved:
    """Read the beginning of a range again, against its end."""
    if upper.last is None:
        return None
    return resolve(base, replace(setting, published=upper.last, tense="past", policy="news"))


_RESOLVERS: dict[str, Callable[[Meaning, Setting], Resolved]] = {
    "day": resolve_day,
    "month": resolve_month,
    "year": resolve_year,
    "weekday": resolve_weekday,
    "period": resolve_period,
    "shift": resolve_shift,
    "vague": resolve_vague,
    "clock": resolve_clock,
    "part": resolve_part,
    "same": resolve_same,
    "night": resolve_night,
    "nights": resolve_nights,
    "deictic": resolve_deictic,
    "season": resolve_season,
    "decade": resolve_decade,
    "century": resolve_century,
    "quarter": resolve_quarter,
    "feast": resolve_feast,
    "range": resolve_range,
    "week": resolve_week,
    "from": resolve_from_base,
    "first_day": resolve_first_day,
    "first_units": resolve_first_units,
    "numbered_day": resolve_numbered_day,
    "event": resolve_event,
}
