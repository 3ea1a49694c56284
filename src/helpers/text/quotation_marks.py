"""Find every pair of quotation marks that newsrooms use, and tell them from apostrophes.

Typography only: what a pair is used for (speech, distance, a title) is for `helpers.annotate.quotes` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from helpers.model import Quotation, Span

_MARK = re.compile(r",,|''|[\"'“”„‘’‚«»‹›]")
_SINGLE = frozenset("'’‘")
# each family of marks, and what closes it
_CLOSERS: dict[str, frozenset[str]] = {
    "“": frozenset({"”", '"'}),
    "”": frozenset({"”"}),
    "„": frozenset({"”", "“", '"', "''"}),
    ",,": frozenset({"”", "''", '"', "“"}),
    "''": frozenset({"''", '"'}),
    '"': frozenset({'"', "”"}),
    "‘": frozenset({"’", "'"}),
    "’": frozenset({"’"}),
    "‚": frozenset({"’", "‘", "'"}),
    "'": frozenset({"'", "’"}),
    "«": frozenset({"»"}),
    "»": frozenset({"«", "»"}),
    "‹": frozenset({"›"}),
    "›": frozenset({"‹", "›"}),
}
# what some newsrooms set a space behind
_SPACED = frozenset("«‹")
# a single letter or two digits after a single mark at the start of a word: an elision, not a quotation
_ELISION = re.compile(r"(?:[a-z]\b|\d\ds?\b)")
# a comma, a question or an exclamation mark, then a small word, a name or a pronoun, and nothing more in the line
_FRAME = re.compile(
    r"(?P<said>[?!]|(?=,)),?\s(?=[^\W\d_A-Z]+\s(?:[A-Z]|(?:de|het|een|hij|zij|ze|he|she|the)\b)[^,?!.]*\.?\s*$)",
    re.MULTILINE,
)
_DASH = re.compile(r"[-–—]\s+(?=\S+\s)")
_ENDS = re.compile(r"[.?!…]$")


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    inner: int
    continues: bool = False


@dataclass(slots=True)
class _State:
    text: str
    found: list[Quotation] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Find the quotations of a text, in order of their opening marks.

    Parameters
    ----------
    text : str
    paragraphs : sequence of Span
        A quotation left open ends with its paragraph, unless the next one closes or re-opens it.

    Examples
    --------
    >>> text = "‘Ik zag ’s ochtends foto’s’, zei zij."
    >>> [q.content.of(text) for q in find_quotations(text, [Span(0, len(text))])]
    ['Ik zag ’s ochtends foto’s']
    """
    state = _State(text)
    for paragraph in paragraphs:
        _read_paragraph(state, paragraph)
    dialogue = [q for q in _find_dialogue(text, paragraphs) if not any(o.span.overlaps(q.span) for o in state.found)]
    return tuple(sorted((*state.found, *dialogue), key=lambda q: (q.span.start, -q.span.end)))


def _read_paragraph(state: _State, paragraph: Span) -> None:
    state.stack.clear()
    for match in _MARK.finditer(state.text, paragraph.start, paragraph.end):
        mark, start, end = match.group(), match.start(), match.end()
        before = state.text[start - 1] if start > paragraph.start else " "
        after = state.text[end] if end < paragraph.end else " "
        if mark in _SINGLE and before.isalnum() and after.isalnum():
            continue
        if _closes(state, mark, before, after):
            _close(state, end)
        elif _opens(state.text, match, before, after):
            _open(state, mark, match, paragraph)
        elif not state.stack and not before.isspace():
            _close_earlier(state, mark, end)
    while state.stack:
        _leave_open(state, paragraph.end)


def _closes(state: _State, mark: str, before: str, after: str) -> bool:
    if not any(mark in _CLOSERS[opened.mark] for opened in state.stack):
        return False
    spaced = mark in "»›" and any(opened.mark in _SPACED for opened in state.stack)
    if before.isspace() and not after.isspace() and not spaced:
        return False
    return not (mark in _SINGLE and after.isalnum())


def _opens(text: str, match: re.Match[str], before: str, after: str) -> bool:
    mark = match.group()
    if after.isspace() and (mark not in _SPACED or after == "\n"):
        return False
    if mark not in _CLOSERS or before.isalnum() or before in ".,;:!?…)]":
        return False
    if mark in ("”", "’", "»", "›") and not before.isspace():
        return False
    return not (mark in _SINGLE and _ELISION.match(text, match.end()))


def _open(state: _State, mark: str, match: re.Match[str], paragraph: Span) -> None:
    if state.stack and state.stack[-1].mark == mark and mark not in _SINGLE:
        _leave_open(state, match.start())
    continues = match.start() == paragraph.start and bool(state.found) and _left_open(state.found, mark, state.text)
    state.stack.append(_Open(mark, match.start(), match.end(), continues))


def _left_open(found: Sequence[Quotation], mark: str, text: str) -> bool:
    last = max(found, key=lambda q: q.span.end)
    return not last.is_closed and last.depth == 0 and text.startswith(mark, last.span.start)


def _close(state: _State, end: int) -> None:
    size = 2 if state.text[end - 2 : end] == "''" else 1
    closing = state.text[end - size : end]
    while state.stack and closing not in _CLOSERS[state.stack[-1].mark]:
        opened = state.stack.pop()
        if opened.mark not in _SINGLE:
            _keep(state, opened, end - size, end - size, is_closed=False)
    if state.stack:
        opened = state.stack.pop()
        _keep(state, opened, end - size, end, is_closed=True)


def _leave_open(state: _State, end: int) -> None:
    opened = state.stack.pop()
    if opened.mark in ("'", "’", "''"):
        return  # an apostrophe after all
    end = opened.start + len(state.text[opened.start : end].rstrip())
    _keep(state, opened, end, end, is_closed=False)


def _keep(state: _State, opened: _Open, inner_end: int, end: int, *, is_closed: bool) -> None:
    inside = state.text[opened.inner : inner_end]
    if not inside.strip():
        return
    first = opened.inner + len(inside) - len(inside.lstrip())
    content = Span(first, first + len(inside.strip()))
    state.found.append(
        Quotation(Span(opened.start, end), content, is_closed, len(state.stack), opened.continues)
    )


def _close_earlier(state: _State, mark: str, end: int) -> None:
    """Let a closing mark without its opening one end the quotation that the paragraph before left open."""
    if not state.found:
        return
    last = max(range(len(state.found)), key=lambda i: state.found[i].span.end)
    left = state.found[last]
    opening = _MARK.match(state.text, left.span.start)
    if left.is_closed or left.depth or opening is None or mark not in _CLOSERS[opening.group()]:
        return
    if state.text[left.span.end : end].count("\n\n") > 3:
        return
    state.found[last] = replace(
        left, span=Span(left.span.start, end), content=Span(left.content.start, end - len(mark)), is_closed=True
    )


def _find_dialogue(text: str, paragraphs: Sequence[Span]) -> Iterator[Quotation]:
    """Find dialogue by dashes: neighbouring paragraphs that begin with a dash, one of them a question."""
    run: list[tuple[Span, int]] = []
    for paragraph in (*paragraphs, None):
        dash = _DASH.match(text, paragraph.start, paragraph.end) if paragraph else None
        if paragraph and dash and _ENDS.search(paragraph.of(text)):
            run.append((paragraph, dash.end()))
            continue
        if len(run) > 1 and any("?" in span.of(text) for span, _ in run):
            yield from (_line_of_dialogue(text, span, inner) for span, inner in run)
        run = []


def _line_of_dialogue(text: str, paragraph: Span, inner: int) -> Quotation:
    """Read ``– Kom binnen, zei Jan.``: what is said ends before a frame that closes the line."""
    frame = _FRAME.search(text, inner, paragraph.end)
    end = frame.end("said") if frame else paragraph.end
    return Quotation(Span(paragraph.start, end), Span(inner, end))
