"""Close reading: marks nested and overlapping, and from every row one step to its sentence."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd
import pytest

from helpers.views import render_article, render_evidence, render_library
from helpers.views._index import TableIndex
from helpers.views.html import plain_text
from helpers.views.reading._marks import Mark, merge_marks, weave_marks

Tables = dict[str, pd.DataFrame]
TEXT = "abcdefghij"


def _bare(woven: str) -> str:
    return re.sub(r"<[^>]*>", "", woven)


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        ([], 0),
        ([(0, 10)], 1),
        ([(0, 10), (2, 4)], 2),
        ([(0, 6), (4, 10)], 3),
        ([(0, 3), (3, 6)], 2),
        ([(0, 10), (0, 4), (0, 2)], 3),
        ([(0, 5), (3, 8), (4, 10)], 5),
        ([(-5, 3), (8, 20)], 2),
    ],
)
def test_marks_nest_or_are_cut_so_that_the_text_stays_whole(spans: list[tuple[int, int]], pieces: int) -> None:
    marks = [Mark(start, end, "claim", (f"m{n}",), ()) for n, (start, end) in enumerate(spans)]
    woven = weave_marks(TEXT, 0, marks)
    assert _bare(woven) == TEXT
    assert woven.count("<span") == woven.count("</span>") == pieces
    assert [woven.count(f'id="m{n}"') for n in range(len(spans))] == [1] * len(spans)


def test_two_rows_on_one_stretch_are_one_mark_with_both_ids() -> None:
    merged = merge_marks([Mark(0, 3, "claim", ("a",), ("one",), ("denied",)), Mark(0, 3, "claim", ("b",), ("two",), ("claimed",))])
    assert [(mark.mark_ids, mark.tips) for mark in merged] == [(("a", "b"), ("one", "two"))]
    woven = weave_marks(TEXT, 0, merged)
    assert 'id="a"' in woven
    assert 'id="b"' in woven


def test_contradicting_claims_on_the_same_words_both_have_their_sign(tables: Tables) -> None:
    claims = tables["claims"]
    first = claims.loc[claims["status"] == "denied"]
    other = first.assign(claim_id="hostile.other", status="claimed", stance="asserts")
    page = render_article({**tables, "claims": pd.concat([claims, other], ignore_index=True)}, "hostile")
    mark = page[page.index('<span class="gp-mark gp-l-claim gp-s-denied"') :]
    inside = mark[mark.index(">") + 1 :]
    assert inside.startswith('<span class="gp-sign gp-s-claimed"></span><span id="hostile.other"></span>')
    assert "✖ denied" in plain_text(page)
    assert "● claimed" in plain_text(page)


def test_a_mute_article_has_every_mark_and_tells_neither_speaker_nor_status_nor_rule(tables: Tables) -> None:
    told, mute = (render_article(tables, "hostile", layers=("source", "cue"), tells=tells).partition("</style>")[2]
                  for tells in (True, False))  # fmt: skip
    assert mute.count('class="gp-mark gp-l-source"') == told.count('class="gp-mark gp-l-source"') > 0
    assert "gp-tip" in told
    row_ids = [f"{row_id}-source" for row_id in tables["claims"]["claim_id"]]
    assert any(row_id in told for row_id in row_ids)
    for sign in ("gp-tip", "gp-s-", "tabindex", *row_ids, *tables["claims"]["status"]):
        assert sign not in mute
    assert mute.count('type="checkbox"') == 2


def test_every_row_of_the_article_has_its_mark(tables: Tables) -> None:
    page = render_article(tables, "hostile")
    # of the mentions only the places are marked
    tables = {**tables, "mentions": tables["mentions"].query("entity_type == 'place'")}
    for name, key in (("claims", "claim_id"), ("times", "time_id"), ("quantities", "quantity_id"),
                      ("wordings", "wording_id"), ("mentions", "mention_id"), ("events", "event_id")):  # fmt: skip
        for row_id in tables[name][key]:
            assert page.count(f'id="{row_id}"') == 1, row_id


def test_source_and_cue_of_a_claim_can_be_opened_too(tables: Tables) -> None:
    page = render_article(tables, "hostile")
    for claim_id in tables["claims"].loc[tables["claims"]["voice"] == "source", "claim_id"]:
        assert f'id="{claim_id}-cue"' in page
        assert f'id="{claim_id}-source"' in page


def test_a_mark_tells_source_status_and_rule_on_focus(tables: Tables) -> None:
    page = render_article(tables, "hostile")
    assert "denied — Vera &quot;V&quot; &lt;Volkova&gt;, by the word “denies” · rule: cue:test" in page
    assert page.count('tabindex="0"') >= len(tables["claims"])


def test_every_layer_that_is_there_has_its_switch_and_works_without_a_script(tables: Tables) -> None:
    page = render_article(tables, "hostile")
    assert set(re.findall(r'<input type="checkbox" class="gp-toggle gp-t-(\w+)"', page)) == {
        "claim", "newsroom", "source", "cue", "place", "time", "event", "quantity", "wording", "status"}  # fmt: skip
    assert "<script" not in page
    newsroom = re.search(r"<input[^>]*gp-t-newsroom[^>]*>", page)
    assert newsroom is not None
    assert "checked" not in newsroom[0]


def test_an_event_tells_its_kind_status_place_day_and_rule(tables: Tables) -> None:
    page = render_article(tables, "hostile")
    assert "event: capture · claimed, Kozinka crossing, 2023-05-22 · rule: a word for such an event [trigger]" in page
    assert "event: border crossing · denied, place not stated, day not stated · rule: a word for such an event [trigger]" in page
    hoped = tables["events"].assign(polarity="open")
    assert "event: not known: capture · claimed" in render_article({**tables, "events": hoped}, "hostile")


def test_a_statement_tells_how_sure_its_source_is(tables: Tables) -> None:
    assert "hedged (probable) — “the Guild”" in render_article(tables, "hostile")


def test_what_is_put_in_stands_after_the_marks_that_end_there() -> None:
    marks = [Mark(0, 4, "claim", ("a",), ()), Mark(2, 10, "time", ("b",), ())]
    woven = weave_marks(TEXT, 100, [replace(mark, start=mark.start + 100, end=mark.end + 100) for mark in marks],
                        insets={104: "<i>x</i>", 110: "<i>y</i>", 100: "<i>other</i>"})  # fmt: skip
    assert _bare(woven) == "abcdxefghijy"
    assert woven.endswith("</span><i>y</i>")


def test_every_sentence_can_be_cited_with_publisher_day_and_span(tables: Tables) -> None:
    page = render_article(tables, "hostile")
    sentences = tables["sentences"]
    signs = dict(re.findall(r'<button type="button" class="gp-cite-sign" id="([^"]+)" popovertarget="([^"]+)"', page))
    assert set(signs) == set(sentences["sentence_id"])
    for row in sentences.itertuples():
        box = page[page.index(f'id="{signs[row.sentence_id]}" popover="auto"') :].split("</code>")[0]
        told = plain_text("<span " + box)
        assert " ".join(row.text.split()) in told
        assert "The <b>Courier</b>" in told
        assert "(2023-05-23)" in told
        assert f"characters {row.start_char}–{row.end_char}" in told


@pytest.mark.parametrize("rights", ["quotes", "none"])
def test_what_may_not_be_shown_can_not_be_cited(tables: Tables, rights: str) -> None:
    articles = tables["articles"].assign(text_rights=rights)
    page = render_article({**tables, "articles": articles}, "hostile")
    index = TableIndex({**tables, "articles": articles})
    allowed = index.evidence_sentences if rights == "quotes" else set()
    assert set(re.findall(r'class="gp-cite-sign" id="([^"]+)"', page)) == allowed
    assert page.count('class="gp-cite"') == len(allowed)


def test_a_card_without_its_text_says_which_file_is_wanted(tables: Tables) -> None:
    assert "The text of absent.txt is not here" in render_article(tables, "absent")


def test_an_unknown_article_is_named(tables: Tables) -> None:
    assert "no article nowhere" in render_article(tables, "nowhere")


def test_the_library_holds_every_article(tables: Tables) -> None:
    assert render_library(tables).count("<details id=") == len(tables["articles"])


@pytest.mark.parametrize(
    ("table", "key", "marked"),
    [
        ("claims", "claim_id", "the gate at Kozinka was taken on Monday evening"),
        ("times", "time_id", "Monday evening"),
        ("events", "event_id", "taken"),
        ("quantities", "quantity_id", "more than 20"),
        ("wordings", "wording_id", "rebels"),
        ("disputes", "dispute_id", "the gate at Kozinka was taken on Monday evening"),
    ],
)
def test_evidence_marks_the_words_of_the_row_in_its_sentence(tables: Tables, table: str, key: str, marked: str) -> None:
    pages = [render_evidence(tables, row_id) for row_id in tables[table][key]]
    assert any(f"<mark>{marked}</mark>" in page for page in pages)


def test_evidence_shows_the_paragraph_around_the_sentence(tables: Tables) -> None:
    claims = tables["claims"]
    denied = claims.loc[claims["status"] == "denied", "claim_id"].iloc[0]
    assert "The mayor says" in plain_text(render_evidence(tables, denied))
    assert "The mayor says" not in plain_text(render_evidence(tables, denied, whole_paragraph=False))


def test_evidence_can_be_copied_with_publisher_day_and_span(tables: Tables) -> None:
    claims = tables["claims"]
    denied = claims.loc[claims["status"] == "denied"].iloc[0]
    sentence = tables["sentences"].set_index("sentence_id").loc[denied["sentence_id"]]
    cited = plain_text(render_evidence(tables, denied["claim_id"]))
    assert "The <b>Courier</b>" in cited
    assert "2023-05-23" in cited
    assert f"characters {sentence['start_char']}–{sentence['end_char']}" in cited


def test_an_unknown_row_is_named(tables: Tables) -> None:
    assert "no row x.c1-2" in render_evidence(tables, "x.c1-2")


def test_labels_follow_the_language_and_the_text_keeps_its_own(tables: Tables) -> None:
    page = render_article(tables, "hostile", language="nl")
    assert 'lang="nl"' in page
    assert '<div class="gp-text" lang="en">' in page
    assert "uitspraken van bronnen" in page
