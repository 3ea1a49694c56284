"""Render one executed notebook as one page that holds everything it shows."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from helpers.reports._content_notes import Warned, warn_of
from helpers.reports._languages import mark_languages
from helpers.reports._messages import read_labels
from helpers.reports._notices import number_notices
from helpers.reports._outputs import IMAGES, describe_image, prepare_outputs, title_frames
from helpers.reports._policy import add_policy
from helpers.reports._prose import Heading, Prose, plain_words

TEMPLATES = Path(__file__).with_name("templates")
_NO_ALT = 'alt="No description has been provided for this image"'


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says about its making.

    Parameters
    ----------
    tables_hash : str
    versions : str
        The package and the libraries with their versions, in one line.
    settings : str
        The parameters of the run, in one line, without any folder's full path.
    notices : tuple of (str, str)
        The notice of articles, and their titles.
    """

    tables_hash: str = ""
    versions: str = ""
    settings: str = ""
    notices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A rendered page, and what the index needs to know of it."""

    html: str
    title: str
    lead: str
    headings: tuple[Heading, ...]
    without_alt: int


def render_notebook(notebook: Any, name: str, *, language: str = "en", facts: Facts | None = None,
                    pages: Sequence[str] = ()) -> str:  # fmt: skip
    """Render an executed notebook as a self-contained page.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
    name : str
        The notebook's name without its ending.
    language : str, optional
        Language of the labels.
    facts : Facts, optional
        What the footer says.
    pages : sequence of str, optional
        Names of all pages in reading order, for links to the one before and after and from the text.

    Returns
    -------
    str
        The whole page.

    Examples
    --------
    >>> from nbformat.v4 import new_markdown_cell, new_notebook
    >>> page = render_notebook(new_notebook(cells=[new_markdown_cell("# Wie stelt wat?")]), "01", language="nl")
    >>> '<html lang="nl">' in page, "<title>Wie stelt wat?" in page
    (True, True)
    """
    return build_page(notebook, name, language=language, facts=facts or Facts(), pages=pages).html


def build_page(
    notebook: Any, name: str, *, language: str, facts: Facts, pages: Sequence[str] = (), folder: str = "",
    warned: Sequence[Warned] = (), foreign: Mapping[str, str] = MappingProxyType({}),
) -> Page:  # fmt: skip
    """Render a page and gather what the index says about it."""
    labels = read_labels(language)
    shown = prepare_outputs(notebook, labels, f"{name}.ipynb")
    _number_notices(shown, facts, labels)
    warn_of(shown, warned, language)
    prose = Prose(pages)
    rendered = _render_prose(shown, prose, folder)
    without_alt = _describe_images(shown, labels)
    title = prose.title or name.replace("_", " ")
    context = {
        "labels": labels, "facts": facts, "name": name, "title": title, "headings": prose.headings,
        "has_title": bool(prose.title), "before": _beside(pages, name, -1), "after": _beside(pages, name, 1),
        "css": read_template("page.css"), "js": read_template("page.js"), "foot": foot_of_sheet(title, facts, labels),
    }  # fmt: skip
    html = _export(shown, context, language)
    html = mark_languages(html.replace(_NO_ALT, 'alt=""'), foreign)
    lead = next(filter(None, (_first_words(body) for body in rendered)), "")
    return Page(add_policy(html), title, lead, tuple(prose.headings), without_alt)


def read_template(name: str) -> str:
    """Read a file of our template folder."""
    return (TEMPLATES / "grenspost" / name).read_text(encoding="utf-8")


def foot_of_sheet(title: str, facts: Facts, labels: Mapping[str, str]) -> str:
    r"""Return what stands at the foot of each printed sheet, as the inside of a CSS string.

    Examples
    --------
    >>> foot_of_sheet('Who?"', Facts("12ab"), {"foot": "{title} · {hash}"})
    'Who\\3f \\22  \\b7  12ab'
    """
    told = labels["foot"].format(title=title, hash=facts.tables_hash[:12] or "–")
    return "".join(char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in told)


def _beside(pages: Sequence[str], name: str, step: int) -> str:
    place = list(pages).index(name) + step if name in pages else -1
    return pages[place] if 0 <= place < len(pages) else ""


def _render_prose(shown: Any, prose: Prose, folder: str) -> list[str]:
    rendered = []
    for cell in shown.cells:
        if cell.cell_type == "markdown":
            cell.metadata["page_html"] = prose.render(cell, folder)
            rendered.append(cell.metadata["page_html"])
        cell.metadata["page_section"] = prose.section
    return rendered


def _number_notices(shown: Any, facts: Facts, labels: Mapping[str, str]) -> None:
    for cell in shown.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "text/html" in data:
                data["text/html"] = number_notices(data["text/html"], facts.notices, labels)


def _describe_images(shown: Any, labels: Mapping[str, str]) -> int:
    """Give every image and frame its words; count the images that brought none."""
    without = 0
    for cell in shown.cells:
        for output in cell.get("outputs", []):
            data, section = output.get("data", {}), cell.metadata["page_section"] or "1"
            if "text/html" in data:
                data["text/html"] = title_frames(data["text/html"], labels["frame_title"].format(section=section))
            if any(kind in data for kind in IMAGES):
                words = describe_image(output)
                without += not words
                output.metadata["page_alt"] = words or labels["figure_alt"].format(section=section)
    return without


def _export(shown: Any, context: dict[str, Any], language: str) -> str:
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(  # type: ignore[no-untyped-call]
        template_name="grenspost", extra_template_basedirs=[str(TEMPLATES)], language_code=language
    )
    exporter.log = _quiet_log()
    html, _ = exporter.from_notebook_node(shown, resources={"page": context, "metadata": {"name": context["name"]}})
    return str(html)


def _quiet_log() -> logging.Logger:
    log = logging.getLogger("helpers.reports.export")
    log.setLevel(logging.ERROR)
    return log


def _first_words(body: str) -> str:
    found = re.search(r"<p>(.*?)</p>", body, re.DOTALL)
    return plain_words(found[1]) if found else ""
