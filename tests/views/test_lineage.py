"""What belongs together across articles: chains, copies, and one speaker over time, each with its sentences."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from small_tables import SmallTables, sentence_of

from helpers.views import render_changes, render_lineage
from helpers.views._index import TableIndex
from helpers.views.html import plain_text
from helpers.views.links._copies import list_passages
from helpers.views.links._lineage import list_chains


def changing(rights: str = "full") -> SmallTables:
    small = SmallTables(rights)
    for name, day in (("first", "2023-05-01"), ("second", "2023-05-02")):
        small.article(name, day)
    yes = small.say("first", "Ann Mayor", "The gate was taken, said the mayor.", answers="gate.yes")
    no = small.say("second", "Ann Mayor", "The gate was never taken, said the mayor.", answers="gate.no", status="denied")
    small.link("retracts", yes, no)
    six = small.count(small.say("first", "Bo Guard", "Six were hurt."), "Six", 6, 6)
    ten = small.count(small.say("second", "Bo Guard", "About ten were hurt."), "About ten", 10, 10, "about")
    small.link("raises", six, ten)
    return small


def test_a_change_of_position_stands_with_both_days_both_answers_and_both_sentences() -> None:
    page = render_changes(changing().frames())
    words = plain_text(page)
    assert "Ann Mayor ⇄ takes back gate basis: Ann Mayor answers “gate.yes” first and “gate.no” later 2023-05-01: gate.yes ● claimed" in words
    assert "2023-05-02: gate.no ✖ denied" in words
    assert "<mark>The gate was taken, said the mayor.</mark>" in page
    assert "<mark>The gate was never taken, said the mayor.</mark>" in page


def test_a_raised_figure_stands_with_both_figures_as_their_texts_have_them() -> None:
    page = render_changes(changing().frames())
    words = plain_text(page)
    assert "2023-05-01: 6 wounded" in words
    assert "2023-05-02: about 10 wounded" in words
    assert "<mark>About ten</mark> were hurt" in page


def test_one_speaker_is_one_group_and_what_changed_comes_before_what_was_repeated() -> None:
    small = changing()
    again = small.say("second", "Ann Mayor", "It rained, said the mayor again.", answers="rain.yes")
    before = small.say("first", "Ann Mayor", "It rained, said the mayor.", answers="rain.yes")
    small.link("repeats", before, again)
    page = render_changes(small.frames())
    groups = [plain_text(head) for head in re.findall(r'<th scope="rowgroup".*?</th>', page)]
    assert groups == ["Ann Mayor", "Bo Guard"]
    assert page.index("takes back") < page.index("says it again")


def test_only_the_kinds_that_are_asked_for_are_shown() -> None:
    words = plain_text(render_changes(changing().frames(), kinds=["raises"]))
    assert "raises the figure" in words
    assert "takes back" not in words


def test_a_claim_with_two_answers_is_told_by_the_pair_that_the_link_names() -> None:
    small = changing()
    small.add("disputes", dispute_id="first.d0.other", question_id="other", position_id="other.yes", claim_id="first.c0")
    small.add("disputes", dispute_id="second.d1000.other", question_id="other", position_id="other.no", claim_id="second.c1000")
    small.rows["links"][0]["link_id"] = "retracts:first.d0.other:second.d1000.other"
    assert "2023-05-01: other.yes" in plain_text(render_changes(small.frames()))


def test_a_link_whose_rows_are_not_here_and_a_link_of_another_kind_are_left_out() -> None:
    small = changing()
    small.link("lowers", "gone.n1", "second.n3000")
    small.link("same_event", "first.e1", "second.e1")
    assert "lowers" not in render_changes(small.frames())
    assert "Geen spreker" in render_changes({}, language="nl")


def chained() -> SmallTables:
    small = SmallTables()
    small.article("first", "2023-05-01")
    small.article("second", "2023-05-02", publisher="The Bugle")
    small.actor("Wire Service", "organisation", "medium: news agency")
    outer = small.say("first", "Wire Service", "The agency has it from the mayor that the gate was taken.")
    small.say("first", "Ann Mayor", "the gate was taken", within=outer)
    small.say("second", "Bo Guard", "Nothing happened, said the guard.")
    return small


def test_a_chain_runs_from_the_first_speaker_by_way_of_the_agency_to_the_outlet() -> None:
    words = plain_text(render_lineage(chained().frames()))
    assert ("Ann Mayor says inside a statement of Wire Service [a medium] (claimed) "
            "in The Courier: About first (2023-05-01)") in words  # fmt: skip
    assert "Bo Guard" not in words


def test_a_medium_that_speaks_itself_is_a_chain_and_who_reports_itself_is_none() -> None:
    small = chained()
    small.say("second", "Wire Service", "The gate was taken, the agency reports.")
    outer = small.say("second", "Bo Guard", "The guard said that he had said that it rained.")
    small.say("second", "Bo Guard", "it rained", within=outer)
    chains = list_chains(TableIndex(small.frames()))
    assert [chain[0]["text"] for chain in chains] == ["the gate was taken", "The gate was taken, the agency reports."]


def test_claims_that_report_each_other_end_no_program() -> None:
    small = chained()
    small.rows["claims"][0]["within_claim_id"] = small.rows["claims"][1]["claim_id"]
    assert list_chains(TableIndex(small.frames())) == []


def copied(rights: str = "full") -> SmallTables:
    small = SmallTables(rights)
    sentences = []
    for name, day in (("late", "2023-05-03"), ("early", "2023-05-01"), ("between", "2023-05-02")):
        small.article(name, day)
        sentences.append(sentence_of(small.say(name, "Ann Mayor", "The gate at the mill was taken at noon on Monday.")))
    small.link("near_duplicate", sentences[1], sentences[2])
    small.link("near_duplicate", sentences[2], sentences[0])
    return small


def test_copies_of_copies_are_one_passage_with_the_first_print_in_front() -> None:
    passages = list_passages(TableIndex(copied().frames()))
    assert [[row["article_id"] for row in passage] for passage in passages] == [["early", "between", "late"]]


def test_a_copied_passage_says_that_it_is_one_source() -> None:
    words = plain_text(render_lineage(copied().frames()))
    assert "Passages that more than one article prints: 1" in words
    assert "3 articles, one source." in words


def test_a_chain_in_a_copied_passage_leads_to_the_passage() -> None:
    small = copied()
    small.actor("Wire Service", "organisation", "medium: news agency")
    for row in small.rows["claims"]:
        row["source_id"] = "wire_service"
    page = render_lineage(small.frames())
    links = re.findall(r'href="#(passage-[^"]+)"', page)
    assert len(links) == 2
    assert all(f'id="{link}"' in page for link in links)
    assert "copy of About early (2023-05-01)" in page


@pytest.mark.parametrize("rights", ["none", "full"])
def test_the_rights_of_an_article_hold(rights: str) -> None:
    assert ("at the mill" in render_lineage(copied(rights).frames())) == (rights == "full")
    assert ("never taken" in render_changes(changing(rights).frames())) == (rights == "full")


def test_without_chains_and_copies_it_says_so() -> None:
    words = plain_text(render_lineage({}))
    assert "No claim came through another mouth" in words
    assert "Passages that more than one article prints: 0" in words


def test_of_a_long_list_of_chains_six_stand_open_and_the_rest_is_folded_not_lost() -> None:
    small = chained()
    for number in range(22):
        small.say("second", "Wire Service", f"The gate number {number} was taken, the agency reports.")
    page = render_lineage(small.frames())
    shown, _, folded = page.partition('<details class="gp-fold"><summary>17 more</summary>')
    assert (shown.count('id="chain-'), folded.count('id="chain-')) == (6, 17)
    assert "gp-fold" not in render_lineage(chained().frames()).split("</style>")[1]


def test_of_many_changes_the_speakers_after_six_pairs_are_folded_and_no_speaker_is_split() -> None:
    small = changing()
    for number in range(21):
        first = small.say("first", f"Speaker {number:02}", f"The bridge number {number} was taken.", answers="gate.yes")
        small.link("repeats", first, small.say("second", f"Speaker {number:02}", f"Bridge {number} was taken.", answers="gate.yes"))
    page = render_changes(small.frames(), language="nl")
    shown, _, folded = page.partition('<details class="gp-fold"><summary>nog 17</summary>')
    assert (shown.count('scope="rowgroup"'), folded.count('scope="rowgroup"')) == (6, 17)


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "basis: Bo Guard gives 6 wounded first and about 10 wounded later"),
     ("nl", "grond: Bo Guard geeft eerst 6 gewonden en later ongeveer 10 gewonden")],
)  # fmt: skip
def test_the_ground_of_a_pair_is_a_sentence_in_the_language_of_the_page(language: str, told: str) -> None:
    page = render_changes(changing().frames(), language=language)
    assert told in plain_text(page)
    assert 'title="by hand"' in page


def test_a_pair_that_says_the_same_says_so_and_a_softer_one_how_sure_each_was() -> None:
    small = SmallTables()
    for name, day in (("first", "2023-05-01"), ("second", "2023-05-02")):
        small.article(name, day)
    once, again = (small.say(name, "Ann Mayor", "The gate was taken.", answers="gate.yes") for name in ("first", "second"))
    tables = small.frames()
    tables["claims"]["certainty"] = ["certain", "possible"]
    for kind, beside in (("repeats", ""), ("softens", " (eerst zeker, daarna mogelijk)")):
        links = pd.DataFrame([{"link_id": f"{kind}:{once}:{again}", "link_type": kind, "from_id": once, "to_id": again}])
        page = plain_text(render_changes({**tables, "links": links}, language="nl"))
        assert f"grond: Ann Mayor geeft twee keer hetzelfde antwoord: ‘gate.yes’{beside} 2023" in page
