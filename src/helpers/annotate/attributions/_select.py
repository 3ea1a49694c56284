"""Keep the best reading of every cue, and say what it beat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._clauses import clause_start, longest, sentence_start
from helpers.annotate.attributions._phrases import is_subject_like, phrase_end
from helpers.annotate.attributions._stretches import Stretch
from helpers.annotate.attributions._subjects import subject_behind


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate that stands, with those that did not and why."""

    candidate: Candidate
    beaten: tuple[tuple[Candidate, str], ...] = ()


def select_candidates(stretch: Stretch, candidates: Iterable[Candidate]) -> list[Choice]:
    """Return the best set: one reading a cue, one cue a content, in order of the cues."""
    by_cue: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        named = candidate.source is None or candidate.source[0] < candidate.source[1]
        if named and candidate.cue_at and (candidate.content or candidate.points_back):
            by_cue.setdefault(candidate.cue_at[0], []).append(candidate)
    choices = [_best_of(group) for group in by_cue.values()]
    choices.sort(key=lambda c: (-c.candidate.score, c.candidate.cue_at or (0, 0)))
    kept: list[Choice] = []
    for choice in choices:
        rival = next((i for i, other in enumerate(kept) if _clash(choice.candidate, other.candidate)), None)
        if rival is None:
            kept.append(choice)
        else:
            lost = (choice.candidate, "another cue fits this content better")
            kept[rival] = replace(kept[rival], beaten=(*kept[rival].beaten, lost))
    kept = _merge_nouns(stretch, [_from_noun(choice, kept) for choice in kept])
    kept.sort(key=lambda c: c.candidate.cue_at or (0, 0))
    return [_cut_at_next(stretch, choice, kept) for choice in _share_subjects(stretch, kept)]


def _best_of(group: Sequence[Candidate]) -> Choice:
    ranked = sorted(group, key=lambda c: -c.score)
    losers = tuple((candidate, "a lower score for the same cue") for candidate in ranked[1:])
    return Choice(ranked[0], losers)


def _clash(one: Candidate, other: Candidate) -> bool:
    """Tell whether two cues cannot both stand: one is in the other's source, or they share a content."""
    if one.source and other.source and one.cue_at and other.cue_at:
        inside = other.source[0] <= one.cue_at[0] < other.source[1] and other.source[1] - other.source[0] > 1
        if inside and one.source[0] >= other.source[0] and not _relative(one):
            return True
    if not one.content or not other.content or "passive" in one.rule + other.rule:
        return False
    noun, verb = (one, other) if one.rule == "noun" else (other, one)
    if noun.rule == "noun" and verb.stance == "denies" and noun.content[0][0] == verb.content[0][0]:
        return noun.source is None or noun.source == verb.source  # rejects claims that; of a claim by X that: both
    return one.content[:1] == other.content[:1]


def _relative(one: Candidate) -> bool:
    return one.rule in ("calls_it", "object")


def _from_noun(choice: Choice, kept: Sequence[Choice]) -> Choice:
    """Let what is done to ``the claim that ...`` be done to what the noun announces."""
    candidate = choice.candidate
    if candidate.rule != "passive_subject":
        return choice
    lo, hi = candidate.content[0]
    for other in (other.candidate for other in kept):
        if other.rule == "noun" and other.cue_at and lo <= other.cue_at[0] < hi:
            return replace(choice, candidate=replace(candidate, content=other.content))
    return choice


def _merge_nouns(stretch: Stretch, kept: Sequence[Choice]) -> list[Choice]:
    """Let ``rejects the claim that ...`` be one denial of what the claim says, where nobody else claims it."""
    merged: list[Choice] = []
    absorbed: set[int] = set()
    nouns = [c.candidate for c in kept if c.candidate.rule == "noun"]
    for choice in kept:
        one = choice.candidate
        noun = next((n for n in nouns if _is_object(stretch, one, n)), None)
        if noun is not None:
            absorbed.add(id(noun))
            lo, hi = noun.content[0]
            content = longest(stretch, ((lo, min(hi, one.content[0][1])),))
            named = (*one.tail, *range(*noun.cue_at)) if noun.cue_at else one.tail  # het gerucht: part of the frame
            found = replace(one, content=content or noun.content, points_back=False, tail=named)
            choice = replace(choice, candidate=found)
        merged.append(choice)
    return [choice for choice in merged if id(choice.candidate) not in absorbed]


def _is_object(stretch: Stretch, one: Candidate, noun: Candidate) -> bool:
    """Tell whether a noun cue without an owner of its own opens the object of a cue."""
    if one is noun or not one.content or one.rule == "noun" or one.stance == "asserts" or noun.cue_at is None:
        return False
    first = one.content[0][0]
    own = noun.source is not None and noun.source != one.source
    opens = noun.cue_at[0] <= first + 2 and noun.cue_at[1] > first
    return opens and not own and noun.content[0][1] >= one.content[0][1] - 1


def _share_subjects(stretch: Stretch, kept: Sequence[Choice]) -> list[Choice]:
    shared: list[Choice] = []
    for choice in kept:
        candidate = choice.candidate
        if candidate.shares_subject:
            before = next((c.candidate for c in reversed(shared) if c.candidate.rule != "noun"), None)
            source = before.source if before else _main_subject(stretch, candidate)
            if source is None:
                continue
            choice = replace(choice, candidate=replace(candidate, source=source))
        shared.append(choice)
    return shared


def _main_subject(stretch: Stretch, candidate: Candidate) -> Range | None:
    at = candidate.cue_at[0] if candidate.cue_at else 0
    start = sentence_start(stretch, at)
    clause = clause_start(stretch, at)
    if start < clause < at and stretch.has(clause - 1, "relative", "subordinator") and is_subject_like(stretch, clause):
        return clause, phrase_end(stretch, clause, at)
    while stretch.has(start, "focus"):
        start += 1
    if stretch.has(start, "preposition"):
        comma = next((i for i in range(start, at) if stretch.key(i) == ","), None)
        fronted = subject_behind(stretch, start, at) if comma is None else None
        if fronted:
            return fronted
        start = comma + 1 if comma is not None else start
    if not is_subject_like(stretch, start):
        return None
    end = phrase_end(stretch, start, at)
    if end == start + 1 and stretch.has(start, "impersonal", "backward"):
        return None
    return (start, end) if start < end <= at else None


def _cut_at_next(stretch: Stretch, choice: Choice, kept: Sequence[Choice]) -> Choice:
    """End a content before a clause, behind a comma, that another source states."""
    candidate = choice.candidate
    if not candidate.content:
        return choice
    lo, hi = candidate.content[0]
    for other in kept:
        rival = other.candidate
        if rival is candidate or not rival.cue_at or not lo < rival.cue_at[0] < hi:
            continue
        if rival.content and rival.content[0][0] > rival.cue_at[0] and rival.content[0][1] < hi - 1:
            continue
        comma = _comma_before(stretch, rival, lo)
        if comma is not None:
            hi = comma
    if hi == candidate.content[0][1]:
        return choice
    return replace(choice, candidate=replace(candidate, content=longest(stretch, ((lo, hi), *candidate.content[1:]))))


def _comma_before(stretch: Stretch, rival: Candidate, lo: int) -> int | None:
    """Return the comma that opens the rival's clause, where that clause is not what the first source reports."""
    assert rival.cue_at is not None  # noqa: S101  (for the type checker: only cued candidates are compared)
    start = clause_start(stretch, rival.cue_at[0])
    if rival.source and rival.source[0] < start:
        start = min(start, clause_start(stretch, rival.source[0]))
    at = start - 1
    if stretch.has(at, "relative") and stretch.key(at - 1) != ",":
        at = next((i for i in range(at - 1, max(lo, at - 5), -1) if stretch.key(i) == ","), at)
    if stretch.has(at, "relative", "subordinator", "contrast") and stretch.key(at - 1) == ",":
        at -= 1
    return at if at > lo + 1 and stretch.key(at) == "," else None
