"""Callbacks of widgets wait for their turn, all of them."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import ipywidgets as widgets

import helpers
from helpers.views.turns import TURN, on_change, on_click, one_at_a_time

SOURCE = Path(helpers.__file__).parent


def test_another_thread_waits_for_its_turn() -> None:
    done: list[str] = []
    with TURN:
        other = threading.Thread(target=one_at_a_time(done.append), args=("other",))
        other.start()
        other.join(timeout=0.2)
        assert other.is_alive()
        one_at_a_time(done.append)("own")  # who has the turn need not wait for it
    other.join(timeout=30)
    assert done == ["own", "other"]


def test_a_callback_that_fails_gives_its_turn_back() -> None:
    done: list[str] = []
    button, text = widgets.Button(), widgets.Text()

    def fail(_button: object) -> None:
        done.append("failed")
        raise ZeroDivisionError

    on_click(button, fail)
    on_change(text, lambda change: done.append(change["new"]))
    button.click()  # the error is logged, as ipywidgets does with any callback
    other = threading.Thread(target=setattr, args=(text, "value", "told"))
    other.start()
    other.join(timeout=30)
    assert done == ["failed", "told"]


def test_no_module_connects_a_callback_without_its_turn() -> None:
    direct = re.compile(r"\.(on_click|on_submit|observe|on_trait_change)\(")
    found = {path.name for path in SOURCE.rglob("*.py") for line in path.read_text().splitlines()
             if direct.search(line)}  # fmt: skip
    assert found == {"turns.py"}
