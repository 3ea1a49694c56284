"""Where the actors of a network stand: who only speaks, who does both, who is only spoken of, in three columns.

Columns keep the labels apart on any number of actors, the same tables give the same drawing, and the third column shows
at once who is talked about and never heard.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import networkx as nx

from helpers.views.network._edges import Edge

SPEAKS, BOTH, SPOKEN_OF = 0, 1, 2
_SWEEPS = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an actor stands.

    Parameters
    ----------
    column : int
        0 only speaks, 1 both, 2 only spoken of.
    height : float
        From 0, the top, to 1.
    """

    column: int
    height: float


def build_graph(edges: Sequence[Edge]) -> nx.DiGraph[str]:
    """Build the graph of the edges, without those of an actor to itself.

    Examples
    --------
    >>> list(build_graph([Edge("a", "b", "A", "B", ({},))]).edges(data="weight"))
    [('a', 'b', 1)]
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for edge in sorted(edges, key=lambda e: (e.source, e.target, e.anchor)):
        if edge.source_id != edge.target_id:
            graph.add_edge(edge.source_id, edge.target_id, weight=edge.weight)
    return graph


def place_actors(graph: nx.DiGraph[str], speakers: Collection[str] = ()) -> dict[str, Spot]:
    """Place every actor; within a column each stands near those it is joined to, so that few lines cross.

    Parameters
    ----------
    graph : networkx.DiGraph
        As `build_graph` makes it.
    speakers : collection of str
        Who states anything at all, also where it names nobody: none of these is only spoken of.

    Examples
    --------
    >>> place_actors(build_graph([Edge("a", "b", "A", "B", ({},))]))
    {'a': Spot(column=0, height=0.5), 'b': Spot(column=2, height=0.5)}
    """
    columns: list[list[str]] = [[], [], []]
    for name in graph:
        speaks, is_named = name in speakers or graph.out_degree(name) > 0, graph.in_degree(name) > 0
        columns[BOTH if speaks and is_named else SPEAKS if speaks else SPOKEN_OF].append(name)
    for _ in range(_SWEEPS):
        for column in columns:
            heights = _heights(columns)
            column.sort(key=lambda name: _centre(graph, name, heights))
    return {name: Spot(number, _heights(columns)[name]) for number, column in enumerate(columns) for name in column}


def _heights(columns: Sequence[Sequence[str]]) -> dict[str, float]:
    return {name: (at + 0.5) / len(column) for column in columns for at, name in enumerate(column)}


def _centre(graph: nx.DiGraph[str], name: str, heights: dict[str, float]) -> float:
    beside = [*graph.successors(name), *graph.predecessors(name)]
    return sum(heights[other] for other in beside) / len(beside)
