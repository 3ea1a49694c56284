"""The content security policy of a page: what is in it may run and show, nothing else, and nothing is fetched."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html.parser import HTMLParser

TILE_HOST = "https://tile.openstreetmap.org"
MARK = "<!--policy-->"


def add_policy(page: str) -> str:
    """Put the policy where `MARK` stands.

    Every script of the page, also of its maps' frames, is named by its hash; so an ``onerror=`` that comes in with a
    text never runs. Tiles are allowed only where the page offers them (the reader switches them on).

    Examples
    --------
    >>> "script-src 'sha256-" in add_policy(f"<head>{MARK}</head><script>1</script>")
    True
    """
    hashes = sorted({hash_script(script) for script in find_scripts(page)})
    unpacked = " blob:" if "createObjectURL" in page else ""  # itables unpacks its script so
    scripts = " ".join([*(f"'{value}'" for value in hashes), "data:"]) + unpacked
    tiles = f" {TILE_HOST}" if TILE_HOST in page else ""
    policy = (f"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline' data:; img-src data: blob:{tiles}; "
              "font-src data:; frame-src data:; base-uri 'none'; form-action 'none'")  # fmt: skip
    return page.replace(MARK, f'<meta http-equiv="Content-Security-Policy" content="{policy}">', 1)


def hash_script(script: str) -> str:
    """Return a script's name in a policy."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def find_scripts(page: str) -> Iterator[str]:
    """Yield the text of every script inside a page and inside its ``srcdoc`` frames."""
    parser = _Scripts()
    parser.feed(page.replace("\r\n", "\n"))
    parser.close()
    yield from parser.scripts
    for frame in parser.frames:
        yield from find_scripts(frame)


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.frames: list[str] = []
        self._parts: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "script" and "src" not in values:
            self._parts = []
        elif tag == "iframe" and values.get("srcdoc"):
            self.frames.append(values["srcdoc"] or "")

    def handle_data(self, data: str) -> None:
        if self._parts is not None:
            self._parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._parts is not None:
            self.scripts.append("".join(self._parts))
            self._parts = None
