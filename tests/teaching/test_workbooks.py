"""Workbook and solution come from one source: they cannot drift, neither between themselves nor between two languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from helpers.teaching.lessons import LANGUAGES, build_exercise, find_lesson, list_lessons, open_lesson
from helpers.teaching.workbooks import KINDS, read_leads, read_source, render_workbooks, write_workbooks

MADE = {f"{path.parent.name}/{path.stem}": (path, text) for path, text in render_workbooks()}
DOORS = {"teaching", "views"}


@pytest.fixture(params=MADE, ids=str)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def notebook(name: str) -> Any:
    found = nbformat.reads(MADE[name][1], as_version=4)
    nbformat.validate(found)
    return found


def code(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_a_workbook_and_a_solution_of_each_lesson_in_each_language() -> None:
    assert len(MADE) == len(list_lessons()) * len(KINDS) * len(LANGUAGES) == 8


def test_the_file_in_the_repository_is_the_one_that_its_source_gives(name: str) -> None:
    path, text = MADE[name]
    assert path.read_text(encoding="utf-8") == text


def test_the_workbook_holds_no_solution_and_the_solution_no_open_task(name: str, notebook: Any) -> None:
    tags = {tag for cell in notebook.cells for tag in cell.metadata.get("tags", [])}
    shown = "\n".join(cell.source for cell in code(notebook))
    if "workbook" in name:
        assert not tags & {"solution", "teacher"}
        assert "render_solution(" not in shown
        assert shown.count("show_task(desk") == 11
    else:
        assert "task" not in tags
        assert "show_task(" not in shown
        assert shown.count("render_solution(lesson") == 11


def test_no_notebook_holds_the_answer_to_an_exercise(name: str) -> None:
    lesson_id, language = name.split("/")[0][2:], name[-2:]
    for entry in open_lesson(lesson_id, language=language).entries.values():
        model = entry[f"model_{language}"]
        assert not model or model[:40] not in MADE[name][1]


def test_solution_and_workbook_differ_only_where_a_tag_says_so() -> None:
    for lesson_id in list_lessons():
        source = read_source(find_lesson(lesson_id, "en"))
        tagged = [cell for cell in source.cells if {"task", "solution", "teacher"} & set(cell.metadata.get("tags", []))]
        for language in LANGUAGES:
            folder = find_lesson(lesson_id, language).name
            pages = [nbformat.reads(MADE[f"{folder}/{kind}_{language}"][1], as_version=4).cells for kind in KINDS]
            ids = [{cell.id for cell in cells} for cells in pages]
            assert ids[0] ^ ids[1] <= {cell.id for cell in tagged}


def test_both_languages_run_the_same_code_but_for_the_setting(name: str) -> None:
    other = name.replace("_en", "_nl") if name.endswith("_en") else name.replace("_nl", "_en")
    cells = [[cell.source.replace('LANGUAGE = "nl"', 'LANGUAGE = "en"') for cell in code(nbformat.reads(text, as_version=4))]
             for _, text in (MADE[name], MADE[other])]  # fmt: skip
    assert cells[0] == cells[1]


def test_a_workbook_keeps_the_style_of_the_notebooks(notebook: Any) -> None:
    assert re.match(r"# [^\n]+\?\n", notebook.cells[0].source)
    cells = code(notebook)
    assert len([cell for cell in cells if "parameters" in cell.metadata.get("tags", [])]) == 1
    for number, cell in enumerate(cells):
        tree = ast.parse(cell.source)
        imported = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
        assert bool(imported) == (number == 0)
        assert all(str(node.module).partition(".")[2] in DOORS for node in imported)  # type: ignore[union-attr]
        assert not {type(node).__name__ for node in ast.walk(tree)} & {"FunctionDef", "Lambda", "For", "While", "Try"}
        assert 1 <= len(cell.source.splitlines()) <= 12
        assert (cell.outputs, cell.execution_count) == ([], None)


def test_every_exercise_and_the_coding_have_what_leads_up_to_them() -> None:
    for lesson_id in list_lessons():
        for language in LANGUAGES:
            leads = read_leads(find_lesson(lesson_id, language), language)
            assert {*leads} == {*open_lesson(lesson_id, language=language).exercise_ids, "coding", "articles", "rest"}
            assert leads["coding"][0].startswith("## ")
            assert all(len("".join(pieces)) > 10 for pieces in leads.values())


def test_paper_takes_what_is_written_for_it_and_nothing_that_needs_a_kernel(name: str) -> None:
    shown = MADE[name][1]
    leads = "".join("".join(pieces) for pieces in read_leads(MADE[name][0].parent, name[-2:]).values())
    for words in ("*Shift + Enter*", "`LANGUAGE`", "`ABOUT`", "`losses`"):
        assert words not in leads
    assert "-paper" not in shown
    assert '"notebook"' not in shown


def test_what_leads_up_to_an_exercise_prints_none_of_the_words_to_be_marked() -> None:
    for lesson_id in list_lessons():
        for language in LANGUAGES:
            lesson = open_lesson(lesson_id, language=language)
            leads = read_leads(lesson.folder, language)
            marking = [name for name, entry in lesson.entries.items() if entry["kind"] == "mark"]
            assert marking
            for name in marking:
                exercise = build_exercise(lesson, name)
                answer = exercise.text[slice(*map(int, exercise.answer[0].split("-")))]
                assert not re.search(rf"\b{re.escape(answer)}\b", " ".join(leads[name]), flags=re.IGNORECASE)


def test_before_the_coding_no_article_of_a_workbook_tells_what_the_machine_read(name: str, notebook: Any) -> None:
    sources = [cell.source for cell in code(notebook)]
    coding = next(number for number, source in enumerate(sources) if source.startswith("show_coding_task("))
    shown = [source for source in sources[:coding] if "render_article(" in source]
    assert shown
    assert all(source.endswith(("layers=())", "tells=False)")) for source in shown)
    assert all("render_" + view not in "".join(sources[1:coding]) for view in ("marked_article", "sides", "quantities", "coverage"))
    assert len([source for source in sources[coding:] if source.startswith(("render_marked_article(", "render_coverage("))]) == 1


def test_a_command_for_the_teacher_names_the_python_that_the_set_up_installs(name: str) -> None:
    folder = MADE[name][0].parent
    told = [MADE[name][1], *(path.read_text(encoding="utf-8") for path in (*folder.glob("plan_*.md"), *folder.parent.glob("setup_*.md")))]
    assert sum(len(re.findall(r"python -m helpers", text)) for text in told) >= 6
    assert not any(re.search(r"(?<!\.venv/bin/)python -m helpers", text) for text in told)


def test_writing_them_elsewhere_leaves_the_repository_alone(tmp_path: Path) -> None:
    written = write_workbooks(tmp_path)
    assert len(written) == len(MADE)
    assert all(path.is_relative_to(tmp_path) for path in written)
    assert {path.parent.name for path in written} == {"1_who_says_so", "2_two_reports"}
