"""How many times of an assistant's test suite are read? Exact spans and values, for cases of a date or a date range.

Run with ``python bench/times_assistant.py FILE``, a JSON file of cases as Microsoft's Recognizers-Text has them
(``text``, ``reference``, ``expected`` with ``text``, ``start``, ``type`` and ``values``). The suite is not part of this
project. Prints the shares and every case that is left.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from helpers.annotate.times import find_times
from helpers.model import Card, Timex
from helpers.resources.lexicons import read_lexicon
from helpers.text import build_document

KINDS = ("date", "daterange")
UNRESOLVED = "not resolved"  # 30 February


def main() -> None:
    """Score the suite and list what is left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--language", default="nl")
    options = parser.parse_args()
    cases = json.loads(options.file.read_text(encoding="utf-8"))["cases"]
    results = [*_results(cases, options.language)]
    n, spans, values = len(results), sum(r[0] for r in results), sum(r[1] for r in results)
    print(f"{n} dates and date ranges: exact span {spans / n:.3f}, value {values / n:.3f}")
    for has_span, has_value, words, text in results:
        if not (has_span and has_value):
            print(f"{'span ' if not has_span else ''}{'value' if not has_value else ''}: {words!r} in {text!r}")


def _results(cases: list[dict[str, Any]], language: str) -> Iterator[tuple[bool, bool, str, str]]:
    lexicon = read_lexicon(language)
    for case in cases:
        published = date.fromisoformat(case["reference"][:10])
        document = build_document(case["text"], Card("case.txt", language=language, published_on=published))
        found = find_times(document, lexicon, policy="assistant")
        for wanted in case["expected"]:
            if wanted["type"] in KINDS:
                start, end = wanted["start"], wanted["start"] + len(wanted["text"])
                near = [time for time in found if time.span.start < end and start < time.span.end]
                exact = any((time.span.start, time.span.end) == (start, end) for time in near)
                right = any(_is_value(time, value) for time in near for value in wanted["values"])
                yield exact, right, wanted["text"], case["text"]


def _is_value(time: Timex, value: dict[str, str]) -> bool:
    """Tell whether a time has one of the values that the suite allows.

    A period of the suite ends on the day behind it (June ends on 1 July), a range on its last day (to 19 December).
    """
    if "value" in value:
        return time.edtf == value["value"] or (value["value"] == UNRESOLVED and not time.edtf)
    first = date.fromisoformat(value["start"]) if "start" in value else None
    end = date.fromisoformat(value["end"]) if "end" in value else None
    ends = (end, end - timedelta(days=1)) if end else ()
    return (first is None or time.earliest == first) and (end is None or time.latest in ends) and (
        first is not None or end is not None)


if __name__ == "__main__":
    main()
