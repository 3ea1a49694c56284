"""From a folder of seeds to documents: what can be read, the cards without a text, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from helpers.model import Card, Document, SeedError, Unread
from helpers.resources.seeds import Seed, read_seeds
from helpers.text import article_id_of, build_document, decode_seed, find_language, hash_text

__all__ = ["Intake", "read_documents"]


@dataclass(frozen=True, slots=True)
class Intake:
    """What a folder of seeds gave: documents, cards without a text, and what could not be read."""

    documents: tuple[Document, ...]
    cards: tuple[tuple[str, Card], ...]
    unread: tuple[Unread, ...]
    hashes: Mapping[str, str] = field(default_factory=dict)
    """By article id, the hash that a card without a text states for it."""


def read_documents(seeds: Path, *, encoding: str = "utf-8") -> Intake:
    """Read every seed of a folder into a document; what cannot be read is told in ``unread``."""
    folder = read_seeds(seeds)
    unread = list(folder.unread)
    documents: dict[str, Document] = {}
    cards: list[tuple[str, Card]] = []
    hashes: dict[str, str] = {}
    for seed in folder.seeds:
        if seed.data is None:
            cards.append((article_id_of(seed.card.file_name), seed.card))
            hashes[cards[-1][0]] = seed.sha256
            continue
        try:
            document = _build_document(seed, encoding, unread)
            _refuse_twins(document, documents.values())
        except SeedError as error:
            unread.append(Unread(seed.card.file_name, str(error)))
            continue
        documents[document.article_id] = document
        if document.card != seed.card:  # another text under its name: what the card describes is not here
            cards.append((article_id_of(seed.card.file_name), seed.card))
            hashes[cards[-1][0]] = seed.sha256
    return Intake(tuple(documents.values()), tuple(cards), tuple(unread), hashes)


def _build_document(seed: Seed, encoding: str, unread: list[Unread]) -> Document:
    assert seed.data is not None  # noqa: S101  (only for the type checker: the caller has looked)
    text = decode_seed(seed.data, seed.card.file_name, encoding)
    card, other_text = seed.card, bool(seed.sha256) and seed.sha256 != hash_text(text)
    if other_text:
        card = Card(seed.card.file_name)
        unread.append(Unread(card.file_name, f"{card.file_name} holds another text than its card describes (sha256 "
                                             f"{hash_text(text)[:12]}..., the card says {seed.sha256[:12]}...); it is "
                                             "read as a new text, without that card"))
    document = build_document(text, card, "" if card.language else find_language(text))
    if other_text:
        document = replace(document, article_id=f"{document.article_id}-{document.sha256[:8]}")
    return document


def _refuse_twins(document: Document, others: Iterable[Document]) -> None:
    name = document.card.file_name
    for other in others:
        if other.sha256 == document.sha256:
            raise SeedError(f"{name} holds the same text as {other.card.file_name}; it is read once, under that name: "
                            "take one of the two away")
        if other.article_id == document.article_id:
            raise SeedError(f"{name} and {other.card.file_name} give the same article id {document.article_id!r}; "
                            "rename one of the two")
