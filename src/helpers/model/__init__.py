"""The words of the house: spans, documents, annotations, the schema of every table, errors."""

from helpers.model.annotations import (
    Actor,
    Alternative,
    Claim,
    Dispute,
    Event,
    Link,
    Mention,
    Place,
    Quantity,
    Quote,
    Reading,
    Timex,
    Unread,
    Wording,
    make_id,
)
from helpers.model.documents import Card, Document, Quotation, Sentence
from helpers.model.errors import (
    CardError,
    GrenspostError,
    LexiconError,
    ReportError,
    ResourceError,
    SeedError,
    TableError,
)
from helpers.model.schema import TABLES, Column, Table
from helpers.model.spans import Span

__all__ = [
    "TABLES",
    "Actor",
    "Alternative",
    "Card",
    "CardError",
    "Claim",
    "Column",
    "Dispute",
    "Document",
    "Event",
    "GrenspostError",
    "LexiconError",
    "Link",
    "Mention",
    "Place",
    "Quantity",
    "Quotation",
    "Quote",
    "Reading",
    "ReportError",
    "ResourceError",
    "SeedError",
    "Sentence",
    "Span",
    "Table",
    "TableError",
    "Timex",
    "Unread",
    "Wording",
    "make_id",
]
