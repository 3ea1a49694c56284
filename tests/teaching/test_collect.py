"""Collecting: the files of a class become one report; copies, twins, old codes and broken files are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from helpers.cli import main
from helpers.model import CodingError
from helpers.tables import write_tables
from helpers.teaching.agreement import score_agreement
from helpers.teaching.agreement_view import render_agreement, render_disagreements
from helpers.teaching.codes import read_codes, write_code
from helpers.teaching.coding import list_units
from helpers.teaching.collect import collect_codes, render_collection

Tables = dict[str, pd.DataFrame]
CLASS = {"calm-otter-17": "claimed", "wise-heron-40": "claimed", "tall-gull-11": "hedged"}


@pytest.fixture
def coded(bridge: Tables, folder: Path) -> Path:
    for coder, last in CLASS.items():
        units = [unit for unit in list_units(bridge, "bridge") if unit["voice"] == "source"]
        for unit, status in zip(units, ("claimed", "denied", last), strict=True):
            write_code(coder, unit, {"status": status, "source": "unnamed"}, folder=folder)
    return folder


def test_the_files_of_a_folder_are_one_table_and_one_report(bridge: Tables, coded: Path, bridge_gold: dict[str, Any]) -> None:
    collection = collect_codes(bridge, coded)
    assert collection.coders == sorted(CLASS)
    assert not collection.remarks
    shown = render_collection(bridge, collection, bridge_gold)
    for words in ("3 coders", "all 3 coders", "77.8", "With the rules", "With the coder’s key", "Claims on which coders differ: Status (1)"):
        assert words in shown
    assert "twelve boats turned back" in shown
    assert "Met de sleutel van de codeur" in render_collection(bridge, collection, bridge_gold, language="nl")


def test_copies_count_once_twins_are_kept_apart_and_broken_files_are_told(bridge: Tables, coded: Path) -> None:
    otter = (coded / "calm-otter-17.csv").read_text(encoding="utf-8")
    (coded / "calm-otter-17 (1).csv").write_text(otter, encoding="utf-8")
    (coded / "calm-otter-17 (2).csv").write_text(otter.replace(",denied,", ",claimed,"), encoding="utf-8")
    (coded / "marks.csv").write_text("name;mark\n", encoding="utf-8")
    collection = collect_codes(bridge, coded)
    assert collection.coders == sorted([*CLASS, "calm-otter-17-twin2"])
    assert [remark.split(" ")[0] for remark in collection.remarks] == ["marks.csv", "calm-otter-17", "calm-otter-17"]
    assert "counted as calm-otter-17-twin2" in " ".join(collection.remarks)


def test_codes_of_another_text_are_told_and_not_compared(bridge: Tables, coded: Path) -> None:
    unit = {**list_units(bridge, "bridge")[0], "sha256": "another"}
    write_code("tall-gull-11", unit, {"status": "hedged"}, folder=coded)
    assert "1 codes of tall-gull-11 are for another text" in collect_codes(bridge, coded).remarks[0]


def test_an_empty_folder_gets_a_sentence(bridge: Tables, tmp_path: Path) -> None:
    with pytest.raises(CodingError, match="put the students’ CSV files there"):
        collect_codes(bridge, tmp_path)


def test_the_command_writes_a_page_that_stands_alone(bridge: Tables, coded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_tables(bridge, tmp_path / "tables")
    assert main(["collect", str(coded), "--tables", str(tmp_path / "tables"), "--language", "nl"]) == 0
    assert "3 coders, 9 coded claims" in capsys.readouterr().out
    shown = (coded / "agreement.html").read_text(encoding="utf-8")
    assert shown.startswith('<!doctype html>\n<html lang="nl">')
    assert "Krippendorffs alfa" in shown
    assert "http" not in shown
    assert main(["collect", str(tmp_path / "nowhere"), "--tables", str(tmp_path / "tables")]) == 1
    assert "collect: No file of codes is in" in capsys.readouterr().err


def test_what_a_student_wrote_into_a_file_is_shown_as_text(bridge: Tables, coded: Path) -> None:
    unit = list_units(bridge, "bridge")[0]
    write_code("tall-gull-11", unit, {"status": "<script>x"}, folder=coded)
    write_code("wise-heron-40", unit, {"status": "claimed"}, folder=coded)
    shown = render_disagreements(bridge, collect_codes(bridge, coded).codes)
    assert "<script>" not in shown
    assert "&lt;script&gt;x" in shown


def test_what_the_rights_forbid_is_not_shown(bridge: Tables, coded: Path) -> None:
    closed = {**bridge, "articles": bridge["articles"].assign(text_rights="none")}
    assert "twelve boats" not in render_disagreements(closed, collect_codes(bridge, coded).codes)


def test_without_a_second_coder_and_without_a_difference_the_page_says_so(bridge: Tables, coded: Path) -> None:
    one = read_codes("calm-otter-17", coded)
    assert "no two coders" in render_agreement(score_agreement(one))
    assert "Niemand verschilt" in render_disagreements(bridge, one, language="nl")


def test_a_big_class_shows_all_first_and_folds_the_pairs() -> None:
    rows = [(f"coder-{n}", "c1", "claimed", "x", "none") for n in range(8)]
    scores = score_agreement(pd.DataFrame(rows, columns=["coder", "claim_id", "status", "source", "position"]))
    shown = render_agreement(scores)
    assert shown.index("all 8 coders") < shown.index("<details>") < shown.index("coder-0 and coder-1")
