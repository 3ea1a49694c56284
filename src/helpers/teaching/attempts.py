"""A pupil's answers on disk: ``data/annotations/attempts/<pseudonym>.csv``, whole after every answer.

Nothing but the pseudonym, the exercise and the answer is kept: no name, no clock. What was written in one's own words
is kept as it was written.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from helpers.model import CodingError
from helpers.resources.pseudonyms import find_fault
from helpers.tables import write_text
from helpers.teaching.codes import annotations_folder, check_pseudonym, list_coders
from helpers.views import message

_BETWEEN = "|"
WRONG = ("hint", "example")


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer to one exercise.

    Parameters
    ----------
    exercise : str
        Lesson and exercise, ``who_says_so/find_cue``.
    sha256 : str
        The fingerprint of the question, so that an answer never stands under another question.
    given : str
        The codes, with ``|`` between several; of writing the words.
    step : str
        What the exercise answered.
    """

    exercise: str
    sha256: str
    given: str
    step: str


COLUMNS = ("coder", *(part.name for part in fields(Attempt)))


def join_given(given: Sequence[str]) -> str:
    """Join what was given into one cell.

    Examples
    --------
    >>> join_given(["denied", "claimed"])
    'denied|claimed'
    """
    return _BETWEEN.join(given)


def split_given(given: str, n_items: int) -> list[str]:
    """Split a cell into what was given for each item.

    Examples
    --------
    >>> split_given("denied|claimed", 2), split_given("either | or", 1)
    (['denied', 'claimed'], ['either | or'])
    """
    return [given] if n_items == 1 else given.split(_BETWEEN)


def attempts_folder(folder: Path | None = None) -> Path:
    """Return the folder of the pupils' answers, inside the folder of the coders' files."""
    return (folder or annotations_folder()) / "attempts"


def read_attempts(coder: str, folder: Path | None = None, *, language: str = "en") -> list[Attempt]:
    """Read what a pupil has answered so far, in order; nothing where the pseudonym is new.

    Raises
    ------
    CodingError
        If the name is no pseudonym or the file is no file of answers; it is left as it is.
    """
    path = _file_of(coder, folder, language)
    if not path.is_file():
        return []
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), strict=True))
    except (csv.Error, UnicodeDecodeError) as error:
        raise CodingError(message("codes_broken", language, file=path.name, found=error)) from error
    if any(set(row) != set(COLUMNS) or None in row.values() for row in rows):
        raise CodingError(message("attempts_broken", language, file=path.name))
    return [Attempt(*(row[part.name] for part in fields(Attempt))) for row in rows]


def write_attempt(
    coder: str, attempt: Attempt, *, folder: Path | None = None, replaces: bool = False, language: str = "en"
) -> Path:
    """Write an answer into the pupil's file, beside the old file and renamed.

    Parameters
    ----------
    coder : str
    attempt : Attempt
    folder : Path, optional
        The folder of the coders' files; ``data/annotations`` by default.
    replaces : bool
        True takes the earlier answers to the same question away: for words that are still being written.
    language : str
    """
    kept = read_attempts(coder, folder, language=language)
    if replaces:
        kept = [other for other in kept if (other.exercise, other.sha256) != (attempt.exercise, attempt.sha256)]
    return write_text(_render(coder, [*kept, attempt]), _file_of(coder, folder, language))


def delete_attempts(coder: str, folder: Path | None = None, *, language: str = "en") -> bool:
    """Delete a pupil's answers; tell whether there were any.

    Examples
    --------
    >>> delete_attempts("calm-otter-17", Path("no-such-folder"))
    False
    """
    path = _file_of(coder, folder, language)
    was_there = path.is_file()
    path.unlink(missing_ok=True)
    return was_there


def list_pupils(folder: Path | None = None) -> list[str]:
    """List the pseudonyms that have answers or codes on this machine, the one used last first.

    Examples
    --------
    >>> list_pupils(Path("no-such-folder"))
    []
    """
    root = folder or annotations_folder()
    paths = [path for place in (root, attempts_folder(folder)) if place.is_dir() for path in place.glob("*.csv")]
    paths.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    return list(dict.fromkeys([path.stem for path in paths if not find_fault(path.stem)] + list_coders(folder)))


def _render(coder: str, attempts: Iterable[Attempt]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((coder, *astuple(attempt)) for attempt in attempts)
    return text.getvalue()


def _file_of(coder: str, folder: Path | None, language: str) -> Path:
    check_pseudonym(coder, language=language)
    return attempts_folder(folder) / f"{coder}.csv"
