"""Which card belongs to which file: the one of its name, or of that name in other capitals or other Unicode signs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from helpers.model import Card, Unread

STRICTEST_FIRST = ("none", "quotes", "full")


@dataclass(frozen=True, slots=True)
class Match:
    """The card that a file is read with.

    Parameters
    ----------
    card : Card
        Under the name of the file.
    sha256 : str
        Hash that the card states, empty where it states none.
    row : str
        Name in the row of the card, empty where the file has none.
    """

    card: Card
    sha256: str = ""
    row: str = ""


def fold_name(name: str) -> str:
    r"""Fold a file's name as file systems do that tell neither capitals nor forms of Unicode apart.

    Examples
    --------
    >>> fold_name("Cafe\u0301.TXT") == fold_name("caf\u00e9.txt")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def match_cards(
    names: Sequence[str], cards: Mapping[str, tuple[Card, str]], blank: Card, unread: list[Unread]
) -> dict[str, Match]:  # fmt: skip
    """Find the card of each file: that of its very name first, else one whose name is the same once folded.

    Where it is not clear which card is meant, the file has the strictest right of them, and it is told.

    Parameters
    ----------
    names : sequence of str
        Names of the files.
    cards : mapping of str to (Card, str)
        By the name in their row, with the hash that they state.
    blank : Card
        What a file without a card is read with.
    unread : list of Unread
        What is told is added.
    """
    found = {name: Match(*cards[name], name) for name in names if name in cards}
    for name in names:
        if name not in found:
            alike = [other for other in cards if fold_name(other) == fold_name(name)]
            free = [other for other in alike if other not in {match.row for match in found.values()}]
            found[name] = _choose(name, alike, free, cards, blank)
            unread += _tell(name, alike, found[name])
    return found


def _choose(
    name: str, alike: Sequence[str], free: Sequence[str], cards: Mapping[str, tuple[Card, str]], blank: Card
) -> Match:  # fmt: skip
    rights = [cards[other][0].text_rights for other in alike] + ([] if free else [blank.text_rights])
    strictest = min(rights, key=STRICTEST_FIRST.index)
    if not free:
        return Match(replace(blank, file_name=name, text_rights=strictest))
    card, sha256 = cards[free[0]]
    return Match(replace(card, file_name=name, text_rights=strictest), sha256, free[0])


def _tell(name: str, alike: Sequence[str], match: Match) -> Iterator[Unread]:
    if len(alike) > 1 or (alike and not match.row):
        told = f"read with the card of {match.row}" if match.row else "read without a card"
        yield Unread(name, f"{name}: {_count(alike)} its name but for capitals or accents, so which is meant is not "
                           f"clear; it is {told}, with the strictest right of them ({match.card.text_rights}): give "
                           "the file and its row the same name")  # fmt: skip


def _count(alike: Sequence[str]) -> str:
    named = ", ".join(alike)
    return f"the row {named} has" if len(alike) == 1 else f"the rows {named} have"
