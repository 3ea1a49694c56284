"""The two lessons: whole in both languages, ninety minutes by their own plans, every exercise built from its article."""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from helpers.model import ResourceError
from helpers.pipeline import read_documents
from helpers.resources.paths import home
from helpers.teaching._codable import list_codable
from helpers.teaching._exercise_keys import find_unit
from helpers.teaching._frame_words import quote_cue
from helpers.teaching.agreement import cohen_kappa
from helpers.teaching.agreement_view import LEAST_UNITS
from helpers.teaching.coding import STATUSES, gold_codes, list_units
from helpers.teaching.exercises import answer_exercise, reveal_answer
from helpers.teaching.lessons import (
    LANGUAGES,
    Lesson,
    build_exercise,
    find_claim,
    find_claims,
    list_coded,
    list_lessons,
    open_lesson,
    read_entries,
    teaching_folder,
)
from helpers.teaching.workbooks import read_source
from helpers.views import message, word
from helpers.views.messages import tell_notice

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


def text_of(lesson: Lesson, number: int) -> str:
    """The words of one article of a lesson."""
    sentences = lesson.tables["sentences"]
    return " ".join(sentences.loc[sentences["article_id"] == lesson.article_ids[number], "text"])


def prose_of(lesson: Lesson) -> str:
    """Everything that plan and workbook say in the language of a lesson."""
    cells = [cell.source for cell in read_source(lesson.folder).cells
             if cell.cell_type == "markdown" and lesson.language in cell.metadata["tags"]]  # fmt: skip
    return "\n".join([plan_of(lesson), *cells])


NUMBERS = {"two": 2, "three": 3, "four": 4, "seven": 7, "eight": 8, "ten": 10, "twelve": 12, "fifteen": 15, "één": 1, "twee": 2,
           "drie": 3, "vier": 4, "zeven": 7, "acht": 8, "tien": 10, "twaalf": 12, "vijftien": 15}  # fmt: skip


def told(lesson: Lesson, pattern: str) -> set[int]:
    """The numbers that plan and workbook put before or into these words; at least one, else the test proves nothing."""
    found = {NUMBERS[word.casefold()] for word in re.findall(pattern, prose_of(lesson), flags=re.IGNORECASE)}
    assert found, pattern
    return found


def test_the_voices_and_sentences_that_a_plan_counts_are_those_of_the_article(lesson: Lesson) -> None:
    found = re.search(r"(\d+) (?:voices|stemmen) in (?:these|deze) (\d+)", plan_of(lesson))
    assert bool(found) == (lesson.lesson_id == "who_says_so")
    if found:
        claims, sentences = lesson.tables["claims"], lesson.tables["sentences"]
        article_id = lesson.article_ids[0]
        voices = claims.loc[claims["article_id"] == article_id, "source_id"].dropna().nunique()
        assert (int(found[1]), int(found[2])) == (voices, int((sentences["article_id"] == article_id).sum()))


def test_the_exercises_that_a_plan_counts_are_those_of_its_step(lesson: Lesson) -> None:
    """“four exercises” in the row of step 3 are four tasks under the heading of step 3."""
    steps: dict[str, list[str]] = {}
    number = ""
    for cell in read_source(lesson.folder).cells:
        heading = re.match(r"## (\d) ", cell.source)
        number = heading[1] if heading else number
        task = re.match(r'show_task\(desk, "(\w+)"', cell.source)
        if task:
            steps.setdefault(number, []).append(lesson.entries[task[1]]["kind"])
    rows = re.findall(r"^\| \d+ \| (\d) [^|]+\|[^|]*?(\w+) (exercises|opdrachten|written|geschreven)", plan_of(lesson), flags=re.MULTILINE)
    assert len(rows) == 3
    for step, many, what in rows:
        assert NUMBERS[many] == sum((kind == "write") == what.startswith(("writ", "gesch")) for kind in steps[step]), step


def test_the_claims_to_be_coded_are_as_many_as_is_said(lesson: Lesson) -> None:
    wanted = {"en": r"(?:code|the) (\w+) claims", "nl": r"(?:codeer|codeer zelf|de|codeer de) (\w+) beweringen"}[lesson.language]
    assert told(lesson, wanted) == {lesson.n_coded} == {len(list_coded(lesson))}


def test_the_words_for_a_status_are_as_many_as_is_said() -> None:
    for language, pattern in (("en", r"the (\w+) words mean"), ("nl", r"de (\w+) woorden betekenen")):
        assert told(open_lesson("who_says_so", language=language), pattern) == {len(STATUSES)}


def test_the_words_for_people_with_weapons_are_those_of_the_lessons_articles() -> None:
    for language, pattern in (("en", r"people with weapons are called (.+?)\."), ("nl", r"mensen met wapens heten (.+?)\.")):
        lesson = open_lesson("who_says_so", language=language)
        found = re.search(pattern, prose_of(lesson))
        assert found
        words = re.sub(r"\b(?:the|a) ", "", found[1]).split(", ")
        assert len(words) == 6
        articles = " ".join(text_of(lesson, number) for number in (0, 1)).casefold()
        assert [word for word in words if word.casefold() not in articles] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_days_of_the_two_reports_and_the_number_of_our_articles_are_so(language: str) -> None:
    lesson = open_lesson("two_reports", language=language)
    days = [f"{day.day} {'May' if language == 'en' else 'mei'} {day.year}"
            for day in lesson.tables["articles"].set_index("article_id").loc[list(lesson.article_ids), "published_on"]]  # fmt: skip
    pattern = r"Report A is of (.+?), report B of (.+?)\." if language == "en" else r"Verslag A is van (.+?), verslag B van (.+?)\."
    assert re.findall(pattern, plan_of(lesson)) == [tuple(days)]
    many = told(lesson, r"all (\w+) articles" if language == "en" else r"alle (\w+) artikelen")
    assert many == {len(read_documents(home() / "seeds").documents)}


@pytest.mark.parametrize(("language", "words", "reports"), [
    ("en", "two dead", "A"), ("en", "lost two men", "B"), ("en", "70", "A"), ("en", "forty kilometres", "B"),
    ("en", "as finished", "A"), ("en", "two men lightly hurt", "A"), ("en", "two of its men were lightly hurt", "B"),
    ("nl", "zeventig", "A"), ("nl", "veertig kilometer", "B"), ("nl", "verloor naar eigen zeggen twee man", "B"), ("nl", "39", "A"),
    ("nl", "gaat door, houden zij vol", "A"), ("nl", "afgerond", "B"), ("nl", "twee lichtgewonden", "B"), ("nl", "groen licht", "B"),
    ("en", "could not establish", "B"), ("en", "driven out", "B"), ("nl", "allemaal verdreven", "B"),
])  # fmt: skip
def test_what_plan_and_model_answers_say_of_a_report_stands_in_that_report_alone(language: str, words: str, reports: str) -> None:
    lesson = open_lesson("two_reports", language=language)
    assert "".join(letter for number, letter in enumerate("AB") if words in text_of(lesson, number)) == reports


def test_the_two_dutch_reports_share_one_passage_of_two_sentences() -> None:
    lesson = open_lesson("two_reports", language="nl")
    assert "delen één passage van twee zinnen" in plan_of(lesson)
    sentences = lesson.tables["sentences"]
    ones, others = (sentences.loc[sentences["article_id"] == article_id, "text"].tolist() for article_id in lesson.article_ids)
    alike = [(i, j) for i, one in enumerate(ones) for j, other in enumerate(others)
             if difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.9]  # fmt: skip
    (first, other), (second, another) = alike
    assert (second, another) == (first + 1, other + 1)


def test_the_statement_that_a_plan_says_the_rules_missed_is_missed() -> None:
    lesson = open_lesson("two_reports")
    assert "Ponomarev’s strip is not in the column of the question on the end" in plan_of(lesson)
    claim_id = find_claim(lesson.tables, lesson.article_ids[1], "His fighters still hold a border strip")
    assert claim_id not in set(lesson.tables["disputes"]["claim_id"])


def test_one_code_of_ten_moves_kappa_by_what_the_plan_says_and_ten_claims_show_it() -> None:
    for language, words in (("en", "moves kappa by 0.1 or more"), ("nl", "kappa met 0,1 of meer")):
        assert words in plan_of(open_lesson("two_reports", language=language))
    for codes in (["yes"] * 5 + ["no"] * 5, ["yes"] * 9 + ["no"], [str(number) for number in range(10)]):
        changed = ["no" if codes[0] == "yes" else "other", *codes[1:]]
        moved = cohen_kappa(pd.DataFrame({"ann": codes, "bea": codes})) - cohen_kappa(pd.DataFrame({"ann": codes, "bea": changed}))
        assert moved >= 0.1 - 1e-9
    assert LEAST_UNITS == 10


def test_no_claim_that_is_coded_was_in_an_exercise(lesson: Lesson) -> None:
    asked = {claim_id for exercise_id in lesson.exercise_ids for claim_id in find_claims(lesson, exercise_id)}
    coded = [unit["claim_id"] for unit in list_coded(lesson)]
    assert len(set(coded)) == len(coded) == lesson.n_coded
    assert not asked & set(coded)
    assert len(asked) > 8


def test_what_is_coded_is_a_whole_statement_of_the_text_that_the_coder_has_a_code_for(lesson: Lesson) -> None:
    sentences = lesson.tables["sentences"].set_index("sentence_id")
    codes = gold_codes(lesson.tables, lesson.gold, lesson.article_ids[0]).set_index("claim_id")["source"]
    units = list_coded(lesson)
    for unit in units:
        row = sentences.loc[unit["sentence_id"]]
        assert row["part"] in {"intro", "body"}
        assert codes[unit["claim_id"]] not in {"", "other"}
        assert unit["cue_start_char"] is None or row["start_char"] <= unit["cue_start_char"] < row["end_char"]
    assert len({(unit["start_char"], unit["end_char"]) for unit in units}) == len(units)


def test_no_fragment_and_nothing_whose_denial_is_cut_off_is_coded() -> None:
    lesson = open_lesson("two_reports")
    article_id = lesson.article_ids[0]
    codable = {unit["text"] for unit in list_codable(lesson.tables, lesson.gold, article_id)}
    everything = {unit["text"] for unit in list_units(lesson.tables, article_id)}
    left_out = {"The Freedom of Russia Legion did", "had Kyiv asked for one", "Seventy dead, or two",
                "on the Ukrainian side, as he looked at the pictures on his phone",
                "Doubts in Washington over American armour seen in Belgorod raid"}  # fmt: skip
    assert left_out <= everything
    assert not left_out & codable
    assert "He thus went further than Oleksiy Danilov, the secretary of the security council" in codable
    washington = [unit for unit in list_codable(lesson.tables, lesson.gold, article_id) if unit["text"].startswith("At least three")]
    assert [unit["cue_text"] for unit in washington] == ["according to"]


def spans_of(coded: Mapping[str, Any], unit: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The attributions of the coder that share a character with a claim."""
    return [item for item in coded["attributions"]
            if item["content"]["start"] < unit["end_char"] and unit["start_char"] < item["content"]["end"]]  # fmt: skip


def test_no_feedback_says_that_rules_and_key_agree_where_they_differ(lesson: Lesson) -> None:
    """Read from the coder's file itself: who speaks, by which word, with which status, in which words."""
    language, n_checked = lesson.language, 0
    for exercise_id in lesson.exercise_ids:
        exercise = build_exercise(lesson, exercise_id)
        for claim_id, why, answer in zip(find_claims(lesson, exercise_id), exercise.why, exercise.answer, strict=False):
            unit = find_unit(lesson.tables, claim_id, language)
            coded = lesson.gold.get(unit["article_id"])
            if not coded or message("why_gold_differs", language, machine="").partition("“")[0].partition("‘")[0] in why:
                continue
            near, n_checked = spans_of(coded, unit), n_checked + 1
            if message("why_newsroom", language) in why:
                assert not near, exercise_id
            if message("why_cue", language, cue=quote_cue(lesson.tables, unit)) in why:
                assert any(item["cue"] and item["cue"]["start"] <= unit["cue_start_char"] < item["cue"]["end"] for item in near), exercise_id
            if message("why_gold", language) in why and exercise.about in {"status", "sort"} and unit["voice"] == "source":
                assert answer in {item["status"] for item in near}, exercise_id
            if message("why_gold", language) in why and exercise.kind == "mark":
                part = exercise.about.removeprefix("mark_")
                prefix = "" if part == "content" else f"{part}_"
                ours = {"start": unit[f"{prefix}start_char"], "end": unit[f"{prefix}end_char"]}
                assert any({key: item[part][key] for key in ours} == ours for item in near if item[part]), exercise_id
    assert n_checked >= 6


def test_a_position_that_the_key_gives_to_a_source_is_not_called_the_newsrooms() -> None:
    told = " ".join(build_exercise(open_lesson("two_reports", language="nl"), "position_in_a_figure").why)
    assert "de redactie zegt het zelf" not in told
    assert "aangekondigd door ‘balans’" in told
    assert "De sleutel van de codeur heeft dezelfde positie." in told


def test_a_pronoun_is_told_whoever_is_meant_by_it() -> None:
    for language, words in (("en", "“he” is Vyacheslav Gladkov."), ("nl", "‘hij’ is Vjatsjeslav Gladkov.")):
        assert words in " ".join(build_exercise(open_lesson("who_says_so", language=language), "who_is_he").why)


def test_a_separable_verb_is_quoted_whole() -> None:
    exercise = build_exercise(open_lesson("who_says_so", language="nl"), "find_content")
    assert exercise.items == ("deelde … mee",)
    assert "aangekondigd door ‘deelde … mee’" in exercise.why[0]


@pytest.mark.parametrize(("lesson_id", "language", "words"), [
    ("who_says_so", "nl", "zou"), ("two_reports", "nl", "niet duidelijk of"), ("two_reports", "en", "could not … verified"),
])  # fmt: skip
def test_the_reason_for_unverified_names_the_word_and_the_meaning_is_that_of_the_guideline(lesson_id: str, language: str, words: str) -> None:
    exercise = build_exercise(open_lesson(lesson_id, language=language), "sort_status")
    why = exercise.why[exercise.answer.index("unverified")]
    assert message("why_doubt", language, words=words) in why
    meaning = word("status_meaning", "unverified", language)
    assert meaning in why
    for part in (("hearsay", "not clear", "somebody else") if language == "en" else ("horen zeggen (zou", "niet duidelijk", "een ander")):
        assert part in meaning
    for key in ("example.status", "example.sort"):
        assert ("hearsay" if language == "en" else "horen zeggen is (zou)") in message(key, language)


def test_no_claim_is_asked_about_in_two_exercises(lesson: Lesson) -> None:
    asked = [claim_id for exercise_id in lesson.exercise_ids for claim_id in find_claims(lesson, exercise_id)]
    assert len(asked) == len(set(asked))


def test_what_shows_the_codes_of_the_machine_comes_behind_the_coding() -> None:
    sources = [cell.source for cell in read_source(open_lesson("two_reports").folder).cells if cell.cell_type == "code"]
    coding = sources.index("show_coding_task(desk)")
    shown = [number for number, source in enumerate(sources) if re.search(r"^render_(?:sides|quantities|coverage|unknown)\(", source, re.MULTILINE)]
    assert len(shown) >= 4
    assert min(shown) > coding


def test_a_model_answer_names_nobody_and_no_number_that_its_articles_do_not_have(lesson: Lesson) -> None:
    articles = " ".join(text_of(lesson, number) for number in range(len(lesson.article_ids)))
    days = {str(day.day) for day in lesson.tables["articles"]["published_on"]} | {"May"}
    for exercise_id, entry in lesson.entries.items():
        model = entry[f"model_{lesson.language}"]
        named = re.findall(r"(?<=[\w,;(] )[A-Z][\w’]+|\(?\b\d+", re.sub(r"\b(?:Report|Verslag|report|verslag) [AB]\b|\b[AB]\b", "", model))
        unknown = {word.strip("(").removesuffix("’s") for word in named} - days
        assert [word for word in unknown if word not in articles] == [], exercise_id


def test_every_notice_of_our_articles_is_there_in_dutch() -> None:
    cards = [home() / "seeds" / "seeds.csv", *teaching_folder().glob("*/articles/seeds.csv")]
    rows = [row for path in cards for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())]
    notices = {row["notice"] for row in rows if row["notice"]}
    assert len(notices) >= 3
    for notice in notices:
        assert tell_notice(notice, "en") == notice
        assert tell_notice(notice, "nl") != notice


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
