"""Find the actors that are kept by hand under every spelling of their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from helpers.annotate.actors._again import in_capitals
from helpers.annotate.actors._index import ActorIndex, Entry, cut_words
from helpers.annotate.actors._offices import OFFICER, Named, find_officer
from helpers.annotate.actors._pieces import Pieces
from helpers.annotate.actors._words import NameWords
from helpers.model import Actor
from helpers.model.annotations import MentionForm
from helpers.text.transliteration import meets, romanise, sound_keys

_JOINTS = frozenset((" ", "\u00a0", "-", "- ", " & ", "\n", " «", "» "))
_OWNERS = {"'s ": ("'s", "’s"), "’s ": ("'s", "’s"), "' ": ("s",), "’ ": ("s",)}
_SAME_FIRST_NAME = 75
_SHORTEST = 4


def find_names(pieces: Pieces, index: ActorIndex, words: NameWords) -> list[Named]:
    """Return every stretch that names an actor of the index, none inside another."""
    found = [*_walk(pieces, index, words)]
    told = {actor.actor_id for named in found if named.full for actor in named.actors}
    strangers = _strangers(pieces, found, index)
    kept = [named for named in (_settle(one, told) for one in found) if named is not None]
    kept = [n for n in kept if n.full or pieces.keys[n.last] not in strangers or n.actors[0].actor_id in told]
    again = (*_parts(pieces, kept), *_acronyms(pieces, kept, words), *_without_country(pieces, kept, words))
    return sorted([*kept, *again], key=lambda named: named.first)


def _walk(pieces: Pieces, index: ActorIndex, words: NameWords) -> Iterator[Named]:
    at, size = 0, len(pieces)
    while at < size:
        named = _exact(pieces, at, index, words) if pieces.keys[at] in index.by_first else None
        if named is None and pieces.capital[at]:
            named = (_by_sound(pieces, at, index) or _genitive(pieces, at, index, words)
                     or find_officer(pieces, at, index, words))  # fmt: skip
        if named is None:
            at += 1
        else:
            yield named
            at = named.last + 1


def _exact(pieces: Pieces, at: int, index: ActorIndex, words: NameWords) -> Named | None:
    second = pieces.keys[at + 1] if at + 1 < len(pieces) else ""
    fitting = [entry for entry in index.starting(pieces.keys[at], second)
               if pieces.keys[at : at + len(entry.keys)] == entry.keys and _fits(pieces, at, entry)]  # fmt: skip
    if not fitting:
        return None
    size = len(fitting[0].words)
    best = [entry for entry in fitting if len(entry.words) == size]
    last = at + size - 1
    if _refused(pieces, at, last, best[0], words):
        return _in_headline(pieces, at, best, words)
    full = size > 1 or best[0].actor.actor_type != "person"
    actors = tuple({entry.actor.actor_id: entry.actor for entry in best}.values())
    return Named(at, last, actors, "known_name", full and not best[0].after_full_name, best[0].after_full_name)


def _genitive(pieces: Pieces, at: int, index: ActorIndex, words: NameWords) -> Named | None:
    """Take a surname with a genitive ending before what it owns: Zjarkovs leger."""
    key = pieces.keys[at]
    for ending in words.roles.get("genitive_ending", ()):
        entries = index.by_first.get(key.removesuffix(ending), []) if key.endswith(ending) else []
        actors = tuple({entry.actor.actor_id: entry.actor for entry in entries
                        if len(entry.words) == 1 and entry.actor.actor_type == "person"}.values())  # fmt: skip
        before = at > 0 and pieces.joined(at - 1) and pieces.capital[at - 1] and at - 1 not in pieces.heads
        if actors and not before and pieces.joined(at) and not pieces.capital[at + 1]:
            return Named(at, at, actors, "known_name_genitive", full=False, less=len(ending))
    return None


def _in_headline(pieces: Pieces, at: int, entries: list[Entry], words: NameWords) -> Named | None:
    """Take a surname in a line of capitals, whose neighbours tell nothing; it holds only beside the full name."""
    actors = tuple({entry.actor.actor_id: entry.actor for entry in entries if len(entry.words) == 1}.values())
    if not actors or any(actor.actor_type != "person" for actor in actors) or not in_capitals(pieces, at, words):
        return None
    return Named(at, at, actors, "known_name", full=False, weak=True)


def _fits(pieces: Pieces, at: int, entry: Entry) -> bool:
    """Tell whether the words of a name are written as a name here, with nothing else between them."""
    if entry.is_acronym:
        return pieces.words[at] == entry.words[0]
    if pieces.capital[at] != entry.words[0][0].isupper() and at not in pieces.heads:
        return False
    capitals = [i for i, word in enumerate(entry.words[1:], at + 1) if word[0].isupper()]
    if at in pieces.heads and capitals and not any(pieces.capital[i] for i in capitals):
        return False  # De tijd dringt: only the head of the sentence has a capital
    return all(_joins(pieces.gap(at + i), entry.words[i]) or (i in entry.commas and pieces.gap(at + i) == ", ")
               for i in range(len(entry.keys) - 1))  # fmt: skip


def _joins(gap: str, word: str) -> bool:
    """Tell whether nothing else stands behind a word of a name; a possessive ending only where the name has it."""
    return gap in _JOINTS or (gap in _OWNERS and word.endswith(_OWNERS[gap]))


def _refused(pieces: Pieces, first: int, last: int, entry: Entry, words: NameWords) -> bool:
    """Tell whether a short name belongs to somebody else here, or is a common word."""
    if first < last:
        return False
    if first in pieces.heads and words.has("ordinary_name", pieces.keys[first]):
        return not _speaks_or_owns(pieces.key_after(last), words)
    if entry.is_acronym:
        return pieces.capital[min(last + 1, len(pieces) - 1)] and words.has("name_goes_on", pieces.key_after(last))
    if pieces.joined(last) and pieces.capital[last + 1] and pieces.keys[last + 1] not in words.adjectives:
        return entry.actor.actor_type == "person" or not pieces.words[last + 1].isupper()
    return _goes_on_from(pieces, first, words)


def _speaks_or_owns(key: str, words: NameWords) -> bool:
    """Tell whether a word after an ordinary name tells an actor: a verb of speech, its group, its leader."""
    return key in words.speech or words.is_person_noun(key) or bool(words.organisation_before(key))


def _goes_on_from(pieces: Pieces, first: int, words: NameWords) -> bool:
    before = first - 1
    if before < 0 or not pieces.joined(before):
        return False
    key = pieces.keys[before]
    if words.is_person_noun(key) or key in words.adjectives or words.organisation_before(key):
        return False
    if not pieces.capital[before]:
        return words.has("particle", key) and before > 0 and pieces.capital[before - 1] and key not in words.speech \
            and pieces.keys[before - 1] in words.first_names
    return not (before in pieces.heads and words.has("starter", key)) and not words.has("portfolio", key)


def _by_sound(pieces: Pieces, at: int, index: ActorIndex) -> Named | None:
    """Take a first name and a surname that sound like those of one person, with or without an initial between them."""
    last = at + 1
    if pieces.joined(at) and len(pieces.words[last]) == 1 and pieces.gap(last) in (". ", " "):
        last += 1
    if not pieces.joined(at) or not pieces.capital[last] or len(pieces.keys[last]) < _SHORTEST:
        return None
    found: dict[str, Actor] = {}
    for key in sound_keys(pieces.keys[last]):
        for actor in index.by_sound.get(key, ()):
            if any(_same_first_name(pieces.keys[at], name) for name in (actor.name, *actor.aliases)):
                found[actor.actor_id] = actor
    return Named(at, last, tuple(found.values()), "known_name_by_sound", full=True) if found else None


def _same_first_name(word: str, name: str) -> bool:
    parts = cut_words(name)
    if len(parts) < 2:
        return False
    first = parts[0].lower()
    return meets(word, first) or ratio(romanise(word), romanise(first)) >= _SAME_FIRST_NAME


def _settle(named: Named, told: set[str]) -> Named | None:
    """Keep a short form only after its full name, and of several actors the one that the article names in full."""
    if named.weak:
        actors = tuple(actor for actor in named.actors if actor.actor_id in told)
        return replace(named, actors=actors, rule="known_short_form") if len(actors) == 1 else None
    if len(named.actors) > 1:
        actors = tuple(actor for actor in named.actors if actor.actor_id in told)
        return replace(named, actors=actors) if len(actors) == 1 else named
    return named


def _strangers(pieces: Pieces, found: list[Named], index: ActorIndex) -> set[str]:
    """Return surnames that somebody else of the same surname bears in this article."""
    taken = {at for named in found for at in range(named.first, named.last + 1)}
    return {pieces.keys[at] for at in range(1, len(pieces))
            if at not in taken and pieces.capital[at]
            and (pieces.keys[at] in index.by_first or pieces.keys[at] in index.by_surname)
            and pieces.capital[at - 1] and pieces.joined(at - 1) and at - 1 not in taken}  # fmt: skip


def _parts(pieces: Pieces, kept: list[Named]) -> Iterator[Named]:
    """Take a surname alone where the article has the whole name, or the office, of one person."""
    taken = {at for named in kept for at in range(named.first, named.last + 1)}
    surnames: dict[str, dict[str, Actor]] = {}
    for named in kept:
        actor = named.actors[0]
        whole = named.full and named.last > named.first and actor.actor_type == "person"
        if len(named.actors) == 1 and (whole or named.rule == OFFICER):
            surnames.setdefault(pieces.keys[named.last], {})[actor.actor_id] = actor
    for at, key in enumerate(pieces.keys):
        owners = surnames.get(key)
        if owners and at not in taken and pieces.capital[at] and not _in_longer_name(pieces, at, taken):
            yield Named(at, at, tuple(owners.values()), "known_part_of_name", full=False)


def _in_longer_name(pieces: Pieces, at: int, taken: set[int]) -> bool:
    before = at > 0 and pieces.joined(at - 1) and pieces.capital[at - 1] and at - 1 not in pieces.heads
    return (before and at - 1 not in taken) or (pieces.joined(at) and pieces.capital[at + 1])


def _acronyms(pieces: Pieces, kept: list[Named], words: NameWords) -> Iterator[Named]:
    """Take the letters in brackets after a name, and wherever they stand again."""
    taken = {at for named in kept for at in range(named.first, named.last + 1)}
    letters: dict[str, Named] = {}
    for named in kept:
        after = named.last + 1
        if named.full and pieces.gap(named.last) == " (" and after not in taken and pieces.gap(after)[:1] == ")":
            word = pieces.words[after]
            if is_acronym(word) and named.actors[0].actor_type != "person" and _abbreviates(word, pieces, named):
                letters[word] = named
    for at, word in enumerate(pieces.words):
        if word in letters and at not in taken:
            yield Named(at, at, letters[word].actors, "known_acronym_in_brackets", full=True)


def _without_country(pieces: Pieces, kept: list[Named], words: NameWords) -> Iterator[Named]:
    """Take a name again without the adjective of its country: the Ruritanian Red Cross, the Red Cross.

    A ministry is left alone: whose it is depends on the countries of the article.
    """
    taken = {at for named in kept for at in range(named.first, named.last + 1)}
    rests: dict[tuple[str, ...], dict[str, Named]] = {}
    for named in kept:
        rest = tuple(pieces.keys[named.first + 1 : named.last + 1])
        national = named.full and pieces.keys[named.first] in words.adjectives and len(named.actors) == 1
        if national and len(rest) > 1 and not any(words.has("lower_head", key) for key in rest):
            rests.setdefault(rest, {})[named.actors[0].actor_id] = named
    owned = {rest: next(iter(owners.values())) for rest, owners in rests.items() if len(owners) == 1}
    for rest, named in owned.items():
        for first in _places_of(pieces, rest):
            last = first + len(rest) - 1
            national = pieces.key_before(first) in words.adjectives
            if not national and taken.isdisjoint(range(first, last + 1)) and any(pieces.capital[first : last + 1]):
                yield Named(first, last, named.actors, "known_without_country", full=True)


def _places_of(pieces: Pieces, keys: tuple[str, ...]) -> Iterator[int]:
    """Yield where these words stand in a row, with nothing but spaces between them."""
    for at, key in enumerate(pieces.keys):
        last = at + len(keys) - 1
        if key == keys[0] and tuple(pieces.keys[at : last + 1]) == keys and all(map(pieces.joined, range(at, last))):
            yield at


def form_of(pieces: Pieces, named: Named, words: NameWords) -> MentionForm:
    """Return how a stretch names its actor: an adjective and a common noun (the Ruritanian army) are no name."""
    ministry = words.has("closing_head", pieces.keys[named.last])
    if pieces.keys[named.first] in words.adjectives and named.last > named.first and not ministry \
            and not any(pieces.capital[named.first + 1 : named.last + 1]):  # fmt: skip
        return "role"
    actor = named.actors[0]
    return "name" if pieces.keys[named.first : named.last + 1] in _keys_of(actor) else "alias"


def _keys_of(actor: Actor) -> list[list[str]]:
    return [[word.lower() for word in cut_words(name)] for name in (actor.name, *actor.aliases[:1])]


def _abbreviates(word: str, pieces: Pieces, named: Named) -> bool:
    return any(key[0] == word[0].lower() for key in pieces.keys[named.first : named.last + 1])


def is_acronym(word: str) -> bool:
    """Tell whether a word is written in capitals, as acronyms are.

    Examples
    --------
    >>> is_acronym("CD&V"), is_acronym("F.G."), is_acronym("Gent")
    (True, True, False)
    """
    letters = [letter for letter in word if letter.isalpha()]
    return 1 < len(letters) <= 7 and sum(letter.isupper() for letter in letters) >= max(2, len(letters) - 1)
