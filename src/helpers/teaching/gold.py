"""Articles coded by hand: what a coder found, stand-off, beside what the rules found.

One JSON file an article, ``<article_id>.json``::

    {"id": "nl-2023-05-22-grens",
     "times":   [{"start": 10, "end": 17, "value": "2023-05-22"}],
     "places":  [{"start": 3, "end": 11, "name": "Belgorod"}],
     "actors":  [{"start": 20, "end": 27, "name": "Vyacheslav Gladkov"}],
     "attributions": [{"content": {"start": 40, "end": 80}, "cue": {"start": 30, "end": 34}, "source": null,
                       "kind": "indirect", "status": "claimed"}],
     "unverified": [{"start": 90, "end": 140}],
     "quantities": [{"start": 50, "end": 59, "low": 70, "high": null, "unit": "wounded"}],
     "events":  [{"trigger": {"start": 60, "end": 65}, "event_type": "shelling"}]}

In the place of ``start`` and ``end`` a span may be given as ``{"text": "maandag", "n": 2}``, its second occurrence.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from helpers.model import ResourceError
from helpers.resources.paths import data_path
from helpers.teaching.classes import Coded, class_of, read_classes

KINDS = ("attributions", "times", "places", "actors", "unverified", "quantities", "events", "positions", "wordings")
TABLES_OF_CODES = {"positions": "position", "wordings": "term"}
"""Kinds that are coded in one table over all articles, and the column that holds the class."""

Tables = Mapping[str, pd.DataFrame]


Gold = dict[str, dict[str, Any]]


def read_gold(folder: str | Path = "") -> Gold:
    """Read every hand-coded article of a folder.

    Parameters
    ----------
    folder : str or Path, optional
        ``data/gold`` by default; a folder that is not there holds no article.

    Returns
    -------
    dict of str to dict
        From article id to what stands in its file.

    Raises
    ------
    ResourceError
        If a file is not JSON or does not name its article.

    Examples
    --------
    >>> read_gold("no-such-folder")
    {}
    """
    root = Path(folder) if folder else data_path("gold")
    found: Gold = {}
    for path in sorted(root.glob("*.json")) if root.is_dir() else ():
        try:
            coded = json.loads(path.read_text(encoding="utf-8"))
            found[coded.get("article_id") or coded["id"]] = coded
        except (ValueError, KeyError, AttributeError) as error:
            wanted = "it needs JSON with the key id"
            raise ResourceError(f"{path.name}: not a hand-coded article ({error}); {wanted}") from error
    for kind, column in TABLES_OF_CODES.items():
        for article_id, item in _read_codes(root / f"{kind}.csv", column):
            if article_id in found:
                found[article_id].setdefault(kind, []).append(item)
    return found


def _read_codes(path: Path, column: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of a table over all articles; a folder need not have one."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            try:
                span = {"start": int(row["start_char"]), "end": int(row["end_char"])}
                code = ": ".join(filter(None, (row.get("question"), row[column])))  # one position on each question
                yield row["article_id"], {**span, "code": code, "name": row["holder"]}
            except (KeyError, TypeError, ValueError) as error:
                wanted = f"it needs article_id, start_char, end_char (whole numbers), {column} and holder"
                raise ResourceError(f"{path.name}, line {number}: not a code ({error}); {wanted}") from error


def list_gold(gold: Gold, kind: str, texts: Mapping[str, str]) -> list[Coded]:
    """List what the coder found of one kind, in the articles whose text is here."""
    return [
        coded
        for article_id, coded_article in gold.items() if article_id in texts
        for item in coded_article.get(kind, ())
        for coded in _read_item(article_id, item, texts[article_id])
    ]  # fmt: skip


def list_found(tables: Tables, kind: str, article_ids: set[str]) -> list[Coded]:
    """List what the rules found of one kind, in the articles that are coded by hand."""
    if not article_ids:
        return []
    classes = read_classes().get(kind, {})
    return [coded for coded in _FOUND[kind](tables)
            if coded.article_id in article_ids and classes.get(coded.code or class_of(coded), ("",))]  # fmt: skip


def rebuild_texts(tables: Tables) -> dict[str, str]:
    """Rebuild each article from its sentences; what stood between them was white space.

    An article that lacks a sentence's words, since its text is not here or may not be shown, is left out: it cannot be
    scored.
    """
    texts: dict[str, str] = {}
    sentences = tables["sentences"]
    torn = set(sentences.loc[sentences["text"].isna(), "article_id"])
    whole = sentences[~sentences["article_id"].isin(torn)]
    for row in whole.sort_values(["article_id", "start_char"]).itertuples():
        text = texts.get(str(row.article_id), "")
        texts[str(row.article_id)] = text + " " * (int(str(row.start_char)) - len(text)) + str(row.text)
    return texts


def _read_item(article_id: str, item: dict[str, Any], text: str) -> Iterator[Coded]:
    span = item.get("content") or item.get("trigger") or item
    detail = _bounds(item["low"], item["high"], item["unit"]) if "unit" in item else str(
        item.get("event_type") or item.get("status") or item.get("value") or item.get("name") or ""
    )
    if "start" in span:
        yield Coded(article_id, int(span["start"]), int(span["end"]), detail, code=str(item.get("code", "")),
                    marks=_marks_of(item), item=item)  # fmt: skip
        return
    start = -1
    for _ in range(span.get("n", 1)):
        start = text.find(span["text"], start + 1)
    if start >= 0:
        yield Coded(article_id, start, start + len(span["text"]), detail, marks=_marks_of(item), item=item)


def _marks_of(item: Mapping[str, Any]) -> tuple[tuple[int, int], ...]:
    spans = [item.get(part) or {} for part in ("cue", "source")]
    return tuple((int(span["start"]), int(span["end"])) for span in spans if "start" in span)


def _bounds(low: Any, high: Any, unit: object) -> str:
    """Write the bounds and the unit of a quantity; an open bound is empty.

    Examples
    --------
    >>> _bounds(70, None, "wounded")
    '70– wounded'
    """
    shown = ["" if number is None or pd.isna(number) else f"{float(number):g}" for number in (low, high)]
    return f"{shown[0]}–{shown[1]} {unit}"


def _found_attributions(tables: Tables) -> Iterator[Coded]:
    claims = tables["claims"]
    for row in claims[claims["voice"] == "source"].itertuples():
        yield replace(_coded(row, row.status, row.claim_id), marks=_marks_found(row))


def _marks_found(row: Any) -> tuple[tuple[int, int], ...]:
    spans = ((row.cue_start_char, row.cue_end_char), (row.source_start_char, row.source_end_char))
    return tuple((int(start), int(end)) for start, end in spans if pd.notna(start))


def _found_times(tables: Tables) -> Iterator[Coded]:
    times = tables["times"]
    values = times["edtf"].fillna(times["duration"])
    for row, value in zip(times.itertuples(), values, strict=True):
        yield _coded(row, value, row.time_id)


def _found_mentions(tables: Tables, entity_type: str, forms: set[str]) -> Iterator[Coded]:
    entities = tables[f"{entity_type}s"].set_index(f"{entity_type}_id")["name"]
    mentions = tables["mentions"]
    for row in mentions[(mentions["entity_type"] == entity_type) & mentions["form"].isin(forms)].itertuples():
        yield _coded(row, entities.get(row.entity_id, ""), row.mention_id)


def _found_unverified(tables: Tables) -> Iterator[Coded]:
    claims = tables["claims"]
    doubted = set(claims.loc[claims["verification"] == "unverified", "sentence_id"])
    sentences = tables["sentences"]
    for row in sentences[sentences["sentence_id"].isin(doubted)].itertuples():
        yield _coded(row, "unverified", row.sentence_id)


def _found_quantities(tables: Tables) -> Iterator[Coded]:
    for row in tables["quantities"].itertuples():
        yield _coded(row, _bounds(row.low, row.high, row.unit), row.quantity_id)


def _found_events(tables: Tables) -> Iterator[Coded]:
    # what two claims hold is two rows, but one event to a coder
    same = ["article_id", "trigger_start_char", "trigger_end_char", "event_type"]
    for row in tables["events"].drop_duplicates(same).itertuples():
        yield Coded(str(row.article_id), int(str(row.trigger_start_char)), int(str(row.trigger_end_char)),
                    str(row.event_type), str(row.event_id))  # fmt: skip


def _found_positions(tables: Tables) -> Iterator[Coded]:
    claims = {claim.claim_id: claim for claim in tables["claims"].itertuples()}
    for row in tables["disputes"].itertuples():
        if row.claim_id in claims:
            found = _coded(claims[row.claim_id], _holder(tables, row), row.dispute_id)
            yield replace(found, code=str(row.position_id))


def _found_wordings(tables: Tables) -> Iterator[Coded]:
    for row in tables["wordings"].itertuples():
        yield replace(_coded(row, _holder(tables, row), row.wording_id), code=str(row.term_id))


def _holder(tables: Tables, row: Any) -> str:
    """Name who holds a position or uses a word, as the coder writes it."""
    if row.voice == "newsroom":
        return "newsroom"
    names = tables["actors"].set_index("actor_id")["name"]
    return str(names.get(row.actor_id, ""))


def _coded(row: Any, detail: object, row_id: object) -> Coded:
    shown = detail if isinstance(detail, str) else ""
    return Coded(str(row.article_id), int(row.start_char), int(row.end_char), shown, str(row_id))


_FOUND = {
    "attributions": _found_attributions,
    "times": _found_times,
    "places": lambda tables: _found_mentions(tables, "place", {"name", "alias", "metonym"}),
    "actors": lambda tables: _found_mentions(tables, "actor", {"name", "alias"}),
    "unverified": _found_unverified,
    "quantities": _found_quantities,
    "events": _found_events,
    "positions": _found_positions,
    "wordings": _found_wordings,
}
