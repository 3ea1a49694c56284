"""What the first view of the map shows: all that is drawn, and so much around it that the reader knows where it is."""

from __future__ import annotations

import math
from collections.abc import Sequence

from helpers.views.place_map._places import METRES_A_DEGREE, Bounds, Frame, PlacedName, has_basemap, read_basemap

LEAST_HEIGHT = 0.4  # degrees of latitude, some 44 km: one village alone says little of where it is
LEAST_SHAPE = 1.3  # width by height in metres
BORDER_ROOM = 0.05  # degrees beyond the nearest point of the border
FARTHEST_BORDER = 1.0  # degrees: from farther off the border is not sought


def choose_bounds(drawn: Sequence[PlacedName], frame: Frame) -> Bounds:
    """Choose the corners of the first view: all that is drawn with room around it, and the border near it.

    Examples
    --------
    >>> choose_bounds([], (33.0, 49.4, 38.5, 52.2))
    [[49.4, 33.0], [52.2, 38.5]]
    """
    west, south, east, north = frame
    exact = [named for named in drawn if named.drawn in ("area", "crossing")]
    if not exact:
        return [[south, west], [north, east]]
    corners = [corner for named in exact for corner in _around(named)]
    if has_basemap(frame):
        corners += _nearest_border([named.point for named in exact])
    return _widen(corners)


def _around(named: PlacedName) -> list[tuple[float, float]]:
    (latitude, longitude), room = named.point, max(0.08, 1.2 * named.radius_m / METRES_A_DEGREE)
    return [(latitude - room, longitude - 1.5 * room), (latitude + room, longitude + 1.5 * room)]


def _nearest_border(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return two corners around the spot of the border that is nearest to any of the points."""
    lines = [feature for feature in read_basemap()["features"] if feature["properties"]["kind"] == "border"]
    spots = [(latitude, longitude) for line in lines for longitude, latitude in line["geometry"]["coordinates"]]
    shrink = math.cos(math.radians(points[0][0]))
    far, spot = min((math.hypot(p[0] - s[0], (p[1] - s[1]) * shrink), s) for p in points for s in spots)
    if far > FARTHEST_BORDER:
        return []
    return [(spot[0] - BORDER_ROOM, spot[1] - BORDER_ROOM), (spot[0] + BORDER_ROOM, spot[1] + BORDER_ROOM)]


def _widen(corners: Sequence[tuple[float, float]]) -> Bounds:
    latitudes, longitudes = [corner[0] for corner in corners], [corner[1] for corner in corners]
    middle = (min(latitudes) + max(latitudes)) / 2, (min(longitudes) + max(longitudes)) / 2
    tall = max(LEAST_HEIGHT, max(latitudes) - min(latitudes))
    wide = max(LEAST_SHAPE * tall / math.cos(math.radians(middle[0])), max(longitudes) - min(longitudes))
    return [[middle[0] - tall / 2, middle[1] - wide / 2], [middle[0] + tall / 2, middle[1] + wide / 2]]
