"""Places and events as GeoJSON (RFC 7946): how exact each is, what is stated there, and the sentences that say so."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pandas as pd

from helpers.exports._outlines import Outlines, read_outlines
from helpers.exports._rights import Evidence, Tables, list_notices, list_rows, or_empty, read_evidence
from helpers.exports.permitted import select_permitted

AREAS = ("oblast", "district", "country", "water", "other")
_GEONAMES = "places: GeoNames (CC BY 4.0) and hand-kept rows"
_HOW_TO_READ = (
    "feature_type place: a place that is named; event: what somebody says to have happened, to happen or not to have "
    "happened, with the status of that statement. precision point: within radius_m of the point; area: the outline, or "
    "none where none is known; only_as_government: the text means a government by it, so that no geometry is "
    "drawn; unlocated: no point is known, geometry is null and nothing stands in for it. An event "
    "has a geometry only where the text says that it happened at that place."
)


def render_geojson(tables: Tables) -> str:
    """Render the places, and the events at them, as a FeatureCollection.

    A place without a point, an area whose outline is not known, and an event without a place have a null geometry:
    they are listed, and an oblast is never a pin. ``radius_m`` says how exact a point is.
    """
    kept = select_permitted(tables)
    outlines = read_outlines()
    places = {row.place_id: row for row in list_rows(kept["places"])}
    named = _Named(kept)
    features = [_build_place(row, named, outlines) for row in places.values()]
    features += [_build_event(row, places.get(row.place_id), named, outlines) for row in list_rows(kept["events"])]
    used = any(feature["geometry"] and feature["geometry"]["type"] != "Point" for feature in features)
    collection = {
        "type": "FeatureCollection", "features": features, "how_to_read": _HOW_TO_READ,
        "articles": [*list_notices(kept)],
        "attribution": "; ".join([_GEONAMES, *([f"outlines: {outlines.notice}"] if used else [])]),
    }  # fmt: skip
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


class _Named:
    """What the tables say of the places and events, by id."""

    def __init__(self, tables: Tables) -> None:
        self.mentions = read_evidence(tables, "mentions", "mention_id")
        self.events = read_evidence(tables, "events", "event_id", "trigger_")
        self.claims = {row.claim_id: row for row in list_rows(tables["claims"])}
        self.actors = dict(zip(tables["actors"]["actor_id"], tables["actors"]["name"], strict=True))
        self.times = {row.time_id: row for row in list_rows(tables["times"])}
        self.of_place: defaultdict[str, list[str]] = defaultdict(list)
        self._located: set[str] = set()
        self.governments: set[str] = set()
        for row in list_rows(tables["mentions"]):
            if row.entity_type == "place":
                self.of_place[row.entity_id].append(row.mention_id)
                (self.governments if row.form == "metonym" else self._located).add(row.entity_id)
        self.governments -= self._located
        self._by_article: defaultdict[str, list[Any]] = defaultdict(list)
        for claim in self.claims.values():
            self._by_article[claim.article_id].append(claim)

    def status_at(self, evidence: Evidence) -> str | None:
        """Return the status of the narrowest claim that holds a mention, None where none does."""
        holding = [claim for claim in self._by_article[evidence.article_id]
                   if claim.start_char <= evidence.start and evidence.end <= claim.end_char]
        narrowest = min(holding, key=lambda claim: claim.end_char - claim.start_char, default=None)
        return None if narrowest is None else str(narrowest.status)


def _build_place(row: Any, named: _Named, outlines: Outlines) -> dict[str, Any]:
    shown = [named.mentions[mention_id] for mention_id in named.of_place.get(row.place_id, [])]
    governs = row.place_id in named.governments
    return {
        "type": "Feature", "id": row.place_id, "geometry": None if governs else _draw(row, outlines),
        "properties": {
            "feature_type": "place", "name": row.name, **_tell_place(row),
            **({"precision": "unlocated"} if governs else {}), "country": _or_none(row.country),
            "origin": row.origin, "only_as_government": governs,
            "evidence": [{**_tell_evidence(e), "status": named.status_at(e)} for e in shown],
        },
    }  # fmt: skip


def _build_event(row: Any, place: Any, named: _Named, outlines: Outlines) -> dict[str, Any]:
    happened = place is not None and row.place_role == "happened_at"
    claim = named.claims[row.claim_id]
    where = _tell_place(place) if happened else {"place_type": None, "radius_m": None, "precision": "unlocated"}
    return {
        "type": "Feature", "id": row.event_id, "geometry": _draw(place, outlines) if happened else None,
        "properties": {
            "feature_type": "event", "name": row.event_type, "status": row.status, "polarity": row.polarity,
            "voice": claim.voice, "source": _or_none(named.actors.get(claim.source_id)),
            "place_id": _or_none(row.place_id), "place_role": _or_none(row.place_role), **where,
            "edtf": _or_none(row.edtf), **_tell_time(named.times.get(row.time_id)),
            "evidence": [_tell_evidence(named.events[row.event_id])],
        },
    }  # fmt: skip


def _draw(place: Any, outlines: Outlines) -> Mapping[str, Any] | None:
    if place.place_type in AREAS:
        return outlines.shapes.get(place.place_id)
    if pd.isna(place.latitude):
        return None
    return {"type": "Point", "coordinates": [float(place.longitude), float(place.latitude)]}


def _tell_place(place: Any) -> dict[str, Any]:
    is_area, has_point = place.place_type in AREAS, not pd.isna(place.latitude)
    precision = "area" if is_area else "point" if has_point else "unlocated"
    return {"place_type": place.place_type, "precision": precision,
            "radius_m": None if pd.isna(place.radius_m) else int(place.radius_m)}  # fmt: skip


def _tell_time(time: Any) -> dict[str, Any]:
    """Return how exact the expression is that dates an event, and whether the text says about."""
    return {"time_precision": None if time is None else _or_none(time.precision),
            "time_qualifier": None if time is None else _or_none(time.qualifier)}  # fmt: skip


def _tell_evidence(evidence: Evidence) -> dict[str, Any]:
    return {"article_id": evidence.article_id, "start_char": evidence.start, "end_char": evidence.end,
            "sentence": evidence.sentence or None}  # fmt: skip


def _or_none(value: object) -> str | None:
    return or_empty(value) or None

