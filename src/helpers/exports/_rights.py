"""What an export may show of an article's text, and the notice that goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

Tables = dict[str, pd.DataFrame]
_CONTEXT_CHARS = 32


@dataclass(frozen=True, slots=True)
class Permit:
    """What an export may show of one article, and what it must say.

    `shows_sentences` is False where ``text_rights`` is none: then offsets and hashes leave, no words.
    """

    shows_sentences: bool
    notice: str
    title: str
    publisher: str
    published_on: str
    sha256: str

    @property
    def citation(self) -> str:
        """The article in a few words: publisher, date, title; only what is known."""
        return ", ".join(part for part in (self.publisher, self.published_on, self.title) if part)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch with its sentence: `exact`, `prefix` and `suffix` are empty where no words may leave."""

    article_id: str
    start: int
    end: int
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    sentence: str = ""


def read_permits(tables: Tables) -> dict[str, Permit]:
    """Return the permit of every article, by its id."""
    return {
        row.article_id: Permit(
            row.text_rights != "none", or_empty(row.notice), or_empty(row.title), or_empty(row.publisher),
            iso_date(row.published_on), or_empty(row.sha256),
        )
        for row in list_rows(tables["articles"])
    }  # fmt: skip


def read_evidence(tables: Tables, name: str, key: str, prefix: str = "") -> dict[str, Evidence]:
    """Return the evidence of every row of one table, by its id; the context never leaves the sentence."""
    permits = read_permits(tables)
    sentences = tables["sentences"].set_index("sentence_id")[["start_char", "text"]].to_dict("index")
    found = {}
    columns = [key, "article_id", "sentence_id", f"{prefix}start_char", f"{prefix}end_char", f"{prefix}text"]
    for row_id, article_id, sentence_id, start, end, text in tables[name][columns].itertuples(index=False):
        if not permits[article_id].shows_sentences:
            found[row_id] = Evidence(article_id, int(start), int(end))
            continue
        sentence = sentences[sentence_id]
        at = int(start) - int(sentence["start_char"])
        words = str(sentence["text"])
        found[row_id] = Evidence(
            article_id, int(start), int(end), text, words[max(0, at - _CONTEXT_CHARS) : at],
            words[at + len(text) :][:_CONTEXT_CHARS], words,
        )  # fmt: skip
    return found


def list_notices(tables: Tables) -> Iterator[dict[str, str]]:
    """Yield what must be said of each article: its id, its citation, its notice."""
    for article_id, permit in read_permits(tables).items():
        yield {"article_id": article_id, "citation": permit.citation, "notice": permit.notice}


def list_rows(frame: pd.DataFrame) -> list[Any]:
    """Return the rows of a table as named tuples."""
    return [*frame.itertuples()]


def or_empty(value: object) -> str:
    """Return a cell as text, empty where it is missing."""
    return "" if value is None or value != value or value is pd.NA else str(value)


def iso_date(value: object) -> str:
    """Return a date cell as YYYY-MM-DD, empty where it is missing."""
    return "" if pd.isna(value) else pd.Timestamp(value).date().isoformat()  # type: ignore[call-overload,arg-type]
