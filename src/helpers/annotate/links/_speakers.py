"""One speaker over time: repeats, softens or retracts a position; figures are followed in `_figures`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from helpers.annotate.links._figures import Figure, compare_figures, find_figures
from helpers.model import Claim, Dispute, Link, Reading
from helpers.model.annotations import LinkType

_FIRMNESS = {"certain": 2, "probable": 1, "possible": 0}


@dataclass(frozen=True, slots=True)
class _Held:
    """A position of a speaker in one article."""

    dispute: Dispute
    claim: Claim


def link_speakers(
    readings: Sequence[Reading], *, exclusive: Collection[str], numeric: Collection[str]
) -> Iterator[Link]:
    """Yield the links between what one source said in one article and in the next that has it.

    So are the statements of one article that it says were made on different days. Articles without a date of
    publication are left out: nothing says what came first. Another position is a retraction only on the `exclusive`
    questions; on the `numeric` ones the figures are followed instead.
    """
    positions: dict[tuple[str, str], _Held] = {}
    figures: dict[tuple[str, str, str], Figure] = {}
    for reading in readings:
        if reading.document.published_on is None:
            continue
        for earlier, later in _in_one_article(reading, numeric):
            yield from _compare_positions(earlier, later, exclusive)
        held = _positions(reading, numeric)
        for key, item in held.items():
            if key in positions:
                yield from _compare_positions(positions[key], item, exclusive)
            positions[key] = item
        for told, figure in find_figures(reading).items():
            if told in figures:
                yield from compare_figures(figures[told], figure, told)
            figures[told] = figure


def _positions(reading: Reading, numeric: Collection[str]) -> dict[tuple[str, str], _Held]:
    claims = {claim.claim_id: claim for claim in reading.claims}
    return {(dispute.actor_id, dispute.question_id): _Held(dispute, claims[dispute.claim_id])
            for dispute in reversed(reading.disputes)
            if dispute.actor_id and dispute.claim_id in claims and dispute.question_id not in numeric}


def _in_one_article(reading: Reading, numeric: Collection[str]) -> Iterator[tuple[_Held, _Held]]:
    """Yield what one source said and said next, by the days that the article itself tells: a text tells no order."""
    claims = {claim.claim_id: claim for claim in reading.claims}
    days = {time.time_id: time.earliest for time in reading.times if time.earliest and time.earliest == time.latest}
    told: dict[tuple[str, str], list[tuple[date, _Held]]] = {}
    for dispute in reading.disputes:
        claim = claims.get(dispute.claim_id)
        day = days.get(claim.said_time_id) if claim else None
        if claim and day and dispute.actor_id and dispute.question_id not in numeric:
            told.setdefault((dispute.actor_id, dispute.question_id), []).append((day, _Held(dispute, claim)))
    for held in told.values():
        in_order = sorted(held, key=lambda pair: (pair[0], pair[1].claim.span))
        yield from ((one, other) for (first, one), (then, other) in pairwise(in_order) if first < then)


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
