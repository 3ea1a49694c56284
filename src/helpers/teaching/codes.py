"""A coder's codes on disk: one file a pseudonym, ``data/annotations/<pseudonym>.csv``, whole after every change.

Nothing but the pseudonym, ids and codes is kept: no name, no clock, no words of the article.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from helpers.model import CodingError
from helpers.resources.paths import data_path
from helpers.resources.pseudonyms import LONGEST, SHORTEST, find_fault
from helpers.tables import render_csv, write_text
from helpers.teaching.agreement import VARIABLES
from helpers.views import message

COLUMNS = ("coder", "article_id", "sha256", "claim_id", *VARIABLES)
"""Columns of a file of codes; ``sha256`` is the text that was coded."""


def annotations_folder() -> Path:
    """Return the folder of the coders' files; it stays out of git."""
    return data_path("annotations")


def check_pseudonym(name: str, *, language: str = "en") -> None:
    """Check that a name can be a pseudonym.

    Raises
    ------
    CodingError
        With a sentence in the language that was asked for.

    Examples
    --------
    >>> check_pseudonym("calm-otter-17")
    """
    fault = find_fault(name)
    if fault:
        shown = "".join(char if char.isprintable() else "?" for char in name[:40])
        raise CodingError(message(f"pseudonym.{fault}", language, name=shown, least=SHORTEST, most=LONGEST))


def list_coders(folder: Path | None = None) -> list[str]:
    """List the pseudonyms that have a file of codes.

    Examples
    --------
    >>> list_coders(Path("no-such-folder"))
    []
    """
    root = folder or annotations_folder()
    return sorted(path.stem for path in root.glob("*.csv") if not find_fault(path.stem)) if root.is_dir() else []


def read_codes(coder: str, folder: Path | None = None, *, language: str = "en") -> pd.DataFrame:
    """Read what a coder has coded so far, in every article; nothing where the coder is new.

    Raises
    ------
    CodingError
        If the name is no pseudonym or the file is no file of codes.
    """
    path = _file_of(coder, folder, language)
    return read_code_file(path, language=language) if path.is_file() else build_codes([])


def read_code_file(path: Path, *, language: str = "en") -> pd.DataFrame:
    """Read one file of codes; a Dutch spreadsheet writes semicolons where we write commas.

    Raises
    ------
    CodingError
        If it is not one; it is left as it is.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=find_delimiter(text))
        rows = list(reader)
    except (csv.Error, UnicodeDecodeError, OSError) as error:
        raise CodingError(message("codes_broken", language, file=path.name, found=error)) from error
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise CodingError(message("codes_no_column", language, file=path.name, column=missing[0]))
    filled = [(number, row) for number, row in enumerate(rows, 2) if any(map(_is_filled, row.values()))]
    for number, row in filled:
        if None in row or None in row.values() or not row["claim_id"] or find_fault(row["coder"]):
            raise CodingError(message("codes_no_code", language, file=path.name, row=number))
    codes = build_codes(row for _, row in filled)
    twice = codes[codes.duplicated(["coder", "claim_id"])]
    if not twice.empty:
        raise CodingError(message("codes_twice", language, file=path.name, claim=twice["claim_id"].iloc[0]))
    return codes


def _is_filled(cell: str | list[str] | None) -> bool:
    """Tell whether a cell, or one beyond the last column, holds something: a spreadsheet leaves empty rows behind."""
    return any(cell) if isinstance(cell, list) else bool(cell)


def find_delimiter(text: str) -> str:
    """Find what stands between the columns, by the first line.

    Examples
    --------
    >>> find_delimiter("coder;article_id"), find_delimiter("coder,article_id")
    (';', ',')
    """
    first = text.partition("\n")[0]
    return ";" if ";" in first and "," not in first else ","


def write_code(
    coder: str, unit: dict[str, Any], codes: dict[str, str], *, folder: Path | None = None, language: str = "en"
) -> Path:
    """Write codes of one claim into the coder's file, beside the old file and renamed.

    The file is read anew before, so that a second window of the same coder loses nothing.

    Parameters
    ----------
    coder : str
    unit : dict
        The claim: ``article_id``, ``sha256`` of its article, ``claim_id``.
    codes : dict of str to str
        From variable to code; an empty code takes it back. Other variables stay.
    folder : Path, optional
        ``data/annotations`` by default.
    language : str
        Language of the sentences about what is wrong.
    """
    path = _file_of(coder, folder, language)
    stored = read_codes(coder, folder, language=language).to_dict("records")
    rows: dict[Any, dict[Any, Any]] = {row["claim_id"]: row for row in stored}
    before = rows.get(unit["claim_id"], {})
    if before.get("sha256") != unit["sha256"]:
        before = {}  # coded in another text: the codes of that text do not speak of this one
    named = {column: unit[column] for column in ("article_id", "sha256", "claim_id")}
    rows[unit["claim_id"]] = {**dict.fromkeys(COLUMNS, ""), **before, **named, "coder": coder, **codes}
    return write_text(render_csv(build_codes(rows.values())), path)


def delete_codes(coder: str, folder: Path | None = None, *, language: str = "en") -> bool:
    """Delete a coder's file; tell whether there was one.

    Examples
    --------
    >>> delete_codes("calm-otter-17", Path("no-such-folder"))
    False
    """
    path = _file_of(coder, folder, language)
    was_there = path.is_file()
    path.unlink(missing_ok=True)
    return was_there


def build_codes(rows: Iterable[Any]) -> pd.DataFrame:
    """Build the table of codes; a cell without a code is an empty text.

    Examples
    --------
    >>> build_codes([{"coder": "calm-otter-17", "claim_id": "c1"}])["status"].tolist()
    ['']
    """
    filled = [{column: row.get(column) or "" for column in COLUMNS} for row in rows]
    return pd.DataFrame(filled, columns=list(COLUMNS), dtype="str")


def _file_of(coder: str, folder: Path | None, language: str) -> Path:
    check_pseudonym(coder, language=language)
    return (folder or annotations_folder()) / f"{coder}.csv"
