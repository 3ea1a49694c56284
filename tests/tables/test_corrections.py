"""Corrections: laid over the machine's rows at every rebuild, never written into them, never moved to a look-alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers.cli import main
from helpers.model import TABLES, ResourceError, TableError
from helpers.pipeline import build_tables, open_tables, read_documents
from helpers.tables import (
    Decision,
    Tables,
    check_tables,
    delete_correction,
    lay_corrections,
    make_correction,
    read_corrections,
    select_conflicts,
    write_correction,
)
from helpers.tables._references import check_reference, leads_nowhere

TEXT = """The bridge of Ramlow stays shut

The mayor says that the bridge will stay shut for three weeks. Nobody on the quay had been told of the plan.
Vera Wiel, who runs the ferry, denies that she was asked. According to the harbour office 12 boats turned back on the first day.
"""
SHUT = "the bridge will stay shut for three weeks"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "seeds.csv").write_text("file_name,language,published_on\nbridge.txt,en,2024-03-05\n", encoding="utf-8")
    write_article(folder, TEXT)
    return folder


def write_article(seeds: Path, text: str) -> None:
    (seeds / "bridge.txt").write_text(text, encoding="utf-8")


def build(seeds: Path, tmp_path: Path) -> Tables:
    return build_tables(seeds, tmp_path / "tables", corrections=tmp_path / "corrections")


def row_of(tables: Tables, words: str, table: str = "claims") -> str:
    frame = tables[table]
    return str(frame.loc[frame["text"] == words, frame.columns[0]].iloc[0])


def correct(tables: Tables, seeds: Path, folder: Path, decided: Decision, coder: str = "calm-otter-17") -> str:
    texts = {document.article_id: document.text for document in read_documents(seeds).documents}
    correction = make_correction(tables, texts, decided, coder=coder, made_on=date(2024, 3, 6))
    write_correction(correction, folder)
    return str(correction["correction_id"])


def shown(tables: Tables, words: str = SHUT) -> list[str]:
    claims = lay_corrections(tables)["claims"]
    return claims.loc[claims["text"] == words, "status"].tolist()


@pytest.fixture
def corrected(seeds: Path, tmp_path: Path) -> str:
    tables = build(seeds, tmp_path)
    decided = Decision(row_of(tables, SHUT), "corrected", "status", "confirmed", reason="she repeats what was decreed")
    return correct(tables, seeds, tmp_path / "corrections", decided)


def test_a_correction_survives_a_rebuild_and_the_machines_row_is_still_there(seeds, tmp_path, corrected):
    before = (tmp_path / "tables" / "claims.csv").read_bytes()
    tables = build(seeds, tmp_path)
    assert tables["corrections"][["correction_id", "anchor_status", "machine_value"]].values.tolist() == [
        [corrected, "FOUND", "claimed"]
    ]
    assert (tmp_path / "tables" / "claims.csv").read_bytes() == before
    assert shown(tables) == ["confirmed"]
    laid = lay_corrections(tables)["claims"]
    assert "corrected by calm-otter-17: status" in laid.loc[laid["text"] == SHUT, "rule"].iloc[0]
    assert tables["claims"].loc[tables["claims"]["text"] == SHUT, "status"].tolist() == ["claimed"]


def test_a_changed_article_makes_it_orphaned_and_the_machines_row_stands(seeds, tmp_path, corrected):
    write_article(seeds, TEXT.replace("three weeks", "seven weeks"))
    tables = build(seeds, tmp_path)
    assert tables["corrections"]["anchor_status"].tolist() == ["ORPHANED"]
    assert shown(tables, SHUT.replace("three", "seven")) == ["claimed"]


def test_an_article_that_is_gone_leaves_its_corrections_orphaned_and_listed(seeds, tmp_path, corrected):
    (seeds / "bridge.txt").rename(seeds / "other.txt")
    assert build(seeds, tmp_path)["corrections"]["anchor_status"].tolist() == ["ORPHANED"]


def test_a_sentence_that_moved_as_a_whole_is_found_at_its_new_place(seeds, tmp_path, corrected):
    head, blank, body = TEXT.partition("\n\n")
    write_article(seeds, head + blank + "Ramlow has one bridge over the broad river Ter, built in 1931.\n\n" + body)
    tables = build(seeds, tmp_path)
    assert tables["corrections"]["anchor_status"].tolist() == ["AMBIGUOUS"]  # it stood behind the title, and does no more
    write_article(seeds, "An old and never finished quarrel\n\n" + TEXT)
    tables = build(seeds, tmp_path)
    assert tables["corrections"]["anchor_status"].tolist() == ["FOUND"]
    assert tables["corrections"]["row_id"].tolist() == [row_of(tables, SHUT)]
    assert shown(tables) == ["confirmed"]


def test_a_look_alike_elsewhere_is_ambiguous_and_nothing_is_laid_over_it(seeds, tmp_path, corrected):
    gone = TEXT.replace(f"The mayor says that {SHUT}. ", "")
    write_article(seeds, gone + f"\nOne day later nobody was surprised any more by it.\n\nThe mayor says that {SHUT}.\n")
    tables = build(seeds, tmp_path)
    assert tables["corrections"]["anchor_status"].tolist() == ["AMBIGUOUS"]
    assert shown(tables) == ["claimed"]


def test_the_same_words_twice_in_the_same_company_are_ambiguous(seeds, tmp_path, corrected):
    write_article(seeds, TEXT + "\n" + TEXT)
    tables = build(seeds, tmp_path)
    assert tables["corrections"]["anchor_status"].tolist() == ["AMBIGUOUS"]
    assert shown(tables) == ["claimed", "claimed"]


def test_a_rejected_row_falls_away_with_what_hangs_on_it_and_the_tables_keep_their_contract(seeds, tmp_path):
    tables = build(seeds, tmp_path)
    correct(tables, seeds, tmp_path / "corrections", Decision(row_of(tables, SHUT), "rejected", reason="no statement"))
    tables = build(seeds, tmp_path)
    laid = lay_corrections(tables)
    assert SHUT in set(tables["claims"]["text"])
    assert SHUT not in set(laid["claims"]["text"])
    check_tables(laid)


def test_a_figure_is_corrected_as_a_number_and_an_accepted_row_is_as_it_was(seeds, tmp_path):
    tables = build(seeds, tmp_path)
    number = row_of(tables, "12", "quantities")
    correct(tables, seeds, tmp_path / "corrections", Decision(number, "corrected", "high", "", reason="no upper bound"))
    correct(tables, seeds, tmp_path / "corrections", Decision(row_of(tables, SHUT), "accepted"))
    laid = lay_corrections(build(seeds, tmp_path))
    assert laid["quantities"]["high"].isna().all()
    assert laid["claims"].equals(tables["claims"])


def test_two_coders_who_decide_differently_both_stand_and_neither_is_laid_over(seeds, tmp_path, corrected):
    tables = build(seeds, tmp_path)
    decided = Decision(row_of(tables, SHUT), "corrected", "status", "denied", reason="a slip of the pen")
    correct(tables, seeds, tmp_path / "corrections", decided, coder="wise-heron-40")
    tables = build(seeds, tmp_path)
    assert len(tables["corrections"]) == len(select_conflicts(tables["corrections"])) == 2
    assert shown(tables) == ["claimed"]


def test_a_later_decision_of_the_same_coder_takes_the_place_of_the_first_and_can_be_deleted(seeds, tmp_path, corrected):
    tables, folder = build(seeds, tmp_path), tmp_path / "corrections"
    correct(tables, seeds, folder, Decision(row_of(tables, SHUT), "corrected", "status", "denied", reason="reread"))
    assert [row["corrected_value"] for row in read_corrections(folder)] == ["denied"]
    delete_correction(corrected, folder)
    assert read_corrections(folder) == []


@pytest.mark.parametrize(
    ("decided", "told"),
    [
        (Decision("bridge.c0-1.0", "accepted"), "no row 'bridge.c0-1.0'"),
        (Decision("", "maybe"), "write one of accepted, corrected, rejected"),
        (Decision("", "corrected", reason="x"), "needs the column"),
        (Decision("", "corrected", "status", "true", reason="x"), "write one of questioned"),
        (Decision("", "corrected", "status", "", reason="x"), "may not be empty"),
        (Decision("", "corrected", "claim_id", "x", reason="x"), "cannot be corrected"),
        (Decision("", "rejected", "status", reason="x"), "rejected as a whole"),
        (Decision("", "rejected", reason="  "), "a reason is missing"),
    ],
)
def test_what_cannot_be_a_correction_gets_a_sentence(seeds, tmp_path, decided, told):
    tables = build(seeds, tmp_path)
    row_id = decided.row_id or row_of(tables, SHUT)
    with pytest.raises(TableError, match=told):
        correct(tables, seeds, tmp_path, Decision(row_id, decided.decision, decided.column, decided.corrected_value, decided.reason))


def test_hand_made_rows_are_mended_where_they_are_made(seeds, tmp_path):
    tables = build(seeds, tmp_path)
    with pytest.raises(TableError, match="rests on no words of one article"):
        correct(tables, seeds, tmp_path, Decision(tables["actors"]["actor_id"].iloc[0], "rejected", reason="x"))


@pytest.mark.parametrize("coder", ["../../otter", "", "x" * 300, "zoë", "con", "a/b"])
def test_a_coder_whose_name_is_no_pseudonym_writes_no_file(seeds, tmp_path, coder):
    tables = build(seeds, tmp_path)
    with pytest.raises(ResourceError, match="is no pseudonym"):
        correct(tables, seeds, tmp_path / "corrections", Decision(row_of(tables, SHUT), "accepted"), coder=coder)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("correction_id\nx\n", "the column table is missing"),
        (",".join(["correction_id", "table", "row_id", "column", "machine_value", "corrected_value", "decision", "reason",
                   "coder", "made_on", "anchor", "anchor_status"]) + "\nx,claims\n", "row 2: not a correction"),
    ],
)  # fmt: skip
def test_a_broken_file_is_named(seeds, tmp_path, corrected, content, told):
    (tmp_path / "corrections" / "calm-otter-17.csv").write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match=f"calm-otter-17.csv.*{told}"):
        build(seeds, tmp_path)


def test_a_notebook_opens_the_machines_tables_or_the_corrected_ones(seeds, tmp_path, corrected):
    build(seeds, tmp_path)
    machine, person = (open_tables(tmp_path / "tables", corrected=asked)["claims"] for asked in (False, True))
    assert set(machine.loc[machine["text"] == SHUT, "status"]) == {"claimed"}
    assert set(person.loc[person["text"] == SHUT, "status"]) == {"confirmed"}


def test_an_id_that_is_not_there_is_refused_and_the_ids_that_may_be_meant_are_named(seeds, tmp_path):
    tables = build(seeds, tmp_path)
    decided = Decision(row_of(tables, SHUT), "corrected", "source_id", "wiel", reason="the ferry, not the mayor")
    actor = tables["actors"].loc[tables["actors"]["name"] == "Vera Wiel", "actor_id"].iloc[0]
    with pytest.raises(TableError, match=rf"source_id is 'wiel', which is no actor_id of the table actors; write one of {actor} \(Vera Wiel\)"):
        correct(tables, seeds, tmp_path / "corrections", decided)
    right = Decision(row_of(tables, SHUT), "corrected", "source_id", actor, reason="the ferry, not the mayor")
    correct(tables, seeds, tmp_path / "corrections", right)
    assert lay_corrections(build(seeds, tmp_path))["claims"].set_index("text").loc[SHUT, "source_id"] == actor


def test_a_correction_to_an_id_that_is_gone_is_told_at_the_build(seeds, tmp_path, capsys):
    tables = build(seeds, tmp_path)
    actor = tables["actors"].loc[tables["actors"]["name"] == "Vera Wiel", "actor_id"].iloc[0]
    decided = Decision(row_of(tables, SHUT), "corrected", "source_id", actor, reason="the ferry, not the mayor")
    made = correct(tables, seeds, tmp_path / "corrections", decided)
    path = tmp_path / "corrections" / "calm-otter-17.csv"
    run = ["tables", "--seeds", str(seeds), "--out", str(tmp_path / "out"), "--corrections", str(path.parent)]
    assert main(run) == 0
    assert "not laid over" not in "".join(capsys.readouterr())
    path.write_text(path.read_text(encoding="utf-8").replace(f",{actor},", ",nobody-here,"), encoding="utf-8")
    assert main(run) == 0
    told = "".join(capsys.readouterr())
    assert f"correction not laid over: {made}: source_id is 'nobody-here', which is no id of these tables" in told


@pytest.mark.parametrize(("table", "column", "home"), [
    ("mentions", "entity_id", "(actors|places)"), ("claims", "within_claim_id", "claims"),
])  # fmt: skip
def test_every_cell_that_names_another_row_is_checked(seeds, tmp_path, table, column, home):
    tables = build(seeds, tmp_path)
    row_id = tables[table][TABLES[table].key].iloc[0]
    with pytest.raises(TableError, match=f"{column} is 'nowhere', which is no .* of the table {home}; write one of"):
        correct(tables, seeds, tmp_path / "corrections", Decision(row_id, "corrected", column, "nowhere", reason="x"))


@pytest.mark.parametrize(("column", "known"), [("term_id", "saboteurs"), ("referent_id", "raiders")])
def test_a_wording_takes_the_ids_of_the_codebook_only(column, known):
    assert not leads_nowhere({}, "wordings", {}, column, known)
    with pytest.raises(TableError, match=f"{column} is '{known}x', which is no {column} of the table .*{known}"):
        check_reference({}, "wordings", {}, column, f"{known}x")


def test_a_mention_takes_the_id_of_what_it_names(seeds, tmp_path):
    tables = build(seeds, tmp_path)
    mentions = tables["mentions"]
    row = mentions[mentions["entity_type"] == "actor"].iloc[0]
    actor = tables["actors"]["actor_id"].iloc[-1]
    folder = tmp_path / "corrections"
    correct(tables, seeds, folder, Decision(row["mention_id"], "corrected", "entity_id", actor, reason="x"))
    laid = lay_corrections(build(seeds, tmp_path))["mentions"].set_index("mention_id")
    assert laid.loc[row["mention_id"], "entity_id"] == actor
