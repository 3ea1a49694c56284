"""Choose among places of one name by what the article says around it; where nothing chooses, choose none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log10

from helpers.annotate.places._found import Named
from helpers.annotate.places._support import (
    is_backed,
    is_by_country,
    is_elsewhere,
    is_mere_alias,
    leans_on_language,
    of_nationality,
)
from helpers.model import Alternative, Place
from helpers.model.annotations import Confidence
from helpers.resources.gazetteer import Gazetteer, distance_km, fold_name

_KINDS: Mapping[str, tuple[str, ...]] = {
    "region": ("oblast", "other"), "district": ("district",), "settlement": ("settlement",),
    "quarter": ("settlement", "other"), "crossing": ("crossing",), "water": ("water",), "site": ("other",),
    "part": ("country", "oblast", "other"),
}  # fmt: skip
# before any context: a country counts as a city of a million, a region as one of 400,000, a site of 20,000
_COUNTRY, _AREA, _SITE, _KEPT = 6.2, 5.6, 4.3, 3.0
_SITE_M = 15_000
_SMALL, _CITY = 30_000, 50_000
_SEAT, _KEPT_CITY, _KEPT_TOWN = 1.6, 0.8, 0.3  # what news names often enough to be kept by hand
_TIE, _SURE = 0.35, 1.5
_FAR_KM = 400.0
_ANCHORS = 80  # an article names fewer; a list of all places of the world must not cost their square
_LOCAL_M = 200_000  # a place no larger than this says where another one lies
_SHOWN = 6


@dataclass
class Surroundings:
    """What is known of the article so far: countries with their weight, points already fixed, containers."""

    gazetteer: Gazetteer
    countries: dict[str, float]
    prior: Mapping[str, float]
    language: str
    anchors: dict[str, Place] = field(default_factory=dict)

    def fix(self, place: Place) -> None:
        """Remember a place that is certain."""
        if len(self.anchors) < _ANCHORS:
            self.anchors[place.place_id] = place
        if place.country:
            self.countries[place.country] = self.countries.get(place.country, 0.0) + 1.0

    def nearest(self, place: Place) -> float | None:
        """Return the distance in km to the nearest other fixed point that is no country or sea."""
        here = _point(place)
        if here is None:
            return None
        others = [_point(other) for other in self.anchors.values()
                  if other.place_id != place.place_id and (other.radius_m or 0) <= _LOCAL_M]  # fmt: skip
        return min((distance_km(here, other) for other in others if other), default=None)


@dataclass(frozen=True, slots=True)
class Choice:
    """A place, how sure it is, and what else was considered; `place` is None where nothing chose."""

    place: Place | None
    confidence: Confidence
    considered: tuple[Alternative, ...] = ()


def choose(named: Named, around: Surroundings, container: Place | None) -> Choice:
    """Choose one of the candidates.

    Parameters
    ----------
    named : Named
        With at least one candidate.
    around : Surroundings
    container : Place or None
        The country or region that the text names right after it: ``Paris, Texas``.
    """
    fitting = _supported(named, around, container)
    if not fitting:
        return Choice(None, "low", _alternatives(named.candidates, [], named))
    scored = sorted(((score(place, named, around, container), place) for place in fitting),
                    key=lambda pair: (-pair[0], pair[1].place_id))  # fmt: skip
    best, place = scored[0]
    margin = best - scored[1][0] if len(scored) > 1 else _SURE
    others = _alternatives([other for _, other in scored[1:]], [value for value, _ in scored[1:]], named)
    if margin < _TIE and _is_on(place, scored[1][1]):
        place = scored[1][1]  # the island rather than the town on it: the vaguer of the two
    elif margin < _TIE and not _same_spot(place, scored[1][1]):
        return Choice(None, "low", _alternatives([p for _, p in scored], [v for v, _ in scored], named))
    alone = not around.countries and not around.anchors and container is None
    if is_out_of_place(place, around, container) or (
        alone and leans_on_language(scored, lambda one: around.prior.get(one.country, 0.0))
    ):
        return Choice(None, "low", _alternatives([p for _, p in scored], [v for v, _ in scored], named))
    return Choice(place, "high" if margin >= _SURE else "medium", others)


def _supported(named: Named, around: Surroundings, container: Place | None) -> tuple[Place, ...]:
    """Return the fitting candidates that neither an adjective nor an area speaks against, nor only an alias for."""
    gazetteer = around.gazetteer
    return tuple(
        place for place in of_nationality(fitting_candidates(named), named.country, gazetteer)
        if not is_elsewhere(place, container, gazetteer)
        and (not is_mere_alias(place, named.name)
             or (bool(named.country) and place.country == named.country)
             or place.country in around.prior
             or is_backed(place, gazetteer, around.countries, around.nearest(place), container))
    )  # fmt: skip


def fitting_candidates(named: Named) -> tuple[Place, ...]:
    """Return the candidates that the words beside the name allow."""
    if named.kind in ("", "place"):
        return named.candidates
    types = _KINDS.get(named.kind, ())
    fitting = tuple(place for place in named.candidates if place.place_type in types)
    if fitting or named.kind in ("region", "district", "water", "site", "street", "venue"):
        return fitting
    return named.candidates  # a crossing is read as the village that it is named after


def score(place: Place, named: Named, around: Surroundings, container: Place | None) -> float:
    """Score one candidate: how well known it is, and how well it fits what the article has named."""
    value = _fame(place, around.gazetteer)
    total = sum(around.countries.values())
    if place.country and total:
        value += 2.2 * around.countries.get(place.country, 0.0) / total
        value += 0.5 if place.country in around.countries else 0.0
    value += around.prior.get(place.country, 0.0) * (1.0 if not around.countries else 0.6)
    near = around.nearest(place)
    if near is not None:
        value += 2.5 * exp(-near / 60) + 1.2 * exp(-near / 400)
    if container is not None and is_inside(place, container):
        value += 5.0
    return value


def _fame(place: Place, gazetteer: Gazetteer) -> float:
    if place.place_type == "country":
        return _COUNTRY
    people = gazetteer.population(place)
    if place.place_type == "settlement":
        base = log10(people) if people else _KEPT
        if place.place_id in gazetteer.seats:
            return base + _SEAT
        if place.origin == "curated" and people >= _CITY:
            return base + _KEPT_CITY
        return base + (_KEPT_TOWN if place.origin == "curated" else 0.0)
    return _AREA if (place.radius_m or 0) > _SITE_M else _SITE


def is_inside(place: Place, container: Place) -> bool:
    """Tell whether a place lies in a country or region, as far as countries and radii say."""
    if container.place_type in ("country", "settlement"):
        return bool(place.country) and place.country == container.country
    here, there = _point(place), _point(container)
    if here is None or there is None or place.place_id == container.place_id:
        return False
    return distance_km(here, there) <= 1.3 * (container.radius_m or 0) / 1000


def is_out_of_place(place: Place, around: Surroundings, container: Place | None) -> bool:
    """Tell whether a small place is far from everything that the article names: then the name is another's."""
    if place.place_type != "settlement" or around.gazetteer.population(place) >= _SMALL or container is not None:
        return False
    if place.country in around.countries or not around.countries:
        return False
    near = around.nearest(place)
    if (near is not None and near < _FAR_KM) or is_by_country(place, around.countries, around.gazetteer):
        return False
    return not (place.country in around.prior and around.prior.keys().isdisjoint(around.countries))


def _is_on(town: Place, land: Place) -> bool:
    return town.place_type == "settlement" and land.place_type == "other" and is_inside(town, land)


def _same_spot(first: Place, second: Place) -> bool:
    here, there = _point(first), _point(second)
    return here is not None and there is not None and distance_km(here, there) < 5 and (
        first.place_type == second.place_type)


def _point(place: Place) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _alternatives(places: Sequence[Place], scores: Sequence[float], named: Named) -> tuple[Alternative, ...]:
    return tuple(
        Alternative(f"places.candidate {place.place_id}", _describe(place), None,
                    round(scores[index], 2) if index < len(scores) else None)
        for index, place in enumerate(places[:_SHOWN])
    )  # fmt: skip


def _describe(place: Place) -> str:
    where = ", ".join(part for part in (place.region if not place.region.isdigit() else "", place.country) if part)
    return f"{place.name} ({place.place_type}{', ' + where if where else ''})"


def same_name(place: Place, text: str) -> bool:
    """Tell whether the text uses the usual English name."""
    return fold_name(place.name) == fold_name(text)
