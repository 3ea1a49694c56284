"""From rows to marks on a time axis: what is known of each time, and nothing that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from helpers.views._filters import Choice
from helpers.views._index import Row, TableIndex, Tables
from helpers.views._times import find_part, is_about, is_part, tell_time
from helpers.views.claims import select_claims
from helpers.views.html import shorten
from helpers.views.reading._layers import UNREALISED

Clock = Literal["event", "statement", "publication"]
Shape = Literal["point", "about", "day", "span", "fades_back", "fades_on", "undated"]
CLOCKS: tuple[Clock, ...] = ("event", "statement", "publication")

MOST_SAID = 70  # letters of a statement in its label
DAY = timedelta(days=1)
SHORTEST = 4 * DAY  # of an axis
# How a part of a day is drawn; the tables hold no clock time for it, and the legend says that this is a convention.
DAY_PARTS = {"night": (0, 6), "morning": (6, 12), "afternoon": (12, 18), "evening": (18, 24)}
NIGHT_OF_TWO_DAYS = (22, 6)
SIDES = {("morning", "early"): (0, 6), ("night", "late"): (21, 27)}  # the early hours of Monday, Monday night
_SAID_BY = {"denied": "denied_by", "questioned": "questioned_by"}
_CLOCK = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d)(?::(\d\d))?")


@dataclass(frozen=True, slots=True)
class TimeMark:
    """One thing on the timeline.

    Parameters
    ----------
    row_id : str
        The event, the claim or the article.
    clock : {"event", "statement", "publication"}
        When it is said to have happened, when it was said, when it was printed.
    label : str
    status : str
        Empty for a publication.
    shape : str
        How its time is known; ``about`` where the text says so.
    start, end : datetime or None
        None where the value is open or not known.
    value : str
        The time as the tables have it, for reading.
    row : dict
        The row that holds the evidence.
    """

    row_id: str
    clock: Clock
    label: str
    status: str
    shape: Shape
    start: datetime | None
    end: datetime | None
    value: str
    row: Row

    @property
    def is_dated(self) -> bool:
        """Tell whether anything of its time is known."""
        return self.shape != "undated"

    @property
    def is_realised(self) -> bool:
        """Tell whether it is said to have happened: no event that is denied in its clause, hoped for or planned."""
        return self.clock != "event" or self.row["polarity"] == "positive"

    @property
    def sort_key(self) -> tuple[datetime, datetime, str]:
        """Order by the first moment that is allowed, else by the last."""
        start = self.start or self.end or datetime.max
        return start, self.end or datetime.max, self.row_id


def select_times(
    tables: Tables, *, clocks: Sequence[Clock] = CLOCKS, language: str = "en", show_own_text: bool = False,
    **selection: Choice,
) -> list[TimeMark]:  # fmt: skip
    """Select what can stand on a timeline, dated or not, in order of time.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    clocks : sequence of {"event", "statement", "publication"}
    language : str
        Language of the labels.
    show_own_text : bool
        True puts words of the text into the labels whatever ``text_rights`` says.
    **selection
        As for `helpers.views.select_claims`: an event or a statement is shown where its claim is selected.

    Examples
    --------
    >>> select_times({})
    []
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    chosen = set(select_claims(tables, **selection)["claim_id"])  # type: ignore[arg-type]
    marks: list[TimeMark] = []
    if "event" in clocks:
        marks += _event_marks(index, chosen)
    if "statement" in clocks:
        marks += _statement_marks(index, chosen)
    if "publication" in clocks:
        marks += _publication_marks(index, selection.get("article"))
    return sorted(marks, key=lambda mark: (CLOCKS.index(mark.clock), mark.sort_key))


def _event_marks(index: TableIndex, chosen: set[str]) -> Iterator[TimeMark]:
    for event_id, event in index.rows("events").items():
        claim = index.find("claims", event["claim_id"])
        if claim is None or event["claim_id"] not in chosen:
            continue
        what = index.word("event_type", event["event_type"])
        place = index.name_of("places", event["place_id"]) if event["place_role"] == "happened_at" else ""
        label = " · ".join(part for part in (what, place) if part)
        if event["polarity"] in UNREALISED:
            label = index.say(UNREALISED[event["polarity"]], what=label)
        label += f" · {_tell_source(index, claim, event)}"
        time = index.find("times", event["time_id"]) or event
        yield _build_mark(index, event, event_id, clock="event", label=label, status=event["status"], time=time)


def _tell_source(index: TableIndex, claim: Row, event: Row) -> str:
    """Say whose word an event is, so that nobody reads the source as the one who did it or had it done."""
    source = index.source_of(claim)
    if claim["voice"] == "newsroom":
        return source
    # a label that begins with not, or not known, is what the source says, and not what it denies
    status = "" if event["polarity"] in UNREALISED else event["status"]
    return index.say(_SAID_BY.get(status, "according_to"), source=source)


def _statement_marks(index: TableIndex, chosen: set[str]) -> Iterator[TimeMark]:
    for claim_id, claim in index.rows("claims").items():
        if claim_id not in chosen:
            continue
        time = index.find("times", claim["said_time_id"]) or {}
        label = " · ".join(part for part in (index.source_of(claim), _tell_words(index, claim)) if part)
        yield _build_mark(index, claim, claim_id, clock="statement", label=label, status=claim["status"], time=time)


def _tell_words(index: TableIndex, claim: Row) -> str:
    """Return the first words of what is said, or say that they are not shown; of a text that is not here, nothing."""
    if not index.has_text(claim):
        return ""
    if not index.may_quote(claim) or not claim["text"]:
        return f"[{index.say('text_not_shown_short')}]"
    return shorten(" ".join(str(claim["text"]).split()), MOST_SAID)


def _publication_marks(index: TableIndex, article: Choice) -> Iterator[TimeMark]:
    for article_id, row in index.rows("articles").items():
        if article is not None and article_id != article and (isinstance(article, str) or article_id not in article):
            continue
        day = row["published_on"]
        time = {"earliest": day, "latest": day, "precision": "day", "edtf": f"{day:%Y-%m-%d}" if day else None}
        title = index.title_of(row)
        yield _build_mark(index, row, article_id, clock="publication", label=title, status="", time=time)


def _build_mark(
    index: TableIndex, row: Row, row_id: str, *, clock: Clock, label: str, status: str | None, time: Row
) -> TimeMark:
    shape, start, end = draw_extent(time)
    value = tell_time(index, time)
    if start and end and shape == "span" and is_part(time):
        shape, (start, end) = "about", find_part(time["qualifier"], start, end)
    elif shape in ("point", "day", "span") and is_about(time):
        shape = "about"
    if not index.has_text(row):
        label += f" [{index.say('text_not_here_short')}]"
    return TimeMark(row_id, clock, label, status or "", shape, start, end, value, row)


def draw_extent(time: Row) -> tuple[Shape, datetime | None, datetime | None]:
    """Say how a time is drawn: its shape and its ends, each as exact as the row and no more.

    Examples
    --------
    >>> day = datetime(2023, 5, 22)
    >>> draw_extent({"earliest": day, "latest": day, "precision": "day_part", "day_part": "evening"})[0]
    'span'
    >>> draw_extent({"earliest": None, "latest": day, "precision": "vague"})[0]
    'fades_back'
    """
    first, last = _as_day(time.get("earliest")), _as_day(time.get("latest"))
    clocks = [_as_clock(found) for found in _CLOCK.findall(time.get("edtf") or "")]
    if clocks:
        return ("point" if len(clocks) == 1 else "span"), clocks[0], clocks[-1]
    if first is None and last is None:
        return "undated", None, None
    if first is None or last is None:
        return ("fades_back", None, last and last + DAY) if first is None else ("fades_on", first, None)
    if time.get("precision") == "vague":
        return "fades_back", first, last + DAY
    if time.get("day_part"):
        return _draw_day_part(time["day_part"], time.get("qualifier") or "", first, last)
    return ("day" if first == last else "span"), first, last + DAY


def _draw_day_part(
    part: str, qualifier: str, first: datetime, last: datetime
) -> tuple[Shape, datetime, datetime]:  # fmt: skip
    begin, end = SIDES.get((part, qualifier), DAY_PARTS[part])
    if part == "night" and first != last:
        begin, end = NIGHT_OF_TWO_DAYS
    return "span", first + timedelta(hours=begin), last + timedelta(hours=end)


def _as_day(value: Any) -> datetime | None:
    return None if value is None else datetime(value.year, value.month, value.day)


def _as_clock(found: tuple[str, ...]) -> datetime:
    year, month, day, hour, minute = (int(part or 0) for part in found)
    return datetime(year, month, day, min(hour, 23), minute)


def choose_window(index: TableIndex, marks: Sequence[TimeMark]) -> tuple[datetime, datetime]:
    """Choose the days that the axis spans: around the publications, so that one far date does not flatten the rest."""
    articles = {mark.row["article_id"] for mark in marks}
    days = [_as_day(index.article_of({"article_id": article_id})["published_on"]) for article_id in articles]
    printed = [day for day in days if day]
    known = [moment for mark in marks for moment in (mark.start, mark.end) if moment]
    if not known:
        return datetime(2000, 1, 1), datetime(2000, 1, 2)
    if not printed:
        return _widen(min(known) - DAY, max(known) + DAY)
    margin = max(4 * DAY, (max(printed) - min(printed)) / 3)
    begin, end = min(printed) - margin, max(printed) + margin
    dated = [mark for mark in marks if mark.clock != "publication" and (mark.start or mark.end)]
    far = [mark for mark in dated if (mark.end or end) < begin or (mark.start or begin) > end]
    if len(far) > len(dated) / 2:  # articles that look back, or far ahead
        told = sorted(moment for mark in dated for moment in (mark.start, mark.end) if moment)
        edge = len(told) // 10
        begin, end = min(begin, told[edge]), max(end, told[-1 - edge])
    return _widen(max(min(known), begin) - DAY / 2, min(max(known), end) + DAY / 2)


def _widen(first: datetime, last: datetime) -> tuple[datetime, datetime]:
    """Make a short stretch of time long enough for the day of each label to be another."""
    missing = max(SHORTEST - (last - first), timedelta()) / 2
    return first - missing, last + missing
