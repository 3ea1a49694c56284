"""Constructions that carry a content in an unusual place, with look-alikes that carry none there."""

import pytest
from attribution_markup import read_text, voiced

READ = [
    # a request behind its hearer
    ("De burgemeester vroeg de buren maandag om stil te zijn.", "stil te zijn", "De burgemeester", "claimed"),
    ("Zij raadde de vissers aan om aan wal te blijven.", "aan wal te blijven", "Zij", "claimed"),
    ("De gids drong er bij de groep op aan om te wachten op de boot.", "te wachten op de boot", "De gids", "claimed"),
    # a second verb ends a content
    ("De trainer sprak van 24 blessures en riep fans op niet te fluiten.", "24 blessures", "De trainer", "claimed"),
    ("De trainer meldde twee blessures en wees fans op de regels.", "twee blessures", "De trainer", "claimed"),
    # adverbs between a cue and its object
    ("Gisteren claimde Gent ook al de verovering van de fontein.", "de verovering van de fontein", "Gent", "claimed"),
    # a clause set out in front
    ("Zich vergist hebben, dat ontkende zij met klem.", "Zich vergist hebben", "zij", "denied"),
    ("De gids vergiste zich; ooit iemand misleid hebben, nee, dat ontkende zij.", "ooit iemand misleid hebben", "zij", "denied"),
    # phrases inside a clause
    ("Ook honden kunnen volgens haar langdurig hinkend lopen.", "langdurig hinkend lopen", "haar", "claimed"),
    # what is told around
    ("In het dorp gaat het verhaal rond dat de molen sluit.", "de molen sluit", None, "claimed"),
    ("In de krant deed het gerucht de ronde dat de molen sluit.", "de molen sluit", "de krant", "hedged"),
    # what is no statement is called something; what is one is denied
    ("De schepen deed de brand af als een grap.", "de brand af als een grap", "De schepen", "claimed"),
    ("De schepen deed het gerucht over de brand af als een grap.", "het gerucht over de brand", "De schepen", "denied"),
    ("De schepen doet de cijfers over de brand af als onzin.", "de cijfers over de brand", "De schepen", "denied"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "source", "status"), READ)
def test_a_content_is_found_where_its_construction_puts_it(text, content, source, status):
    found = [(c.span.of(text), c.source and c.source.of(text), c.status) for c in voiced(read_text(text, "nl")[1])]
    assert (content, source, status) in found


ENGLISH = [
    ("The brewery has no record of it, a spokeswoman, Andrea Holt, said in an email.",
     "The brewery has no record of it", "a spokeswoman, Andrea Holt"),
    ("One man later died in hospital, the head of the local council, Peter Marsh, wrote on Telegram.",
     "One man later died in hospital", "the head of the local council, Peter Marsh"),
    ("The bridge was examined in May and “met every rule,” she wrote.",
     "The bridge was examined in May and “met every rule,”", "she"),
    ("A Fire Office report sent to the mayor on 20 July warned that thieves could steal the paint.",
     "thieves could steal the paint", "A Fire Office report sent to the mayor"),
    ("The mayor, a keen sailor, said the bridge was closed.", "the bridge was closed", "The mayor, a keen sailor"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "source"), ENGLISH)
def test_a_source_is_found_behind_another_phrase_or_a_participle(text, content, source):
    claim, = voiced(read_text(text, "en")[1])
    assert (claim.span.of(text), claim.source.of(text)) == (content, source)


def test_two_verbs_of_one_subject_are_no_participle():
    text = "The clerk went to the bridge and said that it was closed."
    claim, = voiced(read_text(text, "en")[1])
    assert claim.source.of(text) == "The clerk"


@pytest.mark.parametrize(("text", "content"), [
    ("De boeren spreken van eisen en oproepen van de bond.", "eisen en oproepen van de bond"),
    ("De bond belooft subsidies om boeren te helpen.", "subsidies om boeren te helpen"),
])  # fmt: skip
def test_what_only_looks_like_such_a_construction_stays_whole(text, content):
    claim, = voiced(read_text(text, "nl")[1])
    assert claim.span.of(text) == content


def test_a_story_with_a_relative_clause_is_not_told_around():
    assert not voiced(read_text("Het verhaal dat hij schreef is mooi.", "nl")[1])
