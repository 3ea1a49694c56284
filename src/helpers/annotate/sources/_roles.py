"""Whom a role stands for: de gouverneur, the spokesman, de bron."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.annotate.sources._people import Named, Stage
from helpers.annotate.sources._phrases import Phrase
from helpers.annotate.sources._pronouns import Choice
from helpers.model import Actor, Alternative
from helpers.resources.actors import read_terms_of_office
from helpers.text.words import find_words

_STEM = 6


def find_role(stage: Stage, phrase: Phrase, roles: dict[str, list[tuple[tuple[str, ...], Actor]]]) -> Choice | None:
    """Return whom a role phrase of the table, or a title of the article, stands for; None where neither tells."""
    return _by_table(stage, phrase, roles) or (_by_title(stage, phrase) if phrase.definite else None)


def index_roles(actors: Iterator[Actor]) -> dict[str, list[tuple[tuple[str, ...], Actor]]]:
    """Index the role phrases of the table by their first word."""
    index: dict[str, list[tuple[tuple[str, ...], Actor]]] = {}
    for actor in actors:
        for phrase in actor.role_phrases:
            keys = find_words(phrase).keys
            if len(keys) > 1 or (keys and actor.actor_type == "person"):
                index.setdefault(keys[0], []).append((keys, actor))
    return index


def _by_table(stage: Stage, phrase: Phrase, roles: dict[str, list[tuple[tuple[str, ...], Actor]]]) -> Choice | None:
    start = 1 if phrase.definite else 0
    keys = phrase.keys[start:]
    found: dict[str, Actor] = {}
    longest = 0
    for words, actor in roles.get(keys[0], ()) if keys and not phrase.indefinite else ():
        if keys[: len(words)] == words and len(words) >= max(longest, len(phrase.core)) and _in_office(stage, actor):
            found = {**found, actor.actor_id: actor} if len(words) == longest else {actor.actor_id: actor}
            longest = len(words)
    if len(found) == 1:
        return Choice(next(iter(found.values())), "role_phrase_of_table")
    return None


def _in_office(stage: Stage, actor: Actor) -> bool:
    """Tell whether the article was published in the actor's term of office, as far as both are known."""
    since, until = read_terms_of_office().get(actor.actor_id, ("", ""))
    day = stage.document.published_on
    if day is None:
        return not until
    written = day.isoformat()
    return written[: len(since)] >= since and (not until or written[: len(until)] <= until)


def _by_title(stage: Stage, phrase: Phrase) -> Choice | None:
    before = _bearers(stage, phrase, stage.before(phrase.span.start))
    if before:
        others = tuple(Alternative("role_of_article", actor.name) for actor in before[1:])
        return Choice(before[0], "role_of_article", others)
    after = _bearers(stage, phrase, list(reversed(stage.named)))
    if len(after) == 1:
        return Choice(after[0], "role_named_later")
    return None


def _bearers(stage: Stage, phrase: Phrase, named: list[Named]) -> list[Actor]:
    """Return who bears the title, the nearest first."""
    found: dict[str, Actor] = {}
    for one in reversed(named):
        actor = one.actor
        if actor.actor_id not in found and _bears(stage, phrase, actor):
            found[actor.actor_id] = actor
    return list(found.values())


def _bears(stage: Stage, phrase: Phrase, actor: Actor) -> bool:
    head = phrase.head
    if stage.words.is_person(head) != (actor.actor_type in ("person", "unnamed")):
        return False
    if not any(same_noun(head, title) for title in stage.titles.get(actor.actor_id, ())):
        return False
    context = stage.contexts.get(actor.actor_id, set())
    countries = {stage.words.adjectives[key] for key in phrase.core if key in stage.words.adjectives}
    theirs = {stage.words.adjectives[key] for key in context if key in stage.words.adjectives}
    known = context | set(find_words(" ".join((actor.role, *actor.role_phrases)).lower()).keys)
    if phrase.capitals and not phrase.capitals & known:
        return False
    return not (countries and theirs and not countries & theirs)


def same_noun(one: str, other: str) -> bool:
    """Tell whether two nouns are the same, or one is the end of the other, a compound.

    Examples
    --------
    >>> same_noun("voorzitter", "parlementsvoorzitter"), same_noun("man", "woordvoerder")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _STEM and long.endswith(short))
