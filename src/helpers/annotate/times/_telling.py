"""Which day and which clock a text has come to: what a careful reader carries along from sentence to sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from helpers.annotate.times._expressions import Found
from helpers.annotate.times._items import Item
from helpers.annotate.times._lexicon import TimeWords
from helpers.annotate.times._meaning import Meaning
from helpers.annotate.times._setting import Policy, Setting, Tense

DAY_LEVEL = frozenset(("day", "day_part", "hour", "minute"))
WITHOUT_A_DAY = frozenset(("month", "season", "year", "decade", "century", "period"))
LEANING = frozenset(("part", "same", "night", "shift", "period"))
FAR, LONG_AGO = 31, 366  # days
PART_ENDS = {"night": 6, "morning": 12, "afternoon": 18, "evening": 24}
HEADING_WORDS = 15
NOON = 12
CLAUSE_REACH = 9
SAYING_REACH = 4
_ENDS = frozenset((".", "?", "!", "…"))
_CLOSERS = frozenset(".?!…:;,\"“”„«»'’‘)")


class Sentence(NamedTuple):
    """The sentence that an item stands in.

    Parameters
    ----------
    number : int
    start : int
        Index of its first item.
    is_first : bool
        Whether it is the first of its paragraph.
    is_heading : bool
        Whether its paragraph is short and ends without a mark.
    """

    number: int
    start: int
    is_first: bool
    is_heading: bool


def find_sentences(items: Sequence[Item], text: str) -> list[Sentence]:
    """Return the sentence of each item, cut at marks before a capital and at paragraphs."""
    found: list[Sentence] = []
    number, start, paragraph = 0, 0, 0
    for at, item in enumerate(items):
        if item.symbol == "=" or (item.word in _ENDS and _ends_sentence(items, at, text)):
            found += [Sentence(number, start, start == paragraph, False)] * (at + 1 - start)
            number, start = number + 1, at + 1
        if item.symbol == "=":
            if _is_heading(items, paragraph, at, text):
                found[paragraph:] = [sentence._replace(is_heading=True) for sentence in found[paragraph:]]
            paragraph = at + 1
    return found + [Sentence(number, start, start == paragraph, False)] * (len(items) - start)


def _ends_sentence(items: Sequence[Item], at: int, text: str) -> bool:
    """Tell whether a mark ends a sentence: a capital, or no word at all, follows."""
    if at + 1 >= len(items) or not items[at + 1].gap:
        return False
    following = text[items[at + 1].start]
    return following.isupper() or not following.isalnum()


def _is_heading(items: Sequence[Item], first: int, end: int, text: str) -> bool:
    says_more = any(item.symbol in "_~" for item in items[first:end][: HEADING_WORDS + 1])
    return says_more and end - first <= HEADING_WORDS and text[items[end - 1].end - 1] not in _CLOSERS


def is_aside(items: Sequence[Item], at: int, sentence: Sentence, words: TimeWords) -> str:
    """Tell whether a day is named in passing: of a noun, in a clause of its own, in what is reported, or before.

    Returns
    -------
    str
        ``noun``, ``clause``, ``report``, ``saying`` or, for a day that the sentence is about, nothing.
    """
    if at and items[at - 1].symbol in "vst":
        return "noun"
    is_pointed = items[at].value.direction == "that"
    for index in range(at - 1, max(sentence.start, at - CLAUSE_REACH) - 1, -1):
        if items[index].symbol == ",":
            break
        if items[index].word in words.hints["aside"] and index > sentence.start and not is_pointed:
            return "clause"
    return _reported(items, at, sentence, words)


def _reported(items: Sequence[Item], at: int, sentence: Sentence, words: TimeWords) -> str:
    """Tell whether the day is the one of a report, or of what is reported, and not of what happens in the story."""
    for index in range(max(sentence.start, at - CLAUSE_REACH), min(at + CLAUSE_REACH, len(items))):
        if index > at and items[index].symbol in "!=":
            break
        if items[index].word in words.hints["report"] and not sentence.is_first:
            return "report"
    for index in range(at + 1, min(at + 1 + SAYING_REACH, len(items))):
        if items[index].symbol in "!=," or items[index].word in words.hints["clause"]:
            break
        if items[index].word in words.hints["says"]:
            return "saying"
    for index in range(at - 1, max(sentence.start, at - SAYING_REACH) - 1, -1):
        if items[index].symbol == "," or items[index].word in words.hints["clause"]:
            break
        if items[index].word in words.hints["says"]:
            return "saying"
    return ""


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
    frame: date | None = None
    in_paragraph: bool = False
    sentence: int = -1
    sentence_day: date | None = None
    clock: datetime | None = None
    part: tuple[date, str] | None = None
    opening: date | None = None
    went_on: date | None = None
    parts: dict[date, set[str]] = field(default_factory=dict)
    by_weekday: dict[int, date] = field(default_factory=dict)
    twelve_hours: bool = False
    named_in: int | None = None
    is_vague: bool = False

    def end_paragraph(self) -> None:
        """Forget what only this paragraph spoke of, and the day of the story where it is long ago."""
        self.told, self.said, self.quoted = self.published, None, None
        self.part, self.sentence_day, self.in_paragraph, self.went_on = None, None, False, None
        if self.frame and self.published and abs((self.frame - self.published).days) > LONG_AGO:
            self.frame = None

    def begin(self, sentence: Sentence) -> None:
        """Forget the day of the sentence before."""
        if sentence.number != self.sentence:
            self.sentence, self.sentence_day = sentence.number, None

    def is_far(self) -> bool:
        """Tell whether the last day that was named stands two sentences before or more: the subject may be another."""
        return self.named_in is not None and self.sentence - self.named_in > 1

    def note(self, found: Found, *, quoted: bool, aside: str = "", opens: bool = False) -> None:
        """Take in the value of an expression; `opens` tells whether it opens its sentence."""
        day = _day_spoken_of(found)
        if day is not None or (opens and found.stretch is not None):
            self.is_vague = day is None and found.meaning.kind in WITHOUT_A_DAY
        self.clock = _moment(found) or self.clock
        if day is not None and quoted:
            self.quoted = self.told = day
        elif day is not None:
            self.spoken = self.told = self.said = day
            self.past = day if self.published is None or day <= self.published else self.past
            self._note_story(found, day, aside)
        if day is not None:
            self.by_weekday[day.weekday()] = day
        if found.stretch is not None and found.stretch.first is not None:
            self.dated = day or found.stretch.first

    def _note_story(self, found: Found, day: date, aside: str) -> None:
        base = found.meaning.base or found.meaning
        is_named = base.kind not in (*LEANING, "clock") and found.meaning.kind != "range"
        if is_named:
            self.named_in = self.sentence
            self.sentence_day = None if aside == "clause" and self.frame else day
        is_first = is_named and self.frame is None and aside != "noun"
        if (is_named and not aside) or is_first or found.meaning.kind in ("same", "shift"):
            self.in_paragraph = self.in_paragraph or not (is_first and aside)
            self.frame = day
            self.opening = self.opening or day
        if is_named and aside != "saying":
            self.parts.setdefault(day, set()).update(_parts_named(found.meaning))
        if not is_named and not aside and found.meaning.kind in ("clock", "part"):
            self.went_on = day
        if self.clock is not None and self.clock.date() != day and not aside:
            self.clock = None
        if base.part and aside in ("", "report"):
            self.part = (day, base.part)

    def setting(self, tense: Tense, policy: Policy, meaning: Meaning, *, quoted: bool) -> Setting | None:
        """Return what the next expression is read against, None without a date of publication."""
        if self.published is None:
            return None
        told = self.told or self.published
        spoken = self.past if tense == "past" else self.spoken
        spoken = (self.quoted if quoted else None) or spoken or self.published
        return Setting(
            self.published,
            spoken,
            told,
            tense,
            policy,
            self.dated,
            self.said if quoted else None,
            story=(self.quoted if quoted else None) or self._story_day(tense, self.published, meaning),
            clock=self.clock,
            part=self.part,
            by_weekday=self.by_weekday,
            twelve_hours=self.twelve_hours,
            has_story=(self.sentence_day or self.frame or self.dated) is not None,
            is_vague=self.is_vague,
        )

    def _story_day(self, tense: Tense, published: date, meaning: Meaning) -> date:
        if self.sentence_day is not None:
            return self.sentence_day
        if self.went_on is not None and not self.in_paragraph:
            return self.went_on
        frame = self.frame or published
        if tense == "past" and frame > published:
            return self.past or published
        if self.in_paragraph:
            return frame
        if tense == "ahead" or (tense != "past" and abs((frame - published).days) > FAR):
            return published
        return self._fitting(frame, published, meaning)

    def _fitting(self, frame: date, published: date, meaning: Meaning) -> date:
        """Return the day that the story opened with, where its parts of day fit a time better than the last day's."""
        opening, named = self.opening, _parts_named(meaning)
        if opening is None or not named or abs((opening - published).days) > FAR:
            return frame
        here, there = (self.parts.get(day, set()) for day in (frame, opening))
        if named & here:
            return frame
        return opening if named & there or (here and not there) else frame


def _parts_named(meaning: Meaning) -> set[str]:
    """Return the part of day that an expression names, by word or by the hour where its half is sure."""
    base = meaning.base or meaning
    if meaning.kind == "clock" and meaning.clock is not None:
        is_sure = not meaning.half or meaning.clock[0] > NOON
        return {_part_of(meaning.clock[0])} if is_sure else set()
    part = "night" if base.kind == "nights" else base.part
    return {part} if part else set()


def _part_of(hour: int) -> str:
    return next(part for part, end in PART_ENDS.items() if hour < end)


def leans_on_text(meaning: Meaning) -> bool:
    """Tell whether an expression has its day from the text around it and not from its own words."""
    if meaning.kind == "clock" and meaning.base is None:
        return True
    base = meaning.base or meaning
    if base.kind == "shift":
        return base.direction in ("later", "earlier")
    if base.kind == "night" or base.kind == "period":
        return (base.direction != "last") if base.kind == "night" else base.direction == "same"
    return base.kind in ("part", "same") or base.direction in ("that", "following")


def _moment(found: Found) -> datetime | None:
    stretch = found.stretch
    if stretch is None or "T" not in stretch.edtf or "/" in stretch.edtf:
        return None
    return datetime.fromisoformat(stretch.edtf).replace(tzinfo=None)


def _day_spoken_of(found: Found) -> date | None:
    """Return the day that later expressions are reckoned from."""
    stretch = found.stretch
    if stretch is None or stretch.last is None or stretch.precision not in DAY_LEVEL:
        return None
    return stretch.last
