"""The corrections on disk: a file a coder, ``<folder>/<coder>.csv``, with the columns of the table ``corrections``."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from helpers.model import TABLES, ResourceError
from helpers.resources.paths import data_path
from helpers.resources.pseudonyms import find_fault
from helpers.tables.build import Row
from helpers.tables.store import render_csv, write_text

DECISIONS = ("accepted", "corrected", "rejected")
_COLUMNS = TABLES["corrections"].column_names


def corrections_folder() -> Path:
    """Return where the corrections to the articles of the checkout are kept."""
    return data_path("annotations", "corrections")


def write_correction(correction: Row, folder: Path | None = None) -> Path:
    """Write a correction into its coder's file, beside the old one and renamed.

    An earlier correction of the same cell by the same coder gives way.

    Raises
    ------
    ResourceError
        If the coder's name is no pseudonym, or the file there is not a table of corrections.
    """
    path = _file_of(str(correction["coder"]), folder)
    kept = [row for row in _read_file(path) if row["correction_id"] != correction["correction_id"]]
    return _write_file([*kept, correction], path)


def delete_correction(correction_id: str, folder: Path | None = None) -> None:
    """Delete one correction; the machine's row stands again as it was."""
    path = _file_of(correction_id.rpartition(":")[2], folder)
    rows = _read_file(path)
    if rows:
        _write_file([row for row in rows if row["correction_id"] != correction_id], path)


def read_corrections(folder: Path | None = None) -> list[Row]:
    """Read the corrections of every coder, in the order of the files; a folder that is not there holds none.

    Raises
    ------
    ResourceError
        If a file lacks a column, or a row its decision.

    Examples
    --------
    >>> read_corrections(Path("no-such-folder"))
    []
    """
    root = folder or corrections_folder()
    return [row for path in sorted(root.glob("*.csv")) for row in _read_file(path)] if root.is_dir() else []


def _file_of(coder: str, folder: Path | None) -> Path:
    if find_fault(coder):
        raise ResourceError(f"{coder[:60]!r} is no pseudonym; write 3 to 40 of a-z, 0-9 and hyphens, "
                            "a letter first")
    return (folder or corrections_folder()) / f"{coder}.csv"


def _read_file(path: Path) -> list[Row]:
    if not path.is_file():
        return []
    try:
        reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), strict=True)
        rows = list(reader)
    except (csv.Error, UnicodeDecodeError) as error:
        raise ResourceError(f"{path}: not a table of corrections ({error}); mend it, or put it elsewhere") from error
    missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise ResourceError(f"{path}: the column {missing[0]} is missing; it needs those of docs/tables.md")
    for number, row in enumerate(rows, 2):
        if None in row or None in row.values() or row["decision"] not in DECISIONS or row["table"] not in TABLES:
            raise ResourceError(f"{path}, row {number}: not a correction; it needs every column, a table that there is "
                                f"and a decision that is one of {', '.join(DECISIONS)}")
    return [{column: row[column] for column in _COLUMNS} for row in rows]


def _write_file(rows: Sequence[Row], path: Path) -> Path:
    return write_text(render_csv(pd.DataFrame(rows, columns=list(_COLUMNS))), path)
