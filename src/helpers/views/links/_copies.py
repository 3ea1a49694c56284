"""Passages that several articles print almost word for word: they count as one source."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from helpers.views._index import Row, TableIndex


def list_passages(index: TableIndex) -> list[tuple[Row, ...]]:
    """List every copied passage as its sentences, the one that was printed first in front."""
    graph: nx.Graph[str] = nx.Graph()
    for link in index.rows("links").values():
        if link["link_type"] == "near_duplicate":
            graph.add_edge(link["from_id"], link["to_id"])
    groups = [[index.find("sentences", row_id) for row_id in ids] for ids in nx.connected_components(graph)]
    passages = [tuple(sorted((row for row in group if row), key=index.printing_order)) for group in groups]
    return sorted((p for p in passages if len(p) > 1), key=lambda passage: index.printing_order(passage[0]))


def first_prints(index: TableIndex) -> dict[str, Row]:
    """Return, for the id of each sentence that is a copy, the sentence that these articles printed first."""
    return {row["sentence_id"]: passage[0] for passage in list_passages(index) for row in passage[1:]}


def count_sources(prints: Iterable[Iterable[str]]) -> int:
    """Count articles that say something of their own: copies of one passage count once.

    Parameters
    ----------
    prints : iterable of iterables of str
        For each article the ids of its sentences, a copy by the id of its first print.

    Examples
    --------
    >>> count_sources([["a.s1"], ["a.s1"], ["a.s1", "c.s7"]])
    2
    """
    seen: set[str] = set()
    count = 0
    for ids in map(set, prints):
        count += bool(ids - seen)
        seen |= ids
    return count
