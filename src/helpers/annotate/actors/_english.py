"""Give an actor that was found its usual English name, where the language's lexicon says how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from helpers.annotate.actors._countries_beside import adjective_of, country_beside, state_before
from helpers.annotate.actors._pieces import Pieces
from helpers.annotate.actors._runs import Run
from helpers.annotate.actors._words import read_name_words
from helpers.resources.actors import read_actors
from helpers.resources.gazetteer import read_gazetteer
from helpers.resources.lexicons import Lexicon

_ENGLISH = "en"
_SHORTEST = 4
_SHORT_SURNAME = 5
_MINISTRY = "ministry"
_FIELDS = {"foreign": "Foreign Affairs"}
_UNIVERSITY, _UNIVERSITY_OF = "university", "university of "
_BRITISH = {"defense": "defence", "labor": "labour"}


@dataclass(frozen=True, eq=False)
class EnglishNames:
    """How a language's names are written in English: spellings, first names, offices.

    Parameters
    ----------
    clusters : dict of str to str
        Letters by which the language writes a Slavic sound, and the English ones.
    cluster : re.Pattern, optional
        Finds any of them.
    endings, weak_endings : tuple of str
        Endings of Slavic surnames; a weak one is common elsewhere too (Dujardin, Snoek).
    surname_endings : tuple of str
        Endings that tell a surname only behind a first name: Ararat Grigorjan, but Arjan.
    sure, telling, first_telling : tuple of str
        Letters that tell a Slavic name alone, before a weak ending, and in the first name before an ending.
    arabic_signs, arabic_clusters
        What opens a word of an Arabic name, and how its sounds are written here and in English.
    first_names : dict of str to str
        Slavic first names in their usual English spelling.
    given_here, slavic_first : frozenset of str
        First names of both languages, and those that let a weak ending tell a Slavic surname.
    offices : dict of str to str
    """

    clusters: dict[str, str]
    cluster: re.Pattern[str] | None
    endings: tuple[str, ...]
    weak_endings: tuple[str, ...]
    surname_endings: tuple[str, ...]
    sure: tuple[str, ...]
    telling: tuple[str, ...]
    first_telling: tuple[str, ...]
    first_names: dict[str, str]
    given_here: frozenset[str]
    slavic_first: frozenset[str]
    offices: dict[str, str]
    arabic_signs: tuple[str, ...]
    arabic_clusters: dict[str, str]


_USES = ("cluster", "ending", "weak_ending", "surname_ending", "sure", "telling", "first_telling", "first_name",
         "given_here", "slavic_first", "arabic_sign", "arabic_cluster")  # fmt: skip
# letters by which Dutch writes no Cyrillic name: Wojciech, Jankowski, Babić
_LATIN = re.compile(r"[wqx]|c(?!h)|[^\x00-\x7fëï]")


@lru_cache(maxsize=16)
def read_english_names(lexicon: Lexicon) -> EnglishNames:
    """Compile the spellings of a language, once."""
    uses: dict[str, dict[str, str]] = {use: {} for use in _USES}
    for row in lexicon.rows("actor_respellings"):
        uses[row["use"]][row["written"]] = row["romanised"]
    clusters = uses["cluster"]
    pattern = "|".join(sorted(map(re.escape, clusters), key=len, reverse=True))
    return EnglishNames(
        clusters, re.compile(pattern) if pattern else None,
        tuple(uses["ending"]), tuple(uses["weak_ending"]), tuple(uses["surname_ending"]), tuple(uses["sure"]),
        tuple(uses["telling"]), tuple(uses["first_telling"]),
        uses["first_name"], frozenset(uses["given_here"]),
        frozenset({*uses["slavic_first"], *uses["first_name"]} - {*uses["given_here"]}),
        {row.key: row["english"] for row in lexicon.rows("actor_offices")},
        tuple(uses["arabic_sign"]), uses["arabic_cluster"],
    )  # fmt: skip


def respell_person(name: str, english: EnglishNames) -> str:
    """Write a Slavic, Caucasian or Arabic name as English does; any other name stays as it is.

    Examples
    --------
    >>> from helpers.resources.lexicons import read_lexicon
    >>> english = read_english_names(read_lexicon("nl"))
    >>> respell_person("Joeri Tsjernoekov", english), respell_person("Joeri Dujardin", english)
    ('Yuri Chernukov', 'Joeri Dujardin')
    """
    parts = name.split()
    if any(part.lower().startswith(english.arabic_signs) for part in parts):
        return _respell_arabic(name, english)
    if english.cluster is None or not parts or any(part.islower() for part in parts):  # van den Broek
        return name
    if any(_LATIN.search(part.lower()) for part in parts):
        return name
    first, last = parts[0].lower(), parts[-1].lower()
    known = first in english.first_names and first not in english.given_here
    known = known and (len(parts) > 1 or english.cluster.search(first) is not None)
    support = first if len(parts) > 1 else ""
    if not (known or _is_slavic(last, support, english)):
        return name
    return " ".join(english.first_names.get(part.lower()) or _respell(part, english) for part in parts)


def _is_slavic(key: str, first: str, english: EnglishNames) -> bool:
    """Tell whether a surname is Slavic, by itself or beside its first name."""
    if english.cluster is None or len(key) < _SHORTEST:
        return False
    if any(cluster in key for cluster in english.sure):
        return True
    if key.endswith(english.endings):
        foreign = any(cluster in first for cluster in english.first_telling) and first not in english.given_here
        return foreign or english.cluster.search(key) is not None or first in english.first_names
    if first and len(key) > _SHORT_SURNAME and key.endswith(english.surname_endings):
        return True
    ending = next((end for end in english.weak_endings if key.endswith(end)), "")
    rest = key.removesuffix(ending)
    telling = any(cluster in rest for cluster in english.telling) or len(english.cluster.findall(rest)) > 1
    return bool(ending) and (first in english.slavic_first or telling)


def _respell_arabic(name: str, english: EnglishNames) -> str:
    """Write the sounds of an Arabic name as English does: Aboe Omar al-Soeri, Abu Omar al-Suri."""
    for written, romanised in english.arabic_clusters.items():
        name = name.replace(written, romanised).replace(written.capitalize(), romanised.capitalize())
    return name


def _respell(part: str, english: EnglishNames) -> str:
    assert english.cluster is not None  # noqa: S101  (only for the type checker: the caller has looked)
    spelled = english.cluster.sub(lambda match: english.clusters[match.group()], part.lower())
    return "-".join(word[:1].upper() + word[1:] for word in spelled.split("-")) if part[0].isupper() else spelled


def name_ministry(pieces: Pieces, run: Run, english: EnglishNames, lexicon: Lexicon) -> str:
    """Return the English name of a ministry with its country, empty where it is none or its country is not told."""
    words = read_name_words(lexicon)
    own = read_gazetteer().demonyms.get(lexicon.language, {}).get(pieces.keys[run.first], "")
    adjective = adjective_of(own or country_beside(pieces, run.first, run.last, words, lexicon.language))
    keys = pieces.keys[run.first : run.last + 1]
    if lexicon.language == _ENGLISH:
        state = "" if adjective else state_before(pieces, run.first)
        return _english_office(pieces.span(run.first, run.last).of(pieces.text), keys, adjective or state)
    prefix = english.offices.get(" ".join(keys[:2]), "")
    office = english.offices.get(" ".join(keys[2:]), "")  # several offices: no English name is put together
    return f"{adjective} {prefix} {office}" if prefix and adjective and office else ""


def _english_office(text: str, keys: list[str], adjective: str) -> str:
    """Return the usual name of a ministry: French Ministry of Sport for France's sport ministry."""
    if not adjective:
        return ""
    if keys[0] == adjective.lower():
        text, keys = text.partition(" ")[2], keys[1:]
    plain = f"{adjective} {text}"
    if plain.lower() in curated_names() or keys[-1] != _MINISTRY or len(keys) < 2:
        return plain
    fields = [_FIELDS.get(key, _BRITISH.get(key, key).capitalize()) for key in keys[:-1]]
    return f"{adjective} Ministry of {' '.join(fields)}"


def plain_ministry(pieces: Pieces, run: Run, english: EnglishNames) -> str:
    """Return the English name of a ministry whose country is not told, empty for others and in English itself."""
    keys = pieces.keys[run.first : run.last + 1]
    prefix, office = english.offices.get(" ".join(keys[:2]), ""), english.offices.get(" ".join(keys[2:]), "")
    return f"{prefix} {office}" if prefix and office else ""


def office_names(pieces: Pieces, run: Run, english: EnglishNames, language: str) -> tuple[str, ...]:
    """Return how English may name the ministry of a run without its country, in small letters; nothing for others."""
    keys = pieces.keys[run.first : run.last + 1]
    if language != _ENGLISH:
        plain = plain_ministry(pieces, run, english)
        return (plain.lower(),) if plain else ()
    words = [_BRITISH.get(key, key) for key in keys]
    if words[-1] == _MINISTRY and len(words) > 1:
        return (" ".join(words), f"{_MINISTRY} of {' '.join(words[:-1])}")
    return (" ".join(words),) if words[:2] == [_MINISTRY, "of"] else ()


@cache
def curated_names() -> dict[str, str]:
    """Return the ids of the actors that are kept by hand, by each of their names in small letters."""
    return {name.lower(): actor.actor_id for actor in read_actors() for name in (actor.name, *actor.aliases)}


def curated_id(name: str) -> str:
    """Return the id of the actor that is kept by hand under a name, or under the name that the table gives it.

    A university may turn round, and the country of a party may stand before its name rather than in brackets.

    Examples
    --------
    >>> curated_id("University of Ghent") == curated_id("Ghent University") != ""
    True
    >>> curated_id("the Dutch Labour Party") == curated_id("Labour Party (Netherlands)") != ""
    True
    """
    key = name.lower().removeprefix("the ")
    first, _, rest = key.partition(" ")
    country = read_gazetteer().country(read_gazetteer().demonyms.get(_ENGLISH, {}).get(first, ""))
    turned = f"{rest} ({country.name.lower()})" if country is not None else ""
    if key.startswith(_UNIVERSITY_OF):
        turned = f"{key.removeprefix(_UNIVERSITY_OF)} {_UNIVERSITY}"
    elif key.endswith(f" {_UNIVERSITY}"):
        turned = f"{_UNIVERSITY_OF}{key.removesuffix(_UNIVERSITY).strip()}"
    return curated_names().get(name.lower()) or curated_names().get(key) or curated_names().get(turned, "")
