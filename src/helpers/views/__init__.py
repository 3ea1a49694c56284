"""The tables drawn, shown and rendered: figures, maps, widgets and HTML, each with a plain twin and its evidence."""

from helpers.views.claims import render_claims, select_claims
from helpers.views.explorer import show_claims
from helpers.views.html import Html
from helpers.views.links import render_changes, render_lineage
from helpers.views.matrix import (
    draw_positions,
    draw_quantities,
    render_counts,
    render_coverage,
    render_positions,
    render_quantities,
    render_questions,
    render_sides,
    render_sources,
    render_unknown,
    render_wordings,
)
from helpers.views.messages import message, message_languages, word
from helpers.views.network import draw_network, render_network
from helpers.views.overview import render_articles, render_chosen, render_legend, render_unread, select_article
from helpers.views.place_map import draw_map, draw_static_map, render_map, select_places
from helpers.views.reading import render_article, render_evidence, render_library
from helpers.views.rows import render_rows
from helpers.views.svg import render_figure
from helpers.views.timeline import draw_timeline, render_timeline, select_times

__all__ = [
    "Html",
    "draw_map",
    "draw_network",
    "draw_positions",
    "draw_quantities",
    "draw_static_map",
    "draw_timeline",
    "message",
    "message_languages",
    "render_article",
    "render_articles",
    "render_changes",
    "render_chosen",
    "render_claims",
    "render_counts",
    "render_coverage",
    "render_evidence",
    "render_figure",
    "render_legend",
    "render_library",
    "render_lineage",
    "render_map",
    "render_network",
    "render_positions",
    "render_quantities",
    "render_questions",
    "render_rows",
    "render_sides",
    "render_sources",
    "render_timeline",
    "render_unknown",
    "render_unread",
    "render_wordings",
    "select_article",
    "select_claims",
    "select_places",
    "select_times",
    "show_claims",
    "word",
]
