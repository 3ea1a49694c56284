"""One speaker over time: repeats, softens, retracts a position, raises or lowers a figure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from helpers.model import Claim, Dispute, Link, Quantity, Reading
from helpers.model.annotations import LinkType

_FIRMNESS = {"certain": 2, "probable": 1, "possible": 0}
_PART = "part_of_total"
_TOTAL = "unit_head"
_KINDS_OF_FIGURE = ("killed", "wounded", "missing", "casualties", "lost", "captured", "evacuated", "votes")


@dataclass(frozen=True, slots=True)
class _Held:
    """A position of a speaker in one article."""

    dispute: Dispute
    claim: Claim


def link_speakers(
    readings: Sequence[Reading], *, exclusive: Collection[str], numeric: Collection[str]
) -> Iterator[Link]:
    """Yield the links between what one source said in one article and in the next that has it.

    Articles without a date of publication are left out: nothing says what came first. Another position is a
    retraction only on the `exclusive` questions; on the `numeric` ones the figures are followed instead.
    """
    positions: dict[tuple[str, str], _Held] = {}
    figures: dict[tuple[str, str, str], Quantity] = {}
    for reading in readings:
        if reading.document.published_on is None:
            continue
        held = _positions(reading, numeric)
        for key, item in held.items():
            if key in positions:
                yield from _compare_positions(positions[key], item, exclusive)
            positions[key] = item
        stated = _figures(reading)
        for figure, quantity in stated.items():
            if figure in figures:
                yield from _compare_figures(figures[figure], quantity, figure)
            figures[figure] = quantity


def _positions(reading: Reading, numeric: Collection[str]) -> dict[tuple[str, str], _Held]:
    claims = {claim.claim_id: claim for claim in reading.claims}
    return {(dispute.actor_id, dispute.question_id): _Held(dispute, claims[dispute.claim_id])
            for dispute in reversed(reading.disputes)
            if dispute.actor_id and dispute.claim_id in claims and dispute.question_id not in numeric}


def _compare_positions(earlier: _Held, later: _Held, exclusive: Collection[str]) -> Iterator[Link]:
    before, after = earlier.dispute, later.dispute
    if before.position_id != after.position_id and after.question_id not in exclusive:
        return
    link_type: LinkType = "repeats"
    about = f"{after.actor_id} on {after.question_id}"
    basis = f"{about}: {after.position_id} again"
    if before.position_id != after.position_id:
        link_type, basis = "retracts", f"{about}: {before.position_id}, then {after.position_id}"
    elif _FIRMNESS[later.claim.certainty] < _FIRMNESS[earlier.claim.certainty]:
        link_type, basis = "softens", f"{basis}, but {later.claim.certainty} after {earlier.claim.certainty}"
    yield Link(f"{link_type}:{before.dispute_id}:{after.dispute_id}", link_type, before.claim_id, after.claim_id,
                basis=basis, rule="same_source_question")


def _figures(reading: Reading) -> dict[tuple[str, str, str], Quantity]:
    """Return the highest figure of each source, unit and question: the parts of a total are no figures of their own."""
    claims = {claim.claim_id: claim for claim in reading.claims}
    questions = {dispute.claim_id: dispute.question_id for dispute in reading.disputes}
    best: dict[tuple[str, str, str], Quantity] = {}
    for quantity in reading.quantities:
        claim = claims.get(quantity.claim_id)
        if claim is None or not claim.source_id or claim.stance == "denies" or _value(quantity) is None:
            continue
        if _PART in quantity.rule:
            continue
        key = (claim.source_id, quantity.unit, questions.get(claim.claim_id, ""))
        if quantity.unit in _KINDS_OF_FIGURE and (key not in best or _size(quantity) > _size(best[key])):
            best[key] = quantity
    return best


def _compare_figures(earlier: Quantity, later: Quantity, key: tuple[str, str, str]) -> Iterator[Link]:
    before, after = _size(earlier), _size(later)
    if after < before and _TOTAL not in later.rule:
        # six wounded, then two in one village: a part is no lower figure
        return
    link_type: LinkType = "repeats" if before == after else "raises" if after > before else "lowers"
    basis = f"{key[0]}, {key[1]}: {_plain(earlier)}, then {_plain(later)}"
    yield Link(f"{link_type}:{earlier.quantity_id}:{later.quantity_id}", link_type,
               earlier.quantity_id, later.quantity_id, basis=basis, rule="same_source_unit")


def _value(quantity: Quantity) -> float | None:
    return quantity.low if quantity.low is not None else quantity.high


def _size(quantity: Quantity) -> float:
    return _value(quantity) or 0.0


def _plain(quantity: Quantity) -> str:
    value = f"{_size(quantity):g}"
    return value if quantity.qualifier == "exact" else f"{quantity.qualifier} {value}"
