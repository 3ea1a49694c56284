"""Render the network for a page: the drawing with its links, and every edge with its sentences."""

from __future__ import annotations

from helpers.views._index import TableIndex, Tables
from helpers.views.html import Html, badge, escape, page, table, tag
from helpers.views.network._edges import Edge, list_edges, list_sourced
from helpers.views.network._figure import MOST_EDGES, NARROW, WIDE, draw_edges
from helpers.views.reading._evidence import quote_sentence
from helpers.views.svg import frame_figure


def render_network(
    tables: Tables, *, language: str = "en", show_own_text: bool = False, max_edges: int = MOST_EDGES
) -> Html:
    """Render who speaks about whom: the drawing, and a table with the sentences of every arrow.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    max_edges : int
        As for `draw_network`; the table has them all.

    Examples
    --------
    >>> "No source names an actor" in render_network({})
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    edges = list_edges(index)
    if not edges:
        return page(tag("p", escape(index.say("empty_network")), class_="gp-empty"), lang=language)
    drawing = "".join(
        frame_figure(draw_edges(index, edges, max_edges, has_links=True, layout=layout),
                     {f"{layout.name}arrow-{edge.anchor}": _tell(index, edge) for edge in edges},
                     name=layout.name, class_=class_)
        for layout, class_ in ((WIDE, "gp-for-wide"), (NARROW, "gp-for-narrow"))
    )  # fmt: skip
    headings = [escape(index.say(key)) for key in ("col_source", "col_about", "col_claims", "col_sentences")]
    cells = [
        [escape(edge.source), escape(edge.target), str(edge.weight), _list_sentences(index, edge)] for edge in edges
    ]
    caption = index.say("caption_network")
    rows = table(headings, cells, caption=caption, row_ids=[edge.anchor for edge in edges])
    twin = tag("details", tag("summary", escape(f"{caption} ({len(edges)})")) + rows)
    spoken = [claim for claim in index.rows("claims").values() if claim["voice"] == "source"]
    used = {claim["claim_id"]: claim for edge in edges for claim in edge.claims}
    note = index.say("network_note", used=len(used), total=len(spoken), unnamed=len(spoken) - len(list_sourced(index)))
    notices = [tag("p", escape(n), class_="gp-notice") for n in index.notices_of(used.values())]
    return page(drawing, tag("p", escape(note), class_="gp-note"), twin, *notices, lang=language)


def _tell(index: TableIndex, edge: Edge) -> str:
    return index.say("edge_title", source=edge.source, target=edge.target, count=edge.weight)


def _list_sentences(index: TableIndex, edge: Edge) -> str:
    items = [
        f"{badge(claim['status'], index.word('status', claim['status']))} {quote_sentence(index, claim)} "
        + tag("span", escape(index.label_article(claim)), class_="gp-note")
        for claim in edge.claims
    ]
    return tag("ul", "".join(tag("li", item) for item in items), class_="gp-list")
