"""What belongs together across articles: copied passages, chains of who told whom, one speaker over time."""

from helpers.views.links._changes import render_changes
from helpers.views.links._lineage import render_lineage

__all__ = ["render_changes", "render_lineage"]
