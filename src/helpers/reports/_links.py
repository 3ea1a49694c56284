"""The links that leave the pages: each one well-formed, and listed on the first page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

_HREF = re.compile(r'<a\b[^>]*?\shref="([^"]*)"', re.DOTALL)


def list_outside(pages: Mapping[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    """List the addresses outside the pages that they link to, each with the names of the pages.

    Examples
    --------
    >>> list_outside({"a": '<a class="x" href="https://example.org/b">b</a><a href="#c">c</a>'})
    [('https://example.org/b', ('a',))]
    """
    found: dict[str, list[str]] = {}
    for name, page in pages.items():
        for link in dict.fromkeys(_links_of(page)):
            if urlsplit(link).scheme in ("http", "https", "mailto"):
                found.setdefault(link, []).append(name)
    return [(link, tuple(names)) for link, names in sorted(found.items())]


def find_malformed(links: Iterable[str]) -> list[str]:
    """Find the addresses that no browser could follow.

    Examples
    --------
    >>> find_malformed(["https://example.org/a", "https:/example.org", "https://exa mple.org", "http://"])
    ['https:/example.org', 'https://exa mple.org', 'http://']
    """
    return [link for link in links if not _is_well_formed(link)]


def _is_well_formed(link: str) -> bool:
    parts = urlsplit(link)
    if re.search(r"[\s<>\"{}|\\^`]", link):
        return False
    if parts.scheme == "mailto":
        return "@" in parts.path
    return parts.scheme in ("http", "https") and re.fullmatch(r"[\w-]+(\.[\w-]+)+(:\d+)?", parts.netloc) is not None


def _links_of(page: str) -> Iterator[str]:
    yield from (html.unescape(link) for link in _HREF.findall(page))
