"""Codes that are none: what a student's file has in the place of a source, a status or a position of the codebook."""

from __future__ import annotations

import pandas as pd

from helpers.resources.codebook import read_codebook
from helpers.teaching._gold_speakers import OTHER, UNNAMED
from helpers.teaching.agreement import VARIABLES
from helpers.teaching.coding import NEWSROOM, NONE, STATUSES
from helpers.teaching.gold import Tables
from helpers.views import message, word


def drop_strange_codes(tables: Tables, codes: pd.DataFrame, *, language: str = "en") -> tuple[pd.DataFrame, list[str]]:
    """Empty the cells that hold no code of the codebook or of these tables, and tell each with its coder.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    codes : pandas.DataFrame
    language : str
        Language of the sentences.

    Returns
    -------
    tuple of pandas.DataFrame and list of str
    """
    kept, told = codes.copy(), []
    for variable, known in _list_known(tables).items():
        strange = ~kept[variable].isin({*known, ""})
        for (coder, code), given in kept[strange].groupby(["coder", variable]):
            shown = str(code)[:60]
            told.append(message("collect_strange", language, coder=coder, count=len(given), code=shown,
                                variable=word("variable", variable, language).lower()))  # fmt: skip
        kept.loc[strange, variable] = ""
    return kept, told


def _list_known(tables: Tables) -> dict[str, set[str]]:
    positions = {row.key for row in read_codebook().rows("positions")}
    sources = {str(actor_id) for actor_id in tables["actors"]["actor_id"]}
    known = ({*sources, NEWSROOM, UNNAMED, OTHER}, set(STATUSES), {*positions, NONE})
    return dict(zip(VARIABLES, known, strict=True))
