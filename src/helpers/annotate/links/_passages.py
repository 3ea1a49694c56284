"""Near-duplicate sentences of different articles: agency copy, which counts as one source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from helpers.model import Claim, Dispute, Document, Link, Quantity, Reading, Span, make_id
from helpers.text.words import find_words

Thing = TypeVar("Thing", Claim, Quantity)

_RUN = 4
_SHORTEST = 8
_ALIKE = 0.6
_COMMONPLACE = 200
# a short sentence that ends otherwise ("a spokesman says that the flood came from ...") is no copy
_ENOUGH = 6


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence with its runs of words, and what is read in it.

    Attributes
    ----------
    figures : frozenset
        The lowest and the highest value of each quantity, with its unit.
    turns : frozenset
        Stance and polarity of what is stated.
    positions : dict
        The positions that are taken on each question that has but one answer.
    """

    sentence_id: str
    article_id: str
    runs: frozenset[tuple[str, ...]]
    figures: frozenset[tuple[str, float | None, float | None]]
    turns: frozenset[tuple[str, str]]
    positions: Mapping[str, frozenset[str]]


def link_passages(readings: Sequence[Reading], *, exclusive: Collection[str] = ()) -> Iterator[Link]:
    """Yield a link for each sentence that an earlier article has almost word for word.

    Sentences that give another figure, turn the statement round or take another position on one of the
    `exclusive` questions contradict each other: no copies, however alike they are. Two sentences are compared only
    where they share a run of four words, so the cost grows with the texts.
    """
    passages: list[_Passage] = []
    seen: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for reading in readings:
        begin = len(passages)
        for passage in _passages(reading, exclusive):
            yield from _compare(passage, seen, passages)
            passages.append(passage)
        for number in range(begin, len(passages)):
            for run in passages[number].runs:
                seen[run].append(number)


def _passages(reading: Reading, exclusive: Collection[str]) -> Iterator[_Passage]:
    document = reading.document
    words = find_words(document.text)
    claims = _by_sentence(document, reading.claims)
    quantities = _by_sentence(document, reading.quantities)
    answers: defaultdict[str, list[Dispute]] = defaultdict(list)
    for dispute in reading.disputes:
        if dispute.question_id in exclusive:
            answers[dispute.claim_id].append(dispute)
    for sentence in document.sentences:
        keys = [words.keys[index] for index in words.within(sentence.span)]
        if len(keys) < _SHORTEST:
            continue
        said = claims[sentence.span]
        yield _Passage(
            make_id(document.article_id, "s", sentence.span), document.article_id,
            frozenset(tuple(keys[at : at + _RUN]) for at in range(len(keys) - _RUN + 1)),
            figures=frozenset((q.unit, q.low, q.high) for q in quantities[sentence.span]),
            turns=frozenset((claim.stance, claim.polarity) for claim in said),
            positions=_positions([dispute for claim in said for dispute in answers[claim.claim_id]]),
        )  # fmt: skip


def _by_sentence(document: Document, things: Iterable[Thing]) -> Mapping[Span, list[Thing]]:
    grouped: defaultdict[Span, list[Thing]] = defaultdict(list)
    for thing in things:
        grouped[document.sentence_at(thing.span.start).span].append(thing)
    return grouped


def _positions(disputes: Sequence[Dispute]) -> Mapping[str, frozenset[str]]:
    return {question: frozenset(d.position_id for d in disputes if d.question_id == question)
            for question in {dispute.question_id for dispute in disputes}}  # fmt: skip


def _contradict(one: _Passage, other: _Passage) -> bool:
    if one.figures != other.figures or one.turns != other.turns:
        return True
    return any(positions.isdisjoint(other.positions.get(question, positions))
               for question, positions in one.positions.items())  # fmt: skip


def _compare(
    passage: _Passage, seen: Mapping[tuple[str, ...], list[int]], passages: Sequence[_Passage]
) -> Iterator[Link]:
    shared: Counter[int] = Counter()
    for run in passage.runs:
        # a run that hundreds of sentences have is a formula, no trace of copying
        if len(seen.get(run, ())) <= _COMMONPLACE:
            shared.update(seen.get(run, ()))
    best: dict[str, tuple[float, int, _Passage]] = {}
    for number in sorted(shared):
        other = passages[number]
        alike = shared[number] / min(len(passage.runs), len(other.runs))
        if alike < 1 and shared[number] < _ENOUGH:
            continue
        if passage.runs != other.runs and _contradict(passage, other):
            continue
        if alike >= _ALIKE and (other.article_id not in best or alike > best[other.article_id][0]):
            best[other.article_id] = (alike, shared[number], other)
    for _, common, other in best.values():
        whole = min(len(passage.runs), len(other.runs))
        yield Link(
            f"near_duplicate:{other.sentence_id}:{passage.sentence_id}", "near_duplicate",
            other.sentence_id, passage.sentence_id,
            basis=f"{common} of {whole} runs of {_RUN} words are the same", rule=f"shared_runs {_RUN} {_ALIKE}",
        )  # fmt: skip
