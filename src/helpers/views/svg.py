"""A figure as SVG for the inside of a page."""

from __future__ import annotations

import hashlib
import io
import re
import textwrap

import matplotlib as mpl
from matplotlib.figure import Figure

from helpers.views.html import Html, escape, page, tag
from helpers.views.palette import INK, PAPER
from helpers.views.turns import TURN

NARROW_INCHES = 4.2
"""How wide a figure for a phone is drawn."""

_NOTE_LETTERS = 56
_NEW_TAB = re.compile(r'(<a [^>]*?) ?target="_blank"')
_WORDLESS = re.compile(r"<a( [^>]*>\s*<(?:path|use)\b)")
_WORDS = re.compile(r">([^<>]*)</text>")
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)
# taken from the content, so that two like images share it; nothing refers to it
_IMAGE_ID = re.compile(r' id="image[0-9a-f]+"')
_OWN_IDS = re.compile(r'id="((?:figure|axes|patch|text|line2d|matplotlib|legend|xtick|ytick|PathCollection)[\w.]*)"')


def render_svg(figure: Figure, alt: str, titles: dict[str, str] | None = None, *, name: str = "") -> str:
    """Render a figure as SVG for the inside of a page: same figure, same bytes; no fonts, no requests.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
    alt : str
        What it shows, in words.
    titles : dict of str to str, optional
        From the gid of a mark to the text that hovering over it tells.
    name : str
        Tells two drawings of the same thing apart: an id stands once on a page.

    Examples
    --------
    >>> 'aria-label="two &amp; three"' in render_svg(Figure(figsize=(1, 1)), "two & three")
    True
    """
    salt = hashlib.sha256((name + alt).encode()).hexdigest()[:8]
    stream = io.StringIO()
    with TURN, mpl.rc_context({"svg.hashsalt": salt, "svg.fonttype": "none", "font.family": ["DejaVu Sans"]}):
        figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None})
    svg = stream.getvalue()
    svg = _METADATA.sub("", svg[svg.index("<svg") :])
    svg = _IMAGE_ID.sub("", svg)
    svg = _OWN_IDS.sub(rf'id="{salt}-\1"', svg)
    # links of a figure stay on the page; those of a shape have no words, so the keyboard takes those of the labels
    svg = _NEW_TAB.sub(r"\1", svg)
    svg = _WORDLESS.sub(r'<a tabindex="-1" aria-hidden="true"\1', svg)
    svg = svg.replace("'DejaVu Sans'", "'DejaVu Sans', Verdana, sans-serif")
    svg = _WORDS.sub(lambda found: f">{_mask(found[1])}</text>", svg)
    for gid, words in (titles or {}).items():
        svg = svg.replace(f'<g id="{escape(gid)}">', f'<g id="{escape(gid)}"><title>{escape(words)}</title>')
    return svg.replace("<svg ", f'<svg role="group" aria-label="{escape(alt)}" ', 1)


def _mask(words: str) -> str:
    """Mask in words that are escaped already what a script template would read, as `escape` does."""
    return words.replace("${", "&#36;&#123;").replace("{{", "&#123;&#123;")


def render_figure(figure: Figure, *, narrow: Figure | None = None, language: str = "en") -> Html:
    """Render a drawn figure for a notebook and for a page, with its words for readers who cannot see it.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        Its label says in words what it shows, as that of every ``draw_`` function's figure does.
    narrow : matplotlib.figure.Figure, optional
        The same drawn for a phone, which takes its place on a narrow screen.
    language : str
        Language of the figure's words.

    Examples
    --------
    >>> figure = Figure(figsize=(1, 1))
    >>> _ = figure.add_axes((0, 0, 1, 1))
    >>> figure.set_label("one dot")
    >>> 'aria-label="one dot"' in render_figure(figure)
    True
    """
    if not figure.axes:
        return page(tag("p", escape(figure.get_label()), class_="gp-empty"), lang=language)
    return page(frame_both(figure, narrow), lang=language)


def draw_note(words: str) -> Figure:
    """Draw a figure that says why there is nothing to draw: words without axes, which a page shows as plain text.

    Examples
    --------
    >>> 'class="gp-empty"' in render_figure(draw_note("Nothing to draw."))
    True
    """
    lines = textwrap.wrap(words, _NOTE_LETTERS)
    figure = Figure(figsize=(NARROW_INCHES, 0.3 + 0.2 * len(lines)), facecolor=PAPER)
    figure.text(0.02, 0.5, "\n".join(lines).replace("$", r"\$"), va="center", fontsize=9, color=INK)
    figure.set_label(words)
    return figure


def frame_both(figure: Figure, narrow: Figure | None) -> str:
    """Put a figure into a frame, and the one for a phone into another: a screen shows one of the two."""
    if narrow is None:
        return frame_figure(figure)
    return frame_figure(figure, class_="gp-for-wide") + frame_figure(narrow, name="narrow", class_="gp-for-narrow")


def frame_figure(figure: Figure, titles: dict[str, str] | None = None, *, name: str = "", class_: str = "") -> str:
    """Put a figure, whose label says what it shows, into a frame that scrolls where the page is narrow."""
    alt = str(figure.get_label())
    drawing = render_svg(figure, alt, titles, name=name)
    return tag("div", drawing, class_=f"gp-figure {class_}".strip(), tabindex="0", role="group", aria_label=alt)
