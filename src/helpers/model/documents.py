"""An article as the suite holds it: its card, its text, and where its parts begin and end."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from helpers.model.spans import Span, SpanIndex

PublishedBasis = Literal["stated", "inferred", "missing"]
TextRights = Literal["full", "quotes", "none"]
Part = Literal["title", "intro", "heading", "body"]


@dataclass(frozen=True, slots=True)
class Card:
    """What seeds.csv says of one article; every field but the file name may be missing."""

    file_name: str
    title: str = ""
    publisher: str = ""
    published_on: date | None = None
    published_basis: PublishedBasis = "missing"
    language: str = ""
    licence: str = ""
    text_rights: TextRights = "quotes"
    notice: str = ""
    url: str = ""
    title_nl: str = ""
    notice_nl: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (or a title, or a heading) of a document.

    Parameters
    ----------
    span : Span
        Without the white space around it.
    position : int
        Counted from 0 through the whole document.
    paragraph : int
        Index into ``Document.paragraphs``.
    part : {"title", "intro", "heading", "body"}
        Where in the article it stands.
    """

    span: Span
    position: int
    paragraph: int
    part: Part


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of quotation marks, as typography: what it is used for is for `annotate` to say.

    Parameters
    ----------
    span : Span
        With its marks. An unclosed one ends where its paragraph (or the chain it continues) ends.
    content : Span
        Without its marks.
    is_closed : bool
        False where no closing mark was found.
    depth : int
        0 for an outer pair, 1 for a pair inside it, and so on.
    continues : bool
        True where the mark re-opens, at a paragraph's start, a quotation left open by the paragraph before.
    """

    span: Span
    content: Span
    is_closed: bool = True
    depth: int = 0
    continues: bool = False


@dataclass(frozen=True)
class Document:
    """A normalised article: the text never changes again, every offset points into it.

    Parameters
    ----------
    article_id : str
        Slug of the file name.
    text : str
        UTF-8 without BOM, LF, NFC.
    card : Card
        Its row of seeds.csv, or an empty one.
    language : str
        ISO 639-1 code, stated by the card or recognised; empty where neither worked.
    sha256 : str
        Hash of `text` as UTF-8.
    paragraphs : tuple of Span
    sentences : tuple of Sentence
    quotations : tuple of Quotation
        In order of their opening marks.
    """

    article_id: str
    text: str
    card: Card
    language: str
    sha256: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    @property
    def published_on(self) -> date | None:
        """The day of publication, None where the card gives none."""
        return self.card.published_on

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _quotation_index(self) -> SpanIndex[Quotation]:
        return SpanIndex((quotation.content, quotation) for quotation in self.quotations)

    def quotations_in(self, span: Span) -> list[Quotation]:
        """Return the quotations whose content shares a character with `span`, in order."""
        return self._quotation_index.overlapping(span)

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that holds `offset`, or the last one that begins before it."""
        after = bisect_right(self._sentence_starts, offset)
        return self.sentences[after - 1 if after else 0]

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """Return the sentences that share a character with `span`."""
        first = self.sentence_at(span.start).position
        last = self.sentence_at(span.end - 1).position
        return tuple([sentence for sentence in self.sentences[first : last + 1] if sentence.span.overlaps(span)])
