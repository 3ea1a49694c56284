"""The correction view, without a browser: a decision is on disk, what cannot be one gets a sentence, the list tells all."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from helpers.model import CodingError
from helpers.tables import build_corrections, lay_corrections, read_corrections
from helpers.teaching.correction_view import CorrectionView, render_corrections, show_corrections
from helpers.views._index import TableIndex

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
    assert "a reason is missing" in view.state.value
    view.coder.value, view.reason.value = "../x", "why"
    view.save.click()
    assert "looks like a path" in view.state.value
    assert not folder.exists()


def test_the_row_is_shown_with_its_sentence_and_what_the_machine_made_of_it(view: CorrectionView) -> None:
    assert "<mark>she was asked</mark>" in view.shown.value
    assert "status = denied" in view.shown.value


def test_rows_that_rest_on_no_sentence_are_not_offered(bridge: Tables) -> None:
    with pytest.raises(CodingError, match="cannot be corrected here"):
        show_corrections(bridge, "bridge", "actors")


def test_the_view_is_shown_with_the_list(bridge: Tables, bridge_text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bridge.txt").write_text(bridge_text, encoding="utf-8")
    show_corrections(bridge, "bridge", "quantities", seeds=tmp_path)
    assert "Nobody has corrected a row yet" in capsys.readouterr().out
