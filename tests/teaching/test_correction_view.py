"""The correction view, without a browser: a decision is on disk, what cannot be one gets a sentence, the list tells all."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pandas as pd
import pytest

from helpers.model import CodingError
from helpers.tables import build_corrections, correctable_columns, lay_corrections, read_corrections
from helpers.tables._refusals import SENTENCES
from helpers.teaching.correction_view import CorrectionView, render_corrections, show_corrections
from helpers.views._index import TableIndex
from helpers.views.messages import read_messages

Tables = dict[str, pd.DataFrame]
OTTER = "calm-otter-17"


@pytest.fixture
def view(bridge: Tables, bridge_text: str, folder: Path) -> CorrectionView:
    made = CorrectionView(TableIndex(bridge), "claims", "bridge", {"bridge": bridge_text}, folder)
    made.coder.value = OTTER
    made.row.value = bridge["claims"].loc[bridge["claims"]["text"] == "she was asked", "claim_id"].iloc[0]
    return made


def test_a_decision_is_saved_with_its_reason_and_laid_over_at_the_next_build(
    view: CorrectionView, bridge: Tables, bridge_text: str, folder: Path
) -> None:
    view.decision.value, view.column.value, view.value.value = "corrected", "status", "questioned"
    view.reason.value = "she doubts it, says the next sentence"
    view.save.click()
    assert "Saved for calm-otter-17" in view.state.value
    built = {**bridge, "corrections": build_corrections(read_corrections(folder), {"bridge": bridge_text})}
    laid = lay_corrections(built)["claims"].set_index("text")
    assert laid.loc["she was asked", "status"] == "questioned"
    shown = render_corrections(built, language="nl")
    for words in ("verbeter", "denied → questioned", "she doubts it", OTTER, "gevonden in de tekst"):
        assert words in shown


def test_what_cannot_be_saved_gets_a_sentence_and_no_file(view: CorrectionView, folder: Path) -> None:
    view.decision.value = "rejected"
    view.save.click()
    assert "A reason is missing" in view.state.value
    view.coder.value, view.reason.value = "../x", "why"
    view.save.click()
    assert "looks like a path" in view.state.value
    assert not folder.exists()


def test_a_refusal_speaks_the_language_of_the_view(bridge: Tables, bridge_text: str, folder: Path) -> None:
    dutch = CorrectionView(TableIndex(bridge, "nl"), "claims", "bridge", {"bridge": bridge_text}, folder)
    dutch.coder.value, dutch.decision.value = OTTER, "rejected"
    dutch.save.click()
    assert "De reden ontbreekt" in dutch.state.value
    dutch.decision.value, dutch.column.value, dutch.value.value = "corrected", "source_id", "nobody-at-all"
    dutch.reason.value = "x"
    dutch.save.click()
    assert "en dat is geen actor_id uit de tabel actors" in dutch.state.value
    assert not folder.exists()
    with pytest.raises(CodingError, match="Rijen van actors kunnen hier niet"):
        show_corrections(bridge, "bridge", "actors", language="nl")


def test_every_refusal_has_its_row_in_the_catalogue_with_the_same_values() -> None:
    rows = {key.removeprefix("refused."): row for key, row in read_messages().items() if key.startswith("refused.")}
    assert set(rows) == {*SENTENCES, "table"}
    for code, sentence in SENTENCES.items():
        asked = {name for _, name, _, _ in Formatter().parse(sentence) if name}
        for language in ("en", "nl"):
            assert {name for _, name, _, _ in Formatter().parse(rows[code][language]) if name} == asked


def test_the_row_is_shown_with_its_sentence_and_what_the_machine_made_of_it(view: CorrectionView) -> None:
    assert "<mark>she was asked</mark>" in view.shown.value
    assert "Status (status) = denied" in view.shown.value


def test_rows_that_rest_on_no_sentence_are_not_offered(bridge: Tables) -> None:
    with pytest.raises(CodingError, match="cannot be corrected here"):
        show_corrections(bridge, "bridge", "actors")


def test_the_view_is_shown_with_the_list(bridge: Tables, bridge_text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bridge.txt").write_text(bridge_text, encoding="utf-8")
    show_corrections(bridge, "bridge", "quantities", seeds=tmp_path, folder=tmp_path / "corrections")
    assert "Nobody has corrected a row yet" in capsys.readouterr().out


def test_an_id_that_no_row_has_is_refused_with_the_ids_that_it_may_be(view: CorrectionView, folder: Path) -> None:
    view.decision.value, view.column.value, view.value.value = "corrected", "source_id", "Hoek"
    view.reason.value = "the mayor says it"
    view.save.click()
    assert "source_id is “Hoek”, which is no actor_id" in view.state.value
    assert "(Jan Hoek)" in view.state.value
    assert view.reason.value == "the mayor says it"
    assert not folder.exists()


def test_after_saving_the_list_is_new_and_the_reason_is_empty(view: CorrectionView) -> None:
    assert "Nobody has corrected a row yet" in view.listed.value
    view.decision.value, view.column.value, view.value.value = "corrected", "status", "questioned"
    view.reason.value = "she doubts it"
    view.save.click()
    assert "she doubts it" in view.listed.value
    assert "Status (status)" in view.listed.value
    assert (view.reason.value, view.value.value) == ("", "")


def test_a_correction_to_an_id_that_is_gone_says_that_it_is_laid_over_nothing(
    view: CorrectionView, bridge: Tables, bridge_text: str, folder: Path
) -> None:
    actor = bridge["actors"].loc[bridge["actors"]["name"] == "Jan Hoek", "actor_id"].iloc[0]
    view.decision.value, view.column.value, view.value.value = "corrected", "source_id", actor
    view.reason.value = "it is the mayor"
    view.save.click()
    fewer = {**bridge, "actors": bridge["actors"][bridge["actors"]["actor_id"] != actor]}
    built = {**fewer, "corrections": build_corrections(read_corrections(folder), {"bridge": bridge_text})}
    assert f"niet over de rij gelegd: geen rij heeft de id {actor}" in render_corrections(built, language="nl")
    assert "not laid over" not in render_corrections({**built, "actors": bridge["actors"]})


@pytest.mark.parametrize("name", ["claims", "times", "events", "quantities", "mentions", "quotes", "wordings"])
def test_every_column_that_can_be_corrected_has_a_name_for_people(name: str) -> None:
    for column in correctable_columns(name):
        assert set(read_messages()[f"column.{column.name}"]) >= {"en", "nl"}
