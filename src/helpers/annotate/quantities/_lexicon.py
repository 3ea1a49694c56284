"""What a language says about counting, indexed once: qualifiers, units, frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from helpers.annotate.quantities._numbers import NumberReader
from helpers.model.annotations import Qualifier
from helpers.resources.gazetteer import read_gazetteer
from helpers.resources.lexicons import Lexicon, LexiconRow
from helpers.text.words import PhraseIndex, word_keys

PEOPLE = "people"
_SHORTEST_HEAD = 4
Predicate = tuple[LexiconRow, frozenset[str]]


@dataclass(frozen=True, slots=True)
class CountingWords:
    """The counting words of one language.

    Parameters
    ----------
    numbers : NumberReader
    before, after : dict
        Qualifiers by their words, by the side of the number that they stand on.
    opens, closes, joins, ratios, changes : dict
        ``tussen``; its ``en``; ``of`` in ``twee of drie``; ``op de`` in ``een op de vijf``;
        verbs that make ``tot`` name the new count.
    articles : set
        What may stand before a round number: ``een tiental``.
    units : PhraseIndex
        Nouns, modifiers, heads and labels.
    heads : dict
        Single nouns, by which compounds are read: ``treinreizigers`` are ``reizigers``.
    predicates : dict
        First word to the row and the other words that it needs.
    frames : dict
        Word to roles: ``stop`` (no noun beyond it), ``clause``, ``bare`` (may stand before a number without a
        noun), ``thereof`` (makes the number before it a part), ``partitive``.
    plurals : tuple of str
        Endings of a plural.
    """

    numbers: NumberReader
    before: dict[tuple[str, ...], LexiconRow]
    after: dict[tuple[str, ...], LexiconRow]
    opens: dict[tuple[str, ...], LexiconRow]
    closes: frozenset[str]
    joins: frozenset[str]
    ratios: frozenset[str]
    changes: frozenset[str]
    articles: frozenset[str]
    units: PhraseIndex[LexiconRow]
    heads: dict[str, LexiconRow]
    predicates: dict[str, list[Predicate]]
    frames: dict[str, frozenset[str]]
    plurals: tuple[str, ...]

    def head_of(self, word: str) -> LexiconRow | None:
        """Return the noun that a compound ends in, None where it ends in none that is known."""
        for start in range(2, len(word) - _SHORTEST_HEAD + 1):
            row = self.heads.get(word[start:])
            if row is not None:
                return row
        return None

    def has_role(self, word: str, *roles: str) -> bool:
        """Tell whether a word has one of some roles."""
        return not self.frames.get(word, frozenset()).isdisjoint(roles)


@lru_cache(maxsize=16)
def counting_words(lexicon: Lexicon) -> CountingWords:
    """Return the counting words of a lexicon, indexed at the first call."""
    sides: dict[str, dict[tuple[str, ...], LexiconRow]] = {}
    for row in lexicon.rows("quantity_qualifiers"):
        sides.setdefault(row["side"], {})[word_keys(row["phrase"])] = row
    units = lexicon.rows("quantity_units")
    return CountingWords(
        numbers=NumberReader(lexicon),
        before=sides.get("before", {}),
        after=sides.get("after", {}),
        opens=sides.get("open", {}),
        closes=_single(sides.get("close", {})),
        joins=_single(sides.get("join", {})),
        ratios=_single(sides.get("ratio", {})),
        changes=_single(sides.get("change", {})),
        articles=_single(sides.get("article", {})),
        units=PhraseIndex.build([*_peoples(lexicon, units), *(
            (form, row) for row in units if row["role"] != "predicate" for form in row.words("forms")
        )]),
        heads={
            form: row for row in units if row["role"] in ("noun", "person") for form in row.words("forms")
            if form.isalpha() and len(form) >= _SHORTEST_HEAD
        },
        predicates=_predicates(units),
        frames={row.key: frozenset(row.words("roles")) for row in lexicon.rows("quantity_frames")},
        plurals=tuple(row.key for row in lexicon.rows("quantity_plurals")),
    )


def _peoples(lexicon: Lexicon, units: tuple[LexiconRow, ...]) -> Iterator[tuple[str, LexiconRow]]:
    """Yield the inhabitants of countries (``Britons``), which are counted as any people are."""
    people = next((row for row in units if row["role"] == "person" and row["unit"] == PEOPLE), None)
    if people is not None:
        yield from ((name, people) for name in sorted(read_gazetteer().peoples.get(lexicon.language, ())))


def _single(rows: dict[tuple[str, ...], LexiconRow]) -> frozenset[str]:
    return frozenset(" ".join(words) for words in rows)


def _predicates(units: tuple[LexiconRow, ...]) -> dict[str, list[Predicate]]:
    found: dict[str, list[Predicate]] = {}
    for row in units:
        if row["role"] == "predicate":
            for form in row.words("forms"):
                keys = word_keys(form)
                found.setdefault(keys[0], []).append((row, frozenset(keys[1:])))
    return found


def qualifier_of(row: LexiconRow) -> Qualifier:
    """Return the qualifier that a row of ``quantity_qualifiers`` states."""
    known: dict[str, Qualifier] = {
        "exact": "exact", "about": "about", "at_least": "at_least",
        "more_than": "more_than", "up_to": "up_to", "between": "between",
    }  # fmt: skip
    return known[row["qualifier"]]
