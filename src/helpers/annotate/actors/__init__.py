"""Find who is named: the actors that are kept by hand, and persons and organisations that no table knows."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.annotate.actors import _known, _new
from helpers.annotate.actors._index import ActorIndex, build_actor_index
from helpers.annotate.actors._pieces import find_pieces
from helpers.annotate.actors._words import read_name_words
from helpers.model import Actor, Alternative, Document, Mention, Span, make_id
from helpers.resources.lexicons import Lexicon

__all__ = ["ActorIndex", "NewActors", "build_actor_index", "find_known_actors", "find_new_actors"]


@dataclass(frozen=True, slots=True)
class NewActors:
    """What `find_new_actors` gives: the mentions, and each actor that they name once."""

    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()


def find_known_actors(document: Document, actor_index: ActorIndex, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Find every mention of an actor that is kept by hand, under any of its spellings.

    Parameters
    ----------
    document : Document
    actor_index : ActorIndex
        Of `build_actor_index`.
    lexicon : Lexicon

    Returns
    -------
    tuple of Mention
        In order; the id is empty where a name may be that of several actors.

    Examples
    --------
    >>> from helpers.model import Card
    >>> from helpers.resources.lexicons import read_lexicon
    >>> from helpers.text import build_document
    >>> index = build_actor_index((Actor("a1", "Oleg Zharkov", "person"),))
    >>> document = build_document("Dat zegt Oleg Zjarkov. Zjarkov bleef.", Card("a.txt", language="nl"))
    >>> [m.span.of(document.text) for m in find_known_actors(document, index, read_lexicon("nl"))]
    ['Oleg Zjarkov', 'Zjarkov']
    """
    words = read_name_words(lexicon)
    pieces = find_pieces(document, words)
    mentions = []
    for named in _known.find_names(pieces, actor_index, words):
        whole = pieces.span(named.first, named.last)
        span = Span(whole.start, whole.end - named.less)
        one = named.actors[0] if len(named.actors) == 1 else None
        mentions.append(Mention(
            make_id(document.article_id, "m", span), span, "actor",
            _known.form_of(pieces, named, words), named.rule, one.actor_id if one else "",
            considered=() if one else tuple(Alternative("known_name", actor.actor_id) for actor in named.actors),
        ))  # fmt: skip
    return tuple(mentions)


def find_new_actors(document: Document, lexicon: Lexicon, *, taken: tuple[Span, ...]) -> NewActors:
    """Find persons and organisations that no table knows.

    Parameters
    ----------
    document : Document
    lexicon : Lexicon
    taken : tuple of Span
        What is known already to name an actor or a place.

    Examples
    --------
    >>> from helpers.model import Card
    >>> from helpers.resources.lexicons import read_lexicon
    >>> from helpers.text import build_document
    >>> text = "Burgemeester Ruth van der Wielen zwijgt. Van der Wielen bleef thuis."
    >>> found = find_new_actors(build_document(text, Card("a.txt", language="nl")), read_lexicon("nl"), taken=())
    >>> [(m.span.of(text), m.entity_id) for m in found.mentions]
    [('Ruth van der Wielen', 'found-ruth-van-der-wielen'), ('Van der Wielen', 'found-ruth-van-der-wielen')]
    """
    words = read_name_words(lexicon)
    pieces = find_pieces(document, words)
    if not words.roles.get("starter"):
        return NewActors()
    held = {at for span in taken for at in range(pieces.at(span.start), pieces.at(span.end))}
    mentions, actors = _new.find_names(document, pieces, lexicon, held)
    return NewActors(tuple(mentions), tuple(actors))
