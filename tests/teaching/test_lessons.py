"""The two lessons: whole in both languages, ninety minutes by their own plans, every exercise built from its article."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.model import ResourceError
from helpers.teaching.exercises import answer_exercise, reveal_answer
from helpers.teaching.lessons import (
    LANGUAGES,
    Lesson,
    build_exercise,
    find_claim,
    list_lessons,
    open_lesson,
    read_entries,
    teaching_folder,
)
from helpers.teaching.workbooks import read_source
from helpers.views import message

BOTH = [(lesson_id, language) for lesson_id in ("who_says_so", "two_reports") for language in LANGUAGES]


@pytest.fixture(params=BOTH, ids=lambda pair: "-".join(pair))
def lesson(request: pytest.FixtureRequest) -> Lesson:
    return open_lesson(request.param[0], language=request.param[1])


def plan_of(lesson: Lesson) -> str:
    return (lesson.folder / f"plan_{lesson.language}.md").read_text(encoding="utf-8")


def time_plan(lesson: Lesson) -> list[tuple[int, str]]:
    rows = re.findall(r"^\| (\d+) \| (\d+ [^|]+?) \|", plan_of(lesson), flags=re.MULTILINE)
    return [(int(minutes), step) for minutes, step in rows]


def test_there_are_two_lessons_in_their_order() -> None:
    assert list_lessons() == ("who_says_so", "two_reports")


def test_a_lesson_holds_its_articles_alone_and_all_may_be_handed_out(lesson: Lesson) -> None:
    articles = lesson.tables["articles"]
    assert sorted(articles["article_id"]) == sorted(lesson.article_ids)
    assert set(articles["text_rights"]) == {"full"}
    assert set(articles["language"]) == {lesson.language}


def test_the_minutes_of_the_plan_add_up_to_ninety(lesson: Lesson) -> None:
    plan = time_plan(lesson)
    assert len(plan) == 7
    assert sum(minutes for minutes, _ in plan) == lesson.minutes == 90


def test_the_steps_of_the_plan_are_those_of_the_workbook_with_the_same_minutes(lesson: Lesson) -> None:
    prose = "\n".join(cell.source for cell in read_source(lesson.folder).cells
                      if cell.cell_type == "markdown" and lesson.language in cell.metadata["tags"]
                      and "paper" not in cell.metadata["tags"])  # fmt: skip
    steps = re.findall(r"^## (\d+ .+?) \((\d+) minut", prose, flags=re.MULTILINE)
    assert [(int(minutes), step) for step, minutes in steps] == time_plan(lesson)


@pytest.mark.parametrize("part", [
    ("Objectives", "Doelen"), ("Prerequisites", "Voorkennis"), ("Content note", "Waarschuwing vooraf"),
    ("In 45 minutes", "In 45 minuten"), ("Differentiation", "Differentiatie"),
    ("Questions for discussion", "Vragen voor een gesprek"), ("What", "Wat"),
    ("If the network or the projector fails", "Als het netwerk of de beamer uitvalt"),
    ("What pupils get wrong|What students get wrong", "Wat leerlingen fout doen|Wat studenten fout doen"),
])  # fmt: skip
def test_a_plan_has_every_part_that_a_teacher_needs(lesson: Lesson, part: tuple[str, str]) -> None:
    assert re.search(part[LANGUAGES.index(lesson.language)], plan_of(lesson))


def test_the_short_form_of_a_plan_takes_no_more_than_45_minutes(lesson: Lesson) -> None:
    short = re.search(r"^## In 45 minut.*?(?=^## )", plan_of(lesson), flags=re.MULTILINE | re.DOTALL)
    assert short
    minutes = [int(number) for number in re.findall(r"(?:in (\d+)(?: minut|\b(?! minut))|\((\d+)\))", short[0].partition("\n")[2]) for number in number if number]
    assert 35 <= sum(minutes) <= 45


def test_both_languages_have_the_same_plan_step_by_step() -> None:
    for lesson_id in list_lessons():
        plans = [plan_of(open_lesson(lesson_id, language=language)) for language in LANGUAGES]
        minutes = [[minute for minute, _ in time_plan(open_lesson(lesson_id, language=language))] for language in LANGUAGES]
        assert minutes[0] == minutes[1]
        assert len({len(re.findall(r"^## ", plan, flags=re.MULTILINE)) for plan in plans}) == 1
        assert len({len(re.findall(r"^\d\. ", plan, flags=re.MULTILINE)) for plan in plans}) == 1


def test_the_content_note_stands_in_the_plan_and_before_the_first_article_of_the_workbook(lesson: Lesson) -> None:
    first = lesson.note.split(".")[0]
    assert first in plan_of(lesson)
    cells = [cell for cell in read_source(lesson.folder).cells
             if not set(cell.metadata.get("tags", [])) & (set(LANGUAGES) - {lesson.language})]  # fmt: skip
    noted = next(number for number, cell in enumerate(cells) if first in cell.source)
    shown = next(number for number, cell in enumerate(cells) if cell.source.startswith("render_article"))
    assert noted < shown


def test_what_a_plan_counts_is_so(lesson: Lesson) -> None:
    told = re.search(r"(\d+) (?:voices|stemmen) in (?:these|deze) (\d+)", plan_of(lesson))
    if lesson.lesson_id == "who_says_so":
        claims, sentences = lesson.tables["claims"], lesson.tables["sentences"]
        article_id = lesson.article_ids[0]
        voices = claims.loc[claims["article_id"] == article_id, "source_id"].dropna().nunique()
        assert told
        assert (int(told[1]), int(told[2])) == (voices, int((sentences["article_id"] == article_id).sum()))
    else:
        assert told is None


def test_every_exercise_is_built_and_its_own_answer_is_right(lesson: Lesson) -> None:
    assert len(lesson.exercise_ids) == 11
    for exercise_id in lesson.exercise_ids:
        exercise = build_exercise(lesson, exercise_id)
        step = answer_exercise(exercise, exercise.answer, 0).step
        assert step == ("kept" if exercise.kind == "write" else "right"), exercise_id
        assert reveal_answer(exercise).sentences[0]


def test_every_kind_of_exercise_is_in_each_lesson(lesson: Lesson) -> None:
    assert {entry["kind"] for entry in lesson.entries.values()} == {"choose", "mark", "sort", "write"}


@pytest.mark.parametrize("lesson_id", ["who_says_so", "two_reports"])
def test_both_languages_have_the_same_exercises(lesson_id: str) -> None:
    english, dutch = (open_lesson(lesson_id, language=language) for language in LANGUAGES)
    for exercise_id in english.exercise_ids:
        one, other = (build_exercise(lesson, exercise_id) for lesson in (english, dutch))
        assert (one.kind, one.about, len(one.items)) == (other.kind, other.about, len(other.items))
        assert one.question != other.question
        assert one.fingerprint != other.fingerprint


def test_the_key_of_an_exercise_is_the_coding_by_hand_wherever_there_is_one(lesson: Lesson) -> None:
    for exercise_id, entry in lesson.entries.items():
        if entry["kind"] != "write":
            coded = entry[f"article_{lesson.language}"] in lesson.gold
            by_rule_alone = message("why_no_gold", lesson.language)
            why = " ".join(build_exercise(lesson, exercise_id).why)
            assert (by_rule_alone not in why) == coded, exercise_id


def test_an_answer_in_ones_own_words_is_asked_for_without_naming_a_winner(lesson: Lesson) -> None:
    for entry in lesson.entries.values():
        words = f"{entry[f'ask_{lesson.language}']} {entry[f'model_{lesson.language}']}"
        assert not re.search(r"\b(lies|liar|truth|propaganda|leugen|waarheid)\b", words, flags=re.IGNORECASE)


def test_what_is_missing_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="there are who_says_so, two_reports"):
        open_lesson("no_such_lesson")
    with pytest.raises(ResourceError, match="in 'fr'"):
        open_lesson("who_says_so", language="fr")
    lesson = open_lesson("who_says_so")
    with pytest.raises(ResourceError, match="it has find_source, find_cue"):
        build_exercise(lesson, "nothing")
    with pytest.raises(ResourceError, match=r"0 claims .* choose other words"):
        find_claim(lesson.tables, lesson.article_ids[0], "No such words")
    (tmp_path / "exercises.csv").write_text("exercise_id,kind\na,mark\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="no column about"):
        read_entries(tmp_path)
    rows = (teaching_folder() / "1_who_says_so" / "exercises.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "exercises.csv").write_text("\n".join([rows[0], rows[1], rows[1]]) + "\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="stands twice"):
        read_entries(tmp_path)
