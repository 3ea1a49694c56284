"""The newsroom's marks of doubt and of negation: patterns of words with their scope, compiled once a lexicon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from helpers.annotate.claims._patterns import Pattern, PatternIndex, read_pattern
from helpers.model import Document, Span, SpanIndex
from helpers.model.annotations import Polarity, Verification
from helpers.resources.lexicons import Lexicon
from helpers.text.tokens import Token, find_tokens

MAX_NEGATION_REACH = 60
_CLAUSE_MARKS = (",", ";", ":", ".", "?", "!")
MAX_JOINT = 12


_NO_PATTERNS = PatternIndex()


@dataclass(frozen=True, slots=True)
class Marks:
    """The compiled marks of one language."""

    patterns: dict[str, PatternIndex]
    hearsay: dict[str, frozenset[str]]
    participles: tuple[re.Pattern[str], ...]
    negations: frozenset[str]
    pseudo_negations: tuple[Pattern, ...]
    terminators: frozenset[str]
    breaks: frozenset[str]
    grounds: frozenset[str]
    joints: frozenset[str]

    def polarity_of(self, document: Document, *pieces: Span) -> Polarity:
        """Tell whether the first clause of a content says no: a terminator ends the reach of the search.

        The pieces of a content that its frame cuts in two (``The dam is, she says, not safe``) are read as one.
        """
        keys = [token.key for piece in sorted(pieces) for token in find_tokens(document.text, piece)]
        if self.negations.isdisjoint(keys):
            return "positive"
        for at, key in enumerate(keys[:MAX_NEGATION_REACH]):
            if key in self.terminators and at:
                break
            if key in self.negations and not _sets_apart(keys, at) and not any(
                pattern.matches(keys[at : at + len(pattern.slots)]) for pattern in self.pseudo_negations
            ):
                return "negative"
        return "positive"


def _sets_apart(keys: Sequence[str], at: int) -> bool:
    """Tell ``points to the oven, not to the cook``: a negation behind a comma and before the word that it repeats."""
    return at > 0 and keys[at - 1] == "," and at + 1 < len(keys) and keys[at + 1] in keys[: at - 1]


def is_joined(document: Document, piece: Span, joints: frozenset[str]) -> bool:
    """Tell whether a word such as ``and``, or a colon, stands right before a piece: then it is a clause of its own."""
    before = document.text[max(0, piece.start - MAX_JOINT) : piece.start].split()
    return bool(before) and (before[-1].lower() in joints or before[-1].endswith(":"))


def words_outside_quotes(document: Document, span: Span) -> list[str]:
    """Return the words of a span in lower case, without what a quotation inside it holds."""
    return [token.key for token in _outside_quotes(document, span, find_tokens(document.text, span))]


def _outside_quotes(document: Document, span: Span, tokens: Sequence[Token]) -> Sequence[Token]:
    quoted = [q.content for q in document.quotations_in(span) if not q.content.contains(span)]
    if not quoted:
        return tokens
    held = SpanIndex((content, content) for content in quoted)
    return [token for token in tokens if not held.covers(token.start)]


@lru_cache(maxsize=16)
def read_marks(lexicon: Lexicon) -> Marks:
    """Compile the marks of a language, once."""
    verification: dict[str, list[Pattern]] = {}
    for row in lexicon.rows("verification"):
        pattern = read_pattern(row["pattern"], row["gap"], row["value"], row.row_id)
        verification.setdefault(row["value"], []).append(pattern)
    hearsay = {row.key: frozenset(row.words("words")) for row in lexicon.rows("hearsay")}
    negation: dict[str, set[str]] = {}
    grammar = {row.key: frozenset(row.words("words")) for row in lexicon.rows("grammar")}
    for row in lexicon.rows("negation"):
        negation.setdefault(row["scope"], set()).add(row.key)
    return Marks(
        patterns={value: PatternIndex.build(rows) for value, rows in verification.items()},
        hearsay=hearsay,
        participles=tuple(re.compile(row.key) for row in lexicon.rows("participles")),
        negations=frozenset(negation.get("after", set()) | negation.get("both", set())),
        pseudo_negations=tuple(read_pattern(key, "0", "", "") for key in sorted(negation.get("pseudo", ()))),
        terminators=frozenset(negation.get("terminator", ())),
        joints=frozenset(word for row in lexicon.rows("grammar") if row.key == "coordinator"
                         for word in row.words("words")),
        breaks=frozenset(row.key for row in lexicon.rows("negation") if row["scope"] == "terminator"),
        grounds=grammar.get("grounds", frozenset()),
    )


def find_verification(keys: Sequence[str], marks: Marks) -> tuple[Verification, str]:
    """Return what the newsroom says of checking a sentence of these words, and the rule that says so."""
    if marks.patterns.get("pseudo", _NO_PATTERNS).first(keys):
        return "none", ""
    values: tuple[Verification, ...] = ("unverified", "verified")
    for value in values:
        pattern = marks.patterns.get(value, _NO_PATTERNS).first(keys)
        if pattern is not None:
            return value, f"verification_mark {pattern.rule}"
    return "none", ""


def find_doubt(keys: Sequence[str], marks: Marks) -> tuple[Verification, str]:
    """Return whether a sentence without a source is hearsay, or leaves open whether something is so."""
    if is_hearsay(keys, marks):
        return "unverified", "hearsay_auxiliary"
    pattern = marks.patterns.get("unknown", _NO_PATTERNS).first(keys)
    return ("unverified", f"verification_mark {pattern.rule}") if pattern is not None else ("none", "")


def is_hearsay(keys: Sequence[str], marks: Marks) -> bool:
    """Tell whether an auxiliary of hearsay (zou hebben gestolen) marks a sentence, and no condition or plan does."""
    auxiliaries = marks.hearsay.get("auxiliary", frozenset())
    if auxiliaries.isdisjoint(keys):
        return False
    at = next((i for i, key in enumerate(keys) if key in auxiliaries), None)
    if at is None or _is_conditional(keys, marks):
        return False
    rest = _to_end_of_clause(keys[at + 1 :], marks)
    pairs = {f"{one}_{other}" for one, other in pairwise(rest)}
    if not marks.hearsay.get("stative", frozenset()).isdisjoint({*rest, *pairs}):
        return True
    if _is_present_state(keys, at, marks) or _is_lasting(keys, at, marks):
        return True
    perfect = marks.hearsay.get("perfect", frozenset())
    return any(key in perfect and _near_participle(rest, i, marks) for i, key in enumerate(rest))


def _to_end_of_clause(keys: Sequence[str], marks: Marks) -> Sequence[str]:
    """Cut behind an infinitive that closes its clause: ``die maandag zouden beginnen, zijn verschoven``."""
    perfect = marks.hearsay.get("perfect", frozenset())
    comma = next((i for i, key in enumerate(keys) if key == "," and i), None)
    closes = comma is not None and keys[comma - 1].endswith("en") and perfect.isdisjoint(keys[:comma])
    return keys[:comma] if closes else keys


def _is_conditional(keys: Sequence[str], marks: Marks) -> bool:
    """Tell whether a word of condition stands in a sentence; ``als eerste`` is none."""
    conditional, others = marks.hearsay.get("conditional", ()), marks.hearsay.get("not_conditional", frozenset())
    return any(key in conditional and not (i + 1 < len(keys) and keys[i + 1] in others) for i, key in enumerate(keys))


def _is_present_state(keys: Sequence[str], at: int, marks: Marks) -> bool:
    """Tell ``De eigenaar zou failliet zijn`` from a condition (``dat zou beter zijn``): what ends its clause."""
    subjects, judged = marks.hearsay.get("condition_subject", ()), marks.hearsay.get("judged", frozenset())
    rest = keys[at + 1 :]
    neighbours = (*keys[max(0, at - 1) : at], *rest[:1])
    if any(key in subjects for key in neighbours) or not judged.isdisjoint(rest):
        return False
    words = [key for key in rest if key[0].isalnum()]
    return len(words) > 1 and words[-1] in marks.hearsay.get("perfect", frozenset())


def _is_lasting(keys: Sequence[str], at: int, marks: Marks) -> bool:
    """Tell what lasts while the sentence is written (De dam zou lekken) from a plan, a condition and a later past."""
    if keys[-1] == "?":
        return False
    words = [key for key in keys[:_clause_end(keys, at)] if key[0].isalnum()]
    here = words.index(keys[at])
    about = {*words[max(0, here - 1) : here], *words[here + 1 : here + 2]}
    elsewhere = marks.hearsay.get("not_lasting", frozenset()) | marks.hearsay.get("judged", frozenset())
    subjects = marks.hearsay.get("condition_subject", frozenset()) - marks.hearsay.get("existential", frozenset())
    if not about.isdisjoint(subjects) or not elsewhere.isdisjoint(words):
        return False
    rest = words[here + 1 :]
    pairs = {f"{one}~{other}" for one, other in combinations(rest, 2)}
    return not marks.hearsay.get("lasting", frozenset()).isdisjoint({*rest, *pairs})


def _clause_end(keys: Sequence[str], at: int) -> int:
    return next((i for i, key in enumerate(keys) if i > at and key in _CLAUSE_MARKS), len(keys))


def _near_participle(keys: Sequence[str], at: int, marks: Marks) -> bool:
    after = keys[at + 1 : at + 5]
    after = after[: after.index(",")] if "," in after else after
    near = (*keys[max(0, at - 1) : at], *after)
    doubled = marks.hearsay.get("double_infinitive", frozenset())
    return any(key in doubled or pattern.fullmatch(key) for key in near for pattern in marks.participles)
