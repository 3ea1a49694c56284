from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.model import Span
from helpers.text.words import PhraseIndex, find_words


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Zo'n 2.500 foto’s", ("zo", "n", "2.500", "foto", "s")),
        ("AT-4", ("at", "4")),
        ("", ()),
        ("3,5 km", ("3,5", "km")),
    ],
)
def test_words_are_letters_or_numbers(text: str, keys: tuple[str, ...]) -> None:
    assert find_words(text).keys == keys


@given(st.text(max_size=200))
def test_every_word_reads_back_and_they_never_overlap(text: str) -> None:
    words = find_words(text)
    for index in range(len(words)):
        assert words.span(index, index).of(text).lower() == words.keys[index]
    assert all(end <= start for end, start in zip(words.ends, words.starts[1:], strict=False))


def test_punctuation_ends_a_stretch() -> None:
    words = find_words("Een twee, drie vier. Vijf")
    found = [[words.keys[index] for index in words.stretch(at)] for at in (0, 2, 4)]
    assert found == [["een", "twee"], ["drie", "vier"], ["vijf"]]


def test_the_words_within_a_span_begin_in_it() -> None:
    words = find_words("Een twee drie")
    assert [words.keys[i] for i in words.within(Span(4, 9))] == ["twee"]


def test_the_longest_phrase_wins_and_punctuation_parts_it() -> None:
    index = PhraseIndex.build([("in handen", "held"), ("in", "in"), ("staakt-het-vuren", "truce")])
    found = [match.payload for match in index.find(find_words("In handen, in, handen. Staakt-het-vuren"))]
    assert found == ["held", "in", "truce"]


def test_phrases_inside_others_are_found_when_all_are_asked_for() -> None:
    index = PhraseIndex.build([("in handen", "held"), ("in", "in")])
    assert sorted(match.payload for match in index.find_all(find_words("in handen"))) == ["held", "in"]
