"""In the shipped articles every name finds the same claims, and every claim that is found shows why."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from helpers.pipeline import build_tables
from helpers.views import select_claims
from helpers.views._index import TableIndex
from helpers.views.claims import render_claim_rows

Tables = dict[str, pd.DataFrame]
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
NAMES = [
    ("Kiev", "Kyiv", "Киев", "Київ"), ("Ukraine", "Oekraïne", "Украина", "Україна"), ("Moscow", "Moskou", "Москва"),
    ("Kharkiv", "Charkov", "Харьков"), ("Bakhmut", "Bachmoet", "Artemovsk", "Артёмовск"), ("Russia", "Rusland", "Russland"),
    ("Vladimir Putin", "Poetin", "Путин"), ("Gladkov", "Gladkow", "Гладков"), ("Shebekino", "Sjebekino", "Шебекино"),
]  # fmt: skip
WORDS = ["Legioen Vrijheid", "Legion Freedom", "grens", "border", "week’s", "Kiev Poetin", "500", "raid", "war", "Moskou zegt"]


@pytest.fixture(scope="module")
def articles() -> Tables:
    return build_tables(SEEDS, None)


@pytest.mark.parametrize("names", NAMES, ids=lambda names: names[0])
def test_every_name_of_one_place_or_actor_finds_the_same_claims(names: tuple[str, ...], articles: Tables) -> None:
    found = [set(select_claims(articles, text=name)["claim_id"]) for name in names]
    assert found[0]
    assert all(claims == found[0] for claims in found)


def test_a_cyrillic_name_finds_besides_only_what_sounds_like_it(articles: Tables) -> None:
    index = TableIndex(articles, words="Россия")
    latin, cyrillic = (set(select_claims(articles, text=name)["claim_id"]) for name in ("Russia", "Россия"))
    assert latin < cyrillic
    sentences = [index.rows("sentences")[index.rows("claims")[claim]["sentence_id"]]["text"] for claim in cyrillic - latin]
    assert {text[first:last] for text in sentences for first, last in index.hits_in(text)} == {"Rossija"}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_claim_that_is_found_has_a_mark_in_its_row(language: str, articles: Tables) -> None:
    names = [name for own in NAMES for name in own[:2]]
    known = [name for column in ("name", "name_nl") for name in articles["actors"][column].dropna()]
    for words in (*WORDS, *names, *known):
        index = TableIndex(articles, language, words=words)
        claims = [index.rows("claims")[claim_id] for claim_id in select_claims(articles, text=words)["claim_id"]]
        shown = render_claim_rows(index, claims, max_rows=len(claims), is_numbered=True)
        rows = re.findall(r"<tr id=.*?</tr>", shown, re.DOTALL)
        assert len(rows) == len(claims)
        assert [row for row in rows if 'class="gp-hit"' not in row] == [], words
