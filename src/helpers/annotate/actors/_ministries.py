"""Tell whose ministry is meant where its country is not said: only where one country alone is possible."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cache

from helpers.annotate.actors._countries_beside import adjective_of
from helpers.annotate.actors._english import curated_names, office_names, read_english_names
from helpers.annotate.actors._pieces import Pieces
from helpers.annotate.actors._runs import Run
from helpers.model import Document
from helpers.resources.gazetteer import read_gazetteer
from helpers.resources.lexicons import Lexicon

_CLEARLY = 2


class Countries:
    """Which countries an article names, and where; read once, and only if a ministry asks."""

    def __init__(self, document: Document, pieces: Pieces, lexicon: Lexicon, taken: set[int]) -> None:
        self.document = document
        self.pieces = pieces
        self.english = read_english_names(lexicon)
        self.language = lexicon.language
        self.taken = taken
        self._told: list[tuple[int, str]] | None = None

    def ministry(self, run: Run) -> str:
        """Return the id of the ministry that is kept by hand, empty where several countries' may be meant.

        The country is the one that stands nearest (in the sentence, else the paragraph, else anywhere), alone there,
        and the one that the article clearly names most.
        """
        offices = office_names(self.pieces, run, self.english, self.language)
        if not offices:
            return ""
        counts = Counter(country for _, country in self.told)
        most = counts.most_common(2)
        clear = most and (len(most) == 1 or most[0][1] > _CLEARLY * most[1][1])
        country = most[0][0] if clear else ""
        if not country or self._around(run) != {country} or self._named_ministries(offices) - {country}:
            return ""
        return _known_ministry(country, offices)

    @property
    def told(self) -> list[tuple[int, str]]:
        """Each word that tells a country, as offset and country."""
        if self._told is None:
            self._told = [*self._tell()]
        return self._told

    def _tell(self) -> Iterable[tuple[int, str]]:
        gazetteer, pieces = read_gazetteer(), self.pieces
        demonyms = gazetteer.demonyms.get(self.language, {})
        for at, key in enumerate(pieces.keys):
            country = demonyms.get(key, "")
            if not country and at in self.taken and pieces.capital[at]:
                places = {place.country for place in gazetteer.candidates(pieces.words[at])[:1]}
                country = next(iter(places), "")
            if country:
                yield pieces.starts[at], country

    def _around(self, run: Run) -> set[str]:
        start = self.pieces.starts[run.first]
        here = self.document.sentence_at(start)
        paragraph = [s.span for s in self.document.sentences if s.paragraph == here.paragraph]
        offsets = [offset for offset, _ in self.told]
        for begin, end in ((here.span.start, here.span.end), (paragraph[0].start, paragraph[-1].end)):
            near = self.told[bisect_left(offsets, begin) : bisect_right(offsets, end)]
            if near:
                return {country for _, country in near}
        return {country for _, country in self.told}

    def _named_ministries(self, offices: tuple[str, ...]) -> set[str]:
        """Return the countries whose ministry for this is named with its country."""
        text = " ".join(self.pieces.text.lower().split()).replace("’", "'")
        found = set()
        for country in {country for _, country in self.told}:
            known = _known_ministry(country, offices)
            if known and any(name in text for name in _names_of(known)):
                found.add(country)
        return found


def _known_ministry(country: str, offices: tuple[str, ...]) -> str:
    adjective = adjective_of(country).lower()
    known = curated_names()
    found = {known[name] for name in (f"{adjective} {office}" for office in offices) if name in known}
    return found.pop() if adjective and len(found) == 1 else ""


@cache
def _names_of(actor_id: str) -> tuple[str, ...]:
    """Return the names of an actor of more than one word, in small letters."""
    return tuple(name for name, known in curated_names().items() if known == actor_id and " " in name)
