"""Content notes are rows: each shows by its own examples what it warns of and what it leaves alone."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from helpers.model import ResourceError
from helpers.resources.content_notes import read_content_notes
from helpers.resources.paths import data_path

with data_path("content_notes.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, strict=True))
WORDS = [row for row in ROWS if row["forms"]]


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["note_id"])
def test_a_note_fits_its_yes_example_in_its_own_language_only(row: dict[str, str]) -> None:
    note = next(note for note in read_content_notes() if note.note_id == row["note_id"])
    other = {"en": "nl", "nl": "en"}[row["language"]]
    assert note.fits(row["yes_example"], row["language"])
    assert not note.fits(row["no_example"], row["language"])
    assert not note.fits(row["yes_example"], other)


def test_a_kind_of_event_decides_where_no_words_are_given() -> None:
    note = next(note for note in read_content_notes() if note.event_type)
    assert note.fits("Three hikers were hurt.", "en", {note.event_type})
    assert not note.fits("Three hikers were hurt.", "en", {"protest"})


def test_every_note_has_a_name_in_both_languages_and_says_why_it_is_there() -> None:
    assert {row["fold"] for row in ROWS} == {"yes", "no"}
    assert all(row["label_en"] and row["label_nl"] and row["note"] for row in ROWS)
    assert len({row["note_id"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("column", "value", "told"), [
    ("fold", "perhaps", "line 2: fold is 'perhaps'; write yes or no"),
    ("event_type", "", "line 2: give either an event_type, or a language with forms"),
    ("label_nl", "", "line 2: give label_en and label_nl"),
])  # fmt: skip
def test_a_wrong_row_is_named_by_its_line(tmp_path: Path, column: str, value: str, told: str) -> None:
    path = Path(shutil.copy(data_path("content_notes.csv"), tmp_path / "content_notes.csv"))
    rows = [{**ROWS[0], column: value}, *ROWS[1:]]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ROWS[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(ResourceError, match=told):
        read_content_notes(path)


def test_other_columns_are_told(tmp_path: Path) -> None:
    path = tmp_path / "content_notes.csv"
    path.write_text("note_id;fold\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="the columns are not note_id, fold, event_type"):
        read_content_notes(path)
