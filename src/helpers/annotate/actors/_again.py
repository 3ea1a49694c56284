"""See a person again by the surname alone where no run of capitals shows it: De Boer, VAN DER MEER RESIGNS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helpers.annotate.actors._pieces import Pieces
from helpers.annotate.actors._runs import Run
from helpers.annotate.actors._words import NameWords

_SHORTEST = 4
Surnames = dict[str, list[tuple[str, ...]]]


def find_surnames(names: Iterable[str]) -> Surnames:
    """Return the surnames of persons, word by word in small letters, by their last word; the longest first.

    Examples
    --------
    >>> find_surnames(["Ruth van der Meer", "Ann Wheel"])
    {'meer': [('van', 'der', 'meer')], 'wheel': [('wheel',)]}
    """
    found: Surnames = {}
    for name in names:
        _, *surname = name.lower().split()
        if surname:
            found.setdefault(surname[-1], []).append(tuple(surname))
    for keys in found.values():
        keys.sort(key=len, reverse=True)
    return found


def see_again(
    pieces: Pieces, surnames: Surnames, runs: Iterable[Run], words: NameWords, taken: set[int]
) -> Iterator[Run]:
    """Yield each surname with small words, and each in a line of capitals, that no run holds with more words."""
    held = {at: run for run in runs for at in range(run.first, run.last + 1)}
    for at, key in enumerate(pieces.keys):
        if key not in surnames or not pieces.capital[at]:
            continue
        first = _first_word(pieces, at, surnames[key], words)
        if first is None or (at in taken and not _is_person_here(pieces, first, at, words)):
            continue
        run = held.get(at)
        small = first < at and (run is None or (run.first >= first and run.last == at))
        if small or (first == at and run is None and in_capitals(pieces, at, words)):
            yield Run(first, at)


def _is_person_here(pieces: Pieces, first: int, at: int, words: NameWords) -> bool:
    """Tell a surname from the place that it comes from: Van Essen slept, but not: Van Essen naar Breda."""
    return first < at and pieces.capital[first] and not words.has("place_preposition", pieces.key_after(at))


def _first_word(pieces: Pieces, at: int, surnames: list[tuple[str, ...]], words: NameWords) -> int | None:
    """Return where a surname that ends here begins."""
    for keys in surnames:
        first = at - len(keys) + 1
        particles = all(words.has("particle", key) for key in keys[:-1])
        if first >= 0 and particles and tuple(pieces.keys[first : at + 1]) == keys \
                and all(map(pieces.joined, range(first, at))):  # fmt: skip
            return first
    return None


def in_capitals(pieces: Pieces, at: int, words: NameWords) -> bool:
    """Tell whether a word stands in a line of capitals, behind no first name: MAYOR WHEELER OPENS BRIDGE."""
    word = pieces.words[at]
    if not word.isupper() or len(word) < _SHORTEST or pieces.key_before(at) in words.first_names:
        return False
    around = [i for i in (at - 1, at + 1) if 0 <= i < len(pieces) and pieces.joined(min(i, at))]
    return bool(around) and all(pieces.words[i].isupper() for i in around)
