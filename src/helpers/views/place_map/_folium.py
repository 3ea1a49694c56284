"""Draw the map with folium: no tiles, no request, one layer a category, areas in metres."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import folium
from branca.element import MacroElement
from jinja2 import Template

from helpers.views._filters import Choice
from helpers.views._index import TableIndex, Tables
from helpers.views.html import escape
from helpers.views.offline import has_map_assets, prepare_offline_maps
from helpers.views.palette import BLUE, INK, MUTED, ORANGE, PAPER
from helpers.views.place_map._names import Manner, write_name
from helpers.views.place_map._panel import MapPanel
from helpers.views.place_map._places import (
    ON_MAP,
    Bounds,
    PlacedName,
    circle,
    collect_places,
    frame_of,
    has_basemap,
    middle,
    middle_in_view,
    name_spot,
    read_basemap,
    read_regions,
)
from helpers.views.place_map._popups import render_popup
from helpers.views.place_map._signs import CROSSING_ICON, SIGN_WORDS, Sign, draw_sign
from helpers.views.place_map._view import choose_bounds

TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
FILLS = {"RU": "#f4f1ea", "UA": "#eaf0ee"}


class _Credits(MacroElement):
    """Name the source of the base map in the map's corner, and nothing else but the drawing library.

    The scale stands above the credits: on a narrow map they would cover it in the other corner.
    """

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "{{ this._parent.get_name() }}.attributionControl.setPrefix('Leaflet');"
        "{{ this._parent.get_name() }}.getContainer().style.background = '#f7f7f7';"
        "{{ this._parent.get_name() }}.attributionControl.getContainer().style.fontSize = '11px';"
        "L.control.scale({imperial: false, position: 'bottomright'}).addTo({{ this._parent.get_name() }});"
        "{{ this._parent.get_name() }}.attributionControl.addAttribution({{ this.words|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, words: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.words = words


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The map while it is drawn.

    Parameters
    ----------
    index : TableIndex
    world : folium.Map
    bounds : list of list of float
        Corners of the first view.
    numbers : dict of str to int
        The number by which the panel knows a place, by its id; every layer of the place carries it.
    marked : frozenset of str
        Ids of the places of a chosen claim.
    """

    index: TableIndex
    world: folium.Map
    bounds: Bounds
    numbers: dict[str, int]
    marked: frozenset[str]

    def number(self, named: PlacedName) -> int:
        """Return the number of a place."""
        return self.numbers[named.place["place_id"]]

    def tell(self, named: PlacedName) -> dict[str, Any]:
        """Return what a drawn shape knows of its place."""
        number = self.number(named)
        return {"name": escape(named.place["name"]), "popup": render_popup(self.index, named, number),
                "place": number, "is_region": named.drawn == "region"}  # fmt: skip

    def write(self, parent: Any, named: PlacedName, manner: Manner, popup: Any = None) -> None:
        """Write the name of a place."""
        write_name(parent, name_spot(named, self.bounds), named.place["name"], manner, place=self.number(named),
                   popup=popup, is_marked=named.place["place_id"] in self.marked)  # fmt: skip

    def name_layer(self, sign: Sign) -> str:
        """Name a layer of the map by its sign and its words."""
        return draw_sign(sign) + escape(self.index.say(SIGN_WORDS[sign]))


def draw_map(
    tables: Tables, *, language: str = "en", show_own_text: bool = False, online_tiles: bool = False,
    **selection: Choice,
) -> folium.Map:  # fmt: skip
    """Draw the places that the claims name on the border map.

    The panel under it narrows the map to some statuses and articles, and to what was printed, or is said to have
    happened, up to one day. A settlement is a circle of its ``radius_m`` with a small ring that can be clicked at any
    zoom; a crossing has its own symbol; an oblast is its own outline, a district its name only, since no point and no
    circle would be true of it. Places without coordinates, and countries, are left to the list beside the map
    (`render_map`).

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        True puts sentences into the pop-ups whatever ``text_rights`` says: for JupyterLab, never for a published page.
    online_tiles : bool
        True offers a layer of OpenStreetMap tiles, which stays off until the reader switches it on.
    **selection
        As for `helpers.views.select_claims`.

    Examples
    --------
    >>> draw_map({}).options["zoom_snap"]
    0.25
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    return draw_places(index, collect_places(index, dict(selection)), online_tiles=online_tiles)


def draw_places(
    index: TableIndex, places: Sequence[PlacedName], *, online_tiles: bool = False, marked: Collection[str] = ()
) -> folium.Map:
    """Draw places that were selected before, those of a chosen claim with a ring of their own."""
    _prepare_scripts()
    drawn = [named for named in places if named.drawn in ON_MAP]
    frame = frame_of(index)
    world = folium.Map(tiles=None, zoom_snap=0.25, maxZoom=14, min_zoom=4)
    bounds = choose_bounds(drawn, frame)
    numbers = {named.place["place_id"]: number for number, named in enumerate(drawn)}
    sheet = _Sheet(index, world, bounds, numbers, frozenset(marked))
    if has_basemap(frame):
        _add_basemap(sheet)
    if online_tiles:
        folium.TileLayer(TILES, attr="© OpenStreetMap contributors", name=escape(index.say("layer_tiles")),
                         overlay=True, show=False).add_to(world)  # fmt: skip
    _add_rings(sheet, [named for named in drawn if named.place["place_id"] in sheet.marked])
    _add_regions(sheet, [named for named in drawn if named.drawn == "region"])
    _add_areas(sheet, [named for named in drawn if named.drawn == "area"])
    _add_crossings(sheet, [named for named in drawn if named.drawn == "crossing"])
    _add_labels(sheet, [named for named in drawn if named.drawn == "label"])
    folium.LayerControl(collapsed=True).add_to(world)
    world.add_child(_Credits(index.say("map_credit") if has_basemap(frame) else index.say("map_credit_places")))
    if drawn:
        world.add_child(MapPanel(index, drawn, marked))
    world.fit_bounds(bounds)
    return world


def _prepare_scripts() -> None:
    """Put the scripts into the map itself, so that it asks for nothing."""
    if has_map_assets():
        prepare_offline_maps()


def _add_basemap(sheet: _Sheet) -> None:
    index, world = sheet.index, sheet.world
    features = read_basemap()["features"]
    areas = [feature for feature in features if feature["properties"]["kind"] == "country"]
    lines = [feature for feature in features if feature["properties"]["kind"] == "border"]
    folium.GeoJson(
        {"type": "FeatureCollection", "features": areas}, name=escape(index.say("layer_countries")), control=False,
        style_function=_style_country, interactive=False, smooth_factor=0.5,
    ).add_to(world)  # fmt: skip
    folium.GeoJson(
        {"type": "FeatureCollection", "features": lines}, name=sheet.name_layer("border"),
        style_function=_style_border, interactive=False, smooth_factor=0.5,
    ).add_to(world)  # fmt: skip
    for area in areas:
        own = area["properties"].get(f"name_{index.language}") or area["properties"]["name"]
        spot = middle_in_view(area["geometry"], sheet.bounds) or middle(area["geometry"])
        write_name(world, spot, own.upper(), "country", country=area["properties"]["country"])


def _style_country(feature: dict[str, Any]) -> dict[str, Any]:
    return {"fillColor": FILLS.get(feature["properties"]["country"], "#f2f2f2"), "fillOpacity": 1, "weight": 0}


def _style_border(_feature: dict[str, Any]) -> dict[str, Any]:
    return {"color": INK, "weight": 1.6, "dashArray": "7 3 2 3", "opacity": 0.9}


def _add_areas(sheet: _Sheet, places: Sequence[PlacedName]) -> None:
    for has_event, colour in ((True, ORANGE), (False, BLUE)):
        chosen = [named for named in places if named.has_event == has_event]
        features = [feature for named in chosen for feature in _area_features(sheet, named)]
        # told apart by shape too: filled and whole where something is said to have happened, else hollow and dashed
        marker = folium.CircleMarker(radius=6 if has_event else 5.5, weight=2 if has_event else 2.5, fill=True,
                                     color=INK if has_event else colour, fill_opacity=0.95,
                                     fill_color=colour if has_event else PAPER)  # fmt: skip
        style = {"color": colour, "weight": 2, "fillColor": colour, "fillOpacity": 0.25,
                 "dashArray": None if has_event else "4 4"}  # fmt: skip
        layer = _add_layer(sheet, "events" if has_event else "mentions", features, marker, style)
        for named in chosen:
            sheet.write(layer, named, "beside")


def _add_rings(sheet: _Sheet, places: Sequence[PlacedName]) -> None:
    """Add a wide ring around each place of the chosen claim, and the whole outline of an oblast, under the marks."""
    features = [_ring_feature(sheet, named) for named in places if named.drawn != "label"]
    if not features:
        return
    group = folium.FeatureGroup(name=sheet.name_layer("marked"))
    group.add_to(sheet.world)
    for colour, weight in ((PAPER, 7.0), (INK, 3.5)):
        marker = folium.CircleMarker(radius=15, color=colour, weight=weight, fill=False)
        style = {"color": colour, "weight": weight, "fill": False}
        folium.GeoJson({"type": "FeatureCollection", "features": features}, marker=marker, interactive=False,
                       smooth_factor=0.2, style_function=lambda _, style=style: style).add_to(group)  # fmt: skip


def _ring_feature(sheet: _Sheet, named: PlacedName) -> dict[str, Any]:
    latitude, longitude = named.point
    geometry = {"type": "Point", "coordinates": [longitude, latitude]}
    if named.drawn == "region":
        geometry = read_regions()[named.place["place_id"]]["geometry"]
    return {"type": "Feature", "properties": {"place": sheet.number(named), "is_ring": True}, "geometry": geometry}


def _add_regions(sheet: _Sheet, places: Sequence[PlacedName]) -> None:
    """Add oblasts with their own outline, which stops at the border; their name stands in the middle, and no pin."""
    regions = read_regions()
    features = [
        {"type": "Feature", "properties": sheet.tell(named),
         "geometry": regions[named.place["place_id"]]["geometry"]} for named in places
    ]  # fmt: skip
    style = {"color": MUTED, "weight": 1.2, "dashArray": "1 5", "fillColor": MUTED, "fillOpacity": 0.06}
    layer = _add_layer(sheet, "region", features, folium.CircleMarker(), style)
    for named in places:
        sheet.write(layer, named, "large")


def _area_features(sheet: _Sheet, named: PlacedName) -> list[dict[str, Any]]:
    latitude, longitude = named.point
    properties = sheet.tell(named)
    return [
        {"type": "Feature", "properties": properties,
         "geometry": {"type": "Polygon", "coordinates": [circle(latitude, longitude, named.radius_m)]}},
        {"type": "Feature", "properties": properties,
         "geometry": {"type": "Point", "coordinates": [longitude, latitude]}},
    ]  # fmt: skip


def _add_crossings(sheet: _Sheet, places: Sequence[PlacedName]) -> None:
    """Add each crossing as its own symbol within the circle that says how exactly its point is known."""
    features = [feature for named in places for feature in _area_features(sheet, named)]
    icon = folium.DivIcon(html=CROSSING_ICON, icon_size=(22, 22), icon_anchor=(11, 11), class_name="gp-crossing")
    style = {"color": INK, "weight": 1.2, "dashArray": "2 3", "fillColor": INK, "fillOpacity": 0.08}
    layer = _add_layer(sheet, "crossing", features, folium.Marker(icon=icon), style)
    for named in places:
        sheet.write(layer, named, "beside")


def _add_layer(
    sheet: _Sheet, sign: Sign, features: list[dict[str, Any]], marker: Any, style: dict[str, Any]
) -> folium.GeoJson | None:
    if not features:
        return None
    layer = folium.GeoJson(
        {"type": "FeatureCollection", "features": features}, name=sheet.name_layer(sign), marker=marker,
        smooth_factor=0.2, style_function=(lambda feature: style if feature["geometry"]["type"] == "Polygon" else {}),
        popup=folium.GeoJsonPopup(fields=["popup"], labels=False, max_width=320, parse_html=False),
        tooltip=folium.GeoJsonTooltip(fields=["name"], labels=False, sticky=False, direction="top"),
    )  # fmt: skip
    layer.add_to(sheet.world)
    return layer


def _add_labels(sheet: _Sheet, places: Sequence[PlacedName]) -> None:
    if not places:
        return
    group = folium.FeatureGroup(name=sheet.name_layer("label"))
    group.add_to(sheet.world)
    for named in places:
        popup = folium.Popup(render_popup(sheet.index, named, sheet.number(named)), max_width=340, parse_html=False)
        sheet.write(group, named, "large", popup)
