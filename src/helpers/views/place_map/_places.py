"""Which places can be drawn, how, with which sentences; and which cannot, with the reason."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from helpers.resources.paths import data_path
from helpers.views._filters import Choice
from helpers.views._index import Row, TableIndex, Tables
from helpers.views.claims import select_claims

OffMap = Literal["country", "middle", "frame", "unresolved", "unknown"]
Drawn = Literal["crossing", "area", "region", "label", "beyond", "unlocated"]
ON_MAP = ("crossing", "area", "region", "label")
Frame = tuple[float, float, float, float]
# south and west, north and east, as Leaflet writes them
Bounds = list[list[float]]
# heights of a view at which a name may stand, the middle first
HEIGHTS = (0.5, 0.62, 0.38, 0.75, 0.25, 0.87, 0.13)
# A district and larger has no point that would be true of all of it: only its name is written.
TOO_LARGE = ("oblast", "country", "district", "water", "other")
EARTH_RADIUS_M = 6_371_009
METRES_A_DEGREE = EARTH_RADIUS_M * math.pi / 180


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A place with everything that the selected claims say of it.

    Parameters
    ----------
    place : dict
        Its row of ``places``.
    drawn : {"crossing", "area", "region", "label", "beyond", "unlocated"}
        How the map shows it: a symbol, a circle of its radius, its own outline, its name alone, or only the list
        beside the map.
    mentions : tuple of dict
        Rows of ``mentions`` that name it, metonyms left out.
    claims : tuple of dict
        Claims of the sentences that name it.
    has_event : bool
        True where something is said to have happened there.
    """

    place: Row
    drawn: Drawn
    mentions: tuple[Row, ...]
    claims: tuple[Row, ...]
    has_event: bool

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return float(self.place["latitude"]), float(self.place["longitude"])

    @property
    def radius_m(self) -> float:
        """How exact the point is, in metres; a kilometre where nothing is stated."""
        return float(self.place["radius_m"] or 1000)

    @property
    def reason(self) -> OffMap:
        """Why it is not on the map; asked only of a place that is not."""
        if self.drawn == "unlocated":
            return "unresolved" if self.place.get("origin") == "unresolved" else "unknown"
        if self.place["place_type"] == "country":
            return "country"
        return "middle" if self.place["place_type"] in TOO_LARGE else "frame"


def select_places(
    tables: Tables, *, language: str = "en", show_own_text: bool = False, **selection: Choice
) -> list[PlacedName]:
    """Select the places that the selected claims name, with how each can be drawn.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        As for `draw_map`.
    **selection
        As for `helpers.views.select_claims`; without it every mention counts, also outside of claims.

    Examples
    --------
    >>> select_places({})
    []
    """
    return collect_places(TableIndex(tables, language, show_own_text=show_own_text), selection)


def collect_places(index: TableIndex, selection: dict[str, Choice]) -> list[PlacedName]:
    """Select the places on an index that is there already."""
    claims = list(index.rows("claims").values())
    if selection:
        chosen = set(select_claims(index.tables, **selection)["claim_id"])  # type: ignore[arg-type]
        claims = [claim for claim in claims if claim["claim_id"] in chosen]
    by_sentence: dict[str, list[Row]] = {}
    for claim in claims:
        by_sentence.setdefault(claim["sentence_id"], []).append(claim)
    claim_ids = {claim["claim_id"] for claim in claims}
    happened = {event["place_id"] for event in index.rows("events").values()
                if event["place_role"] == "happened_at" and event["claim_id"] in claim_ids
                and event["polarity"] == "positive" and event["status"] != "denied"}  # fmt: skip
    mentions: dict[str, list[Row]] = {}
    for mention in index.rows("mentions").values():
        is_wanted = not selection or mention["sentence_id"] in by_sentence
        if mention["entity_type"] == "place" and mention["form"] != "metonym" and is_wanted:
            mentions.setdefault(mention["entity_id"] or "", []).append(mention)
    frame = frame_of(index)
    return [
        _place({**row, "name": index.name_of("places", place_id)}, frame, mentions[place_id], by_sentence,
               place_id in happened)
        for place_id, row in index.rows("places").items() if place_id in mentions
    ]  # fmt: skip


def _place(
    row: Row, frame: Frame, mentions: Sequence[Row], by_sentence: dict[str, list[Row]], has_event: bool
) -> PlacedName:
    sentences = dict.fromkeys(mention["sentence_id"] for mention in mentions)
    claims = tuple(claim for sentence_id in sentences for claim in by_sentence.get(sentence_id, ()))
    return PlacedName(row, _choose_drawing(row, frame), tuple(mentions), claims, has_event)


def _choose_drawing(place: Row, frame: Frame) -> Drawn:
    if place["place_id"] in read_regions() and has_basemap(frame):
        return "region"
    if place["latitude"] is None or place["longitude"] is None:
        return "unlocated"
    west, south, east, north = frame
    if not (west <= place["longitude"] <= east and south <= place["latitude"] <= north):
        return "beyond"
    if place["place_type"] in TOO_LARGE:
        return "beyond" if place["place_type"] == "country" else "label"
    return "crossing" if place["place_type"] == "crossing" else "area"


@cache
def read_basemap() -> dict[str, Any]:
    """Read the base map: country areas and their border line, with the notice of its source."""
    found: dict[str, Any] = json.loads(data_path("basemap.geojson").read_text(encoding="utf-8"))
    return found


@cache
def read_regions() -> dict[str, dict[str, Any]]:
    """Read the outlines of the oblasts along the border, by place id; none where the file is not there."""
    path = data_path("oblasts.geojson")
    if not path.exists():
        return {}
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["place_id"]: feature for feature in features}


def base_frame() -> Frame:
    """Return west, south, east, north of the base map."""
    west, south, east, north = read_basemap()["properties"]["frame"]
    return float(west), float(south), float(east), float(north)


def choose_frame(places: Sequence[Row]) -> Frame:
    """Choose what the map can show: the base map's frame, or all places where hardly any lies in that frame.

    Examples
    --------
    >>> choose_frame([{"latitude": 50.85, "longitude": 5.69, "place_type": "settlement"}])
    (5.19, 50.35, 6.19, 51.35)
    """
    west, south, east, north = base_frame()
    exact = [(float(row["longitude"]), float(row["latitude"])) for row in places
             if row["latitude"] is not None and row["place_type"] not in TOO_LARGE]  # fmt: skip
    inside = [1 for x, y in exact if west <= x <= east and south <= y <= north]
    if not exact or len(inside) * 4 >= len(exact):
        return west, south, east, north
    xs, ys = [x for x, _ in exact], [y for _, y in exact]
    return tuple(round(v, 5) for v in (min(xs) - 0.5, min(ys) - 0.5, max(xs) + 0.5, max(ys) + 0.5))  # type: ignore[return-value]


def frame_of(index: TableIndex) -> Frame:
    """Choose the frame for all places of the tables, so that a narrower selection does not move the map."""
    return choose_frame(list(index.rows("places").values()))


def has_basemap(frame: Frame) -> bool:
    """Tell whether the base map lies under this frame."""
    return frame == base_frame()


def circle(latitude: float, longitude: float, radius_m: float, corners: int = 72) -> list[list[float]]:
    """Return a circle of so many metres as a ring of longitudes and latitudes.

    Examples
    --------
    >>> ring = circle(50.0, 36.0, 1000)
    >>> len(ring), ring[0] == ring[-1]
    (73, True)
    """
    wide = METRES_A_DEGREE * math.cos(math.radians(latitude))
    angles = [2 * math.pi * number / corners for number in range(corners)]
    ring = [[round(longitude + radius_m / wide * math.cos(a), 5),
             round(latitude + radius_m / METRES_A_DEGREE * math.sin(a), 5)] for a in angles]  # fmt: skip
    return [*ring, ring[0]]


def middle(geometry: dict[str, Any]) -> tuple[float, float]:
    """Return a latitude and longitude well inside a polygon: the middle of its widest stretch at half height.

    Examples
    --------
    >>> middle({"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 2], [0, 2], [0, 0]]]})
    (1.0, 2.0)
    """
    ring = geometry["coordinates"][0]
    xs, ys = [point[0] for point in ring], [point[1] for point in ring]
    latitude = (min(ys) + max(ys)) / 2
    west, east = max(_stretches(ring, latitude, min(xs), max(xs)), key=_length)
    return latitude, (west + east) / 2


def middle_in_view(geometry: dict[str, Any], bounds: Bounds) -> tuple[float, float] | None:
    """Return a latitude and longitude well inside the part of a polygon that a view shows; None where it shows none.

    Parameters
    ----------
    geometry : dict
        A polygon of GeoJSON.
    bounds : list of list of float
        South and west, north and east of the view.

    Examples
    --------
    >>> square = {"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 2], [0, 2], [0, 0]]]}
    >>> middle_in_view(square, [[0.0, 2.0], [2.0, 9.0]]), middle_in_view(square, [[7.0, 7.0], [9.0, 9.0]])
    ((1.0, 3.0), None)
    """
    (south, west), (north, east) = bounds
    latitudes = [south + share * (north - south) for share in HEIGHTS]
    found = [(stretch, here) for here in latitudes
             for stretch in _stretches(geometry["coordinates"][0], here, west, east)]  # fmt: skip
    if not found:
        return None
    (left, right), latitude = max(found, key=lambda one: _length(one[0]))
    return latitude, (left + right) / 2


def name_spot(named: PlacedName, bounds: Bounds) -> tuple[float, float]:
    """Return the latitude and longitude at which a place's name belongs in a view."""
    if named.drawn != "region":
        return named.point
    outline = read_regions()[named.place["place_id"]]["geometry"]
    return middle_in_view(outline, bounds) or middle(outline)


def _stretches(ring: Sequence[Sequence[float]], latitude: float, west: float, east: float) -> list[tuple[float, float]]:
    """List where a parallel runs inside a ring, as far as it is between two meridians."""
    crossed = sorted(
        a[0] + (latitude - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for a, b in pairwise(ring) if (a[1] > latitude) != (b[1] > latitude)
    )  # fmt: skip
    inside = ((max(left, west), min(right, east)) for left, right in zip(crossed[::2], crossed[1::2], strict=True))
    return [(left, right) for left, right in inside if left < right]


def _length(stretch: tuple[float, float]) -> float:
    return stretch[1] - stretch[0]
