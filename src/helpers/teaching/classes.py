"""When a code of the rules and a code of the hand say the same: our classes beside the coder's, and why they differ."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from helpers.resources.paths import data_path

_SECONDS = re.compile(r"(T\d\d:\d\d)(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class Coded:
    """One thing that was found in an article, by hand or by rule.

    Parameters
    ----------
    article_id : str
    start, end : int
    detail : str
        The value of a time, the name of a place or an actor, the status of an attribution, the type of an event,
        the bounds and the unit of a quantity, the holder of a position or a word.
    row_id : str
        The machine's row, empty for the hand.
    code : str
        The position or the term: two codes are paired only where these agree, since one statement can hold several.
    marks : tuple of (int, int)
        Where the cue and the source of a statement stand: these tell two statements with one content apart.
    item : mapping, optional
        What stands in the gold's file, empty for the machine.
    """

    article_id: str
    start: int
    end: int
    detail: str = ""
    row_id: str = ""
    code: str = ""
    marks: tuple[tuple[int, int], ...] = field(default=(), compare=False)
    item: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)


@cache
def read_classes() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Read which of our classes stand for which of the coder's: layer, ours, then the coder's; none is not coded.

    Examples
    --------
    >>> read_classes()["quantities"]["vessels"]
    ('vehicles',)
    """
    path = data_path("gold") / "classes.csv"
    classes: dict[str, dict[str, tuple[str, ...]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            theirs = tuple(word for word in row["coder"].split("|") if word)
            classes.setdefault(row["layer"], {})[row["ours"]] = theirs
    return classes


@cache
def read_explanations(folder: Path | None = None) -> Mapping[tuple[str, str, int, str], str]:
    """Read why the rules and the coder differ, as far as somebody has looked into it.

    Parameters
    ----------
    folder : Path, optional
        ``data/gold`` by default; it need not have a file ``explained.csv``.

    Returns
    -------
    dict
        From kind, article, first character and code to a sentence.

    Examples
    --------
    >>> read_explanations(Path("no-such-folder"))
    {}
    """
    path = (folder or data_path("gold")) / "explained.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["kind"], row["article_id"], int(row["start_char"]), row["code"]): row["why"]
                for row in csv.DictReader(file)}  # fmt: skip


def is_same(kind: str, coder: Coded, found: Coded) -> bool:
    """Tell whether the details agree: as they stand, or with our class put into the coder's.

    Examples
    --------
    >>> is_same("quantities", Coded("a", 0, 3, "3–3 vehicles"), Coded("a", 0, 3, "3–3 vessels"))
    True
    """
    ours = class_of(found)
    stem = found.detail.removesuffix(ours)
    meant = [found.detail, *(stem + theirs for theirs in read_classes().get(kind, {}).get(ours, ()))]
    return _plain(coder.detail) in map(_plain, meant)


def is_pair(kind: str, coder: Coded, found: Coded) -> bool:
    """Tell whether two codes may be paired: kinds without a code on their span alone.

    Examples
    --------
    >>> is_pair("wordings", Coded("a", 0, 3, code="raiders"), Coded("a", 0, 3, code="attackers"))
    True
    """
    return coder.code in (found.code, *read_classes().get(kind, {}).get(found.code, ()))


def class_of(coded: Coded) -> str:
    """Return the class in a detail: its last word."""
    return coded.detail.rpartition(" ")[2]


def _plain(detail: str) -> str:
    """Take out what coders do not write: seconds and the offset of a clock time, capitals."""
    return _SECONDS.sub(r"\1", detail).casefold()


