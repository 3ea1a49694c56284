"""The contract of the tables, declared once: names, types, keys, meanings, warnings.

The checks (`helpers.tables.check`), ``datapackage.json`` and ``docs/tables.md`` are all made from here.
"""

from helpers.model._schema_entities import ENTITY_TABLES
from helpers.model._schema_statements import STATEMENT_TABLES
from helpers.model._schema_text import TEXT_TABLES
from helpers.model.columns import Column, Table

__all__ = ["TABLES", "Column", "Table"]

TABLES: dict[str, Table] = {table.name: table for table in (*TEXT_TABLES, *STATEMENT_TABLES, *ENTITY_TABLES)}
