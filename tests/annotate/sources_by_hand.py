"""Read texts whose sources and names are marked, and resolve the last source."""

from __future__ import annotations

import re

from reading_by_hand import document_of

from helpers.annotate.actors import find_new_actors
from helpers.annotate.sources import ResolvedSources, resolve_sources
from helpers.model import Actor, Claim, Mention, Span, make_id
from helpers.resources.actors import read_actors
from helpers.resources.lexicons import read_lexicon


def read_marked(language: str, marked: str) -> tuple[ResolvedSources, dict[str, Actor]]:
    """Resolve the sources of a marked text: claims with made-up cues, mentions by their marks."""
    plain, names, sources, opened = "", [], [], {}
    for piece in re.split(r"(\*\(|[{}\[\]]|\))", marked):
        if piece in ("{", "[", "*("):
            opened[piece] = len(plain)
        elif piece == "}":
            names.append(Span(opened["{"], len(plain)))
        elif piece == "]":
            sources.append(Span(opened["["], len(plain)))
        elif piece == ")" and "*(" in opened:
            sources.append(Span(opened.pop("*("), len(plain)))
        else:
            plain += piece
    document = document_of(plain, language)
    lexicon = read_lexicon(language)
    found = find_new_actors(document, lexicon, taken=())
    ids = {mention.span: mention.entity_id for mention in found.mentions}
    actors = {actor.actor_id: actor for actor in (*read_actors(), *found.actors)}
    mentions = []
    for span in names:
        entity_id = ids.get(span, f"found-{span.of(plain)}")
        actors.setdefault(entity_id, Actor(entity_id, span.of(plain), "organisation", origin="found"))
        mentions.append(Mention(make_id("a", "m", span), span, "actor", "name", "by hand", entity_id))
    claims = [Claim(make_id("a", "c", span, None), _content(plain, span), "source", "indirect", "by hand", source=span)
              for span in sources]
    resolved = resolve_sources(document, claims, lexicon, mentions=mentions, actors=tuple(actors.values()),
                               table=read_actors())
    return resolved, actors | {actor.actor_id: actor for actor in resolved.actors}


def _content(plain: str, source: Span) -> Span:
    return Span(source.end, len(plain)) if source.end < len(plain) else Span(0, source.start)


def name_of_last(language: str, marked: str) -> str:
    """Return the name that the last source of a marked text comes to."""
    resolved, actors = read_marked(language, marked)
    source_id = resolved.claims[-1].source_id
    return actors[source_id].name if source_id else "-"
