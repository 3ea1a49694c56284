"""The content in front of its frame: ``..., zegt X`` and ``..., he said``."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._clauses import (
    clause_end,
    has_verb,
    is_set_off,
    longest,
    sentence_start,
    with_reason,
)
from helpers.annotate.attributions._contents import is_behind_quote, opens_content
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._make_candidates import make_candidate
from helpers.annotate.attributions._phrases import is_left_open, is_subject_like, opens_phrase, phrase_end
from helpers.annotate.attributions._second_verbs import is_whole_cue
from helpers.annotate.attributions._stretches import Stretch
from helpers.annotate.attributions._verb_forms import may_be_verb

CLAUSE_REACH = 22
MIN_INVERTED = 3


def propose_before(stretch: Stretch, frame: Frame, after: int) -> Iterator[Candidate]:
    """Yield the content in front of a frame, with the rest of it where the frame has cut it in two."""
    opening = None if stretch.has(frame.at, "gerund") else frame_opening(stretch, frame)
    if opening is None or not _may_follow_content(stretch, frame, opening):
        return
    end = _frame_ending(stretch, frame, after)
    if end is None:
        return
    hi = opening - 1 if stretch.key(opening - 1) in (",", "–", "—") else opening
    quote = stretch.kind(hi - 1) == "quote"
    cut = stretch.key(opening - 1) == "," and is_left_open(stretch, opening - 2)
    rest = tuple(piece for piece in _goes_on(stretch, end, cut=cut) if not quote or stretch.kind(piece[0]) == "quote")
    if not quote and not rest and _is_adjunct(stretch, sentence_start(stretch, opening), hi):
        return
    lo = hi - 1 if quote and is_set_off(stretch, hi - 1) else sentence_start(stretch, opening)
    inverted = frame.side == "right" and (hi - lo >= MIN_INVERTED or _is_verdict(stretch, frame, lo, hi))
    turned_down = hi - lo < MIN_INVERTED and stretch.has(hi - 1, "verdict_false")  # Onzin, zei X
    alone = "split" not in frame.form.cue.frames and (inverted or turned_down or has_verb(stretch, lo, hi))
    if "subject_first" in stretch.grammar.role("word_order"):
        clause = not {"that", "clause"}.isdisjoint(frame.form.cue.frames)
        alone = alone and clause
        rest = rest if clause or any(stretch.kind(piece[0]) == "quote" for piece in rest) else ()
    if frame.shared and not quote:
        return  # She laughed, and showed him the wing
    if hi > lo and (quote or rest or alone):
        pieces = ((_after_complementizer(stretch, frame, lo, hi), hi), *rest)
        content = with_reason(stretch, longest(stretch, pieces), end) if not rest else longest(stretch, pieces)
        second = bool(rest) and (stretch.key(rest[0][0] - 1) == ":" or stretch.has(rest[0][0] - 1, "coordinator"))
        if second and alone and not quote:  # the clause in front leads
            content = tuple(piece for part in pieces for piece in longest(stretch, (part,)))
        yield make_candidate(frame, "content_before", 0.95 if quote else 0.82, content)


def _is_verdict(stretch: Stretch, frame: Frame, lo: int, hi: int) -> bool:
    """Tell ``Overbodig, meent X`` from ``Vrijdag, zei X``: one word of content, and a verb of judging (Dutch)."""
    judges = "belief" in frame.form.cue.frames or not {"np", "as"}.isdisjoint(frame.form.cue.frames)
    return hi - lo == 1 and judges and stretch.is_plain(lo) and "verb_second" in stretch.grammar.role("word_order")


def _is_adjunct(stretch: Stretch, lo: int, hi: int) -> bool:
    """Tell ``Op de vraag of hij blijft, antwoordde ...`` from a content: a preposition, and a verb only behind of."""
    if not stretch.has(lo, "preposition"):
        return stretch.has(lo, "subordinator") and all(stretch.key(i) != "," for i in range(lo, hi))
    if opens_phrase(stretch, lo) and not any(
        stretch.has(i, "finite_verb") and not stretch.has(i, "determiner") for i in range(lo, hi)
    ):
        return True  # volgens zijn woordvoerster, had ...
    if not any(stretch.kind(i) != "mark" and _can_speak(stretch, i) for i in range(lo + 1, hi)):
        return True  # in een daarvan, van 3 september, eist ...
    behind = lo + 1 + stretch.has(lo + 1, "determiner")  # van dat verhaal klopt niets
    inner = stretch.find_role(behind, hi, "question_word", "complementizer", "relative")
    return inner is not None and not has_verb(stretch, lo, inner)


def _can_speak(stretch: Stretch, at: int) -> bool:
    """Tell whether a quotation, a cue verb or another verb stands at an item."""
    known = stretch.kind(at) == "quote" or stretch.key(at) in stretch.grammar.forms
    return known or may_be_verb(stretch, at)


def _may_follow_content(stretch: Stretch, frame: Frame, opening: int) -> bool:
    """Tell whether the word order is that of a frame behind its content: ``zegt X``, ``X said``."""
    order = stretch.grammar.role("word_order")
    if not {"that", "quote"} & frame.form.cue.frames or (frame.subject is None and not frame.shared):
        return False
    if "subject_first" in order and frame.side == "left" and stretch.has(frame.at + 1, "finite_verb"):
        return False  # a figure critics say is too low
    alone = frame.subject is not None and frame.subject[1] - frame.subject[0] == 1
    if alone and frame.subject and stretch.has(frame.subject[0], "relative") and not (
        frame.side == "right" and stretch.has(frame.subject[0], "demonstrative")  # ..., beloofde die
    ):
        return False
    if "verb_second" in order and frame.side == "left":
        return stretch.kind(opening - 1) == "quote"
    return not ("subject_first" in order and frame.side == "right" and frame.pivot < frame.at)


def _after_complementizer(stretch: Stretch, frame: Frame, lo: int, hi: int) -> int:
    """Leave the first word out of ``Dat de brug dicht was, ontkende hij``, but not of a clause that is a subject."""
    if frame.refused and stretch.has(lo, "interrogative_content"):
        return lo + 1  # Of de kluis leeg was, wil de bank niet bevestigen
    whole = hi - lo >= MIN_INVERTED and all(stretch.key(i) != "," for i in range(lo, hi))
    pronoun = stretch.grammar.is_verb(stretch.key(lo + 1)) or _is_this_noun(stretch, lo)  # Dat was nooit de bedoeling
    return lo + 1 if whole and stretch.has(lo, "complementizer") and not pronoun else lo


def _is_this_noun(stretch: Stretch, lo: int) -> bool:
    """Tell ``Dat verhaal klopt niet`` from ``Dat boeren staken``: a noun, a verb, and more that is no verb."""
    verb = stretch.has(lo + 2, "finite_verb") and not stretch.key(lo + 2).endswith("n")
    told = stretch.has(lo + 1, "pointing_noun", "figures_noun", "remark_noun")
    more = stretch.is_plain(lo + 1) and stretch.has(lo + 3, "negation", "preposition", "adverb", "determiner")
    return verb and (told or more)


def frame_opening(stretch: Stretch, frame: Frame) -> int | None:
    """Return where a frame behind its content begins, None where nothing precedes it."""
    first = frame.subject[0] if frame.side == "left" and frame.subject else frame.pivot
    leading = ("parenthetical_mark", "focus", "coordinator", "adverb")
    while stretch.has(first - 1, *leading) and not stretch.has(first - 1, "contrast"):
        first -= 1
    if first == 0 or (first < frame.pivot and _is_inner_quote(stretch, first)):
        return None
    if stretch.kind(first - 1) == "quote" or stretch.key(first - 1) in (",", "–", "—"):
        return first
    return None


def _is_second_clause(stretch: Stretch, at: int) -> bool:
    """Tell ``..., zei ze, en niemand was dood`` from ``..., zei ze, en ze liep weg`` and from another's statement."""
    nobody = stretch.has(at + 1, "negation") and stretch.has(at + 2, "finite_verb")
    if not stretch.has(at, "coordinator") or not (nobody or is_subject_like(stretch, at + 1)):
        return False
    if stretch.has(at + 1, "speaker_pronoun") or stretch.kind(at + 1) == "quote":
        return False
    return _is_stated_too(stretch, at + 1)


def _is_stated_too(stretch: Stretch, lo: int) -> bool:
    """Tell whether a clause behind a frame has a verb, and no cue of its own."""
    end = clause_end(stretch, lo)
    stated = any((is_whole_cue(stretch, i, end) and not stretch.has(i - 1, "passive")) or opens_phrase(stretch, i)
                 or stretch.has(i, "own_act") for i in range(lo, end))
    return not stated and has_verb(stretch, lo, end)


def _is_inner_quote(stretch: Stretch, first: int) -> bool:
    """Tell whether a quotation before ``and asked`` belongs to the clause before it: ``a ‘blow’ and asks``."""
    joined = stretch.has(first, "coordinator")
    return joined and stretch.kind(first - 1) == "quote" and not is_set_off(stretch, first - 1)


def _frame_ending(stretch: Stretch, frame: Frame, after: int) -> int | None:
    """Return where the frame behind a content ends, None where a content of its own follows."""
    end = max(after, frame.at + 1, frame.tail[-1] + 1 if frame.tail else 0)
    if frame.subject and frame.side == "right":
        end = max(end, frame.subject[1])
    limit = min(len(stretch), end + CLAUSE_REACH)
    for at in range(end, limit):
        if stretch.has(at, "complementizer") and at == end and opens_content(stretch, at):
            return at if is_behind_quote(stretch, frame) else None
        if stretch.kind(at) == "mark" and stretch.items[at].text in ",.:;!?–—":
            return at
        if stretch.kind(at) == "quote" or stretch.has(at, "coordinator", "contrast", "subordinator"):
            return at
        follows = at == end and is_subject_like(stretch, at) and not stretch.has(at, "complementizer")
        if follows and frame.side == "left":
            return phrase_end(stretch, at, len(stretch)) if stretch.has(frame.at, "addressee") else None
    return limit


def _goes_on(stretch: Stretch, end: int, *, cut: bool) -> tuple[Range, ...]:
    """Return the rest of a content that its frame has cut in two, `cut` where what stands before it is no clause."""
    if stretch.key(end) == "," and stretch.has(end + 1, "relative"):  # said Jan Bos, who leads the union, “...”
        comma = next((i for i in range(end + 2, len(stretch)) if stretch.key(i) == ","), None)
        end = comma if comma is not None and stretch.kind(comma + 1) == "quote" else end
    after = end
    if stretch.key(end) in (",", "–", "—") and end + 1 < len(stretch):
        after = end + 1
    if stretch.key(end) == ":" and stretch.kind(end + 1) == "word" and _is_stated_too(stretch, end + 1):
        return ((end + 1, clause_end(stretch, end + 1)),)
    if after >= len(stretch) or stretch.key(end) in (".", ";", ":", "!", "?"):
        return ()
    if stretch.kind(after) == "quote":
        return ((after, after + 1),)
    if after > end and _is_second_clause(stretch, after):
        return ((after + 1, clause_end(stretch, after + 1)),)
    if after == end or stretch.has(after, "relative", "contrast", "subordinator", "coordinator"):
        return ()
    stop = clause_end(stretch, after)
    if cut or stretch.has(stop - 1, "particle"):  # kwam, meldt X, zelfs boven de zestig uit
        return ((after, stop),)
    return ((after, stop),) if has_verb(stretch, after, stop) or _can_speak(stretch, after) else ()
