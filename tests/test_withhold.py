"""An article ships as rows without its text, and its sentences appear where the reader puts the file."""

import csv
import json
import re
import sys

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import views
from helpers.cli import main
from helpers.exports import FORMATS
from helpers.model import GrenspostError, TableError
from helpers.pipeline import build_tables, check_everything, read_documents
from helpers.tables import (
    hash_tables,
    list_outdated_withheld,
    read_withheld,
    withheld_folder,
    write_tables,
    write_withheld,
)
from helpers.tables.marks import find_marked, find_runs, make_marks, split_words
from helpers.tables.store import hash_rules
from helpers.withhold import describe_card, withhold_article
from secret_article import NAME, RARE, SECRET, find_words, fold, write_seeds

ARTICLE = "geheim"
SHIPPED = sorted(path for path in withheld_folder().iterdir() if path.is_dir())
OFFSETS_AND_CODES = {
    "sentences": ["sentence_id", "paragraph", "position", "part", "start_char", "end_char"],
    "claims": ["claim_id", "start_char", "end_char", "more_spans", "voice", "source_start_char", "cue_end_char", "kind",
               "stance", "polarity", "certainty", "verification", "status", "said_time_id"],
    "times": ["time_id", "edtf", "earliest", "latest", "day_part", "precision", "reference", "anchor_on"],
    "events": ["event_id", "trigger_start_char", "event_type", "place_role", "edtf", "status"],
    "quantities": ["quantity_id", "low", "high", "qualifier", "unit"],
    "disputes": ["dispute_id", "question_id", "position_id", "voice"],
    "wordings": ["wording_id", "referent_id", "term_id", "in_quotes"],
}  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A folder with an article in a place of its own, the rows written from it, and seeds that hold only its card."""
    made = tmp_path_factory.mktemp("withheld")
    [document] = [one for one in read_documents(write_seeds(made / "owner", "quotes")).documents if one.article_id == ARTICLE]
    (made / "elsewhere").mkdir()
    (made / "elsewhere" / NAME).write_text(SECRET, encoding="utf-8")
    seeds = write_seeds(made / "seeds", "quotes", text=None, title="The secret article", sha256=document.sha256)
    withhold_article(str(made / "elsewhere" / NAME), seeds, made / "rows")
    return made


@pytest.fixture(autouse=True)
def shipped_rows(root, monkeypatch):
    """Let the rows that were written stand in for those of ``data/withheld``."""
    monkeypatch.setattr("helpers.tables.withheld.withheld_folder", lambda article_id="": root / "rows" / article_id)


@pytest.fixture
def clone(root, tmp_path):
    """The tables of a fresh clone: the card, the rows, no text."""
    return build_tables(root / "seeds", tmp_path / "tables")


@pytest.fixture
def whole(root, tmp_path):
    """The tables of the reader who put the file where the card waits for it."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for path in ((root / "seeds" / "seeds.csv"), (root / "seeds" / "ander.txt"), (root / "elsewhere" / NAME)):
        (seeds / path.name).write_bytes(path.read_bytes())
    return build_tables(seeds, tmp_path / "tables")


def rows_of(tables, name, article_id=ARTICLE):
    frame = tables[name]
    return frame[frame["article_id"] == article_id].reset_index(drop=True)


def test_the_rows_hold_no_word_of_the_text_and_say_so(root):
    names = {fold(cell) for one in (pd.read_csv(root / "rows" / ARTICLE / "actors.csv"),) for cells in (one["name"], one["aliases"].dropna())
             for cell in "|".join(cells).split("|")}  # fmt: skip
    assert [found for found in find_words(root / "rows") if found.partition(": ")[2] not in names] == []
    assert "a cell of text is empty" in (root / "rows" / ARTICLE / "datapackage.json").read_text(encoding="utf-8")


def test_neither_a_cue_nor_a_trigger_nor_a_name_that_is_in_no_list_of_ours_is_in_the_rows(root, whole):
    told = {fold(word) for path in (root / "rows" / ARTICLE).glob("*.csv")
            for word in split_words(path.read_text(encoding="utf-8"))}  # fmt: skip
    cues = {fold(word) for word in rows_of(whole, "claims")["cue_text"].dropna()}
    triggers = {fold(word) for word in rows_of(whole, "events")["trigger_text"].dropna()}
    assert cues >= {"ontkent", "meldt", "zegt", "noemt"}
    assert triggers
    assert told & (cues | triggers | {"wobbe", "takens", "jorrit", "kwakman", "dirkje", *map(fold, RARE)}) == set()
    names = read_withheld(root / "rows" / ARTICLE)["actors"]["name"]
    assert {"Kremlin", "unnamed source 1", "name not here 1"} <= set(names)


@pytest.mark.parametrize("name", OFFSETS_AND_CODES)
def test_a_fresh_clone_has_the_same_rows_as_who_has_the_text(clone, whole, name):
    columns = OFFSETS_AND_CODES[name]
    assert not rows_of(whole, name).empty
    pd.testing.assert_frame_equal(rows_of(clone, name)[columns], rows_of(whole, name)[columns])


def test_the_evidence_appears_where_the_file_is_put_and_the_card_stays(clone, whole):
    before, after = (tables["articles"].set_index("article_id").loc[ARTICLE] for tables in (clone, whole))
    assert (before["has_text"], after["has_text"]) == (False, True)
    assert before.drop("has_text").equals(after.drop("has_text"))
    assert rows_of(clone, "sentences")["text"].isna().all()
    assert "schapenscheerder" in " ".join(rows_of(whole, "sentences")["text"])


def test_the_reader_is_told_what_is_here_and_how_the_sentences_appear(clone):
    [reason] = clone["unread"].loc[clone["unread"]["file_name"] == NAME, "reason"]
    assert f"its text is not here; {len(rows_of(clone, 'claims'))} claims read from it are, without a word of it" in reason
    assert "put your own copy into the folder to see the sentences" in reason


def test_the_timeline_the_map_and_the_matrices_show_the_rows_and_say_that_the_text_is_not_here(clone):
    pages = {
        "claims": views.render_claims(clone),
        "timeline": views.render_timeline(clone),
        "map": views.render_map(clone),
        "coverage": views.render_coverage(clone),
        "positions": views.render_positions(clone),
        "sources": views.render_sources(clone),
        "wordings": views.render_wordings(clone),
    }
    silent = [name for name, page in pages.items() if "text not here" not in str(page)]
    assert silent == []
    assert "Kozinka" in str(pages["map"])
    drawn = re.findall(r"<text[^>]*>([^<]*text not here[^<]*)<", str(pages["timeline"]))
    assert {"border crossing · Kozinka · according to name … [text not here]", "The secret article [text not here]"} <= set(drawn), drawn
    assert "The secret article" in str(pages["coverage"])


@pytest.mark.parametrize("name", FORMATS)
def test_every_export_holds_the_rows_and_says_that_the_text_is_not_here(clone, name):
    told = FORMATS[name][1](clone)
    assert f"{ARTICLE}." in told
    assert "not here" in told
    assert "invented for a test" in told
    json.loads(told)


def test_actors_and_places_count_the_mentions_of_all_articles_once(clone, whole):
    for name in ("actors", "places"):
        key = f"{name[:-1]}_id"
        mine, theirs = (tables[name].set_index(key)["n_mentions"] for tables in (clone, whole))
        shared = mine.index.intersection(theirs.index)
        assert len(shared) >= 3
        assert mine[shared].equals(theirs[shared])


def test_another_text_under_that_name_is_read_as_a_new_one_and_the_rows_stay(root, tmp_path):
    seeds = tmp_path / "seeds"
    write_seeds(seeds, "quotes", text="Kop\n\nDe wethouder zegt dat de brug dicht blijft.\n",
                sha256=read_withheld(root / "rows" / ARTICLE)["articles"]["sha256"].iloc[0])  # fmt: skip
    tables = build_tables(seeds, tmp_path / "tables")
    has_text = tables["articles"].set_index("article_id")["has_text"]
    assert not has_text[ARTICLE]
    assert has_text.sum() == 2
    assert len(rows_of(tables, "claims")) > 5


@pytest.mark.parametrize(
    ("cells", "told"),
    [({"published_on": "2023-05-24"}, "were read against 2023-05-23 of publication, and the card says 2023-05-24"),
     ({"sha256": "0" * 64}, "were read from another text")],
)  # fmt: skip
def test_rows_that_do_not_fit_the_card_are_left_out_and_it_is_said(root, tmp_path, cells, told):
    sha256 = read_withheld(root / "rows" / ARTICLE)["articles"]["sha256"].iloc[0]
    seeds = write_seeds(tmp_path / "seeds", "quotes", text=None, **{"sha256": sha256, **cells})
    tables = build_tables(seeds, tmp_path / "tables")
    assert rows_of(tables, "claims").empty
    assert any(told in reason for reason in tables["unread"]["reason"])


def test_a_run_of_words_that_gets_into_the_rows_is_found_without_the_text(root, tmp_path, monkeypatch):
    words = SECRET.split()
    at = words.index("niets")
    tables = read_withheld(root / "rows" / ARTICLE)
    notice = tables["articles"]["notice"] + " " + " ".join(words[at : at + 5])
    folder = tmp_path / ARTICLE
    write_tables({**tables, "articles": tables["articles"].assign(notice=notice)}, folder, has_parquet=False)
    (folder / "marks.txt").write_bytes((root / "rows" / ARTICLE / "marks.txt").read_bytes())
    with pytest.raises(TableError, match=r"articles\.notice holds words of the text.*write them anew"):
        read_withheld(folder)
    monkeypatch.setattr("helpers.tables.withheld.withheld_folder", lambda article_id="": tmp_path / article_id)
    assert any("articles.notice holds words" in problem for problem in check_everything(root / "seeds"))


def test_a_cell_of_text_that_is_filled_is_found(root, tmp_path):
    tables = read_withheld(root / "rows" / ARTICLE)
    claims = tables["claims"].assign(cue_text=tables["claims"]["cue_text"].mask(tables["claims"]["cue_start_char"].notna(), "zegt"))
    write_tables({**tables, "claims": claims}, tmp_path / ARTICLE, has_parquet=False)
    with pytest.raises(TableError, match=r"cue_text at .* holds words, though has_text says that the text is not here"):
        read_withheld(tmp_path / ARTICLE)


def test_nothing_is_written_where_a_cell_would_hold_five_words_of_the_text(root, tmp_path):
    tables = read_withheld(root / "rows" / ARTICLE)
    told = tables["articles"].assign(notice="Wij hebben daar niets te zoeken")
    with pytest.raises(TableError, match=r"would still stand in articles\.notice; nothing is written"):
        write_withheld({**tables, "articles": told}, tmp_path / ARTICLE, SECRET)
    assert not (tmp_path / ARTICLE).exists()


def test_the_same_text_gives_the_same_bytes_by_path_or_by_id(root, tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for path in ((root / "seeds" / "seeds.csv"), (root / "seeds" / "ander.txt"), (root / "elsewhere" / NAME)):
        (seeds / path.name).write_bytes(path.read_bytes())
    assert main(["withhold", ARTICLE, "--seeds", str(seeds), "--out", str(tmp_path / "rows")]) == 0
    assert hash_tables(tmp_path / "rows" / ARTICLE) == hash_tables(root / "rows" / ARTICLE)
    assert not [path.name for path in (root / "seeds").iterdir() if path.name == NAME]


def test_the_command_says_where_the_rows_are_and_gives_the_card(root, tmp_path, capsys):
    assert main(["withhold", str(root / "elsewhere" / NAME), "--seeds", str(root / "seeds"), "--out", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "Share the folder as data/withheld/geheim" in said
    assert describe_card(root / "rows" / ARTICLE).splitlines()[1] in said


def test_a_file_that_is_not_there_is_said_with_the_articles_that_are(root):
    with pytest.raises(GrenspostError, match=r"no text of 'geheim' in .*one of the articles ander"):
        withhold_article("geheim", root / "seeds")


def test_explain_tells_all_but_the_words(root, clone, capsys):
    claim = rows_of(clone, "claims").query("status == 'denied'").iloc[0]
    assert main(["explain", claim["claim_id"], "--seeds", str(root / "seeds")]) == 0
    said = capsys.readouterr().out
    assert f"text      not here: put {NAME} into the folder of articles" in said
    assert "status    denied" in said


def test_rows_by_other_rules_are_told_in_words_and_are_no_fault(root, tmp_path, monkeypatch, capsys):
    assert [*list_outdated_withheld()] == []
    monkeypatch.setattr("helpers.tables.withheld.hash_rules", lambda: "sha256:of another day")
    [told] = list_outdated_withheld()
    assert told == ("the rows in data/withheld/geheim were made by another version of the rules; whoever has the text can "
                    "write them anew: python -m helpers withhold FILE")  # fmt: skip
    assert main(["check", "--seeds", str(root / "seeds")]) == 0
    assert f"note: {told}" in capsys.readouterr().out
    tables = build_tables(root / "seeds", tmp_path / "tables")
    assert any("by another version of the rules are, without a word" in reason for reason in tables["unread"]["reason"])


@given(st.lists(st.text("abcdefg", min_size=1, max_size=4), min_size=5, max_size=40), st.data())
def test_any_five_words_in_a_row_hold_a_mark(words, data):
    at = data.draw(st.integers(0, len(words) - 5))
    run = " ".join(words[at : at + 5])
    marks = make_marks(" ".join(words), "salt")
    assert [*find_marked([run], marks, "salt")] == [run]
    assert [*find_runs([run], " ".join(words))] == [run]


def test_marks_of_a_text_are_few_and_sorted_and_say_nothing_of_another_text():
    marks = make_marks(SECRET, "geheim")
    assert list(marks) == sorted(set(marks))
    assert len(marks) == len(split_words(SECRET)) // 3
    assert all(len(mark) == 6 for mark in marks)
    assert [*find_marked(["Niemand van de mensen uit de buurt wist daar iets van."], marks, "geheim")] == []


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_rows_hold_no_five_words_of_their_article_and_are_of_use(folder):
    tables = read_withheld(folder)  # it looks for the marks in every cell
    marks = (folder / "marks.txt").read_text(encoding="utf-8").split()
    assert len(marks) > tables["articles"]["n_chars"].iloc[0] / 40
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert [*find_marked((" ".join(row) for row in csv.reader(file)), marks, folder.name)] == [], path.name
    assert len(tables["claims"]) > 20
    assert {"claimed", "denied", "reported"} <= set(tables["claims"]["status"])
    assert tables["actors"]["origin"].eq("curated").sum() >= 5
    assert tables["events"]["event_type"].nunique() >= 5


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_whoever_runs_the_tests_is_told_where_shipped_rows_were_made_by_other_rules(folder, monkeypatch, capsys):
    monkeypatch.setattr("helpers.tables.withheld.withheld_folder", withheld_folder)
    told = [remark for remark in list_outdated_withheld() if folder.name in remark]
    with capsys.disabled():
        sys.stdout.writelines(f"\n{remark}\n" for remark in told)
    stated = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["rules"]
    assert bool(told) == (stated != hash_rules())


def test_there_is_a_shipped_article():
    assert [path.name for path in SHIPPED] == ["000-cad5eb5a275600c8"]
