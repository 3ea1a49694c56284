"""How far coders agree: per cent, Cohen's kappa, Krippendorff's alpha, and every code in which they differ.

A table of codes has one row a coder and unit: the columns ``coder`` and ``claim_id``, and one column a variable. An
empty cell is a unit that the coder has not coded; it counts nowhere as a disagreement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import Any

import krippendorff
import numpy as np
import pandas as pd

VARIABLES = ("source", "status", "position")
MEASURES = ("percent", "kappa", "alpha")
EVERYBODY = ""

Pair = tuple[Any, Any]


def build_matrix(codes: pd.DataFrame, variable: str) -> pd.DataFrame:
    """Build the matrix of one variable: a row a unit, a column a coder, missing where there is no code.

    Examples
    --------
    >>> codes = pd.DataFrame({"coder": ["ann", "bea"], "claim_id": ["c1", "c1"], "status": ["denied", None]})
    >>> build_matrix(codes, "status").loc["c1"].tolist()
    ['denied', None]
    """
    wide = codes.pivot(index="claim_id", columns="coder", values=variable).astype(object)
    return wide.where(wide.notna() & (wide != ""), None)


def percent_agreement(matrix: pd.DataFrame) -> float | None:
    """Compute the share of pairs of codes of one unit that are equal; None where no unit has two codes.

    Examples
    --------
    >>> percent_agreement(pd.DataFrame({"ann": ["yes", "no", None], "bea": ["yes", "yes", "no"]}))
    0.5
    """
    equal = [one == other for one, other in _pairs(matrix)]
    return sum(equal) / len(equal) if equal else None


def cohen_kappa(matrix: pd.DataFrame) -> float | None:
    """Compute Cohen's kappa of two coders, over the units that both coded.

    Returns
    -------
    float or None
        None where there are not two coders, where no unit has two codes, or where both used one and the same code
        throughout: then chance alone would make them agree, and kappa is not defined.

    Examples
    --------
    >>> cohen_kappa(pd.DataFrame({"ann": ["yes", "no"], "bea": ["yes", "no"]}))
    1.0
    """
    pairs = _pairs(matrix)
    if matrix.shape[1] != 2 or not pairs:
        return None
    observed = sum(one == other for one, other in pairs) / len(pairs)
    firsts, seconds = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(firsts[code] * seconds[code] for code in firsts) / len(pairs) ** 2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorff_alpha(matrix: pd.DataFrame) -> float | None:
    """Compute Krippendorff's alpha for nominal codes; units with fewer than two codes count nowhere.

    Returns
    -------
    float or None
        None where no unit has two codes, or where all that can be paired is one code: alpha is not defined then.

    Examples
    --------
    >>> krippendorff_alpha(pd.DataFrame({"ann": ["yes", "no", None], "bea": ["yes", "no", "no"]}))
    1.0
    """
    shared = matrix[matrix.notna().sum(axis=1) > 1]
    numbers: dict[Any, int] = {}
    rows = [[np.nan if _is_missing(code) else numbers.setdefault(code, len(numbers)) for code in shared[coder]]
            for coder in shared.columns]  # fmt: skip
    if len(numbers) < 2:
        return None
    return float(krippendorff.alpha(reliability_data=np.array(rows, dtype=float), level_of_measurement="nominal"))


def score_agreement(codes: pd.DataFrame, *, variables: Sequence[str] = VARIABLES) -> pd.DataFrame:
    """Score the agreement of all coders, and of each pair of them.

    Parameters
    ----------
    codes : pandas.DataFrame
        One row a coder and claim.
    variables : sequence of str
        The columns that hold the codes.

    Returns
    -------
    pandas.DataFrame
        One row a variable and group: ``variable``, ``coder`` and ``other`` (both empty: all coders), ``n_coders``,
        ``n_units`` (with codes of at least two), ``percent``, ``kappa`` (pairs only) and ``alpha``. A measure that is
        not defined is missing.

    Examples
    --------
    >>> codes = pd.DataFrame({"coder": ["a", "b"], "claim_id": ["c", "c"], "status": ["denied", "denied"]})
    >>> score_agreement(codes, variables=["status"])[["n_units", "percent"]].values.tolist()
    [[1, 1.0]]
    """
    rows: list[dict[str, Any]] = []
    for variable in variables:
        matrix = build_matrix(codes, variable)
        coders = [str(coder) for coder in matrix.columns]
        pairs = [*combinations(coders, 2)]
        groups = [(EVERYBODY, EVERYBODY), *pairs] if len(coders) > 2 else pairs
        rows += [_score_group(matrix, variable, group) for group in groups]
    columns = ["variable", "coder", "other", "n_coders", "n_units", *MEASURES]
    return pd.DataFrame(rows, columns=columns).astype({**dict.fromkeys(MEASURES, "Float64"), "n_units": "Int64"})


def select_disagreements(codes: pd.DataFrame, *, variables: Sequence[str] = VARIABLES) -> pd.DataFrame:
    """Select the codes of every unit on which two coders differ.

    Returns
    -------
    pandas.DataFrame
        ``variable``, ``claim_id``, ``coder`` and ``code``; by variable, then in the order of the claims in `codes`.

    Examples
    --------
    >>> codes = pd.DataFrame({"coder": ["a", "b"], "claim_id": ["c", "c"], "status": ["denied", "claimed"]})
    >>> select_disagreements(codes, variables=["status"])["code"].tolist()
    ['denied', 'claimed']
    """
    rows = []
    for variable in variables:
        matrix = build_matrix(codes, variable)
        for claim_id in dict.fromkeys(codes["claim_id"]):
            given = matrix.loc[claim_id].dropna()
            if given.nunique() > 1:
                rows += [(variable, claim_id, str(coder), code) for coder, code in given.items()]
    return pd.DataFrame(rows, columns=["variable", "claim_id", "coder", "code"])


def _score_group(matrix: pd.DataFrame, variable: str, group: tuple[str, str]) -> dict[str, Any]:
    chosen = matrix if group[0] == EVERYBODY else matrix[list(group)]
    return {
        "variable": variable, "coder": group[0], "other": group[1], "n_coders": chosen.shape[1],
        "n_units": int((chosen.notna().sum(axis=1) > 1).sum()), "percent": percent_agreement(chosen),
        "kappa": cohen_kappa(chosen), "alpha": krippendorff_alpha(chosen),
    }  # fmt: skip


def _pairs(matrix: pd.DataFrame) -> list[Pair]:
    """List the pairs of codes that two coders gave to one unit."""
    given = ([code for code in row if not _is_missing(code)] for row in matrix.itertuples(index=False, name=None))
    return [pair for codes in given for pair in combinations(codes, 2)]


def _is_missing(code: object) -> bool:
    return code is None or code != code or code == ""
