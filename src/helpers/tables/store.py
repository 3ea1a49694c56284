"""Tables to disk and back: CSV, Parquet, and a datapackage.json that says what every column means."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

from helpers.model import TABLES, Column, Table, TableError
from helpers.resources.codebook import read_codebook
from helpers.resources.paths import codebook_path, data_path
from helpers.tables.build import DTYPES, Tables

PACKAGE_FILE = "datapackage.json"
_DRAFT = ".grenspost-draft-"
_OLD_S = 3600
_NO_RULES = frozenset({"tables", "annotations", "gold", "withheld"})
_DESCRIPTION = "A row is what an article says, with the characters it says it in; no row is a finding of fact."


def write_tables(tables: Tables, folder: Path, *, remark: str = "", has_parquet: bool = True) -> Path:
    """Write every table as CSV and Parquet, and then their datapackage.json.

    All files are written beside the old ones first and renamed last, so that a killed run leaves the old tables
    whole; ``datapackage.json`` comes last of all and holds the hash of each CSV, by which `read_tables` sees a
    mixture of two runs.

    Parameters
    ----------
    tables : dict of str to pandas.DataFrame
    folder : Path
        Made where it is missing.
    remark : str, optional
        What was done to the tables before; it goes into the description of the package.
    has_parquet : bool, optional
        False writes CSV alone.

    Returns
    -------
    Path
        The datapackage.json.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _beside(folder) as draft:
        for name, frame in tables.items():
            (draft / f"{name}.csv").write_text(render_csv(frame), encoding="utf-8", newline="")
            if has_parquet:
                frame.to_parquet(draft / f"{name}.parquet", index=False)
        package = build_package(tables, {name: _hash_file(draft / f"{name}.csv") for name in tables}, remark)
        text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
        (draft / PACKAGE_FILE).write_text(text, encoding="utf-8", newline="")
        for path in sorted(draft.iterdir(), key=lambda path: (path.name == PACKAGE_FILE, path.name)):
            path.replace(folder / path.name)
    return folder / PACKAGE_FILE


def read_tables(folder: Path, *, compares_codebook: bool = True) -> Tables:
    """Read the tables that `write_tables` wrote.

    Parameters
    ----------
    folder : Path
    compares_codebook : bool, optional
        False does not warn of another codebook.

    Raises
    ------
    TableError
        If a table is missing, or the files come from two different runs.

    Warns
    -----
    UserWarning
        If another codebook coded the tables than the one that questions and labels come from now.
    """
    package = folder / PACKAGE_FILE
    if not package.exists():
        raise TableError(f"no tables in {folder}; build them with: python -m helpers tables --out {folder}")
    content = json.loads(package.read_text(encoding="utf-8"))
    stated = {r["name"]: r["hash"] for r in content["resources"]}
    tables: Tables = {}
    for name, table in TABLES.items():
        path = folder / f"{name}.csv"
        if not path.exists() or f"sha256:{_hash_file(path)}" != stated.get(name):
            raise TableError(f"{path.name} in {folder} is missing or not the one that {PACKAGE_FILE} describes; "
                             f"build the tables again with: python -m helpers tables --out {folder}")
        tables[name] = _read_csv(path, table)
    if compares_codebook:
        _compare_codebooks(content.get("codebook", {}), folder)
    return tables


def read_rules_version(folder: Path) -> str:
    """Read which version of the rules made the tables of a folder."""
    return str(json.loads((folder / PACKAGE_FILE).read_text(encoding="utf-8")).get("rules", ""))


def _compare_codebooks(coded: Mapping[str, str], folder: Path) -> None:
    here = read_codebook()
    if coded and coded["hash"] != here.hash:
        warnings.warn(
            f"the tables in {folder} were coded with the codebook {coded['name']!r}, but questions and labels come "
            f"from {here.folder}, which is another one or has been changed; set GRENSPOST_CODEBOOK to the folder of "
            f"{coded['name']!r} before Python starts, or build the tables again",
            stacklevel=3,
        )


def render_csv(frame: pd.DataFrame) -> str:
    r"""Render a table as CSV: UTF-8, LF, ISO dates, empty where missing.

    Examples
    --------
    >>> render_csv(pd.DataFrame({"a": pd.Series([1, None], dtype="Int64"), "is_b": pd.Series([True, False])}))
    'a,is_b\n1,true\n,false\n'
    """
    shown = frame.copy()
    for name in shown.columns:
        if pd.api.types.is_bool_dtype(shown[name].dtype):
            shown[name] = shown[name].map({True: "true", False: "false"}).astype("str")
    return shown.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d")


def write_text(text: str, path: Path) -> Path:
    """Write a file beside itself and rename it, so that no reader ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _beside(path.parent) as draft:
        written = draft / path.name
        written.write_text(text, encoding="utf-8", newline="")
        written.replace(path)
    return path


def hash_tables(folder: Path) -> str:
    """Return the hash of a folder of tables: that of its datapackage.json, which holds the hash of each."""
    return _hash_file(folder / PACKAGE_FILE)


def build_package(tables: Tables, hashes: dict[str, str], remark: str = "") -> dict[str, Any]:
    """Build the content of datapackage.json (Frictionless Data Package, version 1)."""
    codebook = read_codebook()
    return {
        "profile": "tabular-data-package",
        "name": "grenspost-tables",
        "title": "Who states what: tables read from news articles",
        "description": " ".join(filter(None, (_DESCRIPTION, remark))),
        "version": version("grenspost"),
        "rules": hash_rules(),
        "codebook": {"name": codebook.folder.name, "hash": codebook.hash},
        "resources": [_build_resource(TABLES[name], hashes[name]) for name in tables],
    }


@cache
def hash_rules() -> str:
    """Return the version of the rules: one hash of the code that reads, its lexicons and all hand-made data."""
    folders = [Path(__file__).parents[1] / name for name in ("text", "annotate", "model", "resources")]
    files = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    if codebook_path() != data_path("codebook"):
        files += sorted(codebook_path().glob("*.csv"))
    files += [path for path in sorted(data_path().rglob("*")) if path.suffix in (".csv", ".gz", ".geojson")
              and _NO_RULES.isdisjoint(path.relative_to(data_path()).parts)]  # fmt: skip
    total = hashlib.sha256()
    for path in files:
        total.update(path.name.encode() + path.read_bytes())
    return f"sha256:{total.hexdigest()}"


def _build_resource(table: Table, sha256: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_build_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = [table.key]
    foreign = [_build_foreign_key(table, column) for column in table.columns if column.refers_to]
    if foreign:
        schema["foreignKeys"] = foreign
    warning = f" {table.warning}" if table.warning else ""
    return {
        "name": table.name, "title": table.title, "description": table.meaning + warning,
        "path": f"{table.name}.csv", "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv",
        "encoding": "utf-8", "hash": f"sha256:{sha256}", "schema": schema,
    }  # fmt: skip


def _build_field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.meaning}
    limits: dict[str, Any] = {}
    if column.required:
        limits["required"] = True
    if column.allowed:
        limits["enum"] = list(column.allowed)
    return {**field, "constraints": limits} if limits else field


def _build_foreign_key(table: Table, column: Column) -> dict[str, Any]:
    other, key = column.refers_to.split(".")
    resource = "" if other == table.name else other
    return {"fields": [column.name], "reference": {"resource": resource, "fields": [key]}}


def _read_csv(path: Path, table: Table) -> pd.DataFrame:
    dates = [column.name for column in table.columns if column.type == "date"]
    types = {c.name: "str" if c.type == "date" else DTYPES[c.type] for c in table.columns}
    frame = pd.read_csv(path, dtype=types, keep_default_na=False, na_values=[""], true_values=["true"],
                        false_values=["false"], encoding="utf-8")
    for name in dates:
        frame[name] = pd.to_datetime(frame[name], format="%Y-%m-%d").dt.as_unit("s")
    return frame


def _hash_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    for left in folder.glob(f"{_DRAFT}*"):
        with suppress(FileNotFoundError):  # a draft beside this one may be done by now
            if time.time() - left.stat().st_mtime > _OLD_S:  # of a killed run; a younger one may be at work
                shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_DRAFT, dir=folder) as draft:
        yield Path(draft)
