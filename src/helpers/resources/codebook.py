"""Read a codebook: what a content analyst asks of the articles, as rows that anyone can edit.

A codebook is a folder of CSV files. Every file begins with a key and ends with ``note``, ``yes_example`` and
``no_example``: what belongs to the row, and what does not. Another conflict is another folder.

==================  ====================================================================================
``scope``           words of which an article must name one to be coded; no row: every article is coded
``questions``       what is asked; ``kind`` is ``choice`` or ``numeric``
``positions``       the answers that may be held; both stand, none wins
``rules``           when a claim takes a position: all cells of a row must hold, rows of a position add up
``words``           lists of words that rules name
``referents``       whom or what several words name
``terms``           the words for a referent that say on which side a speaker stands
``event_types``     the closed list of kinds of events, with their counterparts in PLOVER and ACLED
``units``           the closed list of what is counted
==================  ====================================================================================
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from helpers.model import ResourceError
from helpers.resources.paths import codebook_path

_COMMON = ("note", "yes_example", "no_example")
COLUMNS: dict[str, tuple[str, ...]] = {
    "scope": ("scope_id", "language", "forms", *_COMMON),
    "questions": ("question_id", "kind", "exclusive", "title_nl", "title_en", "unit", *_COMMON),
    "positions": ("position_id", "question_id", "opposes", "label_nl", "label_en", *_COMMON),
    "rules": (
        "rule_id", "position_id", "actors", "not_actors", "cues", "events", "terms", "words", "also", "without",
        "around", "not_around", "units", "value_from", "value_to", "says", "voice", *_COMMON,
    ),
    "words": ("words_key", "words_id", "language", "forms", *_COMMON),
    "referents": ("referent_id", "label_nl", "label_en", *_COMMON),
    "terms": ("term_key", "term_id", "referent_id", "language", "forms", "near", *_COMMON),
    "event_types": ("event_type", "label_nl", "label_en", "plover", "acled", *_COMMON),
    "units": ("unit", "label_nl", "label_en", "kind", *_COMMON),
}  # fmt: skip
OPTIONAL: dict[str, tuple[str, ...]] = {"questions": ("not_checked", "changes"), "positions": ("unit",)}
"""Columns that a codebook need not have; a missing one is empty."""


@dataclass(frozen=True, slots=True)
class CodebookRow:
    """One row of a codebook, with the file and the line that it stands on."""

    file: str
    line: int
    key: str
    fields: Mapping[str, str]

    @property
    def row_id(self) -> str:
        """The citation of the row, such as ``codebook/rules:who_legion``."""
        return f"codebook/{self.file}:{self.key}"

    def __getitem__(self, column: str) -> str:
        return self.fields[column]

    def words(self, column: str) -> tuple[str, ...]:
        """Return the parts of a ``|``-separated field."""
        return tuple(part.strip() for part in self.fields[column].split("|") if part.strip())


@dataclass(frozen=True, eq=False)
class Codebook:
    """All files of one codebook: compared by identity, so that indexes made of it can be kept."""

    folder: Path
    files: Mapping[str, tuple[CodebookRow, ...]]

    def rows(self, name: str) -> tuple[CodebookRow, ...]:
        """Return the rows of one file, none where the codebook does not have it.

        Parameters
        ----------
        name : str
            File name without ``.csv``.
        """
        return self.files.get(name, ())

    @cached_property
    def hash(self) -> str:
        """The hash of every cell of every row, by which two codebooks are told apart wherever they lie."""
        cells = [(name, *sorted(row.fields.items())) for name, rows in sorted(self.files.items()) for row in rows]
        return f"sha256:{hashlib.sha256(repr(cells).encode()).hexdigest()}"

    def row(self, name: str, key: str) -> CodebookRow | None:
        """Return the row of a file that has this key, None where there is none."""
        return next((row for row in self.rows(name) if row.key == key), None)


def read_codebook(folder: Path | None = None) -> Codebook:
    """Read a codebook.

    Parameters
    ----------
    folder : Path, optional
        That of `codebook_path` by default.

    Raises
    ------
    ResourceError
        If the folder is missing, or a file lacks a column, or a row its key.

    Examples
    --------
    >>> codebook = read_codebook()
    >>> codebook.row("event_types", "evacuation")["label_en"]
    'evacuation'
    """
    return _read_folder(folder or codebook_path())


@cache
def _read_folder(root: Path) -> Codebook:
    if not root.is_dir():
        raise ResourceError(f"no codebook folder {root}; name a folder that holds questions.csv and positions.csv")
    files = {name: tuple(_read_rows(root / f"{name}.csv")) for name in COLUMNS if (root / f"{name}.csv").exists()}
    return Codebook(root, files)


def _read_rows(path: Path) -> Iterator[CodebookRow]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    except UnicodeDecodeError as error:
        raise ResourceError(f"{path.name}: not UTF-8 (byte {error.start}); save it as UTF-8, in a spreadsheet as "
                            "'CSV UTF-8'") from error
    reader = csv.DictReader(lines, strict=True)
    try:
        yield from _read_lines(path, reader)
    except csv.Error as error:
        raise ResourceError(f"{path.name}, near line {reader.line_num}: {error}; look for a quotation mark that is "
                            "not closed or stands inside a cell") from error


def _read_lines(path: Path, reader: csv.DictReader[str]) -> Iterator[CodebookRow]:
    wanted = COLUMNS[path.stem]
    if not reader.fieldnames:
        raise ResourceError(f"{path.name}: the file is empty; its first line names the columns {', '.join(wanted)}")
    missing = [column for column in wanted if column not in reader.fieldnames]
    if missing:
        raise ResourceError(f"{path.name}, line 1: the column {missing[0]} is missing; add it, empty if need be")
    seen: set[str] = set()
    for fields in reader:
        yield _checked(path, reader.line_num, fields, wanted[0], seen)


def _checked(path: Path, line: int, fields: dict[str, str], key_column: str, seen: set[str]) -> CodebookRow:
    if None in fields or None in fields.values():
        raise ResourceError(f"{path.name}, line {line}: as many cells as column names are needed; quote any comma")
    key = fields[key_column].strip()
    if not key or key in seen:
        what = f"the key {key!r} stands twice" if key else f"the column {key_column} is empty"
        raise ResourceError(f"{path.name}, line {line}: {what}; give every row its own key")
    seen.add(key)
    cells = {column: cell.strip() for column, cell in fields.items()}
    return CodebookRow(path.stem, line, key, {**dict.fromkeys(OPTIONAL.get(path.stem, ()), ""), **cells})
