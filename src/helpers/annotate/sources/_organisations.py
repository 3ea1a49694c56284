"""Which organisation a bare noun stands for: the company, het leger; only one of that kind, and never a self-denial."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from helpers.annotate.sources._people import Stage
from helpers.annotate.sources._phrases import Phrase
from helpers.annotate.sources._pronouns import Choice, Spoken
from helpers.annotate.sources._words import kinds_of_noun, kinds_shown
from helpers.model import Actor, Alternative
from helpers.text.words import word_keys

_FAR, _FAR_IN_OTHER_PARAGRAPH = 2, 1


def find_organisation(
    stage: Stage, phrase: Phrase, spoken: Sequence[Spoken], excluded: Collection[str]
) -> Choice | None:
    """Return the organisation that a definite noun stands for; None where the phrase is no such noun.

    Parameters
    ----------
    stage : Stage
    phrase : Phrase
    spoken : sequence of Spoken
        The claims before, in order.
    excluded : collection of str
        Ids of whom it cannot be: who just said what is denied here.

    Notes
    -----
    The nearest sentence that names somebody of the kind decides; two of the kind in it leave the noun open, and
    both are listed. Somebody of no known kind is taken only within the sentence in which it just spoke.
    """
    words = stage.words
    bare = phrase.definite and len(phrase.core) == 1 and not phrase.capitals
    if not (bare and (words.is_organisation(phrase.head) or kinds_of_noun(words, phrase.head))):
        return None
    for actors in _by_sentence(stage, phrase):
        fitting = [actor for actor in actors if actor.actor_id not in excluded and _fits(stage, phrase.head, actor)]
        if len(fitting) == 1:
            return Choice(fitting[0], "organisation_of_this_kind")
        if fitting:
            others = tuple(Alternative("organisation_of_this_kind", actor.name) for actor in fitting)
            return Choice(None, "organisation_ambiguous", others)
    last = spoken[-1] if spoken else None
    if last is None or last.actor.actor_id in excluded or not _goes_on(stage, phrase, last):
        return None
    unknown = _may_be_organisation(stage, last) and not kinds_of(stage, last.actor)
    return Choice(last.actor, "organisation_that_spoke") if unknown else None


def _by_sentence(stage: Stage, phrase: Phrase) -> Iterable[list[Actor]]:
    """Yield who is named near before a phrase, sentence by sentence, the nearest first."""
    here = stage.document.sentence_at(phrase.span.start)
    near: dict[int, dict[str, Actor]] = {}
    for named in stage.before(phrase.span.start):
        far = _FAR if named.paragraph == here.paragraph else _FAR_IN_OTHER_PARAGRAPH
        if here.position - named.sentence <= far and not named.quoted:
            near.setdefault(named.sentence, {})[named.actor.actor_id] = named.actor
    for position in sorted(near, reverse=True):
        yield [*near[position].values()]


def _fits(stage: Stage, noun: str, actor: Actor) -> bool:
    if actor.actor_type not in ("organisation", "group"):
        return False
    return noun in _words_of(stage, actor) or bool(kinds_of_noun(stage.words, noun) & kinds_of(stage, actor))


def _words_of(stage: Stage, actor: Actor) -> set[str]:
    return {*stage.titles.get(actor.actor_id, ()), *word_keys(actor.name.lower())}


def kinds_of(stage: Stage, actor: Actor) -> set[str]:
    """Return which kinds of organisation somebody is, by the role in the table, the titles here and the name."""
    told = {kind for key in _words_of(stage, actor) for kind in kinds_shown(stage.words, key)}
    role = word_keys(actor.role.lower())
    return told | {kind for kind, nouns in stage.words.role_kinds.items() if not set(role).isdisjoint(nouns)}


def _goes_on(stage: Stage, phrase: Phrase, last: Spoken) -> bool:
    """Tell whether a phrase stands in the sentence in which somebody spoke, and no contrast between them."""
    here, there = stage.document.sentence_at(phrase.span.start), stage.document.sentence_at(last.span.start)
    between = stage.document.text[last.span.end : phrase.span.start].lower()
    return here.position == there.position and not any(stage.words.has("contrast", key) for key in word_keys(between))


def _may_be_organisation(stage: Stage, last: Spoken) -> bool:
    """Tell whether nothing says that an actor is a person: a found name of one word may be a firm's."""
    actor = last.actor
    if actor.actor_type in ("organisation", "group"):
        return actor.origin == "found" and not last.plural
    told = actor.actor_id in stage.genders or stage.titles.get(actor.actor_id)
    return actor.origin == "found" and actor.actor_type == "person" and " " not in actor.name and not told
