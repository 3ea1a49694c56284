"""Near-duplicate sentences of different articles: agency copy, which counts as one source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from helpers.model import Link, Reading, make_id
from helpers.text.words import find_words

_RUN = 4
_SHORTEST = 8
_ALIKE = 0.6
_COMMONPLACE = 200


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence with its runs of words."""

    sentence_id: str
    article_id: str
    runs: frozenset[tuple[str, ...]]


def link_passages(readings: Sequence[Reading]) -> Iterator[Link]:
    """Yield a link for each sentence that an earlier article has almost word for word.

    Two sentences are compared only where they share a run of four words, so the cost grows with the texts.
    """
    passages: list[_Passage] = []
    seen: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for reading in readings:
        begin = len(passages)
        for passage in _passages(reading):
            yield from _compare(passage, seen, passages)
            passages.append(passage)
        for number in range(begin, len(passages)):
            for run in passages[number].runs:
                seen[run].append(number)


def _passages(reading: Reading) -> Iterator[_Passage]:
    document = reading.document
    words = find_words(document.text)
    for sentence in document.sentences:
        keys = [words.keys[index] for index in words.within(sentence.span)]
        if len(keys) >= _SHORTEST:
            runs = frozenset(tuple(keys[at : at + _RUN]) for at in range(len(keys) - _RUN + 1))
            yield _Passage(make_id(document.article_id, "s", sentence.span), document.article_id, runs)


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
        if alike >= _ALIKE and (other.article_id not in best or alike > best[other.article_id][0]):
            best[other.article_id] = (alike, shared[number], other)
    for _, common, other in best.values():
        whole = min(len(passage.runs), len(other.runs))
        yield Link(
            f"near_duplicate:{other.sentence_id}:{passage.sentence_id}", "near_duplicate",
            other.sentence_id, passage.sentence_id,
            basis=f"{common} of {whole} runs of {_RUN} words are the same", rule=f"shared_runs {_RUN} {_ALIKE}",
        )  # fmt: skip
