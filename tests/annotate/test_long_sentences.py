"""A sentence of thousands of clauses is read in pieces, and said to be; a sentence that somebody wrote is not."""

from datetime import date

import pytest

from helpers.annotate.attributions import LONGEST
from helpers.annotate.attributions._grammar import read_grammar
from helpers.annotate.attributions._stretches import find_stretches
from helpers.model import Card
from helpers.pipeline import read_article
from helpers.resources.lexicons import read_lexicon
from helpers.text import build_document

CLAUSES = {"nl": "de wethouder zegt dat het regent, ", "en": "the mayor says that it rains, "}
SENTENCE = {
    "nl": "De wethouder zegt dat " + "de dijk lekt, de sluis vastzit, " * 20 + "en dat de weg dicht is.",
    "en": "The mayor says that " + "the dyke leaks, the lock is stuck, " * 20 + "and that the road is shut.",
}


def _document(text, language):
    return build_document(f"Kop\n\n{text}", Card("a.txt", language=language, published_on=date(2024, 3, 14)))


@pytest.mark.parametrize("language", CLAUSES)
def test_no_stretch_is_longer_than_what_is_read_at_once_and_no_word_is_lost(language):
    document = _document(CLAUSES[language] * 400, language)
    stretches = [*find_stretches(document, read_grammar(read_lexicon(language)))]
    assert all(stretch.items[-1].end - stretch.items[0].start <= LONGEST for stretch in stretches)
    read = "".join(item.text for stretch in stretches for item in stretch.items)
    assert read == "".join(document.text.split())


@pytest.mark.parametrize("language", CLAUSES)
def test_every_clause_of_an_endless_sentence_gives_its_claim_and_the_cut_is_told(language):
    reading = read_article(_document(CLAUSES[language] * 400, language))
    assert sum(claim.voice == "source" for claim in reading.claims) >= 399
    [remark] = [row for row in reading.unread if row.span is not None]
    assert f"pieces of at most {LONGEST}" in remark.reason
    assert len(remark.span) > LONGEST


@pytest.mark.parametrize("language", SENTENCE)
def test_a_sentence_of_a_hundred_words_is_read_as_one(language):
    document = _document(SENTENCE[language], language)
    assert len([*find_stretches(document, read_grammar(read_lexicon(language)))]) == 2
    assert not read_article(document).unread


def test_a_quotation_longer_than_what_is_read_at_once_keeps_its_speaker():
    document = _document("‘" + "De dijk lekt en de sluis zit vast. " * 80 + "’, zegt de dijkgraaf.", "nl")
    [claim] = [claim for claim in read_article(document).claims if claim.voice == "source"]
    assert (claim.source.of(document.text), claim.cue.of(document.text)) == ("de dijkgraaf", "zegt")
    assert len(claim.span) > LONGEST


def test_marks_without_a_word_between_them_end_the_cutting():
    document = _document("zegt dat " * 400 + "“" * 300 + " , ; : en " * 200, "nl")
    assert [*find_stretches(document, read_grammar(read_lexicon("nl")))]
