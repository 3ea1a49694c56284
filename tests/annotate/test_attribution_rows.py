"""Families of words that announce, doubt or deny, each with sentences in which they state nothing. Everybody is fictional."""

import pytest
from attribution_markup import overlap, read_markup, read_text, touches, voiced

STATED = [
    ("nl", "claimed", "<source>De schepen</source> <cue>geeft</cue> mee dat <content>het zwembad pas in juni opengaat</content>."),
    ("nl", "claimed", "<source>De rechter</source> <cue>zet</cue> uiteen dat <content>de huurder op tijd heeft betaald</content>."),
    ("nl", "claimed", "<source>Een nieuwe enquête</source> <cue>laat</cue> zien dat <content>de helft van de kappers overwerkt is</content>."),
    ("nl", "claimed", "<source>De fractieleider</source> <cue>liet</cue> uitschijnen dat <content>er nog een kandidaat was</content>."),
    ("nl", "claimed", "<source>De stuurman</source> <cue>is</cue> formeel: <content>er was niemand meer aan boord</content>."),
    ("nl", "hedged", "<source>De wethouder</source> kan <content>een tweede sloop</content> niet <cue>uitsluiten</cue>."),
    ("nl", "hedged", "<source>De regisseur</source> <cue>weigert</cue> uit te sluiten dat <content>de première wordt verschoven</content>."),
    ("nl", "questioned", "<source>De oppositie</source> <cue>stelt</cue> vragen bij <content>de raming van de kosten</content>."),
    ("nl", "questioned", "<source>De verzekeraar</source> <cue>gelooft</cue> niet in <content>een technisch defect</content>."),
    ("nl", "denied", "<source>De bakker</source> <cue>noemt</cue> <content>de beschuldigingen</content> ongegrond."),
    ("nl", "denied", "<source>De penningmeester</source> <cue>komt</cue> terug op <content>zijn bekentenis van maandag</content>."),
    ("nl", "claimed", "<content>De loods was al maanden leeg</content>, <cue>aldus ook</cue> <source>de buurvrouw</source>."),
    ("nl", "claimed", "<cue>Op gezag van</cue> <source>twee dijkwachters</source> <content>is de polder ontruimd</content>."),
    ("nl", "claimed", "<source>De molenaar</source> heeft <cue>volgens eigen zeggen</cue> <content>de sleutel nooit gehad</content>."),
    ("nl", "claimed", "<source>Het koor</source> <cue>vraagt</cue> om <content>een onafhankelijk onderzoek naar de kas</content>."),
    ("nl", "claimed", "<source>De bond, die</source> erop <cue>rekent</cue> dat <content>de staking lang duurt</content>, zwijgt."),
    ("nl", "questioned", "<source>De reder</source> <cue>is</cue> sceptisch over <content>het nieuwe rooster</content>."),
    ("nl", "denied", "<source>De fabriek</source> <cue>distantieert</cue> zich van <content>de uitspraken van haar oud-directeur</content>."),
    ("en", "claimed", "<source>The coach</source> <cue>reminded</cue> reporters that <content>the squad was young</content>."),
    ("en", "claimed", "<source>The treasurer</source> <cue>made</cue> the case that <content>the roof could wait</content>."),
    ("en", "claimed", "<source>The ferryman</source> <cue>remains</cue> convinced that <content>the tide will turn</content>."),
    ("en", "hedged", "<source>The minister</source> <cue>refused</cue> to rule out <content>a second closure</content>."),
    ("en", "claimed", "<source>The widow</source> <cue>pointed</cue> the finger at <content>the builders</content>."),
    ("en", "questioned", "<source>Teachers</source> <cue>raised</cue> questions about <content>the new marking scheme</content>."),
    ("en", "denied", "<source>The brewer</source> <cue>called</cue> <content>the allegations</content> baseless."),
    ("en", "claimed", "The union left the talks, <cue>writing</cue> that <content>the offer was an insult</content>."),
    ("en", "claimed", "<content>The wall will not hold</content>, <cue>in</cue> <source>her</source> assessment."),
    ("en", "claimed", "By <source>the mayor's</source> own <cue>admission</cue>, <content>the bridge is unsafe</content>."),
    ("en", "claimed", "<source>The tenants</source> <cue>insisted</cue> on <content>a full refund</content>."),
    ("en", "claimed", "<source>Neighbours</source> <cue>described</cue> <content>a loud bang behind the mill</content>."),
]  # fmt: skip
SILENT = [
    ("nl", "De directeur drukt zijn sigaret uit en zet het raam open."),
    ("nl", "De gids liet de toeristen zien waar de molen stond."),
    ("nl", "Het initiatief gaat uit van de bewoners."),
    ("nl", "De politie gaat niet uit van een misdrijf."),
    ("nl", "De winkel is duidelijk zichtbaar vanaf de weg."),
    ("nl", "Het bestuur verlangt naar rust."),
    ("nl", "De keuken is voorzien van een oven."),
    ("nl", "De vrouw denkt aan haar moeder."),
    ("nl", "Ze roept om de hond."),
    ("nl", "De bezette gebieden liggen in de lucht en de bakker lucht zijn bed."),
    ("nl", "De ploeg kwam in mei aan met de trein."),
    ("en", "He submitted the form on Friday."),
    ("en", "The farmer cracked an egg and thanked the cook."),
    ("en", "The parties disagreed with the plan."),
    ("en", "The road remains closed."),
    ("en", "The judge was positive after a test."),
    ("en", "He sat at the desk, writing a letter to his aunt."),
    ("en", "The shop opened in May, boasting a new oven."),
    ("en", "The crowd walked to the square, chanting slogans."),
    ("en", "The Defence Ministry moved to a new building."),
    ("en", "He compared prices at three shops."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "status", "marked"), STATED)
def test_each_family_of_words_gives_its_content_source_and_status(language, status, marked):
    text, expected = read_markup(marked)
    claims = voiced(read_text(text, language)[1])
    best = max(claims, key=lambda claim: overlap(claim.span, expected["content"]), default=None)
    assert best is not None
    assert overlap(best.span, expected["content"]) >= 0.7
    assert touches(best.source, expected.get("source")) or "source" not in expected
    assert touches(best.cue, expected["cue"])
    assert best.status == status


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_their_everyday_senses_state_nothing(language, text):
    assert voiced(read_text(text, language)[1]) == []
