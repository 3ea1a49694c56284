"""Whatever the order of the words, an article is read, and what is found reads back from its text."""

from __future__ import annotations

import re

import pytest
from blind_families_en import BLIND as ENGLISH
from blind_families_nl import BLIND as DUTCH
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.model import Card
from helpers.pipeline import read_article
from helpers.text import build_document

_TAG = re.compile(r"</?\w+>")
_JOINTS = (" ", ", ", ". ", ": ", "\n\n", " en ", " and ", "”, ", " “")


def fragments(rows: tuple[tuple[str, str, str], ...]) -> st.SearchStrategy[str]:
    words = [_TAG.sub("", text).split() for *_, text in rows]
    cuts = st.tuples(st.sampled_from(words), st.integers(0, 30), st.integers(1, 12))
    return cuts.map(lambda cut: " ".join(cut[0][cut[1] : cut[1] + cut[2]]))


@pytest.mark.parametrize("language", ["nl", "en"])
@settings(max_examples=120)
@given(data=st.data())
def test_an_article_of_any_fragments_is_read(language: str, data: st.DataObject) -> None:
    piece = fragments(DUTCH if language == "nl" else ENGLISH)
    pairs = data.draw(st.lists(st.tuples(piece, st.sampled_from(_JOINTS)), min_size=1, max_size=7))
    text = "".join(words + joint for words, joint in pairs)
    document = build_document(text, Card("a.txt", language=language))
    reading = read_article(document)
    for claim in reading.claims:
        assert claim.span.of(document.text).strip()
        assert claim.source is None or claim.source.of(document.text).strip()
