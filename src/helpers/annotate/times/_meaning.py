"""What an expression means before it is known which day it is reckoned from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from helpers.model.annotations import DayPart

Kind = Literal[
    "day", "month", "year", "weekday", "period", "shift", "vague", "duration", "clock", "part", "same", "night",
    "deictic", "season", "decade", "century", "quarter", "feast", "range", "week", "from", "nights", "first_day",
    "numbered_day", "event", "first_units",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meaning:
    """An expression, unresolved; which fields are filled depends on `kind`."""

    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str = ""
    count: float | None = None
    direction: str = ""
    part: DayPart | None = None
    edge: str = ""
    clock: tuple[int, int, int] | None = None
    minutes_known: bool = False
    zone: str = ""
    half: Literal["", "words", "figure", "figures"] = ""
    feast: str = ""
    season: str = ""
    base: Meaning | None = None
    other: Meaning | None = None
    opened: Literal["", "since", "from", "until", "after", "before"] = ""
