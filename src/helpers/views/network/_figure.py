"""Draw the attribution network: columns of actors, arrows from who speaks to who is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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

MOST_EDGES = 60
WIDTH, ROW, HEAD, FOOT = 11.0, 0.36, 0.55, 0.5
_LABEL_LENGTH = 40
_PLACES = {SPEAKS: 0.27, BOTH: 0.5, SPOKEN_OF: 0.73}


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


def draw_edges(index: TableIndex, edges: Sequence[Edge], max_edges: int, *, has_links: bool) -> Figure:
    """Draw edges that were listed before; with links, each arrow and label leads to a row of `render_network`."""
    between = [edge for edge in edges if edge.source_id != edge.target_id]
    drawn = between[:max_edges]
    graph = build_graph(drawn)
    spots = place_actors(graph, {claim["source_id"] for claim in list_sourced(index)})
    rows = max([sum(spot.column == column for spot in spots.values()) for column in _PLACES], default=1)
    height = HEAD + FOOT + ROW * max(3, rows)
    figure = Figure(figsize=(WIDTH, height), facecolor=PAPER)
    axes = figure.add_axes((0, FOOT / height, 1, 1 - (HEAD + FOOT) / height))
    axes.set(xlim=(0, 1), ylim=(1, 0))
    axes.set_axis_off()
    for column, key in ((SPEAKS, "only_speaks"), (BOTH, "speaks_and_named"), (SPOKEN_OF, "only_named")):
        figure.text(_PLACES[column], 1 - 0.2 / height, index.say(key), ha="center", va="top", fontsize=9, color=INK,
                    fontweight="bold")  # fmt: skip
    for edge in reversed(drawn):
        _draw_arrow(axes, edge, spots, f"#{edge.anchor}" if has_links else None)
    links = {name: f"#{edge.anchor}" for edge in reversed(drawn) for name in (edge.target_id, edge.source_id)}
    for name, spot in spots.items():
        _draw_actor(index, axes, name, spot, links[name] if has_links else None)
    _add_legend(index, figure, graph)
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


def _draw_arrow(axes: Axes, edge: Edge, spots: Mapping[str, Spot], url: str | None) -> None:
    start, end = spots[edge.source_id], spots[edge.target_id]
    bend = 0.0
    if start.column == end.column:
        # within a column the arrow goes round the labels between: down on the right, up on the left
        bend = 0.5
    arrow = FancyArrowPatch(
        (_PLACES[start.column], start.height), (_PLACES[end.column], end.height), arrowstyle="-|>", mutation_scale=11,
        connectionstyle=f"arc3,rad={bend}", color=MUTED, linewidth=0.7 + 0.9 * (edge.weight - 1), shrinkA=6, shrinkB=7,
        zorder=1, gid=f"arrow-{edge.anchor}", url=url,
    )  # fmt: skip
    axes.add_patch(arrow)


def _draw_actor(index: TableIndex, axes: Axes, name: str, spot: Spot, url: str | None) -> None:
    actor = index.rows("actors")[name]
    style = ACTOR_STYLES.get(actor["actor_type"], ACTOR_STYLES["unnamed"])
    x = _PLACES[spot.column]
    axes.plot([x], [spot.height], marker=style.marker, markersize=9, markerfacecolor=style.colour, markeredgecolor=INK,
              linestyle="none", zorder=3, clip_on=False, url=url)  # fmt: skip
    words = safe_label(index.name_of("actors", name), _LABEL_LENGTH)
    shift, side = {SPEAKS: ((-9, 0), "right"), BOTH: ((0, -12), "center"), SPOKEN_OF: ((9, 0), "left")}[spot.column]
    axes.annotate(words, (x, spot.height), xytext=shift, textcoords="offset points", ha=side, va="center", fontsize=8.5,
                  color=INK, url=url, zorder=4, bbox=HALO)  # fmt: skip


def _add_legend(index: TableIndex, figure: Figure, graph: nx.DiGraph[str]) -> None:
    used = {index.rows("actors")[name]["actor_type"] for name in graph}
    handles = [
        Line2D([], [], label=index.word("actor_type", kind), marker=style.marker, markersize=8, linestyle="none",
               markerfacecolor=style.colour, markeredgecolor=INK)
        for kind, style in ACTOR_STYLES.items() if kind in used
    ]  # fmt: skip
    if handles:
        figure.legend(handles=handles, loc="lower right", ncols=len(handles), frameon=False, fontsize=8,
                      handletextpad=0.1, columnspacing=1.2)  # fmt: skip
