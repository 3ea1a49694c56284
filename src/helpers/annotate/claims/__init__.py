"""Put the claims of an article together: what sources state, what the newsroom states, and the marks on both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from helpers.annotate.claims._dates import date_claims
from helpers.annotate.claims._denials import mark_denial, read_denials
from helpers.annotate.claims._hedges import Hedges, read_hedges
from helpers.annotate.claims._leftovers import find_leftovers
from helpers.annotate.claims._marks import (
    Marks,
    find_doubt,
    find_verification,
    is_joined,
    read_marks,
    words_outside_quotes,
)
from helpers.model import Claim, Document, Sentence, Span, make_id
from helpers.resources.lexicons import Lexicon

__all__ = ["date_claims", "find_claims"]


def find_claims(document: Document, lexicon: Lexicon, *, attributed: Sequence[Claim]) -> tuple[Claim, ...]:
    """Find all claims in text order, so that every sentence is covered.

    Parameters
    ----------
    document : Document
    lexicon : Lexicon
    attributed : sequence of Claim
        What `find_attributions` found; it gets its polarity, its hedges and the newsroom's verification here.

    Returns
    -------
    tuple of Claim
        The attributed claims and, for every sentence or part of it without one, a claim of the newsroom.

    Examples
    --------
    >>> from helpers.model import Card
    >>> from helpers.resources.lexicons import read_lexicon
    >>> from helpers.text import build_document
    >>> document = build_document("In de haven zou brand zijn uitgebroken.", Card("a.txt", language="nl"))
    >>> [claim.status for claim in find_claims(document, read_lexicon("nl"), attributed=())]
    ['unverified']
    """
    marks, hedges, denials = read_marks(lexicon), read_hedges(lexicon), read_denials(lexicon)
    by_sentence: dict[int, list[Claim]] = {}
    for claim in attributed:
        for sentence in _sentences_of(document, claim):
            by_sentence.setdefault(sentence.position, []).append(claim)
    unverified: set[str] = set()
    narrated = [replace(claim, certainty=hedges.certainty_of(document, claim))
                for claim in _narrate(document, by_sentence, marks, unverified)]  # fmt: skip
    marked = [_mark(document, claim, marks, hedges, unverified) for claim in attributed]
    voiced = [mark_denial(document, claim, denials) for claim in marked]
    return tuple(sorted((*voiced, *narrated), key=lambda c: (c.span, c.claim_id)))


def _sentences_of(document: Document, claim: Claim) -> Iterator[Sentence]:
    spans = (claim.span, *claim.more_spans, *(s for s in (claim.cue, claim.source) if s))
    seen: set[int] = set()
    for span in spans:
        for sentence in document.sentences_in(span):
            if sentence.position not in seen:
                seen.add(sentence.position)
                yield sentence


def _narrate(
    document: Document, by_sentence: dict[int, list[Claim]], marks: Marks, unverified: set[str]
) -> Iterator[Claim]:
    for sentence in document.sentences:
        here = by_sentence.get(sentence.position, [])
        keys = words_outside_quotes(document, sentence.span)
        hearsay, rule = find_verification(keys, marks)
        pieces = find_leftovers(document, sentence, here, marks.breaks, marks.grounds)
        if hearsay == "none" and not _has_source(here, sentence):
            hearsay, rule = find_doubt(keys, marks)
        if not pieces:
            if hearsay == "unverified":
                unverified.update(claim.claim_id for claim in here if sentence.span.overlaps(claim.span))
            continue
        longest = max(pieces, key=len)
        yield Claim(
            claim_id=make_id(document.article_id, "c", longest, None),
            span=longest, more_spans=tuple(piece for piece in pieces if piece != longest),
            voice="newsroom", kind="narrated", rule=rule or "newsroom_sentence",
            polarity=marks.polarity_of(document, longest), verification=hearsay,
        )  # fmt: skip


def _has_source(claims: Sequence[Claim], sentence: Sentence) -> bool:
    return any(claim.source and sentence.span.overlaps(claim.source) for claim in claims) or any(
        sentence.span.overlaps(claim.span) and claim.kind == "direct" for claim in claims
    )


def _one_clause(document: Document, claim: Claim, marks: Marks) -> tuple[Span, ...]:
    """Return the pieces of a content that are one clause: in one sentence, outside quotations, not behind ``and``."""
    if claim.kind == "direct" or not claim.more_spans:
        return (claim.span,)
    here = document.sentence_at(claim.span.start).span
    inside = sorted(piece for piece in (claim.span, *claim.more_spans) if here.contains(piece))
    first, *rest = inside or (claim.span,)  # a quotation may hold a whole sentence and a half
    return (first, *(piece for piece in rest if not is_joined(document, piece, marks.joints)))


def _mark(document: Document, claim: Claim, marks: Marks, hedges: Hedges, unverified: set[str]) -> Claim:
    certainty = claim.certainty
    if certainty == "certain":
        certainty = hedges.certainty_of(document, claim)
    unsure = claim.stance == "confirms" and certainty != "certain"  # admits that it may be so
    polarity = marks.polarity_of(document, *_one_clause(document, claim, marks))
    if (polarity, certainty) == (claim.polarity, claim.certainty) and not unsure and claim.claim_id not in unverified:
        return claim  # most are plain, and a copy costs more than the look
    return replace(
        claim, polarity=polarity, certainty=certainty, stance="asserts" if unsure else claim.stance,
        verification="unverified" if claim.claim_id in unverified else claim.verification,
    )  # fmt: skip
