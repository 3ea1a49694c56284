"""Tell the country that stands beside the name of a body: the Kenyan, Kenya's, or of Kenya."""

from __future__ import annotations

from functools import cache

from helpers.annotate.actors._pieces import Pieces
from helpers.annotate.actors._words import NameWords
from helpers.resources.gazetteer import read_gazetteer

_ENGLISH = "en"
_OWNERS = ("'s", "’s", "'", "’")
_LONGEST = 4  # words of a country's name
_STATES = ("US", "CA", "AU")  # their states have departments of their own


def country_beside(pieces: Pieces, first: int, last: int, words: NameWords, language: str) -> str:
    """Return the code of the country that the words right before or after a name tell, empty where none does."""
    return _country_before(pieces, first, language) or _country_after(pieces, last, words)


def _country_before(pieces: Pieces, first: int, language: str) -> str:
    gazetteer, before = read_gazetteer(), first - 1
    demonyms = gazetteer.demonyms.get(language, {})
    if before < 0:
        return ""
    if pieces.joined(before):
        return demonyms.get(pieces.keys[before], "")
    if pieces.capital[before] and pieces.gap(before).strip() in _OWNERS:
        return _country_of(pieces.words[before])
    return ""


def _country_after(pieces: Pieces, last: int, words: NameWords) -> str:
    """Read the country behind a small word, past an article: of the Netherlands, van Kenia."""
    at = last + 1
    if not pieces.joined(last) or at + 1 >= len(pieces) or not words.has("linker", pieces.keys[at]):
        return ""
    if words.has("place_preposition", pieces.keys[at]) or words.has("article", pieces.keys[at]):
        return ""
    at += 1 + words.has("article", pieces.keys[at + 1])
    return country_here(pieces, at)[0]


def country_here(pieces: Pieces, at: int) -> tuple[str, int]:
    """Return the code of the country whose name begins at a word, and the last word of that name."""
    last = at
    while last + 1 < len(pieces) and last - at < _LONGEST - 1 and pieces.joined(last):
        last += 1
    for end in range(last, at - 1, -1):
        if end < len(pieces) and pieces.capital[end]:
            code = _country_of(pieces.span(at, end).of(pieces.text))
            if code:
                return code, end
    return "", at


def _country_of(name: str) -> str:
    return next((place.country for place in read_gazetteer().candidates(name) if place.place_type == "country"), "")


def state_before(pieces: Pieces, first: int) -> str:
    """Return the name of the American, Canadian or Australian state right before a name: Kansas | Department."""
    gazetteer, before = read_gazetteer(), first - 1
    for start in (before - 1, before):
        if start >= 0 and all(pieces.joined(at) and pieces.capital[at] for at in range(start, before + 1)):
            name = pieces.span(start, before).of(pieces.text)
            if any(place.place_id in gazetteer.regions and place.country in _STATES
                   for place in gazetteer.candidates(name)):  # fmt: skip
                return name
    return ""


def adjective_of(country: str) -> str:
    """Return the English adjective of a country by its code, empty where none is known."""
    return _adjectives().get(country, "")


@cache
def _adjectives() -> dict[str, str]:
    """Return the first English adjective of each country."""
    found: dict[str, str] = {}
    for text, country in read_gazetteer().demonyms.get(_ENGLISH, {}).items():
        found.setdefault(country, text.title())
    return found
