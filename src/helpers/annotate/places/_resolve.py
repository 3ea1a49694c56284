"""Choose among places of one name by what the article says around it; where nothing chooses, choose none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log10

from helpers.annotate.places._found import Named
from helpers.annotate.places._setting import Setting, fits_setting, is_shown_by, is_too_large, lies_in
from helpers.annotate.places._support import (
    is_backed,
    is_by_country,
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
_SMALL, _CITY, _WELL_KNOWN = 30_000, 50_000, 100_000
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
    told: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Note the countries that adjectives tell, before any place speaks for its own."""
        self.told = frozenset(self.countries)

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
    """A place, how sure it is, and what else was considered; `place` is None where nothing chose.

    `is_whole` tells of an area that was taken because nothing chose between its two halves.
    """

    place: Place | None
    confidence: Confidence
    considered: tuple[Alternative, ...] = ()
    is_whole: bool = False


def choose(named: Named, around: Surroundings, setting: Setting) -> Choice:
    """Choose one of the candidates.

    Parameters
    ----------
    named : Named
        With at least one candidate.
    around : Surroundings
    setting : Setting
        The area that the text names right after it, or what it is near to: ``Paris, Texas``.
    """
    fitting = _supported(named, around, setting)
    if not fitting:
        return Choice(None, "low", _alternatives(named.candidates, [], named))
    scored = sorted(((score(place, around, setting), place) for place in fitting),
                    key=lambda pair: (-pair[0], pair[1].place_id))  # fmt: skip
    best, place = scored[0]
    margin = best - scored[1][0] if len(scored) > 1 else _SURE
    others = _alternatives([other for _, other in scored[1:]], [value for value, _ in scored[1:]], named)
    if margin < _TIE and _is_on(place, scored[1][1], around.gazetteer):
        place = scored[1][1]  # the island rather than the town on it: the vaguer of the two
    elif margin < _TIE and not _same_spot(place, scored[1][1]):
        whole = _whole(fitting, (place, scored[1][1]), around.gazetteer)
        if whole is not None:
            return Choice(whole, "medium", others, is_whole=True)
        return Choice(None, "low", _alternatives([p for _, p in scored], [v for v, _ in scored], named))
    alone = not around.countries and not around.anchors and setting.area is None
    backed = _is_shown(place, named, around, setting)
    too_large = named.small and not backed and is_too_large(place, around.gazetteer)
    if (
        too_large or is_out_of_place(place, around, setting)
        or (alone and leans_on_language(scored, lambda one: around.prior.get(one.country, 0.0)))
    ):  # fmt: skip
        return Choice(None, "low", _alternatives([p for _, p in scored], [v for v, _ in scored], named))
    return Choice(place, "high" if margin >= _SURE and backed else "medium", others)


def _is_shown(place: Place, named: Named, around: Surroundings, setting: Setting) -> bool:
    """Tell whether anything but its name speaks for a place: how well known it is, or what else the text names."""
    gazetteer = around.gazetteer
    if place.place_type != "settlement" or place.origin == "curated" or gazetteer.population(place) >= _WELL_KNOWN:
        return True
    if place.country in (named.country, *around.told) or (place.country in around.prior and not around.told):
        return True
    near = around.nearest(place)
    if is_shown_by(place, setting, gazetteer) or (near is not None and near < _FAR_KM):
        return True
    return any(other.country == place.country and other.place_id != place.place_id for other in around.anchors.values())


def _supported(named: Named, around: Surroundings, setting: Setting) -> tuple[Place, ...]:
    """Return the fitting candidates that neither an adjective nor the setting speaks against, nor only an alias for."""
    gazetteer, alone = around.gazetteer, len(named.candidates) == 1
    return tuple(
        place for place in of_nationality(fitting_candidates(named), named.country, gazetteer)
        if fits_setting(place, setting, gazetteer, alone=alone)
        and (not is_mere_alias(place, named.name)
             or (bool(named.country) and place.country == named.country)
             or place.country in around.prior
             or is_backed(place, gazetteer, around.countries, around.nearest(place), setting.area))
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


def score(place: Place, around: Surroundings, setting: Setting) -> float:
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
    if setting.area is not None and lies_in(place, setting.area, around.gazetteer):
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


def is_out_of_place(place: Place, around: Surroundings, setting: Setting) -> bool:
    """Tell whether a small place is far from everything that the article names: then the name is another's."""
    if place.place_type != "settlement" or around.gazetteer.population(place) >= _SMALL or setting.area:
        return False
    if place.country in around.countries or not around.countries:
        return False
    near = around.nearest(place)
    if (near is not None and near < _FAR_KM) or is_by_country(place, around.countries, around.gazetteer):
        return False
    return not (place.country in around.prior and around.prior.keys().isdisjoint(around.countries))


def _is_on(town: Place, land: Place, gazetteer: Gazetteer) -> bool:
    return town.place_type == "settlement" and land.place_type == "other" and bool(gazetteer.lies_in(town, land))


def _whole(fitting: Sequence[Place], parts: tuple[Place, Place], gazetteer: Gazetteer) -> Place | None:
    """Return the area of that name that holds both of two: the Limburg of Belgium and of the Netherlands."""
    wholes = [place for place in fitting if place.place_type == "other" and not place.country]
    return next((whole for whole in wholes if all(
        part.place_type == "other" and gazetteer.lies_in(part, whole) for part in parts)), None)  # fmt: skip


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
