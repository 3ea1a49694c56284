"""Contents that only turn down what was said before, and negative statements that are none."""

import pytest
from attribution_markup import read_text, voiced

from helpers.model import Card
from helpers.pipeline import read_article
from helpers.resources.lexicons import read_lexicon
from helpers.text import build_document

LANGUAGES = ("nl", "en")
ROWS = [(language, row) for language in LANGUAGES for row in read_lexicon(language).rows("denials")]
DENIED = [
    ("nl", "Transportbedrijf Vermaat ontkent dat zijn chauffeurs te lang achter het stuur zaten.", "zijn chauffeurs te lang achter het stuur zaten"),
    ("nl", "'Dat is niet waar', reageert directeur Marga Ketelaar.", "Dat is niet waar"),
    ("nl", "Burgemeester Anja Dorst wijst de beschuldigingen van de hand.", "de beschuldigingen"),
    ("nl", "Schipper Job Terpstra zegt niets met de lozing te maken te hebben.", "niets met de lozing te maken te hebben"),
    ("nl", "De vakbond doet het verhaal af als roddel.", "het verhaal"),
    ("nl", "'Klinkklare onzin', zegt trainer Wim Zuidema.", "Klinkklare onzin"),
    ("nl", "Oud-minister Hella Brinkman noemt de aantijgingen verzonnen.", "de aantijgingen"),
    ("nl", "De partij distantieert zich van de uitspraken van het raadslid.", "de uitspraken van het raadslid"),
    ("nl", "'Er klopt niets van', zei advocaat Stefan Oerlemans.", "Er klopt niets van"),
    ("nl", "De verdachte houdt vol dat hij van het plan niets wist.", "hij van het plan niets wist"),
    ("nl", "Ziekenhuis Sint-Walburga weerspreekt dat patiënten op de gang lagen.", "patiënten op de gang lagen"),
    ("nl", "Garagehouder Wout Steenman bestrijdt met klem dat hij kilometerstanden terugdraaide.", "hij kilometerstanden terugdraaide"),
    ("nl", "Wethouder Carla Bos betwist de lezing van de aannemer.", "de lezing van de aannemer"),
    ("nl", "De omroep noemt het bericht pertinent onwaar.", "het bericht"),
    ("nl", "'Niets van waar', mailt zaakvoerder Bram Pauwels.", "Niets van waar"),
    ("nl", "Dat verhaal klopt van geen kanten, bezweert de slager.", "Dat verhaal klopt van geen kanten"),
    ("nl", "De commandant verwerpt de aantijging dat zijn mannen hebben geplunderd.", "zijn mannen hebben geplunderd"),
    ("nl", "De fractie werpt de verdenking verre van zich.", "de verdenking"),
    ("nl", "Kapitein Lies Mulder houdt vol dat zij er niets mee te maken heeft.", "zij er niets mee te maken heeft"),
    ("nl", "Onzin, zegt de beheerder van het zwembad.", "Onzin"),
    ("nl", "'Daar weten wij niets van', klinkt het bij de rederij.", "Daar weten wij niets van"),
    ("nl", "Het is niet waar dat de kas leeg is, benadrukt voorzitter Aad Smit.", "Het is niet waar dat de kas leeg is"),
    ("nl", "'Die beschuldiging is volledig uit de lucht gegrepen', reageert de stichting.", "Die beschuldiging is volledig uit de lucht gegrepen"),
    ("nl", "Van zo'n afspraak is nooit sprake geweest, zegt notaris Elke Maes.", "Van zo'n afspraak is nooit sprake geweest"),
    ("nl", "De trainer ontkende in alle toonaarden dat hij de scheidsrechter had geduwd.", "hij de scheidsrechter had geduwd"),
    ("nl", "'Ik heb dat nooit gezegd', verdedigt raadslid Tom Gils zich.", "Ik heb dat nooit gezegd"),
    ("nl", "De directie doet de klachten af als bangmakerij.", "de klachten"),
    ("nl", "Het klooster neemt afstand van de preek.", "de preek"),
    ("nl", "De verhalen over spoken in de toren berusten op fantasie, zegt koster Piet Arends.", "De verhalen over spoken in de toren berusten op fantasie"),
    ("nl", "'Dat is gewoon gelogen', appt de uitbater.", "Dat is gewoon gelogen"),
    ("nl", "Van dat hele verhaal klopt niets, zegt Mia Stam, voorzitster van het gilde.", "Van dat hele verhaal klopt niets"),
    ("nl", "Pure laster, reageert Anna Pot.", "Pure laster"),
    ("nl", "De slager omschrijft de aantijging als een leugen.", "de aantijging"),
    ("nl", "De slager zegt zoiets nooit te hebben gezegd.", "zoiets nooit te hebben gezegd"),
    ("en", "Haulier Brackwell Freight denied that its drivers had skipped their breaks.", "its drivers had skipped their breaks"),
    ("en", "Councillor Mina Oakes said the allegation was untrue.", "the allegation was untrue"),
    ("en", '"That is simply not true," said the headmaster, Colin Frayne.', "That is simply not true"),
    ("en", "The airline dismissed the reports as gossip.", "the reports"),
    ("en", "Farmer Ted Ruddle said he had nothing to do with the fire.", "he had nothing to do with the fire"),
    ("en", "The mayor, Joan Pell, rejected claims that the bridge was unsafe.", "the bridge was unsafe"),
    ("en", "Ms Harlow, who denies any wrongdoing, will appear in court on Friday.", "any wrongdoing"),
    ("en", "Coach Neil Arkwright called the story a fabrication.", "the story"),
    ("en", "The bank refuted the accusations.", "the accusations"),
    ("en", "Warden Paul Kitson brushed aside talk of a cover-up.", "talk of a cover-up"),
    ("en", '"There is no truth in any of this," her lawyer, Amir Doyle, told reporters.', "There is no truth in any of this"),
    ("en", "The clerk insisted she knew nothing of the second account.", "she knew nothing of the second account"),
    ("en", "The charity has distanced itself from the leaflet.", "the leaflet"),
    ("en", "Landlord Silas Crewe flatly denied evicting the tenants.", "evicting the tenants"),
    ("en", "The union contested the minister's version.", "the minister's version"),
    ("en", '"Rubbish," said the signalman, Otto Vance.', "Rubbish"),
    ("en", "Pilot Dana Reyes said she had played no part in the smuggling.", "she had played no part in the smuggling"),
    ("en", "The claim is false, the ministry said in a statement.", "The claim is false"),
    ("en", "The governor said no such order was given.", "no such order was given"),
    ("en", '"I never said that," Alderman Roy Pitts told the Herald.', "I never said that"),
    ("en", "The museum rejected the accusation that it had bought stolen coins.", "it had bought stolen coins"),
    ("en", "Trainer Lorna Baird described the allegations as completely false.", "the allegations"),
    ("en", "The company said there was no truth in the rumour.", "there was no truth in the rumour"),
    ("en", "The regiment denies that its men looted the shops.", "its men looted the shops"),
    ("en", "Bishop Alan Tower disavowed the sermon.", "the sermon"),
    ("en", "It is untrue that the well was poisoned, the doctor said.", "It is untrue that the well was poisoned"),
    ("en", "\"We don't recognise those figures,\" a spokesman for the rail firm said.", "We don't recognise those figures"),
    ("en", "The duke's lawyers said the story was made up.", "the story was made up"),
    ("en", "The suspect swore he had nothing to do with the burglary.", "he had nothing to do with the burglary"),
    ("en", "The principal shrugged off suggestions that exams had leaked.", "exams had leaked"),
    ("en", "\"It's a lie,\" shouted the carter.", "It's a lie"),
    ("en", "The miller repudiated the confession.", "the confession"),
    ("en", "A spokesman for the zoo dismissed such talk as speculation.", "such talk"),
    ("en", "The bishop called the story complete fiction.", "the story"),
    ("en", "Nonsense, the neighbour said.", "Nonsense"),
]  # fmt: skip
NEGATIVE_STATEMENTS = [
    ("nl", "Er was die avond niemand op de kade, zegt getuige Kees Manders.", "Er was die avond niemand op de kade"),
    ("nl", "'Wij hebben nog nooit zoveel water gezien', zegt boerin Truus Abbink.", "Wij hebben nog nooit zoveel water gezien"),
    ("nl", "Geen van de lampen brandde, verklaart conducteur Hans Vlot.", "Geen van de lampen brandde"),
    ("nl", "Volgens de school is er geen leerling naar huis gestuurd.", "is er geen leerling naar huis gestuurd"),
    ("nl", "De boswachter zegt dat het hek niet op slot zat.", "het hek niet op slot zat"),
    ("nl", "Er is geen euro verloren gegaan, verzekert de penningmeester.", "Er is geen euro verloren gegaan"),
    ("nl", "De arts zegt dat de wond niet diep was.", "de wond niet diep was"),
    ("nl", "'Ik ben geen kok', zei de jongen.", "Ik ben geen kok"),
    ("nl", "Volgens de politie is er van een verdachte nog geen sprake.", "is er van een verdachte nog geen sprake"),
    ("nl", "'Ik weet niet waar de sleutel ligt', zei de conciërge.", "Ik weet niet waar de sleutel ligt"),
    ("nl", "De vorst heeft niets met de sterfte te maken, zegt imker Ger Roos.", "De vorst heeft niets met de sterfte te maken"),
    ("nl", "'Dat klopt niet met wat wij hebben gezien', zegt de boswachter.", "Dat klopt niet met wat wij hebben gezien"),
    ("nl", "De schilder zegt dat de kleur van de deur niet juist is.", "de kleur van de deur niet juist is"),
    ("nl", "'Dat is niet waar wij op hoopten', zei de coach.", "Dat is niet waar wij op hoopten"),
    ("nl", "De rector zegt dat de bel niet gaat en dat de deur dicht blijft.", "de bel niet gaat en dat de deur dicht blijft"),
    ("nl", "'Dat is niet zo erg', zei de verpleger.", "Dat is niet zo erg"),
    ("nl", "Het station is vandaag niet open, zegt de NS.", "Het station is vandaag niet open"),
    ("nl", "'Het was een leugen van jaren', zei de weduwe.", "Het was een leugen van jaren"),
    ("nl", "'Niemand heeft ons iets gevraagd', zegt buurvrouw Jo.", "Niemand heeft ons iets gevraagd"),
    ("nl", "Dat boeren staken, zegt minister Anna Pot in de krant.", "boeren staken"),
    ("nl", "De slager vindt het plan onzin.", "het plan onzin"),
    ("en", "Nobody saw the lorry leave, said neighbour Ivy Marsh.", "Nobody saw the lorry leave"),
    ("en", '"We have never had so much rain," said farmer Bert Olley.', "We have never had so much rain"),
    ("en", "The vicar said no bell had rung that night.", "no bell had rung that night"),
    ("en", "According to the school, none of the pupils was sent home.", "none of the pupils was sent home"),
    ("en", "The ranger said the gate was not locked.", "the gate was not locked"),
    ("en", "The weather had nothing to do with the delay, the porter said.", "The weather had nothing to do with the delay"),
    ("en", '"I am no cook," the boy said.', "I am no cook"),
    ("en", "The clerk said nobody had crossed the yard.", "nobody had crossed the yard"),
    ("en", "The coach said it was not true to form.", "it was not true to form"),
    ("en", '"That is not so bad," the nurse said.', "That is not so bad"),
    ("en", "The teacher said false teeth were found on the bus.", "false teeth were found on the bus"),
    ("en", "The officer said she had no plan to resign.", "she had no plan to resign"),
    ("en", "The baker said the recipe was not correct.", "the recipe was not correct"),
    ("en", "The judge said the witness had told lies for years.", "the witness had told lies for years"),
    ("en", "The guard said the alarm was false and that he went back to bed.", "the alarm was false and that he went back to bed"),
    ("en", '"There is no bus on Sundays," the driver said.', "There is no bus on Sundays"),
    ("en", "The pollster said he knew nothing of football.", "he knew nothing of football"),
    ("en", "The vet said the dog had no part of its tail left.", "the dog had no part of its tail left"),
    ("en", "The farmer said it never rained in June.", "it never rained in June"),
    ("en", "The critic called the novel fiction.", "the novel fiction"),
    ("en", "The bank described the notes as false.", "the notes as false"),
]  # fmt: skip
JUDGED_OTHERWISE = [
    ("nl", "De bakker bevestigt dat het bericht niet klopt.", "confirmed"),
    ("nl", "De verzekeraar vermoedt dat het verhaal niet klopt.", "hedged"),
    ("en", "The baker admitted that the story was untrue.", "confirmed"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "content"), DENIED)
def test_a_denial_of_many_forms_is_denied_with_its_content(language, text, content):
    document, claims = read_text(text, language)
    claim, = voiced(claims)
    assert (claim.status, claim.span.of(document.text)) == ("denied", content)


@pytest.mark.parametrize(("language", "text", "content"), NEGATIVE_STATEMENTS)
def test_a_negative_statement_is_no_denial(language, text, content):
    document, claims = read_text(text, language)
    claim, = voiced(claims)
    assert (claim.status, claim.span.of(document.text)) == ("claimed", content)


@pytest.mark.parametrize(("language", "text", "status"), JUDGED_OTHERWISE)
def test_who_confirms_or_suspects_a_denial_does_not_deny(language, text, status):
    claim, = voiced(read_text(text, language)[1])
    assert claim.status == status


@pytest.mark.parametrize(("language", "row"), ROWS, ids=[row.row_id for _, row in ROWS])
def test_the_example_of_every_row_is_a_denial_and_decided_by_that_row(language, row):
    claim, = voiced(read_text(row["example"], language)[1])
    assert claim.status == "denied"
    assert row["use"] != "whole" or row.row_id in claim.rule


def test_what_a_denial_turns_down_is_said_with_yes_so_that_nothing_turns_round_twice():
    claim, = voiced(read_text("De bode zegt dat hij niets met de diefstal te maken heeft.", "nl")[1])
    assert (claim.stance, claim.polarity) == ("denies", "positive")
    claim, = voiced(read_text("De bode zegt dat er niemand in de hal was.", "nl")[1])
    assert (claim.stance, claim.polarity) == ("asserts", "negative")


def test_only_a_content_of_nothing_but_denials_is_one():
    claim, = voiced(read_text("“Dat klopt niet. Klinkklare onzin!”, zegt de bode.", "nl")[1])
    assert claim.status == "denied"
    claim, = voiced(read_text("“Dat klopt niet. De hal was dicht.”, zegt de bode.", "nl")[1])
    assert claim.status == "claimed"


ANSWERS = [
    ("nl", "De dijk is lek, zegt boer Jan Pot. Dat klopt niet, reageert dijkgraaf Anna Bos.", True),
    ("nl", "Volgens boer Jan Pot is de dijk lek.\n\n“Onzin”, zegt dijkgraaf Anna Bos.", True),
    ("en", "Ted Ruddle said the mayor lit the fire. Joan Pell said she had nothing to do with it.", True),
    # the same speaker, the newsroom, and what stands farther off
    ("nl", "“De dijk is lek”, zegt boer Jan Pot. “Dat klopt niet”, zegt Jan Pot later.", False),
    ("en", "The dam leaks. That is untrue, said mayor Joan Pell.", False),
    ("en", "Ted Ruddle said the dam leaked. Rain fell all week. That is untrue, said mayor Joan Pell.", False),
]


@pytest.mark.parametrize(("language", "text", "answers"), ANSWERS)
def test_a_denial_answers_what_another_source_said_right_before_it(language, text, answers):
    first, *_, denial = read_article(build_document(text, Card("a.txt", language=language))).claims
    assert denial.status == "denied"
    assert denial.responds_to_claim_id == (first.claim_id if answers else "")
