"""By which names the same place or actor may be asked for: of the lists kept by hand, of CLDR, and of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from babel import Locale

from helpers.model import Actor, Place
from helpers.resources.actors import read_actors
from helpers.resources.gazetteer import fold_name, read_gazetteer
from helpers.views._names import list_names

Names = tuple[str, ...]
# those of the region, and of the agencies from which news is copied
_LANGUAGES = ("ru", "uk", "be", "pl", "de", "fr")
_SHORTEST = 2


class Spellings:
    """The names of each known place and actor, found by any of them.

    Parameters
    ----------
    actors, places : iterable of mappings
        Rows of the tables, which add what the articles name and no list has.
    """

    def __init__(self, actors: Iterable[Mapping[str, Any]] = (), places: Iterable[Mapping[str, Any]] = ()) -> None:
        self._known, self.longest = _known_names()
        self._own: dict[str, Names] = {}
        for names in (*map(_names_of_actor, actors), *map(_names_of_place, places)):
            self.longest = max(self.longest, _add_names(self._own, names))

    def others(self, name: str) -> Names:
        """List the other names of whatever has this name, as they are written; none where the name is not known.

        An acronym of two letters counts in capitals only: *VS* is a state, *us* is a word.

        Examples
        --------
        >>> [name for name in Spellings().others("Артемовск") if name.startswith("Ba")]
        ['Bakhmut', 'Bachmoet', 'Bachmut', 'Bakhmoet']
        >>> Spellings().others("us")
        ()
        """
        key = fold_name(name)
        if len(key) < _SHORTEST or (len(key) == _SHORTEST and not name.replace(".", "").isupper()):
            return ()
        found = dict.fromkeys((*self._known.get(key, ()), *self._own.get(key, ())))
        return tuple(other for other in found if fold_name(other) != key)


def is_people(word: str) -> bool:
    """Tell whether a word means inhabitants or their kind, and so names no place and no actor.

    Examples
    --------
    >>> is_people("Russian"), is_people("Oekraïners"), is_people("Russia")
    (True, True, False)
    """
    return any(word.lower() in words for words in read_gazetteer().demonyms.values())


def _add_names(index: dict[str, Names], names: Names) -> int:
    """Add the names of one place or actor under each of them; return how many words the longest has."""
    keys = dict.fromkeys(map(fold_name, names))
    for key in keys:
        index[key] = tuple(dict.fromkeys((*index.get(key, ()), *names)))
    return max((key.count(" ") + 1 for key in keys), default=0)


@cache
def _known_names() -> tuple[dict[str, Names], int]:
    index: dict[str, Names] = {}
    places, actors = map(_names_of_kept, read_gazetteer().places), map(_names_of_known, read_actors())
    return index, max(_add_names(index, names) for names in (*places, *actors))


def _names_of_kept(place: Place) -> Names:
    if place.place_type == "country":
        told: Iterable[str] = (str(Locale(language).territories.get(place.country, "")) for language in _LANGUAGES)
    else:
        told = _cities().get(fold_name(place.name), ()) if place.place_type == "settlement" else ()
    return (place.name, *place.aliases, *filter(None, told))


def _names_of_known(actor: Actor) -> Names:
    """List the names of an actor; a state's are those of the country, which *the Dutch government* is not."""
    names = (actor.name, *actor.aliases)
    return tuple(filter(_is_office, names)) if actor.actor_type == "state" else names


def _is_office(name: str) -> bool:
    return name.rpartition(" ")[2].islower()


@cache
def _cities() -> dict[str, Names]:
    """Return what CLDR calls the cities after which it names the time zones, by their English names."""
    english = Locale("en").time_zones
    found: dict[str, Names] = {}
    for zone, told in ((zone, told) for language in _LANGUAGES for zone, told in Locale(language).time_zones.items()):
        name = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if told.get("city"):
            found[fold_name(name)] = (*found.get(fold_name(name), ()), str(told["city"]))
    return found


def _names_of_actor(row: Mapping[str, Any]) -> Names:
    if row.get("actor_type") in ("state", "unnamed"):
        return ()
    return (*list_names(row), *_split(row.get("aliases")))


def _names_of_place(row: Mapping[str, Any]) -> Names:
    kept = read_gazetteer().place(str(row["place_id"])) if row.get("origin") == "gazetteer" else None
    return (*list_names(row), *(kept.aliases if kept else ()))


def _split(cell: object) -> Iterator[str]:
    return filter(None, str(cell or "").split("|"))
