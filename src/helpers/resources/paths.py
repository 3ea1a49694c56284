"""Where the hand-made data, the notebooks and the seeds lie: in the checkout."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from helpers.model import ResourceError

_HERE = Path(__file__).resolve()


@cache
def home() -> Path:
    """Return the folder that holds ``data/``, ``notebooks/`` and ``seeds/``.

    The variable ``GRENSPOST_HOME`` comes first, then the checkout that this package is installed from.

    Raises
    ------
    ResourceError
        If none of them holds ``data/lexicons``.
    """
    stated = os.environ.get("GRENSPOST_HOME")
    candidates = [Path(stated)] if stated else [_HERE.parents[3]]
    for candidate in candidates:
        if (candidate / "data" / "lexicons").is_dir():
            return candidate
    looked = ", ".join(str(candidate) for candidate in candidates)
    raise ResourceError(
        f"no folder data/lexicons under {looked}; set GRENSPOST_HOME to the folder of the checkout, "
        "or install the package again"
    )


def data_path(*parts: str) -> Path:
    """Return the path of something under ``data/``."""
    return home().joinpath("data", *parts)


def codebook_path() -> Path:
    """Return the folder of the codebook: ``GRENSPOST_CODEBOOK`` where that is set, else the one that comes along."""
    stated = os.environ.get("GRENSPOST_CODEBOOK")
    return Path(stated) if stated else data_path("codebook")
