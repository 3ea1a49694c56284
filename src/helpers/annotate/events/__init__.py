"""Find what is said to happen: a trigger in a claim's content, with who, where and when as far as its clause says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from helpers.annotate._holders import all_innermost
from helpers.annotate.events._arguments import Setting, find_agents, find_place, find_time
from helpers.annotate.events._realis import realis_of
from helpers.annotate.events._triggers import Trigger, event_words, find_triggers
from helpers.model import Claim, Document, Event, Mention, Sentence, Span, Timex, make_id
from helpers.resources.codebook import Codebook
from helpers.resources.lexicons import Lexicon
from helpers.text.words import find_words

__all__ = ["find_events"]

Found = TypeVar("Found", Mention, Timex)
_OWN_WORDS = "own_words"  # the rule of a claim whose verb stands in its frame


def find_events(
    document: Document,
    lexicon: Lexicon,
    *,
    claims: Sequence[Claim],
    mentions: Sequence[Mention] = (),
    times: Sequence[Timex] = (),
    codebook: Codebook,
) -> tuple[Event, ...]:
    """Find every event that a claim of the document holds.

    Parameters
    ----------
    document : Document
    lexicon : Lexicon
        Of the document's language.
    claims : sequence of Claim
        A trigger outside every claim's content names no event, but for one that is itself an act of speech (``eiste
        de aanslag op``): as the cue of a claim it names an event of that claim.
    mentions : sequence of Mention
    times : sequence of Timex
    codebook : Codebook
        Only its event types are found.

    Returns
    -------
    tuple of Event
        In the order of the text, one for every claim that holds it: who says so and who denies it have a row each.
        A denied, failed or hoped-for event is a row too: read its status and its polarity.

    Examples
    --------
    >>> from helpers.model import Card, Span
    >>> from helpers.resources.codebook import read_codebook
    >>> from helpers.resources.lexicons import read_lexicon
    >>> from helpers.text import build_document
    >>> document = build_document("De bewoners zijn geëvacueerd.", Card("a.txt", language="nl"))
    >>> claim = Claim("a.c0-28.0", Span(0, 28), "newsroom", "narrated", "example")
    >>> found = find_events(document, read_lexicon("nl"), claims=[claim], codebook=read_codebook())
    >>> [(event.trigger.of(document.text), event.event_type, event.status) for event in found]
    [('geëvacueerd', 'evacuation', 'reported')]
    """
    words, event_lexicon = find_words(document.text), event_words(lexicon)
    known = {row.key for row in codebook.rows("event_types")}
    places = [mention.span for mention in mentions if mention.entity_type == "place"]
    mentions_of, times_of = _by_sentence(document, mentions), _by_sentence(document, times)
    events = []
    triggers = [*find_triggers(words, event_lexicon, known, places)]
    ends = frozenset(trigger.last for trigger in triggers)
    for trigger in triggers:
        span = words.span(trigger.first, trigger.last)
        holders = all_innermost(claims, span) or _of_frame(document, trigger, span, claims)[:1]
        if not holders or _is_time(trigger, span, times_of.get(_at(document, span), ())):
            continue
        sentence = document.sentence_at(span.start)
        others = [timex for timex in times_of.get(sentence.position, []) if not timex.span.overlaps(span)]
        settings = [Setting(words, trigger, claim, sentence, mentions_of.get(sentence.position, []), others, ends)
                    for claim in _first_held(sentence, holders)]
        events += [_build_event(document, setting, lexicon, is_first=not number)
                   for number, setting in enumerate(settings)]
    return tuple(events)


def _first_held(sentence: Sentence, holders: Sequence[Claim]) -> list[Claim]:
    """Return the claims that hold one content, that of its own sentence first: the others only answer it."""
    return sorted(holders, key=lambda claim: bool(claim.cue) and not (claim.cue and sentence.span.contains(claim.cue)))


def _build_event(document: Document, setting: Setting, lexicon: Lexicon, *, is_first: bool) -> Event:
    words, trigger, claim, event_lexicon = setting.words, setting.trigger, setting.claim, event_words(lexicon)
    span = words.span(trigger.first, trigger.last)
    agent_id, target_id = find_agents(setting, event_lexicon)
    place, timex = find_place(setting, event_lexicon), find_time(setting, event_lexicon)
    polarity, unrealised = realis_of(lexicon).polarity_of(words, trigger)
    cited = (f"trigger {trigger.entry.row.row_id}", place.rule if place else "", unrealised)
    return Event(
        event_id=make_id(document.article_id, "e", span, *([] if is_first else [claim.cue])), trigger=span,
        event_type=trigger.entry.event_type, claim_id=claim.claim_id, status=claim.status,
        polarity=polarity, rule=" ".join(part for part in cited if part), agent_id=agent_id, target_id=target_id,
        place_id=place.place_id if place else "", place_role=place.role if place else None,
        time_id=timex.time_id if timex else "", edtf=timex.edtf if timex else "",
        earliest=timex.earliest if timex else None, latest=timex.latest if timex else None,
    )  # fmt: skip


def _of_frame(document: Document, trigger: Trigger, span: Span, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return whose frame holds a trigger: an act of speech, or the verb of ``verloor naar eigen zeggen twee man``."""
    if "cue" in trigger.entry.roles:
        return tuple(one for one in claims if one.cue and one.cue.overlaps(span))
    sentence = document.sentence_at(span.start).span
    return tuple(one for one in claims if one.cue and one.rule.startswith(_OWN_WORDS) and one.cue.start >= span.end
                 and sentence.contains(one.cue))  # fmt: skip


def _is_time(trigger: Trigger, span: Span, times: Iterable[Timex]) -> bool:
    """Tell whether a trigger is part of a time; a noun that ends one is what it counts from: a week after the raid."""
    return any(timex.span.overlaps(span) and not (trigger.is_noun and timex.span.start < span.start
                                                  and timex.span.end == span.end) for timex in times)  # fmt: skip


def _at(document: Document, span: Span) -> int:
    return document.sentence_at(span.start).position


def _by_sentence(document: Document, found: Iterable[Found]) -> dict[int, list[Found]]:
    grouped: dict[int, list[Found]] = {}
    for item in found:
        grouped.setdefault(_at(document, item.span), []).append(item)
    return grouped
