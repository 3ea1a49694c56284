"""The first sentence of the index counts everything over the same articles, in the singular where there is one."""

from __future__ import annotations

import pytest

from helpers.reports._contents import Holdings, Pages, render_contents
from helpers.reports._page import Facts

ONE = {"title": "The gate", "language": "en", "published_on": "2024-03-01", "has_text": "true"}
CARD = {"title": "The dike", "language": "nl", "published_on": "2024-03-04", "has_text": "false"}


def tell(holdings: Holdings, language: str) -> str:
    page = render_contents(Pages([], {}), holdings, Facts(), language=language)
    return page.split('<p class="told">')[1].split("</p>")[0]


@pytest.mark.parametrize(("language", "sentence"), [
    ("en", "1 article (English: 1), printed 1 March 2024, read into 1 statement by 1 source and the newsrooms themselves."),
    ("nl", "1 artikel (Engels: 1), gedrukt 1 maart 2024, gelezen tot 1 bewering van 1 bron en de redacties zelf."),
])  # fmt: skip
def test_one_of_each_is_told_in_the_singular(language: str, sentence: str) -> None:
    assert tell(Holdings((ONE,), 1, 1), language) == sentence


@pytest.mark.parametrize(("language", "sentence"), [
    ("en", "3 articles (Dutch: 2, English: 1; of 2 the text is not here), printed 1 March 2024 – 4 March 2024,"
           " read into 7 statements by 2 sources"),
    ("nl", "3 artikelen (Nederlands: 2, Engels: 1; van 2 is de tekst niet hier), gedrukt 1 maart 2024 – 4 maart 2024,"
           " gelezen tot 7 beweringen van 2 bronnen"),
])  # fmt: skip
def test_an_article_whose_text_is_not_here_is_counted_with_its_statements_and_said_to_be_so(language: str, sentence: str) -> None:
    assert tell(Holdings((ONE, CARD, CARD), 7, 2), language).startswith(sentence)
    assert ("; of one the text" if language == "en" else "; van één is") in tell(Holdings((ONE, CARD), 7, 2), language)


@pytest.mark.parametrize(("language", "one", "two"), [
    ("en", "printed 1 March 2024 (one has no date), read", "printed 1 March 2024 (2 have no date), read"),
    ("nl", "gedrukt 1 maart 2024 (één heeft geen datum), gelezen", "gedrukt 1 maart 2024 (2 hebben geen datum), gelezen"),
])  # fmt: skip
def test_the_days_of_printing_say_how_many_articles_have_none(language: str, one: str, two: str) -> None:
    undated = {**ONE, "published_on": ""}
    assert one in tell(Holdings((ONE, undated), 7, 2), language)
    assert two in tell(Holdings((ONE, undated, undated), 7, 2), language)


def link_of(article: dict[str, str], page: str) -> str:
    shown = render_contents(Pages([], {"01_texts": page}), Holdings((article,), 1, 1), Facts(), language="en")
    return shown.split('<ul class="articles">')[1].split("</ul>")[0]


def test_a_card_leads_to_the_text_of_its_article_and_to_its_claims_where_no_text_is_shown() -> None:
    page = '<details id="article-gate"></details><details id="claims-of-gate"></details>'
    card = {**ONE, "article_id": "gate", "text_rights": "full", "url": "https://example.org/gate"}
    assert '<a href="01_texts.html#article-gate">The gate</a>' in link_of(card, page)
    assert '<a href="https://example.org/gate" rel="noopener noreferrer">original' in link_of(card, page)
    for silent in ({"text_rights": "none"}, {"has_text": "false"}):
        assert '<a href="01_texts.html#claims-of-gate">The gate</a>' in link_of({**card, **silent}, page)
    assert "#" not in link_of(card, "<p>no such fold</p>")
