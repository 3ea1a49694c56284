"""Where: no more exact than it is known."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import pairwise

import pandas as pd
import pytest
from matplotlib.patches import Ellipse

from helpers.views import draw_map, draw_static_map, render_map, select_places
from helpers.views._index import TableIndex
from helpers.views.html import plain_text
from helpers.views.palette import ORANGE, PAPER
from helpers.views.place_map._callouts import Box, Disc, Name, Scene, lay_names, line_meets
from helpers.views.place_map._marked import Marked, find_marked
from helpers.views.place_map._panel import Ground, list_grounds
from helpers.views.place_map._places import base_frame, choose_frame, circle, middle, read_basemap, read_regions
from helpers.views.place_map._view import LEAST_HEIGHT, choose_bounds

Tables = dict[str, pd.DataFrame]


def _with_place(tables: Tables, **cells: object) -> Tables:
    places = tables["places"].copy()
    for name, value in cells.items():
        places.loc[places["place_id"] == "testford", name] = value
    if "place_id" in cells:
        mentions = tables["mentions"].replace({"entity_id": {"testford": cells["place_id"]}})
        return {**tables, "places": places, "mentions": mentions}
    return {**tables, "places": places}


def _flat(grounds: dict[str, list[Ground]]) -> list[Ground]:
    return [ground for said in grounds.values() for ground in said]


def _drawn(tables: Tables) -> dict[str, str]:
    return {named.place["place_id"]: named.drawn for named in select_places(tables)}


def test_each_place_is_drawn_as_it_is_known(tables: Tables) -> None:
    assert _drawn(tables) == {"kozinka-crossing": "crossing", "nowhere": "unlocated", "testford": "area"}


@pytest.mark.parametrize(
    ("cells", "drawn"),
    [
        ({"place_type": "oblast"}, "label"),
        ({"place_type": "district"}, "label"),
        ({"place_type": "water"}, "label"),
        ({"place_type": "country"}, "beyond"),
        ({"latitude": 38.9, "longitude": -77.0}, "beyond"),
        ({"latitude": None, "longitude": None}, "unlocated"),
        ({"place_type": "oblast", "place_id": "o_belgorod"}, "region"),
    ],
)
def test_what_has_no_true_point_gets_none(tables: Tables, cells: dict[str, object], drawn: str) -> None:
    changed = _with_place(tables, **cells)
    assert _drawn(changed)[str(cells.get("place_id", "testford"))] == drawn


def test_an_oblast_is_neither_a_pin_nor_a_circle(tables: Tables) -> None:
    countries, crossings = len(read_basemap()["features"]) - 1, 1
    page = draw_map(_with_place(tables, place_type="oblast")).get_root().render()
    assert page.count('"type": "Polygon"') == countries + crossings
    assert draw_map(tables).get_root().render().count('"type": "Polygon"') == countries + crossings + 1


def test_a_crossing_shows_how_exactly_its_point_is_known(tables: Tables) -> None:
    places = tables["places"].copy()
    places.loc[places["place_id"] == "kozinka-crossing", "radius_m"] = 9000
    edge = round(50.4475 + 9000 / 111_195, 3)
    assert f"{edge}" in draw_map({**tables, "places": places}).get_root().render()
    assert f"{edge}" not in draw_map(tables).get_root().render()


def test_every_oblast_outline_stops_at_the_border() -> None:
    countries = {f["properties"]["country"]: f["geometry"]["coordinates"][0]
                 for f in read_basemap()["features"] if f["properties"]["kind"] == "country"}  # fmt: skip
    for feature in read_regions().values():
        latitude, longitude = middle(feature["geometry"])
        west, south, east, north = base_frame()
        if not (west < longitude < east and south < latitude < north):
            continue
        inside = {code for code, ring in countries.items() if _is_inside(longitude, latitude, ring)}
        assert inside == {feature["properties"]["country"]}


def test_a_circle_has_its_radius_in_metres() -> None:
    ring = circle(50.46, 35.6, 3500)
    for longitude, latitude in ring:
        north = (latitude - 50.46) * 111_195
        east = (longitude - 35.6) * 111_195 * math.cos(math.radians(50.46))
        assert math.hypot(north, east) == pytest.approx(3500, abs=15)


def test_a_metonym_is_no_place_on_the_map(tables: Tables) -> None:
    mentions = tables["mentions"].copy()
    mentions.loc[mentions["entity_id"] == "testford", "form"] = "metonym"
    assert "testford" not in _drawn({**tables, "mentions": mentions})


def test_the_map_can_be_narrowed_to_claims(tables: Tables) -> None:
    names = {named.place["place_id"] for named in select_places(tables, status="hedged")}
    assert names == {"testford", "nowhere"}


def test_what_is_not_on_the_map_is_listed_with_the_reason(tables: Tables) -> None:
    words = plain_text(render_map(tables))
    assert "2 of 3 places are on the map" in words
    assert "Not on the map, each with the reason (1)" in words
    assert "no position known: not in the lists of places" in words


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"place_type": "country"}, "a whole country: no one point would be true of it"),
        ({"place_type": "water", "latitude": 38.9}, "only its middle is known, and that lies outside the frame"),
        ({"latitude": 38.9, "longitude": -77.0}, "outside the frame of this map"),
        ({"latitude": None, "longitude": None, "origin": "unresolved"}, "no position known: not in the lists of places"),
    ],
)
def test_each_place_that_is_not_on_the_map_has_its_own_reason_in_its_row(tables: Tables, cells: dict[str, object], reason: str) -> None:
    page = render_map(_with_place(tables, **cells))
    row = re.search(r'<tr id="place-testford">.*?</tr>', page)
    assert row is not None
    assert reason in plain_text(row[0])


def test_no_pop_up_shows_the_code_of_a_region(tables: Tables) -> None:
    for code, country, told in (("VLG", "BE", "Vlaanderen, België"), ("26", "IR", "stad of dorp · Iran")):
        words = plain_text(render_map(_with_place(tables, region=code, country=country), language="nl"))
        assert told in words
        assert f"{code}," not in words


def test_a_pop_up_quotes_the_sentence_with_status_and_source(tables: Tables) -> None:
    page = draw_map(tables).get_root().render()
    assert "The mayor says that the gate at \\u003cmark\\u003eKozinka\\u003c/mark\\u003e" in page
    assert "claimed, The Mayor of Testford" in page


def test_no_tiles_unless_asked_and_never_on_by_default(tables: Tables) -> None:
    assert "tile.openstreetmap.org" not in draw_map(tables).get_root().render()
    page = draw_map(tables, online_tiles=True).get_root().render()
    assert "tile.openstreetmap.org" in page
    shown = [line for line in page.splitlines() if "tile_layer" in line and ".addTo(" in line]
    assert shown == []


def test_the_corner_names_source_and_library_and_no_flag(tables: Tables) -> None:
    page = draw_map(tables).get_root().render()
    assert "setPrefix('Leaflet')" in page
    assert "OpenStreetMap contributors (ODbL)" in page


def test_an_article_about_elsewhere_gets_a_frame_of_its_own(tables: Tables) -> None:
    limburg = {"latitude": 50.85, "longitude": 5.69, "place_type": "settlement"}
    assert choose_frame([limburg]) != base_frame()
    assert choose_frame([]) == base_frame()
    elsewhere = tables["places"].assign(latitude=50.85, longitude=5.69)
    words = plain_text(render_map({**tables, "places": elsewhere}))
    assert "Places on the map: 3 of 3" in words


def test_the_still_twin_shows_the_same_places_in_words_and_picture(tables: Tables) -> None:
    figure = draw_static_map(tables)
    assert figure.get_label() == "Map with 1 places as areas, 1 crossings and 0 names of larger areas."
    assert "km" in {text.get_text().split()[-1] for text in figure.axes[0].texts}


def test_the_panel_knows_status_article_and_both_days_of_each_claim(tables: Tables) -> None:
    index = TableIndex(tables)
    named = {one.place["place_id"]: one for one in select_places(tables)}
    events: dict[str, list[dict[str, object]]] = {}
    for event in index.rows("events").values():
        events.setdefault(event["claim_id"], []).append(event)
    taken, burned = (_flat(list_grounds(index, named[place], events)) for place in ("kozinka-crossing", "testford"))
    assert taken == [Ground("claimed", "hostile", "2023-05-23", "2023-05-22")]
    # of a vague past only its last day is known
    assert burned == [Ground("hedged", "hostile", "2023-05-23", "2023-05-23")]


def test_an_event_at_another_place_dates_no_place(tables: Tables) -> None:
    events = tables["events"].assign(place_id="elsewhere")
    by_claim = {row["claim_id"]: [row] for row in TableIndex({**tables, "events": events}).rows("events").values()}
    named = next(one for one in select_places(tables) if one.place["place_id"] == "kozinka-crossing")
    assert [ground.happened for ground in _flat(list_grounds(TableIndex(tables), named, by_claim))] == [""]


def test_a_place_that_no_claim_names_still_stands_on_its_article(tables: Tables) -> None:
    named = replace(next(iter(select_places(tables))), claims=())
    assert [(ground.status, ground.article_id) for ground in _flat(list_grounds(TableIndex(tables), named, {}))] == [("", "hostile")]


def test_the_still_twin_names_countries_and_no_name_lies_over_another(tables: Tables) -> None:
    kozinka = tables["places"].iloc[[0]]
    crowd = [kozinka.assign(place_id=f"p{n}", name=f"Village {n}", place_type="settlement", latitude=50.42 + n / 90,
                            longitude=35.6 + (n % 3) / 40) for n in range(9)]  # fmt: skip
    region = kozinka.assign(place_id="o_belgorod", name="Belgorod Oblast", place_type="oblast")
    places = pd.concat([*crowd, region], ignore_index=True)
    mention = tables["mentions"].iloc[[0]]
    mentions = pd.concat([mention.assign(mention_id=f"m{n}", entity_id=name) for n, name in enumerate(places["place_id"])])
    figure = draw_static_map({**tables, "places": places, "mentions": mentions})
    figure.canvas.draw()
    texts = [text for text in figure.axes[0].texts if "km" not in text.get_text()]
    assert {"R U S S I A", "U K R A I N E", "Belgorod Oblast"} <= {text.get_text() for text in texts}
    boxes = [text.get_window_extent() for text in texts]
    assert [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :] if a.overlaps(b)] == []
    left_out = len(places) + 2 - len(texts)
    credit = figure.texts[0].get_text()
    assert (f"names without room here: {left_out}" in credit) is (left_out > 0)


def _is_inside(x: float, y: float, ring: list[list[float]]) -> bool:
    crossings = [a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
                 for a, b in pairwise(ring) if (a[1] > y) != (b[1] > y)]  # fmt: skip
    return sum(crossing > x for crossing in crossings) % 2 == 1


def test_every_sentence_of_a_place_can_be_reached_in_the_table_under_the_map(tables: Tables) -> None:
    mentions = tables["mentions"]
    one = mentions[(mentions["entity_id"] == "testford")]
    sentences = tables["sentences"]
    many = pd.concat([mentions, *(one.assign(mention_id=f"more-{number}", sentence_id=sentence)
                                  for number, sentence in enumerate(sentences["sentence_id"]))])  # fmt: skip
    shown = render_map({**tables, "mentions": many})
    listed = shown[shown.index('id="place-testford"') :]
    listed = listed[: listed.index("</tr>")]
    assert listed.count("<li") >= min(len(sentences), 6)
    assert "<summary>… and" in listed


def test_a_capital_that_only_stands_for_its_government_is_named_under_the_map(tables: Tables) -> None:
    mentions = tables["mentions"].copy()
    mentions.loc[mentions["entity_id"] == "testford", "form"] = "metonym"
    one = {**tables, "mentions": mentions}
    assert "1 more stands in these articles only for its government" in render_map(one)
    assert "1 andere staat in deze artikelen alleen voor de eigen regering" in render_map(one, language="nl")
    places = [place for place in tables["places"]["place_id"] if place in set(mentions["entity_id"])]
    assert len(places) > 2
    mentions.loc[mentions["entity_id"].isin(places[1:]), "form"] = "metonym"
    assert f"{len(places) - 1} more stand in these articles only for their government" in render_map(one)
    assert "only for" not in render_map(tables)


def test_one_village_is_shown_with_the_border_and_some_land_around_it(tables: Tables) -> None:
    village = [one for one in select_places(_with_place(tables, latitude=50.479, longitude=35.681, radius_m=3500))
               if one.drawn == "area"]  # fmt: skip
    (south, west), (north, east) = choose_bounds(village, base_frame())
    assert north - south >= LEAST_HEIGHT
    borders = [spot for feature in read_basemap()["features"] if feature["properties"]["kind"] == "border"
               for spot in feature["geometry"]["coordinates"]]  # fmt: skip
    assert any(west < longitude < east and south < latitude < north for longitude, latitude in borders)


def test_a_chosen_claim_has_the_places_of_its_words_and_else_those_of_its_sentence(tables: Tables) -> None:
    index = TableIndex(tables)
    mention = next(row for row in index.rows("mentions").values() if row["entity_id"] == "kozinka-crossing")
    claim = next(row for row in index.rows("claims").values() if row["sentence_id"] == mention["sentence_id"])
    assert find_marked(index, claim["claim_id"]).place_ids == ("kozinka-crossing",)
    elsewhere = tables["mentions"].copy()
    elsewhere.loc[elsewhere["mention_id"] == mention["mention_id"], "start_char"] = claim["end_char"] + 1
    bare = TableIndex({**tables, "mentions": elsewhere, "events": tables["events"].assign(place_id=None)})
    assert find_marked(bare, claim["claim_id"]) == Marked(("kozinka-crossing",), is_by_sentence=True)


def test_the_map_says_which_places_of_the_chosen_claim_it_marks_and_which_it_cannot(tables: Tables) -> None:
    index = TableIndex(tables)
    marked = {find_marked(index, claim_id).place_ids: claim_id for claim_id in index.rows("claims")}
    on = plain_text(render_map(tables, marked_claim=marked["kozinka-crossing",]))
    nowhere = {**tables, "places": tables["places"].assign(latitude=None, longitude=None)}
    off = plain_text(render_map(nowhere, marked_claim=marked["kozinka-crossing",]))
    placeless = {**tables, "events": tables["events"].assign(place_id=None),
                 "mentions": tables["mentions"][tables["mentions"]["entity_id"] != "kozinka-crossing"]}  # fmt: skip
    assert "(marked ▶ on the map)" in on
    assert "(not on the map; the list under it tells why)" in off
    assert "chosen claim names no place" in plain_text(render_map(placeless, marked_claim=marked["kozinka-crossing",]))
    assert "chosen claim" not in plain_text(render_map(tables))


def test_no_name_of_the_still_twin_lies_over_a_mark_or_a_line_to_another_name(tables: Tables) -> None:
    marks = [Disc(number, 100 + 4 * number, 100 + 3 * (number % 2), 4) for number in range(7)]
    names = [Name(mark.number, mark.x, mark.y, 60, 11, 4, 0, 9 - mark.number) for mark in marks]
    laid = lay_names(names, Scene(Box(0, 0, 300, 220), marks, [], []))
    assert len(laid) == len(names)
    for spot in laid:
        others = [other for other in laid if other is not spot]
        assert not any(spot.box.meets(other.box, 0) for other in others)
        assert not any(mark.touches(spot.box) for mark in marks if mark.number != spot.number)
        assert not any(other.leader and line_meets(other.leader, spot.box) for other in others)
    assert sum(spot.leader is not None for spot in laid) >= 5


def test_a_name_without_room_gives_way_to_a_weightier_one() -> None:
    marks = [Disc(0, 30, 10, 4), Disc(1, 34, 10, 4)]
    names = [Name(0, 30, 10, 50, 11, 4, 0, 1), Name(1, 34, 10, 50, 11, 4, 0, 5)]
    assert [spot.number for spot in lay_names(names, Scene(Box(0, 0, 96, 20), marks, [], []))] == [1]


def test_an_event_and_a_bare_name_differ_in_the_still_twin_by_line_and_by_filling(tables: Tables) -> None:
    def looks(changed: Tables) -> tuple[set[object], set[object]]:
        axes = draw_static_map(changed).axes[0]
        rings = {patch.get_linestyle() for patch in axes.patches if isinstance(patch, Ellipse) and not patch.get_fill()}
        return rings, {line.get_markerfacecolor() for line in axes.lines if line.get_marker() == "o"}

    named = looks({**tables, "events": tables["events"].assign(place_id=None)})
    happened = looks({**tables, "events": tables["events"].assign(place_id="testford", place_role="happened_at",
                                                                  polarity="positive", status="claimed")})  # fmt: skip
    assert named == ({"--"}, {PAPER})
    assert happened == ({"-"}, {ORANGE})


@pytest.mark.parametrize(("language", "words"), [("en", "1 June 2023"), ("nl", "1 juni 2023")])
def test_the_panel_writes_its_days_in_the_language_of_the_page(tables: Tables, language: str, words: str) -> None:
    articles = tables["articles"].assign(published_on=pd.Timestamp("2023-06-01"))
    drawn = draw_map({**tables, "articles": articles}, language=language).get_root().render()
    assert f'"2023-06-01": "{words}"' in drawn
