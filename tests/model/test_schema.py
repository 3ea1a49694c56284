"""The declared tables keep the contract that outside tools read."""

import pytest

from helpers.model import TABLES
from helpers.model.annotations import Claim, Span

CONTRACT = {
    "articles": "article_id title publisher published_on published_basis language licence text_rights notice url "
    "file_name sha256 n_chars n_sentences has_text",
    "sentences": "sentence_id article_id paragraph position part start_char end_char text",
    "claims": "claim_id article_id sentence_id start_char end_char text more_spans voice source_text source_start_char "
    "source_end_char source_id cue_text cue_start_char cue_end_char kind stance polarity certainty verification status "
    "channel within_claim_id responds_to_claim_id said_time_id rule",
    "quotes": "quote_id article_id sentence_id start_char end_char text quote_type is_closed claim_id rule",
    "mentions": "mention_id article_id sentence_id start_char end_char text entity_type entity_id form rule",
    "actors": "actor_id name actor_type role side side_basis aliases wikidata_id origin n_mentions n_claims",
    "places": "place_id name place_type latitude longitude radius_m country region geonames_id origin n_mentions",
    "times": "time_id article_id sentence_id start_char end_char text edtf duration earliest latest day_part utc_offset "
    "precision qualifier reference anchor_on rule",
    "events": "event_id article_id sentence_id claim_id trigger_text trigger_start_char trigger_end_char event_type agent_id "
    "target_id place_id place_role time_id edtf earliest latest status rule",
    "quantities": "quantity_id article_id sentence_id claim_id start_char end_char text low high qualifier unit rule",
    "disputes": "dispute_id question_id position_id claim_id voice actor_id article_id rule",
    "wordings": "wording_id article_id sentence_id start_char end_char text referent_id term_id voice actor_id in_quotes rule",
    "links": "link_id link_type from_id to_id basis rule",
    "corrections": "correction_id table row_id column machine_value corrected_value decision reason coder made_on anchor "
    "anchor_status",
    "unread": "article_id file_name start_char end_char text reason",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_no_column_of_the_contract_is_missing_or_renamed(name):
    assert set(CONTRACT[name].split()) <= set(TABLES[name].column_names)


def test_there_are_the_tables_of_the_contract_and_no_others():
    assert set(TABLES) == set(CONTRACT)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_column_says_what_it_means_and_refers_to_one_that_exists(table):
    assert table.meaning
    assert table.key in ("", table.columns[0].name)
    for column in table.columns:
        assert column.meaning.endswith("."), column
        if column.refers_to:
            other, key = column.refers_to.split(".")
            assert TABLES[other].key == key


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_no_column_is_called_fact_or_truth(table):
    assert not {"fact", "truth", "is_true"} & set(table.column_names)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, "claimed"),
        ({"certainty": "possible"}, "hedged"),
        ({"stance": "confirms", "certainty": "possible"}, "confirmed"),
        ({"stance": "denies"}, "denied"),
        ({"stance": "questions"}, "questioned"),
        ({"verification": "unverified"}, "claimed"),
        ({"voice": "newsroom", "kind": "narrated"}, "reported"),
        ({"voice": "newsroom", "kind": "narrated", "verification": "unverified"}, "unverified"),
    ],
)
def test_the_status_is_the_first_label_that_applies(changes, status):
    fields = {"claim_id": "a.c1-2.0", "span": Span(1, 2), "voice": "source", "kind": "indirect", "rule": "r"}
    assert Claim(**{**fields, **changes}).status == status
