"""A stored table is never cut in silence, and an empty cell stays empty."""

from __future__ import annotations

import pandas as pd

from helpers.views import render_rows


def test_the_rest_is_folded_and_counted_and_every_row_is_there() -> None:
    shown = render_rows(pd.DataFrame({"name": [f"place {number}" for number in range(20)]}), most=15)
    assert "15 of 20 shown" in shown
    assert "5 more" in shown
    assert all(f"place {number}<" in shown for number in range(20))


def test_above_every_stored_table_stands_why_its_names_are_english() -> None:
    shown = render_rows(pd.DataFrame({"edtf": ["2023"]}), language="nl")
    assert "kolommen en waarden houden hun (Engelse) namen" in shown
    assert shown.index("houden hun") < shown.index("<table")


def test_an_empty_cell_is_empty_and_a_whole_number_has_no_decimals() -> None:
    shown = render_rows(pd.DataFrame({"radius_m": [500.0, None], "name": [None, "<b>"]}))
    assert "NaN" not in shown
    assert "None" not in shown
    assert "500<" in shown
    assert "&lt;b&gt;" in shown


def test_a_day_has_no_hour_and_each_cell_has_the_name_of_its_column() -> None:
    days = pd.DataFrame({"anchor_on": pd.to_datetime(["2023-05-24", None]), "precision": ["day", "hour"]})
    shown = render_rows(days)
    assert '<td data-label="anchor_on">2023-05-24</td><td data-label="precision">day</td>' in shown
    assert '<td class="gp-none" data-label="anchor_on"></td>' in shown


def test_a_column_of_numbers_stands_at_the_right_with_its_heading_and_a_mixed_one_does_not() -> None:
    shown = render_rows(pd.DataFrame({"count": [3, 12], "name": ["3", "three"]}))
    assert '<th scope="col" class="gp-num">count</th><th scope="col">name</th>' in shown
    assert '<td class="gp-num" data-label="count">12</td><td data-label="name">three</td>' in shown
