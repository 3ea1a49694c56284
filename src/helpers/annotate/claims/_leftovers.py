"""What of a sentence nobody but the newsroom states."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from helpers.model import Claim, Document, Sentence, Span, SpanIndex
from helpers.text.tokens import Token, find_tokens

MIN_WORDS = 3
_MARKS = frozenset(",;:–—()")


def find_leftovers(
    document: Document, sentence: Sentence, claims: Sequence[Claim], breaks: Collection[str],
    grounds: Collection[str] = (),
) -> tuple[Span, ...]:
    """Return the pieces of a sentence outside every content and every frame, in order.

    A sentence without attributed content is one piece: the whole sentence. Otherwise its rest is cut at marks and
    at the words in `breaks`; a piece that holds a cue or a source is the frame, and a piece of one or two words
    is what a frame leaves behind. So is one that opens with the words in `grounds`: citing two officials.
    """
    if not claims:
        return (sentence.span,)
    taken = _taken(document, claims)
    frames = SpanIndex((span, span) for claim in claims
                       for span in (claim.cue, claim.source, *claim.frame_words) if span)
    pieces = []
    for piece in _cut(find_tokens(document.text, sentence.span), taken, breaks):
        while len(piece) > 1 and not piece[-1].is_word:
            piece.pop()
        span = Span(piece[0].start, piece[-1].end)
        opening = {piece[0].key, " ".join(token.key for token in piece[:2])}
        framed = frames.overlapping(span) or not opening.isdisjoint(grounds)
        if sum(token.is_word for token in piece) >= MIN_WORDS and not framed:
            pieces.append(span)
    return _joined(document.text, pieces)


def _taken(document: Document, claims: Sequence[Claim]) -> SpanIndex[Span]:
    spans = [span for claim in claims for span in (claim.span, *claim.more_spans)]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    near = document.quotations_in(Span(first, last))
    contents = SpanIndex((span, span) for span in spans)
    quoted = [q.span for q in near
              if any(q.content.contains(s) or s.contains(q.content) for s in contents.overlapping(q.content))]
    return SpanIndex((span, span) for span in (*spans, *quoted))


def _cut(tokens: Sequence[Token], taken: SpanIndex[Span], breaks: Collection[str]) -> Iterator[list[Token]]:
    piece: list[Token] = []
    for token in tokens:
        inside = taken.covers(token.start)
        if inside or token.text in _MARKS or token.key in breaks:
            if piece:
                yield piece
            piece = []
            continue
        if token.is_word or piece:
            piece.append(token)
    if piece:
        yield piece


def _joined(text: str, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Join neighbours with only a mark or a break word between them, and drop a final stop."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and len(text[joined[-1].end : piece.start].split()) <= 1 and piece.start - joined[-1].end < 10:
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return tuple(joined)
