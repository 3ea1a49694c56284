"""Show in a notebook how far long work is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from IPython import get_ipython
from IPython.display import DisplayHandle, display

from helpers.views.html import Html, page, tag

Item = TypeVar("Item")
DELAY_S = 1.0


def show_progress(items: Iterable[Item], *, delay_s: float = DELAY_S) -> Iterator[Item]:
    """Yield the items; in a notebook show how many are done once it takes long, and take that away at the end.

    Parameters
    ----------
    items : iterable
    delay_s : float
        Seconds of silence; what is done sooner shows nothing.

    Examples
    --------
    >>> list(show_progress("abc"))
    ['a', 'b', 'c']
    """
    held, begun, handle = list(items), monotonic(), None
    for number, item in enumerate(held):
        if monotonic() - begun >= delay_s and get_ipython() is not None:
            handle = _show(handle, render_progress(number, len(held)))
        yield item
    if handle is not None:
        _show(handle, Html(""))


def render_progress(done: int, total: int) -> Html:
    """Render how far the work is, as a bar and in figures.

    Examples
    --------
    >>> "3 / 40" in render_progress(3, 40)
    True
    """
    words = f"{done} / {total}"
    return page(tag("progress", words, value=done, max=total, aria_label=words), f" {words}", role="status")


def _show(handle: DisplayHandle | None, what: Html) -> DisplayHandle | None:
    if handle is None:
        shown: DisplayHandle | None = display(what, display_id=True)  # type: ignore[no-untyped-call]
        return shown
    handle.update(what)  # type: ignore[no-untyped-call]
    return handle
