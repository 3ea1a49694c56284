"""What a page was made from: a hash of it all, by which the next run sees that nothing changed."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import helpers
from helpers.reports._page import Page
from helpers.reports._prose import Heading
from helpers.resources.paths import home
from helpers.tables import write_text
from helpers.views.offline import hash_map_assets

FOLDER = ".stamps"
SHOWN = ("pandas", "matplotlib", "folium", "ipywidgets", "nbconvert")
_NOT_SHOWN = ("tables", "annotations", "build")
_SOURCES = (".py", ".csv", ".css", ".js", ".j2", ".json", ".geojson")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index says of a page, and what the page was made from."""

    name: str
    title: str
    lead: str
    headings: tuple[Heading, ...]
    stamp: str
    page_sha256: str
    ground: str = ""


def make_stamp(notebook: Path, translation: Path, ground: str) -> str:
    """Hash everything that a page depends on.

    Parameters
    ----------
    notebook, translation : Path
    ground : str
        What all pages depend on, as `make_ground` hashes it.
    """
    told = translation.read_bytes() if translation.is_file() else b""
    return _hash_parts({"notebook": _hash(notebook.read_bytes()), "translation": _hash(told), "ground": ground})


def make_ground(**rest: Any) -> str:
    """Hash what all pages depend on: the tables with their rights, our code, the libraries, the settings.

    Parameters
    ----------
    **rest
        Hash of the tables, language, parameters, names of the pages.
    """
    return _hash_parts({"package": hash_sources(), "assets": hash_map_assets(), "versions": list_versions(), **rest})


@cache
def hash_sources() -> str:
    """Return one hash of our own code, templates, labels and hand-made data."""
    found = hashlib.sha256()
    for path in _source_files():
        found.update(path.name.encode("utf-8") + b"\0" + path.read_bytes())
    return found.hexdigest()


def list_versions() -> str:
    """Name the package and the libraries that a page shows the work of, with their versions."""
    libraries = [f"{name} {version(name)}" for name in SHOWN]
    return ", ".join([f"Grenspost {version('grenspost')}", f"Python {platform.python_version()}", *libraries])


def make_entry(name: str, page: Page, stamp: str, ground: str) -> Entry:
    """Keep of a page what the index and the next run need."""
    return Entry(name, page.title, page.lead, page.headings, stamp, _hash(page.html.encode("utf-8")), ground)


def write_entry(entry: Entry, out: Path) -> None:
    """Write an entry beside its page."""
    fields = {slot: getattr(entry, slot) for slot in Entry.__slots__}
    fields["headings"] = [[heading.level, heading.text, heading.anchor] for heading in entry.headings]
    write_text(json.dumps(fields, ensure_ascii=False, indent=1) + "\n", out / FOLDER / f"{entry.name}.json")


def read_entry(name: str, out: Path) -> Entry | None:
    """Read the entry of a page; None where there is none, or the page is not the one that it describes."""
    try:
        fields = json.loads((out / FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        fields["headings"] = tuple(Heading(*parts) for parts in fields["headings"])
        entry = Entry(**fields)
        return entry if _hash((out / f"{name}.html").read_bytes()) == entry.page_sha256 else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def list_entries(out: Path) -> tuple[str, ...]:
    """List the names of the pages that were ever written into a folder."""
    return tuple(sorted(path.stem for path in (out / FOLDER).glob("*.json")))


def drop_entry(name: str, out: Path) -> None:
    """Forget a page."""
    (out / FOLDER / f"{name}.json").unlink(missing_ok=True)


def tell_settings(parameters: Mapping[str, str]) -> str:
    """Tell the parameters of a run in one line, of a folder only its name.

    Examples
    --------
    >>> tell_settings({"LANGUAGE": "nl", "SEEDS": "/somewhere/deep/seeds"})
    'LANGUAGE = nl, SEEDS = seeds'
    """
    return ", ".join(f"{name} = {Path(value).name or value}" for name, value in parameters.items())


def _source_files() -> Iterator[Path]:
    roots: Sequence[Path] = [Path(helpers.__file__).parent, home() / "data"]
    for root in roots:
        for path in sorted(root.rglob("*")):
            inside = path.relative_to(root).parts
            if path.suffix in _SOURCES and inside[0] not in _NOT_SHOWN and path.is_file():
                yield path


def _hash_parts(parts: Mapping[str, Any]) -> str:
    return _hash(json.dumps(parts, sort_keys=True, default=list).encode("utf-8"))


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
