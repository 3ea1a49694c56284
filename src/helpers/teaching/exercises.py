"""Exercises that answer back: choose, mark a span, sort by status, write; the logic, without any widget.

An exercise is made from a claim, the gold and the rules when it is shown: no notebook holds an answer. The first wrong
answer gets a hint, the next ones the guideline's example; the answer itself comes only on request.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from helpers.model import CodingError
from helpers.teaching._exercise_keys import (
    Part,
    find_gold_span,
    find_key,
    find_rule_span,
    find_unit,
    list_answers,
    list_speakers,
    sentence_start,
    show_sentence,
    tell_rule,
    tell_word,
)
from helpers.teaching._frame_words import quote_cue
from helpers.teaching._gold_speakers import OTHER
from helpers.teaching.coding import Unit, list_choices
from helpers.teaching.gold import Gold, Tables
from helpers.text import hash_text
from helpers.views import message

_EDGES = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class Exercise:
    """One question.

    Parameters
    ----------
    kind : {"choose", "mark", "sort", "write"}
    about : str
        What it asks for: the key of its question, its hint and its example in the catalogue.
    text : str
        The sentence that it is about; empty for sorting and writing.
    items : tuple of str
        What is to be sorted; what is asked to be written; the one statement that is asked about; of marking, by what
        the statement is known: its content, or its cue where the content is to be marked.
    options : tuple of (label, code)
        What can be chosen; for marking empty.
    language : str
        Language of question and feedback.
    answer : tuple of str
        The right code of each item; for marking ``start-end`` in `text`. Neither it nor what follows shows in ``repr``.
    answer_words, why : tuple of str
        The answer in words and the reason, one an item.
    topic : str
        The contested question that a position answers; else empty.
    word : str
        The word of which it is asked whose it is; else empty.
    spans : tuple of (int, int)
        Where in `text`, or in each item that is to be sorted, the words in question stand; empty: nothing is marked.
    """

    kind: Literal["choose", "mark", "sort", "write"]
    about: str
    text: str
    items: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    language: str
    answer: tuple[str, ...] = field(repr=False)
    answer_words: tuple[str, ...] = field(repr=False)
    why: tuple[str, ...] = field(repr=False)
    topic: str = ""
    word: str = ""
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def question(self) -> str:
        """What is asked, in words."""
        if self.kind == "write":
            return self.items[0]
        return " ".join(filter(None, (message(f"ask.{self.about}", self.language, word=self.word), self.topic)))

    @property
    def fingerprint(self) -> str:
        """What tells this question from every other, whatever its answer is."""
        codes = (code for _, code in self.options)
        return hash_text("\n".join((self.kind, self.about, self.text, *self.items, *filter(None, [self.word]), *codes)))


@dataclass(frozen=True, slots=True)
class Feedback:
    """What an exercise answers: `step` is what it gives, `sentences` say it."""

    step: Literal["empty", "right", "hint", "example", "answer", "kept"]
    sentences: tuple[str, ...]


def build_choice(
    tables: Tables, claim_id: str, about: Literal["source", "status", "position"], *, gold: Gold, language: str = "en",
    show_own_text: bool = False, word: str = "",
) -> Exercise:  # fmt: skip
    """Build a question with choices: who says it, how it stands, or which answer it gives to a contested question.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    claim_id : str
    about : {"source", "status", "position"}
    gold : dict
        As `read_gold` gives it; where it has the claim it decides, else the rules.
    language : str
        Language of question and feedback.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    word : str
        A word of the claim: asks whose word it is; only with ``about="source"``.

    Raises
    ------
    CodingError
        If the claim cannot be asked about.
    """
    unit = find_unit(tables, claim_id, language)
    key = find_key(tables, gold, unit, about, language)
    options, topic = list_choices(tables, unit["article_id"], about, language=language), ""
    if about == "source":
        speak = list_speakers(tables, gold, unit["article_id"]) - {OTHER}
        options = [(label, code) for label, code in options if code in speak]
    if about == "position":
        options, topic = list_answers(key.code, language)
    words = {code: label for label, code in options}[key.code]
    text = show_sentence(tables, unit, language, show_own_text)
    start, end = _find_in_sentence(tables, unit, text, word)
    why = tell_word(tables, unit, word, words, language) if word else key.why
    spans = ((start, end),) if word or end - start < len(text) else ()
    return Exercise("choose", "word" if word else about, text, (_words_of(unit),), tuple(options), language,
                    (key.code,), (words,), (why,), topic, word, spans)  # fmt: skip


def build_sorting(
    tables: Tables, claim_ids: Sequence[str], *, gold: Gold, language: str = "en", show_own_text: bool = False
) -> Exercise:
    """Build a question that sorts several claims by their status; parameters as for `build_choice`."""
    units = [find_unit(tables, claim_id, language) for claim_id in claim_ids]
    keys = [find_key(tables, gold, unit, "status", language) for unit in units]
    items = tuple(show_sentence(tables, unit, language, show_own_text) for unit in units)
    spans = tuple(_find_in_sentence(tables, unit, item) for unit, item in zip(units, items, strict=True))
    options = tuple(list_choices(tables, "", "status", language=language))
    return Exercise("sort", "sort", "", items, options, language, tuple(key.code for key in keys),
                    tuple(key.words for key in keys), tuple(key.why for key in keys), spans=spans)  # fmt: skip


def build_marking(
    tables: Tables, claim_id: str, part: Part, *, gold: Gold, language: str = "en", show_own_text: bool = False
) -> Exercise:
    """Build a question that has the source, the cue or the content marked; parameters as for `build_choice`."""
    unit = find_unit(tables, claim_id, language)
    by_rule = find_rule_span(unit, part)
    by_hand = find_gold_span(tables, gold, unit, part)
    span, text = by_hand or by_rule, show_sentence(tables, unit, language, show_own_text)
    begin = sentence_start(tables, unit)
    if span is None or not begin <= span[0] < span[1] <= begin + len(text):
        raise CodingError(message("exercise_unfit", language, claim=claim_id))
    first, last = trim_span(text, span[0] - begin, span[1] - begin)
    told = "why_no_gold"
    if by_hand:
        told = "why_gold" if by_rule == by_hand else "why_gold_differs"
    machine = text[by_rule[0] - begin : by_rule[1] - begin] if by_rule else "–"
    why = " ".join([tell_rule(tables, unit, language), message(told, language, machine=machine)])
    known = str(quote_cue(tables, unit) or unit["source_text"] or "…") if part == "content" else _words_of(unit)
    answer, words = f"{first}-{last}", message("quoted", language, words=text[first:last])
    return Exercise("mark", f"mark_{part}", text, (known,), (), language, (answer,), (words,), (why,))


def build_writing(ask: str, model: str, *, language: str = "en") -> Exercise:
    """Build a question that is answered in the pupil's own words: nothing marks it, one possible answer can be shown.

    Parameters
    ----------
    ask : str
        What is asked.
    model : str
        One possible answer.
    language : str
        Language of question and feedback.

    Examples
    --------
    >>> answer_exercise(build_writing("Who says so?", "The miller."), ["A neighbour."], 0).step
    'kept'
    """
    why = message("write_why", language)
    return Exercise("write", "write", "", (ask,), (), language, (model,), (model,), (why,))


def answer_exercise(exercise: Exercise, given: Sequence[str], n_wrong: int) -> Feedback:
    """Answer an attempt.

    Parameters
    ----------
    exercise : Exercise
    given : sequence of str
        One code an item; for marking one ``start-end`` in the text. Empty: not answered.
    n_wrong : int
        How many wrong answers were given before.

    Returns
    -------
    Feedback
        The reason where the attempt is right; a hint after the first wrong one, an example after every further one.
    """
    say, language = message, exercise.language
    if len(given) != len(exercise.answer) or not all(given):
        return Feedback("empty", (say("exercise_empty", language),))
    if exercise.kind == "write":
        return Feedback("kept", (say("write_kept", language),))
    right = [_is_right(exercise, one, key) for one, key in zip(given, exercise.answer, strict=True)]
    if all(right):
        return Feedback("right", (say("exercise_right", language), *exercise.why))
    told = [say("exercise_wrong", language)]
    if exercise.kind == "sort":
        many = "exercise_one_right" if sum(right) == 1 else "exercise_some_right"
        told.append(say(many, language, right=sum(right), total=len(right)))
    if exercise.kind == "mark" and _is_near(given[0], exercise.answer[0]):
        told.append(say("exercise_near", language))
    step: Literal["hint", "example"] = "hint" if n_wrong == 0 else "example"
    return Feedback(step, (*told, say(f"{step}.{exercise.about}", language)))


def reveal_answer(exercise: Exercise) -> Feedback:
    """Tell the answer, with the reason: only when asked."""
    told = []
    for number, (words, why) in enumerate(zip(exercise.answer_words, exercise.why, strict=True), 1):
        lead = f"{number}. " if len(exercise.answer) > 1 else ""
        key = "write_model" if exercise.kind == "write" else "exercise_answer"
        told.append(lead + message(key, exercise.language, answer=words) + f" {why}")
    return Feedback("answer", tuple(told))


def trim_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Take spaces, commas, full stops and quotation marks from the edges of a span.

    Examples
    --------
    >>> trim_span("He said: “six men”.", 8, 19)
    (10, 17)
    """
    words = text[start:end]
    head = _EDGES.match(words)
    first = start + (head.end() if head else 0)
    return (first, first + len(_EDGES.sub("", words))) if first < end else (start, end)


def _find_in_sentence(tables: Tables, unit: Unit, text: str, word: str = "") -> tuple[int, int]:
    """Find where a claim, or a word of it, stands in its sentence."""
    begin = sentence_start(tables, unit)
    first, last = max(int(unit["start_char"]) - begin, 0), min(int(unit["end_char"]) - begin, len(text))
    found = re.search(rf"\b{re.escape(word)}\b", text[first:last]) if word else None
    if word and found is None:
        raise CodingError(f"the word {word!r} does not stand in “{_words_of(unit)}”; name one that does")
    return (first + found.start(), first + found.end()) if found else (first, last)


def _words_of(unit: Unit) -> str:
    return str(unit["text"])


def _is_right(exercise: Exercise, given: str, key: str) -> bool:
    if exercise.kind != "mark":
        return given == key
    return "{}-{}".format(*trim_span(exercise.text, *_read_span(given))) == key


def _is_near(given: str, key: str) -> bool:
    (start, end), (first, last) = _read_span(given), _read_span(key)
    return min(end, last) - max(start, first) >= (last - first) / 2 and end - start <= 2 * (last - first)


def _read_span(span: str) -> tuple[int, int]:
    start, _, end = span.partition("-")
    return int(start), int(end)
