"""Derive data/basemap.geojson: the Russian-Ukrainian border and the two countries around it, from OpenStreetMap.

Run as ``python data/build/basemap.py`` from any folder. The time-zone polygons of ``timezonefinder`` are cut
from OpenStreetMap (ODbL); inside the frame the edge of Europe/Kyiv is the state border. Outside it the edge
may follow de-facto control, so the frame ends at 49.4 degrees north and 38.5 degrees east.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

try:
    from shapely.geometry import GeometryCollection, LineString, Point, Polygon, box, mapping
    from shapely.ops import linemerge, nearest_points, split
    from timezonefinder import TimezoneFinder
except ImportError as error:
    sys.exit(f"{error.name} is missing: python -m pip install shapely timezonefinder")

DATA = Path(__file__).resolve().parents[1]
FRAME = (33.0, 49.4, 38.5, 52.2)  # west, south, east, north
TOLERANCE = 0.001  # degrees
DECIMALS = 5  # about a metre
NOTICE = "(c) OpenStreetMap contributors"
LICENCE = "ODbL-1.0"
LARGEST_ERROR_KM = 0.12
KOZINKA = Point(35.6026, 50.4613)


def read_zone() -> Polygon:
    """Return the largest polygon of the time zone Europe/Kyiv.

    Returns
    -------
    shapely.geometry.Polygon
        The outer ring, degrees.
    """
    polygons = TimezoneFinder().get_geometry(tz_name="Europe/Kyiv", coords_as_pairs=True)
    return max((Polygon(rings[0]) for rings in polygons), key=lambda polygon: polygon.area)


def find_border(zone: Polygon) -> LineString:
    """Cut the edge of the zone to the frame, as one line from north-west to south-east.

    Parameters
    ----------
    zone : shapely.geometry.Polygon
        The time zone, degrees.

    Raises
    ------
    SystemExit
        If the edge crosses the frame as several lines: the data are not what the frame was chosen for.
    """
    edge = zone.exterior.intersection(box(*FRAME))
    if not isinstance(edge, LineString):
        edge = linemerge(edge)
    if not isinstance(edge, LineString):
        sys.exit(f"the border crosses the frame as {len(edge.geoms)} lines, one was expected; check FRAME")
    return edge if edge.coords[0][0] < edge.coords[-1][0] else LineString(edge.coords[::-1])


def distance_km(one: Point, other: Point) -> float:
    """Return the great-circle distance of two points in kilometres."""
    phi_one, phi_other = math.radians(one.y), math.radians(other.y)
    half_phi, half_lambda = (phi_other - phi_one) / 2, math.radians(other.x - one.x) / 2
    root = math.sin(half_phi) ** 2 + math.cos(phi_one) * math.cos(phi_other) * math.sin(half_lambda) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(root))


def nearest_km(point: Point, line: LineString) -> float:
    """Return the distance of a point to a line, in a plane whose degrees east are as long as those north."""
    scale = math.cos(math.radians(point.y))
    flat = LineString([(x * scale, y) for x, y in line.coords])
    there = nearest_points(Point(point.x * scale, point.y), flat)[1]
    return distance_km(point, Point(there.x / scale, there.y))


def error_km(line: LineString, simple: LineString) -> float:
    """Return how far the simplified line strays from the line at most, at the line's own vertices."""
    scale = math.cos(math.radians((FRAME[1] + FRAME[3]) / 2))
    flat = LineString([(x * scale, y) for x, y in simple.coords])
    worst = 0.0
    for x, y in line.coords:
        there = nearest_points(Point(x * scale, y), flat)[1]
        worst = max(worst, distance_km(Point(x, y), Point(there.x / scale, there.y)))
    return worst


def split_frame(border: LineString, zone: Polygon) -> dict[str, Polygon]:
    """Split the frame along the border, so that both countries share its very vertices.

    Parameters
    ----------
    border : shapely.geometry.LineString
        The simplified border.
    zone : shapely.geometry.Polygon
        Tells which half is Ukraine.

    Returns
    -------
    dict of str to shapely.geometry.Polygon
        The halves by country code.
    """
    first, last = border.coords[0], border.coords[-1]
    longer = LineString([_beyond(first), *border.coords, _beyond(last)])
    halves: GeometryCollection = split(box(*FRAME), longer)
    return {
        "UA" if zone.contains(half.representative_point()) else "RU": half
        for half in halves.geoms
        if isinstance(half, Polygon)
    }


def _beyond(end: tuple[float, ...]) -> tuple[float, float]:
    """Return a point a little outside the frame, so that the split does not fail on a rounded end."""
    west, south, east, north = FRAME
    x, y = end[0], end[1]
    gaps = {(west - 1, y): x - west, (east + 1, y): east - x, (x, south - 1): y - south, (x, north + 1): north - y}
    return min(gaps, key=lambda outside: gaps[outside])


def rounded(geometry: LineString | Polygon) -> dict[str, object]:
    """Return the GeoJSON of a geometry with coordinates of DECIMALS decimals."""
    def shorten(part: object) -> object:
        if isinstance(part, float | int):
            return round(part, DECIMALS)
        return [shorten(piece) for piece in part]  # type: ignore[attr-defined]

    shape = mapping(geometry)
    return {"type": shape["type"], "coordinates": shorten(shape["coordinates"])}


def feature(geometry: LineString | Polygon, **properties: str) -> dict[str, object]:
    """Return one GeoJSON feature."""
    return {"type": "Feature", "properties": properties, "geometry": rounded(geometry)}


def write_basemap(path: Path) -> None:
    """Write the base map and print its figures.

    Parameters
    ----------
    path : pathlib.Path
        Where the GeoJSON goes.
    """
    zone = read_zone()
    border = find_border(zone)
    simple = find_border(zone.simplify(TOLERANCE))  # oblasts.py draws the same vertices
    halves = split_frame(simple, zone)
    features = [
        feature(halves["RU"], kind="country", country="RU", name="Russia", name_nl="Rusland"),
        feature(halves["UA"], kind="country", country="UA", name="Ukraine", name_nl="Oekraïne"),
        feature(simple, kind="border", country="RU|UA", name="Russia-Ukraine border",
                name_nl="Russisch-Oekraïense grens"),
    ]
    collection = {
        "type": "FeatureCollection",
        "properties": {
            "notice": NOTICE, "licence": LICENCE, "frame": list(FRAME), "simplified_degrees": TOLERANCE,
            "derived_from": "Europe/Kyiv in timezonefinder-data (timezone-boundary-builder, OpenStreetMap)",
        },
        "features": features,
    }
    lines = json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n"
    path.write_text(lines, encoding="utf-8", newline="\n")
    worst = error_km(border, simple)
    print(f"{path.name}: {len(border.coords)} vertices became {len(simple.coords)}, {len(lines.encode())} bytes")
    print(f"largest error {worst:.3f} km; Kozinka lies {nearest_km(KOZINKA, simple):.2f} km from the border")
    if worst > LARGEST_ERROR_KM:
        sys.exit(f"the error is over {LARGEST_ERROR_KM} km: lower TOLERANCE")


if __name__ == "__main__":
    write_basemap(DATA / "basemap.geojson")
