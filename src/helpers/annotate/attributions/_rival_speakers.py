"""A second speaker in the same sentence: where the content of the first ends, and what the second states.

``The clerk says that it rained, the owner that it was dry``: the verb is left out. ``The owner reports a fire, the
clerk denies``: the denial means what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._clauses import longest, sentence_start
from helpers.annotate.attributions._phrases import is_number, is_subject_like, phrase_end
from helpers.annotate.attributions._second_verbs import is_finite_cue
from helpers.annotate.attributions._select import Choice
from helpers.annotate.attributions._stretches import Stretch

_OBJECTS = frozenset({"object", "calls_it", "preposition"})
_CLAUSES = frozenset({"clause", "clause_without_word", "gapped_clause"})
Parted = tuple[int, Candidate | None]
"""Where a content ends, and what the next speaker states with a verb of no content of its own."""


def part_speakers(stretch: Stretch, choices: Sequence[Choice]) -> list[Choice]:
    """Return the choices, each content ended where another speaker begins, with what that speaker states."""
    parted: list[Choice] = []
    taken = {choice.candidate.cue_at[0] for choice in choices if choice.candidate.cue_at}
    for choice in choices:
        current: Choice | None = choice
        while current is not None:
            found = _find_joint(stretch, current.candidate, choices)
            if found is None:
                parted.append(current)
                break
            end, second = found
            parted.append(_end_at(stretch, current, end))
            known = second is None or (second.points_back and second.cue_at is not None and second.cue_at[0] in taken)
            current = None if known or second is None else Choice(second)
    return sorted(parted, key=lambda choice: choice.candidate.cue_at or (0, 0))


def _end_at(stretch: Stretch, choice: Choice, end: int) -> Choice:
    first, *more = choice.candidate.content
    content = longest(stretch, ((first[0], end), *more))
    return replace(choice, candidate=replace(choice.candidate, content=content)) if content else choice


def _find_joint(stretch: Stretch, one: Candidate, choices: Sequence[Choice]) -> Parted | None:
    if not one.content or one.cue_at is None or one.content[0][0] < one.cue_at[0]:
        return None
    lo, hi = one.content[0]
    second = _behind_contrast(stretch, one)
    if second is not None:
        return second, None
    for at in range(lo + 1, hi - 1):
        if stretch.key(at) != "," and not stretch.has(at, "coordinator"):
            continue
        found = (_gapped(stretch, one, at) or _with_own_verb(stretch, one, at, hi)
                 or _shared(stretch, one, at, choices))
        if found is not None:
            return found
    last = len(stretch)
    while last > hi + 1 and stretch.kind(last - 1) == "mark":
        last -= 1
    behind = one.rule in _OBJECTS and stretch.key(hi) == ","  # meldt brand, politie ontkent
    denied = _with_own_verb(stretch, one, hi, last) if behind else None
    return denied if denied is not None and denied[1] is not None else None


def _behind_contrast(stretch: Stretch, one: Candidate) -> int | None:
    """End ``Where the owner speaks of bad luck | , the clerk ...`` at the comma before the main clause."""
    lo, hi = one.content[0]
    cue = one.cue_at[0] if one.cue_at else lo
    if not stretch.has(sentence_start(stretch, cue), "contrast_opener"):
        return None
    inverted = "verb_second" in stretch.grammar.role("word_order")
    for at in range(lo + 1, hi - 1):
        if stretch.key(at) != ",":
            continue
        verb = stretch.has(at + 1, "finite_verb") or is_finite_cue(stretch, at + 1)
        if (verb and is_subject_like(stretch, at + 2)) if inverted else _speaker_end(stretch, at + 1, hi) is not None:
            return at
    return None


def _speaker_end(stretch: Stretch, first: int, hi: int) -> int | None:
    """Return where a phrase ends that can name another speaker: definite, a name or a pronoun."""
    named = stretch.is_capital(first) or stretch.has(first, "definite", "pronoun_subject", "speaker_noun")
    if not named or not is_subject_like(stretch, first) or stretch.has(first, "relative"):
        return None
    end = phrase_end(stretch, first, hi)
    joined = any(stretch.has(i, "coordinator") or stretch.kind(i) != "word" for i in range(first, end))
    return None if joined else end


def _gapped(stretch: Stretch, one: Candidate, at: int) -> Parted | None:
    """Read ``says that it rained, the owner that it was dry`` and ``reports two wounded, the clerk three``."""
    comma = stretch.key(at) == ","
    first, hi = at + 1 + (comma and stretch.has(at + 1, "coordinator", "contrast")), one.content[0][1]
    end = _speaker_end(stretch, first, hi)
    if end is None or stretch.has(first, "pronoun_subject"):
        return None
    if one.rule in _CLAUSES and stretch.has(end, "complementizer") and _opens_gapped(stretch, first, end):
        return at, _of_second(stretch, one, (first, end), (end + 1, hi), "gapped_clause")
    count = next((i for i in range(first + 1, hi) if _counts(stretch, i)), None)
    if not comma or one.rule not in _OBJECTS or count is None or count > end or count + 1 < hi:
        return None
    counted = any(_counts(stretch, i) for i in range(one.content[0][0], at))
    part = any(stretch.has(i, "part_of_count") for i in range(first, count))
    fits = counted and not part and count - first >= 1 + stretch.has(first, "determiner")
    return (at, _of_second(stretch, one, (first, count), (count, hi), "gapped_object")) if fits else None


def _counts(stretch: Stretch, at: int) -> bool:
    """Tell a number or a word such as ``geen`` or ``several`` that can stand for what was counted."""
    determiner = stretch.has(at, "determiner") and not stretch.has(at, "definite", "demonstrative", "possessive")
    return is_number(stretch, at) or determiner


def _opens_gapped(stretch: Stretch, first: int, end: int) -> bool:
    """Tell ``, the owner that it`` from ``, the idea that it`` and from ``, the dog that barked``."""
    announces = any(stretch.key(i) in stretch.grammar.nouns for i in range(first, end))
    clause = is_subject_like(stretch, end + 1) and not stretch.has(end + 1, "relative")
    relative = stretch.has(end, "relative") and stretch.has(first, "neuter") and not stretch.is_capital(first + 1)
    return clause and not announces and not relative


def _of_second(stretch: Stretch, one: Candidate, source: Range, content: Range, rule: str) -> Candidate:
    pieces = longest(stretch, (content,))
    return replace(one, rule=rule, content=pieces, source=source, tail=(), shares_subject=False, score=0.75)


def _with_own_verb(stretch: Stretch, one: Candidate, at: int, hi: int) -> Parted | None:
    """End a content before ``, the clerk denies`` and ``and the clerk calls it bad luck``."""
    comma = stretch.key(at) == ","
    first = at + 1 + (comma and stretch.has(at + 1, "coordinator", "contrast"))
    cue = _speaker_end(stretch, first, hi)
    if cue is None or cue >= hi or not is_finite_cue(stretch, cue) or stretch.has(cue, "determiner"):
        return None
    if cue == hi - 1:
        return (at, _denial(stretch, one, (first, cue), cue)) if comma else None
    if stretch.kind(cue + 1) == "mark" or stretch.has(cue + 1, "coordinator", "agent", "infinitive_mark"):
        return None
    both = {form.shape for form in stretch.grammar.forms.get(stretch.key(cue), ())}
    if "participle" in both and stretch.has(cue + 1, "preposition"):
        return None  # spoke of a fire and the damage reported in town
    inner = stretch.find_role(one.content[0][0], at, "relative", "complementizer", "subordinator") is not None
    return (at, None) if one.rule in _OBJECTS and not inner else None


def _denial(stretch: Stretch, one: Candidate, source: Range, at: int) -> Candidate | None:
    """Read ``reports a fire, the clerk denies``: a verb that judges, and nothing behind it."""
    forms = stretch.grammar.forms.get(stretch.key(at), ())
    cue = next((form.cue for form in forms if form.shape == "finite" and not form.cue.tail and "np" in form.cue.frames
                and form.cue.stance in ("denies", "confirms")), None)
    if cue is None:
        return None
    return Candidate("points_back", 0.78, (), source, (at, at + 1), cue, cue.stance, cue.certainty, points_back=True)


def _shared(stretch: Stretch, one: Candidate, at: int, choices: Sequence[Choice]) -> Parted | None:
    """End a content before ``and announced an appeal``: the same speaker goes on with another statement."""
    if one.rule not in _OBJECTS or not stretch.has(at, "coordinator"):
        return None
    rivals: Iterator[Candidate] = (choice.candidate for choice in choices)
    goes_on = any(rival.cue_at == (at + 1, at + 2) and rival.shares_subject for rival in rivals)
    return (at, None) if goes_on else None
