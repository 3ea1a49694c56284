"""Say what each pair of quotation marks is used for: speech, distance, a title, or a quotation inside another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from helpers.annotate._holders import pieces
from helpers.model import Claim, Document, Quotation, Quote, SpanIndex, make_id
from helpers.model.annotations import QuoteType
from helpers.resources.lexicons import Lexicon
from helpers.text.tokens import find_tokens

MAX_SCARE_WORDS = 3
MAX_TITLE_WORDS = 8
TITLE_REACH = 40
Voiced = SpanIndex[tuple[int, Claim]]


def find_quotes(document: Document, lexicon: Lexicon, *, claims: Sequence[Claim]) -> tuple[Quote, ...]:
    """Type every quotation of a document, with the claim whose content it is or stands in.

    Examples
    --------
    >>> from helpers.model import Card
    >>> from helpers.text import build_document
    >>> document = build_document("De ‘dialoog’ is begonnen.", Card("a.txt", language="nl"))
    >>> [quote.quote_type for quote in find_quotes(document, Lexicon("nl", {}), claims=())]
    ['scare']
    """
    nouns = frozenset(form for row in lexicon.rows("title_nouns") for form in row.words("forms"))
    voiced = enumerate(claim for claim in claims if claim.voice == "source")
    index = SpanIndex((span, (order, claim)) for order, claim in voiced for span in pieces(claim))
    return tuple(_type_quotes(document, nouns, index))


def _type_quotes(document: Document, nouns: Collection[str], voiced: Voiced) -> Iterator[Quote]:
    for quotation in document.quotations:
        claim = _claim_of(quotation, voiced)
        quote_type, rule = _type_of(document, quotation, claim, nouns)
        yield Quote(
            make_id(document.article_id, "q", quotation.content), quotation.content, quote_type,
            quotation.is_closed, rule, claim.claim_id if claim else "",
        )  # fmt: skip


def _claim_of(quotation: Quotation, voiced: Voiced) -> Claim | None:
    """Return the claim that the quotation is the content of, or else the smallest that it stands in."""

    def distance(held: tuple[int, Claim]) -> tuple[int, int]:
        order, claim = held
        touching = (span for span in pieces(claim) if span.overlaps(quotation.content))
        return min(abs(s.start - quotation.content.start) + abs(s.end - quotation.content.end) for s in touching), order

    nearest = min(voiced.overlapping(quotation.content), key=distance, default=None)
    return nearest[1] if nearest else None


def _type_of(
    document: Document, quotation: Quotation, claim: Claim | None, nouns: Collection[str]
) -> tuple[QuoteType, str]:
    if quotation.depth:
        return "nested", "inside_another"
    words = [token for token in find_tokens(document.text, quotation.content) if token.is_word]
    if claim is not None and claim.kind == "direct":
        return "speech", "content_of_claim"
    if len(words) <= MAX_TITLE_WORDS and _follows_title_noun(document, quotation, nouns):
        return "title", "after_title_noun"
    if len(words) <= MAX_SCARE_WORDS:
        return "scare", "few_words"
    return "speech", "part_of_claim" if claim is not None else "many_words"


def _follows_title_noun(document: Document, quotation: Quotation, nouns: Collection[str]) -> bool:
    start = max(0, quotation.span.start - TITLE_REACH)
    before = document.text[start : quotation.span.start].split()
    return bool(before) and before[-1].lower().strip(",") in nouns
