"""One callback of the widgets at a time.

A kernel with subshells (ipykernel 7) answers the widgets from more than one thread: a control's first message from the
main one, its later messages from another. Two callbacks then run through each other: a drawing that was begun before
the reader filtered ends after it and stands there as the answer, and two codes that are saved at once keep one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Told = TypeVar("Told")

# one for the whole process, as views share files and the settings of the drawing library; the thread that holds it
# may take it again, since a callback that sets a widget calls the callbacks of that widget
TURN = threading.RLock()


def one_at_a_time(work: Callable[Given, Told]) -> Callable[Given, Told]:
    """Let a function wait until no other thread is in one that waits like this.

    Examples
    --------
    >>> one_at_a_time(max)(2, 3)
    3
    """

    @wraps(work)
    def take_turn(*args: Given.args, **kwargs: Given.kwargs) -> Told:
        with TURN:
            return work(*args, **kwargs)

    return take_turn


def on_change(widget: Any, follow: Callable[[Any], None], name: str = "value") -> None:
    """Call `follow` with each change of a widget's value, or of another of its traits, in its turn."""
    widget.observe(one_at_a_time(follow), names=name)


def on_click(button: Any, follow: Callable[[Any], None]) -> None:
    """Call `follow` with each click of a button, in its turn."""
    button.on_click(one_at_a_time(follow))
