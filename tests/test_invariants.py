"""What must hold for every row of every table, over all articles that are here and over made-up ones."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.model import TABLES, Card
from helpers.pipeline import build_tables, read_article, read_documents
from helpers.resources.paths import home
from helpers.tables import build_tables as gather
from helpers.tables import check_tables
from helpers.text import build_document

PIECES = st.sampled_from(
    ["De burgemeester", "zegt", "dat", "de brug", "“", "”", "‘", "’", "'", ",", ".", ":", "\n\n", "maandag", "in Gent", "volgens",
     "hij", "ontkent", "zou", "42", "gewonden", "meer dan", "Kiev", "the mayor", "said", "on 3 May", "–", "(", ")", "é", "👍", "$", "{", "<b>",
     "2023", "uur", "Jan de Vries", "niet", "aldus", "\t", "…", "?", "«", "»", "„", "een tiental", "begin juni", "A", "St."]
)  # fmt: skip
NEWSLIKE = st.lists(PIECES, min_size=1, max_size=60).map(" ".join).filter(str.strip)


@pytest.fixture(scope="module")
def intake():
    return read_documents(home() / "seeds")


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return build_tables(home() / "seeds", tmp_path_factory.mktemp("tables"))


@pytest.mark.parametrize(("name", "prefix"), [(t.name, prefix) for t in TABLES.values() for prefix in t.spans])
def test_every_row_of_every_table_reads_back_its_text(intake, tables, name, prefix):
    texts = {document.article_id: document.text for document in intake.documents}
    columns = ["article_id", f"{prefix}start_char", f"{prefix}end_char", f"{prefix}text"]
    rows = tables[name].loc[tables[name]["article_id"].isin(texts), columns].dropna(subset=columns[1:3])
    assert all(texts[article][start:end] == text for article, start, end, text in rows.itertuples(index=False))


@pytest.mark.parametrize(("name", "prefix"), [(t.name, prefix) for t in TABLES.values() for prefix in t.spans])
def test_every_row_of_an_article_whose_text_is_not_here_has_offsets_within_it_and_no_word(tables, name, prefix):
    articles = tables["articles"].set_index("article_id")
    absent = articles[~articles["has_text"].astype(bool)]
    rows = tables[name][tables[name]["article_id"].isin(absent.index)]
    assert rows[f"{prefix}text"].isna().all()
    spans = rows[["article_id", f"{prefix}start_char", f"{prefix}end_char"]].dropna()
    assert all(0 <= start < end <= absent.loc[article, "n_chars"] for article, start, end in spans.itertuples(index=False))


def test_every_sentence_is_covered_by_a_claim_or_is_the_frame_of_one(tables):
    claims = tables["claims"]
    spans = [*claims[["article_id", "start_char", "end_char"]].itertuples(index=False)]
    spans += [*claims[["article_id", "cue_start_char", "cue_end_char"]].dropna().itertuples(index=False)]
    for row in tables["sentences"].itertuples():
        held = any(a == row.article_id and s < row.end_char and row.start_char < e for a, s, e in spans)
        assert held, row.text


def test_no_row_has_a_made_up_date_or_point(tables):
    times, places = tables["times"], tables["places"]
    assert not ((times["earliest"] > times["latest"]).fillna(False)).any()
    assert not ((places["latitude"] == 0) & (places["longitude"] == 0)).fillna(False).any()
    assert places["latitude"].isna().equals(places["longitude"].isna())
    unresolved = places["origin"] == "unresolved"
    assert places.loc[unresolved, "latitude"].isna().all()


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(text=NEWSLIKE, language=st.sampled_from(["nl", "en", "xx"]))
def test_any_text_is_read_into_tables_that_keep_the_contract(text, language):
    document = build_document(text, Card("made-up.txt", language=language))
    check_tables(gather([read_article(document)]), {document.article_id: document.text})


def test_taking_an_article_away_changes_no_row_of_another(intake):
    documents = intake.documents
    whole = gather([read_article(document) for document in documents])
    part = gather([read_article(document) for document in documents[1:]])
    kept = {document.article_id for document in documents[1:]}
    for name in ("claims", "mentions", "times", "events", "quantities", "quotes", "wordings", "disputes"):
        rows = whole[name][whole[name]["article_id"].isin(kept)].reset_index(drop=True)
        assert rows.equals(part[name]), name
