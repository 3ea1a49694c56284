"""Figures that disagree: one row a source and article, as exact as the text has it, no average and no winner."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from helpers.views._index import Row, TableIndex, Tables
from helpers.views._labels import question_fields
from helpers.views._legend import add_legend, safe_label
from helpers.views.html import Html, badge, escape, page, table, tag
from helpers.views.matrix._ranges import Tally, list_tallies, tell_tally
from helpers.views.numbers import tell_number
from helpers.views.palette import HALO, INK, MUTED, PAPER, style_status
from helpers.views.reading._evidence import quote_sentence
from helpers.views.reading._layers import tell_range
from helpers.views.svg import NARROW_INCHES, draw_note, frame_both

WIDTH, LEFT, SHARE = 10.0, 0.36, 0.6
_LABEL_LENGTH = 40
_ARROW = {"arrowstyle": "<|-", "color": INK, "lw": 1.6, "shrinkA": 0, "shrinkB": 0}


def draw_quantities(
    tables: Tables, unit: str = "", *, question: str = "", language: str = "en", show_own_text: bool = False
) -> Figure:
    """Draw every figure of one unit, one row a source and article; the rows of one source stand together, in time.

    Each figure has its mark. A thin line runs from the lowest to the highest that a source gives in one article, a
    thick one over a range that the text itself gives. ``at least`` and ``more than`` are an arrow to the right,
    ``up to`` an arrow to the left, ``about`` a hollow mark. Dotted lines join one source's rows. A denied figure
    is marked and widens no range.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    unit : str
        As in ``quantities.unit``: killed, wounded, vehicles, ...; by default the units of the question.
    question : str
        Id of a numeric question: only figures in claims that answer it.
    language : str
        Language of the labels.
    show_own_text : bool
        As for `render_quantities`.

    Returns
    -------
    matplotlib.figure.Figure
        ``figure.get_label()`` says in words what it shows; where there is no figure, a note that says so.

    Examples
    --------
    >>> draw_quantities({}, "killed").get_label()
    'No figure of this kind was found: killed.'
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    tallies, name = list_tallies(index, unit, question), name_counted(index, unit, question)
    if not tallies:
        return draw_note(_tell_none(index, unit, question))
    return _draw(index, tallies, name, has_links=False)


def render_quantities(
    tables: Tables, unit: str = "", *, question: str = "", language: str = "en", show_own_text: bool = False
) -> Html:
    """Render the figures of one unit: the drawing, and the range of each source and article with its sentences.

    Parameters
    ----------
    tables, unit, question, language
        As for `draw_quantities`.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.

    Examples
    --------
    >>> "No figure" in render_quantities({}, "killed")
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    tallies = list_tallies(index, unit, question)
    if not tallies:
        return page(tag("p", escape(_tell_none(index, unit, question)), class_="gp-empty"), lang=language)
    drawing, twin = show_tallies(index, tallies, name_counted(index, unit, question))
    how = tag("p", escape(index.say("how_counted")), class_="gp-note")
    notices = index.notices_of([row for tally in tallies for row in tally.rows])
    return page(drawing, how, twin, *(tag("p", escape(n), class_="gp-notice") for n in notices), lang=language)


def show_tallies(index: TableIndex, tallies: Sequence[Tally], name: str) -> tuple[str, str]:
    """Build the drawing of tallies and the table that its marks lead to."""
    drawing = frame_both(*(_draw(index, tallies, name, has_links=True, narrow=narrow) for narrow in (False, True)))
    headings = [escape(index.say(key)) for key in ("col_source", "col_article", "col_range", "col_figures")]
    cells = [
        [escape(tally.speaker), escape(index.label_article(tally.rows[0])),
         tag("b", escape(tell_tally(index, tally))), list_figures(index, tally)]
        for tally in tallies
    ]  # fmt: skip
    caption = index.say("caption_quantities", unit=name)
    return drawing, table(headings, cells, caption=caption, row_ids=[anchor_of(tally) for tally in tallies])


def _tell_none(index: TableIndex, unit: str, question: str) -> str:
    if question and not unit:
        return index.say("empty_answers", question=index.word("question", question))
    return index.say("empty_quantities", unit=name_counted(index, unit, question))


def name_counted(index: TableIndex, unit: str, question: str) -> str:
    """Name what is counted: the question that is answered, and the units of the figures."""
    names = [index.word("question", question)] if question else []
    units = [unit] if unit else question_fields(question)["unit"].split("|")
    return " · ".join([*names, *(index.word("unit", one) for one in units if one)])


def anchor_of(tally: Tally) -> str:
    """Return the id of the row that holds a tally."""
    return f"figures-{tally.rows[0]['quantity_id']}"


def list_figures(index: TableIndex, tally: Tally) -> str:
    """List the figures of a tally, those of one sentence together, each with its status and its sentence."""
    by_sentence: dict[tuple[str, str], list[Row]] = {}
    for row, status in zip(tally.rows, tally.statuses, strict=True):
        by_sentence.setdefault((row["sentence_id"], status), []).append(row)
    items = []
    for (_, status), rows in by_sentence.items():
        figures = "; ".join(tell_range(index, row) for row in rows)
        items.append(f"{tag('b', escape(figures))} {badge(status, index.word('status', status))} "
                     + quote_sentence(index, *rows))  # fmt: skip
    return tag("ul", "".join(tag("li", item) for item in items), class_="gp-list")


def _draw(index: TableIndex, tallies: Sequence[Tally], name: str, *, has_links: bool, narrow: bool = False
) -> Figure:  # fmt: skip
    height = 1.0 + (0.5 if narrow else 0.34) * max(1, len(tallies))
    figure = Figure(figsize=(NARROW_INCHES if narrow else WIDTH, height), facecolor=PAPER)
    left, share = (0.03, 0.94) if narrow else (LEFT, SHARE)
    axes = figure.add_axes((left, 0.5 / height, share, 1 - 0.85 / height))
    axes.set_ylim(max(1, len(tallies)) - 0.5, -0.5 - 0.3 * narrow)
    axes.set_xlim(0, 1.3 * max([1.0, *(_largest(row) for tally in tallies for row in tally.rows)]))
    _join(axes, tallies)
    for position, tally in enumerate(tallies):
        _draw_label(index, axes, position, tally, url=f"#{anchor_of(tally)}" if has_links else None, narrow=narrow)
        _draw_tally(index, axes, position, tally, has_links)
    axes.set_xlabel(name, fontsize=9)
    is_whole = all(end.is_integer() for tally in tallies for row in tally.rows for end in _ends_of(row))
    axes.xaxis.set_major_locator(MaxNLocator("auto", integer=is_whole))  # nobody counts half a person
    axes.xaxis.set_major_formatter(lambda value, _place: tell_number(value, index.language))
    axes.tick_params(axis="y", left=False, labelleft=False)
    axes.grid(axis="x", color="#d9d9d9", linewidth=0.7)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_color(MUTED)
    add_legend(index, axes, (status for tally in tallies for status in tally.statuses))
    figure.set_label(index.say("alt_quantities", unit=name, count=sum(len(tally.rows) for tally in tallies),
                               speakers=len({tally.source for tally in tallies})))  # fmt: skip
    return figure


def _draw_label(index: TableIndex, axes: Axes, position: int, tally: Tally, *, url: str | None, narrow: bool) -> None:
    """Write who gives the figures at the left, or on a phone above them."""
    day = index.printed_on(tally.rows[0])
    words = safe_label(tally.speaker, _LABEL_LENGTH) + (f" · {day}" if day else "")
    axes.annotate(words, (0, position), xycoords=("axes fraction", "data"), textcoords="offset points", color=INK,
                  url=url, zorder=5, xytext=(2, 8) if narrow else (-8, 0), ha="left" if narrow else "right",
                  va="baseline" if narrow else "center", fontsize=7.5 if narrow else 8.5,
                  bbox=HALO if narrow else None)  # fmt: skip


def _draw_tally(index: TableIndex, axes: Axes, position: int, tally: Tally, has_links: bool) -> None:
    low, high = tally.low, tally.high
    told = safe_label(tell_tally(index, tally), _LABEL_LENGTH)
    if low is not None and high is not None and low < high:
        axes.plot([low, high], [position] * 2, color=INK, linewidth=1.1, zorder=2)
    for row, status in zip(tally.rows, tally.statuses, strict=True):
        _draw_figure(axes, position, row, status, f"#{anchor_of(tally)}" if has_links else None)
    if not any(_ends_of(row) for row in tally.rows):
        axes.annotate(index.say("no_number_drawn", words=told), (0, position), xytext=(10, 0), color=INK,
                      xycoords=("axes fraction", "data"), textcoords="offset points", va="center", fontsize=8,
                      zorder=5, style="italic")  # fmt: skip
        return
    end = max(_largest(row) for row in tally.rows)
    is_open = any(row["high"] is None and row["low"] is not None for row in tally.rows)
    axes.annotate(told, (end, position), xytext=(32 if is_open else 10, 0), color=INK,
                  textcoords="offset points", va="center", fontsize=8, zorder=5, bbox=HALO)  # fmt: skip


def _draw_figure(axes: Axes, position: int, row: Row, status: str, url: str | None) -> None:
    style = style_status(status)
    low, high = row["low"], row["high"]
    known = _ends_of(row)
    if not known:
        return
    if len(known) == 2 and low != high:
        axes.plot(known, [position] * 2, color=INK, linewidth=3.2, zorder=2)
    elif low is None or high is None:
        # the arrow's head is at the text's end, so that its length is the same on every scale
        tip = (28 if high is None else -28, 0)
        axes.annotate("", (known[0], position), xytext=tip, textcoords="offset points",
                      arrowprops=_ARROW)  # fmt: skip
    is_filled = style.is_filled and row["qualifier"] != "about"
    axes.plot(known, [position] * len(known), marker=style.marker, markersize=8, linestyle="none", markeredgecolor=INK,
              markerfacecolor=style.colour if is_filled else PAPER, url=url, zorder=3)  # fmt: skip


def _join(axes: Axes, tallies: Sequence[Tally]) -> None:
    """Join the ends of one source's ranges, article after article: both ends, so that neither is the true one."""
    for position, (one, other) in enumerate(pairwise(tallies)):
        if one.source == other.source:
            for ends in dict.fromkeys([(one.low, other.low), (one.high, other.high)]):
                known = [end for end in ends if end is not None]
                if len(known) == 2:
                    axes.plot(known, [position, position + 1], color=MUTED, linewidth=1.2, linestyle=":", zorder=1)


def _largest(row: Row) -> float:
    return max(_ends_of(row), default=1.0)


def _ends_of(row: Row) -> list[float]:
    """List the numbers of a figure: two, one where an end is open, none where the text gives a word only."""
    return [float(value) for value in (row["low"], row["high"]) if value is not None]
