"""Gather the readings of all articles into the tables of the contract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from helpers.model import TABLES, Card, Claim, Document, Reading, Span, Table, Unread, make_id

Row = dict[str, Any]
Tables = dict[str, pd.DataFrame]

DTYPES = {"string": "str", "integer": "Int64", "number": "Float64", "boolean": "boolean", "date": "datetime64[s]"}


def build_tables(
    readings: Sequence[Reading],
    *,
    cards: Iterable[tuple[str, Card]] = (),
    unread: Iterable[Unread] = (),
    links: Iterable[Any] = (),
) -> Tables:
    """Build every table of the contract.

    Parameters
    ----------
    readings : sequence of Reading
        One for each article that was read.
    cards : iterable of (article id, Card)
        Cards whose text is not here.
    unread : iterable of Unread
        What could not be read before any article was.
    links : iterable of Link
        What belongs together across articles.

    Returns
    -------
    dict of str to pandas.DataFrame
        In the order of the schema, each with all its columns; rows in order of article and offsets.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.article_id)
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for reading in ordered:
        for name, found in _rows_of(reading):
            rows[name].append(found)
    rows["articles"] += [_card_row(article_id, card) for article_id, card in cards]
    rows["articles"].sort(key=lambda row: row["article_id"])
    rows["unread"][:0] = [_unread_row(item, None) for item in unread]
    rows["links"] = [_plain_row(link) for link in links]
    rows["actors"] = _actor_rows(ordered)
    rows["places"] = _place_rows(ordered)
    return {name: build_frame(table, rows[name]) for name, table in TABLES.items()}


def build_frame(table: Table, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Build one table from its rows; what a row lacks is missing, what the schema lacks is refused.

    Parameters
    ----------
    table : Table
    rows : sequence of mapping
        From column name to value; an empty string or None is missing.

    Examples
    --------
    >>> build_frame(TABLES["unread"], [{"file_name": "a.txt", "reason": "empty"}]).shape
    (1, 6)
    """
    columns: dict[str, pd.Series[Any]] = {}
    for column in table.columns:
        values = [row.get(column.name) for row in rows]
        filled = [None if value == "" else value for value in values]
        columns[column.name] = pd.Series(filled, dtype=DTYPES[column.type])
    strange = {name for row in rows for name in row} - set(columns)
    if strange:
        raise KeyError(f"the table {table.name} has no column {', '.join(sorted(strange))}")
    return pd.DataFrame(columns)


def _rows_of(reading: Reading) -> Iterator[tuple[str, Row]]:
    document = reading.document
    yield "articles", _article_row(document)
    for sentence in document.sentences:
        yield "sentences", {
            "sentence_id": make_id(document.article_id, "s", sentence.span),
            "article_id": document.article_id,
            "paragraph": sentence.paragraph, "position": sentence.position, "part": sentence.part,
            **_span_cells(document, sentence.span),
        }  # fmt: skip
    for claim in reading.claims:
        yield "claims", _claim_row(document, claim)
    for name, found in (
        ("quotes", reading.quotes), ("mentions", reading.mentions), ("times", reading.times),
        ("quantities", reading.quantities), ("wordings", reading.wordings),
    ):  # fmt: skip
        for annotation in found:
            yield name, {**_place_in_text(document, annotation.span), **_plain_row(annotation)}
    for event in reading.events:
        row = {**_place_in_text(document, event.trigger), **_plain_row(event)}
        yield "events", _rename_span(row, "trigger_")
    for dispute in reading.disputes:
        yield "disputes", {"article_id": document.article_id, **_plain_row(dispute)}
    for item in reading.unread:
        yield "unread", _unread_row(item, document)


def _plain_row(annotation: Any) -> Row:
    """Take the fields that are columns as they are; spans and explanations are not."""
    beside = {"span", "trigger", "considered", "more_spans", "source", "cue", "frame_words"}
    return {name: getattr(annotation, name) for name in annotation.__slots__ if name not in beside}


def _place_in_text(document: Document, span: Span) -> Row:
    sentence = document.sentence_at(span.start)
    return {
        "article_id": document.article_id,
        "sentence_id": make_id(document.article_id, "s", sentence.span),
        **_span_cells(document, span),
    }


def _span_cells(document: Document, span: Span | None, prefix: str = "") -> Row:
    if span is None:
        return {}
    return {f"{prefix}start_char": span.start, f"{prefix}end_char": span.end, f"{prefix}text": span.of(document.text)}


def _rename_span(row: Row, prefix: str) -> Row:
    moved = ("start_char", "end_char", "text")
    return {f"{prefix}{name}" if name in moved else name: value for name, value in row.items()}


def _claim_row(document: Document, claim: Claim) -> Row:
    return {
        **_place_in_text(document, claim.span),
        **_plain_row(claim),
        "more_spans": "|".join(f"{span.start}-{span.end}" for span in claim.more_spans),
        **_span_cells(document, claim.source, "source_"),
        **_span_cells(document, claim.cue, "cue_"),
        "status": claim.status,
    }


def _article_row(document: Document) -> Row:
    card = document.card
    title = card.title
    if not title and card.text_rights != "none" and document.sentences and document.sentences[0].part == "title":
        title = document.sentences[0].span.of(document.text)
    return {
        **_card_row(document.article_id, card),
        "title": title, "language": document.language, "sha256": document.sha256,
        "n_chars": len(document.text), "n_sentences": len(document.sentences), "has_text": True,
    }  # fmt: skip


def _card_row(article_id: str, card: Card) -> Row:
    return {"article_id": article_id, "has_text": False, **_plain_row(card)}


def _unread_row(item: Unread, document: Document | None) -> Row:
    text = _span_cells(document, item.span) if document is not None else {}
    return {**_plain_row(item), **text}


def _actor_rows(readings: Sequence[Reading]) -> list[Row]:
    mentions = Counter(m.entity_id for r in readings for m in r.mentions if m.entity_type == "actor")
    claims = Counter(claim.source_id for reading in readings for claim in reading.claims)
    actors = {actor.actor_id: actor for reading in readings for actor in reading.actors}
    dutch = {actor.actor_id: actor.name_nl for reading in readings for actor in reading.actors if actor.name_nl}
    rows = []
    for actor_id, actor in sorted(actors.items()):
        row = _plain_row(actor)
        del row["role_phrases"]
        rows.append({**row, "name_nl": dutch.get(actor_id, ""), "aliases": "|".join(actor.aliases),
                     "n_mentions": mentions[actor_id], "n_claims": claims[actor_id]})
    return rows


def _place_rows(readings: Sequence[Reading]) -> list[Row]:
    mentions = Counter(m.entity_id for r in readings for m in r.mentions if m.entity_type == "place")
    places = {place.place_id: place for reading in readings for place in reading.places}
    rows = []
    for place_id, place in sorted(places.items()):
        row = _plain_row(place)
        del row["aliases"]
        rows.append({**row, "n_mentions": mentions[place_id]})
    return rows
