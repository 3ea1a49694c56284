"""How much is read of sentences that cover each construction family, and which families fall short."""

from collections import Counter

import pytest
from attribution_markup import overlap, read_markup, read_text, touches, voiced
from blind_families_en import BLIND

LEAST_CONTENT, LEAST_WHOLE, MOST_WRONG = 0.83, 0.80, 11
WEAK = {"backpointing_and_following": 0.75, "denials_and_refusals": 0.6, "noun_cues": 0.8, "passives": 0.55,
        "reports_and_perceivers": 0.7}


def _read(marked):
    text, expected = read_markup(marked)
    claims = voiced(read_text(text, "en")[1])
    best = max(claims, key=lambda c: (overlap(c.span, expected["content"]), touches(c.cue, expected.get("cue"))), default=None)
    content = best is not None and overlap(best.span, expected["content"]) >= 0.5
    source = content and (touches(best.source, expected.get("source")) or "cue" not in expected)
    return content, source and touches(best.cue, expected.get("cue"))


@pytest.fixture(scope="module")
def read():
    return [(family, *_read(marked)) for family, status, marked in BLIND if status != "-"]


def test_contents_and_their_frames_are_found_as_often_as_measured(read):
    assert sum(content for _, content, _ in read) / len(read) >= LEAST_CONTENT
    assert sum(whole for *_, whole in read) / len(read) >= LEAST_WHOLE


@pytest.mark.parametrize("family", sorted({family for family, *_ in BLIND}))
def test_no_family_falls_below_what_it_is_known_for(read, family):
    found, size = Counter(name for name, content, _ in read if content), Counter(name for name, *_ in read)
    assert found[family] / size[family] >= WEAK.get(family, 0.85), f"{found[family]} of {size[family]} contents"


def test_few_hard_negatives_give_a_claim():
    wrong = [marked for _, status, marked in BLIND if status == "-" and voiced(read_text(marked, "en")[1])]
    assert len(wrong) <= MOST_WRONG, wrong
