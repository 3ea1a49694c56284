"""A page names actors, places and articles in its own language; what only a text names keeps the text's name."""

from __future__ import annotations

import html
from datetime import date

import pandas as pd
import pytest
from small_tables import SmallTables

from helpers.views import (
    draw_network,
    draw_static_map,
    render_article,
    render_articles,
    render_claims,
    render_evidence,
    render_map,
    render_network,
    render_positions,
    render_sources,
    render_timeline,
    select_claims,
)
from helpers.views._controls import Controls
from helpers.views._index import TableIndex
from helpers.views.html import plain_text
from helpers.views.place_map import select_places

Tables = dict[str, pd.DataFrame]
ENGLISH, DUTCH = ("Ann of the North", "Northford"), ("Ann van het Noorden", "Noordvoorde")


@pytest.fixture(scope="module")
def named() -> Tables:
    """One article in which a known actor speaks of another at a known place, and somebody whom no list has."""
    small = SmallTables()
    small.article("first", "2023-05-01")
    small.article("bare", "2023-05-02", publisher="")
    said = small.say("first", ENGLISH[0], "Kit went to Northford, she said.", answers="gate.yes", names={"Kit": "Kit Stranger"})
    small.say("first", "Kit Stranger", "The gate is shut.", names={"gate": ENGLISH[0]})
    small.say("bare", None, "It rained.")
    sentence = said.replace(".c", ".s")
    small.add("places", place_id="northford", name=ENGLISH[1], place_type="settlement", latitude=50.4, longitude=35.6,
              radius_m=1500, country="RU", region="Belgorod Oblast", origin="curated")
    small.add("mentions", mention_id="first.m12", article_id="first", sentence_id=sentence, start_char=12, end_char=21,
              text="Northford", entity_type="place", entity_id="northford", form="name")
    small.add("times", time_id="first.t0", article_id="first", sentence_id=sentence, start_char=0, end_char=3, text="Kit",
              edtf="2023-05-01", earliest=date(2023, 5, 1), latest=date(2023, 5, 1), precision="day")
    frames = small.frames()
    frames["claims"]["said_time_id"] = ["first.t0", None, None]
    frames["actors"]["name_nl"] = [DUTCH[0] if name == ENGLISH[0] else None for name in frames["actors"]["name"]]
    frames["places"]["name_nl"] = DUTCH[1]
    return {**frames, "articles": frames["articles"].assign(notice_nl="alles verzonnen", title_nl=["Over het eerste", None])}


WITH_ACTOR = {
    "claims": render_claims, "sources": render_sources, "positions": render_positions, "network": render_network,
    "timeline": render_timeline, "article": lambda tables, **o: render_article(tables, "first", **o),
    "evidence": lambda tables, **o: render_evidence(tables, "first.c0", **o),
}  # fmt: skip


@pytest.mark.parametrize("name", WITH_ACTOR)
def test_a_view_names_a_known_actor_in_the_language_of_the_page(name: str, named: Tables) -> None:
    english, dutch = (WITH_ACTOR[name](named, language=language) for language in ("en", "nl"))
    assert ENGLISH[0] in english
    assert DUTCH[0] not in english
    assert DUTCH[0] in dutch
    assert ENGLISH[0] not in dutch


@pytest.mark.parametrize("name", ["sources", "network"])
def test_whoever_is_in_no_list_keeps_the_name_of_the_text_on_every_page(name: str, named: Tables) -> None:
    assert all("Kit Stranger" in WITH_ACTOR[name](named, language=language) for language in ("en", "nl"))


def test_the_map_its_picture_and_its_tables_name_a_place_in_the_language_of_the_page(named: Tables) -> None:
    page = html.unescape(html.unescape(render_map(named, language="nl")))
    assert DUTCH[1] in page
    assert "stad of dorp · oblast Belgorod, Rusland · bekend tot op 1,5 km" in page
    assert "town or village · Belgorod Oblast, Russia · known to within 1.5 km" in render_map(named)
    assert [place.place["name"] for place in select_places(named, language="nl")] == [DUTCH[1]]
    drawn = [text.get_text() for axes in draw_static_map(named, language="nl").axes for text in axes.texts]
    assert DUTCH[1] in drawn
    assert ENGLISH[1] not in drawn


def test_the_network_draws_the_names_of_the_page(named: Tables) -> None:
    drawn = [text.get_text() for axes in draw_network(named, language="nl").axes for text in axes.texts]
    assert DUTCH[0] in drawn
    assert ENGLISH[0] not in drawn


def test_the_explorer_offers_the_names_of_the_page(named: Tables) -> None:
    fields = Controls(TableIndex(named, "nl")).fields
    assert (DUTCH[1], "northford") in fields["place"].options
    assert DUTCH[0] in [label for label, _ in fields["source"].options]


@pytest.mark.parametrize("typed", [*ENGLISH, *DUTCH, "noordvoorde kit"])
def test_a_name_is_found_in_either_language_and_the_hit_is_marked(typed: str, named: Tables) -> None:
    assert "first.c0" in list(select_claims(named, text=typed)["claim_id"])
    assert 'class="gp-hit"' in render_claims(named, text=typed, language="nl")


def test_the_name_of_somebody_in_the_other_language_selects_what_he_or_she_says(named: Tables) -> None:
    assert all(list(select_claims(named, source=name)["claim_id"]) == ["first.c0"] for name in (ENGLISH[0], DUTCH[0]))


def test_titles_and_notices_are_those_of_the_card_for_the_language(named: Tables) -> None:
    dutch, english = plain_text(render_articles(named, language="nl")), plain_text(render_articles(named))
    assert "Over het eerste" in dutch
    assert "About bare" in dutch
    assert "alles verzonnen" in dutch
    assert "all invented" not in dutch
    assert "About first" in english
    assert "all invented" in english
    assert "alles verzonnen" not in english


def test_a_newsroom_without_a_publisher_is_told_from_one_with(named: Tables) -> None:
    assert "de redactie (uitgever niet vermeld)" in render_sources(named, language="nl")
    assert "the newsroom (publisher not stated)" in render_sources(named)


@pytest.mark.parametrize(
    ("row_id", "name", "told"),
    [("unnamed-some-article-2", "unnamed source 2", "niet genoemde bron 2"),
     ("found-some-article-1", "name not here 1", "naam niet hier 1"),
     ("unnamed-some-article-waker", "unnamed source 2", "‘unnamed source 2’")],
)  # fmt: skip
def test_the_number_in_the_place_of_a_name_that_may_not_leave_is_told_in_words(row_id: str, name: str, told: str) -> None:
    actors = pd.DataFrame([{"actor_id": row_id, "name": name, "actor_type": "unnamed"}])
    assert TableIndex({"actors": actors}, "nl").name_of("actors", row_id) == told


SHOWS_SOURCE = {"claims": render_claims, "timeline": render_timeline, "map": render_map,
                "evidence": lambda tables, **o: render_evidence(tables, "first.c0", **o)}  # fmt: skip


@pytest.mark.parametrize("name", SHOWS_SOURCE)
def test_a_source_that_is_found_by_its_other_name_is_marked_where_its_name_stands(name: str, named: Tables) -> None:
    found = html.unescape(html.unescape(SHOWS_SOURCE[name](named, text="Ann noorden", language="en")))
    assert f'<b class="gp-hit">{ENGLISH[0]}</b>' in found


def test_words_of_its_shown_name_are_marked_alone(named: Tables) -> None:
    assert '<b class="gp-hit">Ann</b> of the North' in render_claims(named, text="ann", language="en")


def test_a_word_of_the_publisher_s_name_finds_and_marks_nothing_in_what_its_newsroom_writes(named: Tables) -> None:
    articles = named["articles"].assign(publisher="The Rain Post")
    frames = {**named, "articles": articles, "claims": named["claims"].assign(voice="newsroom", source_id=None)}
    assert list(select_claims(frames, text="rain")["claim_id"]) == ["bare.c2000"]
    shown = render_claims(frames, text="rain", language="en")
    assert shown.count("The Rain Post") >= 1
    assert '<b class="gp-hit">Rain</b>' not in shown


def test_the_number_of_a_character_is_no_hit_where_the_text_is_not_shown(named: Tables) -> None:
    hidden = {**named, "articles": named["articles"].assign(text_rights="none"),
              "claims": named["claims"].assign(text=["said 2010 times", "The gate is shut.", "It rained."], start_char=2010)}  # fmt: skip
    shown = render_claims(hidden, text="2010", language="en")
    assert "2010" in plain_text(shown)
    assert 'class="gp-hit"' not in shown
