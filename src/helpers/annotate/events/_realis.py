"""Whether an event is said to have happened at all: not where a clause says no, hopes, plans, threatens or fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from helpers.annotate.events._polarity import Negations, negations_of, polarity_of
from helpers.annotate.events._triggers import EventWords, Trigger, event_words
from helpers.model.annotations import EventPolarity
from helpers.resources.lexicons import Lexicon, LexiconRow
from helpers.text.words import PhraseIndex, PhraseMatch, Words

_LONGEST_GOVERNED = 9
_BEFORE_CONTENT = 7
_OBJECT_REACH = 4
_LIGHT_REACH = 5
_SUBJECT_REACH = 3
_CHAINED = 3
_NEGATION_REACH = 6
_NEGATION_BEHIND = 4
NEGATED = "@no"
DISPROVED = "@false"
_SENTENCE_MARKS = ".!?\n"
_PREPOSITIONS = ("at", "agent", "target", "other")


@dataclass(frozen=True, slots=True)
class Unrealising:
    """A row of ``event_realis``: words after which an event stands that is not said to have happened."""

    row: LexiconRow
    scopes: frozenset[str]
    needed: frozenset[str]

    @property
    def polarity(self) -> EventPolarity:
        """What it makes of the event: it did not happen, or that is left open."""
        return "negative" if self.row["polarity"] == "negative" else "open"


@dataclass(frozen=True, slots=True)
class Realis:
    """What one language knows of events that are not said to have happened."""

    operators: PhraseIndex[tuple[Unrealising, ...]]
    frames: EventWords
    negations: Negations

    def polarity_of(self, words: Words, trigger: Trigger) -> tuple[EventPolarity, str]:
        """Return whether a trigger is said to have happened, and the row that says otherwise."""
        found = [*self._governing(words, trigger)]
        unproven = next((one for one in found if NEGATED in one.needed), None)
        if unproven is not None:
            return unproven.polarity, unproven.row.row_id  # its "no" is the operator's: "cannot be ruled out"
        says_no = polarity_of(words, trigger.clause, self.negations) == "negative"
        if says_no and not self._is_presupposed(words, trigger):
            return "negative", ""
        if not found:
            return "positive", ""
        decided = next((one for one in found if one.polarity == "negative"), found[0])
        return decided.polarity, decided.row.row_id

    def _is_presupposed(self, words: Words, trigger: Trigger) -> bool:
        """Tell whether the clause says no of something else: "the raid caused no damage", "he was not at the meeting".

        What is known to be there stays, unless the verb says that it came about: "the raid did not take place".
        """
        at = self._definite_at(words, trigger)
        if at is None:
            return False
        beside = at > trigger.clause.start and self._has(words, at - 1, *_PREPOSITIONS)
        by_others = any(self._has(words, index, "agent") for index in trigger.clause)
        return beside or by_others or not self._comes_about(words, trigger)

    def _definite_at(self, words: Words, trigger: Trigger) -> int | None:
        """Return the word that marks a noun as known to be there: "the raid"."""
        back = range(trigger.first - 1, max(trigger.clause.start, trigger.first - _SUBJECT_REACH) - 1, -1)
        return next((index for index in back if trigger.is_noun and self._has(words, index, "definite")), None)

    def _comes_about(self, words: Words, trigger: Trigger) -> bool:
        """Tell whether a verb of the clause says that something takes place."""
        return any(self._has(words, index, "occurs") for index in trigger.clause)

    def _governing(self, words: Words, trigger: Trigger) -> Iterator[Unrealising]:
        stretch = range(words.stretch(trigger.first).start, words.stretch(trigger.last).stop)
        yield from self._supposed_before(words, stretch.start)
        tried = False
        for match in self.operators.find(words, stretch):
            if match.first <= trigger.last and trigger.first <= match.last:
                continue
            for operator in match.payload:
                if "outcome" in operator.scopes and tried and match.first > trigger.last:
                    yield operator
                elif self._governs(words, trigger, match, operator) and self._is_complete(words, match.first, operator):
                    tried = True
                    yield operator

    def _supposed_before(self, words: Words, start: int) -> Iterator[Unrealising]:
        """Yield what supposes the part before the comma: "if the dam breaks, the town floods"."""
        if not start or words.gap(start - 1).strip() != ",":
            return
        opening = words.stretch(start - 1).start
        match = self.operators.match(words, opening)
        if match and (not opening or words.gap(opening - 1).strip() != ","):
            yield from (operator for operator in match.payload if "then" in operator.scopes)

    def _is_complete(self, words: Words, at: int, operator: Unrealising) -> bool:
        around = words.stretch(at)
        plain = operator.needed - {NEGATED, DISPROVED}
        if plain and plain.isdisjoint(words.keys[around.start : around.stop]):
            return False
        if DISPROVED in operator.needed and not self._is_disproved(words, at):
            return False
        if NEGATED not in operator.needed:
            return True
        window = range(max(around.start, at - _NEGATION_REACH), min(around.stop, at + _NEGATION_BEHIND))
        opens = next((index for index in window if index > at and self._has(words, index, "content")), window.stop)
        return any(words.keys[index] in self.negations.words for index in range(window.start, opens))

    def _is_disproved(self, words: Words, at: int) -> bool:
        """Tell whether the sentence ends with it being false: "the rumour that the town had fallen proved false"."""
        for index in range(at + 1, len(words) - 1):
            if any(mark in words.gap(index - 1) for mark in _SENTENCE_MARKS):
                return False
            if self._has(words, index, "appears"):
                return any(self._has(words, beyond, "false") for beyond in range(index + 1, index + 1 + _CHAINED))
        return False

    def _governs(
        self, words: Words, trigger: Trigger, match: PhraseMatch[tuple[Unrealising, ...]], operator: Unrealising
    ) -> bool:
        scopes, first, last = operator.scopes, match.first, match.last
        if "self" in scopes and trigger.clause.start == first:
            if self._has(words, first, "asks") and self._definite_at(words, trigger) is not None:
                return self._comes_about(words, trigger)
            return "verb" not in scopes or (not trigger.is_noun and self._is_set_off(words, first))
        if "subject" in scopes and first in trigger.clause and self._stands_free(words, trigger):
            return True
        if last >= trigger.first:
            return False
        if "content" in scopes and self._in_content(words, trigger, last):
            return True
        if any(self._has(words, index, "break") for index in range(last + 1, trigger.first)):
            return False
        if "bare" in scopes and self._is_bare(words, trigger, last):
            return True
        if "infinitive" in scopes and self._is_infinitive(words, trigger, last):
            return True
        return "object" in scopes and self._is_object(words, trigger, last, operator.polarity)

    def _is_set_off(self, words: Words, first: int) -> bool:
        """Tell whether a clause stands by itself between marks or at an end: "als" is "as" within a clause."""
        return words.stretch(first).start == first and words.stretch(first).stop < len(words)

    def _in_content(self, words: Words, trigger: Trigger, last: int) -> bool:
        """Tell whether a trigger stands in the clause that a verb opens: "hopes that the town ..."."""
        breaks = [index for index in range(last + 1, trigger.first) if self._has(words, index, "break")]
        if not breaks:
            between = range(last + 1, trigger.first)
            return not trigger.is_noun and not any(self._has(words, index, "infinitive") for index in between)
        if self._has(words, breaks[0], "asks") and self._definite_at(words, trigger) is not None:
            return self._comes_about(words, trigger)  # "it is unclear whether the raid hurt anyone": the raid was
        return len(breaks) == 1 and self._has(words, breaks[0], "content") and breaks[0] - last <= _BEFORE_CONTENT

    def _is_infinitive(self, words: Words, trigger: Trigger, last: int) -> bool:
        """Tell whether "to" stands between: "hopes to capture", "wants to launch an attack"."""
        marks = [index for index in range(last + 1, trigger.last + 1) if self._has(words, index, "infinitive")]
        chained = all(later - earlier <= _CHAINED for earlier, later in pairwise(marks))
        if not marks or not chained or marks[-1] - last > _LONGEST_GOVERNED:
            return self._is_made(words, trigger)
        if marks[-1] >= self._before_helpers(words, trigger.first):
            return True
        if self._has(words, marks[-1] + 1, "light") and trigger.first - marks[-1] <= _LIGHT_REACH:
            return self._stands_free(words, trigger, marks[-1] + 2)
        return self._is_made(words, trigger)

    def _is_bare(self, words: Words, trigger: Trigger, last: int) -> bool:
        """Tell whether an infinitive without "to" follows: "might attack", "wil de stad innemen"."""
        if self._before_helpers(words, trigger.first) == last:
            return True
        named = self._has(words, trigger.first - 1, "determiner", *_PREPOSITIONS)
        ending = words.keys[trigger.last].endswith("en") and not named
        closes = trigger.last + 1 >= trigger.clause.stop or self._has(words, trigger.last + 1, "helper", *_PREPOSITIONS)
        if self.verb_last and ending and closes:
            return True
        if self._has(words, last + 1, "light") and trigger.first - last <= _LIGHT_REACH:
            return self._stands_free(words, trigger, last + 2)
        return self._is_made(words, trigger)

    def _is_made(self, words: Words, trigger: Trigger) -> bool:
        """Tell whether a verb that only carries the noun closes its clause: "een aanval uitvoeren"."""
        closing = range(trigger.last + 1, trigger.clause.stop)
        return self.verb_last and trigger.is_noun and any(self._has(words, index, "light") for index in closing)

    def _is_object(self, words: Words, trigger: Trigger, last: int, polarity: EventPolarity) -> bool:
        """Tell whether a noun follows as what is hoped for: "plans an evacuation"; "planned the raid" is none."""
        between = range(last + 1, trigger.first)
        if not trigger.is_noun or len(between) > _OBJECT_REACH:
            return False
        if any(self._has(words, index, "infinitive") for index in range(last + 1, trigger.clause.stop)):
            return False
        if polarity == "open" and any(self._has(words, index, "definite") for index in between[:2]):
            return False
        return not any(self._has(words, index, *_PREPOSITIONS, "verb", "passive") for index in between[1:])

    def _stands_free(self, words: Words, trigger: Trigger, begin: int = 0) -> bool:
        back = range(max(begin, trigger.clause.start, trigger.first - _SUBJECT_REACH), trigger.first)
        return trigger.is_noun and not any(self._has(words, index, *_PREPOSITIONS) for index in back)

    def _before_helpers(self, words: Words, at: int) -> int:
        at -= 1
        while at >= 0 and self._has(words, at, "helper"):
            at -= 1
        return at

    @property
    def verb_last(self) -> bool:
        """Whether infinitives close the clause in this language."""
        return "te" in self.frames.frames

    def _has(self, words: Words, index: int, *roles: str) -> bool:
        return 0 <= index < len(words) and not self.frames.frames.get(words.keys[index], frozenset()).isdisjoint(roles)


@lru_cache(maxsize=16)
def realis_of(lexicon: Lexicon) -> Realis:
    """Return what a lexicon knows of events that are not said to have happened, indexed at the first call."""
    rows = (Unrealising(row, frozenset(row.words("scope")), frozenset(row.words("with")))
            for row in lexicon.rows("event_realis"))  # fmt: skip
    by_form: dict[str, tuple[Unrealising, ...]] = {}
    for one in rows:
        by_form |= {form: (*by_form.get(form, ()), one) for form in one.row.words("forms")}
    return Realis(PhraseIndex.build(by_form.items()), event_words(lexicon), negations_of(lexicon))
