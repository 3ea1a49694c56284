"""Places of print as sources: in the report it says that, the letter shows, so it stands in the file."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.annotate.attributions._before import frame_opening
from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._clauses import clause_end, longest, sentence_start
from helpers.annotate.attributions._contents import make_clause
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._grammar import Form
from helpers.annotate.attributions._make_candidates import make_candidate
from helpers.annotate.attributions._phrases import phrase_end
from helpers.annotate.attributions._stretches import Stretch

PLACE_REACH = 14
COLON_REACH = 6


def propose_located(stretch: Stretch, at: int, form: Form) -> Iterator[Candidate]:
    """Read ``in de krant is te lezen dat``, ``Dat blijkt uit X`` and ``..., staat in het dossier``."""
    if form.shape == "joined" and not stretch.has(at - 1, "infinitive_mark"):
        return
    after = _behind_tail(stretch, at, form)
    if after is None:
        return
    role = "origin" if stretch.has(after, "origin") else "location"
    if stretch.has(at - 1, "backward") and at == 1 and stretch.has(after, role):
        yield from _place_behind(stretch, at, after, form)  # Dat staat in een brief die ...
        return
    if stretch.has(after, "complementizer"):
        yield from _clause_behind(stretch, at, after, form)
    elif stretch.key(_to_colon(stretch, after)) == ":" and stretch.kind(_to_colon(stretch, after) + 1) == "quote":
        yield from _quotation_behind(stretch, at, _to_colon(stretch, after), form)
    elif stretch.has(after, role):
        yield from _place_behind(stretch, at, after, form)


def _behind_tail(stretch: Stretch, at: int, form: Form) -> int | None:
    """Return the first item behind a cue and its fixed words, which stand next to it on either side."""
    words = form.cue.tail
    if not words:
        return _over_adverbs(stretch, at + 1)
    if all(stretch.key(at + 1 + i) == word for i, word in enumerate(words)):
        return _over_adverbs(stretch, at + 1 + len(words))
    if all(stretch.key(at - len(words) + i) == word for i, word in enumerate(words)):
        return _over_adverbs(stretch, at + 1)
    return None


def _over_adverbs(stretch: Stretch, at: int) -> int:
    """Skip ``echter`` and ``vorige maand`` before ``dat``."""
    after = at
    skipped = ("adverb", "time_word", "time_unit", "contrast")
    while stretch.has(after, *skipped) and not stretch.has(after, "complementizer"):
        after += 1
    return after if stretch.has(after, "complementizer") else at


def _clause_behind(stretch: Stretch, at: int, after: int, form: Form) -> Iterator[Candidate]:
    start = sentence_start(stretch, at)
    place = stretch.find_role(start, at, "location", "origin")
    source: Range | None = None
    if place is not None and stretch.kind(place + 1) == "word":
        source = (place + 1, phrase_end(stretch, place + 1, at))
    elif stretch.find_role(start, at, "place_pronoun") is None:
        return
    frame = Frame(form, at, at, start, subject=source, side="left")
    yield make_clause(stretch, frame, after + 1, "stands_in_print", 0.86)


def _to_colon(stretch: Stretch, at: int) -> int:
    """Return the first mark from an item on, within a few words: ``staat zwart op wit: “...”``."""
    return next((i for i in range(at, min(len(stretch), at + COLON_REACH)) if stretch.kind(i) != "word"), len(stretch))


def _quotation_behind(stretch: Stretch, at: int, colon: int, form: Form) -> Iterator[Candidate]:
    source = find_print_before(stretch, at)
    if source is not None:
        frame = Frame(form, at, at, sentence_start(stretch, at), subject=source, side="left")
        yield make_candidate(frame, "stands_in_print", 0.86, ((colon + 1, colon + 2),))


def _place_behind(stretch: Stretch, at: int, after: int, form: Form) -> Iterator[Candidate]:
    end = phrase_end(stretch, after + 1, min(len(stretch), after + PLACE_REACH))
    if end <= after + 1 or stretch.kind(after + 1) != "word":
        return
    origin = stretch.has(after, "origin")
    if not origin and not _is_print(stretch, after + 1, end):
        return
    frame = Frame(form, at, at, sentence_start(stretch, at), subject=(after + 1, end), side="right")
    opening = frame_opening(stretch, frame)
    if stretch.has(at - 1, "backward") and at - 1 == frame.start:
        yield make_candidate(frame, "points_back", 0.84, (), points_back=True)
    elif stretch.has(end, "complementizer") and not origin:
        content = longest(stretch, ((end + 1, clause_end(stretch, end + 1)),))
        yield make_candidate(frame, "stands_in_print", 0.84, content)
    elif opening is not None and opening > frame.start + 1:
        yield make_candidate(frame, "appears_from", 0.84, longest(stretch, ((frame.start, opening),)))


def _is_print(stretch: Stretch, lo: int, hi: int) -> bool:
    """Tell whether a phrase names something written: by its noun, or by the end of a compound."""
    nouns = tuple(stretch.grammar.role("print_noun"))
    return any(stretch.kind(i) == "word" and stretch.key(i).endswith(nouns) for i in range(lo, hi))


def find_print_before(stretch: Stretch, at: int) -> Range | None:
    """Return the place of print that a sentence opens with: ``In een rapport wordt becijferd dat``."""
    start = sentence_start(stretch, at)
    end = phrase_end(stretch, start + 1, at) if stretch.has(start, "location", "origin") else start
    return (start + 1, end) if end > start + 1 and _is_print(stretch, start + 1, end) else None
