"""The folder for a class: everything a school machine needs, the answers apart from it, the same bytes every time."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from helpers.model import ResourceError
from helpers.tables import read_tables, write_text
from helpers.tables.store import render_csv
from helpers.teaching.attempts import COLUMNS as ANSWERS
from helpers.teaching.class_folder import ClassSummary, write_class
from helpers.teaching.codes import build_codes
from helpers.teaching.collect import collect_codes
from helpers.teaching.lessons import list_coded, open_lesson

BOTH = ("en", "nl")


def read_page(notebook: Path, language: str) -> str:
    home = '<a href="index.html">home</a><a href="index.html#words">search</a><a href="#top">top</a>'
    return f"<!doctype html><title>{notebook.stem} {language}</title>{home}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> ClassSummary:
    return write_class(tmp_path_factory.mktemp("class") / "out", read_page=read_page, browser="")


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_pupil_gets_page_sheet_notebook_reading_page_articles_and_note_in_both_languages(made: ClassSummary) -> None:
    found = names(made.folder / "students")
    for lesson in ("1_who_says_so", "2_two_reports"):
        for language in BOTH:
            wanted = {f"{lesson}/{name}_{language}.{ending}" for name, ending in
                      (("exercises", "html"), ("sheet", "html"), ("workbook", "ipynb"), ("reading", "html"))}  # fmt: skip
            assert wanted <= found
            assert len([one for one in found if one.startswith(f"articles/{lesson}_{language}/")]) == 2
    assert {"index.html", "setup_en.html", "setup_nl.html"} <= found


def test_answers_are_with_the_teacher_alone(made: ClassSummary) -> None:
    assert not re.search(r"solution|marking|plan|tables", " ".join(names(made.folder / "students")))
    teacher = names(made.folder / "teacher")
    assert len([one for one in teacher if re.search(r"/(solution|marking|plan)_(en|nl)\.", one)]) == 12
    assert "tables/2_two_reports_en/claims.csv" in teacher


def test_every_link_of_the_index_leads_to_a_file_of_the_same_folder(made: ClassSummary) -> None:
    for side in ("students", "teacher"):
        page = (made.folder / side / "index.html").read_text(encoding="utf-8")
        links = re.findall(r'href="([^"]+)"', page)
        assert len(links) >= 12
        assert [link for link in links if not (made.folder / side / link).is_file()] == []


def test_every_link_of_a_reading_page_leads_to_a_file(made: ClassSummary) -> None:
    pages = sorted((made.folder / "students").glob("*/reading_*.html"))
    assert len(pages) == 4
    for page in pages:
        links = re.findall(r'href="([^"#]+)', page.read_text(encoding="utf-8"))
        assert links == ["../index.html"] * 2
        assert all((page.parent / link).is_file() for link in links)


def test_the_note_fits_one_page_and_names_the_three_ways_in(made: ClassSummary) -> None:
    for language, ways in (("en", ("Nothing to install", "On paper", "With notebooks")),
                           ("nl", ("Zonder iets te installeren", "Op papier", "Met notebooks"))):  # fmt: skip
        page = (made.folder / "students" / f"setup_{language}.html").read_text(encoding="utf-8")
        assert all(way in page for way in ways)
        assert len(re.sub(r"<style>.*?</style>|<[^>]+>", "", page, flags=re.DOTALL).split()) < 420


def test_the_zips_hold_the_folders_and_are_the_same_bytes_every_time(made: ClassSummary, tmp_path: Path) -> None:
    again = write_class(tmp_path / "again", read_page=read_page, browser="")
    for side, one, other in zip(("students", "teacher"), made.zips, again.zips, strict=True):
        assert {name.partition("/")[2] for name in zipfile.ZipFile(one).namelist()} == names(made.folder / side)
        assert one.read_bytes() == other.read_bytes()


def test_without_a_browser_that_prints_it_says_so(made: ClassSummary) -> None:
    assert len(made.remarks) == 1
    assert "print their HTML pages" in made.remarks[0]
    assert not any(name.endswith(".pdf") for name in names(made.folder))


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(ResourceError, match="holds something else"):
        write_class(tmp_path, read_page=read_page, browser="")
    assert names(tmp_path) == {"mine.txt"}


def test_nothing_in_it_names_this_machine_or_asks_the_network(made: ClassSummary) -> None:
    for path in made.folder.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert str(Path.home()) not in page
        assert str(made.folder) not in page
        assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page)


def test_the_collect_step_merges_the_files_of_a_class_with_the_tables_of_its_lesson(made: ClassSummary, tmp_path: Path) -> None:
    """Files of pupils who worked on the page or in the notebook: codes are merged, files of answers are named and left out."""
    lesson = open_lesson("two_reports")
    units = list_coded(lesson)
    for coder, status in (("calm-otter-17", "claimed"), ("bold-finch-22", "denied"), ("kind-falcon-56", "claimed")):
        rows = [{**unit, "coder": coder, "source": "newsroom", "status": status, "position": "none"} for unit in units]
        write_text(render_csv(build_codes(rows)), tmp_path / f"{coder}.csv")
    write_text(",".join(ANSWERS) + "\n", tmp_path / "calm-otter-17-answers.csv")
    tables = read_tables(made.folder / "teacher" / "tables" / "2_two_reports_en")
    found = collect_codes(tables, tmp_path)
    assert found.coders == ["bold-finch-22", "calm-otter-17", "kind-falcon-56"]
    assert len(found.codes) == 3 * lesson.n_coded
    assert len(found.remarks) == 1
    assert "calm-otter-17-answers.csv" in found.remarks[0]
