"""Bring the spellings of one name together: Dutch, English, German, Polish, Ukrainian and Russian.

A key keeps the sounds that all these spellings can write and drops what they write apart: sh and zh are one
sound, s and z, g and h and kh; a glide (j, y, i beside a vowel) is dropped. Dutch and English disagree on ``ch``
(kh, tsj), and letters with marks are copied with or without their sound, so a name has a few keys: two names
meet where they share one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "jo", "є": "je", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "ji", "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "tsj", "ш": "sh", "щ": "shtsj", "ъ": "",
    "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja", "ў": "v",
}  # fmt: skip
_SOUNDED = {
    "š": "sh", "ş": "sh", "ș": "sh", "ś": "sh", "č": "tsj", "ç": "tsj", "ć": "tsj", "ž": "zh", "ż": "zh", "ź": "zh",
    "ğ": "g", "ł": "l", "ı": "i", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
}  # fmt: skip
# special letters that no decomposition of Unicode takes apart
BARE_LETTERS = {"ł": "l", "ı": "i", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
# from the longest cluster to the shortest; capitals are sounds: S sh and zh, C the first sound of "chess"
_CLUSTERS = (
    ("schtsch", "SC"), ("sjtsj", "SC"), ("shtsj", "SC"), ("stsj", "SC"), ("shch", "SC"), ("szcz", "SC"),
    ("tsch", "C"), ("tsj", "C"), ("tsh", "C"), ("tch", "C"), ("cz", "C"), ("dsch", "dS"), ("dzj", "dS"),
    ("dzh", "dS"), ("sch", "S"), ("sj", "S"), ("sh", "S"), ("sz", "S"), ("zj", "S"), ("zh", "S"), ("kh", "g"),
    ("ph", "f"), ("ck", "k"), ("tz", "ts"), ("x", "ks"), ("qu", "kv"), ("q", "k"), ("oe", "u"), ("ou", "u"),
    ("oo", "u"), ("w", "v"), ("h", "g"), ("z", "s"),
)  # fmt: skip
_CLUSTER = re.compile("|".join(old for old, _ in _CLUSTERS))
_CLUSTER_SOUNDS = dict(_CLUSTERS)
_SOFT_C = re.compile(r"c(?=[eiy])")
_FINAL_F = re.compile(r"f+$")
_FINAL_GLIDE = re.compile(r"(?:[eiyj]*[iyj])$")
_GLIDE_BEFORE = re.compile(r"[ijy]+(?=[aeou])")
_GLIDE_AFTER = re.compile(r"(?<=[aeou])[ijy]+")
_IO = re.compile(r"(?<=[^aeou])[jy]o")
_HUSHED_O = re.compile(r"(?<=[SC])o")
_AFTER_VOWEL = re.compile(r"(?<=[аеёиоуыэюя])е")
_TWICE = re.compile(r"(.)\1+")


def romanise(name: str) -> str:
    """Write Cyrillic letters in Latin ones, all in small letters; other letters stay.

    Examples
    --------
    >>> romanise("Жуков")
    'zhukov'
    """
    latin = _AFTER_VOWEL.sub("йе", name.lower())
    return "".join(_CYRILLIC.get(letter, letter) for letter in latin)


@lru_cache(maxsize=8192)
def sound_keys(name: str) -> frozenset[str]:
    """Return the keys of one word of a name; two spellings of one name share a key.

    Parameters
    ----------
    name : str
        One word: a first name or a surname.

    Examples
    --------
    >>> sound_keys("Zjoekov") & sound_keys("Zhukov") & sound_keys("Жуков")
    frozenset({'Sukov'})
    >>> sound_keys("Zhukov") & sound_keys("Zhukova")
    frozenset()
    """
    latin = romanise(name)
    spellings = {_without_marks(latin, BARE_LETTERS), _without_marks(latin, _SOUNDED)}
    doubtful = {spelling for spelling in spellings if _has_open_ch(spelling)}
    readings = spellings - doubtful
    for spelling in doubtful:
        readings |= {_OPEN_CH.sub("kh", spelling), _OPEN_CH.sub("tsj", spelling)}
    return frozenset(key for key in map(_key, readings) if key)


_OPEN_CH = re.compile(r"(?<![sct])ch(?!sh)")


def _has_open_ch(spelling: str) -> bool:
    return _OPEN_CH.search(spelling) is not None


def _without_marks(latin: str, letters: dict[str, str]) -> str:
    composed = "".join(letters.get(letter, letter) for letter in latin)
    decomposed = unicodedata.normalize("NFD", composed)
    return "".join(letter for letter in decomposed if letter.isalpha())


def _key(latin: str) -> str:
    key = _FINAL_F.sub("v", _SOFT_C.sub("ts", latin))
    key = _CLUSTER.sub(lambda match: _CLUSTER_SOUNDS[match.group()], key)
    key = key.replace("c", "k")
    key = _HUSHED_O.sub("e", _IO.sub("e", key))
    key = _FINAL_GLIDE.sub("i", key)
    key = _GLIDE_BEFORE.sub("", key)
    key = _GLIDE_AFTER.sub("", key) if not key.endswith("i") else _GLIDE_AFTER.sub("", key[:-1]) + "i"
    return _TWICE.sub(r"\1", key.replace("y", "i").replace("j", "i"))


def meets(one: str, other: str) -> bool:
    """Tell whether two words can be spellings of one name.

    Examples
    --------
    >>> meets("Wjatscheslaw", "Vjatsjeslav"), meets("Danilov", "Danilin")
    (True, False)
    """
    return not sound_keys(one).isdisjoint(sound_keys(other))
