"""Read the lexicons of a language: one folder, one CSV a phenomenon, one row a word with its note and example.

Every file begins with a key column and ends with ``note`` and ``example``; a row whose optional column
``active`` says ``no`` is kept for its note (which false positive it caused) and never used.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from helpers.model import LexiconError
from helpers.resources.paths import data_path


@dataclass(frozen=True, slots=True)
class LexiconRow:
    """One row of a lexicon: its fields by column name, and the id that a `rule` cites."""

    lexicon: str
    key: str
    fields: Mapping[str, str]

    @property
    def row_id(self) -> str:
        """The citation of the row, such as ``nl/speech_verbs:zeggen``."""
        return f"{self.lexicon}:{self.key}"

    def __getitem__(self, column: str) -> str:
        return self.fields[column]

    def words(self, column: str) -> tuple[str, ...]:
        """Return the parts of a ``|``-separated field."""
        return tuple(part for part in self.fields[column].split("|") if part)


@dataclass(frozen=True, eq=False, slots=True)
class Lexicon:
    """All lexicons of one language: compared by identity, so that indexes made of it can be kept."""

    language: str
    files: Mapping[str, tuple[LexiconRow, ...]]

    def rows(self, name: str) -> tuple[LexiconRow, ...]:
        """Return the active rows of one file, none where the language does not have the file.

        Parameters
        ----------
        name : str
            File name without ``.csv``.
        """
        return self.files.get(name, ())


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """Return the languages that have a folder, sorted."""
    root = folder or data_path("lexicons")
    return tuple(sorted(path.name for path in root.iterdir() if path.is_dir()))


@cache
def read_lexicon(language: str, folder: Path | None = None) -> Lexicon:
    """Read every lexicon of a language.

    Parameters
    ----------
    language : str
        Name of the language's folder, such as ``nl``.
    folder : Path, optional
        Where the language folders lie; ``data/lexicons`` by default.

    Raises
    ------
    LexiconError
        If the language has no folder, or a row lacks its key or repeats one.
    """
    root = (folder or data_path("lexicons")) / language
    if not root.is_dir():
        known = ", ".join(languages(folder))
        raise LexiconError(f"no lexicon folder {root}; known languages: {known}; add the folder to add a language")
    files = {path.stem: tuple(_read_rows(path, language)) for path in sorted(root.glob("*.csv"))}
    return Lexicon(language, files)


def _read_rows(path: Path, language: str) -> Iterator[LexiconRow]:
    seen: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        columns = reader.fieldnames or []
        if "note" not in columns or "example" not in columns:
            raise LexiconError(f"{path.name}: needs the columns note and example; found {', '.join(columns)}")
        for fields in reader:
            yield from _checked(path, language, reader.line_num, fields, columns[0], seen)


def _checked(
    path: Path, language: str, line: int, fields: dict[str, str], key_column: str, seen: set[str]
) -> Iterator[LexiconRow]:
    key = fields[key_column]
    if None in fields or None in fields.values():
        raise LexiconError(f"{path.name}, line {line}: as many cells as column names are needed; quote any comma")
    if not key or key in seen:
        what = f"the key {key!r} stands twice" if key else f"the column {key_column} is empty"
        raise LexiconError(f"{path.name}, line {line}: {what}; give every row its own key")
    seen.add(key)
    if fields.get("active", "yes") != "no":
        yield LexiconRow(f"{language}/{path.stem}", key, fields)
