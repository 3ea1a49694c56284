"""One speech over several paragraphs: each opens its marks anew, and the speaker may be named at the end only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from helpers.model import Claim, Document, Quotation


def speakers_below(document: Document, done: Mapping[int, Claim]) -> dict[int, Claim]:
    """Return, by their keys, the claims whose quotation goes on in the next paragraph, with the speaker named there.

    Parameters
    ----------
    document : Document
    done : mapping of int to Claim
        Resolved as far as what stands before them tells.
    """
    by_start = {claim.span.start: (key, claim) for key, claim in done.items() if claim.voice == "source"}
    found: dict[int, Claim] = {}
    named: set[int] = set()
    for before, after in reversed([*_chains(document)]):
        key, claim = by_start.get(before.content.start, (-1, None))
        below_key, below = by_start.get(after.content.start, (-1, None))
        if claim is None or below is None or claim.cue is not None or claim.source is not None:
            continue
        below = found.get(below_key, below)
        if below.source_id and (below.source is not None or below_key in named):
            named.add(key)
            rule = claim.rule.partition(" + ")[0]
            found[key] = replace(claim, source_id=below.source_id, rule=f"{rule} + speaker_below")
    return found


def _chains(document: Document) -> Iterator[tuple[Quotation, Quotation]]:
    """Yield each outer quotation that is left open with the one that opens it again."""
    outer = (quotation for quotation in document.quotations if quotation.depth == 0)
    yield from ((before, after) for before, after in pairwise(outer) if not before.is_closed and after.continues)
