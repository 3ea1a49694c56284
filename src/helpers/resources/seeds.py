"""Read a folder of seeds: the files as bytes, their cards, and a sentence about whatever is wrong."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import cast, get_args

from helpers.model import Card, CardError, SeedError, Unread
from helpers.model.documents import PublishedBasis, TextRights
from helpers.resources._card_names import Match, match_cards

CARD_FILE = "seeds.csv"
CARD_COLUMNS = (
    "file_name", "title", "publisher", "published_on", "published_basis",
    "language", "licence", "text_rights", "notice", "url", "sha256", "title_nl", "notice_nl",
)  # fmt: skip
_BESIDE = (".md", ".csv")
_SHUT: TextRights = "none"  # where a right cannot be read, nothing is given away
_SHUT_TOLD = "no sentence of {} is published until it is mended (text_rights is full, quotes or none)"
MAX_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Seed:
    """A stored file with its card.

    Parameters
    ----------
    card : Card
    data : bytes or None
        None where only the card is here.
    sha256 : str
        Hash that the card states for the normalised text, empty where it states none.
    """

    card: Card
    data: bytes | None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class SeedFolder:
    """Everything that a folder of seeds holds, and what of it could not be read."""

    seeds: tuple[Seed, ...]
    unread: tuple[Unread, ...]


def read_seeds(folder: Path) -> SeedFolder:
    """Read every article file of a folder and its cards.

    Parameters
    ----------
    folder : Path
        Holds ``*.txt`` and, if the reader likes, ``seeds.csv``; other files are named in ``unread``.

    Returns
    -------
    SeedFolder
        Seeds in order of their file names; whatever is doubtful is kept and marked in ``unread``. An article whose
        rights cannot be read has none.

    Raises
    ------
    SeedError
        If the folder is missing or holds no article and no card.
    """
    if not folder.is_dir():
        raise SeedError(f"{folder}: no such folder; name a folder that holds the articles as .txt files")
    unread: list[Unread] = []
    cards, rights = _read_cards(folder / CARD_FILE, unread)
    paths = list(_list_fit(folder, unread))
    matches = match_cards([path.name for path in paths], cards, Card("", text_rights=rights), unread)
    seeds = [*_seeds_with_text(paths, matches, unread)]
    here = {match.row for match in matches.values()} | {row.file_name for row in unread}
    absent = [name for name in cards if name not in here]
    seeds += [Seed(cards[name][0], None, cards[name][1]) for name in absent]
    unread += [Unread(name, _why_absent(name, cards[name][1])) for name in absent]
    if not seeds and not unread:
        raise SeedError(f"{folder}: no article here; put each article there as a .txt file")
    return SeedFolder(tuple(sorted(seeds, key=lambda seed: seed.card.file_name)), tuple(unread))


def _why_absent(name: str, sha256: str) -> str:
    if sha256:
        return f"{name}: bring your own copy; only its card is here: put the file into the folder to read it"
    return (f"{CARD_FILE} names {name}, which is not in the folder; only its card is shown: put the file there, "
            "or take the row out")


def _list_fit(folder: Path, unread: list[Unread]) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.suffix.lower() in _BESIDE:
            continue
        reason = _unfit(path)
        if reason:
            unread.append(Unread(path.name, reason))
        else:
            yield path


def _seeds_with_text(paths: Sequence[Path], matches: Mapping[str, Match], unread: list[Unread]) -> Iterator[Seed]:
    for path in paths:
        match = matches[path.name]
        try:
            yield Seed(match.card, path.read_bytes(), match.sha256)
        except OSError as error:
            unread.append(Unread(path.name, f"{path.name}: {error.strerror}; mend its rights, or put it there again"))


def _unfit(path: Path) -> str:
    if path.is_dir():
        return f"{path.name} is a folder; put the articles directly into the folder of seeds"
    if path.suffix.lower() != ".txt":
        return f"{path.name} is not a .txt file; save the article as plain text"
    if not path.is_file():
        return f"{path.name} leads nowhere; put the file itself into the folder"
    size = path.stat().st_size
    if size > MAX_BYTES:
        return f"{path.name}: {size:,} bytes, more than the limit of {MAX_BYTES:,}; split it into single articles"
    return ""


def _read_cards(path: Path, unread: list[Unread]) -> tuple[dict[str, tuple[Card, str]], TextRights]:
    """Read the cards, and the rights of an article without one: none where the cards are there and cannot be read."""
    if not path.exists() and not path.is_symlink():
        return {}, Card("").text_rights
    try:
        rows = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True)
        return _collect_cards(rows, unread), Card("").text_rights
    except OSError as error:
        reason = f"not a file that can be read ({error.strerror}); put it there again"
    except UnicodeDecodeError as error:
        reason = f"not UTF-8: byte 0x{error.object[error.start]:02x} at position {error.start}; save it as UTF-8"
    except csv.Error as error:
        reason = f"not a readable CSV ({error}); check its quotation marks"
    except CardError as error:
        reason = str(error)
    told = f"{path.name}: {reason}; the articles are read without their cards, and {_SHUT_TOLD.format('any article')}"
    unread.append(Unread(path.name, told))
    return {}, _SHUT


def _collect_cards(rows: csv.DictReader[str], unread: list[Unread]) -> dict[str, tuple[Card, str]]:
    columns = tuple(map(_fold, rows.fieldnames or ()))
    rows.fieldnames = columns
    if "file_name" not in columns:
        hint = "; separate the columns with commas, not with semicolons" if ";" in "".join(columns) else ""
        raise CardError(f"no column file_name; found {', '.join(columns) or 'nothing'}{hint}")
    unknown = [column for column in columns if column not in CARD_COLUMNS]
    is_shut = bool(unknown) and "text_rights" not in columns  # the rights may stand under another name
    told = f"; it may hold the rights, so {_SHUT_TOLD.format('any article')}" if is_shut else ""
    unread += [
        Unread(CARD_FILE, f"{CARD_FILE}: the column {column!r} is not known and is left aside; "
                          f"known are {', '.join(CARD_COLUMNS)}{told}")
        for column in unknown
    ]  # fmt: skip
    cards: dict[str, tuple[Card, str]] = {}
    for row in rows:
        name = (row["file_name"] or "").strip()
        where = f"{CARD_FILE}, line {rows.line_num}"
        reason = _unfit_name(name, cards)
        if reason:
            unread.append(Unread(name or CARD_FILE, f"{where}: {reason}"))
            if name in cards and _fold(row.get("text_rights")) not in ("", cards[name][0].text_rights):
                cards[name] = (replace(cards[name][0], text_rights=_SHUT), cards[name][1])
            continue
        card = _build_card(name, row, where, unread)
        if is_shut or not _is_whole(row, where, unread):
            card = replace(card, text_rights=_SHUT)
        cards[name] = (card, (row.get("sha256") or "").strip())
    return cards


def _is_whole(row: Mapping[str | None, object], where: str, unread: list[Unread]) -> bool:
    """Tell whether a row has a cell for each column; in another one the cells may stand in the wrong columns."""
    is_whole = None not in row and None not in row.values()
    if not is_whole:
        told = "put a cell with a comma in it between quotation marks, and leave no column out"
        article = str(row["file_name"]).strip()
        unread.append(Unread(article, f"{where}: not as many cells as columns; {told}; {_SHUT_TOLD.format(article)}"))
    return is_whole


def _fold(cell: str | None) -> str:
    return (cell or "").strip().casefold()


def _unfit_name(name: str, cards: Mapping[str, object]) -> str:
    if not name:
        return "file_name is empty; name the article's file"
    if "/" in name or "\\" in name or name in (".", ".."):
        return f"file_name {name!r} points outside the folder; name a file that lies in it"
    if name in cards:
        return f"a second row for {name}; the first one counts, and where their rights differ it has none: take one out"
    return ""


def _build_card(name: str, row: Mapping[str, str | None], where: str, unread: list[Unread]) -> Card:
    cells = {column: (row.get(column) or "").strip() for column in CARD_COLUMNS}

    def doubt(column: str, wanted: str, then: str = "read as if it were empty") -> None:
        unread.append(Unread(name, f"{where}: {column} is {cells[column]!r}; {wanted}; {then}"))

    def choose(column: str, allowed: Sequence[str], *, empty: str, doubtful: str) -> str:
        found = _fold(cells[column])
        if found and found not in allowed:
            then = (_SHUT_TOLD.format(name),) if doubtful == _SHUT else ()
            doubt(column, f"write {', '.join(allowed[:-1])} or {allowed[-1]}", *then)
        return (found if found in allowed else doubtful) if found else empty

    published_on = None
    if cells["published_on"]:
        try:
            published_on = date.fromisoformat(cells["published_on"])
        except ValueError:
            doubt("published_on", "write an existing day as YYYY-MM-DD")
    basis = choose("published_basis", get_args(PublishedBasis), empty="stated", doubtful="stated")
    rights = choose("text_rights", get_args(TextRights), empty=Card("").text_rights, doubtful=_SHUT)
    return Card(
        name, title=cells["title"], publisher=cells["publisher"], language=cells["language"].lower(),
        licence=cells["licence"], notice=cells["notice"], url=cells["url"], published_on=published_on,
        published_basis=cast(PublishedBasis, basis if published_on else "missing"),
        text_rights=cast(TextRights, rights), title_nl=cells["title_nl"], notice_nl=cells["notice_nl"],
    )  # fmt: skip
