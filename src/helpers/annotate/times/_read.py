"""Run the cascade over a text and resolve what comes out, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from helpers.annotate.times._expressions import Found, find_expressions, stages
from helpers.annotate.times._items import Item, read_items
from helpers.annotate.times._lexicon import TimeWords
from helpers.annotate.times._meaning import Meaning
from helpers.annotate.times._resolve import resolve
from helpers.annotate.times._setting import Policy, Setting, Tense
from helpers.annotate.times._tense import find_tense
from helpers.annotate.times._values import Stretch, iso_duration, open_after, open_before, open_since, open_until
from helpers.annotate.times._zones import local_zone, utc_offset

DAY_LEVEL = frozenset(("day", "day_part", "hour", "minute"))
_ABSOLUTE = frozenset(("year", "decade", "century"))


@dataclass(slots=True)
class Telling:
    """Which days a text has spoken of so far: see `Setting` for the fields."""

    published: date | None
    spoken: date | None = None
    told: date | None = None
    past: date | None = None
    quoted: date | None = None
    dated: date | None = None
    said: date | None = None

    def end_paragraph(self) -> None:
        """Forget what only this paragraph spoke of."""
        self.told, self.said, self.quoted = self.published, None, None

    def note(self, found: Found, *, quoted: bool) -> None:
        """Take in the value of an expression."""
        day = _day_spoken_of(found)
        if day is not None and quoted:
            self.quoted = self.told = day
        elif day is not None:
            self.spoken = self.told = self.said = day
            self.past = day if self.published is None or day <= self.published else self.past
        if found.stretch is not None and found.stretch.first is not None:
            self.dated = day or found.stretch.first

    def setting(self, tense: Tense, policy: Policy, *, quoted: bool) -> Setting | None:
        """Return what the next expression is read against, None without a date of publication."""
        if self.published is None:
            return None
        told = self.told or self.published
        spoken = self.past if tense == "past" else self.spoken
        spoken = (self.quoted if quoted else None) or spoken or self.published
        return Setting(self.published, spoken, told, tense, policy, self.dated, self.said if quoted else None)


def read_expressions(
    text: str,
    words: TimeWords,
    *,
    month_first: bool,
    published: date | None,
    policy: Policy,
    is_quoted: Callable[[int], bool],
) -> Iterator[Found]:
    """Yield the time expressions of a text, resolved, in their order."""
    items = read_items(text, words)
    for stage in stages(month_first, words.months_are_capitalised, policy):
        items = stage.apply(items)
    telling = Telling(published)
    for at, found in find_expressions(items, text, words, policy):
        if found is None:
            telling.end_paragraph()
            continue
        if found.meaning.kind == "duration":
            yield replace(found, duration=iso_duration(found.meaning.count or 0, found.meaning.unit))
            continue
        quoted = is_quoted(found.start)
        setting = telling.setting(_tense(items, at, words, found.meaning), policy, quoted=quoted)
        valued = _absolute(found, telling.spoken) if setting is None else _resolved(found, setting, text, words)
        telling.note(valued, quoted=quoted)
        yield valued


def _tense(items: Sequence[Item], at: int, words: TimeWords, meaning: Meaning) -> Tense:
    """Read the tense of the verb; what is open since then has begun, what lasts until then goes on.

    After van or of, the time belongs to a noun, and the verb says nothing of it.
    """
    if meaning.opened == "since" and meaning.kind != "shift" and items[at - 1].symbol == "s":
        return "past"
    if at and items[at - 1].symbol == "v" and meaning.kind != "range":
        return ""
    tense = find_tense(items, at, words)
    return "ahead" if meaning.opened == "until" and not tense else tense


def _absolute(found: Found, spoken: date | None) -> Found:
    """Resolve what needs no date of publication; a clock time takes the day that the text last named."""
    nowhere = spoken or date(2000, 1, 1)
    if spoken is not None and found.meaning.kind in ("clock", "part", "same") and found.meaning.base is None:
        clock = resolve(found.meaning, Setting(spoken, spoken, spoken, "", "news"))
        return found if clock is None else replace(found, stretch=clock[0], anchor=clock[1])
    known = resolve(found.meaning, Setting(nowhere, nowhere, nowhere, "", "news"))
    if known is None or known[1] is not None or not _is_absolute(found.meaning):
        return found
    return replace(found, stretch=_opened(known[0], found.meaning))


def _is_absolute(meaning: Meaning) -> bool:
    if meaning.kind == "range":
        return all(_is_absolute(side) for side in (meaning.base, meaning.other) if side is not None)
    if meaning.base is not None:
        return _is_absolute(meaning.base)
    return meaning.kind in _ABSOLUTE or meaning.year is not None


def _opened(stretch: Stretch, meaning: Meaning) -> Stretch:
    if meaning.opened == "since" and stretch.first is not None:
        return open_since(stretch)
    if meaning.opened == "until" and stretch.last is not None:
        return open_until(stretch)
    if meaning.opened in ("after", "before"):
        return open_after(stretch) if meaning.opened == "after" else open_before(stretch)
    return stretch


def _resolved(found: Found, setting: Setting, text: str, words: TimeWords) -> Found:
    known = resolve(found.meaning, setting)
    if known is None:
        return found
    stretch, anchor = known
    offset = ""
    if found.meaning.zone and found.meaning.clock and stretch.first:
        zone = found.meaning.zone
        zone = local_zone(text, found.start, words.places) if zone == "local" else zone
        offset = utc_offset(zone, stretch.first, found.meaning.clock)
        stretch = replace(stretch, edtf=stretch.edtf + offset)
    return replace(found, stretch=_opened(stretch, found.meaning), offset=offset, anchor=anchor)


def _day_spoken_of(found: Found) -> date | None:
    """Return the day that later expressions are reckoned from."""
    stretch = found.stretch
    if stretch is None or stretch.last is None or stretch.precision not in DAY_LEVEL:
        return None
    return stretch.last
