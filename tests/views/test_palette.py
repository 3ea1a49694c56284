"""Colours and shapes: readable by anyone, and in grey."""

from __future__ import annotations

import pytest

from helpers.model import TABLES
from helpers.views.palette import INK, LAYER_STYLES, MUTED, PAPER, STATUS_STYLES, contrast, style_status

STATUSES = next(column.allowed for column in TABLES["claims"].columns if column.name == "status")


def test_every_status_of_the_schema_has_a_style_and_no_other_has() -> None:
    assert set(STATUS_STYLES) == set(STATUSES)


def test_no_two_statuses_share_a_shape() -> None:
    assert len({style.symbol for style in STATUS_STYLES.values()}) == len(STATUS_STYLES)
    assert len({style.marker for style in STATUS_STYLES.values()}) == len(STATUS_STYLES)


def test_what_nobody_vouches_for_is_hollow() -> None:
    hollow = {status for status, style in STATUS_STYLES.items() if not style.is_filled}
    assert hollow == {"denied", "questioned", "hedged", "unverified"}


@pytest.mark.parametrize("tint", [s.tint for s in STATUS_STYLES.values()] + [s.tint for s in LAYER_STYLES.values()])
def test_dark_text_on_every_tint_has_aa_contrast(tint: str) -> None:
    assert contrast(INK, tint) >= 7


def test_muted_text_on_white_and_on_grey_headings_has_aa_contrast() -> None:
    assert contrast(MUTED, PAPER) >= 4.5
    assert contrast(MUTED, "#f3f3f3") >= 4.5


def test_an_unknown_status_is_drawn_as_one_that_nobody_vouches_for() -> None:
    assert not style_status("brand_new").is_filled
