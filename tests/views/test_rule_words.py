"""Rules in words: every rule that the code can make has its words in both languages, and its id stays in reach."""

from __future__ import annotations

import csv

import pandas as pd
import pytest
from rule_names import list_rule_names
from small_tables import SmallTables

from helpers.model.annotations import SIDE_COUNTS
from helpers.pipeline import build_tables
from helpers.resources.paths import data_path, home
from helpers.views import render_article, render_claims, render_sides
from helpers.views._rule_words import tell_rule
from helpers.views.messages import message_languages, read_messages

SHOWN = ("claims", "disputes", "times", "events", "quantities", "wordings", "links")


@pytest.fixture(scope="module")
def rules() -> list[str]:
    """Every rule of the articles that come along, the withheld one's too, as far as a view shows it."""
    tables = build_tables(home() / "seeds", None)
    places = tables["mentions"].loc[tables["mentions"]["entity_type"] == "place", "rule"]
    return sorted({*places, *(rule for name in SHOWN for rule in tables[name]["rule"])})


def test_every_name_of_a_rule_in_the_code_and_in_the_lexicons_has_its_words() -> None:
    names = list_rule_names()
    assert {"clause", "gapped_object", "name_in_source", "count_vague", "unit_head", "weekday", "metonyms.verb"} <= names
    assert sorted(name for name in names if f"rule.{name}" not in read_messages()) == []


@pytest.mark.parametrize("language", message_languages())
def test_every_rule_of_our_articles_is_told_in_words_alone(language: str, rules: list[str]) -> None:
    assert len(rules) > 300
    known = {key.removeprefix("rule.") for key in read_messages() if key.startswith("rule.")}
    for rule in rules:
        told = tell_rule(rule, language)
        assert rule.partition(" ")[0] in known, rule
        assert not any(sign in told for sign in ("/", "_", "cldr")), (rule, told)


@pytest.mark.parametrize("side", SIDE_COUNTS)
def test_what_keeps_a_count_out_of_a_range_is_told(side: str) -> None:
    assert read_messages()[f"rule.{side}"]["nl"] in tell_rule(f"count_add nl/quantity_numbers:drie unit_list {side}", "nl")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("clause nl/speech_verbs:laten weten + pronoun_antecedent nl/actor_pronouns:hij",
         "bijzin achter het woord dat aankondigt (‘laten weten’); bron: wie het voornaamwoord bedoelt (‘hij’)"),
        ("clause nl/speech_verbs + name_in_source", "bijzin achter het woord dat aankondigt; bron: de naam in de zin"),
        ("weekday cldr/nl:maandag (reckoned from the text before)",
         "dag van de week (‘maandag’, geteld vanaf de tekst ervoor)"),
        ("verification_mark nl/verification:05 none could be checked",
         "woorden van de redactie over het controleren"),
        ("a_rule_of_another_kit some/where:word", "a rule of another kit"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_rule_is_told_with_the_word_that_decided(rule: str, told: str) -> None:
    assert tell_rule(rule, "nl") == told


def test_the_id_of_the_rule_is_in_reach_wherever_its_words_stand() -> None:
    small = SmallTables()
    small.article("first", "2023-05-01")
    small.say("first", "Ann Mayor", "The gate is shut.", answers="gate.yes")
    tables = small.frames()
    rule = "position codebook/rules:gate_shut"
    tables = {**tables, "disputes": tables["disputes"].assign(rule=rule),
              "claims": tables["claims"].assign(rule="clause en/speech_verbs:say + name_in_source")}  # fmt: skip
    assert f'title="{rule}">rule: the codebook’s words for this answer</span>' in render_sides(tables, "gate")
    words = "rule: a clause after the word that announces it (“say”); source: the name in the sentence"
    assert f'title="clause en/speech_verbs:say + name_in_source">{words}</span>' in render_claims(tables)
    assert f"{words} [clause en/speech_verbs:say + name_in_source]" in render_article(tables, "first")


def test_a_table_without_a_rule_still_shows_its_claims() -> None:
    claims = pd.DataFrame({"claim_id": ["c1"], "status": ["denied"], "article_id": ["a"], "voice": ["source"]})
    assert "1 of 1 shown" in render_claims({"claims": claims})


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_name_of_a_row_is_said_in_words_that_a_text_can_have(language: str) -> None:
    assert "a thing" not in tell_rule("object en/speech_verbs:call for a thing + name_in_source", language)
    assert "call for" in tell_rule("object en/speech_verbs:call for a thing + name_in_source", language)
    assert "if … is to be believed" in tell_rule("according_to en/cue_phrases:if * is to be believed", language)
    assert "|" not in tell_rule("according_to en/hedges:^ may|might", language)


def test_every_row_that_has_other_words_for_the_reader_stands_in_a_lexicon() -> None:
    kept = [path.read_text(encoding="utf-8").splitlines() for path in data_path("lexicons").rglob("*.csv")]
    known = {row[0] for lines in kept for row in csv.reader(lines) if row}
    told = {key.partition(".")[2] for key in read_messages() if key.startswith("rule_row.")}
    assert told - known == set()
