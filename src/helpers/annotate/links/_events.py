"""One event told in several articles: linked only on place, overlapping time and type together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from helpers.model import Event, Link, Reading

_LONGEST_DAYS = 2
_BROAD = ("country", "oblast")

Told = tuple[str, str, Event]


def link_events(readings: Sequence[Reading]) -> Iterator[Link]:
    """Yield a link from each event to its telling in the latest earlier article that has it.

    An event that is not said to have happened, whose place or time is not known, whose time is wider than two days
    or whose place is a country or an oblast, is linked to nothing.
    """
    told: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    for reading in readings:
        broad = {place.place_id for place in reading.places if place.place_type in _BROAD}
        own: list[tuple[tuple[str, str], Told]] = []
        for event in reading.events:
            if _is_fixed(event) and event.place_id not in broad:
                key = (event.event_type, event.place_id)
                own.append((key, (reading.document.article_id, event.trigger.of(reading.document.text), event)))
        linked: set[tuple[str, str]] = set()
        for key, teller in own:
            earlier = next((one for one in reversed(told[key]) if _overlap(one[2], teller[2])), None)
            if earlier and (key[0], earlier[2].event_id) not in linked:
                linked.add((key[0], earlier[2].event_id))
                yield _link(earlier, teller)
        for key, teller in own:
            told[key].append(teller)


def _is_fixed(event: Event) -> bool:
    if not event.place_id or event.place_role != "happened_at" or event.status == "questioned":
        return False
    if event.polarity != "positive":
        return False
    if event.earliest is None or event.latest is None:
        return False
    return (event.latest - event.earliest).days <= _LONGEST_DAYS


def _overlap(one: Event, other: Event) -> bool:
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    return one.earliest <= other.latest and other.earliest <= one.latest


def _link(earlier: Told, later: Told) -> Link:
    one, other = earlier[2], later[2]
    basis = (f"type {one.event_type}; place {one.place_id}; time {_days(one.earliest, one.latest)} and "
             f"{_days(other.earliest, other.latest)}; told as {earlier[1]!r} and {later[1]!r}")
    return Link(f"same_event:{one.event_id}:{other.event_id}", "same_event", one.event_id, other.event_id,
                basis=basis, rule="same_type_place_time")


def _days(first: date | None, last: date | None) -> str:
    return f"{first}" if first == last else f"{first}/{last}"
