"""From annotations to checked tables and back to disk; pandas begins here."""

from helpers.tables._correction_files import (
    corrections_folder,
    delete_correction,
    read_corrections,
    write_correction,
)
from helpers.tables.build import Tables, build_frame, build_tables
from helpers.tables.check import build_schema, check_tables
from helpers.tables.corrections import (
    Decision,
    build_corrections,
    correctable_columns,
    lay_corrections,
    make_correction,
    select_conflicts,
)
from helpers.tables.describe import render_schema
from helpers.tables.store import build_package, hash_tables, read_tables, render_csv, write_tables, write_text

__all__ = [
    "Decision",
    "Tables",
    "build_corrections",
    "build_frame",
    "build_package",
    "build_schema",
    "build_tables",
    "check_tables",
    "correctable_columns",
    "corrections_folder",
    "delete_correction",
    "hash_tables",
    "lay_corrections",
    "make_correction",
    "read_corrections",
    "read_tables",
    "render_csv",
    "render_schema",
    "select_conflicts",
    "write_correction",
    "write_tables",
    "write_text",
]
