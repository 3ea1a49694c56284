"""The gazetteer: names fold to one spelling, files are checked, nothing is a pin that should be an area."""

from pathlib import Path

import pytest

from helpers.model import ResourceError
from helpers.resources.gazetteer import distance_km, fold_name, read_gazetteer

COLUMNS = "place_id,name,name_nl,aliases,place_type,latitude,longitude,radius_m,country,region,geonames_id,origin,note\n"


@pytest.fixture(scope="module")
def gazetteer():
    return read_gazetteer()


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Oekraïne", "UA"), ("Oekraine", "UA"), ("Den Haag", "NL"), ("’s-Hertogenbosch", "NL"), ("Sjebekino", "RU"),
        ("SHEBEKINO", "RU"), ("Zürich", "CH"), ("Zurich", "CH"), ("V.S.", "US"), ("VS", "US"), ("Grajvoron", "RU"),
    ],
)  # fmt: skip
def test_a_place_is_found_under_each_of_its_spellings(gazetteer, name, country):
    assert gazetteer.candidates(name)[0].country == country


@pytest.mark.parametrize("name", ["vs", "us", "", "-", "Russische", "Qwertyuiop"])
def test_what_is_no_name_has_no_candidates(gazetteer, name):
    assert gazetteer.candidates(name) == ()


def test_the_largest_of_several_namesakes_comes_first_after_the_kept_ones(gazetteer):
    people = [gazetteer.population(place) for place in gazetteer.candidates("Springfield")]
    assert len(people) > 2
    assert people == sorted(people, reverse=True)


def test_a_kept_place_and_its_row_of_geonames_are_one(gazetteer):
    assert [place.place_id for place in gazetteer.candidates("Belgorod") if place.place_type == "settlement"] == ["belgorod"]


def test_every_candidate_is_found_again_by_its_id(gazetteer):
    for place in gazetteer.candidates("Haren"):
        assert gazetteer.place(place.place_id) == place
    assert gazetteer.place("no such id") is None


def test_every_point_lies_on_the_globe_and_has_a_radius(gazetteer):
    for place in gazetteer.places:
        assert (place.latitude is None) == (place.longitude is None), place
        if place.latitude is not None:
            assert -90 <= place.latitude <= 90, place
            assert -180 <= place.longitude <= 180, place
            assert (place.latitude, place.longitude) != (0, 0), place
            assert (place.radius_m or 0) > 0, place


def test_an_oblast_a_country_and_a_sea_are_areas(gazetteer):
    for place in gazetteer.places:
        if place.place_type in ("oblast", "country") and place.country not in ("VA", "MC", "GI", "SM"):
            assert place.radius_m is None or place.radius_m >= 1_000, place
    assert gazetteer.place("o_belgorod").radius_m >= 100_000


def test_every_seat_is_a_known_place_and_every_state_a_known_country(gazetteer):
    assert [place_id for place_id in gazetteer.seats if gazetteer.place(place_id) is None] == []
    assert [code for code in (*gazetteer.seats.values(), *gazetteer.states) if gazetteer.country(code) is None] == []
    assert gazetteer.states["UA"] == "s_ukraine"


def test_adjectives_give_their_country_and_are_no_places(gazetteer):
    assert gazetteer.demonyms["nl"]["russische"] == "RU"
    assert gazetteer.demonyms["en"]["ukrainian"] == "UA"
    assert gazetteer.candidates("Ukrainian") == ()


def test_a_missing_folder_gives_an_empty_gazetteer(tmp_path: Path):
    empty = read_gazetteer(tmp_path)
    assert empty.places == ()
    assert empty.candidates("Gent") == ()
    assert empty.words_after("gent") == 0


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a,A,A,,town,1,2,3,BE,,,memory,", "place_type is 'town'"),
        ("a,A,A,,settlement,x,2,3,BE,,,memory,", "line 2"),
        ("a,A,A,,settlement,1,2,3,BE,,,memory,,one too many", "as many cells as column names"),
        ("a,A,A,,settlement,1,2,3,BE,,,memory,\na,B,B,,settlement,1,2,3,BE,,,memory,", "'a' stands twice"),
    ],
)
def test_a_broken_row_says_where_it_stands(tmp_path: Path, row, message):
    (tmp_path / "gazetteer.csv").write_text(COLUMNS + row + "\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=message):
        read_gazetteer(tmp_path)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Zamost’ye", "zamost'ye"), ("Saint-Étienne", "saint etienne"), ("Łódź", "LODZ"), ("St. Petersburg", "st petersburg")],
)
def test_spellings_of_one_name_fold_to_the_same(first, second):
    assert fold_name(first) == fold_name(second)


def test_the_distance_between_two_points_is_that_on_the_globe():
    assert distance_km((50.46, 35.60), (50.46, 35.60)) == 0
    assert 170 < distance_km((50.85, 4.35), (52.37, 4.90)) < 176
    assert 19_900 < distance_km((0, 0), (0, 180)) < 20_100
