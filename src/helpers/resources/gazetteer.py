"""Read the gazetteer: places kept by hand, countries, a subset of GeoNames, seats of government and demonyms.

==================  ======================================================================================
``gazetteer.csv``   places, regions, seas and rivers kept by hand, each with its origin and radius
``countries.csv``   every country, as an area with its radius
``geonames.csv.gz`` settlements of GeoNames, read at the first question
``regions.csv``     the code that GeoNames gives a first-order region kept by hand: which towns lie in it
``seats.csv``       places whose name may stand for a government, with its country
``demonyms.csv``    adjectives and inhabitants with their country: never places, only context
==================  ======================================================================================

A file that is not there gives no rows; a broken row stops with its file, its line and the next step.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TypeVar, cast, get_args

from helpers.model import Place, ResourceError
from helpers.model.annotations import PlaceType
from helpers.resources._place_names import distance_km, fold_name, fold_names, is_acronym, lies_in_circle
from helpers.resources.paths import data_path

__all__ = ["Gazetteer", "distance_km", "fold_name", "is_acronym", "read_gazetteer"]

Row = TypeVar("Row")

_TYPES = get_args(PlaceType)
_SAME_PLACE_KM = 12.0  # a settlement of GeoNames this near a hand-kept one of the same name is the same
_RADII = ((1_000_000, 15_000), (200_000, 9_000), (50_000, 6_000), (15_000, 4_000), (0, 2_500))


@dataclass(frozen=True)
class Gazetteer:
    """The known places, found by their folded names.

    Parameters
    ----------
    places : tuple of Place
        Hand-kept places and countries; ``aliases`` holds every other spelling, the Dutch name first.
    seats : mapping of str to str
        Place id to the country that its name may stand for.
    demonyms : mapping of str to mapping
        Language, then adjective or inhabitant in small letters, to country.
    folder : Path
        Where ``geonames.csv.gz`` lies.
    states : mapping of str to str
        Country to the id of the actor that ``actors.csv`` keeps for it.
    peoples : mapping of str to frozenset
        Language to the words that mean several inhabitants and nothing else, in small letters: ``Britons``, not
        ``Japanese``.
    regions : mapping of str to tuple of str
        Id of a first-order region to its codes in GeoNames.
    """

    places: tuple[Place, ...]
    seats: Mapping[str, str]
    demonyms: Mapping[str, Mapping[str, str]]
    folder: Path
    states: Mapping[str, str] = field(default_factory=dict)
    peoples: Mapping[str, frozenset[str]] = field(default_factory=dict)
    regions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Return every place of this name: hand-kept ones first, then GeoNames by population.

        Parameters
        ----------
        name : str
            As the text writes it; accents, hyphens, apostrophes and capitals make no difference, but an
            acronym (``VS``) has to stand in capitals.

        Examples
        --------
        >>> [place.name for place in read_gazetteer().candidates("Oekraïne")]
        ['Ukraine']
        """
        return self._candidates(name)

    @cached_property
    def _candidates(self) -> Callable[[str], tuple[Place, ...]]:
        return lru_cache(maxsize=4096)(self._look_up)

    def _look_up(self, name: str) -> tuple[Place, ...]:
        key = fold_name(name)
        if key in self._acronyms and not name.replace(".", "").isupper():
            return ()
        kept = self._kept.get(key, ())
        others = [self._geonames_place(number) for number in self._geonames.get(key, ())]
        others = [place for place in others if not _is_kept(place, kept)]
        return (*kept, *sorted(others, key=lambda place: (-self.population(place), place.place_id)))

    def words_after(self, first: str) -> int:
        """Return how many words the longest name has that begins with the folded word `first`; 0 for none."""
        return self._lengths.get(first, 0)

    def population(self, place: Place) -> int:
        """Return how many people live in a place, 0 where it is not known."""
        number = self._numbers.get(place.geonames_id)
        return int(self._rows[number][7] or 0) if number is not None else 0

    def country(self, code: str) -> Place | None:
        """Return the country of an ISO 3166-1 alpha-2 code."""
        return self._countries.get(code)

    def place(self, place_id: str) -> Place | None:
        """Return a place by its id, None where there is none."""
        number = self._numbers.get(place_id[1:]) if place_id.startswith("g") and place_id[1:].isdigit() else None
        return self._by_id.get(place_id) or (None if number is None else self._geonames_place(number))

    def lies_in(self, place: Place, area: Place) -> bool | None:
        """Tell whether a place lies in a country or an area, None where points and radii cannot tell.

        Examples
        --------
        >>> gazetteer = read_gazetteer()
        >>> breda, = gazetteer.candidates("Breda")[:1]
        >>> [gazetteer.lies_in(breda, gazetteer.candidates(name)[0]) for name in ("Noord-Brabant", "Gelderland")]
        [True, False]
        """
        if place.country and area.country and place.country != area.country:
            return False
        if area.place_type == "country":
            return place.country == area.country if place.country else None
        codes, code = self.regions.get(area.place_id, ()), self._region_code(place)
        if codes and code:
            return code in codes
        return lies_in_circle(place, area)

    def _region_code(self, place: Place) -> str:
        number = self._numbers.get(place.geonames_id) if place.place_type == "settlement" else None
        return self._rows[number][6] if number is not None else ""

    @cached_property
    def _by_id(self) -> dict[str, Place]:
        return {place.place_id: place for place in self.places}

    @cached_property
    def _countries(self) -> dict[str, Place]:
        return {place.country: place for place in self.places if place.place_type == "country"}

    @cached_property
    def _kept(self) -> dict[str, tuple[Place, ...]]:
        index: dict[str, list[Place]] = {}
        for place in self.places:
            for key in dict.fromkeys(map(fold_name, (place.name, *place.aliases))):
                index.setdefault(key, []).append(place)
        index.pop("", None)
        return {key: tuple(places) for key, places in index.items()}

    @cached_property
    def _acronyms(self) -> frozenset[str]:
        names = [name for place in self.places for name in (place.name, *place.aliases)]
        in_capitals = {fold_name(name) for name in names if is_acronym(name)}
        return frozenset(in_capitals - {fold_name(name) for name in names if not is_acronym(name)})

    @cached_property
    def _lengths(self) -> dict[str, int]:
        lengths: dict[str, int] = {}
        for index in (self._kept, self._geonames):
            for name in index:
                size = name.count(" ") + 1
                first = name.partition(" ")[0] if size > 1 else name
                if size > lengths.get(first, 0):
                    lengths[first] = size
        return lengths

    @cached_property
    def _rows(self) -> list[list[str]]:
        path = self.folder / "geonames.csv.gz"
        if not path.exists():
            return []
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            return list(csv.reader(file))[1:]

    @cached_property
    def _geonames(self) -> dict[str, tuple[int, ...]]:
        kept = {place.geonames_id for place in self.places if place.geonames_id}
        names = [(number, f"{row[1]}|{row[2]}".rstrip("|")) for number, row in enumerate(self._rows)
                 if row[0] not in kept]  # fmt: skip
        folded = fold_names("\n".join([text.replace("|", "\n") for _, text in names]))
        keys = folded.split("\n") if names else []
        numbers = [number for number, text in names for _ in range(text.count("|") + 1)]
        index: dict[str, tuple[int, ...]] = {}
        for key, number in zip(keys, numbers, strict=True):
            known = index.get(key)
            if known is None:
                index[key] = (number,)
            elif known[-1] != number:
                index[key] = (*known, number)
        index.pop("", None)
        return index

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {row[0]: number for number, row in enumerate(self._rows)}

    def _geonames_place(self, number: int) -> Place:
        geonames_id, name, aliases, latitude, longitude, country, region, population = self._rows[number]
        return Place(
            f"g{geonames_id}", name, "settlement", float(latitude), float(longitude), _radius(int(population or 0)),
            country, region, geonames_id, "gazetteer", tuple(aliases.split("|")) if aliases else (),
        )  # fmt: skip


@cache
def read_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Read the hand-kept places, and prepare GeoNames, which is read at the first question.

    Parameters
    ----------
    folder : Path, optional
        ``data`` by default.

    Raises
    ------
    ResourceError
        If a row lacks a column, or has an unknown type or a broken number, or repeats an id.

    Examples
    --------
    >>> read_gazetteer().country("BE").name
    'Belgium'
    """
    root = folder or data_path()
    places = (*_read(root / "gazetteer.csv", _make_place), *_read(root / "countries.csv", _make_country))
    _check_ids(places)
    demonyms: dict[str, dict[str, str]] = {}
    forms: dict[str, dict[str, set[str]]] = {}
    for row in _read(root / "demonyms.csv", dict):
        demonyms.setdefault(row["language"], {}).setdefault(row["text"].lower(), row["country"])
        forms.setdefault(row["language"], {}).setdefault(row["form"], set()).add(row["text"].lower())
    peoples = {language: frozenset(kept.get("plural", set()) - kept.get("adjective", set()))
               for language, kept in forms.items()}
    seats = {row["place_id"]: row["country"] for row in _read(root / "seats.csv", dict)}
    regions = {row["place_id"]: tuple(row["code"].split("|")) for row in _read(root / "regions.csv", dict)}
    return Gazetteer(places, seats, demonyms, root, _states(root, places), peoples, regions)


def _states(root: Path, places: tuple[Place, ...]) -> dict[str, str]:
    codes = {place.name: place.country for place in places if place.place_type == "country"}
    kept = [row for row in _read(root / "actors.csv", dict) if row.get("actor_type") == "state"]
    return {codes[row["name"]]: row["actor_id"] for row in kept if row["name"] in codes}


def _read(path: Path, make: Callable[[dict[str, str]], Row]) -> Iterator[Row]:
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for fields in reader:
            if None in fields or None in fields.values():
                raise ResourceError(f"{path.name}, line {reader.line_num}: as many cells as column names are needed; "
                                    "quote any comma")
            try:
                yield make(fields)
            except KeyError as error:
                raise ResourceError(f"{path.name}: no column {error}; add it to the first line") from error
            except ValueError as error:
                raise ResourceError(f"{path.name}, line {reader.line_num}: {error}; correct the cell") from error


def _make_place(row: dict[str, str]) -> Place:
    kind = row["place_type"]
    if kind not in _TYPES:
        raise ValueError(f"place_type is {kind!r}, which is none of {', '.join(_TYPES)}")
    return Place(
        row["place_id"], row["name"], cast("PlaceType", kind), _number(row["latitude"]), _number(row["longitude"]),
        int(row["radius_m"]) if row["radius_m"] else None, row["country"], row["region"], row["geonames_id"],
        "curated", _aliases(row), row["name_nl"],
    )  # fmt: skip


def _make_country(row: dict[str, str]) -> Place:
    return _make_place({**row, "place_type": "country", "region": ""})


def _aliases(row: dict[str, str]) -> tuple[str, ...]:
    names = dict.fromkeys((row["name_nl"], *row["aliases"].split("|")))
    return tuple(name for name in names if name and name != row["name"])


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _check_ids(places: tuple[Place, ...]) -> None:
    seen: set[str] = set()
    for place in places:
        if place.place_id in seen:
            raise ResourceError(f"the place_id {place.place_id!r} stands twice in the gazetteer; give each its own")
        seen.add(place.place_id)


def _radius(population: int) -> int:
    return next(radius for least, radius in _RADII if population >= least)


def _is_kept(place: Place, kept: tuple[Place, ...]) -> bool:
    return any(
        other.place_type == "settlement" and other.latitude is not None and other.longitude is not None
        and place.latitude is not None and place.longitude is not None
        and distance_km((place.latitude, place.longitude), (other.latitude, other.longitude)) < _SAME_PLACE_KM
        for other in kept
    )  # fmt: skip
