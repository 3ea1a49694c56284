"""Who states what: selected and rendered."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from small_tables import SmallTables

from helpers.views import (
    render_articles,
    render_chosen,
    render_claims,
    render_legend,
    render_unread,
    select_article,
    select_claims,
)
from helpers.views.html import plain_text, shorten

Tables = dict[str, pd.DataFrame]


@pytest.mark.parametrize(
    ("selection", "count"),
    [
        ({}, 6),
        ({"status": "denied"}, 1),
        ({"status": ["denied", "hedged"]}, 2),
        ({"status": "unverified"}, 2),
        ({"voice": "newsroom"}, 2),
        ({"source": "volkova"}, 2),
        ({"source": "the Guild"}, 1),
        ({"source": "newsroom"}, 2),
        ({"article": "hostile"}, 6),
        ({"article": "absent"}, 0),
        ({"text": "KOZÍNKA"}, 2),
        ({"text": "kozinka", "status": "claimed"}, 1),
        ({"text": "no such word"}, 0),
        ({"place": "testford"}, 1),
        ({"place": ["testford", "kozinka-crossing"]}, 2),
        ({"event_type": "capture"}, 1),
        ({"event_type": "capture", "status": "denied"}, 0),
        ({"publisher": "The <b>Courier</b>"}, 6),
        ({"publisher": "The Herald"}, 0),
        ({"printed_from": "2023-05-23", "printed_until": "2023-05-23"}, 6),
        ({"printed_from": "2023-05-24"}, 0),
        ({"printed_until": "2023-05-22"}, 0),
        ({"text": "Wolkowa"}, 2),
        ({"text": "gate mayor"}, 1),
    ],
)
def test_a_selection_narrows_by_everything_that_is_asked(tables: Tables, selection: dict[str, str], count: int) -> None:
    assert len(select_claims(tables, **selection)) == count  # type: ignore[arg-type]


def test_a_table_of_one_article_names_it_once_and_of_two_in_each_row(tables: Tables) -> None:
    one = render_claims(tables, language="en")
    assert plain_text(one).count("(2023-05-23)") == 1
    assert "Claims in " in plain_text(one)
    small = SmallTables()
    for name in ("first", "second"):
        small.article(name, "2023-05-01")
        small.say(name, "Ann Mayor", "The gate was taken, said the mayor.")
    assert plain_text(render_claims(small.frames())).count("(2023-05-01)") == 2


def test_how_many_were_chosen_is_said_and_only_a_reader_with_code_is_told_how_to_see_more(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = plain_text(render_claims(tables, status=["denied", "claimed", "hedged"], max_rows=1))
    assert re.search(r"1 of the \d claims that were chosen stand here; there are 6 in all\. Narrow .* max_rows", words)
    monkeypatch.setenv("GRENSPOST_PUBLISHING", "1")
    words = plain_text(render_claims(tables, status=["denied", "claimed", "hedged"], max_rows=1))
    assert "claims that were chosen stand here" in words
    assert "max_rows" not in words


def test_an_attributed_claim_that_could_not_be_checked_has_two_signs(tables: Tables) -> None:
    words = plain_text(render_claims(tables, source="volkova", status="unverified"))
    assert "● claimed △ unverified" in words


def test_a_table_always_says_how_many_of_how_many(tables: Tables) -> None:
    assert "1 of 6 shown" in render_claims(tables, status="denied")
    assert "2 of the 6 claims that were chosen stand here; there are 6 in all." in render_claims(tables, max_rows=2)
    assert "raise max_rows" in render_claims(tables, max_rows=2)


def test_an_empty_selection_explains_itself(tables: Tables) -> None:
    assert "No claim fits this selection" in render_claims(tables, article="absent")


def test_an_article_without_a_day_is_in_no_stretch_of_days(tables: Tables) -> None:
    undated = {**tables, "articles": tables["articles"].assign(published_on=pd.NaT)}
    assert len(select_claims(undated)) == 6
    assert len(select_claims(undated, printed_from="1900-01-01")) == 0
    assert len(select_claims(undated, printed_until="2100-01-01")) == 0


def test_the_searched_words_are_marked_in_the_sentence_also_inside_the_claim(tables: Tables) -> None:
    shown = render_claims(tables, text="KOZÍNKA", status="claimed")
    assert '<mark>the gate at <b class="gp-hit">Kozinka</b> was taken on Monday evening</mark>' in shown
    shown = render_claims(tables, text="wolkowa", status="denied")
    assert '<td>Vera &quot;V&quot; &lt;<b class="gp-hit">Volkova</b>&gt;</td>' in shown
    assert 'Vera <b class="gp-hit">Volkova</b> denies that' in shown


def test_a_row_shows_its_words_marked_in_their_sentence(tables: Tables) -> None:
    assert "denies that <mark>more than 20 men came</mark>" in render_claims(tables, status="denied")


def test_a_long_label_is_cut_at_a_space() -> None:
    assert shorten("one two three", 9) == "one two …"
    assert shorten("short", 9) == "short"


def test_articles_are_listed_with_what_was_read_and_what_is_not_here(tables: Tables) -> None:
    words = plain_text(render_articles(tables))
    assert "text not here" in words
    assert "hostile" in words


def test_what_was_not_read_is_told(tables: Tables) -> None:
    unread = pd.DataFrame({"file_name": ["x.txt"], "reason": ["empty; write something into it"]})
    assert "write something into it" in render_unread({"unread": unread})
    assert "Everything was read" in render_unread(tables)


def test_the_legend_tells_every_status_in_both_languages() -> None:
    assert "A source says that it is not so" in render_legend()
    assert "Een bron zegt dat het niet zo is" in render_legend(language="nl")


def test_the_article_of_a_page_is_the_one_that_is_wanted_else_one_in_its_language_else_any_with_a_text() -> None:
    rows = [("card", "nl", False), ("english", "en", True), ("dutch", "nl", True)]
    articles = pd.DataFrame(rows, columns=["article_id", "language", "has_text"])
    found = [select_article({"articles": articles}, language=language) for language in ("en", "nl")]
    assert found == ["english", "dutch"]
    assert select_article({"articles": articles[:2]}, language="nl") == "english"
    assert select_article({"articles": articles}, "card", language="nl") == "card"
    assert select_article({"articles": articles[:1]}) == ""


def test_the_chosen_article_is_told_in_a_sentence(tables: Tables) -> None:
    told = plain_text(render_chosen(tables, "hostile", language="nl"))
    assert told.startswith("Deze pagina leest ‘Title </script>")
    assert told.endswith("(The <b>Courier</b>, 2023-05-23), met de id hostile.")
    assert "There is no article gone" in render_chosen(tables, "gone")
