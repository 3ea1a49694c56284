"""Build documents, claims and times by hand, for tests of the annotators that need them."""

from __future__ import annotations

import re
from datetime import date

from helpers.model import Card, Claim, Document, Mention, Span, Timex, make_id
from helpers.model.annotations import EntityType
from helpers.text import build_document

_MARKED = re.compile(r"\{(.*?)\}")


def document_of(text: str, language: str = "nl", *, name: str = "a", published_on: date | None = None) -> Document:
    """Build a document from a text."""
    return build_document(text, Card(f"{name}.txt", language=language, published_on=published_on))


def marked(text: str, language: str = "nl") -> tuple[Document, tuple[Timex, ...]]:
    """Build a document from a text whose times stand in curly brackets."""
    times, plain, done = [], "", 0
    for match in _MARKED.finditer(text):
        plain += text[done : match.start()]
        times.append(Span(len(plain), len(plain) + len(match[1])))
        plain += match[1]
        done = match.end()
    document = document_of(plain + text[done:], language)
    return document, tuple(
        Timex(f"t{span.start}", span, "day", "relative", "by hand", edtf="2023-05-22",
              earliest=date(2023, 5, 22), latest=date(2023, 5, 22))
        for span in times
    )  # fmt: skip


def span_of(document: Document, text: str, n: int = 1) -> Span:
    """Return the n-th place of a text in a document."""
    at = -1
    for _ in range(n):
        at = document.text.index(text, at + 1)
    return Span(at, at + len(text))


def narrated(document: Document) -> tuple[Claim, ...]:
    """Return one newsroom claim a sentence."""
    return tuple(
        Claim(make_id(document.article_id, "c", sentence.span, None), sentence.span, "newsroom", "narrated", "by hand")
        for sentence in document.sentences
    )


def said(document: Document, content: str, source_id: str = "speaker", **dimensions: object) -> Claim:
    """Return a claim of a source whose content is a stretch of the document."""
    span = span_of(document, content)
    claim_id = make_id(document.article_id, "c", span, None)
    return Claim(claim_id, span, "source", "indirect", "by hand", source_id=source_id, **dimensions)  # type: ignore[arg-type]


def named(document: Document, text: str, entity_id: str, entity_type: EntityType = "place", n: int = 1) -> Mention:
    """Return a mention of an entity by its name."""
    span = span_of(document, text, n)
    return Mention(make_id(document.article_id, "m", span), span, entity_type, "name", "by hand", entity_id)
