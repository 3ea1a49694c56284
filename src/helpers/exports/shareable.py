"""The tables as they may leave: no text that an article's rights forbid, no cell that a spreadsheet would run."""

from __future__ import annotations

import pandas as pd

from helpers.exports._rights import Tables
from helpers.exports.permitted import WITHOUT_WORDS, select_permitted

REMARK = (f"{WITHOUT_WORDS} A cell that a spreadsheet would run as a formula begins with an apostrophe more "
          "than its text: take the first one away before you compare it with the text.")
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def select_shareable(tables: Tables) -> Tables:
    """Return the tables as they may be shared, as many rows as there are.

    Parameters
    ----------
    tables : dict of str to pandas.DataFrame

    Returns
    -------
    dict of str to pandas.DataFrame
        New frames, without the words that `select_permitted` takes away. `REMARK` says so to the reader.

    Examples
    --------
    >>> _make_safe("=HYPERLINK(1)"), _make_safe("-3 degrees"), _make_safe("five")
    ("'=HYPERLINK(1)", "'-3 degrees", 'five')
    >>> _make_safe("'=1"), _make_safe("'s avonds")
    ("''=1", "'s avonds")
    """
    return {name: _with_safe_cells(frame) for name, frame in select_permitted(tables).items()}


def _with_safe_cells(frame: pd.DataFrame) -> pd.DataFrame:
    changed = frame.copy()
    for name in frame.columns:
        if pd.api.types.is_string_dtype(frame[name].dtype):
            changed[name] = frame[name].map(_make_safe, na_action="ignore").astype(frame[name].dtype)
    return changed


def _make_safe(cell: str) -> str:
    return f"'{cell}" if cell.lstrip("'").startswith(_RUNS) else cell
