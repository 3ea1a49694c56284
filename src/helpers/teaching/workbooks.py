"""One source, four notebooks: the workbook and its solution, in English and in Dutch.

A cell of ``source.ipynb`` goes by its tags into some of the four: ``en`` or ``nl`` keeps it to one language, ``task``
to the workbook, ``solution`` and ``teacher`` to the solution. A cell without any of these goes into all four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from helpers.tables import write_text
from helpers.teaching.lessons import LANGUAGES, find_lesson, list_lessons

CODING = "coding"
KINDS = ("workbook", "solution")
_ONLY = {"task": "workbook", "solution": "solution", "teacher": "solution"}
_SETTING = "LANGUAGE = "


def build_workbook(source: Any, kind: str, language: str) -> Any:
    """Build one notebook from the source of a lesson.

    Parameters
    ----------
    source : nbformat.NotebookNode
    kind : {"workbook", "solution"}
    language : {"en", "nl"}

    Returns
    -------
    nbformat.NotebookNode
        Without outputs; a cell keeps its id.

    Examples
    --------
    >>> from nbformat.v4 import new_markdown_cell, new_notebook
    >>> cells = [new_markdown_cell("one", metadata={"tags": [tag]}) for tag in ("en", "nl", "solution")]
    >>> [len(build_workbook(new_notebook(cells=cells), kind, "en").cells) for kind in KINDS]
    [1, 2]
    """
    import nbformat

    cells = []
    for cell in source.cells:
        tags = cell.metadata.get("tags", [])
        if _belongs(tags, kind, language):
            copy = nbformat.from_dict(  # type: ignore[no-untyped-call]
                {**cell, "metadata": {"tags": [tag for tag in tags if tag not in LANGUAGES]}})
            cells.append(_settle(copy, language))
    return nbformat.v4.new_notebook(cells=cells, metadata=source.metadata)  # type: ignore[no-untyped-call]


def write_workbooks(folder: Path | None = None) -> list[Path]:
    """Write every workbook and solution of every lesson.

    Parameters
    ----------
    folder : Path, optional
        Where they go, in a folder for each lesson; beside their sources by default.
    """
    return [write_text(text, (folder or path.parent.parent) / path.parent.name / path.name)
            for path, text in render_workbooks()]  # fmt: skip


def render_workbooks() -> Iterator[tuple[Path, str]]:
    """Render every workbook and solution: where it stands beside its source, and its text."""
    for lesson_id in list_lessons():
        folder = find_lesson(lesson_id, LANGUAGES[0])
        source = read_source(folder)
        for kind in KINDS:
            for language in LANGUAGES:
                yield folder / f"{kind}_{language}.ipynb", render_workbook(build_workbook(source, kind, language))


def read_leads(folder: Path, language: str) -> dict[str, str]:
    """Read what leads up to each exercise in the workbook, in its order, as Markdown; `CODING` names the coding.

    Examples
    --------
    >>> leads = read_leads(find_lesson("who_says_so", "en"), "en")
    >>> leads["find_source"].splitlines()[0]
    '## 3 Source, cue, content (20 minutes)'
    """
    cells = build_workbook(read_source(folder), "workbook", language).cells
    leads = {}
    for before, cell in pairwise(cells):
        shown = re.match(r'show_task\(desk, "(\w+)"\)|show_coding_task\(', cell.source)
        if shown and before.cell_type == "markdown":
            leads[shown[1] or CODING] = str(before.source)
    return leads


def read_source(folder: Path) -> Any:
    """Read the source of a lesson's notebooks."""
    import nbformat

    return nbformat.read(folder / "source.ipynb", as_version=4)  # type: ignore[no-untyped-call]


def render_workbook(notebook: Any) -> str:
    """Render a notebook as the text of its file."""
    import nbformat

    return str(nbformat.writes(notebook, version=4)) + "\n"  # type: ignore[no-untyped-call]


def _belongs(tags: list[str], kind: str, language: str) -> bool:
    languages = [tag for tag in tags if tag in LANGUAGES]
    kinds = [_ONLY[tag] for tag in tags if tag in _ONLY]
    return (not languages or language in languages) and (not kinds or kind in kinds)


def _settle(cell: Any, language: str) -> Any:
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
        cell.source = cell.source.replace(f'{_SETTING}"en"', f'{_SETTING}"{language}"')
    return cell
