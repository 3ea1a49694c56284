"""One HTML document that stands alone: its style and its script are inside, and it may ask for nothing."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from helpers.views.html import escape, tag

_HERE = Path(__file__).parent


@cache
def read_part(name: str) -> str:
    """Read a stylesheet or a script of this package."""
    return (_HERE / name).read_text(encoding="utf-8")


def render_markdown(source: str) -> str:
    """Render prose of ours that is written in Markdown.

    Examples
    --------
    >>> render_markdown("Who *says* so?").strip()
    '<p>Who <em>says</em> so?</p>'
    """
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    renderer = IPythonRenderer(escape=False, exclude_anchor_links=True)
    return str(MarkdownWithMath(renderer=renderer).render(source))


def render_document(title: str, body: str, *, language: str = "en", script: str = "", class_: str = "") -> str:
    """Render a whole page.

    Parameters
    ----------
    title : str
        Plain text.
    body : str
        HTML.
    language : str
    script : str, optional
        The one script that may run; the policy of the page names it by its hash.
    class_ : str, optional
        Class of the body.

    Examples
    --------
    >>> page = render_document("A & B", "<p>text</p>")
    >>> "<title>A &amp; B</title>" in page, "script-src 'none'" in page
    (True, True)
    """
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    allowed = f"'sha256-{digest}'" if script else "'none'"
    policy = f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src {allowed}; base-uri 'none'"
    head = "".join([
        '<meta charset="utf-8">', f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">', tag("title", escape(title)),
        f"<style>{read_part('lesson.css')}</style>",
    ])  # fmt: skip
    runs = f"<script>{script}</script>" if script else ""
    return (f'<!doctype html>\n<html lang="{language}"><head>{head}</head>\n'
            f'<body class="{class_}"><main>{body}</main>{runs}</body></html>\n')  # fmt: skip
