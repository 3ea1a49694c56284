"""Figures that answer no question: compared by what they count, each with its source, none added up or left out."""

from __future__ import annotations

import re

from small_tables import SmallTables

from helpers.views import render_counts, render_quantities
from helpers.views._index import TableIndex
from helpers.views.html import plain_text
from helpers.views.matrix._counts import list_counts


def flooded(rights: str = "full") -> SmallTables:
    """Two papers on a flood, of which the codebook asks nothing."""
    small = SmallTables(rights)
    for name, day in (("first", "2024-06-03"), ("second", "2024-06-04")):
        small.article(name, day)
    small.count(small.say("first", "Ann Mayor", "Two people died, said the mayor."), "Two", 2, 2, unit="killed")
    small.count(small.say("first", "Bo Warden", "The warden counts four dead."), "four", 4, 4, unit="killed")
    least = small.say("second", "Cor Spokesman", "At least three people died, said the spokesman.")
    small.count(least, "At least three", 3, None, "at_least", unit="killed")
    denied = small.say("second", "Dee Clerk", "The clerk denies that nine people died.", status="denied")
    small.count(denied, "nine", 9, 9, unit="killed")
    small.count(small.say("second", "Cor Spokesman", "Some 1,200 people left their homes."), "1,200", 1200, 1200,
                unit="evacuated")  # fmt: skip
    for name, word in (("Ann Mayor", "80"), ("Bo Warden", "35")):
        small.count(small.say("second", name, f"There were {word} leaks."), word, int(word), int(word), unit="other")
    return small


def test_figures_of_which_no_question_asks_are_compared_by_what_they_count() -> None:
    page = render_counts(flooded().frames(), question="harm")
    words = plain_text(page)
    assert "killed: 4 figures, 4 sources" in words
    for speaker, figure in (("Ann Mayor", "Two"), ("Bo Warden", "four"), ("Cor Spokesman", "At least three"), ("Dee Clerk", "nine")):
        assert speaker in words
        assert f"<mark>{figure}</mark>" in page
    assert "at least 3" in words
    assert "only denied" in words


def test_nothing_is_added_up_and_no_figure_stands_for_all() -> None:
    words = plain_text(render_counts(flooded().frames()))
    assert not re.search(r"\b(?:9|18|115)\b(?! people)", words.replace("nine", "").split("Figures of one unit")[1])
    assert "Nothing is averaged" in words


def test_what_one_source_alone_counts_is_listed_and_not_drawn() -> None:
    page = render_counts(flooded().frames())
    once = plain_text(page.split("<summary><b>Counted by one source only")[1].split("<summary>")[0])
    assert "evacuated Cor Spokesman About second (2024-06-04) 1200" in once
    assert "evacuated: " not in plain_text(page)


def test_a_unit_that_leaves_open_what_is_counted_is_listed_and_not_compared() -> None:
    listed = plain_text(render_counts(flooded().frames()).split("<summary><b>Not compared")[1])
    assert "There were 80 leaks" in listed
    assert "There were 35 leaks" in listed


def test_a_measure_is_not_compared_since_it_may_be_one_of_anything() -> None:
    small = flooded()
    for name, word in (("Ann Mayor", "7"), ("Bo Warden", "12")):
        small.count(small.say("first", name, f"It was {word} km."), word, int(word), int(word), unit="km")
    counts = {count.name: count for count in list_counts(TableIndex(small.frames()), "")}
    assert not counts["kilometres"].is_compared
    assert counts["killed"].is_compared


def test_the_figures_of_a_question_and_the_others_are_each_shown_once() -> None:
    small = flooded()
    for name, word, figure in (("Ann Mayor", "Six", 6), ("Bo Warden", "Eight", 8)):
        claim = small.say("first", name, f"{word} people were hurt.", answers="harm.wounded")
        small.count(claim, word, figure, figure)
    frames = small.frames()
    pages = [render_quantities(frames, question="harm"), render_counts(frames, question="harm")]
    ids = [set(re.findall(r'id="(figures-[^"]+)"', page)) for page in pages]
    assert ids[0].isdisjoint(ids[1])
    assert sum(map(len, ids)) == len(frames["quantities"])
    assert "wounded" not in plain_text(pages[1])


def test_figures_that_answer_another_question_are_compared_under_that_question() -> None:
    small = flooded()
    for name, word, figure in (("Ann Mayor", "Six", 6), ("Bo Warden", "Eight", 8)):
        claim = small.say("first", name, f"{word} people were hurt.", answers="harm.wounded")
        small.count(claim, word, figure, figure)
    assert "What harm came to civilians? · wounded: 2 figures, 2 sources" in plain_text(render_counts(small.frames()))


def test_every_mark_of_a_drawing_leads_to_its_row_and_a_phone_has_a_drawing_of_its_own() -> None:
    page = render_counts(flooded().frames())
    links = set(re.findall(r'xlink:href="#(figures-[^"]+)"', page))
    assert len(links) == 4
    assert all(page.count(f'id="{link}"') == 1 for link in links)
    assert "gp-for-narrow" in page


def test_many_comparisons_are_folded_and_few_stand_open() -> None:
    small = flooded()
    assert '<p class="gp-subtitle">killed: 4 figures' in render_counts(small.frames())
    for unit in ("people", "wounded", "buildings"):
        for name in ("Ann Mayor", "Bo Warden"):
            small.count(small.say("first", name, "There were five."), "five", 5, 5, unit=unit)
    assert "<summary><b>killed: 4 figures" in render_counts(small.frames())


def test_without_rights_the_figures_are_compared_and_the_sentences_are_not_shown() -> None:
    page = render_counts(flooded("none").frames())
    assert "Ann Mayor" in page
    assert "said the mayor" not in page


def test_the_comparison_is_told_in_dutch() -> None:
    words = plain_text(render_counts(flooded().frames(), language="nl"))
    assert "doden: 4 getallen, 4 bronnen" in words
    assert "Door maar één bron geteld" in words
