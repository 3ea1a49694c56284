"""Hold the tables against their schema, and every span against its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from helpers.model import TABLES, Column, Table, TableError
from helpers.tables.build import DTYPES, Tables


def check_tables(tables: Tables, texts: Mapping[str, str] | None = None) -> None:
    """Check every table: columns, types, keys, closed lists, references, and that each span reads back.

    A row of an article whose text is not here has offsets and no words; a row of one whose text is here, or which may
    be shown in full, has its words.

    Parameters
    ----------
    tables : dict of str to pandas.DataFrame
    texts : mapping, optional
        From article id to its normalised text; spans of articles that are not in it are not read back.

    Raises
    ------
    TableError
        With one sentence for each thing found.
    """
    problems = [*_missing_tables(tables)]
    for name, frame in tables.items():
        problems += [*_schema_problems(TABLES[name], frame)]
        problems += [*_reference_problems(TABLES[name], frame, tables)]
        problems += [*_span_problems(TABLES[name], frame, texts or {})]
        problems += [*_text_problems(TABLES[name], frame, tables.get("articles"), texts or {})]
    if problems:
        more = f"\n... and {len(problems) - 20} more" if len(problems) > 20 else ""
        raise TableError("the tables break their contract:\n" + "\n".join(problems[:20]) + more)


def build_schema(table: Table) -> pa.DataFrameSchema:
    """Build the pandera schema of a table from its declaration."""
    return pa.DataFrameSchema(
        {column.name: _build_column(column, column.name == table.key) for column in table.columns}, strict=True
    )


def _build_column(column: Column, is_key: bool) -> pa.Column:
    checks = [pa.Check.isin(list(column.allowed))] if column.allowed else []
    return pa.Column(DTYPES[column.type], checks, nullable=not column.required, unique=is_key)


def _missing_tables(tables: Tables) -> Iterator[str]:
    for name in TABLES:
        if name not in tables:
            yield f"{name}: the table is missing; build the tables again"


def _schema_problems(table: Table, frame: pd.DataFrame) -> Iterator[str]:
    try:
        build_schema(table).validate(frame, lazy=True)
    except SchemaErrors as errors:
        for _, case in errors.failure_cases.iterrows():
            row = "" if pd.isna(case["index"]) else f", row {case['index']}"
            column = case["column"] if pd.notna(case["column"]) else "the table"
            yield f"{table.name}.{column}{row}: found {case['failure_case']!r}, against the rule {case['check']}"


def _reference_problems(table: Table, frame: pd.DataFrame, tables: Tables) -> Iterator[str]:
    for column in table.columns:
        if not column.refers_to or column.name not in frame:
            continue
        other, key = column.refers_to.split(".")
        if other not in tables or key not in tables[other]:
            continue
        known = set(tables[other][key])
        for value in frame[column.name].dropna().unique():
            if value not in known:
                yield f"{table.name}.{column.name}: {value!r} is not in {column.refers_to}"


def _span_problems(table: Table, frame: pd.DataFrame, texts: Mapping[str, str]) -> Iterator[str]:
    for prefix in table.spans:
        names = [f"{prefix}start_char", f"{prefix}end_char", f"{prefix}text"]
        if not set(names) <= set(frame.columns):
            continue
        for article_id, start, end, text in frame[["article_id", *names]].dropna().itertuples(index=False):
            if article_id in texts and texts[article_id][start:end] != text:
                yield f"{table.name}: {prefix}[{start}, {end}) of {article_id} does not read back {text!r}"


def _text_problems(
    table: Table, frame: pd.DataFrame, articles: pd.DataFrame | None, texts: Mapping[str, str]
) -> Iterator[str]:
    if articles is None or not {"article_id", "has_text", "text_rights"} <= set(articles.columns):
        return
    absent = set(articles.loc[articles["has_text"].eq(False), "article_id"])
    whole = set(articles.loc[articles["has_text"].eq(True) & articles["text_rights"].eq("full"), "article_id"])
    for prefix in table.spans:
        names = ["article_id", f"{prefix}start_char", f"{prefix}text"]
        if not set(names) <= set(frame.columns):
            continue
        for article_id, start, text in frame[names].itertuples(index=False):
            where = f"{table.name}: {prefix}text at {start} of {article_id}"
            if article_id in absent and not pd.isna(text):
                yield f"{where} holds words, though has_text says that the text is not here; leave the cell empty"
            if article_id in whole | set(texts) and pd.isna(text) and not pd.isna(start):
                yield f"{where} is empty, though the text is here; build the tables again"
