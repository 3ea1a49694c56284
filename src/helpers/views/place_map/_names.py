"""The names on the live map: all are written, and the panel's script shows those that find room."""

from __future__ import annotations

from typing import Any, Literal

import folium

from helpers.views.html import escape
from helpers.views.palette import MUTED

Manner = Literal["beside", "large", "country"]
STYLES: dict[Manner, str] = {
    "beside": "font-size:12px;color:#1a1a1a;pointer-events:none;transform:translate(13px,-50%)",
    "large": "font-style:italic;font-size:13px;transform:translate(-50%,-50%)",
    "country": "letter-spacing:.25em;font-size:15px;transform:translate(-50%,-50%)",
}
HALO = "text-shadow:0 0 3px #fff,0 0 2px #fff"
NO_PLACE = -1


def write_name(
    parent: Any, spot: tuple[float, float], words: str, manner: Manner, *, place: int = NO_PLACE, popup: Any = None
) -> None:
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
    popup : folium.Popup, optional
        Where the name itself can be opened.
    """
    look = f"white-space:nowrap;width:max-content;color:{MUTED};{HALO};{STYLES[manner]}"
    text = f'<div class="gp-name gp-name-{manner}" style="{look}">{escape(words)}</div>'
    folium.Marker(spot, icon=folium.DivIcon(html=text, icon_size=(0, 0)), popup=popup, place=place,
                  interactive=popup is not None, keyboard=popup is not None).add_to(parent)  # fmt: skip
