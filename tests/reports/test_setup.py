"""The self-test of the set-up: what is amiss is named with the command that mends it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from helpers.model import ReportError
from helpers.reports import check_setup, render_setup
from helpers.reports import setup as under_test
from helpers.reports.setup import Finding
from helpers.views.messages import read_messages


def _broken() -> Iterator[Finding]:
    yield Finding("python", True, "3.11.7")
    yield Finding("packages", False, "folium>=0.20 ✖")


def test_what_is_amiss_is_named_with_its_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "look_over", _broken)
    with pytest.raises(ReportError, match=r"^Packages: folium>=0\.20 ✖; run: make setup$"):
        check_setup()
    page = render_setup()
    assert "✖ folium&gt;=0.20 ✖" in page
    assert page.count("run: make setup") == 1


def test_where_all_is_well_nothing_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "look_over", lambda: iter([Finding("python", True, "3.11.7")]))
    check_setup()
    assert "✔ 3.11.7" in render_setup(language="nl")


def test_a_missing_package_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "requires", lambda _name: ["no-such-package-at-all>=1", "pandas>=1", "pandas>=99"])
    found = {finding.key: finding for finding in under_test.look_over()}["packages"]
    assert not found.is_well
    assert "no-such-package-at-all" in found.found
    assert "pandas>=99" in found.found


def test_every_finding_has_its_words_and_its_fix() -> None:
    keys = {finding.key for finding in under_test.look_over()}
    assert {f"setup.{key}" for key in keys} | {f"setup_fix.{key}" for key in keys} <= set(read_messages())
