"""Places: which names are toponyms, which place each one names, and which stand for a government."""

from __future__ import annotations

from pathlib import Path

import pytest
from blind_places import FIFTH, FIRST, FOURTH, SECOND, SEVENTH, SIXTH, THIRD
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.annotate.places import find_metonyms, find_places
from helpers.model import Card, Span
from helpers.resources.gazetteer import read_gazetteer
from helpers.resources.lexicons import Lexicon, languages, read_lexicon
from helpers.text import build_document

GAZETTEER = read_gazetteer()
NOT_YET = {
    "Mol of Peer": "both names are ordinary words at the head of a sentence",
    "De gouverneur van Koersk meldt": "the district is not kept by hand: it stays an area without a point",
    "Halle werd wakker": "an ordinary word at the head of a sentence",
    "Vlucht MH17": "two villages of that name in one country, and Torez is in no list",
    "Sri Lanka": "this spelling of the islands is in no list",
    "Storm Daniel": "the second name looks like the end of a longer one",
    "Residents of the Grenfell": "the part is read as the whole",
    "Het parket van Halle-Vilvoorde": "a judicial district of two towns, after words that show no place",
    "De Zwalm en de Schelde": "a town of that name, and no list has the river",
    "De aardbeving had": "nothing but a weak preposition shows the name",
    "De kardinaal van": "an archbishopric of two towns; read as both",
    "De Antwerpse politie": "two quarters after words that show no place, one called like a town",
    "Sir Keith Lincoln": "an ordinary word before a noun",
    "Firefighters in Paradise": "the county is called like an ordinary word",
    "The Denver Post": "an ordinary word before a noun",
    "Chad closed": "a first name at the head of a sentence",
    "Thousands marched": "a square called like a prison, after an article",
    "Tienduizenden Armeniërs": "nothing but a weak preposition shows the village",
    "Een aardverschuiving": "the whole looks like the last part of a longer name",
    "Zij las Brussel": "two bands called like places",
    "He was seen in Ashby Road": "a street, not a list, stands before the town",
    "Chester Hill, of Durham": "the larger namesake, with nothing to tell them apart",
    "Het Deltaplan": "the island is in no list",
    "Phoenix and Tucson": "a word at the head of a sentence; two cities too far apart to be neighbours",
    "Canterbury pilgrims": "nothing shows the first, and so nothing tells which Dover",
    "Bath abbey": "an ordinary word at the head of a sentence",
    "Lincoln Cathedral": "a first name at the head of a clause",
    "Hilversum schrapt": "too small for the head of a sentence, where the capital says nothing",
    "Governor Gavin Newsom": "no rule knows that one tours a place",
}


def read(language, text, taken=()):
    document = build_document(text, Card("a.txt", language=language))
    return find_places(document, GAZETTEER, read_lexicon(language), taken=tuple(taken)), document


def found(language, text, taken=()):
    """Return each toponym with its place."""
    result, document = read(language, text, taken)
    places = {place.place_id: place for place in result.places}
    return [(mention.span.of(document.text), places[mention.entity_id]) for mention in result.mentions]


def names(language, text, taken=()):
    return [surface for surface, _ in found(language, text, taken)]


def agrees(place, expected):
    country, _, kind = expected.partition(":")
    if country == "?":
        return place.origin == "unresolved"
    types = ("other", "oblast") if kind == "other" else (kind,)
    return place.origin != "unresolved" and (place.country or "-") == country and (not kind or place.place_type in types)


def sentence_cases():
    for language, text, expected in (*FIRST, *SECOND, *THIRD, *FOURTH, *FIFTH, *SIXTH, *SEVENTH):
        reason = next((why for head, why in NOT_YET.items() if text.startswith(head)), "")
        marks = pytest.mark.xfail(strict=True, reason=reason) if reason else ()
        yield pytest.param(language, text, expected, marks=marks, id=text[:40])


@pytest.mark.parametrize(("language", "text", "expected"), [*sentence_cases()])
def test_sentences_written_blind_are_read_as_their_writer_meant(language, text, expected):
    wanted = [part.rpartition("=") for part in expected.split("|") if part]
    got = found(language, text)
    assert [surface for surface, _ in got] == [surface for surface, _, _ in wanted]
    assert [surface for (surface, place), (_, _, value) in zip(got, wanted, strict=True) if not agrees(place, value)] == []


@pytest.mark.parametrize(
    ("language", "text", "place_id"),
    [
        ("nl", "In de regio Belgorod klonk alarm.", "o_belgorod"),
        ("nl", "In de Russische oblast Belgorod klonk alarm.", "o_belgorod"),
        ("nl", "In de stad Belgorod klonk alarm.", "belgorod"),
        ("nl", "Belgorod, een stad vlak bij de grens, werd geraakt.", "belgorod"),
        ("en", "Sirens sounded in the Belgorod region.", "o_belgorod"),
        ("en", "Sirens sounded in Belgorod city.", "belgorod"),
        ("en", "Drones reached Belgorod Oblast overnight.", "o_belgorod"),
        ("nl", "De provincie Luik telt de schade.", "p_luik"),
        ("nl", "De rivier mondt bij Luik uit in de Maas.", "liege"),
        ("nl", "Ze staken de Dnipro over.", "r_dnipro"),
        ("nl", "Ze wonen in Dnipro.", "dnipro"),
        ("nl", "Ze claimden de grenspost Kozinka.", "mapp_grayvoron"),
        ("nl", "Ze kwamen door het dorp Kozinka.", "kozinka"),
        ("nl", "Hij werkte jaren in de Golf.", "persian_gulf"),
        ("nl", "Artjomovsk heet in het Oekraïens anders dan in Moskou.", "bakhmut"),
    ],
)
def test_the_words_beside_a_name_say_which_place_it_is(language, text, place_id):
    assert found(language, text)[0][1].place_id == place_id


def test_city_and_oblast_of_one_name_stand_side_by_side():
    got = found("nl", "Vanuit de regio Belgorod vluchtten mensen naar de stad Belgorod.")
    assert [place.place_id for _, place in got] == ["o_belgorod", "belgorod"]


def test_a_crossing_is_an_estimate_and_its_radius_says_so():
    place = found("nl", "Ze claimden de grenspost Kozinka.")[0][1]
    assert place.place_type == "crossing"
    assert place.radius_m >= 1_000


def test_an_oblast_is_an_area_with_a_wide_radius_or_without_a_point():
    for text in ("In de oblast Belgorod klonk alarm.", "In de provincie Verviers klonk alarm."):
        place = found("nl", text)[0][1]
        assert place.place_type == "oblast"
        assert place.latitude is None or place.radius_m >= 50_000


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Murom ligt aan de Oka. Ook Vladimir en Moskou kregen sneeuw in Murom.", "RU"),
        ("In Haren en Assen, in Drenthe, viel sneeuw. Ook Groningen en Leeuwarden kregen sneeuw.", "NL"),
    ],
)
def test_homonyms_are_chosen_by_their_surroundings_and_listed(text, country):
    result, _ = read("nl", text)
    assert {place.country for place in result.places if place.country} == {country}
    assert any(mention.considered for mention in result.mentions)


def test_where_nothing_chooses_between_namesakes_none_is_chosen_and_all_are_listed():
    result, _ = read("en", "He was born in Springfield.")
    assert result.places[0].origin == "unresolved"
    assert result.places[0].latitude is None
    assert len(result.mentions[0].considered) > 1
    assert all(other.score is not None for other in result.mentions[0].considered)


def test_a_small_namesake_far_from_everything_else_is_not_taken():
    result, _ = read("en", "Clashes in Kozinka, near Lagos and Abuja, killed two in Nigeria.")
    place = next(place for place in result.places if "Kozinka" in place.name)
    assert place.origin == "unresolved"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Het Kremlin zwijgt en de EU kijkt toe."), ("nl", "De Russische en Oekraïense troepen trokken zich terug."),
        ("nl", "Jan Brussel en Kelly London trouwden."), ("nl", "Volgens dokter Bergen is hij gezond."),
        ("nl", "De Kremlinwoordvoerder sprak over de Moskou-gezinde partij."), ("nl", "Daar was het best lekker."),
        ("nl", "De Universiteit van Amsterdam en de Bank van Engeland zwegen."), ("nl", "Het meldpunt verbinden we."),
        ("nl", "Club Brugge won van Standard."), ("nl", "Een recensie van Arnon Grunberg over Johannes Vermeer."), ("nl", "In Knack en Trouw stond niets."), ("nl", "Ludwig van Leuven zong."),
        ("en", "Kremlin officials met EU leaders."), ("en", "Jack London and Paris Hilton never met."),
        ("en", "The Bank of England raised rates in May."), ("en", "Professor Lincoln spoke Russian and French."),
        ("en", "Kyiv-based and Moscow-backed groups argued."), ("en", "Reading is fun; mobile phones are not."),
        ("en", "The South China Morning Post and France 24 agreed."), ("en", "The London Marathon was cancelled."), ("en", "He works for Brussels Airlines."), ("en", "Police Scotland came to Madison Square Garden."),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_place_is_none(language, text):
    assert names(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "surface", "kind"),
    [
        ("nl", "In het dorp Terwolfen brandde een schuur.", "Terwolfen", "settlement"),
        ("nl", "Nabij Terwolfen brandde een schuur.", "Terwolfen", "other"),
        ("nl", "De inwoners van Terwolfen zijn boos.", "Terwolfen", "other"),
        ("nl", "De rivier de Wolfer trad buiten haar oevers.", "Wolfer", "water"),
        ("nl", "Ze woont aan de Profsojoeznajastraat.", "Profsojoeznajastraat", "other"),
        ("nl", "Hij komt uit de rue Hallet.", "rue Hallet", "other"),
        ("en", "The village of Wolfram Green was emptied.", "Wolfram Green", "settlement"),
        ("en", "Two people died near Wolframov.", "Wolframov", "other"),
        ("en", "It holds as much as the Great Wolfram Lake.", "Great Wolfram Lake", "water"),
        ("en", "Water reached the Wolfram district.", "Wolfram", "district"),
    ],
)
def test_an_unknown_toponym_is_kept_without_a_point(language, text, surface, kind):
    (got, place), *rest = found(language, text)
    assert (got, place.origin, place.place_type, rest) == (surface, "unresolved", kind, [])
    assert (place.latitude, place.longitude, place.radius_m, place.country) == (None, None, None, "")


def test_an_unknown_toponym_is_found_again_without_its_generic_word():
    assert names("nl", "In het dorp Terwolfen brandde het. Gelukkig bleef Terwolfen gespaard.") == ["Terwolfen"] * 2


@pytest.mark.parametrize("text", ["Bij de Belgorod Arena stonden bussen.", "Ze wacht aan de Lange Wolvenstraat."])
def test_no_single_building_or_street_has_a_point(text):
    (_, place), = found("nl", text)
    assert (place.origin, place.latitude) == ("unresolved", None)


def test_a_name_inside_an_actors_name_is_no_place_but_a_country_that_is_the_actor_is():
    text = "Het Legioen Vrijheid van Rusland sprak. Rusland zweeg."
    inside, whole = text.index("Rusland"), text.rindex("Rusland")
    taken = (Span(text.index("Legioen"), inside + 7), Span(whole, whole + 7))
    result, _ = read("nl", text, taken)
    assert [mention.span.start for mention in result.mentions] == [whole]


def test_a_name_in_another_spelling_is_an_alias_and_the_english_one_a_name():
    result, _ = read("nl", "Van Charkiv naar Berlijn en naar Madrid.")
    assert [mention.form for mention in result.mentions] == ["alias", "alias", "name"]


def test_every_place_stands_once_and_every_mention_names_one():
    result, _ = read("nl", "Brussel zwijgt. In Brussel en in het dorp Terwolfen wacht men op Brussel.")
    ids = [place.place_id for place in result.places]
    assert len(ids) == len(set(ids)) == 2
    assert {mention.entity_id for mention in result.mentions} == set(ids)


METONYMS = [
    ("nl", "Kiev ontkent alles.", ["s_ukraine"]),
    ("nl", "Volgens Moskou klopt dat niet.", ["s_russia"]),
    ("nl", "Kiev en Moskou beschuldigen elkaar.", ["s_ukraine", "s_russia"]),
    ("nl", "Dat weigert Ankara.", ["state-tr"]),
    ("nl", "Het akkoord met Egypte ligt klaar.", ["state-eg"]),
    ("en", "Nairobi denied the report.", ["state-ke"]),
    ("en", "According to Paris, talks go on.", ["state-fr"]),
    ("en", "Seoul has repeatedly condemned the launch.", ["state-kr"]),
    ("nl", "In Kiev zegt niemand iets.", []),
    ("nl", "Kiev ligt aan de Dnipro.", []),
    ("nl", "Bij Brussel zwijgt de sirene.", []),
    ("en", "In Kyiv, officials said nothing.", []),
    ("en", "Rotterdam denied the report.", ["authority-rotterdam"]),
    ("nl", "Hasselt weigert het bedrag te betalen.", ["authority-hasselt"]),
    ("nl", "Hasselt zag drie stormen in een week.", []),
    ("en", "Nairobi, as so often, neither confirmed nor denied it.", ["state-ke"]),
    ("en", "It is not Kenya’s fault.", ["state-ke"]),
    ("en", "Kenya’s capital burned.", []),
    ("en", "The minister accused Kenya of fraud.", ["state-ke"]),
    ("en", "Nothing changes until Nairobi moves.", ["state-ke"]),
    ("en", "Nairobi is unlikely to sign.", ["state-ke"]),
    ("en", "Nairobi, the capital, lies inland.", []),
    ("nl", "De door Ankara benoemde rector stapte op.", ["state-tr"]),
    ("nl", "Hij betwijfelt of Egypte zal tekenen.", ["state-eg"]),
    ("nl", "Ankara heeft geen bezwaar.", ["state-tr"]),
    ("nl", "Ankara is de hoofdstad.", []),
    ("nl", "Turkije heeft lange stranden.", []),
    ("nl", "Het gewicht van Ankara wordt overschat.", ["state-tr"]),
    ("nl", "De trein was laat, en hij noemde Ankara saai.", []),
    ("nl", "Zij noemde Zwolle en Gent bevrijd.", []),
]


@pytest.mark.parametrize(("language", "text", "actors"), METONYMS)
def test_a_capital_that_acts_stands_for_its_state_and_one_that_is_a_place_does_not(language, text, actors):
    result, document = read(language, text)
    metonyms = find_metonyms(
        document, read_lexicon(language), mentions=result.mentions, sources=(), gazetteer=GAZETTEER
    )
    assert [m.entity_id for m in metonyms.mentions if m.entity_type == "actor"] == actors
    given_actors = {actor.actor_id for actor in metonyms.actors}
    assert given_actors == {actor for actor in actors if not actor.startswith("s_")}
    assert [m.span for m in metonyms.mentions if m.entity_type == "place"] == [m.span for m in result.mentions]
    assert len({m.mention_id for m in metonyms.mentions}) == len(metonyms.mentions)


def test_a_province_that_is_the_speaker_is_an_authority_of_its_own():
    text = "De provincie Luik ontkent dat er geld zoek is."
    result, document = read("nl", text)
    metonyms = find_metonyms(
        document, read_lexicon("nl"), mentions=result.mentions, sources=(Span(0, 17),), gazetteer=GAZETTEER
    )
    assert [(actor.actor_id, actor.actor_type) for actor in metonyms.actors] == [("authority-p_luik", "organisation")]


def test_a_place_inside_a_longer_speaker_is_no_metonym():
    text = "De burgemeester van Kiev meldt een dode."
    result, document = read("nl", text)
    metonyms = find_metonyms(
        document, read_lexicon("nl"), mentions=result.mentions, sources=(Span(0, 24),), gazetteer=GAZETTEER
    )
    assert [m.form for m in metonyms.mentions] == ["alias"]


def test_a_language_without_place_lexicons_still_gives_known_cities():
    document = build_document("Es regnet in Hamburg und Berlin.", Card("a.txt", language="de"))
    result = find_places(document, GAZETTEER, Lexicon("de", {}), taken=())
    assert {place.country for place in result.places} == {"DE"}


@settings(max_examples=60)
@given(st.lists(st.sampled_from([
    "Kiev", "de", "Rusland", "-", " ", ". ", "’s", "In", "het dorp", "X", "Luik", "“", "\n\n", "'s-Hertogenbosch", "straat",
    "V.S.", "a", "Lange", "Wolvenstraat", "en", ",", "(", "İ", "ß", "Noord", "New", "York", "oblast", "of", "'",
]), max_size=40))  # fmt: skip
def test_whatever_the_text_every_mention_reads_back_and_no_point_is_invented(words):
    text = "x" + " ".join(words)
    for language in languages():
        result, document = read(language, text)
        known = {place.place_id for place in GAZETTEER.places}
        for mention in result.mentions:
            assert mention.span.of(document.text).strip()
        for place in result.places:
            if place.origin == "unresolved":
                assert place.latitude is None
            else:
                assert place.place_id in known or place.place_id.startswith("g")


@pytest.mark.parametrize("language", languages())
def test_every_row_of_the_place_lexicons_has_a_note_and_an_example(language):
    lexicon = read_lexicon(language)
    for name in (
        "place_generics", "place_prepositions", "place_neighbours", "place_first_names", "place_metonyms",
        "place_particles", "place_aliases", "place_countries",
    ):  # fmt: skip
        assert lexicon.rows(name), name
        for row in lexicon.rows(name):
            assert row["note"], row.row_id
            assert row["example"], row.row_id


def test_the_engine_holds_no_word_of_a_language():
    folder = Path(find_places.__code__.co_filename).parent
    for path in folder.glob("*.py"):
        for word in ('"het"', '"the"', '"oblast "', '"stad"', '"city"', '"volgens"'):
            assert word not in path.read_text(encoding="utf-8"), (path.name, word)
