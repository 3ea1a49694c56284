"""A table that breaks its contract is refused with the row and the rule."""

import pandas as pd
import pytest

from helpers.model import TableError
from helpers.tables import build_tables, check_tables


@pytest.fixture
def tables(reading):
    return build_tables([reading])


@pytest.fixture
def texts(reading):
    return {reading.document.article_id: reading.document.text}


def test_a_whole_set_of_tables_passes(tables, texts):
    check_tables(tables, texts)


@pytest.mark.parametrize(
    ("table", "column", "value", "words"),
    [
        ("claims", "status", "proven", r"claims.status, row 0: found 'proven'"),
        ("claims", "rule", None, r"claims.rule, row 0: found .* not_nullable"),
        ("claims", "source_id", "nobody", r"claims.source_id: 'nobody' is not in actors.actor_id"),
        ("claims", "start_char", 21, r"claims: \[21, 44\) of brug-co does not read back"),
        ("claims", "cue_text", "loog", r"claims: cue_\[13, 17\) of brug-co does not read back 'loog'"),
        ("mentions", "sentence_id", "elsewhere", r"'elsewhere' is not in sentences.sentence_id"),
    ],
)
def test_a_broken_cell_is_named(tables, texts, table, column, value, words):
    tables[table].loc[0, column] = value
    with pytest.raises(TableError, match=words):
        check_tables(tables, texts)


def test_two_rows_with_one_key_are_refused(tables, texts):
    tables["claims"] = pd.concat([tables["claims"], tables["claims"].head(1)], ignore_index=True)
    with pytest.raises(TableError, match=r"claims.claim_id, row 0: .* field_uniqueness"):
        check_tables(tables, texts)


def test_a_missing_table_and_a_strange_column_are_refused(tables, texts):
    del tables["times"]
    tables["places"]["pin"] = "red"
    with pytest.raises(TableError, match="times: the table is missing") as caught:
        check_tables(tables, texts)
    assert "pin" in str(caught.value)
