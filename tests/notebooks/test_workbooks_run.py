"""Every workbook runs from top to bottom with the exercises open, and every solution with them filled in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.reports import execute_notebook
from helpers.teaching.lessons import list_lessons, open_lesson

FOLDER = Path(__file__).resolve().parents[2] / "notebooks" / "teaching"
BOOKS = sorted(path for path in FOLDER.glob("*/*.ipynb") if path.stem != "source")


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_workbook_runs_from_another_folder_within_bounds_and_every_cell_shows_what_it_should(path: Path, tmp_path: Path) -> None:
    executed = execute_notebook(path, cwd=tmp_path, timeout_s=240)
    cells = [cell for cell in executed.cells if cell.cell_type == "code"]
    showing = [cell for cell in cells if re.search(r"^(desk = )?(show|render)_\w+\(", cell.source, flags=re.MULTILINE)]
    assert len(showing) > 15
    assert all(cell.outputs for cell in showing)
    assert [output.text for cell in cells for output in cell.outputs if output.output_type == "stream"] == []
    kind, _, language = path.stem.partition("_")
    lesson = open_lesson(list_lessons()[int(path.parent.name[0]) - 1], language=language)
    shown = "".join(str(output.get("data", {}).get("text/html", "")) for cell in cells for output in cell.outputs)
    models = [entry[f"model_{language}"][:30] for entry in lesson.entries.values() if entry["kind"] == "write"]
    assert all((model in shown) == (kind == "solution") for model in models)
    assert [*tmp_path.iterdir()] == []
