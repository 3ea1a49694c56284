"""Long work in a notebook tells how far it is, and short work tells nothing."""

from __future__ import annotations

import pytest

from helpers.views import progress
from helpers.views.html import plain_text


class Shown:
    """Stands for what a notebook shows, and every change of it."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def display(self, what: str, display_id: bool) -> Shown:
        assert display_id
        self.update(what)
        return self

    def update(self, what: str) -> None:
        self.said.append(plain_text(what))


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Shown:
    made = Shown()
    monkeypatch.setattr(progress, "display", made.display)
    monkeypatch.setattr(progress, "get_ipython", object)
    return made


def test_long_work_shows_each_step_and_then_nothing(shown: Shown) -> None:
    assert list(progress.show_progress("abc", delay_s=0)) == ["a", "b", "c"]
    assert [said.split(" / 3")[0][0] for said in shown.said[:-1]] == ["0", "1", "2"]
    assert shown.said[-1] == ""


def test_short_work_shows_nothing(shown: Shown) -> None:
    assert list(progress.show_progress("abc", delay_s=60)) == ["a", "b", "c"]
    assert shown.said == []


def test_outside_of_a_notebook_nothing_is_shown(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "get_ipython", lambda: None)
    assert list(progress.show_progress("abc", delay_s=0)) == ["a", "b", "c"]
    assert shown.said == []
