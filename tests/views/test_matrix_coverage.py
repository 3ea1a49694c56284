"""Who reports and who omits: silence is told apart from not yet knowing, and a copy counts once."""

from __future__ import annotations

import re

import pytest
from small_tables import SmallTables, sentence_of

from helpers.views import render_coverage, render_unknown
from helpers.views.html import plain_text
from helpers.views.links._copies import count_sources

CELL = re.compile(r"<td[^>]*>(.*?)</td>", re.DOTALL)


def two_sides(rights: str = "full") -> SmallTables:
    small = SmallTables(rights)
    for name, day in (("first", "2023-05-01"), ("second", "2023-05-02"), ("third", "2023-05-03")):
        small.article(name, day)
    small.say("first", "Ann Mayor", "The gate was taken, said the mayor.", answers="gate.yes")
    small.say("second", "Bo Guard", "The guard denies that the gate was taken.", answers="gate.no", status="denied")
    small.say("third", None, "It rained.")
    return small


def row_of(page: str, position: str) -> list[str]:
    row = next(row for row in re.findall(r"<tr>.*?</tr>", page, re.DOTALL) if f'scope="row">{position}' in row)
    return [plain_text(cell) for cell in CELL.findall(row)]


def test_a_row_tells_who_reports_who_is_silent_and_who_could_not_know() -> None:
    page = render_coverage(two_sides().frames())
    assert row_of(page, "gate.yes") == ["Ann Mayor ● claimed", "not in this article", "not in this article"]
    assert row_of(page, "gate.no") == ["earlier than the first report", "Bo Guard ✖ denied", "not in this article"]


def test_a_row_names_who_holds_it_and_in_how_many_articles_it_stands() -> None:
    words = plain_text(render_coverage(two_sides().frames()))
    assert "gate.yes held by: Ann Mayor in 1 of 3 articles" in words


def test_columns_stand_in_order_of_publication_with_day_publisher_and_title() -> None:
    small = SmallTables()
    small.article("late", "2023-05-09", publisher="The Bugle")
    small.article("early", "2023-05-01")
    small.article("undated", None)
    small.say("late", "Ann Mayor", "It was taken.", answers="gate.yes")
    heads = [plain_text(h) for h in re.findall(r'<th scope="col"[^>]*>(.*?)</th>', render_coverage(small.frames()))]
    assert heads[1:] == ["2023-05-01 The Courier About early", "2023-05-09 The Bugle About late",
                         "no date of publication The Courier About undated"]  # fmt: skip


def test_on_a_narrow_screen_each_cell_has_the_name_of_its_article_over_it() -> None:
    small = two_sides()
    small.article("late", "2023-05-09", publisher="The Bugle")
    small.say("late", "Ann Mayor", "It was taken again.", answers="gate.yes")
    page = render_coverage(small.frames())
    row = next(row for row in re.findall(r"<tr>.*?</tr>", page, re.DOTALL) if 'scope="row">gate.yes' in row)
    labels = re.findall(r'<td[^>]* data-label="([^"]*)"', row)
    assert (labels[0], labels[-1]) == ("2023-05-01 · The Courier · About first", "2023-05-09 · The Bugle · About late")
    assert len(labels) == len(row_of(page, "gate.yes")) == 4


def test_silence_on_the_day_of_the_first_report_and_without_a_date_is_told_as_such() -> None:
    small = SmallTables()
    for name, day in (("one", "2023-05-01"), ("two", "2023-05-01"), ("undated", None)):
        small.article(name, day)
    small.say("one", "Ann Mayor", "It was taken.", answers="gate.yes")
    told = row_of(render_coverage(small.frames()), "gate.yes")
    assert told[1] == "not in this article; first reported on the same day"
    assert "without a date" in told[2]


def test_a_silence_is_told_without_the_days_of_others_where_the_tables_hold_a_few_of_them() -> None:
    page = render_coverage(two_sides().frames(), compares_days=False)
    silent = [cell for position in ("gate.yes", "gate.no") for cell in row_of(page, position) if "not in this" in cell]
    assert silent == ["not in this article"] * len(silent) != []
    assert "earlier" not in plain_text(page)


def test_no_cell_is_empty_and_every_name_leads_to_its_sentence() -> None:
    page = render_coverage(two_sides().frames())
    assert all(plain_text(cell) for cell in CELL.findall(page))
    links = re.findall(r'href="#([^"]+)"', page)
    assert len(links) == 3
    assert all(f'id="{link}"' in page for link in links)
    assert "<mark>The gate was taken, said the mayor.</mark>" in page


def test_a_copied_passage_is_called_a_copy_and_counts_once() -> None:
    small = two_sides()
    again = small.say("third", "Ann Mayor", "The gate was taken, said the mayor.", answers="gate.yes")
    small.link("near_duplicate", "first.s0", sentence_of(again))
    page = render_coverage(small.frames())
    assert row_of(page, "gate.yes")[2] == "Ann Mayor ● claimed copy of 2023-05-01"
    assert "in 2 of 3 articles a copied passage counts once: 1" in plain_text(page)


def test_an_article_with_a_statement_of_its_own_beside_the_copy_counts() -> None:
    assert count_sources([["a.s1"], ["a.s1"], ["a.s1", "c.s7"]]) == 2
    assert count_sources([]) == 0


def test_an_article_of_which_only_the_card_is_here_has_no_column_and_is_named() -> None:
    small = two_sides()
    small.article("card", "2023-05-02", has_text=False)
    page = render_coverage(small.frames())
    assert len(row_of(page, "gate.yes")) == 3
    assert "only the card is here and not the text: About card" in plain_text(page)


def test_columns_that_are_left_out_are_counted() -> None:
    page = render_coverage(two_sides().frames(), max_articles=2)
    assert len(row_of(page, "gate.yes")) == 2
    assert "2 of 3 articles are columns here" in plain_text(page)


@pytest.mark.parametrize("rights", ["none", "quotes", "full"])
def test_the_rights_of_an_article_hold_in_the_evidence(rights: str) -> None:
    page = render_coverage(two_sides(rights).frames())
    assert ("The gate was taken" in page) == (rights != "none")
    assert "all invented" in page


def test_nothing_answered_is_told_in_both_languages() -> None:
    assert "No claim answers" in render_coverage({})
    assert "Hier beantwoordt geen bewering" in render_coverage(two_sides().frames(), questions=["nothing"], language="nl")
    assert "niet in dit artikel" in render_coverage(two_sides().frames(), language="nl")


def test_an_account_with_one_side_only_is_listed_with_the_side_that_it_leaves_out() -> None:
    words = plain_text(render_unknown(two_sides().frames()))
    assert "About first (2023-05-01): one side only on 1, silent on 0 of 1 contested questions" in words
    assert "came later, so it could not know: gate.no, in About second (2023-05-02). Bo Guard: The guard denies" in words
    assert "leaves out, though in print by then: gate.yes, in About first (2023-05-01)." in words
    assert "Silent on questions that had been answered in print by then (1): gate" in words


def test_an_account_with_both_sides_leaves_nothing_out() -> None:
    small = two_sides()
    small.say("second", "Ann Mayor", "The gate was taken, the mayor repeats.", answers="gate.yes")
    assert "About second (2023-05-02): one side" not in plain_text(render_unknown(small.frames()))


def test_a_question_that_nobody_contests_is_no_omission() -> None:
    small = SmallTables()
    small.article("first", "2023-05-01")
    small.article("second", "2023-05-02")
    small.say("first", "Ann Mayor", "It was taken.", answers="gate.yes")
    assert "What an account leaves out of the contested questions: 0 articles" in plain_text(render_unknown(small.frames()))


def test_a_list_that_is_cut_says_how_many_there_are_and_how_to_see_them() -> None:
    words = plain_text(render_unknown(two_sides().frames(), max_rows=1))
    assert "1 of 3 shown. Narrow the selection or raise max_rows to see more." in words
