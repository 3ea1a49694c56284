"""The catalogue: complete in every language, and exactly the messages that the code asks for."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from string import Formatter

import pytest

import helpers
from helpers.model import TABLES, ResourceError
from helpers.views.messages import CATALOGUE, message, message_languages, read_messages, word
from helpers.views.palette import ACTOR_STYLES, LAYER_STYLES

SOURCES = [path for path in Path(helpers.__file__).parent.rglob("*.py") if path.parts[-2] != "reports"]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
SETUP = (Path(helpers.__file__).parent / "reports" / "setup.py").read_text(encoding="utf-8")


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_there_are_english_and_dutch() -> None:
    assert message_languages() == ("en", "nl")


@pytest.mark.parametrize("key", read_messages())
def test_every_message_is_there_in_every_language_with_the_same_values(key: str) -> None:
    texts = read_messages()[key]
    assert all(text.strip() for text in texts.values())
    assert len({frozenset(_fields(text)) for text in texts.values()}) == 1


def test_no_key_stands_twice() -> None:
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        keys = [row["key"] for row in csv.DictReader(file)]
    assert len(keys) == len(set(keys))


def test_every_message_that_a_view_asks_for_is_there() -> None:
    asked = set(re.findall(r"""\bsay\(\s*["']([a-z_.]+)["']""", CODE)) | set(re.findall(r'"((?:caption|col)_[a-z_]+)"', CODE))
    assert asked - set(read_messages()) == set()


def test_no_message_is_left_that_nothing_asks_for() -> None:
    plain = {key for key in read_messages() if "." not in key}
    named = set(re.findall(r"""["']([a-z_]+)["']""", CODE + SETUP))
    built = {f"{lead}{name}" for lead in ("col_", "label_") for name in named} | {f"{name}_title" for name in named}
    assert plain - named - built == set()


@pytest.mark.parametrize(
    ("kind", "table", "column"),
    [
        ("status", "claims", "status"), ("verification", "claims", "verification"), ("voice", "claims", "voice"),
        ("precision", "times", "precision"), ("day_part", "times", "day_part"), ("form", "mentions", "form"),
        ("qualifier", "quantities", "qualifier"), ("place_type", "places", "place_type"),
        ("text_rights", "articles", "text_rights"), ("published_basis", "articles", "published_basis"),
        ("status_meaning", "claims", "status"), ("link_type", "links", "link_type"), ("actor_type", "actors", "actor_type"),
    ],
)  # fmt: skip
def test_every_value_of_a_closed_list_has_its_word(kind: str, table: str, column: str) -> None:
    allowed = next(c.allowed for c in TABLES[table].columns if c.name == column)
    assert {f"{kind}.{value}" for value in allowed} <= set(read_messages())


def test_every_layer_has_its_word() -> None:
    assert {f"layer.{layer}" for layer in LAYER_STYLES} <= set(read_messages())


def test_every_kind_of_actor_has_a_mark_of_its_own() -> None:
    allowed = next(c.allowed for c in TABLES["actors"].columns if c.name == "actor_type")
    assert set(ACTOR_STYLES) == set(allowed)
    assert len({style.marker for style in ACTOR_STYLES.values()}) == len(ACTOR_STYLES)


def test_a_value_is_put_in_as_it_is_and_never_read_as_a_message() -> None:
    assert message("no_article", article="{total} & ${x}").count("{total} & ${x}") == 1


@pytest.mark.parametrize(
    ("key", "language", "values", "told"),
    [("nowhere", "en", {}, "add a row"), ("shown", "fr", {}, "it has en, nl"), ("shown", "en", {"shown": 1}, "'total'")],
)
def test_what_is_missing_is_named(key: str, language: str, values: dict[str, int], told: str) -> None:
    with pytest.raises(ResourceError, match=told):
        message(key, language, **values)


def test_a_value_without_a_word_is_shown_as_it_is() -> None:
    assert word("status", "half_believed") == "half believed"
