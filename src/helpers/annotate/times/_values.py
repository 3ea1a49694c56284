"""Calendar stretches and their EDTF: small functions, no library."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from helpers.model.annotations import Precision

SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days: its EDTF, its first and last day (None where open), how exact the words are."""

    edtf: str
    first: date | None
    last: date | None
    precision: Precision

    @property
    def lower(self) -> str:
        """The EDTF of its beginning, fit for an interval."""
        return self._side(0, self.first)

    @property
    def upper(self) -> str:
        """The EDTF of its end, fit for an interval."""
        return self._side(-1, self.last)

    def _side(self, index: int, day: date | None) -> str:
        side = self.edtf.split("/")[index]
        if day is not None and ("X" in side or "T" in side):
            return day.isoformat()
        return side


def make_day(day: date, precision: Precision = "day") -> Stretch:
    """Make the stretch of one day.

    Examples
    --------
    >>> make_day(date(2023, 5, 22)).edtf
    '2023-05-22'
    """
    return Stretch(day.isoformat(), day, day, precision)


def make_month(year: int, month: int) -> Stretch:
    """Make the stretch of one month."""
    return Stretch(
        f"{year:04d}-{month:02d}", date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"
    )


def make_year(year: int) -> Stretch:
    """Make the stretch of one year."""
    return Stretch(f"{year:04d}", date(year, 1, 1), date(year, 12, 31), "year")


def make_season(year: int, season: str) -> Stretch:
    """Make the stretch of a meteorological season; a winter is named after its December.

    Examples
    --------
    >>> make_season(2018, "summer").edtf
    '2018-22'
    """
    code = SEASON_CODES[season]
    first_month = 3 * (code - 20)
    last = add_months(date(year, first_month, 1), 3) - timedelta(days=1)
    return Stretch(f"{year:04d}-{code}", date(year, first_month, 1), last, "season")


def make_months(year: int, first: int, last: int) -> Stretch:
    """Make the stretch from one month to another of the same year."""
    lower, upper = make_month(year, first), make_month(year, last)
    return Stretch(f"{lower.edtf}/{upper.edtf}", lower.first, upper.last, "month")


def make_decade(year: int) -> Stretch:
    """Make the stretch of the ten years that share all digits of `year` but the last."""
    start = year // 10 * 10
    return Stretch(f"{year // 10:03d}X", date(max(start, 1), 1, 1), date(start + 9, 12, 31), "year")


def make_century(number: int) -> Stretch:
    """Make the stretch of a century by its ordinal.

    Examples
    --------
    >>> make_century(19).edtf
    '18XX'
    """
    start = (number - 1) * 100
    return Stretch(f"{number - 1:02d}XX", date(max(start, 1), 1, 1), date(start + 99, 12, 31), "year")


def make_week(monday: date) -> Stretch:
    """Make the stretch of the week that begins on `monday`."""
    return replace(make_span(make_day(monday), make_day(monday + timedelta(days=6))), precision="week")


def make_span(lower: Stretch, upper: Stretch) -> Stretch:
    """Make the stretch from the beginning of one to the end of another."""
    return Stretch(f"{lower.lower}/{upper.upper}", lower.first, upper.last, upper.precision)


def open_since(stretch: Stretch) -> Stretch:
    """Make the stretch that begins where another begins, and has no end."""
    return Stretch(f"{stretch.lower}/..", stretch.first, None, stretch.precision)


def open_until(stretch: Stretch) -> Stretch:
    """Make the stretch that ends where another ends, and has no beginning."""
    return Stretch(f"../{stretch.upper}", None, stretch.last, stretch.precision)


def open_after(stretch: Stretch) -> Stretch:
    """Make the stretch that begins on the day after another, and has no end."""
    return stretch if stretch.last is None else open_since(make_day(stretch.last + timedelta(days=1)))


def open_before(stretch: Stretch) -> Stretch:
    """Make the stretch that ends on the day before another, and has no beginning."""
    return stretch if stretch.first is None else open_until(make_day(stretch.first - timedelta(days=1)))


def add_months(day: date, months: int) -> date:
    """Move a day by whole months, to the last day of the month where the day does not exist.

    Examples
    --------
    >>> add_months(date(2023, 1, 31), 1)
    datetime.date(2023, 2, 28)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def monday_of(day: date) -> date:
    """Return the Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def easter_sunday(year: int) -> date:
    """Return the date of Easter in the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def iso_duration(count: float, unit: str) -> str:
    """Write a measured duration in ISO 8601.

    Examples
    --------
    >>> iso_duration(1.5, "hour")
    'PT1H30M'
    >>> iso_duration(2, "week")
    'P2W'
    """
    number = f"{count:g}"
    if unit in _HALVED and not float(count).is_integer():
        smaller, times = _HALVED[unit]
        whole, rest = int(count), round((count - int(count)) * times)
        head, tail = (iso_duration(n, u) if n else "" for n, u in ((whole, unit), (rest, smaller)))
        return head + (tail.replace("P", "", 1).replace("T", "", 1 if "T" in head else 0) if head else tail)
    prefix, letter, factor = _ISO_UNITS[unit]
    number = f"{count * factor:g}" if count * factor < 1e6 else str(int(count * factor))
    return f"P{prefix}{number}{letter}"


def iso_durations(longer: str, shorter: str) -> str:
    """Write two durations as one.

    Examples
    --------
    >>> iso_durations("PT4H", "PT20M"), iso_durations("P1Y", "P3M"), iso_durations("P1D", "PT6H")
    ('PT4H20M', 'P1Y3M', 'P1DT6H')
    """
    tail = shorter.removeprefix("P")
    return longer + (tail.removeprefix("T") if "T" in longer else tail)


_HALVED = {"hour": ("minute", 60), "year": ("month", 12), "day": ("hour", 24), "minute": ("second", 60)}
_ISO_UNITS = {
    "second": ("T", "S", 1), "minute": ("T", "M", 1), "quarter_hour": ("T", "M", 15),
    "half_hour": ("T", "M", 30), "hour": ("T", "H", 1),
    "day": ("", "D", 1), "night": ("", "D", 1), "week": ("", "W", 1), "fortnight": ("", "W", 2),
    "weekend": ("", "D", 2), "month": ("", "M", 1), "quarter": ("", "M", 3), "half_year": ("", "M", 6),
    "year": ("", "Y", 1), "decade": ("", "Y", 10), "century": ("", "Y", 100),
}
