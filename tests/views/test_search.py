"""What a reader types is found under every spelling, and marked where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.views._search import find_hits, fold, holds_words


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("Putin zweeg", "Poetin", ["Putin"]),
        ("Poetin zweeg", "putin", ["Poetin"]),
        ("volgens Poetins woordvoerder", "Putin", ["Poetins"]),
        ("Putin’s spokesman", "poetin", ["Putin"]),
        ("Vjatsjeslav Danilov", "vyacheslav", ["Vjatsjeslav"]),
        ("Vyacheslav Danilov", "Vjatsjeslav", ["Vyacheslav"]),
        ("Жуков сказал", "Zhukov", ["Жуков"]),
        ("Zjoekov zei", "Жуков", ["Zjoekov"]),
        ("de COÖPERATIE", "cooperatie", ["COÖPERATIE"]),
        ("e\u0301e\u0301n café", "CAFE", ["café"]),
        ("a grenspost at the border", "gren", ["gren"]),
        ("the gate at Kozinka", "the gate", ["the gate"]),
        ("at the gate", "gate at", ["at", "gate"]),
        ("na een nacht", "na", ["na"]),
        ("om 14:20 uur", "14:20", ["14:20"]),
        ("the ﬁle", "file", ["ﬁle"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
    ],
)
def test_words_are_found_where_they_stand(text: str, words: str, hits: list[str]) -> None:
    assert [text[first:last] for first, last in find_hits(text, words)] == hits


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Danilin zweeg", "Danilov"),  # another name
        ("zij sjokken voort", "Shokken"),  # sounds alike, and is no name
        ("nacht", "na"),  # two letters are no part of a word
        ("anything", ""),
        ("anything", "   "),
        ("a1b", "a.b"),  # no pattern language
    ],
)
def test_what_only_looks_like_it_is_not_found(text: str, words: str) -> None:
    assert find_hits(text, words) == []


def test_every_word_must_stand_somewhere() -> None:
    assert holds_words(["Vera Volkova", "the gate is shut"], "gate wolkowa")
    assert not holds_words(["Vera Volkova", "the gate is shut"], "gate Danilov")
    assert holds_words(["anything"], " ")


def test_a_sign_that_folds_into_several_letters_is_hit_as_a_whole() -> None:
    assert find_hits("een ¾ km", "3") == [(4, 5)]


@given(st.text(max_size=40), st.text(max_size=8))
def test_hits_lie_in_the_text_in_order_and_apart(text: str, words: str) -> None:
    ends = [0]
    for first, last in find_hits(text, words):
        assert ends[-1] <= first < last <= len(text)
        ends.append(last)


@given(st.text(min_size=1, max_size=20))
def test_a_text_is_found_in_itself(text: str) -> None:
    assert not fold(text) or find_hits(text, text) or len(fold(text)) < 3
