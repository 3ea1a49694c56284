"""Objects that nobody states, beside objects of the same verbs that somebody does."""

import pytest
from attribution_markup import read_text, voiced

THINGS = [
    ("nl", "De renner claimde zijn prijs."),
    ("nl", "De schaakster claimt de wereldtitel."),
    ("nl", "De reiziger eiste zijn koffer op."),
    ("nl", "De directeur wees naar de basisschool."),
    ("nl", "De gids wees op een kasteel aan de overkant."),
    ("nl", "Zij bevestigde het gordijn aan de muur."),
    ("nl", "De monteur bevestigt een zender op het dak."),
    ("nl", "De wacht ontkende hem toegang tot het dok."),
    ("en", "The winner claimed his prize."),
    ("en", "She claimed the world title in Oslo."),
    ("en", "The guard denied entry to the reporters."),
    ("en", "The guard denied him access."),
    ("en", "The guard denied the reporters entry."),
    ("en", "The clerk confirmed my booking."),
    ("en", "The twins were denied entry by the guard."),
]  # fmt: skip
STATED = [
    ("nl", "De rebellen claimen de verovering van de haven."),
    ("nl", "De groep eiste de aanslag op."),
    ("nl", "De directeur wees naar de oude leiding."),
    ("nl", "De gids wees op de gevaren van het ijs."),
    ("nl", "De politie bevestigde de brand in de school."),
    ("nl", "De politie bevestigde het bericht aan de krant."),
    ("nl", "De club ontkent de overname."),
    ("en", "The army claimed victory."),
    ("en", "She claimed the title was hers."),
    ("en", "She claimed her coach had lied."),
    ("en", "The clerk denied any link to the firm."),
    ("en", "The clerk denied her involvement in the theft."),
    ("en", "The clerk denied that entry had been refused."),
    ("en", "The board confirmed his appointment."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), THINGS)
def test_what_is_taken_pointed_at_or_refused_is_no_claim(language, text):
    assert not voiced(read_text(text, language)[1])


@pytest.mark.parametrize(("language", "text"), STATED)
def test_what_is_claimed_confirmed_or_denied_is_one(language, text):
    assert len(voiced(read_text(text, language)[1])) == 1
