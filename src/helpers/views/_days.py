"""A day in words, in the language of the page."""

from __future__ import annotations

from datetime import date

from helpers.views.messages import message


def write_day(day: str, language: str = "en") -> str:
    """Write a day of the calendar as a reader of the language writes it.

    Parameters
    ----------
    day : str
        As ``2023-05-22``.
    language : str

    Examples
    --------
    >>> write_day("2023-05-22"), write_day("2023-05-22", "nl")
    ('22 May 2023', '22 mei 2023')
    """
    found = date.fromisoformat(day)
    month = message(f"month.{found.month}", language)
    return message("day_written", language, day=found.day, month=month, year=found.year)
