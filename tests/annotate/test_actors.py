from __future__ import annotations

import re

import pytest
from blind_actors import NAMES
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_by_hand import document_of

from helpers.annotate.actors import build_actor_index, find_known_actors, find_new_actors
from helpers.annotate.actors._known import is_acronym
from helpers.annotate.actors._new import found_id
from helpers.model import Actor, Document
from helpers.resources.actors import read_actors
from helpers.resources.lexicons import Lexicon, languages, read_lexicon

INDEX = build_actor_index((
    Actor("zharkov", "Oleg Zharkov", "person", aliases=("Oleg Zjarkov", "Zjarkov")),
    Actor("wolf", "Ruth Wolf", "person"),
    Actor("guard", "River Guard", "group", aliases=("Rivierwacht", "RW"), role_phrases=("Wacht",)),
    Actor("state", "Ruritania", "state"),
))  # fmt: skip
BLIND_MISSES = {"Vooruit"}


def known(text: str, language: str = "nl") -> list[tuple[str, str]]:
    document = document_of(text, language)
    return [(m.span.of(text), m.entity_id) for m in find_known_actors(document, INDEX, read_lexicon(language))]


def found(text: str, language: str = "nl") -> dict[str, tuple[str, str]]:
    new = find_new_actors(document_of(text, language), read_lexicon(language), taken=())
    types = {actor.actor_id: actor.actor_type for actor in new.actors}
    return {m.span.of(text): (m.entity_id, types[m.entity_id]) for m in new.mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oleg Zjarkov zweeg.", [("Oleg Zjarkov", "zharkov")]),
        ("Oleg Scharkow zweeg.", [("Oleg Scharkow", "zharkov")]),
        ("Олег Жарков zweeg.", [("Олег Жарков", "zharkov")]),
        ("Generaal Zjarkov zweeg.", [("Zjarkov", "zharkov")]),
        ("Ruth Wolf zweeg. Toen sprak Wolf.", [("Ruth Wolf", "wolf"), ("Wolf", "wolf")]),
        ("De Rivierwacht (RWG) zweeg. Toen sprak de RWG.", [("Rivierwacht", "guard"), ("RWG", "guard"), ("RWG", "guard")]),
        ("De Rivierwacht zweeg. De Wacht vertrok.", [("Rivierwacht", "guard"), ("Wacht", "guard")]),
        ("Boris Zjarkov zweeg. Zjarkov vertrok.", []),
        ("Hij zag een wolf.", []),
        ("Wolf zweeg.", []),
        ("De Wacht vertrok.", []),
        ("Ruritania zweeg.", []),
        ("Hij droeg rw en RWD.", []),
    ],
)
def test_known_actors_are_found_by_full_names_variants_and_parts(text: str, expected: list[tuple[str, str]]) -> None:
    assert known(text) == expected


def test_a_name_that_two_actors_bear_has_no_id_but_both_as_alternatives() -> None:
    index = build_actor_index((Actor("a", "Jan Wiel", "person", aliases=("Wiel",)), Actor("b", "Ruth Wiel", "person", aliases=("Wiel",))))
    (mention,) = find_known_actors(document_of("Toen sprak Wiel."), index, read_lexicon("nl"))
    assert (mention.entity_id, [other.reason for other in mention.considered]) == ("", ["a", "b"])


def test_an_adjective_and_an_army_are_a_role_not_a_name() -> None:
    index = build_actor_index((Actor("army", "French army", "group", aliases=("Franse leger",)),))
    (mention,) = find_known_actors(document_of("Toen sprak het Franse leger."), index, read_lexicon("nl"))
    assert mention.form == "role"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Volgens viroloog Ruth van der Wielen klopt het.", "Ruth van der Wielen", ("found-ruth-van-der-wielen", "person")),
        ("De krant De Noordkust zweeg.", "De Noordkust", ("found-de-noordkust", "organisation")),
        ("De beweging Schone Lucht zweeg.", "Schone Lucht", ("found-schone-lucht", "group")),
        ("Het Griekse ministerie van Justitie zweeg.", "ministerie van Justitie", ("found-greek-ministry-of-justice", "organisation")),
        ("Gouverneur Joeri Tsjernoekov zweeg.", "Joeri Tsjernoekov", ("found-yuri-chernukov", "person")),
        ("Ruth Wiel zweeg. Later sprak Wiel.", "Wiel", ("found-ruth-wiel", "person")),
        ("De Waterbond (WBO) zweeg. Later sprak WBO.", "WBO", ("found-waterbond", "organisation")),
        ("Wasila (34) zweeg.", "Wasila", ("found-wasila", "person")),
    ],
)
def test_new_actors_have_a_type_and_an_id_made_from_their_name(text: str, name: str, expected: tuple[str, str]) -> None:
    assert found(text)[name] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bewoners klagen. Waarnemers zeggen niets.",
        "In mei waren de Fransen weg.",
        "De tanker Noordster lag stil. Noordster was oud.",
        "Het dorp Oud Wiel ligt stil.",
        "Hij kreeg een SMS en keek TV.",
        "DE GROTE STILTE",
        "De minister van Buitenlandse Zaken zweeg.",
        "Er waren twee Rafales.",
    ],
)
def test_words_things_places_and_days_are_no_actors(text: str) -> None:
    assert found(text) == {}


def test_what_is_taken_is_not_found_again() -> None:
    document = document_of("Volgens Ruth Wiel klopt het.")
    taken = tuple(m.span for m in find_new_actors(document, read_lexicon("nl"), taken=()).mentions)
    assert taken
    assert find_new_actors(document, read_lexicon("nl"), taken=taken).mentions == ()


def test_the_same_name_in_two_articles_is_the_same_actor() -> None:
    one, other = found("Volgens Ruth Wiel klopt het."), found("Toen kwam Ruth Wiel binnen.")
    assert one["Ruth Wiel"] == other["Ruth Wiel"]


@pytest.mark.parametrize(("language", "marked"), NAMES)
def test_the_blind_sentences_keep_their_names(language: str, marked: str) -> None:
    text = re.sub(r"[{}]", "", marked)
    document = document_of(text, language)
    lexicon = read_lexicon(language)
    mentions = find_known_actors(document, build_actor_index(read_actors()), lexicon)
    mentions += find_new_actors(document, lexicon, taken=tuple(m.span for m in mentions)).mentions
    names = {m.span.of(text) for m in mentions if m.form in ("name", "alias")}
    assert names == set(re.findall(r"\{(.*?)\}", marked)) - BLIND_MISSES


@pytest.mark.xfail(strict=True, reason="a bare name at the head of a sentence before a verb that is not of speech may be any noun")
def test_a_bare_name_before_a_silent_verb_is_found() -> None:
    assert "Vooruit" in found("Vooruit zwijgt.")


def test_acronyms_are_told_from_words() -> None:
    assert [is_acronym(word) for word in ("N-VA", "CD&V", "GOeR", "Gent", "A")] == [True, True, True, False, False]


def test_ids_are_ascii() -> None:
    assert found_id("Łukasz Żółw") == "found-lukasz-zolw"


def test_a_language_without_lexicon_has_known_actors_only() -> None:
    bare = Lexicon("xx", {})
    document: Document = document_of("Oleg Zharkov tace.", "xx")
    assert [m.entity_id for m in find_known_actors(document, INDEX, bare)] == ["zharkov"]
    assert find_new_actors(document, bare, taken=()).mentions == ()


@pytest.mark.parametrize("language", [*languages()])
def test_every_row_of_the_actor_lexicons_has_a_note_and_an_example(language: str) -> None:
    files = {name: rows for name, rows in read_lexicon(language).files.items() if name.startswith(("actor_", "source_"))}
    assert files
    assert all(row["note"] and row["example"] for rows in files.values() for row in rows)


@given(st.text(alphabet="AaBb .,-'’&()\"“”\nvandeEéÉ1", max_size=120))
@settings(max_examples=60)
def test_every_mention_reads_back_inside_the_text(text: str) -> None:
    document = document_of(text)
    lexicon = read_lexicon("nl")
    mentions = (*find_known_actors(document, INDEX, lexicon), *find_new_actors(document, lexicon, taken=()).mentions)
    assert all(m.span.of(document.text).strip() and m.span.end <= len(document.text) for m in mentions)
    assert len({m.mention_id for m in mentions}) == len({m.span for m in mentions})


def test_a_capital_of_a_title_cased_headline_is_a_name_only_where_the_article_comes_back_to_it() -> None:
    body = "\n\nThe mill closed on Monday, Ruth Wheel said. Nobody had seen it coming."
    assert not found("Ruined Wells Surface After Ruth Wheel Speaks" + body, "en").keys() & {"Ruined Wells", "Wells"}
    assert "Ruth Wheel" in found("Ruined Wells Surface After Ruth Wheel Speaks" + body, "en")


@pytest.mark.parametrize(("text", "expected"), [
    ("Hoogleraar Joeri Tsjernoekov sprak.", {"Joeri Tsjernoekov": "found-yuri-chernukov"}),
    ("Oud-burgemeester Ruth Wielinga sprak.", {"Ruth Wielinga": "found-ruth-wielinga"}),
    ("Ook Jan Lagae sprak.", {"Jan Lagae": "found-jan-lagae"}),
    ("Ook Ruth van den Broek sprak.", {"Ruth van den Broek": "found-ruth-van-den-broek"}),
    ("Ook Alina Sjtsjerbak sprak.", {"Alina Sjtsjerbak": "found-alina-shcherbak"}),
])  # fmt: skip
def test_an_occupation_is_no_name_and_a_surname_tells_whether_a_name_is_slavic(text: str, expected: dict[str, str]) -> None:
    assert {name: identity for name, (identity, _) in found(text).items()} == expected


def _new_ids(text: str, language: str = "nl") -> list[tuple[str, str]]:
    found = find_new_actors(document_of(text, language), read_lexicon(language), taken=())
    return [(mention.span.of(text), mention.entity_id) for mention in found.mentions]


def test_a_surname_that_begins_with_an_article_is_the_same_person_again() -> None:
    text = "Burgemeester Anna de Boer opende de brug. De Boer zei dat het lang duurde. Volgens De Boer komt het goed."
    assert _new_ids(text) == [("Anna de Boer", "found-anna-de-boer"), ("De Boer", "found-anna-de-boer"),
                              ("De Boer", "found-anna-de-boer")]  # fmt: skip


def test_a_surname_that_two_persons_bear_is_neither_of_them_and_a_farmer_is_no_person_by_name() -> None:
    two = "Anna de Boer en Piet de Boer zwegen. De Boer zei dat het lang duurde."
    assert dict(_new_ids(two))["De Boer"] == ""
    assert _new_ids("De boer zei dat de koeien ziek zijn. Boer zijn is zwaar.") == []
