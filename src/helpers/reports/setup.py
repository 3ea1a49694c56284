"""Look over the set-up of this machine, and say for everything that is amiss which command mends it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from packaging.requirements import Requirement

from helpers.model import GrenspostError, ReportError
from helpers.resources.paths import home
from helpers.views import Html, message
from helpers.views.html import escape, page, table
from helpers.views.offline import has_map_assets

NEEDED = ("data/lexicons", "data/codebook", "data/gazetteer.csv", "data/basemap.geojson")
OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Parameters
    ----------
    key : str
        Names its messages: ``setup.<key>`` and ``setup_fix.<key>``.
    is_well : bool
    found : str
        What was found.
    """

    key: str
    is_well: bool
    found: str


def check_setup() -> None:
    """Check that everything that the notebooks need is here.

    Raises
    ------
    ReportError
        With one line for each thing that is amiss, and the command that mends it.
    """
    amiss = [finding for finding in look_over() if not finding.is_well]
    if amiss:
        raise ReportError("\n".join(_tell(finding) for finding in amiss))


def _tell(finding: Finding) -> str:
    return f"{message(f'setup.{finding.key}')}: {finding.found}; {message(f'setup_fix.{finding.key}')}"


def render_setup(*, language: str = "en") -> Html:
    """Render what was looked at, and for what is amiss the command that mends it.

    Parameters
    ----------
    language : str
        Language of the labels.

    Examples
    --------
    >>> "Python" in render_setup()
    True
    """
    headings = [escape(message(f"col_{key}", language)) for key in ("checked", "found", "to_do")]
    rows = [
        [escape(message(f"setup.{finding.key}", language)), ("✔ " if finding.is_well else "✖ ") + escape(finding.found),
         "" if finding.is_well else escape(message(f"setup_fix.{finding.key}", language))]
        for finding in look_over()
    ]  # fmt: skip
    return page(table(headings, rows, caption=message("caption_setup", language), row_heads=True), lang=language)


def look_over() -> Iterator[Finding]:
    """Look at each thing that the notebooks need, in the order in which one would mend it."""
    running = sys.version_info[:3]
    yield Finding("python", running >= OLDEST_PYTHON, ".".join(map(str, running)))
    wrong = sorted(_wrong_packages())
    yield Finding("packages", not wrong, ", ".join(wrong) or _count_packages())
    yield _find_data()
    yield _find_articles()
    yield _find_scripts()


def _wrong_packages() -> Iterator[str]:
    for requirement in _requirements():
        try:
            found = version(requirement.name)
        except PackageNotFoundError:
            yield f"{requirement} ✖"
            continue
        if not requirement.specifier.contains(found, prereleases=True):
            yield f"{requirement} ({found})"


def _requirements() -> list[Requirement]:
    stated = [Requirement(line) for line in requires("grenspost") or ()]
    return [requirement for requirement in stated if requirement.marker is None or requirement.marker.evaluate()]


def _count_packages() -> str:
    return str(len(_requirements()))


def _find_data() -> Finding:
    try:
        folder = home()
    except GrenspostError as error:
        return Finding("data", False, str(error))
    missing = [name for name in NEEDED if not (folder / name).exists()]
    return Finding("data", not missing, ", ".join(missing) or "data")


def _find_articles() -> Finding:
    try:
        articles = list((home() / "seeds").glob("*.txt"))
    except GrenspostError:
        articles = []
    return Finding("articles", bool(articles), str(len(articles)))


def _find_scripts() -> Finding:
    return Finding("scripts", has_map_assets(), Path("node_modules").name)
