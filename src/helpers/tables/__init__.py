"""From annotations to checked tables and back to disk; pandas begins here."""

from helpers.tables._correction_files import (
    corrections_folder,
    delete_correction,
    read_corrections,
    write_correction,
)
from helpers.tables._refusals import CorrectionError
from helpers.tables.build import Tables, build_frame, build_tables
from helpers.tables.check import build_schema, check_tables
from helpers.tables.corrections import (
    Decision,
    build_corrections,
    correctable_columns,
    lay_corrections,
    make_correction,
    select_astray,
    select_conflicts,
)
from helpers.tables.describe import render_schema
from helpers.tables.store import build_package, hash_tables, read_tables, render_csv, write_tables, write_text
from helpers.tables.withheld import (
    find_withheld,
    lay_withheld,
    list_outdated_withheld,
    list_withheld_problems,
    read_withheld,
    withheld_folder,
    write_withheld,
)

__all__ = [
    "CorrectionError",
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
    "find_withheld",
    "hash_tables",
    "lay_corrections",
    "lay_withheld",
    "list_outdated_withheld",
    "list_withheld_problems",
    "make_correction",
    "read_corrections",
    "read_tables",
    "read_withheld",
    "render_csv",
    "render_schema",
    "select_astray",
    "select_conflicts",
    "withheld_folder",
    "write_correction",
    "write_tables",
    "write_text",
    "write_withheld",
]
