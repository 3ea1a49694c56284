"""Content notes: which sentences a reader is warned of, and which are folded, as rows that anyone can edit."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from helpers.model import ResourceError
from helpers.resources.paths import data_path

COLUMNS = ("note_id", "fold", "event_type", "language", "forms", "label_en", "label_nl", "note", "yes_example",
           "no_example")  # fmt: skip


@dataclass(frozen=True, slots=True)
class ContentNote:
    """One thing that a reader is warned of.

    Parameters
    ----------
    note_id : str
    folds : bool
        True where the sentence itself is folded, too.
    event_type : str
        A kind of event that makes it so; empty where words do.
    language : str
        Language of the words.
    forms : re.Pattern or None
        The words.
    names : dict of str to str
        What it is called, by language.
    """

    note_id: str
    folds: bool
    event_type: str
    language: str
    forms: re.Pattern[str] | None
    names: dict[str, str]

    def fits(self, text: str, language: str, event_types: Collection[str] = ()) -> bool:
        """Tell whether a sentence is one to be warned of.

        Parameters
        ----------
        text, language : str
            The sentence and its language.
        event_types : collection of str
            Kinds of events that it says happened.
        """
        if self.event_type:
            return self.event_type in event_types
        return self.language == language and self.forms is not None and self.forms.search(text) is not None


def read_content_notes(path: Path | None = None) -> tuple[ContentNote, ...]:
    """Read the content notes.

    Parameters
    ----------
    path : Path, optional
        ``data/content_notes.csv`` by default.

    Raises
    ------
    ResourceError
        Names the line that is wrong.

    Examples
    --------
    >>> any(note.fits("Drie gewonden.", "nl", ["casualties"]) for note in read_content_notes())
    True
    """
    return _read(path or data_path("content_notes.csv"))


@cache
def _read(path: Path) -> tuple[ContentNote, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise ResourceError(f"{path.name}: the columns are not {', '.join(COLUMNS)}; mend its first line")
        return tuple(_build_note(row, f"{path.name}, line {reader.line_num}") for row in reader)


def _build_note(row: dict[str, str], where: str) -> ContentNote:
    if row["fold"] not in ("yes", "no"):
        raise ResourceError(f"{where}: fold is {row['fold']!r}; write yes or no")
    if bool(row["event_type"]) == bool(row["language"] and row["forms"]):
        raise ResourceError(f"{where}: give either an event_type, or a language with forms")
    if not row["label_en"] or not row["label_nl"]:
        raise ResourceError(f"{where}: give label_en and label_nl; a page shows them")
    words = "|".join(re.escape(form.strip()) for form in row["forms"].split("|") if form.strip())
    return ContentNote(
        row["note_id"], row["fold"] == "yes", row["event_type"], row["language"],
        re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None,
        {"en": row["label_en"], "nl": row["label_nl"]},
    )  # fmt: skip
