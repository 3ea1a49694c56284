"""Tables survive the way to disk and back, a killed run and a second run."""

import json
import os
import shutil
from pathlib import Path

import frictionless
import pandas as pd
import pytest

from helpers.model import TableError
from helpers.resources import codebook
from helpers.resources.paths import codebook_path
from helpers.tables import build_tables, read_tables, write_tables, write_text


@pytest.fixture
def tables(reading):
    return build_tables([reading])


def test_what_is_written_is_read_back_the_same(tables, tmp_path):
    write_tables(tables, tmp_path)
    for name, frame in read_tables(tmp_path).items():
        pd.testing.assert_frame_equal(frame, tables[name], check_dtype=True)


def test_parquet_holds_the_same_columns(tables, tmp_path):
    write_tables(tables, tmp_path)
    assert list(pd.read_parquet(tmp_path / "claims.parquet").columns) == list(tables["claims"].columns)


def test_the_same_input_gives_the_same_bytes(tables, tmp_path):
    write_tables(tables, tmp_path / "one")
    write_tables(tables, tmp_path / "two")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


@pytest.mark.filterwarnings("ignore")  # frictionless itself warns about its own dependencies
def test_the_data_package_is_valid_for_a_reader_that_is_not_ours(tables, tmp_path, monkeypatch):
    package = write_tables(tables, tmp_path)
    monkeypatch.chdir(tmp_path)
    report = frictionless.validate(str(package.name))
    assert report.valid, report.flatten(["name", "type", "message"])
    stated = json.loads(package.read_text(encoding="utf-8"))
    assert all(f["description"] for r in stated["resources"] for f in r["schema"]["fields"])


def test_csv_is_utf8_with_lf_and_empty_cells_for_what_is_missing(tables, tmp_path):
    write_tables(tables, tmp_path)
    data = (tmp_path / "times.csv").read_bytes()
    assert b"\r" not in data
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"nan" not in data.lower()
    assert b",maandag,,,,,,,day,exact,relative,,test" in data


def test_a_killed_run_leaves_the_old_tables_whole(tables, tmp_path, monkeypatch):
    write_tables(tables, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    monkeypatch.setattr(pd.DataFrame, "to_parquet", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
    changed = {**tables, "claims": tables["claims"].head(0)}
    with pytest.raises(KeyboardInterrupt):
        write_tables(changed, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_mixture_of_two_runs_is_refused(tables, tmp_path):
    write_tables(tables, tmp_path)
    (tmp_path / "claims.csv").write_text("claim_id\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"claims.csv .* build the tables again with: python -m helpers tables"):
        read_tables(tmp_path)


def test_what_a_killed_run_left_is_swept_once_it_is_old(tables, tmp_path):
    left, young = tmp_path / ".grenspost-draft-old", tmp_path / ".grenspost-draft-young"
    left.mkdir()
    young.mkdir()
    os.utime(left, (0, 0))
    write_tables(tables, tmp_path)
    assert not left.exists()
    assert young.exists()


def test_a_draft_that_another_thread_ends_meanwhile_is_no_trouble(tmp_path, monkeypatch):
    gone = tmp_path / ".grenspost-draft-gone"
    found = Path.glob
    monkeypatch.setattr(Path, "glob", lambda self, pattern: [*found(self, pattern), gone])
    assert write_text("told", tmp_path / "page.html").read_text(encoding="utf-8") == "told"


def test_the_package_says_which_version_of_the_rules_made_it(tables, tmp_path):
    stated = json.loads(write_tables(tables, tmp_path).read_text(encoding="utf-8"))
    assert stated["rules"].startswith("sha256:")


def test_a_folder_without_tables_says_how_to_build_them(tmp_path):
    with pytest.raises(TableError, match=r"no tables in .*; build them with"):
        read_tables(tmp_path)


def test_tables_of_another_codebook_say_so_and_what_to_do(tables, tmp_path, monkeypatch):
    write_tables(tables, tmp_path / "tables")
    shutil.copytree(codebook_path(), tmp_path / "flood")
    monkeypatch.setenv("GRENSPOST_CODEBOOK", str(tmp_path / "flood"))
    read_tables(tmp_path / "tables")  # the same rows in another place are the same codebook
    questions = tmp_path / "flood" / "questions.csv"
    questions.write_text(questions.read_text(encoding="utf-8").replace("Who carried", "Who had carried"), encoding="utf-8")
    codebook._read_folder.cache_clear()
    with pytest.warns(UserWarning, match=r"coded with the codebook 'codebook'.*flood.*set GRENSPOST_CODEBOOK"):
        read_tables(tmp_path / "tables")
