"""The tables in the formats of the field: safe CSV, GeoJSON, TimelineJS, W3C Web Annotation."""

from collections.abc import Callable, Mapping

from helpers.exports._rights import Tables
from helpers.exports.geojson import render_geojson
from helpers.exports.permitted import WITHOUT_WORDS, find_words, select_permitted
from helpers.exports.shareable import REMARK, select_shareable
from helpers.exports.timelinejs import render_timelinejs
from helpers.exports.webannotation import render_webannotation

__all__ = [
    "FORMATS",
    "REMARK",
    "WITHOUT_WORDS",
    "find_words",
    "render_geojson",
    "render_timelinejs",
    "render_webannotation",
    "select_permitted",
    "select_shareable",
]

FORMATS: Mapping[str, tuple[str, Callable[[Tables], str]]] = {
    "geojson": ("places.geojson", render_geojson),
    "timelinejs": ("timeline.json", render_timelinejs),
    "webannotation": ("claims.jsonld", render_webannotation),
}
