"""Read the actors that are kept by hand: who speaks or acts, under which names."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import cast, get_args

from helpers.model import Actor, ResourceError
from helpers.model.annotations import ActorType
from helpers.resources.paths import data_path

COLUMNS = ("actor_id", "name", "name_nl", "aliases", "role_phrases", "role_from", "role_until", "actor_type", "role",
           "role_nl", "side", "side_basis", "wikidata_id", "origin", "note")  # fmt: skip
_TYPES = get_args(ActorType)


@cache
def read_actors(path: Path | None = None) -> tuple[Actor, ...]:
    """Read the table of actors.

    Parameters
    ----------
    path : Path, optional
        ``data/actors.csv`` by default.

    Returns
    -------
    tuple of Actor
        In the order of the file; the Dutch name is the first alias.

    Raises
    ------
    ResourceError
        If a column or a cell is missing, an id stands twice, a type is unknown, or a side has no basis.

    Examples
    --------
    >>> next(actor.name for actor in read_actors() if actor.actor_id == "icc")
    'International Criminal Court'
    """
    file = path or data_path("actors.csv")
    if not file.is_file():
        raise ResourceError(f"no file {file}; put actors.csv there, or set GRENSPOST_HOME to the checkout")
    return tuple(_read_rows(file))


def _read_rows(path: Path) -> Iterator[Actor]:
    seen: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
        if missing:
            raise ResourceError(f"{path.name}, line 1: the column {missing[0]} is missing; add it, empty if need be")
        for row in reader:
            problem = _problem(row, seen)
            if problem:
                raise ResourceError(f"{path.name}, line {reader.line_num}: {problem}")
            seen.add(row["actor_id"])
            yield _make_actor(row)


def _problem(row: dict[str, str], seen: set[str]) -> str:
    if None in row or None in row.values():
        return "as many cells as column names are needed; quote any comma"
    for column in ("actor_id", "name"):
        if not row[column].strip():
            return f"the column {column} is empty; every actor needs one"
    if row["actor_id"] in seen:
        return f"the actor_id {row['actor_id']!r} stands twice; give every actor its own"
    if row["actor_type"] not in _TYPES:
        return f"actor_type is {row['actor_type']!r}; write one of {', '.join(_TYPES)}"
    if row["side"] and not row["side_basis"]:
        return f"{row['actor_id']} has a side without side_basis; say what the side rests on, or leave it empty"
    return ""


def _make_actor(row: dict[str, str]) -> Actor:
    names = dict.fromkeys((row["name_nl"].strip(), *_parts(row["aliases"])))
    aliases = tuple(name for name in names if name and name != row["name"])
    return Actor(
        row["actor_id"], row["name"].strip(), cast("ActorType", row["actor_type"]), role=row["role"],
        side=row["side"], side_basis=row["side_basis"], aliases=aliases, role_phrases=_parts(row["role_phrases"]),
        wikidata_id=row["wikidata_id"], origin="curated", name_nl=row["name_nl"].strip(),
    )  # fmt: skip


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@cache
def read_terms_of_office(path: Path | None = None) -> dict[str, tuple[str, str]]:
    """Read from when until when the role phrases of an actor hold, as far as the table says.

    Returns
    -------
    dict of str to tuple of str
        From the actor's id to its ``role_from`` and ``role_until``, either empty.

    Examples
    --------
    >>> read_terms_of_office()["milley"]
    ('2019-10-01', '2023-09-30')
    """
    file = path or data_path("actors.csv")
    with file.open(encoding="utf-8", newline="") as rows:
        return {row["actor_id"]: (row["role_from"], row["role_until"]) for row in csv.DictReader(rows)}
