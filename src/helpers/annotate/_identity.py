"""A cache key for things that are made once and then only read: the same only where it is one object."""

from __future__ import annotations

from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Identity(Generic[Thing]):
    """Wrap a thing so that a cache tells it from every other, without comparing what it holds.

    Examples
    --------
    >>> rows = ["a"]
    >>> Identity(rows) == Identity(rows), Identity(rows) == Identity(["a"])
    (True, False)
    """

    __slots__ = ("thing",)

    def __init__(self, thing: Thing) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identity) and other.thing is self.thing
