"""Patterns of words: slots in their order, with a few other words between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

MAX_GAP = 7


@dataclass(frozen=True, slots=True)
class Pattern:
    """Slots of words in their order, with at most `gap` other words between two of them."""

    slots: tuple[frozenset[str], ...]
    gap: int
    value: str
    rule: str

    def matches(self, keys: Sequence[str]) -> bool:
        """Tell whether the slots stand in `keys` in this order."""
        return next(self.find(keys), None) is not None

    def find(self, keys: Sequence[str]) -> Iterator[tuple[int, ...]]:
        """Yield the places of the slots, once for every word that the first slot fits."""
        if any(slot.isdisjoint(keys) for slot in self.slots):
            return
        for at, key in enumerate(keys):
            if key in self.slots[0]:
                rest = self._from(keys, at + 1, 1)
                if rest is not None:
                    yield (at, *rest)

    def _from(self, keys: Sequence[str], at: int, slot: int) -> tuple[int, ...] | None:
        if slot == len(self.slots):
            return ()
        for i in range(at, min(len(keys), at + self.gap + 1)):
            rest = self._from(keys, i + 1, slot + 1) if keys[i] in self.slots[slot] else None
            if rest is not None:
                return (i, *rest)
        return None


@dataclass(frozen=True, slots=True)
class PatternIndex:
    """Patterns in their order, by the words of their rarest slot: most of them need no look at a sentence."""

    patterns: tuple[Pattern, ...] = ()
    by_word: dict[str, tuple[int, ...]] = field(default_factory=dict)
    words: frozenset[str] = frozenset()

    @classmethod
    def build(cls, patterns: Sequence[Pattern]) -> PatternIndex:
        """Build an index."""
        by_word: dict[str, tuple[int, ...]] = {}
        for number, pattern in enumerate(patterns):
            for word in max(pattern.slots, key=_shortest):  # long words are rare
                by_word[word] = (*by_word.get(word, ()), number)
        return cls(tuple(patterns), by_word, frozenset(by_word))

    def first(self, keys: Sequence[str]) -> Pattern | None:
        """Return the first pattern whose slots stand in `keys`."""
        return next((pattern for pattern, _ in self.all(keys)), None)

    def all(self, keys: Sequence[str]) -> Iterator[tuple[Pattern, tuple[int, ...]]]:
        """Yield every pattern whose slots stand in `keys`, with their places, in the order of the patterns."""
        if self.words.isdisjoint(keys):
            return
        words = self.words.intersection(keys)
        for number in sorted({number for word in words for number in self.by_word[word]}):
            for places in self.patterns[number].find(keys):
                yield self.patterns[number], places


def _shortest(slot: frozenset[str]) -> int:
    return min(map(len, slot))


def read_pattern(words: str, gap: str, value: str, rule: str) -> Pattern:
    """Compile a pattern: slots apart by spaces, the words of a slot by ``|``."""
    slots = tuple(frozenset(slot.split("|")) for slot in words.split())
    return Pattern(slots, int(gap) if gap else MAX_GAP, value, rule)
