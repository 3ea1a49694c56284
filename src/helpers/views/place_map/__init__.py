"""Where: the border, the crossings, and each place no more exact than it is known."""

from helpers.views.place_map._folium import draw_map
from helpers.views.place_map._html import render_map
from helpers.views.place_map._places import PlacedName, select_places
from helpers.views.place_map._static import draw_static_map

__all__ = ["PlacedName", "draw_map", "draw_static_map", "render_map", "select_places"]
