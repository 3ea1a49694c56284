"""Cut a document into stretches: sentences, joined where a quotation runs over their border."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from helpers.annotate.attributions._grammar import Grammar
from helpers.annotate.attributions._unclosed import end_before_frames
from helpers.model import Document, Quotation, Sentence, Span
from helpers.text.tokens import find_tokens

LONGEST = 2000
"""Characters of a sentence that are read at once: a longer one, which nobody wrote as one, is read in pieces."""
MAX_PARENTHESIS = 24
_LINES = ("title", "heading", "intro")  # a headline of two sentences ends as a first paragraph does
MIN_SHOUTED, LONG_WORD = 3, 4
_PICTURE = re.compile("[\u2190-\U0010ffff]")
_NO_ROLES: frozenset[str] = frozenset()
_MONEY = frozenset("$€£¥")
_TIME: frozenset[str] = frozenset({"time_word"})
NOUN_ROLES = frozenset({"print_noun", "pointing_noun", "remark_noun", "hearing_noun", "study_noun", "thing_noun",
                        "granted_noun", "mute_noun", "behind_noun", "particle", "speaker_noun", "part_of_count",
                        "own_act", "verdict_told", "degree"})


class Item(NamedTuple):
    """A word, a mark, a quotation or a parenthesis."""

    start: int
    end: int
    text: str
    key: str
    kind: str
    roles: frozenset[str] = frozenset()
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The items of one or more sentences, as the rules walk over them."""

    document: Document
    grammar: Grammar
    items: tuple[Item, ...]
    sentences: tuple[Sentence, ...]
    known: dict[tuple[str, int], int] = field(default_factory=dict, compare=False, repr=False)
    """Bounds of clauses that were found before: without it, a long sentence costs its length cubed."""

    def __len__(self) -> int:
        return len(self.items)

    def key(self, at: int) -> str:
        """Return the word or mark at an index, empty outside the stretch."""
        return self.items[at].key if 0 <= at < len(self.items) else ""

    def kind(self, at: int) -> str:
        """Return the kind of an item, ``mark`` outside the stretch: its ends bound a clause as a mark does."""
        return self.items[at].kind if 0 <= at < len(self.items) else "mark"

    def has(self, at: int, *roles: str) -> bool:
        """Tell whether the word at an index has one of the roles."""
        return 0 <= at < len(self.items) and not self.items[at].roles.isdisjoint(roles)

    def is_plain(self, at: int) -> bool:
        """Tell whether an item is a word of content: in no list of small words and verbs, only of kinds of nouns."""
        return self.kind(at) == "word" and self.items[at].roles <= NOUN_ROLES

    def is_capital(self, at: int) -> bool:
        """Tell whether a word is written with a capital."""
        return self.kind(at) == "word" and self.items[at].text[0].isupper()

    def find_role(self, lo: int, hi: int, *roles: str) -> int | None:
        """Return the first index in ``[lo, hi)`` with one of the roles."""
        for at in range(max(lo, 0), min(hi, len(self.items))):
            if not self.items[at].roles.isdisjoint(roles):
                return at
        return None

    def span(self, lo: int, hi: int) -> Span:
        """Return the characters of the items ``[lo, hi)``."""
        return Span(self.items[lo].start, self.items[hi - 1].end)

    @property
    def paragraph(self) -> int:
        """The paragraph that the stretch begins in."""
        return self.sentences[0].paragraph


def find_stretches(document: Document, grammar: Grammar) -> Iterator[Stretch]:
    """Yield the stretches of a document in order."""
    outer = [*end_before_frames(document, grammar, document.quotations)]
    at, pictures = 0, _PICTURE.search(document.text) is not None
    for group in _group(document.sentences, outer):
        end = group[-1].span.end
        while at < len(outer) and outer[at].span.end <= group[0].span.start:
            at += 1
        last = at
        while last < len(outer) and outer[last].span.start < end:
            last += 1
        whole = Span(group[0].span.start, end)
        words = tuple(_items(document, grammar, whole, outer[at:last]))
        items = tuple(_join_parentheses(tuple(i for i in words if not _is_symbol(i)) if pictures else words))
        for piece in _in_pieces(items):
            read = _without_shouting(piece)
            titled = group[0].part in _LINES and "subject_first" in grammar.role("word_order")
            titled = titled and _is_title_case(document, group[0])
            yield Stretch(document, grammar, _without_title_case(read, grammar) if titled else read, tuple(group))


def _in_pieces(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """Cut what is too long to be one sentence behind its commas: every rule may look to the end of a stretch.

    A quotation counts for nothing, however long: it is one item, and its frame must not be cut off.
    """
    first = 0
    while first < len(items) and items[-1].end - items[first].start > LONGEST:
        end = _reach(items, first)
        comma = next((i + 1 for i in range(end - 1, first, -1) if items[i].text in (",", ";")), end)
        last = comma if end < len(items) else end
        yield items[first:last]
        first = last
    if first < len(items):
        yield items[first:]


def _reach(items: tuple[Item, ...], first: int) -> int:
    """Return where the words that are read at once end, at least one item on."""
    size = 0
    for at in range(first, len(items)):
        size += len(items[at].text) + 1
        if size > LONGEST and at > first:
            return at
    return len(items)


def _opens_sum(text: str, at: int) -> bool:
    """Tell a sign of money before its figure, which begins a clause as a word does: ``denied that $5 was spent``."""
    return text[at] in _MONEY and text[at + 1 : at + 3].lstrip()[:1].isdigit()


def _is_symbol(item: Item) -> bool:
    """Tell a picture such as an emoji, which no clause is built with."""
    return item.kind == "mark" and unicodedata.category(item.text[0])[0] in "SMC"


def _without_shouting(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Read a stretch in capitals throughout as if it had none: there, a capital tells no name."""
    shouted = 0
    for item in items:
        if item.kind == "word" and item.text.isalpha():
            if not item.text.isupper():
                return _name_acronyms(items)
            shouted += 1
    if shouted < MIN_SHOUTED:
        return _name_acronyms(items)
    return tuple(item._replace(text=item.key) if item.kind == "word" else item for item in items)


def _is_title_case(document: Document, sentence: Sentence) -> bool:
    """Tell whether every long word of the headline that a sentence stands in has a capital."""
    line = [s.span for s in document.sentences if (s.part, s.paragraph) == (sentence.part, sentence.paragraph)]
    tokens = list(find_tokens(document.text, Span(line[0].start, line[-1].end)))[1:]
    words = [token.text for token in tokens if token.is_word and token.text.isalpha() and len(token.text) >= LONG_WORD]
    return len(words) >= MIN_SHOUTED and all(word[0].isupper() for word in words)


def _without_title_case(items: tuple[Item, ...], grammar: Grammar) -> tuple[Item, ...]:
    """Read ``Some Teachers Say the Money Came Late``: a capital on small words and verbs tells no name (English)."""
    return tuple(item._replace(text=item.key) if item.text[:1].isupper() and (item.roles or item.key in grammar.forms)
                 and not item.text.isupper() else item for item in items)  # fmt: skip


def _name_acronyms(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Read ``het OM`` and ``WHO`` as names, although they spell small words: no list knows their capitals."""
    items = _name_months(items)
    found = [at for at, item in enumerate(items) if item.roles and len(item.text) > 1 and item.text.isupper()]
    names = {at for at in found if _is_acronym(items[at], items[at - 1] if at else None)}
    if not names:
        return items
    return tuple(item._replace(key=item.text, roles=_NO_ROLES) if at in names else item
                 for at, item in enumerate(items))  # fmt: skip


def _name_months(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Read ``until May`` as a time and ``Ann May`` as a name: only the small ``may`` is a verb inside a sentence."""
    found = {at for at, item in enumerate(items) if at and item.text[0:1].isupper() and "month_or_verb" in item.roles}
    if not found:
        return items
    return tuple(item._replace(roles=_NO_ROLES if items[at - 1].text[0:1].isupper() else _TIME) if at in found else item
                 for at, item in enumerate(items))  # fmt: skip


def _is_acronym(item: Item, before: Item | None) -> bool:
    """Tell ``de EN`` and ``IS`` from a word that is stressed: ``het IS waar``."""
    around = before.roles if before is not None else _NO_ROLES
    verb = "finite_verb" in item.roles and not around.isdisjoint({"pronoun_subject", "impersonal", "backward"})
    return not verb and ("acronym" in item.roles or ("definite" in around and "possessive" not in around
                                                     and "finite_verb" not in item.roles))


def _group(sentences: Sequence[Sentence], outer: Sequence[Quotation]) -> Iterator[list[Sentence]]:
    at, group = 0, []
    for sentence in sentences:
        group.append(sentence)
        while at < len(outer) and outer[at].span.end <= sentence.span.end:
            at += 1
        if at < len(outer) and outer[at].span.start < sentence.span.end:
            continue
        yield group
        group = []
    if group:
        yield group


def _items(
    document: Document, grammar: Grammar, whole: Span, quotations: Sequence[Quotation]
) -> Iterator[Item]:
    position = whole.start
    for quotation in quotations:
        if quotation.span.start < position:
            continue
        yield from _words(document, grammar, position, quotation.span.start)
        span = quotation.span
        yield Item(span.start, span.end, "", "", "quote", quotation=quotation)
        position = span.end
    yield from _words(document, grammar, position, whole.end)


def _words(document: Document, grammar: Grammar, start: int, end: int) -> list[Item]:
    if start >= end:
        return []
    roles_of = grammar.roles_of
    return [Item(start, end, text, key, "word" if is_word or _opens_sum(document.text, start) else "mark",
                 roles_of.get(key, _NO_ROLES))
            for start, end, text, key, is_word in find_tokens(document.text, Span(start, end))]


def _join_parentheses(items: Sequence[Item]) -> Iterator[Item]:
    at = 0
    while at < len(items):
        item = items[at]
        end = _closing(items, at) if item.text == "(" else None
        if end is None:
            yield item
            at += 1
        else:
            yield Item(item.start, items[end].end, "", "", "parenthesis")
            at = end + 1


def _closing(items: Sequence[Item], at: int) -> int | None:
    return next((i for i in range(at + 1, min(len(items), at + MAX_PARENTHESIS)) if items[i].text == ")"), None)
