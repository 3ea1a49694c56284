"""What leaves in the formats of the field keeps evidence, imprecision, notices and rights."""

import json

import pandas as pd
import pytest

from helpers.exports import FORMATS, render_geojson, render_timelinejs, render_webannotation
from helpers.model import Card, Claim, Event, Mention, Place, Reading, Span, make_id
from helpers.tables import build_tables
from helpers.text import build_document

TEXT = "Volgens Marit brandde het dorp <b>Zuidveen</b> op 3 mei. In de oblast Noordland bleef het stil."


def tables_of(rights="quotes"):
    document = build_document(TEXT, Card("brand.txt", language="nl", notice="verzonnen", text_rights=rights))
    claim = Claim(make_id("brand", "c", Span(14, 56), Span(0, 7)), Span(14, 56), "source", "indirect", "test",
                  source=Span(8, 13), cue=Span(0, 7))  # fmt: skip
    mentions = (
        Mention("brand.m34-42", Span(34, 42), "place", "name", "test", "zuidveen"),
        Mention("brand.m67-83", Span(67, 83), "place", "name", "test", "noordland"),
    )
    places = (
        Place("zuidveen", "Zuidveen", "settlement", 52.5, 6.1, 1500, "NL"),
        Place("noordland", "Noordland", "oblast", 53.0, 6.0, 90000, "NL"),
    )
    events = (
        Event("brand.e14-21", Span(14, 21), "fire", claim.claim_id, "claimed", "test", edtf="2023-05-03"),
        Event("brand.e84-89", Span(84, 89), "calm", claim.claim_id, "denied", "test", edtf="2014/.."),
    )
    return build_tables([Reading(document, claims=(claim,), mentions=mentions, places=places, events=events)])


def test_a_village_is_a_point_with_its_radius_and_an_oblast_is_no_pin():
    features = {f["id"]: f for f in json.loads(render_geojson(tables_of()))["features"]}
    assert features["zuidveen"]["geometry"] == {"type": "Point", "coordinates": [6.1, 52.5]}
    assert features["zuidveen"]["properties"]["radius_m"] == 1500
    assert features["noordland"]["geometry"] is None


def test_each_place_carries_the_sentences_that_name_it_and_the_file_the_notice():
    collection = json.loads(render_geojson(tables_of()))
    shown = collection["features"][1]["properties"]["evidence"]
    assert [e["sentence"] for e in shown] == [TEXT[:56]]
    assert collection["articles"][0]["notice"] == "verzonnen"


def test_a_timeline_fills_in_no_part_of_a_date_and_lists_what_has_no_two_ends():
    timeline = json.loads(render_timelinejs(tables_of()))
    assert [event["start_date"] for event in timeline["events"]] == [{"year": 2023, "month": 5, "day": 3}]
    assert "1 without a date" in timeline["title"]["text"]["text"]


def test_markup_in_an_article_reaches_a_timeline_escaped_only():
    assert "<b>" not in render_timelinejs(tables_of())
    assert "&lt;b&gt;Zuidveen" in render_timelinejs(tables_of())


def test_an_annotation_selects_the_claim_by_position_and_by_quote():
    annotation = json.loads(render_webannotation(tables_of()))["items"][0]
    position, quote = annotation["target"]["selector"]
    assert TEXT[position["start"] : position["end"]] == quote["exact"]
    assert TEXT.index(quote["prefix"] + quote["exact"] + quote["suffix"]) == 0
    assert any(body["value"] == "verzonnen" for body in annotation["body"])


@pytest.mark.parametrize("render", [render for _, render in FORMATS.values()], ids=FORMATS)
def test_without_rights_no_word_of_the_text_leaves(render):
    tables = tables_of("none")
    words = [word for word in ("Volgens", "Marit", "brandde", "het dorp", "stil") if word in render(tables)]
    assert not words


@pytest.mark.parametrize("render", [render for _, render in FORMATS.values()], ids=FORMATS)
def test_empty_tables_give_a_whole_file(render):
    tables = {name: frame.head(0) for name, frame in tables_of().items()}
    assert isinstance(json.loads(render(tables)), dict)
    assert isinstance(tables["claims"], pd.DataFrame)
