"""The figures of one speaker over time: repeated, raised, lowered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helpers.model import Event, Link, Quantity, Reading
from helpers.model.annotations import SIDE_COUNTS, LinkType

_TOTAL = "unit_head"
_KINDS_OF_FIGURE = ("killed", "wounded", "missing", "casualties", "lost", "captured", "evacuated", "votes")
_NOT_COUNTED = ("statement", "casualties")


@dataclass(frozen=True, slots=True)
class Figure:
    """The highest figure of a source in one article, and from when what it counts can be.

    Attributes
    ----------
    since : date or None
        First day of the event that is told beside it; None where no event with a day stands in its paragraph.
    """

    quantity: Quantity
    published_on: date
    since: date | None = None


def find_figures(reading: Reading) -> dict[tuple[str, str, str], Figure]:
    """Return the figure of each source, unit and question: the parts of a total are no figures of their own.

    The article has a date of publication.
    """
    claims = {claim.claim_id: claim for claim in reading.claims}
    questions = {dispute.claim_id: dispute.question_id for dispute in reading.disputes}
    published_on = reading.document.published_on
    best: dict[tuple[str, str, str], Figure] = {}
    if published_on is None:
        return best
    for quantity in reading.quantities:
        claim = claims.get(quantity.claim_id)
        if claim is None or not claim.source_id or claim.stance == "denies" or _value(quantity) is None:
            continue
        if quantity.unit not in _KINDS_OF_FIGURE or any(side in quantity.rule for side in SIDE_COUNTS):
            continue
        key = (claim.source_id, quantity.unit, questions.get(claim.claim_id, ""))
        if key not in best or _size(quantity) > _size(best[key].quantity):
            best[key] = Figure(quantity, published_on, _since(quantity, reading))
    return best


def compare_figures(earlier: Figure, later: Figure, key: tuple[str, str, str]) -> Iterator[Link]:
    """Yield the link from a figure to the next of the same source, unit and question, if they can count the same.

    What happened after the earlier figure was printed cannot be counted in it.
    """
    if later.since is not None and later.since > earlier.published_on:
        return
    before, after = _size(earlier.quantity), _size(later.quantity)
    if after < before and _TOTAL not in later.quantity.rule:
        # six wounded, then two in one village: a part is no lower figure
        return
    link_type: LinkType = "repeats" if before == after else "raises" if after > before else "lowers"
    one, other = earlier.quantity.quantity_id, later.quantity.quantity_id
    basis = f"{key[0]}, {key[1]}: {_plain(earlier.quantity)}, then {_plain(later.quantity)}"
    yield Link(f"{link_type}:{one}:{other}", link_type, one, other, basis=basis, rule="same_source_unit")


def _since(quantity: Quantity, reading: Reading) -> date | None:
    """Return the first day of the last event before the figure, or else the first behind it, in its paragraph."""
    at = quantity.span.start
    paragraph = next(p for p in reading.document.paragraphs if p.start <= at < p.end)
    told = [e for e in reading.events if _is_counted(e) and paragraph.start <= e.trigger.start < paragraph.end]
    before = [event for event in told if event.trigger.start <= at]
    return before[-1].earliest if before else told[0].earliest if told else None


def _is_counted(event: Event) -> bool:
    return event.earliest is not None and event.event_type not in _NOT_COUNTED


def _value(quantity: Quantity) -> float | None:
    return quantity.low if quantity.low is not None else quantity.high


def _size(quantity: Quantity) -> float:
    return _value(quantity) or 0.0


def _plain(quantity: Quantity) -> str:
    value = f"{_size(quantity):g}"
    return value if quantity.qualifier == "exact" else f"{quantity.qualifier} {value}"
