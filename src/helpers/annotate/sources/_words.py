"""The words that tell whom a noun phrase or a pronoun stands for, compiled once a lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from helpers.resources.gazetteer import read_gazetteer
from helpers.resources.lexicons import Lexicon

_STEM = 6


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
        Nouns for persons; nouns for organisations and groups.
    person_endings, organisation_endings : tuple of str
    adjectives : dict of str to str
        Adjectives of nationality, and the country.
    """

    roles: dict[str, tuple[str, ...]]
    pronouns: dict[str, Pronoun]
    genders: dict[str, str]
    titles: frozenset[str]
    organisations: frozenset[str]
    person_endings: tuple[str, ...]
    organisation_endings: tuple[str, ...]
    adjectives: dict[str, str]

    def has(self, role: str, key: str) -> bool:
        """Tell whether a word has a role."""
        return key in self.roles.get(role, ())

    def is_person(self, key: str) -> bool:
        """Tell whether a noun stands for a person."""
        return key in self.titles or (len(key) > _STEM and key.endswith(self.person_endings))

    def is_organisation(self, key: str) -> bool:
        """Tell whether a noun stands for an organisation or a group."""
        return key in self.organisations or (len(key) > _STEM and key.endswith(self.organisation_endings))


@lru_cache(maxsize=16)
def read_source_words(lexicon: Lexicon) -> SourceWords:
    """Compile the words of a language, once."""
    names = {row.key: row.words("words") for row in lexicon.rows("actor_grammar")}
    genders = {row.key.lower(): row["gender"] for row in lexicon.rows("actor_first_names")}
    genders |= {row.key: row["gender"] for row in lexicon.rows("actor_titles")}
    return SourceWords(
        roles={row.key: row.words("words") for row in lexicon.rows("source_grammar")},
        pronouns={row.key: Pronoun(row["number"], row["gender"], row.row_id) for row in lexicon.rows("actor_pronouns")},
        genders=genders,
        titles=frozenset(row.key for row in lexicon.rows("actor_titles")),
        organisations=frozenset(row["words"] for row in lexicon.rows("actor_organisations") if row["use"] != "named"),
        person_endings=names.get("person_ending", ()), organisation_endings=names.get("organisation_ending", ()),
        adjectives=dict(read_gazetteer().demonyms.get(lexicon.language, {})),
    )  # fmt: skip
