"""Whose words a clause holds, where the order of the words or a small word hides it. Everybody is fictional."""

import pytest
from attribution_markup import read_text, voiced


def read(language, text):
    """Return source, content and stance of every claim."""
    document, claims = read_text(text, language)
    return [
        (claim.source.of(document.text) if claim.source else "", claim.span.of(document.text), claim.stance)
        for claim in voiced(claims)
    ]


LAST_VERB = [
    ("en", "Doctors say two patients recovered.", "Doctors", "two patients recovered"),
    ("en", "He says she cheated.", "He", "she cheated"),
    ("en", "The palace says the Senate lied.", "The palace", "the Senate lied"),
    ("en", "Mr Oake said the boiler exploded.", "Mr Oake", "the boiler exploded"),
    ("en", "Growers say prices doubled, but the shop closed.", "Growers", "prices doubled"),
    ("en", "The army said 12 sailors surrendered.", "The army", "12 sailors surrendered"),
    ("en", "He believes Anna cheats.", "He", "Anna cheats"),
]  # fmt: skip
NO_CLAUSE = [
    ("en", "The driver answered car horns."),
    ("en", "The priest said the right words."),
    ("en", "The guide explained the rules."),
    ("en", "The spokesman answered the calls."),
    ("en", "The clerk explained the tools needed."),
    ("nl", "De senaat stelt dat debat uit."),
    ("nl", "De senaat stelde dat bedrag vast en ging naar huis."),
    ("nl", "De senaat stelde dat debat uit tot maandag."),
    ("nl", "De koning wilde een feest, maar de senaat stelde dat uit."),
    ("nl", "De school meldt dat kind aan."),
]  # fmt: skip
ACRONYMS = [
    ("nl", "Het OM vermoedt dat de boekhouder fraude pleegde.", "Het OM", "de boekhouder fraude pleegde"),
    ("nl", "De AAN zegt dat de haven dicht is.", "De AAN", "de haven dicht is"),
    ("nl", "De ME zegt dat het plein leeg is.", "De ME", "het plein leeg is"),
    ("nl", "IS zegt dat de stad is gevallen.", "IS", "de stad is gevallen"),
    ("en", "WHO says the virus is gone.", "WHO", "the virus is gone"),
    ("en", "The virus is gone, the WHO said.", "the WHO", "The virus is gone"),
    ("en", "The US denied that the ship was hit.", "The US", "the ship was hit"),
    ("nl", "De minister zegt NIET te weten wie loog.", "De minister", "NIET te weten wie loog"),
]  # fmt: skip


BEHIND_CLAUSE = [
    ("en", "It is not true that we left early, replied Captain Rosa Hale.", "Captain Rosa Hale", "It is not true that we left early"),
    ("en", "It is wrong to say that, insisted the owner.", "the owner", "It is wrong to say that"),
    ("nl", "Het is onwaar dat wij sliepen, reageert stuurman Bram Kok.", "stuurman Bram Kok", "Het is onwaar dat wij sliepen"),
    ("nl", "Het klopt dat de sluis dicht bleef, zegt de sluiswachter.", "de sluiswachter", "Het klopt dat de sluis dicht bleef"),
    ("nl", "De man, die ziek is, zegt dat hij loog.", "De man, die ziek is", "hij loog"),
    ("nl", "De schipper zegt in een bericht dat de haven sluit.", "De schipper", "de haven sluit"),
    ("nl", "De schipper reageert dat de haven sluit.", "De schipper", "de haven sluit"),
]  # fmt: skip
OVER_RELATIVE = [
    ("en", "Tom Reed, whose barn was searched, claims officers laughed at him.", "Tom Reed, whose barn was searched",
     "officers laughed at him"),
    ("en", "The farmer, whose barn burned down, told reporters the hay was wet.", "The farmer, whose barn burned down", "the hay was wet"),
    ("nl", "De boer, wiens stal is afgebrand, zegt dat het hooi nat was.", "De boer, wiens stal is afgebrand", "het hooi nat was"),
    ("en", "The plan will fail, claims Tom Reed.", "Tom Reed", "The plan will fail"),
]  # fmt: skip
UNCLOSED = [
    ("nl", '"De storm is voorbij, zegt Bram Kok. Hij ging naar huis.', "Bram Kok", "De storm is voorbij"),
    ("en", '"The storm is over, said the warden.', "the warden", "The storm is over"),
    ("en", '"The storm is over, Rosa Hale said. She went home.', "Rosa Hale", "The storm is over"),
    ("nl", '"De storm is voorbij, zei hij, en ik ga naar huis."', "", "De storm is voorbij, zei hij, en ik ga naar huis"),
    ("nl", '"De storm is voorbij en ik ga naar huis.', "", "De storm is voorbij en ik ga naar huis"),
    ("nl", "“Kom maar, zei hij. Toen zweeg hij.\n\n“Ik bleef daar een week.”", "", "Kom maar, zei hij. Toen zweeg hij"),
]  # fmt: skip
SET_IN = [
    ("nl", "De sluis is, volgens de schipper, dicht.", "de schipper", "De sluis is"),
    ("nl", "De zender schreef, op gezag van een bron, dat de stad is gevallen.", "De zender", "de stad is gevallen"),
    ("nl", "De zender meldde dat, op gezag van het leger, de stad is gevallen.", "het leger", "de stad is gevallen"),
    ("nl", "Zondag kwam de omroep, op gezag van de artsen, uit op negen gewonden.", "de omroep", "negen gewonden"),
    ("nl", "De stad is gevallen, op gezag van het leger, en de weg is dicht.", "het leger", "De stad is gevallen"),
    ("nl", "De sluis is dicht, volgens Bram Kok, schipper uit Gent.", "Bram Kok, schipper uit Gent", "De sluis is dicht"),
    ("en", "The dam broke, according to Rosa Hale, mayor of Dunmore.", "Rosa Hale, mayor of Dunmore", "The dam broke"),
    ("en", "The dam broke, according to the army, after a week of rain.", "the army", "The dam broke"),
]  # fmt: skip
WITH_THAT = [
    ("nl", "De senaat stelt dat water uit de kraan komt.", "De senaat", "water uit de kraan komt"),
    ("nl", "De senaat stelt dat verkeer op en rond het plein vastloopt.", "De senaat", "verkeer op en rond het plein vastloopt"),
    ("nl", "De senaat zegt dat wandelaars het bos in lopen.", "De senaat", "wandelaars het bos in lopen"),
    ("nl", "De dijk is lek. De senaat stelde dat vast.", "De senaat", "De dijk is lek"),
    ("nl", "De dijk is lek. De senaat spreekt dat bericht tegen.", "De senaat", "De dijk is lek"),
]  # fmt: skip



@pytest.mark.parametrize(("language", "text", "source", "content"), UNCLOSED)
def test_a_quotation_without_a_closing_mark_ends_before_its_frame(language, text, source, content):
    assert read(language, text)[0][:2] == (source, content)


REACTIONS = [
    ("nl", "“Larie.” Zo reageert de voorzitter op de berichten dat hij vertrekt.", "de voorzitter", "Larie"),
    ("nl", "“Dat is gelogen.” Zo reageerde de zanger op het bericht dat hij stopt.", "de zanger", "Dat is gelogen"),
    ("en", "“Rubbish.” So responded the mayor to claims that he cheated.", "the mayor", "Rubbish"),
    ("nl", "De schipper reageert op de kritiek dat de haven sluit.", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "source", "content"), REACTIONS)
def test_what_is_reacted_to_is_not_the_reaction(language, text, source, content):
    named = [found[:2] for found in read(language, text) if found[0]]
    assert named == ([(source, content)] if source else [])


FRONTED = [
    ("De aantijging dat zij geld wegsluisde, wijst penningmeester Lotte Prins van de hand.",
     "penningmeester Lotte Prins", "zij geld wegsluisde", "denies"),
    ("De bewering dat de dam lek is, noemt dijkgraaf Visser onzin.", "dijkgraaf Visser", "de dam lek is", "denies"),
    ("Het gerucht dat de trein stopt, spreekt de vervoerder tegen.", "de vervoerder", "de trein stopt", "denies"),
    ("De claim dat hij loog, heeft trainer Bakker ontkend.", "trainer Bakker", "hij loog", "denies"),
    ("De klacht dat het park vol lag, noemt de schepen overdreven.", "de schepen", "De klacht dat het park vol lag", "asserts"),
    ("De kritiek op de tunnel wees de bouwer van de hand.", "de bouwer", "De kritiek op de tunnel", "denies"),
    ("De tunnel lekt. Dat gerucht ontkent de bouwer.", "de bouwer", "De tunnel lekt", "denies"),
    ("De klacht bevestigt het beeld van een slordig bedrijf.", "De klacht", "het beeld van een slordig bedrijf", "confirms"),
    ("Het rapport noemt de minister een leugenaar.", "Het rapport", "de minister een leugenaar", "asserts"),
    ("De schilder die de kritiek kent, ontkent de fraude.", "De schilder die de kritiek kent", "de fraude", "denies"),
    ("De dijk is lek. Het bericht wordt tegengesproken door het waterschap.", "het waterschap", "De dijk is lek", "denies"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content", "stance"), FRONTED)
def test_a_noun_in_front_of_its_verb_is_what_is_judged_and_no_speaker(text, source, content, stance):
    assert read("nl", text) == [(source, content, stance)]


@pytest.mark.parametrize(("language", "text", "source", "content"), [*LAST_VERB, *ACRONYMS, *BEHIND_CLAUSE, *OVER_RELATIVE, *SET_IN, *WITH_THAT])
def test_a_statement_has_its_source_and_content(language, text, source, content):
    assert [found[:2] for found in read(language, text)] == [(source, content)]


@pytest.mark.parametrize(("language", "text"), NO_CLAUSE)
def test_no_statement_is_read_where_nobody_states_one(language, text):
    assert read(language, text) == []


def test_what_a_relative_clause_calls_somebody_ends_at_its_comma():
    found = read("en", "The clerk alleges that Mr Dunn, whom the coach called a cheat, forged the letter.")
    assert [f[:2] for f in found] == [
        ("The clerk", "Mr Dunn, whom the coach called a cheat, forged the letter"), ("the coach", "a cheat"),
    ]  # fmt: skip


def test_a_phrase_between_commas_leaves_both_halves_of_its_clause():
    document, claims = read_text("De sluis bleef, volgens de schipper, tot maandag dicht.", "nl")
    [claim] = voiced(claims)
    assert sorted(span.of(document.text) for span in (claim.span, *claim.more_spans)) == ["De sluis bleef", "tot maandag dicht"]
