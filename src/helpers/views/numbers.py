"""Figures as a language writes them: a decimal comma on a Dutch page."""

from __future__ import annotations

from babel.numbers import format_decimal

_PLAIN, _GROUPED, _GROUPED_FROM = "0.######", "#,##0.######", 10_000


def tell_number(value: float, language: str = "en", *, decimals: int | None = None) -> str:
    """Write a figure for a reader; the tables and what is copied from them keep the point.

    Parameters
    ----------
    value : float
    language : str
    decimals : int, optional
        How many stand behind the sign; as many as the figure has by default.

    Examples
    --------
    >>> tell_number(1.5, "nl"), tell_number(0.9, "nl", decimals=2), tell_number(12000.0)
    ('1,5', '0,90', '12,000')
    """
    pattern = _PLAIN if abs(value) < _GROUPED_FROM else _GROUPED
    if decimals is not None:
        pattern = pattern.partition(".")[0] + "." + "0" * decimals
    return str(format_decimal(value, format=pattern, locale=language))
