"""The names on the live map: all are written, and the panel's script shows those that find room."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal

import folium

from helpers.views.html import escape
from helpers.views.palette import INK, MUTED
from helpers.views.place_map._places import PlacedName

Manner = Literal["beside", "large", "country"]
STYLES: dict[Manner, str] = {
    "beside": "font-size:12px;color:#1a1a1a;pointer-events:none;transform:translate(13px,-50%)",
    "large": "font-style:italic;font-size:13px;transform:translate(-50%,-50%)",
    "country": "letter-spacing:.25em;font-size:15px;transform:translate(-50%,-50%)",
}
HALO = "text-shadow:0 0 3px #fff,0 0 2px #fff"
NO_PLACE = -1
FOREMOST = 10_000  # more than any place is named


def weigh_name(named: PlacedName, marked: Collection[str] = ()) -> int:
    """Weigh whose name finds room first: one of the chosen claim, a crossing, then the most named."""
    ahead = 2 * (named.place["place_id"] in marked) + (named.drawn == "crossing")
    return 2 * len(named.mentions) + named.has_event + ahead * FOREMOST


def write_name(
    parent: Any, spot: tuple[float, float], words: str, manner: Manner, *, place: int = NO_PLACE, country: str = "",
    popup: Any = None, is_marked: bool = False,
) -> None:  # fmt: skip
    """Write a name at a latitude and longitude: beside its mark, or over the middle of its area.

    Parameters
    ----------
    parent : folium.Map or a layer of it
    spot : tuple of float
    words : str
        Escaped here.
    manner : {"beside", "large", "country"}
    place : int
        The number by which the panel knows the place.
    country : str
        Its code, where the name is that of a country.
    popup : folium.Popup, optional
        Where the name itself can be opened.
    is_marked : bool
        True where it belongs to the chosen claim: a sign stands before it, and it is bold.
    """
    look = f"white-space:nowrap;width:max-content;color:{MUTED};{HALO};{STYLES[manner]}"
    if is_marked:
        look, words = f"{look};font-weight:700;color:{INK}", f"▶ {words}"
    text = f'<div class="gp-name gp-name-{manner}" style="{look}">{escape(words)}</div>'
    folium.Marker(spot, icon=folium.DivIcon(html=text, icon_size=(0, 0)), popup=popup, place=place, country=country,
                  interactive=popup is not None, keyboard=popup is not None).add_to(parent)  # fmt: skip
