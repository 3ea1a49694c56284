"""The schema as a page for people: docs/tables.md is made from here and a test holds it to that."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.model import TABLES, Column, Table

_HEAD = """# The tables

Made from `src/helpers/model/_schema_*.py` by `python -m helpers docs`; do not edit by hand.

One CSV and one Parquet file each (UTF-8, LF, comma, ISO dates, empty = missing), with a `datapackage.json`
(Frictionless) that says the same. Offsets are Unicode code points into the article as normalised (UTF-8, LF, NFC),
half-open. Ids are permanent: made from the article's id and the spans that define the row.
"""


def render_schema() -> str:
    """Render every table with its columns, meanings, closed lists and references as Markdown.

    Examples
    --------
    >>> render_schema().startswith("# The tables")
    True
    """
    return "\n".join([_HEAD, *("\n".join(_render_table(table)) for table in TABLES.values())])


def _render_table(table: Table) -> Iterator[str]:
    yield f"## {table.name}\n"
    yield table.meaning + (f" **Mind:** {table.warning}" if table.warning else "")
    yield "\n| column | type | meaning |\n|---|---|---|"
    for column in table.columns:
        yield f"| `{column.name}` | {_render_type(column)} | {_render_meaning(column, table)} |"
    yield ""


def _render_type(column: Column) -> str:
    return column.type + (", required" if column.required else "")


def _render_meaning(column: Column, table: Table) -> str:
    parts = [column.meaning]
    if column.name == table.key:
        parts.append("Key.")
    if column.allowed:
        parts.append("One of: " + ", ".join(f"`{value}`" for value in column.allowed) + ".")
    if column.refers_to:
        parts.append(f"Refers to `{column.refers_to}`.")
    return " ".join(parts).replace("|.", "\\|.").replace("end|start", "end\\|start")
