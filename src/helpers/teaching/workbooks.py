"""One source, four notebooks: the workbook and its solution, in English and in Dutch.

A cell of ``source.ipynb`` goes by its tags into some of the four: ``en`` or ``nl`` keeps it to one language, ``task``
to the workbook, ``solution`` and ``teacher`` to the solution. A cell without any of these goes into all four. The text
of a workbook leads up to the exercises on paper too, but for what is tagged ``notebook``; what is tagged ``paper``
stands there alone, in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from helpers.tables import write_text
from helpers.teaching.lessons import LANGUAGES, find_lesson, list_lessons

CODING, ARTICLES, REST = "coding", "articles", "rest"
KINDS = ("workbook", "solution")
TABLES = ("render_words", "render_quantities", "render_coverage")
"""What a workbook shows that paper has as a table."""
_PAPER, _NOTEBOOK = "paper", "notebook"
_ONLY = {"task": "workbook", "solution": "solution", "teacher": "solution", _PAPER: _PAPER}
_LED_TO = re.compile(r'show_task\(desk, "(\w+)"\)|(show_coding_task|render_article)\(')
_NAMED = {"show_coding_task": CODING, "render_article": ARTICLES}
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
                {**cell, "metadata": {"tags": [tag for tag in tags if tag not in (*LANGUAGES, _NOTEBOOK)]}})
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


def read_leads(folder: Path, language: str) -> dict[str, list[str]]:
    """Read what leads up to each exercise on paper, in the order of the workbook.

    Returns
    -------
    dict of str to list of str
        From exercise to all that stands between it and the one before: Markdown, or the name of one of `TABLES`.
        `ARTICLES` names what stands before the first article, `CODING` the coding, `REST` what comes last.

    Examples
    --------
    >>> leads = read_leads(find_lesson("who_says_so", "en"), "en")
    >>> leads["find_source"][0].splitlines()[0]
    '## 3 Source, cue, content (20 minutes)'
    """
    leads: dict[str, list[str]] = {}
    pieces: list[str] = []
    for cell in read_source(folder).cells:
        tags = cell.metadata.get("tags", [])
        if _NOTEBOOK in tags or not any(_belongs(tags, kind, language) for kind in (KINDS[0], _PAPER)):
            continue
        led = _LED_TO.match(cell.source)
        if cell.cell_type == "markdown":
            pieces.append(str(cell.source))
        elif led:
            name = led[1] or _NAMED[led[2]]
            if name not in leads and (name != ARTICLES or not leads):
                leads[name], pieces = pieces, []
        else:
            pieces += [name for name in TABLES if re.search(rf"^{name}\(", cell.source, flags=re.MULTILINE)]
    return {**leads, REST: pieces} if pieces else leads


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
