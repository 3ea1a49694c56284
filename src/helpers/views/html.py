"""HTML that a notebook shows and a report keeps: escaped text, one stylesheet, tables."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from helpers.views._shares import share_widths
from helpers.views.palette import LAYER_STYLES, STATUS_STYLES, style_status

OWN_KEYS = 'data-lm-suppress-shortcuts="true"'
"""What a control in an output has, for JupyterLab not to take a key typed on it for a command on cells."""
NO_FORMULAS = "mathjax_ignore"
_TURNS = {code: f"⟨{name}⟩" for code, name in (
    (0x202A, "LRE"), (0x202B, "RLE"), (0x202C, "PDF"), (0x202D, "LRO"), (0x202E, "RLO"),
    (0x2066, "LRI"), (0x2067, "RLI"), (0x2068, "FSI"), (0x2069, "PDI"),
)}  # fmt: skip
_NUMBER = re.compile(r"[-+]?\d[\d.,]*\s?%?")
_LABELLED = frozenset({"gp-cards", "gp-number"})
_NO_NUMBER = frozenset({"", "–"})
_UNBROKEN = re.compile(r"<(style|script|svg|iframe)\b.*?</\1>|<[^>]*>|[^<\s]{41,}", re.DOTALL)
_PIECE = re.compile(r"(?:&#?\w{1,8};|(?!&#?\w{1,8};).){20}(?=.)")
_FOLDED = re.compile(r"(?<=</summary>).*?(?=</details>)", re.DOTALL)


class Html(str):
    """A piece of HTML: a string everywhere, and drawn as HTML where a notebook shows it.

    Examples
    --------
    >>> Html("<p>Kozinka</p>")._repr_html_()
    '<p>Kozinka</p>'
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(plain_text(self)[:2000])


def escape(value: object) -> str:
    """Escape a text for HTML, also for a page that a script template reads (``${``, ``{{``).

    A character that turns the direction of what follows would turn our own words too: it is shown by its name.

    Examples
    --------
    >>> escape("Secret \u202eretfa")
    'Secret ⟨RLO⟩retfa'
    >>> escape("<b> & ${x} {{y}}")
    '&lt;b&gt; &amp; &#36;&#123;x&#125; &#123;&#123;y&#125;&#125;'
    """
    safe = html.escape(name_turns(str(value)), quote=True)
    return safe.replace("$", "&#36;").replace("{", "&#123;").replace("}", "&#125;")


def name_turns(text: str) -> str:
    """Put the name of each character in its place that would turn the direction of the words behind it.

    Examples
    --------
    >>> name_turns("Courier \u2067")
    'Courier ⟨RLI⟩'
    """
    return text.translate(_TURNS)


def plain_text(page: str) -> str:
    """Take the tags out of a page, for a reader without HTML.

    Examples
    --------
    >>> plain_text("<style>p{}</style><p>a &lt; b</p>")
    'a < b'
    """
    bare = re.sub(r"<(style|iframe|svg)\b.*?</\1>", " ", page.replace("<wbr>", ""), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", bare)).split())


def shorten(text: str, length: int) -> str:
    """Cut a text at a space so that it has at most `length` characters, with a sign where it was cut.

    Examples
    --------
    >>> shorten("the crossing at Kozinka", 16)
    'the crossing …'
    """
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut} …"


def tag(name: str, content: str, **attributes: object) -> str:
    """Build one element; `content` is HTML already, attribute values are escaped here.

    A trailing underscore of an attribute's name falls away, inner ones become hyphens; None leaves it out.

    Examples
    --------
    >>> tag("a", "text", href="#x", class_="gp-link", aria_label='say "x"', title=None)
    '<a href="#x" class="gp-link" aria-label="say &quot;x&quot;">text</a>'
    """
    given = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None}
    shown = "".join(f' {key}="{escape(value)}"' for key, value in given.items())
    return f"<{name}{shown}>{content}</{name}>"


def table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str, row_ids: Sequence[str] = (),
    row_heads: bool = False, class_: str = "",
) -> str:  # fmt: skip
    """Build a table from cells that are HTML already, in a frame that scrolls where the page is narrow.

    Parameters
    ----------
    headings : sequence of str
    rows : iterable of sequences of str
    caption : str
        Plain text; says what the table shows.
    row_ids : sequence of str
        One id a row, for links.
    row_heads : bool
        True where the first cell of a row names it.
    class_ : str
        With ``gp-cards`` or ``gp-number`` each cell has the heading of its column beside it where the page is narrow.
    """
    given = [list(cells) for cells in rows]
    numeric = find_numeric(given)
    labels = [plain_text(heading) for heading in headings] if _LABELLED & set(class_.split()) else []
    body = "".join(_table_row(cells, row_heads, row_id=row_ids[number] if row_ids else None, numeric=numeric,
                              labels=labels) for number, cells in enumerate(given))  # fmt: skip
    return _frame_table(headings, tag("tbody", body), caption, class_, numeric=numeric)


def find_numeric(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Find the columns that hold nothing but numbers, so that they can stand at the right; a dash is no number.

    Examples
    --------
    >>> sorted(find_numeric([["a", "3", "–"], ["b", "1.25", "<i>–</i>"], ["c", "", "7"]]))
    [1, 2]
    """
    columns = range(max(map(len, rows), default=0))
    told = [[_told_number(cells[column]) for cells in rows if column < len(cells)] for column in columns]
    return frozenset(c for c, words in enumerate(told) if any(w not in _NO_NUMBER for w in words)
                     and all(w in _NO_NUMBER or _NUMBER.fullmatch(w) for w in words))  # fmt: skip


def _told_number(cell: str) -> str:
    """Return the words of a cell, of a fold those of its summary."""
    return plain_text(_FOLDED.sub("", cell)).strip()


def grouped_table(
    headings: Sequence[str], groups: Iterable[tuple[str, Iterable[Sequence[str]]]], *, caption: str, class_: str = "",
    labels: Sequence[str] = (),
) -> str:  # fmt: skip
    """Build a table whose rows stand in groups under a heading of their own; the first cell of a row names it.

    Parameters
    ----------
    headings : sequence of str
    groups : iterable of (str, iterable of sequences of str)
        The heading of a group, and its rows; all are HTML already.
    caption : str
        Plain text; says what the table shows.
    labels : sequence of str
        One plain text a column, that stands over a cell where the page is narrow.
    """
    bodies, all_rows = [], [list(headings)]
    for title, group in groups:
        rows = [list(cells) for cells in group]
        all_rows += rows
        head = tag("th", tag("div", title, class_="gp-group"), scope="rowgroup", colspan=len(headings))
        lines = "".join(_table_row(cells, True, labels=labels) for cells in rows)
        bodies.append(tag("tbody", tag("tr", head) + lines))
    shares = share_widths(all_rows) if "gp-coverage" in class_ else ()
    return _frame_table(headings, "".join(bodies), caption, class_, shares=shares)


def let_break(cell: str) -> str:
    """Let a word that is longer than any word of a language, as an address is, break within its column.

    The style sheet cannot: where a column may break any word it becomes as narrow as one letter, and breaks all.

    Examples
    --------
    >>> let_break('<a href="#x">bridge</a>'), let_break(f"<i>{'a' * 45}</i>")
    ('<a href="#x">bridge</a>', '<i>aaaaaaaaaaaaaaaaaaaa<wbr>aaaaaaaaaaaaaaaaaaaa<wbr>aaaaa</i>')
    """
    return _UNBROKEN.sub(lambda found: found[0] if found[0][0] == "<" else _PIECE.sub(r"\g<0><wbr>", found[0]), cell)


def _table_row(
    cells: Sequence[str], has_head: bool, *, row_id: str | None = None, numeric: Collection[int] = (),
    labels: Sequence[str] = (),
) -> str:  # fmt: skip
    told = [_table_cell(cell, is_head=has_head and not number, is_numeric=number in numeric,
                        label=labels[number] if labels else None) for number, cell in enumerate(cells)]  # fmt: skip
    return tag("tr", "".join(told), id=row_id)


def _table_cell(cell: str, *, is_head: bool, is_numeric: bool, label: str | None) -> str:
    if is_head:
        return tag("th", let_break(cell), scope="row")
    is_empty = label is not None and _told_number(cell) in _NO_NUMBER
    classes = " ".join(name for name, holds in (("gp-num", is_numeric), ("gp-none", is_empty)) if holds)
    return tag("td", let_break(cell), class_=classes or None, data_label=label)


def _frame_table(
    headings: Sequence[str], bodies: str, caption: str, class_: str, *, numeric: Collection[int] = (),
    shares: Sequence[float] = (),
) -> str:  # fmt: skip
    head = "".join(tag("th", heading, scope="col", class_="gp-num" if number in numeric else None,
                       style=f"--gp-share:{shares[number]}%" if shares else None)
                   for number, heading in enumerate(headings))  # fmt: skip
    inner = tag("caption", escape(caption)) + f"<thead><tr>{head}</tr></thead>{bodies}"
    style = f"--gp-columns:{len(headings) - 1}" if "gp-coverage" in class_ else None
    whole = tag("table", inner, class_=f"gp-table {class_}".strip(), style=style)
    return tag("div", whole, class_="gp-scroll", tabindex="0", role="region", aria_label=caption)


def mark_hits(text: str, hits: Sequence[tuple[int, int]], begin: int = 0, end: int | None = None) -> str:
    """Escape a text, or a stretch of it, with the searched words in it marked.

    Examples
    --------
    >>> mark_hits("a gate & more", [(2, 6)])
    'a <b class="gp-hit">gate</b> &amp; more'
    """
    stop = len(text) if end is None else end
    pieces, done = [], begin
    for first, last in hits:
        first, last = max(first, begin), min(last, stop)
        if first < last:
            pieces += [escape(text[done:first]), tag("b", escape(text[first:last]), class_="gp-hit")]
            done = last
    return "".join([*pieces, escape(text[done:stop])])


def badge(status: str | None, label: str) -> str:
    """Build the mark of a status: its symbol, its colour and its word, which no line parts from each other."""
    symbol = tag("span", style_status(status).symbol, aria_hidden="true")
    return tag("span", f"{symbol}\u00a0{escape(label)}", class_=f"gp-badge gp-status-{status or 'unknown'}")


def page(*parts: str, class_: str = "", **attributes: object) -> Html:
    """Wrap the parts of one view, with the stylesheet, so that it stands alone in a cell's output.

    JupyterLab looks for formulas in it, and would take two amounts in dollars and the words between for one.
    """
    inner = "".join(part for part in parts if part)
    classes = " ".join(filter(None, ("gp", class_, NO_FORMULAS)))
    return Html(f"<style>{stylesheet()}</style>" + tag("div", inner, class_=classes, **attributes))


@cache
def stylesheet() -> str:
    """Read ``views.css`` and add a rule for each status and each layer of the palette."""
    css = Path(__file__).with_name("views.css").read_text(encoding="utf-8")
    rules = [re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).strip()]
    for name, status in STATUS_STYLES.items():
        rules.append(f".gp-status-{name}{{background:{status.tint};border-left:.35em {status.line} {status.colour}}}")
        rules.append(f".gp .gp-s-{name}::before{{content:'{status.symbol}\\00a0'}}")
    for name, layer in LAYER_STYLES.items():
        rules.append(f".gp .gp-l-{name}{{background:{layer.tint};border-{layer.edge}:{layer.line}}}")
        rules.append(f".gp-t-{name}:not(:checked)~.gp-text .gp-l-{name}{{background:none;border-{layer.edge}:none}}")
    rules.append(".gp-t-status:not(:checked)~.gp-text :is(.gp-mark,.gp-sign)::before{content:none!important}")
    rules += [f".gp-t-{n}:not(:checked)~.gp-text .gp-l-{n}{of}::before{{content:none}}"
              for n in ("claim", "newsroom") for of in ("", ">.gp-sign")]  # fmt: skip
    return "".join(rules)
