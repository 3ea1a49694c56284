"""The words that names are told by, compiled once a lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from helpers.resources.gazetteer import read_gazetteer
from helpers.resources.lexicons import Lexicon


@dataclass(frozen=True, eq=False)
class NameWords:
    """What a language's lexicons say of the words in and around names.

    Parameters
    ----------
    roles : dict of str to frozenset of str
        Rows of ``actor_grammar``.
    titles : dict of str to str
        Title or occupation, and the gender it tells (empty where it tells none).
    before, heads, named : dict of str to str
        Words for organisations by their use, and the type of actor they tell.
    speech : frozenset of str
        Forms of verbs of speech.
    first_names, adjectives : frozenset of str
    endings : dict of str to tuple of str
        Rows of ``actor_grammar`` that hold endings.
    named_first : frozenset of str
        The first words of `named`.
    bodies : frozenset of str
        Words that make one name with the place behind them: rechtbank Wielstad.
    body_first : frozenset of str
        The first words of `bodies`.
    """

    roles: dict[str, frozenset[str]]
    titles: dict[str, str]
    before: dict[str, str]
    heads: dict[str, str]
    named: dict[str, str]
    speech: frozenset[str]
    first_names: frozenset[str]
    adjectives: frozenset[str]
    endings: dict[str, tuple[str, ...]]
    named_first: frozenset[str]
    bodies: frozenset[str]
    body_first: frozenset[str]

    def has(self, role: str, key: str) -> bool:
        """Tell whether a word has a role."""
        return key in self.roles.get(role, ())

    def is_starter(self, key: str) -> bool:
        """Tell whether a word, or the first part of a contraction (we're), opens a sentence without being a name."""
        opens = self.has("starter", key) or self.has("starter", _CONTRACTION.split(key)[0])
        return opens or (bool(self.endings["time_ending"]) and key.endswith(self.endings["time_ending"]))

    def is_person_noun(self, key: str) -> bool:
        """Tell whether a noun says that the name after it is a person's."""
        return key in self.titles or (len(key) > _STEM and key.endswith(self.endings["person_ending"]))

    def is_office(self, key: str) -> bool:
        """Tell whether a word is a compound for a person with a clear ending, such as -voorzitter."""
        return len(key) > _STEM and key not in self.first_names and key.endswith(self.endings["long_person_ending"])

    def is_compound_head(self, key: str) -> bool:
        """Tell whether a word is a compound of a head such as university: Rijksuniversiteit."""
        return key.endswith(self.endings["lower_head"]) and key not in self.heads

    def organisation_before(self, key: str) -> str:
        """Return the type of actor that a noun before a name tells, empty where it tells none."""
        if key in self.before:
            return self.before[key]
        return "organisation" if len(key) > _STEM and key.endswith(self.endings["organisation_ending"]) else ""


_STEM = 6
_CONTRACTION = re.compile(r"n?['’]")
_ENDINGS = ("time_ending", "lower_head", "person_ending", "organisation_ending", "plural_verb", "plural_noun")


@lru_cache(maxsize=16)
def read_name_words(lexicon: Lexicon) -> NameWords:
    """Compile the words of a language, once."""
    grammar = {row.key: row.words("words") for row in lexicon.rows("actor_grammar")}
    by_use: dict[str, dict[str, str]] = {"before": {}, "head": {}, "named": {}}
    for row in lexicon.rows("actor_organisations"):
        by_use[row["use"]][row["words"]] = row["actor_type"]
    verbs = (form for row in lexicon.rows("speech_verbs") if not row["tail"] for form in row.words("forms"))
    numbers = (row.key for row in lexicon.rows("quantity_numbers") if row["value"] not in ("", "0", "1"))
    return NameWords(
        roles={role: frozenset(words) for role, words in grammar.items()} | {"number": frozenset(numbers)},
        titles={row.key: row["gender"] for row in lexicon.rows("actor_titles")},
        before=by_use["before"], heads=by_use["head"], named=by_use["named"], speech=frozenset(verbs),
        first_names=frozenset(
            row.key.lower() for name in ("place_first_names", "actor_first_names") for row in lexicon.rows(name)
        ),
        adjectives=frozenset(read_gazetteer().demonyms.get(lexicon.language, ())),
        endings={role: grammar.get(role, ()) for role in _ENDINGS}
        | {"long_person_ending": tuple(end for end in grammar.get("person_ending", ()) if len(end) > 4)},
        named_first=frozenset(name.partition(" ")[0] for name in by_use["named"]),
        bodies=frozenset(row.key for row in lexicon.rows("actor_bodies")),
        body_first=frozenset(row.key.partition(" ")[0] for row in lexicon.rows("actor_bodies")),
    )  # fmt: skip
