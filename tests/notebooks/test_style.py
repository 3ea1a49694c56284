"""The notebooks keep the style: a question, short cells, prose between them, no logic and no outputs."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
DOORS = {"pipeline", "tables", "views", "exports", "reports", "teaching"}
COMMON_PARAMETERS = {"SEEDS", "TABLES", "LANGUAGE", "SHOW_OWN_TEXT"}


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> Any:
    found = nbformat.read(request.param, as_version=4)
    nbformat.validate(found)
    return found


def code(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_seven_in_reading_order() -> None:
    assert [path.name[:2] for path in NOTEBOOKS] == ["00", "01", "02", "03", "04", "05", "06"]


def test_the_first_cell_asks_a_question_and_says_for_whom_and_how_long(notebook: Any) -> None:
    first = notebook.cells[0].source
    assert re.match(r"# [^\n]+\?\n", first)
    assert "**For**" in first
    assert re.search(r"\*\*\d+ minutes\.\*\*", first)
    assert "You will" in first


def test_there_is_one_cell_of_parameters_and_it_only_sets_them(notebook: Any) -> None:
    tagged = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    assert len(tagged) == 1
    names = {target.id for line in ast.parse(tagged[0].source).body for target in line.targets}  # type: ignore[attr-defined]
    assert names >= COMMON_PARAMETERS
    assert names == {name for name in names if name.isupper()}


def test_imports_stand_once_at_the_top_and_come_from_the_doors(notebook: Any) -> None:
    trees = [ast.parse(cell.source) for cell in code(notebook)]
    imports = [[n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)] for tree in trees]
    assert imports[0]
    assert not any(imports[1:])
    for node in imports[0]:
        assert isinstance(node, ast.ImportFrom)
        top, _, door = str(node.module).partition(".")
        assert (top, door in DOORS) == ("helpers", True)


def test_there_is_no_logic_no_install_and_no_path_of_a_machine(notebook: Any) -> None:
    for cell in code(notebook):
        kinds = {type(node).__name__ for node in ast.walk(ast.parse(cell.source))}
        assert not kinds & {"FunctionDef", "ClassDef", "Lambda", "For", "While", "Try"}
        assert not re.search(r"^[!%]|/home/|/tmp|/root|C:\\\\", cell.source, re.MULTILINE)


def test_code_cells_are_short_and_each_comes_after_prose(notebook: Any) -> None:
    for before, cell in zip([None, *notebook.cells], notebook.cells, strict=False):
        if cell.cell_type == "code":
            assert 1 <= len(cell.source.splitlines()) <= 12
            assert before is not None
            assert before.cell_type == "markdown"


def test_no_output_and_no_count_is_stored(notebook: Any) -> None:
    assert [cell.outputs for cell in code(notebook)] == [[] for _ in code(notebook)]
    assert {cell.execution_count for cell in code(notebook)} == {None}


def test_the_end_says_what_is_shown_and_what_cannot_be_with_an_exercise_and_the_next_step(notebook: Any) -> None:
    last = notebook.cells[-1].source
    assert last.startswith("## What this shows, and what it cannot show") or "\n## What this shows" in last
    assert "**Exercise.**" in last
    links = re.findall(r"\]\(([^)]+\.ipynb)\)", last)
    assert len(links) == 1
    assert (FOLDER / links[0]).exists()
    assert "**Next:**" in last or "**Back to:**" in last


def test_sentences_are_short_enough_to_read(notebook: Any) -> None:
    prose = " ".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    lengths = [len(sentence.split()) for sentence in re.split(r"[.?!:]\s|\n\n", prose)]
    assert max(lengths) <= 40
