"""The words of a notebook in another language: a file beside it, each part bound to the English cell it translates.

``notebooks/nl/00_start_here.md`` holds the Dutch of ``notebooks/00_start_here.ipynb``. A line of its own opens each
part and names the cell and the text that was translated::

    <!-- 00-01 of 3f2a9c1e -->

Where the English cell has changed since, or has no part, the page shows the English and says that it is English.
"""

from __future__ import annotations

import copy
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.model import ReportError

ORIGINAL = "en"
_OPENING = re.compile(r"^<!-- (\S+) of ([0-9a-f]{8}) -->$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """The translation of one cell.

    Parameters
    ----------
    text : str
    original : str
        The mark of the English text that it was made from.
    """

    text: str
    original: str


def mark_text(text: str) -> str:
    """Return the mark by which a translation knows its original.

    Examples
    --------
    >>> mark_text("# Where?") == mark_text("# Where?  "), mark_text("# Where?") == mark_text("# When?")
    (True, False)
    """
    return hashlib.sha256(text.strip().encode("utf-8")).hexdigest()[:8]


def translation_of(notebook: Path, language: str) -> Path:
    """Return where the translation of a notebook lies, or would lie."""
    return notebook.parent / language / f"{notebook.stem}.md"


def read_translation(path: Path) -> dict[str, Part]:
    """Read the parts of a translation by the id of their cell; none where there is no file.

    Raises
    ------
    ReportError
        If words stand before the first part, or a part stands twice.
    """
    if not path.is_file():
        return {}
    before, *pieces = _OPENING.split(path.read_text(encoding="utf-8"))
    if before.strip():
        raise ReportError(f"{path.name}: words stand before the first part; begin with <!-- CELL of MARK -->")
    parts: dict[str, Part] = {}
    for cell_id, original, text in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
        if cell_id in parts:
            raise ReportError(f"{path.name}: the cell {cell_id} is translated twice; take one of the two away")
        parts[cell_id] = Part(text.strip(), original)
    return parts


def translate_notebook(notebook: Any, parts: Mapping[str, Part], language: str) -> Any:
    """Return a copy of a notebook in which the words are those of its translation.

    A cell whose translation is missing or stale keeps its English, marked as such for the page.
    """
    told = copy.deepcopy(notebook)
    if language == ORIGINAL:
        return told
    for cell in told.cells:
        if cell.cell_type != "markdown":
            continue
        part = parts.get(cell.get("id", ""))
        if part and part.original == mark_text(cell.source):
            cell.source = part.text
        else:
            cell.metadata["page_language"] = ORIGINAL
    return told


def check_translations(folder: Path) -> list[str]:
    """Compare every translation of a folder of notebooks with its notebook.

    Returns
    -------
    list of str
        One sentence for each cell that has no translation, a stale one, or one too many.
    """
    from helpers.reports._execute import read_notebook

    languages = sorted({path.parent.name for path in folder.glob("[a-z][a-z]/*.md")})
    names = {path.stem for path in folder.glob("*.ipynb")}
    problems = [f"{path.parent.name}/{path.name} translates no notebook; take it away, or name it as one"
                for path in sorted(folder.glob("[a-z][a-z]/*.md")) if path.stem not in names]  # fmt: skip
    for notebook in sorted(folder.glob("*.ipynb")):
        cells = {cell.get("id", ""): cell.source for cell in read_notebook(notebook).cells
                 if cell.cell_type == "markdown"}  # fmt: skip
        for language in languages:
            path = translation_of(notebook, language)
            problems += _compare(cells, read_translation(path), f"{language}/{path.name}")
    return problems


def _compare(cells: Mapping[str, str], parts: Mapping[str, Part], name: str) -> Iterator[str]:
    for cell_id, text in cells.items():
        mark = mark_text(text)
        if cell_id not in parts:
            yield f"{name}: the cell {cell_id} is not translated; add <!-- {cell_id} of {mark} --> and its words"
        elif parts[cell_id].original != mark:
            yield (f"{name}: the English of the cell {cell_id} has changed; look over its translation, then write "
                   f"<!-- {cell_id} of {mark} --> above it")  # fmt: skip
    for cell_id in parts.keys() - cells.keys():
        yield f"{name}: there is no cell {cell_id} in the notebook; take its translation away"
