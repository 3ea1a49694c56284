"""What a choice among namesakes rests on: its own name, the nationality and the area beside it, and what is near."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher

from helpers.annotate.places._found import Named, Reader
from helpers.model import Place
from helpers.resources.gazetteer import Gazetteer, distance_km, fold_name

_CITY, _KEPT = 100_000, 50_000  # people of a city that few mistake, and of one kept by hand
_FAR_LARGER = 10
_FAR_BETTER = 0.3  # twice as many people: a paper names the smaller town of its own country
_VARIANT = 0.75  # how much the consonants of two spellings of one name have in common
_BY_KM = 400.0
_NO_VOWELS = str.maketrans("", "", "aeiouy ")


def nationality(reader: Reader, named: Named) -> str:
    """Return the country of an adjective right before a name: het Nederlandse X, Belgian X."""
    before = named.first - 1
    if not reader.pieces.spaced(before) or not reader.pieces.capital[before]:
        return ""
    demonyms = reader.gazetteer.demonyms.get(reader.language, {})
    return demonyms.get(reader.pieces.word(before).lower(), "")


def of_nationality(places: tuple[Place, ...], country: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Keep the places of the country that an adjective names, or else what no adjective can mislead about.

    A region, a capital, or a city far larger than its namesakes stays: Russian Crimea, the Dutch Athens office.
    """
    fitting = tuple(place for place in places if place.country == country) if country else places
    if fitting:
        return fitting
    people = sorted((gazetteer.population(place) for place in places), reverse=True)
    least = _FAR_LARGER * people[1] if len(people) > 1 else 0
    return tuple(place for place in places if place.place_type != "settlement" or place.place_id in gazetteer.seats
                 or gazetteer.population(place) >= max(_KEPT if place.origin == "curated" else _CITY, least))


def is_mere_alias(place: Place, name: str) -> bool:
    """Tell whether a name is neither the usual one of a GeoNames settlement nor a spelling of it.

    Examples
    --------
    >>> town = Place("g1", "Janīn", "settlement", origin="gazetteer", aliases=("Jenin", "Ramlow"))
    >>> is_mere_alias(town, "Jenin"), is_mere_alias(town, "Ramlow")
    (False, True)
    """
    if not name or place.origin != "gazetteer" or place.place_type != "settlement":
        return False
    usual, here = fold_name(place.name), fold_name(name)
    if usual == here or usual.startswith(f"{here} ") or here.startswith(f"{usual} "):
        return False
    one, other = usual.translate(_NO_VOWELS), here.translate(_NO_VOWELS)
    return SequenceMatcher(None, one, other, autojunk=False).ratio() < _VARIANT


def is_backed(
    place: Place, gazetteer: Gazetteer, countries: dict[str, float], near: float | None, container: Place | None
) -> bool:
    """Tell whether anything but the alias speaks for a place: its size, a country, a place nearby."""
    return (
        gazetteer.population(place) >= _CITY or place.country in countries
        or (near is not None and near < _BY_KM)
        or (container is not None and container.country == place.country)
    )  # fmt: skip


def is_by_country(place: Place, countries: dict[str, float], gazetteer: Gazetteer) -> bool:
    """Tell whether a place lies near a country that the article names."""
    if place.latitude is None or place.longitude is None:
        return False
    for code in countries:
        country = gazetteer.country(code)
        if country is None or country.latitude is None or country.longitude is None:
            continue
        away = distance_km((place.latitude, place.longitude), (country.latitude, country.longitude))
        if away < _BY_KM + (country.radius_m or 0) / 1000:
            return True
    return False


def leans_on_language(
    ranked: list[tuple[float, Place]], prior: Callable[[Place], float]
) -> bool:
    """Tell whether only the language of an article puts its first place before one that is far better known."""
    best, place = ranked[0]
    own = best - prior(place) + _FAR_BETTER
    return bool(prior(place)) and any(
        other.country != place.country and value - prior(other) > own for value, other in ranked[1:]
    )
