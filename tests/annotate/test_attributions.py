"""Who says what: the content, the cue and the words for the source."""

import csv

import pytest
from attribution_markup import is_source, overlap, read_markup, read_text, touches, voiced
from attributions_by_construction import WRITTEN
from blind_attributions import BLIND
from blind_attributions_families import BLIND as FAMILIES
from blind_attributions_families import UNVERIFIED
from blind_attributions_fifth import BLIND as FIFTH
from blind_attributions_more import BLIND as MORE
from blind_attributions_news import BLIND as NEWS
from hypothesis import given
from hypothesis import strategies as st

from helpers.annotate.attributions import find_attributions
from helpers.model import Card
from helpers.resources.lexicons import read_lexicon
from helpers.text import build_document

KNOWN_FAILURES = {
    "Ze vertelde dat <source>haar zus": "an object pronoun behind a subject is taken into it",
    "<content>De aardbeving had": "a phrase with voor behind a source is left out of it",
    "In een persbericht <cue>spreekt": "van before a quotation is taken into the source before it",
    "<source>Vluchtelingen</source> die": "a relative clause without a comma stays with its source",
    "<content>The dam will hold</content>, <cue>insists": "a phrase with in behind an English source is left out of it",
    "Een dronken bestuurder": "what stands behind a semicolon after a frame is mostly the newsroom's",
    "<content>Fraude</content>": "without a tagger, an object in front of its verb is told from a subject before a pronoun only",
    "De barones,": "behind a relative pronoun, a definite noun may be the subject or the object",
    "Een dag later": "heten with a predicate is mostly a name",
    "<content>Het getal</content>": "komen van is mostly no speech",
    "<source>De omwonenden</source>": "a request for a thing (vragen om) is read only with a clause",
    "<source>Burgemeester Joke": "who is told something is no source, and no row says so",
    "“<content>Ons kent ons": "a frame behind a colon behind a quotation (“...”: X zegt het) is not read",
    "<cue>The claim</cue>": "the end of a that-clause inside an English subject is not seen where its main verb is in no list",
}


def _cases(rows):
    for language, status, marked in rows:
        reason = next((why for start, why in KNOWN_FAILURES.items() if marked.startswith(start)), "")
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        yield pytest.param(language, status, marked, marks=marks, id=marked[:60])


POSITIVE = [row for row in (*WRITTEN, *BLIND, *NEWS, *MORE, *FAMILIES, *FIFTH) if row[1] != "-"]
NEGATIVE = [row for row in (*WRITTEN, *BLIND, *NEWS, *MORE, *FAMILIES, *FIFTH) if row[1] == "-"]


@pytest.mark.parametrize(("language", "status", "marked"), [*_cases(POSITIVE)])
def test_content_cue_source_and_status_are_read_as_a_careful_reader_marks_them(language, status, marked):
    text, expected = read_markup(marked)
    _, claims = read_text(text, language)
    fitting = [claim for claim in voiced(claims) if touches(claim.cue, expected.get("cue"))]
    assert fitting, f"no claim with that cue in {text!r}"
    best = max(fitting, key=lambda claim: overlap(claim.span, expected["content"]))
    pieces = (best.span, *best.more_spans)  # a content that its frame cuts in two is marked in one of its clauses
    assert max(overlap(piece, expected["content"]) for piece in pieces) >= 0.5
    assert is_source(best.source, expected.get("source"), text) or "cue" not in expected
    assert best.status == status


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, _, text in NEGATIVE])
def test_nothing_is_proposed_where_nobody_states_anything(language, text):
    assert voiced(read_text(text, language)[1]) == []


@pytest.mark.parametrize(("language", "expected", "text"), UNVERIFIED)
def test_what_the_newsroom_could_not_check_or_does_not_know_is_told_from_plain_news(language, expected, text):
    claims = read_text(text, language)[1]
    assert any("unverified" in (claim.status, claim.verification) for claim in claims) == expected


ROWS = [(language, file, row) for language in ("nl", "en") for file in ("speech_verbs", "cue_phrases", "cue_nouns")
        for row in read_lexicon(language).rows(file)]


@pytest.mark.parametrize(("language", "file", "row"), ROWS, ids=[row.row_id for _, _, row in ROWS])
def test_every_row_of_the_lexicons_decides_in_its_own_example(language, file, row):
    document = build_document(row["example"], Card("a.txt", language=language))
    claims = [claim for claim in find_attributions(document, read_lexicon(language))
              if claim.rule.partition(" ")[2] == row.row_id]  # rule out is not rule
    assert claims
    assert row["stance"] in ("", claims[-1].stance) or "questions" in (row["stance"], claims[-1].stance)


PSEUDO = [(language, row) for language in ("nl", "en") for file in ("pseudo_cues", "pseudo_sources")
          for row in read_lexicon(language).rows(file)]


@pytest.mark.parametrize(("language", "row"), PSEUDO, ids=[row.row_id for _, row in PSEUDO])
def test_every_pseudo_row_keeps_its_example_free_of_claims(language, row):
    document = build_document(row["example"], Card("a.txt", language=language))
    assert find_attributions(document, read_lexicon(language)) == ()


def test_what_is_reported_inside_a_report_names_the_claim_that_holds_it():
    document, claims = read_text("De omroep meldt dat ouders zeggen dat de school dicht is.", "nl")
    outer, inner = sorted(voiced(claims), key=lambda claim: -len(claim.span))
    assert inner.span.of(document.text) == "de school dicht is"
    assert inner.within_claim_id == outer.claim_id


def test_a_content_cut_in_two_keeps_its_longer_piece_and_lists_the_other():
    document, claims = read_text("“The storm,” said Ann Lee, “took the roof of every house.”", "en")
    claim, = voiced(claims)
    assert claim.span.of(document.text) == "took the roof of every house"
    assert [span.of(document.text) for span in claim.more_spans] == ["The storm"]


def test_a_quotation_over_several_sentences_is_one_claim():
    document, claims = read_text("‘Wij wachten. Wij hopen. Wij bidden’, zegt de pastoor.", "nl")
    claim, = voiced(claims)
    assert claim.span.of(document.text) == "Wij wachten. Wij hopen. Wij bidden"
    assert (claim.kind, claim.source.of(document.text)) == ("direct", "de pastoor")


@pytest.mark.parametrize(("text", "kind"), [
    ("Hij zegt dat de brug dicht is.", "indirect"),
    ("‘De brug is dicht’, zegt hij.", "direct"),
    ("Hij zegt dat de brug ‘helaas’ dicht is.", "mixed"),
])  # fmt: skip
def test_the_kind_says_how_much_of_the_content_is_quoted(text, kind):
    claim, = voiced(read_text(text, "nl")[1])
    assert claim.kind == kind


def test_two_verbs_share_one_subject():
    document, claims = read_text("De club ontkent dat er schulden zijn en zegt dat alles betaald is.", "nl")
    assert [(c.source.of(document.text), c.status) for c in voiced(claims)] == [
        ("De club", "denied"), ("De club", "claimed")]  # fmt: skip


def test_the_channel_is_told_where_the_sentence_tells_it():
    claim, = voiced(read_text("De brug is dicht, schreef de burgemeester op Facebook.", "nl")[1])
    assert claim.channel == "Facebook"
    claim, = voiced(read_text("De brug is dicht, zei de burgemeester.", "nl")[1])
    assert claim.channel == ""


@pytest.mark.parametrize("text", [
    "De politie wil niet zeggen dat er doden zijn.",
    "Reuters kon niet onafhankelijk bevestigen dat er doden zijn.",
    "Wij konden niet bevestigen dat er doden zijn.",
    "De bank bevestigt noch ontkent de fraude.",
    "Hij weigert te zeggen of hij komt.",
    "Als hij zegt dat hij komt, komt hij.",
])  # fmt: skip
def test_a_cue_that_is_refused_or_supposed_states_nothing(text):
    assert voiced(read_text(text, "nl")[1]) == []


@pytest.mark.parametrize(("text", "status"), [
    ("Hij ontkent niet dat hij er was.", "hedged"),
    ("De politie kan bevestigen dat er twee doden zijn.", "confirmed"),
    ("De politie sluit opzet uit.", "denied"),
    ("De politie sluit niet uit dat er opzet was.", "hedged"),
])  # fmt: skip
def test_negation_turns_a_cue_only_where_it_should(text, status):
    claim, = voiced(read_text(text, "nl")[1])
    assert claim.status == status


def test_what_a_claim_beat_is_kept_with_the_reason():
    claims = voiced(read_text("De minister ontkent, zegt hij, dat de brug dicht blijft.", "nl")[1])
    considered = [alternative for claim in claims for alternative in claim.considered]
    assert considered
    assert all(alternative.reason and alternative.rule for alternative in considered)


def test_an_unknown_verb_behind_a_quotation_still_gives_its_speaker():
    document, claims = read_text("“Wij gaan gewoon door met bakken”, gniffelt bakker Jan Maes.", "nl")
    claim, = voiced(claims)
    assert (claim.source.of(document.text), claim.rule) == ("bakker Jan Maes", "unknown_verb")


def _write(folder, name, columns, *rows):
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *rows])


def test_a_third_language_is_only_a_folder(tmp_path):
    folder = tmp_path / "de"
    folder.mkdir()
    grammar = ("role", "words", "note", "example")
    _write(folder, "grammar", grammar, ("complementizer", "dass", "-", "-"), ("determiner", "der|die|das", "-", "-"),
           ("pronoun_subject", "er|sie", "-", "-"), ("word_order", "verb_final|verb_second", "-", "-"),
           ("finite_verb", "ist|war", "-", "-"), ("preposition", "laut|in", "-", "-"))  # fmt: skip
    verbs = ("verb", "forms", "joined", "participles", "tail", "frames", "preps", "object", "stance", "certainty",
             "note", "example")  # fmt: skip
    _write(folder, "speech_verbs", verbs, ("sagen", "sagt|sagte", "", "gesagt", "", "that quote", "", "", "asserts",
                                           "certain", "-", "-"))  # fmt: skip
    _write(folder, "cue_phrases", ("phrase", "frame", "stance", "certainty", "note", "example"),
           ("laut", "before_source", "asserts", "certain", "-", "-"))  # fmt: skip
    lexicon = read_lexicon("de", tmp_path)
    text = "Der Minister sagt, dass die Brücke zu ist. Laut Polizei war das Wetter schlecht. „Es war kalt“, sagte er."
    document = build_document(text, Card("a.txt", language="de"))
    found = [(c.source.of(document.text), c.span.of(document.text)) for c in find_attributions(document, lexicon)]
    assert found == [("Der Minister", "die Brücke zu ist"), ("Polizei", "war das Wetter schlecht"), ("er", "Es war kalt")]


WORDS = st.sampled_from([
    "zegt", "ontkent", "dat", "volgens", "naar eigen zeggen", "werd", "opgeëist", "door", "de", "minister", "Jan", "niet",
    "en", "maar", "die", "hij", "noemt", "het", "over", "klinkt", ",", ".", ":", ";", "“", "”", "‘", "’", "(", ")", "–", "\n\n",
])  # fmt: skip


@given(st.lists(WORDS, min_size=1, max_size=30))
def test_any_row_of_words_gives_claims_inside_the_text_with_an_id_each(words):
    document, claims = read_text(" ".join(["Ja", *words]), "nl")
    assert len({claim.claim_id for claim in claims}) == len(claims)
    for claim in claims:
        for span in (claim.span, *claim.more_spans, *(s for s in (claim.cue, claim.source) if s)):
            assert span.end <= len(document.text)
    for sentence in document.sentences:
        spans = [s for c in claims for s in (c.span, *c.more_spans, c.cue, c.source) if s]
        assert any(span.overlaps(sentence.span) for span in spans)


def test_a_hostile_text_ends_in_time_and_without_a_claim_out_of_bounds():
    text = "zegt dat " * 400 + "“" * 300 + " , ; : en " * 200
    document = build_document(text, Card("a.txt", language="nl"))
    for claim in find_attributions(document, read_lexicon("nl")):
        assert 0 <= claim.span.start < claim.span.end <= len(document.text)
