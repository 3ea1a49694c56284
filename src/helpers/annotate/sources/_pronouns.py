"""Whom a pronoun stands for: the one fitting actor that is on stage, or nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.annotate.sources._people import Named, Stage
from helpers.annotate.sources._words import Pronoun
from helpers.model import Actor, Alternative, Claim, Span

_FAR = 4
_NEAREST = 20


@dataclass(frozen=True, slots=True)
class Spoken:
    """A claim whose source is known, with that source: the next pronoun's first candidate."""

    claim: Claim
    actor: Actor
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom a source was resolved to, by which rule, and what lost against it."""

    actor: Actor | None
    rule: str
    considered: tuple[Alternative, ...] = ()


def find_antecedent(
    stage: Stage, span: Span, pronoun: Pronoun, plural: bool | None, spoken: Sequence[Spoken]
) -> Choice:
    """Return the actor that a pronoun stands for.

    Parameters
    ----------
    stage : Stage
    span : Span
        Of the pronoun.
    pronoun : Pronoun
    plural : bool or None
        What the verb tells; None where it tells nothing.
    spoken : sequence of Spoken
        The claims before, in order.
    """
    choice = _best(stage, span, pronoun, plural, spoken)
    if choice.rule == "pronoun_alone" and pronoun.number == "" and plural is None:
        return _best(stage, span, pronoun, True, spoken)
    return choice


def _best(stage: Stage, span: Span, pronoun: Pronoun, plural: bool | None, spoken: Sequence[Spoken]) -> Choice:
    scores: dict[str, float] = {}
    actors: dict[str, Actor] = {}
    for named in _near(stage, span):
        if _fits(stage, named.actor, pronoun, plural, several=False):
            _raise_score(scores, named.actor.actor_id, _score(stage, named, span))
            actors[named.actor.actor_id] = named.actor
    for bonus, said in zip((3.0, 1.0), reversed(spoken), strict=False):
        distance = _distance(stage, said.claim.source or said.claim.span, span)
        if distance <= _FAR and _fits(stage, said.actor, pronoun, plural, several=said.plural):
            near = bonus if _same_paragraph(stage, said.claim.source or said.claim.span, span) else 0.5
            scores[said.actor.actor_id] = scores.get(said.actor.actor_id, 2.0 - distance) + near
            actors[said.actor.actor_id] = said.actor
    ranked = sorted(scores, key=lambda actor_id: (-scores[actor_id], actor_id))
    others = tuple(Alternative("pronoun_antecedent", actors[a].name, score=scores[a]) for a in ranked[1:4])
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < 0.5):
        return Choice(None, "pronoun_ambiguous" if ranked else "pronoun_alone", others)
    return Choice(actors[ranked[0]], f"pronoun_antecedent {pronoun.rule}", others)


def _near(stage: Stage, span: Span) -> list[Named]:
    here = stage.document.sentence_at(span.start).position
    return [named for named in stage.before(span.start, _NEAREST) if here - named.sentence < _FAR and not named.quoted]


def _score(stage: Stage, named: Named, span: Span) -> float:
    here = stage.document.sentence_at(span.start)
    score = 4.0 - (here.position - named.sentence)
    score += 1.0 if named.leads else 0.0
    score -= 1.5 if named.hangs else 0.0
    return score - (0.5 if named.paragraph != here.paragraph else 0.0)


def _raise_score(scores: dict[str, float], key: str, score: float) -> None:
    scores[key] = max(score, scores.get(key, score))


def _same_paragraph(stage: Stage, before: Span, span: Span) -> bool:
    return stage.document.sentence_at(before.start).paragraph == stage.document.sentence_at(span.start).paragraph


def _distance(stage: Stage, before: Span, span: Span) -> int:
    return stage.document.sentence_at(span.start).position - stage.document.sentence_at(before.start).position


def _fits(stage: Stage, actor: Actor, pronoun: Pronoun, plural: bool | None, *, several: bool) -> bool:
    if pronoun.gender == "thing":
        return actor.actor_type in ("organisation", "state", "group")
    if pronoun.number == "dual":
        return several  # both: never one of the two
    many = pronoun.number == "plural" or (pronoun.number == "" and plural is True)
    if many:
        return several or actor.actor_type in ("group", "organisation")
    if several or not (actor.actor_type == "person" or actor.actor_id in stage.people):
        return False
    known = stage.genders.get(actor.actor_id, "")
    return not (known and pronoun.gender and known != pronoun.gender)


def last_named(stage: Stage, span: Span) -> Choice:
    """Return the last actor that is named before a demonstrative or relative pronoun."""
    before = [named for named in stage.before(span.start, _NEAREST) if not named.quoted]
    if not before or stage.document.sentence_at(span.start).position - before[-1].sentence > 1:
        return Choice(None, "demonstrative_alone")
    same = before[-1].sentence == stage.document.sentence_at(span.start).position
    return Choice(before[-1].actor, "relative_pronoun" if same else "demonstrative_last_named")
