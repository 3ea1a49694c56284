"""Which claim a denial or a confirmation answers: the nearest earlier one with the same content, question or event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import merge
from itertools import groupby

from helpers.annotate._holders import pieces
from helpers.model import Claim, Dispute, Document, Event, SpanIndex
from helpers.model.annotations import DENIAL_IN_CONTENT
from helpers.resources.codebook import Codebook
from helpers.resources.lexicons import Lexicon
from helpers.text.words import find_words

_STEM = 6
_SHORTEST = 5
_SHARED = 2
Fits = Callable[[Claim, Claim], bool]


def link_responses(
    document: Document,
    claims: Sequence[Claim],
    lexicon: Lexicon | None = None,
    *,
    events: Sequence[Event] = (),
    disputes: Sequence[Dispute] = (),
    codebook: Codebook | None = None,
) -> tuple[Claim, ...]:
    """Return the claims, each denial and confirmation naming the claim that it answers.

    Parameters
    ----------
    document : Document
    claims : sequence of Claim
        In the order of the text.
    lexicon : Lexicon, optional
        Of the document's language: its function words are no likeness.
    events : sequence of Event
    disputes : sequence of Dispute
    codebook : Codebook, optional
        Its positions may oppose one of another question: who denies a part in it answers who says he did it.

    Returns
    -------
    tuple of Claim
        As many as came in, in the same order; one whose answer nothing shows stays as it was.
    """
    if not any(map(_responds, claims)):
        return tuple(claims)
    shared = _Likeness(document, events, disputes, function_words=_function_words(lexicon), opposed=_opposed(codebook))
    earlier = _Earlier(claims, shared)
    answered: list[Claim] = []
    for claim in claims:
        target = earlier.nearest(claim) if _responds(claim) else ""
        answered.append(replace(claim, responds_to_claim_id=target) if target else claim)
    return tuple(answered)


def _responds(claim: Claim) -> bool:
    return claim.stance in ("denies", "confirms") and claim.voice == "source" and not claim.responds_to_claim_id


def _function_words(lexicon: Lexicon | None) -> Collection[str]:
    files = ("event_frames", "quantity_frames")
    return frozenset(row.key for name in files for row in lexicon.rows(name)) if lexicon else frozenset()


def _opposed(codebook: Codebook | None) -> dict[str, tuple[str, ...]]:
    return {row.key: row.words("opposes") for row in codebook.rows("positions")} if codebook else {}


class _Earlier:
    """The claims by what they can be found by, so that a denial is not compared with every claim before it."""

    def __init__(self, claims: Sequence[Claim], shared: _Likeness) -> None:
        self._claims = claims
        self._shared = shared
        self._starts = [claim.span.start for claim in claims]
        self._indexes: dict[str, dict[str, list[int]]] = {}
        self._contents = SpanIndex((piece, number) for number, claim in enumerate(claims)
                                   if claim.voice == "source" for piece in pieces(claim))  # fmt: skip

    def nearest(self, claim: Claim) -> str:
        """Return the id of the claim that `claim` answers, empty where none fits."""
        same = {number for piece in pieces(claim) for number in self._contents.overlapping(piece)}
        for number in sorted(same, reverse=True):
            if self._shared.may_be_answered(claim, self._claims[number]):
                return self._claims[number].claim_id
        last = bisect_right(self._starts, claim.span.start)
        for kind, wanted, fits in self._shared.wanted(claim):
            for number in self._before(last, kind, wanted):
                other = self._claims[number]
                if fits(claim, other) and self._shared.may_be_answered(claim, other):
                    return other.claim_id
        return self._just_before(claim) if DENIAL_IN_CONTENT in claim.rule else ""

    def _just_before(self, claim: Claim) -> str:
        """Return the id of the last claim in the sentence before ``That is untrue``, where a source states it."""
        last = bisect_left(self._starts, claim.span.start)
        other = next((self._claims[at] for at in range(last - 1, -1, -1)
                      if not self._claims[at].span.overlaps(claim.span)), None)  # fmt: skip
        fits = other is not None and self._shared.stands_just_before(other, claim)
        return other.claim_id if other is not None and fits else ""

    def _before(self, last: int, kind: str, wanted: Collection[str]) -> Iterator[int]:
        """Yield the numbers of the claims with a feature that is wanted, the nearest before claim `last` first."""
        index = self._index(kind) if wanted else {}
        found = [_backwards(index[feature], last) for feature in wanted if feature in index]
        return (number for number, _ in groupby(merge(*found, reverse=True)))

    def _index(self, kind: str) -> dict[str, list[int]]:
        if kind not in self._indexes:
            index: defaultdict[str, list[int]] = defaultdict(list)
            for number, claim in enumerate(self._claims):
                for feature in self._shared.features(claim, kind):
                    index[feature].append(number)
            self._indexes[kind] = index
        return self._indexes[kind]


def _backwards(numbers: Sequence[int], last: int) -> Iterator[int]:
    return (numbers[at] for at in range(bisect_left(numbers, last) - 1, -1, -1))


class _Likeness:
    """What each claim is about, to compare a denial with what stands before it."""

    def __init__(
        self, document: Document, events: Sequence[Event], disputes: Sequence[Dispute], *,
        function_words: Collection[str], opposed: Mapping[str, Collection[str]],
    ) -> None:  # fmt: skip
        self._document = document
        self._function_words = function_words
        self._opposed = opposed
        self._words = find_words(document.text)
        self._beginnings: dict[str, frozenset[str]] = {}
        self._events: defaultdict[str, set[str]] = defaultdict(set)
        self._places: defaultdict[str, set[str]] = defaultdict(set)
        self._questions: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for event in events:
            self._events[event.claim_id].add(event.event_type)
            if event.place_id:
                self._places[event.claim_id].add(event.place_id)
        for dispute in disputes:
            self._questions[dispute.claim_id][dispute.question_id] = dispute.position_id

    def features(self, claim: Claim, kind: str) -> Collection[str]:
        """Return what a claim can be found by: its questions, positions, events or stems."""
        if kind == "stem":
            return self._stems(claim)
        if kind == "event":
            return self._events[claim.claim_id]
        answers = self._questions[claim.claim_id]
        return set(answers.values()) if kind == "position" else answers

    def wanted(self, claim: Claim) -> Iterator[tuple[str, Collection[str], Fits]]:
        """Yield the likenesses, the strongest first: what a claim must be found by, and what must hold of it."""
        mine = self._questions[claim.claim_id].values()
        yield "question", self.features(claim, "question"), self._same_question
        yield "position", {other for own in mine for other in self._opposed.get(own, ())}, self._opposes
        yield "event", self.features(claim, "event"), self._same_event
        yield "stem", self.features(claim, "stem"), self._same_words

    def may_be_answered(self, claim: Claim, other: Claim) -> bool:
        """Tell whether a claim stands where another may answer it: before it, and of somebody else."""
        if self._document.sentence_at(other.span.start).part in ("title", "heading"):
            return False
        if other.claim_id in (claim.claim_id, claim.within_claim_id) or other.within_claim_id == claim.claim_id:
            return False
        same_source = bool(claim.source_id) and other.source_id == claim.source_id
        return not same_source and other.span.start <= claim.span.start

    def stands_just_before(self, other: Claim, claim: Claim) -> bool:
        """Tell whether a claim of another source ends in the sentence of a denial or in the one before it."""
        there = self._document.sentence_at(max(other.span.end - 1, other.span.start)).position
        near = self._document.sentence_at(claim.span.start).position - there <= 1
        return other.voice == "source" and near and self.may_be_answered(claim, other)

    def _same_question(self, claim: Claim, other: Claim) -> bool:
        if other.voice != "source":
            return False
        mine, theirs = self._questions[claim.claim_id], self._questions[other.claim_id]
        agrees = claim.stance == "confirms"
        return any(
            question in theirs and (theirs[question] == position) == agrees for question, position in mine.items()
        )

    def _opposes(self, claim: Claim, other: Claim) -> bool:
        if other.voice != "source" or claim.stance != "denies":
            return False
        theirs = set(self._questions[other.claim_id].values())
        return any(theirs & set(self._opposed.get(mine, ())) for mine in self._questions[claim.claim_id].values())

    def _same_event(self, claim: Claim, other: Claim) -> bool:
        if other.voice != "source" or self._events[claim.claim_id].isdisjoint(self._events[other.claim_id]):
            return False
        mine, theirs = self._places[claim.claim_id], self._places[other.claim_id]
        return not mine or not theirs or bool(mine & theirs)

    def _same_words(self, claim: Claim, other: Claim) -> bool:
        return len(self._stems(claim) & self._stems(other)) >= _SHARED

    def _stems(self, claim: Claim) -> frozenset[str]:
        """Return the beginnings of the longer words that are no names."""
        if claim.claim_id not in self._beginnings:
            indices = (index for piece in pieces(claim) for index in self._words.within(piece))
            self._beginnings[claim.claim_id] = frozenset(
                self._words.keys[i][:_STEM] for i in indices if self._is_telling(i))
        return self._beginnings[claim.claim_id]

    def _is_telling(self, at: int) -> bool:
        word = self._words.keys[at]
        is_long = len(word) >= _SHORTEST and word not in self._function_words
        return is_long and self._words.text[self._words.starts[at]].islower()
