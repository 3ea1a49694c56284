from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.text.transliteration import meets, romanise, sound_keys

# the pairs and the strangers were written before the key was run on them: 44 of 51 met at first, 1 of 30 strangers too
PAIRS = """
Chroesjtsjov Khrushchev|Хрущёв Chroesjtsjov|Gorbatsjov Gorbachev|Gorbatschow Gorbachev|Горбачев Gorbatsjov
Tsjechov Chekhov|Tschechow Chekhov|Чехов Tsjechov|Dostojevski Dostoyevsky|Dostojewski Достоевский
Tolstoj Tolstoy|Tolstoi Толстой|Poesjkin Pushkin|Puschkin Poesjkin|Brezjnev Brezhnev|Breschnew Brezhnev
Тимошенко Tymosjenko|Timoshenko Tymoshenko|Janoekovitsj Yanukovych|Janukowitsch Yanukovych|Янукович Janoekovitsj
Porosjenko Poroshenko|Poroschenko Порошенко|Navalny Nawalny|Навальный Navalnyj|Loekasjenko Lukashenko
Lukaschenka Loekasjenka|Łukaszenka Lukashenka|Zaloezjny Zaluzhny|Saluschnyj Zaluzhnyi|Залужний Zaloezjnyj
Syrsky Syrskyi|Kuleba Koeleba|Кулеба Koeleba|Jermak Yermak|Єрмак Yermak|Çelik Celik|Yılmaz Yilmaz
Kılıçdaroğlu Kilicdaroglu|Sjmyhal Shmyhal|Schmyhal Шмигаль|Tsjernysjov Chernyshov|Shevchenko Sjevtsjenko
Schewtschenko Szewczenko|Surovikin Soerovikin|Wolodymyr Volodymyr|Jekaterina Yekaterina|Mishustin Misjoestin
Vjatsjeslav Wjatscheslaw|Vyacheslav Вячеслав|Poetin Путін|Sjojgoe Schoigu|Zjoekov Жуков|Gladkow Hladkov
Zelenskyy Selenskyj|Kapoestin Капустин|Herasjtsjenko Gerashchenko|Prigozjin Prigoschin
""".replace("\n", "|").split("|")
STRANGERS = """
Ivanov Ivanova|Petrov Pavlov|Sokolov Sokolovski|Danilov Danilin|Kuznetsov Kuznets|Lapin Lupin|Popov Popova
Orlov Arlov|Volkov Volkova|Romanov Ramonov|Medvedev Medvedtsjoek|Yakovlev Yakovenko|Nikitin Nikulin
Bondarev Bondarenko|Kravchenko Kravchuk|Makarov Makarenko|Smirnov Smirnin|Gromov Gromyko|Karpov Kasparov
Zajtsev Zolotov|Titov Tarasov|Baranov Buranov|Fedorov Fedorenko|Sidorov Sidorenko|Morozov Morozova
Novikov Novak|Antonov Antonenko|Marchuk Marchenko|Koval Kovalev
""".replace("\n", "|").split("|")


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair])
def test_two_spellings_of_one_name_meet(pair: str) -> None:
    assert meets(*pair.split())


@pytest.mark.parametrize("pair", [pair for pair in STRANGERS if pair])
def test_two_names_do_not_meet(pair: str) -> None:
    assert not meets(*pair.split())


@pytest.mark.xfail(strict=True, reason="German z is ts, which no letter beside it tells")
def test_german_z_meets_ts() -> None:
    assert meets("Solschenizyn", "Solzhenitsyn")


@pytest.mark.xfail(strict=True, reason="German writes the Russian ending -ov as -ow, so -ow has to count as -ov")
def test_an_english_name_in_ow_stays_apart_from_a_russian_one() -> None:
    assert not meets("Belov", "Bellow")


def test_cyrillic_is_romanised_letter_by_letter() -> None:
    assert romanise("Ґрайворон") == "grajvoron"


@given(st.text(max_size=40))
def test_every_text_has_keys_without_capitals_other_than_sounds(text: str) -> None:
    assert all(key for key in sound_keys(text))


@given(st.text(alphabet="aeiosjtchzgk", min_size=1, max_size=20))
def test_a_name_meets_itself(name: str) -> None:
    assert meets(name, name) or not sound_keys(name)
