"""Nothing is made up: a point is the gazetteer's, a day is its expression's, and what is not known is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pandas as pd
import pytest
from edtf import parse_edtf
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from helpers.model import Card, Document
from helpers.pipeline import build_tables, read_article, read_documents
from helpers.resources.gazetteer import read_gazetteer
from helpers.resources.lexicons import languages, read_lexicon
from helpers.resources.paths import home
from helpers.tables import build_tables as gather
from helpers.text import build_document

AREA_RADIUS_M = 5_000
AREAS = ("oblast", "district", "country")
STREETS = {row.row_id for language in languages() for row in read_lexicon(language).rows("place_generics")
           if row["kind"] == "street"}  # fmt: skip
BUILDINGS = re.compile(r"\b(Arena|Cathedral|Embassy|Hospital|Hotel|Mosque|Palace|Prison|Stadium|Stadion|Tower)$")

PLACES = (
    "Kiev", "Koersk", "Luik", "Limburg", "Springfield", "Terwolfen", "Belgorod Arena", "de Wolvenstraat", "Ramlow Road",
    "oblast Belgorod", "het district Sjebekino", "the Kursk and Tver regions", "RAMLOW, Ohio —", "de Zwarte Zee", "Krimbrug",
    "Brussels Tower", "the village of Ramlow", "een dorp in Georgië", "Rusland", "Madison Square Garden", "Kozinka",
    "grenspost Kozinka", "the Zaporizhzhia nuclear plant", "Congo", "Paris, Texas", "vliegbasis Terwolfen", "het Kremlin",
)  # fmt: skip
TIMES = (
    "maandag", "vorige week", "yesterday", "on 3 May", "3 mei 2023", "since 2014", "sinds 2014", "in juni", "om 9 uur",
    "twee dagen later", "two weeks ago", "drie uur lang", "the day before", "dezelfde dag", "in de nacht van 2 op 3 juni",
    "begin juni", "last summer", "eind 1999", "31 februari", "tonight", "volgend jaar", "recently",
)  # fmt: skip
REST = (
    "in", "naar", "near", "from", "volgens", "zei", "said", "viel een drone", "was shelled", "twee doden", "ontkent", ".", ",",
    "en", "and", "\n\n", "“", "”", "De burgemeester van", "the mayor of", "explosies in", "were killed in", "niet",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PLACES) | st.sampled_from(TIMES) | st.sampled_from(REST), min_size=1, max_size=30)

Tables = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def own() -> tuple[Tables, dict[str, Document]]:
    documents = read_documents(home() / "seeds").documents
    return gather([read_article(document) for document in documents]), {d.article_id: d for d in documents}


def made_up_points(tables: Tables) -> Iterator[str]:
    """Yield a sentence for each place whose point, radius or country is not the gazetteer's."""
    gazetteer = read_gazetteer()
    for row in tables["places"].itertuples():
        known = gazetteer.place(row.place_id)
        given_values = [None if pd.isna(value) else value for value in (row.latitude, row.longitude, row.radius_m)]
        wanted = [known.latitude, known.longitude, known.radius_m] if known else [None] * 3
        if given_values != wanted or (row.origin == "unresolved") != (known is None):
            yield f"{row.place_id} has {given_values} and not {wanted}"
        if known is None and not pd.isna(row.country):
            yield f"{row.place_id} is not known and has a country"
        if given_values[:2] == [0, 0] or (given_values[0] is None) != (given_values[1] is None):
            yield f"{row.place_id} has half a point, or the one in the sea off Africa"
        if row.place_type in AREAS and given_values[0] is not None and (given_values[2] or 0) < AREA_RADIUS_M:
            yield f"{row.place_id} is an area that would be drawn as a pin"


def pinned_buildings(tables: Tables) -> Iterator[str]:
    """Yield a sentence for each street or single building that has a point."""
    places = tables["places"].set_index("place_id")
    for mention in tables["mentions"].itertuples():
        if mention.entity_type != "place":
            continue
        is_street = any(f" {row_id}" in mention.rule for row_id in STREETS)
        if (is_street or BUILDINGS.search(mention.text)) and pd.notna(places.loc[mention.entity_id, "latitude"]):
            yield f"{mention.text!r} has a point"


def underivable_days(tables: Tables, documents: dict[str, Document]) -> Iterator[str]:
    """Yield a sentence for each date that does not follow from its expression, its anchor or its text."""
    times = tables["times"].set_index("time_id")
    for row in times.itertuples():
        where = f"{row.text!r} of {row.article_id}"
        if pd.isna(row.edtf):
            if not (pd.isna(row.earliest) and pd.isna(row.latest)):
                yield f"{where} has a day and no value"
            continue
        if days_of(row.edtf) != [None if pd.isna(day) else str(day)[:10] for day in (row.earliest, row.latest)]:
            yield f"{where} has days that are not those of {row.edtf}"
        document = documents[row.article_id]
        if row.reference == "relative" and pd.isna(row.anchor_on):
            yield f"{where} is relative to nothing and has the value {row.edtf}"
        if document.published_on is None and not years_stand_in(row.edtf, document.text):
            yield f"{where}: a year of {row.edtf} stands nowhere in an article without a date"
    for event in tables["events"].itertuples():
        value = None if pd.isna(event.time_id) else times.loc[event.time_id]
        for column in ("edtf", "earliest", "latest"):
            mine, its = getattr(event, column), None if value is None else value[column]
            if not (pd.isna(mine) and pd.isna(its)) and mine != its:
                yield f"the event {event.trigger_text!r} has the {column} {mine}, its time {its}"


def days_of(edtf: str) -> list[str | None]:
    """Return the first and the last day of an EDTF value, None for an open end."""
    value = parse_edtf(edtf)
    bounds = (value.lower_strict(), value.upper_strict())
    return [None if isinstance(bound, float) else "{:04d}-{:02d}-{:02d}".format(*bound[:3]) for bound in bounds]


def years_stand_in(edtf: str, text: str) -> bool:
    """Tell whether every year of a value is written in the text, in full or as its last two digits."""
    return all(year in text or year[2:] in text for year in re.findall(r"(?<![\d-])\d{4}(?!\d)", edtf))


def everything_made_up(tables: Tables, documents: dict[str, Document]) -> list[str]:
    return [*made_up_points(tables), *pinned_buildings(tables), *underivable_days(tables, documents)]


def test_nothing_in_the_tables_of_our_own_articles_is_made_up(own):
    assert everything_made_up(*own) == []


def test_nothing_is_made_up_when_the_tables_are_read_from_a_folder(tmp_path):
    documents = {d.article_id: d for d in read_documents(home() / "seeds").documents}
    assert everything_made_up(build_tables(home() / "seeds", tmp_path), documents) == []


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    words=TEXTS, language=st.sampled_from(["nl", "en", "xx"]),
    published=st.none() | st.dates(date(1950, 1, 1), date(2050, 1, 1)),
)  # fmt: skip
@example(words=["maandag", "viel een drone", "in", "Terwolfen"], language="nl", published=None)
@example(words=["near", "Belgorod Arena", "and", "Brussels Tower", "yesterday"], language="en", published=None)
def test_nothing_is_made_up_whatever_the_text(words, language, published):
    card = Card("made-up.txt", language=language, published_on=published)
    document = build_document("x " + " ".join(words), card)
    assert everything_made_up(gather([read_article(document)]), {document.article_id: document}) == []


def test_the_check_sees_what_is_made_up(own):
    tables, documents = own
    places, times, events = (tables[name].copy() for name in ("places", "times", "events"))
    row = places.index[places["place_type"] == "oblast"][0]
    places.loc[row, ["latitude", "longitude", "radius_m"]] = [0, 0, 100]
    times.loc[times.index[0], ["edtf", "earliest", "latest"]] = [pd.NA, pd.Timestamp("2023-05-22"), pd.NaT]
    events.loc[events.index[events["time_id"].isna()][0], "edtf"] = "2023-05-22"
    spoilt = {**tables, "places": places, "times": times, "events": events}
    found = " ".join(everything_made_up(spoilt, documents))
    for words in ("and not [", "sea off Africa", "drawn as a pin", "a day and no value", "the event"):
        assert words in found


def test_the_gazetteer_gives_no_single_building_a_point():
    pinned = [place.name for place in read_gazetteer().places
              if BUILDINGS.search(place.name) and place.place_type == "other" and place.latitude is not None]  # fmt: skip
    assert pinned == []
