"""Dated events as TimelineJS JSON; what has no date is listed on the title slide, never given one."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from helpers.exports._rights import (
    Evidence,
    Permit,
    Tables,
    list_notices,
    list_rows,
    or_empty,
    read_evidence,
    read_permits,
)
from helpers.exports.permitted import select_permitted
from helpers.model.annotations import is_rounded
from helpers.resources.codebook import read_codebook

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_PARTS = {"early": "early", "mid": "middle of", "late": "late"}
_MARKS = {"?": "uncertain", "~": "about", "%": "about, uncertain"}


@dataclass(frozen=True)
class _Known:
    """What the slides show beside the events themselves."""

    evidence: Mapping[str, Evidence]
    permits: Mapping[str, Permit]
    claims: Mapping[str, Any]
    actors: Mapping[str, str]
    places: Mapping[str, str]
    times: Mapping[str, Any]
    labels: Mapping[str, str]


def render_timelinejs(tables: Tables) -> str:
    """Render the events with their status, their source, their evidence and as much of a date as is known."""
    kept = select_permitted(tables)
    known = _gather(kept)
    rows = list_rows(kept["events"])
    dated = [row for row in rows if _parts(row.edtf)]
    undated = [row for row in rows if not _parts(row.edtf)]
    timeline = {
        "title": {"text": {
            "headline": "Who states what, and when",
            "text": "".join([*_list_notices(kept), *_list_undated(undated, known)]),
        }},
        "events": [_build_slide(row, known) for row in dated],
    }  # fmt: skip
    return json.dumps(timeline, ensure_ascii=False, indent=1) + "\n"


def _gather(tables: Tables) -> _Known:
    return _Known(
        read_evidence(tables, "events", "event_id", "trigger_"), read_permits(tables),
        {row.claim_id: row for row in list_rows(tables["claims"])},
        dict(zip(tables["actors"]["actor_id"], tables["actors"]["name"], strict=True)),
        dict(zip(tables["places"]["place_id"], tables["places"]["name"], strict=True)),
        {row.time_id: row for row in list_rows(tables["times"])},
        {row.key: row["label_en"] for row in read_codebook().rows("event_types")},
    )  # fmt: skip


def _build_slide(row: Any, known: _Known) -> dict[str, Any]:
    first, *last = _parts(row.edtf)
    evidence = known.evidence[row.event_id]
    told = _display(row, known)
    slide = {
        "unique_id": row.event_id,
        "group": row.status,
        "start_date": first,
        "text": {
            "headline": html.escape(f"{_what(row, known)} ({row.status})"),
            "text": f"<p>{_tell_evidence(evidence, known)}</p><p>{html.escape(_who(row, known))}</p>"
                    f"<p>{html.escape(_cite(evidence, known))}</p>",
        },
        **({"display_date": told} if told else {}),
    }  # fmt: skip
    return {**slide, "end_date": last[0]} if last else slide


def _what(row: Any, known: _Known) -> str:
    what = known.labels.get(row.event_type) or row.event_type
    told = {"negative": f"not: {what}", "open": f"open whether: {what}"}.get(row.polarity, what)
    happened = row.place_role == "happened_at" and known.places.get(row.place_id)
    return f"{told}, {happened}" if happened else str(told)


def _who(row: Any, known: _Known) -> str:
    claim = known.claims[row.claim_id]
    if claim.voice == "newsroom":
        return f"{known.permits[claim.article_id].publisher or 'newsroom'} (newsroom): {claim.status}"
    return f"{known.actors.get(claim.source_id) or or_empty(claim.source_text) or 'unnamed source'}: {claim.status}"


def _tell_evidence(evidence: Evidence, known: _Known) -> str:
    why = "shown" if known.permits[evidence.article_id].has_text else "here"
    return html.escape(evidence.sentence or f"[text not {why}: characters {evidence.start}–{evidence.end}]")


def _cite(evidence: Evidence, known: _Known) -> str:
    return known.permits[evidence.article_id].citation or evidence.article_id


def _list_notices(tables: Tables) -> Iterator[str]:
    notices: dict[str, list[str]] = {}
    for item in list_notices(tables):
        if item["notice"]:
            notices.setdefault(item["notice"], []).append(item["article_id"])
    for notice, articles in notices.items():
        yield f"<p>{html.escape(', '.join(articles))}: {html.escape(notice)}.</p>"


def _list_undated(rows: list[Any], known: _Known) -> Iterator[str]:
    if rows:
        yield f"<p>{len(rows)} without a date that can be drawn:</p><ul>"
        for row in rows:
            bound = f" [{row.edtf}]" if or_empty(row.edtf) else ""
            words = f"{_what(row, known)} ({row.status}){bound}: "
            evidence = known.evidence[row.event_id]
            cited = html.escape(_cite(evidence, known))
            yield f"<li>{html.escape(words)}{_tell_evidence(evidence, known)} {cited}</li>"
        yield "</ul>"


def _display(row: Any, known: _Known) -> str:
    """Say of a date what the numbers of TimelineJS cannot: an hour that is no minute, a part of the day, about."""
    edtf = or_empty(row.edtf)
    time = known.times.get(row.time_id)
    part = or_empty(time.day_part) if time is not None else ""
    season = _SEASONS.get(edtf.partition("-")[2].strip("?~%"), "")
    mark = next((told for sign, told in _MARKS.items() if sign in edtf), "")
    is_about = time is not None and is_rounded(time.qualifier, time.rule)
    mark = mark or ("about" if is_about else "" if time is None or part else _PARTS.get(time.qualifier, ""))
    if not (part or season or mark or "T" in edtf):
        return ""
    if season:
        return " ".join(filter(None, (mark, season, edtf.partition("-")[0])))
    is_hour = time is not None and time.precision == "hour"
    ends = [_tell_end(end.strip("?~%"), is_hour) for end in edtf.split("/")]
    if is_about and "T" in edtf:  # it is the hour that is about, and not the day
        ends, mark = [end.replace(", ", ", about ", 1) for end in ends], ""
    return ", ".join(filter(None, (" ".join(filter(None, (mark, "/".join(ends)))), part)))


def _tell_end(value: str, is_hour: bool) -> str:
    """Tell one end of a value: the day, and the clock as exactly as it is known.

    Examples
    --------
    >>> _tell_end("2023-05-22T15:00:00+03:00", True), _tell_end("2023-05-22T23:50:00", False)
    ('2023-05-22, 15 h, UTC+03:00', '2023-05-22, 23:50')
    """
    day, _, clock = value.partition("T")
    if not clock:
        return day
    offset = f", UTC{clock[8:]}" if clock[8:] not in ("", "Z") else ""
    return f"{day}, {f'{int(clock[:2])} h' if is_hour else clock[:5]}{offset}"


def _parts(edtf: Any) -> list[dict[str, int]]:
    """Return the ends of an EDTF value that have a year; an open end is left away, nothing is filled in."""
    if pd.isna(edtf):
        return []
    ends = [end for end in or_empty(edtf).split("/") if end not in ("", "..")]
    if len(ends) != len(or_empty(edtf).split("/")):
        return []  # an open interval has no two ends to draw; it is listed with the undated
    return [part for end in ends if (part := _calendar(end))]


def _calendar(value: str) -> dict[str, int]:
    day, _, clock = value.partition("T")
    numbers = day.strip("?~%").split("-")
    if numbers[1:2] and numbers[1] in _SEASONS:
        numbers = numbers[:1]  # TimelineJS has no seasons: the year is drawn, the season is told
    if not all(number.isdigit() for number in numbers) or (len(numbers) > 1 and int(numbers[1]) > 12):
        return {}
    found = dict(zip(("year", "month", "day"), map(int, numbers), strict=False))
    if clock:
        found |= {"hour": int(clock[:2]), "minute": int(clock[3:5])}
    return found
