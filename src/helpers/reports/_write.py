"""Make the pages: execute what changed, keep what did not, never leave half a page."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from tqdm import tqdm

from helpers.model import ReportError
from helpers.reports._content_notes import Warned, find_warned
from helpers.reports._contents import Holdings, Pages, read_holdings, render_contents
from helpers.reports._execute import execute_notebook
from helpers.reports._languages import list_foreign
from helpers.reports._messages import read_labels
from helpers.reports._page import Facts, build_page
from helpers.reports._stale import INDEX, Removed, remove_stale, tell_emptied
from helpers.reports._stamps import (
    Entry,
    list_versions,
    make_entry,
    make_ground,
    make_stamp,
    read_entry,
    tell_settings,
    write_entry,
)
from helpers.reports._translate import read_translation, translate_notebook, translation_of
from helpers.resources.paths import home
from helpers.tables import hash_tables, write_text
from helpers.tables.store import PACKAGE_FILE

WORKERS = 2


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """What a run did.

    Parameters
    ----------
    index : Path
        The index page.
    made, kept : tuple of str
        Names of the pages that were made anew, and of those that were still good.
    unread : tuple of str
        Why something was not read.
    n_articles : int
        Articles whose text was read.
    removed : Removed
        Older pages and PDFs, which could hold what the new ones may not.
    """

    index: Path
    made: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    n_articles: int = 0
    removed: Removed = field(default_factory=Removed)

    @property
    def lines(self) -> tuple[str, ...]:
        """The run in words."""
        pages = f"{len(self.made)} pages made, {len(self.kept)} unchanged"
        return (pages, *self.removed.lines, f"open {self.index}")


@dataclass(frozen=True)
class _Run:
    """What all pages of a run share."""

    out: Path
    tables: Path
    pages: tuple[str, ...]
    facts: Facts
    language: str
    parameters: Mapping[str, str]
    timeout_s: float
    stop: threading.Event
    warned: Sequence[Warned]
    foreign: Mapping[str, str]

    @cached_property
    def ground(self) -> str:
        return make_ground(tables=self.facts.tables_hash, language=self.language, pages=self.pages,
                           parameters=dict(self.parameters))  # fmt: skip

    def stamp(self, notebook: Path) -> str:
        return make_stamp(notebook, translation_of(notebook, self.language), self.ground)

    def make(self, notebook: Path, stamp: str) -> Entry:
        executed = execute_notebook(notebook, parameters=self.parameters, timeout_s=self.timeout_s, stop=self.stop)
        parts = read_translation(translation_of(notebook, self.language))
        told = translate_notebook(executed, parts, self.language)
        page = build_page(told, notebook.stem, language=self.language, facts=self.facts, pages=self.pages,
                          folder=str(notebook.parent), warned=self.warned, foreign=self.foreign)  # fmt: skip
        if hash_tables(self.tables) != self.facts.tables_hash:
            raise ReportError(f"{notebook.name}: the tables in {self.tables} changed while the pages were made; let "
                              "one run end before the next, and run this one again")
        entry = make_entry(notebook.stem, page, stamp, self.ground)
        write_text(page.html, self.out / f"{notebook.stem}.html")
        write_entry(entry, self.out)
        return entry


def build_report(
    seeds: Path, out: Path | None = None, *, encoding: str = "utf-8", language: str = "en", force: bool = False,
    progress: Callable[[Iterable[Any]], Iterable[Any]] = iter,
) -> ReportSummary:  # fmt: skip
    """Read a folder of articles, execute every notebook on its tables, and write the pages.

    Parameters
    ----------
    seeds : Path
        Folder of articles.
    out : Path, optional
        Folder for the pages, by default ``reports`` of the home folder. The pages are made from the tables in its
        folder ``tables``, which hold no word that the rights of an article forbid: the whole folder may be published.
        Without `out`, all words stand in ``data/tables``, for the reader's own use.
    encoding : str, optional
        Encoding of the articles, or ``detect``.
    language : str, optional
        Language of the labels.
    force : bool, optional
        True executes every notebook, changed or not.
    progress : callable, optional
        Wraps the articles, to show how far the reading is.
    """
    from helpers.pipeline import build_tables, write_permitted_tables  # here: pages can be made without the annotators

    read_labels(language)
    pages = (out or home() / "reports").resolve()
    tables = pages / "tables"
    whole = None if out else home() / "data" / "tables"
    write_permitted_tables(build_tables(seeds, whole, encoding=encoding, progress=progress), tables)
    parameters = {"SEEDS": str(seeds.resolve()), "TABLES": str(tables), "OUT": str(pages), "LANGUAGE": language}
    notebooks = sorted((home() / "notebooks").glob("*.ipynb"))
    return write_reports(notebooks, tables, pages, language=language, parameters=parameters, force=force)


def write_reports(
    notebooks: Sequence[Path], tables_dir: Path, out_dir: Path, *, language: str = "en",
    parameters: Mapping[str, str] | None = None, force: bool = False, timeout_s: float = 300,
) -> ReportSummary:  # fmt: skip
    """Write one page a notebook, and an index.

    A notebook is executed only if something changed that its page depends on: the notebook, the tables, our code and
    data, the libraries, the map's scripts, the language or the parameters.

    Parameters
    ----------
    notebooks : sequence of Path
        In reading order.
    tables_dir : Path
        Folder of the tables that the notebooks read.
    out_dir : Path
        Made where it is missing. Each page replaces its older one only when it is whole. What older pages hold from
        other tables is taken away before, and the PDFs of pages that are made anew are removed from its folder
        ``pdf``, and the pages of notebooks that are gone as well.
    language : str, optional
        Language of the labels.
    parameters : mapping of str to str, optional
        Set after each notebook's cell that is tagged ``parameters``.
    force : bool, optional
        True executes every notebook.
    timeout_s : float, optional
        Seconds for each notebook.

    Raises
    ------
    ReportError
        After all other pages are made: one line for each notebook that failed.
    """
    _check_names(notebooks)
    if not (tables_dir / PACKAGE_FILE).exists():
        raise ReportError(f"no tables in {tables_dir}; build them with: python -m helpers tables --out {tables_dir}")
    holdings = read_holdings(tables_dir, language)
    facts = Facts(hash_tables(tables_dir), list_versions(), tell_settings(parameters or {}), holdings.notices)
    names = tuple(path.stem for path in notebooks)
    run = _Run(out_dir, tables_dir, names, facts, language, parameters or {}, timeout_s, threading.Event(),
               find_warned(tables_dir), list_foreign(holdings.articles, language))
    stamps = {path: run.stamp(path) for path in notebooks}
    good = ((path.stem, _still_good(path, stamps[path], out_dir)) for path in notebooks if not force)
    kept = {name: entry for name, entry in good if entry}
    changed = {path: stamps[path] for path in notebooks if path.stem not in kept}
    removed = remove_stale([path.stem for path in changed], names, out_dir, ground=run.ground, facts=facts,
                           language=language)  # fmt: skip
    made, failed = _make_all(run, changed)
    _write_index(run, holdings, {**kept, **made}, list(failed.values()))
    if failed:
        raise ReportError("\n".join([*failed.values(), *tell_emptied(failed, removed), *removed.lines]))
    return ReportSummary(out_dir / f"{INDEX}.html", tuple(n for n in names if n in made), tuple(kept),
                         holdings.unread, holdings.n_read, removed)


def _check_names(notebooks: Sequence[Path]) -> None:
    names = [path.stem for path in notebooks]
    if not names:
        raise ReportError("no notebooks to make pages of; they lie in the folder notebooks, with the ending .ipynb")
    wrong = [name for name in names if names.count(name) > 1 or name == INDEX]
    if wrong:
        raise ReportError(f"two pages would have the name {wrong[0]}.html; rename one of the notebooks")


def _still_good(notebook: Path, stamp: str, out: Path) -> Entry | None:
    entry = read_entry(notebook.stem, out)
    return entry if entry and entry.stamp == stamp else None


def _make_all(run: _Run, stamps: Mapping[Path, str]) -> tuple[dict[str, Entry], dict[str, str]]:
    made: dict[str, Entry] = {}
    failures: dict[str, str] = {}
    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        waiting = {pool.submit(run.make, path, stamp): path for path, stamp in stamps.items()}
        try:
            done = as_completed(waiting)
            quiet = None if waiting else True
            for future in tqdm(done, desc="notebooks", unit="notebook", total=len(waiting), disable=quiet):
                try:
                    entry = future.result()
                    made[entry.name] = entry
                except ReportError as error:
                    failures[waiting[future].stem] = str(error)
        except BaseException:
            run.stop.set()
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    return made, {name: failures[name] for name in run.pages if name in failures}


def _write_index(run: _Run, holdings: Holdings, entries: Mapping[str, Entry], failed: Sequence[str]) -> None:
    shown = [entries.get(name) or read_entry(name, run.out) for name in run.pages]
    known = [entry for entry in shown if entry]
    texts = {entry.name: (run.out / f"{entry.name}.html").read_text(encoding="utf-8") for entry in known}
    page = render_contents(Pages(known, texts, failed), holdings, run.facts, language=run.language)
    write_text(page, run.out / f"{INDEX}.html")
