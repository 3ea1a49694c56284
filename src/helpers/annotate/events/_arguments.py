"""Who, to whom, where and when: read off the trigger's own clause, left empty where that does not say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.annotate._holders import pieces
from helpers.annotate.events._triggers import EventWords, Trigger
from helpers.model import Claim, Mention, Sentence, Span, Timex
from helpers.model.annotations import PlaceRole
from helpers.text.words import Words

_LOOK_BACK = 4
_CHAIN = 3
_WHOLE_CLAUSE = 10_000
_BESIDE = 12
_OPENING = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a trigger: its claim, its sentence, what was found there, and where other triggers end."""

    words: Words
    trigger: Trigger
    claim: Claim
    sentence: Sentence
    mentions: Sequence[Mention]
    times: Sequence[Timex]
    others: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PlaceRead:
    """A place with its role, and the rule that found it."""

    place_id: str
    role: PlaceRole
    rule: str


def find_agents(setting: Setting, lexicon: EventWords) -> tuple[str, str]:
    """Return who does it and to whom it is done, each empty where the clause does not say."""
    trigger, roles = setting.trigger, setting.trigger.entry.roles
    actors = [mention for mention in setting.mentions
              if mention.entity_type == "actor" and mention.entity_id and _in_clause(setting, mention.span)]
    agent = next((m.entity_id for m in actors if _preposition(setting, m.span, lexicon) == "agent"), "")
    plain = [m for m in actors if not _preposition(setting, m.span, lexicon)]
    start = setting.words.starts[trigger.first]
    before = [m for m in plain if m.span.end <= start]
    after = [m for m in plain if m.span.start > start]
    subject = before[0].entity_id if before else ""
    target = ""
    if _is_passive(setting, lexicon):
        target = subject if "target" in roles else ""
    elif "agent" in roles and not _is_nominal(setting, lexicon):
        agent = agent or subject or (after[0].entity_id if after and _is_next(setting, after[0].span) else "")
        if "target" in roles:
            target = next((m.entity_id for m in after if m.entity_id != agent), "")
    if not target and "target" in roles:
        target = next((m.entity_id for m in actors if _preposition(setting, m.span, lexicon) == "target"
                       and m.entity_id != agent), "")
    return agent, target


def find_place(setting: Setting, lexicon: EventWords) -> PlaceRead | None:
    """Return where it is said to happen, None where neither the clause nor the sentence says one place."""
    places = [mention for mention in setting.mentions
              if mention.entity_type == "place" and mention.entity_id and mention.form in ("name", "alias")]
    stated = [mention for mention in places if _in_content(setting.claim, mention.span)]
    near = [mention for mention in stated if _in_clause(setting, mention.span)]
    there = [mention for mention in near if _preposition(setting, mention.span, lexicon) == "at"]
    if there:
        nearest = min(there, key=lambda m: _distance(setting, m.span))
        within = _narrower(setting, _narrowest(setting, nearest, there), near, lexicon)
        return PlaceRead(within.entity_id, "happened_at", "place_in_clause")
    reach = _CHAIN if _is_nominal(setting, lexicon) else _WHOLE_CLAUSE
    for mention in sorted(near, key=lambda m: _distance(setting, m.span)):
        argues = "place" in setting.trigger.entry.roles and _distance(setting, mention.span) <= reach
        if argues and not _preposition(setting, mention.span, lexicon):
            return PlaceRead(mention.entity_id, "happened_at", "place_as_argument")
    distinct = {mention.entity_id for mention in stated}
    if len(distinct) == 1:
        at = any(_preposition(setting, mention.span, lexicon) == "at" for mention in stated)
        return PlaceRead(stated[0].entity_id, "happened_at" if at and not near else "mentioned", "place_in_sentence")
    framed = [mention for mention in places if mention not in stated]
    if stated or len(framed) != 1 or setting.claim.voice != "source":
        return None
    said_at = _preposition(setting, framed[0].span, lexicon) == "at"
    return PlaceRead(framed[0].entity_id, "said_at", "place_in_frame") if said_at else None


def _narrowest(setting: Setting, nearest: Mention, there: Sequence[Mention]) -> Mention:
    """Return the last place of a chain: "in Russia's Belgorod region" is in Belgorod."""
    for mention in there:
        between = setting.words.text[nearest.span.end : mention.span.start]
        if 0 < len(between) <= _CHAIN and between.isprintable():
            return mention
    return nearest


def _narrower(setting: Setting, place: Mention, near: Sequence[Mention], lexicon: EventWords) -> Mention:
    """Return the place that is said to lie in another: "the village of Mora in the Tarnow region" is Mora."""
    for mention in near:
        between = setting.words.within(Span(mention.span.end, place.span.start)) if mention.span < place.span else ()
        opens = 0 < len(between) <= _CHAIN and lexicon.has_role(setting.words.keys[between[0]], "at")
        if opens and _preposition(setting, mention.span, lexicon) in ("", "at"):
            return mention
    return place


def find_time(setting: Setting, lexicon: EventWords) -> Timex | None:
    """Return the expression that dates it: the nearest of its clause, else the only one, which opens its sentence.

    An event that stands behind a preposition (``een punt achter de inval``) is not what the clause dates: only
    an expression right beside it does (``de inval van maandag``).
    """
    dated = [timex for timex in setting.times
             if timex.reference != "duration" and timex.time_id != setting.claim.said_time_id
             and _in_content(setting.claim, timex.span)]
    near = [timex for timex in dated if _in_clause(setting, timex.span)]
    if _is_background(setting, lexicon):
        near = [timex for timex in near if _distance(setting, timex.span) <= _BESIDE]
        return near[0] if near else None
    if near:
        return min(near, key=lambda timex: _distance(setting, timex.span))
    opening = setting.words.within(setting.sentence.span)[:_OPENING]
    first = [timex for timex in dated if timex.span.start in {setting.words.starts[index] for index in opening}]
    return first[0] if len(dated) == 1 and first else None


def _is_nominal(setting: Setting, lexicon: EventWords) -> bool:
    if setting.trigger.is_noun:
        return True
    before = setting.words.keys[setting.trigger.first - 1] if setting.trigger.first else ""
    return any(lexicon.has_role(before, role) for role in ("determiner", "at", "other"))


def _is_background(setting: Setting, lexicon: EventWords) -> bool:
    first = setting.trigger.first
    before = range(first - 1, max(setting.trigger.clause.start, first - 3) - 1, -1)
    if not _is_nominal(setting, lexicon):
        return False
    return any(lexicon.has_role(setting.words.keys[index], role) for index in before for role in ("at", "other"))


def _in_clause(setting: Setting, span: Span) -> bool:
    words, clause = setting.words, setting.trigger.clause
    return words.starts[clause[0]] <= span.start and span.end <= words.ends[clause[-1]]


def _in_content(claim: Claim, span: Span) -> bool:
    held = pieces(claim)
    return min(piece.start for piece in held) <= span.start and span.end <= max(piece.end for piece in held)


def _distance(setting: Setting, span: Span) -> int:
    start, end = setting.words.starts[setting.trigger.first], setting.words.ends[setting.trigger.last]
    return max(span.start - end, start - span.end)


def _is_next(setting: Setting, span: Span) -> bool:
    return len(setting.words.within(Span(setting.words.ends[setting.trigger.last], span.start + 1))) <= 3


def _is_passive(setting: Setting, lexicon: EventWords) -> bool:
    if "participle" not in setting.trigger.entry.roles or _is_nominal(setting, lexicon):
        return False
    around = {setting.words.keys[index] for index in setting.trigger.clause}
    return any(lexicon.has_role(word, "passive") for word in around) and not any(
        lexicon.has_role(word, "active") for word in around
    )


def _preposition(setting: Setting, span: Span, lexicon: EventWords) -> str:
    """Return what the preposition before a mention makes of it: at, agent, target, other; empty without one."""
    words = setting.words
    index = words.within(span)[0]
    limit, begin = index - _LOOK_BACK, words.stretch(index).start
    back, unsaid = index, ""
    while back > max(begin, limit):
        back -= 1
        roles = lexicon.frames.get(words.keys[back], frozenset())
        if "of" in roles:
            # "in het centrum van de stad": what stands before the noun decides; "the town of" is its name
            named = back > begin and lexicon.has_role(words.keys[back - 1], "settlement")
            limit, unsaid = back - _LOOK_BACK, unsaid if named else "other"
            continue
        role = next((role for role in ("agent", "at", "target", "other") if role in roles), "")
        if role == "at" and back - 1 != setting.trigger.last and back - 1 in setting.others:
            # "een persbijeenkomst in Tarnow": the place is that of the other event
            return "other"
        if role:
            targeted = role == "at" and "target" in roles and "target" in setting.trigger.entry.roles
            return "target" if targeted and _names_actor(setting, span) else role
        if back == setting.trigger.last or "verb" in roles or "break" in roles:
            return unsaid
    return unsaid


def _names_actor(setting: Setting, span: Span) -> bool:
    return any(mention.span == span and mention.entity_type == "actor" for mention in setting.mentions)
