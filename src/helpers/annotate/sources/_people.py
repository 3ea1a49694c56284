"""Who is on stage: every mention that names an actor, with its titles, its gender and its place in the sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from helpers.annotate._identity import Identity
from helpers.annotate.sources._words import SourceWords
from helpers.model import Actor, Document, Mention, Span
from helpers.text.words import Words, find_words, word_keys

_BEFORE, _AFTER = 6, 9
_LEAD = 2  # words before the noun that belong to it: the Danish | coach
_BREAKS = frozenset(",;:.\n\"“”‘«»()")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of an actor, as a possible antecedent.

    Parameters
    ----------
    mention : Mention
    actor : Actor
    sentence, paragraph : int
    quoted : bool
        It stands between quotation marks.
    leads : bool
        Nothing but titles and small words stands before it in its sentence: mostly the subject.
    hangs : bool
        A preposition stands before it.
    belongs : bool
        One word that only a preposition ties to the name before it: Ruth Wiel van Pelt.
    """

    mention: Mention
    actor: Actor
    sentence: int
    paragraph: int
    quoted: bool
    leads: bool
    hangs: bool
    belongs: bool = False


@dataclass(slots=True)
class Stage:
    """Everybody who is named in an article.

    Parameters
    ----------
    document : Document
    tokens : Words
    words : SourceWords
    named : list of Named
        In order of the text.
    titles : dict of str to set of str
        By the actor's id: the nouns that the article, or the table, gives it.
    contexts : dict of str to set of str
        By the actor's id: every word around the titles, to tell one mayor from another.
    genders : dict of str to str
    actors : dict of str to Actor
    people : set of str
        Unnamed sources that are one person.
    outer : tuple of Span
        What stands between outer quotation marks.
    starts : list of int
        Where each of `named` begins.
    places : dict of str to list of int
        By the actor's id: its indices in `named`.
    shared : dict of Span to Mention
        Names that several actors bear, and that none of them is known to be meant by.
    """

    document: Document
    tokens: Words
    words: SourceWords
    named: list[Named] = field(default_factory=list)
    titles: dict[str, set[str]] = field(default_factory=dict)
    contexts: dict[str, set[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    outer: tuple[Span, ...] = ()
    starts: list[int] = field(default_factory=list)
    places: dict[str, list[int]] = field(default_factory=dict)
    shared: dict[Span, Mention] = field(default_factory=dict)

    def before(self, offset: int, most: int | None = None) -> list[Named]:
        """Return who is named before an offset, the nearest last, at most so many."""
        end = bisect_left(self.starts, offset)
        return self.named[0 if most is None else max(0, end - most) : end]

    def within(self, span: Span) -> list[Named]:
        """Return who is named inside a stretch."""
        return [n for n in self.named[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]
                if n.mention.span.end <= span.end + 1]  # fmt: skip

    def is_quoted(self, offset: int) -> bool:
        """Tell whether an offset stands between quotation marks."""
        at = bisect_right(self.outer, offset, key=lambda span: span.start) - 1
        return at >= 0 and offset < self.outer[at].end


def set_stage(
    document: Document, words: SourceWords, mentions: Sequence[Mention], actors: Sequence[Actor], *,
    table: Sequence[Actor] = (),
) -> Stage:  # fmt: skip
    """Note who is named where, and with which titles."""
    known = _by_id(Identity(table)) | {actor.actor_id: actor for actor in actors}
    stage = Stage(document, find_words(document.text), words, actors=known)
    stage.outer = tuple(quotation.content for quotation in document.quotations if quotation.depth == 0)
    for mention in sorted(mentions, key=lambda m: (m.span.start, m.span.end)):
        actor = stage.actors.get(mention.entity_id)
        if mention.entity_type == "actor" and actor is not None:
            _add(stage, mention, actor)
        elif mention.entity_type == "actor" and mention.considered:
            stage.shared[mention.span] = mention
    stage.named = _level(stage)
    stage.starts = [named.mention.span.start for named in stage.named]
    for at, named in enumerate(stage.named):
        stage.places.setdefault(named.actor.actor_id, []).append(at)
    return stage


@lru_cache(maxsize=4)
def _by_id(table: Identity[Sequence[Actor]]) -> dict[str, Actor]:
    return {actor.actor_id: actor for actor in table.thing}


def _level(stage: Stage) -> list[Named]:
    """Let nobody lead over whom he is joined with: ``Jan Bos en Piet Vos kwamen`` has one subject of two people."""
    named = stage.named[:1]
    for after in stage.named[1:]:
        before = named[-1]
        tokens = stage.tokens
        between = tokens.keys[bisect_left(tokens.starts, before.mention.span.end) : bisect_left(
            tokens.starts, after.mention.span.start)]
        joined = bool(between) and stage.words.has("joining", between[0]) and all(
            is_small(key, stage.words) or stage.words.has("definite", key) for key in between[1:])
        if len(between) == 1 and stage.words.has("preposition", between[0]) and " " not in after.actor.name:
            after = replace(after, belongs=True)
        same = joined and before.sentence == after.sentence
        named.append(replace(after, leads=before.leads, hangs=before.hangs) if same else after)
    return named


def _add(stage: Stage, mention: Mention, actor: Actor) -> None:
    tokens, words = stage.tokens, stage.words
    sentence = stage.document.sentence_at(mention.span.start)
    first = bisect_left(tokens.starts, mention.span.start)
    start = bisect_left(tokens.starts, sentence.span.start)
    lead = tokens.keys[start:first]
    before = tokens.keys[first - 1] if first > start else ""
    stage.named.append(Named(
        mention, actor, sentence.position, sentence.paragraph, stage.is_quoted(mention.span.start),
        leads=_leads(lead, words), hangs=_hangs(lead, words) and before != "",
    ))  # fmt: skip
    _note_titles(stage, actor, first, start, mention.span)


def _leads(lead: Sequence[str], words: SourceWords) -> bool:
    """Tell whether only small words stand before a name, and no other subject: een strijder | president Lange."""
    other = bool(lead) and words.has("indefinite", lead[0]) and any(words.is_person(key) for key in lead)
    return not other and all(is_small(key, words) for key in lead)


def is_small(key: str, words: SourceWords) -> bool:
    """Tell whether a word is a title, a noun for an organisation, an adjective of nationality or an article."""
    return words.is_person(key) or words.is_organisation(key) or key in words.adjectives or words.has("article", key)


def _hangs(lead: Sequence[str], words: SourceWords) -> bool:
    for key in reversed(lead):
        if words.has("preposition", key):
            return True
        if not is_small(key, words):
            return False
    return False


def _note_titles(stage: Stage, actor: Actor, first: int, start: int, span: Span) -> None:
    if actor.actor_id not in stage.titles:
        stage.titles[actor.actor_id] = _titles_of_table(stage, actor)
    titles = stage.titles[actor.actor_id]
    around = stage.contexts.setdefault(actor.actor_id, set())
    for keys in (_phrase_before(stage, first, start), _apposition(stage, span)):
        nouns = {key for key in keys if stage.words.is_person(key) or stage.words.is_organisation(key)}
        if nouns:
            titles |= nouns
            around.update(keys)
    _note_gender(stage, actor, titles)


def _titles_of_table(stage: Stage, actor: Actor) -> set[str]:
    roles = (actor.role.lower(), *actor.role_phrases) if actor.origin == "curated" else ()
    return {key for role in roles for key in word_keys(role) if stage.words.is_person(key)}


def _note_gender(stage: Stage, actor: Actor, titles: set[str]) -> None:
    if actor.actor_type != "person":
        return
    keys = (*titles, *word_keys(actor.name)[:1])
    told = {stage.words.genders.get(key, "") for key in keys} - {""}
    if len(told) == 1:
        stage.genders[actor.actor_id] = told.pop()


def _phrase_before(stage: Stage, first: int, start: int) -> tuple[str, ...]:
    """Return the words of the noun phrase that ends in the name, or in a comma and the name (the coach, Ruth Wiel)."""
    tokens, words = stage.tokens, stage.words
    comma = first > start and tokens.gap(first - 1) == ", "
    at = first
    while at > max(start, first - _BEFORE) and (not _breaks(tokens.gap(at - 1)) or (comma and at == first)):
        at -= 1
        if words.has("definite", tokens.keys[at]):
            break
    keys = tokens.keys[at:first]
    if comma and not words.has("definite", keys[0]):
        return ()
    nouns = [i for i, key in enumerate(keys) if words.is_person(key) or words.is_organisation(key)]
    if nouns and not comma and _is_verb_after(stage, at + nouns[-1], first):
        return ()
    return keys[max(0, _own_start(stage, [at + noun for noun in nouns], first) - at) :] if nouns else ()


def _own_start(stage: Stage, nouns: list[int], name: int) -> int:
    """Return where the phrase begins that a name is in: een bakker belde met | burgemeester Ruth Wiel."""
    tokens, words = stage.tokens, stage.words
    own = nouns[-1]
    for noun in reversed(nouns[:-1]):
        before = own - 1
        while before > noun and (is_small(tokens.keys[before], words) or words.has("definite", tokens.keys[before])):
            before -= 1
        hangs = words.has("preposition", tokens.keys[before]) and words.is_person(tokens.keys[own])
        if hangs or _is_verb_after(stage, noun, name):
            return max(noun + 1, own - _LEAD)
        own = noun
    return own - _LEAD


def _is_verb_after(stage: Stage, noun: int, name: int) -> bool:
    """Tell whether what follows a noun is no part of a title: de buurman | belde Ruth Wiel."""
    tokens, words, key = stage.tokens, stage.words, stage.tokens.keys[noun + 1]
    if noun + 1 >= name or stage.document.text[tokens.starts[noun + 1]].isupper():
        return False
    return not (words.has("preposition", key) or words.has("joining", key) or is_small(key, words))


def _breaks(gap: str) -> bool:
    return not _BREAKS.isdisjoint(gap)


def _apposition(stage: Stage, span: Span) -> tuple[str, ...]:
    """Return the words between the comma after a name and the next comma or stop."""
    tokens = stage.tokens
    last = bisect_left(tokens.starts, span.end) - 1
    if last < 0 or not tokens.gap(last).startswith(","):
        return ()
    end = last + 1
    while end < len(tokens) - 1 and end < last + _AFTER and not _breaks(tokens.gap(end)):
        end += 1
    keys = tokens.keys[last + 1 : end + 1]
    opens = keys[:1] and (is_small(keys[0], stage.words) or stage.words.has("definite", keys[0]))
    return keys if opens and not stage.words.has("relative", keys[0]) else ()
