"""Which filter refuses which claim: what a selection keeps, and why it is empty where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from helpers.views._index import Row, TableIndex
from helpers.views._search import holds_words

NEWSROOM = "newsroom"
NOT_STATED = "not stated"  # what selects the articles that name no publisher
Choice = str | Sequence[str] | None
Test = Callable[[Row], bool]


def judge_claims(index: TableIndex, asked: Mapping[str, Choice]) -> dict[str, set[str]]:
    """Say of each claim which filters refuse it; a claim that none refuses is selected.

    Parameters
    ----------
    index : TableIndex
    asked : mapping of str to str or sequence of str
        By the name of a filter, as for `select_claims`; None asks for nothing.

    Examples
    --------
    >>> import pandas as pd
    >>> claims = pd.DataFrame({"claim_id": ["c1", "c2"], "status": ["denied", "claimed"]})
    >>> judge_claims(TableIndex({"claims": claims}), {"status": "denied"})
    {'c1': set(), 'c2': {'status'}}
    """
    tests = {name: _TESTS[name](index, choice) for name, choice in asked.items() if choice is not None}
    return {claim_id: {name for name, fits in tests.items() if not fits(claim)}
            for claim_id, claim in index.rows("claims").items()}  # fmt: skip


def explain_empty(refusals: Mapping[str, set[str]], asked: Sequence[str]) -> Iterator[tuple[str, int, bool]]:
    """Say of each filter how many claims would be left without it, and whether it refuses all by itself.

    Examples
    --------
    >>> list(explain_empty({"c1": {"text"}, "c2": {"text", "status"}}, ["text", "status"]))
    [('text', 1, True), ('status', 0, False)]
    """
    for name in asked:
        alone = all(name in refused_by for refused_by in refusals.values())
        yield name, sum(refused_by == {name} for refused_by in refusals.values()), alone


def source_key(claim: Row) -> str:
    """Return what a claim's source is selected by: the actor, else the words of the text, else the newsroom."""
    return NEWSROOM if claim["voice"] == NEWSROOM else str(claim["source_id"] or claim["source_text"] or "")


def _fits(value: object, choice: Choice) -> bool:
    return value == choice if isinstance(choice, str) or choice is None else value in choice


def _by_column(column: str) -> Callable[[TableIndex, Choice], Test]:
    return lambda _index, choice: lambda claim: _fits(claim[column], choice)


def _by_publisher(index: TableIndex, choice: Choice) -> Test:
    return lambda claim: _fits(index.article_of(claim)["publisher"] or NOT_STATED, choice)


def _by_source(index: TableIndex, choice: Choice) -> Test:
    return lambda claim: any(
        _fits(value, choice)
        for value in (source_key(claim), claim["source_text"], index.source_of(claim), *index.names_of_source(claim))
    )


def _by_status(_index: TableIndex, choice: Choice) -> Test:
    return lambda claim: _fits(claim["status"], choice) or _fits(claim["verification"], choice)


def _by_place(index: TableIndex, choice: Choice) -> Test:
    naming = {row["sentence_id"] for row in index.rows("mentions").values()
              if row["entity_type"] == "place" and _fits(row["entity_id"], choice)}  # fmt: skip
    return lambda claim: claim["sentence_id"] in naming


def _by_event_type(index: TableIndex, choice: Choice) -> Test:
    holding = {row["claim_id"] for row in index.rows("events").values() if _fits(row["event_type"], choice)}
    return lambda claim: claim["claim_id"] in holding


def _from_day(index: TableIndex, choice: Choice) -> Test:
    return lambda claim: str(choice) <= index.printed_on(claim)


def _until_day(index: TableIndex, choice: Choice) -> Test:
    return lambda claim: "" < index.printed_on(claim) <= str(choice)


def _by_words(index: TableIndex, choice: Choice) -> Test:
    query = index.read_query(str(choice))
    return lambda claim: holds_words(_searched(index, claim), query)


def _searched(index: TableIndex, claim: Row) -> Iterator[str]:
    """Yield where a word is looked for; a publisher has a filter of its own, its name stands in all that it prints."""
    sentence = index.find("sentences", claim["sentence_id"])
    whole, own = (sentence["text"] or "") if sentence else "", claim["text"] or ""
    yield whole
    if own not in whole:
        yield own
    if claim["voice"] != NEWSROOM:
        yield from index.names_of_source(claim) or [claim["source_text"] or ""]


_TESTS: dict[str, Callable[[TableIndex, Choice], Test]] = {
    "article": _by_column("article_id"), "claim_id": _by_column("claim_id"), "voice": _by_column("voice"),
    "publisher": _by_publisher, "source": _by_source, "status": _by_status, "place": _by_place,
    "event_type": _by_event_type, "printed_from": _from_day, "printed_until": _until_day, "text": _by_words,
}  # fmt: skip
