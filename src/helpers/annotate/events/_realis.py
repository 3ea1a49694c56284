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
        says_no = polarity_of(words, trigger.clause, self.negations) == "negative"
        if says_no and not self._is_presupposed(words, trigger):
            return "negative", ""
        found = [*self._governing(words, trigger)]
        if not found:
            return "positive", ""
        decided = next((one for one in found if one.polarity == "negative"), found[0])
        return decided.polarity, decided.row.row_id

    def _is_presupposed(self, words: Words, trigger: Trigger) -> bool:
        """Tell whether the clause says no of something else: "he was not at the meeting" leaves the meeting be."""
        back = range(trigger.first - 1, max(trigger.clause.start, trigger.first - _SUBJECT_REACH) - 1, -1)
        at = next((index for index in back if self._has(words, index, "definite")), 0)
        return trigger.is_noun and at > trigger.clause.start and self._has(words, at - 1, *_PREPOSITIONS)

    def _governing(self, words: Words, trigger: Trigger) -> Iterator[Unrealising]:
        stretch = range(words.stretch(trigger.first).start, words.stretch(trigger.last).stop)
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

    def _is_complete(self, words: Words, at: int, operator: Unrealising) -> bool:
        around = words.stretch(at)
        if NEGATED not in operator.needed:
            return not operator.needed or not operator.needed.isdisjoint(words.keys[around.start : around.stop])
        window = range(max(around.start, at - _NEGATION_REACH), min(around.stop, at + _NEGATION_BEHIND))
        opens = next((index for index in window if index > at and self._has(words, index, "content")), window.stop)
        return any(words.keys[index] in self.negations.words for index in range(window.start, opens))

    def _governs(
        self, words: Words, trigger: Trigger, match: PhraseMatch[tuple[Unrealising, ...]], operator: Unrealising
    ) -> bool:
        scopes, first, last = operator.scopes, match.first, match.last
        if "self" in scopes and trigger.clause.start == first:
            return True
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

    def _in_content(self, words: Words, trigger: Trigger, last: int) -> bool:
        """Tell whether a trigger stands in the clause that a verb opens: "hopes that the town ..."."""
        breaks = [index for index in range(last + 1, trigger.first) if self._has(words, index, "break")]
        if not breaks:
            between = range(last + 1, trigger.first)
            return not trigger.is_noun and not any(self._has(words, index, "infinitive") for index in between)
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
