"""Which claim a denial or a confirmation answers: the nearest earlier one with the same content, question or event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from helpers.annotate._holders import pieces
from helpers.model import Claim, Dispute, Document, Event
from helpers.resources.codebook import Codebook
from helpers.resources.lexicons import Lexicon
from helpers.text.words import find_words

_STEM = 6
_SHORTEST = 5
_SHARED = 2


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
    shared = _Likeness(document, events, disputes, function_words=_function_words(lexicon), opposed=_opposed(codebook))
    answered: list[Claim] = []
    for at, claim in enumerate(claims):
        if claim.stance in ("denies", "confirms") and claim.voice == "source" and not claim.responds_to_claim_id:
            target = shared.nearest(claims, at)
            claim = replace(claim, responds_to_claim_id=target) if target else claim
        answered.append(claim)
    return tuple(answered)


def _function_words(lexicon: Lexicon | None) -> Collection[str]:
    files = ("event_frames", "quantity_frames")
    return frozenset(row.key for name in files for row in lexicon.rows(name)) if lexicon else frozenset()


def _opposed(codebook: Codebook | None) -> dict[str, tuple[str, ...]]:
    return {row.key: row.words("opposes") for row in codebook.rows("positions")} if codebook else {}


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
        self._events: defaultdict[str, set[str]] = defaultdict(set)
        self._places: defaultdict[str, set[str]] = defaultdict(set)
        self._questions: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for event in events:
            self._events[event.claim_id].add(event.event_type)
            if event.place_id:
                self._places[event.claim_id].add(event.place_id)
        for dispute in disputes:
            self._questions[dispute.claim_id][dispute.question_id] = dispute.position_id

    def nearest(self, claims: Sequence[Claim], at: int) -> str:
        """Return the id of the claim that claim number `at` answers, empty where none fits."""
        claim = claims[at]
        earlier = [other for other in reversed(claims) if self._may_be_answered(claim, other)]
        for fits in (self._same_content, self._same_question, self._opposes, self._same_event, self._same_words):
            for other in earlier:
                if fits(claim, other):
                    return other.claim_id
        return ""

    def _may_be_answered(self, claim: Claim, other: Claim) -> bool:
        if self._document.sentence_at(other.span.start).part in ("title", "heading"):
            return False
        if other.claim_id in (claim.claim_id, claim.within_claim_id) or other.within_claim_id == claim.claim_id:
            return False
        same_source = bool(claim.source_id) and other.source_id == claim.source_id
        return not same_source and other.span.start <= claim.span.start

    def _same_content(self, claim: Claim, other: Claim) -> bool:
        return other.voice == "source" and any(
            piece.overlaps(held) for piece in pieces(claim) for held in pieces(other))

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

    def _stems(self, claim: Claim) -> set[str]:
        """Return the beginnings of the longer words that are no names."""
        words = self._words
        indices = (index for piece in pieces(claim) for index in words.within(piece))
        return {words.keys[i][:_STEM] for i in indices
                if len(words.keys[i]) >= _SHORTEST and words.text[words.starts[i]].islower()
                and words.keys[i] not in self._function_words}
