"""A coder's codes: whole after every change, found again when reopened, gone when deleted; hostile names get a sentence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.model import CodingError
from helpers.resources.pseudonyms import find_fault, propose_pseudonym
from helpers.teaching.codes import COLUMNS, check_pseudonym, delete_codes, list_coders, read_codes, write_code

OTTER = "calm-otter-17"
UNIT = {"article_id": "bridge", "sha256": "ab", "claim_id": "bridge.c1-2.0"}
WRITER = f"""
import sys
from pathlib import Path
from helpers.teaching.codes import write_code
for number in range(100000):
    unit = dict(article_id="bridge", sha256="ab", claim_id=f"bridge.c{{number}}-{{number + 1}}.0")
    write_code("{OTTER}", unit, dict(status="claimed"), folder=Path(sys.argv[1]))
    print(number, flush=True)
"""


def test_what_was_coded_is_there_when_it_is_opened_again(folder: Path) -> None:
    assert read_codes(OTTER, folder).empty
    write_code(OTTER, UNIT, {"status": "denied"}, folder=folder)
    write_code(OTTER, UNIT, {"source": "newsroom"}, folder=folder)
    write_code(OTTER, {**UNIT, "claim_id": "bridge.c5-9.0"}, {"position": "none"}, folder=folder)
    found = read_codes(OTTER, folder).set_index("claim_id")
    assert found.loc["bridge.c1-2.0", ["source", "status", "position"]].tolist() == ["newsroom", "denied", ""]
    assert list_coders(folder) == [OTTER]


def test_a_code_is_changed_and_taken_back(folder: Path) -> None:
    for status in ("denied", "claimed", ""):
        write_code(OTTER, UNIT, {"status": status}, folder=folder)
        assert read_codes(OTTER, folder)["status"].tolist() == [status]


def test_codes_of_another_text_are_not_mixed_with_those_of_this_one(folder: Path) -> None:
    write_code(OTTER, UNIT, {"status": "denied", "source": "newsroom"}, folder=folder)
    write_code(OTTER, {**UNIT, "sha256": "cd"}, {"status": "claimed"}, folder=folder)
    assert read_codes(OTTER, folder)[["sha256", "source", "status"]].values.tolist() == [["cd", "", "claimed"]]


def test_deleting_takes_the_whole_file_away_and_says_whether_there_was_one(folder: Path) -> None:
    write_code(OTTER, UNIT, {"status": "denied"}, folder=folder)
    assert delete_codes(OTTER, folder)
    assert not delete_codes(OTTER, folder)
    assert [*folder.glob("*.csv")] == []


def test_a_file_holds_a_pseudonym_ids_and_codes_and_nothing_of_the_article(folder: Path) -> None:
    written = write_code(OTTER, {**UNIT, "text": "six men came"}, {"status": "denied"}, folder=folder)
    assert written.read_text(encoding="utf-8").splitlines() == [",".join(COLUMNS), f"{OTTER},bridge,ab,bridge.c1-2.0,,denied,"]


def test_nothing_is_lost_when_the_process_is_killed_between_two_writes(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, env=environment, text=True)  # noqa: S603
    assert writer.stdout
    done = [int(writer.stdout.readline()) for _ in range(12)]
    writer.send_signal(signal.SIGKILL)
    done += [int(line) for line in writer.stdout]
    writer.stdout.close()
    writer.wait()
    found = read_codes(OTTER, folder)
    assert len(found) in (len(done), len(done) + 1)  # the last may be written and not yet told
    assert set(found["status"]) == {"claimed"}
    write_code(OTTER, UNIT, {"status": "denied"}, folder=folder)
    assert len(read_codes(OTTER, folder)) >= len(found)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "empty"), ("   ", "empty"), ("../otter", "looks like a path"), ("a/b", "looks like a path"),
        ("c:\\otter", "looks like a path"), (".hidden", "looks like a path"), ("otter.", "looks like a path"),
        ("x" * 10_000, "too long"), ("ab", "too short"), ("zoë-otter", "small letters"), ("Otter", "small letters"),
        ("otter\n", "small letters"), ("=cmd", "small letters"), ("otter--17", "small letters"), ("水獺水獺", "small letters"),
        ("con", "kept"), ("lpt1", "kept"), ("machine", "kept"), ("gold", "kept"), ("corrections", "kept"),
    ],
)  # fmt: skip
def test_a_hostile_pseudonym_gets_a_sentence_and_no_file(folder: Path, name: str, told: str) -> None:
    with pytest.raises(CodingError, match=told) as caught:
        write_code(name, UNIT, {"status": "denied"}, folder=folder)
    assert len(str(caught.value)) < 250
    assert not folder.exists()
    with pytest.raises(CodingError, match=r"pseudoniem|pad"):
        check_pseudonym(name, language="nl")


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_safe_name_of_a_file_or_gets_a_sentence(name: str) -> None:
    if find_fault(name):
        with pytest.raises(CodingError):
            check_pseudonym(name)
    else:
        assert Path(f"{name}.csv").name == f"{name}.csv"
        assert name.isascii()


def test_a_proposed_pseudonym_is_one_that_nobody_has() -> None:
    proposed = {propose_pseudonym() for _ in range(200)}
    assert len(proposed) > 150
    assert not any(map(find_fault, proposed))
    assert propose_pseudonym(proposed) not in proposed


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"coder;article_id\n", "no column sha256"), (b"name;mark\n", "no column coder"), (b"\xff\xfe\x00", "not a file of codes"),
        (",".join(COLUMNS).encode() + b"\ncalm-otter-17,bridge\n", "row 2: not a code"),
        (",".join(COLUMNS).encode() + b"\n=cmd,b,s,c,,,\n", "row 2: not a code"),
        (",".join(COLUMNS).encode() + 2 * b"\ncalm-otter-17,b,s,c,,,", "two codes of one coder"),
    ],
)  # fmt: skip
def test_a_broken_file_is_named_and_left_as_it_is(folder: Path, content: bytes, told: str) -> None:
    folder.mkdir()
    (folder / f"{OTTER}.csv").write_bytes(content)
    with pytest.raises(CodingError, match=told):
        write_code(OTTER, UNIT, {"status": "denied"}, folder=folder)
    assert (folder / f"{OTTER}.csv").read_bytes() == content
