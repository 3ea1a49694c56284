"""From a folder of seeds to tables on disk; whatever is wrong is told and the rest is read."""

import subprocess
import sys
from dataclasses import replace

import pytest

from helpers import pipeline
from helpers.model import Card
from helpers.pipeline import build_tables, check_everything, read_article, read_documents
from helpers.text import build_document, hash_text

NL = "De brug blijft dicht, zegt de burgemeester.\n"


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "goed.txt").write_text(NL, encoding="utf-8")
    return folder


def reasons(intake):
    return " ; ".join(row.reason for row in intake.unread)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("latin.txt", "Eén café".encode("latin-1"), "latin.txt: not utf-8: byte 0xe9 at position 1; save the file as UTF-8"),
        ("leeg.txt", b"", "leeg.txt: the file is empty"),
        ("wit.txt", b" \n\t\n", "wit.txt: the file is empty"),
        ("binair.txt", b"\x00\x01\x02", "binair.txt: looks like a binary file"),
        ("tweede.txt", NL.encode(), "tweede.txt holds the same text as goed.txt; it is read once"),
        ("zelfde bom.txt", b"\xef\xbb\xbf" + NL.replace("\n", "\r\n").encode(), "zelfde bom.txt holds the same text"),
        ("Goed .txt", b"Andere tekst.", "give the same article id 'goed'"),
    ],
)
def test_a_bad_file_is_told_and_the_good_one_is_still_read(seeds, name, data, words):
    (seeds / name).write_bytes(data)
    intake = read_documents(seeds)
    assert words in reasons(intake)
    assert len(intake.documents) == 1


def test_a_bad_file_is_a_row_of_unread_in_the_tables(seeds, tmp_path):
    (seeds / "leeg.txt").write_bytes(b"")
    tables = build_tables(seeds, tmp_path / "out")
    assert "leeg.txt" in tables["unread"]["file_name"].tolist()
    assert tables["articles"]["article_id"].tolist() == ["goed"]


def test_an_article_whose_rows_break_the_contract_costs_no_other_article(seeds, tmp_path, monkeypatch):
    (seeds / "slecht.txt").write_text("Kop\n\nJoris Wetering zei dat de brug open is.\n", encoding="utf-8")

    (seeds / "goed.txt").write_text("Kop\n\nDe brug blijft dicht, zegt de burgemeester.\n", encoding="utf-8")

    (seeds / "seeds.csv").write_text("file_name,language\ngoed.txt,nl\nslecht.txt,nl\n", encoding="utf-8")

    def read_twice(document):
        reading = read_article(document)
        twice = (*reading.claims, *reading.claims) if document.article_id == "slecht" else reading.claims
        return replace(reading, claims=twice)

    monkeypatch.setattr(pipeline, "read_article", read_twice)
    tables = build_tables(seeds, tmp_path / "out")
    assert set(tables["claims"]["article_id"]) == {"goed"}
    assert set(tables["sentences"]["article_id"]) == {"goed", "slecht"}
    assert set(tables["articles"]["article_id"]) == {"goed", "slecht"}
    (reason,) = [row for row in tables["unread"]["reason"] if "contract" in row]
    assert reason.startswith("slecht.txt: the tables break their contract: claims.claim_id")


def test_an_article_on_which_the_rules_fail_costs_no_other_article(seeds, tmp_path, monkeypatch):
    (seeds / "slecht.txt").write_text("Kop\n\nJoris Wetering zei dat de brug open is.\n", encoding="utf-8")
    (seeds / "seeds.csv").write_text("file_name,language\ngoed.txt,nl\nslecht.txt,nl\n", encoding="utf-8")

    def read_or_fail(document):
        if document.article_id == "slecht":
            raise ValueError("a span needs 0 <= start < end")
        return read_article(document)

    monkeypatch.setattr(pipeline, "read_article", read_or_fail)
    tables = build_tables(seeds, tmp_path / "out")
    assert set(tables["sentences"]["article_id"]) == {"goed", "slecht"}
    (reason,) = [row for row in tables["unread"]["reason"] if "rules failed" in row]
    assert "slecht.txt" in reason
    assert "ValueError" in reason
    assert "report" in reason


def test_two_people_with_one_surname_do_not_stop_a_folder(seeds, tmp_path):
    text = "Kop\n\nBurgemeester Els Kuiper en raadslid Bart Kuiper hebben ruzie. Kuiper zei dat de dijk lekt.\n"
    (seeds / "ruzie.txt").write_text(text, encoding="utf-8")
    (seeds / "seeds.csv").write_text("file_name,language\nruzie.txt,nl\n", encoding="utf-8")
    claims = build_tables(seeds, tmp_path / "out")["claims"]
    (said,) = claims[(claims["article_id"] == "ruzie") & (claims["voice"] == "source")].to_dict("records")
    assert said["source_text"] == "Kuiper"
    assert said["source_id"] is None or said["source_id"] != said["source_id"]  # empty


def test_a_text_that_is_not_the_one_of_its_card_is_read_as_a_new_text(seeds):
    cards = "file_name,title,published_on,sha256\ngoed.txt,Kop,2023-05-22,{}\n"
    (seeds / "seeds.csv").write_text(cards.format("0" * 64), encoding="utf-8")
    intake = read_documents(seeds)
    assert "it is read as a new text, without that card" in reasons(intake)
    assert intake.documents[0].published_on is None
    assert intake.documents[0].article_id == f"goed-{hash_text(NL)[:8]}"
    (seeds / "seeds.csv").write_text(cards.format(hash_text(NL)), encoding="utf-8")
    intake = read_documents(seeds)
    assert intake.documents[0].article_id == "goed"
    assert str(intake.documents[0].published_on) == "2023-05-22"


def test_a_card_whose_text_is_not_here_is_a_row_without_text(seeds, tmp_path):
    (seeds / "seeds.csv").write_text(f"file_name,sha256\nweg.txt,{'0' * 64}\n", encoding="utf-8")
    tables = build_tables(seeds, tmp_path / "out")
    articles = tables["articles"].set_index("article_id")
    assert not articles.loc["weg", "has_text"]
    assert "weg.txt: bring your own copy" in tables["unread"]["reason"].tolist()[0]


def test_an_undated_article_is_read_and_said_to_be_undated(seeds):
    (seeds / "goed.txt").write_text("Maandag bleef de brug dicht, zegt de burgemeester.", encoding="utf-8")
    reading = read_article(read_documents(seeds).documents[0])
    assert "no date of publication" in reading.unread[0].reason
    assert reading.times
    assert all(time.edtf == "" for time in reading.times if time.reference == "relative")


def test_a_language_without_a_lexicon_gives_sentences_quotation_marks_and_a_word_about_it():
    text = "La maire dit « non ». Le pont reste fermé."
    reading = read_article(build_document(text, Card("a.txt", language="fr")))
    assert len(reading.document.sentences) == 2
    assert [quote.span.of(text).strip() for quote in reading.quotes] == ["non"]
    assert reading.claims == ()
    assert "the language 'fr' has no lexicon" in reading.unread[0].reason


def test_reading_an_article_loads_no_pandas():
    code = (
        "import sys; from helpers.pipeline import read_article; from helpers.text import build_document; "
        "from helpers.model import Card; "
        "read_article(build_document('Kiev ontkent dat maandag.', Card('a.txt', language='nl'))); "
        "sys.exit(any(name in sys.modules for name in ('pandas', 'matplotlib', 'folium', 'ipywidgets')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


def test_the_shipped_data_and_articles_have_nothing_wrong():
    from helpers.resources.paths import home

    assert check_everything(home() / "seeds") == []


def test_check_names_what_is_wrong_with_a_folder(seeds):
    (seeds / "leeg.txt").write_bytes(b"")
    assert check_everything(seeds) == ["leeg.txt: the file is empty; put the article's text into it"]


def test_the_same_articles_give_the_same_bytes(seeds, tmp_path):
    for name in ("one", "two"):
        build_tables(seeds, tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name
