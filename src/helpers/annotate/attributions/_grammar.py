"""The words of a language as the rules ask for them, compiled once a lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from helpers.model.annotations import Certainty, Stance
from helpers.resources.lexicons import Lexicon, LexiconRow

_STANCES: dict[str, Stance] = {"denies": "denies", "confirms": "confirms", "questions": "questions"}
_CERTAINTIES: dict[str, Certainty] = {"possible": "possible", "probable": "probable"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A row that announces a content: a verb, a phrase or a noun."""

    row_id: str
    stance: Stance
    certainty: Certainty
    frames: frozenset[str] = frozenset()
    preps: frozenset[str] = frozenset()
    tail: tuple[str, ...] = ()
    objects: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A word form of a cue verb and its shape: ``finite``, ``joined`` (with its particle) or ``participle``."""

    cue: Cue
    shape: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the rules know of one language."""

    roles: dict[str, frozenset[str]]
    roles_of: dict[str, frozenset[str]]
    forms: dict[str, tuple[Form, ...]]
    phrases: dict[str, dict[str, tuple[Cue, ...]]]
    nouns: dict[str, Cue]
    pseudo_cues: dict[str, tuple[tuple[str, ...], ...]]
    pseudo_sources: frozenset[str]
    channels: dict[str, str]
    verb_ending: re.Pattern[str] | None
    participles: tuple[re.Pattern[str], ...]
    adjective_ending: re.Pattern[str] | None
    demonym_ending: re.Pattern[str] | None
    infinitive_ending: re.Pattern[str] | None
    number_ending: re.Pattern[str] | None
    adverb_ending: re.Pattern[str] | None

    def role(self, name: str) -> frozenset[str]:
        """Return the words of a role, none where the language does not have it."""
        return self.roles.get(name, frozenset())

    def phrases_from(self, key: str, following: str) -> tuple[Cue, ...]:
        """Return the phrases that may begin with two words, the longest first."""
        by_second = self.phrases.get(key)
        return by_second.get(following, by_second[""]) if by_second else ()

    def is_verb(self, key: str) -> bool:
        """Tell whether a word is a frequent finite verb or a cue verb."""
        return key in self.role("finite_verb") or key in self.forms


@lru_cache(maxsize=16)
def read_grammar(lexicon: Lexicon) -> Grammar:
    """Compile the grammar of a lexicon, once."""
    roles = {row.key: frozenset(row.words("words")) for row in lexicon.rows("grammar")}
    return Grammar(
        roles=roles,
        roles_of=_invert(roles),
        forms=_forms(lexicon.rows("speech_verbs")),
        phrases=_by_first(_cue(row, words=tuple(row.key.split()), frames=row["frame"])
                          for row in lexicon.rows("cue_phrases")),
        nouns={form: _cue(row, frames=row["frame"])
               for row in lexicon.rows("cue_nouns") for form in row.words("forms")},
        pseudo_cues=_sequences(lexicon.rows("pseudo_cues")),
        pseudo_sources=frozenset(form for row in lexicon.rows("pseudo_sources") for form in row.words("forms")),
        channels={form: row.key for row in lexicon.rows("channels") for form in row.words("forms")},
        verb_ending=_ending(lexicon, "verb_ending"),
        participles=tuple(re.compile(row.key) for row in lexicon.rows("participles")),
        adjective_ending=_ending(lexicon, "adjective_ending"),
        demonym_ending=_ending(lexicon, "demonym_ending"),
        infinitive_ending=_ending(lexicon, "infinitive_ending"),
        number_ending=_ending(lexicon, "number_ending"),
        adverb_ending=_ending(lexicon, "adverb_ending"),
    )


def _ending(lexicon: Lexicon, name: str) -> re.Pattern[str] | None:
    pattern = next((row["words"] for row in lexicon.rows("grammar") if row.key == name), "")
    return re.compile(pattern) if pattern else None


def _invert(roles: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for role, words in roles.items():
        for word in words:
            found.setdefault(word, set()).add(role)
    return {word: frozenset(names) for word, names in found.items()}


def _cue(row: LexiconRow, *, words: tuple[str, ...] = (), frames: str = "") -> Cue:
    return Cue(
        row.row_id, _STANCES.get(row["stance"], "asserts"), _CERTAINTIES.get(row["certainty"], "certain"),
        frames=frozenset(frames.split()), words=words,
    )  # fmt: skip


def _verb(row: LexiconRow) -> Cue:
    return Cue(
        row.row_id, _STANCES.get(row["stance"], "asserts"), _CERTAINTIES.get(row["certainty"], "certain"),
        frames=frozenset(row["frames"].split()), preps=frozenset(row.words("preps")),
        tail=tuple(row["tail"].split()), objects=tuple(tuple(words.split()) for words in row.words("object")),
    )  # fmt: skip


def _forms(rows: Iterable[LexiconRow]) -> dict[str, tuple[Form, ...]]:
    forms: dict[str, list[Form]] = {}
    for row in rows:
        cue = _verb(row)
        for column, shape in (("forms", "finite"), ("joined", "joined"), ("participles", "participle")):
            for word in row.words(column):
                forms.setdefault(word, []).append(Form(cue, shape))
    return {word: tuple(sorted(found, key=lambda f: -len(f.cue.tail))) for word, found in forms.items()}


def _by_first(cues: Iterable[Cue]) -> dict[str, dict[str, tuple[Cue, ...]]]:
    """Index phrases by their first two words; under no second word those of one word, or with a gap there."""
    index: dict[str, list[Cue]] = {}
    for cue in cues:
        index.setdefault(cue.words[0], []).append(cue)
    return {word: _by_second(sorted(found, key=lambda c: -len(c.words))) for word, found in index.items()}


def _by_second(cues: Sequence[Cue]) -> dict[str, tuple[Cue, ...]]:
    seconds = {_second(cue) for cue in cues} | {""}
    return {second: tuple(cue for cue in cues if _second(cue) in ("", second)) for second in seconds}


def _second(cue: Cue) -> str:
    is_open = len(cue.words) == 1 or cue.words[1] == "*" or "genitive" in cue.frames
    return "" if is_open else cue.words[1]


def _sequences(rows: Iterable[LexiconRow]) -> dict[str, tuple[tuple[str, ...], ...]]:
    index: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        words = tuple(row.key.split())
        index.setdefault(words[0], []).append(words)
    return {word: tuple(found) for word, found in index.items()}
