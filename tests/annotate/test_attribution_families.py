"""How much is read of sentences that cover each construction family, and which families fall short."""

from collections import Counter
from functools import cache

import pytest
from attribution_markup import beside, is_source, overlap, read_markup, read_text, touches, voiced
from blind_families_en import BLIND as ENGLISH
from blind_families_nl import BLIND as DUTCH

BLIND = {"nl": DUTCH, "en": ENGLISH}
LEAST = {"nl": (0.91, 0.86), "en": (0.83, 0.77)}  # contents; contents with their cue and source
MOST_WRONG = {"nl": 9, "en": 11}
USUAL = 0.85
WEAK = {
    ("nl", "stance_verbs"): 0.75, ("en", "backpointing_and_following"): 0.75, ("en", "denials_and_refusals"): 0.6, ("en", "noun_cues"): 0.8,
    ("en", "passives"): 0.55, ("en", "reports_and_perceivers"): 0.7,
}  # fmt: skip
ALSO_STATED = (  # what another sentence or another speaker of the text states, which is not marked
    "De coach noemde", "Het bedrijf spreekt", "“<content>De operatie", "<content>De treinen",
    "“We never", '"It\'s a bitter', "‘I slept", '"The ball', "“Look at", "“The kids", '"Cooking is', "While the club",
    "The airline blames", "Labour calls", "Teachers complain", "Although the magazine",
)  # fmt: skip
STRAY = ("Tegen persbureau", "Speaking at a rally")  # a claim that nobody states: known, and no more than these
FAMILIES = [(language, family) for language, rows in BLIND.items() for family in dict.fromkeys(row[0] for row in rows)]


def _best(language, marked):
    """Return the text, what is marked in it, its claims, and the one that fits best."""
    text, expected = read_markup(marked)
    claims = voiced(read_text(text, language)[1])
    fits = [(overlap(c.span, expected["content"]), touches(c.cue, expected.get("cue"))) for c in claims]
    return text, expected, claims, claims[fits.index(max(fits))] if claims else None


def _read(language, marked):
    text, expected, _, best = _best(language, marked)
    content = best is not None and overlap(best.span, expected["content"]) >= 0.5
    source = content and (is_source(best.source, expected.get("source"), text) or "cue" not in expected)
    return content, source and touches(best.cue, expected.get("cue"))


@cache
def read(language):
    return [(family, *_read(language, marked)) for family, status, marked in BLIND[language] if status != "-"]


@pytest.mark.parametrize("language", BLIND)
def test_contents_and_their_frames_are_found_as_often_as_measured(language):
    rows, (content, whole) = read(language), LEAST[language]
    assert sum(found for _, found, _ in rows) / len(rows) >= content
    assert sum(found for *_, found in rows) / len(rows) >= whole


@pytest.mark.parametrize(("language", "family"), FAMILIES)
def test_no_family_falls_below_what_it_is_known_for(language, family):
    rows = read(language)
    found, size = Counter(name for name, content, _ in rows if content), Counter(name for name, *_ in rows)
    least = WEAK.get((language, family), USUAL)
    assert found[family] / size[family] >= least, f"{found[family]} of {size[family]} contents"


@pytest.mark.parametrize("language", BLIND)
def test_no_claim_stands_beside_the_marked_one_but_where_somebody_else_states_one(language):
    found = []
    for _, status, marked in BLIND[language]:
        _, expected, claims, best = _best(language, marked) if status != "-" else ("", {}, [], None)
        if best is not None and overlap(best.span, expected["content"]) >= 0.5 and beside(claims, best):
            found.append(marked)
    assert [marked for marked in found if not marked.startswith((*ALSO_STATED, *STRAY))] == []
    assert found


@pytest.mark.parametrize("language", BLIND)
def test_few_hard_negatives_give_a_claim(language):
    negatives = [marked for _, status, marked in BLIND[language] if status == "-"]
    wrong = [marked for marked in negatives if voiced(read_text(marked, language)[1])]
    assert len(wrong) <= MOST_WRONG[language], wrong
