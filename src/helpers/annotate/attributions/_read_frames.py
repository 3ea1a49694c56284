"""How a cue verb stands in its clause: voice, negation, particles."""

from __future__ import annotations

from dataclasses import replace

from helpers.annotate.attributions._candidates import Range
from helpers.annotate.attributions._clauses import clause_start
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._grammar import Form
from helpers.annotate.attributions._lookalikes import is_neuter_noun, is_split_verb
from helpers.annotate.attributions._negations import is_negated
from helpers.annotate.attributions._phrases import phrase_end, with_apposition
from helpers.annotate.attributions._stretches import Stretch
from helpers.annotate.attributions._subjects import find_subject

MAX_TAIL_GAP = 18
AUXILIARY_REACH = 14


def read_frame(stretch: Stretch, at: int, form: Form) -> Frame | None:
    """Return how a cue form stands in its clause, None where it is no statement there."""
    tail = _find_tail(stretch, at, form)
    start = clause_start(stretch, at)
    if tail is None or _is_no_verb(stretch, at, form, start) or is_split_verb(stretch, at, form):
        return None
    if stretch.has(at, "gerund"):
        lone = stretch.key(at - 1) == "," or stretch.has(at - 1, "comparison", "meanwhile")
        return Frame(form, at, at, start, tail, side="shared", shared=True) if lone else None
    if form.shape == "participle":
        return _participle(stretch, at, form, tail, start)
    continuing = next((i for i in range(start, at) if stretch.has(i, "continuing")), None)
    if continuing is not None and _may_continue(stretch, at):  # blijft ontkennen dat
        return find_subject(stretch, Frame(form, at, continuing, start, tail))
    refusing = _refusal(stretch, at, form, start)
    if refusing is not None:
        start = min(start, clause_start(stretch, refusing))
        return find_subject(stretch, Frame(form, at, refusing, start, tail, negated=True, refused=True))
    if _leads_infinitive(stretch, at, start) or _perfect_before(stretch, at):
        return None
    pivot = at - 1 if stretch.has(at - 1, "emphatic") and at - 1 > start else at  # did admit
    return find_subject(stretch, Frame(form, at, pivot, start, tail, negated=is_negated(stretch, at, tail)))


def _is_no_verb(stretch: Stretch, at: int, form: Form, start: int) -> bool:
    """Tell whether a cue form is a noun, a name, a number or a participle behind its noun here."""
    if is_neuter_noun(stretch, at):
        return True
    if form.shape != "participle" and (_is_noun(stretch, at) or (stretch.is_capital(at) and at > 0)):
        return True
    followed = stretch.has(at + 1, "determiner", "pronoun_object", "pronoun_subject", "demonstrative")
    if stretch.has(at, "determiner") and not followed and not stretch.has(at, "gerund"):
        return True  # a number such as acht
    if "subject_first" not in stretch.grammar.role("word_order"):
        return False
    if at == 0 and form.shape == "finite" and not stretch.has(1, "determiner", "pronoun_subject"):
        return True  # State television; a verb in front has its subject behind it
    behind_noun = any(stretch.has(i, "pointing_noun", "remark_noun") for i in (at - 1, at - 2))
    if form.shape == "finite" and stretch.has(at + 1, "agent") and behind_noun:
        return True  # an allegation rejected by the army
    return _is_named(stretch, at, start, form)


def _may_continue(stretch: Stretch, at: int) -> bool:
    ending = stretch.grammar.infinitive_ending
    return ending is not None and ending.fullmatch(stretch.key(at)) is not None


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
        before = range(max(0, at - MAX_TAIL_GAP), at) if "verb_second" in stretch.grammar.role("word_order") else ()
        for lo in before:
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
                    if stretch.key(i) == word or stretch.key(i) in (";", ":") or _next_verb(stretch, i)), None)
        if hit is None or stretch.key(hit) != word:
            return _tail_before(stretch, at, words)
        found.append(hit)
        position = hit + 1
    for i in range(len(words) - 2, -1, -1):  # the nearest words: had het parket het over
        found[i] = next(j for j in range(found[i + 1] - 1, at, -1) if stretch.key(j) == words[i])
    if len(words) == 1 and found[0] == at + 1 and stretch.has(found[0], "speaking_to") and stretch.has(
        found[0] + 1, "determiner", "pronoun_object", "not_content"
    ) and not stretch.has(found[0] + 1, "complementizer"):
        return None  # sprak tegen de spelers
    single_particle = len(words) == 1 and stretch.has(found[0], "preposition") and not through
    if single_particle and found[0] > at + 1 and not _ends_clause(stretch, found[0]):
        return None
    return tuple(found)


def _next_verb(stretch: Stretch, at: int) -> bool:
    """Tell whether a second verb follows: ``sluit de poort en laat de hond uit``."""
    after = stretch.key(at + 1)
    return stretch.has(at, "coordinator") and stretch.has(at + 1, "finite_verb") and after not in ("zijn", "haar")


def _tail_before(stretch: Stretch, at: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
    lo = at - len(words)
    fits = lo >= 0 and all(stretch.key(lo + i) == word for i, word in enumerate(words))
    alone = len(words) == 1 and stretch.has(lo, "preposition")
    return tuple(range(lo, at)) if fits and not alone else None  # die erop wijst dat


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
    pronoun = pronoun or _is_hearer(stretch, at) or _floats(stretch, at - 1)
    if stretch.has(at - 1, "determiner") and not pronoun:
        return True
    if _is_compound_noun(stretch, at):
        return True
    return stretch.has(at - 1, "preposition") and not stretch.has(at - 1, "infinitive_mark", "adverb")


def _floats(stretch: Stretch, at: int) -> bool:
    """Tell ``They both denied`` and ``Lee and Hale both denied`` from ``both claims``: it stands behind its subject."""
    subject = stretch.has(at - 1, "pronoun_subject") or stretch.is_capital(at - 1)
    return stretch.has(at, "floating") and subject


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


def _is_named(stretch: Stretch, at: int, start: int, form: Form) -> bool:
    """Tell ``A ferry called “Hope” sailed`` from a calling: an indefinite noun, and its name at once."""
    name = stretch.kind(at + 1) == "quote" or stretch.is_capital(at + 1)
    return "as" in form.cue.frames and name and any(stretch.has(i, "indefinite") for i in range(max(start, at - 3), at))


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


def _refusal(stretch: Stretch, at: int, form: Form, start: int) -> int | None:
    """Return the verb of ``wil niet bevestigen`` and ``declined to confirm``: a source leaves it open."""
    if "refusable" not in form.cue.frames or form.shape != "finite":
        return None
    lo = start - 2 if stretch.has(start - 1, "backward") and stretch.has(start - 2, "modal", "volition") else start
    verb = next((i for i in range(at - 1, lo - 1, -1) if stretch.has(i, "modal", "volition", "negated_modal")), None)
    if verb is None or stretch.find_role(verb, at, "independently") is not None:
        return None  # could not independently confirm: the newsroom's own mark
    neither = stretch.has(at + 1, "negation") and stretch.has(at + 3, "complementizer", "interrogative_content")
    negated = stretch.has(verb, "refusing", "negated_modal") or stretch.find_role(verb, at, "negation") is not None
    negated = negated or neither  # wil bevestigen noch ontkennen dat
    own = stretch.find_role(clause_start(stretch, verb), at, "newsroom_self") is not None
    return verb if negated and not own else None


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
    if auxiliary < at and stretch.has(at - 1, "coordinator") and _takes_object(stretch, at, form):
        return None  # had been found and said a report was due
    between = range(min(auxiliary, at) + 1, max(auxiliary, at))
    if any(stretch.kind(i) == "mark" and stretch.items[i].text in ",;:" for i in between):
        return None
    negated = any(stretch.has(i, "negation") for i in between)
    told_of = _told_of(stretch, auxiliary)
    if told_of is not None:
        return find_subject(stretch, Frame(form, at, told_of, start, tail, hearsay=True))
    passive = stretch.has(auxiliary, "passive") or (stretch.has(auxiliary, "be") and not stretch.has(auxiliary, "have"))
    if not passive and stretch.has(auxiliary + 1, "passive") and auxiliary + 1 < at:
        passive = True
    pivot = auxiliary if auxiliary < at else at
    frame = Frame(form, at, pivot, start, tail, passive=passive, negated=negated, hearsay=reported)
    return _with_agent(stretch, frame) if passive else find_subject(stretch, frame)


def _next_cue(stretch: Stretch, at: int, limit: int) -> int | None:
    """Return the coordinator behind which another verb states something: was found | and said it would be by May."""
    forms = stretch.grammar.forms
    return next((i for i in range(at + 1, limit) if stretch.has(i, "coordinator") and any(
        form.shape == "finite" for form in forms.get(stretch.key(i + 1), ()))), None)


def _takes_object(stretch: Stretch, at: int, form: Form) -> bool:
    """Tell an English past form before a phrase of its own from a participle: ``and said the``, ``and charged by``."""
    finite = any(other.shape == "finite" and other.cue is form.cue for other in stretch.grammar.forms[stretch.key(at)])
    return finite and "zero" in form.cue.frames and stretch.has(at + 1, "determiner", "pronoun_subject")


def _reportative(stretch: Stretch, at: int, start: int) -> int | None:
    """Return the auxiliary of ``zou de kapitein hebben doorgegeven``: who is said to have said it."""
    if not stretch.has(at - 1, "perfect_infinitive"):
        return None
    return next((i for i in range(at - 2, start - 1, -1) if stretch.has(i, "reportative")), None)


def _told_of(stretch: Stretch, auxiliary: int) -> int | None:
    """Return the verb of ``is said to have denied``, given its ``have``: others tell what somebody said."""
    told = auxiliary - 2
    fits = stretch.has(auxiliary, "have") and stretch.has(auxiliary - 1, "infinitive_mark") and (
        stretch.has(told, "told_of") and stretch.has(told - 1, "be"))
    return told - 1 if fits else None


def _with_agent(stretch: Stretch, frame: Frame) -> Frame:
    fronted = next((i for i in range(frame.start, frame.pivot) if stretch.has(i, "agent")), None)
    limit = min(len(stretch), frame.at + MAX_TAIL_GAP)
    clause = stretch.find_role(frame.pivot, limit, "complementizer") or _next_cue(stretch, frame.at, limit)
    hit = fronted if fronted is not None else stretch.find_role(frame.pivot, clause or limit, "agent")
    agent: Range | None = None
    if hit is not None and stretch.kind(hit + 1) == "word" and not any(
        stretch.key(i) in (";", ":") for i in range(frame.pivot, hit)
    ):
        after = frame.at if hit < frame.at else len(stretch)  # werd door X | bevestigd
        limit = frame.pivot if hit < frame.pivot else after
        agent = with_apposition(stretch, (hit + 1, phrase_end(stretch, hit + 1, limit)), limit)
    return replace(frame, subject=agent, side="agent")
