"""The codes of a class: the students' files of one folder, merged into one report of their agreement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers.model import CodingError
from helpers.tables import write_text
from helpers.teaching._strange_codes import drop_strange_codes
from helpers.teaching.agreement import score_agreement, select_disagreements
from helpers.teaching.agreement_view import (
    list_explanations,
    render_agreement,
    render_differences,
    render_disagreements,
)
from helpers.teaching.attempts import COLUMNS as ANSWERS
from helpers.teaching.codes import build_codes, find_delimiter, read_code_file
from helpers.teaching.coding import GOLD, MACHINE, gold_codes, machine_codes, select_current, settle_codes
from helpers.teaching.gold import Gold, Tables, read_gold
from helpers.views import Html, message
from helpers.views.html import escape, page, tag

_STYLE = (
    "body{margin:0 auto;max-width:64rem}@page{size:A4;margin:12mm 14mm}"
    "@media print{html{font-size:9.5pt}tr{break-inside:avoid}caption,h2{break-after:avoid}"
    "details::details-content{content-visibility:visible;display:block}}"
)


_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".numbers"})


@dataclass(frozen=True, slots=True)
class _Given:
    """The codes of one coder, and the file that they stand in."""

    codes: pd.DataFrame
    file: str


@dataclass(frozen=True, slots=True)
class Collection:
    """The codes of all coders of a folder, and a sentence for each thing that was left out or renamed."""

    codes: pd.DataFrame
    remarks: tuple[str, ...]

    @property
    def coders(self) -> list[str]:
        """The pseudonyms, in alphabetical order."""
        return sorted(set(self.codes["coder"]))


def collect_codes(tables: Tables, folder: Path, *, language: str = "en") -> Collection:
    """Collect the codes of every file of a folder that speak of these tables.

    Raises
    ------
    CodingError
        If no file of the folder holds codes.
    """
    kept: dict[str, _Given] = {}
    remarks = _tell_unread(folder, language)
    for path in _list_files(folder):
        if _holds_answers(path):
            remarks.append(message("collect_answers", language, file=path.name))
            continue
        try:
            codes = read_code_file(path, language=language)
        except CodingError as error:
            remarks.append(str(error))
            continue
        if codes.empty:
            remarks.append(message("collect_only_head", language, file=path.name))
        for coder, given in codes.groupby("coder"):
            _keep(kept, str(coder), _Given(given.reset_index(drop=True), path.name), remarks, language)
    if not kept:
        raise CodingError(" ".join([message("collect_empty", language, folder=folder), *remarks]))
    current, old = select_current(tables, pd.concat([given.codes for given in kept.values()], ignore_index=True))
    for coder, given in old.groupby("coder"):
        told = "collect_old" if len(given) > 1 else "collect_one_old"
        remarks.append(message(told, language, count=len(given), coder=coder))
    known, strange = drop_strange_codes(tables, current, language=language)
    return Collection(known, (*remarks, *strange))


def render_collection(
    tables: Tables, collection: Collection, gold: Gold, *, language: str = "en", show_own_text: bool = False
) -> Html:
    """Render the agreement of a class: among coders, with the rules and the gold, each with every disagreement."""
    codes = collection.codes
    many = "collect_coders" if len(collection.coders) > 1 else "collect_coder"
    count = message(many, language, count=len(collection.coders), coders=", ".join(collection.coders))
    among = score_agreement(codes)
    explained = set(list_explanations(among))
    parts = [tag("p", escape(count)), render_agreement(among, language=language),
             render_disagreements(tables, codes, language=language, show_own_text=show_own_text)]  # fmt: skip
    for other, title in ((MACHINE, "collect_with_machine"), (GOLD, "collect_with_gold")):
        sides = [add_reference(tables, given, gold, other) for _, given in codes.groupby("coder")]
        scores = _join([score_agreement(side) for side in sides])
        if not scores.empty:
            found = _join([select_disagreements(side) for side in sides]).drop_duplicates()
            parts += [tag("h2", escape(message(title, language)), class_="gp-subtitle"),
                      render_agreement(scores, language=language, explained=explained),
                      render_differences(tables, found, language=language, show_own_text=show_own_text)]  # fmt: skip
            explained |= set(list_explanations(scores))
    if collection.remarks:
        listed = "".join(tag("li", escape(remark)) for remark in collection.remarks)
        parts += [tag("h2", escape(message("collect_remarks", language)), class_="gp-subtitle"), tag("ul", listed)]
    return page(tag("h1", escape(message("collect_title", language)), class_="gp-title"), *parts, lang=language)


def write_collection(
    tables: Tables, folder: Path, out: Path | None = None, *, gold: Gold | None = None, language: str = "en"
) -> tuple[Path, Collection]:
    """Write the agreement report of a folder of students' files as one page that stands alone.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    folder : Path
        The students' files.
    out : Path, optional
        The page; ``agreement.html`` in the folder by default.
    gold : dict, optional
        ``data/gold`` by default.
    language : str
    """
    collection = collect_codes(tables, folder, language=language)
    body = render_collection(tables, collection, read_gold() if gold is None else gold, language=language)
    title = escape(message("collect_title", language))
    head = ('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{title}</title><style>{_STYLE}</style>")  # fmt: skip
    html = f'<!doctype html>\n<html lang="{language}"><head>{head}</head>\n<body>{body}</body></html>\n'
    return write_text(html, out or folder / "agreement.html"), collection


def add_reference(tables: Tables, codes: pd.DataFrame, gold: Gold, other: str) -> pd.DataFrame:
    """Put the codes of the rules (``machine``) or of the gold beside those of one coder."""
    articles = sorted(set(codes["article_id"]))
    found: Iterable[pd.DataFrame]
    if other == MACHINE:
        found = [machine_codes(tables, article_id) for article_id in articles]
    else:
        found = [gold_codes(tables, gold, article_id) for article_id in articles]
    return settle_codes(codes, pd.concat([build_codes([]), *found], ignore_index=True))


def _join(frames: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [frame for frame in frames if not frame.empty]
    return pd.concat(filled, ignore_index=True) if filled else select_disagreements(build_codes([]))


def _holds_answers(path: Path) -> bool:
    """Tell whether a file is one of the answers to exercises, which the page with exercises saves beside the codes."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    head = text.partition("\n")[0].strip().replace('"', "").split(find_delimiter(text))
    return set(ANSWERS) <= set(head)


def _list_files(folder: Path) -> list[Path]:
    """List the CSV files of a folder, `otter.csv` before `otter (1).csv`, whatever the case of their ending."""
    files = folder.iterdir() if folder.is_dir() else ()
    found = [path for path in files if path.suffix.casefold() == ".csv"]
    return sorted(found, key=lambda path: (len(path.name), path.name))


def _tell_unread(folder: Path, language: str) -> list[str]:
    """Tell which files are not read: tables of a spreadsheet, and what lies in a sub-folder."""
    told = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        place, ending = path.relative_to(folder), path.suffix.casefold()
        if path.is_dir() or any(part.startswith((".", "__", "~$")) for part in place.parts):
            continue
        if ending in _SPREADSHEETS:
            told.append(message("collect_spreadsheet", language, file=place.as_posix()))
        elif ending == ".csv" and len(place.parts) > 1:
            told.append(message("collect_deeper", language, file=place.as_posix()))
    return told


def _keep(kept: dict[str, _Given], coder: str, given: _Given, remarks: list[str], language: str) -> None:
    """Keep a coder's codes; a second file of the same pseudonym is a copy, or another person."""
    if coder not in kept:
        kept[coder] = given
        return
    codes = given.codes.drop(columns="coder")
    same = [other.file for name, other in kept.items() if (name == coder or name.startswith(f"{coder}-twin"))
            and codes.equals(other.codes.drop(columns="coder"))]  # fmt: skip
    if same:
        remarks.append(message("collect_same", language, file=given.file, coder=coder, other=same[0]))
        return
    number = 2
    while f"{coder}-twin{number}" in kept:
        number += 1
    renamed = f"{coder}-twin{number}"
    other = kept[coder].file
    kept[renamed] = _Given(given.codes.assign(coder=renamed), given.file)
    remarks.append(message("collect_twin", language, file=given.file, coder=coder, renamed=renamed, other=other))
