"""Name in a rule the list of words that decided, and not the word: it is a word of the text."""

from __future__ import annotations

import re
from functools import cache

import pandas as pd

from helpers.resources.lexicons import languages, read_lexicon

_LIST = re.compile(r"\b([a-z]{2}/[a-z_]+):")
_NEXT = re.compile(r" [+|] |$")
_BUILT_IN_WORD = re.compile(r"(cldr/[a-z]+):\S+")


def shorten_rules(frame: pd.DataFrame, hidden: pd.Series) -> pd.DataFrame:
    """Return a table whose rules name no word in the rows that are hidden.

    Parameters
    ----------
    frame : pandas.DataFrame
        With a column ``rule``.
    hidden : pandas.Series
        True for each row whose words may not leave.
    """
    rules = frame["rule"]
    short = rules.map({rule: _shorten(rule) for rule in rules[hidden].dropna().unique()}).astype(rules.dtype)
    return frame.assign(rule=rules.mask(hidden, short))


def _shorten(rule: str) -> str:
    """Leave out the words of a rule.

    Examples
    --------
    >>> _shorten("content_before nl/speech_verbs:zeggen + name_in_source")
    'content_before nl/speech_verbs + name_in_source'
    >>> _shorten("date cldr/nl:mei"), _shorten("nl/speech_verbs:in no list of ours + name_in_source")
    ('date cldr/nl', 'nl/speech_verbs + name_in_source')
    """
    before, *parts = _LIST.split(rule)
    told = [name + _skip_word(name, rest) for name, rest in zip(parts[::2], parts[1::2], strict=True)]
    return _BUILT_IN_WORD.sub(r"\1", before + "".join(told))


def _skip_word(name: str, rest: str) -> str:
    """Return what follows the word; of a word that is not listed any more, what follows the next sign of a rule."""
    for word in _list_words().get(name, ()):
        after = rest.removeprefix(word)
        if rest.startswith(word) and not after[:1].isalnum():
            return after
    found = _NEXT.search(rest)
    return rest[found.start() :] if found else ""


@cache
def _list_words() -> dict[str, tuple[str, ...]]:
    """Return the words of each list, the longest first."""
    return {rows[0].lexicon: tuple(sorted((row.key for row in rows), key=len, reverse=True))
            for language in languages() for rows in read_lexicon(language).files.values() if rows}  # fmt: skip
