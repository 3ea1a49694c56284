"""What an expression is read against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from helpers.annotate.times._values import Stretch

Policy = Literal["news", "assistant"]
Tense = Literal["ahead", "past", ""]
Resolved = tuple[Stretch, "date | None"] | None


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against.

    Parameters
    ----------
    published : date
    spoken : date
        The day that the text last spoke of.
    told : date
        The same, but no further back than this paragraph.
    dated : date or None
        The day, or the first day of the month or year, that the text last named.
    says : date or None
        For words inside a quotation: the day that the paragraph gives for the saying.
    tense : {"ahead", "past", ""}
    policy : {"news", "assistant"}
    story : date or None
        The day that the story is at: a clock time or a part of day without a day belongs to it.
    clock : datetime or None
        The last exact clock time of the day that the story is at.
    part : tuple of date and str or None
        The last part of day of the paragraph, and its day.
    by_weekday : mapping of int to date
        The day of each weekday that the text last named.
    twelve_hours : bool
        Whether figures on a clock run to twelve, as CLDR says of the language.
    has_story : bool
        Whether the text has named a day before.
    is_vague : bool
        Whether a month, a season or a year has opened a sentence since: the day after it is not known.
    """

    published: date
    spoken: date
    told: date
    tense: Tense
    policy: Policy
    dated: date | None = None
    says: date | None = None
    story: date | None = None
    clock: datetime | None = None
    part: tuple[date, str] | None = None
    by_weekday: Mapping[int, date] = field(default_factory=dict)
    twelve_hours: bool = False
    has_story: bool = False
    is_vague: bool = False


def looks_ahead(setting: Setting) -> bool:
    """Tell whether a day without a direction is one to come."""
    return setting.tense == "ahead" or (setting.policy == "assistant" and setting.tense != "past")
