"""Frames that news is full of: settings, stressed verbs, headlines, second clauses. Everybody is fictional."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of

from helpers.pipeline import read_article

BODY = "\n\nThe water rose all night in the old town, and the streets were empty.\n"
Stated = tuple[str, str, str]

SENTENCES = [
    # where it was said, before what it is called
    ("nl", "Burgemeester Els Kuiper sprak in een raadsvergadering van ‘een pijnlijke vergissing’.",
     ("Els Kuiper", "claimed", "een pijnlijke vergissing")),
    ("nl", "De voorzitter had het over bijna vierhonderd gezinnen.", ("voorzitter", "claimed", "bijna vierhonderd gezinnen")),
    ("nl", "Daarmee doelde wethouder Bart Hoek op de schade van vorige week.",
     ("Bart Hoek", "claimed", "de schade van vorige week")),
    # where it happened, before who says so
    ("en", "In Ludlow, according to neighbours, the alarm rang until dawn.",
     ("neighbours", "claimed", "the alarm rang until dawn")),
    # a pointing word, and more of the source
    ("nl", "Zes mensen raakten gewond. Dat meldt de politie, die ervan uitgaat dat het aantal oploopt.",
     ("politie", "claimed", "Zes mensen raakten gewond")),
    # an infinitive behind a time
    ("nl", "Hoek beschuldigde de gemeente ervan al sinds maart de vergunning te vertragen.",
     ("Hoek", "claimed", "al sinds maart de vergunning te vertragen")),
    # a perfect in a relative clause
    ("nl", "Minister Jan Bos, die in een brief had gewaarschuwd voor ‘een ramp’, kwam niet.",
     ("Jan Bos", "claimed", "een ramp")),
    ("en", "Mayor Ann Stone, who was in Cardiff for a fair, had called it “unlikely” that the bridge would close.",
     ("Ann Stone", "claimed", "it “unlikely” that the bridge would close")),
    # words between subject and verb
    ("en", "Ann Stone and Bart Hale both denied signing the letter.", ("Ann Stone and Bart Hale", "denied", "signing the letter")),
    # who is close to something, with what is told of him
    ("en", "A porter close to the family, who had never met the duke, said the will may be false.",
     ("porter close to the family", "hedged", "the will may be false")),
    # a title with a dot opens what is said
    ("en", "The porter testified that Mr. Crane had asked for the keys.",
     ("porter", "claimed", "Mr. Crane had asked for the keys")),
    # claims that are turned down are nobody's own, and a named claimant keeps his
    ("en", "A dairy has rejected claims that its milk was sour.", ("dairy", "denied", "its milk was sour")),
    ("en", "The duke dismissed a claim by the abbess that he had sold the bells.", ("duke", "denied", "he had sold the bells")),
    ("en", "The duke dismissed a claim by the abbess that he had sold the bells.", ("abbess", "claimed", "he had sold the bells")),
    # so belongs to its own clause
    ("en", "The abbess said nobody had asked the nuns to do so.", ("abbess", "claimed", "nobody had asked the nuns to do so")),
    # a clock time is no subject
    ("nl", "9.15 uur - Smit wees het verwijt van de buren van de hand.",
     ("Smit", "denied", "het verwijt van de buren")),
    # a dateline with an abbreviated state, or an agency
    ("en", "DENVER, Colo. (AP) — The abbess denied selling the bells.", ("abbess", "denied", "selling the bells")),
    ("nl", "GENT (Belga) - De rederij ontkent de lozing.", ("rederij", "denied", "de lozing")),
    # het behind a verb that judges means what was said before, and a body where something else is judged
    ("nl", "De molen staat scheef, zegt Els Kuiper. De gemeente ontkent het.", ("gemeente", "denied", "De molen staat scheef")),
    ("nl", "Er lag olie in de haven. De rederij weerlegt het.", ("rederij", "denied", "Er lag olie in de haven")),
    ("nl", "Is de sleutel verdwenen? Els Kuiper houdt het voor mogelijk.", ("Els Kuiper", "hedged", "Is de sleutel verdwenen?")),
    ("nl", "Het korps denkt aan kortsluiting, een aanslag sluit het uit.", ("", "denied", "een aanslag")),
    # what somebody does not believe, or asks
    ("nl", "Notaris Els Kuiper gelooft niets van die brief.", ("Els Kuiper", "questioned", "die brief")),
    ("nl", "De curator wilde weten hoe laat de poort openging.", ("curator", "questioned", "hoe laat de poort openging")),
    ("en", "The coroner wanted to know why the gate was open.", ("coroner", "questioned", "why the gate was open")),
    # a noun with dit or dat in front
    ("nl", "Dat bedrag klopt, erkent wethouder Bart Hoek.", ("Bart Hoek", "confirmed", "Dat bedrag klopt")),
    ("en", "Bart Hale did admit that the delay would cost a fortune.", ("Bart Hale", "confirmed", "the delay would cost a fortune")),
    ("en", "Ann Stone smiled, while accusing the press of “pure invention”.",
     ("Ann Stone", "claimed", "the press of “pure invention”")),
    # a sum of money opens a clause as a word does
    ("en", "Bart Hale denied that $5 million was spent on the deck.", ("Bart Hale", "denied", "$5 million was spent on the deck")),
    ("nl", "Bart Hoek ontkende dat € 5 miljoen verdwenen was.", ("Bart Hoek", "denied", "€ 5 miljoen verdwenen was")),
    ("en", "The union fears for jobs at the mill.", ("union", "hedged", "jobs at the mill")),
    # a subject that a phrase parts from its verb
    ("en", "The mayor's wife, according to neighbours, left at dawn.", ("neighbours", "claimed", "The mayor's wife")),
    ("en", "His neighbour's wife, by his account, learned of it from a friend.",
     ("His neighbour", "claimed", "learned of it from a friend")),
    ("en", "Ann Stone had served 140 people, by her own count.", ("Ann Stone", "claimed", "had served 140 people")),
    ("en", "By her own account, Ann Stone had served 140 people.", ("Ann Stone", "claimed", "had served 140 people")),
    # one word, and who judges
    ("nl", "Overbodig, meent het parket.", ("parket", "claimed", "Overbodig")),
    # where it was denied
    ("nl", "De bakker ontkent bij de politie de diefstal.", ("bakker", "denied", "de diefstal")),
    # two appositions, and a remark behind a dash or something that others say
    ("en", "The bridge is open, the county's road agency, the C.R.A., said on Friday.", ("C.R.A.", "claimed", "The bridge is open")),
    ("en", "The fire, Ann Stone said, was under control – a boast that neighbours ridiculed.",
     ("Ann Stone", "claimed", "was under control")),
    ("en", "The firm professed to be unaware of any leak, something experts find hard to believe.",
     ("firm", "claimed", "to be unaware of any leak")),
    # a pronoun behind its verb
    ("nl", "Jan Bos sprak met Els Kuiper. De rekening gaat van tafel, beloofde die.",
     ("Els Kuiper", "claimed", "De rekening gaat van tafel")),
]
HEADLINES = [
    ("Some Teachers Say the Money Came Too Late", ("Some Teachers", "claimed", "the Money Came Too Late")),
    ("Mayor Says Bridge Will Open in June", ("Mayor", "claimed", "Bridge Will Open in June")),
    ("‘Nobody listened’: families look back", ("", "claimed", "Nobody listened")),
    ("Ann Stone Denies Claims That Bridge Is Unsafe", ("Ann Stone", "denied", "Bridge Is Unsafe")),
]
NO_STATEMENT = ["‘Special Unit’: what the word means", "The Long Road Home From Ludlow", "Police Report on Flood Is Due in May"]


def stated(language: str, text: str) -> list[Stated]:
    """Return source, status and content of what sources state."""
    document = document_of(text, language)
    reading = read_article(document)
    names = {actor.actor_id: actor.name for actor in reading.actors}
    return [(names.get(claim.source_id, ""), claim.status, claim.span.of(document.text)) for claim in reading.claims
            if claim.voice == "source"]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES)
def test_a_frame_of_the_news_is_read_with_its_source_and_content(language: str, text: str, expected: Stated) -> None:
    assert expected in stated(language, text)


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_a_headline_in_title_case_is_read_as_if_it_had_none(headline: str, expected: Stated) -> None:
    assert stated("en", headline + BODY) == [expected]


def test_a_headline_of_two_sentences_is_read_sentence_by_sentence() -> None:
    assert stated("en", "Troops Are in Ludlow, Wales Says. Mayor Calls It Gossip." + BODY) == [
        ("Wales", "claimed", "Troops Are in Ludlow"), ("Mayor", "claimed", "It Gossip")]  # fmt: skip


@pytest.mark.parametrize("headline", NO_STATEMENT)
def test_a_headline_in_title_case_without_a_cue_states_nothing(headline: str) -> None:
    assert stated("en", headline + BODY) == []


@pytest.mark.parametrize(("text", "second"), [
    ("Ann Stone confirmed that the mill was shut, but said she had paid everyone.", "she had paid everyone"),
    ("Ann Stone confirmed that the bells had been found and said a new choir would sing by Easter.",
     "a new choir would sing by Easter"),
])
def test_a_second_verb_of_a_speaker_has_its_own_content(text: str, second: str) -> None:
    _, (source, _, content) = stated("en", text)
    assert (source, content) == ("Ann Stone", second)


def test_claims_that_are_turned_down_are_not_told_as_those_of_the_denier() -> None:
    (source, status, _), = stated("en", "The abbey has rejected claims that a monk sang until the roof fell in.")
    assert (source, status) == ("abbey", "denied")


@pytest.mark.parametrize(("text", "first", "second"), [
    ("Er is geen haast, bezwoer minister Jan Bos: het plan ligt al klaar.", "Er is geen haast", "het plan ligt al klaar"),
    ("Er is geen haast, zei Jan Bos: de provincie meldt dat het plan klaar ligt.", "Er is geen haast", ""),
])  # fmt: skip
def test_what_follows_a_colon_behind_a_frame_is_stated_too_unless_another_says_it(text: str, first: str, second: str) -> None:
    document = document_of(text, "nl")
    claim = next(claim for claim in read_article(document).claims if claim.span.start == 0)
    assert claim.span.of(document.text) == first
    assert [span.of(document.text) for span in claim.more_spans] == ([second] if second else [])


def test_a_statement_that_a_quotation_of_several_sentences_holds_is_read() -> None:
    text = ("used and were shot down at low altitude. to you and be need would inside, a said need one would lot,” them “You of. "
            "Seventy verified. Committee Pym slip” apologised David called for clerical chairman he what “a.")  # fmt: skip
    assert [source for source, *_ in stated("en", text)] == ["David", "David"]


def test_a_no_before_a_colon_says_nothing_of_the_clause_behind_it() -> None:
    document = document_of("De kade is dicht, zei Jan Bos: er is geen haast.", "nl")
    claim = read_article(document).claims[0]
    assert (claim.polarity, len(claim.more_spans)) == ("positive", 1)


@pytest.mark.parametrize("text", ["Later werd bekend dat de brug sluit.", "Het werd maandag bekend dat de brug sluit."])
def test_what_becomes_known_is_confessed_by_nobody(text: str) -> None:
    assert stated("nl", text) == []


def test_a_village_right_behind_the_name_of_a_group_is_a_place_and_no_part_of_the_name() -> None:
    document = document_of("Het Legioen zei dat het met het Russisch Vrijwilligerskorps Kozinka in handen had.", "nl")
    found = [(m.span.of(document.text), m.entity_id) for m in read_article(document).mentions if m.entity_type == "place"]
    assert found == [("Kozinka", "kozinka")]


@pytest.mark.parametrize(("language", "text"), [
    ("nl", "De weduwe werd door twee mannen gegijzeld."), ("en", "The widow was taken hostage by two men."),
])  # fmt: skip
def test_who_holds_somebody_is_not_counted_as_held(language: str, text: str) -> None:
    assert [quantity.unit for quantity in read_article(document_of(text, language)).quantities] == ["people"]
