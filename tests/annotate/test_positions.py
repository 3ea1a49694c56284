from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from blind_positions import CONTENTS
from flood_codebook import write_flood_codebook
from reading_by_hand import document_of, narrated, said

from helpers.annotate.events import find_events
from helpers.annotate.positions import find_positions, link_responses
from helpers.annotate.quantities import find_quantities
from helpers.annotate.wordings import find_wordings
from helpers.model import Claim, Dispute, Document
from helpers.pipeline import read_article, read_resources
from helpers.resources.codebook import Codebook, read_codebook
from helpers.resources.codebook_checks import check_codebook
from helpers.resources.lexicons import read_lexicon


def code(document: Document, claims: tuple[Claim, ...], codebook: Codebook) -> tuple[Dispute, ...]:
    lexicon = read_lexicon(document.language)
    return find_positions(
        document, claims=claims, codebook=codebook, lexicon=lexicon,
        events=find_events(document, lexicon, claims=claims, codebook=codebook),
        quantities=find_quantities(document, lexicon, claims=claims),
        wordings=find_wordings(document, lexicon, claims=claims, codebook=codebook),
    )  # fmt: skip


def held(content: str, language: str = "nl", source_id: str = "", **dimensions: object) -> list[str]:
    """Return the positions that a claim takes which the shipped codebook knows."""
    place = {"nl": "Het gaat om Belgorod.", "en": "This is about Belgorod."}[language]
    document = document_of(f"{place} {content}.", language)
    return [dispute.position_id for dispute in
            code(document, (said(document, content, source_id, **dimensions),), read_codebook())]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "language", "source", "expected"),
    [
        ("Oekraïense saboteurs zijn de grens overgestoken", "nl", "gladkov", "who.ukrainians"),
        ("A Ukrainian sabotage group crossed the border", "en", "ru_mod", "who.ukrainians"),
        ("het zijn Russische burgers", "nl", "s_ukraine", "who.russians"),
        ("they are Russian citizens", "en", "hur", "who.russians"),
        ("wie dat waren, staat niet vast", "nl", "uk_mod", "who.unclear"),
        ("de dienst deelt informatie met beide groepen", "nl", "cherniak", "kyiv_role.helped"),
        ("Kozinka is volledig in handen van het Legioen", "nl", "lsr", "villages.taken"),
        ("the village of Kozinka has been liberated", "en", "lsr", "villages.taken"),
        ("Kozinka en Glotovo zijn bevrijd", "nl", "gladkov", "villages.freed"),
        ("it is unclear whether any village was captured", "en", "isw", "villages.unclear"),
        ("39 aanvallers zijn gedood", "nl", "m_baza", "losses.tens"),
        ("more than 70 terrorists were killed", "en", "ru_mod", "losses.seventy"),
        ("het Legioen verloor twee man", "nl", "lsr", "losses.few"),
        ("it lost nobody", "en", "ponomarev", "losses.none"),
        ("er zijn acht gewonden", "nl", "gladkov", "harm.wounded"),
        ("een oude vrouw overleed onderweg", "nl", "gladkov", "harm.killed"),
        ("het is het Russische leger dat de stad bestookt", "nl", "rdk", "who_shells.russia"),
        ("de actie is een afleidingsmanoeuvre", "nl", "kremlin_org", "aim.distraction"),
        ("they want a demilitarised zone along the border", "en", "lsr", "aim.security_zone"),
        ("the vehicles had been won back from the Russians with much other equipment", "en", "lsr",
         "equipment.trophies"),
        ("at least three MaxxPros took part in the raid", "en", "m_nyt", "equipment.seen"),
        ("de aanvallers zijn over de grens teruggedreven", "nl", "ru_mod", "end.expelled"),
        ("de missie is geslaagd en afgerond", "nl", "lsr", "end.completed"),
        ("de operatie gaat door", "nl", "rdk", "end.going_on"),
        ("een drone heeft het gebouw van de FSB getroffen", "nl", "m_mash", "belgorod_city.hit"),
        ("bij Sjebekino zijn drie aanvallen afgeslagen", "nl", "ru_mod", "shebekino.repelled"),
        ("in Novaja Tavolzjanka is geen vijand meer", "nl", "gladkov", "tavolzhanka.no_enemy"),
        ("the corps is the only force left in Novaya Tavolzhanka", "en", "rdk", "tavolzhanka.raiders_hold"),
        ("no Poles crossed the border", "en", "rdk", "poles.not_over"),
    ],
)  # fmt: skip
def test_a_claim_takes_the_position_that_its_words_state(
    content: str, language: str, source: str, expected: str
) -> None:
    assert expected in held(content, language, source)


@pytest.mark.parametrize(("content", "language", "source", "polarity", "expected"), CONTENTS)
def test_contents_written_blind_take_their_positions_and_no_others(
    content: str, language: str, source: str, polarity: str, expected: set[str]
) -> None:
    assert set(held(content, language, source, polarity=polarity)) == expected


@pytest.mark.parametrize(
    ("content", "language"),
    [
        ("het is stil op straat", "nl"), ("de kan staat er nog", "nl"), ("Russische troepen zijn aangekomen", "nl"),
        ("the hens do not read statements", "en"), ("twee vrachtwagens reden voorbij", "nl"),
    ],
)  # fmt: skip
def test_a_claim_about_something_else_takes_no_position(content: str, language: str) -> None:
    assert held(content, language) == []


def test_a_denied_part_in_the_raid_is_the_opposite_position() -> None:
    assert held("Kiev is betrokken bij de inval", stance="denies") == ["kyiv_role.none"]
    assert held("Kiev is betrokken bij de inval") == ["kyiv_role.ordered"]
    assert held("Kiev is niet betrokken bij de inval", polarity="negative") == ["kyiv_role.none"]


def test_what_an_army_does_not_do_elsewhere_is_no_denial_of_the_raid() -> None:
    assert held("het Oekraïense leger heeft Bachmoet niet opgegeven", polarity="negative") == []


def test_a_question_takes_no_position_of_yes_or_no() -> None:
    assert held("Kiev is betrokken bij de inval", stance="questions") == []


def test_one_claim_takes_one_position_a_question() -> None:
    found = held("Oekraïense saboteurs en geen Russische burgers zijn de grens overgestoken", source_id="gladkov")
    assert len([position for position in found if position.startswith("who.")]) == 1


def test_a_rule_is_cited_with_its_row() -> None:
    document = document_of("Belgorod: de operatie gaat door.")
    [found] = code(document, (said(document, "de operatie gaat door", "rdk"),), read_codebook())
    assert found.rule == "position codebook/rules:end_going_on"
    assert (found.voice, found.actor_id) == ("source", "rdk")


FLOOD_ONE = "De dijk brak. De burgemeester zegt dat iedereen gewaarschuwd is. Het was een natuurramp. Er zijn negen doden."
FLOOD_TWO = "Bewoners ontkennen dat er gewaarschuwd is. Zij spreken van wanbeheer. Twaalf mensen zijn verdronken."


def test_another_codebook_is_another_folder(tmp_path: Path) -> None:
    folder = write_flood_codebook(tmp_path / "flood")
    check_codebook(folder)
    codebook = read_codebook(folder)
    one, two = document_of(FLOOD_ONE, name="one"), document_of(FLOOD_TWO, name="two")
    claims_one = (*narrated(one), said(one, "iedereen gewaarschuwd is", "mayor"))
    claims_two = (*narrated(two), said(two, "er gewaarschuwd is", "residents", stance="denies"))
    positions = {(d.actor_id, d.position_id) for d in (*code(one, claims_one, codebook), *code(two, claims_two, codebook))}
    assert positions == {("mayor", "warned.yes"), ("residents", "warned.no"),
                         ("", "dead.below_ten"), ("", "dead.ten_or_more")}  # fmt: skip
    lexicon = read_lexicon("nl")
    assert {event.event_type for event in find_events(one, lexicon, claims=claims_one, codebook=codebook)} == {"disaster"}
    words = [w.term_id for document, claims in ((one, claims_one), (two, claims_two))
             for w in find_wordings(document, lexicon, claims=claims, codebook=codebook)]  # fmt: skip
    assert words == ["act_of_nature", "failure"]


def test_another_codebook_reads_whole_articles_without_a_line_of_code(tmp_path: Path) -> None:
    folder = write_flood_codebook(tmp_path / "flood")
    codebook = read_codebook(folder)
    known = replace(read_resources(), codebook=codebook)
    readings = [read_article(document_of(text, name=name), known)
                for name, text in (("one", FLOOD_ONE), ("two", FLOOD_TWO))]  # fmt: skip
    held = {(d.voice, d.position_id) for reading in readings for d in reading.disputes}
    assert {("source", "warned.yes"), ("source", "warned.no"), ("newsroom", "dead.below_ten"),
            ("newsroom", "dead.ten_or_more")} <= held  # fmt: skip


NOT_CHECKED = "De commandant beweert dat Kozinka in handen is van zijn strijders in Belgorod. "


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("Dat kon niet worden geverifieerd.", ["villages.unchecked"]),
        ("Reuters kon dat niet nagaan.", ["villages.unchecked"]),
        ("Onafhankelijk te controleren is die lezing niet.", ["villages.unchecked"]),
        ("Naar verluidt vielen bij een explosie drie doden.", []),  # tells of something else
        ("Het bestuur kwam maandag bijeen.", []),
        ("\n\nDat kon niet worden geverifieerd.", []),  # another paragraph
    ],
)
def test_what_the_newsroom_could_not_check_is_a_position_on_what_was_just_told(
    after: str, expected: list[str]
) -> None:
    reading = read_article(document_of(NOT_CHECKED + after))
    doubted = [d.position_id for d in reading.disputes if d.voice == "newsroom" and d.question_id == "villages"]
    assert doubted == expected
    assert "villages.taken" in [d.position_id for d in reading.disputes if d.voice == "source"]


def test_a_doubt_about_figures_is_one_about_the_question_that_counts() -> None:
    text = ("De commandant zegt dat in Belgorod 39 aanvallers zijn gedood. Hij zegt dat Kozinka bevrijd is.\n\n"
            "Reuters kon die cijfers niet nagaan.")
    doubts = [d.position_id for d in read_article(document_of(text)).disputes if d.position_id.endswith(".unchecked")]
    assert doubts == ["losses.unchecked"]


def test_what_was_not_checked_cites_the_question(tmp_path: Path) -> None:
    reading = read_article(document_of(NOT_CHECKED + "Dat kon niet worden geverifieerd."))
    [rule] = [d.rule for d in reading.disputes if d.voice == "newsroom"]
    assert rule == "position codebook/questions:villages"


ANSWERS = "De minister zegt dat er beschietingen waren. Het regende. De generaal ontkent dat men bestookt werd."


def test_a_denial_answers_the_nearest_earlier_claim_with_the_same_words() -> None:
    document = document_of("De minister zegt dat de haven brandde. De generaal ontkent dat de haven brandde.")
    first = said(document, "de haven brandde", "minister")
    start = document.text.rindex("de haven")
    denial = Claim("d", type(first.span)(start, start + 16), "source", "indirect", "by hand", source_id="general",
                   stance="denies")  # fmt: skip
    assert [claim.responds_to_claim_id for claim in link_responses(document, (first, denial))] == ["", first.claim_id]


def test_a_denial_answers_a_claim_with_the_same_event() -> None:
    document = document_of(ANSWERS)
    first = said(document, "er beschietingen waren", "minister")
    denial = said(document, "men bestookt werd", "general", stance="denies")
    lexicon, codebook = read_lexicon("nl"), read_codebook()
    events = find_events(document, lexicon, claims=(first, denial), codebook=codebook)
    assert [event.event_type for event in events] == ["shelling", "shelling"]
    assert link_responses(document, (first, denial), lexicon, events=events)[1].responds_to_claim_id == first.claim_id
    assert link_responses(document, (first, denial), lexicon)[1].responds_to_claim_id == ""


def test_a_denial_answers_a_claim_with_another_position_on_the_question() -> None:
    document = document_of("In Belgorod waren saboteurs. Kiev: wij doen niet mee.")
    first, denial = said(document, "saboteurs", "governor"), said(document, "wij doen niet mee", "kyiv", stance="denies")
    disputes = [Dispute("1", "who", "a", first.claim_id, "source", "by hand"),
                Dispute("2", "who", "b", denial.claim_id, "source", "by hand")]  # fmt: skip
    assert link_responses(document, (first, denial), disputes=disputes)[1].responds_to_claim_id == first.claim_id
    confirming = said(document, "wij doen niet mee", "kyiv", stance="confirms")
    assert link_responses(document, (first, confirming), disputes=disputes)[1].responds_to_claim_id == ""


def test_a_denial_answers_a_position_of_another_question_that_it_opposes() -> None:
    document = document_of("In Belgorod waren saboteurs. Kiev ontkent een rol.")
    first = said(document, "saboteurs", "governor")
    denial = said(document, "een rol", "kyiv", stance="denies")
    disputes = [Dispute("1", "who", "who.ukrainians", first.claim_id, "source", "by hand"),
                Dispute("2", "kyiv_role", "kyiv_role.none", denial.claim_id, "source", "by hand")]  # fmt: skip
    linked = link_responses(document, (first, denial), disputes=disputes, codebook=read_codebook())
    assert linked[1].responds_to_claim_id == first.claim_id
    assert link_responses(document, (first, denial), disputes=disputes)[1].responds_to_claim_id == ""


def test_nobody_answers_himself_nor_a_later_claim() -> None:
    document = document_of("De haven brandde fel, zegt zij. Dat de haven brandde fel, ontkent zij.")
    one = said(document, "De haven brandde fel", "she", stance="denies")
    two = said(document, "de haven brandde fel", "she")
    assert [claim.responds_to_claim_id for claim in link_responses(document, (one, two))] == ["", ""]
    later = said(document, "de haven brandde fel", "he")
    assert link_responses(document, (one, later))[0].responds_to_claim_id == ""


def test_an_assertion_answers_nothing() -> None:
    document = document_of("De haven brandde fel. De haven brandde fel.")
    claims = narrated(document)
    assert link_responses(document, claims) == claims


ASK = """
import sys
from pathlib import Path
from helpers.tables import read_tables
from helpers.views import render_questions, render_unknown
from helpers.views.html import plain_text
tables = read_tables(Path(sys.argv[1]))
print(plain_text(render_questions(tables)))
print(plain_text(render_unknown(tables, show_own_text=True)))
"""


def test_another_conflict_is_another_codebook_folder_from_the_command_to_the_page(tmp_path: Path) -> None:
    codebook, seeds, out = write_flood_codebook(tmp_path / "flood"), tmp_path / "seeds", tmp_path / "out"
    seeds.mkdir()
    (seeds / "one.txt").write_text("Dijk gebroken\n\nDe burgemeester zegt dat iedereen gewaarschuwd is. Er zijn negen doden.\n",
                                   encoding="utf-8")
    (seeds / "two.txt").write_text("Water\n\nBewoners ontkennen dat er gewaarschuwd is. Zij spreken van wanbeheer.\n",
                                   encoding="utf-8")
    command = [sys.executable, "-m", "helpers", "tables", "--seeds", str(seeds), "--out", str(out), "--codebook", str(codebook)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  (our own interpreter)
    environment = {**os.environ, "GRENSPOST_CODEBOOK": str(codebook)}
    told = subprocess.run([sys.executable, "-c", ASK, str(out)], check=True, capture_output=True, text=True, env=environment).stdout  # noqa: S603
    assert "Was there a warning?" in told
    assert "2 positions: contested" in told
    assert "raid" not in told
