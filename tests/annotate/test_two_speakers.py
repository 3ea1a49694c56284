"""Two speakers in one sentence: each states its own part, and nobody states the other's."""

import pytest
from attribution_markup import read_all

RIVAL_PHRASES = [
    ("nl", "Volgens de bakker zijn er tien broden mislukt, volgens de kok slechts twee.",
     [("de bakker", "zijn er tien broden mislukt"), ("de kok", "slechts twee")]),
    ("nl", "Volgens de bond waren er duizend stakers, volgens de directie zijn het er driehonderd.",
     [("de bond", "waren er duizend stakers"), ("de directie", "zijn het er driehonderd")]),
    ("nl", "Volgens de club is de trainer ziek, volgens zijn broer is hij ontslagen.",
     [("de club", "is de trainer ziek"), ("zijn broer", "is hij ontslagen")]),
    ("en", "According to the baker 12 loaves burned, according to the cook two.",
     [("the baker", "12 loaves burned"), ("the cook", "two")]),
    ("en", "According to the union 900 people marched, according to the mayor 300.",
     [("the union", "900 people marched"), ("the mayor", "300")]),
    ("en", "According to the club the coach is ill, according to his brother he was sacked.",
     [("the club", "the coach is ill"), ("his brother", "he was sacked")]),
    ("nl", "Volgens de bakker en de kok zijn er tien broden mislukt.",
     [("de bakker en de kok", "zijn er tien broden mislukt")]),
    ("en", "According to the 40 members the club is bankrupt.", [("the 40 members", "the club is bankrupt")]),
]  # fmt: skip
SECOND_SPEAKERS = [
    ("nl", "De trainer zegt dat de ploeg wint, de aanvoerder dat ze verliest.",
     [("De trainer", "de ploeg wint"), ("de aanvoerder", "ze verliest")]),
    ("nl", "De kok beweert dat de soep vers was, de gasten dat ze zuur smaakte en de inspecteur dat ze bedorven was.",
     [("De kok", "de soep vers was"), ("de gasten", "ze zuur smaakte"), ("de inspecteur", "ze bedorven was")]),
    ("nl", "De bakker meldt twaalf kapotte ovens, de bond veertig.",
     [("De bakker", "twaalf kapotte ovens"), ("de bond", "veertig")]),
    ("nl", "De ploeg meldt winst, de bond ontkent.", [("de bond", "winst", "denies"), ("De ploeg", "winst")]),
    ("nl", "Museum meldt diefstal, politie ontkent", [("politie", "diefstal", "denies"), ("Museum", "diefstal")]),
    ("nl", "De kok sprak van pech en de ober noemde het een schande.",
     [("De kok", "pech"), ("de ober", "het een schande")]),
    ("nl", "Hoewel de school spreekt van een grap, noemt de politie het een dreigement.",
     [("de school", "een grap"), ("de politie", "het een dreigement")]),
    ("nl", "De arts noemde het middel veilig en kondigde een proef aan.",
     [("De arts", "het middel veilig"), ("De arts", "een proef")]),
    ("en", "The coach said they would win, Lopez that they would lose.",
     [("The coach", "they would win"), ("Lopez", "they would lose")]),
    ("en", "The baker reported four broken ovens, the union nine.",
     [("The baker", "four broken ovens"), ("the union", "nine")]),
    ("en", "The firm reports profits, the union denies it.",
     [("the union", "profits", "denies"), ("The firm", "profits")]),
    ("en", "The cook called the soup a triumph and the guests called it a disgrace.",
     [("The cook", "the soup a triumph"), ("the guests", "it a disgrace")]),
    ("en", "While the school speaks of a prank, the police call it a threat.",
     [("the school", "a prank"), ("the police", "it a threat")]),
    ("nl", "De bakker meldt drie gewonden, de jongste vijf.", [("De bakker", "drie gewonden, de jongste vijf")]),
    ("nl", "De bakker zegt dat hij het huis zag, het pand dat hij wilde kopen.",
     [("De bakker", "hij het huis zag, het pand dat hij wilde kopen")]),
    ("nl", "De kok sprak van een man die steelt en de gasten bedreigt.",
     [("De kok", "een man die steelt en de gasten bedreigt")]),
    ("nl", "De bond noemde het plan slecht en duur.", [("De bond", "het plan slecht en duur")]),
    ("nl", "De kok zegt dat de ober liegt, de gast zwijgt en de hond blaft.",
     [("De kok", "de ober liegt, de gast zwijgt en de hond blaft")]),
    ("en", "The baker said the oven was broken, the idea that he lied was absurd.",
     [("The baker", "the oven was broken, the idea that he lied was absurd")]),
    ("en", "The mayor spoke of a fire and the damage reported in town.",
     [("The mayor", "a fire and the damage reported in town")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "claims"), RIVAL_PHRASES)
def test_two_phrases_for_a_source_share_a_sentence_and_a_counted_source_stays_whole(language, text, claims):
    assert read_all(text, language) == claims


@pytest.mark.parametrize(("language", "text", "claims"), SECOND_SPEAKERS)
def test_a_second_speaker_ends_the_content_of_the_first_and_what_only_looks_like_one_does_not(language, text, claims):
    assert read_all(text, language) == claims
