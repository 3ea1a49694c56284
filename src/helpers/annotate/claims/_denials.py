"""Contents that only turn down what was said before: ``Dat klopt niet, zegt hij`` denies, ``Er kwam niemand`` states.

A pattern is a whole sentence. What it turns down has to be known already, by a pronoun, a name or a definite noun:
``van die brief is geen sprake`` denies, ``van een doorbraak is geen sprake`` says how things stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from helpers.model import Claim, Document
from helpers.model.annotations import DENIAL_IN_CONTENT
from helpers.resources.lexicons import Lexicon, LexiconRow
from helpers.text.tokens import Token, find_tokens

LONGEST = 60

_QUOTES = frozenset("'\"‘’“”„«»‚‹›")
_CLOSING = frozenset(".!?…")
_BREAKS = frozenset(",;:–—()")
_ROLES = frozenset({"subject", "pronoun", "determiner", "gerund", "who", "client", "noun"})
"""The uses of rows that are lists of words: by them a phrase is known."""
_HEAD_REACH, _NOUN, _WHO, _GIVEN, _STATEMENT = 5, 4, 5, 16, 30
Fits = Callable[["Denials", Sequence[Token]], bool]


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a pattern: words of which one has to stand there, or a phrase of a kind."""

    words: frozenset[str] = frozenset()
    phrase: str = ""
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Denials:
    """The compiled denials of one language, with the words by which a phrase is known."""

    patterns: tuple[tuple[tuple[Slot, ...], str], ...] = ()
    fillers: tuple[tuple[str, ...], ...] = ()
    openers: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    """One of them stands in every denial: a cheap look spares most of the work."""
    grammar: dict[str, frozenset[str]] = field(default_factory=dict)

    def rule_of(self, document: Document, claim: Claim) -> str:
        """Return the row by which all sentences of a content are denials, empty where one is not."""
        if claim.stance != "asserts" or claim.certainty != "certain":
            return ""
        pieces = sorted((claim.span, *claim.more_spans))
        tokens = [token for piece in pieces for token in find_tokens(document.text, piece)]
        if len(tokens) > LONGEST or self.telling.isdisjoint(token.key for token in tokens):
            return ""
        found = [self._rule_of_sentence(sentence) for sentence in _sentences(tokens)]
        return found[0] if found and all(found) else ""

    def _rule_of_sentence(self, tokens: Sequence[Token]) -> str:
        keys = frozenset(token.key for token in tokens)
        for slots, rule in self.patterns:
            needed = (slot.words for slot in slots if slot.words and not slot.is_optional)
            if not any(map(keys.isdisjoint, needed)) and self._fits(slots, tokens):
                return rule
        opens = len(tokens) > 1 and (tokens[0].key in self.openers or tokens[0].key in _BREAKS)
        return self._rule_of_sentence(tokens[1:]) if opens else ""

    def _fits(self, slots: Sequence[Slot], tokens: Sequence[Token]) -> bool:
        """Tell whether slots take up all tokens, in their order and with only fillers between them."""
        if not slots and not tokens:
            return True
        slot = slots[0] if slots else None
        if slot and slot.is_optional and self._fits(slots[1:], tokens):
            return True
        if slot and any(self._fits(slots[1:], tokens[end:]) for end in self._ends(slot, tokens)):
            return True
        return any(self._fits(slots, tokens[len(filler) :]) for filler in self.fillers
                   if filler == tuple(token.key for token in tokens[: len(filler)]))  # fmt: skip

    def _ends(self, slot: Slot, tokens: Sequence[Token]) -> Iterator[int]:
        """Yield how many tokens a slot may take up."""
        if slot.words:
            if tokens and tokens[0].key in slot.words:
                yield 1
            return
        longest, fits = _PHRASES[slot.phrase]
        for end in range(1, min(len(tokens), longest) + 1):
            if fits(self, tokens[:end]):
                yield end

    def has(self, token: Token, role: str) -> bool:
        """Tell whether a word has a role in the grammar of its language."""
        return token.key in self.grammar.get(role, ())


def _is_given(denials: Denials, tokens: Sequence[Token]) -> bool:
    """Tell whether a phrase means something that is known: ``die brief``, ``it``, ``Anna``, ``drawing up the list``."""
    first, *rest = tokens
    if any(token.key in _BREAKS for token in tokens) or _opens_clause(denials, rest):
        return False
    return (
        (not rest and denials.has(first, "denial_pronoun"))
        or _is_name(denials, first)
        or (bool(rest) and (denials.has(first, "definite") or denials.has(first, "denial_determiner")))
        or (bool(rest) and first.key.endswith(tuple(denials.grammar.get("denial_gerund", ()))))
    )


def _opens_clause(denials: Denials, tokens: Sequence[Token]) -> bool:
    """Tell whether a clause of its own follows ``and`` or ``but``."""
    joints = ("coordinator", "contrast")
    at = next((i for i, token in enumerate(tokens) if any(denials.has(token, joint) for joint in joints)), len(tokens))
    return any(denials.has(token, "finite_verb") or denials.has(token, "pronoun_subject") for token in tokens[at:])


def _is_statement(denials: Denials, tokens: Sequence[Token]) -> bool:
    """Tell whether a phrase means something said: ``dat``, ``the report on the fire``, ``Dat hij sliep,``."""
    first, *rest = tokens
    if not rest:
        return denials.has(first, "denial_subject") or _is_told(denials, first)
    if denials.has(first, "complementizer") and tokens[-1].key == ",":
        return len(rest) > 2
    if any(token.key in ";:()" for token in tokens):
        return False
    announced = tokens[: next((i for i, token in enumerate(tokens) if denials.has(token, "preposition")), _HEAD_REACH)]
    return any(_is_told(denials, token) for token in announced[:_HEAD_REACH])


def _is_told(denials: Denials, token: Token) -> bool:
    return denials.has(token, "pointing_noun") or denials.has(token, "denial_noun")


def _is_who(denials: Denials, tokens: Sequence[Token]) -> bool:
    """Tell whether a phrase means somebody: a pronoun, a name, or ``haar cliënt``."""
    first, *rest = tokens
    if not rest:
        return denials.has(first, "denial_who") or _is_name(denials, first)
    owned = denials.has(first, "possessive") and len(rest) == 1 and denials.has(rest[0], "denial_client")
    return owned or all(_is_name(denials, token) for token in tokens)


def _is_name(denials: Denials, token: Token) -> bool:
    small = ("determiner", "pronoun_subject", "preposition", "denial_subject")
    return token.text[0].isupper() and not any(denials.has(token, role) for role in small)


def _is_noun(denials: Denials, tokens: Sequence[Token]) -> bool:
    plain = (token.is_word and not denials.has(token, "finite_verb") for token in tokens)
    return all(plain) and not any(denials.has(token, "determiner") for token in tokens)


def _is_clause(denials: Denials, tokens: Sequence[Token]) -> bool:
    return len(tokens) > 2 and denials.has(tokens[0], "complementizer")


_PHRASES: dict[str, tuple[int, Fits]] = {
    "<given>": (_GIVEN, _is_given),
    "<statement>": (_STATEMENT, _is_statement),
    "<who>": (_WHO, _is_who),
    "<noun>": (_NOUN, _is_noun),
    "<clause>": (LONGEST, _is_clause),
}


def _sentences(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Cut tokens where a sentence ends, without quotation marks and what closes."""
    held: list[Token] = []
    for token in tokens:
        if token.key in _CLOSING:
            if held:
                yield held
            held = []
        elif token.text not in _QUOTES:
            held.append(token)
    if held:
        yield held


def mark_denial(document: Document, claim: Claim, denials: Denials) -> Claim:
    """Let a claim deny whose content does nothing else; what it then turns down is said with yes."""
    row_id = denials.rule_of(document, claim)
    if not row_id:
        return claim
    return replace(claim, stance="denies", polarity="positive", rule=f"{claim.rule} + {DENIAL_IN_CONTENT} {row_id}")


@lru_cache(maxsize=16)
def read_denials(lexicon: Lexicon) -> Denials:
    """Compile the denials of a language, once."""
    rows: dict[str, list[LexiconRow]] = {"whole": [], "within": [], "opens": []}
    for row in lexicon.rows("denials"):
        rows.setdefault(row["use"], []).append(row)
    patterns = tuple((tuple(map(_read_slot, row["pattern"].split())), row.row_id) for row in rows["whole"])
    return Denials(
        patterns=patterns,
        fillers=tuple(tuple(row["pattern"].split()) for row in rows["within"]),
        openers=frozenset(row["pattern"] for row in rows["opens"]),
        telling=frozenset(word for slots, _ in patterns for word in _rarest(slots)),
        grammar={
            **{row.key: frozenset(row.words("words")) for row in lexicon.rows("grammar")},
            **{f"denial_{use}": frozenset(row.words("pattern")) for use, (row, *_) in rows.items() if use in _ROLES},
        },
    )


def _read_slot(text: str) -> Slot:
    bare = text.removeprefix("(").removesuffix(")")
    if bare in _PHRASES:
        return Slot(phrase=bare, is_optional=bare != text)
    return Slot(words=frozenset(bare.split("|")), is_optional=bare != text)


def _rarest(slots: Sequence[Slot]) -> frozenset[str]:
    """Return the words of the slot that fewest texts have: one whose shortest word is longest."""
    needed = [slot.words for slot in slots if slot.words and not slot.is_optional]
    return max(needed, key=lambda words: min(map(len, words)))
