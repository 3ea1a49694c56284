"""Dated events as TimelineJS JSON; what has no date is listed on the title slide, never given one."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any

import pandas as pd

from helpers.exports._rights import Evidence, Tables, list_notices, list_rows, or_empty, read_evidence


def render_timelinejs(tables: Tables) -> str:
    """Render the events with their status, evidence and as much of a date as is known."""
    evidence = read_evidence(tables, "events", "event_id", "trigger_")
    rows = list_rows(tables["events"])
    dated = [row for row in rows if _parts(row.edtf)]
    undated = [row for row in rows if not _parts(row.edtf)]
    notices = " ".join(f"{item['article_id']}: {item['notice']}." for item in list_notices(tables) if item["notice"])
    timeline = {
        "title": {"text": {
            "headline": "Who states what, and when",
            "text": f"<p>{html.escape(notices)}</p>{''.join(_list_undated(undated, evidence))}",
        }},
        "events": [_build_slide(row, evidence[row.event_id]) for row in dated],
    }  # fmt: skip
    return json.dumps(timeline, ensure_ascii=False, indent=1) + "\n"


def _build_slide(row: Any, evidence: Evidence) -> dict[str, Any]:
    first, *last = _parts(row.edtf)
    slide = {
        "unique_id": row.event_id,
        "group": row.status,
        "start_date": first,
        "text": {
            "headline": html.escape(f"{row.event_type} ({row.status})"),
            "text": f"<p>{html.escape(evidence.sentence)}</p><p>{html.escape(evidence.article_id)}</p>",
        },
    }
    return {**slide, "end_date": last[0]} if last else slide


def _list_undated(rows: list[Any], evidence: dict[str, Evidence]) -> Iterator[str]:
    if rows:
        yield f"<p>{len(rows)} without a date:</p><ul>"
        for row in rows:
            words = evidence[row.event_id].sentence or row.event_type
            yield f"<li>{html.escape(f'{row.status}: {words}')}</li>"
        yield "</ul>"


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
    if not all(number.isdigit() for number in numbers) or (len(numbers) > 1 and int(numbers[1]) > 12):
        return {}
    found = dict(zip(("year", "month", "day"), map(int, numbers), strict=False))
    if clock:
        found |= {"hour": int(clock[:2]), "minute": int(clock[3:5])}
    return found
