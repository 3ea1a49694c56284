"""Each format as a reader that is not ours reads it: our articles, the withheld one, and hostile text."""

import csv
import json
import warnings
from itertools import pairwise
from pathlib import Path

import frictionless
import pytest
import rdflib
from geojson_pydantic import Feature, FeatureCollection, Point, Polygon
from pydantic import BaseModel

from helpers.cli import main
from helpers.exports import REMARK, render_geojson, render_timelinejs, render_webannotation
from helpers.pipeline import build_tables, read_documents
from helpers.resources.paths import home

OA, RDF = rdflib.Namespace("http://www.w3.org/ns/oa#"), rdflib.RDF
AS = "http://www.w3.org/ns/activitystreams#"
# The terms of the Web Annotation vocabulary that the export uses, as the recommendation of 23 February 2017 maps them.
TERMS = {
    "oa": str(OA), "id": "@id", "type": "@type",
    **{name: f"oa:{name}" for name in ("Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector",
                                       "TextPositionSelector", "describing", "identifying", "tagging", "commenting")},
    **{name: f"oa:{name}" for name in ("start", "end", "exact", "prefix", "suffix")},
    **{name: {"@type": "@id", "@id": f"oa:{term}"} for name, term in
       (("body", "hasBody"), ("target", "hasTarget"), ("source", "hasSource"), ("selector", "hasSelector"))},
    **{name: {"@type": "@vocab", "@id": f"oa:{term}"} for name, term in
       (("motivation", "motivatedBy"), ("purpose", "hasPurpose"))},
    "Text": "http://purl.org/dc/dcmitype/Text", "Software": f"{AS}Application",
    "AnnotationPage": f"{AS}OrderedCollectionPage", "AnnotationCollection": f"{AS}OrderedCollection",
    "items": {"@type": "@id", "@id": f"{AS}items", "@container": "@list"},
    "partOf": {"@type": "@id", "@id": f"{AS}partOf"}, "generator": {"@type": "@id", "@id": f"{AS}generator"},
    "startIndex": f"{AS}startIndex", "total": f"{AS}totalItems",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value", "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language", "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
}  # fmt: skip


class DatePart(BaseModel, extra="forbid"):
    """A date of TimelineJS (timeline.knightlab.com/docs/json-format.html)."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None


class Words(BaseModel, extra="forbid"):
    headline: str
    text: str


class TitleSlide(BaseModel, extra="forbid"):
    text: Words


class Slide(BaseModel, extra="forbid"):
    unique_id: str
    start_date: DatePart
    end_date: DatePart | None = None
    display_date: str | None = None
    group: str
    text: Words


class Timeline(BaseModel, extra="forbid"):
    title: TitleSlide
    events: list[Slide]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("tables")
    build_tables(home() / "seeds", made)
    return made


@pytest.fixture(scope="module")
def tables(folder):
    from helpers.tables import read_tables

    return read_tables(folder)


@pytest.fixture(scope="module")
def texts():
    return {document.sha256: document.text for document in read_documents(home() / "seeds").documents}


@pytest.fixture(scope="module")
def features(tables) -> list[Feature]:
    return FeatureCollection.model_validate_json(render_geojson(tables)).features


def test_the_geojson_is_valid_for_another_reader_and_holds_every_place_and_event(features, tables):
    ids = [feature.id for feature in features]
    assert ids == [*tables["places"]["place_id"], *tables["events"]["event_id"]]


def test_only_what_has_a_point_of_its_own_is_a_point_and_its_radius_says_how_exact_it_is(features):
    for feature in features:
        told = feature.properties
        if isinstance(feature.geometry, Point):
            assert told["precision"] == "point"
            assert told["place_type"] in ("settlement", "crossing")
            assert told["radius_m"] > 0
        else:
            assert told["precision"] in ("area", "unlocated")
    assert any(isinstance(feature.geometry, Point) for feature in features)


def test_an_oblast_is_an_area_whose_outline_runs_against_the_clock(features):
    [oblast] = [feature for feature in features if feature.id == "o_belgorod"]
    assert isinstance(oblast.geometry, Polygon)
    ring = oblast.geometry.exterior
    assert sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(ring)) < 0


def test_an_event_that_the_text_places_nowhere_is_listed_and_has_no_geometry(features, tables):
    roles = tables["events"].set_index("event_id")["place_role"]
    nowhere = [feature for feature in features if feature.properties["feature_type"] == "event"
               and roles[feature.id] != "happened_at"]  # fmt: skip
    assert len(nowhere) == (roles != "happened_at").sum() > 10
    assert all(feature.geometry is None and feature.properties["precision"] == "unlocated" for feature in nowhere)


def test_every_feature_tells_status_and_evidence(features, tables):
    statuses = tables["events"].set_index("event_id")["status"]
    for feature in features:
        for evidence in feature.properties["evidence"]:
            assert evidence["start_char"] < evidence["end_char"]
            if not evidence["article_id"].startswith("000"):
                assert evidence["sentence"]
        if feature.properties["feature_type"] == "event":
            assert feature.properties["status"] == statuses[feature.id]


def test_the_timeline_keeps_to_the_documented_format_and_loses_no_event(tables):
    timeline = Timeline.model_validate_json(render_timelinejs(tables))
    assert len(timeline.events) + timeline.title.text.text.count("<li>") == len(tables["events"])
    assert len({slide.unique_id for slide in timeline.events}) == len(timeline.events)


def test_a_slide_says_an_hour_that_is_no_minute(tables):
    timeline = Timeline.model_validate_json(render_timelinejs(tables))
    precision = tables["times"].set_index("time_id")["precision"]
    of_event = tables["events"].set_index("event_id")["time_id"]
    hours = [slide for slide in timeline.events if precision[of_event[slide.unique_id]] == "hour"]
    assert hours
    assert all(" h" in slide.display_date for slide in hours)


@pytest.fixture(scope="module")
def annotations(tables) -> tuple[list, rdflib.Graph]:
    page = json.loads(render_webannotation(tables))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own parser uses a class that rdflib deprecates
        graph = rdflib.Graph().parse(data=json.dumps({**page, "@context": TERMS}), format="json-ld")
    return [*select_targets(graph)], graph


def select_targets(graph):
    """Yield source, offsets and quote of every target, as an annotation client looks for them."""
    for annotation in graph.subjects(RDF.type, OA.Annotation):
        for target in graph.objects(annotation, OA.hasTarget):
            selectors = {graph.value(selector, RDF.type): selector for selector in graph.objects(target, OA.hasSelector)}
            place, quote = selectors[OA.TextPositionSelector], selectors.get(OA.TextQuoteSelector)
            words = None if quote is None else tuple(str(graph.value(quote, part)) for part in (OA.prefix, OA.exact, OA.suffix))
            yield (str(graph.value(target, OA.hasSource)).removeprefix("urn:sha256:"),
                   int(graph.value(place, OA.start)), int(graph.value(place, OA.end)), words)  # fmt: skip


def list_bodies(graph, motivation, purpose):
    """List annotation and body for every body of one purpose."""
    return [(str(annotation), body) for annotation in graph.subjects(OA.motivatedBy, motivation)
            for body in graph.objects(annotation, OA.hasBody) if (body, OA.hasPurpose, purpose) in graph]  # fmt: skip


def test_a_consumer_of_the_annotations_gets_the_same_characters_back(annotations, texts):
    read_back = 0
    for source, start, end, words in annotations[0]:
        text = texts.get(source)
        if text is None:
            assert words is None  # the article whose text is not here
            continue
        read_back += 1
        prefix, exact, suffix = words
        assert exact == text[start:end]
        assert text[:start].endswith(prefix)
        assert text[end:].startswith(suffix)
    assert read_back > 500


def test_quote_selectors_alone_find_nearly_every_stretch(annotations, texts):
    quoted = [(texts[source], "".join(words)) for source, _, _, words in annotations[0] if words]
    assert sum(text.count(words) == 1 for text, words in quoted) / len(quoted) > 0.97


def test_every_claim_is_an_annotation_with_source_and_status_for_a_reader(annotations, tables):
    _, graph = annotations
    claims = tables["claims"]
    tags = [(name.removeprefix("urn:grenspost:"), str(graph.value(body, RDF.value)))
            for name, body in list_bodies(graph, OA.describing, OA.tagging)]  # fmt: skip
    statuses = {name: tag.removeprefix("status: ") for name, tag in tags if tag.startswith("status: ")}
    assert statuses == dict(zip(claims["claim_id"], claims["status"], strict=True))
    named = {str(graph.value(body, OA.hasSource) or graph.value(body, RDF.value))
             for _, body in list_bodies(graph, OA.identifying, OA.identifying)}  # fmt: skip
    assert {"http://www.wikidata.org/entity/Q212", "Vyacheslav Gladkov"} <= named
    assert len(list_bodies(graph, OA.tagging, OA.tagging)) == claims["cue_start_char"].notna().sum()


def test_the_notices_of_the_articles_travel_in_every_format(tables, folder, tmp_path):
    notices = set(tables["articles"]["notice"].dropna())
    assert main(["export", "csv", "--tables", str(folder), "--out", str(tmp_path)]) == 0
    with (tmp_path / "csv" / "articles.csv").open(encoding="utf-8", newline="") as file:
        assert notices <= {row["notice"] for row in csv.DictReader(file)}
    for render in (render_geojson, render_webannotation):
        assert all(json.dumps(notice, ensure_ascii=False)[1:-1] in render(tables) for notice in notices)
    shown = json.loads(render_timelinejs(tables))["title"]["text"]["text"]
    assert all(notice.replace("'", "&#x27;") in shown for notice in notices)


@pytest.mark.filterwarnings("ignore")  # frictionless itself warns about its own dependencies
def test_the_csv_of_our_articles_is_a_package_with_types_keys_and_foreign_keys_that_hold(folder, tmp_path, monkeypatch):
    main(["export", "csv", "--tables", str(folder), "--out", str(tmp_path)])
    monkeypatch.chdir(tmp_path / "csv")
    report = frictionless.validate("datapackage.json")
    assert report.valid, report.flatten(["name", "type", "message"])[:5]
    package = frictionless.Package("datapackage.json")
    claims = package.get_resource("claims")
    assert claims.schema.primary_key == ["claim_id"]
    assert {"fields": ["source_id"], "reference": {"resource": "actors", "fields": ["actor_id"]}} in claims.schema.foreign_keys
    assert claims.schema.get_field("start_char").type == "integer"
    assert REMARK in package.description


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("name", "old", "new"), [("claims.csv", ",claimed,", ",proven,"), ("claims.csv", ",gladkov,", ",nobody,")])
def test_the_other_reader_sees_a_value_and_a_key_that_do_not_hold(folder, tmp_path, monkeypatch, name, old, new):
    main(["export", "csv", "--tables", str(folder), "--out", str(tmp_path)])
    path = tmp_path / "csv" / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8", newline="")
    monkeypatch.chdir(path.parent)
    assert {"constraint-error", "foreign-key"} & {row[0] for row in frictionless.validate("datapackage.json").flatten(["type"])}


def test_the_csv_folder_holds_the_package_and_nothing_else(folder, tmp_path):
    main(["export", "csv", "--tables", str(folder), "--out", str(tmp_path)])
    named = {r["path"] for r in json.loads((tmp_path / "csv" / "datapackage.json").read_text(encoding="utf-8"))["resources"]}
    assert {path.name for path in (tmp_path / "csv").iterdir()} == {*named, "datapackage.json"}


def test_a_format_that_there_is_not_is_named_with_those_that_there_are(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["export", "kml"])
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert all(name in said for name in ("kml", "csv", "geojson", "timelinejs", "webannotation"))


def test_tables_that_are_not_there_are_asked_for_with_the_command_that_makes_them(tmp_path, capsys):
    assert main(["export", "geojson", "--tables", str(tmp_path / "none"), "--out", str(tmp_path)]) == 1
    assert "build them with: python -m helpers tables --out" in capsys.readouterr().err


def test_a_folder_with_other_things_in_it_is_refused_and_stays_as_it_is(folder, tmp_path, capsys):
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "notes.txt").write_text("mine", encoding="utf-8")
    assert main(["export", "csv", "--tables", str(folder), "--out", str(tmp_path)]) == 1
    assert "holds notes.txt beside the files of an export; name another folder" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "csv").iterdir()] == ["notes.txt"]


def test_an_out_that_is_a_file_ends_with_a_sentence(folder, tmp_path, capsys):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for name in ("csv", "geojson"):
        assert main(["export", name, "--tables", str(folder), "--out", str(tmp_path / "file")]) == 1
        assert "name another folder" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["csv", "geojson"])
def test_a_run_that_is_killed_leaves_the_old_files_whole(folder, tmp_path, monkeypatch, name):
    arguments = ["export", name, "--tables", str(folder), "--out", str(tmp_path)]
    main(arguments)
    old = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    write = Path.write_text
    written = []

    def die(self, *args, **options):
        if written:
            write(self, "half of", encoding="utf-8")
            raise KeyboardInterrupt
        written.extend([self] if name == "csv" else [])
        if name == "csv":
            return write(self, *args, **options)
        write(self, "half of", encoding="utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_text", die)
    with pytest.raises(KeyboardInterrupt):
        main(arguments)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == old
