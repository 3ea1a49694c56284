"""The object of a cue verb: what is denied, what something is called, what is spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._clauses import clause_end, has_verb, longest
from helpers.annotate.attributions._contents import limit_content, opens_content
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._fronted_objects import propose_fronted
from helpers.annotate.attributions._make_candidates import make_candidate
from helpers.annotate.attributions._object_ends import end_of_object, judgement_at
from helpers.annotate.attributions._phrases import is_number, is_subject_like, phrase_end
from helpers.annotate.attributions._stretches import Stretch
from helpers.annotate.attributions._things import is_no_statement
from helpers.annotate.attributions._verdicts import called_false, is_told

CLAUSE_REACH = 22


def propose_object(stretch: Stretch, frame: Frame, after: int) -> Iterator[Candidate]:
    """Yield the object of a verb that denies, names or announces something."""
    frames = frame.form.cue.frames
    if "np" not in frames and "as" not in frames:
        return
    fronted = [*propose_fronted(stretch, frame)]
    if fronted:
        yield from fronted
        return
    rule = "calls_it" if "as" in frames else "object"
    if frame.at > frame.pivot or _verb_final(stretch, frame):
        yield from _object_before(stretch, frame, rule)
    elif "np" in frames:
        yield from _object_in_front(stretch, frame)
    first = frame.tail[-1] + 1 if frame.tail and _content_after_tail(frame) else after
    if "as" in frames and frame.side == "right" and stretch.kind(_set_off_before(stretch, frame)) == "quote":
        at = _set_off_before(stretch, frame)
        yield make_candidate(frame, rule, 0.9, ((at, at + 1),))
        return
    yield from _plain_object(stretch, frame, _over_setting(stretch, frame, first), rule)


def _over_setting(stretch: Stretch, frame: Frame, first: int) -> int:
    """Skip where a denial was made: ``ontkent bij de politie | de diefstal``."""
    judged = frame.form.cue.stance != "asserts" and not (frame.tail or frame.form.cue.preps or frame.form.cue.objects)
    placed = frame.side == "left" or "verb_second" in stretch.grammar.role("word_order")
    if not (judged and placed and stretch.has(first, "preposition")) or stretch.has(first, "infinitive_mark"):
        return first
    end = phrase_end(stretch, first + 1, len(stretch))
    return end if stretch.has(end, "determiner") else first


def _plain_object(stretch: Stretch, frame: Frame, first: int, rule: str) -> Iterator[Candidate]:
    """Yield the object that begins at an item behind its verb, or what a pronoun there means."""
    frames = frame.form.cue.frames
    quote = next((i for i in range(first, min(len(stretch), first + 6)) if stretch.kind(i) == "quote"), None)
    pronoun = stretch.has(first, "pronoun_object", "backward") and stretch.has(first + 1, "comparison")
    if "np" in frames and frame.form.cue.stance == "denies" and pronoun:
        yield make_candidate(frame, "points_back", 0.84, (), points_back=True)  # dismiss them as forgeries
    elif "as" in frames and quote is not None and stretch.has(first, "backward") and not (
            stretch.has(quote + 1, "complementizer")):  # called it “unlikely” that the dam broke: all of it
        yield make_candidate(frame, rule, 0.75, ((quote, quote + 1),))
    elif "as" not in frames and _names_what_was_said(stretch, frame, first):
        pointed = ((first, pointing_end(stretch, first) or first + 1),)
        yield make_candidate(frame, "points_back", 0.84, pointed, points_back=True)
    elif "through" in frames and frame.tail and frame.tail[0] == first + 1 and stretch.has(first, "backward"):
        content = longest(stretch, ((frame.tail[-1] + 1, clause_end(stretch, frame.tail[-1] + 1)),))
        yield make_candidate(frame, rule, 0.74, content)  # wijt dat aan brokstukken
    elif "as" in frames and stretch.kind(first) == "quote" and _names_freely(stretch, frame):
        yield make_candidate(frame, rule, 0.76, ((first, first + 1),))  # what she called “a slip”
    elif _may_be_object(stretch, frame, first):
        end = end_of_object(stretch, frame, first)
        first = _behind_accused(stretch, first, end)
        described = _described(stretch, frame, first, end)
        if described is not None:
            yield described
            return
        false = called_false(stretch, first, end) if "as" in frames else None
        if false is not None:
            found = make_candidate(frame, "verdict", 0.75, longest(stretch, ((first, false),)))
            yield replace(found, stance="denies", tail=(*found.tail, *range(false, end)))
        elif end - first >= (2 if "as" in frames else 1):
            yield make_candidate(frame, rule, 0.74, longest(stretch, ((first, end),)))


def _names_freely(stretch: Stretch, frame: Frame) -> bool:
    return frame.subject is not None and stretch.has(frame.subject[0] - 1, "free_relative")


def _behind_accused(stretch: Stretch, first: int, end: int) -> int:
    """Begin behind whom is accused: ``beschuldigt de stad ervan | geld te hebben verborgen``."""
    of_it = stretch.find_role(first, end, "of_it")
    return first if of_it is None or of_it + 1 >= end else of_it + 1


def _described(stretch: Stretch, frame: Frame, first: int, end: int) -> Candidate | None:
    """Read ``deed de brand af als een grap``: what is no statement is not denied, but called something."""
    comparison = next((i for i in range(end, min(len(stretch), end + 3)) if stretch.has(i, "comparison")), None)
    if frame.form.cue.stance != "denies" or comparison is None or stretch.has(first, "backward", "pronoun_object"):
        return None
    last = clause_end(stretch, comparison + 1)
    clause = "subject_first" in stretch.grammar.role("word_order") and has_verb(stretch, comparison + 1, last)
    if clause or is_told(stretch, first, end) or stretch.find_role(comparison, last, "verdict_false", "verdict_told"):
        return None
    found = make_candidate(frame, "calls_it", 0.76, longest(stretch, ((first, last),)))
    return replace(found, stance="asserts")


def _names_what_was_said(stretch: Stretch, frame: Frame, first: int) -> bool:
    """Tell ``rejects that accusation`` from ``rejects the accusation that ...``: a noun for what was stated before."""
    end = pointing_end(stretch, first)
    if end is None or frame.form.cue.stance == "asserts":
        return False
    closed = stretch.kind(end) == "mark" or end in frame.tail or stretch.has(end, "coordinator", "contrast", "adverb")
    return closed or stretch.has(end, "comparison")


def pointing_end(stretch: Stretch, first: int) -> int | None:
    """Return where ``that accusation`` ends that begins at an item, None where something else stands there."""
    if not stretch.has(first, "definite", "demonstrative", "backward") or not stretch.has(first, "determiner"):
        return None
    noun = first + 1 if stretch.has(first + 1, "pointing_noun") else first + 2
    return noun + 1 if stretch.has(noun, "pointing_noun") else None


def _set_off_before(stretch: Stretch, frame: Frame) -> int:
    """Return the item before the verb, over a comma: ``“Een ramp”, noemde de trainer de wedstrijd``."""
    return frame.pivot - 2 if stretch.key(frame.pivot - 1) == "," else frame.pivot - 1


def _may_be_object(stretch: Stretch, frame: Frame, first: int) -> bool:
    frames = frame.form.cue.frames
    if "through" in frames and not (frame.tail and frame.tail[0] > first):
        return False
    if first >= len(stretch) or not fits_object(stretch, frame, first):
        return False
    named = any(words[0] == stretch.key(first) for words in frame.form.cue.objects)  # described being woken
    counted = stretch.has(first, "adverb") and is_number(stretch, first + 1)  # had het over bijna 400 gezinnen
    if not (named or counted or is_subject_like(stretch, first)):
        return False
    named_as = frame.form.cue.stance == "denies" and stretch.has(first, "comparison")
    if is_no_statement(stretch, frame, first) or named_as:
        return False
    split = bool(frame.tail) and frame.tail[0] > first
    if stretch.has(first, "complementizer") and "that" in frames and not split and opens_content(stretch, first):
        return False
    pronoun = stretch.has(first, "pronoun_subject") and not stretch.has(first, "determiner")
    alone = stretch.kind(first + 1) == "mark" or first + 1 in frame.tail
    pronoun = pronoun or (stretch.has(first, "not_content") and alone)
    return _has_two_parts(stretch, frame, first) if "as" in frames else not pronoun


def _has_two_parts(stretch: Stretch, frame: Frame, first: int) -> bool:
    """Tell ``called the raid a crime`` from ``called the police``, where a language's order allows both."""
    if frame.form.cue.objects or "subject_first" not in stretch.grammar.role("word_order"):
        return True
    rest = range(first + 1, clause_end(stretch, first))
    second = any(stretch.has(i, "determiner", "comparison") or stretch.kind(i) == "quote" for i in rest)
    second = second or judgement_at(stretch, first) is not None or any(
        stretch.has(i, "verdict_false") for i in rest)  # called the plan absurd
    return second or stretch.has(first, "pronoun_subject", "pronoun_object")


def _content_after_tail(frame: Frame) -> bool:
    return "after_tail" in frame.form.cue.frames


def fits_object(stretch: Stretch, frame: Frame, first: int) -> bool:
    """Tell whether an object is one that makes the verb a statement (``ziet een verband``)."""
    objects = frame.form.cue.objects
    if not objects:
        return True
    if {"as", "anywhere"} & frame.form.cue.frames or frame.form.cue.preps:
        wanted = {words[0] for words in objects}
        reach = range(first, clause_end(stretch, first))
        return any(stretch.key(i) in wanted or (stretch.kind(i) == "quote" and '"' in wanted)
                   or ("#" in wanted and is_number(stretch, i)) for i in reach)
    while stretch.has(first, "existential"):
        first += 1  # ziet er een teken in
    return any(tuple(stretch.key(first + i) for i in range(len(words))) == words for words in objects)


def _verb_final(stretch: Stretch, frame: Frame) -> bool:
    final = "verb_final" in stretch.grammar.role("word_order")
    return final and stretch.has(frame.start - 1, "relative", "subordinator")


def _object_in_front(stretch: Stretch, frame: Frame) -> Iterator[Candidate]:
    """Find the object in front of the verb and its pronoun: ``Een recessie acht ze onvermijdelijk``."""
    cue, subject = frame.form.cue, frame.subject
    final = "verb_final" in stretch.grammar.role("word_order")
    if not final or cue.objects or frame.side != "right" or subject is None or frame.start >= frame.pivot:
        return
    pronoun = stretch.has(subject[0], "pronoun_subject") and subject[1] == subject[0] + 1
    pronoun = pronoun or (cue.stance != "asserts" and subject[0] == frame.pivot + 1)  # chosen as subject by its name
    judged = bool(frame.tail) and cue.stance == "denies"  # de speculaties deed hij af als een leugen
    rest = range(subject[1], frame.tail[0] if judged else len(stretch))
    closes = all(i in frame.tail or stretch.has(i, "adverb", "negation") for i in rest if stretch.kind(i) != "mark"
                 and not any(stretch.key(j) in (",", ";") for j in range(subject[1], i)))
    lo = frame.start
    if pronoun and closes and is_subject_like(stretch, lo) and not stretch.has(lo, "pronoun_subject", "backward"):
        yield make_candidate(frame, "object_in_front", 0.75, longest(stretch, ((lo, frame.pivot),)))


def _object_range(stretch: Stretch, frame: Frame, whole: Range) -> tuple[Range, int, int]:
    """Return the subject of a verb behind its object, and where that object can stand."""
    subject = _without_object(stretch, frame, whole)
    lo = subject[1] if subject[0] >= frame.start else frame.start
    lo = max(lo, frame.pivot + 1) if frame.pivot < frame.at else lo
    closing = frame.pivot == frame.at - 1
    if closing and subject == (frame.start - 1, frame.start):
        lo = frame.start  # die de actie hadden opgeëist
    elif closing and subject != whole:
        lo = subject[1]  # nadat de bank een verlies had gemeld
    hi = min(frame.at, frame.tail[0]) if frame.tail and lo <= frame.tail[0] < frame.at else frame.at
    hi = min(hi, frame.pivot) if lo <= frame.pivot < frame.at else hi
    while frame.refused and hi > lo + 1 and stretch.has(hi - 1, "negation", "time_word", "adverb"):
        hi -= 1  # kon dat gisteren niet bevestigen
    hi -= frame.hearsay and hi == frame.at and stretch.has(hi - 1, "perfect_infinitive")  # zou dat hebben ontkend
    return subject, lo, hi


def _object_before(stretch: Stretch, frame: Frame, rule: str) -> Iterator[Candidate]:
    """Find the object between subject and verb: ``die de man gisteren een ramp noemde``."""
    if frame.subject is None:
        return
    subject, lo, hi = _object_range(stretch, frame, frame.subject)
    frame = replace(frame, subject=subject)
    behind = frame.at + 1
    if stretch.has(behind, "comparison") and "as" in frame.form.cue.frames:  # had het omschreven als een ramp
        pieces = longest(stretch, ((lo, hi), (behind + 1, clause_end(stretch, behind + 1))))
        yield make_candidate(frame, rule, 0.8, pieces)
        return
    quote = next((i for i in range(lo, hi) if stretch.kind(i) == "quote"), None)
    if quote is not None:
        yield make_candidate(frame, rule, 0.8, ((quote, quote + 1),))
        return
    while lo < hi and stretch.has(lo, "adverb", "time_word"):
        lo += 1
    if lo < hi and fits_object(stretch, frame, lo) and is_subject_like(stretch, lo) and not (
        is_no_statement(stretch, frame, lo)
    ):
        pointing = frame.form.cue.stance != "asserts" and pointing_end(stretch, lo) == hi
        if pointing or (hi - lo == 1 and stretch.has(lo, "backward")):
            words = ((lo, hi),) if pointing and not frame.refused else ()
            yield make_candidate(frame, "points_back", 0.8, words, points_back=True)
        elif not stretch.has(lo, "pronoun_object", "pronoun_subject") or (
            stretch.has(lo, "determiner") and stretch.is_plain(lo + 1) and lo + 1 < hi
        ):
            yield make_candidate(frame, rule, 0.7, longest(stretch, ((lo, hi),)))


def _without_object(stretch: Stretch, frame: Frame, subject: Range) -> Range:
    """End the subject before the object where both precede the verb: ``toen de politie | twee doden meldde``."""
    factual = stretch.has(frame.start - 1, "factual_subordinator")
    if subject[0] != frame.start or not factual or "as" in frame.form.cue.frames:
        return subject
    end = phrase_end(stretch, subject[0], subject[1])
    if stretch.has(end, "preposition") and stretch.is_capital(end + 1):  # de verkeersleiding in Gent
        end = phrase_end(stretch, end + 1, subject[1])
    return (subject[0], end) if subject[0] < end < subject[1] else subject


def _joins_noun(stretch: Stretch, at: int) -> bool:
    """Tell whether ``van`` joins two nouns: it stands behind a plain noun."""
    plain = stretch.is_plain(at - 1) and not stretch.is_capital(at - 1)
    return plain and stretch.has(at, "after_name") and stretch.find_role(at - 3, at - 1, "determiner") is not None


def _calls_it(stretch: Stretch, at: int) -> bool:
    """Tell ``sprak in de raad van ‘een blamage’`` from ``sprak in de raad van de stad``."""
    return stretch.kind(at) == "quote" or (stretch.has(at, "determiner") and not stretch.has(at, "definite"))


def propose_prepositional(stretch: Stretch, frame: Frame, after: int) -> Iterator[Candidate]:
    preps = frame.form.cue.preps
    for at in range(after, min(len(stretch), after + CLAUSE_REACH) if preps else after):
        if stretch.kind(at) == "mark" or stretch.has(at, "complementizer", "contrast"):
            return
        if stretch.key(at) in preps:
            negated = any(stretch.has(i, "negation") and i not in frame.tail for i in range(frame.at + 1, at))
            joins = at > after and at not in frame.tail and at - 1 not in frame.tail and _joins_noun(stretch, at)
            joins = joins and not _calls_it(stretch, at + 1)
            if negated or joins:
                return  # rept met geen woord over; sprak op een herdenking van de slag
            end = limit_content(stretch, frame, at + 1, clause_end(stretch, at + 1, prep=stretch.key(at)))
            closed = stretch.kind(at + 2) == "mark" or stretch.has(at + 2, "coordinator")
            if stretch.kind(at + 1) == "quote" and closed:
                end = at + 2
            if (stretch.has(at + 1, "backward") and end == at + 2) or is_no_statement(stretch, frame, at + 1):
                return
            yield make_candidate(frame, "preposition", 0.76, longest(stretch, ((at + 1, end),)))
            return
