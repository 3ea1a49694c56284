from __future__ import annotations

from datetime import date

import pytest
from blind_sources import SOURCES
from reading_by_hand import document_of, span_of
from sources_by_hand import name_of_last, read_marked

from helpers.annotate.sources import resolve_sources
from helpers.model import Actor, Claim, Span, make_id
from helpers.pipeline import read_article
from helpers.resources.actors import read_actors
from helpers.resources.lexicons import Lexicon, read_lexicon


@pytest.mark.parametrize(("language", "marked", "expected"), SOURCES)
def test_the_last_source_is_resolved(language: str, marked: str, expected: str) -> None:
    assert name_of_last(language, marked) == expected


def test_a_resolved_pronoun_is_a_mention_with_its_rule() -> None:
    resolved, _ = read_marked("nl", "Burgemeester {Ruth Wiel} opende de brug. ‘Eindelijk’, zei [ze].")
    (mention,) = resolved.mentions
    assert (mention.form, mention.rule) == ("pronoun", "pronoun_antecedent nl/actor_pronouns:ze")


def test_two_women_leave_a_pronoun_open_and_are_both_listed() -> None:
    resolved, _ = read_marked("nl", "Toen kwamen {Ruth Wiel} en {Anna Maes}. ‘Laat’, zei [ze].")
    assert resolved.claims[-1].source_id == ""
    assert {other.reason for other in resolved.claims[-1].considered} == {"Ruth Wiel", "Anna Maes"}


def test_an_unnamed_source_keeps_its_words_and_the_article_in_its_id() -> None:
    resolved, _ = read_marked("nl", "[Een visser uit Oostende] klaagt.")
    (actor,) = resolved.actors
    assert (actor.actor_id, actor.name, actor.actor_type) == ("unnamed-a-visser-uit-oostende", "visser uit Oostende", "unnamed")


def _claim(text: str, content: str, source: str = "", cue: str = "") -> Claim:
    document = document_of(text)
    spans = [span_of(document, part) if part else None for part in (content, source, cue)]
    assert spans[0] is not None
    return Claim(make_id("a", "c", spans[0], spans[2]), spans[0], "source", "direct", "by hand", source=spans[1], cue=spans[2])


def _sources(text: str, *claims: Claim, language: str = "nl", day: date | None = None) -> list[str]:
    document = document_of(text, language, published_on=day)
    resolved = resolve_sources(document, claims, read_lexicon(language), mentions=(), actors=(), table=read_actors())
    return [claim.source_id for claim in resolved.claims]


def test_a_quote_that_goes_on_has_the_speaker_before() -> None:
    text = "‘Het regent’, zegt een visser. ‘Al dagen.’"
    assert _sources(text, _claim(text, "Het regent", "een visser", "zegt"), _claim(text, "Al dagen.")) == ["unnamed-a-visser"] * 2


def test_an_impersonal_cue_beside_another_name_is_nobody_elses() -> None:
    reading = read_article(document_of("Ryanair verloor naar eigen zeggen twee toestellen. Bij KLM bleef het bij een "
                                       "toestel, zo luidt het daar. Het wordt duur, klinkt het."))
    said = {claim.span.of(reading.document.text)[:10]: claim.source_id for claim in reading.claims if claim.voice == "source"}
    assert said["Bij KLM bl"] == ""


def test_a_quote_does_not_go_on_far_away() -> None:
    text = "‘Het regent’, zegt een visser.\n\nEen.\n\nTwee.\n\n‘Al dagen.’"
    assert _sources(text, _claim(text, "Het regent", "een visser", "zegt"), _claim(text, "Al dagen."))[1] == ""


def test_a_cue_without_a_subject_has_the_speaker_before_only_where_the_lexicon_says_so() -> None:
    text = "‘Het regent’, zegt een visser. Het wordt nat, klinkt het. Er wordt storm gevreesd."
    claims = (_claim(text, "Het regent", "een visser", "zegt"), _claim(text, "Het wordt nat", cue="klinkt"), _claim(text, "storm", cue="gevreesd"))
    assert _sources(text, *claims) == ["unnamed-a-visser", "unnamed-a-visser", ""]


def test_a_quote_in_the_title_has_the_speaker_of_the_same_words_below() -> None:
    text = "‘Het water stond tot hier’\n\nEerste zin van het stuk.\n\n‘Het water stond tot hier, echt’, zegt een visser."
    claims = (_claim(text, "Het water stond tot hier"), _claim(text, "Het water stond tot hier, echt", "een visser", "zegt"))
    assert _sources(text, *claims) == ["unnamed-a-visser"] * 2


@pytest.mark.parametrize(("day", "expected"), [(date(2021, 3, 1), "de_croo"), (date(2001, 3, 1), "unnamed-a-belgische-premier")])
def test_a_role_of_the_table_holds_in_its_term_of_office(day: date, expected: str) -> None:
    text = "Het regent, zegt de Belgische premier."
    assert _sources(text, _claim(text, "Het regent", "de Belgische premier", "zegt"), day=day) == [expected]


def test_claims_of_the_newsroom_stay_as_they_are() -> None:
    claim = Claim("c", Span(0, 3), "newsroom", "narrated", "by hand")
    assert resolve_sources(document_of("Het regent."), [claim], read_lexicon("nl"), mentions=(), actors=()).claims == (claim,)


def test_a_language_without_lexicon_gives_every_source_its_own_words() -> None:
    document = document_of("Piove, dice un pescatore.", "xx")
    claim = Claim("c", Span(0, 5), "source", "indirect", "by hand", source=Span(12, 24))
    resolved = resolve_sources(document, [claim], Lexicon("xx", {}), mentions=(), actors=(Actor("a", "A", "person"),))
    assert [actor.name for actor in resolved.actors] == ["un pescatore"]


@pytest.mark.parametrize("before", [
    "{Jan Bos} en {Piet Vos} kwamen.", "{Jan Bos} en zijn broer {Piet Vos} kwamen.", "Kapitein {Jan Bos} of stuurman {Piet Vos} kwam.",
])  # fmt: skip
def test_two_people_in_one_subject_leave_a_pronoun_open(before: str) -> None:
    resolved, _ = read_marked("nl", f"{before} ‘Laat’, zei [hij].")
    assert resolved.claims[-1].source_id == ""


def test_whom_a_subject_met_leaves_a_pronoun_open_too() -> None:
    resolved, _ = read_marked("nl", "{Jan Bos} ontmoette {Piet Vos}. ‘Laat’, zei [hij].")
    assert resolved.claims[-1].source_id == ""
    assert [other.reason for other in resolved.claims[-1].considered] == ["Jan Bos", "Piet Vos"]


SPEECH = "“Het regent. Al dagen.\n\n“De kelder staat vol.\n\n“Nu wachten we”, zegt een visser."


def _speech(text: str, *contents: str) -> list[str]:
    last = _claim(text, contents[-1], "een visser", "zegt")
    return _sources(text, *(_claim(text, content) for content in contents[:-1]), last)


def test_a_speech_over_paragraphs_has_the_speaker_that_is_named_at_its_end() -> None:
    assert _speech(SPEECH, "Het regent. Al dagen.", "De kelder staat vol.", "Nu wachten we") == ["unnamed-a-visser"] * 3


def test_a_closed_quotation_in_the_paragraph_before_may_be_somebody_elses() -> None:
    text = SPEECH.replace("dagen.", "dagen.”").replace("vol.", "vol.”")
    assert _speech(text, "Het regent. Al dagen.", "De kelder staat vol.", "Nu wachten we")[:2] == ["", ""]
