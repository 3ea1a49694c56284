"""Compare: who holds which position, who speaks with which status, who calls it by which word, which figures."""

from helpers.views.matrix._figures import draw_quantities, render_quantities
from helpers.views.matrix._positions import draw_positions, render_positions, render_sides
from helpers.views.matrix._sources import render_sources, render_wordings
from helpers.views.matrix._unknown import render_unknown

__all__ = [
    "draw_positions",
    "draw_quantities",
    "render_positions",
    "render_quantities",
    "render_sides",
    "render_sources",
    "render_unknown",
    "render_wordings",
]
