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
    """What an export says of one article: its notice, and where it comes from.

    `title` is the article's id where the title is a sentence of a text that may not be shown.
    """

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
    shown = list_shown_sentences(tables)
    sentences = tables["sentences"]
    hidden = set(sentences.loc[~sentences["sentence_id"].isin(shown), "text"])
    permits = {}
    for row in list_rows(tables["articles"]):
        title = or_empty(row.title)
        permits[row.article_id] = Permit(
            or_empty(row.notice), row.article_id if title in hidden else title, or_empty(row.publisher),
            iso_date(row.published_on), or_empty(row.sha256),
        )  # fmt: skip
    return permits


def list_shown_sentences(tables: Tables) -> frozenset[str]:
    """List the sentences whose words may leave.

    Every sentence is somebody's claim; so that ``quotes`` does not come to the whole article, only those in which a
    source speaks, or which the newsroom marks as unverified, count as evidence.
    """
    rights = tables["articles"].set_index("article_id")["text_rights"]
    claims, sentences = tables["claims"], tables["sentences"]
    is_evidence = (claims["voice"] == "source") | (claims["verification"] == "unverified")
    evidence = set(claims.loc[is_evidence, "sentence_id"])
    of_article = sentences["article_id"].map(rights)
    may_leave = (of_article == "full") | ((of_article == "quotes") & sentences["sentence_id"].isin(evidence))
    return frozenset(sentences.loc[may_leave, "sentence_id"])


def read_evidence(tables: Tables, name: str, key: str, prefix: str = "") -> dict[str, Evidence]:
    """Return the evidence of every row of one table, by its id; the context never leaves the sentence."""
    shown = list_shown_sentences(tables)
    sentences = tables["sentences"].set_index("sentence_id")[["start_char", "text"]].to_dict("index")
    found = {}
    columns = [key, "article_id", "sentence_id", f"{prefix}start_char", f"{prefix}end_char", f"{prefix}text"]
    for row_id, article_id, sentence_id, start, end, text in tables[name][columns].itertuples(index=False):
        if sentence_id not in shown:
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
