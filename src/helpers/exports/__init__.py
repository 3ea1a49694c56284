"""The tables in the formats of the field: safe CSV, GeoJSON, TimelineJS, W3C Web Annotation."""

from collections.abc import Callable, Mapping
from pathlib import Path

from helpers.exports._rights import Tables
from helpers.exports.geojson import render_geojson
from helpers.exports.permitted import AS_IT_STANDS, WITHOUT_WORDS, find_words, select_permitted
from helpers.exports.shareable import REMARK, select_shareable
from helpers.exports.timelinejs import render_timelinejs
from helpers.exports.webannotation import render_webannotation

__all__ = [
    "AS_IT_STANDS",
    "FORMATS",
    "REMARK",
    "WITHOUT_WORDS",
    "find_words",
    "list_older",
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


def list_older(folder: Path, package: Path) -> list[Path]:
    """List the exports of a folder that were written before the tables: a right may have been withdrawn since.

    Parameters
    ----------
    folder : Path
    package : Path
        The datapackage.json of the tables.
    """
    made = [folder / name for name, _ in FORMATS.values()] + [folder / "csv" / package.name]
    return [path for path in made if path.is_file() and path.stat().st_mtime_ns < package.stat().st_mtime_ns]
