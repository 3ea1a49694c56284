"""Figures that disagree: a row is one source in one article, ends stay open, nothing is averaged."""

from __future__ import annotations

import re

from matplotlib.figure import Figure
from small_tables import SmallTables

from helpers.views import draw_positions, draw_quantities, render_figure, render_positions, render_quantities
from helpers.views._index import TableIndex
from helpers.views.html import plain_text
from helpers.views.matrix._ranges import Tally, list_tallies, tell_tally


def counted(rights: str = "full") -> SmallTables:
    small = SmallTables(rights)
    for name, day in (("first", "2023-05-01"), ("second", "2023-05-02")):
        small.article(name, day)
    six = small.say("first", "Ann Mayor", "Six people were hurt, two of them in the mill.", answers="harm.wounded")
    small.count(six, "Six", 6, 6)
    small.count(six, "two", 2, 2)
    more = small.say("second", "Ann Mayor", "More than eight people were hurt.", answers="harm.wounded")
    small.count(more, "More than eight", 8, None, "more_than")
    denied = small.say("second", "Bo Guard", "The guard denies that 40 were hurt; it was three to five.", status="denied")
    small.count(denied, "40", 40, 40)
    other = small.say("second", "Bo Guard", "Between three and five soldiers were hurt, said the guard.")
    small.count(other, "three and five", 3, 5, "between")
    return small


def tallies_of(small: SmallTables, question: str = "") -> list[Tally]:
    return list_tallies(TableIndex(small.frames()), "wounded", question)


def words_of(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts if text.get_text()]


def test_there_is_one_row_a_source_and_article_and_those_of_one_source_stand_together() -> None:
    told = [(a.speaker, a.rows[0]["article_id"], a.low, a.high) for a in tallies_of(counted())]
    assert told == [("Ann Mayor", "first", 2, 6), ("Ann Mayor", "second", 8, 8), ("Bo Guard", "second", 3, 5)]


def test_a_range_is_told_from_low_to_high_and_an_open_end_stays_open() -> None:
    index = TableIndex(counted().frames())
    assert [tell_tally(index, a) for a in tallies_of(counted())] == ["2–6", "more than 8", "3–5"]
    small = counted()
    claim = small.say("first", "Ann Mayor", "At most one of them, but at least nine by now.")
    small.count(claim, "At most one", None, 1, "up_to")
    small.count(claim, "at least nine", 9, None, "at_least")
    first = tallies_of(small)[0]
    assert tell_tally(TableIndex(small.frames()), first) == "1 or fewer–9 or more"


def test_what_only_divides_a_total_widens_no_range() -> None:
    small = counted()
    claim = small.say("first", "Cor Nurse", "Five were hurt: three here and two there.")
    for text, number, rule in (("Five", 5, "test"), ("three", 3, "test part_of_total"), ("two", 2, "test part_of_total")):
        small.count(claim, text, number, number, rule=rule)
    nurse = next(a for a in tallies_of(small) if a.speaker == "Cor Nurse")
    assert [row["text"] for row in nurse.rows] == ["Five", "three", "two"]
    assert tell_tally(TableIndex(small.frames()), nurse) == "5"


def test_a_denied_figure_is_marked_but_widens_no_range() -> None:
    guard = tallies_of(counted())[2]
    assert [row["text"] for row in guard.rows] == ["40", "three and five"]
    assert (guard.low, guard.high) == (3, 5)
    figure = draw_quantities(counted().frames(), "wounded")
    assert [40.0, 40.0] in [list(line.get_xdata()) for line in figure.axes[0].lines]


def test_a_source_that_only_denies_gives_no_range() -> None:
    small = SmallTables()
    small.article("first", "2023-05-01")
    claim = small.say("first", "Bo Guard", "The guard denies that 40 were hurt.", status="denied")
    small.count(claim, "40", 40, 40)
    assert tell_tally(TableIndex(small.frames()), tallies_of(small)[0]) == "only denied"


def test_two_figures_that_differ_in_an_open_end_alone_are_told_as_one() -> None:
    small = SmallTables()
    small.article("first", "2023-05-01")
    claim = small.say("first", "Ann Mayor", "Two were hurt, at least two.")
    small.count(claim, "Two", 2, 2)
    small.count(claim, "at least two", 2, None, "at_least")
    assert tell_tally(TableIndex(small.frames()), tallies_of(small)[0]) == "2 or more"


def vaguely_counted(rights: str = "full") -> SmallTables:
    small = SmallTables(rights)
    small.article("first", "2023-05-01")
    small.count(small.say("first", "Ann Mayor", "Dozens were hurt."), "Dozens", None, None, "about")
    small.count(small.say("first", "Bo Guard", "Three were hurt."), "Three", 3, 3)
    return small


def test_a_word_for_a_number_stays_that_word_and_has_no_mark() -> None:
    frames = vaguely_counted().frames()
    figure = draw_quantities(frames, "wounded")
    assert "“Dozens”: no number, so no mark" in words_of(figure)
    assert [list(line.get_xdata()) for line in figure.axes[0].lines] == [[3.0, 3.0]]
    assert "“Dozens” ● claimed" in plain_text(render_quantities(frames, "wounded"))


def test_a_word_for_a_number_is_not_shown_against_the_rights() -> None:
    page = render_quantities(vaguely_counted("none").frames(), "wounded")
    assert "Dozens" not in page
    assert "a number not given" in plain_text(page)


def test_a_word_for_a_number_is_told_beside_the_numbers_of_its_source() -> None:
    small = vaguely_counted()
    small.count(small.say("first", "Bo Guard", "Scores were hurt."), "Scores", None, None, "about")
    assert [tell_tally(TableIndex(small.frames()), tally) for tally in tallies_of(small)] == ["“Dozens”", "3; “Scores”"]


def test_rows_of_one_source_are_joined_and_rows_of_two_are_not() -> None:
    dotted = [list(line.get_ydata()) for line in draw_quantities(counted().frames(), "wounded").axes[0].lines
              if line.get_linestyle() == ":"]  # fmt: skip
    assert dotted == [[0, 1], [0, 1]]


def test_a_count_of_nobody_is_drawn_at_nought() -> None:
    small = SmallTables()
    small.article("first", "2023-05-01")
    small.count(small.say("first", "Ann Mayor", "Nobody was hurt."), "Nobody", 0, 0)
    figure = draw_quantities(small.frames(), "wounded")
    assert [0.0, 0.0] in [list(line.get_xdata()) for line in figure.axes[0].lines]


def test_two_sources_without_a_name_are_not_taken_for_one() -> None:
    small = SmallTables()
    for name, day in (("first", "2023-05-01"), ("second", "2023-05-02")):
        small.article(name, day)
        claim = small.say(name, "Ann Mayor", "Six were hurt.")
        small.count(claim, "Six", 6, 6)
    for row in small.rows["claims"]:
        row["source_id"] = None
    assert len({tally.source for tally in tallies_of(small)}) == 2


def test_a_question_takes_its_unit_from_the_codebook_and_only_the_claims_that_answer_it() -> None:
    frames = counted().frames()
    words = plain_text(render_quantities(frames, question="harm"))
    assert "Ann Mayor" in words
    assert "Bo Guard" not in words
    assert "No figure here answers this question: Who carried out the raid?" in render_quantities(frames, question="who")
    assert draw_quantities(frames, question="who").axes == []


def test_every_row_of_the_drawing_leads_to_its_row_of_the_table_with_the_sentence() -> None:
    page = render_quantities(counted().frames(), "wounded")
    links = set(re.findall(r'xlink:href="#(figures-[^"]+)"', page))
    assert len(links) == 3
    assert all(f'id="{link}"' in page for link in links)
    assert "<mark>Six</mark> people were hurt, <mark>two</mark> of them" in page


def test_labels_name_the_source_and_the_day_and_nothing_is_averaged() -> None:
    figure = draw_quantities(counted().frames(), "wounded")
    assert "Ann Mayor · 2023-05-01" in words_of(figure)
    assert "4" not in words_of(figure)
    assert figure.get_label() == "wounded: 5 figures by 2 speakers."


def test_without_rights_the_figures_stand_and_the_sentences_do_not() -> None:
    page = render_quantities(counted("none").frames(), "wounded")
    assert "2–6" in page
    assert "people were hurt" not in page


def test_the_same_tables_draw_the_same_bytes() -> None:
    assert render_quantities(counted().frames(), "wounded") == render_quantities(counted().frames(), "wounded")


def test_a_position_shows_the_figures_of_its_own_unit_only() -> None:
    small = SmallTables()
    small.article("first", "2023-05-01")
    claim = small.say("first", "Ann Mayor", "One woman died and two others were hurt.", answers="harm.killed")
    small.count(claim, "One", 1, 1, unit="killed")
    small.count(claim, "two", 2, 2)
    words = plain_text(render_positions(small.frames()))
    assert "civilians killed: 1 killed" in words
    assert "2 wounded" not in words


def test_a_phone_gets_a_drawing_of_its_own_with_the_same_figures() -> None:
    page = render_quantities(counted().frames(), question="harm")
    wide, narrow = page.split('class="gp-figure gp-for-narrow"')
    for words in ("Ann Mayor", "more than 8", "2–6"):
        assert words in wide
        assert words in narrow


def test_the_positions_of_a_phone_hold_the_same_marks_and_names() -> None:
    small = counted()
    wide, narrow = (draw_positions(small.frames(), "harm", narrow=one) for one in (False, True))
    assert narrow.get_figwidth() < wide.get_figwidth()
    assert len(narrow.axes[0].lines) == len(wide.axes[0].lines) > 0
    assert "Ann Mayor" in words_of(narrow)
    page = render_figure(wide, narrow=narrow)
    assert page.count('gp-figure gp-for-wide"') == page.count('gp-figure gp-for-narrow"') == 1
