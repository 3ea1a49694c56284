"""See where the text says that a place lies: Ramlow (Gelderland), Ramlow in Ohio, Ramlow bij Nijmegen."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from helpers.annotate.places._found import Named, Reader, between, lists
from helpers.model import Place
from helpers.resources.gazetteer import Gazetteer, distance_km, fold_name

_IN = ", in "
_BRACKET = " ("
_COMMAS = (", ", _BRACKET)
_MOST = 5  # words between a town and what it lies in: , in the northern state of
_BY_KM = 25.0  # no further than this from the edge of a town does one say bij or near
_ALONE_KM = 100.0  # a name that one place alone bears may be said to be near a city from here
_CLOSED = re.compile(r"[,.;:!?)\n]|\Z")  # Ramlow, Somerset, on Monday; not: In Ramlow, Somerset fans sang
_SIGNS = re.compile("[,.;:()\n\"“”]")
_SMALL_TOWN = 25_000  # no larger place is called a village
_CITY = 100_000


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the text says that a place lies.

    Parameters
    ----------
    area : Place or None
        The country or region right after the name: ``Paris, Texas``.
    firm : bool
        Whether a place outside it is out of the question, however well it is known.
    near : Place or None
        The place that it is said to be near to.
    """

    area: Place | None = None
    firm: bool = False
    near: Place | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells two settings of one name apart."""
        return self.area.place_id if self.area else "", self.near.place_id if self.near else ""


def see_setting(
    reader: Reader, asked: Sequence[Named], index: int, choose: Callable[[Named], Place | None]
) -> Setting:
    """Return where name `index` of the article says that it lies; `choose` chooses the place of another name."""
    area, firm = _area_after(reader, asked, index, choose)
    near = None if area else _neighbour(reader, asked, index, choose)
    return Setting(area, firm, near)


def _area_after(
    reader: Reader, asked: Sequence[Named], index: int, choose: Callable[[Named], Place | None]
) -> tuple[Place | None, bool]:
    if index + 1 == len(asked):
        return None, False
    after, gap = asked[index + 1], between(reader.pieces, asked[index], asked[index + 1])
    if gap not in _COMMAS and not _says(reader, gap, "within"):
        return None, False
    areas = tuple(place for place in after.candidates if place.place_type not in ("settlement", "water", "crossing"))
    if not areas and gap == _IN:
        areas = after.candidates  # a city says in which country: the town of X, in Y
    area = choose(replace(after, candidates=areas)) if areas else None
    if area is None or area.place_type == "settlement":
        return area, False
    if gap == _BRACKET:
        return area, True
    return area, area.place_type != "country" and gap.startswith(",") and is_closed(reader, asked, index + 1)


def is_closed(reader: Reader, asked: Sequence[Named], index: int) -> bool:
    """Tell whether an area belongs to the name before it: no new clause begins with it, nor is it of a list."""
    if not _CLOSED.match(reader.pieces.text, reader.pieces.ends[asked[index].last]):
        return False
    gap = between(reader.pieces, asked[index], asked[index + 1]) if index + 1 < len(asked) else ""
    return gap == ", " or not lists(gap, reader.words)


def _neighbour(
    reader: Reader, asked: Sequence[Named], index: int, choose: Callable[[Named], Place | None]
) -> Place | None:
    """Return what a name is said to be by; the water before it counts as well: the Oder near Ramlow."""
    for first, other in ((index, index + 1), (index - 1, index - 1)):
        if first < 0 or first + 1 >= len(asked):
            continue
        if not _says(reader, between(reader.pieces, asked[first], asked[first + 1]), "beside"):
            continue
        place = choose(asked[other])
        if place is not None and place.place_type != "country" and (other > index or place.place_type == "water"):
            return place
    return None


def _says(reader: Reader, gap: str, role: str) -> bool:
    """Tell whether the words between two names say that one lies in the other, or by it."""
    words = reader.words
    keys = fold_name(gap.removeprefix(",")).split()
    if not (0 < len(keys) <= _MOST) or _SIGNS.search(gap[1:]) or not words.role(keys[0], role):
        return False
    rest = tuple(key for key in keys[1:] if not (
        words.role(key, "article", "modifier", "compass", "regional") or key in reader.adjectives))  # fmt: skip
    return not rest or any(
        rest == phrase and row["kind"] in ("region", "district")
        for phrase, row in words.generics_before.get(rest[-1], ()))  # fmt: skip


def is_village(named: Named, reader: Reader) -> bool:
    """Tell whether the word beside a name says that it is a small place: het dorp X, the hamlet of X."""
    row = named.row if named.evidence == "generic" else None
    return row is not None and any(reader.words.role(key, "small_place") for key in fold_name(row["word"]).split())


def fits_setting(place: Place, setting: Setting, gazetteer: Gazetteer, *, alone: bool) -> bool:
    """Tell whether a settlement may lie where the text says; `alone` where no other place bears the name."""
    if place.place_type != "settlement":
        return True
    known = place.place_id in gazetteer.seats or gazetteer.population(place) >= _CITY
    if setting.area is not None:
        kept = not setting.firm and (known or place.origin == "curated")
        return kept or lies_in(place, setting.area, gazetteer) is not False
    away = _km(place, setting.near) if setting.near is not None else None
    if setting.near is None or away is None:
        return True
    reach = max(place.radius_m or 0, setting.near.radius_m or 0) / 1000 + _BY_KM
    return away <= reach or (alone and (known or away <= _ALONE_KM))


def is_shown_by(place: Place, setting: Setting, gazetteer: Gazetteer) -> bool:
    """Tell whether the text says that a name lies where this place does."""
    if setting.area is not None:
        return lies_in(place, setting.area, gazetteer) is True
    away = _km(place, setting.near) if setting.near is not None else None
    return away is not None and away <= _ALONE_KM


def lies_in(place: Place, area: Place, gazetteer: Gazetteer) -> bool | None:
    """Tell whether a place lies in an area; a city as area stands for its country: the town of X, in Y."""
    if area.place_type == "settlement":
        return place.country == area.country if place.country else None
    return None if place.place_id == area.place_id else gazetteer.lies_in(place, area)


def is_too_large(place: Place, gazetteer: Gazetteer) -> bool:
    """Tell whether a place is larger than what is called a village."""
    return place.place_type == "settlement" and gazetteer.population(place) > _SMALL_TOWN


def _km(place: Place, other: Place) -> float | None:
    if place.latitude is None or place.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return distance_km((place.latitude, place.longitude), (other.latitude, other.longitude))
