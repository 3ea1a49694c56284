"""Cut a normalised text into paragraphs, and tell titles and headings from running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from helpers.model import Span
from helpers.model.documents import Part

_BLOCK = re.compile(r"\S(?:.*?\S)??(?=[^\S\n]*(?:\n[^\S\n]*\n|\n*\Z))", re.DOTALL)
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»“)\]]*$")
MAX_HEADING_WORDS = 16
MAX_WRAPPED_LINE = 100


def find_paragraphs(text: str) -> tuple[Span, ...]:
    r"""Find the paragraphs: blocks between blank lines, or single lines where lines are paragraphs.

    A block of several lines is one paragraph where its lines are wrapped (none is long, and most end in the
    middle of a sentence); otherwise each of its lines is one.

    Examples
    --------
    >>> [span.of("Kop\n\nEen zin.\nNog een.") for span in find_paragraphs("Kop\n\nEen zin.\nNog een.")]
    ['Kop', 'Een zin.', 'Nog een.']
    """
    return tuple(span for block in _BLOCK.finditer(text) for span in _split_block(text, block.start(), block.end()))


def _split_block(text: str, start: int, end: int) -> Iterator[Span]:
    lines = [Span(match.start(), match.end()) for match in _LINE.finditer(text, start, end)]
    if _is_wrapped([line.of(text) for line in lines]):
        yield Span(start, end)
    else:
        yield from lines


def _is_wrapped(lines: Sequence[str]) -> bool:
    if len(lines) < 2 or max(map(len, lines)) > MAX_WRAPPED_LINE:
        return False
    broken = sum(not _ENDS_SENTENCE.search(line) for line in lines[:-1])
    return 2 * broken > len(lines) - 1 and bool(_ENDS_SENTENCE.search(lines[-1]))


def label_parts(text: str, paragraphs: Sequence[Span]) -> tuple[Part, ...]:
    """Label each paragraph: the title, the intro (the first running text), headings, body.

    A title or heading is one short line that does not end like a sentence.
    """
    parts: list[Part] = []
    for number, span in enumerate(paragraphs):
        if len(paragraphs) > 1 and _is_heading(span.of(text)):
            parts.append("title" if number == 0 else "heading")
        else:
            parts.append("body" if "intro" in parts else "intro")
    return tuple(parts)


def _is_heading(line: str) -> bool:
    return "\n" not in line and not _ENDS_SENTENCE.search(line) and len(line.split()) <= MAX_HEADING_WORDS
