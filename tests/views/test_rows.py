"""A stored table is never cut in silence, and an empty cell stays empty."""

from __future__ import annotations

import pandas as pd

from helpers.views import render_rows


def test_the_rest_is_folded_and_counted_and_every_row_is_there() -> None:
    shown = render_rows(pd.DataFrame({"name": [f"place {number}" for number in range(20)]}), most=15)
    assert "15 of 20 shown" in shown
    assert "5 more" in shown
    assert all(f"place {number}<" in shown for number in range(20))


def test_an_empty_cell_is_empty_and_a_whole_number_has_no_decimals() -> None:
    shown = render_rows(pd.DataFrame({"radius_m": [500.0, None], "name": [None, "<b>"]}))
    assert "NaN" not in shown
    assert "None" not in shown
    assert "500<" in shown
    assert "&lt;b&gt;" in shown
