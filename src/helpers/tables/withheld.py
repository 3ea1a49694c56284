"""The rows of an article whose text is not here: written by who has it, read by who has not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from helpers.model import TABLES, Card, TableError, Unread
from helpers.resources.codebook import read_codebook
from helpers.resources.paths import data_path
from helpers.tables.build import Tables
from helpers.tables.check import check_tables
from helpers.tables.marks import find_marked, find_runs, list_marked, make_marks
from helpers.tables.store import hash_rules, read_rules_version, read_tables, write_tables, write_text

_OF_ARTICLES = ("actors", "places")
_COUNTS = ("n_mentions", "n_claims")
_READ_FROM_TEXT = ("language", "sha256", "n_chars", "n_sentences")
_MARKS_FILE = "marks.txt"
_NAMES = {("actors", "name"), ("actors", "name_nl"), ("actors", "aliases"), ("places", "name"), ("places", "name_nl")}


def withheld_folder(article_id: str = "") -> Path:
    """Return where the rows of an article without its text are kept, or where all of them are."""
    return data_path("withheld", article_id) if article_id else data_path("withheld")


def write_withheld(tables: Tables, folder: Path, text: str, *, remark: str = "") -> Path:
    """Write the rows of one article without its text, and the marks by which its words are known again.

    Parameters
    ----------
    tables : dict of str to pandas.DataFrame
        One article, ``has_text`` false, every cell of text empty.
    folder : Path
        Named by the article's id.
    text : str
        The article.
    remark : str, optional
        Goes into the description of the package.

    Raises
    ------
    TableError
        If five words of the text in a row stand in a cell that is no name; nothing is written then.
    """
    check_tables(tables)
    cells = {(name, column): [*frame[column].dropna().astype(str)] for name, frame in tables.items()
             for column in _columns_of_words(frame)}  # fmt: skip
    if left := [".".join(key) for key, found in cells.items() if key not in _NAMES and [*find_runs(found, text)]]:
        raise TableError(f"words of {folder.name} would still stand in {', '.join(left)}; nothing is written: "
                         "take them out of seeds.csv, or tell the makers of Grenspost")
    marks = make_marks(text, folder.name)
    names = list_marked((cell for found in cells.values() for cell in found), marks, folder.name)
    package = write_tables(tables, folder, remark=remark, has_parquet=False)
    write_text("".join(f"{mark}\n" for mark in marks if mark not in names), folder / _MARKS_FILE)
    return package


def _columns_of_words(frame: pd.DataFrame) -> list[str]:
    return [name for name in frame.columns if pd.api.types.is_string_dtype(frame[name].dtype)]


def read_withheld(folder: Path) -> Tables:
    """Read the rows of one article without its text.

    Raises
    ------
    TableError
        If a file is missing or broken, holds words of an article, or the rows are not those of one article.
    """
    try:
        tables = read_tables(folder, compares_codebook=False)
        check_tables(tables)
        articles = tables["articles"]
        if articles["article_id"].tolist() != [folder.name] or articles["has_text"].any():
            raise TableError(f"articles.csv has to hold one row, {folder.name}, and has_text false")
        _check_marks(tables, folder)
    except (TableError, ValueError, KeyError, TypeError) as error:
        raise TableError(f"{withheld_folder().name}/{folder.name}: {error}; these rows are left out: write them anew "
                         "from the text with: python -m helpers withhold FILE") from error
    return tables


def _check_marks(tables: Tables, folder: Path) -> None:
    path = folder / _MARKS_FILE
    if not path.exists():
        raise TableError(f"{_MARKS_FILE} is missing, by which words of the text would be known")
    marks = path.read_text(encoding="utf-8").split()
    for name, frame in tables.items():
        for column in _columns_of_words(frame):
            if [*find_marked(frame[column].dropna().astype(str), marks, folder.name)]:
                raise TableError(f"{name}.{column} holds words of the text")


def find_withheld(
    cards: Iterable[tuple[str, Card]], hashes: Mapping[str, str], unread: Iterable[Unread]
) -> tuple[list[Tables], list[Unread]]:
    """Find the rows of the cards whose text is not here, and say in ``unread`` which they are, or what is wrong.

    Parameters
    ----------
    cards : iterable of (article id, Card)
    hashes : mapping
        By article id, the hash that its card states; without one nothing says which text is meant.
    unread : iterable of Unread
        What was told of these cards before.
    """
    found: list[Tables] = []
    told = [*unread]
    for article_id, card in cards:
        folder = withheld_folder(article_id)
        if not hashes.get(article_id) or not folder.is_dir():
            continue
        try:
            rows = read_withheld(folder)
            _check_card(rows, hashes[article_id], card.published_on)
        except TableError as error:
            told.append(Unread(card.file_name, str(error), article_id=article_id))
            continue
        found.append(_select_codebook(rows))
        told = [replace(row, reason=_tell(card, rows, folder)) if "only its card is here" in row.reason
                and row.file_name == card.file_name else row for row in told]  # fmt: skip
    return found, told


def _tell(card: Card, rows: Tables, folder: Path) -> str:
    other = "" if read_rules_version(folder) == hash_rules() else ", by another version of the rules"
    return (f"{card.file_name}: its text is not here; {len(rows['claims'])} claims read from it{other} are, without a "
            "word of it: put your own copy into the folder to see the sentences")


def _check_card(tables: Tables, sha256: str, published_on: date | None) -> None:
    [row] = tables["articles"].to_dict("records")
    name = row["article_id"]
    if row["sha256"] != sha256:
        raise TableError(f"the rows of {name} in data/withheld were read from another text (sha256 "
                         f"{row['sha256'][:12]}...) than the card describes ({sha256[:12]}...); they are left out")
    read_on = None if pd.isna(row["published_on"]) else pd.Timestamp(row["published_on"]).date()
    if read_on != published_on:  # its relative dates count from that day
        raise TableError(f"the rows of {name} in data/withheld were read against {read_on or 'no day'} of publication, "
                         f"and the card says {published_on or 'none'}; they are left out: whoever has the text writes "
                         f"them anew with: python -m helpers withhold FILE")


def _select_codebook(rows: Tables) -> Tables:
    """Leave out the codings by another codebook than the one in use."""
    codebook = read_codebook()
    positions = {row.key for row in codebook.rows("positions")}
    terms = {row["term_id"] for row in codebook.rows("terms")}
    disputes, wordings = rows["disputes"], rows["wordings"]
    return {**rows, "disputes": disputes[disputes["position_id"].isin(positions)],
            "wordings": wordings[wordings["term_id"].isin(terms)]}  # fmt: skip


def list_withheld_problems() -> Iterator[str]:
    """Yield a sentence for each folder of ``data/withheld`` whose rows cannot be used."""
    root = withheld_folder()
    for folder in sorted(path for path in root.iterdir() if path.is_dir()) if root.is_dir() else ():
        try:
            read_withheld(folder)
        except TableError as error:
            yield str(error)


def list_outdated_withheld() -> Iterator[str]:
    """Yield a sentence for each folder of ``data/withheld`` that another version of the rules made; it is no fault."""
    root = withheld_folder()
    for path in sorted(root.glob("*/datapackage.json")):
        if read_rules_version(path.parent) != hash_rules():
            yield (f"the rows in data/withheld/{path.parent.name} were made by another version of the rules; whoever "
                   f"has the text can write them anew: python -m helpers withhold FILE")


def lay_withheld(tables: Tables, withheld: Sequence[Tables]) -> Tables:
    """Lay the rows of articles without a text beside those that were read here.

    Parameters
    ----------
    tables : dict of str to pandas.DataFrame
        With a row of ``articles`` for each card.
    withheld : sequence of tables
        As `read_withheld` gives them.

    Returns
    -------
    dict of str to pandas.DataFrame
        New tables, with the rows that have a text first. Links to rows that are not here fall away.
    """
    if not withheld:
        return tables
    laid = {name: _join(name, [frame, *(other[name] for other in withheld)]) for name, frame in tables.items()}
    laid["articles"] = _fill_cards(tables["articles"], withheld)
    laid["links"] = _join_links(laid)
    return laid


def _join(name: str, frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    joined = pd.concat([frame for frame in frames if len(frame)] or [*frames][:1], ignore_index=True)
    if name in _OF_ARTICLES:
        return _add_up(joined, TABLES[name].key)
    return joined


def _add_up(joined: pd.DataFrame, key: str) -> pd.DataFrame:
    """Make one row of the rows of one actor or place, with the mentions of all articles."""
    counts = [column for column in _COUNTS if column in joined.columns]
    total = joined.groupby(key)[counts].sum()
    first = joined.drop_duplicates(key).sort_values(key, kind="stable").reset_index(drop=True)
    return first.assign(**{column: first[key].map(total[column]).astype("Int64") for column in counts})


def _fill_cards(articles: pd.DataFrame, withheld: Sequence[Tables]) -> pd.DataFrame:
    """Keep what the card says of an article, and add what only the text told."""
    filled = articles.copy()
    for tables in withheld:
        row = tables["articles"].iloc[0]
        here = filled["article_id"] == row["article_id"]
        for column in _READ_FROM_TEXT:
            filled.loc[here, column] = row[column]
    return filled


def _join_links(tables: Tables) -> pd.DataFrame:
    known = {row_id for name, frame in tables.items() if TABLES[name].key for row_id in frame[TABLES[name].key]}
    links = tables["links"]
    kept = links[links["from_id"].isin(known) & links["to_id"].isin(known)].drop_duplicates("link_id")
    return kept.sort_values("link_id", kind="stable").reset_index(drop=True)
