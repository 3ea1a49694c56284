"""Coding: the claims of an article, what they may be coded as, and the codes of the rules and of the gold beside them."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd
import pytest

from helpers.model import CodingError
from helpers.pipeline import read_article, read_documents
from helpers.resources.codebook import read_codebook
from helpers.resources.paths import home
from helpers.tables import build_tables
from helpers.teaching._exercise_keys import find_gold_span
from helpers.teaching.agreement import score_agreement, select_disagreements
from helpers.teaching.codes import build_codes
from helpers.teaching.coding import (
    STATUSES,
    gold_codes,
    label_code,
    list_choices,
    list_units,
    machine_codes,
    select_current,
    settle_codes,
)
from helpers.teaching.gold import read_gold

Tables = dict[str, pd.DataFrame]
SHUT = "the bridge will stay shut for three weeks"


def by_text(tables: Tables, codes: pd.DataFrame) -> dict[str, list[str]]:
    texts = tables["claims"].set_index("claim_id")["text"]
    return {texts[row.claim_id]: [row.source, row.status] for row in codes.itertuples()}


def test_the_units_are_the_claims_in_the_order_of_the_text(bridge: Tables) -> None:
    units = list_units(bridge, "bridge")
    assert len(units) == len(bridge["claims"])
    assert [unit["start_char"] for unit in units] == sorted(unit["start_char"] for unit in units)
    assert {unit["sha256"] for unit in units} == {bridge["articles"]["sha256"].iloc[0]}


def test_an_article_that_is_not_there_gets_a_sentence(bridge: Tables) -> None:
    with pytest.raises(CodingError, match=r"no article 'ferry' .* there are bridge"):
        list_units(bridge, "ferry")


def test_every_code_of_the_rules_can_be_chosen_and_has_its_words(bridge: Tables) -> None:
    codes = machine_codes(bridge, "bridge")
    for variable in ("source", "status", "position"):
        for language in ("en", "nl"):
            choices = {code: label for label, code in list_choices(bridge, "bridge", variable, language=language)}
            assert {one for code in codes[variable] for one in code.split("|")} <= set(choices)
            assert all(choices.values())
    assert [code for _, code in list_choices(bridge, "bridge", "status")] == list(STATUSES)
    assert label_code(bridge, "status", "denied|claimed", language="nl") == "ontkend / beweerd"


def test_the_rules_are_coded_like_a_student(bridge: Tables) -> None:
    found = by_text(bridge, machine_codes(bridge, "bridge"))
    assert found[SHUT][1] == "claimed"
    assert label_code(bridge, "source", found[SHUT][0]) == "Jan Hoek"
    assert found["On the quay two boats turned back."] == ["newsroom", "reported"]


def test_the_gold_is_laid_on_the_same_claims(bridge: Tables, bridge_gold: dict[str, Any]) -> None:
    found, machine = by_text(bridge, gold_codes(bridge, bridge_gold, "bridge")), by_text(bridge, machine_codes(bridge, "bridge"))
    assert found[SHUT] == machine[SHUT]
    assert found["she was asked"] == [machine["she was asked"][0], "questioned"]
    assert found["On the quay two boats turned back."] == ["newsroom", "reported"]
    assert gold_codes(bridge, {}, "bridge").empty


def test_a_student_is_compared_with_the_rules_and_the_gold(bridge: Tables, bridge_gold: dict[str, Any]) -> None:
    student = machine_codes(bridge, "bridge").assign(coder="calm-otter-17")
    with_gold = settle_codes(student, gold_codes(bridge, bridge_gold, "bridge"))
    scores = score_agreement(with_gold).set_index("variable")
    n_units = len(student)
    assert scores.loc["status", ["n_units", "percent"]].tolist() == [n_units, (n_units - 1) / n_units]
    assert select_disagreements(with_gold, variables=["status"])["code"].tolist() == ["denied", "questioned"]
    assert score_agreement(settle_codes(student, machine_codes(bridge, "bridge")))["percent"].tolist() == [1.0, 1.0, 1.0]


def test_a_claim_that_the_student_has_not_coded_is_no_disagreement(bridge: Tables) -> None:
    student = machine_codes(bridge, "bridge").assign(coder="calm-otter-17", status="").head(1)
    settled = settle_codes(student, machine_codes(bridge, "bridge"))
    assert len(settled) == 2
    assert score_agreement(settled).set_index("variable").loc["status", "n_units"] == 0


def test_codes_of_another_text_or_of_a_claim_that_is_gone_are_set_apart(bridge: Tables) -> None:
    codes = machine_codes(bridge, "bridge").head(3).assign(coder="calm-otter-17").to_dict("records")
    codes[1]["sha256"] = "another"
    codes[2]["claim_id"] = "bridge.c0-1.0"
    current, old = select_current(bridge, build_codes(codes))
    assert (len(current), len(old)) == (1, 2)


def gold_of(article_id: str, words: str) -> dict[str, list[str]]:
    """Return the gold's source and status of each of our claims with that content, by the claim's cue."""
    found = read_own_articles()
    codes = gold_codes(found, read_gold(), article_id).set_index("claim_id")
    units = [unit for unit in list_units(found, article_id) if str(unit["text"]).startswith(words)]
    assert units
    return {unit["cue_text"]: codes.loc[unit["claim_id"], ["source", "status"]].tolist() for unit in units}


@cache
def read_own_articles() -> Tables:
    return build_tables([read_article(document) for document in read_documents(home() / "seeds").documents])


def test_of_two_statements_with_one_content_each_gets_the_gold_of_its_own_cue() -> None:
    both = "found-freedom-of-russia-legion-and-russian-volunteer-corps"
    assert gold_of("nl-2023-05-23-balans", "inval bij Grajvoron") == {
        "spreken": [both, "denied"], "verklaart": ["s_russia", "claimed"]}  # fmt: skip
    found = gold_of("en-2023-05-24-armour", "At least three American-made")
    assert sorted(found.values()) == [["m_nyt", "claimed"], ["s_usa", "questioned"]]


def test_of_two_statements_with_one_content_each_gets_the_position_of_its_own_source() -> None:
    tables, article_id = read_own_articles(), "nl-2023-05-23-balans"
    codes = gold_codes(tables, read_gold(), article_id).set_index("claim_id")["position"]
    twins = [unit for unit in list_units(tables, article_id) if str(unit["text"]).startswith("inval bij Graj")]
    assert {unit["cue_text"]: codes[unit["claim_id"]] for unit in twins} == {"spreken": "end.going_on", "verklaart": "end.expelled"}


def test_whoever_chose_one_of_the_positions_of_the_key_agrees_and_else_all_of_them_are_told() -> None:
    key = build_codes([{"coder": "gold", "claim_id": "c", "position": "harm.killed|villages.entered|who.ukrainians"}])
    for chosen in ("harm.killed", "villages.entered", "who.ukrainians"):
        student = build_codes([{"coder": "calm-otter-17", "claim_id": "c", "position": chosen}])
        scores = score_agreement(settle_codes(student, key), variables=["position"])
        assert scores["percent"].tolist() == [1.0]
    student = build_codes([{"coder": "calm-otter-17", "claim_id": "c", "position": "end.expelled"}])
    settled = settle_codes(student, key)
    assert score_agreement(settled, variables=["position"])["percent"].tolist() == [0.0]
    assert select_disagreements(settled, variables=["position"])["code"].tolist() == ["end.expelled", key["position"].iloc[0]]


@pytest.mark.parametrize("article_id", ["nl-2023-05-22-grens", "nl-2023-05-23-balans", "nl-2023-05-25-strook", "en-2023-05-24-armour"])
def test_a_source_is_offered_in_the_words_of_its_article(article_id: str) -> None:
    tables, ours = read_own_articles(), {"newsroom", "unnamed", "other"}
    sentences = tables["sentences"]
    words = " ".join(sentences.loc[sentences["article_id"] == article_id, "text"]).casefold()
    offered = [label for label, code in list_choices(tables, article_id, "source") if code not in ours]
    assert len(offered) > 5
    assert [label for label in offered if label.casefold() not in words] == []


def test_the_gold_span_of_a_twin_is_that_of_its_own_source() -> None:
    tables, gold = read_own_articles(), read_gold()
    units = [unit for unit in list_units(tables, "nl-2023-05-23-balans") if str(unit["text"]).startswith("inval bij Graj")]
    spans = {unit["cue_text"]: find_gold_span(tables, gold, unit, "source") for unit in units}
    assert spans == {"spreken": (53, 63), "verklaart": (0, 6)}


def test_a_source_that_the_gold_calls_by_another_name_is_the_actor_whom_the_article_names_there() -> None:
    article_id = "en-2023-06-07-village"
    assert gold_of(article_id, "A sabotage group had tried")["said"] == ["found-defence-ministry", "claimed"]
    assert gold_of(article_id, "more than ten fighters")["added"] == ["found-defence-ministry", "claimed"]


def test_what_is_made_by_a_newspaper_is_what_that_newspaper_says() -> None:
    tables, article_id = read_own_articles(), "en-2023-05-24-armour"
    labels = [label for label, _ in list_choices(tables, article_id, "source")]
    assert [label for label in labels if "New York Times" in label] == ["The New York Times"]
    codes = machine_codes(tables, article_id).set_index("claim_id")["source"]
    unit = next(one for one in list_units(tables, article_id) if one["cue_text"] == "according to" and one["text"].startswith("At least"))
    assert codes[unit["claim_id"]] == "m_nyt"


def test_a_newsroom_claim_that_holds_a_statement_beside_other_things_has_no_code_of_the_gold() -> None:
    assert gold_of("nl-2023-05-23-balans", "Meer dan zeventig gedode terroristen")[None] == ["", ""]
    assert gold_of("nl-2023-05-23-balans", "Rond het middaguur telde")[None] == ["gladkov", "claimed"]
    assert gold_of("en-2023-05-24-armour", "Doubts in Washington")[None] == ["s_usa", "questioned"]


def test_a_pronoun_alone_teaches_no_name(bridge: Tables) -> None:
    """What the rules took a pronoun for is no proof of whom the gold means."""
    claims = bridge["claims"].copy()
    here = claims["text"] == "she was asked"
    at = next(iter(claims.loc[here, "source_start_char"]))
    nameless = bridge["mentions"][bridge["mentions"]["start_char"] != at]
    item = {"content": {"start": int(claims.loc[here, "start_char"].iloc[0]), "end": int(claims.loc[here, "end_char"].iloc[0])},
            "status": "denied", "source_name": "Somebody Else", "source": {"start": int(at), "end": int(at) + 4}}  # fmt: skip
    codes = gold_codes({**bridge, "mentions": nameless}, {"bridge": {"id": "bridge", "attributions": [item]}}, "bridge")
    assert codes.set_index("claim_id").loc[claims.loc[here, "claim_id"].iloc[0], "source"] == "other"


def test_only_positions_on_questions_that_the_article_touches_can_be_chosen() -> None:
    tables, gold = read_own_articles(), read_gold()
    for article_id in gold:
        chosen = {code for _, code in list_choices(tables, article_id, "position", gold=gold)} - {"none"}
        by_hand = {one for code in gold_codes(tables, gold, article_id)["position"] for one in code.split("|")} - {"none"}
        by_rule = {one for code in machine_codes(tables, article_id)["position"] for one in code.split("|")} - {"none"}
        assert by_hand | by_rule <= chosen
        assert 2 <= len({code.split(".")[0] for code in chosen}) <= 8


def test_where_the_article_touches_no_question_every_position_can_be_chosen(bridge: Tables) -> None:
    untouched = {**bridge, "disputes": bridge["disputes"].head(0)}
    assert len(list_choices(untouched, "bridge", "position")) == len(read_codebook().rows("positions")) + 1
