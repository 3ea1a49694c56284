"""Give an actor that was found its usual English name, where the language's lexicon says how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from helpers.annotate.actors._pieces import Pieces
from helpers.annotate.actors._runs import Run
from helpers.resources.actors import read_actors
from helpers.resources.gazetteer import read_gazetteer
from helpers.resources.lexicons import Lexicon

_ENGLISH = "en"
_SHORTEST = 4
_MINISTRY = "ministry"
_BRITISH = {"defense": "defence", "labor": "labour"}


@dataclass(frozen=True, eq=False)
class EnglishNames:
    """How a language's names are written in English: spellings, first names, offices."""

    clusters: dict[str, str]
    cluster: re.Pattern[str] | None
    endings: tuple[str, ...]
    sure: tuple[str, ...]
    first_names: dict[str, str]
    offices: dict[str, str]


@lru_cache(maxsize=16)
def read_english_names(lexicon: Lexicon) -> EnglishNames:
    """Compile the spellings of a language, once."""
    uses: dict[str, dict[str, str]] = {"cluster": {}, "ending": {}, "first_name": {}, "sure": {}}
    for row in lexicon.rows("actor_respellings"):
        uses[row["use"]][row["written"]] = row["romanised"]
    clusters = uses["cluster"]
    pattern = "|".join(sorted(map(re.escape, clusters), key=len, reverse=True))
    return EnglishNames(
        clusters, re.compile(pattern) if pattern else None, tuple(uses["ending"]), tuple(uses["sure"]),
        uses["first_name"], {row.key: row["english"] for row in lexicon.rows("actor_offices")},
    )  # fmt: skip


def respell_person(name: str, english: EnglishNames) -> str:
    """Write a Slavic name as English does; any other name stays as it is.

    Examples
    --------
    >>> from helpers.resources.lexicons import read_lexicon
    >>> english = read_english_names(read_lexicon("nl"))
    >>> respell_person("Joeri Tsjernoekov", english), respell_person("Koen de Boer", english)
    ('Yuri Chernukov', 'Koen de Boer')
    """
    parts = name.split()
    if english.cluster is None or not parts:
        return name
    first, last = parts[0].lower(), parts[-1].lower()
    if any(part.islower() for part in parts):
        return name  # van den Broek
    surname = _is_slavic(last, english) and (last not in english.first_names or len(parts) == 1)
    both = first in english.first_names and len(parts) > 1 and last.endswith(english.endings)
    known = first in english.first_names and english.cluster.search(first) is not None and len(parts) > 1
    if not (surname or both or known):
        return name
    return " ".join(english.first_names.get(part.lower()) or _respell(part, english) for part in parts)


def _is_slavic(key: str, english: EnglishNames) -> bool:
    if english.cluster is None or len(key) < _SHORTEST or english.cluster.search(key) is None:
        return False
    sure = any(cluster in key for cluster in english.sure)
    return sure or key in english.first_names or key.endswith(english.endings)


def _respell(part: str, english: EnglishNames) -> str:
    assert english.cluster is not None  # noqa: S101  (only for the type checker: the caller has looked)
    spelled = english.cluster.sub(lambda match: english.clusters[match.group()], part.lower())
    return spelled[:1].upper() + spelled[1:] if part[0].isupper() else spelled


def name_ministry(pieces: Pieces, run: Run, english: EnglishNames, language: str) -> str:
    """Return the English name of a ministry with its country, empty where it is none or its country is not told."""
    adjective = _country_adjective(pieces, run, language)
    keys = pieces.keys[run.first : run.last + 1]
    if language == _ENGLISH:
        return f"{adjective} {pieces.span(run.first, run.last).of(pieces.text)}" if adjective else ""
    prefix = english.offices.get(" ".join(keys[:2]), "")
    office = english.offices.get(" ".join(keys[2:]), "")  # several offices: no English name is put together
    return f"{adjective} {prefix} {office}" if prefix and adjective and office else ""


def office_names(pieces: Pieces, run: Run, english: EnglishNames, language: str) -> tuple[str, ...]:
    """Return how English may name the ministry of a run without its country, in small letters; nothing for others."""
    keys = pieces.keys[run.first : run.last + 1]
    if language != _ENGLISH:
        prefix, office = english.offices.get(" ".join(keys[:2]), ""), english.offices.get(" ".join(keys[2:]), "")
        return (f"{prefix} {office}".lower(),) if prefix and office else ()
    words = [_BRITISH.get(key, key) for key in keys]
    if words[-1] == _MINISTRY and len(words) > 1:
        return (" ".join(words), f"{_MINISTRY} of {' '.join(words[:-1])}")
    return (" ".join(words),) if words[:2] == [_MINISTRY, "of"] else ()


def _country_adjective(pieces: Pieces, run: Run, language: str) -> str:
    """Return the English adjective of the country that the word before tells."""
    gazetteer = read_gazetteer()
    first = run.first
    country = gazetteer.demonyms.get(language, {}).get(pieces.keys[first], "")
    before = first - 1
    if not country and before >= 0:
        country = gazetteer.demonyms.get(language, {}).get(pieces.keys[before], "") if pieces.joined(before) else ""
        if not country and pieces.capital[before] and pieces.gap(before).strip() in ("'s", "’s", "'", "’"):
            found = gazetteer.candidates(pieces.words[before])
            country = next((place.country for place in found if place.place_type == "country"), "")
    return adjective_of(country)


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


@cache
def curated_names() -> dict[str, str]:
    """Return the ids of the actors that are kept by hand, by each of their names in small letters."""
    return {name.lower(): actor.actor_id for actor in read_actors() for name in (actor.name, *actor.aliases)}
