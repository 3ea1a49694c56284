"""The coding view, without a browser: every change is on disk, reopening resumes, deleting asks twice."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pytest

from helpers.model import Card
from helpers.pipeline import read_article, read_documents
from helpers.resources.paths import home
from helpers.tables import build_tables
from helpers.teaching import codes
from helpers.teaching.agreement_view import render_disagreements
from helpers.teaching.codes import read_codes, write_code
from helpers.teaching.coding import list_units
from helpers.teaching.coding_view import CodingView, render_comparison, show_coding
from helpers.text import build_document
from helpers.views import message

Tables = dict[str, pd.DataFrame]
OTTER = "calm-otter-17"


def open_view(tables: Tables, folder: Path, name: str = OTTER, language: str = "en") -> CodingView:
    view = CodingView(tables, "bridge", folder=folder, language=language)
    view.name.value = name
    view.begin.click()
    return view


def own_articles(*article_ids: str) -> Tables:
    documents = read_documents(home() / "seeds").documents
    return build_tables([read_article(document) for document in documents if document.article_id in article_ids])


def code_all(view: CodingView, status: str = "claimed") -> None:
    for variable, code in (("source", "newsroom"), ("status", status), ("position", "none")):
        view.choices[variable].value = code


def test_every_choice_is_on_disk_at_once(bridge: Tables, folder: Path) -> None:
    view = open_view(bridge, folder)
    view.choices["status"].value = "denied"
    assert read_codes(OTTER, folder)["status"].tolist() == ["denied"]
    view.after.click()
    assert view.choices["status"].value == ""
    code_all(view)
    assert read_codes(OTTER, folder)["status"].tolist() == ["denied", "claimed"]
    assert "1 of 5 claims coded" in view.state.value
    assert "Saved: claim 2, position" in view.state.value


def test_codes_given_from_two_threads_are_both_kept(
    bridge: Tables, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = open_view(bridge, folder)
    read, meeting = codes.read_codes, threading.Barrier(2)

    def read_and_meet(*given: object, **named: object) -> pd.DataFrame:
        kept = read(*given, **named)
        with suppress(threading.BrokenBarrierError):  # nobody comes where one waits for the other
            meeting.wait(0.5)
        return kept

    monkeypatch.setattr(codes, "read_codes", read_and_meet)
    threads = [threading.Thread(target=setattr, args=(view.choices[variable], "value", code))
               for variable, code in (("status", "denied"), ("source", "newsroom"))]  # fmt: skip
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
        assert not thread.is_alive()
    kept = read(OTTER, folder)
    assert (kept["status"].tolist(), kept["source"].tolist()) == (["denied"], ["newsroom"])


def test_reopening_goes_on_at_the_first_claim_that_is_not_coded(bridge: Tables, folder: Path) -> None:
    view = open_view(bridge, folder)
    code_all(view)
    view.after.click()
    view.choices["status"].value = "denied"
    again = open_view(bridge, folder)
    assert again.claim.value == 1
    assert again.choices["status"].value == "denied"
    again.before.click()
    assert {variable: choice.value for variable, choice in again.choices.items()} == {
        "source": "newsroom", "status": "claimed", "position": "none"}  # fmt: skip


def test_walking_through_the_claims_writes_nothing(bridge: Tables, folder: Path) -> None:
    view = open_view(bridge, folder)
    for _ in range(9):
        view.after.click()
    assert view.claim.value == len(view.units) - 1
    assert not folder.exists()


def test_nothing_can_be_coded_before_there_is_a_pseudonym(bridge: Tables, folder: Path) -> None:
    view = CodingView(bridge, "bridge", folder=folder)
    assert all(choice.disabled for choice in view.choices.values())
    assert view.name.value
    view.name.value = "../../etc/passwd"
    view.begin.click()
    assert "looks like a path" in view.state.value
    view.choices["status"].value = "denied"
    assert not folder.exists()


def test_deleting_asks_twice_and_then_leaves_nothing(bridge: Tables, folder: Path) -> None:
    view = open_view(bridge, folder)
    code_all(view)
    assert view.delete_sure.layout.display == "none"
    view.delete.click()
    assert view.delete_sure.layout.display is None
    assert not read_codes(OTTER, folder).empty
    view.delete_sure.click()
    assert not [*folder.glob("*.csv")]
    assert "are deleted" in view.state.value
    assert view.choices["status"].disabled


def test_the_view_does_not_tell_what_the_rules_found(bridge: Tables, folder: Path) -> None:
    view = open_view(bridge, folder)
    view.claim.value = 1
    assert "<mark>the bridge will stay shut for three weeks</mark>" in view.sentence.value
    assert "rule" not in view.sentence.value.partition("</style>")[2]
    assert view.choices["status"].value == ""


def test_a_coder_is_compared_with_the_rules_and_the_others(bridge: Tables, folder: Path) -> None:
    code_all(open_view(bridge, folder, "wise-heron-40"), "hedged")
    view = open_view(bridge, folder, language="nl")
    code_all(view)
    view.compare.click()
    for words in ("Met de regels", "Met de andere codeurs", "<strong>beweerd</strong>: calm-otter-17"):
        assert words in view.comparison.value


def test_without_a_code_there_is_nothing_to_compare(bridge: Tables) -> None:
    nothing = read_codes(OTTER, Path("no-such-folder"))
    assert "no two coders" in render_comparison(bridge, nothing, nothing, {})


def test_codes_of_an_older_text_are_told_and_kept(bridge: Tables, folder: Path) -> None:
    code_all(open_view(bridge, folder))
    path = folder / f"{OTTER}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(list_units(bridge, "bridge")[0]["sha256"], "older"), encoding="utf-8")
    view = open_view(bridge, folder)
    assert "1 of your codes is for another text" in view.state.value
    assert view.choices["status"].value == ""
    assert len(read_codes(OTTER, folder)) == 1


def test_a_broken_file_is_told_and_left_alone(bridge: Tables, folder: Path) -> None:
    view = open_view(bridge, folder)
    folder.mkdir()
    (folder / f"{OTTER}.csv").write_text("coder;status\n", encoding="utf-8")
    view.choices["status"].value = "denied"
    assert "no column article_id" in view.state.value
    assert (folder / f"{OTTER}.csv").read_text(encoding="utf-8") == "coder;status\n"


def test_a_page_without_a_kernel_says_where_to_code(bridge: Tables, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show_coding(bridge, "bridge", folder=folder, language="nl")
    assert "te coderen in JupyterLab" in capsys.readouterr().out
    assert not folder.exists()


def test_nothing_is_said_to_be_saved_before_something_is(bridge: Tables, folder: Path) -> None:
    view = open_view(bridge, folder, language="nl")
    assert "ewaard" not in view.state.value
    view.choices["source"].value = "newsroom"
    assert "Bewaard: bewering 1, bron" in view.state.value


def break_file(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.csv"
    path.write_text("coder;status\n", encoding="utf-8")
    return path


def test_after_a_start_that_failed_nothing_goes_into_the_file_of_who_was_there_before(bridge: Tables, folder: Path) -> None:
    view = open_view(bridge, folder)
    code_all(view)
    view.compare.click()
    assert view.comparison.value
    before = (folder / f"{OTTER}.csv").read_bytes()
    broken = break_file(folder, "wise-heron-40")
    view.name.value = "wise-heron-40"
    view.begin.click()
    assert "no column article_id" in view.state.value
    assert view.coder == view.comparison.value == ""
    assert all(choice.disabled and choice.value == "" for choice in view.choices.values())
    view.choices["status"].value = "denied"
    assert (folder / f"{OTTER}.csv").read_bytes() == before
    assert broken.read_text(encoding="utf-8") == "coder;status\n"


def test_the_comparison_of_one_pupil_is_gone_when_another_begins(bridge: Tables, folder: Path) -> None:
    view = open_view(bridge, folder)
    code_all(view)
    view.compare.click()
    assert OTTER in view.comparison.value
    view.name.value = "wise-heron-40"
    view.begin.click()
    assert view.comparison.value == ""


def test_a_broken_file_of_another_is_told_and_keeps_nobody_from_comparing(bridge: Tables, folder: Path) -> None:
    code_all(open_view(bridge, folder, "wise-heron-40"), "hedged")
    view = open_view(bridge, folder)
    code_all(view)
    break_file(folder, "tall-gull-11")
    view.compare.click()
    for words in ("With the other coders", "What was left out", "tall-gull-11.csv"):
        assert words in view.comparison.value


def test_claims_with_the_same_words_are_told_apart_by_their_cue() -> None:
    tables = own_articles("nl-2023-05-23-balans", "en-2023-05-24-armour")
    view = CodingView(tables, "nl-2023-05-23-balans", language="nl", show_own_text=True)
    labels = [label for label, _ in view.claim.options[:2]]
    assert [label.rpartition("(")[2] for label in labels] == ["spreken)", "verklaart)"]
    for number, cue in enumerate(("spreken", "verklaart")):
        view.claim.value = number
        view._show_claim()
        assert f"die ‘{cue}’ aankondigt" in view.sentence.value
        assert f"<mark>{cue}</mark>" in view.sentence.value
    english = CodingView(tables, "en-2023-05-24-armour", show_own_text=True)
    other = next(number for number, unit in enumerate(english.units) if unit["source_text"] == "Washington")
    english.claim.value = other
    assert "Washington" in english.sentence.value


def test_the_sentence_of_a_cue_that_stands_elsewhere_is_shown_too() -> None:
    text = "The baker spoke on Monday\n\nThe ovens are cold. This is denied by the cook.\n"
    found = build_tables([read_article(build_document(text, Card("oven.txt", language="en", text_rights="full")))])
    view = CodingView(found, "oven")
    far = [number for number, unit in enumerate(view.units) if unit["cue_text"] == "denied" and "cold" in unit["text"]]
    view.claim.value = far[0]
    view._show_claim()
    assert "<mark>denied</mark> by the cook" in view.sentence.value


def test_positions_stand_under_their_question_and_a_question_is_no_answer(folder: Path) -> None:
    found = own_articles("nl-2023-05-23-balans")
    view = CodingView(found, "nl-2023-05-23-balans", folder=folder, language="nl")
    view.start(OTTER)
    position = view.choices["position"]
    codes = [code for _, code in position.options]
    questions = [code for code in codes if code.startswith("?")]
    assert len(questions) == len(set(questions)) == 5
    answer = next(code for code in codes if code.startswith(f"{questions[0][1:]}."))
    assert codes.index(answer) == codes.index(questions[0]) + 1
    position.value = answer
    assert "Wie voerde de inval uit?" in view.asked.value
    position.value = questions[1]
    assert position.value == answer
    assert read_codes(OTTER, folder)["position"].tolist() == [answer]
    view.after.click()
    assert "Wie voerde de inval uit?" not in view.asked.value


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_rule_for_a_claim_with_several_positions_stands_at_the_choice(folder: Path, language: str) -> None:
    view = CodingView(own_articles("nl-2023-05-23-balans"), "nl-2023-05-23-balans", folder=folder, language=language)
    view.start(OTTER)
    assert message("coding_several", language) in view.asked.value


def test_a_code_on_a_question_that_is_no_longer_offered_is_shown_all_the_same(folder: Path) -> None:
    found = own_articles("nl-2023-05-23-balans")
    unit = list_units(found, "nl-2023-05-23-balans")[0]
    write_code(OTTER, unit, {"position": "poles.joined"}, folder=folder)
    view = CodingView(found, "nl-2023-05-23-balans", folder=folder)
    assert "poles.joined" not in [code for _, code in view.choices["position"].options]
    view.start(OTTER)
    assert view.choices["position"].value == "poles.joined"


def test_a_disagreement_on_one_of_two_claims_with_the_same_words_says_which(folder: Path) -> None:
    found = own_articles("nl-2023-05-23-balans")
    units = list_units(found, "nl-2023-05-23-balans")
    for coder, status in ((OTTER, "claimed"), ("wise-heron-40", "denied")):
        write_code(coder, units[1], {"status": status}, folder=folder)
    codes = pd.concat([read_codes(coder, folder) for coder in (OTTER, "wise-heron-40")])
    shown = render_disagreements(found, codes, language="nl", show_own_text=True)
    assert "die ‘verklaart’ aankondigt" in shown
