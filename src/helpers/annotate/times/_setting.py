"""What an expression is read against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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
    """

    published: date
    spoken: date
    told: date
    tense: Tense
    policy: Policy
    dated: date | None = None
    says: date | None = None


def looks_ahead(setting: Setting) -> bool:
    """Tell whether a day without a direction is one to come."""
    return setting.tense == "ahead" or (setting.policy == "assistant" and setting.tense != "past")
