"""Render the words between the cells, and gather the headings for the table of contents."""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

_HEADING = re.compile(r"<h([1-6])(?: [^>]*)?>(.*?)</h\1>", re.DOTALL)
_LINK = re.compile(r'<a href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_ABSOLUTE = ("https:", "http:", "mailto:")


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: its level, its words, and the id that a link can open."""

    level: int
    text: str
    anchor: str


@dataclass(slots=True)
class Prose:
    """The words of one notebook while they are rendered.

    Parameters
    ----------
    pages : collection of str
        Names of the notebooks that have a page, without their ending: links to them lead to the page.
    """

    pages: Collection[str] = ()
    headings: list[Heading] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The first heading of the first level."""
        return next((heading.text for heading in self.headings if heading.level == 1), "")

    @property
    def section(self) -> str:
        """The words of the newest heading."""
        return self.headings[-1].text if self.headings else ""

    def render(self, cell: Any, folder: str = "") -> str:
        """Render a markdown cell: headings get ids, links to notebooks lead to their pages."""
        from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

        renderer = IPythonRenderer(
            escape=False, attachments=cell.get("attachments", {}), embed_images=True, path=folder,
            exclude_anchor_links=True,
        )  # fmt: skip
        body = MarkdownWithMath(renderer=renderer).render(cell.source)
        return _LINK.sub(self._lead, _HEADING.sub(self._name, body))

    def _name(self, found: re.Match[str]) -> str:
        words = plain_words(found[2])
        level = int(found[1])
        if level == 1 and self.title:
            level = 2
        base = re.sub(r"[^\w]+", "-", words.lower()).strip("-") or "part"
        taken = {heading.anchor for heading in self.headings}
        anchor = next(a for n in range(1, 10_000) if (a := base if n == 1 else f"{base}-{n}") not in taken)
        self.headings.append(Heading(level, words, anchor))
        return f'<h{level} id="{html.escape(anchor)}">{found[2]}</h{level}>'

    def _lead(self, found: re.Match[str]) -> str:
        target, rest, words = found.groups()
        path, _, fragment = target.partition("#")
        name = path.rsplit("/", 1)[-1].removesuffix(".ipynb").removesuffix(".html")
        if path.endswith((".ipynb", ".html")) and name in self.pages:
            return f'<a href="{name}.html{"#" + fragment if fragment else ""}"{rest}>{words}</a>'
        if target.startswith(_ABSOLUTE):
            return f'<a href="{target}" rel="noopener noreferrer"{rest}>{words}</a>'
        return found[0] if target.startswith("#") else f"<span>{words}</span>"


def plain_words(markup: str) -> str:
    """Take the tags out.

    Examples
    --------
    >>> plain_words("Who <em>states</em> what &amp; when?")
    'Who states what & when?'
    """
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())
