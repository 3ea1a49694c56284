"""Who names whom: from a source to every actor that is named inside what the source states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.views._index import Row, TableIndex
from helpers.views.reading._layers import claim_spans


@dataclass(frozen=True, slots=True)
class Edge:
    """One actor speaks about another.

    Parameters
    ----------
    source_id, target_id : str
        Who speaks, who is named.
    source, target : str
        Their names.
    claims : tuple of dict
        The claims of the one that name the other, in order of publication.
    """

    source_id: str
    target_id: str
    source: str
    target: str
    claims: tuple[Row, ...]

    @property
    def weight(self) -> int:
        """How many claims."""
        return len(self.claims)

    @property
    def anchor(self) -> str:
        """Id of its row in the table under the drawing."""
        return f"network-{self.source_id}:{self.target_id}"


def list_edges(index: TableIndex) -> list[Edge]:
    """List who names whom, the heaviest first. A pronoun names nobody; who names itself is an edge as well."""
    mentions: dict[str, list[Row]] = {}
    for mention in index.rows("mentions").values():
        if mention["entity_type"] == "actor" and mention["form"] != "pronoun":
            mentions.setdefault(mention["article_id"], []).append(mention)
    found: dict[tuple[str, str], list[Row]] = {}
    for claim in sorted(list_sourced(index), key=index.printing_order):
        for actor_id in dict.fromkeys(_named_in(claim, mentions.get(claim["article_id"], []))):
            if index.find("actors", actor_id):
                found.setdefault((claim["source_id"], actor_id), []).append(claim)
    edges = [
        Edge(one, other, index.name_of("actors", one), index.name_of("actors", other), tuple(claims))
        for (one, other), claims in found.items()
    ]
    return sorted(edges, key=lambda edge: (-edge.weight, edge.source, edge.target, edge.anchor))


def list_sourced(index: TableIndex) -> list[Row]:
    """List the claims whose source is an actor of the tables."""
    return [claim for claim in index.rows("claims").values()
            if claim["voice"] == "source" and index.find("actors", claim["source_id"])]  # fmt: skip


def _named_in(claim: Row, mentions: list[Row]) -> Iterator[str]:
    spans = list(claim_spans(claim))
    for mention in mentions:
        if mention["entity_id"] and any(a <= mention["start_char"] and mention["end_char"] <= b for a, b in spans):
            yield mention["entity_id"]
