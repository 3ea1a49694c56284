"""What leaves in the formats of the field keeps evidence, imprecision, notices and rights."""

import json
from datetime import date

import frictionless
import pandas as pd
import pytest

from helpers.exports import (
    FORMATS,
    REMARK,
    render_geojson,
    render_timelinejs,
    render_webannotation,
    select_permitted,
    select_shareable,
)
from helpers.model import TABLES, Card, Claim, Event, Mention, Place, Reading, Span, make_id
from helpers.tables import Decision, build_corrections, build_tables, make_correction, write_tables
from helpers.tables.build import build_frame
from helpers.text import build_document
from helpers.views._index import TableIndex

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


@pytest.mark.parametrize("rights", ["full", "quotes", "none"])
def test_a_rule_names_its_list_and_not_the_word_where_the_words_may_not_leave(rights):
    tables = tables_of(rights)
    said = "according_to nl/cue_phrases:volgens + name_in_source"
    stayed = "trigger nl/event_triggers:niet meer in de lijst | nl/place_prepositions:aanval op cldr/nl:mei place_in_clause"
    tables["claims"] = tables["claims"].assign(rule=said)
    tables["events"] = tables["events"].assign(rule=stayed)
    tables["mentions"] = tables["mentions"].assign(rule=["nl/place_prepositions:in", "nl/place_prepositions:brug bij"])
    shared = select_shareable(tables)
    first, hidden = TEXT[:56], "nl/place_prepositions"
    assert first in str(shared["sentences"]["text"].tolist()) or rights == "none"
    assert shared["claims"]["rule"].tolist() == [said if rights != "none" else "according_to nl/cue_phrases + name_in_source"]
    assert shared["events"]["rule"].tolist()[0] == (
        stayed if rights != "none" else "trigger nl/event_triggers | nl/place_prepositions cldr/nl place_in_clause")  # fmt: skip
    wanted = {"full": [":in", ":brug bij"], "quotes": [":in", ""], "none": ["", ""]}[rights]
    assert shared["mentions"]["rule"].tolist() == [hidden + word for word in wanted]


@pytest.mark.parametrize("render", [render for _, render in FORMATS.values()], ids=FORMATS)
def test_empty_tables_give_a_whole_file(render):
    tables = {name: frame.head(0) for name, frame in tables_of().items()}
    assert isinstance(json.loads(render(tables)), dict)
    assert isinstance(tables["claims"], pd.DataFrame)


QUIET = "In de oblast Noordland bleef het stil."


@pytest.mark.parametrize("render", [render for _, render in FORMATS.values()], ids=FORMATS)
def test_with_rights_to_quote_only_evidence_leaves_and_not_the_whole_article(render):
    assert "bleef het stil" not in render(tables_of("quotes"))
    if render is not render_timelinejs:
        assert "Marit" in render(tables_of("quotes"))


@pytest.mark.parametrize("rights", ["full", "quotes", "none"])
def test_exports_and_views_agree_on_what_may_be_shown(rights):
    tables = tables_of(rights)
    index = TableIndex(tables)
    shared = select_shareable(tables)
    for name in ("sentences", "claims", "mentions", "events"):
        column = "trigger_text" if name == "events" else "text"
        for row, cell in zip(index.rows(name).values(), shared[name][column], strict=True):
            assert (cell == row[column]) == index.may_quote(row), (name, cell)


def test_csv_to_share_leaves_empty_what_may_not_be_shown_and_keeps_its_offsets():
    none, quotes = (select_shareable(tables_of(rights))["sentences"] for rights in ("none", "quotes"))
    assert none["text"].isna().all()
    assert none["end_char"].tolist() == [56, 95]
    assert [None if pd.isna(text) else text for text in quotes["text"]] == [TEXT[:56], None]


def test_a_cell_that_a_spreadsheet_would_run_is_made_safe_and_said_so(tmp_path):
    tables = tables_of("full")
    tables["articles"] = tables["articles"].assign(title='=HYPERLINK("x")', publisher="@SUM(A1)", notice="plain = plain")
    package = write_tables(select_shareable(tables), tmp_path, remark=REMARK)
    [row] = pd.read_csv(tmp_path / "articles.csv", dtype=str).to_dict("records")
    assert (row["title"], row["publisher"], row["notice"]) == ("'=HYPERLINK(\"x\")", "'@SUM(A1)", "plain = plain")
    assert REMARK in json.loads(package.read_text(encoding="utf-8"))["description"]


@pytest.mark.filterwarnings("ignore")  # frictionless itself warns about its own dependencies
@pytest.mark.parametrize("rights", ["full", "quotes", "none"])
def test_the_csv_to_share_is_a_valid_data_package_for_a_reader_that_is_not_ours(rights, tmp_path, monkeypatch):
    package = write_tables(select_shareable(tables_of(rights)), tmp_path, remark=REMARK)
    monkeypatch.chdir(tmp_path)
    report = frictionless.validate(package.name)
    assert report.valid, report.flatten(["name", "type", "message"])


def test_with_no_rights_no_sentence_stands_in_any_byte_of_the_csv(tmp_path):
    write_tables(select_shareable(tables_of("none")), tmp_path, remark=REMARK)
    for path in tmp_path.iterdir():
        data = path.read_bytes()
        assert not [word for word in (b"Marit", b"brandde", b"het dorp", b"bleef") if word in data], path.name


@pytest.mark.parametrize(("rights", "shown"), [("full", True), ("quotes", False), ("none", False)])
def test_the_anchor_of_a_correction_leaves_only_where_the_whole_article_may(rights, shown):
    tables = tables_of(rights)
    decided = Decision(tables["claims"]["claim_id"].iloc[0], "rejected", reason="no statement")
    correction = make_correction(tables, {"brand": TEXT}, decided, coder="calm-otter-17", made_on=date(2024, 3, 6))
    tables["corrections"] = build_corrections([correction], {"brand": TEXT})
    [anchor] = select_shareable(tables)["corrections"]["anchor"]
    assert ("Marit" in anchor) == shown
    assert shown or anchor == "[0-56]"


@pytest.mark.parametrize(("rights", "title"), [("full", TEXT[57:]), ("quotes", TEXT[57:]), ("none", "brand")])
def test_a_title_that_no_source_states_cites_what_may_be_quoted(rights, title):
    tables = tables_of(rights)
    tables["articles"] = tables["articles"].assign(title=TEXT[57:])
    [row] = select_permitted(tables)["articles"].to_dict("records")
    assert row["title"] == title


@pytest.mark.parametrize(("rights", "kept"), [("full", True), ("quotes", True), ("none", False)])
def test_a_dutch_title_that_is_a_sentence_of_the_text_leaves_only_where_that_sentence_may(rights, kept):
    tables = tables_of(rights)
    tables["articles"] = tables["articles"].assign(title="A fire", title_nl=TEXT[:56])
    [row] = select_permitted(tables)["articles"].to_dict("records")
    assert row["title"] == "A fire"
    assert (row["title_nl"] == TEXT[:56]) == kept


def test_the_dutch_name_of_what_is_found_in_a_text_without_rights_goes_with_its_name():
    tables = tables_of("none")
    found = {"actor_id": "found-zuidveners", "name": "Zuidvenians", "name_nl": "Zuidveners", "actor_type": "group",
             "origin": "found", "n_mentions": 1, "n_claims": 1}  # fmt: skip
    tables["actors"] = build_frame(TABLES["actors"], [found])
    tables["claims"] = tables["claims"].assign(source_id="found-zuidveners")
    [row] = select_permitted(tables, has_found_names=False)["actors"].to_dict("records")
    assert row["name"] == "name not here 1"
    assert pd.isna(row["name_nl"])


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ({"edtf": "2023-05-22T15:00:00", "precision": "hour"}, "2023-05-22, about 15 h"),
        ({"edtf": "2023-05-22T23:50:00+03:00", "precision": "minute"}, "2023-05-22, about 23:50, UTC+03:00"),
        ({"edtf": "2023-05-20", "precision": "day"}, "about 2023-05-20"),
        ({"edtf": "2023-05", "precision": "month", "qualifier": "late"}, "late 2023-05"),
        ({"edtf": "2023", "precision": "year", "qualifier": "mid"}, "middle of 2023"),
    ],
)
def test_a_time_that_the_text_rounds_leaves_as_about_then(time, told):
    tables = tables_of()
    row = {"time_id": "brand.t50-55", "article_id": "brand", "sentence_id": tables["sentences"]["sentence_id"].iloc[0],
           "start_char": 50, "end_char": 55, "text": TEXT[50:55], "reference": "absolute", "rule": "t",
           "qualifier": "about", **time}  # fmt: skip
    event = tables["events"].head(1).assign(time_id=row["time_id"], edtf=time["edtf"])
    rounded = {**tables, "times": build_frame(TABLES["times"], [row]), "events": event}
    (slide,) = json.loads(render_timelinejs(rounded))["events"]
    assert slide["display_date"] == told
    told_of = [f["properties"] for f in json.loads(render_geojson(rounded))["features"] if "edtf" in f["properties"]]
    assert [(of["time_precision"], of["time_qualifier"]) for of in told_of] == [(row["precision"], row["qualifier"])]
