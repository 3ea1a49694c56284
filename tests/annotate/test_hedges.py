"""How sure a source says to be: hedges with their scope, and words that only look like one."""

import pytest
from attribution_markup import read_text, voiced

UNSURE = [
    # what a clause set in between parts from its hedge
    ("nl", "De loods die in maart instortte, is vermoedelijk te zwaar beladen geweest, zegt de inspecteur."),
    ("nl", "De inspecteur zegt dat de loods, die in maart instortte, mogelijk te zwaar beladen was."),
    ("nl", "Ook in Terlo, waar de kerk al leegstaat, kan de schade volgens de koster nog oplopen."),
    ("en", "The warehouse, which fell in March, may have been overloaded, the inspector said."),
    # part of it in quotation marks
    ("nl", "Volgens het rapport kan de kade 'misschien nog jaren' mee."),
    ("en", "According to the survey, the quay ‘may outlive’ its owners."),
    ("nl", "De keuringsdienst acht het 'zeer wel denkbaar' dat de klep openstond."),
    # what a source calls it
    ("nl", "Kenners achten een storing in de kraan het waarschijnlijkst."),
    ("nl", "Toch acht zij een kabelbreuk aannemelijker."),
    ("nl", "De coach noemt een terugkeer van zijn spits mogelijk."),
    ("en", "The coach described a comeback as likely."),
    # a speaker's own words
    ("nl", "‘Waarschijnlijk stond de oven nog aan’, zei de bakker."),
    ("nl", "‘Een marter, denk ik’, zei de boswachter."),
    ("nl", "‘Ik vrees dat de oogst verloren is’, zei de boer."),
    ("en", "“I fear the harvest is lost,” the farmer said."),
    ("en", "“It was probably a fox,” said the keeper."),
    # an admission that it may be so confirms nothing
    ("nl", "De directie gaf toe dat er mogelijk fouten zijn gemaakt."),
    ("en", "The board conceded that mistakes may have been made."),
    # a memory, a suspicion that is told of
    ("nl", "De getuige meende zich te herinneren dat het hek openstond."),
    ("nl", "De voogd zegt te vermoeden dat het hek openstond."),
    ("en", "The guardian said she feared that the gate had been open."),
    ("nl", "De brandweer spreekt van een mogelijke brandstichting."),
]  # fmt: skip
SURE = [
    # what can be done, is made so, or is a measure
    ("nl", "De dijkgraaf zegt dat herstel binnen een jaar mogelijk is."),
    ("nl", "De dijkgraaf zegt dat de pomp het mogelijk maakt om water weg te voeren."),
    ("nl", "De dijkgraaf belooft alles mogelijk te maken voor het feest."),
    ("nl", "De dijkgraaf zegt dat het water zo snel mogelijk weg moet."),
    ("nl", "De dijkgraaf zegt dat zwemmen niet mogelijk is."),
    ("nl", "‘Er kwamen misschien twintig mensen’, zei de organisator."),
    ("en", "“Perhaps twenty people came,” the organiser said."),
    # permission and plans
    ("nl", "De school zegt dat leerlingen binnen mogen blijven."),
    ("nl", "De school zegt dat leerlingen vanaf maandag weer kunnen zwemmen."),
    ("en", "The school said pupils may only swim on Mondays."),
    ("en", "The school said the pool will reopen in May."),
    # likeness, and what is seen
    ("nl", "Volgens de gids lijkt de toren op een vuurtoren."),
    ("en", "The agent said the singer appeared on television."),
    # a hedge in another clause, or in somebody else's words
    ("nl", "De schipper zegt dat het roer brak, maar dat hij mogelijk te hard voer."),
    ("nl", "De schipper zegt dat hij een man zag die misschien dronken was."),
    ("nl", "De schipper zegt dat op de deur stond: ‘Misschien morgen open.’"),
    # a plain opinion or judgement
    ("nl", "Naar haar inschatting begint de winter pas in januari."),
    ("en", "The grocer reckoned that the street was too quiet."),
    ("nl", "De moeder heeft het gevoel dat de school te lang heeft gezwegen."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), UNSURE)
def test_a_hedge_in_the_main_clause_of_a_content_makes_it_unsure(language, text):
    claim, *_ = voiced(read_text(text, language)[1])
    assert claim.status == "hedged"


@pytest.mark.parametrize(("language", "text"), SURE)
def test_what_only_looks_like_a_hedge_leaves_a_claim_certain(language, text):
    claim, *_ = voiced(read_text(text, language)[1])
    assert (claim.status, claim.certainty) == ("claimed", "certain")


def test_a_confirmation_without_a_hedge_stays_one():
    claim, = voiced(read_text("De directie gaf toe dat er fouten zijn gemaakt.", "nl")[1])
    assert claim.status == "confirmed"


NEWSROOM = [
    ("nl", "Mogelijk is de molen verzakt.", "possible"),
    ("nl", "De oven is waarschijnlijk door een gaslek ontploft.", "probable"),
    ("nl", "Wellicht blijft het zwembad dicht.", "possible"),
    ("nl", "Vermoedelijk sliep de wachter.", "probable"),
    ("nl", "Het lijkt erop dat de kermis doorgaat.", "probable"),
    ("nl", "Het ziet ernaar uit dat de school sluit.", "probable"),
    ("nl", "De school schijnt dicht te zijn.", "probable"),
    ("en", "Possibly the kiln exploded.", "possible"),
    ("en", "The choir will probably sing again.", "probable"),
    ("en", "It appears that the school is closed.", "probable"),
    ("en", "The mill may have been sold.", "possible"),
    # no hedge of the newsroom
    ("nl", "De molen lijkt op een kerk.", "certain"),
    ("nl", "Herstel van de molen is mogelijk.", "certain"),
    ("nl", "De zon schijnt te vroeg.", "certain"),
    ("nl", "De bakker zag een man die misschien sliep.", "certain"),
    ("en", "May was wet.", "certain"),
    ("en", "Perhaps twenty people came.", "certain"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "certainty"), NEWSROOM)
def test_a_hedge_of_the_newsroom_shows_in_the_certainty_and_changes_no_status(language, text, certainty):
    claim, = (claim for claim in read_text(text, language)[1] if claim.voice == "newsroom")
    assert (claim.certainty, claim.status) == (certainty, "reported")
