"""A stretch of text, named by its offsets, and what finds the things that cover one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of an article, in Unicode code points.

    Parameters
    ----------
    start, end : int
        Offsets into the article's text; ``0 <= start < end``.

    Examples
    --------
    >>> Span(3, 8).of("De grenspost")
    'grens'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, found [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of `text` under this span."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class SpanIndex(Generic[Thing]):
    """Things by the stretch that each covers: which ones share a character with another stretch costs no walk over all.

    Examples
    --------
    >>> index = SpanIndex([(Span(0, 9), "outer"), (Span(3, 5), "inner"), (Span(12, 20), "other")])
    >>> index.overlapping(Span(4, 13)), index.overlapping(Span(9, 12))
    (['outer', 'inner', 'other'], [])
    """

    def __init__(self, covered: Iterable[tuple[Span, Thing]]) -> None:
        self._held = sorted(covered, key=lambda pair: (pair[0].start, -pair[0].end))
        self._starts = [span.start for span, _ in self._held]
        self._reach = [*accumulate((span.end for span, _ in self._held), max)]

    def covers(self, offset: int) -> bool:
        """Tell whether one of the stretches holds a character."""
        at = bisect_right(self._starts, offset)
        return at > 0 and self._reach[at - 1] > offset

    def overlapping(self, span: Span) -> list[Thing]:
        """Return the things that share a character with `span`, in the order of their beginnings."""
        near = self._held[bisect_right(self._reach, span.start) : bisect_left(self._starts, span.end)]
        return [thing for held, thing in near if held.end > span.start]
