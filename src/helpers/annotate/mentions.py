"""Lay the mentions of all annotators side by side: which stand, in which order, and whom and what they name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from helpers.model import Actor, Document, Mention, Place, Span

__all__ = ["in_order", "outside_names", "used_actors", "used_places", "with_head"]


def with_head(document: Document, source: Span) -> Iterator[Span]:
    """Yield a source, and what stands before its comma: ``Kiev, which had been silent, ...``."""
    yield source
    head, comma, _ = source.of(document.text).partition(",")
    if comma and head:
        yield Span(source.start, source.start + len(head))


def outside_names(places: Iterable[Mention], actors: Iterable[Mention]) -> tuple[Mention, ...]:
    """Leave out the places that are part of a name: the town in the name of its university is not meant."""
    names = sorted(mention.span for mention in actors)
    starts = [name.start for name in names]
    reach = [*accumulate((name.end for name in names), max, initial=0)]
    return tuple(place for place in places if reach[bisect_right(starts, place.span.start)] < place.span.end)


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return each mention once, in the order of the text."""
    unique = {(m.span, m.entity_type, m.entity_id): m for m in mentions}
    return tuple(sorted(unique.values(), key=lambda m: (m.span.start, m.span.end, m.entity_type, m.entity_id)))


def used_actors(actors: Iterable[Actor], mentions: Iterable[Mention], sources: set[str]) -> tuple[Actor, ...]:
    """Return the actors that a mention or a source names, once each."""
    used = {mention.entity_id for mention in mentions if mention.entity_type == "actor"} | sources
    return tuple({actor.actor_id: actor for actor in actors if actor.actor_id in used}.values())


def used_places(places: Iterable[Place], mentions: Iterable[Mention]) -> tuple[Place, ...]:
    """Return the places that a mention names, once each."""
    used = {mention.entity_id for mention in mentions if mention.entity_type == "place"}
    return tuple({place.place_id: place for place in places if place.place_id in used}.values())
