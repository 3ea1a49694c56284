"""Where the name of an oblast or a country stands on the still map: inside what is seen of it, off marks and lines."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from helpers.views.place_map._callouts import Box, Disc, Point, Scene, Spot, line_meets

Covers = Callable[[float, float], bool]
GRID = (14, 10)
ROOM = 6


def lay_area(
    number: int, size: Point, covers: Covers, scene: Scene, *, laid: Sequence[Spot],
    near: Disc | None = None, wanted: Point | None = None,
) -> Spot | None:  # fmt: skip
    """Find room for the name of an area; None where there is none.

    Parameters
    ----------
    number : int
        By which the name is known.
    size : tuple of float
        Width and height of the name.
    covers : callable
        Says of a spot whether it lies in the area.
    scene : Scene
    laid : sequence of Spot
        Names that stand already.
    near : Disc, optional
        What the name must touch: of an area without an outline only the middle is known, and how far it reaches.
    wanted : tuple of float, optional
        Where it would stand best; the middle of what is seen of the area where that is not given.

    Examples
    --------
    >>> scene = Scene(Box(0, 0, 100, 100), [], [], [])
    >>> lay_area(0, (20, 10), lambda x, y: x < 50, scene, laid=[]).box.right <= 50
    True
    """
    wide, tall = size
    sheet = scene.sheet
    across = _steps(sheet.left + wide / 2 + 4, sheet.right - wide / 2 - 4, GRID[0])
    upward = _steps(sheet.low + tall / 2 + 4, sheet.high - tall / 2 - 4, GRID[1])
    inside = [(x, y) for x in across for y in upward if covers(x, y)]
    if not inside:
        return None
    middle = wanted or (sum(x for x, _ in inside) / len(inside), sum(y for _, y in inside) / len(inside))
    for x, y in sorted(inside, key=lambda spot: math.dist(spot, middle)):
        box = Box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
        if near and not near.touches(box):
            continue
        if all(covers(*corner) for corner in box.corners) and _is_free(box, scene, laid):
            return Spot(number, box)
    return None


def _steps(first: float, last: float, step: float) -> list[float]:
    return [first + step * number for number in range(max(0, int((last - first) / step) + 1))]


def _is_free(box: Box, scene: Scene, laid: Sequence[Spot]) -> bool:
    around = Box(box.left - ROOM, box.low - ROOM, box.right + ROOM, box.high + ROOM)
    return not (
        any(line_meets(line, around) for line in scene.borders)
        or any(disc.touches(box, 4) for disc in (*scene.rings, *scene.marks))
        or any(box.meets(other, 4) for other in scene.taken)
        or any(box.meets(spot.box, ROOM) for spot in laid)
        or any(spot.leader and line_meets(spot.leader, box) for spot in laid)
    )


def make_inside(ring: Sequence[Point]) -> Covers:
    """Make what says of a spot whether it lies inside a ring; where a height crosses the ring is looked up once.

    Examples
    --------
    >>> covers = make_inside([(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)])
    >>> covers(1, 1), covers(5, 1)
    (True, False)
    """

    @cache
    def find_crossings(y: float) -> list[float]:
        return [a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
                for a, b in pairwise(ring) if (a[1] > y) != (b[1] > y)]  # fmt: skip

    return lambda x, y: sum(crossing > x for crossing in find_crossings(y)) % 2 == 1
