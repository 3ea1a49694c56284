"""Days: dates, weekdays, nights, deictic words, feasts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from helpers.annotate.times import _values as values
from helpers.annotate.times._meaning import Meaning
from helpers.annotate.times._setting import Resolved, Setting, looks_ahead

NEAR_FUTURE = 100
YEAR_OFF, CLOSE = 300, 60  # a day so far off would be given with its year
AHEAD, WEEK = 400, 7  # days
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def resolve_day(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve day."""
    month, day = meaning.month or 1, meaning.day or 1
    published = setting.published
    if meaning.year is not None:
        return values.make_day(date(meaning.year, month, day)), None
    if meaning.direction:
        return values.make_day(date(year_of(meaning.direction, setting), month, day)), published
    candidates = []
    for year in range(published.year - 8, published.year + 9):
        try:
            candidates.append(date(year, month, day))
        except ValueError:
            continue
    fitting = [c for c in candidates if c.weekday() == meaning.weekday]
    if fitting and setting.policy == "news":
        return values.make_day(_on_weekday(fitting, nearest(candidates, setting), setting)), published
    return values.make_day(nearest(candidates, setting)), published


def _on_weekday(fitting: list[date], plain: date, setting: Setting) -> date:
    """Choose the nearest year in which date and weekday agree; `plain` where the verb or the news speaks against it.

    A verb that looks ahead speaks of the year to come at most, and a date next week that has the wrong weekday is
    rather a slip of the writer than a day of another year.
    """
    published = setting.published
    best = min(fitting, key=lambda c: abs((c - published).days))
    if setting.tense == "past":
        return max((c for c in fitting if c <= published), default=plain)
    if setting.tense == "ahead":
        return min((c for c in fitting if c >= published and (c - published).days <= AHEAD), default=plain)
    return plain if abs((plain - published).days) <= WEEK < abs((best - published).days) else best


def year_of(direction: str, setting: Setting) -> int:
    """Return the year that last year, next year, this year or that year is."""
    if direction == "same":
        if setting.dated is None:
            raise ValueError
        return setting.dated.year
    return setting.published.year + {"last": -1, "next": 1}.get(direction, 0)


def resolve_numbered_day(meaning: Meaning, setting: Setting) -> Resolved:
    """Read a day without a month: the next month that has it, on that weekday where one is said."""
    start = setting.published
    for day in (start + timedelta(days=step) for step in range(1, 800)):
        if day.day == meaning.day and meaning.weekday in (None, day.weekday()):
            return values.make_day(day), start
    return None


def nearest(candidates: list[date], setting: Setting) -> date:
    """Choose among the same day of several years."""
    published = setting.published
    past = max(c for c in candidates if c <= published)
    coming = min(c for c in candidates if c >= published)
    if setting.policy == "assistant":
        return coming
    before, after = (published - past).days, (coming - published).days
    far, close = max(before, after), min(before, after)
    if setting.tense and not (far > YEAR_OFF and close < CLOSE):
        return coming if setting.tense == "ahead" else past
    if setting.tense:
        return coming if after == close else past
    return coming if (coming - published).days < min(NEAR_FUTURE, (published - past).days) else past


def resolve_weekday(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve weekday."""
    published, weekday = setting.published, meaning.weekday or 0
    monday = values.monday_of(published)
    if meaning.unit == "week":
        step = {"last": -7, "next": 7, "near": 7}.get(meaning.direction, 0)
        day = monday + timedelta(days=weekday + step)
    elif meaning.direction == "last":
        day = day_before(published - timedelta(days=1), weekday)
    elif meaning.direction == "that":
        day = setting.by_weekday.get(weekday) or day_before(published, weekday)
        return values.make_day(day, "day_part" if meaning.part else "day"), day
    elif meaning.direction == "following" and setting.is_vague:
        return None
    elif meaning.direction == "following":
        return values.make_day(day_from(setting.told + timedelta(days=1), weekday)), setting.told
    elif meaning.direction in ("near", "next"):
        by_week = setting.policy == "assistant" and meaning.direction == "next"
        day = monday + timedelta(days=7 + weekday) if by_week else day_from(published + timedelta(days=1), weekday)
    elif meaning.direction == "this" and setting.policy == "assistant":
        day = monday + timedelta(days=weekday)
    elif looks_ahead(setting):
        day = day_from(published + timedelta(days=setting.policy == "assistant"), weekday)
    else:
        day = day_before(published, weekday)
    return values.make_day(day, "day_part" if meaning.part else "day"), published


def day_before(day: date, weekday: int) -> date:
    """Resolve day before."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def day_from(day: date, weekday: int) -> date:
    """Resolve day from."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def resolve_nights(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve nights."""
    last = day_from(setting.published, meaning.weekday or 0) if looks_ahead(setting) else None
    last = last or day_before(setting.published, meaning.weekday or 0)
    before = last - timedelta(days=int(meaning.count or 1))
    stretch = values.make_span(values.make_day(before), values.make_day(last))
    return replace(stretch, precision="day_part"), setting.published


def resolve_night(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve night."""
    day = setting.published if meaning.direction == "last" else setting.story or setting.spoken
    before, after = (0, 1) if setting.tense == "ahead" else (-1, 0)
    lower, upper = (values.make_day(day + timedelta(days=step)) for step in (before, after))
    return replace(values.make_span(lower, upper), precision="day_part"), day


def resolve_deictic(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve deictic."""
    anchor = setting.says or setting.published
    day = anchor + timedelta(days=int(meaning.count or 0))
    return values.make_day(day, "day_part" if meaning.part else "day"), anchor


def resolve_same(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve same."""
    if (meaning.count and setting.dated is None and setting.policy == "news") or setting.is_vague:
        return None
    day = setting.spoken + timedelta(days=int(meaning.count or 0))
    return values.make_day(day, "day_part" if meaning.part else "day"), setting.spoken


def resolve_part(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve part."""
    day = setting.story or setting.spoken
    return values.make_day(day, "day_part"), day


def resolve_feast(meaning: Meaning, setting: Setting) -> Resolved:
    """Resolve feast."""
    if meaning.year is not None:
        return values.make_day(_feast_day(meaning.feast, meaning.year)), None
    published = setting.published
    days = [_feast_day(meaning.feast, published.year + step) for step in (-1, 0, 1)]
    if meaning.direction == "last":
        return values.make_day(max(d for d in days if d < published)), published
    if meaning.direction == "next":
        return values.make_day(min(d for d in days if d > published)), published
    return values.make_day(nearest(days, setting)), published


def _feast_day(feast: str, year: int) -> date:
    """Read 12-25, easter+1, or 11-thu+4: the fourth Thursday of November (-1: the last)."""
    if feast.startswith("easter"):
        return values.easter_sunday(year) + timedelta(days=int(feast.removeprefix("easter")))
    month, _, day = feast.partition("-")
    if day[:3] in _WEEKDAYS:
        start, number = date(year, int(month), 1), int(day[3:])
        edge = start if number > 0 else values.add_months(start, 1)
        step = number - 1 if number > 0 else number
        return day_from(edge, _WEEKDAYS.index(day[:3])) + timedelta(weeks=step)
    return date(year, int(month), int(day))
