"""Read a source as a noun phrase: its head, whether it points back, and the names inside it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from helpers.annotate.sources._people import Named, Stage
from helpers.model import Span
from helpers.text.words import word_keys

_LONGEST_JOINT = 4
_SHORTEST_WITH_OBJECT = 4  # een strijder president Lange
_ROLE = 8
_BREAKS = frozenset(",;:(")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source span, read.

    Parameters
    ----------
    span : Span
    keys : tuple of str
        All its words.
    core : tuple of str
        Its words up to the first preposition, relative pronoun or comma, without a determiner.
    tail : tuple of str
        The rest.
    definite, indefinite : bool
    capitals : frozenset of str
        Words of the tail that have a capital, in small letters.
    """

    span: Span
    keys: tuple[str, ...]
    core: tuple[str, ...]
    tail: tuple[str, ...]
    definite: bool
    indefinite: bool
    capitals: frozenset[str]

    @property
    def head(self) -> str:
        """The last word of the core."""
        return self.core[-1] if self.core else ""


def read_phrase(stage: Stage, span: Span) -> Phrase:
    """Read a source span."""
    tokens, words = stage.tokens, stage.words
    first, last = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end) - 1
    keys = tokens.keys[first : last + 1]
    definite = bool(keys) and words.has("definite", keys[0])
    indefinite = bool(keys) and words.has("indefinite", keys[0])
    bare = len(keys) > 1 and not words.has("preposition", keys[1])
    start = 1 if bare and (definite or indefinite) else 0
    if start and len(keys) > 2 and words.has("indefinite", keys[1]):
        start = 2
    end = start
    while end < len(keys) and not _closes(stage, first, end, start, keys):
        end += 1
    end = max(end, min(start + 1, len(keys)))
    text = stage.document.text
    capitals = frozenset(keys[i] for i in range(end, len(keys)) if text[tokens.starts[first + i]].isupper())
    return Phrase(span, keys, keys[start:end], keys[end:], definite, indefinite, capitals)


def _closes(stage: Stage, first: int, at: int, start: int, keys: tuple[str, ...]) -> bool:
    if at == start:
        return False
    if stage.words.has("preposition", keys[at]) or stage.words.has("relative", keys[at]):
        return True
    return bool(set(stage.tokens.gap(first + at - 1)) & _BREAKS)


def find_heads(stage: Stage, span: Span) -> list[Named]:
    """Return who the source is by name: one, or several that are joined; nobody where a name only hangs on the head."""
    heads: list[Named] = []
    inside = [] if names_nobody(stage, span) else stage.within(span)
    for named in inside:
        if not heads:
            if not (_hangs_in(stage, span, named) or _modifies(stage, span, named)):
                heads.append(named)
        elif _joined(stage, heads[-1], named):
            heads.append(named)
        else:
            break
    return heads


def is_pair(stage: Stage, span: Span) -> bool:
    """Tell whether two speak, of whom no more than one by name: zowel de school als Ruth Wiel."""
    keys = [stage.tokens.keys[at] for at in stage.tokens.within(span)]
    opening = " ".join(keys[:2]), *keys[:1]
    return len(keys) > 1 and any(stage.words.has("pair", words) for words in opening)


def without_remark(stage: Stage, span: Span) -> Span:
    """Cut off a clause behind a comma that only says more of somebody: the lawyer | , who was there."""
    tokens = stage.tokens
    inside = [*tokens.within(span)]
    for before, at in pairwise(inside):
        if "," in tokens.gap(before) and (stage.words.has("relative", tokens.keys[at])
                                          or stage.words.has("grounds", tokens.keys[at])):  # fmt: skip
            return Span(span.start, tokens.ends[before])
    return span


def names_nobody(stage: Stage, span: Span) -> int:
    """Return where an indefinite person ends, right before somebody's title: een strijder | president Lange; else 0.

    Who is known has no indefinite noun before his title: the name is what the verb that follows is about.
    """
    tokens, words = stage.tokens, stage.words
    inside = [*tokens.within(span)]
    keys = [tokens.keys[at] for at in inside]
    if len(keys) < _SHORTEST_WITH_OBJECT or not words.has("indefinite", keys[0]) or words.has("presenting", keys[1]):
        return 0
    for at, (noun, title) in enumerate(pairwise(keys[:-1])):
        if words.is_person(noun) and words.is_person(title) and not tokens.gap(inside[at]).strip():
            begins = tokens.ends[inside[at + 1]]
            return at if any(named.mention.span.start in (begins + 1, tokens.starts[inside[at + 1]])
                             for named in stage.within(span)) else 0  # fmt: skip
    return 0


def _modifies(stage: Stage, span: Span, named: Named) -> bool:
    """Tell whether a name is only part of a compound, of an aside, or stands before the noun it tells more of."""
    text, tokens = stage.document.text, stage.tokens
    start, end = named.mention.span.start, named.mention.span.end
    if text[end : end + 1] in ("-", "\u2011") or (start > span.start and text[start - 1] == "("):
        return True
    if _is_role(stage, named) or _is_owner(stage, span, named) or _has_somebody(stage, span, named):
        return True
    if named.actor.actor_type == "person":
        return False
    at = bisect_left(tokens.starts, end)
    while at < len(tokens) and tokens.starts[at] < span.end and not tokens.gap(at - 1).strip(" '’s"):
        key = tokens.keys[at]
        if stage.words.is_person(key) or stage.words.is_person(key.removesuffix("s")):
            return True
        if not (text[tokens.starts[at]].isupper() or key in stage.words.adjectives or key == "s"):
            return False
        at += 1
    return False


def _is_role(stage: Stage, named: Named) -> bool:
    """Tell whether what was found as a name is a role, a compound with a capital: Kremlinwoordvoerder."""
    key = named.actor.name.lower()
    return named.actor.origin == "found" and " " not in key and key not in stage.words.genders and any(
        key.endswith(title) and len(title) >= _ROLE for title in stage.words.person_endings
    )


def _is_owner(stage: Stage, span: Span, named: Named) -> bool:
    """Tell whether a noun and another name follow: the Telegram channel Baza, the Legion's speaker, Ruth Wiel."""
    text, end = stage.document.text, named.mention.span.end
    rest = text[end : span.end].removeprefix("'s").removeprefix("’s")
    word = rest[1:].partition(" ")[0].strip(",") if rest.startswith(" ") else ""
    closed = (stage.words.has("preposition", word) or stage.words.has("coordinator", word)
              or stage.words.has("relative", word))
    return word.islower() and not closed and any(other.mention.span.start > end for other in stage.within(span))


def _has_somebody(stage: Stage, span: Span, named: Named) -> bool:
    """Tell whether a name is in the genitive, and what follows it speaks: Ruth's lawyer, but not Ruth's letter."""
    if named.actor.actor_type != "person":
        return False
    ending, _, rest = stage.document.text[named.mention.span.end : span.end].partition(" ")
    first = word_keys(rest)[:1]
    if not first or stage.words.has("relative", first[0]) or not stage.words.has("genitive", ending.replace("’", "'")):
        return False
    owned = read_phrase(stage, Span(span.end - len(rest), span.end)).core
    return not any(stage.words.has("own_words", key) for key in owned)


def _hangs_in(stage: Stage, span: Span, named: Named) -> bool:
    """Tell whether a preposition ties the name to the head: een ontmijner van het Rode Kruis."""
    tokens, words = stage.tokens, stage.words
    at = bisect_left(tokens.starts, named.mention.span.start) - 1
    start = bisect_left(tokens.starts, span.start)
    while at >= start:
        key = tokens.keys[at]
        if words.has("preposition", key) or words.has("relative", key):
            return True
        noun = words.is_person(key) or words.is_organisation(key) or key in words.adjectives
        ties = noun or words.has("definite", key) or words.has("indefinite", key)
        capital = stage.document.text[tokens.starts[at]].isupper()
        if set(tokens.gap(at)) & _BREAKS or (capital and not ties):
            return False
        at -= 1
    return False


def _joined(stage: Stage, one: Named, other: Named) -> bool:
    words = stage.words
    between = stage.document.text[one.mention.span.end : other.mention.span.start].lower().split()
    small = all(words.has("definite", key) or words.has("article", key) or words.has("also", key)
                or words.is_person(key) or key in words.adjectives for key in between[1:])  # fmt: skip
    return 0 < len(between) <= _LONGEST_JOINT and words.has("coordinator", between[0]) and small
