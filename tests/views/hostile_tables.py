"""Small tables of invented articles, with texts that try to break out of a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd

from helpers.model import (
    Actor,
    Card,
    Claim,
    Dispute,
    Document,
    Event,
    Mention,
    Place,
    Quantity,
    Reading,
    Span,
    Timex,
    Wording,
    make_id,
)
from helpers.tables import build_tables
from helpers.text import build_document

HOSTILE = "</script><img src=x onerror=alert(1)>"
TEXT = f"""The gate at Kozinka is shut

The mayor says that the gate at Kozinka was taken on Monday evening. Vera Volkova denies that more than 20 men came.
"It was ${{alert(1)}} {{{{ and {HOSTILE}", she said at 14:20. It could not be verified.

The rebels & "friends"

According to the Guild, between 3 and 5 trucks burned in Testford & about 10 in Nowhere, some time ago."""
RIGHTS = ("full", "quotes", "none")


def span(document: Document, words: str, after: int = 0) -> Span:
    start = document.text.index(words, after)
    return Span(start, start + len(words))


def read_hostile(file_name: str = "hostile.txt", rights: str = "full") -> Reading:
    card = Card(file_name, title=f"Title {HOSTILE}", publisher="The <b>Courier</b>", published_on=date(2023, 5, 23),
                published_basis="stated", language="en", text_rights=rights, notice="invented & ${notice}")
    document = build_document(TEXT, card)
    article = document.article_id

    def claim(words: str, source: str, cue: str, **fields: object) -> Claim:
        content = span(document, words)
        cue_span = span(document, cue)
        made = Claim(make_id(article, "c", content, cue_span), content, "source", "indirect", "cue:test",
                     source=span(document, source), cue=cue_span)
        return replace(made, **fields)

    taken = claim("the gate at Kozinka was taken on Monday evening", "The mayor", "says", source_id="mayor")
    denied = claim("more than 20 men came", "Vera Volkova", "denies", source_id="volkova", stance="denies")
    quoted = claim(f"It was ${{alert(1)}} {{{{ and {HOSTILE}", "she", "said", source_id="volkova", kind="direct",
                   verification="unverified")
    burned = claim("between 3 and 5 trucks burned in Testford & about 10 in Nowhere, some time ago", "the Guild",
                   "According to", certainty="probable")
    shut = Claim(make_id(article, "c", span(document, "The gate at Kozinka is shut"), None),
                 span(document, "The gate at Kozinka is shut"), "newsroom", "narrated", "newsroom:rest")
    open_claim = Claim(make_id(article, "c", span(document, "It could not be verified"), None),
                       span(document, "It could not be verified"), "newsroom", "narrated", "newsroom:rest",
                       verification="unverified")
    monday = span(document, "Monday evening")
    clock = span(document, "14:20")
    vague = span(document, "some time ago")
    times = (
        Timex(make_id(article, "t", monday), monday, "day_part", "relative", "t1", edtf="2023-05-22",
              earliest=date(2023, 5, 22), latest=date(2023, 5, 22), day_part="evening", anchor_on=date(2023, 5, 23)),
        Timex(make_id(article, "t", clock), clock, "minute", "relative", "t2", edtf="2023-05-23T14:20:00+03:00",
              earliest=date(2023, 5, 23), latest=date(2023, 5, 23), utc_offset="+03:00"),
        Timex(make_id(article, "t", vague), vague, "vague", "vague", "t3", edtf="../2023-05-23", latest=date(2023, 5, 23)),
    )
    quoted = replace(quoted, said_time_id=times[1].time_id, within_claim_id=taken.claim_id)
    kozinka = span(document, "Kozinka", 30)
    testford, nowhere = span(document, "Testford"), span(document, "Nowhere")
    mentions = tuple(
        Mention(make_id(article, "m", where), where, "place", "name", "gazetteer", entity_id=place_id)
        for where, place_id in ((kozinka, "kozinka-crossing"), (testford, "testford"), (nowhere, "nowhere"))
    )
    gate = span(document, "the gate")
    mentions += (Mention(make_id(article, "m", gate), gate, "actor", "role", "test", entity_id="volkova"),)
    places = (
        Place("kozinka-crossing", "Kozinka crossing", "crossing", 50.4475, 35.585, 500, "RU", "Belgorod Oblast"),
        Place("testford", f"Testford {HOSTILE}", "settlement", 50.47, 35.68, 3500, "RU", "Belgorod Oblast"),
        Place("nowhere", "Nowhere", "settlement", origin="unresolved"),
    )
    trucks, about, men = span(document, "between 3 and 5"), span(document, "about 10"), span(document, "more than 20")
    quantities = (
        Quantity(make_id(article, "n", trucks), trucks, 3, 5, "between", "vehicles", "q1", claim_id=burned.claim_id),
        Quantity(make_id(article, "n", about), about, 10, 10, "about", "vehicles", "q2", claim_id=burned.claim_id),
        Quantity(make_id(article, "n", men), men, 20, None, "more_than", "fighters", "q3", claim_id=denied.claim_id),
    )
    triggers = (("taken", "capture", taken, times[0], "kozinka-crossing"), ("came", "border_crossing", denied, None, ""),
                ("burned", "damage", burned, times[2], "testford"))
    events = tuple(
        Event(make_id(article, "e", span(document, word)), span(document, word), kind, of.claim_id, of.status, "trigger",
              place_id=place, place_role="happened_at" if place else None, time_id=time.time_id if time else "",
              edtf=time.edtf if time else "", earliest=time.earliest if time else None,
              latest=time.latest if time else None)
        for word, kind, of, time, place in triggers
    )
    rebels = span(document, "rebels")
    friends = span(document, "friends")
    wordings = (
        Wording(make_id(article, "w", rebels), rebels, "raiders", "rebels", "newsroom", False, "term"),
        Wording(make_id(article, "w", friends), friends, "raiders", "friends", "newsroom", True, "term"),
    )
    disputes = (
        Dispute(make_id(article, "d", taken.span), "gate_taken", "yes", taken.claim_id, "source", "rule", actor_id="mayor"),
        Dispute(make_id(article, "d", denied.span), "gate_taken", "no", denied.claim_id, "source", "rule",
                actor_id="volkova"),
        Dispute(make_id(article, "d", burned.span), "trucks_burned", "some", burned.claim_id, "source", "rule"),
    )
    actors = (Actor("mayor", "The Mayor of Testford", "person", origin="found"),
              Actor("volkova", 'Vera "V" <Volkova>', "person", origin="found"))
    claims = tuple(sorted((taken, denied, quoted, burned, shut, open_claim), key=lambda c: c.span.start))
    return Reading(document, claims=claims, mentions=mentions, actors=actors, places=places, times=times, events=events,
                   quantities=quantities, wordings=wordings, disputes=disputes)


def build_hostile(rights: str = "full") -> dict[str, pd.DataFrame]:
    cards = [("absent", Card("absent.txt", title="Only the card", published_basis="missing"))]
    tables = build_tables([read_hostile(rights=rights)], cards=cards)
    pairs = (("near_duplicate", "sentences", "sentence_id"), ("raises", "quantities", "quantity_id"))
    rows = []
    for kind, name, key in pairs:
        first, second = tables[name][key][1:3]
        rows.append({"link_id": f"{kind}:{first}:{second}", "link_type": kind, "from_id": first, "to_id": second,
                     "basis": HOSTILE, "rule": "test"})  # fmt: skip
    return {**tables, "links": pd.DataFrame(rows)}
