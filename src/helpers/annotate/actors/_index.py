"""Every name of the actors that are kept by hand, by its first word and by its sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from helpers.model import Actor
from helpers.text.transliteration import sound_keys

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]*(?:['’&.-][^\W_]+)*")
_NUMBERED = re.compile(r"(?:^|\s)\d")  # a name that its number tells: No 10
_ACRONYM_LENGTH = 6
_OWNER = re.compile(r"(?<=.)['’]s?$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of an actor, word by word.

    Parameters
    ----------
    actor : Actor
    words : tuple of str
        As the table writes them.
    keys : list of str
        In small letters, without a possessive ending.
    is_acronym : bool
        One short word with several capitals, to be written just so.
    after_full_name : bool
        True for a short form that holds only once the article has given the full name.
    commas : frozenset of int
        Which of its words a comma follows: Ministry of Boats, Wheels and Sport.
    """

    actor: Actor
    words: tuple[str, ...]
    keys: list[str] = field(compare=False)
    is_acronym: bool
    after_full_name: bool = False
    commas: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Officer:
    """A person with an office, as a surname behind the office names him: premier Zjarkov.

    Parameters
    ----------
    actor : Actor
    surname : tuple of str
        In small letters.
    office : frozenset of str
        Every word of the role and the role phrases, in small letters.
    """

    actor: Actor
    surname: tuple[str, ...]
    office: frozenset[str]


@dataclass(frozen=True, eq=False)
class ActorIndex:
    """The actors that are kept by hand, and what finds them in a text.

    Parameters
    ----------
    actors : tuple of Actor
    by_first : dict of str to list of Entry
        By the first word of a name in small letters, the longest name first.
    by_start : dict of tuple of str to list of Entry
        The same by the first two words, or by the only one.
    by_sound : dict of str to list of Actor
        Persons by the sound of their surname.
    by_surname : dict of str to list of Officer
        Persons with an office by the first word of a surname in small letters.
    """

    actors: tuple[Actor, ...] = ()
    by_first: dict[str, list[Entry]] = field(default_factory=dict)
    by_start: dict[tuple[str, ...], list[Entry]] = field(default_factory=dict)
    by_sound: dict[str, list[Actor]] = field(default_factory=dict)
    by_surname: dict[str, list[Officer]] = field(default_factory=dict)

    def starting(self, first: str, second: str) -> list[Entry]:
        """Return the names that may stand where these two words do, the longest first."""
        return [*self.by_start.get((first, second), ()), *self.by_start.get((first,), ())]


def build_actor_index(actors: tuple[Actor, ...]) -> ActorIndex:
    """Build the index of the actors that are kept by hand.

    Parameters
    ----------
    actors : tuple of Actor

    Examples
    --------
    >>> index = build_actor_index((Actor("a1", "Oleg Zjarkov", "person"),))
    >>> [entry.words for entry in index.by_first["oleg"]]
    [('Oleg', 'Zjarkov')]
    """
    index = ActorIndex(actors)
    for actor in actors:
        if actor.actor_type == "state":
            continue  # a state is named by its place: see the metonyms
        for entry in dict.fromkeys(_entries(actor)):
            index.by_first.setdefault(entry.keys[0], []).append(entry)
        if actor.actor_type == "person":
            for key in _surname_keys(actor):
                index.by_sound.setdefault(key, []).append(actor)
            for officer in _officers(actor):
                index.by_surname.setdefault(officer.surname[0], []).append(officer)
    for entries in index.by_first.values():
        entries.sort(key=lambda entry: -len(entry.words))
        for entry in entries:
            index.by_start.setdefault(tuple(entry.keys[:2]), []).append(entry)
    return index


def cut_words(name: str) -> tuple[str, ...]:
    """Cut a name into its words."""
    return tuple(_WORD.findall(name))


def _entries(actor: Actor) -> Iterator[Entry]:
    for name in (actor.name, *actor.aliases):
        words = cut_words(name)
        owned = name != actor.name and words and _OWNER.search(words[0])  # Russia's Security Council
        if words and not owned and not _NUMBERED.search(name):
            yield _make_entry(actor, words, commas=_commas(name))
    for phrase in actor.role_phrases:
        words = cut_words(phrase)
        if len(words) == 1 and words[0][0].isupper() and actor.actor_type != "person":
            yield _make_entry(actor, words, after_full_name=True)


def _commas(name: str) -> frozenset[int]:
    """Return which words of a name a comma follows."""
    parts = name.split(", ")[:-1]
    return frozenset(len(cut_words(", ".join(parts[: count + 1]))) - 1 for count in range(len(parts)))


def _make_entry(
    actor: Actor, words: tuple[str, ...], *, after_full_name: bool = False, commas: frozenset[int] = frozenset()
) -> Entry:
    acronym = len(words) == 1 and _is_acronym(words[0])
    return Entry(actor, words, [_OWNER.sub("", word).lower() for word in words], acronym, after_full_name, commas)


def _is_acronym(word: str) -> bool:
    """Tell whether only its capitals tell a word from others: WHO and who, PvdA and PVDA."""
    return len(word) <= _ACRONYM_LENGTH and sum(letter.isupper() for letter in word) > 1


def _surname_keys(actor: Actor) -> set[str]:
    names = [words for words in map(cut_words, (actor.name, *actor.aliases)) if len(words) > 1]
    return {key for words in names for key in sound_keys(words[-1])}


def _officers(actor: Actor) -> Iterator[Officer]:
    """Yield each surname of a person whose office the table tells."""
    office = frozenset(word.lower() for phrase in (actor.role, *actor.role_phrases) for word in cut_words(phrase))
    names = (cut_words(name) for name in (actor.name, *actor.aliases))
    surnames = dict.fromkeys(tuple(word.lower() for word in words[1:]) for words in names if len(words) > 1)
    return (Officer(actor, surname, office) for surname in surnames if office)
