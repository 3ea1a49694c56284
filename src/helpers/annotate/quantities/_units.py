"""What a count counts: the noun after it, a predicate of its clause, or what was counted just before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.annotate.quantities._counts import ROUND, Count, before_partitive, changes, is_of_nobody
from helpers.annotate.quantities._lexicon import CountingWords
from helpers.annotate.quantities._predicates import BREAKS, find_governor, find_predicate
from helpers.resources.lexicons import LexiconRow
from helpers.text.words import Words

_REACH = 4
_SIGN = re.compile(r"[€$£₽₴][ \u00a0]?\Z")
_STOPS = ("stop", "partitive", "clause")
_HARMED = ("killed", "wounded", "missing", "captured")
OTHER = "other"
MONEY = "money"


@dataclass(frozen=True, slots=True)
class Unit:
    """A class of the codebook's units, and how it was found; an empty name says: no count.

    `sign` is how many characters of a sign of money stand before the number.
    """

    name: str
    rule: str
    sign: int = 0
    announced: bool = False


def find_unit(words: Words, counts: Sequence[Count], at: int, lexicon: CountingWords) -> Unit | None:
    """Return what count number `at` counts, None where its own surroundings do not say.

    Parameters
    ----------
    words : Words
    counts : sequence of Count
    at : int
    lexicon : CountingWords
    """
    count = counts[at]
    if count.role == "article":
        return None
    sign = _SIGN.search(words.text, max(0, count.start - 2), count.start)
    if sign:
        return Unit(MONEY, "unit_sign", len(sign.group()))
    if _is_part_of_next(words, counts, at, lexicon):
        return _unit_of_part(words, counts, at + 1, lexicon)
    noun = _noun_after(words, count, lexicon, _limit(words, counts, at))
    if noun is None:
        said = find_governor(words, count, lexicon, _limit(words, counts, at))
        return Unit(said["unit"], f"unit_predicate {said.row_id}") if said else None
    row, index = noun
    if row is None:
        return Unit(OTHER, "unit_unknown_noun")
    if row["role"] == "person" and not _is_whole(words, counts, at, lexicon):
        said = find_predicate(words, counts, at, index, lexicon)
        if said is not None:
            return Unit(said["unit"], f"unit_predicate {said.row_id}")
    return Unit("" if row["role"] == "skip" else row["unit"], f"unit_{row['role']} {row.row_id}")


def _limit(words: Words, counts: Sequence[Count], at: int) -> int:
    return counts[at + 1].first if at + 1 < len(counts) else len(words)


def _is_part_of_next(words: Words, counts: Sequence[Count], at: int, lexicon: CountingWords) -> bool:
    """Tell whether a count is a part of the one after it: ``three of the six hikers``."""
    return at + 1 < len(counts) and before_partitive(words, counts[at + 1], lexicon) == counts[at].last


def _is_whole(words: Words, counts: Sequence[Count], at: int, lexicon: CountingWords) -> bool:
    """Tell whether the clause speaks of a part of the count, or of nobody of them: ``none of the 12``."""
    return is_of_nobody(words, counts[at], lexicon) or (at > 0 and _is_part_of_next(words, counts, at - 1, lexicon))


def _unit_of_part(words: Words, counts: Sequence[Count], whole: int, lexicon: CountingWords) -> Unit | None:
    """Return what the part of a count is: what the clause says of it, else what the whole counts."""
    noun = _noun_after(words, counts[whole], lexicon, _limit(words, counts, whole))
    if noun is None:
        return None
    row, index = noun
    if row is None:
        return Unit(OTHER, "unit_unknown_noun")
    said = None
    if row["role"] == "person" or row["unit"] in _HARMED:
        said = find_predicate(words, counts, whole, index, lexicon)
    return Unit(said["unit"], f"unit_predicate {said.row_id}") if said else Unit(row["unit"], f"unit_part {row.row_id}")


def find_head(words: Words, first: int, count: Count, lexicon: CountingWords) -> Unit | None:
    """Return the unit of a noun that announces the count (``dodental``, ``aantal gewonden``): words from `first`."""
    heads = [match.payload for match in lexicon.units.find(words, range(first, count.first))]
    for row in reversed(heads):
        if row["role"] in ("head", "noun") and row["unit"]:
            return Unit(row["unit"], f"unit_head {row.row_id}", announced=row["role"] == "head")
    return None


def is_label(words: Words, count: Count, lexicon: CountingWords) -> bool:
    """Tell whether the number names something (``kamer 12``) instead of counting."""
    if not count.first:
        return False
    match = lexicon.units.match(words, count.first - 1)
    return bool(match and match.payload["role"] == "label")


def is_bare(words: Words, count: Count, lexicon: CountingWords) -> bool:
    """Tell whether a number without a noun stands where a count is repeated: ``er waren er acht``, ``tot 17``."""
    if count.start < words.starts[count.first] or changes(words, count.first, lexicon):
        return True
    before = words.keys[count.first - 1] if count.first else ""
    opened = bool(count.first) and words.gap(count.first - 1).strip() in (":", ",")
    if opened or lexicon.has_role(before, "bare"):
        return True
    return is_part(words, count, lexicon) or _moves_on(words, count, lexicon)


def is_again(words: Words, count: Count, lexicon: CountingWords) -> bool:
    """Tell whether the count may repeat one of the sentence before: ``later waren het er acht``."""
    again = bool(count.first) and lexicon.has_role(words.keys[count.first - 1], "again")
    return again or count.start < words.starts[count.first] or is_part(words, count, lexicon)


def _moves_on(words: Words, count: Count, lexicon: CountingWords) -> bool:
    following = words.keys[count.last + 1] if count.last + 1 < len(words) else ""
    return following in lexicon.changes or following in lexicon.joins


def is_part(words: Words, count: Count, lexicon: CountingWords) -> bool:
    """Tell whether the count is a part of what was counted before: ``twee ervan``."""
    following = count.last + 1
    return following < len(words) and lexicon.has_role(words.keys[following], "thereof")


def is_listed(words: Words, count: Count, lexicon: CountingWords) -> bool:
    """Tell whether the article counts: "twee in Luik en een in Hoei"."""
    following = count.last + 1
    return following < len(words) and lexicon.has_role(words.keys[following], "stop")


def _noun_after(
    words: Words, count: Count, lexicon: CountingWords, limit: int
) -> tuple[LexiconRow | None, int] | None:
    index, seen = count.last + 1, 0
    if index < limit and lexicon.has_role(words.keys[index], "partitive"):
        determined = index + 1 < limit and lexicon.has_role(words.keys[index + 1], "determiner")
        if determined and count.role not in ("weak", "article"):
            return _part_of(words, index + 2, limit, lexicon)
        index += count.role in ROUND
    while index < limit and seen < _REACH:
        gap = words.gap(index - 1)
        if any(mark in gap for mark in BREAKS):
            return None
        match = lexicon.units.match(words, index)
        if match:
            return match.payload, match.last
        if lexicon.has_role(words.keys[index], *_STOPS):
            return None
        if _is_plural(words, index, lexicon) and count.role not in ("weak", "article", "vague_known"):
            known = lexicon.units.match(words, index + 1) if index + 1 < len(words) else None
            if not known or words.gap(index) != " ":
                return lexicon.head_of(words.keys[index]), index
            return known.payload, known.last
        index, seen = index + 1, seen + 1
    return None


def _part_of(
    words: Words, index: int, limit: int, lexicon: CountingWords
) -> tuple[LexiconRow | None, int] | None:
    """Return the known noun of "39 of the raiders"; an unknown one says nothing of what is counted."""
    for at in range(index, min(index + _REACH, limit)):
        match = lexicon.units.match(words, at)
        if match and match.payload["role"] != "label":
            return match.payload, match.last
        if words.stretches[at] != words.stretches[index] or lexicon.has_role(words.keys[at], *_STOPS):
            return None
    return None


def _is_plural(words: Words, index: int, lexicon: CountingWords) -> bool:
    word = words.text[words.starts[index] : words.ends[index]]
    return word.islower() and len(word) > 3 and word.endswith(lexicon.plurals)
