"""Coding like an analyst: the claims of one article, what each may be coded as, and the codes of machine and gold.

Every function here is plain; the widgets on top are in `helpers.teaching.coding_view`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from helpers.model import TABLES, CodingError
from helpers.resources.codebook import read_codebook
from helpers.teaching._actor_names import actors_of, find_same_speakers
from helpers.teaching._gold_speakers import OTHER, UNNAMED, Speakers
from helpers.teaching.agreement import VARIABLES
from helpers.teaching.classes import Coded, read_classes
from helpers.teaching.codes import build_codes
from helpers.teaching.gold import Gold, Tables, rebuild_texts
from helpers.teaching.scores import LEAST_OVERLAP, compare_reading, overlap
from helpers.views import message, word

NEWSROOM, NONE = "newsroom", "none"
MACHINE, GOLD = "machine", "gold"
STATUSES = next(column.allowed for column in TABLES["claims"].columns if column.name == "status")

Unit = dict[str, Any]


def list_units(tables: Tables, article_id: str) -> list[Unit]:
    """List the claims of an article in the order of its text, each with the hash of that text.

    Raises
    ------
    CodingError
        If the article is not in the tables or has no claim.
    """
    claims = tables["claims"]
    here = claims[claims["article_id"] == article_id].sort_values(["start_char", "end_char", "claim_id"])
    if here.empty:
        known = ", ".join(sorted(set(claims["article_id"])))
        raise CodingError(f"there is no article {article_id!r} with a claim in these tables; there are {known}")
    articles = tables["articles"].set_index("article_id")
    plain = here.astype(object).where(here.notna(), None)
    sha256 = str(articles.loc[article_id, "sha256"])
    return [{"sha256": sha256, **{str(key): cell for key, cell in row.items()}} for row in plain.to_dict("records")]


def list_choices(
    tables: Tables, article_id: str, variable: str, *, language: str = "en", gold: Gold | None = None
) -> list[tuple[str, str]]:
    """List what a claim of the article may be coded as: label and code, in the order of the codebook.

    Positions are those on the questions that the article touches; on every question where it touches none.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    article_id : str
    variable : {"source", "status", "position"}
    language : str
        Language of the labels.
    gold : dict, optional
        Where the coding by hand saw another question touched than the rules, its answers are among the choices too.
    """
    if variable == "status":
        return [(word("status", status, language), status) for status in STATUSES]
    if variable == "position":
        touched = _list_questions(tables, article_id, gold or {})
        rows = [row for row in read_codebook().rows("positions") if not touched or row["question_id"] in touched]
        titles = {row.key: row[f"title_{language}"] for row in read_codebook().rows("questions")}
        named = [(f"{titles[row['question_id']]}: {row[f'label_{language}']}", row.key) for row in rows]
        return [(message("code.none", language), NONE), *named]
    names = sorted((name, actor_id) for actor_id, name in actors_of(tables, article_id).items())
    return [(message("code.newsroom", language), NEWSROOM), *names,
            (message("code.unnamed", language), UNNAMED), (message("code.other", language), OTHER)]  # fmt: skip


def label_code(tables: Tables, variable: str, code: str, *, language: str = "en", article_id: str = "") -> str:
    """Return the words for a code; a code of several (``a|b``) has those of each, a source the spelling of the article.

    Examples
    --------
    >>> label_code({}, "status", "denied", language="nl")
    'ontkend'
    """
    spelt = actors_of(tables, article_id) if article_id and variable == "source" else {}
    return " / ".join(spelt.get(one) or _label_one(tables, variable, one, language) for one in code.split("|"))


def machine_codes(tables: Tables, article_id: str) -> pd.DataFrame:
    """Build the codes that the rules gave to the claims of an article."""
    names, positions = actors_of(tables, article_id), _positions_by_claim(tables)
    same = find_same_speakers(tables, article_id)
    rows = []
    for unit in list_units(tables, article_id):
        speaker = same.get(unit["source_id"], unit["source_id"])
        known = speaker if speaker in names else UNNAMED
        rows.append({**unit, "coder": MACHINE, "source": NEWSROOM if unit["voice"] == NEWSROOM else known,
                     "position": "|".join(positions.get(unit["claim_id"], ())) or NONE})  # fmt: skip
    return build_codes(rows)


def gold_codes(tables: Tables, gold: Gold, article_id: str) -> pd.DataFrame:
    """Build the codes that the gold has for the claims of an article; what it has no code for is empty.

    A claim is paired with the coder's statement that it overlaps most. A claim of the newsroom that overlaps none is
    the newsroom's in the gold as well; one that the coder gave to a source has the coder's code (`find_recut`); one
    that holds a statement of a source beside other things, and a claim of a source that overlaps none, has no code.
    Where a label of the gold stands for several of our positions and the rules took one of these, that one is meant.
    """
    if article_id not in gold:
        return build_codes([])
    units = list_units(tables, article_id)
    one = {article_id: gold[article_id]}
    stated = compare_reading(tables, one, "attributions")
    pairs = {found.row_id: coded for coded, found in stated.agreed}
    doubted = {found.row_id for _, found in compare_reading(tables, one, "unverified").agreed}
    holders = {claim_id: str(coded.item.get("source_name") or "") for claim_id, coded in pairs.items()}
    positions, found = _gold_positions(units, gold[article_id], holders), _positions_by_claim(tables)
    actors = tables["actors"]
    speakers = Speakers(tables, actors[actors["actor_id"].isin(actors_of(tables, article_id))])
    for unit in units:
        if unit["claim_id"] in pairs:
            speakers.learn(pairs[unit["claim_id"]], unit)
    rows = []
    recut = _recut(units, stated.missed)
    for unit in units:
        coded = pairs.get(unit["claim_id"]) or recut.get(unit["claim_id"])
        taken = _narrow(positions.get(unit["claim_id"], []), found.get(unit["claim_id"], []))
        codes = {"position": "|".join(taken) or NONE}
        if coded is not None:
            codes |= {"source": speakers.find(coded, unit), "status": coded.detail}
        elif unit["voice"] == NEWSROOM and not _holds_any(unit, stated.missed):
            codes |= {"source": NEWSROOM, "status": "unverified" if unit["sentence_id"] in doubted else "reported"}
        else:
            codes |= {"source": "", "status": ""}
        rows.append({**unit, **codes, "coder": GOLD})
    return build_codes(rows)


def find_recut(tables: Tables, gold: Gold, article_id: str) -> dict[str, str]:
    """Find what the rules gave to the newsroom and the coder, who cut it otherwise, to a source.

    Returns
    -------
    dict of str to str
        From claim to the words that the coder marked.
    """
    if article_id not in gold:
        return {}
    missed = compare_reading(tables, {article_id: gold[article_id]}, "attributions").missed
    text = rebuild_texts(tables)[article_id]
    recut = _recut(list_units(tables, article_id), missed)
    return {claim_id: text[coded.start : coded.end] for claim_id, coded in recut.items()}


def settle_codes(codes: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """Put two codings side by side; where `other` has several codes for a claim, any of them agrees.

    Where none does, all of them stand beside the coder's, as one code that is another one.

    Examples
    --------
    >>> ann = build_codes([{"coder": "ann", "claim_id": "c", "position": "b"}])
    >>> machine = build_codes([{"coder": "machine", "claim_id": "c", "position": "a|b"}])
    >>> settle_codes(ann, machine)["position"].tolist()
    ['b', 'b']
    >>> settle_codes(ann.assign(position="c"), machine)["position"].tolist()
    ['c', 'a|b']
    """
    first = {row["claim_id"]: row for row in codes.drop_duplicates("claim_id").to_dict("records")}
    settled = other[other["claim_id"].isin(first)].copy()
    for variable in VARIABLES:
        pairs = zip(settled["claim_id"], settled[variable], strict=True)
        settled[variable] = [_settle(str(first[claim_id][variable]), str(code)) for claim_id, code in pairs]
    return pd.concat([codes, settled], ignore_index=True)


def select_current(tables: Tables, codes: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Part the codes of claims that are here, in the text that was coded, from those of another text or reading."""
    texts = tables["articles"].set_index("article_id")["sha256"]
    same = codes["article_id"].map(texts) == codes["sha256"]
    current = same & codes["claim_id"].isin(set(tables["claims"]["claim_id"]))
    return codes[current].reset_index(drop=True), codes[~current].reset_index(drop=True)


def _label_one(tables: Tables, variable: str, code: str, language: str) -> str:
    if code in (NEWSROOM, UNNAMED, OTHER, NONE):
        return message(f"code.{code}", language)
    if variable == "source":
        actors = tables["actors"]
        return str(dict(zip(actors["actor_id"], actors["name"], strict=True)).get(code, code))
    return word(variable, code, language) if variable == "status" else _label_position(code, language)


def _label_position(code: str, language: str) -> str:
    row = read_codebook().row("positions", code)
    return row[f"label_{language}"] if row else code


def _list_questions(tables: Tables, article_id: str, gold: Gold) -> set[str]:
    disputes = tables["disputes"]
    by_rule = set(disputes.loc[disputes["article_id"] == article_id, "question_id"])
    if article_id not in gold or article_id not in set(tables["claims"]["article_id"]):
        return by_rule
    coded = _gold_positions(list_units(tables, article_id), gold[article_id])
    questions = {row.key: row["question_id"] for row in read_codebook().rows("positions")}
    return by_rule | {questions[code] for codes in coded.values() for code in codes}


def _positions_by_claim(tables: Tables) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in tables["disputes"].sort_values("position_id").itertuples():
        if row.position_id not in found.setdefault(str(row.claim_id), []):
            found[str(row.claim_id)].append(str(row.position_id))
    return found


def _narrow(wanted: list[str], found: list[str]) -> list[str]:
    return [position for position in wanted if position in found] or wanted


def _gold_positions(
    units: list[Unit], coded_article: Mapping[str, Any], holders: Mapping[str, str] | None = None
) -> dict[str, list[str]]:
    """Give each position of the gold to the claim that it overlaps most, in the words of our codebook.

    Of two claims with one content that is the one whose source holds the position.
    """
    speak = holders or {}
    ours: dict[str, list[str]] = {}
    for position, theirs in read_classes()["positions"].items():
        for label in theirs:
            ours.setdefault(label, []).append(position)
    spans = {unit["claim_id"]: _span(unit) for unit in units}
    found: dict[str, set[str]] = {}
    for item in coded_article.get("positions", ()):
        coded = Coded("", int(item["start"]), int(item["end"]))
        best = max(spans, key=lambda claim_id: (_shared(spans[claim_id], coded), overlap(spans[claim_id], coded),
                                                speak.get(claim_id) == item["name"]))  # fmt: skip
        if _shared(spans[best], coded) > 0:
            found.setdefault(best, set()).update(ours.get(item["code"], ()))
    return {claim_id: sorted(codes) for claim_id, codes in found.items()}


def _recut(units: list[Unit], missed: tuple[Coded, ...]) -> dict[str, Coded]:
    least, found = LEAST_OVERLAP["attributions"], dict[str, Coded]()
    for unit in units:
        best = max(missed, key=lambda coded: overlap(_span(unit), coded), default=None)
        if unit["voice"] == NEWSROOM and best is not None and overlap(_span(unit), best) >= least:
            found[unit["claim_id"]] = best
    return found


def _holds_any(unit: Unit, missed: tuple[Coded, ...]) -> bool:
    return any(2 * _shared(_span(unit), coded) >= coded.end - coded.start for coded in missed)


def _span(unit: Unit) -> Coded:
    return Coded("", int(unit["start_char"]), int(unit["end_char"]))


def _shared(one: Coded, other: Coded) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _settle(code: str, candidates: str) -> str:
    return code if code in candidates.split("|") else candidates
