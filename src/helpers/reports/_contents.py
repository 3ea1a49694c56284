"""The index page: what this is, what is contested, what the pages answer, a search, the articles with their notices."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from babel.dates import format_date
from jinja2 import Environment

from helpers.reports._languages import list_foreign, mark_languages
from helpers.reports._links import list_outside
from helpers.reports._messages import read_labels
from helpers.reports._names import list_names
from helpers.reports._page import Facts, foot_of_sheet, read_template
from helpers.reports._policy import add_policy
from helpers.reports._rows import read_rows
from helpers.reports._search import build_search
from helpers.reports._sentences import Sentence, read_sentences
from helpers.reports._stamps import Entry
from helpers.views import word
from helpers.views.html import name_turns
from helpers.views.matrix import Contest, list_contests
from helpers.views.reasons import is_known, tell_reason

_MOST_UNREAD, _MOST_CONTESTS = 40, 6
_LOCALES = {"en": "en_GB"}  # the day first, in both languages
_QUESTION_IDS = ("coverage-question-", "position-question-")


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the pages need to know of the tables, read without pandas.

    Parameters
    ----------
    articles : tuple of mapping
        Rows of the table ``articles``.
    n_claims, n_sources : int
        Statements, and those who are named as making them.
    unread : tuple of str
        Reasons why something was not read.
    disputes : tuple of mapping
        Rows of the table ``disputes``.
    names : tuple of tuple of str
        All names of whoever and whatever has more than one.
    sentences : tuple of Sentence
        The sentences of the articles, as the pages write them.
    """

    articles: tuple[Mapping[str, str], ...] = ()
    n_claims: int = 0
    n_sources: int = 0
    unread: tuple[str, ...] = ()
    disputes: tuple[Mapping[str, str], ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    sentences: tuple[Sentence, ...] = ()

    @property
    def read(self) -> tuple[Mapping[str, str], ...]:
        """The articles that have their text here; the others are cards."""
        return tuple(article for article in self.articles if article.get("has_text") != "false")

    @property
    def n_read(self) -> int:
        """How many articles have their text here."""
        return len(self.read)

    @property
    def notices(self) -> tuple[tuple[str, str], ...]:
        """Each notice once, with the titles of the articles that carry it."""
        titles: dict[str, list[str]] = {}
        for article in self.articles:
            if article.get("notice"):
                titles.setdefault(article["notice"], []).append(article.get("title") or article.get("file_name", ""))
        return tuple((notice, "; ".join(named)) for notice, named in titles.items())


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages as they stand in the folder.

    Parameters
    ----------
    entries : sequence of Entry
    texts : mapping of str to str
        The whole page by its name.
    failed : sequence of str
        What is said of the notebooks that failed.
    """

    entries: Sequence[Entry]
    texts: Mapping[str, str]
    failed: Sequence[str] = ()


def read_holdings(tables: Path, language: str = "en") -> Holdings:
    """Read what the pages say about the tables, with the titles and notices that the cards have for this language."""
    claims = read_rows(tables / "claims.csv")
    unread = tuple(dict.fromkeys(row["reason"] for row in read_rows(tables / "unread.csv")))
    sources = {row["source_id"] for row in claims if row.get("source_id")}
    articles = tuple(_localise(row, language) for row in read_rows(tables / "articles.csv"))
    return Holdings(articles, len(claims), len(sources), unread,
                    tuple(read_rows(tables / "disputes.csv")), tuple(list_names(tables)),
                    tuple(read_sentences(tables, language)))  # fmt: skip


def _localise(article: Mapping[str, str], language: str) -> dict[str, str]:
    """Put what the card has for a language in the place of its title and notice, and let no word of it turn ours."""
    own = {column: article.get(f"{column}_{language}") or article.get(column, "") for column in ("title", "notice")}
    return {column: name_turns(value) for column, value in {**article, **own}.items()}


def render_contents(pages: Pages, holdings: Holdings, facts: Facts, *, language: str) -> str:
    """Render the index page."""
    labels = read_labels(language)
    contests = list_contests(holdings.disputes, language=language)
    template = Environment(autoescape=True).from_string(read_template("contents.html.j2"))
    titles = {entry.name: (entry.title, pages.texts.get(entry.name, "")) for entry in pages.entries}
    page = template.render(
        entries=pages.entries, failed=pages.failed, holdings=holdings, unread=_tell_unread(holdings, language),
        facts=facts, language=language, labels=labels, told=_tell_holdings(holdings, language),
        contests=[(contest, _find_evidence(contest, pages.texts)) for contest in contests[:_MOST_CONTESTS]],
        places={row.get("article_id", ""): _find_article(row, pages.texts) for row in holdings.articles},
        n_contests=len(contests), language_of=lambda code: word("language", code, language),
        outside=list_outside(pages.texts), search=build_search(titles, holdings.names, holdings.sentences),
        css=read_template("page.css"),
        foot=foot_of_sheet(labels["index_title"], facts, labels),
        js=read_template("contents.js") + read_template("page.js"),
    )  # fmt: skip
    return add_policy(mark_languages(page, list_foreign(holdings.articles, language)))


def _tell_unread(holdings: Holdings, language: str) -> list[tuple[str, str]]:
    """List the reasons why something was not read, each with the language that it is told in."""
    return [(tell_reason(line, language), language if is_known(line) else "en")
            for line in holdings.unread[:_MOST_UNREAD]]  # fmt: skip


def _tell_holdings(holdings: Holdings, language: str) -> str:
    """Tell in one sentence how much was read, in which languages, printed when; every count is of the same articles."""
    labels = read_labels(language)
    if not holdings.articles:
        return ""
    unnamed = labels["no_language"]
    counts = Counter(article.get("language", "") for article in holdings.articles)
    named = ", ".join(f"{word('language', code, language) or unnamed}: {count}"
                      for code, count in counts.most_common())  # fmt: skip
    days = sorted(day for article in holdings.articles if (day := _read_day(article.get("published_on", ""))))
    locale = _LOCALES.get(language, language)
    span = " – ".join(dict.fromkeys(format_date(day, "long", locale=locale) for day in (*days[:1], *days[-1:])))
    n_undated = len(holdings.articles) - len(days)
    told = labels["index_holdings"] if span else labels["index_holdings_undated"]
    n_absent = len(holdings.articles) - holdings.n_read
    return told.format(
        articles=_count(labels["articles_one"], labels["articles_many"], len(holdings.articles)),
        claims=_count(labels["claims_one"], labels["claims_many"], holdings.n_claims),
        sources=_count(labels["sources_one"], labels["sources_many"], holdings.n_sources),
        absent=_count(labels["absent_one"], labels["absent_many"], n_absent) if n_absent else "",
        languages=named, days=span,
        undated=_count(labels["undated_one"], labels["undated_many"], n_undated) if n_undated else "",
    )  # fmt: skip


def _count(one: str, many: str, number: int) -> str:
    return one if number == 1 else many.format(count=number)


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _find_article(article: Mapping[str, str], pages: Mapping[str, str]) -> str:
    """Return the link to the text of an article, to its claims where no text is shown, empty where no page has them."""
    is_shown = article.get("has_text") != "false" and article.get("text_rights") != "none"
    leads = ("article-", "claims-of-") if is_shown else ("claims-of-", "article-")
    return next(filter(None, (_find_anchor(lead + article.get("article_id", ""), pages) for lead in leads)), "")


def _find_evidence(contest: Contest, pages: Mapping[str, str]) -> str:
    """Return the link to the evidence of a question, empty where no page has it."""
    for lead in _QUESTION_IDS:
        if place := _find_anchor(lead + contest.question_id, pages):
            return place
    return ""


def _find_anchor(anchor: str, pages: Mapping[str, str]) -> str:
    wanted = f' id="{html.escape(anchor)}"'
    return next((f"{name}.html#{anchor}" for name, page in pages.items() if wanted in page), "")
