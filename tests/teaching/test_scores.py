"""Scores against hand-coded articles: counted one to one, and every difference is listed."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pandas as pd
import pytest

from helpers.model import Card, Claim, Dispute, Event, Quantity, Reading, ResourceError, Span, Timex, make_id
from helpers.pipeline import read_article, read_documents
from helpers.resources.codebook import read_codebook
from helpers.resources.paths import data_path, home
from helpers.tables import build_tables
from helpers.teaching import read_gold, render_misses, render_scores, score_reading
from helpers.teaching.classes import Coded, read_classes, read_explanations
from helpers.teaching.scores import compare_reading, overlap
from helpers.text import build_document

TEXT = "Volkova says that the gate is shut. Reed denies that it rained on Monday. It could not be verified."
Tables = dict[str, pd.DataFrame]


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.fixture(scope="module")
def tables() -> Tables:
    document = build_document(TEXT, Card("a.txt", language="en"))
    shut, monday, extra = _span("the gate is shut"), _span("Monday"), _span("Reed")
    claim = Claim(make_id("a", "c", shut, None), shut, "source", "indirect", "r")
    times = tuple(Timex(make_id("a", "t", span), span, "day", "relative", "r", edtf="2023-05-22") for span in (extra, monday))
    return build_tables([Reading(document, claims=(claim,), times=times)])


@pytest.fixture(scope="module")
def own_tables() -> Tables:
    return build_tables([read_article(document) for document in read_documents(home() / "seeds").documents])


@pytest.fixture
def gold() -> dict[str, object]:
    return {
        "a": {
            "id": "a",
            "times": [{"text": "Monday", "n": 1, "value": "2023-05-22"}],
            "attributions": [
                {"content": {"text": "the gate is shut", "n": 1}, "status": "claimed"},
                {"content": {"start": 52, "end": 72}, "status": "denied"},
            ],
            "unverified": [{"text": "It could not be verified.", "n": 1}],
        },
        "not-here": {"id": "not-here", "times": [{"start": 0, "end": 3, "value": "2023"}]},
    }


def test_counts_precision_recall_and_f_are_those_worked_out_by_hand(tables: Tables, gold: dict[str, object]) -> None:
    scores = score_reading(tables, gold).set_index("kind")  # type: ignore[arg-type]
    assert list(scores.loc["times", ["n_gold", "n_found", "n_agreed"]]) == [1, 2, 1]
    assert list(scores.loc["times", ["precision", "recall"]]) == [0.5, 1.0]
    assert scores.loc["times", "f"] == pytest.approx(2 / 3)
    assert list(scores.loc["attributions", ["n_gold", "n_found", "n_agreed", "same_detail"]]) == [2, 1, 1, 1.0]
    assert list(scores.loc["unverified", ["n_gold", "n_found", "n_agreed"]]) == [1, 0, 0]


def test_a_share_that_cannot_be_counted_is_missing_and_not_nought(tables: Tables, gold: dict[str, object]) -> None:
    scores = score_reading(tables, gold).set_index("kind")  # type: ignore[arg-type]
    assert scores.loc["places", ["precision", "recall", "f"]].isna().all()
    assert "–" in render_scores(scores.reset_index())


def test_every_difference_is_listed_with_its_sentence(tables: Tables, gold: dict[str, object]) -> None:
    page = render_misses(tables, gold, show_own_text=True)  # type: ignore[arg-type]
    assert "Times: 1 found only by the rules" in page
    assert "<mark>Reed</mark> denies" in page
    assert "Statements of sources: 1 found only by hand" in page


def test_an_event_agrees_in_type_and_a_quantity_in_bounds_and_unit() -> None:
    text = "Three boats came. Nine hens fled from the fighting. A supply of arms followed."
    document = build_document(text, Card("b.txt", language="en"))
    claim = Claim("c", Span(0, len(text)), "newsroom", "narrated", "r")
    three, nine, fled, fight, arms = (Span(text.index(word), text.index(word) + len(word))
                                      for word in ("Three", "Nine", "fled", "fighting", "supply"))  # fmt: skip
    quantities = (Quantity("q1", three, 3, 3, "exact", "vessels", "r"), Quantity("q2", nine, 9, 9, "exact", "other", "r"))
    events = tuple(Event(f"e{n}", span, kind, "c", "reported", "r")
                   for n, (span, kind) in enumerate(((fled, "evacuation"), (fight, "fighting"), (arms, "arms_transfer"))))
    tables = build_tables([Reading(document, claims=(claim,), quantities=quantities, events=events)])
    coded = {"b": {"id": "b",
        "quantities": [{"start": 0, "end": 5, "low": 3, "high": 3, "unit": "vehicles"},
                       {"start": 18, "end": 22, "low": 9, "high": None, "unit": "other"}],
        "events": [{"trigger": {"start": fight.start, "end": fight.end}, "event_type": "battle", "status": "reported"},
                   {"trigger": {"start": fled.start, "end": fled.end}, "event_type": "battle", "status": "reported"}]}}  # fmt: skip
    scores = score_reading(tables, coded).set_index("kind")
    assert list(scores.loc["quantities", ["n_gold", "n_found", "n_agreed", "f", "f_detail"]]) == [2, 2, 2, 1.0, 0.5]
    assert list(scores.loc["events", ["n_gold", "n_found", "n_agreed", "f", "f_detail"]]) == [2, 2, 2, 1.0, 0.5]


def test_every_class_that_is_compared_is_one_of_the_codebook() -> None:
    codebook = read_codebook()
    known = {"events": "event_types", "quantities": "units", "positions": "positions"}
    for layer, file in known.items():
        assert set(read_classes()[layer]) <= {row.key for row in codebook.rows(file)}
    assert {row.key for row in read_codebook().rows("event_types")} == set(read_classes()["events"])


@pytest.mark.parametrize(("other", "share"), [((0, 10), 1.0), ((5, 15), 1 / 3), ((10, 20), 0.0)])
def test_overlap_is_what_is_shared_of_all(other: tuple[int, int], share: float) -> None:
    assert overlap(Coded("a", 0, 10), Coded("a", *other)) == pytest.approx(share)


def test_without_a_coded_article_the_page_says_so(tables: Tables) -> None:
    assert "No article here has been coded by hand" in render_misses(tables, {})
    assert "No article here has been coded by hand" in render_scores(score_reading(tables, {}))


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"id": "a", "times": []}), encoding="utf-8")
    assert read_gold(tmp_path) == {"a": {"id": "a", "times": []}}


def test_a_file_that_is_not_a_coded_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"broken\.json: not a hand-coded article"):
        read_gold(tmp_path)


POSITIONS = "Saboteurs came. Thirteen were hurt and one died. Nobody checked it."


def _positions_by_rule(codes: list[tuple[str, str]]) -> Tables:
    document = build_document(POSITIONS, Card("c.txt", language="en"))
    claims, disputes = {}, []
    for words, position in codes:
        span = Span(POSITIONS.index(words), POSITIONS.index(words) + len(words))
        claims[words] = Claim(make_id("c", "c", span, None), span, "newsroom", "narrated", "r")
        disputes.append(Dispute(f"c.d.{position}", position.split(".")[0], position, claims[words].claim_id, "newsroom", "r"))
    return build_tables([Reading(document, claims=tuple(claims.values()), disputes=tuple(disputes))])


def _positions_by_hand(codes: list[tuple[str, str, str]]) -> dict[str, object]:
    rows = [{"start": POSITIONS.index(words), "end": POSITIONS.index(words) + len(words), "code": code, "name": holder}
            for words, code, holder in codes]  # fmt: skip
    return {"c": {"id": "c", "positions": rows}}


def test_positions_are_paired_only_where_the_position_is_the_same() -> None:
    tables = _positions_by_rule([("Saboteurs came", "who.russians")])
    gold = _positions_by_hand([("Saboteurs", "who-did-it: Ukrainian sabotage group or militants", "newsroom")])
    scores = score_reading(tables, gold).set_index("kind")  # type: ignore[arg-type]
    assert list(scores.loc["positions", ["n_gold", "n_found", "n_agreed"]]) == [1, 1, 0]
    tables = _positions_by_rule([("Saboteurs came", "who.ukrainians")])
    scores = score_reading(tables, gold).set_index("kind")  # type: ignore[arg-type]
    assert list(scores.loc["positions", ["n_gold", "n_found", "n_agreed", "same_detail"]]) == [1, 1, 1, 1.0]


def test_the_holder_is_scored_beside_the_position() -> None:
    tables = _positions_by_rule([("Saboteurs came", "who.ukrainians")])
    gold = _positions_by_hand([("Saboteurs", "who-did-it: Ukrainian sabotage group or militants", "Vera Wiel")])
    scores = score_reading(tables, gold).set_index("kind")  # type: ignore[arg-type]
    assert list(scores.loc["positions", ["n_agreed", "same_detail"]]) == [1, 0.0]


def test_two_positions_of_ours_that_one_code_holds_are_agreed_once_and_neither_is_extra() -> None:
    words = "Thirteen were hurt and one died"
    tables = _positions_by_rule([(words, "harm.wounded"), (words, "harm.killed"), (words, "losses.few")])
    gold = _positions_by_hand([(words, "civilian-harm: 13 wounded, one dead, old woman died in the evacuation", "newsroom")])
    compared = compare_reading(tables, gold, "positions")  # type: ignore[arg-type]
    assert (len(compared.agreed), [item.code for item in compared.extra]) == (1, ["losses.few"])


def test_every_code_of_the_two_tables_stands_in_its_article() -> None:
    gold = read_gold()
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (home() / "seeds").glob("*.txt")}
    for kind in ("positions", "wordings"):
        assert sum(len(coded.get(kind, ())) for coded in gold.values()) > 90
        with (data_path("gold") / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                assert texts[row["article_id"]][int(row["start_char"]) : int(row["end_char"])] == row["text"]


def test_every_position_and_term_of_the_codebook_has_its_counterpart_or_says_that_it_was_not_coded() -> None:
    codebook = read_codebook()
    classes = read_classes()
    assert {row.key for row in codebook.rows("positions")} == set(classes["positions"])
    assert {row["term_id"] for row in codebook.rows("terms")} == set(classes["wordings"])
    assert {"positions", "wordings"} <= set(classes)


def test_a_code_with_a_broken_offset_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "positions.csv").write_text("article_id,start_char,end_char,position,holder\na,one,9,p,h\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"positions\.csv, line 2: not a code .*whole numbers"):
        read_gold(tmp_path)


@pytest.mark.parametrize(("kind", "column", "least"), [
    ("events", "f", 0.85), ("quantities", "f", 0.85), ("positions", "f", 0.85), ("wordings", "f", 0.85),
    ("attributions", "f", 0.85), ("places", "f", 0.95), ("times", "f", 0.95),
])  # fmt: skip
def test_our_own_articles_are_read_as_well_as_the_pages_say(own_tables: Tables, kind: str, column: str, least: float) -> None:
    scores = score_reading(own_tables, read_gold()).set_index("kind")
    assert scores.loc[kind, column] >= least


def test_every_difference_in_positions_and_wordings_is_explained_and_no_explanation_is_stale(own_tables: Tables) -> None:
    gold = read_gold()
    differences = {
        (kind, item.article_id, item.start, item.code)
        for kind in ("positions", "wordings")
        for compared in (compare_reading(own_tables, gold, kind),)
        for item in (*compared.missed, *compared.extra)
    }
    assert set(read_explanations()) == differences
    assert all(len(why) > 20 for why in read_explanations().values())
