"""Say of the words on a page that they are in another language, so that a screen reader pronounces them well."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from helpers.reports._rows import Row
from helpers.text import find_language

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
_ONLY_TEXT = frozenset({"script", "style", "svg", "title", "option", "textarea"})
_SHORTEST = 4  # a title of fewer characters is a word of the page itself more often than that title


def list_foreign(articles: tuple[Row, ...], language: str) -> dict[str, str]:
    """List the titles and notices that are not in the language of the page, each with its own.

    Parameters
    ----------
    articles : tuple of mapping
        Rows of the table ``articles``.
    language : str
        Language of the page.
    """
    found = {}
    for article in articles:
        if article.get("title") and article.get("language"):
            found[article["title"]] = _language_of_title(article)
        if article.get("notice"):
            found[article["notice"]] = find_language(article["notice"]) or "en"
    return {text: own for text, own in found.items() if own != language}


def _language_of_title(article: Row) -> str:
    """Return the language of a title; one that the card translates was never printed, and need not be the article's."""
    if not article.get("title_nl"):
        return article["language"]
    return "nl" if article["title"] == article["title_nl"] else find_language(article["title"]) or "en"


def mark_languages(page: str, foreign: Mapping[str, str]) -> str:
    """Mark each of the foreign texts of a page with its language, wherever it stands as text and as whole words.

    A text of less than four characters is not marked: its letters stand on a page for other reasons as well.

    Parameters
    ----------
    page : str
        HTML.
    foreign : mapping of str to str
        Languages by text.

    Examples
    --------
    >>> mark_languages('<p title="De poort">De poort (2024)</p>', {"De poort": "nl"})
    '<p title="De poort"><span lang="nl">De poort</span> (2024)</p>'
    """
    longest_first = sorted((text for text in foreign if len(text) >= _SHORTEST), key=len, reverse=True)
    if not longest_first:
        return page
    # no part of a longer word, nor the name of a character (&copy;)
    known = re.compile(rf"(?<![\w&])(?:{'|'.join(map(_any_escape, longest_first))})(?!\w)")
    return "".join(
        known.sub(lambda match: f'<span lang="{foreign[html.unescape(match[0])]}">{match[0]}</span>', piece)
        if is_words else piece
        for piece, is_words in _split(page)
    )


def _any_escape(text: str) -> str:
    """Return a pattern for a text as any of the templates writes it: they do not write quotation marks alike."""
    pattern = re.escape(html.escape(text, quote=False))
    return pattern.replace("'", "(?:'|&#x27;|&#39;)").replace('"', "(?:\"|&quot;|&#34;)")


def _split(page: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a page, and of each whether it is text that may hold an element."""
    barred: list[str] = []
    for piece in _TAG.split(page):
        if not piece.startswith("<"):
            yield piece, not barred
            continue
        named = _NAME.match(piece)
        name = named[1].lower() if named else ""
        if name in _ONLY_TEXT and not piece.endswith("/>"):
            if piece.startswith("</"):
                barred = barred[:-1]
            else:
                barred.append(name)
        yield piece, False
