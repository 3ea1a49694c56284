"""Name a body that every state has, with its country: Kenya's Supreme Court, het Keniaanse Hooggerechtshof."""

from __future__ import annotations

from functools import lru_cache

from helpers.annotate.actors._countries_beside import adjective_of, country_beside
from helpers.annotate.actors._pieces import Pieces
from helpers.annotate.actors._runs import Run
from helpers.annotate.actors._words import read_name_words
from helpers.resources.gazetteer import read_gazetteer
from helpers.resources.lexicons import Lexicon

_ARTICLED = ("United ", "Czech Rep", "Dominican Rep", "Central African", "DR ", "Democratic Rep")
_ARTICLED_ENDS = ("lands", "Philippines", "Maldives", "Bahamas", "Gambia")


def name_national(pieces: Pieces, run: Run, lexicon: Lexicon) -> str:
    """Return the usual English name of a body that every state has, empty where the lexicon or the text tells none."""
    found = _national_core(pieces, run, lexicon)
    if found is None:
        return ""
    first, last, pattern = found
    words = read_name_words(lexicon)
    code = country_beside(pieces, first, last, words, lexicon.language)
    country = read_gazetteer().country(code)
    if country is None or (first - run.first) > 1:
        return ""
    return pattern.format(country=_with_article(country.name), adjective=adjective_of(code))


def _national_core(pieces: Pieces, run: Run, lexicon: Lexicon) -> tuple[int, int, str] | None:
    patterns = _patterns(lexicon)
    for first in (run.first, run.first + 1):
        for last in range(run.last, first - 1, -1):
            pattern = patterns.get(" ".join(pieces.keys[first : last + 1]))
            if pattern:
                return first, last, pattern
    return None


@lru_cache(maxsize=16)
def _patterns(lexicon: Lexicon) -> dict[str, str]:
    return {row.key: row["english"] for row in lexicon.rows("actor_national")}


def _with_article(country: str) -> str:
    """Return the name of a country with the article that English gives it."""
    return f"the {country}" if country.startswith(_ARTICLED) or country.endswith(_ARTICLED_ENDS) else country
