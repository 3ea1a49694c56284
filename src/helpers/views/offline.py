"""Maps that ask for nothing: the scripts of a folium map as data URIs, put in before the first map is drawn.

The files are read from ``node_modules`` of the home folder; ``python -m helpers assets`` brings them there.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from helpers.model import ReportError, ResourceError
from helpers.resources.paths import home

MAP_FILES = ("leaflet/dist/leaflet.js", "leaflet/dist/leaflet.css", "jquery/dist/jquery.slim.min.js")
_IMAGES = {"iconUrl": "marker-icon.png", "iconRetinaUrl": "marker-icon-2x.png", "shadowUrl": "marker-shadow.png"}
_TYPES = {".css": "text/css", ".js": "text/javascript", ".png": "image/png", ".svg": "image/svg+xml"}


def prepare_offline_maps() -> None:
    """Make every folium map that is drawn from now on carry its own scripts.

    Leaflet and jQuery become data URIs, the marker's images too; what a map does not need (bootstrap, icon fonts)
    is left out, so draw with ``Marker``, ``CircleMarker`` or ``DivIcon`` and not with ``folium.Icon``. The corner of
    the map names the drawing library and shows no flag.

    Raises
    ------
    ReportError
        If the scripts are not installed.

    Examples
    --------
    >>> from helpers.model import ReportError
    >>> try:
    ...     prepare_offline_maps()
    ... except ReportError as error:
    ...     assert "helpers assets" in str(error)
    """
    import folium  # here, so that what needs only the assets' hash loads no folium

    folium.Map.default_js = [("leaflet", _leaflet_script()), ("jquery", encode_asset("jquery/dist/jquery.slim.min.js"))]
    folium.Map.default_css = [("leaflet_css", _leaflet_style())]


def has_map_assets() -> bool:
    """Tell whether the scripts of the maps are installed."""
    try:
        return all(asset_path(name).is_file() for name in MAP_FILES)
    except (ReportError, ResourceError):
        return False


def hash_map_assets() -> str:
    """Return one hash of all scripts that maps carry; empty where they are not installed.

    Examples
    --------
    >>> len(hash_map_assets()) in (0, 64)
    True
    """
    if not has_map_assets():
        return ""
    return hashlib.sha256(b"".join(asset_path(name).read_bytes() for name in MAP_FILES)).hexdigest()


def asset_path(name: str) -> Path:
    """Return where a file of a node package lies.

    Parameters
    ----------
    name : str
        Path inside ``node_modules``, such as ``leaflet/dist/leaflet.js``.

    Raises
    ------
    ReportError
        If it is not installed; the message names the command that installs it.
    """
    path = home() / "node_modules" / name
    if not path.is_file():
        raise ReportError(f"{name} is not in {home() / 'node_modules'}; install the scripts of the maps with: "
                          "python -m helpers assets (or npm ci)")
    return path


def encode_asset(name: str) -> str:
    """Read a file of a node package as a data URI."""
    path = asset_path(name)
    return encode_bytes(path.read_bytes(), _TYPES[path.suffix])


def encode_bytes(data: bytes, mime_type: str) -> str:
    """Write bytes as a data URI.

    Examples
    --------
    >>> encode_bytes(b"a", "text/css")
    'data:text/css;base64,YQ=='
    """
    return f"data:{mime_type};base64,{base64.b64encode(data).decode('ascii')}"


@cache
def _leaflet_script() -> str:
    script = asset_path("leaflet/dist/leaflet.js").read_text(encoding="utf-8")
    script = re.sub(r"^//# sourceMappingURL=.*$", "", script, flags=re.MULTILINE)
    images = ",".join(f"{key}:'{encode_asset(f'leaflet/dist/images/{file}')}'" for key, file in _IMAGES.items())
    ours = (f";L.Icon.Default.imagePath='';L.Icon.Default.mergeOptions({{{images}}});"
            "L.Control.Attribution.prototype.options.prefix='Leaflet';")  # fmt: skip
    return encode_bytes((script + ours).encode("utf-8"), "text/javascript")


@cache
def _leaflet_style() -> str:
    style = asset_path("leaflet/dist/leaflet.css").read_text(encoding="utf-8")
    inlined = re.sub(r"(?<=url\()images/[\w.-]+(?=\))", lambda found: encode_asset(f"leaflet/dist/{found[0]}"), style)
    return encode_bytes(inlined.encode("utf-8"), "text/css")
