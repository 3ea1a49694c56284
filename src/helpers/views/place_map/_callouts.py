"""Where each name stands on the still map: beside its mark where there is room, else farther off with a line to it.

The live map follows the same rules at every view of it (``names.js``); all lengths here are in points of the figure.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Point = tuple[float, float]
Line = tuple[Point, Point]
STEPS = (22, 34, 48, 64, 84, 108, 136, 168, 204, 244)
TURNS = 24
ROUNDS = 4
NEAR = 15  # so close to its mark a name needs no line
PADDING = 2
# What it costs when a name or its line does this; a name without room costs more than all of them.
FAR, STEP, OUTLINE, INSIDE, BORDER, OVER_MARK, SIDE = 10, 0.45, 25, 10, 26, 120, 2


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: float
    low: float
    right: float
    high: float

    def meets(self, other: Box, room: float = PADDING) -> bool:
        """Tell whether two boxes are nearer than so much room."""
        return (self.left < other.right + room and other.left < self.right + room
                and self.low < other.high + room and other.low < self.high + room)  # fmt: skip

    def nearest(self, x: float, y: float) -> Point:
        """Return the spot of the box that is nearest to a point."""
        return min(max(x, self.left), self.right), min(max(y, self.low), self.high)

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """The four corners, around."""
        return (self.left, self.low), (self.right, self.low), (self.right, self.high), (self.left, self.high)


@dataclass(frozen=True, slots=True)
class Disc:
    """A mark, or the ring of a place: its middle and how far it reaches."""

    number: int
    x: float
    y: float
    reach: float

    def touches(self, box: Box, room: float = 0) -> bool:
        """Tell whether a box lies within so much room of the disc."""
        x, y = box.nearest(self.x, self.y)
        return math.hypot(x - self.x, y - self.y) < self.reach + room

    def is_cut_by(self, box: Box) -> bool:
        """Tell whether a box lies over the outline."""
        far = max(math.hypot(x - self.x, y - self.y) for x, y in box.corners)
        return self.touches(box, 2) and far > self.reach - 2


@dataclass(frozen=True, slots=True)
class Name:
    """A name that wants a place beside its mark; the weightiest chooses first."""

    number: int
    x: float
    y: float
    wide: float
    tall: float
    gap: float
    reach: float
    weight: int


@dataclass(frozen=True, slots=True)
class Scene:
    """What is there before any name: the sheet, marks, rings, lines of the border, and boxes that are taken."""

    sheet: Box
    marks: Sequence[Disc]
    rings: Sequence[Disc]
    borders: Sequence[Line]
    taken: Sequence[Box] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a name stands, with the line to its mark where it stands far off."""

    number: int
    box: Box
    leader: Line | None = None
    cost: float = field(default=0.0, compare=False)


def lay_names(names: Sequence[Name], scene: Scene) -> list[Spot]:
    """Lay as many names as find room, the weightiest first; whoever finds none gets an earlier turn once more.

    Examples
    --------
    >>> scene = Scene(Box(0, 0, 200, 100), [Disc(0, 50, 50, 5)], [], [])
    >>> lay_names([Name(0, 50, 50, 40, 10, 5, 0, 1)], scene)[0].box.left
    59
    """
    order = sorted(names, key=lambda name: (-name.weight, name.number))
    best: list[Spot] = []
    most = -1
    for _ in range(ROUNDS):
        laid: list[Spot] = []
        for name in order:
            spot = _lay_one(name, scene, laid)
            if spot:
                laid.append(spot)
        there = {spot.number for spot in laid}
        worth = sum(name.weight + 1 for name in order if name.number in there)
        if worth > most:
            best, most = laid, worth
        left = [name for name in order if name.number not in there]
        if not left:
            break
        order = [*left, *(name for name in order if name.number in there)]
    return best


def _lay_one(name: Name, scene: Scene, laid: Sequence[Spot]) -> Spot | None:
    best: Spot | None = None
    for left, low, basic in _spots(name):
        if best and basic >= best.cost:
            continue
        box = Box(name.x + left, name.y + low, name.x + left + name.wide, name.y + low + name.tall)
        leader = _leader(name, box, scene.marks)
        if not _has_room(name, box, leader, scene, laid):
            continue
        cost = basic + _price(name, box, leader, scene)
        if best is None or cost < best.cost:
            best = Spot(name.number, box, leader, cost)
    return best


def _spots(name: Name) -> Iterator[tuple[float, float, float]]:
    """Yield the lower left corners that a name can have beside its mark, and what each costs by itself."""
    wide, tall = name.wide, name.tall
    rooms = [(name.gap + 4, 0.0), *([(name.reach + 4, FAR / 2)] if name.reach > name.gap else [])]
    for room, cost in rooms:
        sides = ((room, -tall / 2), (-room - wide, -tall / 2), (-wide / 2, room - 2), (-wide / 2, -room - tall + 2))
        for number, (left, low) in enumerate(sides):
            yield left, low, cost + number * SIDE
    for step in STEPS:
        for turn in range(TURNS):
            x, y = math.cos(turn / TURNS * math.tau), math.sin(turn / TURNS * math.tau)
            is_sideways = abs(x) > 0.38
            left = x * step - ((wide if x < 0 else 0) if is_sideways else wide / 2)
            low = y * step - (tall / 2 if is_sideways else (tall if y < 0 else 0))
            yield left, low, FAR + step * STEP + turn % 2


def _leader(name: Name, box: Box, marks: Sequence[Disc]) -> Line | None:
    """Return the line from the edge of a mark to its name; None where the name stands beside it and beside no other."""
    x, y = box.nearest(name.x, name.y)
    long = math.hypot(x - name.x, y - name.y)
    is_alone = all(mark.number == name.number or not mark.touches(box, long - name.gap + 1) for mark in marks)
    if long < NEAR + name.gap - 7 and is_alone:
        return None
    shares = min(1.0, name.gap / long), max(name.gap, long - 2) / long
    start, end = ((name.x + (x - name.x) * share, name.y + (y - name.y) * share) for share in shares)
    return start, end


def _has_room(name: Name, box: Box, leader: Line | None, scene: Scene, laid: Sequence[Spot]) -> bool:
    sheet = scene.sheet
    if box.left < sheet.left + 2 or box.low < sheet.low + 2 or box.right > sheet.right - 2 or box.high > sheet.high - 2:
        return False
    if any(box.meets(other) for other in scene.taken) or any(box.meets(other.box) for other in laid):
        return False
    if any(mark.number != name.number and mark.touches(box) for mark in scene.marks):
        return False
    if any(other.leader and line_meets(other.leader, box) for other in laid):
        return False
    return leader is None or not any(
        line_meets(leader, other.box) or (other.leader and _is_crossing(leader, other.leader)) for other in laid
    )


def _price(name: Name, box: Box, leader: Line | None, scene: Scene) -> float:
    cost = 0.0
    for ring in scene.rings:
        if ring.is_cut_by(box):
            cost += OUTLINE
        elif ring.number != name.number and ring.touches(box):
            cost += INSIDE
    if any(line_meets(line, box) for line in scene.borders):
        cost += BORDER
    if leader:
        others = (mark for mark in scene.marks if mark.number != name.number)
        cost += OVER_MARK * sum(max(0.0, 1 - _distance(leader, mark.x, mark.y) / (mark.reach + 1)) for mark in others)
    return cost


def _turn(p: Point, q: Point, r: Point) -> float:
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


def _is_crossing(one: Line, other: Line) -> bool:
    (a, b), (c, d) = one, other
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def line_meets(line: Line, box: Box) -> bool:
    """Tell whether a line runs through a box.

    Examples
    --------
    >>> line_meets(((0, 0), (9, 9)), Box(2, 2, 4, 4)), line_meets(((0, 5), (9, 5)), Box(2, 2, 4, 4))
    (True, False)
    """
    a, b = line
    if (max(a[0], b[0]) < box.left or min(a[0], b[0]) > box.right
            or max(a[1], b[1]) < box.low or min(a[1], b[1]) > box.high):  # fmt: skip
        return False
    if any(box.left < x < box.right and box.low < y < box.high for x, y in line):
        return True
    corners = box.corners
    return _is_crossing(line, (corners[0], corners[2])) or _is_crossing(line, (corners[1], corners[3]))


def _distance(line: Line, x: float, y: float) -> float:
    (ax, ay), (bx, by) = line
    dx, dy = bx - ax, by - ay
    long = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / long)) if long else 0.0
    return math.hypot(x - ax - share * dx, y - ay - share * dy)
