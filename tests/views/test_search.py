"""What a reader types is found under every spelling, and marked where it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.text.folding import fold_in_place, fold_text
from helpers.views._search import find_hits, holds_words, read_query
from helpers.views._spellings import Spellings


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
    assert [text[first:last] for first, last in find_hits(text, read_query(words))] == hits


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
    assert find_hits(text, read_query(words)) == []


def test_every_word_must_stand_somewhere() -> None:
    assert holds_words(["Vera Volkova", "the gate is shut"], read_query("gate wolkowa"))
    assert not holds_words(["Vera Volkova", "the gate is shut"], read_query("gate Danilov"))
    assert holds_words(["anything"], read_query(" "))


def test_a_sign_that_folds_into_several_letters_is_hit_as_a_whole() -> None:
    assert find_hits("een ¾ km", read_query("3")) == [(4, 5)]


KNOWN = Spellings()
# what folds away, is dropped, or becomes several letters; no capital, so that nothing is found by its sound
AWKWARD = st.text(st.sampled_from("abeisß\ufb01ıøé\u0301’'ʼ-–‑ \u00a0\u00ad\u200b¾³19.,"), max_size=25)


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("this week’s raid", "week's", ["week’s"]),
        ("this week's raid", "week’s", ["week's"]),
        ("said O’Neil", "O'Neil", ["O’Neil"]),
        ("Gora\u2011Podol is near", "gora-podol", ["Gora\u2011Podol"]),
        ("Gora Podol is near", "gora-podol", ["Gora Podol"]),
        ("a drone\u00a0attack", "drone attack", ["drone\u00a0attack"]),
        ("a drone\n attack", "drone attack", ["drone\n attack"]),
        ("de gren\u00ads\u00adpost", "grenspost", ["gren\u00ads\u00adpost"]),
        ("the gate", "ga\u00adte", ["gate"]),
        ("in der Hauptstraße", "hauptstrasse", ["Hauptstraße"]),
        ("in der Hauptstrasse", "STRAẞE", ["strasse"]),
        ("Wałbrzych en Tromsø", "walbrzych tromso", ["Wałbrzych", "Tromsø"]),
        ("Diyarbakır", "diyarbakir", ["Diyarbakır"]),
        ("Diyarbakir", "dıyarbakır", ["Diyarbakir"]),
    ],
)
def test_signs_that_are_written_apart_are_found_by_each_other(text: str, words: str, hits: list[str]) -> None:
    assert [text[first:last] for first, last in find_hits(text, read_query(words))] == hits


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("the war, warned a warden", "war", ["war", "war", "war"]),
        ("toward software", "war", []),  # three letters begin a word
        ("de luchtaanval", "aanval", ["aanval"]),  # the second part of a compound
        ("1500 men, 500 women", "500", ["500"]),
        ("1.500 men and 500,5 tonnes", "500", []),
        ("some 500km off", "500", ["500"]),
        ("2,5 km", "2,5", ["2,5"]),
        ("50% more", "%", ["%"]),
    ],
)
def test_a_short_word_or_a_number_is_no_part_of_another(text: str, words: str, hits: list[str]) -> None:
    assert [text[first:last] for first, last in find_hits(text, read_query(words))] == hits


@pytest.mark.parametrize(
    "names",
    [("Kiev", "Kyiv", "Киев", "Київ"), ("Ukraine", "Oekraïne", "Украина", "Україна"), ("Moscow", "Moskou", "Москва", "Moskau"),
     ("Kharkiv", "Charkiv", "Charkov", "Харьков", "Харків"), ("Bakhmut", "Bachmoet", "Artemovsk", "Артёмовск"),
     ("Russia", "Rusland", "Россия", "Росія"), ("Netherlands", "Nederland", "Нидерланды", "Нідерланди"),
     ("Warsaw", "Warschau", "Варшава"), ("Vladimir Putin", "Poetin", "Путин", "Путін"), ("NATO", "NAVO", "НАТО")],
)  # fmt: skip
def test_all_names_of_a_place_or_an_actor_find_each_other(names: tuple[str, ...]) -> None:
    for typed in (*names, *map(str.lower, names)):
        for name in names:
            text = f"Gisteren was {name} stil."
            found = find_hits(text, read_query(typed, KNOWN))
            assert [text[first:last] for first, last in found] == [name], typed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russian and Russians, Russische en Russen", "Россия"),
        ("Russian and Russians", "Russia"),
        ("Oekraïners in Oekraïense dienst", "Украина"),
        ("tell us more", "United States"),
        ("Who said so? Nobody knows", "World Health Organization"),
        ("the states of matter", "United States"),
        ("the Dutch government", "Netherlands"),
        ("Kyivan Rus", "Kiev"),
    ],
)
def test_a_people_a_word_or_a_longer_name_is_not_the_name_that_is_asked_for(text: str, words: str) -> None:
    assert not holds_words([text], read_query(words, KNOWN))


def test_an_acronym_of_two_letters_is_a_name_in_capitals_only() -> None:
    assert find_hits("de Verenigde Staten", read_query("US", KNOWN))
    assert not find_hits("de Verenigde Staten", read_query("us", KNOWN))


def test_a_name_among_other_words_is_found_by_its_other_names_and_several_at_once() -> None:
    texts = ["Het Kremlin zweeg over Charkiv", "en over Kyiv"]
    assert holds_words(texts, read_query("zweeg Киев Kharkov", KNOWN))
    assert not holds_words(texts, read_query("zweeg Киев Kursk", KNOWN))


def test_the_words_of_a_name_that_does_not_stand_as_a_whole_are_found_one_by_one() -> None:
    text = "Het legioen zegt dat vrijheid van Ierland tot Rusland gaat"
    found = find_hits(text, read_query("Legioen Vrijheid van Rusland", KNOWN))
    assert [text[first:last] for first, last in found] == ["legioen", "vrijheid", "van", "Rusland"]


def test_a_name_that_only_the_tables_have_is_found_by_its_other_names() -> None:
    rows = [{"name": "Northford", "name_nl": "Noordvoorde", "aliases": "Norfort|The Ford", "actor_type": "group"},
            {"name": "the mayor", "name_nl": "de burgemeester", "actor_type": "unnamed"}]  # fmt: skip
    own = Spellings(actors=rows)
    assert find_hits("Noordvoorde sliep", read_query("the ford", own)) == [(0, 11)]
    assert not find_hits("De burgemeester sliep", read_query("the mayor", own))


@given(AWKWARD, AWKWARD)
def test_each_letter_folds_by_itself_and_knows_its_place(one: str, other: str) -> None:
    assert fold_text(one + other) == fold_text(one) + fold_text(other)
    folded, places = fold_in_place(one)
    assert folded == fold_text(one)
    assert len(places) == len(folded) + 1
    assert list(places) == sorted(places)
    assert all(letter in fold_text(one[place]) for letter, place in zip(folded, places, strict=False))


@given(st.text(max_size=20))
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


def bare(text: str) -> str:
    return re.sub(r"[\s-]", "", fold_text(text))


@given(AWKWARD, AWKWARD, AWKWARD)
def test_a_hit_holds_what_was_typed(before: str, typed: str, after: str) -> None:
    text = f"{before} {typed} {after}"
    words = [bare(word) for term in read_query(typed) for word in term.words]
    for first, last in find_hits(text, read_query(typed)):
        assert any(word in bare(text[first:last]) for word in (*words, "".join(words)))


@given(AWKWARD, AWKWARD, AWKWARD)
def test_every_word_that_is_typed_is_found_where_it_stands(before: str, typed: str, after: str) -> None:
    text = f"{before} | {typed} | {after}"
    assert holds_words([text], read_query(typed))
    assert not fold_text(typed).strip() or find_hits(text, read_query(typed))


@given(st.text(max_size=40), st.text(max_size=8))
def test_hits_lie_in_the_text_in_order_and_apart(text: str, words: str) -> None:
    ends = [0]
    for first, last in find_hits(text, read_query(words)):
        assert ends[-1] <= first < last <= len(text)
        ends.append(last)


@given(st.text(min_size=1, max_size=20))
def test_a_text_is_found_in_itself(text: str) -> None:
    assert not fold_text(text).strip() or find_hits(text, read_query(text))


@given(st.lists(st.text(max_size=12), max_size=3), st.text(max_size=8))
def test_a_text_that_holds_the_words_is_marked(texts: list[str], words: str) -> None:
    query = read_query(words, KNOWN)
    assert not query or not holds_words(texts, query) or any(find_hits(text, query) for text in texts)
