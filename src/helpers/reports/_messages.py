"""Every word that a page says itself, in every language of ``messages.csv``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from helpers.model import ReportError

CATALOGUE = Path(__file__).with_name("messages.csv")


@cache
def read_labels(language: str) -> Mapping[str, str]:
    """Read all labels of one language.

    Raises
    ------
    ReportError
        If the catalogue has no such language.

    Examples
    --------
    >>> read_labels("nl")["contents"]
    'Inhoud'
    """
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        known = [name for name in reader.fieldnames or () if name not in ("key", "note")]
        if language not in known:
            raise ReportError(f"no labels in the language {language!r}; there are {', '.join(known)}")
        return {row["key"]: row[language] for row in reader}
