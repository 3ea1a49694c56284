"""From the bytes of a seed to a document: normalised text, paragraphs, sentences, quotation marks."""

from helpers.text.document import article_id_of, build_document
from helpers.text.language import find_language
from helpers.text.normalise import decode_seed, hash_text, normalise_text
from helpers.text.paragraphs import find_paragraphs
from helpers.text.quotation_marks import find_quotations
from helpers.text.sentences import find_sentences

__all__ = [
    "article_id_of",
    "build_document",
    "decode_seed",
    "find_language",
    "find_paragraphs",
    "find_quotations",
    "find_sentences",
    "hash_text",
    "normalise_text",
]
