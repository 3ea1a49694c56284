"""The outlines of the oblasts that come along: an area leaves as an area."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

from helpers.resources.paths import data_path


@dataclass(frozen=True, slots=True)
class Outlines:
    """Shapes by place id, and the notice that goes with them."""

    shapes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    notice: str = ""


@cache
def read_outlines() -> Outlines:
    """Read the outlines of ``data/oblasts.geojson``; where there is no such file, no area has an outline."""
    path = data_path("oblasts.geojson")
    if not path.is_file():
        return Outlines()
    found = json.loads(path.read_text(encoding="utf-8"))
    shapes = {feature["properties"]["place_id"]: _wind(feature["geometry"]) for feature in found["features"]}
    return Outlines(shapes, f"{found['properties']['notice']}, {found['properties']['licence']}")


def _wind(polygon: Mapping[str, Any]) -> dict[str, Any]:
    """Let the outer ring of a polygon run against the clock and its holes with it, as RFC 7946 has it."""
    rings = [ring if _runs_with_the_clock(ring) == (number > 0) else ring[::-1]
             for number, ring in enumerate(polygon["coordinates"])]  # fmt: skip
    return {"type": polygon["type"], "coordinates": rings}


def _runs_with_the_clock(ring: Sequence[Sequence[float]]) -> bool:
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring)) > 0
