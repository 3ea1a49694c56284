"""Whom a role stands for: de gouverneur, the spokesman, de bron."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from helpers.annotate._identity import Identity
from helpers.annotate.sources._people import Stage
from helpers.annotate.sources._phrases import Phrase
from helpers.annotate.sources._pronouns import Choice
from helpers.model import Actor, Alternative
from helpers.resources.actors import read_terms_of_office
from helpers.text.words import word_keys

_STEM = 6
Roles = dict[str, list[tuple[tuple[str, ...], Actor]]]
_OF = " of "


def find_role(
    stage: Stage, phrase: Phrase, roles: Roles, excluded: Collection[str] = ()
) -> Choice | None:
    """Return whom a role phrase of the table, or a title of the article, stands for; None where neither tells.

    Whoever is excluded, as he just said what is denied here, bears no title of the article that decides.
    """
    return _by_table(stage, phrase, roles) or (_by_title(stage, phrase, excluded) if phrase.definite else None)


@lru_cache(maxsize=4)
def index_roles(table: Identity[Sequence[Actor]]) -> Roles:
    """Index the role phrases of a table by their first word, once a table."""
    index: Roles = {}
    for actor in table.thing:
        for phrase in dict.fromkeys((*actor.role_phrases, *_owned(actor.role_phrases))):
            keys = word_keys(phrase)
            if len(keys) > 1 or (keys and actor.actor_type == "person"):
                index.setdefault(keys[0], []).append((keys, actor))
    return index


def _owned(phrases: Iterable[str]) -> Iterator[str]:
    """Yield what English also makes of an office with its country behind it: Italy's prime minister."""
    for phrase in phrases:
        office, of, owner = phrase.partition(_OF)
        if of and _OF not in owner:
            for sign in "'’":
                yield f"{owner.removeprefix('the ')}{sign}s {office}"


def _by_table(stage: Stage, phrase: Phrase, roles: Roles) -> Choice | None:
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
    """Tell whether the article was published in the actor's term of office, as far as both are known.

    Without a day everybody who held the office may be meant: only where the table has one holder is it told.
    """
    since, until = read_terms_of_office().get(actor.actor_id, ("", ""))
    day = stage.document.published_on
    if day is None:
        return True
    written = day.isoformat()
    return written[: len(since)] >= since and (not until or written[: len(until)] <= until)


def _by_title(stage: Stage, phrase: Phrase, excluded: Collection[str]) -> Choice | None:
    bearers = [actor_id for actor_id in stage.places
               if actor_id not in excluded and _bears(stage, phrase, stage.actors[actor_id])]  # fmt: skip
    before = _nearest_before(stage, bearers, phrase.span.start)
    if before:
        others = tuple(Alternative("role_of_article", actor.name) for actor in before[1:])
        return Choice(before[0], "role_of_article", others)
    if len(bearers) == 1:
        return Choice(stage.actors[bearers[0]], "role_named_later")
    return None


def _nearest_before(stage: Stage, bearers: Iterable[str], offset: int) -> list[Actor]:
    """Return who of the bearers of a title is named before an offset, the nearest first."""
    end = bisect_left(stage.starts, offset)
    last = {actor_id: bisect_left(stage.places[actor_id], end) - 1 for actor_id in bearers}
    named = {actor_id: stage.places[actor_id][at] for actor_id, at in last.items() if at >= 0}
    return [stage.actors[actor_id] for actor_id in sorted(named, key=lambda actor_id: -named[actor_id])]


def _bears(stage: Stage, phrase: Phrase, actor: Actor) -> bool:
    head = phrase.head
    if stage.words.is_person(head) != (actor.actor_type in ("person", "unnamed")):
        return False
    if not any(same_noun(head, title) for title in stage.titles.get(actor.actor_id, ())):
        return False
    context = stage.contexts.get(actor.actor_id, set())
    countries = {stage.words.adjectives[key] for key in phrase.core if key in stage.words.adjectives}
    theirs = {stage.words.adjectives[key] for key in context if key in stage.words.adjectives}
    known = context | set(word_keys(" ".join((actor.role, *actor.role_phrases)).lower()))
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
