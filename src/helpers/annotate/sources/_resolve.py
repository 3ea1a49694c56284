"""Walk through the claims in the order of the text and say of each who speaks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.fuzz import partial_ratio

from helpers.annotate._identity import Identity
from helpers.annotate.sources._organisations import find_organisation
from helpers.annotate.sources._own_words import in_own_person, without_own_words
from helpers.annotate.sources._paragraphs import speakers_below
from helpers.annotate.sources._people import Named, Stage, set_stage
from helpers.annotate.sources._phrases import Phrase, find_heads, is_pair, names_nobody, read_phrase, without_remark
from helpers.annotate.sources._pronouns import (
    Choice,
    Question,
    Spoken,
    contradicted,
    find_antecedent,
    last_named,
)  # fmt: skip
from helpers.annotate.sources._roles import find_role, index_roles, same_noun
from helpers.annotate.sources._shared import find_bearer
from helpers.annotate.sources._subjects import find_subject
from helpers.annotate.sources._words import read_source_words
from helpers.model import Actor, Claim, Document, Mention, Span, make_id
from helpers.model.annotations import MentionForm
from helpers.resources.lexicons import Lexicon

_NOT_ASCII = re.compile(r"[^a-z0-9]+")
_REPEATED = 85
_LONGEST_NAME = 90


class Resolver:
    """The state of one article's reading: who is on stage, who spoke last, which unnamed sources there are."""

    def __init__(
        self, document: Document, lexicon: Lexicon, mentions: Sequence[Mention], actors: Sequence[Actor], *,
        table: Sequence[Actor] = (),
    ) -> None:  # fmt: skip
        self.document = document
        self.words = read_source_words(lexicon)
        self.stage: Stage = set_stage(document, self.words, mentions, actors, table=table)
        self.roles = index_roles(Identity(table))
        self.added: list[Mention] = []
        self.new: dict[str, Actor] = {}
        self.spoken: list[Spoken] = []
        self.heads: dict[str, str] = {}
        self.plural: set[str] = set()
        self.by_span: dict[Span, Actor] = {}
        self.taken = {mention.mention_id for mention in mentions}

    def resolve(self, claims: Sequence[Claim]) -> list[Claim]:
        """Return the claims with their sources, in the order given."""
        done: dict[int, Claim] = {}
        for at in sorted(range(len(claims)), key=lambda i: _order(claims[i])):
            done[at] = self._one(claims[at])
        done |= speakers_below(self.document, done)
        done |= in_own_person(self.document, self.words, done)
        left = without_own_words(self.words, done)
        kept = {at: claim for at in range(len(claims)) if (claim := left.get(at, done[at])) is not None}
        return [claim if claim.source_id else _less_sure(self._repeated(claim, kept)) for claim in kept.values()]

    def _one(self, claim: Claim) -> Claim:
        if claim.voice != "source":
            return claim
        choice = self._goes_on(claim) if claim.source is None else self._source(claim, claim.source)
        if choice.actor is None:
            return replace(claim, considered=(*claim.considered, *choice.considered))
        actor = choice.actor
        anchor = claim.source or claim.span
        self.spoken.append(Spoken(actor, anchor, actor.actor_id in self.plural, claim))
        return replace(claim, source_id=actor.actor_id, rule=f"{claim.rule} + {choice.rule}",
                       considered=(*claim.considered, *choice.considered))  # fmt: skip

    def _goes_on(self, claim: Claim) -> Choice:
        """Give a claim without a source the speaker before it: a quote that goes on, or a cue without a subject."""
        if claim.cue is not None:
            cue = claim.cue.of(self.document.text).lower()
            if cue not in self.words.roles.get("impersonal_cue", ()):
                return Choice(None, "no_source")
        if not self.spoken:
            return Choice(None, "no_source")
        here, last = self.document.sentence_at(claim.span.start), self.spoken[-1]
        said = last.claim or claim
        there = self.document.sentence_at(max(said.span.end, (said.cue or said.span).end) - 1)
        if here.paragraph - there.paragraph > (0 if claim.cue else 1) or here.position - there.position > 3:
            return Choice(None, "no_source")
        if claim.cue is None:
            return Choice(last.actor, "speaker_before")
        others = [named for named in self.stage.within(here.span) if named.hangs and not named.quoted
                  and named.actor.actor_id != last.actor.actor_id]  # fmt: skip
        return Choice(None, "no_source") if others else Choice(last.actor, "impersonal_cue")  # bij Acme, luidt het daar

    def _source(self, claim: Claim, span: Span) -> Choice:
        heads = find_heads(self.stage, span)
        if len(heads) > 1:
            return self._joint(heads)
        if heads and not is_pair(self.stage, span):
            return Choice(heads[0].actor, "name_in_source")
        bearer = find_bearer(self.stage, span)
        if bearer is not None:
            return bearer
        key = span.of(self.document.text).lower()
        if key in self.words.pronouns:
            return self._pronoun(claim, span, key)
        if self.words.has("empty", key) or self.words.has("first_person", key):
            return Choice(None, "no_source")
        return self._noun_phrase(claim, self._without_object(self._without_verb(claim, span)))

    def _joint(self, heads: list[Named]) -> Choice:
        """Make one group of sources that speak together."""
        joint, joint_nl = (next(iter(self.words.roles.get(role, ())), "+") for role in ("joint", "joint_nl"))
        name = f" {joint} ".join(named.actor.name for named in heads)
        dutch = f" {joint_nl} ".join(named.actor.name_nl or named.actor.name for named in heads)
        actor = Actor(f"found-{slug(name)}", name, "group", origin="found", name_nl="" if dutch == name else dutch)
        self.plural.add(actor.actor_id)
        self.new[actor.actor_id] = actor
        return Choice(actor, "joint_sources")

    def _pronoun(self, claim: Claim, span: Span, key: str) -> Choice:
        inside = self.document.text[max(0, span.start - 2) : span.start].rstrip().endswith(",")
        excluded = contradicted(self.words, claim, self.spoken)
        if self.words.has("demonstrative", key) or (self.words.has("relative_pronoun", key) and inside):
            choice = last_named(self.stage, span, excluded)
        else:
            subject = find_subject(self.stage, span)
            asked = Question(span, self.words.pronouns[key], self._is_plural(claim, key), excluded=excluded)
            if subject is not None:
                gender = self.words.genders.get(subject.head, "")
                asked = replace(asked, subject=self._as_subject(subject), gender=gender)
            choice = find_antecedent(self.stage, asked, self.spoken)
            unnamed = choice.actor is not None and choice.actor.actor_type == "unnamed"
            if unnamed and subject is not None and asked.subject is not None and choice.actor is asked.subject.actor:
                self._take_up(asked.subject.actor, subject)
        if choice.actor is not None:
            self._mention(span, choice.actor, "pronoun", choice.rule)
        return choice

    def _as_subject(self, phrase: Phrase) -> Spoken:
        """Return whom a noun at the head of a sentence stands for: somebody named before, by his role, or no name."""
        actor = self.by_span.get(phrase.span)
        role = None if actor else find_role(self.stage, phrase, self.roles)
        actor = actor or (role.actor if role else None) or self._unnamed_actor(phrase)
        return Spoken(actor, phrase.span, self.words.is_people(phrase.head))

    def _is_plural(self, claim: Claim, key: str) -> bool | None:
        if self.words.has("singular_pronoun", key):
            return False
        endings = self.words.roles.get("plural_ending", ())
        if not endings or claim.cue is None:
            return None
        cue = claim.cue.of(self.document.text).lower().split()
        return bool(cue) and cue[0].endswith(tuple(endings))

    def _noun_phrase(self, claim: Claim, span: Span) -> Choice:
        phrase = self._in_headline(read_phrase(self.stage, span))
        excluded = contradicted(self.words, claim, self.spoken)
        choice = find_role(self.stage, phrase, self.roles, excluded)
        if choice is None and not self._is_known_unnamed(phrase):
            choice = find_organisation(self.stage, phrase, self.spoken, excluded)
        if choice is not None and choice.actor is not None:
            self._mention(span, choice.actor, "role", choice.rule)
            self.by_span[span] = choice.actor
            return choice
        unnamed = self._unnamed(phrase)
        return replace(unnamed, considered=choice.considered) if choice else unnamed

    def _is_known_unnamed(self, phrase: Phrase) -> bool:
        return phrase.definite and self._same_unnamed(phrase) is not None

    def _without_object(self, span: Span) -> Span:
        """Cut somebody else off behind an indefinite person: a fighter | President Lange (was what he spoke of)."""
        tokens = self.stage.tokens
        inside = [*tokens.within(span)]
        return tokens.span(inside[0], inside[at]) if (at := names_nobody(self.stage, span)) else span

    def _without_verb(self, claim: Claim, span: Span) -> Span:
        """Leave the first verb out of a headline's subject: Governor films (himself and says), Mayor | opens."""
        tokens, endings = self.stage.tokens, tuple(self.words.roles.get("singular_verb", ()))
        inside = [*tokens.within(span)]
        if not (endings and claim.cue and len(inside) > 1 and self._is_headline(span)):
            return span
        cue, (noun, verb) = claim.cue.of(self.document.text).lower(), (tokens.keys[at] for at in inside[:2])
        # a plural noun would have a plural verb: Governor aides say
        agree = cue.endswith(endings) and verb.endswith(endings)
        return tokens.span(inside[0], inside[0]) if agree and self.words.is_person(noun) else span

    def _is_headline(self, span: Span) -> bool:
        return self.document.sentence_at(span.start).part in ("title", "heading")

    def _in_headline(self, phrase: Phrase) -> Phrase:
        """Read a title without an article as one with it, as headlines leave it out: Governor says."""
        bare = len(phrase.keys) == 1 and self.words.is_person(phrase.head)
        return replace(phrase, definite=True) if bare and self._is_headline(phrase.span) else phrase

    def _unnamed(self, phrase: Phrase) -> Choice:
        """Take up an unnamed source again, or make a new one."""
        actor = self.by_span.get(phrase.span) or (self._same_unnamed(phrase) if phrase.definite else None)
        rule = "unnamed_again" if actor else "unnamed_source"
        actor = actor or self._unnamed_actor(phrase)
        self._take_up(actor, phrase)
        self._mention(phrase.span, actor, "role", rule)
        return Choice(actor, rule)

    def _take_up(self, actor: Actor, phrase: Phrase) -> None:
        """Note an unnamed source with what its noun tells: one or several, a person, a gender."""
        self.new[actor.actor_id] = actor
        self.heads[actor.actor_id] = phrase.head
        self.by_span[phrase.span] = actor
        neuter = bool(phrase.keys) and self.words.has("neuter", phrase.keys[0])
        if self.words.is_person(phrase.head) or (not neuter and self.words.may_be_person(phrase.head)):
            self.stage.people.add(actor.actor_id)
        endings = tuple(self.words.roles.get("plural_noun", ()))
        if endings and phrase.head.endswith(endings) and not self._is_single(phrase):
            self.plural.add(actor.actor_id)
        gender = self.words.genders.get(phrase.head, "")
        if gender:
            self.stage.genders[actor.actor_id] = gender

    def _is_single(self, phrase: Phrase) -> bool:
        first = phrase.keys[0] if phrase.keys else ""
        return (self.words.has("article", first) and phrase.indefinite) or self.words.is_person(phrase.head)

    def _same_unnamed(self, phrase: Phrase) -> Actor | None:
        same = [actor for actor_id, actor in self.new.items() if same_noun(self.heads.get(actor_id, "\n"), phrase.head)]
        exact = [actor for actor in same if actor.name == self._name_of(phrase)]
        if exact:
            return exact[0]
        return same[-1] if same and not phrase.tail else None

    def _unnamed_actor(self, phrase: Phrase) -> Actor:
        name = self._name_of(phrase)
        actor_id = f"unnamed-{self.document.article_id}-{slug(name)}"
        if phrase.indefinite and actor_id in self.new:
            actor_id = f"{actor_id}-{phrase.span.start}"
        return self.new.get(actor_id) or Actor(actor_id, name, "unnamed", origin="found")

    def _name_of(self, phrase: Phrase) -> str:
        text = " ".join(without_remark(self.stage, phrase.span).of(self.document.text).split())
        first, _, rest = text.partition(" ")
        bare = self.words.has("article", first.lower()) and not self.words.has("preposition", rest.partition(" ")[0])
        bare = bare and bool(rest)
        return (rest if bare else text)[:_LONGEST_NAME]

    def _mention(self, span: Span, actor: Actor, form: MentionForm, rule: str) -> None:
        if actor.actor_id.startswith("unnamed-"):
            self.new[actor.actor_id] = actor
        mention_id = make_id(self.document.article_id, "m", span)
        if mention_id in self.taken:
            return  # a name of several actors stays one mention of none of them
        self.added.append(Mention(mention_id, span, "actor", form, rule, actor.actor_id))

    def _repeated(self, claim: Claim, done: dict[int, Claim]) -> Claim:
        """Give a quote in a title or a heading the speaker of the same words further on."""
        part = self.document.sentence_at(claim.span.start).part
        if claim.voice != "source" or claim.source is not None or part not in ("title", "heading"):
            return claim
        text = claim.span.of(self.document.text).lower()
        for other in done.values():
            if other.source_id and other.span.start > claim.span.end and len(other.span) >= len(claim.span) * 0.8 \
                    and partial_ratio(text, other.span.of(self.document.text).lower()) >= _REPEATED:  # fmt: skip
                return replace(claim, source_id=other.source_id, rule=f"{claim.rule} + same_words_below")
        return claim


def _less_sure(claim: Claim) -> Claim:
    """Take back the highest confidence where nobody is known to have said it: who states it is half of a claim."""
    unknown = claim.voice == "source" and not claim.source_id and claim.confidence == "high"
    return replace(claim, confidence="medium") if unknown else claim


def _order(claim: Claim) -> tuple[int, int]:
    anchor = claim.source or claim.cue or claim.span
    return (min(anchor.start, claim.span.start) if claim.source is None else anchor.start, claim.span.start)


def slug(name: str) -> str:
    """Write a name in small ASCII letters and hyphens.

    Examples
    --------
    >>> slug("Een diplomaat in Zürich")
    'een-diplomaat-in-zurich'
    """
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return _NOT_ASCII.sub("-", plain).strip("-")
