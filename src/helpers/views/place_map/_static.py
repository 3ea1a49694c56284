"""Draw the same map with matplotlib: for print, and for pages where no script may run."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, Patch
from matplotlib.patheffects import withStroke

from helpers.views._filters import Choice
from helpers.views._index import TableIndex, Tables
from helpers.views.palette import BLUE, INK, MUTED, ORANGE, PAPER
from helpers.views.place_map._folium import FILLS, choose_bounds
from helpers.views.place_map._places import (
    METRES_A_DEGREE,
    ON_MAP,
    Bounds,
    PlacedName,
    collect_places,
    frame_of,
    has_basemap,
    middle_in_view,
    name_spot,
    read_basemap,
    read_regions,
)

WIDTH = 10.0
LABEL_POINTS = 8


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


def draw_static_places(index: TableIndex, places: Sequence[PlacedName]) -> Figure:
    """Draw places that were selected before."""
    frame = frame_of(index)
    drawn = [named for named in places if named.drawn in ON_MAP]
    (south, west), (north, east) = choose_bounds(drawn, frame)
    stretch = 1 / math.cos(math.radians((south + north) / 2))
    height = min(10.0, max(4.0, WIDTH * (north - south) / (east - west) * stretch))
    figure = Figure(figsize=(WIDTH, height + 0.6), facecolor=PAPER)
    axes = figure.add_axes((0.005, 0.25 / (height + 0.6), 0.99, height / (height + 0.6)))
    axes.set(xlim=(west, east), ylim=(south, north), aspect=stretch, xticks=[], yticks=[], facecolor="#f2f2f2")
    if has_basemap(frame):
        _draw_basemap(index, axes, [name_spot(named, _view(axes))[0] for named in drawn if named.drawn == "region"])
    for named in drawn:
        _draw_place(axes, named)
    unnamed = _write_labels(axes, drawn)
    _draw_scale(axes, stretch)
    _draw_key(index, axes, drawn, has_border=has_basemap(frame))
    credit = index.say("map_credit") if has_basemap(frame) else index.say("map_credit_places")
    if unnamed:
        credit += " · " + index.say("map_unnamed", count=unnamed)
    figure.text(0.005, 0.01, credit, fontsize=7, color=MUTED, va="bottom")
    kinds = [named.drawn for named in drawn]
    figure.set_label(index.say("alt_map", areas=kinds.count("area"), crossings=kinds.count("crossing"),
                               labels=kinds.count("label") + kinds.count("region")))  # fmt: skip
    return figure


def _draw_basemap(index: TableIndex, axes: Axes, avoid: Sequence[float]) -> None:
    for feature in read_basemap()["features"]:
        kind, geometry = feature["properties"]["kind"], feature["geometry"]
        if kind == "country":
            colour = FILLS.get(feature["properties"]["country"])
            axes.fill(*_columns(geometry["coordinates"][0]), color=colour, zorder=0)
            spot = middle_in_view(geometry, _view(axes), avoid=avoid)
            if spot:
                own = feature["properties"].get(f"name_{index.language}") or feature["properties"]["name"]
                axes.text(spot[1], spot[0], " ".join(own.upper()), fontsize=9, color=MUTED, ha="center", va="center",
                          zorder=1)  # fmt: skip
        elif kind == "border":
            line = _columns(geometry["coordinates"])
            axes.plot(*line, color=INK, linewidth=1.1, linestyle=(0, (7, 3, 2, 3)), zorder=1)


def _columns(points: Sequence[Sequence[float]]) -> tuple[list[float], list[float]]:
    return [point[0] for point in points], [point[1] for point in points]


def _view(axes: Axes) -> Bounds:
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    return [[south, west], [north, east]]


def _draw_place(axes: Axes, named: PlacedName) -> None:
    latitude, longitude = name_spot(named, _view(axes))
    if named.drawn == "region":
        outline = read_regions()[named.place["place_id"]]["geometry"]["coordinates"][0]
        axes.fill(*_columns(outline), facecolor=MUTED, alpha=0.08, linewidth=0, zorder=0.5)
        axes.plot(*_columns(outline), color=MUTED, linewidth=0.9, linestyle=":", zorder=1)
    elif named.drawn == "crossing":
        axes.plot([longitude], [latitude], marker="D", markersize=9, markerfacecolor=PAPER, markeredgecolor=INK,
                  markeredgewidth=1.6, zorder=5)  # fmt: skip
        axes.plot([longitude], [latitude], marker="_", markersize=6, color=INK, markeredgewidth=2, zorder=6)
    elif named.drawn == "area":
        tall = 2 * named.radius_m / METRES_A_DEGREE
        wide = tall / math.cos(math.radians(latitude))
        colour = ORANGE if named.has_event else BLUE
        axes.add_patch(Ellipse((longitude, latitude), wide, tall, facecolor=colour, alpha=0.3, linewidth=0, zorder=2))
        axes.add_patch(Ellipse((longitude, latitude), wide, tall, fill=False, edgecolor=INK, linewidth=0.8,
                               linestyle="-" if named.has_event else "--", zorder=3))  # fmt: skip


def _write_labels(axes: Axes, drawn: Sequence[PlacedName]) -> int:
    """Write each name at the first of several spots where it meets no other name; tell how many find none."""
    figure = axes.get_figure()
    assert figure is not None  # noqa: S101  (only for the type checker: the axes were made on a figure)
    per_point = figure.dpi / 72
    taken: list[tuple[float, float, float, float]] = []
    n_written = 0
    order = sorted(drawn, key=_how_urgent)
    for named in order:
        latitude, longitude = name_spot(named, _view(axes))
        x, y = axes.transData.transform((longitude, latitude))
        wide, tall = len(named.place["name"]) * LABEL_POINTS * 0.62 * per_point, LABEL_POINTS * 1.3 * per_point
        before, centred = -8 - wide / per_point, -wide / per_point / 2
        for dx, dy in ((8, 0), (before, 0), (centred, 11), (centred, -11), (8, 11), (8, -11), (before, 11),
                       (before, -11), (8, 22), (8, -22), (before, 22), (before, -22), (8, 33)):  # fmt: skip
            left, low = x + dx * per_point, y + dy * per_point - tall / 2
            box = (left, low, left + wide, low + tall)
            fits = axes.bbox.contains(left, low) and axes.bbox.contains(left + wide, low + tall)
            if not fits or any(_overlap(box, other) for other in taken):
                continue
            taken.append(box)
            n_written += 1
            axes.annotate(named.place["name"].replace("$", r"\$"), (longitude, latitude), xytext=(dx, dy),
                          textcoords="offset points", va="center", fontsize=LABEL_POINTS, color=INK,
                          path_effects=[withStroke(linewidth=2, foreground=PAPER)],
                          fontstyle="italic" if named.drawn in ("label", "region") else "normal", zorder=7)  # fmt: skip
            break
    return len(order) - n_written


def _how_urgent(named: PlacedName) -> tuple[bool, bool, int]:
    return named.drawn in ("label", "region"), not named.has_event, -len(named.mentions)


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _draw_scale(axes: Axes, stretch: float) -> None:
    west, east = axes.get_xlim()
    south, north = axes.get_ylim()
    across_m = (east - west) * METRES_A_DEGREE / stretch
    km = next(step for step in (500, 200, 100, 50, 20, 10, 5, 2, 1) if step * 1000 < across_m / 4 or step == 1)
    length = km * 1000 * stretch / METRES_A_DEGREE
    x, y = east - (east - west) * 0.03 - length, south + (north - south) * 0.04
    axes.plot([x, x + length], [y, y], color=INK, linewidth=2.5, solid_capstyle="butt", zorder=8)
    axes.text(x + length / 2, y + (north - south) * 0.012, f"{km} km", ha="center", va="bottom", fontsize=8, zorder=8)


def _draw_key(index: TableIndex, axes: Axes, drawn: Sequence[PlacedName], *, has_border: bool) -> None:
    handles: list[Patch | Line2D] = []
    if has_border:
        handles.append(Line2D([], [], color=INK, linewidth=1.1, linestyle=(0, (7, 3, 2, 3)),
                              label=index.say("layer_border")))  # fmt: skip
    if any(named.drawn == "region" for named in drawn):
        label = index.say("layer_regions")
        handles.append(Patch(facecolor=MUTED, alpha=0.3, edgecolor=MUTED, linestyle=":", label=label))
    if any(named.drawn == "area" and named.has_event for named in drawn):
        handles.append(Patch(facecolor=ORANGE, alpha=0.6, edgecolor=INK, label=index.say("layer_events")))
    if any(named.drawn == "area" and not named.has_event for named in drawn):
        label = index.say("layer_mentions")
        handles.append(Patch(facecolor=BLUE, alpha=0.4, edgecolor=INK, linestyle="--", label=label))
    if any(named.drawn == "crossing" for named in drawn):
        handles.append(Line2D([], [], marker="D", markerfacecolor=PAPER, markeredgecolor=INK, linestyle="none",
                              label=index.say("layer_crossings")))  # fmt: skip
    if handles:
        axes.legend(handles=handles, loc="lower right", bbox_to_anchor=(1, 1), ncols=5, fontsize=8, frameon=False)
