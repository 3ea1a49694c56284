"""Names of actors and places in the language of the page; what only a text names keeps the text's own name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import Locale

from helpers.resources.gazetteer import read_gazetteer
from helpers.views.messages import message

# what stands in the place of a name that may not leave: ``exports.permitted`` numbers them
_NUMBERED = re.compile(r"(unnamed source|name not here|place not here) (\d+)")
_CODE = re.compile(r"[A-Z0-9]{1,4}")  # of a first-order region in GeoNames
_KEYS = {"unnamed source": "numbered_source", "name not here": "numbered_name", "place not here": "numbered_place"}


def localise_name(row: Mapping[str, Any], row_id: str, language: str) -> str:
    """Return the usual name of an actor or a place in a language, else the one that the tables give.

    The words by which a text describes somebody whom it does not name stand between quotation marks.

    Parameters
    ----------
    row : mapping
        Of ``actors`` or ``places``.
    row_id : str
    language : str

    Examples
    --------
    >>> localise_name({"name": "Ukraine", "name_nl": "Oekraïne"}, "c_ua", "nl")
    'Oekraïne'
    >>> localise_name({"name": "unnamed source 2"}, "unnamed-some-article-2", "nl")
    'niet genoemde bron 2'
    >>> localise_name({"name": "a mechanic", "actor_type": "unnamed"}, "unnamed-some-article-a-mechanic", "nl")
    '‘a mechanic’'
    """
    name = str(row["name"])
    numbered = _NUMBERED.fullmatch(name)
    if numbered and row_id.endswith(f"-{numbered[2]}"):
        return message(_KEYS[numbered[1]], language, number=numbered[2])
    if row.get("actor_type") == "unnamed":
        return message("quoted", language, words=name)
    return str(row.get(f"name_{language}") or name)


def name_country(code: str | None, language: str) -> str:
    """Return the name of a country in a language, its code where no name is known, nothing where there is no code.

    Examples
    --------
    >>> name_country("UA", "nl"), name_country("RU", "en"), name_country(None, "en")
    ('Oekraïne', 'Russia', '')
    """
    return str(Locale.parse(language).territories.get(code, code)) if code else ""


def name_region(name: str, country: str | None, language: str) -> str:
    """Return the name that the list of places has for a region in a language, else the one that is given.

    GeoNames gives a code: where the list has no name for it there is none, since a code tells a reader nothing.

    Examples
    --------
    >>> name_region("Belgorod Oblast", "RU", "nl"), name_region("Nowhere Oblast", "RU", "nl")
    ('oblast Belgorod', 'Nowhere Oblast')
    >>> name_region("VLG", "BE", "en"), name_region("05", "NL", "nl"), name_region("26", "IR", "en")
    ('Flanders', 'Limburg', '')
    """
    return _regions(language).get((name, country or ""), "" if _CODE.fullmatch(name) else name)


@cache
def _regions(language: str) -> dict[tuple[str, str], str]:
    gazetteer = read_gazetteer()
    kept = [place for place in gazetteer.places if place.place_type != "settlement"]
    # behind its own code a region has that of a city within it: Brussels is told as no part of Flanders
    keys = {place.place_id: (place.name, *gazetteer.regions.get(place.place_id, ())[:1]) for place in kept}
    return {(key, place.country): getattr(place, f"name_{language}", "") or place.name
            for place in kept for key in keys[place.place_id]}  # fmt: skip


def list_names(row: Mapping[str, Any]) -> list[str]:
    """List the names of an actor or a place in every language of the tables.

    Examples
    --------
    >>> list_names({"name": "Ukraine", "name_nl": "Oekraïne", "origin": "curated"})
    ['Ukraine', 'Oekraïne']
    """
    columns = [column for column in row if column == "name" or column.startswith("name_")]
    return [str(row[column]) for column in columns if row[column]]
