"""The places of one chosen claim: ringed on the map, and told in words where the map cannot show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helpers.views._index import TableIndex
from helpers.views.html import escape, tag
from helpers.views.place_map._places import ON_MAP, PlacedName
from helpers.views.reading._layers import claim_spans


@dataclass(frozen=True, slots=True)
class Marked:
    """The places of a chosen claim.

    Parameters
    ----------
    place_ids : tuple of str
    is_by_sentence : bool
        True where the claim's own words and its events name none, and these stand elsewhere in its sentence.
    """

    place_ids: tuple[str, ...] = ()
    is_by_sentence: bool = False


def find_marked(index: TableIndex, claim_id: str | None) -> Marked:
    """Find the places that a claim names in its own words or by its events, else those that its sentence names.

    Examples
    --------
    >>> find_marked(TableIndex({}), None)
    Marked(place_ids=(), is_by_sentence=False)
    """
    claim = index.find("claims", claim_id)
    if claim is None:
        return Marked()
    spans = list(claim_spans(claim))
    there = [row for row in index.rows("mentions").values() if row["sentence_id"] == claim["sentence_id"]
             and row["entity_type"] == "place" and row["form"] != "metonym"]  # fmt: skip
    named = [row["entity_id"] for row in there if any(start <= row["start_char"] < end for start, end in spans)]
    happened = [event["place_id"] for event in index.rows("events").values() if event["claim_id"] == claim_id]
    own = _distinct(index, [*named, *happened])
    return Marked(own) if own else Marked(_distinct(index, [row["entity_id"] for row in there]), is_by_sentence=True)


def _distinct(index: TableIndex, place_ids: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place_id for place_id in place_ids if place_id in index.rows("places")))


def tell_marked(index: TableIndex, places: Sequence[PlacedName], marked: Marked) -> Iterator[str]:
    """Say which places of the chosen claim are marked on the map, which are not on it, or that it names none."""
    drawn = {named.place["place_id"] for named in places if named.drawn in ON_MAP}
    on = [place_id for place_id in marked.place_ids if place_id in drawn]
    off = [place_id for place_id in marked.place_ids if place_id not in drawn]
    who = index.say("map_marked_sentence" if marked.is_by_sentence else "map_marked_claim")
    told = [(key, ids) for key, ids in (("map_marked_on", on), ("map_marked_off", off)) if ids]
    words = [index.say(key, names=_name(index, ids)) for key, ids in told]
    says = f"{who} {', '.join(words)}." if words else index.say("map_marked_none")
    yield tag("p", escape(f"▶ {says}"), class_="gp-note gp-chosen", role="status")


def _name(index: TableIndex, place_ids: Sequence[str]) -> str:
    return ", ".join(index.name_of("places", place_id) for place_id in place_ids)
