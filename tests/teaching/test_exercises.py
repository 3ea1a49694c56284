"""Exercises: a hint, then an example, the answer only on request, and the reason by the rule and the gold."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from helpers.model import CodingError
from helpers.teaching.exercises import (
    Exercise,
    answer_exercise,
    build_choice,
    build_marking,
    build_sorting,
    reveal_answer,
    trim_span,
)
from helpers.teaching.exercises_view import ExerciseView, render_paper, show_exercise

Tables = dict[str, pd.DataFrame]
SHUT = "the bridge will stay shut for three weeks"
ASKED = "she was asked"
BOATS = "On the quay two boats turned back."


def claim(tables: Tables, words: str) -> str:
    claims = tables["claims"]
    return str(claims.loc[claims["text"] == words, "claim_id"].iloc[0])


@pytest.fixture
def choice(bridge: Tables, bridge_gold: dict[str, Any]) -> Exercise:
    return build_choice(bridge, claim(bridge, ASKED), "status", gold=bridge_gold)


def test_a_first_wrong_answer_gets_a_hint_the_next_an_example_and_none_the_answer(choice: Exercise) -> None:
    steps = [answer_exercise(choice, ["claimed"], n_wrong) for n_wrong in range(4)]
    assert [feedback.step for feedback in steps] == ["hint", "example", "example", "example"]
    assert "Look at the word that announces" in " ".join(steps[0].sentences)
    assert "miller" in " ".join(steps[1].sentences)
    assert not any("The answer" in sentence for feedback in steps for sentence in feedback.sentences)


def test_a_right_answer_says_why_by_the_rule_and_the_gold(choice: Exercise) -> None:
    feedback = answer_exercise(choice, ["questioned"], 3)
    told = " ".join(feedback.sentences)
    assert feedback.step == "right"
    for words in ("The statement is announced by “denies”.", "Status “questioned”: A source doubts it.", "The machine read it as “denied”; the coder’s key decides"):
        assert words in told


def test_where_nobody_coded_by_hand_the_rules_answer_and_it_is_said(bridge: Tables) -> None:
    exercise = build_choice(bridge, claim(bridge, ASKED), "status", gold={}, language="nl")
    assert "De sleutel van de codeur heeft deze uitspraak niet" in " ".join(answer_exercise(exercise, ["denied"], 0).sentences)


def test_the_answer_comes_on_request_with_its_reason(choice: Exercise) -> None:
    told = " ".join(reveal_answer(choice).sentences)
    assert told.startswith("The answer: questioned.")
    assert "announced by" in told


def test_no_answer_is_asked_for_and_does_not_count(choice: Exercise) -> None:
    for given in ([], [""]):
        assert answer_exercise(choice, given, 0).step == "empty"


def test_the_answer_is_not_readable_in_the_exercise(bridge: Tables, bridge_gold: dict[str, Any]) -> None:
    exercise = build_marking(bridge, claim(bridge, ASKED), "cue", gold={})
    assert "answer" not in repr(exercise)
    assert exercise.answer[0] not in repr(exercise)


def test_who_says_it_is_chosen_among_those_who_speak_in_the_article(bridge: Tables, bridge_gold: dict[str, Any]) -> None:
    exercise = build_choice(bridge, claim(bridge, BOATS), "source", gold=bridge_gold)
    codes = {code: label for label, code in exercise.options}
    assert {"Jan Hoek", "Vera Wiel"} <= set(codes.values())
    feedback = answer_exercise(exercise, ["newsroom"], 0)
    assert "the newsroom says it itself" in " ".join(feedback.sentences)


@pytest.mark.parametrize(
    ("part", "words"), [("source", "Mayor Jan Hoek"), ("cue", "says"), ("content", f"{SHUT}."), ("content", f" {SHUT}")]
)
def test_a_span_is_marked_whatever_marks_stand_at_its_edges(bridge: Tables, part: Any, words: str) -> None:
    exercise = build_marking(bridge, claim(bridge, SHUT), part, gold={})
    start = exercise.text.index(words)
    assert answer_exercise(exercise, [f"{start}-{start + len(words)}"], 0).step == "right"


def test_a_sentence_with_two_statements_says_which_is_meant(bridge: Tables) -> None:
    view = ExerciseView(build_marking(bridge, claim(bridge, SHUT), "cue", gold={}))
    assert f"The statement in question: “{SHUT}”" in view.box.children[0].value
    by_cue = build_marking(bridge, claim(bridge, SHUT), "content", gold={})
    assert by_cue.items == ("says",)


def test_a_span_that_is_nearly_right_is_told_so_and_a_whole_sentence_is_not(bridge: Tables) -> None:
    exercise = build_marking(bridge, claim(bridge, SHUT), "source", gold={})
    near = answer_exercise(exercise, [f"{exercise.text.index('Jan')}-{exercise.text.index('says') - 1}"], 0)
    assert near.step == "hint"
    assert any("Nearly:" in sentence for sentence in near.sentences)
    assert not any("Nearly:" in s for s in answer_exercise(exercise, [f"0-{len(exercise.text)}"], 0).sentences)


def test_the_gold_decides_what_is_marked(bridge: Tables, bridge_gold: dict[str, Any]) -> None:
    bridge_gold["bridge"]["attributions"][0]["source"]["start"] += len("Mayor ")
    exercise = build_marking(bridge, claim(bridge, SHUT), "source", gold=bridge_gold)
    assert reveal_answer(exercise).sentences[0].startswith("The answer: “Jan Hoek”.")
    assert "The machine read it as “Mayor Jan Hoek”" in exercise.why[0]


def test_sorting_says_how_many_are_right_and_not_which(bridge: Tables) -> None:
    exercise = build_sorting(bridge, [claim(bridge, words) for words in (SHUT, ASKED, BOATS)], gold={})
    feedback = answer_exercise(exercise, ["claimed", "claimed", "reported"], 0)
    assert "2 of 3 are right." in feedback.sentences
    assert "1 of 3 is right." in answer_exercise(exercise, ["claimed", "claimed", "claimed"], 0).sentences
    assert answer_exercise(exercise, ["claimed", "denied", "reported"], 1).step == "right"
    assert [sentence[:2] for sentence in reveal_answer(exercise).sentences] == ["1.", "2.", "3."]


def test_a_question_about_a_word_marks_that_word_and_says_whose_it_is(bridge: Tables) -> None:
    exercise = build_choice(bridge, claim(bridge, SHUT), "source", gold={}, word="shut")
    assert exercise.question == "Whose word is “shut” here?"
    assert "<mark>shut</mark>" in ExerciseView(exercise).box.children[0].value
    told = " ".join(reveal_answer(exercise).sentences)
    assert "the word “shut” that is asked about: it stands in what Jan Hoek says" in told
    of_newsroom = build_choice(bridge, claim(bridge, BOATS), "source", gold={}, word="boats")
    assert "the newsroom chose it" in " ".join(answer_exercise(of_newsroom, ["newsroom"], 0).sentences)
    with pytest.raises(CodingError, match="'ship' does not stand in"):
        build_choice(bridge, claim(bridge, BOATS), "source", gold={}, word="ship")


def test_each_statement_to_be_sorted_is_marked_in_its_sentence_and_every_status_explained(bridge: Tables) -> None:
    exercise = build_sorting(bridge, [claim(bridge, words) for words in (SHUT, BOATS)], gold={})
    shown = [child.value for child in ExerciseView(exercise).box.children if hasattr(child, "value")]
    assert f"<mark>{SHUT}</mark>" in "".join(map(str, shown))
    assert f"<mark>{BOATS}</mark>" in "".join(map(str, shown))
    for told in (str(shown[0]), str(render_paper(exercise))):
        assert all(f"<strong>{label}</strong>: " in told for label, _ in exercise.options)


def test_a_reason_is_in_plain_words_without_the_name_of_a_rule(bridge: Tables) -> None:
    for claim_id in bridge["claims"]["claim_id"]:
        why = build_choice(bridge, claim_id, "status", gold={}).why[0]
        rules = bridge["claims"].set_index("claim_id").loc[claim_id, "rule"].split(" + ")
        assert not any(rule in why for rule in rules)


def test_a_claim_that_makes_no_exercise_gets_a_sentence(bridge: Tables) -> None:
    with pytest.raises(CodingError, match="choose another claim"):
        build_marking(bridge, claim(bridge, BOATS), "cue", gold={})
    with pytest.raises(CodingError, match="no row nowhere"):
        build_choice(bridge, "nowhere", "status", gold={})
    closed = {**bridge, "articles": bridge["articles"].assign(text_rights="none")}
    with pytest.raises(CodingError, match="kies een andere bewering"):
        build_choice(closed, claim(bridge, SHUT), "status", gold={}, language="nl")


@pytest.mark.parametrize(("text", "span", "trimmed"), [("“six men”,", (0, 10), (1, 8)), ("...", (0, 3), (0, 3)), ("a b", (1, 3), (2, 3))])
def test_the_edges_of_a_span_are_trimmed(text: str, span: tuple[int, int], trimmed: tuple[int, int]) -> None:
    assert trim_span(text, *span) == trimmed


def test_the_widgets_answer_wrong_then_right(choice: Exercise) -> None:
    view = ExerciseView(choice)
    view.check.click()
    assert (view.n_wrong, "Give an answer first" in view.feedback.value) == (0, True)
    view.controls[0].value = "claimed"
    view.check.click()
    assert "Look at the word that announces" in view.feedback.value
    view.check.click()
    assert "miller" in view.feedback.value
    view.controls[0].value = "questioned"
    view.check.click()
    assert "Right." in view.feedback.value
    view.reveal.click()
    assert "The answer: questioned." in view.feedback.value


def test_words_are_marked_with_a_slider_and_shown(bridge: Tables) -> None:
    view = ExerciseView(build_marking(bridge, claim(bridge, SHUT), "source", gold={}))
    view.controls[0].value = (0, 2)
    assert "<mark>Mayor Jan Hoek</mark>" in view.marked.value
    view.check.click()
    assert "Right." in view.feedback.value


def test_statements_are_sorted_with_a_choice_each(bridge: Tables) -> None:
    view = ExerciseView(build_sorting(bridge, [claim(bridge, words) for words in (SHUT, ASKED)], gold={}, language="nl"))
    view.controls[0].value, view.controls[1].value = "claimed", "denied"
    view.check.click()
    assert "Goed." in view.feedback.value
    assert len(view.box.children[:-1]) == 8  # the last one guards the keys and takes no room


def test_an_exercise_is_shown(choice: Exercise, capsys: pytest.CaptureFixture[str]) -> None:
    show_exercise(choice)
    shown = capsys.readouterr().out
    assert "VBox" in shown
    assert "here it can be done on paper" in shown


def test_the_question_on_paper_holds_no_answer(bridge: Tables) -> None:
    exercise = build_marking(bridge, claim(bridge, SHUT), "cue", gold={})
    shown = render_paper(exercise).partition("</style>")[2]
    assert exercise.text in shown
    assert "“says”" not in shown
    assert exercise.answer[0] not in shown
