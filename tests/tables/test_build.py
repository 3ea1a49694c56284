"""Annotations become rows that point back at their characters."""

import pytest

from helpers.model import TABLES, Card, Unread
from helpers.tables import build_frame, build_tables


def test_every_table_of_the_contract_is_there_with_all_its_columns(reading):
    tables = build_tables([reading])
    assert list(tables) == list(TABLES)
    for name, frame in tables.items():
        assert tuple(frame.columns) == TABLES[name].column_names


def test_every_span_reads_back_its_text(reading):
    tables = build_tables([reading])
    text = reading.document.text
    for name, table in TABLES.items():
        for prefix in table.spans:
            columns = [f"{prefix}start_char", f"{prefix}end_char", f"{prefix}text"]
            for start, end, shown in tables[name][columns].dropna().itertuples(index=False):
                assert text[start:end] == shown


def test_what_is_missing_stays_missing(reading):
    tables = build_tables([reading])
    assert tables["places"].loc[0, ["latitude", "longitude", "radius_m"]].isna().all()
    assert tables["times"].loc[0, ["edtf", "earliest", "latest", "anchor_on"]].isna().all()
    assert tables["claims"]["source_start_char"].isna().tolist() == [False, True]


def test_the_order_of_the_articles_changes_no_row(reading):
    other = type(reading)(
        type(reading.document)(**{**reading.document.__dict__, "article_id": "aaa"})
    )
    one, two = build_tables([reading, other]), build_tables([other, reading])
    for name in TABLES:
        assert one[name].equals(two[name])


def test_a_card_without_text_and_an_unread_file_are_rows(reading):
    tables = build_tables([reading], cards=[("weg", Card("weg.txt"))], unread=[Unread("x.txt", "leeg")])
    assert tables["articles"].set_index("article_id")["has_text"].to_dict() == {"brug-co": True, "weg": False}
    assert tables["unread"]["file_name"].tolist() == ["x.txt", "brug & co.txt"]
    assert tables["unread"]["text"].tolist()[1] == "maandag"


def test_counts_of_mentions_and_claims_stand_with_the_entities(reading):
    tables = build_tables([reading])
    assert tables["actors"].loc[0, ["n_mentions", "n_claims"]].tolist() == [0, 1]
    assert tables["places"].loc[0, "n_mentions"] == 1


def test_a_column_that_the_schema_lacks_is_refused():
    with pytest.raises(KeyError, match="the table unread has no column colour"):
        build_frame(TABLES["unread"], [{"file_name": "a", "reason": "b", "colour": "red"}])
