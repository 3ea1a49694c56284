"""Put a document together: the one place that knows the order of the cutting."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from helpers.model import Card, Document
from helpers.resources.lexicons import languages, read_lexicon
from helpers.text.normalise import hash_text, normalise_text
from helpers.text.paragraphs import find_paragraphs, label_parts
from helpers.text.quotation_marks import find_quotations
from helpers.text.sentences import Stops, find_sentences


def article_id_of(file_name: str) -> str:
    """Make the permanent id of an article: the slug of its file name.

    Examples
    --------
    >>> article_id_of("Poëtin & 22 mei.txt")
    'poetin-22-mei'
    """
    stem = re.sub(r"\.txt$", "", file_name, flags=re.IGNORECASE)
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return slug or "x" + hash_text(file_name)[:12]


def build_document(text: str, card: Card, language: str = "") -> Document:
    """Build the document of an article.

    Parameters
    ----------
    text : str
        The article; normalised here once more, which changes nothing in a normalised text.
    card : Card
    language : str, optional
        Recognised language, used where the card states none.

    Examples
    --------
    >>> document = build_document("Kiev ontkent. Moskou zwijgt.", Card("a.txt", language="nl"))
    >>> len(document.sentences)
    2
    """
    text = normalise_text(text)
    spoken = card.language or language
    paragraphs = find_paragraphs(text)
    parts = label_parts(text, paragraphs)
    return Document(
        article_id=article_id_of(card.file_name),
        text=text,
        card=card,
        language=spoken,
        sha256=hash_text(text),
        paragraphs=paragraphs,
        sentences=find_sentences(text, paragraphs, parts, _stops(spoken)),
        quotations=find_quotations(text, paragraphs),
    )


@cache
def _stops(language: str) -> Stops:
    if language not in languages():
        return Stops()
    lexicon = read_lexicon(language)
    short = {row.key.casefold().removesuffix("."): row["before"] for row in lexicon.rows("abbreviations")}
    grammar = {row.key: row.words("words") for row in lexicon.rows("grammar")}
    return Stops(
        abbreviations=frozenset(short),
        numbered=frozenset(key for key, before in short.items() if before),
        zones=tuple(row.key.casefold() for row in lexicon.rows("time_zones") if row["role"] == "word"),
        openers=frozenset(grammar.get("opens_sentence", ())),
    )
