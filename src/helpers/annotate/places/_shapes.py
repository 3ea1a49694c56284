"""Know a toponym by its own form: ``de X-straat``, ``Elm Road``, ``on Mount X``, ``X, Ohio —`` in capitals."""

from __future__ import annotations

from dataclasses import replace

from helpers.annotate.places._evidence import opens_dateline, phrase_before, with_preposition
from helpers.annotate.places._found import Named
from helpers.annotate.places._lexicon import PlaceWords
from helpers.annotate.places._pieces import Pieces
from helpers.resources.lexicons import LexiconRow

LONGEST = 5
_STEM = 3  # letters before the ending of a street's name
_OPENING = ("street", "water", "site")  # kinds whose generic word may open the name
_ENDING = ("water", "site", "street")  # kinds whose generic word may close the name
_WHOLE_NAME = ("street", "venue", "place")  # kinds whose generic word is part of the name


def by_ending(pieces: Pieces, at: int, words: PlaceWords, adjectives: frozenset[str]) -> Named | None:
    last = at
    while pieces.spaced(last) and pieces.capital[last + 1] and last - at < LONGEST:
        last += 1
    row = _ending(pieces, at, last, words)
    if row is None or pieces.keys[at] in adjectives or pieces.keys[at] in words.first_names:
        return None
    if _is_body(pieces, at, last, words) or not _may_open(pieces, at, last, words):
        return None
    if row["side"] == "after" and _names_by_itself(pieces, at, last, row):
        return Named(at, last, (), row["kind"], "generic", row)
    if at in pieces.heads:
        return None
    named = with_preposition(pieces, Named(at, last, (), row["kind"]), words, adjectives)
    articled = pieces.spaced(at - 1) and words.role(pieces.keys[at - 1], "article")
    whole = row["side"] == "after"
    is_shown = named.evidence in ("strong", "medium", "known", "weak") and (articled or whole)
    certain = articled and whole and row["unknown"] == "yes"
    return replace(named, row=row) if is_shown or certain else None


def _may_open(pieces: Pieces, at: int, last: int, words: PlaceWords) -> bool:
    """Tell whether a capital at the head of a sentence may be a name's: Elm Road, not The Road or Every Street."""
    key = pieces.keys[at]
    if at not in pieces.heads:
        return True
    return last - at == 1 and at not in pieces.loud and not (
        key in words.stopwords or key in words.prepositions or key in words.verbs or key in words.particles
        or words.role(key, "never", "title", "organisation", "neutral", "article", "modifier", "compass", "of"))


def _names_by_itself(pieces: Pieces, at: int, last: int, row: LexiconRow) -> bool:
    """Tell whether a name and its generic word with a capital need nothing beside them: closed Elm Road."""
    is_short = last - at - len(row["word"].split()) < _FEW
    return is_short and at not in pieces.loud and row["word"][0].isupper() and row["unknown"] == "yes"


_FEW = 2


def _is_body(pieces: Pieces, first: int, last: int, words: PlaceWords) -> bool:
    """Tell whether a noun beside makes a name an organisation's: the Fair Lane association, spokesman for Fair Lane."""
    before, after = pieces.keys[first - 1] if first else "", pieces.keys[last + 1] if last + 1 < len(pieces) else ""
    return (pieces.spaced(last) and words.role(after, "body_after")) or (
        pieces.spaced(first - 1) and words.role(before, "body_before", "for_body"))


def _ending(pieces: Pieces, first: int, index: int, words: PlaceWords) -> LexiconRow | None:
    key = pieces.keys[index]
    for start in (index - 1, index):
        for keys, row in words.generics_after.get(pieces.keys[start], ()) if start > first else ():
            written = pieces.span(start, index).of(pieces.text)
            if start + len(keys) - 1 == index and row["word"] == written and row["kind"] in _ENDING:
                return row
    for ending in words.endings(key):
        if len(key) >= len(ending) + _STEM:
            return words.suffixes[ending]
    return None


def by_dateline(pieces: Pieces, at: int) -> Named | None:
    """Read an unknown town in capitals at the head of a report: ``RAMLOW, Ohio —``; a rubric has no comma."""
    last = at
    while pieces.joined(last) and last + 1 < len(pieces) and pieces.word(last + 1).isupper():
        last += 1
    is_shown = (at in pieces.heads and pieces.word(at).isupper() and pieces.gap(last) == ", "
                and not is_small(pieces, last + 1))  # fmt: skip
    return Named(at, last, (), "settlement", "dateline") if is_shown and opens_dateline(pieces, last) else None


def is_small(pieces: Pieces, index: int) -> bool:
    """Tell whether a word begins with a small letter."""
    return pieces.text[pieces.starts[index]].islower()


def names_itself(pieces: Pieces, at: int, last: int, words: PlaceWords) -> LexiconRow | None:
    """Return the generic word that a name begins with, after a preposition: to the Place de la Wolfram, on Mount X."""
    if last == at or phrase_before(pieces, _past_article(pieces, at, words), words.prepositions) is None:
        return None
    rows = [row for keys, row in words.generics_before.get(pieces.keys[at], ()) if len(keys) == 1]
    return next((row for row in rows if row["word"] == pieces.word(at) and row["kind"] in _OPENING), None)


def _past_article(pieces: Pieces, at: int, words: PlaceWords) -> int:
    return at - 1 if pieces.spaced(at - 1) and words.role(pieces.keys[at - 1], "article") else at


def whole(pieces: Pieces, named: Named) -> Named:
    """Take the generic word after a name into it, where it is part of the name."""
    size = len(named.row["word"].split()) if named.row else 0
    return replace(named, last=named.last + size) if named.kind in _WHOLE_NAME else named


def extend_site(pieces: Pieces, named: Named, words: PlaceWords) -> Named:
    """Turn ``Belgorod Arena`` or ``London Road`` into one toponym of its own: it is not the town, and has no point."""
    after = named.last + 1
    if pieces.spaced(named.last) and words.role(pieces.keys[after], "venue") and pieces.capital[after]:
        return replace(named, last=after, candidates=(), kind="venue", evidence=named.evidence or "generic")
    if named.kind in ("water", "site") and named.row is not None and named.row["word"][0].isupper():
        return _whole_site(named, named.row)
    if named.kind == "street" and named.row is not None:
        if named.row["side"] == "after":
            return replace(whole(pieces, named), candidates=())
        return replace(named, first=named.first - 1, candidates=())
    return named


def _whole_site(named: Named, row: LexiconRow) -> Named:
    """Read Lake Ramlow and Ramlow Creek as a water or a site that is not the town of that name."""
    fitting = [place for place in named.candidates if place.place_type not in ("settlement", "country", "oblast")]
    size = len(row["word"].split())
    if fitting or row["side"] not in ("before", "after") or " of" in row["word"]:
        return named
    first, last = (named.first - size, named.last) if row["side"] == "before" else (named.first, named.last + size)
    return replace(named, first=first, last=last, candidates=())
