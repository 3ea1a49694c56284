"""The cells that name another row: which ids there are, and whether a person's value is one of them."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

import pandas as pd

from helpers.model import TABLES
from helpers.resources.codebook import read_codebook
from helpers.tables._refusals import CorrectionError
from helpers.tables.build import Row, Tables

MOST_NAMED = 12
_BY_TYPE = {"actor": "actors.actor_id", "place": "places.place_id"}
_IN_CODEBOOK = {("wordings", "term_id"): "terms", ("wordings", "referent_id"): "referents"}


def leads_nowhere(tables: Tables, name: str, row: Row, column: str, value: str) -> bool:
    """Tell whether a value of a cell is the id of a row that is not there.

    Parameters
    ----------
    tables : dict of str to pandas.DataFrame
    name, row, column
        The table, the row and the column of the cell; what a mention names depends on its row.
    value : str
        Empty for "nothing", which leads nowhere wrong.
    """
    home = _home(name, row, column)
    return bool(value and home) and value not in _list_known(tables, home)


def check_reference(tables: Tables, name: str, row: Row, column: str, value: str) -> None:
    """Refuse the id of a row that is not there, and name the ids that may be meant.

    Parameters
    ----------
    tables, name, row, column, value
        As for `leads_nowhere`.

    Raises
    ------
    CorrectionError
        If the value leads nowhere.
    """
    if not leads_nowhere(tables, name, row, column, value):
        return
    home = _home(name, row, column)
    known = _list_known(tables, home)
    code = "no_such_id_of_many" if len(known) > MOST_NAMED else "no_such_id"
    table, key = home.split(".")
    raise CorrectionError(code, column=column, found=value, id_column=key, table=table, count=len(known),
                            allowed=", ".join(_nearest(value, known)))  # fmt: skip


def _home(name: str, row: Row, column: str) -> str:
    """Say where the ids of a cell are kept, as ``table.key``; empty where it holds no id."""
    if (name, column) == ("mentions", "entity_id"):
        return _BY_TYPE.get(str(row.get("entity_type")), "")
    if (name, column) in _IN_CODEBOOK:
        return f"{_IN_CODEBOOK[name, column]}.{column}"
    return next((one.refers_to for one in TABLES[name].columns if one.name == column), "")


def _list_known(tables: Tables, home: str) -> dict[str, str]:
    """Give each id of a table, or of a file of the codebook, its name; empty where it has none."""
    table, key = home.split(".")
    if table in _IN_CODEBOOK.values():
        return {row[key]: "" for row in read_codebook().rows(table)}
    return _name_rows(tables[table], key)


def _name_rows(frame: pd.DataFrame, key: str) -> dict[str, str]:
    names = frame["name"].fillna("") if "name" in frame else [""] * len(frame)
    return dict(zip(frame[key].astype(str), names, strict=True))


def _nearest(value: str, known: Mapping[str, str]) -> list[str]:
    """Pick the ids that a person may have meant: those whose id or name is near, then the first ones."""
    wanted = value.casefold()
    inside = [row_id for row_id, name in known.items() if wanted in f"{row_id} {name}".casefold()]
    alike = get_close_matches(wanted, known, n=MOST_NAMED)
    chosen = list(dict.fromkeys([*inside, *alike, *sorted(known)]))[:MOST_NAMED]
    return [f"{row_id} ({known[row_id]})" if known[row_id] else row_id for row_id in chosen]
