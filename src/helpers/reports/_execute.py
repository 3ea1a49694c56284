"""Execute one notebook and say in one sentence where it failed."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helpers.model import ReportError

PARAMETERS, INJECTED = "parameters", "injected-parameters"
_MOST_OF_A_LINE = 300


def read_notebook(path: Path) -> Any:
    """Read a notebook of any version as version 4.

    Raises
    ------
    ReportError
        If the file is not a notebook.
    """
    import nbformat

    try:
        return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, AttributeError, nbformat.ValidationError) as error:
        reason = str(error).strip().splitlines()[0][:_MOST_OF_A_LINE] if str(error).strip() else type(error).__name__
        said = f"{path.name} cannot be read as a notebook ({reason}); open and save it in JupyterLab"
        raise ReportError(said) from error


def execute_notebook(
    path: Path, *, parameters: Mapping[str, str] | None = None, timeout_s: float = 300, cwd: Path | None = None,
    stop: threading.Event | None = None,
) -> Any:  # fmt: skip
    """Execute every cell of a notebook; the file itself stays as it is.

    Parameters
    ----------
    path : Path
    parameters : mapping of str to str, optional
        Set right after the cell that is tagged ``parameters`` (before the first code cell where there is none).
    timeout_s : float, optional
        Seconds for the whole notebook.
    cwd : Path, optional
        The notebook's working folder; by default the one it lies in.
    stop : threading.Event, optional
        Set from another thread to end the run.

    Returns
    -------
    nbformat.NotebookNode
        The notebook with its outputs.

    Raises
    ------
    ReportError
        If a cell fails or the time is up: names the notebook, the cell and the last line of the error.
    """
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    from helpers.reports._client import StoppedError, run_client

    notebook = inject_parameters(read_notebook(path), parameters or {})
    try:
        run_client(notebook, cwd=cwd or path.parent, stop=stop or threading.Event(), bound_s=timeout_s)
    except CellTimeoutError as error:
        raise ReportError(f"{path.name}, {_cell_at_work(notebook)}: not done within {timeout_s:g} s for the whole "
                          "notebook; make it lighter or give it more time") from error
    except CellExecutionError as error:
        last = f"{error.ename}: {error.evalue}".strip().splitlines()[-1] if error.evalue else error.ename
        raise ReportError(f"{path.name}, {_cell_at_work(notebook)}: {_plain(last)}; run that cell in JupyterLab "
                          "to see all of it") from error
    except (DeadKernelError, RuntimeError) as error:
        raise ReportError(f"{path.name}, {_cell_at_work(notebook)}: the kernel ended ({_plain(str(error))}); "
                          "often the memory is used up") from error
    except StoppedError as error:
        raise ReportError(f"{path.name}: stopped before it was done") from error
    return notebook


def inject_parameters(notebook: Any, parameters: Mapping[str, str]) -> Any:
    """Put a cell with the parameters after the cell that is tagged so, and take old outputs away.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> book = new_notebook(cells=[new_code_cell("SEEDS = 'seeds'", metadata={"tags": ["parameters"]})])
    >>> inject_parameters(book, {"SEEDS": "elsewhere"}).cells[1].source
    "SEEDS = 'elsewhere'"
    """
    from nbformat.v4 import new_code_cell

    notebook.cells = [cell for cell in notebook.cells if INJECTED not in cell.metadata.get("tags", [])]
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    if not parameters:
        return notebook
    wrong = [name for name in parameters if not name.isidentifier()]
    if wrong:
        raise ReportError(f"{wrong[0]!r} cannot be a parameter's name; use letters, digits and _")
    source = "\n".join(f"{name} = {value!r}" for name, value in parameters.items())
    tagged = [n for n, cell in enumerate(notebook.cells) if PARAMETERS in cell.metadata.get("tags", [])]
    first_code = next((n for n, cell in enumerate(notebook.cells) if cell.cell_type == "code"), len(notebook.cells))
    cell = new_code_cell(source, metadata={"tags": [INJECTED]})  # type: ignore[no-untyped-call]
    if (notebook.nbformat, notebook.nbformat_minor) < (4, 5):
        cell.pop("id", None)
    notebook.cells.insert(tagged[0] + 1 if tagged else first_code, cell)
    return notebook


def _cell_at_work(notebook: Any) -> str:
    """Name the cell where the run ended, as a reader of the file counts: from 1, our own cell not counted."""
    own = [cell for cell in notebook.cells if INJECTED not in cell.metadata.get("tags", [])]
    failed = [n for n, cell in enumerate(own, 1) if any(o.output_type == "error" for o in cell.get("outputs", []))]
    begun = [n for n, cell in enumerate(own, 1) if "execution" in cell.metadata]
    where = failed or begun
    return f"cell {where[-1]}" if where else "before its first cell"


def _plain(line: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", line)[:_MOST_OF_A_LINE]
