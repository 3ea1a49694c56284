"""Everything for a class in one folder: pages, sheets, notebooks, data and a set-up note; the answers apart from it.

``students`` is what is handed out; ``teacher`` holds plans, solutions and marking sheets. Each is zipped as well.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from helpers.model import ResourceError
from helpers.resources.paths import home
from helpers.tables import write_tables, write_text
from helpers.teaching._document import render_document, render_markdown
from helpers.teaching.exercise_page import render_exercise_page
from helpers.teaching.lessons import LANGUAGES, Lesson, list_lessons, open_lesson, teaching_folder
from helpers.teaching.printing import find_browser, print_page
from helpers.teaching.sheets import render_marking_sheet, render_sheet
from helpers.teaching.workbooks import build_workbook, read_source, render_workbook
from helpers.views import message
from helpers.views.html import escape, tag

STUDENTS, TEACHER, MARK = "students", "teacher", ".grenspost-class"
_INDEX = re.compile(r'href="index\.html(?:#\w*)?"')
"""What leads home on a page of the reports; here the index stands one folder up, and has no list of words."""
_EPOCH = (1980, 1, 1, 0, 0, 0)

ReadingPage = Callable[[Path, str], str]
"""Makes the page of a notebook for reading: from its file and a language to HTML."""


@dataclass(frozen=True, slots=True)
class ClassSummary:
    """What was built: the folder, its zips, and a sentence for what could not be made."""

    folder: Path
    zips: tuple[Path, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Item:
    """One file of a lesson: who gets it, what it is, where it stands, and what it holds."""

    side: str
    name: str
    ending: str
    text: str


def write_class(out: Path, *, read_page: ReadingPage, browser: str | None = None) -> ClassSummary:
    """Build the folder for a class.

    Parameters
    ----------
    out : Path
        Made anew; a folder that was not built by this command is left alone.
    read_page : callable
        Makes the page of a workbook for reading.
    browser : str, optional
        What prints the sheets; looked for by default, and without one there are no PDFs.

    Raises
    ------
    ResourceError
        If `out` holds something else.
    """
    _check_out(out)
    shutil.rmtree(out, ignore_errors=True)
    write_text("", out / MARK)
    lessons = [open_lesson(lesson_id, language=language) for lesson_id in list_lessons() for language in LANGUAGES]
    for lesson in lessons:
        for item in _list_items(lesson):
            write_text(item.text, _place(out, lesson, item))
        _write_data(out, lesson)
        workbook = out / STUDENTS / lesson.folder.name / f"workbook_{lesson.language}.ipynb"
        reading = _INDEX.sub('href="../index.html"', read_page(workbook, lesson.language))
        write_text(reading, workbook.with_name(f"reading_{lesson.language}.html"))
    remarks = _print_sheets(out, find_browser() if browser is None else browser)
    for language in LANGUAGES:
        write_text(render_note(language), out / STUDENTS / f"setup_{language}.html")
    for side in (STUDENTS, TEACHER):
        write_text(_render_index(out, side, lessons), out / side / "index.html")
    zips = tuple(_zip(out / side, out / f"{side}.zip") for side in (STUDENTS, TEACHER))
    return ClassSummary(out, zips, remarks)


def render_note(language: str) -> str:
    """Render the one-page set-up note.

    Examples
    --------
    >>> "collect" in render_note("nl")
    True
    """
    source = (teaching_folder() / f"setup_{language}.md").read_text(encoding="utf-8")
    return render_prose(source, language)


def render_prose(source: str, language: str) -> str:
    """Render a page of ours that is written in Markdown."""
    body = render_markdown(source)
    title = source.lstrip("# ").partition("\n")[0]
    framed = body.replace("<table>", '<div class="scroll"><table>').replace("</table>", "</table></div>")
    return render_document(title, framed.replace("<th></th>\n<th></th>", ""), language=language)


def _check_out(out: Path) -> None:
    if out.exists() and not (out / MARK).exists() and any(out.iterdir()):
        raise ResourceError(f"{out} holds something else than a folder for a class; name another with --out")


def _list_items(lesson: Lesson) -> Iterator[_Item]:
    language = lesson.language
    source = read_source(lesson.folder)
    plan = (lesson.folder / f"plan_{language}.md").read_text(encoding="utf-8")
    yield _Item(STUDENTS, "exercises", "html", render_exercise_page(lesson))
    yield _Item(STUDENTS, "sheet", "html", render_sheet(lesson))
    yield _Item(STUDENTS, "workbook", "ipynb", render_workbook(build_workbook(source, "workbook", language)))
    yield _Item(TEACHER, "plan", "html", render_prose(plan, language))
    yield _Item(TEACHER, "marking", "html", render_marking_sheet(lesson))
    yield _Item(TEACHER, "solution", "ipynb", render_workbook(build_workbook(source, "solution", language)))


def _place(out: Path, lesson: Lesson, item: _Item) -> Path:
    return out / item.side / lesson.folder.name / f"{item.name}_{lesson.language}.{item.ending}"


def _write_data(out: Path, lesson: Lesson) -> None:
    """Write the articles of a lesson as they were read; their tables, which hold the machine's answers, apart."""
    name_of_lesson = f"{lesson.folder.name}_{lesson.language}"
    write_tables(dict(lesson.tables), out / TEACHER / "tables" / name_of_lesson)
    for name in lesson.tables["articles"]["file_name"]:
        places = (lesson.folder / "articles" / str(name), home() / "seeds" / str(name))
        found = next(place for place in places if place.is_file())
        write_text(found.read_text(encoding="utf-8"), out / STUDENTS / "articles" / name_of_lesson / str(name))


def _print_sheets(out: Path, browser: str) -> tuple[str, ...]:
    if not browser:
        return (message("class_no_pdf"),)
    sheets = sorted([*out.glob(f"{STUDENTS}/*/sheet_*.html"), *out.glob(f"{TEACHER}/*/marking_*.html"),
                     *out.glob(f"{TEACHER}/*/plan_*.html")])  # fmt: skip
    failed = [sheet.name for sheet in sheets if not print_page(sheet, sheet.with_suffix(".pdf"), browser)]
    return tuple(message("class_not_printed", page=name) for name in failed)


def _render_index(out: Path, side: str, lessons: list[Lesson]) -> str:
    """Render the page that leads to every file of one side, in both languages."""
    parts = []
    for language in LANGUAGES:
        title = message(f"class.{side}", language)
        cards = [_render_card(out / side, lesson) for lesson in lessons if lesson.language == language]
        note = tag("p", tag("a", escape(message("class_note", language)), href=f"setup_{language}.html"))
        parts += [tag("section", tag("h2", escape(title)) + (note if side == STUDENTS else "")
                      + tag("ul", "".join(cards), class_="cards"), lang=language)]  # fmt: skip
    return render_document("Grenspost", tag("h1", "Grenspost") + "".join(parts))


def _render_card(folder: Path, lesson: Lesson) -> str:
    here = folder / lesson.folder.name
    links = []
    for name in ("exercises", "sheet", "reading", "workbook", "plan", "marking", "solution"):
        for path in sorted(here.glob(f"{name}_{lesson.language}.*")):
            label = f"{message(f'class.{name}', lesson.language)} ({path.suffix[1:].upper()})"
            links.append(tag("li", tag("a", escape(label), href=f"{lesson.folder.name}/{path.name}")))
    audience = tag("p", escape(lesson.audience), class_="soft")
    return tag("li", tag("h3", escape(f"{lesson.number}. {lesson.title}")) + audience + tag("ul", "".join(links)))


def _zip(folder: Path, path: Path) -> Path:
    """Zip a folder, the same bytes for the same files."""
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(one for one in folder.rglob("*") if one.is_file()):
            entry = zipfile.ZipInfo(f"grenspost-{folder.name}/{file.relative_to(folder).as_posix()}", _EPOCH)
            entry.external_attr, entry.compress_type = 0o644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes())
    return path
