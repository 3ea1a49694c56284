"""What is here: the articles with what was read from each, and what could not be read."""

from __future__ import annotations

from collections import Counter

from helpers.views._index import Row, TableIndex, Tables, list_rows
from helpers.views.html import Html, badge, escape, page, table, tag
from helpers.views.palette import STATUS_STYLES
from helpers.views.reasons import is_known, tell_reason

COUNTED = ("claims", "quotes", "times", "events", "quantities")


def render_articles(tables: Tables, *, language: str = "en") -> Html:
    """Render the list of articles: day, publisher, language, rights, and how much was read from each.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.

    Examples
    --------
    >>> "No article" in render_articles({})
    True
    """
    index = TableIndex(tables, language)
    articles = list(index.rows("articles").values())
    if not articles:
        return page(tag("p", escape(index.say("empty_articles")), class_="gp-empty"), lang=language)
    counts = {name: Counter(row["article_id"] for row in index.rows(name).values()) for name in COUNTED}
    headings = [index.say(f"col_{key}") for key in ("article", "published", "language", "text_rights")]
    headings += [index.word("table", name) for name in COUNTED]
    cells = [
        [*_card_cells(index, article), *(str(counts[name][article["article_id"]]) for name in COUNTED)]
        for article in articles
    ]
    notices = [tag("p", escape(notice), class_="gp-notice") for notice in index.notices_of(articles)]
    return page(table([escape(h) for h in headings], cells, caption=index.say("caption_articles"), row_heads=True,
                      class_="gp-named gp-cards"),
                *notices, lang=language)  # fmt: skip


def select_article(tables: Tables, wanted: str = "", *, language: str = "en") -> str:
    """Select the article of a close reading: the one that is wanted, else the first of this language with a text.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    wanted : str
        Id of an article, empty for the first.
    language : str
        Language of the page; where no article of it has a text, the first with a text is taken.

    Returns
    -------
    str
        The id; empty where no article has a text.

    Examples
    --------
    >>> select_article({}, "my-article"), select_article({})
    ('my-article', '')
    """
    here = [row for row in list_rows(tables, "articles") if row["has_text"] is not False]
    first = sorted(here, key=lambda row: row["language"] != language)[:1]
    return wanted or next((str(row["article_id"]) for row in first), "")


def render_chosen(tables: Tables, article_id: str, *, language: str = "en") -> Html:
    """Render in a sentence which article is read, by whom printed and when.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    article_id : str
    language : str
        Language of the labels.

    Examples
    --------
    >>> "No article has its text here" in render_chosen({}, "")
    True
    """
    index = TableIndex(tables, language)
    article = index.find("articles", article_id)
    if article is None:
        told = index.say("no_article", article=article_id) if article_id else index.say("no_text_to_read")
        return page(tag("p", escape(told), class_="gp-empty"), lang=language)
    printed = ", ".join(
        (article["publisher"] or index.say("no_publisher"), index.printed_on(article) or index.say("no_date"))
    )
    told = index.say("chosen_article", title=index.title_of(article), printed=printed, article=article_id)
    return page(tag("p", escape(told)), lang=language)


def render_unread(tables: Tables, *, language: str = "en") -> Html:
    """Render what could not be read, with the reason: nothing is dropped in silence.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.

    Examples
    --------
    >>> "Everything was read" in render_unread({})
    True
    """
    index = TableIndex(tables, language)
    rows = list_rows(tables, "unread")
    if not rows:
        return page(tag("p", escape(index.say("nothing_unread")), class_="gp-empty"), lang=language)
    headings = [escape(index.say("col_file")), escape(index.say("col_reason"))]
    cells = [[escape(row["file_name"] or ""), _tell_reason(row["reason"] or "", language)] for row in rows]
    return page(table(headings, cells, caption=index.say("caption_unread"), row_heads=True), lang=language)


def render_legend(*, language: str = "en") -> Html:
    """Render the statuses with their shape, their colour and what each means.

    Parameters
    ----------
    language : str
        Language of the labels.

    Examples
    --------
    >>> "✖" in render_legend()
    True
    """
    index = TableIndex({}, language)
    cells = [[badge(status, index.word("status", status)), escape(index.say(f"status_meaning.{status}"))]
             for status in STATUS_STYLES]  # fmt: skip
    headings = [escape(index.say("col_status")), escape(index.say("col_meaning"))]
    return page(table(headings, cells, caption=index.say("caption_legend"), row_heads=True), lang=language)


def _tell_reason(reason: str, language: str) -> str:
    return tag("span", escape(tell_reason(reason, language)), lang=None if is_known(reason) else "en")


def _card_cells(index: TableIndex, article: Row) -> list[str]:
    day = escape(index.say("no_date"))
    if article["published_on"] is not None:
        day = tag("span", f"{article['published_on']:%Y-%m-%d}", class_="gp-nowrap")
    if article["published_basis"] == "inferred":
        day += " " + escape(f"({index.word('published_basis', 'inferred')})")
    title = f"{escape(index.title_of(article))}<br>" + tag("code", escape(article["article_id"]))
    if not article["has_text"]:
        title += "<br>" + tag("span", escape(index.say("text_not_here_short")), class_="gp-note")
    return [title, day, escape(index.word("language", article["language"])),
            escape(index.word("text_rights", article["text_rights"]))]  # fmt: skip
