"""English spelling of Slavic names that Dutch writes by ear: only where the name itself says that it is Slavic."""

from __future__ import annotations

import pytest

from helpers.annotate.actors._english import read_english_names, respell_person
from helpers.resources.lexicons import read_lexicon

ENGLISH = read_english_names(read_lexicon("nl"))
KEPT = """
Dujardin|Jean Dujardin|Igor Dujardin|Benjamin|Benjamin Wiel|Chopin|Joaquin|Merlin|Corijn|Martijn|Arjan|Marjan|Florjan
Wojciech|Wojciech Jaruzelski|Jan Kowalski|Stachowiak|Andrej Babiš|Andrej Plenkovic|Novak Djokovic|Mirela Babić|Goran Dragić
Jan Snoek|Kees Hoek|Ruth Broek|Pieter Hoekstra|Jan Boelens|Troelstra|Sjoerd Sjoerdsma|Sjaak Zoet|Sjahrir|Kajsa Wiel
Katja|Katja Zoet|Ilja Zoet|Joeri Boelens|Joeri Vandezande|Tatjana Snoek|Misja Helsloot|Sasja Jansen|Nikolaj Jensen
Boris Jansen|Viktor Schouten|Olga Martin|Netanjahoe|Casanova|Jan van Sjeboerov|Chloe|Jolie|Rajoy
""".replace("\n", "|").split("|")
RESPELLED = """
Zjoekov Zhukov|Leontjev Leontyev|Bakajev Bakayev|Sjoelgin Shulgin|Kapoestin Kapustin|Porosjenko Poroshenko
Saakasjvili Saakashvili|Pasjinian Pashinian|Zacharova Zakharova|Ljoedmila Lyudmila|Joelia Yulia
""".replace("\n", "|").split("|")
PAIRS = {
    "Joeri Tsjernoekov": "Yuri Chernukov",
    "Katja Ivanova": "Katya Ivanova",
    "Nikolaj Zjoekov": "Nikolai Zhukov",
    "Andrej Loegovoj": "Andrei Lugovoy",
    "Mychajlo Podoljak": "Mykhailo Podolyak",
    "Volodymyr Marjoek": "Volodymyr Maryuk",
    "Olga Sjirnina": "Olga Shirnina",
    "Valeri Zaloezjnyj": "Valery Zaluzhny",
    "Roman Dratsj": "Roman Drach",
    "Sergej Lavrov": "Sergei Lavrov",
}


@pytest.mark.parametrize("name", [name for name in KEPT if name])
def test_a_name_that_nothing_tells_slavic_keeps_its_spelling(name: str) -> None:
    assert respell_person(name, ENGLISH) == name


@pytest.mark.parametrize(
    ("name", "expected"), [*(tuple(pair.split()) for pair in RESPELLED if pair), *PAIRS.items()]
)
def test_a_slavic_name_is_written_as_english_does(name: str, expected: str) -> None:
    assert respell_person(name, ENGLISH) == expected


def test_english_text_is_not_respelled() -> None:
    assert respell_person("Joeri Tsjernoekov", read_english_names(read_lexicon("en"))) == "Joeri Tsjernoekov"
