"""Compare: who holds and who reports which position, with which status, by which word, with which figures."""

from helpers.views.matrix._counts import render_counts
from helpers.views.matrix._coverage import render_coverage
from helpers.views.matrix._figures import draw_quantities, render_quantities
from helpers.views.matrix._positions import draw_positions, render_positions, render_sides
from helpers.views.matrix._questions import Contest, list_contests, render_questions
from helpers.views.matrix._sources import render_sources, render_wordings
from helpers.views.matrix._unknown import render_unknown

__all__ = [
    "Contest",
    "draw_positions",
    "draw_quantities",
    "list_contests",
    "render_counts",
    "render_coverage",
    "render_positions",
    "render_quantities",
    "render_questions",
    "render_sides",
    "render_sources",
    "render_unknown",
    "render_wordings",
]
