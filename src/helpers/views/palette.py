"""The one place for colours and shapes: a status is told by colour, by shape and by its word, and survives in grey.

Colours are those of Okabe and Ito (2008), which most colour-blind readers can tell apart. No text is ever set in
them: text is `INK` on white or on a tint, and every drawn shape has an `INK` outline.
"""

from __future__ import annotations

from dataclasses import dataclass

INK = "#1a1a1a"
MUTED = "#595959"
PAPER = "#ffffff"
# behind a label that lines may cross
HALO = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.8, "alpha": 0.85}

BLACK, ORANGE, SKY, GREEN = "#000000", "#E69F00", "#56B4E9", "#009E73"
YELLOW, BLUE, VERMILION, PURPLE = "#F0E442", "#0072B2", "#D55E00", "#CC79A7"


@dataclass(frozen=True, slots=True)
class StatusStyle:
    """How a status looks.

    Parameters
    ----------
    colour : str
        Fill of its marks.
    tint : str
        Background that dark text may stand on.
    symbol : str
        One character, for HTML.
    marker : str
        The same shape for matplotlib.
    line : {"solid", "dashed", "dotted", "double"}
        CSS style of its underline and outline.
    hatch : str
        Pattern of its bars in matplotlib.
    is_filled : bool
        False where nobody vouches for the content: such marks are hollow.
    """

    colour: str
    tint: str
    symbol: str
    marker: str
    line: str
    hatch: str
    is_filled: bool


STATUS_STYLES: dict[str, StatusStyle] = {
    "confirmed": StatusStyle(GREEN, "#d9f2ea", "✚", "P", "double", "", True),
    "claimed": StatusStyle(BLUE, "#dcecf7", "●", "o", "solid", "", True),
    "reported": StatusStyle("#777777", "#ececec", "■", "s", "solid", "", True),
    "hedged": StatusStyle(SKY, "#e3f3fc", "◇", "D", "dotted", "///", False),
    "unverified": StatusStyle(ORANGE, "#fdf0d5", "△", "^", "dotted", "...", False),
    "denied": StatusStyle(VERMILION, "#fbe5d6", "✖", "X", "dashed", "xxx", False),
    "questioned": StatusStyle(PURPLE, "#f7e6ef", "?", "$?$", "dashed", "\\\\\\", False),
}


@dataclass(frozen=True, slots=True)
class LayerStyle:
    """How a layer of the close reading is marked: a tint and a line, so that it survives in grey.

    What often lies on the very words of another layer has its line on the other edge, and both are seen.
    """

    tint: str
    line: str
    edge: str = "bottom"


LAYER_STYLES: dict[str, LayerStyle] = {
    "claim": LayerStyle("#e6eef5", f"2px solid {BLUE}"),
    "newsroom": LayerStyle("#f1f1f1", "1px solid #8a8a8a"),
    "source": LayerStyle("#ffe9b8", f"3px double {INK}"),
    "cue": LayerStyle("#ffffff", f"2px dashed {VERMILION}"),
    "place": LayerStyle("#d3efe5", "4px solid #00664b"),
    "time": LayerStyle("#f3dcea", f"2px dotted {INK}"),
    "event": LayerStyle("#e9e2f6", f"2px dashed {INK}", "top"),
    "quantity": LayerStyle("#fbf7c4", f"1px solid {INK}"),
    "wording": LayerStyle("#ffffff", f"3px dotted {VERMILION}"),
}


@dataclass(frozen=True, slots=True)
class ActorStyle:
    """How a kind of actor is marked in a network: a colour and a shape of matplotlib."""

    colour: str
    marker: str


ACTOR_STYLES: dict[str, ActorStyle] = {
    "person": ActorStyle(SKY, "o"),
    "group": ActorStyle(ORANGE, "^"),
    "organisation": ActorStyle(GREEN, "s"),
    "state": ActorStyle(YELLOW, "D"),
    "unnamed": ActorStyle(PAPER, "p"),
}


def style_status(status: str | None) -> StatusStyle:
    """Return the style of a status; an unknown one looks like what nobody vouches for.

    Examples
    --------
    >>> style_status("denied").symbol
    '✖'
    """
    return STATUS_STYLES.get(status or "", STATUS_STYLES["questioned"])


def contrast(first: str, second: str) -> float:
    """Compute the WCAG 2 contrast ratio of two colours written as ``#rrggbb``.

    Examples
    --------
    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
