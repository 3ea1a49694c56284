"""Tell in one screen why a row exists: its sentence, its spans, its rule, and what else was considered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from helpers.model import TABLES, Alternative, Document, GrenspostError, Reading, Span
from helpers.pipeline import Intake, read_article, read_documents
from helpers.resources.lexicons import languages, read_lexicon

_KINDS = ("claims", "quotes", "mentions", "times", "events", "quantities", "wordings", "disputes")


def explain_row(row_id: str, seeds: Path, *, encoding: str = "utf-8") -> str:
    """Explain one row of any table that the rules make.

    Parameters
    ----------
    row_id : str
        An id such as ``nl-2023-05-22-grens.c120-188.201-205``; the part before the last dots names the article.
    seeds : Path
        Folder of the articles.

    Raises
    ------
    GrenspostError
        If no article or no row has that id; the message names the nearest ones.
    """
    intake = read_documents(seeds, encoding=encoding)
    found = [d for d in intake.documents if row_id.startswith(d.article_id + ".")]
    if not found:
        if told := [*_explain_withheld(row_id, intake)]:
            return "\n".join(told)
        known = ", ".join(document.article_id for document in intake.documents)
        raise GrenspostError(f"{row_id!r} belongs to no article of {seeds}, where the articles are {known}; "
                             "name the folder of its article with --seeds")
    reading = read_article(max(found, key=lambda document: len(document.article_id)))
    rows = {_id_of(row): row for row in _rows(reading)}
    if row_id not in rows:
        near = sorted(rows, key=lambda other: _distance(other, row_id))[:5]
        raise GrenspostError(f"{reading.document.article_id} has no row {row_id!r}; the nearest are {', '.join(near)}")
    return "\n".join(_explain(rows[row_id], reading))


def _explain_withheld(row_id: str, intake: Intake) -> Iterator[str]:
    """Explain a row of an article whose text is not here: all but its words, and what else was considered."""
    from helpers.tables import find_withheld

    for tables in find_withheld(intake.cards, intake.hashes, ())[0]:
        article = tables["articles"].iloc[0]
        for name, frame in tables.items():
            found = frame[frame[TABLES[name].key] == row_id] if TABLES[name].key else frame.head(0)
            if not found.empty and name != "articles":
                row = found.iloc[0].dropna()
                yield f"{name} {row_id}"
                yield (f"  text      not here: put {article['file_name']} into the folder of articles to see it "
                       f"(sha256 {article['sha256'][:12]}...)")
                yield from (f"  {column:<9} {value}" for column, value in row.items() if column != "rule")
                if "rule" in row:
                    yield f"  rule      {row['rule']}"
                    yield from _cite_lexicon(row["rule"], str(article["language"]))


def _rows(reading: Reading) -> Iterator[Any]:
    for kind in _KINDS:
        yield from getattr(reading, kind)


def _id_of(row: Any) -> str:
    return str(getattr(row, fields(row)[0].name))


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other)


def _explain(row: Any, reading: Reading) -> Iterator[str]:
    document = reading.document
    yield f"{type(row).__name__} {_id_of(row)}"
    span = _span_of(row, reading)
    if span is not None:
        for sentence in document.sentences_in(span):
            yield f"  sentence  [{sentence.span.start}, {sentence.span.end}) {_mark(document, sentence.span, span)}"
    for field in fields(row):
        value = getattr(row, field.name)
        if field.name not in ("rule", "considered") and value not in ("", None, ()):
            yield f"  {field.name:<9} {_show(value, document)}"
    if hasattr(row, "status") and not any(field.name == "status" for field in fields(row)):
        yield f"  status    {row.status}"
    yield f"  rule      {row.rule}"
    yield from _cite_lexicon(row.rule, document.language)
    yield from _list_considered(getattr(row, "considered", ()), document)


def _span_of(row: Any, reading: Reading) -> Span | None:
    for name in ("span", "trigger"):
        if isinstance(getattr(row, name, None), Span):
            return getattr(row, name)  # type: ignore[no-any-return]
    return next((claim.span for claim in reading.claims if claim.claim_id == getattr(row, "claim_id", "")), None)


def _mark(document: Document, sentence: Span, span: Span) -> str:
    start, end = max(sentence.start, span.start), min(sentence.end, span.end)
    text = document.text
    return f"{text[sentence.start:start]}[[{text[start:end]}]]{text[end:sentence.end]}"


def _show(value: Any, document: Document) -> str:
    if isinstance(value, Span):
        return f"[{value.start}, {value.end}) {value.of(document.text)!r}"
    if isinstance(value, tuple):
        return ", ".join(_show(part, document) for part in value)
    return str(value)


def _cite_lexicon(rule: str, language: str) -> Iterator[str]:
    if language not in languages():
        return
    rows = [row for file in read_lexicon(language).files.values() for row in file if row.row_id in rule]
    for row in sorted(rows, key=lambda row: -len(row.row_id)):  # rule out is not rule, though it holds it
        if f" {row.row_id} " in f" {rule} ":
            rule = f" {rule} ".replace(f" {row.row_id} ", " ")
            yield f"  lexicon   {row.row_id}: {row['note']} (for example: {row['example']})"


def _list_considered(considered: tuple[Alternative, ...], document: Document) -> Iterator[str]:
    for other in considered:
        score = "" if other.score is None else f" (score {other.score:g})"
        where = "" if other.span is None else f" {_show(other.span, document)}"
        yield f"  instead   {other.rule}{score}{where}: {other.reason}"
    if not considered:
        yield "  instead   nothing else was considered"
