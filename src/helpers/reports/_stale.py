"""Pages that hold what they may no longer show are taken away before the new ones are made: a failure shows less."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpers.reports._messages import read_labels
from helpers.reports._page import Facts, build_page
from helpers.reports._stamps import drop_entry, list_entries, read_entry
from helpers.reports.pdf import FOLDER as PDF_FOLDER
from helpers.tables import write_text

INDEX = "index"


@dataclass(frozen=True, slots=True)
class Removed:
    """What a run took away.

    Parameters
    ----------
    pdfs : tuple of Path
        PDFs of older pages.
    gone : tuple of Path
        Pages whose notebook is no longer there.
    emptied : tuple of str
        Names of the pages whose words were taken away until they are made anew.
    """

    pdfs: tuple[Path, ...] = ()
    gone: tuple[Path, ...] = ()
    emptied: tuple[str, ...] = ()

    @property
    def lines(self) -> Iterator[str]:
        """What a run says of it."""
        if self.gone:
            named = ", ".join(path.name for path in self.gone)
            yield f"removed, because there is no such notebook any more: {named} (from {self.gone[0].parent})"
        if self.pdfs:
            folder = self.pdfs[0].parent
            yield (f"{len(self.pdfs)} PDF{'s' * (len(self.pdfs) > 1)} of older pages removed from {folder}; print them "
                   f"anew with: python -m helpers pdf --pages {folder.parent}")  # fmt: skip


def remove_stale(
    changed: Sequence[str], names: Sequence[str], out: Path, *, ground: str, facts: Facts, language: str
) -> Removed:  # fmt: skip
    """Take away what older pages hold, before new ones are made: a right may have been withdrawn.

    A page that was made from other tables, code or settings gives way to one that says that it could not be made
    anew; where only its notebook changed it stays until the new one is whole. The page of a notebook that is gone is
    removed, and so are all PDFs of these.

    Parameters
    ----------
    changed, names : sequence of str
        Pages that are to be made anew, and all pages.
    out : Path
    ground : str
        What all pages of this run depend on.
    facts : Facts
    language : str
    """
    gone = [name for name in list_entries(out) if name not in names]
    pdfs = _unlink(out / PDF_FOLDER, [INDEX, *changed, *gone] if changed or gone else [], ".pdf")
    removed = _unlink(out, gone, ".html")
    for name in gone:
        drop_entry(name, out)
    emptied = [name for name in changed if (out / f"{name}.html").is_file() and _ground_of(name, out) != ground]
    for name in [*emptied, *([INDEX] if (emptied or gone) and (out / f"{INDEX}.html").is_file() else [])]:
        write_text(_build_empty(name, names, facts, language), out / f"{name}.html")
    return Removed(pdfs, removed, tuple(emptied))


def tell_emptied(failed: Mapping[str, str], removed: Removed) -> Iterator[str]:
    """Tell which pages stand without their words because their notebook failed."""
    named = [f"{name}.html" for name in removed.emptied if name in failed]
    if named:
        yield (f"{', '.join(named)}: what an older run wrote is taken away, because a right may have been withdrawn "
               "since; a page that says so stands in its place")  # fmt: skip


def _unlink(folder: Path, names: Sequence[str], ending: str) -> tuple[Path, ...]:
    found = tuple(path for path in (folder / f"{name}{ending}" for name in names) if path.is_file())
    for path in found:
        path.unlink()
    return found


def _ground_of(name: str, out: Path) -> str:
    entry = read_entry(name, out)
    return entry.ground if entry else ""


def _build_empty(name: str, names: Sequence[str], facts: Facts, language: str) -> str:
    from nbformat.v4 import new_markdown_cell, new_notebook

    labels = read_labels(language)
    told = labels["page_taken_away"]
    words = f"# {name.replace('_', ' ')}\n\n{told}"
    book = new_notebook(cells=[new_markdown_cell(words)])  # type: ignore[no-untyped-call]
    return build_page(book, name, language=language, facts=facts, pages=names).html
