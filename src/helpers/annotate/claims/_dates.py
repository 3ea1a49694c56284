"""When something was said: a time expression in the frame, next to the cue or the source and outside every content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from helpers.model import Claim, Document, Span, SpanIndex, Timex

MAX_GAP_WORDS = 4
_CLOSERS = frozenset(".;:!?\n\"“”‘„«»")


def date_claims(document: Document, claims: Sequence[Claim], times: Sequence[Timex]) -> tuple[Claim, ...]:
    """Say of each claim when it was said, where its frame says so.

    Parameters
    ----------
    document : Document
    claims : sequence of Claim
        Those of the newsroom are left as they are.
    times : sequence of Timex
        A duration dates nothing.

    Returns
    -------
    tuple of Claim
        In the order given, with ``said_time_id`` where one time is nearest to the cue or the source.

    Examples
    --------
    >>> from helpers.model import Card
    >>> from helpers.text import build_document
    >>> text = "De brug is dicht, zei de burgemeester dinsdag."
    >>> claim = Claim("c", Span(0, 16), "source", "indirect", "r", source=Span(22, 37), cue=Span(18, 21))
    >>> tuesday = Timex("t", Span(38, 45), "day", "relative", "r")
    >>> [c.said_time_id for c in date_claims(build_document(text, Card("a.txt", language="nl")), [claim], [tuesday])]
    ['t']
    """
    voiced = [claim for claim in claims if claim.voice == "source"]
    spans = {span for claim in voiced for span in (claim.span, *claim.more_spans)}
    contents = SpanIndex((span, span) for span in spans)
    dated = SpanIndex((time.span, time) for time in times if time.reference != "duration")
    return tuple(_date(document, claim, contents, dated) if claim.voice == "source" else claim for claim in claims)


def _date(document: Document, claim: Claim, contents: SpanIndex[Span], times: SpanIndex[Timex]) -> Claim:
    anchors = [span for span in (claim.cue, claim.source) if span is not None]
    if not anchors:
        return claim
    sentence = document.sentence_at(anchors[0].start).span
    near = [time for time in times.overlapping(sentence) if sentence.contains(time.span)]
    if not near:
        return claim
    others = [span for span in contents.overlapping(sentence) if not span.contains(anchors[0])]
    ranked = sorted(
        (gap, time.time_id) for time in near
        if not any(span.overlaps(time.span) for span in others)
        for gap in _gaps(document.text, anchors, time.span, others)
    )
    return replace(claim, said_time_id=ranked[0][1]) if ranked else claim


def _gaps(text: str, anchors: Sequence[Span], time: Span, contents: Sequence[Span]) -> Iterator[int]:
    """Yield how many words lie between a time and each anchor, where nothing else parts them."""
    for anchor in anchors:
        if anchor.overlaps(time):
            continue
        first, last = sorted((anchor, time))
        between = Span(first.end, last.start)
        gap = text[between.start : between.end]
        parted = not _CLOSERS.isdisjoint(gap) or gap.count(",") > 1
        if not parted and not any(span.overlaps(between) for span in contents) and len(gap.split()) <= MAX_GAP_WORDS:
            yield len(gap.split())
