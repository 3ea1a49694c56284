"""Cutting a text by a pattern in one call finds what the slow way finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.text.cuts import cut_text

PATTERNS = (r"[^\W_]+", r"\d+(?:[.,]\d+)*|[^\W\d_]+|\n", r"[^\w\s]")


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text(max_size=200))
def test_the_cuts_are_the_matches_of_the_pattern_with_their_offsets(pattern: str, text: str) -> None:
    matches = [*re.finditer(pattern, text)]
    cuts = cut_text(re.compile(pattern), text)
    assert cuts.words == [match.group() for match in matches]
    assert [*zip(cuts.starts, cuts.ends, strict=True)] == [match.span() for match in matches]


def test_flags_of_the_pattern_are_kept() -> None:
    assert cut_text(re.compile("een", re.IGNORECASE), "Een, EEN").words == ["Een", "EEN"]
