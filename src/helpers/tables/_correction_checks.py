"""What a correction may say: a decision, a column that can be corrected, and a value that fits it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

import pandas as pd
from edtf import EDTFParseException, parse_edtf

from helpers.model import TABLES, Column, TableError
from helpers.resources.codebook import read_codebook
from helpers.tables._correction_files import DECISIONS
from helpers.tables.build import Row, Tables

MOST_NAMED = 12
_FIXED = ("article_id", "sentence_id", "claim_id", "rule", "text", "aliases")
_OF_CODEBOOK = {"question_id": ("questions", "question_id"), "position_id": ("positions", "position_id"),
                "referent_id": ("referents", "referent_id"), "term_id": ("terms", "term_id")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides about a row.

    Parameters
    ----------
    row_id : str
    decision : {"accepted", "corrected", "rejected"}
    column : str
        The cell that is meant, empty for the whole row.
    corrected_value : str
        What the cell should hold; empty for "nothing".
    reason : str
        Why, in the person's words.
    """

    row_id: str
    decision: str
    column: str = ""
    corrected_value: str = ""
    reason: str = ""


def correctable_columns(table: str) -> tuple[Column, ...]:
    """Return the columns of a table that a person may correct: not its ids, its spans, its evidence.

    Examples
    --------
    >>> [column.name for column in correctable_columns("quantities")]
    ['low', 'high', 'qualifier', 'unit']
    """
    declared = TABLES[table]
    return tuple(column for column in declared.columns if column.name not in (*_FIXED, declared.key)
                 and not column.name.endswith(("_char", "_text", "more_spans")))  # fmt: skip


def check_decision(tables: Tables, name: str, row: Row, decided: Decision) -> None:
    """Refuse a decision that cannot be laid over a row.

    Raises
    ------
    TableError
        If the column cannot be corrected, the value does not fit it or names a row that is not there, or a reason is
        missing.
    """
    allowed = {column.name: column for column in correctable_columns(name)}
    if decided.decision not in DECISIONS:
        raise TableError(f"the decision is {decided.decision!r}; write one of {', '.join(DECISIONS)}")
    if decided.column and decided.column not in allowed:
        raise TableError(f"{name}.{decided.column} cannot be corrected; choose one of {', '.join(allowed)}")
    if decided.decision == "corrected" and not decided.column:
        raise TableError("a correction needs the column that it is about; to strike the whole row, reject it")
    if decided.decision == "rejected" and decided.column:
        raise TableError("a row is rejected as a whole: leave the column empty, or correct the cell to an empty value")
    if decided.decision != "accepted" and not decided.reason.strip():
        raise TableError("a reason is missing; say in a few words why, so that another reader can judge it")
    if decided.decision == "corrected":
        read_value(allowed[decided.column], decided.corrected_value)
        _check_reference(tables, name, row, decided)


def leads_nowhere(tables: Tables, name: str, row_id: str, column: str, value: str) -> bool:
    """Tell whether a value is to be an id, and no row has it."""
    frame = tables[name]
    here = frame[frame[TABLES[name].key] == row_id]
    row = {str(key): cell for key, cell in here.iloc[0].items()} if len(here) else {}
    known = _known_ids(tables, find_column(name, column), row)
    return bool(value) and known is not None and value not in known[1]


def find_column(table: str, name: str) -> Column:
    """Return a column of the contract."""
    return next(column for column in TABLES[table].columns if column.name == name)


def read_value(column: Column, value: str) -> Any:
    """Read what a person wrote as a value of a column.

    Raises
    ------
    TableError
        If the column needs another value.
    """
    if not value:
        if column.required:
            raise TableError(f"{column.name} may not be empty; {column.meaning}")
        return None
    if column.allowed and value not in column.allowed:
        raise TableError(f"{column.name} is {value!r}; write one of {', '.join(column.allowed)}")
    if column.name == "edtf":
        return _read_edtf(value)
    try:
        if column.type in ("integer", "number"):
            return int(value) if column.type == "integer" else float(value)
        if column.type == "boolean":
            return {"true": True, "false": False}[value]
        return pd.Timestamp(date.fromisoformat(value)) if column.type == "date" else value
    except (KeyError, ValueError) as error:
        raise TableError(f"{column.name} is {value!r}; it needs a value of the type {column.type}") from error


def _read_edtf(value: str) -> str:
    try:
        parse_edtf(value)
    except EDTFParseException as error:
        raise TableError(f"edtf is {value!r}, which is no date in EDTF; write one such as 2023-05-22, "
                         "2023-05-22T16:00, 2023-05 or 2023-05-22/2023-05-24") from error
    return value


def _check_reference(tables: Tables, name: str, row: Row, decided: Decision) -> None:
    value = decided.corrected_value
    found = _known_ids(tables, find_column(name, decided.column), row)
    if not value or found is None or value in found[1]:
        return
    where, known = found
    more = f"; {where} has all {len(known)}" if len(known) > MOST_NAMED else ""
    raise TableError(f"{decided.column} is {value!r}, which is no id of {where}; write one of "
                     f"{', '.join(_nearest(value, known))}{more}")


def _known_ids(tables: Tables, column: Column, row: Row) -> tuple[str, dict[str, str]] | None:
    """Return the file and the ids, each with its name, that a column may hold; None where it may hold any words."""
    if column.name in _OF_CODEBOOK:
        file, key = _OF_CODEBOOK[column.name]
        rows = read_codebook().rows(file)
        return f"data/codebook/{file}.csv", {one[key]: one.fields.get("label_en", "") for one in rows}
    if column.name == "entity_id":
        other = "places" if row.get("entity_type") == "place" else "actors"
        return f"{other}.csv", _name_rows(tables[other], TABLES[other].key)
    if not column.refers_to:
        return None
    other, key = column.refers_to.split(".")
    return f"{other}.csv", _name_rows(tables[other], key)


def _name_rows(frame: pd.DataFrame, key: str) -> dict[str, str]:
    """Give each id of a table its name, empty where the table has none."""
    names = frame["name"].fillna("") if "name" in frame else [""] * len(frame)
    return dict(zip(frame[key].astype(str), names, strict=True))


def _nearest(value: str, known: Mapping[str, str]) -> list[str]:
    """Pick the ids that a person may have meant: those whose id or name is near, then the first ones."""
    wanted = value.casefold()
    inside = [row_id for row_id, name in known.items() if wanted in f"{row_id} {name}".casefold()]
    alike = get_close_matches(wanted, known, n=MOST_NAMED)
    chosen = list(dict.fromkeys([*inside, *alike, *sorted(known)]))[:MOST_NAMED]
    return [f"{row_id} ({known[row_id]})" if known[row_id] else row_id for row_id in chosen]
