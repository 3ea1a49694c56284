"""Every notebook runs from top to bottom, from any folder, on our articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.pipeline import build_tables
from helpers.reports import execute_notebook
from helpers.resources.paths import home

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("tables")
    build_tables(home() / "seeds", made)
    return made


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_another_folder_and_every_shown_cell_shows_something(
    path: Path, folder: Path, tmp_path: Path
) -> None:
    executed = execute_notebook(path, parameters={"TABLES": str(folder)}, cwd=tmp_path, timeout_s=120)
    outputs = [cell.outputs for cell in executed.cells if cell.cell_type == "code"]
    assert sum(bool(found) for found in outputs) >= 2
    streams = [output.text for found in outputs for output in found if output.output_type == "stream"]
    assert streams == []


def test_the_explorer_leaves_a_plain_twin_in_the_same_output(folder: Path, tmp_path: Path) -> None:
    path = next(path for path in NOTEBOOKS if path.stem.startswith("02"))
    executed = execute_notebook(path, parameters={"TABLES": str(folder)}, cwd=tmp_path, timeout_s=120)
    cell = next(cell for cell in executed.cells if "show_claims" in cell.source and cell.cell_type == "code"
                and "import" not in cell.source)  # fmt: skip
    kinds = [set(output.data) for output in cell.outputs]
    assert any("application/vnd.jupyter.widget-view+json" in found for found in kinds)
    assert any("text/html" in found and "gp-twin" in output.data["text/html"]
               for found, output in zip(kinds, cell.outputs, strict=True))  # fmt: skip
