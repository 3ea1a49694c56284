"""Families of toponyms: plural and compound generic words, areas, datelines, lists, explained names, organisations."""

from __future__ import annotations

import pytest
from test_places import GAZETTEER, found, names, read

from helpers.annotate.places import find_metonyms
from helpers.model import Span
from helpers.resources.lexicons import read_lexicon


@pytest.mark.parametrize(
    ("language", "text", "types"),
    [
        ("nl", "In de provincies Luik en Namen viel sneeuw.", ["other", "other"]),
        ("nl", "In de steden Luik en Namen viel sneeuw.", ["settlement", "settlement"]),
        ("nl", "In de provincie Luik en in Gent viel sneeuw.", ["other", "settlement"]),
        ("nl", "Het grensdistrict Sjebekino is ontruimd.", ["district"]),
        ("nl", "De mijnstad Sjebekino is ontruimd.", ["settlement"]),
        ("nl", "Er brandde een schuur in een gehucht in Groningen.", ["other"]),
        ("nl", "Er brandde een schuur in Groningen.", ["settlement"]),
        ("nl", "Ze trokken de grens over naar Brjansk en Koersk.", ["oblast", "oblast"]),
        ("nl", "Ze trokken naar Brjansk en Koersk.", ["settlement", "settlement"]),
        ("nl", "De stad in Georgië heet Gori.", ["country"]),
        ("en", "Fires burned in the Tver, Tula and Kursk regions.", ["oblast", "oblast", "oblast"]),
        ("en", "Fires burned in Tver, Tula and Kursk.", ["settlement", "settlement", "settlement"]),
        ("en", "She was born in a hamlet in Bryansk.", ["oblast"]),
        ("en", "An incursion into Bryansk followed.", ["oblast"]),
    ],
)
def test_a_word_beside_the_name_says_whether_the_town_or_the_area_is_meant(language, text, types):
    assert [place.place_type for _, place in found(language, text)[: len(types)]] == types


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "In de dorpen Terwolfen, Oemsk en Lasnegem bleef het stil.", ["Terwolfen", "Oemsk", "Lasnegem"]),
        ("nl", "Het kustdorp Terwolfen bleef droog.", ["Terwolfen"]),
        ("nl", "Het sneeuwde in Gent, Terwolfen en Aalst.", ["Gent", "Terwolfen", "Aalst"]),
        ("nl", "Hij zag Terwolfen, een dorp van niets.", ["Terwolfen"]),
        ("nl", "Ook in het Limburgse Terwolfen regende het.", ["Terwolfen"]),
        ("nl", "Zottegem. De school is dicht.", ["Zottegem"]),
        ("nl", "Zij liepen langs de Wolfer.", ["Wolfer"]),
        ("nl", "Aan de oevers van het Gardameer is het druk.", ["Gardameer"]),
        ("en", "RAMLOW, Ohio — The plant is shut.", ["RAMLOW", "Ohio"]),
        ("en", "EAST RAMLOW, Poland, Feb 2 (Agency) - Trucks queued.", ["EAST RAMLOW", "Poland"]),
        ("en", "He drove through Ramlow Fork, Texas, at dawn.", ["Ramlow Fork", "Texas"]),
        ("en", "He raided Ramlow, a small village, at dawn.", ["Ramlow"]),
        ("en", "Police in Nigeria's Ramlow state were told.", ["Nigeria", "Ramlow"]),
        ("en", "He came home to Butte, Mont., on Sunday.", ["Butte", "Mont"]),
        ("en", "She sailed on Lake Ramlow.", ["Lake Ramlow"]),
        ("en", "She sat on the Place de la Ramlow.", ["Place de la Ramlow"]),
        ("en", "Nobody saw the nurse from Ramlow.", ["Ramlow"]),
    ],
)
def test_an_unknown_toponym_is_seen_by_its_list_its_area_its_form_or_its_explanation(language, text, expected):
    assert names(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Het kanaal Grijze Wolf en het telegramkanaal Witte Wolf zwegen."),
        ("nl", "De vakbond Kempen en de denktank Utrecht zwegen."),
        ("nl", "Toen bestaat Terwolfen dus niet, zei Brakel."),
        ("nl", "Hij sprak met Terwolfen, een vriend van het huis."),
        ("nl", "Dat is bij Terwolfen geen nieuws."),
        ("en", "UPDATE, corrected - The fire is out."),
        ("en", "VIDEO - The fire is out."),
        ("en", "A spokesman for Ramlow Road declined; the Ramlow Lane association did too."),
        ("en", "He spoke to Ramlow, a friend of the family."),
        ("en", "A letter from Ramlow reached the newspaper Lincoln."),
        ("en", "I miss her, Miss Ramlow said."),
    ],
)
def test_what_has_the_look_of_the_family_but_is_no_place_is_none(language, text):
    assert names(language, text) == []


def test_a_capital_at_the_end_of_a_ministrys_description_is_also_a_place():
    text = "Het ministerie van Defensie in Moskou zweeg, de Bank van Moskou ook."
    first = Span(4, text.index(" zweeg"))
    bank = Span(text.index("Bank"), text.index(" ook"))
    result, _ = read("nl", text, (first, bank))
    assert [mention.span.start for mention in result.mentions] == [text.index("Moskou")]


def test_a_site_is_its_own_place_where_it_is_kept_by_hand_and_else_the_town():
    assert [place.place_type for _, place in found("en", "The Zaporizhzhia nuclear plant is near Zaporizhzhia.")] == [
        "other", "settlement",
    ]  # fmt: skip
    assert found("en", "The Lisbon nuclear plant does not exist.")[0][1].country == "PT"


def test_what_was_open_is_decided_once_its_neighbours_are():
    places = [place for _, place in found("en", "Villagers in Pyatykhatky, on the front, fled to Orikhiv and Tokmak.")]
    assert [place.country for place in places] == ["UA", "UA", "UA"]


@pytest.mark.parametrize(
    ("language", "text", "forms"),
    [
        ("en", "Ottawa hesitated.", ["metonym"]), ("en", "The flight to Ottawa was late.", ["name"]),
        ("en", "The bells of Ottawa rang.", ["name"]), ("en", "The proposal from Ottawa failed.", ["metonym"]),
        ("en", "The row between Ottawa and Bern deepened.", ["metonym", "metonym"]),
        ("en", "The train between Ottawa and Bern stopped.", ["name", "name"]),
        ("en", "It angered Ottawa.", ["metonym"]), ("en", "It is Ottawa’s fault.", ["metonym"]),
        ("en", "It is Ottawa’s river.", ["name"]), ("en", "Ottawa has yet to reply.", ["metonym"]),
        ("nl", "De ruzie tussen Bern en Ottawa loopt op.", ["metonym", "metonym"]),
        ("nl", "De vlucht tussen Bern en Ottawa viel uit.", ["name", "name"]),
        ("nl", "Bern aarzelt nog.", ["metonym"]), ("nl", "Vanuit Bern vertrok een trein.", ["name"]),
        ("nl", "Rotterdam weigert te betalen.", ["metonym"]), ("nl", "Rotterdam zal nat worden.", ["name"]),
    ],
)  # fmt: skip
def test_a_government_acts_under_the_name_of_its_place(language, text, forms):
    result, document = read(language, text)
    marked = find_metonyms(
        document, read_lexicon(language), mentions=result.mentions, sources=(), gazetteer=GAZETTEER
    )
    assert [m.form for m in marked.mentions if m.entity_type == "place"] == forms
