"""Run the cascade over a text and resolve what comes out, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from helpers.annotate.times._cascade import apply_stages, symbols_of
from helpers.annotate.times._expressions import Found, find_expressions, stages
from helpers.annotate.times._halves import is_open
from helpers.annotate.times._headings import NO_DAY, settle_headings
from helpers.annotate.times._items import Item, read_items
from helpers.annotate.times._lexicon import TimeWords
from helpers.annotate.times._meaning import Meaning
from helpers.annotate.times._named_months import unname_months
from helpers.annotate.times._resolve import resolve
from helpers.annotate.times._resolve_periods import CLOCK_UNITS
from helpers.annotate.times._setting import Policy, Setting, Tense
from helpers.annotate.times._shared import share_endings
from helpers.annotate.times._telling import Sentence, Telling, find_sentences, is_aside, leans_on_text
from helpers.annotate.times._tense import find_tense, heads_sentence, is_to_come
from helpers.annotate.times._values import (
    Stretch,
    iso_duration,
    iso_durations,
    open_after,
    open_before,
    open_since,
    open_until,
)
from helpers.annotate.times._zones import local_zone, utc_offset
from helpers.model.annotations import HALF_UNSAID

_BESIDE = frozenset(",xd")
_COUNTED = frozenset(("shift", "event"))
_DAYS = frozenset(("day", "weekday"))
_SIDES = 2
FAR_DAY = "no value: the last day that was named stands too far before"
HABIT = "no value: what is done again and again has no one day"
_OF_A_DAY = frozenset(("clock", "part", "range"))
_FREQUENCY, _RECURS_REACH = "frequency", 2
_NEAR = frozenset("cby")
_BY_DATE = "as the date beside it says"
_ABSOLUTE = frozenset(("year", "decade", "century"))


def read_expressions(
    text: str,
    words: TimeWords,
    *,
    month_first: bool,
    published: date | None,
    policy: Policy,
    is_quoted: Callable[[int], bool],
) -> list[Found]:
    """Return the time expressions of a text, resolved, in their order."""
    plain = read_items(text, words)
    named = unname_months(plain, symbols_of(plain), text)
    joined, symbols = apply_stages(stages(month_first, words.months_are_capitalised, policy), named, symbols_of(named))
    items = share_endings(joined, symbols, text)
    telling, sentences = Telling(published, twelve_hours=month_first), find_sentences(items, text)
    read: list[Found] = []
    last_at = -1
    for at, found in find_expressions(items, text, words, policy):
        if found is None:
            telling.end_paragraph()
            continue
        found = _at_noon(_counted_on(found, items, at, words, policy), items, at, words)
        if found.meaning.kind == "duration":
            read.append(replace(found, duration=_duration(found.meaning)))
            continue
        if policy == "news" and found.meaning.kind in _OF_A_DAY and _recurs(items, at):
            read.append(replace(found, note=HABIT))
            continue
        telling.begin(sentences[at])
        quoted, tense = is_quoted(found.start), _tense(items, at, words, found.meaning)
        valued = _valued(found, telling, sentences[at], telling.setting(tense, policy, found.meaning, quoted=quoted))
        read.append(_zoned(valued, text, words))
        if last_at >= 0 and all(item.symbol in _BESIDE for item in items[last_at + 1 : at]) and policy == "news":
            read[-2:] = _agree(read[-2], read[-1])
        last_at = at
        aside = is_aside(items, at, sentences[at], words)
        telling.note(read[-1], quoted=quoted, aside=aside, opens=heads_sentence(items, at))
    return settle_headings(read)


def _duration(meaning: Meaning) -> str:
    written = iso_duration(meaning.count or 0, meaning.unit)
    return iso_durations(written, _duration(meaning.other)) if meaning.other is not None else written


def _counted_on(found: Found, items: Sequence[Item], at: int, words: TimeWords, policy: Policy) -> Found:
    """Read in two weeks with a verb that looks ahead as a day to come, where the language means that by it."""
    is_duration = found.meaning.kind == "duration" and found.meaning.unit not in CLOCK_UNITS
    if policy != "news" or not is_duration or not at or items[at - 1].value != "shift":
        return found
    if find_tense(items, at, words) != "ahead":
        return found
    return replace(found, meaning=replace(found.meaning, kind="shift", direction="ahead"))


def _agree(before: Found, after: Found) -> tuple[Found, Found]:
    """Give one day to a date and a count of days beside it: Een week later, op 29 januari."""
    if before.meaning.kind in _COUNTED and after.meaning.kind == "day" and before.stretch is None:
        return replace(before, stretch=after.stretch, anchor=after.anchor, note=_BY_DATE), after
    if after.meaning.kind in _COUNTED and before.meaning.kind == "day" and before.stretch is not None:
        return before, replace(after, stretch=before.stretch, anchor=before.anchor, note=_BY_DATE)
    return before, after


def _valued(found: Found, telling: Telling, sentence: Sentence, setting: Setting | None) -> Found:
    """Resolve an expression, and say in its note what of it rests on the text around it."""
    if setting is None:
        return _absolute(found, telling.spoken)
    leaning = leans_on_text(found.meaning) or _is_bare_range(found.meaning)
    bare = leaning and found.meaning.kind in ("clock", "part")
    if sentence.is_heading and bare and setting.policy == "news":
        return replace(found, note=NO_DAY)
    if _is_bare_range(found.meaning) and telling.is_far() and setting.policy == "news":
        return replace(found, note="; ".join([*_hours(found.meaning, setting), FAR_DAY]))
    known = resolve(found.meaning, setting)
    if known is None:
        return found
    meaning = _begun(found.meaning, known[0], setting)
    note = _note(found, known[0], setting, leaning=leaning)
    return replace(found, meaning=meaning, stretch=known[0], anchor=known[1], note=note)


def _begun(meaning: Meaning, stretch: Stretch, setting: Setting) -> Meaning:
    """Read from as a beginning only where it lies ahead: closed from Monday on, but a letter from last May."""
    if meaning.opened != "from":
        return meaning
    is_ahead = stretch.last is not None and stretch.last >= setting.published
    return replace(meaning, opened="since" if is_ahead else "")


def _note(found: Found, stretch: Stretch, setting: Setting, *, leaning: bool) -> str:
    notes = []
    if found.meaning.kind == "clock" and is_open(found.meaning, setting):
        told = "T" in stretch.edtf
        notes.append("half of the day as the text goes on" if told else HALF_UNSAID)
    if found.meaning.kind == "range":
        notes += _hours(found.meaning, setting)
    said, day = found.meaning.weekday, stretch.first
    if found.meaning.kind == "day" and said is not None and day is not None and day.weekday() != said:
        notes.append("the weekday is another one that day")
    if leaning:
        notes.append("reckoned from the text before" if setting.has_story else "reckoned from the date of publication")
    return "; ".join(notes)


def _is_bare_range(meaning: Meaning) -> bool:
    """Tell whether a range of clock times names no day."""
    return meaning.kind == "range" and meaning.other is not None and leans_on_text(meaning.other)


def _hours(meaning: Meaning, setting: Setting) -> list[str]:
    """Say the hours of a range of clock times, which an EDTF interval cannot hold."""
    sides = [side for side in (meaning.base, meaning.other) if side is not None and side.clock is not None]
    if len(sides) < _SIDES or any(is_open(side, setting) for side in sides):
        return []
    lower, upper = ("{:02d}:{:02d}".format(*side.clock[:2]) for side in sides if side.clock is not None)
    return [f"{lower} to {upper}; an EDTF interval holds no hours"]


def _tense(items: Sequence[Item], at: int, words: TimeWords, meaning: Meaning) -> Tense:
    """Read the tense of the verb; what is open since then has begun, what lasts until then goes on.

    After van or of, the time belongs to a noun, and the verb says nothing of it.
    """
    if meaning.opened == "since" and meaning.kind != "shift" and items[at - 1].symbol == "s":
        return "past"
    if at and items[at - 1].symbol == "v" and meaning.kind != "range":
        return ""
    tense = find_tense(items, at, words, ends=meaning.opened == "until")
    is_limit = meaning.opened == "until" or (bool(at) and _is_deadline(items[at - 1]) and meaning.kind in _DAYS)
    is_weekday = meaning.kind == "weekday" or (meaning.base is not None and meaning.base.kind == "weekday")
    comes = is_limit or (is_weekday and not meaning.direction and is_to_come(items, at, words))
    return "ahead" if comes and not tense else tense


def _recurs(items: Sequence[Item], at: int) -> bool:
    """Tell whether a clock time stands beside a word of frequency: elke ochtend om 7 uur."""
    beside = [items[at + 1]] if at + 1 < len(items) else []
    beside += items[max(at - _RECURS_REACH, 0) : at]
    return any(item.row_id.startswith(_FREQUENCY) for item in beside)


def _is_deadline(before: Item) -> bool:
    """Tell whether a preposition sets a limit: uiterlijk vrijdag, by Friday, before 1 October."""
    return before.symbol == "b" or before.value == "deadline"


def _at_noon(found: Found, items: Sequence[Item], at: int, words: TimeWords) -> Found:
    """Read rond de middag as twelve o'clock, in de middag as the part of the day."""
    item, before = found.item, items[at - 1] if at else None
    if found.meaning.kind != "part" or before is None or before.symbol not in _NEAR or before.value == "during":
        return found
    if item.row_id.rpartition(":")[2] not in words.hints["noon"]:
        return found
    return replace(found, meaning=replace(found.meaning, kind="clock", clock=(12, 0, 0), part=None))


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


def _zoned(found: Found, text: str, words: TimeWords) -> Found:
    """Add the offset of the zone to a clock time, and open what began then or lasts until then."""
    stretch, offset = found.stretch, ""
    if stretch is None:
        return found
    if found.meaning.zone and found.meaning.clock and stretch.first and "T" in stretch.edtf:
        zone = found.meaning.zone
        zone = local_zone(text, found.start, words.places) if zone == "local" else zone
        offset = utc_offset(zone, stretch.first, found.meaning.clock)
        stretch = replace(stretch, edtf=stretch.edtf + offset)
    return replace(found, stretch=_opened(stretch, found.meaning), offset=offset)
