"""Find who calls whom or what by which word: the codebook's terms, with the voice of the claim that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from helpers.annotate._holders import innermost
from helpers.annotate._scope import in_scope
from helpers.model import Claim, Document, Span, Wording, make_id
from helpers.resources.codebook import Codebook, CodebookRow
from helpers.resources.lexicons import Lexicon
from helpers.text.words import PhraseIndex, PhraseMatch, Words, find_words

__all__ = ["find_wordings"]


def find_wordings(
    document: Document, lexicon: Lexicon, *, claims: Sequence[Claim], codebook: Codebook
) -> tuple[Wording, ...]:
    """Find every term of the codebook in a document.

    Parameters
    ----------
    document : Document
    lexicon : Lexicon
        Of the document's language.
    claims : sequence of Claim
        The innermost one that holds the word lends it its voice; a word outside every content, and one in a
        heading of the newsroom's, is the newsroom's own.
    codebook : Codebook

    Returns
    -------
    tuple of Wording
        In the order of the text; none where the document lies outside the codebook's scope.
    """
    words = find_words(document.text)
    if not in_scope(words, document.language, codebook):
        return ()
    return tuple(
        _build(document, words.span(match.first, match.last), match.payload, claims)
        for match in terms_of(codebook, lexicon.language).find(words)
        if _is_meant(document, words, match)
    )


@lru_cache(maxsize=16)
def terms_of(codebook: Codebook, language: str) -> PhraseIndex[CodebookRow]:
    """Return the terms of a codebook in one language, by their forms."""
    rows = (row for row in codebook.rows("terms") if row["language"] in (language, ""))
    return PhraseIndex.build((form, row) for row in rows for form in row.words("forms"))


def _is_meant(document: Document, words: Words, match: PhraseMatch[CodebookRow]) -> bool:
    near = match.payload.words("near")
    if not near:
        return True
    sentence = document.sentence_at(words.starts[match.first]).span
    around = {words.keys[index] for index in words.within(sentence)}
    return any(word.lower() in around for word in near)


def _build(document: Document, span: Span, row: CodebookRow, claims: Sequence[Claim]) -> Wording:
    claim = innermost(claims, span)
    return Wording(
        wording_id=make_id(document.article_id, "w", span),
        span=span,
        referent_id=row["referent_id"],
        term_id=row["term_id"],
        voice=claim.voice if claim else "newsroom",
        in_quotes=any(quotation.content.contains(span) for quotation in document.quotations_in(span)),
        rule=f"term {row.row_id}",
        actor_id=claim.source_id if claim else "",
    )
