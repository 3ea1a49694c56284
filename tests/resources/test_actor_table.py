from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.model import ResourceError
from helpers.resources.actors import COLUMNS, read_actors, read_terms_of_office

Table = Callable[..., Path]
FIELDS = {"actor_id": "wiel", "name": "Ruth Wiel", "actor_type": "person", "origin": "curated"}


@pytest.fixture
def table(tmp_path: Path) -> Table:
    def write(*rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> Path:
        path = tmp_path / "actors.csv"
        lines = [",".join(columns), *(",".join(row.get(column, "") for column in columns) for row in rows)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


def test_a_row_becomes_an_actor_with_the_dutch_name_as_its_first_alias(table: Table) -> None:
    (actor,) = read_actors(table({**FIELDS, "name_nl": "Ruth van Wiel", "aliases": "R. Wiel|Wieltje"}))
    assert actor.aliases == ("Ruth van Wiel", "R. Wiel", "Wieltje")


def test_terms_of_office_are_read_by_id(table: Table) -> None:
    assert read_terms_of_office(table({**FIELDS, "role_from": "2020"})) == {"wiel": ("2020", "")}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{**FIELDS, "name": ""}], "line 2: the column name is empty"),
        ([FIELDS, FIELDS], "line 3: the actor_id 'wiel' stands twice"),
        ([{**FIELDS, "actor_type": "firm"}], "actor_type is 'firm'; write one of person"),
        ([{**FIELDS, "side": "north"}], "a side without side_basis"),
        ([{**FIELDS, "note": "one,two"}], "as many cells as column names"),
    ],
)
def test_a_bad_row_is_named_with_what_to_do(table: Table, rows: list[dict[str, str]], words: str) -> None:
    with pytest.raises(ResourceError, match=words):
        read_actors(table(*rows))


def test_a_missing_column_is_named(table: Table) -> None:
    with pytest.raises(ResourceError, match="the column note is missing"):
        read_actors(table(FIELDS, columns=COLUMNS[:-1]))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"no file .*none\.csv; put actors\.csv there"):
        read_actors(tmp_path / "none.csv")


def test_the_shipped_table_has_no_alias_without_letters() -> None:
    assert all(any(letter.isalpha() for letter in alias) for actor in read_actors() for alias in actor.aliases)
