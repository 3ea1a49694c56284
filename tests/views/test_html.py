"""The pieces that all views are built of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.views.html import escape, let_break, plain_text, table

LONG = "a" * 45


@pytest.mark.parametrize(
    "cell",
    [
        "Meervoudigepersoonlijkheidsstoornissen, said the mayor",
        "one two three four five six seven eight nine ten eleven twelve",
        f'<a href="#{LONG}" title="{LONG}">here</a>',
        f"<style>.{LONG}{{color:red}}</style>",
        f"<svg><text>{LONG}</text></svg>",
    ],
)
def test_no_ordinary_word_no_attribute_and_no_drawing_gets_a_break(cell: str) -> None:
    assert let_break(cell) == cell


@given(st.text(alphabet="ab&<>${;#", min_size=41, max_size=130))
def test_a_long_word_reads_the_same_after_it_may_break(word: str) -> None:
    cell = let_break(escape(word))
    assert cell.replace("<wbr>", "") == escape(word)
    assert all(piece == escape(plain_text(piece)) for piece in cell.split("<wbr>"))  # no sign is cut in two


def test_a_long_word_may_break_in_any_cell_of_a_table_and_nowhere_else() -> None:
    made = table(["name", "words"], [[f"<b>{LONG}</b>", LONG]], caption=LONG, row_heads=True)
    assert made.count("<wbr>") == 4
    assert f"<caption>{LONG}</caption>" in made
    assert LONG in plain_text(made.partition("<tbody>")[2])
