"""Whom a pronoun stands for: the one fitting actor that is on stage, or nobody."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from helpers.annotate.sources._people import Named, Stage
from helpers.annotate.sources._words import Pronoun, SourceWords
from helpers.model import Actor, Alternative, Claim, Span

_FAR = 4  # sentences back
_NEAREST = 20  # names back
_NAMED_HERE = 4.0  # in the sentence of the pronoun; one less for every sentence back
_LEADS = 1.0  # a subject is taken up again sooner than an object
_HANGS = 1.5  # a name behind a preposition seldom is
_OTHER_PARAGRAPH = 0.5
_WITHOUT_NAME = 2.0  # spoke, but no name is near: less than a name
_SPOKE_LAST = 3.0  # who speaks mostly goes on: more than all a name's place can weigh in one sentence
_SPOKE_BEFORE = 1.0  # who spoke before that comes back now and then
_SPOKE_ELSEWHERE = 0.5  # in another paragraph somebody else may begin
_MARGIN = 0.5  # a smaller lead comes from one place in the sentence only, and is no reason
_LISTED = 4
_TELLING_GENDER = "female"  # most people in the news are men: "she" tells more of somebody whose gender is unknown
AGAINST = ("denies", "questions")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who spoke, with the claim, or who was the subject of a sentence: the next pronoun's first candidate."""

    actor: Actor
    span: Span
    plural: bool = False
    claim: Claim | None = None


def contradicted(words: SourceWords, claim: Claim, spoken: Sequence[Spoken]) -> frozenset[str]:
    """Return the ids of who said, shortly before, what a claim denies or doubts: nobody contradicts himself so.

    Only who takes his own words back does: `retraction` lists the verbs for that.
    """
    verb = claim.rule.rpartition(":")[2].partition(" ")[0]
    if claim.stance not in AGAINST or words.has("retraction", verb):
        return frozenset()
    before = [said for said in spoken[-_LISTED:] if said.claim is not None and _overlap(said.claim.span, claim.span)]
    if not before or before[-1].claim is None or before[-1].claim.stance in AGAINST:
        return frozenset()  # an opponent has answered: the first may reject that answer
    return frozenset({before[-1].actor.actor_id})


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom a source was resolved to, by which rule, and what lost against it."""

    actor: Actor | None
    rule: str
    considered: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A pronoun and what is known of it.

    Parameters
    ----------
    span : Span
    pronoun : Pronoun
    plural : bool or None
        What the verb tells; None where it tells nothing.
    subject : Spoken or None
        A person without a name, the subject of the sentence before.
    gender : str
        Of that subject.
    excluded : frozenset of str
        Ids of whom it cannot be: who just said what is denied here.
    """

    span: Span
    pronoun: Pronoun
    plural: bool | None = None
    subject: Spoken | None = None
    gender: str = ""
    excluded: frozenset[str] = frozenset()


def find_antecedent(stage: Stage, asked: Question, spoken: Sequence[Spoken]) -> Choice:
    """Return the actor that a pronoun stands for: the one best candidate, or nobody and all that were considered.

    Parameters
    ----------
    stage : Stage
    asked : Question
    spoken : sequence of Spoken
        The claims before, in order.
    """
    choice = _best(stage, asked, spoken)
    if choice.rule == "pronoun_alone" and asked.pronoun.number == "" and asked.plural is None:
        return _best(stage, replace(asked, plural=True), spoken)
    return choice


@dataclass(slots=True)
class _Candidate:
    """Somebody who fits a pronoun: the score so far, the last sentence with the name, whether it stands out there.

    `inside` holds where the name is only part of what the last speaker is called: a spokesman for Ruth Wiel.
    """

    actor: Actor
    score: float
    sentence: int
    gender: str
    stands_out: bool = False
    inside: bool = False


def _best(stage: Stage, asked: Question, spoken: Sequence[Spoken]) -> Choice:
    found = _candidates(stage, asked, spoken)
    ranked = sorted(found.values(), key=lambda one: (-one.score, one.actor.actor_id))
    if not ranked:
        return Choice(None, "pronoun_alone")
    listed = tuple(Alternative("pronoun_antecedent", one.actor.name, score=one.score) for one in ranked[:_LISTED])
    if any(_rivals(ranked[0], other, asked.pronoun) for other in ranked[1:]):
        return Choice(None, "pronoun_ambiguous", listed)
    return Choice(ranked[0].actor, f"pronoun_antecedent {asked.pronoun.rule}", listed[1:])


def _rivals(best: _Candidate, other: _Candidate, pronoun: Pronoun) -> bool:
    """Tell whether another candidate is too good for the best one to be sure of."""
    if best.score - other.score < _MARGIN:
        return True
    if other.sentence < best.sentence:
        return False
    if not best.stands_out:
        return True  # two in one sentence: Jan Bos belde Piet Vos
    told = pronoun.gender == _TELLING_GENDER and other.gender == pronoun.gender
    return told and not best.gender and not other.inside


def _candidates(stage: Stage, asked: Question, spoken: Sequence[Spoken]) -> dict[str, _Candidate]:
    found: dict[str, _Candidate] = {}
    near = [named for named in _near(stage, asked.span) if named.actor.actor_id not in asked.excluded
            and not named.belongs and _fits(stage, named.actor, asked, several=False)]  # fmt: skip
    last = spoken[-1].span if spoken else asked.span
    for named in near:
        actor, score = named.actor, _score(stage, named, asked.span)
        before = found.get(actor.actor_id)
        best = max(score, before.score) if before else score
        found[actor.actor_id] = _Candidate(actor, best, named.sentence, stage.genders.get(actor.actor_id, ""),
                                            inside=last.start <= named.mention.span.start < last.end)  # fmt: skip
    called = [said.span for said in spoken[-_LISTED:] if said.actor.actor_type == "unnamed"]
    first = asked.subject or _named_subject(stage, near, asked.span)
    if first is not None:
        spoken = [*(said for said in spoken[-1:] if said.actor.actor_id != first.actor.actor_id), first]
    for bonus, said in zip((_SPOKE_LAST, _SPOKE_BEFORE), reversed(spoken), strict=False):
        if said.actor.actor_id not in asked.excluded:
            _prefer(stage, asked, found, said, bonus, called)
    return found


def _prefer(
    stage: Stage, asked: Question, found: dict[str, _Candidate], said: Spoken, bonus: float, called: Sequence[Span]
) -> None:  # fmt: skip
    """Raise the score of somebody who spoke, or was a subject, near before a pronoun."""
    distance = _distance(stage, said.span, asked.span)
    if distance > _FAR or not (said is asked.subject or _fits(stage, said.actor, asked, several=said.plural)):
        return
    gender = asked.gender if said is asked.subject else stage.genders.get(said.actor.actor_id, "")
    if said is asked.subject and not (_is_many(asked) if said.plural else _may_be_person(asked, gender)):
        return
    sentence = stage.document.sentence_at(said.span.start).position
    one = found.setdefault(said.actor.actor_id, _Candidate(said.actor, _WITHOUT_NAME - distance, sentence, gender))
    same = _same_paragraph(stage, said.span, asked.span)
    one.score += bonus if same else _SPOKE_ELSEWHERE
    one.sentence = max(one.sentence, sentence)
    one.stands_out = said is not asked.subject or not _has_company(stage, found, said, called)


def _has_company(
    stage: Stage, found: Mapping[str, _Candidate], subject: Spoken, called: Sequence[Span]
) -> bool:  # fmt: skip
    """Tell whether a subject's sentence names somebody else who fits: een lerares belde Ruth Wiel.

    A name that hangs on the subject is no company (een woordvoerster van Ruth Wiel), nor is one inside what a
    speaker is `called`: een vrouw die zich Ruth noemt.
    """
    tokens, words = stage.tokens, stage.words
    for named in stage.within(stage.document.sentence_at(subject.span.start).span):
        start = named.mention.span.start
        if any(span.start <= start < span.end for span in called):
            continue
        if named.actor.actor_id in found and named.actor is not subject.actor and start > subject.span.end:
            between = [tokens.keys[at] for at in tokens.within(Span(subject.span.end, start))]
            small = all(words.is_person(key) or words.has("article", key) for key in between[1:])
            if not (between and words.has("preposition", between[0]) and small):
                return True
    return False


def _named_subject(stage: Stage, near: Sequence[Named], span: Span) -> Spoken | None:
    """Return who leads the nearest sentence in this paragraph, where nobody else in it fits the pronoun."""
    here = stage.document.sentence_at(span.start)
    last = near[-1] if near else None
    if last is None or last.paragraph != here.paragraph or here.position - last.sentence > 1:
        return None
    inside = [named for named in near if named.sentence == last.sentence]
    leads = [named for named in inside if named.leads and not named.hangs]
    alone = len({named.actor.actor_id for named in inside}) == 1
    return Spoken(leads[0].actor, leads[0].mention.span) if alone and leads else None


def _near(stage: Stage, span: Span) -> list[Named]:
    here = stage.document.sentence_at(span.start).position
    return [named for named in stage.before(span.start, _NEAREST) if here - named.sentence < _FAR and not named.quoted]


def _score(stage: Stage, named: Named, span: Span) -> float:
    here = stage.document.sentence_at(span.start)
    score = _NAMED_HERE - (here.position - named.sentence)
    score += _LEADS if named.leads else 0.0
    score -= _HANGS if named.hangs else 0.0
    return score - (_OTHER_PARAGRAPH if named.paragraph != here.paragraph else 0.0)


def _same_paragraph(stage: Stage, before: Span, span: Span) -> bool:
    return stage.document.sentence_at(before.start).paragraph == stage.document.sentence_at(span.start).paragraph


def _distance(stage: Stage, before: Span, span: Span) -> int:
    return stage.document.sentence_at(span.start).position - stage.document.sentence_at(before.start).position


def _fits(stage: Stage, actor: Actor, asked: Question, *, several: bool) -> bool:
    pronoun = asked.pronoun
    if pronoun.gender == "thing":
        return actor.actor_type in ("organisation", "state", "group")
    if pronoun.number == "dual":
        return several  # both: never one of the two
    if _is_many(asked):
        return several or actor.actor_type in ("group", "organisation")
    if several or not (actor.actor_type == "person" or actor.actor_id in stage.people):
        return False
    return _may_be_person(asked, stage.genders.get(actor.actor_id, ""))


def _is_many(asked: Question) -> bool:
    return asked.pronoun.number == "plural" or (asked.pronoun.number == "" and asked.plural is True)


def _may_be_person(asked: Question, gender: str) -> bool:
    """Tell whether a pronoun may stand for one person of this gender; an unknown one fits."""
    if asked.pronoun.gender == "thing" or asked.pronoun.number == "dual" or _is_many(asked):
        return False
    return not (gender and asked.pronoun.gender and gender != asked.pronoun.gender)


def last_named(stage: Stage, span: Span, excluded: Collection[str] = ()) -> Choice:
    """Return the last actor that is named before a demonstrative or relative pronoun, and is not excluded."""
    before = [named for named in stage.before(span.start, _NEAREST)
              if not named.quoted and named.actor.actor_id not in excluded]  # fmt: skip
    if not before or stage.document.sentence_at(span.start).position - before[-1].sentence > 1:
        return Choice(None, "demonstrative_alone")
    same = before[-1].sentence == stage.document.sentence_at(span.start).position
    return Choice(before[-1].actor, "relative_pronoun" if same else "demonstrative_last_named")
