"""The bytes of a seed become one form of text, or a sentence that says why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.model import SeedError
from helpers.resources.seeds import MAX_BYTES
from helpers.text import decode_seed, normalise_text


def test_bom_carriage_returns_and_loose_accents_are_normalised_away():
    assert decode_seed("\ufeffe\u0301e\u0301n\r\ntwee\rdrie".encode(), "a.txt") == "één\ntwee\ndrie"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \n", "the file is empty"),
        (b"goed\xe9 fout", r"not utf-8: byte 0xe9 at position 4; save the file as UTF-8"),
        (b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00", "not utf-8: byte 0x89 at position 0"),
        (b"MZ\x00\x01 binair", r"binary file \(control character U\+0000 at character 2\)"),
        (b"a" * (MAX_BYTES + 1), "more than the limit of 5,000,000; split it"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_what_where_and_the_next_step(data, words):
    with pytest.raises(SeedError, match=words):
        decode_seed(data, "a.txt")


def test_another_encoding_is_read_only_when_it_is_asked_for():
    data = "Eén café".encode("cp1252")
    assert decode_seed(data, "a.txt", "cp1252") == "Eén café"
    with pytest.raises(SeedError, match="no encoding is called 'nonsense'"):
        decode_seed(data, "a.txt", "nonsense")


def test_detect_finds_the_encoding_of_a_longer_text():
    text = "De burgemeester zei dat het café één dag later weer geopend zou worden, zoals beloofd. " * 5
    assert decode_seed(text.encode("cp1252"), "a.txt", "detect") == text


@given(st.text())
def test_normalising_twice_changes_nothing(text):
    once = normalise_text(text)
    assert normalise_text(once) == once
    assert "\r" not in once
