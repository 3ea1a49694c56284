"""The words that name events, with what must and what must not stand in their clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from helpers.model import Span
from helpers.resources.lexicons import Lexicon, LexiconRow
from helpers.text.words import PhraseIndex, PhraseMatch, Words

_SHORTEST_PART = 3
_LISTS = ("with", "without", "roles", "nouns", "forms")
ANY_PLACE = "@place"


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """A row of ``event_triggers``, its word lists ready to compare."""

    row: LexiconRow
    needed: frozenset[str]
    excluded: frozenset[str]
    roles: frozenset[str]
    nouns: frozenset[str]
    forms: frozenset[str]

    @property
    def event_type(self) -> str:
        """The type that the row states."""
        return self.row["event_type"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger in the text: its words, its row, and the words of its clause."""

    first: int
    last: int
    entry: TriggerRow
    clause: range
    is_noun: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class EventWords:
    """The event words of one language.

    Parameters
    ----------
    triggers : PhraseIndex
        By the first word of their forms.
    compounds : mapping
        By the noun that a compound ends in.
    frames : dict
        Word to roles: ``break``, ``at``, ``agent``, ``target``, ``other``, ``passive``, ``active``, ``verb``.
    """

    triggers: PhraseIndex[tuple[TriggerRow, ...]]
    compounds: Mapping[str, tuple[TriggerRow, ...]]
    frames: dict[str, frozenset[str]]

    def has_role(self, word: str, role: str) -> bool:
        """Tell whether a word has a role."""
        return role in self.frames.get(word, frozenset())


@lru_cache(maxsize=16)
def event_words(lexicon: Lexicon) -> EventWords:
    """Return the event words of a lexicon, indexed at the first call."""
    by_form: dict[str, list[TriggerRow]] = {}
    compounds: dict[str, tuple[TriggerRow, ...]] = {}
    for row in lexicon.rows("event_triggers"):
        entry = TriggerRow(row, *(frozenset(row.words(column)) for column in _LISTS))
        for form in row.words("forms"):
            by_form.setdefault(form, []).append(entry)
        compounds |= dict.fromkeys(row.words("compounds"), (entry,))
    # what needs a second word is surer than what stands alone
    ordered = ((form, tuple(sorted(entries, key=lambda e: not e.needed))) for form, entries in by_form.items())
    frames = {row.key: frozenset(row.words("roles")) for row in lexicon.rows("event_frames")}
    return EventWords(PhraseIndex.build(ordered), compounds, frames)


@lru_cache(maxsize=4096)
def _rows_of_compound(lexicon: EventWords, word: str) -> tuple[TriggerRow, ...]:
    """Return the rows of the noun that a compound ends in: ``busongeluk`` is an ``ongeluk``."""
    for start in range(_SHORTEST_PART, len(word) - _SHORTEST_PART):
        if word[start:] in lexicon.compounds:
            return lexicon.compounds[word[start:]]
    return ()


def find_triggers(
    words: Words, lexicon: EventWords, known_types: Collection[str], places: Sequence[Span] = ()
) -> Iterator[Trigger]:
    """Yield the triggers of a text whose type the codebook knows.

    A row that needs ``@place`` needs one of `places` in its clause.

    A word that another trigger of its clause and type needs (``kondigde ... de noodtoestand af``) names no
    second event: the first of them stands.
    """
    spoken_for: set[tuple[int, str, str]] = set()
    for trigger in _match(words, lexicon, known_types, sorted(span.start for span in places)):
        clause, kind = trigger.clause.start, trigger.entry.event_type
        if (clause, kind, words.keys[trigger.first]) not in spoken_for:
            spoken_for.update((clause, kind, word) for word in trigger.entry.needed)
            yield trigger


def _match(
    words: Words, lexicon: EventWords, known_types: Collection[str], places: Sequence[int]
) -> Iterator[Trigger]:
    for match in _candidates(words, lexicon):
        clause = clause_of(words, match.first, match.last, lexicon)
        beside = {words.keys[index] for index in clause}
        around = _wider(words, match.first, match.last, places)
        if _is_month(words, match.first, lexicon):
            continue
        for entry in match.payload:
            fits = not entry.needed or entry.needed & around
            if fits and not entry.excluded & beside and entry.event_type in known_types:
                form = " ".join(words.keys[match.first : match.last + 1])
                is_noun = form in entry.nouns or form not in entry.forms
                yield Trigger(match.first, match.last, entry, clause, is_noun)
                break


def _is_month(words: Words, at: int, lexicon: EventWords) -> bool:
    """Tell whether a word is the name of a month: ``in March``; a march in a title-cased headline is none."""
    if not lexicon.has_role(words.keys[at], "month") or not words.text[words.starts[at]].isupper():
        return False
    if at == 0 or words.gap(at - 1) != " " or not words.text[words.starts[at - 1]].isupper():
        return True
    return any(lexicon.has_role(words.keys[at - 1], role) for role in ("at", "other"))


def _candidates(words: Words, lexicon: EventWords) -> Iterator[PhraseMatch[tuple[TriggerRow, ...]]]:
    done = -1
    for at, key in enumerate(words.keys):
        if at <= done:
            continue
        match = lexicon.triggers.match(words, at) if lexicon.triggers.begins(key) else None
        if match is None and len(key) > 2 * _SHORTEST_PART and lexicon.compounds:
            entries = _rows_of_compound(lexicon, key)
            match = PhraseMatch(at, at, entries) if entries else None
        if match is not None:
            done = match.last
            yield match


def _wider(words: Words, first: int, last: int, places: Sequence[int]) -> set[str]:
    """Return the words between two marks of punctuation: "die" may open a clause, or point at a day."""
    stretch = range(words.stretch(first).start, words.stretch(last).stop)
    around = set(words.keys[stretch.start : stretch.stop])
    at = bisect_left(places, words.starts[stretch[0]])
    if at < len(places) and places[at] < words.ends[stretch[-1]]:
        around.add(ANY_PLACE)
    return around


def clause_of(words: Words, first: int, last: int, lexicon: EventWords) -> range:
    """Return the words of the clause around a stretch: up to punctuation or a word that opens a clause."""
    begin, end = words.stretch(first).start, words.stretch(last).stop
    low = next((index for index in range(first - 1, begin - 1, -1) if _opens(words, index, lexicon)), begin)
    high = next((index for index in range(last + 1, end) if _opens(words, index, lexicon)), end)
    return range(low, high)


def _opens(words: Words, index: int, lexicon: EventWords) -> bool:
    return "break" in lexicon.frames.get(words.keys[index], ())
