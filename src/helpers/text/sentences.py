"""Cut paragraphs into sentences, with an eye for quotation marks, initials and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from helpers.model import Sentence, Span
from helpers.model.documents import Part

# A stop, the closing marks that belong to it, white space, and something a sentence can begin with.
_CANDIDATE = re.compile(
    r"""(?P<stop>\.{3}|[.!?…]+)(?P<close>["'”’»)\]]*)(?P<space>\s+)"""
    r"""(?=(?P<open>["'“‘„«‚(\[–—-]*\s?,{0,2})(?P<next>\w))"""
)
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘„«]+$")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]|(?:Th|Ch|Chr|Ph|IJ|Y)")
_DOTTED = re.compile(r"[a-z]\.[a-z]")
_LONGEST_ZONE = 40
_DATELINE = re.compile(r"[^\W\d_a-zà-ÿ]{2}[^.!?,]{0,30},\s\w{2,6}")
_DATELINE_REST = re.compile(r"\s+(?:\(\w+\)\s*)?[–—-]")
_NUMBER = re.compile(r"\d+")
_CONTRACTION = re.compile(r"['’][a-z]\b")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORD = re.compile(r"\s+[a-zà-ÿ]")


@dataclass(frozen=True, slots=True)
class Stops:
    """What a language's lexicons say of full stops; all in lower case.

    Parameters
    ----------
    abbreviations : collection of str
        Words that end in a full stop without ending a sentence, without that stop.
    numbered : collection of str
        Those of them that are so only before a figure: no. 3.
    zones : tuple of str
        Names of time zones: after a dotted abbreviation (p.m. Eastern time) they go on.
    openers : collection of str
        Words that open a sentence after an initial that ends a name: Kevin de B. Zijn advocaat zweeg.
    """

    abbreviations: Collection[str] = ()
    numbered: Collection[str] = ()
    zones: tuple[str, ...] = ()
    openers: Collection[str] = ()


_NO_STOPS = Stops()


def find_sentences(
    text: str, paragraphs: Sequence[Span], parts: Sequence[Part], stops: Stops = _NO_STOPS
) -> tuple[Sentence, ...]:
    """Cut every paragraph into sentences; titles and headings stay whole.

    Parameters
    ----------
    text : str
    paragraphs : sequence of Span
    parts : sequence of {"title", "intro", "heading", "body"}
        One for each paragraph.
    stops : Stops, optional

    Examples
    --------
    >>> text = "Dat zei J. de Vries. Hij bleef."
    >>> [s.span.of(text) for s in find_sentences(text, [Span(0, len(text))], ["body"])]
    ['Dat zei J. de Vries.', 'Hij bleef.']
    """
    sentences: list[Sentence] = []
    for number, (paragraph, part) in enumerate(zip(paragraphs, parts, strict=True)):
        whole = part in ("title", "heading")
        for span in [paragraph] if whole else _cut(text, paragraph, stops):
            sentences.append(Sentence(span, len(sentences), number, part))
    return tuple(sentences)


def _cut(text: str, paragraph: Span, stops: Stops) -> Iterator[Span]:
    start = paragraph.start
    for match in _CANDIDATE.finditer(text, paragraph.start, paragraph.end):
        if _ends_sentence(text, start, match, stops) and not _zone_follows(text, start, match, stops.zones):
            yield Span(start, match.start("space"))
            start = match.end("space")
    yield Span(start, paragraph.end)


def _zone_follows(text: str, start: int, match: re.Match[str], zones: tuple[str, ...]) -> bool:
    """Tell whether a dotted abbreviation and a zone belong together: at 3 p.m. Eastern time."""
    word = _LAST_WORD.search(text, start, match.start())
    if not zones or match["close"] or word is None or not _DOTTED.fullmatch(word.group()):
        return False
    at = match.start("next")
    ahead = text[at : at + _LONGEST_ZONE].casefold()
    return any(ahead.startswith(zone) and not ahead[len(zone) : len(zone) + 1].isalnum() for zone in zones)


def _ends_sentence(text: str, start: int, match: re.Match[str], stops: Stops) -> bool:
    following = match["next"]
    if following.islower() and not _CONTRACTION.match(text, match.end()):
        # "Kom!" riep hij: a lower-case word goes on with the sentence
        return False
    if match["stop"] != "." or match["close"]:
        return True
    if _DATELINE.fullmatch(text, start, match.start()) and _DATELINE_REST.match(text, match.start("space")):
        return False  # DENVER, Colo. (AP) —
    word_match = _LAST_WORD.search(text, start, match.start())
    word = word_match.group() if word_match else ""
    if _INITIAL.fullmatch(word):
        return match.start() - len(word) > start and _opener_follows(text, match, stops)
    if word.casefold() in stops.abbreviations:
        return word.casefold() in stops.numbered and not following.isdigit()
    # an ordinal (24. Mai) or a list number: a number that begins the sentence does not end it
    return not (_NUMBER.fullmatch(word) and match.start() - len(word) == start)


def _opener_follows(text: str, match: re.Match[str], stops: Stops) -> bool:
    """Tell whether a word that opens a sentence follows, and no name: Kevin de B. Zijn advocaat, but J. De Vries."""
    following = _WORD.match(text, match.start("next"))
    return following is not None and following.group().casefold() in stops.openers \
        and _SMALL_WORD.match(text, following.end()) is not None
