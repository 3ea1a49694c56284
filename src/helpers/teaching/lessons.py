"""A lesson: its articles read into tables, its exercises, and where its files lie.

A lesson is a folder of ``notebooks/teaching``: ``lesson.toml`` names it and its articles, ``exercises.csv`` holds every
exercise in both languages, ``plan_<language>.md`` is the teacher's, and ``source.ipynb`` becomes the workbooks.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from helpers.annotate.links import find_links
from helpers.model import ResourceError
from helpers.pipeline import read_article, read_documents, read_resources
from helpers.resources.paths import home
from helpers.tables import build_tables
from helpers.teaching._codable import list_codable
from helpers.teaching.coding import Unit
from helpers.teaching.exercises import Exercise, build_choice, build_marking, build_sorting, build_writing
from helpers.teaching.gold import Gold, Tables, read_gold
from helpers.views import message

LANGUAGES = ("en", "nl")
COLUMNS = ("exercise_id", "kind", "about", *(f"{name}_{language}" for language in LANGUAGES
                                             for name in ("article", "words", "ask", "model", "word")))  # fmt: skip
_SEVERAL = " | "


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson in one language.

    Parameters
    ----------
    lesson_id : str
        The name of its folder without the number.
    number, minutes : int
    language : str
    title, audience, note : str
        `note` is the content note that stands before the article.
    article_ids : tuple of str
        The articles that are read, in order; the first one is the one that is coded.
    n_coded : int
        How many claims of the first article are coded, as `list_coded` lists them.
    folder : Path
    tables : mapping of str to pandas.DataFrame
        Of the articles of the lesson alone.
    gold : dict
    entries : mapping of str to mapping
        The rows of ``exercises.csv`` by exercise.
    """

    lesson_id: str
    number: int
    minutes: int
    language: str
    title: str
    audience: str
    note: str
    article_ids: tuple[str, ...]
    n_coded: int
    folder: Path
    tables: Tables = field(repr=False)
    gold: Gold = field(repr=False)
    entries: Mapping[str, Mapping[str, str]] = field(repr=False)

    @property
    def exercise_ids(self) -> tuple[str, ...]:
        """The exercises in their order."""
        return tuple(self.entries)


def teaching_folder() -> Path:
    """Return the folder of the lessons."""
    return home() / "notebooks" / "teaching"


def list_lessons() -> tuple[str, ...]:
    """List the lessons in their order.

    Examples
    --------
    >>> list_lessons()
    ('who_says_so', 'two_reports')
    """
    return tuple(path.parent.name.partition("_")[2] for path in sorted(teaching_folder().glob("*_*/lesson.toml")))


def open_lesson(lesson_id: str, *, language: str = "en") -> Lesson:
    """Open a lesson: read its articles, and nothing else, into tables.

    Parameters
    ----------
    lesson_id : str
        As `list_lessons` names it.
    language : {"en", "nl"}
        Language of the articles and of every label.

    Raises
    ------
    ResourceError
        If there is no such lesson, or one of its files is broken.
    """
    folder = find_lesson(lesson_id, language)
    stated = tomllib.loads((folder / "lesson.toml").read_text(encoding="utf-8"))
    own = stated[language]
    return Lesson(
        lesson_id, stated["number"], stated["minutes"], language, own["title"], own["audience"], own["note"],
        tuple(own["articles"]), stated["n_coded"], folder, _read_tables(folder, tuple(own["articles"])), read_gold(),
        read_entries(folder),
    )  # fmt: skip


def find_lesson(lesson_id: str, language: str) -> Path:
    """Find the folder of a lesson."""
    found = [path for path in teaching_folder().glob(f"*_{lesson_id}") if (path / "lesson.toml").is_file()]
    if not found or language not in LANGUAGES:
        known = ", ".join(list_lessons())
        raise ResourceError(f"there is no lesson {lesson_id!r} in {language!r}; there are {known}, in en and nl")
    return found[0]


def read_entries(folder: Path) -> dict[str, dict[str, str]]:
    """Read the exercises of a lesson, in both languages.

    Raises
    ------
    ResourceError
        If a column is missing or an exercise stands twice.
    """
    path = folder / "exercises.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    missing = [column for column in COLUMNS if not rows or column not in rows[0]]
    if missing:
        raise ResourceError(f"{path.name} of {folder.name} has no column {missing[0]}")
    entries = {row["exercise_id"]: row for row in rows}
    if len(entries) < len(rows):
        raise ResourceError(f"{path.name} of {folder.name}: an exercise_id stands twice")
    return entries


def build_exercise(lesson: Lesson, exercise_id: str) -> Exercise:
    """Build an exercise of a lesson.

    Raises
    ------
    ResourceError
        If the lesson has no such exercise, or its words are those of no claim or of several.
    """
    if exercise_id not in lesson.entries:
        known = ", ".join(lesson.exercise_ids)
        raise ResourceError(f"the lesson {lesson.lesson_id} has no exercise {exercise_id!r}; it has {known}")
    entry, language = lesson.entries[exercise_id], lesson.language
    kind, about = entry["kind"], entry["about"]
    if kind == "write":
        return build_writing(entry[f"ask_{language}"], entry[f"model_{language}"], language=language)
    claims = find_claims(lesson, exercise_id)
    options: dict[str, Any] = {"gold": lesson.gold, "language": language}
    if kind == "sort":
        return build_sorting(lesson.tables, claims, **options)
    if entry[f"word_{language}"]:
        return build_choice(lesson.tables, claims[0], "source", word=entry[f"word_{language}"], **options)
    build: Any = build_marking if kind == "mark" else build_choice
    return build(lesson.tables, claims[0], about, **options)  # type: ignore[no-any-return]


def find_claims(lesson: Lesson, exercise_id: str) -> list[str]:
    """Find the claims that an exercise is about, in its order; none for writing."""
    entry, language = lesson.entries[exercise_id], lesson.language
    if entry["kind"] == "write":
        return []
    return [find_claim(lesson.tables, entry[f"article_{language}"], one)
            for one in entry[f"words_{language}"].split(_SEVERAL)]  # fmt: skip


def list_coded(lesson: Lesson) -> list[Unit]:
    """List the claims that are coded: the first ones of the first article that no exercise asks about.

    An exercise tells its answer; to code the same claim later would measure memory, not reading. `list_codable` says
    which claims can be coded at all.

    Examples
    --------
    >>> len(list_coded(open_lesson("who_says_so")))
    10
    """
    asked = {claim_id for exercise_id in lesson.exercise_ids for claim_id in find_claims(lesson, exercise_id)}
    units = list_codable(lesson.tables, lesson.gold, lesson.article_ids[0])
    return [unit for unit in units if unit["claim_id"] not in asked][: lesson.n_coded]


def find_claim(tables: Tables, article_id: str, words: str) -> str:
    """Find the one claim of an article that begins with these words."""
    claims = tables["claims"]
    here = claims[claims["article_id"] == article_id]
    same = here[here["text"].str.startswith(words)]
    if len(same) != 1:
        raise ResourceError(f"{len(same)} claims of {article_id} begin with {words!r}, where an exercise needs one; "
                            "the rules read the article otherwise than before: choose other words")  # fmt: skip
    return str(same["claim_id"].iloc[0])


def tell_number(lesson: Lesson, exercise_id: str) -> str:
    """Name an exercise by its place in the lesson."""
    number = lesson.exercise_ids.index(exercise_id) + 1
    return message("exercise_number", lesson.language, number=number)


@cache
def _read_tables(folder: Path, article_ids: tuple[str, ...]) -> Tables:
    """Read the articles that a lesson names, from its own folder and from the seeds."""
    places = [path for path in (folder / "articles", home() / "seeds") if path.is_dir()]
    documents = {doc.article_id: doc for place in places for doc in read_documents(place).documents}
    missing = [article_id for article_id in article_ids if article_id not in documents]
    if missing:
        raise ResourceError(f"the lesson of {folder.name} needs the article {missing[0]}, which is not in seeds")
    readings = [read_article(documents[article_id], read_resources()) for article_id in article_ids]
    return build_tables(readings, links=find_links(readings, read_resources().codebook))
