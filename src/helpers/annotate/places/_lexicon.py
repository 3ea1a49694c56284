"""What a language says about places, indexed once: generics, prepositions, neighbours, stop words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from helpers.resources.gazetteer import fold_name
from helpers.resources.lexicons import Lexicon, LexiconRow

_NAMES = ("place_first_names", "actor_first_names")
_STEM = 3  # letters before the last part of a compound
_NO_ROLES: frozenset[str] = frozenset()
Phrases = dict[str, list[tuple[tuple[str, ...], LexiconRow]]]


@dataclass(frozen=True, slots=True)
class Romaniser:
    """Rewrites a folded name into the usual English spelling of its sounds."""

    pattern: re.Pattern[str] | None
    pairs: dict[str, str]

    @classmethod
    def build(cls, pairs: dict[str, str]) -> Romaniser:
        """Build one from spellings and their English counterparts; the longest spelling goes first."""
        longest_first = sorted(pairs, key=lambda old: (-len(old), old))
        return cls(re.compile("|".join(map(re.escape, longest_first))) if pairs else None, pairs)

    def rewrite(self, name: str) -> str:
        """Return the name as English spells it.

        Examples
        --------
        >>> Romaniser.build({"tsj": "ch", "sj": "sh", "j": "y"}).rewrite("tsjasiv jar")
        'chasiv yar'
        """
        return self.pattern.sub(lambda match: self.pairs[match.group()], name) if self.pattern else name


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words of one language around places; every phrase is found by its outer word.

    Parameters
    ----------
    generics_before, generics_after : dict
        ``het dorp X`` by its last word, ``the X region`` by its first; a row whose side ends in ``_each`` says it of
        every name in a list: ``de dorpen X en Y``.
    heads : dict
        Last parts of compounds that are such a word: ``het grensdistrict X``.
    suffixes : dict
        Endings of compounds that name a street, water or land.
    areas : dict
        Kind to patterns such as ``oblast {}``: how the names of its places are made from a town's.
    prepositions : dict
        By their last word.
    neighbours : dict
        Folded word to its roles: title, organisation, after_name, venue, compass, neutral, article, never.
    stopwords : dict
        Folded word to its use: ``context`` or ``capital_inside``.
    first_names, given_names, particles : frozenset of str
        First names that are no common words; every first name that the lexicons know; small words in surnames.
    aliases : dict
        Folded word to its row: a short name that this language gives a place.
    countries : dict
        Country to the weight that articles in this language give it.
    romanised : Romaniser
        From this language's spelling of the letters of another alphabet to the usual English one.
    romanised_countries : frozenset of str
        Countries whose places are spelled so.
    adverbs : frozenset of str
        What may stand between a government and its verb.
    verbs, state_verbs, seat_verbs, joins, before, clause : dict
        What makes a place a government; `state_verbs` and `before` do so only for a country or its capital,
        `seat_verbs` and `clause` only for a capital.
    owned : dict
        What a government has: ``Kyiv's refusal``.
    """

    generics_before: Phrases
    generics_after: Phrases
    heads: dict[str, LexiconRow]
    suffixes: dict[str, LexiconRow]
    areas: dict[str, tuple[str, ...]]
    prepositions: Phrases
    neighbours: dict[str, frozenset[str]]
    stopwords: dict[str, str]
    first_names: frozenset[str]
    given_names: frozenset[str]
    particles: frozenset[str]
    aliases: dict[str, LexiconRow]
    countries: dict[str, float]
    romanised: Romaniser
    romanised_countries: frozenset[str]
    adverbs: frozenset[str]
    verbs: dict[str, LexiconRow]
    state_verbs: dict[str, LexiconRow]
    seat_verbs: dict[str, LexiconRow]
    joins: frozenset[str]
    before: Phrases
    clause: Phrases
    owned: dict[str, LexiconRow]

    def role(self, key: str, *roles: str) -> bool:
        """Tell whether a folded word has one of the roles."""
        return not self.neighbours.get(key, _NO_ROLES).isdisjoint(roles)

    def head(self, word: str) -> LexiconRow | None:
        """Return the row of the longest last part that a compound has: ``district`` of ``grensdistrict``."""
        found = [head for head in self.heads if word.endswith(head) and len(word) >= len(head) + _STEM]
        return self.heads[max(found, key=len)] if found else None

    def endings(self, key: str) -> list[str]:
        """Return the endings of compounds that a folded word has."""
        if not key.endswith(tuple(self.suffixes)):
            return []
        return [ending for ending in self.suffixes if key.endswith(ending)]


@lru_cache(maxsize=16)
def place_words(lexicon: Lexicon) -> PlaceWords:
    """Return the place words of a lexicon, indexed at the first call."""
    rows = lexicon.rows
    generics = rows("place_generics")
    metonyms = rows("place_metonyms")
    return PlaceWords(
        generics_before=_phrases((row for row in generics if row["side"] in ("before", "before_each")), "word", -1),
        generics_after=_phrases((row for row in generics if row["side"] in ("after", "after_each")), "word", 0),
        heads={row["word"]: row for row in generics if row["side"] == "head"},
        suffixes={row["word"]: row for row in generics if row["side"] == "suffix"},
        areas={kind: _patterns(generics, kind) for kind in ("region", "district", "crossing", "place")},
        prepositions=_phrases(rows("place_prepositions"), "phrase", -1),
        neighbours=_roles(rows("place_neighbours")),
        stopwords={fold_name(row.key): row["use"] for row in rows("place_stopwords")},
        first_names=frozenset(fold_name(row.key) for row in rows("place_first_names")),
        given_names=frozenset(fold_name(row.key) for name in _NAMES for row in rows(name)),
        particles=frozenset(fold_name(row.key) for row in rows("place_particles")),
        aliases={fold_name(row.key): row for row in rows("place_aliases")},
        countries={row.key: float(row["weight"]) for row in rows("place_countries")},
        romanised=Romaniser.build({row.key: row["romanised"] for row in rows("place_transliterations")}),
        romanised_countries=frozenset(
            code for row in rows("place_transliterations") for code in row.words("countries")
        ),
        adverbs=frozenset(row.key for row in metonyms if row["role"] == "adverb"),
        verbs={row.key: row for row in metonyms if row["role"] == "verb"},
        state_verbs={row.key: row for row in metonyms if row["role"] in ("verb", "state")},
        seat_verbs={row.key: row for row in metonyms if row["role"] in ("verb", "state", "seat")},
        joins=frozenset(row.key for row in metonyms if row["role"] == "join"),
        before=_phrases((row for row in metonyms if row["role"] == "before"), "word", -1),
        clause=_phrases((row for row in metonyms if row["role"] == "clause"), "word", -1),
        owned={row.key: row for row in metonyms if row["role"] == "owned"},
    )


def _phrases(rows: Iterable[LexiconRow], column: str, outer: int) -> Phrases:
    found: Phrases = {}
    for row in rows:
        words = tuple(fold_name(row[column]).split())
        entries = found.setdefault(words[outer], [])
        if all(words != known or row[column] != other[column] for known, other in entries):
            entries.append((words, row))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def _patterns(generics: Iterable[LexiconRow], kind: str) -> tuple[str, ...]:
    patterns = {"before": "{0} {{}}", "after": "{{}} {0}"}
    made = [patterns[row["side"]].format(row["word"]) for row in generics
            if row["kind"] == kind and row["side"] in patterns]  # fmt: skip
    return tuple(dict.fromkeys(made))


def _roles(rows: Iterable[LexiconRow]) -> dict[str, frozenset[str]]:
    """Return the roles of each word."""
    roles: dict[str, set[str]] = {}
    for row in rows:
        roles.setdefault(fold_name(row["word"]), set()).add(row["role"])
    return {word: frozenset(found) for word, found in roles.items()}
