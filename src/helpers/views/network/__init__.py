"""The attribution network: who speaks about whom."""

from helpers.views.network._figure import draw_network
from helpers.views.network._html import render_network

__all__ = ["draw_network", "render_network"]
