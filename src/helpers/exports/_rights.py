"""What an export may show of an article's text, and the notice that goes with it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

Tables = dict[str, pd.DataFrame]
_CONTEXT_CHARS = 32


@dataclass(frozen=True, slots=True)
class Permit:
    """What an export says of one article: its notice, and where it comes from.

    `title` is the article's id where no word of the text may be shown and the title stands in it.
    """

    notice: str
    title: str
    publisher: str
    published_on: str
    sha256: str
    language: str = ""
    has_text: bool = True

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
    words = read_hidden_words(tables)
    permits = {}
    for row in list_rows(tables["articles"]):
        title = or_empty(row.title)
        shown = row.article_id if is_title_hidden(row, title, words) else title
        permits[row.article_id] = Permit(
            or_empty(row.notice), shown, or_empty(row.publisher),
            iso_date(row.published_on), or_empty(row.sha256), or_empty(row.language), bool(row.has_text),
        )  # fmt: skip
    return permits


def is_title_hidden(article: Any, title: str, words: Mapping[str, str]) -> bool:
    """Tell whether a title is a stretch of a text of which no word may be shown.

    Parameters
    ----------
    article : namedtuple
        Row of ``articles``.
    title : str
    words : mapping of str to str
        From `read_hidden_words`.
    """
    may_not = article.text_rights == "none"  # what may be quoted is cited by its title
    return may_not and bool(title) and fold_words(title) in words.get(article.article_id, "")


def read_hidden_words(tables: Tables) -> dict[str, str]:
    """Return the folded words of each article that may not leave, by its id."""
    shown = list_shown_sentences(tables)
    sentences = tables["sentences"]
    hidden = sentences[~sentences["sentence_id"].isin(shown)].dropna(subset=["text"])
    return {str(article_id): fold_words("".join(group["text"])) for article_id, group in hidden.groupby("article_id")}


def list_shown_sentences(tables: Tables) -> frozenset[str]:
    """List the sentences whose words may leave.

    Every sentence is somebody's claim; so that ``quotes`` does not come to the whole article, only those in which a
    source speaks, or which the newsroom marks as unverified, count as evidence.
    """
    articles = tables["articles"].set_index("article_id")
    rights = articles["text_rights"].mask(articles["has_text"].eq(False), "none")
    claims, sentences = tables["claims"], tables["sentences"]
    is_here = sentences["text"].notna()
    is_evidence = (claims["voice"] == "source") | (claims["verification"] == "unverified")
    evidence = set(claims.loc[is_evidence, "sentence_id"])
    of_article = sentences["article_id"].map(rights)
    may_leave = (of_article == "full") | ((of_article == "quotes") & sentences["sentence_id"].isin(evidence))
    return frozenset(sentences.loc[may_leave & is_here, "sentence_id"])


def read_evidence(tables: Tables, name: str, key: str, prefix: str = "") -> dict[str, Evidence]:
    """Return the evidence of every row of one table that has the span, by its id; the context stays in its sentence."""
    find = Finder(tables)
    columns = [key, "article_id", f"{prefix}start_char", f"{prefix}end_char", f"{prefix}text"]
    rows = tables[name][columns].dropna(subset=columns[:-1]).itertuples(index=False)
    return {row_id: find.at(article_id, int(start), int(end), or_empty(text))
            for row_id, article_id, start, end, text in rows}  # fmt: skip


class Finder:
    """The sentences whose words may leave, found by the characters they hold."""

    def __init__(self, tables: Tables) -> None:
        shown = list_shown_sentences(tables)
        sentences = tables["sentences"]
        self._shown: dict[str, list[Any]] = {}
        for row in list_rows(sentences[sentences["sentence_id"].isin(shown)].sort_values("start_char")):
            self._shown.setdefault(row.article_id, []).append(row)

    def at(self, article_id: str, start: int, end: int, exact: str = "") -> Evidence:
        """Return the evidence of a stretch.

        Parameters
        ----------
        article_id : str
        start, end : int
        exact : str, optional
            Its words, as the table has them; without them only a stretch of one sentence has words.
        """
        first, last = self._holding(article_id, start), self._holding(article_id, end - 1)
        if first is None or not (exact or first is last):
            return Evidence(article_id, start, end)
        words = str(first.text)
        at = start - int(first.start_char)
        after = "" if last is None else str(last.text)[end - int(last.start_char) :]
        return Evidence(article_id, start, end, exact or words[at : at + end - start],
                        words[max(0, at - _CONTEXT_CHARS) : at], after[:_CONTEXT_CHARS], words)  # fmt: skip

    def _holding(self, article_id: str, offset: int) -> Any:
        rows = self._shown.get(article_id, [])
        found = bisect_right([row.start_char for row in rows], offset) - 1
        return rows[found] if found >= 0 and offset < rows[found].end_char else None


def list_notices(tables: Tables) -> Iterator[dict[str, str]]:
    """Yield what must be said of each article: its id, its citation, its notice, and whether its text is not here."""
    for article_id, permit in read_permits(tables).items():
        absent = {} if permit.has_text else {"text": "not here"}
        yield {"article_id": article_id, "citation": permit.citation, "notice": permit.notice, **absent}


def fold_words(text: str) -> str:
    """Write a text in small letters and figures alone, so that it is known again in an id or behind other quotes.

    Examples
    --------
    >>> fold_words("‘Nee’, zegt zij.")
    'neezegtzij'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def list_rows(frame: pd.DataFrame) -> list[Any]:
    """Return the rows of a table as named tuples."""
    return [*frame.itertuples()]


def or_empty(value: object) -> str:
    """Return a cell as text, empty where it is missing."""
    return "" if value is None or value != value or value is pd.NA else str(value)


def iso_date(value: object) -> str:
    """Return a date cell as YYYY-MM-DD, empty where it is missing."""
    return "" if pd.isna(value) else pd.Timestamp(value).date().isoformat()  # type: ignore[call-overload,arg-type]
