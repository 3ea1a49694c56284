"""Walk through the claims in the order of the text and say of each who speaks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.fuzz import partial_ratio

from helpers.annotate.sources._paragraphs import speakers_below
from helpers.annotate.sources._people import Named, Stage, set_stage
from helpers.annotate.sources._phrases import Phrase, find_heads, read_phrase
from helpers.annotate.sources._pronouns import Choice, Spoken, find_antecedent, last_named
from helpers.annotate.sources._roles import find_role, index_roles, same_noun
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
        self, document: Document, lexicon: Lexicon, mentions: Sequence[Mention], actors: Sequence[Actor]
    ) -> None:
        self.document = document
        self.words = read_source_words(lexicon)
        self.stage: Stage = set_stage(document, self.words, mentions, actors)
        self.roles = index_roles(actor for actor in actors if actor.origin == "curated" and actor.role_phrases)
        self.added: list[Mention] = []
        self.new: dict[str, Actor] = {}
        self.spoken: list[Spoken] = []
        self.heads: dict[str, str] = {}
        self.plural: set[str] = set()
        self.by_span: dict[Span, Actor] = {}

    def resolve(self, claims: Sequence[Claim]) -> list[Claim]:
        """Return the claims with their sources, in the order given."""
        done: dict[int, Claim] = {}
        for at in sorted(range(len(claims)), key=lambda i: _order(claims[i])):
            done[at] = self._one(claims[at])
        done |= speakers_below(self.document, done)
        return [self._repeated(done[at], done) if not done[at].source_id else done[at] for at in range(len(claims))]

    def _one(self, claim: Claim) -> Claim:
        if claim.voice != "source":
            return claim
        choice = self._goes_on(claim) if claim.source is None else self._source(claim, claim.source)
        if choice.actor is None:
            return replace(claim, considered=(*claim.considered, *choice.considered))
        actor = choice.actor
        self.spoken.append(Spoken(claim, actor, actor.actor_id in self.plural))
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
        there = self.document.sentence_at(max(last.claim.span.end, (last.claim.cue or last.claim.span).end) - 1)
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
        if heads:
            return Choice(heads[0].actor, "name_in_source")
        key = span.of(self.document.text).lower()
        if key in self.words.pronouns:
            return self._pronoun(claim, span, key)
        if self.words.has("empty", key):
            return Choice(None, "no_source")
        return self._noun_phrase(self._without_verb(claim, span))

    def _joint(self, heads: list[Named]) -> Choice:
        """Make one group of sources that speak together."""
        joint = next(iter(self.words.roles.get("joint", ())), "+")
        name = f" {joint} ".join(named.actor.name for named in heads)
        actor = Actor(f"found-{slug(name)}", name, "group", origin="found")
        self.plural.add(actor.actor_id)
        self.new[actor.actor_id] = actor
        return Choice(actor, "joint_sources")

    def _pronoun(self, claim: Claim, span: Span, key: str) -> Choice:
        inside = self.document.text[max(0, span.start - 2) : span.start].rstrip().endswith(",")
        if self.words.has("demonstrative", key) or (self.words.has("relative_pronoun", key) and inside):
            choice = last_named(self.stage, span)
        else:
            plural, spoken = self._is_plural(claim, key), self._with_subject(span)
            choice = find_antecedent(self.stage, span, self.words.pronouns[key], plural, spoken)
        if choice.actor is not None:
            self._mention(span, choice.actor, "pronoun", choice.rule)
        return choice

    def _with_subject(self, span: Span) -> list[Spoken]:
        """Return who spoke last, and after them a person without a name, the subject of the sentence before."""
        subject = self._subject_before(span)
        if subject is None:
            return self.spoken
        fake = Claim("", subject.span, "source", "indirect", "", source=subject.span)
        actor = self._unnamed_actor(subject)
        self.stage.people.add(actor.actor_id)
        gender = self.words.genders.get(subject.head, "")
        if gender:
            self.stage.genders[actor.actor_id] = gender
        return [*self.spoken[-1:], Spoken(fake, actor)]

    def _subject_before(self, span: Span) -> Phrase | None:
        here = self.document.sentence_at(span.start)
        for position in range(here.position, max(-1, here.position - 2), -1):
            sentence = self.document.sentences[position]
            if sentence.paragraph != here.paragraph:
                return None
            if sentence.span.start < span.start:
                phrase = self._subject_of(Span(sentence.span.start, min(sentence.span.end, span.start)))
                if phrase is not None:
                    return phrase
        return None

    def _subject_of(self, span: Span) -> Phrase | None:
        """Return a determiner and a noun for a person at the head of a sentence, where no name follows."""
        tokens, text = self.stage.tokens, self.document.text
        first, *rest = [*tokens.within(span)][:3]
        opens = self.words.has("definite", tokens.keys[first]) or self.words.has("indefinite", tokens.keys[first])
        if not opens or self.stage.is_quoted(span.start + 1):
            return None
        for at in rest:
            if self.words.is_person(tokens.keys[at]):
                if self._is_named_in(span, tokens.keys[at]):
                    return None
                follows = text[tokens.ends[at] : tokens.ends[at] + 3].lstrip(" ,")[:1]
                return None if follows.isupper() else read_phrase(self.stage, tokens.span(first, at))
        return None

    def _is_named_in(self, span: Span, title: str) -> bool:
        """Tell whether somebody with this title is named in a stretch: the minister of culture, Ruth Wiel."""
        return any(title in self.stage.titles.get(named.actor.actor_id, ()) for named in self.stage.within(span))

    def _is_plural(self, claim: Claim, key: str) -> bool | None:
        if self.words.has("singular_pronoun", key):
            return False
        endings = self.words.roles.get("plural_ending", ())
        if not endings or claim.cue is None:
            return None
        cue = claim.cue.of(self.document.text).lower().split()
        return bool(cue) and cue[0].endswith(tuple(endings))

    def _noun_phrase(self, span: Span) -> Choice:
        phrase = self._in_headline(read_phrase(self.stage, span))
        choice = find_role(self.stage, phrase, self.roles) or self._organisation_before(phrase)
        if choice is not None and choice.actor is not None:
            self._mention(span, choice.actor, "role", choice.rule)
            return choice
        return self._unnamed(phrase)

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

    def _organisation_before(self, phrase: Phrase) -> Choice | None:
        """Give a definite noun for an organisation to the one that spoke last, in this sentence or the one before."""
        bare = phrase.definite and len(phrase.core) == 1 and not phrase.capitals
        known = self.words.is_organisation(phrase.head) or self.words.has("writing", phrase.head)
        if not (bare and self.spoken and known):
            return None
        last = self.spoken[-1]
        here = self.document.sentence_at(phrase.span.start)
        there = self.document.sentence_at((last.claim.source or last.claim.span).start)
        near = 1 if here.paragraph != there.paragraph else 2
        if here.position - there.position <= near and self._may_be_organisation(last.actor):
            return Choice(last.actor, "organisation_that_spoke")
        return None

    def _may_be_organisation(self, actor: Actor) -> bool:
        """Tell whether nothing says that an actor is a person: a found name of one word may be a firm's."""
        if actor.actor_type in ("organisation", "group"):
            return actor.actor_id not in self.plural
        told = actor.actor_id in self.stage.genders or self.stage.titles.get(actor.actor_id)
        return actor.origin == "found" and actor.actor_type == "person" and " " not in actor.name and not told

    def _unnamed(self, phrase: Phrase) -> Choice:
        """Take up an unnamed source again, or make a new one."""
        actor = self.by_span.get(phrase.span) or (self._same_unnamed(phrase) if phrase.definite else None)
        rule = "unnamed_again" if actor else "unnamed_source"
        actor = actor or self._unnamed_actor(phrase)
        self.new[actor.actor_id] = actor
        self.heads[actor.actor_id] = phrase.head
        self.by_span[phrase.span] = actor
        if self.words.is_person(phrase.head):
            self.stage.people.add(actor.actor_id)
        endings = tuple(self.words.roles.get("plural_noun", ()))
        if endings and phrase.head.endswith(endings) and not self._is_single(phrase):
            self.plural.add(actor.actor_id)
        gender = self.words.genders.get(phrase.head, "")
        if gender:
            self.stage.genders[actor.actor_id] = gender
        self._mention(phrase.span, actor, "role", rule)
        return Choice(actor, rule)

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
        text = " ".join(phrase.span.of(self.document.text).split())
        first, _, rest = text.partition(" ")
        bare = self.words.has("article", first.lower()) and not self.words.has("preposition", rest.partition(" ")[0])
        bare = bare and bool(rest)
        return (rest if bare else text)[:_LONGEST_NAME]

    def _mention(self, span: Span, actor: Actor, form: MentionForm, rule: str) -> None:
        if actor.actor_id.startswith("unnamed-"):
            self.new[actor.actor_id] = actor
        mention_id = make_id(self.document.article_id, "m", span)
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
