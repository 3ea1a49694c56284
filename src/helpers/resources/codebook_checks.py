"""What is wrong with a codebook: each row against the others, the actors and the lexicons, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from helpers.model import ResourceError
from helpers.resources.actors import read_actors
from helpers.resources.codebook import COLUMNS, Codebook, CodebookRow, read_codebook
from helpers.resources.lexicons import languages, read_lexicon

_COMMON = ("note", "yes_example", "no_example")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_MADE_BY_RULES = frozenset(("other",))  # a count whose noun no lexicon knows
_LEXICONS = {"event_types": ("event_triggers", "event_type"), "units": ("quantity_units", "unit")}


def check_codebook(folder: Path | None = None) -> None:
    """Check that the rows of a codebook fit each other.

    Parameters
    ----------
    folder : Path, optional
        That of `codebook_path` by default.

    Raises
    ------
    ResourceError
        With one line for each thing that is wrong: its file, its line, and what to write instead.

    Examples
    --------
    >>> check_codebook()
    """
    problems = [*find_problems(read_codebook(folder))]
    if problems:
        raise ResourceError("\n".join(problems))


def find_problems(codebook: Codebook) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong with a codebook."""
    for column, where in _REFERENCES:
        yield from _dangling(codebook, column, where)
    for column, (file, allowed) in _CHOICES.items():
        for row in codebook.rows(file):
            if row[column] not in allowed:
                yield _problem(row, f"{column} is {row[column]!r}", f"write one of {', '.join(filter(None, allowed))}")
    for rows in codebook.files.values():
        yield from _unexplained(rows)
    for look in (_strange_files, _unanswerable, _unmatchable, _unused, _bad_numbers, _bad_words, _bad_questions,
                 _empty_parts, _twins, _unknown_actors, _unread):
        yield from look(codebook)


_REFERENCES = (
    ("question_id", ("positions", "questions")),
    ("position_id", ("rules", "positions")),
    ("opposes", ("positions", "positions")),
    ("not_checked", ("questions", "positions")),
    ("referent_id", ("terms", "referents")),
    ("events", ("rules", "event_types")),
    ("units", ("rules", "units")),
    ("unit", ("questions", "units")),
    ("unit", ("positions", "units")),
)  # fmt: skip
_CHOICES: dict[str, tuple[str, tuple[str, ...]]] = {
    "kind": ("questions", ("choice", "numeric")),
    "exclusive": ("questions", ("yes", "no")),
    "changes": ("questions", ("yes", "no", "")),
    "says": ("rules", ("yes", "no", "denied", "any")),
    "voice": ("rules", ("source", "newsroom", "")),
}
_WORD_COLUMNS = ("cues", "words", "also", "without", "around", "not_around")


def _problem(row: CodebookRow, found: str, advice: str) -> str:
    return f"{row.file}.csv, line {row.line} ({row.key}): {found}; {advice}"


def _dangling(codebook: Codebook, column: str, where: tuple[str, str]) -> Iterator[str]:
    file, target = where
    known = {row.key for row in codebook.rows(target)}
    for row in codebook.rows(file):
        for value in row.words(column):
            if value not in known:
                yield _problem(row, f"{column} names {value!r}, which {target}.csv does not have",
                               f"add it there, or write one of {', '.join(sorted(known)) or 'none yet'}")


def _unexplained(rows: tuple[CodebookRow, ...]) -> Iterator[str]:
    for row in rows:
        for column in _COMMON:
            if not row[column]:
                yield _problem(row, f"{column} is empty", "say it in a sentence of your own: coders go by it")


def _unanswerable(codebook: Codebook) -> Iterator[str]:
    answered = {row["question_id"] for row in codebook.rows("positions")}
    ruled = {row["position_id"] for row in codebook.rows("rules")}
    ruled |= {row["not_checked"] for row in codebook.rows("questions")}
    for row in codebook.rows("questions"):
        if row.key not in answered:
            yield _problem(row, "no position answers it", "add its positions to positions.csv")
    for row in codebook.rows("positions"):
        if row.key not in ruled:
            yield _problem(row, "no rule leads to it", "add a row to rules.csv")


def _unmatchable(codebook: Codebook) -> Iterator[str]:
    terms = {row["term_id"] for row in codebook.rows("terms")}
    lists = {row["words_id"] for row in codebook.rows("words")}
    for row in codebook.rows("rules"):
        for value in row.words("terms"):
            if value not in terms:
                yield _problem(row, f"terms names {value!r}, which no row of terms.csv has", "add the term there")
        for column in _WORD_COLUMNS:
            for value in row.words(column):
                if value not in lists:
                    yield _problem(row, f"{column} names the list {value!r}, which words.csv does not have",
                                   f"add a row with words_id {value} there")
        if not any(row[column] for column in ("events", "terms", "words", "units")):
            yield _problem(row, "nothing that the content must hold", "fill events, terms, words or units")


def _unused(codebook: Codebook) -> Iterator[str]:
    named = {value for row in codebook.rows("rules") for column in _WORD_COLUMNS for value in row.words(column)}
    for row in codebook.rows("words"):
        if row["words_id"] not in named:
            yield _problem(row, f"no rule names the list {row['words_id']!r}", "name it in rules.csv, or take it out")


def _bad_numbers(codebook: Codebook) -> Iterator[str]:
    for row in codebook.rows("rules"):
        for column in ("value_from", "value_to"):
            if row[column] and not _NUMBER.fullmatch(row[column]):
                yield _problem(row, f"{column} is {row[column]!r}", "write a number, with a full stop for decimals")
        if (row["value_from"] or row["value_to"]) and not row["units"]:
            yield _problem(row, "a value without units", "say in units what is counted")
        low, high = row["value_from"], row["value_to"]
        if _NUMBER.fullmatch(low) and _NUMBER.fullmatch(high) and float(low) > float(high):
            yield _problem(row, f"value_from {low} is above value_to {high}", "write the lower number first")


def _strange_files(codebook: Codebook) -> Iterator[str]:
    for path in sorted(codebook.folder.glob("*.csv")):
        if path.stem not in COLUMNS:
            names = ", ".join(sorted(COLUMNS))
            yield f"{path.name}: no file of a codebook; rename it to one of {names}, or take it away"
    for name in ("questions", "positions", "rules"):
        if not codebook.rows(name):
            yield f"{name}.csv: missing, or without a row; a codebook needs at least one"


def _bad_words(codebook: Codebook) -> Iterator[str]:
    known = {*languages(), ""}
    codes = ", ".join(languages())
    for name in ("scope", "words", "terms"):
        for row in codebook.rows(name):
            if row["language"] not in known:
                yield _problem(row, f"language is {row['language']!r}", f"write one of {codes}")
            if not row.words("forms"):
                yield _problem(row, "forms is empty", "write at least one word, several with | between them")
    seen: dict[tuple[str, str], CodebookRow] = {}
    for row in codebook.rows("terms"):
        for near in row.words("near"):
            if " " in near:
                yield _problem(row, f"near names {near!r}", "write single words: only these are looked for")
        for form in dict.fromkeys(form.lower() for form in row.words("forms")):
            other = seen.setdefault((row["language"], form), row)
            if other["term_id"] != row["term_id"]:
                yield _problem(row, f"{form!r} is a form of {other.key} as well", "leave it in one of the two")


def _bad_questions(codebook: Codebook) -> Iterator[str]:
    question_of = {row.key: row["question_id"] for row in codebook.rows("positions")}
    for row in codebook.rows("questions"):
        if question_of.get(row["not_checked"], row.key) != row.key:
            yield _problem(row, f"not_checked names {row['not_checked']!r}, a position of another question",
                           "name one of its own")
        if row["kind"] == "numeric" and not row["unit"]:
            yield _problem(row, "numeric, and no unit", "say in unit what is counted")


def _empty_parts(codebook: Codebook) -> Iterator[str]:
    for rows in codebook.files.values():
        for row in rows:
            for column, cell in row.fields.items():
                if "|" in cell and column not in _COMMON and not all(part.strip() for part in cell.split("|")):
                    yield _problem(row, f"{column} is {cell!r}", "take out the | behind which nothing stands")


def _twins(codebook: Codebook) -> Iterator[str]:
    """Yield the rules that say the same as one before them."""
    seen: dict[tuple[str, ...], CodebookRow] = {}
    for row in codebook.rows("rules"):
        cells = tuple(row[column] for column in COLUMNS["rules"][1:] if column not in _COMMON)
        other = seen.setdefault(cells, row)
        if other is not row:
            yield _problem(row, f"the same rule as {other.key}", "take out one of the two")


def _unknown_actors(codebook: Codebook) -> Iterator[str]:
    known = {actor.actor_id for actor in read_actors()}
    for row in codebook.rows("rules"):
        for column in ("actors", "not_actors"):
            for value in row.words(column):
                if value not in known:
                    yield _problem(row, f"{column} names {value!r}, which actors.csv does not have",
                                   "add the actor there, or write the id of one that is there")


def _unread(codebook: Codebook) -> Iterator[str]:
    """Yield the kinds of events and the units that no lexicon leads to: no row would ever have them."""
    for name, (file, column) in _LEXICONS.items():
        found = {row[column] for language in languages() for row in read_lexicon(language).rows(file)}
        for row in codebook.rows(name):
            if row.key not in found | _MADE_BY_RULES:
                yield _problem(row, "no row of the lexicons leads to it",
                               f"add its words to data/lexicons/<language>/{file}.csv")
