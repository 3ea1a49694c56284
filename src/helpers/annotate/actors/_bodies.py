"""See a public body that is called after its place, and give it its usual English name: rechtbank Wielstad."""

from __future__ import annotations

from functools import lru_cache

from helpers.annotate.actors._pieces import Pieces
from helpers.annotate.actors._words import NameWords
from helpers.resources.gazetteer import fold_name, read_gazetteer
from helpers.resources.lexicons import Lexicon

_LONGEST, _WORDS = 4, 3


def find_body(pieces: Pieces, at: int, words: NameWords) -> int | None:
    """Return the last word of the body that begins here, None where none does."""
    head = _head(pieces, at, words)
    if head is None or not pieces.joined(head):
        return None
    first = last = head + 1
    if not pieces.capital[first] or pieces.keys[first] in words.first_names:
        return None
    while last - first < _WORDS and pieces.joined(last) and pieces.capital[last + 1]:
        last += 1
    return last


def _head(pieces: Pieces, at: int, words: NameWords) -> int | None:
    """Return the last word of the longest phrase of the lexicon that begins here."""
    for last in range(min(at + _LONGEST, len(pieces)) - 1, at - 1, -1):
        if " ".join(pieces.keys[at : last + 1]) in words.bodies and all(map(pieces.joined, range(at, last))):
            return last
    return None


def name_body(name: str, lexicon: Lexicon) -> str:
    """Return the usual English name of a body, empty where the lexicon tells none.

    Examples
    --------
    >>> from helpers.resources.lexicons import read_lexicon
    >>> name_body("gerechtshof Den Haag", read_lexicon("nl"))
    'The Hague Court of Appeal'
    """
    parts = name.split()
    for size in range(min(_LONGEST, len(parts) - 1), 0, -1):
        pattern = _patterns(lexicon).get(" ".join(parts[:size]).lower(), "")
        if pattern:
            return pattern.format(_english_place(" ".join(parts[size:])))
    return ""


@lru_cache(maxsize=16)
def _patterns(lexicon: Lexicon) -> dict[str, str]:
    return {row.key: row["english"] for row in lexicon.rows("actor_bodies")}


def _english_place(name: str) -> str:
    """Return the English name of a place that is kept by hand, or else the spelling of GeoNames: Coimbra."""
    places = read_gazetteer().candidates(name)
    kept = [place.name for place in places if place.origin == "curated"
            and place.place_type in ("settlement", "country")]  # fmt: skip
    if len(kept) == 1:
        return kept[0]
    return next((place.name for place in places if not kept and fold_name(place.name) == fold_name(name)), name)
