"""When: events, statements and publications on one axis, each drawn only as exactly as its text has it."""

from helpers.views.timeline._figure import draw_timeline
from helpers.views.timeline._html import render_timeline
from helpers.views.timeline._marks import TimeMark, select_times

__all__ = ["TimeMark", "draw_timeline", "render_timeline", "select_times"]
