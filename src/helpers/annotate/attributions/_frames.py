"""How a cue verb stands in its clause: voice, negation, particles, and who its subject is."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.annotate.attributions._candidates import Range
from helpers.annotate.attributions._clauses import clause_start, sentence_start
from helpers.annotate.attributions._grammar import Form
from helpers.annotate.attributions._phrases import phrase_after, phrase_before, phrase_end, with_apposition
from helpers.annotate.attributions._stretches import Stretch

MAX_TAIL_GAP = 18
AUXILIARY_REACH = 14
NEGATION_REACH = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue verb in its clause.

    Parameters
    ----------
    at : int
        The cue.
    pivot : int
        The finite verb: the cue itself, or its auxiliary.
    start : int
        Where the smallest clause begins.
    tail : tuple of int
        The words of the particle or the fixed phrase.
    passive, negated, pointing : bool
        `pointing` where the subject's place holds ``dat`` or ``this``.
    """

    form: Form
    at: int
    pivot: int
    start: int
    tail: tuple[int, ...] = ()
    passive: bool = False
    negated: bool = False
    subject: Range | None = None
    side: str = ""
    pointing: bool = False
    shared: bool = False


def read_frame(stretch: Stretch, at: int, form: Form) -> Frame | None:
    """Return how a cue form stands in its clause, None where it is no statement there."""
    tail = _find_tail(stretch, at, form)
    english = "subject_first" in stretch.grammar.role("word_order")
    if english and at == 0 and form.shape == "finite" and not stretch.has(1, "determiner", "pronoun_subject"):
        return None  # State television; a verb in front has its subject behind it
    named = form.shape != "participle" and (_is_noun(stretch, at) or (stretch.is_capital(at) and at > 0))
    if tail is None or named:
        return None
    start = clause_start(stretch, at)
    if stretch.has(at, "gerund"):
        lone = stretch.key(at - 1) == "," or stretch.has(at - 1, "comparison")
        return Frame(form, at, at, start, tail, side="shared", shared=True) if lone else None
    if stretch.has(at, "determiner") and not stretch.has(
        at + 1, "determiner", "pronoun_object", "pronoun_subject", "demonstrative"
    ):
        return None  # a number such as acht
    if english and form.shape == "finite" and stretch.has(at + 1, "agent") and any(
        stretch.has(i, "pointing_noun", "remark_noun") for i in (at - 1, at - 2)
    ):
        return None  # an allegation rejected by the army
    if form.shape == "participle":
        return _participle(stretch, at, form, tail, start)
    if _leads_infinitive(stretch, at, start):
        return None
    if _perfect_before(stretch, at):
        return None
    return _with_subject(stretch, Frame(form, at, at, start, tail, negated=_is_negated(stretch, at, tail)))


def _is_negated(stretch: Stretch, at: int, tail: tuple[int, ...]) -> bool:
    """Tell whether a finite cue is negated: before it, or in Dutch order close behind it or before its particle."""
    places = [at - 1, tail[0] - 1] if tail else [at - 1]
    if "verb_second" in stretch.grammar.role("word_order"):
        for i in range(at + 1, at + NEGATION_REACH):
            if stretch.kind(i) != "word" or stretch.has(i, "complementizer", "question_word"):
                break
            if stretch.has(i + 1, "infinitive_mark") or (tail and i > tail[-1]):
                break  # zegt niet te weten: the content is negated
            places.append(i)
    return any(stretch.has(i, "negation") and not stretch.has(i, "determiner") for i in places)


def _perfect_before(stretch: Stretch, at: int) -> bool:
    """Tell whether an English past form follows an auxiliary: then it is read as a participle."""
    same = any(form.shape == "participle" for form in stretch.grammar.forms.get(stretch.key(at), ()))
    before = at - 1
    while before > 0 and stretch.has(before, "adverb", "negation"):
        before -= 1
    return same and stretch.has(before, "have", "passive", "be")


def _find_tail(stretch: Stretch, at: int, form: Form) -> tuple[int, ...] | None:
    if not form.cue.tail or form.shape == "joined":
        return ()
    if form.shape == "participle":
        for lo in range(max(0, at - MAX_TAIL_GAP), at):
            if all(stretch.key(lo + i) == word for i, word in enumerate(form.cue.tail)):
                return tuple(range(lo, lo + len(form.cue.tail)))
        joined = len(form.cue.tail) == 1 and stretch.key(at).startswith(form.cue.tail[0])
        return () if joined else _tail_after(stretch, at, form.cue.tail)
    return _tail_after(stretch, at, form.cue.tail, through="through" in form.cue.frames)


def _tail_after(
    stretch: Stretch, at: int, words: tuple[str, ...], *, through: bool = False
) -> tuple[int, ...] | None:
    found: list[int] = []
    position = at + 1
    for word in words:
        hit = next((i for i in range(position, min(len(stretch), position + MAX_TAIL_GAP))
                    if stretch.key(i) == word or stretch.key(i) in (";", ":")), None)
        if hit is None or stretch.key(hit) != word:
            return _tail_before(stretch, at, words)
        found.append(hit)
        position = hit + 1
    for i in range(len(words) - 2, -1, -1):  # the nearest words: had het parket het over
        found[i] = next(j for j in range(found[i + 1] - 1, at, -1) if stretch.key(j) == words[i])
    single_particle = len(words) == 1 and stretch.has(found[0], "preposition") and not through
    if single_particle and found[0] > at + 1 and not _ends_clause(stretch, found[0]):
        return None
    return tuple(found)


def _tail_before(stretch: Stretch, at: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
    lo = at - len(words)
    fits = lo >= 0 and all(stretch.key(lo + i) == word for i, word in enumerate(words))
    return tuple(range(lo, at)) if fits and len(words) > 1 else None


def _ends_clause(stretch: Stretch, at: int) -> bool:
    after = at + 1
    return stretch.kind(after) in ("mark", "quote") or stretch.has(
        after, "coordinator", "complementizer", "subordinator", "contrast", "question_word", "preposition"
    )


def _is_noun(stretch: Stretch, at: int) -> bool:
    if stretch.key(at) in stretch.grammar.nouns and stretch.grammar.is_verb(stretch.key(at + 1)):
        return True
    pronoun = stretch.has(at - 1, "pronoun_subject", "backward", "relative") or stretch.has(at - 2, "determiner")
    pronoun = pronoun or (stretch.has(at - 1, "lone_subject") and stretch.kind(at - 2) == "mark")
    pronoun = pronoun or _is_hearer(stretch, at)
    if stretch.has(at - 1, "determiner") and not pronoun:
        return True
    if _is_compound_noun(stretch, at):
        return True
    return stretch.has(at - 1, "preposition") and not stretch.has(at - 1, "infinitive_mark", "adverb")


def _is_compound_noun(stretch: Stretch, at: int) -> bool:
    """Tell ``an insurance claim that`` and ``a state report sent`` from a verb: a singular subject has no base form."""
    noun = stretch.key(at) in stretch.grammar.nouns or stretch.has(at, "pointing_noun")
    if not noun or stretch.key(at).endswith("s") or "subject_first" not in stretch.grammar.role("word_order"):
        return False
    for i in range(at - 1, max(-1, at - 4), -1):
        if stretch.has(i, "indefinite"):
            return True
        if stretch.kind(i) != "word" or stretch.has(i, "preposition", "pronoun_subject", "relative", "finite_verb"):
            return False
    return False


def _is_hearer(stretch: Stretch, at: int) -> bool:
    """Tell ``dat haar broer haar waarschuwde: ...`` from ``haar claim``: a hearer, and the clause ends in its verb."""
    closes = stretch.kind(at + 1) == "mark" or stretch.has(at + 1, "complementizer")
    noun = stretch.key(at) in stretch.grammar.nouns
    return closes and not noun and stretch.has(at - 1, "pronoun_object") and stretch.has(at - 1, "determiner")


def _leads_infinitive(stretch: Stretch, at: int, start: int) -> bool:
    """Tell whether a form is an infinitive: after ``te``, a modal, or a verb of wanting."""
    if stretch.has(at - 1, "infinitive_mark"):
        return True
    for i in range(at - 1, start - 1, -1):
        if stretch.has(i, "modal", "volition"):
            return not _may_confirm(stretch, i, at)
    return stretch.has(at + 1, "modal", "volition") and stretch.kind(at + 2) in ("mark",)


def _may_confirm(stretch: Stretch, modal: int, at: int) -> bool:
    """Let ``kan bevestigen`` and ``wil benadrukken`` be statements, ``wil niet bevestigen`` none."""
    if stretch.find_role(modal, at + 1, "negation") is not None:
        return False
    if stretch.has(modal, "volition"):
        return any("that" in f.cue.frames and f.cue.stance == "asserts" for f in stretch.grammar.forms[stretch.key(at)])
    return any(f.cue.stance in ("confirms", "denies") for f in stretch.grammar.forms[stretch.key(at)])


def _participle(stretch: Stretch, at: int, form: Form, tail: tuple[int, ...], start: int) -> Frame | None:
    auxiliary = _reportative(stretch, at, start)
    if auxiliary is None:
        auxiliary = next((i for i in range(at - 1, max(start, at - AUXILIARY_REACH) - 1, -1)
                          if stretch.has(i, "have", "passive", "be")), None)
    if auxiliary is None and stretch.has(at + 1, "have", "passive"):
        auxiliary = at + 1
    reported = auxiliary is not None and stretch.has(auxiliary, "reportative")  # zou hebben gezegd
    if auxiliary is None or (not reported and stretch.find_role(start, at, "modal", "volition") is not None):
        return None
    between = range(min(auxiliary, at) + 1, max(auxiliary, at))
    if any(stretch.kind(i) == "mark" and stretch.items[i].text in ",;:" for i in between):
        return None
    negated = any(stretch.has(i, "negation") for i in between)
    passive = stretch.has(auxiliary, "passive") or (stretch.has(auxiliary, "be") and not stretch.has(auxiliary, "have"))
    if not passive and stretch.has(auxiliary + 1, "passive") and auxiliary + 1 < at:
        passive = True
    pivot = auxiliary if auxiliary < at else at
    frame = Frame(form, at, pivot, start, tail, passive=passive, negated=negated)
    return _with_agent(stretch, frame) if passive else _with_subject(stretch, frame)


def _reportative(stretch: Stretch, at: int, start: int) -> int | None:
    """Return the auxiliary of ``zou de kapitein hebben doorgegeven``: who is said to have said it."""
    if not stretch.has(at - 1, "perfect_infinitive"):
        return None
    return next((i for i in range(at - 2, start - 1, -1) if stretch.has(i, "reportative")), None)


def _with_agent(stretch: Stretch, frame: Frame) -> Frame:
    hit = stretch.find_role(frame.pivot, min(len(stretch), frame.at + MAX_TAIL_GAP), "agent")
    agent: Range | None = None
    if hit is not None and stretch.kind(hit + 1) == "word" and not any(
        stretch.key(i) in (";", ":") for i in range(frame.pivot, hit)
    ):
        agent = with_apposition(stretch, (hit + 1, phrase_end(stretch, hit + 1, len(stretch))), len(stretch))
    return _replace(frame, subject=agent, side="agent")


def _replace(frame: Frame, *, subject: Range | None, side: str, pointing: bool = False, shared: bool = False) -> Frame:
    return Frame(frame.form, frame.at, frame.pivot, frame.start, frame.tail, frame.passive, frame.negated, subject,
                 side, pointing, shared)


def _with_subject(stretch: Stretch, frame: Frame) -> Frame:
    left, pointing = _left_subject(stretch, frame)
    right = phrase_after(stretch, frame.pivot + 1, frame.at if frame.pivot < frame.at else len(stretch))
    if right and frame.tail and right[0] <= frame.tail[0] < right[1]:
        right = (right[0], frame.tail[0]) if frame.tail[0] > right[0] else None
    right = _without_content(stretch, frame, right)
    second = "verb_second" in stretch.grammar.role("word_order")
    if right and second and _is_pronoun(stretch, frame, right):
        pronoun_left = left is not None and left[1] == frame.pivot and stretch.has(
            left[0], "pronoun_subject", "relative")
        if not pronoun_left:
            return _replace(frame, subject=right, side="right", pointing=pointing)
    pronoun = right is not None and stretch.has(right[0], "pronoun_subject")
    inverted = right is not None and second and stretch.has(frame.pivot - 1, "keep")  # al liet de trainer weten dat
    if stretch.has(frame.pivot - 1, "coordinator", "contrast") and not pronoun and not inverted:
        return _replace(frame, subject=None, side="shared", shared=True)
    if left is not None and right is not None and _object_left(stretch, frame, left, right):
        return _replace(frame, subject=right, side="right")
    if left is not None:
        return _replace(frame, subject=left, side="left")
    return _replace(frame, subject=right, side="right" if right else "", pointing=pointing)


def _object_left(stretch: Stretch, frame: Frame, left: Range, right: Range) -> bool:
    """Tell ``Beschietingen wees kolonel Bos van de hand``: a name behind the verb, none in front, and a judgement."""
    second = "verb_second" in stretch.grammar.role("word_order")
    judges = frame.form.cue.stance != "asserts" and bool({"np", "back"} & frame.form.cue.frames)
    if not (second and judges and frame.pivot == frame.at and right[0] == frame.pivot + 1 and left[1] == frame.pivot):
        return False
    named = any(stretch.is_capital(i) for i in range(*right))
    return named and not any(stretch.is_capital(i) for i in range(max(left[0], 1), left[1]))


def _is_pronoun(stretch: Stretch, frame: Frame, right: Range) -> bool:
    """Tell whether a subject behind the verb is a pronoun; ``het`` is one where only a particle follows."""
    if not stretch.has(right[0], "pronoun_subject"):
        return False
    alone = right[1] == right[0] + 1 and (right[1] in frame.tail or stretch.kind(right[1]) == "mark")
    return alone or not stretch.has(right[0], "determiner")


def _without_content(stretch: Stretch, frame: Frame, right: Range | None) -> Range | None:
    """End a subject before the preposition of the content: ``spreekt de directie | van een incident``."""
    if right is None or not frame.form.cue.preps:
        return right
    hit = next((i for i in range(right[0] + 1, right[1]) if stretch.key(i) in frame.form.cue.preps), None)
    if hit is None or any(stretch.key(i) in frame.form.cue.preps for i in range(right[1], right[1] + 8)):
        return right
    return right[0], hit


def _left_subject(stretch: Stretch, frame: Frame) -> tuple[Range | None, bool]:
    start, pivot = frame.start, frame.pivot
    if start == pivot - 1 == 0 and stretch.has(0, "backward_front"):
        return None, True  # So promised the governor
    if stretch.has(pivot - 1, "parenthetical_mark") and stretch.key(pivot - 2) == "," and pivot - 1 == start:
        return None, False
    fronted = stretch.has(pivot - 1, "backward") and pivot - 1 == start
    if fronted and "subject_first" not in stretch.grammar.role("word_order"):
        return None, True
    if start and stretch.has(start - 1, "relative") and stretch.key(start - 2) != "," and start < pivot and (
        stretch.find_role(start, pivot, "finite_verb") is not None
    ):
        head = phrase_before(stretch, clause_start(stretch, start - 1), start - 1)
        return head or (_head_before_relative(stretch, start, pivot) if _behind_relative(stretch, start) else None), False
    if start == pivot and start and stretch.has(start - 1, "relative"):
        return (start - 1, start), False
    if start == pivot and stretch.key(start - 1) == ",":
        return _over_apposition(stretch, pivot), False
    if start < pivot:
        if _is_object_of_relative(stretch, frame):
            return (start - 1, start), False
        found = phrase_before(stretch, start, pivot)
        found = found or _after_fronted(stretch, start, pivot)
        if found is None and stretch.key(start - 1) == ",":
            return _over_apposition(stretch, start), False
        if found is None and _behind_relative(stretch, start):
            return _head_before_relative(stretch, start, pivot), False
        if found is None and stretch.has(start - 1, "relative") and frame.at == frame.pivot:
            return (start - 1, start), False
        return found, False
    return None, False


def _is_object_of_relative(stretch: Stretch, frame: Frame) -> bool:
    """Tell whether what stands behind ``, die`` is its object: ``, die twaalf gewonden telt``."""
    start = frame.start
    final = "verb_final" in stretch.grammar.role("word_order") and "np" in frame.form.cue.frames
    alone = final and stretch.has(start - 1, "relative") and stretch.has(start - 1, "demonstrative")
    if not alone or stretch.key(start - 2) != "," or frame.pivot != frame.at:
        return False
    loose = stretch.has(start, "determiner") and not stretch.has(start, "definite")
    named = stretch.is_capital(start - 3) and not any(stretch.is_capital(i) for i in range(start, frame.at))
    if named and frame.tail and stretch.kind(frame.at + 1) == "mark":
        return True  # het Legioen, dat de aanval opeiste
    return loose or stretch.has(start, "number_word") or stretch.items[start].text[0].isdigit()


def _head_before_relative(stretch: Stretch, start: int, pivot: int) -> Range | None:
    """Return the first noun phrase of a subject that holds relative clauses."""
    head = sentence_start(stretch, start)
    whole = phrase_before(stretch, head, pivot)
    return (head, phrase_end(stretch, head, start)) if whole else None


def _behind_relative(stretch: Stretch, start: int) -> bool:
    """Tell whether a relative clause, whose verb comes first, stands between a subject and its verb (English)."""
    english = "subject_first" in stretch.grammar.role("word_order")
    opens = stretch.has(start - 1, "relative") and not stretch.grammar.is_verb(stretch.key(start - 2))
    return english and opens and stretch.key(start - 2) != "," and sentence_start(stretch, start) < start - 1


def _is_set_before(stretch: Stretch, at: int) -> bool:
    """Tell whether an item is a quotation in front of a frame, or the comma between the two."""
    return stretch.kind(at) == "quote" or (stretch.key(at) == "," and stretch.kind(at - 1) == "quote")


def _after_fronted(stretch: Stretch, start: int, pivot: int) -> Range | None:
    """Return the name or pronoun between a fronted phrase and the verb: ``In 2022 Smith warned``."""
    if "subject_first" not in stretch.grammar.role("word_order"):
        return None
    first = pivot
    while first > start and (stretch.is_capital(first - 1) and not stretch.has(first - 1, "time_word", "preposition")):
        first -= 1
    if first == pivot and stretch.has(pivot - 1, "pronoun_subject"):
        first = pivot - 1
    if first == pivot:
        first = _last_phrase(stretch, start, pivot)
    return (first, pivot) if start < first < pivot else None


def subject_behind(stretch: Stretch, start: int, limit: int) -> Range | None:
    """Return the subject behind a fronted phrase, before the first frequent verb."""
    verb = next((i for i in range(start + 1, limit) if _is_verb_like(stretch, i)), None)
    return _after_fronted(stretch, start, verb) if verb is not None else None


def _is_verb_like(stretch: Stretch, at: int) -> bool:
    ending = stretch.grammar.verb_ending
    plain = stretch.kind(at) == "word" and not stretch.items[at].roles and not stretch.is_capital(at)
    return stretch.has(at, "finite_verb") or (
        stretch.has(at - 1, "pronoun_subject") and plain and ending is not None
        and ending.fullmatch(stretch.key(at)) is not None
    )


def _last_phrase(stretch: Stretch, start: int, pivot: int) -> int:
    """Return where the noun phrase that ends before a verb begins, behind a fronted one: ``By noon the coach said``."""
    for at in range(pivot - 2, start, -1):
        if stretch.kind(at) != "word" or stretch.has(at, "preposition", "finite_verb", "relative"):
            return pivot
        if stretch.has(at, "determiner") and not stretch.has(at - 1, "preposition", "coordinator", "determiner"):
            return at
    return pivot


def _over_apposition(stretch: Stretch, pivot: int) -> Range | None:
    """Return ``Jan Bos, mayor of the town`` before ``, says``: the first piece begins the clause."""
    start = sentence_start(stretch, pivot)
    while start < pivot and (stretch.has(start, "focus", "coordinator", "contrast") or _is_set_before(stretch, start)):
        start += 1
    if "subject_first" in stretch.grammar.role("word_order") and stretch.has(start, "preposition"):
        fronted = next((i for i in range(start, pivot - 1) if stretch.key(i) == ","), None)
        timed = stretch.has(start + 1, "time_word")
        start = start + 1 if fronted is None or timed else fronted + 1
        while stretch.has(start, "time_word") or stretch.items[start].text.isdigit():
            start += 1
    comma = next((i for i in range(start, pivot - 1) if stretch.key(i) == ","), None)
    first = phrase_before(stretch, start, comma if comma is not None else pivot - 1)
    if first is None:
        return None
    if comma is None:
        return (start, pivot - 1) if stretch.find_role(start, pivot, "relative") is not None else None
    rest = range(comma + 1, pivot - 1)
    relative = any(stretch.has(i, "relative") for i in rest) and not stretch.has(comma + 1, "finite_verb")
    if not relative and any(stretch.has(i, "finite_verb") and not stretch.has(i, "determiner") for i in rest):
        return None
    if all(stretch.has(i, "adverb", "time_word") for i in rest):
        return first
    return (first[0], pivot - 1) if first[1] == comma else first
