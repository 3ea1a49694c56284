"""Search in a text as a reader expects: case, accents and signs fold away, and a name is found by its other names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from helpers.resources.gazetteer import is_acronym
from helpers.text.folding import fold_in_place, fold_text
from helpers.text.transliteration import sound_keys
from helpers.views._spellings import Spellings, is_people

_WORD = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"\w+")
_QUERY_WORD = re.compile(r"\w+(?:[.:'-]\w+|(?<=\d),\d+)*")
# below these lengths what is typed stands everywhere: as the end of a word, inside one, as the sound of a name
_SHORTEST_BEGINNING, _SHORTEST_PART, _SHORTEST_NAME, _LONGEST_SHOUT = 3, 4, 4, 3
_GENITIVE = re.compile(r"(?<=\w{4})s$")
_APART, _NO_WORD_BEFORE, _NO_WORD_AFTER = r"[\s.'\"-]{1,3}", r"(?<!\w)", r"(?!\w)"
_NO_FIGURE_BEFORE, _NO_FIGURE_AFTER = r"(?<!\w)(?<!\d[.,])", r"(?!\d)(?![.,]\d)"

Hit = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is searched for: a word, or a known name.

    Parameters
    ----------
    words : tuple of str
        As typed, folded; several where they are one name.
    names : tuple of str
        The other names of whatever has this name, as they are written.
    """

    words: tuple[str, ...]
    names: tuple[str, ...] = ()


class _Look(NamedTuple):
    folded: str
    sounds: frozenset[str]


def read_query(words: str, spellings: Spellings | None = None) -> tuple[Term, ...]:
    """Read what is typed: its words, and the longest known names among them with their other names.

    Parameters
    ----------
    words : str
    spellings : Spellings, optional
        Without them no other name is known.

    Examples
    --------
    >>> [term.words for term in read_query("Freedom of Russia Legion zweeg", Spellings())]
    [('freedom', 'of', 'russia', 'legion'), ('zweeg',)]
    """
    folded, places = fold_in_place(words)
    found = list(_QUERY_WORD.finditer(folded))
    typed = [words[places[one.start()] : places[one.end() - 1] + 1] for one in found]
    if not found:
        return (Term((folded.strip(),)),) if folded.strip() else ()
    return tuple(_read_terms([one[0] for one in found], typed, spellings))


def _read_terms(folded: Sequence[str], typed: Sequence[str], spellings: Spellings | None) -> Iterator[Term]:
    at = 0
    while at < len(folded):
        for size in range(min(len(folded) - at, spellings.longest if spellings else 1), 0, -1):
            names = spellings.others(" ".join(typed[at : at + size])) if spellings else ()
            if names or size == 1:
                yield Term(tuple(folded[at : at + size]), names)
                at += size
                break


def find_hits(text: str, query: Sequence[Term]) -> list[Hit]:
    """Find where the searched words stand in a text: all of them together, else each of them.

    Parameters
    ----------
    text : str
    query : sequence of Term
        A word of four letters or more may stand inside a longer one, one of three may begin it, and a number is a
        whole number. A name is found under its other spellings and its other names; these are whole words.

    Returns
    -------
    list of (int, int)
        Half-open, in order, none inside another.

    Examples
    --------
    >>> find_hits("Poetin zweeg", read_query("putin")), find_hits("cafés", read_query("café"))
    ([(0, 6)], [(0, 4)])
    >>> find_hits("Kyiv was quiet", read_query("Киев", Spellings()))
    [(0, 4)]
    """
    words = tuple(word for term in query for word in term.words)
    together = _find_words(text, words) if len(query) > 1 else []
    return join_hits(together or [hit for term in query for hit in _find_term(text, term) or _find_each(text, term)])


def holds_words(texts: Iterable[str], query: Sequence[Term]) -> bool:
    """Tell whether each of the searched words stands in one text or another; no words stand everywhere.

    Examples
    --------
    >>> texts = ["Vladimir Putin", "hij zweeg"]
    >>> holds_words(texts, read_query("zweeg poetin")), holds_words(texts[1:], read_query("zweeg poetin"))
    (True, False)
    """
    held = list(texts)
    return all(_is_held(held, term) for term in query)


def _is_held(texts: Sequence[str], term: Term) -> bool:
    if any(_holds_term(text, term) for text in texts):
        return True
    return len(term.words) > 1 and all(any(_holds_term(text, Term((word,))) for text in texts) for word in term.words)


def _holds_term(text: str, term: Term) -> bool:
    """Tell the same as `_find_term`, without the places wherever they need not be known."""
    look = _look_at(text)
    if not _sounds_of(term).isdisjoint(look.sounds):
        return True
    if not any(part in look.folded for part in _parts_of(term)):
        return False
    if term.names:
        return next(_find_spelled(text, term), None) is not None
    return _compile_words(term.words).search(look.folded) is not None


def _find_term(text: str, term: Term) -> list[Hit]:
    hits, sounds = list(_find_spelled(text, term)), _sounds_of(term)
    if not sounds.isdisjoint(_look_at(text).sounds):
        hits += [found.span() for found in _WORD.finditer(text)
                 if _can_be_name(found[0]) and not sounds.isdisjoint(_name_keys(found[0]))]  # fmt: skip
    return hits


def _find_spelled(text: str, term: Term) -> Iterator[Hit]:
    """Find what is typed, and the other names; the name of a country is not looked for in that of a people."""
    for hit in _find_words(text, term.words):
        if not (term.names and _is_in_people(text, hit)):
            yield hit
    yield from _find_names(text, term)


def _find_each(text: str, term: Term) -> list[Hit]:
    """Find the words of a name one by one, where the name does not stand as a whole."""
    return [hit for word in term.words for hit in _find_term(text, Term((word,)))] if len(term.words) > 1 else []


@lru_cache(maxsize=100_000)
def _look_at(text: str) -> _Look:
    """Return what tells fast that a text does not hold a word."""
    sounds = (_name_keys(word) for word in _WORD.findall(text) if _can_be_name(word))
    return _Look(fold_text(text), frozenset().union(*sounds))


@lru_cache(maxsize=100)
def _parts_of(term: Term) -> tuple[str, ...]:
    """Return one piece of each name, without which the name cannot stand in a text."""
    told = (" ".join(term.words), *map(fold_text, term.names))
    return tuple(dict.fromkeys(max(_PIECE.findall(name) or [name], key=len) for name in told))


@lru_cache(maxsize=100)
def _sounds_of(term: Term) -> frozenset[str]:
    is_name = len(term.words) == 1 and len(term.words[0]) >= _SHORTEST_NAME and term.words[0].isalpha()
    return _name_keys(term.words[0]) if is_name else frozenset()


def _find_words(text: str, words: tuple[str, ...]) -> list[Hit]:
    folded, places = _fold_in_place(text)
    return [_place(found.span(), places) for found in _compile_words(words).finditer(folded)]


@lru_cache(maxsize=100)
def _compile_words(words: tuple[str, ...]) -> re.Pattern[str]:
    first, last = words[0], words[-1]
    begin = _NO_FIGURE_BEFORE if first[0].isdigit() else _NO_WORD_BEFORE if len(first) < _SHORTEST_PART else ""
    end = _NO_FIGURE_AFTER if last[-1].isdigit() else ""
    end += _NO_WORD_AFTER if len(last) < _SHORTEST_BEGINNING else ""
    if not (first[0].isalnum() and last[-1].isalnum()):
        begin = end = ""
    spelled = (r"[\s-]*".join(map(re.escape, re.split(r"(?<=\w)-(?=\w)", word))) for word in words)
    return re.compile(begin + r"[\s-]+".join(spelled) + end)


def _find_names(text: str, term: Term) -> Iterator[Hit]:
    """Find the other names of a name: whole words, with the capitals that the name has, with or without a genitive."""
    if not term.names:
        return
    pattern, names = _compile_names(term.names)
    folded, places = _fold_in_place(text)
    for found in pattern.finditer(folded):
        first, last = _place(found.span(), places)
        if _is_written_as(text[first:last], names[(found.lastindex or 1) - 1]):
            yield first, last


@lru_cache(maxsize=100)
def _compile_names(names: tuple[str, ...]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    pieces = {tuple(_PIECE.findall(fold_text(name))): name for name in reversed(names)}
    pieces.pop((), None)
    ordered = sorted(pieces, key=lambda own: (-len("".join(own)), own))
    spelled = "|".join(f"({_APART.join(map(re.escape, own))})" for own in ordered)
    return re.compile(f"{_NO_WORD_BEFORE}(?:{spelled})(?:se?)?{_NO_WORD_AFTER}"), tuple(pieces[own] for own in ordered)


def _is_written_as(found: str, name: str) -> bool:
    if is_acronym(name) and len(name.replace(".", "")) <= _LONGEST_SHOUT:
        return found.isupper()
    pairs = zip(_PIECE.findall(found), _PIECE.findall(name), strict=False)
    return all(one[0].isupper() or not other[0].isupper() for one, other in pairs)


def _is_in_people(text: str, hit: Hit) -> bool:
    """Tell whether a name is only the beginning of a people's: *Russia* in *Russians*."""
    first, last = hit
    while first and text[first - 1].isalpha():
        first -= 1
    while last < len(text) and text[last].isalpha():
        last += 1
    return (first, last) != hit and is_people(text[first:last])


@lru_cache(maxsize=5000)
def _fold_in_place(text: str) -> tuple[str, tuple[int, ...]]:
    return fold_in_place(text)


def _place(hit: Hit, places: tuple[int, ...]) -> Hit:
    """Return where a hit stands in the text as it was: a sign that folds into several letters is hit as a whole."""
    first, last = hit
    return places[first], max(places[last], places[last - 1] + 1)


def _can_be_name(word: str) -> bool:
    return len(word) >= _SHORTEST_NAME and word[0].isupper()


@lru_cache(maxsize=50_000)
def _name_keys(word: str) -> frozenset[str]:
    """Return the sounds of a name, with and without the s of a genitive."""
    return sound_keys(word) | sound_keys(_GENITIVE.sub("", word))


def join_hits(spans: Iterable[Hit]) -> list[Hit]:
    """Make one hit of those that overlap.

    Examples
    --------
    >>> join_hits([(4, 9), (0, 5)])
    [(0, 9)]
    """
    return list(_join(spans))


def _join(spans: Iterable[Hit]) -> Iterator[Hit]:
    held: Hit | None = None
    for first, last in sorted(spans):
        if held and first < held[1]:
            held = held[0], max(held[1], last)
            continue
        if held:
            yield held
        held = first, last
    if held:
        yield held
