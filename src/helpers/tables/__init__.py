"""From annotations to checked tables and back to disk; pandas begins here."""

from helpers.tables.build import Tables, build_frame, build_tables
from helpers.tables.check import build_schema, check_tables
from helpers.tables.describe import render_schema
from helpers.tables.store import build_package, hash_tables, read_tables, render_csv, write_tables, write_text

__all__ = [
    "Tables",
    "build_frame",
    "build_package",
    "build_schema",
    "build_tables",
    "check_tables",
    "hash_tables",
    "read_tables",
    "render_csv",
    "render_schema",
    "write_tables",
    "write_text",
]
