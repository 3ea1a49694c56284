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
from helpers.teaching.agreement_view import LEAST_UNITS, render_agreement, render_disagreements
from helpers.teaching.attempts import COLUMNS as ANSWERS
from helpers.teaching.codes import read_codes, write_code
from helpers.teaching.coding import list_units, machine_codes
from helpers.teaching.collect import collect_codes, render_collection
from helpers.views import message
from helpers.views.html import escape

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


def test_how_the_figures_are_read_is_said_once(bridge: Tables, coded: Path, bridge_gold: dict[str, Any]) -> None:
    for language in ("en", "nl"):
        shown = render_collection(bridge, collect_codes(bridge, coded), bridge_gold, language=language)
        assert shown.count(escape(message("agreement_read", language))) == 1
        assert shown.count(escape(message("agreement_few", language, least=LEAST_UNITS))) == 1


def test_a_pair_names_the_student_before_the_rules_and_the_key(bridge: Tables, coded: Path, bridge_gold: dict[str, Any]) -> None:
    shown = render_collection(bridge, collect_codes(bridge, coded), bridge_gold)
    for coder in CLASS:
        assert f"{coder} and the rules" in shown
        assert f"{coder} and the coder’s key" in shown


def test_copies_count_once_twins_are_kept_apart_and_broken_files_are_told(bridge: Tables, coded: Path) -> None:
    otter = (coded / "calm-otter-17.csv").read_text(encoding="utf-8")
    (coded / "calm-otter-17 (1).csv").write_text(otter, encoding="utf-8")
    (coded / "calm-otter-17 (2).csv").write_text(otter.replace(",denied,", ",claimed,"), encoding="utf-8")
    (coded / "marks.csv").write_text("name;mark\n", encoding="utf-8")
    collection = collect_codes(bridge, coded)
    assert collection.coders == sorted([*CLASS, "calm-otter-17-twin2"])
    assert [remark.split(" ")[0] for remark in collection.remarks] == ["marks.csv", "calm-otter-17", "calm-otter-17"]
    told = " ".join(collection.remarks)
    assert "calm-otter-17 (2).csv holds other codes of calm-otter-17 than calm-otter-17.csv; they are counted as calm-otter-17-twin2" in told
    assert "calm-otter-17 (1).csv holds the same codes of calm-otter-17 as calm-otter-17.csv" in told


def test_codes_of_another_text_are_told_and_not_compared(bridge: Tables, coded: Path) -> None:
    unit = {**list_units(bridge, "bridge")[0], "sha256": "another"}
    write_code("tall-gull-11", unit, {"status": "hedged"}, folder=coded)
    assert "1 code of tall-gull-11 is for another text" in collect_codes(bridge, coded).remarks[0]


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
    shown = render_collection(bridge, collect_codes(bridge, coded), {})
    assert "<script>x" not in shown
    assert "&lt;script&gt;x" in shown


@pytest.mark.parametrize(("variable", "code"), [("source", "the mayor"), ("status", "maybe"), ("position", "who.martians")])
def test_a_code_that_is_none_is_refused_with_a_sentence_and_not_counted(
    bridge: Tables, coded: Path, variable: str, code: str
) -> None:
    before = collect_codes(bridge, coded)
    unit = next(unit for unit in list_units(bridge, "bridge") if unit["voice"] == "source")
    write_code("tall-gull-11", unit, {variable: code}, folder=coded)
    collection = collect_codes(bridge, coded)
    assert f"“{code}” (tall-gull-11, 1×) is no {variable} of the codebook" in " ".join(collection.remarks)
    assert not before.remarks
    here = collection.codes[(collection.codes["coder"] == "tall-gull-11") & (collection.codes["claim_id"] == unit["claim_id"])]
    assert here[variable].tolist() == [""]
    assert "telt niet mee" in " ".join(collect_codes(bridge, coded, language="nl").remarks)


def test_every_code_of_the_rules_is_a_code(bridge: Tables, coded: Path) -> None:
    machine_codes(bridge, "bridge").assign(coder="bold-finch-22").to_csv(coded / "bold-finch-22.csv", index=False)
    assert not [remark for remark in collect_codes(bridge, coded).remarks if "of the codebook" in remark]


def test_a_file_that_a_dutch_spreadsheet_saved_is_read(bridge: Tables, coded: Path) -> None:
    before = collect_codes(bridge, coded).codes
    path = coded / "tall-gull-11.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8-sig")
    after = collect_codes(bridge, coded)
    assert not after.remarks
    pd.testing.assert_frame_equal(after.codes, before)


def test_answers_to_exercises_are_known_and_told(bridge: Tables, coded: Path) -> None:
    for mark in (",", ";"):
        (coded / f"calm-otter-{ord(mark)}-answers.csv").write_text(mark.join(ANSWERS) + "\n", encoding="utf-8")
    remarks = collect_codes(bridge, coded).remarks
    assert len(remarks) == 2
    assert all("holds answers to exercises and no codes" in remark for remark in remarks)


def test_a_folder_that_is_called_like_a_file_is_told(bridge: Tables, coded: Path) -> None:
    (coded / "x.csv").mkdir()
    assert "x.csv is not a file of codes" in collect_codes(bridge, coded).remarks[0]


def test_where_coders_differ_from_the_gold_and_the_rules_is_listed_too(
    bridge: Tables, coded: Path, bridge_gold: dict[str, Any]
) -> None:
    shown = render_collection(bridge, collect_codes(bridge, coded), bridge_gold)
    among, _, rest = shown.partition("With the rules")
    rules, _, gold = rest.partition("With the coder’s key")
    assert "Claims on which coders differ: Source" not in among
    assert "<strong>hedged</strong>: tall-gull-11" in rules
    assert "<strong>questioned</strong>: the coder’s key" in gold
    assert "<strong>denied</strong>: calm-otter-17, tall-gull-11, wise-heron-40" in gold


def test_long_tables_are_folded_behind_their_count(bridge: Tables) -> None:
    rows = [(coder, f"c{n}", code) for coder, code in (("ann", "claimed"), ("bea", "denied")) for n in range(11)]
    codes = pd.DataFrame(rows, columns=["coder", "claim_id", "status"]).assign(source="x", position="none")
    assert "<details><summary>Claims on which coders differ: Status (11)</summary>" in render_disagreements(bridge, codes)
    assert "<details>" not in render_disagreements(bridge, codes[codes["claim_id"] != "c0"])


def test_what_the_rights_forbid_is_not_shown(bridge: Tables, coded: Path) -> None:
    closed = {**bridge, "articles": bridge["articles"].assign(text_rights="none")}
    assert "twelve boats" not in render_disagreements(closed, collect_codes(bridge, coded).codes)


def test_without_a_second_coder_and_without_a_difference_the_page_says_so(bridge: Tables, coded: Path) -> None:
    one = read_codes("calm-otter-17", coded)
    assert "no two coders" in render_agreement(score_agreement(one))
    assert "maar één iemand heeft gecodeerd" in render_disagreements(bridge, one, language="nl")
    two = pd.concat([one, one.assign(coder="wise-heron-40")], ignore_index=True)
    assert "Niemand verschilt" in render_disagreements(bridge, two, language="nl")


def test_one_coder_is_not_called_coders(bridge: Tables, coded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for other in CLASS.keys() - {"calm-otter-17"}:
        (coded / f"{other}.csv").unlink()
    for language, words in (("en", "1 coder: calm"), ("nl", "1 codeur: calm")):
        assert words in render_collection(bridge, collect_codes(bridge, coded), {}, language=language)
    write_tables(bridge, tmp_path / "tables")
    assert main(["collect", str(coded), "--tables", str(tmp_path / "tables")]) == 0
    assert "1 coder, 3 coded claims" in capsys.readouterr().out


def test_a_file_whose_ending_is_in_capitals_is_read(bridge: Tables, coded: Path) -> None:
    before = collect_codes(bridge, coded)
    (coded / "tall-gull-11.csv").rename(coded / "tall-gull-11.CSV")
    after = collect_codes(bridge, coded)
    assert after.coders == before.coders
    assert not after.remarks


@pytest.mark.parametrize(("name", "told"), [
    ("group b/bold-finch-22.csv", "group b/bold-finch-22.csv lies in a folder of its own"),
    ("bold-finch-22.xlsx", "bold-finch-22.xlsx is a file of a spreadsheet"), ("b/c.ODS", "b/c.ODS is a file of a spreadsheet"),
    ("bold-finch-22.csv", "bold-finch-22.csv has the names of the columns and no codes"),
])  # fmt: skip
def test_a_file_that_is_not_read_is_told_by_its_name(bridge: Tables, coded: Path, name: str, told: str) -> None:
    head = (coded / "tall-gull-11.csv").read_text(encoding="utf-8").partition("\n")[0] + "\n"
    (coded / name).parent.mkdir(exist_ok=True)
    (coded / name).write_text(head, encoding="utf-8")
    collection = collect_codes(bridge, coded)
    assert collection.coders == sorted(CLASS)
    assert [remark.startswith(told) for remark in collection.remarks] == [True]


def test_what_a_computer_puts_into_a_folder_by_itself_is_no_file_of_a_student(bridge: Tables, coded: Path) -> None:
    (coded / ".ipynb_checkpoints").mkdir()
    (coded / ".ipynb_checkpoints" / "x.csv").write_text("x", encoding="utf-8")
    (coded / "~$x.xlsx").write_text("x", encoding="utf-8")
    assert not collect_codes(bridge, coded).remarks


@pytest.mark.parametrize("empty", [";;;;;;", ";;;;;", ";;;;;;;", ""])
def test_an_empty_row_that_a_spreadsheet_left_is_passed_over(bridge: Tables, coded: Path, empty: str) -> None:
    before = collect_codes(bridge, coded).codes
    path = coded / "tall-gull-11.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",", ";") + empty + "\n", encoding="utf-8")
    after = collect_codes(bridge, coded)
    assert not after.remarks
    pd.testing.assert_frame_equal(after.codes, before)


def test_a_big_class_shows_all_first_and_folds_the_pairs() -> None:
    rows = [(f"coder-{n}", "c1", "claimed", "x", "none") for n in range(8)]
    scores = score_agreement(pd.DataFrame(rows, columns=["coder", "claim_id", "status", "source", "position"]))
    shown = render_agreement(scores)
    assert shown.index("all 8 coders") < shown.index("<details>") < shown.index("coder-0 and coder-1")


def test_kappa_and_alpha_are_not_shown_of_a_handful_of_claims() -> None:
    def shown(n_claims: int, language: str = "en") -> str:
        rows = [(coder, f"c{n}", "claimed" if n % 2 else "denied") for coder in ("ann", "bea") for n in range(n_claims)]
        codes = pd.DataFrame(rows, columns=["coder", "claim_id", "status"]).assign(source="x", position="none")
        return render_agreement(score_agreement(codes), language=language)

    assert "1.000" not in shown(9)
    assert "100.0" in shown(9)
    assert "waar 10 beweringen of meer" in shown(9, "nl")
    assert "1.000" in shown(10)
    assert "Kappa and alpha stand only" not in shown(10)
