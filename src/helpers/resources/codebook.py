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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from helpers.model import ResourceError
from helpers.resources.paths import data_path

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
OPTIONAL: dict[str, tuple[str, ...]] = {"questions": ("not_checked", "changes")}
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

    def row(self, name: str, key: str) -> CodebookRow | None:
        """Return the row of a file that has this key, None where there is none."""
        return next((row for row in self.rows(name) if row.key == key), None)


@cache
def read_codebook(folder: Path | None = None) -> Codebook:
    """Read a codebook.

    Parameters
    ----------
    folder : Path, optional
        ``data/codebook`` by default.

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
    root = folder or data_path("codebook")
    if not root.is_dir():
        raise ResourceError(f"no codebook folder {root}; name a folder that holds questions.csv and positions.csv")
    files = {name: tuple(_read_rows(root / f"{name}.csv")) for name in COLUMNS if (root / f"{name}.csv").exists()}
    return Codebook(root, files)


def _read_rows(path: Path) -> Iterator[CodebookRow]:
    wanted = COLUMNS[path.stem]
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        missing = [column for column in wanted if column not in (reader.fieldnames or ())]
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


def check_codebook(folder: Path | None = None) -> None:
    """Check that the rows of a codebook fit each other.

    Parameters
    ----------
    folder : Path, optional
        ``data/codebook`` by default.

    Raises
    ------
    ResourceError
        With one line for each thing that is wrong: its file, its line, and what to write instead.

    Examples
    --------
    >>> check_codebook()
    """
    problems = [*find_problems(read_codebook(folder))]
    if problems:
        raise ResourceError("\n".join(problems))


def find_problems(codebook: Codebook) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong with a codebook."""
    for column, where in _REFERENCES:
        yield from _dangling(codebook, column, where)
    for column, (file, allowed) in _CHOICES.items():
        for row in codebook.rows(file):
            if row[column] not in allowed:
                yield _problem(row, f"{column} is {row[column]!r}", f"write one of {', '.join(filter(None, allowed))}")
    for rows in codebook.files.values():
        yield from _unexplained(rows)
    yield from _unanswerable(codebook)
    yield from _unmatchable(codebook)
    yield from _unused(codebook)
    yield from _bad_numbers(codebook)


_REFERENCES = (
    ("question_id", ("positions", "questions")),
    ("position_id", ("rules", "positions")),
    ("opposes", ("positions", "positions")),
    ("not_checked", ("questions", "positions")),
    ("referent_id", ("terms", "referents")),
    ("events", ("rules", "event_types")),
    ("units", ("rules", "units")),
    ("unit", ("questions", "units")),
)  # fmt: skip
_CHOICES: dict[str, tuple[str, tuple[str, ...]]] = {
    "kind": ("questions", ("choice", "numeric")),
    "exclusive": ("questions", ("yes", "no")),
    "says": ("rules", ("yes", "no", "denied", "any")),
    "voice": ("rules", ("source", "newsroom", "")),
}
_WORD_COLUMNS = ("cues", "words", "also", "without", "around", "not_around")


def _problem(row: CodebookRow, found: str, advice: str) -> str:
    return f"{row.file}.csv, line {row.line} ({row.key}): {found}; {advice}"


def _dangling(codebook: Codebook, column: str, where: tuple[str, str]) -> Iterator[str]:
    file, target = where
    known = {row.key for row in codebook.rows(target)}
    for row in codebook.rows(file):
        for value in row.words(column):
            if value not in known:
                yield _problem(row, f"{column} names {value!r}, which {target}.csv does not have",
                               f"add it there, or write one of {', '.join(sorted(known)) or 'none yet'}")


def _unexplained(rows: tuple[CodebookRow, ...]) -> Iterator[str]:
    for row in rows:
        for column in _COMMON:
            if not row[column]:
                yield _problem(row, f"{column} is empty", "say it in a sentence of your own: coders go by it")


def _unanswerable(codebook: Codebook) -> Iterator[str]:
    answered = {row["question_id"] for row in codebook.rows("positions")}
    ruled = {row["position_id"] for row in codebook.rows("rules")}
    ruled |= {row["not_checked"] for row in codebook.rows("questions")}
    for row in codebook.rows("questions"):
        if row.key not in answered:
            yield _problem(row, "no position answers it", "add its positions to positions.csv")
    for row in codebook.rows("positions"):
        if row.key not in ruled:
            yield _problem(row, "no rule leads to it", "add a row to rules.csv")


def _unmatchable(codebook: Codebook) -> Iterator[str]:
    terms = {row["term_id"] for row in codebook.rows("terms")}
    lists = {row["words_id"] for row in codebook.rows("words")}
    for row in codebook.rows("rules"):
        for value in row.words("terms"):
            if value not in terms:
                yield _problem(row, f"terms names {value!r}, which no row of terms.csv has", "add the term there")
        for column in _WORD_COLUMNS:
            for value in row.words(column):
                if value not in lists:
                    yield _problem(row, f"{column} names the list {value!r}, which words.csv does not have",
                                   f"add a row with words_id {value} there")
        if not any(row[column] for column in ("events", "terms", "words", "units")):
            yield _problem(row, "nothing that the content must hold", "fill events, terms, words or units")


def _unused(codebook: Codebook) -> Iterator[str]:
    named = {value for row in codebook.rows("rules") for column in _WORD_COLUMNS for value in row.words(column)}
    for row in codebook.rows("words"):
        if row["words_id"] not in named:
            yield _problem(row, f"no rule names the list {row['words_id']!r}", "name it in rules.csv, or take it out")


def _bad_numbers(codebook: Codebook) -> Iterator[str]:
    for row in codebook.rows("rules"):
        for column in ("value_from", "value_to"):
            if row[column] and not row[column].replace(".", "", 1).isdigit():
                yield _problem(row, f"{column} is {row[column]!r}", "write a number, with a full stop for decimals")
        if (row["value_from"] or row["value_to"]) and not row["units"]:
            yield _problem(row, "a value without units", "say in units what is counted")
