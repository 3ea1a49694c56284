"""Every pair of quotation marks is found, and no apostrophe is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.text import find_paragraphs, find_quotations


def _contents(text):
    return [q.content.of(text) for q in find_quotations(text, find_paragraphs(text))]


@pytest.mark.parametrize(("text", "expected"), [
    ('"Kom binnen", zei hij.', ["Kom binnen"]),
    ("'Kom binnen', zei hij.", ["Kom binnen"]),
    ("“Kom binnen”, zei hij.", ["Kom binnen"]),
    ("‘Kom binnen’, zei hij.", ["Kom binnen"]),
    ("„Kom binnen”, zei hij.", ["Kom binnen"]),
    ("„Komm herein“, sagte er.", ["Komm herein"]),
    (",,Kom binnen”, zei hij.", ["Kom binnen"]),
    (",,Kom binnen'', zei hij.", ["Kom binnen"]),
    ("''Kom binnen'', zei hij.", ["Kom binnen"]),
    ("«Kom binnen», zei hij.", ["Kom binnen"]),
    ("‚Kom binnen’, zei hij.", ["Kom binnen"]),
    ("«\u00a0Entrez\u00a0», dit-il.", ["Entrez"]),
    ("La maire dit « non ». Le pont reste « ouvert », dit-elle.", ["non", "ouvert"]),
    ("« Entrez »", ["Entrez"]),
    ("»Komm herein«, sagte er, »bitte«.", ["Komm herein", "bitte"]),
])  # fmt: skip
def test_every_style_of_marks_is_found(text, expected):
    assert _contents(text) == expected


@pytest.mark.parametrize("text", [
    "Zo'n foto's zijn 's avonds duur.",
    "Zo’n foto’s zijn ’s avonds duur.",
    "De jaren '80 en 't Zand.",
    "The players' bus isn't here, it's gone.",
    "Hij was 1,80 m, en ze gingen 's nachts.",
    "Rock 'n' roll.",
    'Een scherm van 5" breed.',
])  # fmt: skip
def test_an_apostrophe_is_no_quotation_mark(text):
    assert _contents(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("‘Ik zag ’s ochtends foto’s’, zei zij.", ["Ik zag ’s ochtends foto’s"]),
    ("'It's over', he said.", ["It's over"]),
    ("“Hij riep: ‘Weg!’ en ging”, zei ze.", ["Hij riep: ‘Weg!’ en ging", "Weg!"]),
    ('"Een" en "twee".', ["Een", "twee"]),
    ("De ‘saboteurs’, de ‘helden’.", ["saboteurs", "helden"]),
])  # fmt: skip
def test_pairs_with_apostrophes_and_pairs_inside_pairs_are_found(text, expected):
    assert _contents(text) == expected


def test_a_pair_inside_another_has_its_depth():
    text = "“Hij riep: ‘Weg!’ en ging”, zei ze."
    assert [q.depth for q in find_quotations(text, find_paragraphs(text))] == [0, 1]


def test_an_unclosed_mark_is_kept_to_the_end_of_its_paragraph_and_flagged():
    text = "“Wij gaan door. Dat is zeker.\n\nHij lachte."
    quotation, = find_quotations(text, find_paragraphs(text))
    assert (quotation.content.of(text), quotation.is_closed) == ("Wij gaan door. Dat is zeker.", False)


def test_a_quotation_that_a_new_paragraph_reopens_continues():
    text = "“Wij gaan door.\n\n“Dat is zeker”, zei hij."
    first, second = find_quotations(text, find_paragraphs(text))
    assert (first.is_closed, first.continues) == (False, False)
    assert (second.is_closed, second.continues) == (True, True)


def test_a_quotation_that_a_later_paragraph_closes_is_one():
    text = "“Wij gaan door.\n\nDat is zeker”, zei hij."
    quotation, = find_quotations(text, find_paragraphs(text))
    assert quotation.content.of(text) == "Wij gaan door.\n\nDat is zeker"
    assert quotation.is_closed


def test_dialogue_by_dashes_is_speech_and_a_list_is_not():
    dialogue = "- Komt u hier vaak?\n\n- Nee, nooit.\n\nZe gingen."
    assert _contents(dialogue) == ["Komt u hier vaak?", "Nee, nooit."]
    assert _contents("- een brood\n\n- twee eieren\n\nDat was alles.") == []


def test_a_line_of_dialogue_ends_before_its_frame():
    lines = "- Kom binnen, zei Jan Smit.\n\n- Nee, ik blijf buiten.\n\n— Waarom? vroeg Piet.\n\n– Omdat het regent."
    assert _contents(lines) == ["Kom binnen", "Nee, ik blijf buiten.", "Waarom?", "Omdat het regent."]


@given(st.text(alphabet="ab .,'’‘“”„\"«»\n-", max_size=80))
def test_any_text_gives_quotations_inside_it_in_order(text):
    found = find_quotations(text, find_paragraphs(text))
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)
    for quotation in found:
        assert quotation.span.contains(quotation.content)
        assert quotation.span.end <= len(text)
