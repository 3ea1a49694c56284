"""A rule in words: what the id of a rule, and the lexicon row where one decided, say to a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from helpers.model.annotations import NEGATED
from helpers.views.messages import message, read_messages, word

_PARTS = re.compile(r" \+ | \| ")
_NOTE = re.compile(r"\(([^()]*)\)")
_NUMBERED = re.compile(r"\d+ \D")  # the name of a row that is no word of a text: 05 none could be checked
_PATTERN = re.compile(r"[|$^#]")  # the name of a row that is a pattern
# a list of words and the word of it that decided, or a second rule within a part
_STEP = re.compile(r"(?:^|(?<=\s))(?:(?P<list>(?:[a-z]{2}|cldr|codebook)/[a-z_]+)(?::|(?=\s|$))"
                   rf"|(?P<rule>[a-z]+(?:_[a-z]+)+|{NEGATED})(?=\s|$))")  # fmt: skip


def tell_rule(rule: str | None, language: str) -> str:
    """Say a rule in words: what it looks at, and the word of the text or of a list that decided.

    Parameters
    ----------
    rule : str or None
        As the tables have it.
    language : str

    Examples
    --------
    >>> tell_rule("object nl/speech_verbs:ontkennen + name_in_source", "nl")
    'lijdend voorwerp van het werkwoord (‘ontkennen’); bron: de naam in de zin'
    >>> tell_rule("position codebook/rules:who_denied", "en")
    'the codebook’s words for this answer'
    >>> tell_rule("object en/speech_verbs:call for a thing", "en")
    'the object of the verb (“call for”)'
    """
    return "; ".join(told for part in _PARTS.split(rule or "") for told in _tell_part(part, language))


def _tell_part(part: str, language: str) -> Iterator[str]:
    notes, bare = _NOTE.findall(part), _NOTE.sub(" ", part)
    name, _, rest = bare.strip().partition(" ")
    said, words = _name(name, language), list[str]()
    steps = [found for found in _STEP.finditer(rest) if found["list"] or f"rule.{found['rule']}" in read_messages()]
    for number, found in enumerate(steps):
        end = steps[number + 1].start() if number + 1 < len(steps) else len(rest)
        decided = rest[found.end() : end].strip()
        if found["rule"]:
            yield _join(said, words, language)
            said, words = _name(found["rule"], language), []
        elif decided and not found["list"].startswith("codebook/") and not _NUMBERED.match(decided):
            words += _say_row(decided, language)
    kept = (f"rule_note.{note}" for told in notes for note in told.split("; "))
    yield _join(said, words, language, [read_messages()[key][language] for key in kept if key in read_messages()])


def _say_row(name: str, language: str) -> list[str]:
    """Say the name of a row as words of a text: rows of one verb are told apart by words that no text has."""
    if _PATTERN.search(name):
        return []
    said = read_messages().get(f"rule_row.{name}")
    return [said[language] if said else name.replace("*", "…")]


def _name(rule: str, language: str) -> str:
    return word("rule", rule, language)


def _join(said: str, words: Sequence[str], language: str, notes: Sequence[str] = ()) -> str:
    beside = [*(message("quoted", language, words=one) for one in words), *notes]
    return f"{said} ({', '.join(beside)})" if beside else said
