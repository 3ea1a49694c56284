"""The tables as a view reads them: rows by id, missing cells as None, and what may be shown of an article's text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import pandas as pd

from helpers.model import TABLES
from helpers.views._labels import codebook_label
from helpers.views._names import list_names, localise_name
from helpers.views._rule_words import tell_rule
from helpers.views._search import Hit, Term, find_hits, read_query
from helpers.views._spellings import Spellings
from helpers.views.messages import message, tell_notice, word
from helpers.views.rights import is_publishing, shows_own_text

Tables = Mapping[str, pd.DataFrame]
Row = dict[str, Any]


def list_rows(tables: Tables, name: str) -> list[Row]:
    """List the rows of a table as dictionaries with every column of the schema; missing is None."""
    frame = tables.get(name)
    if frame is None or frame.empty:
        return []
    cells = {str(column): frame[column].astype(object).where(frame[column].notna(), None) for column in frame.columns}
    columns = list(dict.fromkeys((*TABLES[name].column_names, *cells)))
    missing = [None] * len(frame)
    held = (cells[column].tolist() if column in cells else missing for column in columns)
    return [dict(zip(columns, values, strict=True)) for values in zip(*held, strict=True)]


class TableIndex:
    """The tables by id, for one view in one language.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        True where the reader sees an article of their own; False respects ``text_rights``.
    words : str
        What the reader searches for: it is marked in every sentence that is quoted.
    """

    def __init__(
        self, tables: Tables, language: str = "en", *, show_own_text: bool = False, words: str = ""
    ) -> None:
        self.tables = tables
        self.language = language
        self.show_own_text = shows_own_text(show_own_text)
        self.words = words
        self._rows: dict[str, dict[str, Row]] = {}

    def say(self, key: str, **values: object) -> str:
        """Return a message in the language of this view."""
        return message(key, self.language, **values)

    def say_count(self, one: str, many: str, count: int, **values: object) -> str:
        """Return the message for one where there is one, else the message for many."""
        return self.say(one if count == 1 else many, count=count, **values)

    def say_cut(self, key: str, advice: str, **values: object) -> str:
        """Say that a list is cut, and to a reader who has the code how to see more."""
        told = self.say(key, **values)
        return told if is_publishing() else f"{told} {self.say(advice)}"

    def word(self, kind: str, value: str | None) -> str:
        """Return the word for a value of a closed list, of the codebook or of the catalogue."""
        return codebook_label(kind, value or "", self.language) or word(kind, value, self.language)

    def rule_of(self, row: Row) -> str:
        """Say in words by which rule a row was made."""
        return tell_rule(row["rule"], self.language)

    def rows(self, name: str) -> dict[str, Row]:
        """Return the rows of a table by their key, in the order of the table."""
        if name not in self._rows:
            key = TABLES[name].key
            self._rows[name] = {row[key]: row for row in list_rows(self.tables, name)}
        return self._rows[name]

    def find(self, name: str, row_id: str | None) -> Row | None:
        """Return a row by its id, None where there is none."""
        return self.rows(name).get(row_id) if row_id else None

    def article_of(self, row: Row) -> Row:
        """Return the row's article; an article that is not in the tables shows nothing."""
        found = self.find("articles", row["article_id"])
        return found or {**dict.fromkeys(TABLES["articles"].column_names), "article_id": row["article_id"],
                         "text_rights": "none"}  # fmt: skip

    def sentence_at(self, article_id: str, offset: int) -> Row | None:
        """Return the sentence of an article that holds a character, None where none does."""
        return next((row for row in self.rows("sentences").values()
                     if row["article_id"] == article_id and row["start_char"] <= offset < row["end_char"]), None)

    def may_show_text(self, row: Row) -> bool:
        """Tell whether the whole text of the row's article is here and may be shown."""
        allowed = self.show_own_text or self.article_of(row)["text_rights"] == "full"
        return allowed and self.has_text(row) and row["article_id"] not in self._torn_articles

    def may_quote(self, row: Row) -> bool:
        """Tell whether the row's evidence sentence, or a word of it, may be shown.

        Every sentence is somebody's claim; so that ``quotes`` does not come to the whole article, only those in which
        a source speaks, or which the newsroom marks as unverified, count as evidence.
        """
        if not self.has_text(row) or row.get("sentence_id") in self._wordless_sentences:
            return False
        rights = "full" if self.show_own_text else self.article_of(row)["text_rights"]
        if rights == "quotes" and row.get("sentence_id"):
            return row["sentence_id"] in self.evidence_sentences
        return rights in ("full", "quotes")

    def text_of(self, row: Row, column: str = "text") -> str:
        """Return a cell that holds article text, or the offsets in its place where the rights forbid the text."""
        prefix = column.removesuffix("text")
        if row.get(f"{prefix}start_char") is None:
            return ""
        if self.may_quote(row) and row[column] is not None:
            return str(row[column])
        return self.tell_offsets(row, row[f"{prefix}start_char"], row[f"{prefix}end_char"])

    def tell_offsets(self, row: Row, start: int, end: int) -> str:
        """Tell which characters of the row's article are meant, in place of words that are not here or not shown."""
        return self.say("offsets" if self.has_text(row) else "offsets_not_here", start=start, end=end)

    def has_text(self, row: Row) -> bool:
        """Tell whether the text of the row's article is here."""
        return self.article_of(row)["has_text"] is not False

    def has_rows(self, article: Row) -> bool:
        """Tell whether an article was read: its text is here, or its rows are without it."""
        return article["has_text"] is not False or bool(article["n_sentences"])

    def source_of(self, claim: Row) -> str:
        """Name who states a claim: the actor, else the words of the text, else the newsroom."""
        if claim["voice"] == "newsroom":
            publisher = self.article_of(claim)["publisher"] or self.say("no_publisher")
            return self.say("newsroom_of", publisher=publisher)
        words = self.text_of(claim, "source_text")
        if words and words == claim["source_text"]:
            words = self.say("quoted", words=words)
        return self.name_of("actors", claim["source_id"]) or words or self.say("unnamed_source")

    def holder_of(self, claim: Row) -> str:
        """Name who states a claim so that no two are one: words that lead to no actor hold for their article only."""
        if claim["voice"] == "newsroom" or self.find("actors", claim["source_id"]):
            return self.source_of(claim)
        return self.say("holder_in", holder=self.source_of(claim), article=self.label_print(claim))

    def title_of(self, article: Row) -> str:
        """Return an article's title; where its rights show no text, a title taken from the text gives way to its id."""
        titles = [title for title in (article.get(f"title_{self.language}"), article["title"]) if title]
        if not titles or (not self._titles_in_texts.isdisjoint(titles) and not self.may_quote(article)):
            return str(article["article_id"])
        return str(titles[0])

    def notice_of(self, article: Row) -> str:
        """Return an article's notice, in the language of this view where its card has it."""
        return str(article.get(f"notice_{self.language}") or tell_notice(article["notice"] or "", self.language))

    def printing_order(self, row: Row) -> tuple[str, str, int]:
        """Return what sorts rows by day of publication, then by article and place in it; without a day comes last."""
        return self.printed_on(row) or "9999", row["article_id"], row.get("start_char") or 0

    def printed_on(self, row: Row) -> str:
        """Return the day on which the row's article was published as ``2023-05-22``, empty where it is not known."""
        day = self.article_of(row)["published_on"]
        return f"{day:%Y-%m-%d}" if day is not None else ""

    def label_print(self, row: Row) -> str:
        """Name who printed the row's article and when, by its id where that is not known or not its own."""
        article = self.article_of(row)
        label = ", ".join(filter(None, (article["publisher"], self.printed_on(row))))
        is_own = sum(1 for other in self.rows("articles").values()
                     if (other["publisher"], other["published_on"]) == (article["publisher"], article["published_on"]))
        return label if label and is_own == 1 else str(article["article_id"])

    def label_article(self, row: Row) -> str:
        """Name the row's article in a few words: its title and its day."""
        article = self.article_of(row)
        title = self.title_of(article)
        if article["has_text"] is False:
            title += f" [{self.say('text_not_here_short')}]"
        day = self.printed_on(row)
        return f"{title} ({day})" if day else title

    def name_of(self, table: str, row_id: str | None) -> str:
        """Return the name of an actor or a place, empty where it is not known.

        An unnamed actor belongs to one article: where another has the same words, the article is told too.
        """
        row = self.find(table, row_id)
        if row is None:
            return ""
        name = localise_name(row, str(row_id), self.language)
        home = self._namesakes.get(row_id or "") if table == "actors" else None
        return self.say("holder_in", holder=name, article=self.label_print(home)) if home else name

    def read_query(self, words: str) -> tuple[Term, ...]:
        """Read what is searched for, with the other names of the actors and places that it names."""
        return read_query(words, self._spellings) if words else ()

    def hits_in(self, text: str) -> list[Hit]:
        """Find where the words that the reader searches for stand in a text, a name also by its other names."""
        return find_hits(text, self._searched) if self.words else []

    def hits_in_source(self, claim: Row) -> list[Hit]:
        """Find the searched words in the source as it is named here: all of it where another of its names has them.

        The name of a publisher is not searched: it would be found in all that its newsroom writes.
        """
        if claim["voice"] == "newsroom" or not self.words:
            return []
        shown, names = self.source_of(claim), self.names_of_source(claim)
        hits = find_hits(shown, self._searched)
        unseen = (term for term in self._searched if not find_hits(shown, [term]))
        return [(0, len(shown))] if any(find_hits(name, [term]) for term in unseen for name in names) else hits

    def names_of_source(self, claim: Row) -> list[str]:
        """List the names of the actor who states a claim, in every language of the tables."""
        actor = self.find("actors", claim["source_id"])
        return list_names(actor) if actor else []

    @cached_property
    def _searched(self) -> tuple[Term, ...]:
        return self.read_query(self.words)

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings(self.rows("actors").values(), self.rows("places").values())

    @cached_property
    def _namesakes(self) -> dict[str, Row]:
        """Return the first mention of each unnamed actor whose words are another's too."""
        unnamed = {key: row["name"] for key, row in self.rows("actors").items() if row["actor_type"] == "unnamed"}
        shared = {name for name, count in Counter(unnamed.values()).items() if count > 1}
        first: dict[str, Row] = {}
        for mention in self.rows("mentions").values():
            if unnamed.get(mention["entity_id"]) in shared:
                first.setdefault(mention["entity_id"], mention)
        return first

    @cached_property
    def _wordless_sentences(self) -> set[str]:
        return {sentence_id for sentence_id, row in self.rows("sentences").items() if row["text"] is None}

    @cached_property
    def _torn_articles(self) -> set[str]:
        return {self.rows("sentences")[sentence_id]["article_id"] for sentence_id in self._wordless_sentences}

    @cached_property
    def _titles_in_texts(self) -> set[str]:
        return {row["text"] for row in self.rows("sentences").values() if row["text"]}

    @cached_property
    def evidence_sentences(self) -> set[str]:
        """The sentences in which a source speaks, or which the newsroom marks as unverified."""
        return {claim["sentence_id"] for claim in self.rows("claims").values()
                if claim["voice"] == "source" or claim["verification"] == "unverified"}  # fmt: skip

    def notices_of(self, rows: Iterable[Row]) -> list[str]:
        """List the notices of the rows' articles, each once, with the articles it is for."""
        by_notice: dict[str, list[str]] = {}
        for article_id in dict.fromkeys(row["article_id"] for row in rows):
            notice = self.notice_of(self.article_of({"article_id": article_id}))
            if notice:
                by_notice.setdefault(notice, []).append(article_id)
        return [self.say("notice", notice=text, articles=self._name_articles(ids)) for text, ids in by_notice.items()]

    def _name_articles(self, ids: list[str]) -> str:
        return ", ".join(ids) if len(ids) < 3 else self.say("n_articles", count=len(ids))
