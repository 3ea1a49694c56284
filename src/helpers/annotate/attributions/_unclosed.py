"""A quotation without a closing mark ends before the frame behind it: ``"Het is klaar, zegt Vos.``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from helpers.annotate.attributions._grammar import Grammar
from helpers.model import Document, Quotation, Span
from helpers.text.tokens import Token, find_tokens

MAX_FRAME = 8


def end_before_frames(document: Document, grammar: Grammar, quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield the outer quotations, one without a closing mark only up to the frame behind what is quoted."""
    outer = [quotation for quotation in quotations if quotation.depth == 0]
    for quotation, following in zip_longest(outer, outer[1:]):
        goes_on = quotation.continues or (following is not None and following.continues)
        whole = quotation.is_closed or goes_on
        comma = None if whole else _find_frame(document, grammar, quotation.content)
        if comma is None:
            yield quotation
        else:
            yield replace(quotation, span=Span(quotation.span.start, comma),
                          content=Span(quotation.content.start, comma))  # fmt: skip


def _find_frame(document: Document, grammar: Grammar, content: Span) -> int | None:
    """Return where the comma before ``zegt Vos`` or ``Ms Vos said`` stands, in the first sentence that ends in one."""
    tokens = find_tokens(document.text, content)
    for at, token in enumerate(tokens):
        if token.text == "," and at and _is_frame(grammar, tokens[at + 1 : at + 2 + MAX_FRAME]):
            return token.start
    return None


def _is_frame(grammar: Grammar, tokens: Sequence[Token]) -> bool:
    """Tell whether a verb of saying and its speaker, and nothing else, stand between a comma and a full stop."""
    end = next((i for i, token in enumerate(tokens) if not token.is_word), None)
    if end is None or end < 2 or tokens[end].text not in ".,":
        return False
    words = [token.key for token in tokens[:end]]
    first, last = _speaks(grammar, words[0]), _speaks(grammar, words[-1])
    behind = first and _names(grammar, tokens[1])
    before = last and "subject_first" in grammar.role("word_order") and _names(grammar, tokens[0])
    return behind or before


def _speaks(grammar: Grammar, key: str) -> bool:
    return any(form.shape == "finite" and "quote" in form.cue.frames and not form.cue.tail
               for form in grammar.forms.get(key, ()))  # fmt: skip


def _names(grammar: Grammar, token: Token) -> bool:
    roles = grammar.roles_of.get(token.key, frozenset())
    return token.text[0].isupper() or not roles.isdisjoint({"determiner", "pronoun_subject"})
