"""Resolve who the sources are: names, roles, pronouns, and quotes that go on; unique best or nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.annotate.sources._resolve import Resolver
from helpers.model import Actor, Claim, Document, Mention
from helpers.resources.lexicons import Lexicon

__all__ = ["ResolvedSources", "resolve_sources"]


@dataclass(frozen=True, slots=True)
class ResolvedSources:
    """What `resolve_sources` gives: the claims with their sources, the mentions and actors that it added."""

    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()


def resolve_sources(
    document: Document, claims: Sequence[Claim], lexicon: Lexicon, *,
    mentions: Sequence[Mention], actors: Sequence[Actor], table: Sequence[Actor] = (),
) -> ResolvedSources:  # fmt: skip
    """Say of each claim who its source is.

    Parameters
    ----------
    document : Document
    claims : sequence of Claim
        Each with the span of its source, where it has one.
    lexicon : Lexicon
    mentions : sequence of Mention
        Names and metonyms of actors; other mentions are left alone.
    actors : sequence of Actor
        The actors that mentions refer to, other than those of the table.
    table : sequence of Actor, optional
        The actors that are kept by hand, whose role phrases may be used; one sequence for all articles is indexed once.

    Returns
    -------
    ResolvedSources
        The claims, in the order given, but none in which somebody denies his own words. A source without a name is
        an actor of its own, ``unnamed``, told by the article and its words. Two sources that are joined are one
        group of both. Where two fit equally well, ``source_id`` stays empty and `considered` lists them.

    Examples
    --------
    >>> from helpers.model import Card, Span
    >>> from helpers.resources.lexicons import read_lexicon
    >>> from helpers.text import build_document
    >>> document = build_document("Het regent, zegt een visser.", Card("a.txt", language="nl"))
    >>> claim = Claim("c", Span(0, 10), "source", "indirect", "r", source=Span(17, 27))
    >>> [a.name for a in resolve_sources(document, [claim], read_lexicon("nl"), mentions=(), actors=()).actors]
    ['visser']
    """
    resolver = Resolver(document, lexicon, mentions, actors, table=table)
    resolved = resolver.resolve(claims)
    return ResolvedSources(tuple(resolved), tuple(resolver.added), tuple(resolver.new.values()))
