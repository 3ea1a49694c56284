"""The names by which a reader may ask for an actor or a place: of the tables, and of the lists of known names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from helpers.reports._rows import read_rows
from helpers.resources.gazetteer import read_gazetteer

_WORD = re.compile(r"\w+")
_SHORTEST_TYPED = 3
_SHORTEST_SHOWN = 4  # the search looks for parts of words: "US" stands inside "Russia"


def list_names(tables: Path) -> list[tuple[str, ...]]:
    """List all names of each actor and place of the tables.

    Other spellings come only from the lists that are kept by hand: what an article alone calls somebody stands on the
    pages or nowhere. A state goes without them, since *the Dutch government* asks for less than *the Netherlands*.
    """
    places = {place.place_id: place.aliases for place in read_gazetteer().places}
    found = set()
    for table, key in (("actors", "actor_id"), ("places", "place_id")):
        for row in read_rows(tables / f"{table}.csv"):
            given = (row["name"], row.get("name_nl", ""), *_aliases(row, places.get(row.get(key, ""), ())))
            found.add(tuple(dict.fromkeys(name for name in given if name)))
    return sorted(names for names in found if len(names) > 1)


def _aliases(row: Mapping[str, str], of_place: Sequence[str]) -> Sequence[str]:
    if row.get("origin") != "curated" or row.get("actor_type") == "state":
        return ()
    return row["aliases"].split("|") if row.get("aliases") else of_place


def pair_names(names: Iterable[Sequence[str]], texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what may be typed with a name of the same actor or place that stands in the texts.

    Parameters
    ----------
    names : iterable of sequences of str
        The names of one actor or place each.
    texts : iterable of str

    Examples
    --------
    >>> list(pair_names([("kharkiv", "charkiv", "charkov"), ("sumy", "soemy")], ["in charkiv was het stil"]))
    [('kharkiv', 'charkiv'), ('charkov', 'charkiv')]
    """
    page = _cut(" ".join(texts))
    for own in names:
        cut = {name: _cut(name) for name in own}
        shown = [name for name in own if len(name) >= _SHORTEST_SHOWN and cut[name] in page]
        yield from ((name, other) for name in own for other in shown
                    if len(name) >= _SHORTEST_TYPED and cut[other] not in cut[name] and name not in other)  # fmt: skip


def _cut(text: str) -> str:
    return f" {' '.join(_WORD.findall(text))} "
