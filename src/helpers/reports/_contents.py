"""The index page: what the pages answer, a search, the articles with their notices."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from helpers.reports._messages import read_labels
from helpers.reports._page import Facts, read_template
from helpers.reports._policy import add_policy
from helpers.reports._stamps import Entry

_MOST_UNREAD = 40


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the pages need to know of the tables, read without pandas.

    Parameters
    ----------
    articles : tuple of mapping
        Rows of the table ``articles``.
    n_claims : int
    unread : tuple of str
        Reasons why something was not read.
    """

    articles: tuple[Mapping[str, str], ...] = ()
    n_claims: int = 0
    unread: tuple[str, ...] = ()

    @property
    def n_read(self) -> int:
        """How many articles have their text here; the others are cards."""
        return sum(article.get("has_text") != "false" for article in self.articles)

    @property
    def notices(self) -> tuple[tuple[str, str], ...]:
        """Each notice once, with the titles of the articles that carry it."""
        titles: dict[str, list[str]] = {}
        for article in self.articles:
            if article.get("notice"):
                titles.setdefault(article["notice"], []).append(article.get("title") or article.get("file_name", ""))
        return tuple((notice, "; ".join(named)) for notice, named in titles.items())


def read_holdings(tables: Path) -> Holdings:
    """Read what the pages say about the tables."""
    unread = tuple(dict.fromkeys(row["reason"] for row in _read_rows(tables / "unread.csv")))
    return Holdings(tuple(_read_rows(tables / "articles.csv")), len(_read_rows(tables / "claims.csv")), unread)


def render_contents(
    entries: Sequence[Entry], holdings: Holdings, facts: Facts, *, language: str, failed: Sequence[str] = ()
) -> str:
    """Render the index page."""
    labels = read_labels(language)
    intro = labels["index_intro_bare"]
    if holdings.articles:
        intro = labels["index_intro"].format(articles=holdings.n_read, claims=holdings.n_claims)
    template = Environment(autoescape=True).from_string(read_template("contents.html.j2"))
    page = template.render(
        entries=entries, articles=holdings.articles, unread=holdings.unread[:_MOST_UNREAD], facts=facts, intro=intro,
        language=language, labels=labels, failed=failed, css=read_template("page.css"),
        js=read_template("contents.js") + read_template("page.js"),
    )  # fmt: skip
    return add_policy(page)


def _read_rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
