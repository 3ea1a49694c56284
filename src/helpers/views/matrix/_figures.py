"""Figures that disagree: one row a statement, its number as exact as the text has it, no average and no winner."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.views._index import Row, TableIndex, Tables
from helpers.views._legend import add_legend
from helpers.views.html import Html, badge, escape, page, table, tag
from helpers.views.palette import INK, MUTED, PAPER, style_status
from helpers.views.reading._evidence import quote_sentence
from helpers.views.reading._layers import tell_range
from helpers.views.svg import render_svg


def draw_quantities(tables: Tables, unit: str, *, language: str = "en", show_own_text: bool = False) -> Figure:
    """Draw every figure of one unit, one row a statement, in order of publication.

    An exact number is a point, a range a bar with both ends, ``at least`` and ``more than`` an arrow to the right,
    ``up to`` an arrow to the left, ``about`` a hollow point.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    unit : str
        As in ``quantities.unit``: killed, wounded, vehicles, ...
    language : str
        Language of the labels.
    show_own_text : bool
        As for `render_quantities`.

    Returns
    -------
    matplotlib.figure.Figure
        ``figure.get_label()`` says in words what it shows.

    Examples
    --------
    >>> draw_quantities({}, "killed").get_label()
    'killed: 0 figures by 0 speakers.'
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    rows = list_quantities(index, unit)
    height = 1.0 + 0.3 * max(1, len(rows))
    figure = Figure(figsize=(10, height), facecolor=PAPER)
    axes = figure.add_axes((0.42, 0.5 / height, 0.55, 1 - 0.85 / height))
    axes.set_ylim(max(1, len(rows)) - 0.5, -0.5)
    axes.set_xlim(0, 1.15 * max([_largest(row) for row in rows], default=1))
    for position, row in enumerate(rows):
        _draw_figure(axes, position, row, _status(index, row))
    axes.set_yticks(range(len(rows)), [_label(index, row).replace("$", r"\$") for row in rows], fontsize=8.5)
    axes.set_xlabel(index.word("unit", unit), fontsize=9)
    axes.tick_params(axis="y", length=0)
    axes.grid(color="#d9d9d9", linewidth=0.7)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_color(MUTED)
    add_legend(index, axes, (_status(index, row) for row in rows))
    figure.set_label(index.say("alt_quantities", unit=index.word("unit", unit), count=len(rows),
                               speakers=len({_speaker(index, row) for row in rows})))  # fmt: skip
    return figure


def render_quantities(tables: Tables, unit: str, *, language: str = "en", show_own_text: bool = False) -> Html:
    """Render the figures of one unit: the drawing, and each figure with its sentence.

    Parameters
    ----------
    tables, unit, language
        As for `draw_quantities`.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.

    Examples
    --------
    >>> "No figure" in render_quantities({}, "killed")
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    rows = list_quantities(index, unit)
    if not rows:
        return page(tag("p", escape(index.say("empty_quantities", unit=index.word("unit", unit))), class_="gp-empty"),
                    lang=language)  # fmt: skip
    figure = draw_quantities(tables, unit, language=language, show_own_text=show_own_text)
    alt = str(figure.get_label())
    drawing = tag("div", render_svg(figure, alt), class_="gp-figure", tabindex="0", role="group", aria_label=alt)
    headings = [escape(index.say(f"col_{key}")) for key in ("source", "figure", "status", "evidence", "where")]
    cells = [
        [escape(_speaker(index, row)), escape(tell_range(index, row)),
         badge(_status(index, row), index.word("status", _status(index, row))), quote_sentence(index, row),
         escape(index.label_article(row))]
        for row in rows
    ]  # fmt: skip
    caption = index.say("caption_quantities", unit=index.word("unit", unit))
    notices = [tag("p", escape(notice), class_="gp-notice") for notice in index.notices_of(rows)]
    return page(drawing, table(headings, cells, caption=caption), *notices, lang=language)


def list_quantities(index: TableIndex, unit: str) -> list[Row]:
    """List the quantities of one unit in order of publication, then of the text."""
    rows = [row for row in index.rows("quantities").values() if row["unit"] == unit]
    return sorted(rows, key=lambda row: (_printed(index, row), row["article_id"], row["start_char"]))


def _printed(index: TableIndex, row: Row) -> str:
    return str(index.article_of(row)["published_on"] or "")


def _speaker(index: TableIndex, row: Row) -> str:
    claim = index.find("claims", row["claim_id"])
    return index.source_of(claim) if claim else index.say("unnamed_source")


def _status(index: TableIndex, row: Row) -> str:
    claim = index.find("claims", row["claim_id"])
    return str(claim["status"]) if claim else "reported"


def _label(index: TableIndex, row: Row) -> str:
    day = index.article_of(row)["published_on"]
    return f"{_speaker(index, row)} · {day:%Y-%m-%d}" if day is not None else _speaker(index, row)


def _largest(row: Row) -> float:
    return max([float(value) for value in (row["low"], row["high"]) if value is not None], default=1.0)


def _draw_figure(axes: Axes, position: int, row: Row, status: str) -> None:
    style = style_status(status)
    low, high = row["low"], row["high"]
    known = [float(value) for value in (low, high) if value is not None]
    if not known:
        return
    end = axes.get_xlim()[1] * 0.06
    if len(known) == 2 and low != high:
        axes.plot(known, [position] * 2, color=INK, linewidth=2.2, zorder=2)
    elif low is None or high is None:
        tip = known[0] + (end if high is None else -end)
        arrow = {"arrowstyle": "->", "color": INK, "lw": 1.6}
        axes.annotate("", (tip, position), (known[0], position), arrowprops=arrow)
    is_filled = style.is_filled and row["qualifier"] != "about"
    axes.plot(known, [position] * len(known), marker=style.marker, markersize=8, linestyle="none", markeredgecolor=INK,
              markerfacecolor=style.colour if is_filled else PAPER, zorder=3)  # fmt: skip
    axes.annotate(f"{known[-1]:g}", (known[-1], position), xytext=(12 if high is not None or low is None else 26, 0),
                  textcoords="offset points", va="center", fontsize=8, color=INK)  # fmt: skip
