"""Which half of the day a clock time of twelve hours means, where the text says so."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from helpers.annotate.times._meaning import Meaning
from helpers.annotate.times._setting import Setting

HALF_DAY, EVENING = 12, 18
ONWARD = timedelta(hours=6)
WINDOWS = {"morning": (5, 11), "afternoon": (12, 17), "evening": (18, 23), "night": (0, 5)}


def find_moment(meaning: Meaning, day: date, setting: Setting) -> datetime | None:
    """Return the moment that a clock time names, None where nothing tells the half of the day.

    A story goes on: what lies at most six hours after the last clock time of that day is meant, also past
    midnight where the words name no day of their own; else the half in the part of day that was named.
    """
    if meaning.clock is None:
        return None
    hour, minute, second = meaning.clock
    is_open_half = is_open(meaning, setting)
    hours = (hour % HALF_DAY, hour % HALF_DAY + HALF_DAY) if is_open_half else (hour,)
    moments = [datetime(day.year, day.month, day.day, each, minute, second) for each in hours]
    onward = _onward(moments, setting, with_next_day=meaning.base is None)
    if onward is not None or not is_open_half:
        return onward or moments[0]
    if setting.part is None or setting.part[0] != day:
        return None
    low, high = WINDOWS.get(setting.part[1], (1, 0))
    return next((moment for moment in moments if low <= moment.hour <= high), None)


def _onward(moments: list[datetime], setting: Setting, *, with_next_day: bool) -> datetime | None:
    last = setting.clock
    if last is None or last.date() != moments[0].date() or setting.policy != "news":
        return None
    later = [moment + timedelta(days=1) for moment in moments] if with_next_day and last.hour >= EVENING else []
    return next((moment for moment in (*moments, *later) if timedelta() <= moment - last <= ONWARD), None)


def is_open(meaning: Meaning, setting: Setting) -> bool:
    """Tell whether the words leave the half of the day open."""
    if setting.policy != "news" or meaning.clock is None or not 1 <= meaning.clock[0] <= HALF_DAY:
        return meaning.half == "words" and setting.policy == "news" and meaning.clock is not None
    return meaning.half == "words" or (meaning.half in ("figure", "figures") and setting.twelve_hours)
