"""A small, whole reading by hand, with hostile text in it."""

import pytest

from helpers.model import Actor, Card, Claim, Mention, Place, Quote, Reading, Span, Timex, Unread, make_id
from helpers.text import build_document

TEXT = "De wethouder zegt dat “de brug” dicht blijft.\n\nIn Zuidveen zou maandag </script> gevallen zijn.\n"


@pytest.fixture
def reading() -> Reading:
    document = build_document(TEXT, Card("brug & co.txt", language="nl", notice="verzonnen"))
    said = Claim(
        make_id("brug-co", "c", Span(22, 44), Span(13, 17)), Span(22, 44), "source", "mixed", "test",
        source=Span(0, 12), source_id="wethouder", cue=Span(13, 17),
    )  # fmt: skip
    told = Claim(make_id("brug-co", "c", Span(47, 91), None), Span(47, 91), "newsroom", "narrated", "test",
                 verification="unverified")  # fmt: skip
    return Reading(
        document,
        quotes=(Quote("brug-co.q23-30", Span(23, 30), "scare", True, "test", said.claim_id),),
        claims=(said, told),
        mentions=(Mention("brug-co.m50-58", Span(50, 58), "place", "name", "test", "zuidveen"),),
        actors=(Actor("wethouder", "De wethouder", "unnamed", origin="found", aliases=("a", "b")),),
        places=(Place("zuidveen", "Zuidveen", "settlement", origin="unresolved"),),
        times=(Timex("brug-co.t63-70", Span(63, 70), "day", "relative", "test"),),
        unread=(Unread("brug & co.txt", "no date of publication", "brug-co", Span(63, 70)),),
    )
