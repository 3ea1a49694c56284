"""The words that tell whom a noun phrase or a pronoun stands for, compiled once a lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from helpers.resources.gazetteer import read_gazetteer
from helpers.resources.lexicons import Lexicon, read_lexicon

_STEM = 6
_SHORTEST_END = 5  # a compound may end in a noun this long: rebellenbeweging; a shorter one may be chance
_NO_KINDS: frozenset[str] = frozenset()
_LANGUAGE_OF_ROLES = "en"
_NOUN, _ACTOR = "noun_", "actor_"


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun tells of whom it stands for; an empty field tells nothing."""

    number: str
    gender: str
    rule: str


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What a language's lexicons say of sources.

    Parameters
    ----------
    roles : dict of str to tuple of str
        Rows of ``source_grammar``.
    pronouns : dict of str to Pronoun
    genders : dict of str to str
        Of titles, occupations and first names.
    titles, organisations : frozenset of str
        Nouns for persons, also those that are surnames as well (cook); nouns for organisations and groups.
    person_endings, organisation_endings : tuple of str
    adjectives : dict of str to str
        Adjectives of nationality, and the country.
    role_kinds : dict of str to tuple of str
        By the kind of an organisation: words of a role in the table of actors, which is written in English.
    noun_kinds, shown_kinds : dict of str to frozenset of str
        By a noun: the kinds of organisation that it may stand for, and those that it shows somebody to be of.
    members : dict of str to frozenset of str
        The words of each role once more, to be asked for often.
    """

    roles: dict[str, tuple[str, ...]]
    pronouns: dict[str, Pronoun]
    genders: dict[str, str]
    titles: frozenset[str]
    organisations: frozenset[str]
    person_endings: tuple[str, ...]
    organisation_endings: tuple[str, ...]
    adjectives: dict[str, str]
    role_kinds: dict[str, tuple[str, ...]]
    noun_kinds: dict[str, frozenset[str]]
    shown_kinds: dict[str, frozenset[str]]
    members: dict[str, frozenset[str]]

    def has(self, role: str, key: str) -> bool:
        """Tell whether a word has a role."""
        return key in self.members.get(role, ())

    def is_person(self, key: str) -> bool:
        """Tell whether a noun stands for a person."""
        return key in self.titles or (len(key) > _STEM and key.endswith(self.person_endings))

    def is_people(self, key: str) -> bool:
        """Tell whether a noun stands for several persons: leaders, getuigen."""
        ends = key.endswith(self.roles.get("plural_noun", ())) if self.roles.get("plural_noun") else False
        return ends and not self.is_person(key) and (self.is_person(key[:-1]) or self.is_person(key[:-2]))

    def may_be_person(self, key: str) -> bool:
        """Tell whether nothing speaks against a singular noun for a person: no lexicon holds every occupation."""
        if self.is_person(key):
            return True
        plural = self.roles.get("plural_noun", ())
        groups = self.roles.get("no_person", ())
        group = any(key == word or (len(word) >= _STEM and key.endswith(word)) for word in groups)
        return not (group or self.is_organisation(key) or kinds_of_noun(self, key) or key.endswith(tuple(plural)))

    def is_organisation(self, key: str) -> bool:
        """Tell whether a noun stands for an organisation or a group."""
        return key in self.organisations or (len(key) > _STEM and key.endswith(self.organisation_endings))


@lru_cache(maxsize=16)
def read_source_words(lexicon: Lexicon) -> SourceWords:
    """Compile the words of a language, once."""
    names = {row.key: row.words("words") for row in lexicon.rows("actor_grammar")}
    genders = {row.key.lower(): row["gender"] for row in lexicon.rows("actor_first_names")}
    genders |= {row.key: row["gender"] for row in lexicon.rows("actor_titles")}
    roles = _read_roles(lexicon)
    return SourceWords(
        roles=roles,
        pronouns={row.key: Pronoun(row["number"], row["gender"], row.row_id) for row in lexicon.rows("actor_pronouns")},
        genders=genders,
        titles=frozenset(row.key for row in lexicon.rows("actor_titles")) | frozenset(roles.get("occupation", ())),
        organisations=frozenset(row["words"] for row in lexicon.rows("actor_organisations") if row["use"] != "named"),
        person_endings=names.get("person_ending", ()), organisation_endings=names.get("organisation_ending", ()),
        adjectives=dict(read_gazetteer().demonyms.get(lexicon.language, {})),
        role_kinds=read_kinds(_read_roles(read_lexicon(_LANGUAGE_OF_ROLES))),
        noun_kinds=_by_noun(_noun_rows(roles)), shown_kinds=_by_noun(read_kinds(roles)),
        members={role: frozenset(words) for role, words in roles.items()},
    )  # fmt: skip


def _read_roles(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    return {row.key: row.words("words") for row in lexicon.rows("source_grammar")}


def read_kinds(roles: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return, by the kind of an organisation, the words that show somebody to be one.

    Examples
    --------
    >>> read_kinds({"noun_firm": ("firm",), "actor_firm": ("airline",), "noun_army": ("army",), "definite": ("the",)})
    {'firm': ('airline',), 'army': ('army',)}
    """
    return {kind: roles.get(_ACTOR + kind, words) for kind, words in _noun_rows(roles).items()}


def _noun_rows(roles: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {key.removeprefix(_NOUN): words for key, words in roles.items() if key.startswith(_NOUN)}


def _by_noun(kinds: dict[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """Turn the nouns of each kind into the kinds of each noun."""
    found: dict[str, set[str]] = {}
    for kind, nouns in kinds.items():
        for noun in nouns:
            found.setdefault(noun, set()).add(kind)
    return {noun: frozenset(of_noun) for noun, of_noun in found.items()}


def kinds_of_noun(words: SourceWords, noun: str) -> frozenset[str]:
    """Return the kinds of organisation that a noun may stand for."""
    return words.noun_kinds.get(noun, _NO_KINDS)


def kinds_shown(words: SourceWords, key: str) -> Iterator[str]:
    """Yield the kinds of organisation that a word of a name or a title shows, also as the end of a compound."""
    yield from words.shown_kinds.get(key, ())
    for start in range(1, len(key) - _SHORTEST_END + 1):
        yield from words.shown_kinds.get(key[start:], ())
