"""The commands work without make, say what they did, and fail with a sentence."""

import pytest

from helpers.cli import main


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "my seeds"
    folder.mkdir()
    (folder / "brug.txt").write_text("De brug blijft dicht, zegt de burgemeester van het dorp. Niemand weet hoe lang dat nog zal duren.\n", encoding="utf-8")
    return folder


def test_tables_writes_every_table_and_says_how_many_claims(seeds, tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["tables", "--seeds", str(seeds), "--out", str(out)]) == 0
    assert (out / "claims.csv").exists()
    assert (out / "datapackage.json").exists()
    assert "claims of 1 article" in capsys.readouterr().out


def test_tables_names_what_it_could_not_read(seeds, tmp_path, capsys):
    (seeds / "leeg.txt").write_bytes(b"")
    assert main(["tables", "--seeds", str(seeds), "--out", str(tmp_path / "out")]) == 0
    assert "unread: leeg.txt: the file is empty" in capsys.readouterr().out


def test_a_missing_folder_ends_with_a_sentence_and_not_with_a_traceback(tmp_path, capsys):
    assert main(["tables", "--seeds", str(tmp_path / "nergens"), "--out", str(tmp_path / "out")]) == 1
    error = capsys.readouterr().err
    assert "no such folder; name a folder that holds the articles" in error
    assert "Traceback" not in error


def test_the_lab_opens_no_folder_that_is_not_there(tmp_path, capsys):
    assert main(["lab", str(tmp_path / "students.zip")]) == 1
    assert "is no folder here; unpack the zip first" in capsys.readouterr().err


def test_an_encoding_that_is_asked_for_is_used(seeds, tmp_path):
    (seeds / "brug.txt").write_bytes("Het café blijft dicht, zegt de burgemeester.".encode("cp1252"))
    out = tmp_path / "out"
    assert main(["tables", "--seeds", str(seeds), "--out", str(out), "--encoding", "cp1252"]) == 0
    assert "café" in (out / "sentences.csv").read_text(encoding="utf-8")


def test_check_ends_with_one_where_something_is_wrong(seeds, capsys):
    assert main(["check", "--seeds", str(seeds)]) == 0
    (seeds / "foto.pdf").write_bytes(b"%PDF")
    assert main(["check", "--seeds", str(seeds)]) == 1
    assert "foto.pdf is not a .txt file" in capsys.readouterr().out


def test_explain_shows_the_sentence_the_rule_and_what_else_was_considered(seeds, tmp_path, capsys):
    out = tmp_path / "out"
    main(["tables", "--seeds", str(seeds), "--out", str(out)])
    claim_id = (out / "claims.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    capsys.readouterr()
    assert main(["explain", claim_id, "--seeds", str(seeds)]) == 0
    shown = capsys.readouterr().out
    for words in ("[[De brug blijft dicht]]", "rule ", "source", "zegt", "instead"):
        assert words in shown


def test_explain_names_the_nearest_rows_where_none_has_the_id(seeds, capsys):
    assert main(["explain", "brug.c0-3.1-2", "--seeds", str(seeds)]) == 1
    assert "the nearest are brug.c" in capsys.readouterr().err
    assert main(["explain", "elsewhere.c0-3.1-2", "--seeds", str(seeds)]) == 1
    assert "the articles are brug" in capsys.readouterr().err


def test_an_export_is_rewritten_whole_and_one_that_is_older_than_the_tables_is_told(seeds, tmp_path, capsys):
    built, out = tmp_path / "tables", tmp_path / "exports"

    def export(name, *, with_tables=False):
        assert not with_tables or main(["tables", "--seeds", str(seeds), "--out", str(built)]) == 0
        capsys.readouterr()
        assert main(["export", name, "--tables", str(built), "--out", str(out)]) == 0
        return [line for line in capsys.readouterr().out.splitlines() if line.startswith("note: ")]

    assert export("geojson", with_tables=True) == []
    assert export("csv") == []
    (out / "places.geojson").write_text("what the older tables could show", encoding="utf-8")
    told = export("timelinejs", with_tables=True)
    assert [line.split(" ")[1] for line in told] == [str(out / "places.geojson"), str(out / "csv" / "datapackage.json")]
    assert all(line.endswith("may show what they may not: export it anew, or remove it") for line in told)
    assert len(export("geojson")) == 1
    assert "older tables" not in (out / "places.geojson").read_text(encoding="utf-8")


def test_a_wrong_command_ends_with_two():
    with pytest.raises(SystemExit) as caught:
        main(["nonsense"])
    assert caught.value.code == 2


def test_an_out_that_is_a_file_ends_with_a_sentence(seeds, tmp_path, capsys):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for out in (tmp_path / "file", tmp_path / "file" / "under"):
        assert main(["tables", "--seeds", str(seeds), "--out", str(out)]) == 1
        assert "name another folder, or mend its rights" in capsys.readouterr().err


def test_a_folder_with_nothing_readable_does_not_end_well(tmp_path, capsys):
    folder = tmp_path / "leeg"
    folder.mkdir()
    for number in range(14):
        (folder / f"{number}.txt").write_bytes(b"")
    assert main(["tables", "--seeds", str(folder), "--out", str(tmp_path / "out")]) == 1
    shown = capsys.readouterr().out
    assert shown.count("unread:") == 11
    assert "4 more; all stand in unread.csv" in shown
