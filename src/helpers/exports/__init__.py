"""The tables in the formats of the field: GeoJSON, TimelineJS, W3C Web Annotation."""

from collections.abc import Callable, Mapping

from helpers.exports._rights import Tables
from helpers.exports.geojson import render_geojson
from helpers.exports.timelinejs import render_timelinejs
from helpers.exports.webannotation import render_webannotation

__all__ = ["FORMATS", "render_geojson", "render_timelinejs", "render_webannotation"]

FORMATS: Mapping[str, tuple[str, Callable[[Tables], str]]] = {
    "geojson": ("places.geojson", render_geojson),
    "timelinejs": ("timeline.json", render_timelinejs),
    "webannotation": ("claims.jsonld", render_webannotation),
}
