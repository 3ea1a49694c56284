"""How sure a source says to be of what it states: hedges in a content, with what only looks like one.

Whose words count: of reported speech all, and of a quotation inside it those that are part of its clause; of a
quotation by itself only what a speaker says of being unsure (an appearance is its subject there).
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from helpers.annotate.claims._patterns import Pattern, PatternIndex, read_pattern
from helpers.model import Claim, Document, Span, SpanIndex
from helpers.model.annotations import Certainty
from helpers.resources.lexicons import Lexicon
from helpers.text.tokens import Token, find_tokens

_OPENING, _CLOSING, _NUMBER = "^", "$", "#"
_MARKS = frozenset(".,;:!?…–—")
_QUOTES = frozenset("'\"‘’“”„«»‚‹›")


@dataclass(frozen=True, slots=True)
class Hedges:
    """The compiled hedges of one language, by where they count."""

    reported: PatternIndex
    spoken: PatternIndex
    judged: PatternIndex
    no_hedges: PatternIndex
    terminators: frozenset[str]
    coordinators: frozenset[str]
    telling: frozenset[str]
    """One of them stands in every hedge: a cheap look spares most of the work."""

    def certainty_of(self, document: Document, claim: Claim) -> Certainty:
        """Return how sure a content says to be: the first hedge in its main clause decides."""
        if claim.kind == "direct":
            pieces = [_words(document, span) for span in (claim.span, *claim.more_spans)]
            return self._first(pieces, self.spoken)
        spans = sorted((claim.span, *claim.more_spans))
        words = [word for span in spans for word in _words(document, span)]
        if self.telling.isdisjoint(words):
            return "certain"
        judged = claim.rule.startswith(("calls_it", "object")) and self.judged.first(self._main_clause(words))
        return "possible" if judged else self._first([words], self.reported)

    def _first(self, pieces: Iterable[list[str]], index: PatternIndex) -> Certainty:
        for words in pieces:
            if self.telling.isdisjoint(words):
                continue
            keys = self._main_clause(words)
            hedges = [*index.all(keys)]
            taken = {i for _, at in self.no_hedges.all(keys) for i in at} if hedges else ()
            hedge = next((pattern for pattern, at in hedges if at[0] not in taken), None)
            if hedge is not None:
                return "probable" if hedge.value == "probable" else "possible"
        return "certain"

    def _main_clause(self, words: Sequence[str]) -> list[str]:
        """Leave out a clause that is set in between (``, die er woont, ``), and what follows the first clause."""
        keys, at, commas = [_OPENING], 0, [i for i, word in enumerate(words) if word == ","]
        while at < len(words):
            if at and words[at] in self.terminators:
                behind = bisect(commas, at)
                comma = commas[behind] if behind < len(commas) else len(words)
                if words[at] in self.coordinators or comma + 1 >= len(words) or words[comma + 1] in self.coordinators:
                    break
                at = comma + 1
                continue
            keys.append(_NUMBER if words[at][0].isdigit() else words[at])
            at += 1
        return [*(_CLOSING if key in _MARKS else key for key in keys), _CLOSING]


def _words(document: Document, span: Span) -> list[str]:
    """Return the words of a span in lower case, but a capital inside it stays: ``May`` is no ``may``."""
    tokens = find_tokens(document.text, span)
    apart = [q.content for q in document.quotations_in(span)
             if not q.content.contains(span) and not _goes_on(document, q.content)]
    held = SpanIndex((content, content) for content in apart) if apart else None
    return [_word(token, first=token is tokens[0]) for token in tokens
            if token.text not in _QUOTES and (held is None or not held.covers(token.start))]


def _word(token: Token, *, first: bool) -> str:
    return token.text if token.text[0].isupper() and not first else token.key


def _goes_on(document: Document, quoted: Span) -> bool:
    """Tell whether a quotation is part of the clause around it: it begins with a small letter."""
    return document.text[quoted.start].islower()


@lru_cache(maxsize=16)
def read_hedges(lexicon: Lexicon) -> Hedges:
    """Compile the hedges of a language, once."""
    rows: dict[str, list[Pattern]] = {"yes": [], "no": [], "judged": [], "none": []}
    for row in lexicon.rows("hedges"):
        where = "none" if row["certainty"] == "certain" else row["in_quotation"]
        rows[where].append(read_pattern(row.key, row["gap"], row["certainty"], row.row_id))
    terminators = {row.key for row in lexicon.rows("negation") if row["scope"] == "terminator"}
    coordinators = {row.key for row in lexicon.rows("negation") if row["scope"] == "terminator"} & {";"}
    for row in lexicon.rows("grammar"):
        if row.key in ("contrast", "coordinator"):
            coordinators |= set(row.words("words"))
    return Hedges(
        reported=PatternIndex.build([*rows["yes"], *rows["no"]]),
        spoken=PatternIndex.build(rows["yes"]),
        judged=PatternIndex.build(rows["judged"]),
        no_hedges=PatternIndex.build(rows["none"]),
        terminators=frozenset(terminators),
        coordinators=frozenset(coordinators),
        telling=PatternIndex.build([*rows["yes"], *rows["no"], *rows["judged"]]).words,
    )
