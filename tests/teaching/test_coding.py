"""Coding: the claims of an article, what they may be coded as, and the codes of the rules and of the gold beside them."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from helpers.model import CodingError
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
