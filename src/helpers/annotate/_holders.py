"""Which claim holds a stretch of text: asked by every annotator whose rows stand in claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from helpers.annotate._identity import Identity
from helpers.model import Claim, Span


def pieces(claim: Claim) -> tuple[Span, ...]:
    """Return every piece of a claim's content, the longer one first."""
    return (claim.span, *claim.more_spans)


def innermost(claims: Sequence[Claim], span: Span) -> Claim | None:
    """Return the claim that holds `span` in its shortest piece, None where none does.

    Examples
    --------
    >>> outer = Claim("c1", Span(0, 40), "source", "indirect", "r")
    >>> inner = Claim("c2", Span(10, 40), "source", "indirect", "r", within_claim_id="c1")
    >>> innermost([outer, inner], Span(12, 15)).claim_id
    'c2'
    """
    held = all_innermost(claims, span)
    return held[0] if held else None


def all_innermost(claims: Sequence[Claim], span: Span) -> tuple[Claim, ...]:
    """Return every claim that holds `span` as closely as the innermost: two sources can hold one content."""
    return _holders(Identity(claims)).find(span)


@lru_cache(maxsize=4)
def _holders(key: Identity[Sequence[Claim]]) -> _Holders:
    return _Holders(key.thing)


class _Holders:
    """The pieces of all claims, cut at every boundary: a lookup is one bisection."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        held = [(piece, claim) for claim in claims for piece in pieces(claim)]
        self._cuts = sorted({edge for piece, _ in held for edge in (piece.start, piece.end)})
        self._at: list[list[tuple[Span, Claim]]] = [[] for _ in self._cuts]
        for piece, claim in sorted(held, key=lambda item: len(item[0])):
            first = bisect_right(self._cuts, piece.start) - 1
            for number in range(first, bisect_right(self._cuts, piece.end - 1)):
                self._at[number].append((piece, claim))

    def find(self, span: Span) -> tuple[Claim, ...]:
        number = bisect_right(self._cuts, span.start) - 1
        if number < 0:
            return ()
        found = [(piece, claim) for piece, claim in self._at[number] if span.end <= piece.end]
        return tuple(claim for piece, claim in found if len(piece) == len(found[0][0]))
