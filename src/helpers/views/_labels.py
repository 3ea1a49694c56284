"""The words for what a codebook names: questions, positions, kinds of events, units, referents."""

from __future__ import annotations

from functools import cache

from helpers.model import ResourceError
from helpers.resources.codebook import Codebook, read_codebook

_FILES = {
    "event_type": ("event_types", "label"), "unit": ("units", "label"), "referent": ("referents", "label"),
    "question": ("questions", "title"), "position": ("positions", "label"),
}  # fmt: skip

_THINGLESS_UNITS = ("other", "items", "times")
"""Units that leave open what is counted."""


def codebook_label(kind: str, value: str, language: str) -> str:
    """Return the codebook's label of a value, empty where the codebook does not have one.

    Of a term its first form; in English the form that its id spells, which the codebook may write with a capital.

    Examples
    --------
    >>> codebook_label("event_type", "evacuation", "nl")
    'evacuatie'
    >>> codebook_label("term", "incursion", "nl")
    'inval'
    >>> codebook_label("term", "ukrainians", "en")
    'Ukrainians'
    """
    codebook = _codebook()
    if codebook is None:
        return ""
    if kind == "term":
        return _term_label(codebook, value, language)
    if kind not in _FILES:
        return ""
    file, column = _FILES[kind]
    row = codebook.row(file, value)
    return row.fields.get(f"{column}_{language}", "") if row else ""


def _term_label(codebook: Codebook, term: str, language: str) -> str:
    rows = (row for row in codebook.rows("terms") if (row["term_id"], row["language"]) == (term, language))
    forms = [form for row in rows for form in row["forms"].split("|")]
    if language == "en":
        forms = [form for form in forms if form.casefold() == term.replace("_", " ")]
    return next(iter(forms), "")


def question_fields(question_id: str) -> dict[str, str]:
    """Return the row of a question, with at least its kind."""
    codebook = _codebook()
    row = codebook.row("questions", question_id) if codebook else None
    return {"kind": "choice", "unit": "", **(row.fields if row else {})}


def positions_of(question_id: str) -> list[str]:
    """List the positions of a question in the order of the codebook."""
    codebook = _codebook()
    rows = codebook.rows("positions") if codebook else ()
    return [row.key for row in rows if row["question_id"] == question_id]


def units_of(position_id: str) -> list[str]:
    """List the units of the figures that belong to a position, by default those of its question; none: any unit."""
    codebook = _codebook()
    row = codebook.row("positions", position_id) if codebook else None
    units = row["unit"] or question_fields(row["question_id"])["unit"] if row else ""
    return [unit for unit in units.split("|") if unit]


def is_comparable(unit: str) -> bool:
    """Say whether the figures of a unit count the same kind of thing: a measure may be one of anything.

    Examples
    --------
    >>> is_comparable("killed"), is_comparable("km"), is_comparable("other")
    (True, False, False)
    """
    codebook = _codebook()
    row = codebook.row("units", unit) if codebook else None
    return unit not in _THINGLESS_UNITS and (row is None or row["kind"] != "measure")


def questions() -> list[str]:
    """List the questions in the order of the codebook."""
    codebook = _codebook()
    return [row.key for row in codebook.rows("questions")] if codebook else []


@cache
def _codebook() -> Codebook | None:
    """Tables may have been made by a codebook that is not here: then its ids are shown as they are."""
    try:
        return read_codebook()
    except ResourceError:
        return None
