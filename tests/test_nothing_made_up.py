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
from helpers.resources.gazetteer import fold_name, read_gazetteer
from helpers.resources.lexicons import languages, read_lexicon
from helpers.resources.paths import home
from helpers.tables import build_tables as gather
from helpers.text import build_document

AREA_RADIUS_M = 5_000
KNOWN = 100_000  # people: a city that is meant though no word beside it says so
CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
AREAS = ("oblast", "district", "country")
STREETS = {row.row_id for language in languages() for row in read_lexicon(language).rows("place_generics")
           if row["kind"] == "street"}  # fmt: skip
BUILDINGS = re.compile(r"\b(Arena|Cathedral|Embassy|Hospital|Hotel|Mosque|Palace|Prison|Stadium|Stadion|Tower)$")

PLACES = (
    "Kiev", "Koersk", "Luik", "Limburg", "Springfield", "Terwolfen", "Belgorod Arena", "de Wolvenstraat", "Ramlow Road",
    "oblast Belgorod", "het district Sjebekino", "the Kursk and Tver regions", "RAMLOW, Ohio —", "de Zwarte Zee", "Krimbrug",
    "Brussels Tower", "the village of Ramlow", "een dorp in Georgië", "Rusland", "Madison Square Garden", "Kozinka",
    "Kobani", "Tokmok, in Zaporizhzhia", "het Nederlandse Mol", "Belgian Mol", "Al-Thawra", "Bergen", "Ukrainian", "Tokmok",
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


def unsupported_points(tables: Tables, documents: dict[str, Document]) -> Iterator[str]:
    """Yield a sentence for each town that only an alias speaks for, or that the words beside its name contradict."""
    gazetteer = read_gazetteer()
    places = tables["places"].set_index("place_id")
    named = tables["mentions"][tables["mentions"]["entity_type"] == "place"]
    for mention in named.itertuples():
        place, document = gazetteer.place(mention.entity_id), documents[mention.article_id]
        if place is None or place.place_type != "settlement":
            continue
        others = {*named[(named["article_id"] == mention.article_id)
                         & (named["entity_id"] != mention.entity_id)]["entity_id"]}  # fmt: skip
        demonyms = gazetteer.demonyms.get(document.language, {})
        before, after = document.text[: mention.start_char], document.text[mention.end_char :]
        adjective = demonyms.get((re.findall(r"(\w+) $", before) or [""])[-1].lower(), "")
        is_known = place.place_id in gazetteer.seats or gazetteer.population(place) >= KNOWN
        if adjective not in ("", place.country) and not is_known and place.origin != "curated":
            yield f"{mention.text!r} lies in {place.country}, and its adjective says {adjective}"
        spoken = {demonyms[word] for word in re.findall(r"\w+", document.text.lower()) if word in demonyms}
        named_in = spoken | {places.loc[other, "country"] for other in others if pd.notna(places.loc[other, "country"])}
        area = next((gazetteer.place(other) for other in others if places.loc[other, "origin"] != "unresolved"
                     and re.match(rf", in {re.escape(places.loc[other, 'name'][:6])}", after)), None)  # fmt: skip
        is_kept = is_known or place.origin == "curated"
        if area is not None and area.country and area.country != place.country and not is_kept:
            yield f"{mention.text!r} lies in {place.country}, and the text says in {area.name}"
        is_alias = not (set(fold_name(mention.text)) & CONSONANTS <= set(fold_name(place.name)) & CONSONANTS)
        prior = {row.key for row in read_lexicon(document.language).rows("place_countries")}
        if is_alias and not is_kept and place.country not in named_in | prior and not others:
            yield f"{mention.text!r} is only an alias of {place.name}, and nothing speaks for it"


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
    return [*made_up_points(tables), *unsupported_points(tables, documents), *pinned_buildings(tables),
            *underivable_days(tables, documents)]  # fmt: skip


def test_nothing_in_the_tables_of_our_own_articles_is_made_up(own):
    assert everything_made_up(*own) == []


def test_nothing_is_made_up_when_the_tables_are_read_from_a_folder(tmp_path):
    documents = {d.article_id: d for d in read_documents(home() / "seeds").documents}
    tables = build_tables(home() / "seeds", tmp_path)
    here = {name: frame[frame["article_id"].isin(documents)] if "article_id" in frame else frame
            for name, frame in tables.items()}  # fmt: skip
    assert everything_made_up(here, documents) == []
    assert [*made_up_points(tables)] == []


def test_rows_without_a_text_have_a_value_only_where_their_offsets_and_their_day_can_give_one(tmp_path):
    tables = build_tables(home() / "seeds", tmp_path)
    absent = tables["articles"].set_index("article_id").query("not has_text")
    times = tables["times"][tables["times"]["article_id"].isin(absent.index)]
    for row in times.itertuples():
        assert pd.isna(row.text)
        assert 0 <= row.start_char < row.end_char <= absent.loc[row.article_id, "n_chars"]
        if pd.notna(row.edtf):
            assert days_of(row.edtf) == [None if pd.isna(day) else str(day)[:10] for day in (row.earliest, row.latest)]
        assert pd.isna(row.anchor_on) or row.anchor_on == absent.loc[row.article_id, "published_on"]


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
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


@pytest.mark.parametrize(
    ("language", "text", "place_id", "words"),
    [
        ("en", "Shells fell on the town of Kobani.", "g153600", "only an alias"),
        ("en", "Rain fell on the town of Tokmok, in Zaporizhzhia.", "g1527199", "the text says in"),
        ("nl", "Zij woont in het Nederlandse Mol.", "g2791067", "its adjective says"),
    ],
)
def test_the_check_sees_a_point_that_nothing_supports(language, text, place_id, words):
    document = build_document(text, Card("made-up.txt", language=language))
    documents = {document.article_id: document}
    tables = gather([read_article(document)])
    assert everything_made_up(tables, documents) == []
    town, mention = read_gazetteer().place(place_id), tables["mentions"].index[tables["mentions"]["entity_type"] == "place"][0]
    places, mentions = tables["places"].copy(), tables["mentions"].copy()
    row = places.index[places["place_id"] == mentions.loc[mention, "entity_id"]][0]
    mentions.loc[mention, "entity_id"] = place_id
    for column in ("place_id", "name", "latitude", "longitude", "radius_m", "country", "origin"):
        places.loc[row, column] = getattr(town, column)
    found = " ".join(everything_made_up({**tables, "places": places, "mentions": mentions}, documents))
    assert words in found


def test_the_gazetteer_gives_no_single_building_a_point():
    pinned = [place.name for place in read_gazetteer().places
              if BUILDINGS.search(place.name) and place.place_type == "other" and place.latitude is not None]  # fmt: skip
    assert pinned == []
