"""Contents are whole: the second clause, the second piece and the figure belong to the source, a frame to nobody."""

import pytest
from attribution_markup import read_all

SECOND_CLAUSES = [
    ("nl", "Volgens de boswachter viel de boom om en brak hij een hek.",
     [("de boswachter", "viel de boom om en brak hij een hek")]),
    ("nl", "Volgens de kok is de soep bedorven en moet de keuken dicht.",
     [("de kok", "is de soep bedorven en moet de keuken dicht")]),
    ("nl", "Volgens de trainer staken fans vlaggen aan en namen ze de tribune in.",
     [("de trainer", "staken fans vlaggen aan en namen ze de tribune in")]),
    ("nl", "De oven is kapot, zei de bakker, en het brood is verbrand.",
     [("de bakker", "De oven is kapot | het brood is verbrand")]),
    ("en", "According to the ranger, the tree fell and crushed a fence.",
     [("the ranger", "the tree fell and crushed a fence")]),
    ("en", "Vela said the thieves crossed the yard and emptied the shed.",
     [("Vela", "the thieves crossed the yard and emptied the shed")]),
    ("en", "The oven is broken, the baker said, and the bread is burnt.",
     [("the baker", "The oven is broken | the bread is burnt")]),
    ("nl", "De oven is kapot, zei de bakker, en hij liep weg.",
     [("de bakker", "De oven is kapot"), ("-", "en hij liep weg")]),
    ("en", "The cook said the soup was bad and walked out of the room.",
     [("The cook", "the soup was bad"), ("-", "and walked out of the room")]),
    ("en", "The oven is broken, the baker said, and she left.",
     [("the baker", "The oven is broken"), ("-", "and she left")]),
]  # fmt: skip
AGENTS = [
    ("nl", "De diefstal werd door een medewerker van het museum bevestigd.",
     [("een medewerker van het museum", "De diefstal", "confirms")]),
    ("nl", "De ruzie is door omwonenden bevestigd.", [("omwonenden", "De ruzie", "confirms")]),
    ("nl", "De schade wordt door kenners geraamd op vier ton.", [("kenners", "De schade | op vier ton")]),
    ("nl", "De oogst wordt door de telers geschat op 30 ton.", [("de telers", "De oogst | op 30 ton")]),
    ("nl", "De soep werd door de kok op tafel gezet.", [("-", "De soep werd door de kok op tafel gezet.")]),
]  # fmt: skip
CUT_IN_TWO = [
    ("nl", "De ladder is, waarschuwen brandweerlieden, te kort.", [("brandweerlieden", "De ladder is | te kort")]),
    ("nl", "De oven wordt, vreest de bakker, te duur.", [("de bakker", "De oven wordt | te duur")]),
    ("nl", "De oude stenen oven van de bakkerij is volgens de kok niet kapot.",
     [("de kok", "De oude stenen oven van de bakkerij is | niet kapot", "negative")]),
    ("nl", "De winkel sluit, aldus directeur Wolters maandag.", [("directeur Wolters", "De winkel sluit")]),
    ("nl", "De bewering dat de soep bedorven was, klopt volgens de kok niet.",
     [("de kok", "de soep bedorven was", "denies")]),
    ("nl", "De krant meldt op gezag van artsen dat het middel werkt.", [("De krant", "het middel werkt")]),
    ("en", "The ladder is, firefighters warn, too short.", [("firefighters", "The ladder is | too short")]),
    ("en", "The roof was, the tenants said, in ruins.", [("the tenants", "The roof was | in ruins")]),
    ("en", "The old stone oven of the bakery is, according to the cook, not broken.",
     [("the cook", "The old stone oven of the bakery is | not broken", "negative")]),
    ("nl", "De winkel sluit niet, zegt Wolters, omdat er niemand klaagt.",
     [("Wolters", "De winkel sluit niet | omdat er niemand klaagt", "negative")]),
    ("nl", "De winkel is dicht, zegt Wolters, en niemand klaagt.",
     [("Wolters", "De winkel is dicht"), ("-", "en niemand klaagt", "negative")]),
]  # fmt: skip
SET_APART = [
    ("nl", "De kok zegt dat de rook op brand wijst, niet op damp.",
     [("De kok", "de rook op brand wijst, niet op damp")]),
    ("nl", "De bakker zegt dat het brood met gist is gebakken, niet met zuur.",
     [("De bakker", "het brood met gist is gebakken, niet met zuur")]),
    ("nl", "De trainer zegt dat de ploeg door pech verloor, niet door luiheid.",
     [("De trainer", "de ploeg door pech verloor, niet door luiheid")]),
    ("en", "The cook said the smoke came from the oven, not from the stove.",
     [("The cook", "the smoke came from the oven, not from the stove")]),
    ("nl", "De kok zegt dat de rook, anders dan de damp, niet wit is.",
     [("De kok", "de rook, anders dan de damp, niet wit is", "negative")]),
    ("en", "The cook said that the smoke, unlike the steam, was not white.",
     [("The cook", "the smoke, unlike the steam, was not white", "negative")]),
]  # fmt: skip
PRINT = [
    ("nl", "Uit een brief die de krant heeft ingezien blijkt dat de kok loog.", [("een brief", "de kok loog")]),
    ("nl", "Uit een nota die deze redactie kon inzien blijkt dat de oven kapot was.",
     [("een nota", "de oven kapot was")]),
    ("nl", "Uit een verslag dat de omroep heeft opgevraagd blijkt dat de bus te laat reed.",
     [("een verslag", "de bus te laat reed")]),
    ("nl", "De krant heeft een brief ingezien.", [("-", "De krant heeft een brief ingezien.")]),
]  # fmt: skip
HEADLINES = [
    ("nl", "Rechter: bakker moet betalen\n\nHet regent.", [("Rechter", "bakker moet betalen"), ("-", "Het regent.")]),
    ("nl", "Burgemeester Smal: markt is veilig\n\nHet regent.",
     [("Burgemeester Smal", "markt is veilig"), ("-", "Het regent.")]),
    ("nl", "Experts: dak kan instorten\n\nHet regent.", [("Experts", "dak kan instorten"), ("-", "Het regent.")]),
    ("en", "Judge: baker must pay\n\nIt rains.", [("Judge", "baker must pay"), ("-", "It rains.")]),
    ("en", "Mayor Small: market is safe\n\nIt rains.", [("Mayor Small", "market is safe"), ("-", "It rains.")]),
    ("en", "Farmers: drought ruined the harvest\n\nIt rains.",
     [("Farmers", "drought ruined the harvest"), ("-", "It rains.")]),
    ("nl", "Brand in bakkerij: drie ovens zijn kapot\n\nHet regent.",
     [("-", "Brand in bakkerij: drie ovens zijn kapot"), ("-", "Het regent.")]),
    ("nl", "Politie zoekt getuigen: dader is voortvluchtig\n\nHet regent.",
     [("-", "Politie zoekt getuigen: dader is voortvluchtig"), ("-", "Het regent.")]),
    ("en", "Fire in bakery: three ovens were lost\n\nIt rains.",
     [("-", "Fire in bakery: three ovens were lost"), ("-", "It rains.")]),
]  # fmt: skip
TAILS = [
    ("nl", "Het gerucht dat de winkel sluit, noemt Wolters onzin.", [("Wolters", "de winkel sluit", "denies")]),
    ("nl", "Het verhaal dat de kok loog, noemt de ober onzin.",
     [("de ober", "Het verhaal dat de kok loog", "denies")]),
    ("nl", "De oven lekt, zegt een kok die niet met naam genoemd wil worden.", [("een kok", "De oven lekt")]),
    ("en", "The oven leaks, said a cook who wished to remain anonymous.", [("a cook", "The oven leaks")]),
    ("nl", "De oven lekt, zegt Wolters, die de winkel in 2020 kocht.",
     [("Wolters", "De oven lekt"), ("-", "de winkel in 2020 kocht")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "claims"), SECOND_CLAUSES)
def test_a_second_clause_belongs_to_the_source_and_an_act_of_the_speaker_does_not(language, text, claims):
    assert read_all(text, language) == claims


@pytest.mark.parametrize(("language", "text", "claims"), AGENTS)
def test_an_agent_ends_before_its_participle_and_an_estimate_keeps_its_figure(language, text, claims):
    assert read_all(text, language) == claims


@pytest.mark.parametrize(("language", "text", "claims"), CUT_IN_TWO)
def test_a_content_cut_in_two_keeps_both_pieces_and_the_negation_of_either(language, text, claims):
    assert read_all(text, language) == claims


@pytest.mark.parametrize(("language", "text", "claims"), PRINT)
def test_what_is_seen_in_a_document_is_what_the_document_says(language, text, claims):
    assert read_all(text, language) == claims


@pytest.mark.parametrize(("language", "text", "claims"), HEADLINES)
def test_a_headline_has_a_speaker_before_its_colon_and_another_colon_has_none(language, text, claims):
    assert read_all(text, language) == claims


@pytest.mark.parametrize(("language", "text", "claims"), TAILS)
def test_a_frame_leaves_no_stray_claim_behind_and_news_about_a_source_stays(language, text, claims):
    assert read_all(text, language) == claims


@pytest.mark.parametrize(("language", "text", "claims"), SET_APART)
def test_what_a_content_sets_apart_behind_a_comma_does_not_make_it_negative(language, text, claims):
    assert read_all(text, language) == claims
