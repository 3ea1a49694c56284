"""``..., zoals X zegt, ...`` and ``as X put it``; ``als we X mogen geloven``: a frame inside or behind its content."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._clauses import clause_end, has_verb, longest, sentence_start
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._grammar import Cue
from helpers.annotate.attributions._make_candidates import make_candidate
from helpers.annotate.attributions._stretches import Stretch

WRAP_REACH = 10


def propose_as_said(stretch: Stretch, frame: Frame) -> Iterator[Candidate]:
    """Yield the clause around ``, zoals X beweert,``: only where nothing follows inside that frame."""
    opening = frame.start - 1
    if frame.subject is None or frame.side != "left" or not stretch.has(opening, "comparison_said"):
        return
    closing = frame.at + 1
    while stretch.has(closing, "adverb", "time_word") or stretch.key(closing) in ("it", "het"):
        closing += 1
    if closing < len(stretch) and stretch.kind(closing) != "mark":
        return
    pieces = around(stretch, opening, closing)
    if pieces and {"that", "quote", "np", "as"} & frame.form.cue.frames:
        yield make_candidate(frame, "as_said", 0.85, pieces)


def around(stretch: Stretch, opening: int, closing: int) -> tuple[Range, ...]:
    """Return the clause in front of a frame between commas; where none stands there, the clause behind it."""
    lo = sentence_start(stretch, opening)
    if stretch.has(lo, "complementizer"):
        lo += 1
    left = (lo, opening - 1) if stretch.key(opening - 1) == "," else (lo, opening)
    if left[1] > left[0] and has_verb(stretch, *left):
        return longest(stretch, (left,))
    if stretch.key(closing) != "," or closing + 1 >= len(stretch):
        return ()
    return longest(stretch, (left, (closing + 1, clause_end(stretch, closing + 1, keep=True))))


def _find_genitive(stretch: Stretch, at: int, cue: Cue) -> tuple[Range, int] | None:
    """Find ``in the owner's words``: the phrase's last words behind a genitive."""
    tail = cue.words[2:]
    for i in range(at + 1, min(len(stretch), at + WRAP_REACH)):
        if stretch.kind(i) != "word" or stretch.has(i, "finite_verb"):
            return None
        if stretch.key(i).endswith("'s") and all(stretch.key(i + 1 + n) == word for n, word in enumerate(tail)):
            return (at + 1, i + 1), i + 1 + len(tail)
    return None


def find_wrap(stretch: Stretch, at: int, cue: Cue) -> tuple[Range, int] | None:
    """Return the source inside a phrase with a gap (``als we * mogen geloven``), and where the phrase ends."""
    if "genitive" in cue.frames:
        return _find_genitive(stretch, at, cue)
    gap = cue.words.index("*")
    head, tail = cue.words[:gap], cue.words[gap + 1 :]
    if any(stretch.key(at + i) != word for i, word in enumerate(head)):
        return None
    first = at + len(head)
    for i in range(first + 1, min(len(stretch), first + WRAP_REACH)):
        if stretch.kind(i) == "mark" and stretch.key(i) in (".", ";", ":"):
            return None
        if all(stretch.key(i + n) == word for n, word in enumerate(tail)):
            return (first, i), i + len(tail)
    return None
