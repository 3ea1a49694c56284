"""Write the names on the still map: first those of places, then those of areas, at last those of countries."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.patheffects import withStroke
from matplotlib.textpath import TextPath

from helpers.views._index import TableIndex
from helpers.views.palette import INK, MUTED, PAPER
from helpers.views.place_map._areas import Covers, lay_area, make_inside
from helpers.views.place_map._callouts import Box, Disc, Line, Name, Point, Scene, Spot, lay_names
from helpers.views.place_map._names import weigh_name
from helpers.views.place_map._places import METRES_A_DEGREE, PlacedName, name_spot, read_basemap, read_regions

LABEL_POINTS, COUNTRY_POINTS = 8, 9
DOT_POINTS, CROSSING_POINTS, RING_POINTS = 2.6, 6.5, 9.0
LINE_HEIGHT = 1.3


def write_labels(
    index: TableIndex, axes: Axes, drawn: Sequence[PlacedName], *, marked: Collection[str] = (),
    taken: Sequence[Sequence[float]] = (), has_basemap: bool = True,
) -> int:  # fmt: skip
    """Write each name where it meets no other name and no mark; tell how many places find no room.

    Parameters
    ----------
    index : TableIndex
    axes : matplotlib.axes.Axes
        With its limits set: longitudes and latitudes.
    drawn : sequence of PlacedName
    marked : collection of str
        Ids of the places of a chosen claim: a sign stands before their names, which choose first.
    taken : sequence of sequence of float
        West, south, east and north of what else stands there.
    has_basemap : bool
        Whether countries are named.
    """
    sheet = _Sheet(axes)
    scene = sheet.scene(drawn, marked, taken)
    words = {number: _words(named, marked) for number, named in enumerate(drawn)}
    names = [_name(sheet, number, named, words[number], marked) for number, named in enumerate(drawn)
             if named.drawn in ("area", "crossing")]  # fmt: skip
    laid = lay_names(names, scene)
    for number, named in enumerate(drawn):
        if named.drawn in ("region", "label"):
            wanted = sheet.point(name_spot(named, sheet.bounds))
            spot = lay_area(number, _measure(words[number]), sheet.cover(named), scene, laid=laid, wanted=wanted,
                            near=sheet.near(number, named))  # fmt: skip
            laid += [spot] if spot else []
    for spot in laid:
        _write(sheet, spot, words[spot.number], is_area=drawn[spot.number].drawn in ("region", "label"),
               is_marked=drawn[spot.number].place["place_id"] in marked)  # fmt: skip
    unnamed = len(drawn) - len(laid)
    if has_basemap:
        _write_countries(index, sheet, scene, laid)
    return unnamed


class _Sheet:
    """The axes in points: 72 to an inch, whatever the figure is saved at."""

    def __init__(self, axes: Axes) -> None:
        axes.apply_aspect()
        figure = axes.get_figure()
        assert figure is not None  # noqa: S101  (only for the type checker: the axes were made on a figure)
        self.axes = axes
        self._scale = 72 / figure.dpi
        (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
        self.bounds = [[south, west], [north, east]]
        (left, low), (right, high) = self.point((south, west)), self.point((north, east))
        self.box = Box(left, low, right, high)
        self.points_a_metre = (high - low) / ((north - south) * METRES_A_DEGREE)

    def point(self, spot: tuple[float, float]) -> Point:
        """Return where a latitude and longitude lies."""
        x, y = self.axes.transData.transform((spot[1], spot[0])) * self._scale
        return float(x), float(y)

    def path(self, ring: Sequence[Sequence[float]]) -> list[Point]:
        """Return where the longitudes and latitudes of GeoJSON lie."""
        return [(float(x), float(y)) for x, y in self.axes.transData.transform(np.asarray(ring)) * self._scale]

    def spot(self, x: float, y: float) -> tuple[float, float]:
        """Return longitude and latitude of a point."""
        longitude, latitude = self.axes.transData.inverted().transform((x / self._scale, y / self._scale))
        return float(longitude), float(latitude)

    def scene(
        self, drawn: Sequence[PlacedName], marked: Collection[str], taken: Sequence[Sequence[float]]
    ) -> Scene:
        """Collect what is there before any name."""
        exact = [(number, named, *self.point(named.point)) for number, named in enumerate(drawn)
                 if named.drawn in ("area", "crossing")]  # fmt: skip
        marks = [Disc(number, x, y, _gap(named, marked)) for number, named, x, y in exact]
        rings = [Disc(number, x, y, self.points_a_metre * named.radius_m) for number, named, x, y in exact
                 if named.drawn == "area"]  # fmt: skip
        boxes = [Box(*self.point((south, west)), *self.point((north, east))) for west, south, east, north in taken]
        return Scene(self.box, marks, rings, list(self._border()), boxes)

    def _border(self) -> list[Line]:
        lines = [feature for feature in read_basemap()["features"] if feature["properties"]["kind"] == "border"]
        pieces = [piece for line in lines for piece in pairwise(self.path(line["geometry"]["coordinates"]))]
        left, low, right, high = self.box.left - 50, self.box.low - 50, self.box.right + 50, self.box.high + 50
        return [piece for piece in pieces if any(left < x < right and low < y < high for x, y in piece)]

    def cover(self, named: PlacedName) -> Covers:
        """Say of a spot whether the name of an area may stand there: in its outline, else in its country."""
        if named.drawn == "region":
            return make_inside(self.path(read_regions()[named.place["place_id"]]["geometry"]["coordinates"][0]))
        land = next((make_inside(self.path(area["geometry"]["coordinates"][0])) for area in read_basemap()["features"]
                     if area["properties"].get("country") == named.place["country"]), None)  # fmt: skip
        return land or (lambda _x, _y: True)

    def near(self, number: int, named: PlacedName) -> Disc | None:
        """Return what the name of an area without an outline must touch."""
        if named.drawn == "region":
            return None
        return Disc(number, *self.point(named.point), max(25.0, named.radius_m * self.points_a_metre))


def _words(named: PlacedName, marked: Collection[str]) -> str:
    return ("▶ " if named.place["place_id"] in marked else "") + str(named.place["name"])


def _gap(named: PlacedName, marked: Collection[str]) -> float:
    if named.place["place_id"] in marked:
        return RING_POINTS + 2
    return CROSSING_POINTS if named.drawn == "crossing" else DOT_POINTS + 1


def _measure(words: str, size: float = LABEL_POINTS) -> tuple[float, float]:
    if not words.strip():
        return 1.0, size * LINE_HEIGHT
    bold = FontProperties(weight="bold" if words.startswith("▶") else "normal")
    return float(TextPath((0, 0), words.replace("$", r"\$"), size=size, prop=bold).get_extents().x1), size * LINE_HEIGHT


def _name(sheet: _Sheet, number: int, named: PlacedName, words: str, marked: Collection[str]) -> Name:
    x, y = sheet.point(named.point)
    reach = sheet.points_a_metre * named.radius_m if named.drawn == "area" else 0.0
    return Name(number, x, y, *_measure(words), _gap(named, marked), reach, weigh_name(named, marked))


def _write(sheet: _Sheet, spot: Spot, words: str, *, is_area: bool, is_marked: bool) -> None:
    start = sheet.spot(spot.box.left, (spot.box.low + spot.box.high) / 2)
    sheet.axes.text(*start, words.replace("$", r"\$"), ha="left", va="center", fontsize=LABEL_POINTS, color=INK,
                    fontstyle="italic" if is_area else "normal", fontweight="bold" if is_marked else "normal",
                    path_effects=[withStroke(linewidth=2, foreground=PAPER)], zorder=9)  # fmt: skip
    if spot.leader:
        ends = [sheet.spot(*end) for end in spot.leader]
        sheet.axes.plot([end[0] for end in ends], [end[1] for end in ends], color=INK, linewidth=0.7, zorder=7,
                        path_effects=[withStroke(linewidth=1.8, foreground=PAPER)])  # fmt: skip


def _write_countries(index: TableIndex, sheet: _Sheet, scene: Scene, laid: list[Spot]) -> None:
    """Write the name of each country into what is seen of it, off rings, lines and names; leave it out without room."""
    for area in read_basemap()["features"]:
        if area["properties"]["kind"] != "country":
            continue
        own = " ".join((area["properties"].get(f"name_{index.language}") or area["properties"]["name"]).upper())
        covers = make_inside(sheet.path(area["geometry"]["coordinates"][0]))
        spot = lay_area(-1, _measure(own, COUNTRY_POINTS), covers, scene, laid=laid)
        if spot:
            laid.append(spot)
            middle = sheet.spot((spot.box.left + spot.box.right) / 2, (spot.box.low + spot.box.high) / 2)
            sheet.axes.text(*middle, own, fontsize=COUNTRY_POINTS, color=MUTED, ha="center", va="center", zorder=1)
