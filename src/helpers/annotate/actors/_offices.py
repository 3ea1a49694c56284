"""Know who holds an office by the surname behind it: premier Zjarkov, where one person alone fits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.annotate.actors._index import ActorIndex, Officer
from helpers.annotate.actors._pieces import Pieces
from helpers.annotate.actors._words import NameWords
from helpers.model import Actor

OFFICER = "known_surname_behind_office"
_COMPOUND = re.compile(r"-(\w+) $")  # ECB-president Zjarkov: the acronym is a word of its own


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that names a known actor."""

    first: int
    last: int
    actors: tuple[Actor, ...]
    rule: str
    full: bool
    weak: bool = False
    less: int = 0


def find_officer(pieces: Pieces, at: int, index: ActorIndex, words: NameWords) -> Named | None:
    """Take a surname right behind an office for the one person of that surname who holds or held it."""
    officers = [one for one in index.by_surname.get(pieces.keys[at], ()) if _stands_here(pieces, at, one)]
    if not officers:
        return None
    compound = _COMPOUND.search(pieces.gap(at - 1))
    office = compound[1].lower() if compound else pieces.key_before(at)
    adjective = "" if compound else pieces.key_before(at - 1)
    fitting = {one.actor.actor_id: one for one in officers if _holds(one, office, adjective, words)}
    if len(fitting) != 1:
        return None
    officer = fitting.popitem()[1]
    return Named(at, at + len(officer.surname) - 1, (officer.actor,), OFFICER, full=False)


def _stands_here(pieces: Pieces, at: int, officer: Officer) -> bool:
    """Tell whether the whole surname stands here, and no further name behind it."""
    last = at + len(officer.surname) - 1
    if last >= len(pieces) or tuple(pieces.keys[at : last + 1]) != officer.surname:
        return False
    return all(map(pieces.joined, range(at, last))) and not (pieces.joined(last) and pieces.capital[last + 1])


def _holds(officer: Officer, office: str, adjective: str, words: NameWords) -> bool:
    """Tell whether an office is this person's, and the country before it no other: Franse | premier."""
    if office not in officer.office or not words.is_person_noun(office):
        return False
    if adjective not in words.adjectives or adjective in officer.office:
        return True
    return officer.office.isdisjoint(words.adjectives)
