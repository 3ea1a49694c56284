"""Draw the attribution network: columns of actors, arrows from who speaks to who is named."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from helpers.views._index import TableIndex, Tables
from helpers.views._legend import safe_label
from helpers.views.network._edges import Edge, list_edges, list_sourced
from helpers.views.network._layout import BOTH, SPEAKS, SPOKEN_OF, Spot, build_graph, place_actors
from helpers.views.palette import ACTOR_STYLES, HALO, INK, MUTED, PAPER
from helpers.views.svg import NARROW_INCHES

MOST_EDGES = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """How the network is drawn for a screen of one width.

    Parameters
    ----------
    name : str
        Begins the ids of its marks; empty for the wide one.
    width, row, head, foot : float
        Inches: of the figure, of one actor, over and under the columns.
    places : dict of int to float
        Where a column's marks stand, from 0 to 1.
    letters, lines : int
        Letters in a line of a label, and lines.
    size : float
        Of the letters, in points.
    per_line : int
        Kinds of actors in one line of the key.
    key : float
        Inches under the key.
    """

    name: str
    width: float
    row: float
    head: float
    foot: float
    places: dict[int, float]
    letters: int
    lines: int
    size: float
    per_line: int
    key: float


WIDE = Layout("", 11.0, 0.36, 0.55, 0.5, {SPEAKS: 0.27, BOTH: 0.5, SPOKEN_OF: 0.73}, 40, 1, 8.5, 9, 0)
# on a phone a name stands over its mark, in two lines at most
NARROW = Layout("narrow-", NARROW_INCHES, 0.62, 0.6, 0.9, {SPEAKS: 0.04, BOTH: 0.5, SPOKEN_OF: 0.96}, 20, 2, 7.0, 3,
                0.25)  # fmt: skip
_SIDES = {SPEAKS: "left", BOTH: "center", SPOKEN_OF: "right"}


def draw_network(
    tables: Tables, *, language: str = "en", show_own_text: bool = False, max_edges: int = MOST_EDGES
) -> Figure:
    """Draw who speaks about whom: an arrow from a source to each actor that is named inside what it states.

    On the left stand those who only speak, on the right those who are only spoken of, between them who does both. The
    shape is the kind of actor; an arrow is the thicker the more claims there are.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        As for `render_network`.
    max_edges : int
        Arrows that are drawn, the heaviest first; how many are not is written under the drawing.

    Returns
    -------
    matplotlib.figure.Figure
        ``figure.get_label()`` says in words what it shows.

    Examples
    --------
    >>> draw_network({}).get_label()
    'Network: 0 actors, 0 arrows from who speaks to who is named.'
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    return draw_edges(index, list_edges(index), max_edges, has_links=False)


def draw_edges(
    index: TableIndex, edges: Sequence[Edge], max_edges: int, *, has_links: bool, layout: Layout = WIDE
) -> Figure:
    """Draw edges that were listed before; with links, each arrow and label leads to a row of `render_network`."""
    between = [edge for edge in edges if edge.source_id != edge.target_id]
    drawn = between[:max_edges]
    graph = build_graph(drawn)
    spots = place_actors(graph, {claim["source_id"] for claim in list_sourced(index)})
    rows = max([sum(spot.column == column for spot in spots.values()) for column in layout.places], default=1)
    height = layout.head + layout.foot + layout.row * max(3, rows)
    figure = Figure(figsize=(layout.width, height), facecolor=PAPER)
    axes = figure.add_axes((0, layout.foot / height, 1, 1 - (layout.head + layout.foot) / height))
    axes.set(xlim=(0, 1), ylim=(1, 0))
    axes.set_axis_off()
    for column, key in ((SPEAKS, "only_speaks"), (BOTH, "speaks_and_named"), (SPOKEN_OF, "only_named")):
        x, side = (layout.places[column], "center") if layout is WIDE else _edge_of(column)
        words = index.say(key) if layout is WIDE else textwrap.fill(index.say(key), layout.letters)
        figure.text(x, 1 - 0.2 / height, words, ha=side, va="top", fontsize=layout.size + 0.5, color=INK,
                    fontweight="bold")  # fmt: skip
    for edge in reversed(drawn):
        _draw_arrow(axes, edge, spots, f"#{edge.anchor}" if has_links else None, layout)
    links = {name: f"#{edge.anchor}" for edge in reversed(drawn) for name in (edge.target_id, edge.source_id)}
    for name, spot in spots.items():
        _draw_actor(index, axes, name, spot, links[name] if has_links else None, layout)
    _add_legend(index, figure, graph, layout)
    remark = index.say("network_remark", drawn=len(drawn), total=len(between))
    figure.text(0.01, 0.1 / height, remark, fontsize=8, color=MUTED, va="bottom")
    figure.set_label(_describe(index, spots, drawn))
    return figure


def _describe(index: TableIndex, spots: Mapping[str, Spot], drawn: Sequence[Edge]) -> str:
    words = index.say("alt_network", actors=len(spots), arrows=len(drawn))
    silent = sorted(index.name_of("actors", name) for name, spot in spots.items() if spot.column == SPOKEN_OF)
    if not silent:
        return words
    told = index.say("alt_network_silent", names=", ".join(silent))
    return f"{words} {told}"


def _draw_arrow(axes: Axes, edge: Edge, spots: Mapping[str, Spot], url: str | None, layout: Layout) -> None:
    start, end = spots[edge.source_id], spots[edge.target_id]
    bend = 0.0
    if start.column == end.column:
        # within a column the arrow goes round the labels between: down on the right, up on the left
        bend = 0.5
    one, other = ((layout.places[spot.column], spot.height) for spot in (start, end))
    arrow = FancyArrowPatch(
        one, other, arrowstyle="-|>", mutation_scale=11,
        connectionstyle=f"arc3,rad={bend}", color=MUTED, linewidth=0.7 + 0.9 * (edge.weight - 1), shrinkA=6, shrinkB=7,
        zorder=1, gid=f"{layout.name}arrow-{edge.anchor}", url=url,
    )  # fmt: skip
    axes.add_patch(arrow)


def _edge_of(column: int) -> tuple[float, str]:
    """Return where the words of a column stand on a phone, and which of their sides that is."""
    return {SPEAKS: 0.01, BOTH: 0.5, SPOKEN_OF: 0.99}[column], _SIDES[column]


def _draw_actor(
    index: TableIndex, axes: Axes, name: str, spot: Spot, url: str | None, layout: Layout
) -> None:  # fmt: skip
    actor = index.rows("actors")[name]
    style = ACTOR_STYLES.get(actor["actor_type"], ACTOR_STYLES["unnamed"])
    x = layout.places[spot.column]
    axes.plot([x], [spot.height], marker=style.marker, markersize=9, markerfacecolor=style.colour, markeredgecolor=INK,
              linestyle="none", zorder=3, clip_on=False, url=url)  # fmt: skip
    if layout is not WIDE:
        at, side = _edge_of(spot.column)
        lines = textwrap.wrap(index.name_of("actors", name), layout.letters, max_lines=layout.lines, placeholder=" …")
        axes.annotate("\n".join(safe_label(line, layout.letters) for line in lines), (at, spot.height), xytext=(0, 7),
                      textcoords="offset points", ha=side, va="bottom", fontsize=layout.size, color=INK, url=url,
                      zorder=4, bbox=HALO, linespacing=1.05)  # fmt: skip
        return
    words = safe_label(index.name_of("actors", name), layout.letters)
    shift, side = {SPEAKS: ((-9, 0), "right"), BOTH: ((0, -12), "center"), SPOKEN_OF: ((9, 0), "left")}[spot.column]
    axes.annotate(words, (x, spot.height), xytext=shift, textcoords="offset points", ha=side, va="center",
                  fontsize=layout.size, color=INK, url=url, zorder=4, bbox=HALO)  # fmt: skip


def _add_legend(index: TableIndex, figure: Figure, graph: nx.DiGraph[str], layout: Layout) -> None:
    used = {index.rows("actors")[name]["actor_type"] for name in graph}
    handles = [
        Line2D([], [], label=index.word("actor_type", kind), marker=style.marker, markersize=8, linestyle="none",
               markerfacecolor=style.colour, markeredgecolor=INK)
        for kind, style in ACTOR_STYLES.items() if kind in used
    ]  # fmt: skip
    if handles:
        above = layout.key / figure.get_figheight()
        figure.legend(handles=handles, loc="lower right", bbox_to_anchor=(1, above), borderaxespad=0.5,
                      ncols=min(len(handles), layout.per_line), frameon=False, fontsize=8, handletextpad=0.1,
                      columnspacing=1.2)  # fmt: skip
