"""The agreement of coders as tables for people: the figures, and the sentences on which they differ."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from typing import Any

import pandas as pd

from helpers.teaching._position_choices import label_positions
from helpers.teaching._unit_quotes import has_twin, quote_unit
from helpers.teaching.agreement import EVERYBODY, MEASURES, VARIABLES, select_disagreements
from helpers.teaching.coding import GOLD, MACHINE, label_code
from helpers.teaching.gold import Tables
from helpers.views import Html, message, word
from helpers.views._index import TableIndex
from helpers.views.html import escape, page, table, tag
from helpers.views.numbers import tell_number
from helpers.views.reading._evidence import quote_sentence

MOST_PAIRS = 10
LEAST_UNITS = 10
"""Below this many claims kappa and alpha are not shown: one code more or less would turn them round."""


def render_agreement(scores: pd.DataFrame, *, language: str = "en", explained: Collection[str] = ()) -> Html:
    """Render the figures of agreement; where there are many coders, each pair of them stands folded away.

    Parameters
    ----------
    scores : pandas.DataFrame
        As `score_agreement` gives it.
    language : str
        Language of the labels.
    explained : collection of str
        What the page said before, as `list_explanations` names it: it is not said again.

    Examples
    --------
    >>> "no two coders" in render_agreement(pd.DataFrame(columns=["n_units"]))
    True
    """
    if scores.empty or not (scores["n_units"] > 0).any():
        return page(tag("p", escape(message("empty_agreement", language)), class_="gp-empty"), lang=language)
    note = _explain(scores, language, explained)
    whole = scores[scores["coder"] == EVERYBODY]
    if len(scores) <= MOST_PAIRS:
        return page(_table(scores, language), note, lang=language)
    if whole.empty:
        return page(_fold(message("caption_agreement", language), _table(scores, language)), note, lang=language)
    pairs = _table(scores[scores["coder"] != EVERYBODY], language)
    return page(_table(whole, language), _fold(message("agreement_pairs", language), pairs), note, lang=language)


def render_disagreements(
    tables: Tables, codes: pd.DataFrame, *, language: str = "en", show_own_text: bool = False
) -> Html:
    """Render every claim on which two coders differ, with its sentence and who coded what.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    codes : pandas.DataFrame
        One row a coder and claim.
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    """
    if codes["coder"].nunique() == 1:
        return page(tag("p", escape(message("empty_one_coder", language)), class_="gp-empty"), lang=language)
    return render_differences(tables, select_disagreements(codes), language=language, show_own_text=show_own_text)


def render_differences(
    tables: Tables, found: pd.DataFrame, *, language: str = "en", show_own_text: bool = False
) -> Html:
    """Render disagreements as `select_disagreements` gives them; a long list stands folded behind its count.

    Parameters
    ----------
    tables, language, show_own_text
        As for `render_disagreements`.
    found : pandas.DataFrame
        ``variable``, ``claim_id``, ``coder`` and ``code``.
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    if found.empty:
        return page(tag("p", escape(message("empty_disagreements", language)), class_="gp-empty"), lang=language)
    headings = [escape(message(key, language)) for key in ("col_sentence", "col_codes")]
    parts = []
    for variable in VARIABLES:
        here = found[found["variable"] == variable]
        rows = [[_sentence(index, str(claim_id)), _tell_codes(tables, variable, given, language)]
                for claim_id, given in here.groupby("claim_id", sort=False)]  # fmt: skip
        caption = message("caption_disagreements", language, variable=word("variable", variable, language))
        listed = table(headings, rows, caption=f"{caption} ({len(rows)})")
        parts += [_fold(f"{caption} ({len(rows)})", listed) if len(rows) > MOST_PAIRS else listed] if rows else []
    return page(*parts, lang=language)


def list_explanations(scores: pd.DataFrame) -> tuple[str, ...]:
    """List the sentences that a table of figures needs: how they are read, and why some are missing.

    Examples
    --------
    >>> list_explanations(pd.DataFrame({"n_units": [3]}))
    ('agreement_read', 'agreement_few')
    >>> list_explanations(pd.DataFrame({"n_units": [0]}))
    ()
    """
    if scores.empty or not (scores["n_units"] > 0).any():
        return ()
    return ("agreement_read", *(["agreement_few"] if (scores["n_units"] < LEAST_UNITS).any() else []))


def name_coder(coder: str, language: str) -> str:
    """Name a coder: a student by the pseudonym, machine and gold by their words.

    Examples
    --------
    >>> name_coder("machine", "nl")
    'de regels'
    """
    return word("coder", coder, language) if coder in (MACHINE, GOLD) else coder


def _explain(scores: pd.DataFrame, language: str, explained: Collection[str]) -> str:
    told = (message(key, language, least=LEAST_UNITS) for key in list_explanations(scores) if key not in explained)
    text = " ".join(told)
    return tag("p", escape(text), class_="gp-note") if text else ""


def _fold(summary: str, body: str) -> str:
    return tag("details", tag("summary", escape(summary)) + body)


def _table(scores: pd.DataFrame, language: str) -> str:
    columns = ("variable", "coders", "units", *MEASURES)
    headings = [escape(message(f"col_{name}", language)) for name in columns]
    rows = [
        [escape(word("variable", row["variable"], language)), escape(_name_group(row, language)), str(row["n_units"]),
         *(_show(_enough(row, measure), measure, language) for measure in MEASURES)]
        for row in scores.astype(object).where(scores.notna(), None).to_dict("records")
    ]  # fmt: skip
    caption = message("caption_agreement", language)
    return table(headings, rows, caption=caption, row_heads=True, class_="gp-number")


def _name_group(row: Mapping[Hashable, Any], language: str) -> str:
    if row["coder"] == EVERYBODY:
        return message("agreement_everybody", language, count=row["n_coders"])
    pair = sorted((str(row[key]) for key in ("coder", "other")), key=lambda coder: coder in (MACHINE, GOLD))
    coder, other = (name_coder(one, language) for one in pair)
    return message("agreement_pair", language, coder=coder, other=other)


def _enough(row: Mapping[Hashable, Any], measure: str) -> float | None:
    is_shown = measure == "percent" or row["n_units"] >= LEAST_UNITS
    return row[measure] if is_shown else None


def _show(value: float | None, measure: str, language: str) -> str:
    if value is None:
        return "–"
    if measure == "percent":
        return tell_number(100 * value, language, decimals=1)
    return tell_number(value, language, decimals=3)


def _sentence(index: TableIndex, claim_id: str) -> str:
    claim = index.find("claims", claim_id)
    if claim is None:
        return escape(claim_id)
    units = [row for row in index.rows("claims").values() if row["article_id"] == claim["article_id"]]
    if has_twin(units, claim):  # the sentence alone does not tell which of two is meant
        return quote_unit(index, units, claim) + tag("span", escape(index.label_article(claim)), class_="gp-note")
    return f"{quote_sentence(index, claim)} " + tag("span", escape(index.label_article(claim)), class_="gp-note")


def _tell_codes(tables: Tables, variable: str, given: pd.DataFrame, language: str) -> str:
    claims, by_code = tables["claims"], dict[str, list[str]]()
    at = "".join(claims.loc[claims["claim_id"].isin(set(given["claim_id"])), "article_id"].head(1))
    for coder, code in zip(given["coder"], given["code"], strict=True):
        by_code.setdefault(str(code), []).append(name_coder(str(coder), language))
    labels = {code: escape(label_positions(code if variable == "position" else "", language)
                           or label_code(tables, variable, code, language=language, article_id=at))
              for code in by_code}  # fmt: skip
    return "<br>".join(f"<strong>{labels[code]}</strong>: {escape(', '.join(who))}" for code, who in by_code.items())
