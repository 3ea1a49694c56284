"""What a person decided about a machine's row: kept beside the rows, anchored in the text, laid over them.

Corrections are read and anchored again at every build; the machine's rows are never written. See
``docs/decisions/0005-corrections.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from helpers.model import TABLES, Column
from helpers.tables._anchors import Anchor, find_anchor, make_anchor, shift_id
from helpers.tables._correction_files import DECISIONS
from helpers.tables._references import check_reference, leads_nowhere
from helpers.tables._refusals import CorrectionError
from helpers.tables.build import Row, Tables, build_frame

_FIXED = ("article_id", "sentence_id", "claim_id", "rule", "text", "aliases")


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


def make_correction(
    tables: Tables, texts: Mapping[str, str], decided: Decision, *, coder: str, made_on: date
) -> Row:
    """Make the row of a correction, with the machine's value and the anchor in the text.

    Parameters
    ----------
    tables : dict of str to pandas.DataFrame
        The machine's own tables.
    texts : mapping
        From article id to its normalised text.
    decided : Decision
    coder : str
    made_on : datetime.date

    Raises
    ------
    CorrectionError
        If there is no such row or column, the value does not fit the column, or a reason is missing.
    """
    name, row = _find_row(tables, decided.row_id)
    _check_decision(name, decided)
    if decided.decision == "corrected":
        check_reference(tables, name, row, decided.column, decided.corrected_value)
    anchor = make_anchor(tables, name, row, texts)
    machine = row.get(decided.column) if decided.column else None
    return {
        "correction_id": f"{decided.row_id}:{decided.column or 'row'}:{coder}", "table": name,
        "row_id": decided.row_id, "column": decided.column, "machine_value": _show(machine),
        "corrected_value": decided.corrected_value, "decision": decided.decision, "reason": decided.reason.strip(),
        "coder": coder, "made_on": made_on.isoformat(), "anchor": anchor.to_json(), "anchor_status": "FOUND",
    }  # fmt: skip


def build_corrections(corrections: Iterable[Row], texts: Mapping[str, str]) -> pd.DataFrame:
    """Build the table of corrections: each anchored anew in the text as it is now.

    A correction that is FOUND in a text that has moved gets the id that its row has there; the machine need not have
    made that row again. One that is AMBIGUOUS or ORPHANED keeps its old id and is laid over nothing.

    Parameters
    ----------
    corrections : iterable of rows
        As `read_corrections` gives them.
    texts : mapping
        From article id to its normalised text; a correction of another article is ORPHANED.
    """
    rows = []
    for correction in corrections:
        anchor = Anchor.from_json(str(correction["anchor"]))
        status, start = find_anchor(anchor, texts.get(anchor.article_id))
        row_id = str(correction["row_id"])
        if start is not None:
            row_id = shift_id(row_id, anchor, start)
        rows.append({**correction, "row_id": row_id, "anchor_status": status,
                     "made_on": pd.Timestamp(str(correction["made_on"]))})
    return build_frame(TABLES["corrections"], rows)


def lay_corrections(tables: Tables) -> Tables:
    """Lay the corrections over the machine's rows: new tables; the given ones are not touched.

    A corrected cell holds the person's value and its row says so in ``rule``; a rejected row falls away with what
    hangs on it. Nothing is laid over where the anchor is not FOUND, or where two coders decided differently.

    Parameters
    ----------
    tables : dict of str to pandas.DataFrame
        The machine's tables with the table ``corrections``.
    """
    laid = {name: frame.copy() for name, frame in tables.items()}
    corrections = tables["corrections"]
    undecided = set(select_conflicts(corrections)["correction_id"])
    usable = corrections[(corrections["anchor_status"] == "FOUND") & ~corrections["correction_id"].isin(undecided)]
    for correction in usable.astype(object).where(usable.notna(), "").to_dict("records"):
        _lay(laid, {str(key): value for key, value in correction.items()})
    _drop_what_hangs(laid)
    return laid


def select_conflicts(corrections: pd.DataFrame) -> pd.DataFrame:
    """Select the corrections of rows on which coders decided differently; none of them wins.

    Examples
    --------
    >>> select_conflicts(build_frame(TABLES["corrections"], [])).empty
    True
    """
    usable = corrections[corrections["anchor_status"] == "FOUND"].fillna({"column": "", "corrected_value": ""})
    conflicting: set[str] = set()
    for _, group in usable.groupby(["table", "row_id"]):
        whole = group[group["column"] == ""]
        if whole["decision"].nunique() > 1:
            conflicting |= set(whole["correction_id"])
        if "rejected" in set(whole["decision"]) and (group["decision"] == "corrected").any():
            conflicting |= set(group["correction_id"])
        for _, cell in group[group["column"] != ""].groupby("column"):
            if cell[["decision", "corrected_value"]].drop_duplicates().shape[0] > 1:
                conflicting |= set(cell["correction_id"])
    return corrections[corrections["correction_id"].isin(conflicting)]


def select_astray(tables: Tables) -> pd.DataFrame:
    """Select the corrections whose value is the id of a row that is not there: they are laid over nothing.

    Examples
    --------
    >>> select_astray({"corrections": build_frame(TABLES["corrections"], [])}).empty
    True
    """
    corrections = tables["corrections"]
    usable = corrections[(corrections["anchor_status"] == "FOUND") & (corrections["decision"] == "corrected")]
    astray = []
    for made in usable.fillna("").to_dict("records"):
        frame = tables[made["table"]]
        here = frame[frame[TABLES[made["table"]].key] == made["row_id"]].to_dict("records")
        row = {str(key): value for key, value in here[0].items()} if here else {}
        if leads_nowhere(tables, made["table"], row, made["column"], made["corrected_value"]):
            astray.append(made["correction_id"])
    return corrections[corrections["correction_id"].isin(astray)]


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


def _lay(tables: Tables, correction: Row) -> None:
    name, key = correction["table"], TABLES[correction["table"]].key
    frame = tables[name]
    here = frame[key] == correction["row_id"]
    if correction["decision"] == "rejected":
        tables[name] = frame[~here].reset_index(drop=True)
    elif correction["decision"] == "corrected" and here.any():
        column = _column(name, correction["column"])
        value = build_frame(TABLES[name], [{column.name: _read_value(column, correction["corrected_value"])}])
        row = {str(name): value for name, value in frame[here].iloc[0].items()}
        if leads_nowhere(tables, name, row, column.name, correction["corrected_value"]):
            return
        frame.loc[here, column.name] = value[column.name].iloc[0]
        if "rule" in frame:
            frame.loc[here, "rule"] = frame.loc[here, "rule"] + f" | corrected by {correction['coder']}: {column.name}"


def _column(table: str, name: str) -> Column:
    return next(column for column in TABLES[table].columns if column.name == name)


def _drop_what_hangs(tables: Tables) -> None:
    """Take away the rows that need a row that is gone, and empty the cells that only name it."""
    again = True
    while again:
        again = False
        for name, frame in tables.items():
            for column in TABLES[name].columns:
                if not column.refers_to:
                    continue
                other, key = column.refers_to.split(".")
                lost = frame[column.name].notna() & ~frame[column.name].isin(set(tables[other][key]))
                if not lost.any():
                    continue
                if column.required:
                    frame = tables[name] = frame[~lost].reset_index(drop=True)
                    again = True
                else:
                    frame.loc[lost, column.name] = None


def _find_row(tables: Tables, row_id: str) -> tuple[str, Row]:
    for name, frame in tables.items():
        key = TABLES[name].key
        if key and name != "corrections" and row_id in set(frame[key]):
            found = frame[frame[key] == row_id].iloc[0]
            return name, {str(column): None if pd.isna(value) else value for column, value in found.items()}
    raise CorrectionError("no_row", row=row_id)


def _check_decision(name: str, decided: Decision) -> None:
    allowed = {column.name: column for column in correctable_columns(name)}
    if decided.decision not in DECISIONS:
        raise CorrectionError("decision", found=decided.decision, allowed=", ".join(DECISIONS))
    if decided.column and decided.column not in allowed:
        raise CorrectionError("fixed_column", table=name, column=decided.column, allowed=", ".join(allowed))
    if decided.decision == "corrected" and not decided.column:
        raise CorrectionError("no_column")
    if decided.decision == "rejected" and decided.column:
        raise CorrectionError("cell_rejected")
    if decided.decision != "accepted" and not decided.reason.strip():
        raise CorrectionError("no_reason")
    if decided.decision == "corrected":
        _read_value(allowed[decided.column], decided.corrected_value)


def _read_value(column: Column, value: str) -> Any:
    if not value:
        if column.required:
            raise CorrectionError("empty_value", column=column.name)
        return None
    if column.allowed and value not in column.allowed:
        raise CorrectionError("value", column=column.name, found=value, allowed=", ".join(column.allowed))
    try:
        if column.type in ("integer", "number"):
            return int(value) if column.type == "integer" else float(value)
        if column.type == "boolean":
            return {"true": True, "false": False}[value]
        return pd.Timestamp(date.fromisoformat(value)) if column.type == "date" else value
    except (KeyError, ValueError) as error:
        raise CorrectionError("value_type", column=column.name, found=value, type=column.type) from error


def _show(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (pd.Timestamp, date)):
        return f"{value:%Y-%m-%d}"
    return str(value).lower() if isinstance(value, bool) else str(value)
