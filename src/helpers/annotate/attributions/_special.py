"""Passives, and frames without a speaker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from helpers.annotate.attributions._before import frame_opening
from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._clauses import clause_end, is_set_off, longest, sentence_start
from helpers.annotate.attributions._contents import make_clause
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._located import find_print_before
from helpers.annotate.attributions._make_candidates import make_candidate
from helpers.annotate.attributions._objects import fits_object, pointing_end
from helpers.annotate.attributions._phrases import is_subject_like, phrase_end
from helpers.annotate.attributions._stretches import Stretch
from helpers.annotate.attributions._things import is_no_statement

MAX_POINTER = 2
PLACE_REACH = 3


def propose_passive(stretch: Stretch, frame: Frame) -> Iterator[Candidate]:
    frames = frame.form.cue.frames
    if frame.negated and frame.form.cue.stance != "denies":
        return
    behind = frame.subject[1] if frame.subject and frame.subject[0] > frame.at else frame.at
    complement = stretch.find_role(frame.at, min(len(stretch), max(frame.at + 4, behind + 2)), "complementizer")
    relative = complement is not None and stretch.key(complement - 1) == "," and _names_agent(frame, complement)
    if complement is not None and "that" in frames and complement >= frame.at and not relative:
        content = longest(stretch, ((complement + 1, clause_end(stretch, complement + 1)),))
        located = frame if frame.subject else replace(frame, subject=find_print_before(stretch, frame.pivot))
        yield make_candidate(located, "passive_clause", 0.85, content)
        return
    if is_no_statement(stretch, frame, frame.at + 1):
        return  # was denied entry by the guard
    if frame.form.cue.objects:
        yield from _passive_object(stretch, frame)
        return
    if frame.subject is None and not ("agentless" in frames and frame.pivot < frame.at):
        return
    start = sentence_start(stretch, frame.pivot)
    pieces: tuple[Range, ...] = ((start, frame.pivot),)
    lone = longest(stretch, pieces)
    pointing = bool(lone) and frame.form.cue.stance != "asserts" and pointing_end(stretch, lone[0][0]) == lone[0][1]
    if pointing or (lone and lone[0][1] - lone[0][0] <= MAX_POINTER and stretch.has(lone[0][0], "backward")):
        yield make_candidate(frame, "points_back", 0.84, lone if pointing else (), points_back=True)
    elif lone and not {"np", "as", "agentless", "that"}.isdisjoint(frames) and not stretch.has(frame.at, "addressee"):
        lone = _in_complement(stretch, lone)
        lone = _with_complement(stretch, frame, lone)
        yield make_candidate(frame, "passive_subject", 0.8, lone)


def _names_agent(frame: Frame, complement: int) -> bool:
    """Tell whether a comma stands right behind the agent: ``bevestigd door het lab, dat in mei dicht gaat``."""
    return frame.subject is not None and frame.subject[1] in (complement, complement - 1)


def _in_complement(stretch: Stretch, lone: tuple[Range, ...]) -> tuple[Range, ...]:
    """Begin behind ``that``, also where a noun announces it: ``Rumours in town that | the dam broke | have been``."""
    first, end = lone[0]
    opens = first if stretch.has(first, "complementizer") else None
    if stretch.key(first) in stretch.grammar.nouns:
        opens = stretch.find_role(first, end, "complementizer")
        end -= stretch.has(end - 1, "have")
    return lone if opens is None or opens + 1 >= end else ((opens + 1, end),)


def _with_complement(stretch: Stretch, frame: Frame, lone: tuple[Range, ...]) -> tuple[Range, ...]:
    """Add what something is taken for or estimated at: ``wordt getypeerd als een brief``, ``geschat op 4 ton``."""
    frames = frame.form.cue.frames
    ends = (frame.at + 1, frame.subject[1] if frame.subject else frame.at + 1)
    second = next((i for i in ends if stretch.has(i, "comparison")), None)
    value = next((i for i in ends if "valued" in frames and stretch.has(i, "value_preposition")), None)
    if second is not None and "as" in frames:
        return longest(stretch, (*lone, (second + 1, clause_end(stretch, second + 1))))
    if value is not None:
        return longest(stretch, (*lone, (value, clause_end(stretch, value))))
    return lone


def _passive_object(stretch: Stretch, frame: Frame) -> Iterator[Candidate]:
    for at in range(frame.pivot + 1, frame.at):
        if fits_object(stretch, frame, at):
            content = longest(stretch, ((at, phrase_end(stretch, at, frame.at)),))
            yield make_candidate(frame, "passive_object", 0.7, content)
            return


def propose_impersonal(stretch: Stretch, frame: Frame) -> Iterator[Candidate]:
    """Read ``klinkt het``: no source, unless a phrase with bij names who."""
    near = [i for i in (frame.at - 1, frame.at + 1) if stretch.has(i, "impersonal")]
    if not near:
        return
    place = stretch.find_role(frame.start, max(frame.at, *near) + PLACE_REACH, "location")
    source = None
    if place is not None and place not in near and stretch.kind(place + 1) == "word" and abs(place - frame.at) < 6:
        source = (place + 1, phrase_end(stretch, place + 1, frame.at if place < frame.at else len(stretch)))
        source = source if is_subject_like(stretch, source[0]) and source[1] > source[0] else None
    frame = Frame(frame.form, frame.at, frame.pivot, frame.start, subject=source, side="right")
    after = max(frame.at, *near) + 1
    complement = stretch.find_role(after, after + 4, "complementizer")
    if complement is not None:
        yield make_clause(stretch, frame, complement + 1, "impersonal_clause", 0.86)
        return
    opening = frame_opening(stretch, frame)
    if opening is None:
        if stretch.kind(after + 1) == "quote" and stretch.key(after) == ":":
            yield make_candidate(frame, "impersonal_quotation", 0.9, ((after + 1, after + 2),))
        return
    lo = sentence_start(stretch, opening)
    mark = opening - 1 if stretch.key(opening - 1) == "," else opening
    if stretch.kind(mark - 1) == "quote" and is_set_off(stretch, mark - 1):
        lo = mark - 1
    yield make_candidate(frame, "impersonal_before", 0.85, longest(stretch, ((lo, mark),)))
