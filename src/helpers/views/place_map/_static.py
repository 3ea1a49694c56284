"""Draw the same map with matplotlib: for print, and for pages where no script may run."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, Patch
from matplotlib.patheffects import withStroke

from helpers.views._filters import Choice
from helpers.views._index import TableIndex, Tables
from helpers.views.palette import BLUE, INK, MUTED, ORANGE, PAPER
from helpers.views.place_map._folium import FILLS
from helpers.views.place_map._labels import DOT_POINTS, RING_POINTS, write_labels
from helpers.views.place_map._places import (
    METRES_A_DEGREE,
    ON_MAP,
    PlacedName,
    collect_places,
    frame_of,
    has_basemap,
    read_basemap,
    read_regions,
)
from helpers.views.place_map._view import choose_bounds

WIDTH = 10.0


def draw_static_map(
    tables: Tables, *, language: str = "en", show_own_text: bool = False, **selection: Choice
) -> Figure:
    """Draw the places as a figure: border, crossings, areas with their radius, names.

    Parameters
    ----------
    tables, language, show_own_text, **selection
        As for `draw_map`.

    Returns
    -------
    matplotlib.figure.Figure
        ``figure.get_label()`` says in words what it shows.

    Examples
    --------
    >>> draw_static_map({}).get_label()
    'Map with 0 places as areas, 0 crossings and 0 names of larger areas.'
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    return draw_static_places(index, collect_places(index, dict(selection)))


def draw_static_places(index: TableIndex, places: Sequence[PlacedName], *, marked: Collection[str] = ()) -> Figure:
    """Draw places that were selected before, those of a chosen claim with a ring of their own."""
    frame = frame_of(index)
    drawn = [named for named in places if named.drawn in ON_MAP]
    (south, west), (north, east) = choose_bounds(drawn, frame)
    stretch = 1 / math.cos(math.radians((south + north) / 2))
    height = min(10.0, max(4.0, WIDTH * (north - south) / (east - west) * stretch))
    figure = Figure(figsize=(WIDTH, height + 0.6), facecolor=PAPER)
    axes = figure.add_axes((0.005, 0.25 / (height + 0.6), 0.99, height / (height + 0.6)))
    axes.set(xlim=(west, east), ylim=(south, north), aspect=stretch, xticks=[], yticks=[], facecolor="#f2f2f2")
    if has_basemap(frame):
        _draw_basemap(axes)
    for named in drawn:
        _draw_place(axes, named, is_marked=named.place["place_id"] in marked)
    scale = _draw_scale(axes, stretch)
    unnamed = write_labels(index, axes, drawn, marked=marked, taken=[scale], has_basemap=has_basemap(frame))
    _draw_key(index, axes, drawn, has_border=has_basemap(frame), marked=marked)
    credit = index.say("map_credit") if has_basemap(frame) else index.say("map_credit_places")
    if unnamed:
        credit += " · " + index.say("map_unnamed", count=unnamed)
    figure.text(0.005, 0.01, credit, fontsize=7, color=MUTED, va="bottom")
    kinds = [named.drawn for named in drawn]
    figure.set_label(index.say("alt_map", areas=kinds.count("area"), crossings=kinds.count("crossing"),
                               labels=kinds.count("label") + kinds.count("region")))  # fmt: skip
    return figure


def _draw_basemap(axes: Axes) -> None:
    for feature in read_basemap()["features"]:
        kind, geometry = feature["properties"]["kind"], feature["geometry"]
        if kind == "country":
            colour = FILLS.get(feature["properties"]["country"])
            axes.fill(*_columns(geometry["coordinates"][0]), color=colour, zorder=0)
        elif kind == "border":
            line = _columns(geometry["coordinates"])
            axes.plot(*line, color=INK, linewidth=1.1, linestyle=(0, (7, 3, 2, 3)), zorder=1)


def _columns(points: Sequence[Sequence[float]]) -> tuple[list[float], list[float]]:
    return [point[0] for point in points], [point[1] for point in points]


def _draw_place(axes: Axes, named: PlacedName, *, is_marked: bool) -> None:
    if named.drawn == "region":
        outline = _columns(read_regions()[named.place["place_id"]]["geometry"]["coordinates"][0])
        axes.fill(*outline, facecolor=MUTED, alpha=0.08, linewidth=0, zorder=0.5)
        axes.plot(*outline, color=MUTED, linewidth=0.9, linestyle=":", zorder=1)
        if is_marked:
            axes.plot(*outline, color=INK, linewidth=2.5, zorder=1)
        return
    if named.drawn == "label":
        return
    latitude, longitude = named.point
    if is_marked:
        axes.plot([longitude], [latitude], marker="o", markersize=2 * RING_POINTS, markerfacecolor="none",
                  markeredgecolor=INK, markeredgewidth=2.5, zorder=6,
                  path_effects=[withStroke(linewidth=5, foreground=PAPER)])  # fmt: skip
    if named.drawn == "crossing":
        axes.plot([longitude], [latitude], marker="D", markersize=9, markerfacecolor=PAPER, markeredgecolor=INK,
                  markeredgewidth=1.6, zorder=5)  # fmt: skip
        axes.plot([longitude], [latitude], marker="_", markersize=6, color=INK, markeredgewidth=2, zorder=6)
    else:
        _draw_area(axes, named)


def _draw_area(axes: Axes, named: PlacedName) -> None:
    """Draw the ring of a place and its dot: whole and filled where something is said to have happened, else not."""
    latitude, longitude = named.point
    tall = 2 * named.radius_m / METRES_A_DEGREE
    wide = tall / math.cos(math.radians(latitude))
    colour = ORANGE if named.has_event else BLUE
    axes.add_patch(Ellipse((longitude, latitude), wide, tall, facecolor=colour, alpha=0.3, linewidth=0, zorder=2))
    axes.add_patch(Ellipse((longitude, latitude), wide, tall, fill=False, edgecolor=INK, linewidth=0.8,
                           linestyle="-" if named.has_event else "--", zorder=3))  # fmt: skip
    axes.plot([longitude], [latitude], **_dot(named.has_event), zorder=4)


def _dot(has_event: bool) -> dict[str, Any]:
    return {"marker": "o", "markersize": DOT_POINTS * 2, "markeredgecolor": INK if has_event else BLUE,
            "markerfacecolor": ORANGE if has_event else PAPER, "markeredgewidth": 1 if has_event else 1.4}  # fmt: skip


def _draw_scale(axes: Axes, stretch: float) -> Sequence[float]:
    """Draw the scale; return west, south, east and north of the room that it takes."""
    west, east = axes.get_xlim()
    south, north = axes.get_ylim()
    across_m = (east - west) * METRES_A_DEGREE / stretch
    km = next(step for step in (500, 200, 100, 50, 20, 10, 5, 2, 1) if step * 1000 < across_m / 4 or step == 1)
    length = km * 1000 * stretch / METRES_A_DEGREE
    x, y = east - (east - west) * 0.03 - length, south + (north - south) * 0.04
    axes.plot([x, x + length], [y, y], color=INK, linewidth=2.5, solid_capstyle="butt", zorder=8)
    axes.text(x + length / 2, y + (north - south) * 0.012, f"{km} km", ha="center", va="bottom", fontsize=8, zorder=8)
    return x, y, x + length, y + (north - south) * 0.05


def _draw_key(
    index: TableIndex, axes: Axes, drawn: Sequence[PlacedName], *, has_border: bool, marked: Collection[str]
) -> None:
    handles: list[Patch | Line2D] = []
    if has_border:
        handles.append(Line2D([], [], color=INK, linewidth=1.1, linestyle=(0, (7, 3, 2, 3)),
                              label=index.say("layer_border")))  # fmt: skip
    if any(named.drawn == "region" for named in drawn):
        label = index.say("layer_regions")
        handles.append(Patch(facecolor=MUTED, alpha=0.3, edgecolor=MUTED, linestyle=":", label=label))
    if any(named.drawn == "area" and named.has_event for named in drawn):
        handles.append(Line2D([], [], **_dot(True), color=INK, linewidth=1, label=index.say("layer_events")))
    if any(named.drawn == "area" and not named.has_event for named in drawn):
        label = index.say("layer_mentions")
        handles.append(Line2D([], [], **_dot(False), color=INK, linewidth=1, linestyle="--", label=label))
    if any(named.drawn == "crossing" for named in drawn):
        handles.append(Line2D([], [], marker="D", markerfacecolor=PAPER, markeredgecolor=INK, linestyle="none",
                              label=index.say("layer_crossings")))  # fmt: skip
    if any(named.place["place_id"] in marked for named in drawn):
        handles.append(Line2D([], [], marker="o", markersize=10, markerfacecolor="none", markeredgecolor=INK,
                              markeredgewidth=2.5, linestyle="none", label=index.say("layer_marked")))  # fmt: skip
    if handles:
        axes.legend(handles=handles, loc="lower right", bbox_to_anchor=(1, 1), ncols=6, fontsize=8, frameon=False)
