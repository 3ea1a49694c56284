"""The rules of a codebook, ready to be asked: what a claim must hold to take a position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from helpers.model import Claim, Quantity
from helpers.resources.codebook import Codebook, CodebookRow
from helpers.text.words import PhraseIndex

Feature = tuple[str, str]

# a feature's kind, and the column that asks for it: the first that is filled finds the rule
_REQUIRED = (
    ("words", "words"), ("words", "also"), ("terms", "terms"), ("events", "events"), ("units", "units"),
    ("cues", "cues"),
)  # fmt: skip


@dataclass(slots=True)
class Traits:
    """What one claim holds: features such as ``("words", "denial")``, and its counts."""

    features: set[Feature] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    counts: list[Quantity] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of ``rules.csv`` with its lists split."""

    row: CodebookRow
    question_id: str
    is_exclusive: bool
    order: int
    position_id: str
    voice: str
    says: str
    required: tuple[frozenset[Feature], ...]
    without: frozenset[Feature]
    units: frozenset[str]
    around: frozenset[str]
    not_around: frozenset[str]
    actors: frozenset[str]
    not_actors: frozenset[str]
    low: float | None
    high: float | None

    def takes(self, claim: Claim, traits: Traits) -> bool:
        """Tell whether a claim takes the position of this rule."""
        return (
            self._voice_fits(claim)
            and self._says(claim)
            and not any(features.isdisjoint(traits.features) for features in self.required)
            and self.without.isdisjoint(traits.features)
            and (not self.around or not self.around.isdisjoint(traits.around))
            and self.not_around.isdisjoint(traits.around)
            and self._counts(traits)
        )

    def _voice_fits(self, claim: Claim) -> bool:
        if self.voice and self.voice != claim.voice:
            return False
        if self.actors and claim.source_id not in self.actors:
            return False
        return not (self.not_actors and claim.source_id in self.not_actors)

    def _says(self, claim: Claim) -> bool:
        wanted = self.says
        if wanted == "any":
            return True
        if claim.stance == "questions":
            return False
        if wanted == "denied":
            return claim.stance == "denies"
        says_yes = (claim.polarity == "positive") == (claim.stance != "denies")
        return says_yes == (wanted == "yes")

    def _counts(self, traits: Traits) -> bool:
        if not self.units or (self.low is None and self.high is None):
            return True
        return any(count.unit in self.units and self._holds(count) for count in traits.counts)

    def _holds(self, count: Quantity) -> bool:
        value = count.low if count.low is not None else count.high
        if value is None:
            return False
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules of a codebook by a feature that each of them needs."""

    by_feature: dict[Feature, list[Rule]]

    def candidates(self, traits: Traits) -> Iterator[Rule]:
        """Yield the rules that a claim may fit, in the order of the file."""
        asked = self.by_feature.keys() & traits.features
        found = {rule.order: rule for feature in asked for rule in self.by_feature[feature]}
        yield from (found[order] for order in sorted(found))


@lru_cache(maxsize=8)
def rule_book(codebook: Codebook) -> RuleBook:
    """Return the rules of a codebook, indexed at the first call."""
    questions = {row.key: row["question_id"] for row in codebook.rows("positions")}
    exclusive = {row.key for row in codebook.rows("questions") if row["exclusive"] == "yes"}
    by_feature: dict[Feature, list[Rule]] = {}
    for order, row in enumerate(codebook.rows("rules")):
        question = questions.get(row["position_id"], "")
        rule = _build(row, question, order, is_exclusive=question in exclusive)
        for feature in sorted(rule.required[0]) if rule.required else ():
            by_feature.setdefault(feature, []).append(rule)
    return RuleBook(by_feature)


def _build(row: CodebookRow, question_id: str, order: int, *, is_exclusive: bool) -> Rule:
    required = tuple(_features(kind, row.words(column)) for kind, column in _REQUIRED if row.words(column))
    return Rule(
        row, question_id, is_exclusive, order, row["position_id"], row["voice"], row["says"], required,
        without=_features("words", row.words("without")), units=frozenset(row.words("units")),
        around=frozenset(row.words("around")), not_around=frozenset(row.words("not_around")),
        actors=frozenset(row.words("actors")), not_actors=frozenset(row.words("not_actors")),
        low=_number(row["value_from"]), high=_number(row["value_to"]),
    )  # fmt: skip


def _features(kind: str, values: Iterable[str]) -> frozenset[Feature]:
    return frozenset((kind, value) for value in values)


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


@lru_cache(maxsize=16)
def word_lists(codebook: Codebook, language: str) -> PhraseIndex[str]:
    """Return the word lists of a codebook in one language: each phrase with the list that it belongs to."""
    return PhraseIndex.build(_forms(row for row in codebook.rows("words") if row["language"] in (language, "")))


def _forms(rows: Iterable[CodebookRow]) -> Iterator[tuple[str, str]]:
    for row in rows:
        for form in row.words("forms"):
            yield form, row["words_id"]
