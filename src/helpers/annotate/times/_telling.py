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
LEANING = frozenset(("part", "same", "night", "shift", "period"))
FAR, LONG_AGO = 31, 366  # days
HEADING_WORDS = 15
CLAUSE_REACH = 9
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
        if item.symbol == "=" or _ends_sentence(items, at, text):
            found += [Sentence(number, start, start == paragraph, False)] * (at + 1 - start)
            number, start = number + 1, at + 1
        if item.symbol == "=":
            if _is_heading(items, paragraph, at, text):
                found[paragraph:] = [sentence._replace(is_heading=True) for sentence in found[paragraph:]]
            paragraph = at + 1
    return found + [Sentence(number, start, start == paragraph, False)] * (len(items) - start)


def _ends_sentence(items: Sequence[Item], at: int, text: str) -> bool:
    if items[at].word not in _ENDS or at + 1 >= len(items) or not items[at + 1].gap:
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
        ``noun``, ``clause``, ``report`` or, for a day that the sentence is about, nothing.
    """
    if at and items[at - 1].symbol in "vst":
        return "noun"
    is_pointed = items[at].value.direction == "that"
    for index in range(at - 1, max(sentence.start, at - CLAUSE_REACH) - 1, -1):
        if items[index].symbol == ",":
            break
        if items[index].word in words.hints["aside"] and index > sentence.start and not is_pointed:
            return "clause"
    if sentence.is_first:
        return ""
    for index in range(max(sentence.start, at - CLAUSE_REACH), min(at + CLAUSE_REACH, len(items))):
        if index > at and items[index].symbol in "!=":
            break
        if items[index].word in words.hints["report"]:
            return "report"
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
    by_weekday: dict[int, date] = field(default_factory=dict)
    twelve_hours: bool = False

    def end_paragraph(self) -> None:
        """Forget what only this paragraph spoke of, and the day of the story where it is long ago."""
        self.told, self.said, self.quoted = self.published, None, None
        self.part, self.sentence_day, self.in_paragraph = None, None, False
        if self.frame and self.published and abs((self.frame - self.published).days) > LONG_AGO:
            self.frame = None

    def begin(self, sentence: Sentence) -> None:
        """Forget the day of the sentence before."""
        if sentence.number != self.sentence:
            self.sentence, self.sentence_day = sentence.number, None

    def note(self, found: Found, *, quoted: bool, aside: str = "") -> None:
        """Take in the value of an expression."""
        day = _day_spoken_of(found)
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
            self.sentence_day = None if aside == "clause" and self.frame else day
        if (is_named and not aside) or found.meaning.kind == "same" or found.meaning.kind == "shift":
            self.frame, self.in_paragraph = day, True
        if self.clock is not None and self.clock.date() != day and not aside:
            self.clock = None
        if base.part and aside in ("", "report"):
            self.part = (day, base.part)

    def setting(self, tense: Tense, policy: Policy, *, quoted: bool) -> Setting | None:
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
            story=(self.quoted if quoted else None) or self._story_day(tense, self.published),
            clock=self.clock,
            part=self.part,
            by_weekday=self.by_weekday,
            twelve_hours=self.twelve_hours,
            has_story=(self.sentence_day or self.frame or self.dated) is not None,
        )

    def _story_day(self, tense: Tense, published: date) -> date:
        if self.sentence_day is not None:
            return self.sentence_day
        frame = self.frame or published
        if tense == "past" and frame > published:
            return self.past or published
        if self.in_paragraph or tense == "past":
            return frame
        return published if tense == "ahead" or abs((frame - published).days) > FAR else frame


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
