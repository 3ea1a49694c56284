"""The small pictures of the map's key and of its layer list: told apart by shape and line, not by colour alone."""

from __future__ import annotations

from typing import Literal

from helpers.views.palette import BLUE, INK, MUTED, ORANGE, PAPER

Sign = Literal["border", "crossing", "region", "events", "mentions", "label", "marked"]
SIGN_WORDS: dict[Sign, str] = {
    "border": "layer_border", "crossing": "layer_crossings", "region": "layer_regions", "events": "layer_events",
    "mentions": "layer_mentions", "label": "layer_labels", "marked": "layer_marked",
}  # fmt: skip
CROSSING = (
    f'<path d="M11 1 L21 11 L11 21 L1 11 Z" fill="{PAPER}" stroke="{INK}" stroke-width="2"/>'
    f'<path d="M5 11 H17" stroke="{INK}" stroke-width="3"/>'
)
CROSSING_ICON = f'<svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">{CROSSING}</svg>'
_SHAPES: dict[Sign, str] = {
    "border": f'<path d="M0 11 H22" stroke="{INK}" stroke-width="2" stroke-dasharray="7 3 2 3"/>',
    "crossing": CROSSING,
    "region": f'<path d="M2 5 L20 3 L18 19 L4 18 Z" fill="{MUTED}" fill-opacity=".12" stroke="{MUTED}" '
              'stroke-width="2" stroke-dasharray="1.5 3"/>',
    "events": f'<circle cx="11" cy="11" r="9.5" fill="{ORANGE}" fill-opacity=".3" stroke="{ORANGE}" stroke-width="2"/>'
              f'<circle cx="11" cy="11" r="5" fill="{ORANGE}" stroke="{INK}" stroke-width="2"/>',
    "mentions": f'<circle cx="11" cy="11" r="9.5" fill="{BLUE}" fill-opacity=".2" stroke="{BLUE}" stroke-width="2" '
                'stroke-dasharray="4 3"/>'
                f'<circle cx="11" cy="11" r="4.5" fill="{PAPER}" stroke="{BLUE}" stroke-width="2.5"/>',
    "label": f'<text x="11" y="17" text-anchor="middle" font-size="17" font-style="italic" fill="{MUTED}">A</text>',
    "marked": f'<circle cx="11" cy="11" r="9" fill="none" stroke="{INK}" stroke-width="3.5"/>',
}  # fmt: skip


def draw_sign(sign: Sign) -> str:
    """Draw the sign that stands before its words: the layer list is the map's key.

    Examples
    --------
    >>> "stroke-dasharray" in draw_sign("mentions"), "stroke-dasharray" in draw_sign("events")
    (True, False)
    """
    look = "width:1.2em;height:1.2em;vertical-align:-.2em"
    return f'<svg viewBox="0 0 22 22" style="{look}" aria-hidden="true">{_SHAPES[sign]}</svg> '
