"""An invented article with invented people, of which no word may leave, and a search that finds its words in whatever form they left."""

from __future__ import annotations

import base64
import html
import io
import re
import unicodedata
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

NAME = "geheim.txt"
HEADLINE = "Schapenscheerder vreest kwikstaartoproer bij Kozinka"
SECRET = f"""{HEADLINE}

Volgens wethouder Jorrit Kwakman staken maandag zeven ‘kwikstaartsaboteurs’ bij Kozinka de grens over, met <b>rubberlaarzen</b> & hooivorken.

Kiev ontkent dat het om eigen soldaten gaat en wijst naar wispelturige molenaarsgezellen. “Wij hebben daar niets te zoeken behalve verdwaalde lammeren”, zegt een doorgewinterde schapenscheerder uit de streek.

Drieëndertig appelkwekers

Op 22 mei vielen bij een beschieting van Grajvoron acht gewonden onder de bietentelers, meldt Rusland via Telegram. Of de beelden van de omgevallen hooiwagens echt zijn, kon nog niet bevestigd worden. Sommige zelfbenoemde veldwachters beweren dat het Kremlin het dorp Kozinka helemaal heeft bevrijd. Dirkje Zandoever, voorzitter van de melkclub, noemt dat “een onsmakelijke pannenkoekenvertoning”.

Burgemeester Wobbe Takens van Zuidveen zegt dat zijn aardappelschuren leeg zijn.
"""
OTHER = """Acht gewonden bij Grajvoron

Bij een aanval op Grajvoron raakten op 22 mei zes mensen gewond, zegt Griet Moerman. Volgens Oekraïne zijn de strijders Russische burgers.
"""
RARE = ("schapenscheerder", "kwikstaart", "rubberlaarzen", "hooivork", "wispelturig", "molenaarsgezel", "lammeren",
        "doorgewinterd", "appelkwekers", "bietentelers", "hooiwagens", "veldwachters", "pannenkoeken", "aardappelschuren")  # fmt: skip
RUN = 25
_CODED = re.compile(rb"[A-Za-z0-9+/_-]{40,}={0,2}")


def write_seeds(folder: Path, rights: str, *, text: str | None = SECRET, **cells: str) -> Path:
    """Write a folder with the secret article (or its card alone), and another one that may be shown."""
    folder.mkdir(parents=True, exist_ok=True)
    card = {"title": HEADLINE, "publisher": "De Kwartel", "published_on": "2023-05-23", "language": "nl",
            "notice": "invented for a test", "sha256": "", **cells}  # fmt: skip
    columns = ["file_name", "text_rights", *card]
    other = {"title": "", "publisher": "Grenspost", "published_on": "2023-05-24", "language": "nl"}
    rows = [[NAME, rights, *card.values()], ["ander.txt", "full", *(other.get(column, "") for column in card)]]
    pd.DataFrame(rows, columns=columns).to_csv(folder / "seeds.csv", index=False)
    (folder / "ander.txt").write_text(OTHER, encoding="utf-8")
    if text is not None:
        (folder / NAME).write_text(text, encoding="utf-8")
    return folder


def find_words(folder: Path) -> list[str]:
    """Find the files below a folder that hold a rare word, or 25 letters in a row, of the secret article."""
    return [f"{path.relative_to(folder)}: {found}" for path in sorted(folder.rglob("*")) if path.is_file()
            for found in find_in(path.read_bytes())]  # fmt: skip


def find_in(data: bytes) -> Iterator[str]:
    """Yield what of the secret article stands in some bytes: plain, escaped, in tags, packed or in a Parquet file."""
    whole = fold(SECRET)
    runs = {whole[at : at + RUN] for at in range(len(whole) - RUN + 1)}
    for text in set(unpack(data)):
        folded = fold(text)
        yield from (word for word in RARE if fold(word) in folded)
        yield from {folded[at : at + RUN] for at in range(len(folded) - RUN + 1)} & runs


def unpack(data: bytes, depth: int = 0) -> Iterator[str]:
    if data[:4] == b"PAR1":
        frame = pd.read_parquet(io.BytesIO(data))
        yield "\n".join(str(cell) for column in frame for cell in frame[column])
        return
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield from unpack(packed.read(name), depth + 1)
        return
    text = data.decode("utf-8", errors="ignore")
    for plain in {text, html.unescape(text), html.unescape(html.unescape(text)), urllib.parse.unquote(text), unescape(text)}:
        yield plain
        yield re.sub(r"<[^<>]*>", "", plain)
    for start in (match.start() for match in re.finditer(rb"\x1f\x8b|\x78[\x01\x9c\xda]", data)):
        try:
            yield zlib.decompressobj(47).decompress(data[start:]).decode("utf-8", errors="ignore")
        except zlib.error:
            continue
    for packed in _CODED.findall(data) if depth < 2 else ():
        packed = packed.rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
        yield from unpack(base64.b64decode(packed[: len(packed) // 4 * 4]), depth + 1)


def unescape(text: str) -> str:
    found = re.sub(r"\\+u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    return re.sub(r"\\+[nrt]", " ", found)


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum())
