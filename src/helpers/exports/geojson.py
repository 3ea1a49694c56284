"""Places as GeoJSON (RFC 7946), each with its radius and the sentences that name it."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from helpers.exports._rights import Tables, list_notices, list_rows, or_empty, read_evidence

AREAS = ("oblast", "district", "country", "water", "other")


def render_geojson(tables: Tables) -> str:
    """Render the places as a FeatureCollection.

    A place without a point, and an area whose extent is not known, has a null geometry: an oblast is never a pin.
    ``radius_m`` says how exact a point is.
    """
    evidence = read_evidence(tables, "mentions", "mention_id")
    mentions = tables["mentions"].query("entity_type == 'place'").groupby("entity_id")["mention_id"].apply(list)
    features = [_build_feature(row, mentions.get(row.place_id, []), evidence) for row in list_rows(tables["places"])]
    collection = {"type": "FeatureCollection", "features": features, "articles": [*list_notices(tables)],
                  "attribution": "places: GeoNames (CC BY 4.0) and hand-kept rows"}
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _build_feature(row: Any, mention_ids: list[str], evidence: dict[str, Any]) -> dict[str, Any]:
    has_point = not pd.isna(row.latitude) and row.place_type not in AREAS
    point = {"type": "Point", "coordinates": [float(row.longitude), float(row.latitude)]} if has_point else None
    shown = [evidence[mention_id] for mention_id in mention_ids]
    return {
        "type": "Feature",
        "id": row.place_id,
        "geometry": point,
        "properties": {
            "name": row.name, "place_type": row.place_type, "country": or_empty(row.country),
            "radius_m": None if pd.isna(row.radius_m) else int(row.radius_m), "origin": row.origin,
            "evidence": [
                {"article_id": e.article_id, "start_char": e.start, "end_char": e.end, "sentence": e.sentence or None}
                for e in shown
            ],
        },
    }  # fmt: skip
