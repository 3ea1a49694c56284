"""With text_rights none, no sentence of an article stands in any byte of a report or of an export."""

import base64
import gzip
import html
import io
import json
import re
import sys
import zipfile
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers.cli import main
from helpers.pipeline import build_tables, read_documents
from helpers.tables import Decision, Tables, make_correction, read_tables, write_correction
from helpers.teaching.codes import write_code
from helpers.teaching.coding import list_units
from helpers.views import render_claims
from secret_article import HEADLINE, SECRET, find_in, find_words, write_seeds

EXPORTS = ("csv", "geojson", "timelinejs", "webannotation")
PRINTED = ("index", "02_who_states_what")
SENTENCE = SECRET.splitlines()[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A folder with a whole report and every export of the article without rights."""
    root = tmp_path_factory.mktemp("silent")
    seeds = write_seeds(root / "seeds", "none", title_nl=HEADLINE)
    (root / "out" / "pages" / "pdf").mkdir(parents=True)
    for name in PRINTED:  # as printed while the article might still be shown
        (root / "out" / "pages" / "pdf" / f"{name}.pdf").write_text(SECRET, encoding="utf-8")
    assert main(["report", "--seeds", str(seeds), "--out", str(root / "out" / "pages")]) == 0
    decide(seeds, root)
    arguments = ["tables", "--seeds", str(seeds), "--out", str(root / "tables"), "--corrections", str(root / "corrections")]
    assert main(arguments) == 0
    code(read_tables(root / "tables"), root)
    collected = ["--tables", str(root / "tables"), "--out", str(root / "out" / "agreement.html")]
    assert main(["collect", str(root / "codes"), *collected]) == 0
    for name in EXPORTS:
        assert main(["export", name, "--tables", str(root / "tables"), "--out", str(root / "out" / "exports")]) == 0
    return root


def decide(seeds: Path, root: Path) -> None:
    """Let a person reject what the rules say about a described source, in words of the article."""
    tables = build_tables(seeds, None)
    texts = {document.article_id: document.text for document in read_documents(seeds).documents}
    claims = tables["claims"].query("article_id == 'geheim' and source_id.str.startswith('unnamed', na=False)")
    for claim_id in claims["claim_id"]:
        decided = Decision(claim_id, "corrected", "source_id", "found-wobbe-takens", SENTENCE)
        row = make_correction(tables, texts, decided, coder="calm-otter-17", made_on=date(2026, 11, 26))
        write_correction(row, root / "corrections")


def code(tables: Tables, root: Path) -> None:
    """Let two students differ on every claim of the article."""
    for coder, status in (("calm-otter-17", "claimed"), ("wise-heron-40", "denied")):
        for unit in list_units(tables, "geheim"):
            write_code(coder, unit, {"status": status}, folder=root / "codes")


def test_no_word_of_the_article_stands_in_any_byte_of_the_report_and_the_exports(made):
    files = [path for path in (made / "out").rglob("*") if path.is_file()]
    assert len([path for path in files if path.suffix == ".html"]) == 9
    wanted = {"places.geojson", "timeline.json", "claims.jsonld", "datapackage.json", "corrections.csv", "agreement.html"}
    assert wanted <= {path.name for path in files}
    assert len(read_tables(made / "tables")["corrections"]) >= 2
    assert find_words(made / "out") == []


def test_no_rule_names_a_word_of_the_article(made):
    for folder in (made / "out" / "pages" / "tables", made / "out" / "exports" / "csv"):
        frames = [pd.read_csv(path, dtype=str) for path in folder.glob("*.csv")]
        rules = [rule for frame in frames if {"rule", "article_id"} <= {*frame}
                 for rule in frame.loc[frame["article_id"] == "geheim", "rule"]]  # fmt: skip
        assert [rule for rule in rules if "nl/event_triggers" in rule]
        assert [rule for rule in rules if re.search(r"(nl|en)(/[a-z_]+)?:", rule)] == []


def test_what_was_read_from_it_is_in_the_report_all_the_same(made):
    page = (made / "out" / "pages" / "02_who_states_what.html").read_text(encoding="utf-8")
    for words in ("text not shown: characters", "Jorrit Kwakman", "unnamed source 1", "Wobbe Takens", "invented for a test"):
        assert words in page, words
    tables = read_tables(made / "tables")
    shared = read_tables(made / "out" / "pages" / "tables")
    lengths = {name: len(frame) for name, frame in tables.items() if name != "corrections"}  # a report takes none
    assert {name: len(shared[name]) for name in lengths} == lengths


def test_the_readers_own_tables_and_views_hold_the_text(made):
    assert any(found.startswith("sentences.csv") for found in find_words(made / "tables"))
    tables = read_tables(made / "tables")
    article = tables["articles"]["article_id"].iloc[1]
    assert "pannenkoekenvertoning" in render_claims(tables, article=article, show_own_text=True)
    assert "pannenkoekenvertoning" not in render_claims(tables, article=article)


def test_with_rights_to_quote_the_evidence_is_in_the_exports(tmp_path):
    seeds = write_seeds(tmp_path / "seeds", "quotes")
    main(["tables", "--seeds", str(seeds), "--out", str(tmp_path / "tables")])
    for name in EXPORTS:
        main(["export", name, "--tables", str(tmp_path / "tables"), "--out", str(tmp_path / "out")])
    for path in (tmp_path / "out" / "csv" / "sentences.csv", *(tmp_path / "out").glob("*.*")):
        assert any("schapenscheerder" in found for found in find_in(path.read_bytes())), path.name


def test_where_a_right_is_withdrawn_no_pdf_of_an_older_page_is_left(made):
    assert [*find_in(SECRET.encode())]
    assert [path for path in (made / "out" / "pages" / "pdf").iterdir() if path.stem in PRINTED] == []


def pack_parquet(text: str) -> bytes:
    return pd.DataFrame({"text": [text]}).to_parquet()


def pack_zip(text: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("claims.csv", text)
    return packed.getvalue()


def pack_picture(text: str) -> bytes:
    image = PngInfo()
    image.add_text("Description", text, zip=True)
    made = io.BytesIO()
    Image.new("RGB", (1, 1)).save(made, "PNG", pnginfo=image)
    return b'<img src="data:image/png;base64,' + base64.b64encode(made.getvalue()) + b'">'


@pytest.mark.parametrize(
    "hide",
    [
        str.encode,
        lambda text: html.escape(text).encode(),
        lambda text: html.escape(html.escape(text)).encode(),
        lambda text: json.dumps(text).encode(),
        lambda text: json.dumps(json.dumps(text)).encode(),
        lambda text: b"data:image/svg+xml;base64," + base64.b64encode(f"<svg><title>{text}</title></svg>".encode()),
        lambda text: b'{"data": "' + base64.b64encode(gzip.compress(text.encode())) + b'"}',
        lambda text: text.replace(" ", " <mark>").encode(),
        lambda text: text.lower().replace(" ", "-").encode(),
        pack_parquet,
        pack_zip,
        pack_picture,
    ],
    ids=["plain", "html", "html twice", "json", "json in json", "base64", "packed", "in tags", "as an id", "parquet", "zip",
         "picture"],
)
def test_the_search_finds_a_sentence_in_whatever_form_it_left(hide):
    plain = "Wij hebben daar niets te zoeken"
    assert plain in SECRET
    assert [*find_in(hide(plain))]
    assert [*find_in(hide(HEADLINE))]
    assert not [*find_in(hide("Niemand van de mensen uit de buurt wist daar iets van."))]
