"""What is hoped for, planned, tried, refused or not confirmed is no event that happened."""

from __future__ import annotations

import pytest
from reading_by_hand import document_of, narrated

from helpers.annotate.events import find_events
from helpers.pipeline import read_article
from helpers.resources.codebook import read_codebook
from helpers.resources.lexicons import LexiconRow, languages, read_lexicon

ROWS = [(language, row) for language in languages() for row in read_lexicon(language).rows("event_realis")]


def polarities(text: str, language: str) -> dict[str, str]:
    document = document_of(text, language)
    found = find_events(document, read_lexicon(language), claims=narrated(document), codebook=read_codebook())
    return {event.trigger.of(text): event.polarity for event in found}


@pytest.mark.parametrize(("language", "row"), ROWS, ids=[row.row_id for _, row in ROWS])
def test_every_row_works_in_its_own_example(language: str, row: LexiconRow) -> None:
    document = document_of(row["example"], language)
    found = find_events(document, read_lexicon(language), claims=narrated(document), codebook=read_codebook())
    assert [event.polarity for event in found] == [row["polarity"]]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The gang plans to launch a new attack on the port.", "en", {"attack": "open"}),
        ("The minister fears that the school was shelled.", "en", {"shelled": "open"}),
        ("Efforts by the mayor to evacuate the quarter foundered.", "en", {"evacuate": "negative"}),
        ("The talks were called off after the attack.", "en", {"talks": "negative", "attack": "positive"}),
        ("Residents hoped to flee the shelling.", "en", {"flee": "open", "shelling": "positive"}),
        ("The colonel would not confirm that the bridge was bombed.", "en", {"bombed": "open"}),
        ("De bende wil een aanval uitvoeren.", "nl", {"aanval": "open"}),
        ("De bewoners zullen worden geëvacueerd.", "nl", {"geëvacueerd": "open"}),
        ("De rovers probeerden het fort in te nemen.", "nl", {"in te nemen": "open"}),
        ("De poging om het fort te veroveren mislukte.", "nl", {"veroveren": "negative"}),
        ("De dader gaf nooit toe dat hij de haven aanviel.", "nl", {"aanviel": "open"}),
        ("Hij probeerde te vluchten nadat de haven beschoten was.", "nl", {"vluchten": "open", "beschoten": "positive"}),
        ("De betoging werd afgelast wegens de aanslag.", "nl", {"betoging": "negative", "aanslag": "positive"}),
        ("De minister weigerde te zeggen of de haven beschoten is.", "nl", {"beschoten": "open"}),
    ],
)  # fmt: skip
def test_an_event_that_is_not_said_to_have_happened_is_marked(text: str, language: str, expected: dict[str, str]) -> None:
    assert polarities(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army failed to stop the attack.", "en"),
        ("Those who tried to stop the gang had to flee.", "en"),
        ("The general had planned the raid for weeks.", "en"),
        ("In May the gang captured the town.", "en"),
        ("The mayor confirmed that the port was shelled.", "en"),
        ("She was not at the meeting.", "en"),
        ("The wedding was cancelled because of the shelling.", "en"),
        ("Hij wil de gevechten stoppen.", "nl"),
        ("De generaal plande de aanslag maandenlang.", "nl"),
        ("De bewoners konden worden geëvacueerd.", "nl"),
        ("De minister bevestigde dat de haven beschoten is.", "nl"),
        ("Zij zweeg niet na de inval.", "nl"),
    ],
)
def test_an_event_that_another_one_fails_to_change_happened_all_the_same(text: str, language: str) -> None:
    assert set(polarities(text, language).values()) == {"positive"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rebellen zeggen dat ze Tarnow hebben ingenomen. Het leger ontkent dat.", "nl"),
        ("Rebels said that they had seized the town. The army denied that.", "en"),
    ],
)
def test_a_contested_event_stands_in_the_claim_of_either_side(text: str, language: str) -> None:
    reading = read_article(document_of(text, language))
    assert [event.status for event in reading.events] == ["claimed", "denied"]
    assert len({event.event_id for event in reading.events}) == len({event.claim_id for event in reading.events}) == 2
    alone = read_article(document_of(text.split(". ")[0] + ".", language))
    assert alone.events[0].event_id == reading.events[0].event_id, "an answer changes no id"
