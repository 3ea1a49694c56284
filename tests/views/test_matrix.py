"""Comparing: all positions stand, none wins, and every mark leads to its sentence."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from small_tables import SmallTables, sentence_of

from helpers.views import (
    draw_positions,
    draw_quantities,
    render_coverage,
    render_figure,
    render_positions,
    render_quantities,
    render_questions,
    render_sides,
    render_sources,
    render_unknown,
    render_wordings,
)
from helpers.views._index import TableIndex
from helpers.views.html import plain_text
from helpers.views.reading._layers import tell_range

Tables = dict[str, pd.DataFrame]


def test_a_question_with_two_positions_is_contested_and_both_stand(tables: Tables) -> None:
    words = plain_text(render_positions(tables))
    assert "gate taken 2 positions: contested" in words
    assert "trucks burned one position only" in words
    assert "yes" in words
    assert "no" in words


def test_an_empty_cell_says_that_nothing_is_reported(tables: Tables) -> None:
    assert "these articles report no answer, not that there is none" in render_positions(tables)


def test_the_evidence_stands_side_by_side_with_its_speakers(tables: Tables) -> None:
    page = render_sides(tables, "gate_taken")
    assert page.count('class="gp-side"') == 2
    assert "<mark>more than 20 men came</mark>" in page
    assert "The Mayor of Testford" in page


def test_a_question_that_nobody_answers_is_told(tables: Tables) -> None:
    assert "No claim answers" in render_sides(tables, "no_such_question")
    figures = [draw_positions(tables, "no_such_question", narrow=narrow) for narrow in (False, True)]
    page = render_figure(figures[0], narrow=figures[1])
    assert page.count("No claim answers") == 1
    assert "<svg" not in page


def test_how_to_ask_questions_of_ones_own_is_told_once(tables: Tables) -> None:
    unasked = {**tables, "disputes": tables["disputes"].iloc[:0]}
    assert "--codebook FOLDER" in plain_text(render_questions(unasked))
    assert "--codebook MAP" in plain_text(render_questions(unasked, language="nl"))
    views = (render_sides(unasked, "gate_taken"), render_positions(unasked), render_coverage(unasked))
    assert not any("--codebook" in view for view in views)
    assert "--codebook" not in render_questions(tables)


def test_a_codebook_of_another_event_is_told_to_be_so_and_its_questions_are_folded(tables: Tables) -> None:
    unasked = {**tables, "disputes": tables["disputes"].iloc[:0]}
    page = render_unknown(unasked)
    before, _, fold = page.partition("<summary>Its questions: ")
    assert "it seems to be made for another event" in before
    assert "Who carried out the raid?" not in before
    assert "Who carried out the raid?" in fold


def test_where_one_question_of_the_codebook_is_answered_the_others_are_listed_as_unanswered() -> None:
    small = SmallTables()
    small.article("first", "2023-05-01")
    small.say("first", "Ann Mayor", "Six people were hurt.", answers="harm.wounded")
    words = plain_text(render_unknown(small.frames()))
    assert "Questions of the codebook without an answer in these articles: 14" in words
    assert "another event" not in words


def test_the_figure_of_positions_has_one_mark_an_answer(tables: Tables) -> None:
    figure = draw_positions(tables, "gate_taken")
    assert len(figure.axes[0].lines) == 2
    assert figure.get_label() == "gate taken: 2 speakers, 2 positions."


def test_sources_are_counted_by_status_and_open_into_sentences(tables: Tables) -> None:
    page = render_sources(tables)
    assert "<details><summary>1</summary>" in page
    assert "the Guild" in page


def test_a_word_in_quotation_marks_is_counted_apart(tables: Tables) -> None:
    assert "1 (1 in quotation marks)" in render_wordings(tables)
    assert "No such word" in render_wordings(tables, referents=["nobody"])


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"low": 6.0, "high": 6.0, "qualifier": "exact"}, "6"),
        ({"low": 10.0, "high": 10.0, "qualifier": "about"}, "about 10"),
        ({"low": 70.0, "high": None, "qualifier": "more_than"}, "more than 70"),
        ({"low": None, "high": 5.0, "qualifier": "up_to"}, "up to 5"),
        ({"low": 3.0, "high": 5.0, "qualifier": "between"}, "3–5"),
    ],
)
def test_a_figure_is_told_as_its_text_has_it(row: dict[str, object], told: str) -> None:
    assert tell_range(TableIndex({}), row) == told


def test_figures_keep_their_own_ranges_and_no_average_is_drawn(tables: Tables) -> None:
    figure = draw_quantities(tables, "vehicles")
    drawn = sorted(tuple(line.get_xdata()) for line in figure.axes[0].lines if line.get_marker() != "None")
    assert drawn == [(3.0, 5.0), (10.0, 10.0)]
    assert "vehicles: 2 figures by 1 speakers." in render_quantities(tables, "vehicles")


def test_a_unit_that_nobody_counts_is_told(tables: Tables) -> None:
    assert "No figure of this kind was found" in render_quantities(tables, "ships")


def test_what_is_not_known_is_listed(tables: Tables) -> None:
    words = plain_text(render_unknown(tables))
    assert "only one position is reported: 1" in words
    assert "marks as unverified: 2" in words
    assert "Events without any date: 1 of 3" in words


def test_a_denial_that_points_back_stands_before_what_it_denies_and_that_stands_once() -> None:
    small = SmallTables("full")
    small.article("first", "2023-05-01")
    small.say("first", "Ann Mayor", "The gate was taken.", answers="gate.yes")
    small.say("first", "Bo Guard", "The guard calls that nonsense.", answers="gate.no", status="denied")
    stated, denial = small.rows["claims"]
    denial.update(cue_start_char=denial["start_char"], cue_end_char=denial["end_char"], responds_to_claim_id=stated["claim_id"],
                  **{name: stated[name] for name in ("sentence_id", "start_char", "end_char", "text")})  # fmt: skip
    proof = plain_text(render_sides(small.frames(), "gate").split('id="position-first.d1000.gate.no"')[1])
    assert "The guard calls that nonsense. Answers what Ann Mayor states: The gate was taken." in proof
    assert proof.count("The gate was taken.") == 1


def test_a_newsroom_that_could_not_check_an_answer_contests_nothing() -> None:
    small = SmallTables("full")
    small.article("first", "2023-05-01")
    small.say("first", "Ann Mayor", "The village is ours.", answers="villages.taken")
    doubt = small.say("first", None, "It could not be checked.", answers="villages.unchecked")
    assert doubt
    shown = plain_text(render_questions(small.frames()))
    assert "one position only" in shown
    assert "taken · could not be checked" in shown
    small.say("first", "Bo Guard", "It is free again.", answers="villages.freed")
    assert "2 positions: contested" in plain_text(render_questions(small.frames()))


def test_a_denial_that_points_back_shows_where_it_is_said_and_what_it_answers() -> None:
    small = SmallTables("full")
    small.article("first", "2023-05-01")
    said = small.say("first", "Ann Mayor", "The village is ours.", answers="villages.taken")
    frame = "Bo Guard contradicts that."
    small.add("sentences", article_id="first", sentence_id="first.s700", start_char=700, end_char=700 + len(frame),
              text=frame, paragraph=1, position=700)  # fmt: skip
    denial = small.say("first", "Bo Guard", "The village is ours.", answers="villages.entered", status="denied")
    row = next(row for row in small.rows["claims"] if row["claim_id"] == denial)
    row.update(cue_start_char=709, cue_end_char=720, responds_to_claim_id=said)
    shown = plain_text(render_sides(small.frames(), "villages"))
    assert "Bo Guard says so here: Bo Guard contradicts that." in shown
    assert "Answers what Ann Mayor states: The village is ours." in shown
    assert shown.count("says so here") == 1


def test_a_mark_of_the_figure_leads_to_its_sentence_on_the_same_page(tables: Tables) -> None:
    question = str(tables["disputes"]["question_id"].iloc[0])
    linked = render_figure(draw_positions(tables, question, has_links=True))
    wanted = set(re.findall(r'href="#(position-[^"]+)"', linked))
    there = set(re.findall(r'id="(position-[^"]+)"', render_sides(tables, question)))
    assert wanted
    assert wanted <= there
    assert "#position-" not in render_figure(draw_positions(tables, question))


def test_two_unnamed_speakers_with_the_same_words_are_two_holders() -> None:
    made = SmallTables()
    for name, day, answer in (("a", "2023-05-22", "who.legion"), ("b", "2023-05-23", "who.ukrainians")):
        article = made.article(name, day)
        made.say(article, None, "the spokesman named them", answers=answer)
        made.add("actors", actor_id=f"unnamed-{name}", name="spokesman", actor_type="unnamed")
        made.rows["claims"][-1].update(voice="source", source_id=f"unnamed-{name}", source_text="the spokesman")
        made.rows["disputes"][-1]["actor_id"] = f"unnamed-{name}"
        made.add("mentions", mention_id=f"{name}.m", article_id=article, entity_type="actor", entity_id=f"unnamed-{name}")
    for shown in (render_positions(made.frames()), render_sources(made.frames())):
        assert "“spokesman” (The Courier, 2023-05-22)" in shown
        assert "“spokesman” (The Courier, 2023-05-23)" in shown


def test_words_that_lead_to_no_actor_hold_for_their_article_only() -> None:
    made = SmallTables()
    for name in ("a", "b"):
        made.say(made.article(name, "2023-05-22"), None, "he said so")
        made.rows["claims"][-1].update(voice="source", source_text="he", source_start_char=0, source_end_char=2)
    shown = render_sources(made.frames())
    assert "“he” (a)" in shown
    assert "“he” (b)" in shown


def test_a_word_is_told_in_the_language_of_the_page_and_in_the_forms_that_the_texts_have() -> None:
    small = SmallTables()
    small.article("first", "2023-05-01")
    claim = small.say("first", None, "The incursion went on; an incursion is no raid.")
    for at, word in ((4, "incursion"), (26, "incursion")):
        small.add("wordings", wording_id=f"first.w{at}", article_id="first", sentence_id=sentence_of(claim), start_char=at,
                  end_char=at + len(word), text=word, referent_id="raid", term_id="incursion", voice="newsroom")
    tables = small.frames()
    dutch = plain_text(render_wordings(tables, language="nl"))
    assert "inval: 2 In de teksten: ‘incursion’ 2×" in dutch
    english = plain_text(render_wordings(tables))
    assert "incursion: 2" in english
    assert "In the texts" not in english
    hidden = SmallTables("none")
    hidden.article("first", "2023-05-01")
    assert "‘incursion’" not in render_wordings({**tables, "articles": hidden.frames()["articles"]}, language="nl")


def test_figures_have_a_decimal_comma_on_a_dutch_page() -> None:
    small = SmallTables()
    small.article("first", "2023-05-01")
    small.count(small.say("first", "Bo Guard", "Some 1.5 km were taken.", answers="gate.yes"), "Some 1.5", 1.5, 1.5, "about", "km")
    assert "ongeveer 1,5" in plain_text(render_quantities(small.frames(), "km", language="nl"))
    assert "about 1.5" in plain_text(render_quantities(small.frames(), "km"))
