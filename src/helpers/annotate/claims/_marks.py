"""The newsroom's marks of doubt, negation and hedges: patterns of words with their scope, compiled once a lexicon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from helpers.model import Document, Sentence, Span
from helpers.model.annotations import Certainty, Polarity, Verification
from helpers.resources.lexicons import Lexicon
from helpers.text.tokens import find_tokens

MAX_GAP = 7
MAX_NEGATION_REACH = 60


@dataclass(frozen=True, slots=True)
class Pattern:
    """Slots of words in their order, with at most `gap` other words between two of them."""

    slots: tuple[frozenset[str], ...]
    gap: int
    value: str
    rule: str

    def matches(self, keys: Sequence[str]) -> bool:
        """Tell whether the slots stand in `keys` in this order."""
        if any(slot.isdisjoint(keys) for slot in self.slots):
            return False
        return any(self._from(keys, at + 1, 1) for at, key in enumerate(keys) if key in self.slots[0])

    def _from(self, keys: Sequence[str], at: int, slot: int) -> bool:
        if slot == len(self.slots):
            return True
        window = range(at, min(len(keys), at + self.gap + 1))
        return any(keys[i] in self.slots[slot] and self._from(keys, i + 1, slot + 1) for i in window)


@dataclass(frozen=True, slots=True)
class Marks:
    """The compiled marks of one language."""

    patterns: dict[str, tuple[Pattern, ...]]
    hearsay: dict[str, frozenset[str]]
    participles: tuple[re.Pattern[str], ...]
    negations: frozenset[str]
    pseudo_negations: tuple[Pattern, ...]
    terminators: frozenset[str]
    hedges: tuple[tuple[Pattern, Certainty], ...]
    breaks: frozenset[str]

    def polarity_of(self, document: Document, span: Span) -> Polarity:
        """Tell whether the first clause of a content says no: a terminator ends the reach of the search."""
        keys = _keys(document, span, outside_quotes=False)
        for at, key in enumerate(keys[:MAX_NEGATION_REACH]):
            if key in self.terminators and at:
                break
            if key in self.negations and not any(
                pattern.matches(keys[at : at + len(pattern.slots)]) for pattern in self.pseudo_negations
            ):
                return "negative"
        return "positive"

    def certainty_of(self, document: Document, spans: Sequence[Span]) -> Certainty:
        """Return how sure a content says to be: the first hedge in its first clause decides."""
        for span in spans:
            keys = _until(_keys(document, span, outside_quotes=True, names=True), self.terminators)
            for pattern, certainty in self.hedges:
                if pattern.matches(keys):
                    return certainty
        return "certain"


def _until(keys: list[str], terminators: frozenset[str]) -> list[str]:
    for at, key in enumerate(keys):
        if at and key in terminators:
            return keys[:at]
    return keys


def _keys(document: Document, span: Span, *, outside_quotes: bool, names: bool = False) -> list[str]:
    """Return the words of a span in lower case; with `names` a capital inside it stays (``May`` is no ``may``)."""
    tokens = find_tokens(document.text, span)
    if names:
        tokens = tokens[:1] + tuple(t._replace(key=t.text) if t.text[0].isupper() else t for t in tokens[1:])
    if not outside_quotes:
        return [token.key for token in tokens]
    quoted = [(q.content.start, q.content.end) for q in document.quotations
              if q.content.start < span.end and span.start < q.content.end and not q.content.contains(span)]
    if not quoted:
        return [token.key for token in tokens]
    return [t.key for t in tokens if not any(start <= t.start < end for start, end in quoted)]


def read_marks(lexicon: Lexicon) -> Marks:
    """Compile the marks of a language, once."""
    known = _CACHE.get(id(lexicon))
    if known is None or known[0] is not lexicon:
        known = _CACHE[id(lexicon)] = (lexicon, _build(lexicon))
    return known[1]


_CACHE: dict[int, tuple[Lexicon, Marks]] = {}


def _build(lexicon: Lexicon) -> Marks:
    verification: dict[str, list[Pattern]] = {}
    for row in lexicon.rows("verification"):
        pattern = _pattern(row["pattern"], row["gap"], row["value"], row.row_id)
        verification.setdefault(row["value"], []).append(pattern)
    hearsay = {row.key: frozenset(row.words("words")) for row in lexicon.rows("hearsay")}
    negation: dict[str, set[str]] = {}
    for row in lexicon.rows("negation"):
        negation.setdefault(row["scope"], set()).add(row.key)
    hedges = tuple(
        (_pattern(row.key, row["gap"], row["certainty"], row.row_id), _certainty(row["certainty"]))
        for row in lexicon.rows("hedges")
    )
    return Marks(
        patterns={value: tuple(rows) for value, rows in verification.items()},
        hearsay=hearsay,
        participles=tuple(re.compile(row.key) for row in lexicon.rows("participles")),
        negations=frozenset(negation.get("after", set()) | negation.get("both", set())),
        pseudo_negations=tuple(_pattern(key, "0", "", "") for key in sorted(negation.get("pseudo", ()))),
        terminators=frozenset(negation.get("terminator", ())),
        hedges=hedges,
        breaks=frozenset(row.key for row in lexicon.rows("negation") if row["scope"] == "terminator"),
    )


def _certainty(word: str) -> Certainty:
    return "probable" if word == "probable" else "possible"


def _pattern(words: str, gap: str, value: str, rule: str) -> Pattern:
    slots = tuple(frozenset(slot.split("|")) for slot in words.split())
    return Pattern(slots, int(gap) if gap else MAX_GAP, value, rule)


def find_verification(document: Document, sentence: Sentence, marks: Marks) -> tuple[Verification, str]:
    """Return what the newsroom says of checking a sentence, and the rule that says so."""
    keys = _keys(document, sentence.span, outside_quotes=True)
    if any(pattern.matches(keys) for pattern in marks.patterns.get("pseudo", ())):
        return "none", ""
    values: tuple[Verification, ...] = ("unverified", "verified")
    for value in values:
        for pattern in marks.patterns.get(value, ()):
            if pattern.matches(keys):
                return value, f"verification_mark {pattern.rule}"
    return "none", ""


def is_hearsay(document: Document, sentence: Sentence, marks: Marks) -> bool:
    """Tell whether an auxiliary of hearsay (zou hebben gestolen) marks a sentence, and no condition or plan does."""
    auxiliaries = marks.hearsay.get("auxiliary", frozenset())
    keys = _keys(document, sentence.span, outside_quotes=True)
    at = next((i for i, key in enumerate(keys) if key in auxiliaries), None)
    if at is None or any(key in marks.hearsay.get("conditional", ()) for key in keys):
        return False
    rest = keys[at + 1 :]
    pairs = {f"{one}_{other}" for one, other in pairwise(rest)}
    if not marks.hearsay.get("stative", frozenset()).isdisjoint({*rest, *pairs}):
        return True
    perfect = marks.hearsay.get("perfect", frozenset())
    return any(key in perfect and _near_participle(rest, i, marks) for i, key in enumerate(rest))


def _near_participle(keys: Sequence[str], at: int, marks: Marks) -> bool:
    near = (*keys[max(0, at - 1) : at], *keys[at + 1 : at + 5])
    return any(pattern.fullmatch(key) for key in near for pattern in marks.participles)
