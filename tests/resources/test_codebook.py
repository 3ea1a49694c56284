from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from helpers.model import ResourceError
from helpers.resources.codebook import COLUMNS, read_codebook
from helpers.resources.codebook_checks import check_codebook, find_problems
from helpers.resources.paths import data_path


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(data_path("codebook"), tmp_path / "codebook"))


def change(path: Path, key: str, column: str, value: str) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    for row in rows:
        if next(iter(row.values())) == key:
            row[column] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_the_shipped_codebook_has_nothing_wrong() -> None:
    assert [*find_problems(read_codebook())] == []


def test_at_least_ten_questions_are_asked_and_every_one_has_two_positions() -> None:
    codebook = read_codebook()
    assert len(codebook.rows("questions")) >= 10
    for question in codebook.rows("questions"):
        assert len([p for p in codebook.rows("positions") if p["question_id"] == question.key]) >= 2, question.key


def test_no_two_rows_of_a_file_share_a_note_and_both_examples() -> None:
    for name in ("questions", "positions", "rules", "terms", "event_types", "referents"):
        for row in read_codebook().rows(name):
            assert row["yes_example"] != row["no_example"], row.row_id


@pytest.mark.parametrize(
    ("file", "key", "column", "value", "message"),
    [
        ("positions", "who.russians", "question_id", "whom", r"positions\.csv, line \d+ \(who\.russians\): question_id "
                                                             r"names 'whom', which questions\.csv does not have"),
        ("rules", "who_unclear", "position_id", "who.nobody", r"rules\.csv, line 2 .*'who\.nobody'.*positions\.csv"),
        ("rules", "who_unclear", "events", "picnic", r"rules\.csv, line 2 .*events names 'picnic'"),
        ("rules", "who_unclear", "words", "no_list", r"the list 'no_list', which words\.csv does not have; add a row"),
        ("rules", "who_unclear", "words", "", r"nothing that the content must hold; fill events, terms, words or units"),
        ("rules", "who_unclear", "says", "maybe", r"says is 'maybe'; write one of yes, no, denied, any"),
        ("rules", "losses_few", "value_from", "four", r"value_from is 'four'; write a number"),
        ("questions", "who", "kind", "essay", r"questions\.csv, line 2 .*kind is 'essay'; write one of choice, numeric"),
        ("questions", "losses", "unit", "dragons", r"unit names 'dragons', which units\.csv does not have"),
        ("terms", "rebels_nl", "referent_id", "them", r"terms\.csv, line \d+ \(rebels_nl\): referent_id names 'them'"),
        ("questions", "villages", "not_checked", "villages.lost", r"not_checked names 'villages.lost', which positions"),
        ("questions", "who", "not_checked", "end.unchecked", r"'end\.unchecked', a position of another question"),
        ("questions", "losses", "unit", "", r"\(losses\): numeric, and no unit; say in unit what is counted"),
        ("words", "ukrainian_nl", "language", "dut", r"\(ukrainian_nl\): language is 'dut'; write one of en, nl"),
        ("words", "ukrainian_nl", "forms", "", r"\(ukrainian_nl\): forms is empty; write at least one word"),
        ("rules", "losses_few_own", "actors", "lsr|rdx", r"actors names 'rdx', which actors\.csv does not have"),
        ("rules", "losses_few", "value_from", "15", r"value_from 15 is above value_to 14; write the lower number first"),
        ("rules", "losses_few", "value_from", "²", r"value_from is '²'; write a number"),
        ("terms", "rebels_nl", "near", "de grens|leger", r"near names 'de grens'; write single words"),
        ("terms", "rebels_nl", "forms", "saboteur", r"'saboteur' is a form of saboteurs_nl as well; leave it in one"),
        ("units", "killed", "unit", "slain", r"units\.csv, line 2 \(slain\): no row of the lexicons leads to it"),
        ("questions", "who", "changes", "perhaps", r"changes is 'perhaps'; write one of yes, no"),
        ("terms", "rebels_nl", "forms", "rebel||rebellen", r"forms is 'rebel\|\|rebellen'; take out the \|"),
        ("units", "killed", "note", "", r"units\.csv, line 2 \(killed\): note is empty; say it in a sentence"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_file_and_line(
    copied: Path, file: str, key: str, column: str, value: str, message: str
) -> None:
    change(copied / f"{file}.csv", key, column, value)
    with pytest.raises(ResourceError, match=message):
        check_codebook(copied)


def test_a_rule_that_stands_twice_is_told(copied: Path) -> None:
    rules = copied / "rules.csv"
    lines = rules.read_text(encoding="utf-8").splitlines(keepends=True)
    rules.write_text("".join([*lines, lines[1].replace("who_unclear", "who_again")]), encoding="utf-8")
    with pytest.raises(ResourceError, match=r"\(who_again\): the same rule as who_unclear; take out one of the two"):
        check_codebook(copied)


def test_all_problems_are_told_at_once(copied: Path) -> None:
    change(copied / "rules.csv", "who_unclear", "says", "maybe")
    change(copied / "units.csv", "killed", "note", "")
    with pytest.raises(ResourceError) as caught:
        check_codebook(copied)
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("question_id,kind\nwho,choice\n", r"questions\.csv, line 1: the column exclusive is missing"),
        (",".join(COLUMNS["questions"]) + "\nwho,choice\n", r"questions\.csv, line 2: as many cells as column names"),
        (",".join(COLUMNS["questions"]) + "\n" + 2 * "who,choice,yes,a,b,,c,d,e\n",
         r"questions\.csv, line 3: the key 'who' stands twice"),
    ],
)  # fmt: skip
def test_a_broken_file_stops_with_its_name_and_line(tmp_path: Path, text: str, message: str) -> None:
    tmp_path.joinpath("questions.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=message):
        read_codebook(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="no codebook folder"):
        read_codebook(tmp_path / "nowhere")


def test_a_question_that_nothing_answers_is_told(copied: Path) -> None:
    with copied.joinpath("questions.csv").open("a", encoding="utf-8") as file:
        file.write("moon,choice,no,Maan?,Moon?,,,,Whether.,Yes it is.,No it is not.\n")
    with pytest.raises(ResourceError, match=r"\(moon\): no position answers it"):
        check_codebook(copied)


def test_a_codebook_need_not_name_what_is_not_checked(copied: Path) -> None:
    path = copied / "questions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        columns = [column for column in rows[0] if column != "not_checked"]
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    assert {row["not_checked"] for row in read_codebook(copied).rows("questions")} == {""}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", r"questions\.csv: the file is empty; its first line names the columns question_id"),
        (b"question_id;kind\n", r"line 1: the column question_id is missing"),
        ("vragen caf\u00e9".encode("cp1252"), r"questions\.csv: not UTF-8 \(byte 10\); save it as UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_what_to_do(copied: Path, data: bytes, message: str) -> None:
    (copied / "questions.csv").write_bytes(data)
    with pytest.raises(ResourceError, match=message):
        check_codebook(copied)


def test_a_quotation_mark_that_is_not_closed_is_told_with_its_line(copied: Path) -> None:
    path = copied / "questions.csv"
    path.write_text(path.read_text(encoding="utf-8") + '"moon,choice\n', encoding="utf-8")
    with pytest.raises(ResourceError, match=r"questions\.csv, near line \d+: .*not closed"):
        check_codebook(copied)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(copied: Path) -> None:
    path = copied / "questions.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    check_codebook(copied)


def test_a_misnamed_and_a_missing_file_are_told(copied: Path) -> None:
    (copied / "rules.csv").rename(copied / "rule.csv")
    with pytest.raises(ResourceError) as caught:
        check_codebook(copied)
    assert "rule.csv: no file of a codebook; rename it to one of" in str(caught.value)
    assert "rules.csv: missing, or without a row" in str(caught.value)


def test_the_codebook_of_the_variable_is_the_one_that_is_read(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(copied / "questions.csv", "who", "title_en", "Who was it?")
    monkeypatch.setenv("GRENSPOST_CODEBOOK", str(copied))
    row = read_codebook().row("questions", "who")
    assert row is not None
    assert row["title_en"] == "Who was it?"
