"""Rows of a table as they are stored: the first few open, the rest folded and counted, an empty cell left empty."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.views.html import Html, escape, page, table, tag
from helpers.views.messages import message

DEFAULT_MOST = 15


def render_rows(
    rows: pd.DataFrame, columns: Sequence[str] = (), *, language: str = "en", most: int = DEFAULT_MOST
) -> Html:
    """Render rows of one table under the names of its columns.

    Parameters
    ----------
    rows : pandas.DataFrame
    columns : sequence of str, optional
        Those to show, all by default.
    language : str
        Language of the labels; the columns keep the names of the contract.
    most : int
        How many rows are open; the others are folded behind a line that counts them.

    Examples
    --------
    >>> "1 of 2 shown" in render_rows(pd.DataFrame({"edtf": ["2023", None]}), most=1)
    True
    """
    shown = rows[list(columns)] if columns else rows
    headings = [escape(str(name)) for name in shown.columns]
    cells = [[_tell(value) for value in row] for row in shown.itertuples(index=False)]
    caption = message("shown", language, shown=min(most, len(cells)), total=len(cells))
    parts = [tag("p", escape(message("raw_rows", language)), class_="gp-note"),
             table(headings, cells[:most], caption=caption, class_="gp-cards")]  # fmt: skip
    if cells[most:]:
        rest = message("more_sentences", language, count=len(cells) - most)
        more = table(headings, cells[most:], caption=rest, class_="gp-cards")
        parts.append(tag("details", tag("summary", escape(rest)) + more))
    return page(*parts, lang=language)


def _tell(value: object) -> str:
    if value is None or (not isinstance(value, str) and pd.isna(value)):  # type: ignore[call-overload]
        return ""
    if isinstance(value, pd.Timestamp) and value == value.normalize():
        return escape(f"{value:%Y-%m-%d}")  # a day has no hour
    whole = isinstance(value, float) and value.is_integer()
    return escape(str(int(value)) if whole else str(value))  # type: ignore[call-overload]
