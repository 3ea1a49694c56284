"""Why something was not read, in the language of the page: the tables keep the sentence as it was written."""

from __future__ import annotations

import re
from functools import cache
from string import Formatter

from helpers.views.messages import message, read_messages

_PREFIX = "unread."
_NESTED = ("problem", "step")  # a reason within a reason


def tell_reason(reason: str, language: str) -> str:
    """Say a reason of ``unread`` in a language; one that the catalogue does not know stays as it is, in English.

    Parameters
    ----------
    reason : str
    language : str

    Examples
    --------
    >>> tell_reason("a.doc is not a .txt file; save the article as plain text", "nl")
    'a.doc is geen .txt-bestand; bewaar het artikel als platte tekst'
    >>> tell_reason("something else", "nl")
    'something else'
    """
    for key, pattern in _patterns():
        found = pattern.fullmatch(reason)
        if found:
            values = {name: tell_reason(value, language) if name in _NESTED else value
                      for name, value in found.groupdict().items()}  # fmt: skip
            return message(key, language, **values)
    return reason


def is_known(reason: str) -> bool:
    """Tell whether the catalogue has the sentence of a reason."""
    return any(pattern.fullmatch(reason) for _, pattern in _patterns())


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Make a pattern of each English sentence: what stands between braces in it may be anything."""
    return tuple((key, re.compile(_pattern(texts["en"]), re.DOTALL))
                 for key, texts in read_messages().items() if key.startswith(_PREFIX))  # fmt: skip


def _pattern(sentence: str) -> str:
    return "".join(re.escape(before) + (f"(?P<{name}>.+?)" if name else "")
                   for before, name, _, _ in Formatter().parse(sentence))  # fmt: skip
