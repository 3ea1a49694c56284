"""Pseudonyms: what a coder may be called, so that the name is a safe name of a file everywhere."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterable
from functools import cache

from helpers.resources.paths import data_path

SHORTEST, LONGEST = 3, 40
_SHAPE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
KEPT = frozenset({"machine", "gold", "corrections", "attempts"})


def find_fault(name: str) -> str:
    """Find what keeps a name from being a pseudonym: ``empty``, ``path``, ``long``, ``short``, ``letters`` or ``kept``.

    Returns
    -------
    str
        Empty where nothing does.

    Examples
    --------
    >>> find_fault("calm-otter-17"), find_fault("../otter"), find_fault("machine")
    ('', 'path', 'kept')
    """
    if not name.strip():
        return "empty"
    if re.search(r"[/\\:]|^\.|\.$|\0", name):
        return "path"
    if len(name) > LONGEST:
        return "long"
    if not _SHAPE.fullmatch(name):
        return "letters"
    if len(name) < SHORTEST:
        return "short"
    return "kept" if name in KEPT or _DEVICES.fullmatch(name) else ""


def propose_pseudonym(taken: Iterable[str] = (), *, chance: random.Random | None = None) -> str:
    """Propose a pseudonym that nobody here has: a quality, an animal and a number.

    Parameters
    ----------
    taken : iterable of str
    chance : random.Random, optional
        Where it must come out the same again.

    Examples
    --------
    >>> find_fault(propose_pseudonym())
    ''
    """
    drawn = chance or random.SystemRandom()
    used, words = set(taken), read_words()
    while True:
        name = f"{drawn.choice(words['quality'])}-{drawn.choice(words['animal'])}-{drawn.randint(10, 99)}"
        if name not in used:
            return name


@cache
def read_words() -> dict[str, list[str]]:
    """Read the words that pseudonyms are made of: qualities and animals."""
    words: dict[str, list[str]] = {}
    with data_path("pseudonyms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words.setdefault(row["kind"], []).append(row["word"])
    return words
