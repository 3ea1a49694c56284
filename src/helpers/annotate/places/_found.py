"""A stretch that may name a place, between the first sight of it and its resolution."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.annotate.places._lexicon import PlaceWords
from helpers.annotate.places._pieces import Pieces
from helpers.model import Place
from helpers.resources.gazetteer import Gazetteer, fold_name
from helpers.resources.lexicons import LexiconRow

_LONGEST_JOIN = 40  # characters: what stands between two names may be half the article


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of words that may name a place.

    Parameters
    ----------
    first, last : int
        Its first and last word.
    candidates : tuple of Place
        Every known place of that name; empty for an unknown toponym.
    kind : str
        What the words beside it say it is (region, district, settlement, quarter, crossing, water, site, place,
        street, venue); empty where they say nothing.
    evidence : str
        Why it is a place: ``strong`` or ``known`` after a preposition, ``generic``, ``list``, ...; empty for none.
    row : LexiconRow or None
        The lexicon row that decided.
    name, country : str
        The name as the text writes it, and the country of an adjective right before it.
    small : bool
        Whether the text calls it a village or the like.
    """

    first: int
    last: int
    candidates: tuple[Place, ...]
    kind: str = ""
    evidence: str = ""
    row: LexiconRow | None = None
    name: str = ""
    country: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """What every step needs: the words of the article and of its language, and the known places."""

    pieces: Pieces
    words: PlaceWords
    gazetteer: Gazetteer
    adjectives: frozenset[str]
    language: str = ""


def between(pieces: Pieces, before: Named, after: Named) -> str:
    """Return what stands between two names."""
    return pieces.text[pieces.ends[before.last] : pieces.starts[after.first]]


def key_of(pieces: Pieces, named: Named) -> str:
    """Return the folded words of a name."""
    return " ".join(pieces.keys[named.first : named.last + 1])


def lists(gap: str, words: PlaceWords) -> bool:
    """Tell whether what stands between two names makes them neighbours in a list."""
    return gap == ", " or (len(gap) <= _LONGEST_JOIN and fold_name(gap) in words.joins)
