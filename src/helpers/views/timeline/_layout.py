"""How wide the timeline is drawn: once for a screen and for paper, once for a phone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """Measures of the figure.

    Parameters
    ----------
    name : str
        Begins the ids of its marks, so that both drawings can stand on one page.
    width, line_height, head, foot : float
        In inches; the foot holds the axis' days, the key and a remark.
    pitch : int
        Lines from one row to the next.
    axis : tuple of float
        Where the axis begins and ends, in shares of the width.
    label_start, label_room : float
        Points from the beginning of the axis to where the labels begin, and how wide they may be.
    sign_at : float
        Where the sign of the status stands, in shares of the axis.
    label_shift, mark_shift : float
        How far label and mark stand from the middle of their row, in lines.
    key_at : float
        Inches from the foot to the key.
    n_ticks, legend_columns, key_lines, remark_length : int
        The last in letters.
    """

    name: str
    width: float
    line_height: float
    head: float
    foot: float
    pitch: int
    axis: tuple[float, float]
    label_start: float
    label_room: float
    sign_at: float
    label_shift: float
    mark_shift: float
    key_at: float
    n_ticks: int
    legend_columns: int
    key_lines: int
    remark_length: int


WIDE = Layout("", 11.0, 0.27, 0.4, 1.2, 1, (0.40, 0.985), -300, 282, -0.025, 0, 0, 0.33, 8, 7, 1, 160)
# each label over its own mark
NARROW = Layout("narrow-", 4.2, 0.21, 0.65, 1.9, 2, (0.03, 0.97), 14, 266, 0.015, -0.45, 0.36, 0.48, 4, 3, 3, 56)
