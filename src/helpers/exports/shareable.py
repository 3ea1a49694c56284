"""The tables as they may leave: no text that an article's rights forbid, no cell that a spreadsheet would run."""

from __future__ import annotations

import json

import pandas as pd

from helpers.exports._rights import Tables, list_shown_sentences, read_permits
from helpers.model import TABLES

REMARK = ("Made to be shared: where an article's text_rights forbid its words, a cell tells the characters that it "
          "stands for, [start-end]; a cell that a spreadsheet would run as a formula begins with an apostrophe.")
_RUNS = ("=", "+", "-", "@", "\t", "\r")
_TOLD = "; told as "


def select_shareable(tables: Tables) -> Tables:
    """Return the tables as they may be shared, as many rows as there are.

    Parameters
    ----------
    tables : dict of str to pandas.DataFrame

    Returns
    -------
    dict of str to pandas.DataFrame
        New frames. An article with ``text_rights`` *quotes* keeps the sentences in which a source speaks or which the
        newsroom marks as unverified; with *none* it keeps no words. `REMARK` says so to the reader.

    Examples
    --------
    >>> _make_safe("=HYPERLINK(1)"), _make_safe("-3 degrees"), _make_safe("five")
    ("'=HYPERLINK(1)", "'-3 degrees", 'five')
    """
    shown = list_shown_sentences(tables)
    return {name: _with_safe_cells(_without_forbidden_text(name, frame, tables, shown))
            for name, frame in tables.items()}  # fmt: skip


def _without_forbidden_text(name: str, frame: pd.DataFrame, tables: Tables, shown: frozenset[str]) -> pd.DataFrame:
    if name == "links":
        return frame.assign(basis=frame["basis"].map(_without_words, na_action="ignore"))
    if name == "corrections":
        whole = set(tables["articles"].loc[tables["articles"]["text_rights"] == "full", "article_id"])
        return frame.assign(anchor=[_without_anchor(anchor, whole) for anchor in frame["anchor"]])
    if name == "articles":
        permits = read_permits(tables)
        titles = {article_id: permit.title for article_id, permit in permits.items() if permit.title}
        return frame.assign(title=frame["article_id"].map(titles).astype(frame["title"].dtype))
    if name == "unread" or "sentence_id" not in frame.columns:
        return frame
    hidden = ~frame["sentence_id"].isin(shown)  # a sentence is its own evidence
    changed = frame.copy()
    for prefix in TABLES[name].spans:
        start, end = frame[f"{prefix}start_char"], frame[f"{prefix}end_char"]
        offsets = "[" + start.astype("str") + "-" + end.astype("str") + "]"
        here = hidden & frame[f"{prefix}text"].notna()
        changed[f"{prefix}text"] = frame[f"{prefix}text"].mask(here, offsets)
    return changed


def _without_words(basis: str) -> str:
    """Leave out the words of the articles by which one event was told."""
    return basis.partition(_TOLD)[0]


def _without_anchor(anchor: str, whole: set[str]) -> str:
    """Leave out the words by which a correction is anchored, unless the whole article may be shown."""
    told = json.loads(anchor)
    if told["article_id"] in whole:
        return anchor
    return f"[{told['start']}-{told['start'] + len(told['exact'])}]"


def _with_safe_cells(frame: pd.DataFrame) -> pd.DataFrame:
    changed = frame.copy()
    for name in frame.columns:
        if pd.api.types.is_string_dtype(frame[name].dtype):
            changed[name] = frame[name].map(_make_safe, na_action="ignore").astype(frame[name].dtype)
    return changed


def _make_safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RUNS) else cell
