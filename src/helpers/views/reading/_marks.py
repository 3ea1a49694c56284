"""Marks on a text, nested and overlapping, woven into well-formed HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from helpers.views.html import escape, tag


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article to be marked.

    Parameters
    ----------
    start, end : int
        Offsets into the article.
    layer : str
        A key of ``LAYER_STYLES``.
    mark_ids : tuple of str
        Ids of the rows that it shows; links open them.
    tips : tuple of str
        What hovering over it and focussing on it tells, one line each, plain text; without any it is no stop of the
        Tab key.
    statuses : tuple of str
        Statuses of the claims, none for other layers: where two claims on the same words contradict, both stand.
    """

    start: int
    end: int
    layer: str
    mark_ids: tuple[str, ...]
    tips: tuple[str, ...]
    statuses: tuple[str, ...] = ()


def merge_marks(marks: Iterable[Mark]) -> list[Mark]:
    """Merge marks of one layer on the same stretch into one that keeps every id, every tip and every status."""
    merged: dict[tuple[int, int, str], Mark] = {}
    for mark in marks:
        key = (mark.start, mark.end, mark.layer)
        old = merged.get(key)
        if old is None:
            merged[key] = mark
            continue
        ids = tuple(dict.fromkeys((*old.mark_ids, *mark.mark_ids)))
        tips = tuple(dict.fromkeys((*old.tips, *mark.tips)))
        merged[key] = Mark(*key, ids, tips, tuple(dict.fromkeys((*old.statuses, *mark.statuses))))
    return list(merged.values())


def weave_marks(
    text: str, start: int, marks: Sequence[Mark], *, with_ids: bool = True, insets: Mapping[int, str] | None = None
) -> str:
    """Weave marks into a stretch of text.

    Parameters
    ----------
    text : str
    start : int
        Offset of `text` in its article.
    marks : sequence of Mark
        What lies outside of `text` is cut off.
    with_ids : bool
        False where the same rows have their ids elsewhere on the page.
    insets : mapping of int to str
        HTML to put in at an offset of the article, after the marks that end there.

    Examples
    --------
    >>> weave_marks("a < b", 10, [Mark(10, 11, "place", (), ())])
    '<span class="gp-mark gp-l-place">a</span> &lt; b'
    """
    end = start + len(text)
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    put_in = {offset: piece for offset, piece in (insets or {}).items() if start < offset <= end}
    edges = (point for mark in inside for point in (mark.start, mark.end))
    points = {start, end, *put_in, *(min(max(point, start), end) for point in edges)}
    open_marks: list[Mark] = []
    begun: set[int] = set()
    pieces: list[str] = []
    for here, following in pairwise(sorted(points)):
        kept, again = _close_ended(open_marks, here)
        pieces += [_close(mark) for mark in reversed(open_marks[kept:])]
        pieces.append(put_in.pop(here, ""))
        opening = sorted([*again, *(m for m in inside if max(m.start, start) == here)], key=lambda mark: -mark.end)
        for mark in opening:
            pieces.append(_open(mark, is_first=id(mark) not in begun and with_ids, is_stop=id(mark) not in begun))
            begun.add(id(mark))
        open_marks = [*open_marks[:kept], *opening]
        pieces.append(escape(text[here - start : following - start]))
    return "".join([*pieces, *(_close(mark) for mark in reversed(open_marks)), put_in.get(end, "")])


def _close_ended(open_marks: Sequence[Mark], here: int) -> tuple[int, list[Mark]]:
    """Tell how many of the open marks stay open, and which of the others go on after `here`."""
    kept = 0
    while kept < len(open_marks) and open_marks[kept].end > here:
        kept += 1
    return kept, [mark for mark in open_marks[kept:] if mark.end > here]


def _open(mark: Mark, *, is_first: bool, is_stop: bool) -> str:
    classes = f"gp-mark gp-l-{mark.layer}" + "".join(f" gp-s-{status}" for status in mark.statuses[:1] if is_stop)
    ids = mark.mark_ids if is_first else ()
    signs = "".join(tag("span", "", class_=f"gp-sign gp-s-{status}") for status in mark.statuses[1:] if is_stop)
    anchors = "".join(_anchors(ids[1:]))
    stop = "0" if is_stop and mark.tips else None
    whole = tag("span", signs + anchors, class_=classes, id=ids[0] if ids else None, tabindex=stop)
    return whole.removesuffix("</span>")


def _anchors(ids: Iterable[str]) -> Iterator[str]:
    for row_id in ids:
        yield tag("span", "", id=row_id)


def _close(mark: Mark) -> str:
    lines = "<br>".join(escape(tip) for tip in mark.tips)
    tip = tag("span", lines, class_="gp-tip", role="tooltip") if mark.tips else ""
    return f"{tip}</span>"
