"""Who the subject of a cue verb is, and on which side of it."""

from __future__ import annotations

from dataclasses import replace

from helpers.annotate.attributions._candidates import Range
from helpers.annotate.attributions._clauses import clause_start, has_verb, sentence_start
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._fronted import speaks_behind
from helpers.annotate.attributions._pairs import pair_start
from helpers.annotate.attributions._phrases import (
    is_left_open,
    is_reduced,
    is_subject_like,
    phrase_after,
    phrase_before,
    phrase_end,
)
from helpers.annotate.attributions._second_verbs import opens_main_verb
from helpers.annotate.attributions._stretches import Stretch
from helpers.annotate.attributions._things import is_reacted_to
from helpers.annotate.attributions._verb_forms import may_be_verb


def find_subject(stretch: Stretch, frame: Frame) -> Frame:
    """Return a frame with its subject, on the side of the verb where it stands."""
    left, pointing = _left_subject(stretch, frame)
    right = phrase_after(stretch, frame.pivot + 1, frame.at if frame.pivot < frame.at else len(stretch))
    if right and frame.tail and right[0] <= frame.tail[0] < right[1]:
        right = (right[0], frame.tail[0]) if frame.tail[0] > right[0] else None
    right = _without_content(stretch, frame, right)
    if right and stretch.key(frame.pivot - 1) == "," and is_left_open(stretch, frame.pivot - 2):
        right = right[0], phrase_end(stretch, right[0], right[1])  # De dam is, zeggen kenners, onveilig
    second = "verb_second" in stretch.grammar.role("word_order")
    if right and second and _is_pronoun(stretch, frame, right):
        pronoun_left = left is not None and left[1] == frame.pivot and stretch.has(
            left[0], "pronoun_subject", "relative")
        if not pronoun_left:
            return replace(frame, subject=right, side="right", pointing=pointing)
    pronoun = right is not None and stretch.has(right[0], "pronoun_subject")
    pronoun = pronoun and (second or stretch.kind(frame.pivot + 2) == "mark")  # but said he had slipped
    inverted = right is not None and second and stretch.has(frame.pivot - 1, "keep")  # al liet de trainer weten dat
    if stretch.has(frame.pivot - 1, "coordinator", "contrast") and not pronoun and not inverted:
        return replace(frame, subject=None, side="shared", shared=True)
    if left is not None and right is not None and (
        _object_left(stretch, frame, left, right)
        or speaks_behind(stretch, frame, right)
        or (second and _is_parenthetical(stretch, frame, right))
    ):
        return replace(frame, subject=right, side="right")
    if left is not None:
        return replace(frame, subject=(pair_start(stretch, left), left[1]), side="left")
    return replace(frame, subject=right, side="right" if right else "", pointing=pointing)


def _is_parenthetical(stretch: Stretch, frame: Frame, right: Range) -> bool:
    """Tell ``, verduidelijkt de beheerder,``: between commas, the subject stands behind its verb."""
    bare = frame.pivot == frame.at and stretch.key(frame.pivot - 1) == ","
    return bare and right[0] == frame.pivot + 1 and stretch.key(right[1]) == ","


def _object_left(stretch: Stretch, frame: Frame, left: Range, right: Range) -> bool:
    """Tell ``Beschietingen wees kolonel Bos van de hand``: a name behind the verb, none in front, and a judgement."""
    second = "verb_second" in stretch.grammar.role("word_order")
    judges = frame.form.cue.stance != "asserts" and bool({"np", "back"} & frame.form.cue.frames)
    if not (second and judges and frame.pivot == frame.at and right[0] == frame.pivot + 1 and left[1] == frame.pivot):
        return False
    demonym = stretch.grammar.demonym_ending
    named = not stretch.has(right[0], "complementizer") and any(
        stretch.is_capital(i) and (i + 1 >= right[1] or demonym is None or demonym.fullmatch(stretch.key(i)) is None)
        for i in range(*right)
    )
    announced = any(stretch.key(i) in stretch.grammar.nouns or stretch.has(i, "pointing_noun") for i in range(*right))
    return named and not announced and not any(stretch.is_capital(i) for i in range(max(left[0], 1), left[1]))


def _is_pronoun(stretch: Stretch, frame: Frame, right: Range) -> bool:
    """Tell whether a subject behind the verb is a pronoun; ``het`` is one where only a particle follows."""
    if not stretch.has(right[0], "pronoun_subject"):
        return False
    alone = right[1] == right[0] + 1 and (right[1] in frame.tail or stretch.kind(right[1]) == "mark")
    alone = alone and not (means_it(stretch, frame, right[0]) and frame.start < frame.pivot)  # De bank ontkent het
    return alone or not stretch.has(right[0], "determiner")


def means_it(stretch: Stretch, frame: Frame, at: int) -> bool:
    """Tell whether ``het`` behind a verb that denies or doubts means what was said before."""
    cue = frame.form.cue
    judges = (cue.stance != "asserts" or cue.certainty != "certain") and not cue.objects and "np" in cue.frames
    if stretch.has(frame.start, "determiner") and not stretch.has(frame.start, "definite"):
        return False  # een aanval sluit het uit
    return judges and stretch.has(at, "impersonal") and stretch.has(at, "determiner")


def _without_content(stretch: Stretch, frame: Frame, right: Range | None) -> Range | None:
    """End a subject before the preposition of the content: ``spreekt de directie | van een incident``."""
    if right is None or not frame.form.cue.preps:
        return right
    hit = next((i for i in range(right[0] + 1, right[1]) if stretch.key(i) in frame.form.cue.preps), None)
    if hit is None or any(stretch.key(i) in frame.form.cue.preps for i in range(right[1], right[1] + 8)):
        return right
    return right[0], hit


def _left_subject(stretch: Stretch, frame: Frame) -> tuple[Range | None, bool]:
    """Return the subject in front of a verb, and whether a word that points back stands there instead."""
    start, pivot = frame.start, frame.pivot
    if start == pivot - 1 == 0 and stretch.has(0, "backward_front") and not _opens_content(stretch, frame):
        return None, True  # So promised the governor
    if stretch.has(pivot - 1, "parenthetical_mark") and stretch.key(pivot - 2) == "," and pivot - 1 == start:
        return None, False
    fronted = stretch.has(pivot - 1, "backward") and pivot - 1 == start
    if fronted and "subject_first" not in stretch.grammar.role("word_order"):
        return None, True
    return (_subject_in_front(stretch, frame) if start < pivot else _subject_over_mark(stretch, start)), False


def _opens_content(stretch: Stretch, frame: Frame) -> bool:
    """Tell whether a content follows a verb: then ``Zo zei hij dat`` does not point back."""
    behind = range(frame.pivot + 1, len(stretch))
    return any(stretch.kind(i) == "quote" or stretch.key(i) == ":" or (
        stretch.has(i, "complementizer") and not is_reacted_to(stretch, frame, i)) for i in behind)


def _subject_over_mark(stretch: Stretch, start: int) -> Range | None:
    """Return the subject of a verb that opens its clause: a relative pronoun, or what an apposition interrupts."""
    if start and stretch.has(start - 1, "relative"):
        return start - 1, start
    return _over_apposition(stretch, start) if stretch.key(start - 1) == "," else None


def _subject_in_front(stretch: Stretch, frame: Frame) -> Range | None:
    start, pivot = frame.start, frame.pivot
    what = stretch.find_role(start, pivot, "free_relative")
    if what is not None and what > start and stretch.has(what - 1, "preposition"):
        return phrase_before(stretch, what + 1, pivot)  # sorry for what | she | called a slip
    tied = stretch.has(start - 1, "relative") and stretch.key(start - 2) != ","
    if tied and stretch.find_role(start, pivot, "finite_verb") is not None:
        head = phrase_before(stretch, clause_start(stretch, start - 1), start - 1)
        return head or (_head_before_relative(stretch, start, pivot) if _behind_relative(stretch, start) else None)
    if _behind_relative(stretch, start) and _opens_own_clause(stretch, start):
        return _head_before_relative(stretch, start, pivot)
    if _is_object_of_relative(stretch, frame):
        return start - 1, start
    second = None if tied else _behind_first_clause(stretch, start, pivot)
    if second is not None:
        return second
    found = phrase_before(stretch, start, pivot) or _after_fronted(stretch, start, pivot)
    if found is None and stretch.key(start - 1) == ",":
        return _over_apposition(stretch, start)
    if found is None and _behind_relative(stretch, start):
        return _head_before_relative(stretch, start, pivot)
    whole = frame.at == frame.pivot or (frame.form.shape == "participle" and frame.pivot == frame.at - 1)
    if found is None and stretch.has(start - 1, "relative") and whole:
        return start - 1, start
    return found


def _behind_first_clause(stretch: Stretch, start: int, pivot: int) -> Range | None:
    """Return the subject behind ``X calls it safe and``: a verb, a coordinator, and what is left."""
    for at in range(pivot - 2, start, -1):
        if stretch.has(at, "coordinator"):
            named = stretch.is_capital(at + 1) or stretch.has(at + 1, "definite", "pronoun_subject")
            whole = named and is_subject_like(stretch, at + 1) and phrase_end(stretch, at + 1, pivot) == pivot
            first = any(opens_main_verb(stretch, i) for i in range(start + 1, at))
            return (at + 1, pivot) if whole and first else None
    return None


def _is_object_of_relative(stretch: Stretch, frame: Frame) -> bool:
    """Tell whether what stands behind ``, die`` is its object: ``, die twaalf gewonden telt``."""
    start = frame.start
    final = "verb_final" in stretch.grammar.role("word_order") and "np" in frame.form.cue.frames
    alone = final and stretch.has(start - 1, "relative") and stretch.has(start - 1, "determiner")
    participle = frame.pivot == frame.at - 1 and frame.form.shape == "participle"
    if not alone or stretch.key(start - 2) != "," or not (frame.pivot == frame.at or participle):
        return False
    loose = stretch.has(start, "determiner") and not stretch.has(start, "definite")
    named = stretch.is_capital(start - 3) and not any(stretch.is_capital(i) for i in range(start, frame.at))
    if named and frame.form.cue.tail and stretch.kind(frame.at + 1) == "mark":
        return True  # het Legioen, dat de aanval opeiste
    return loose or stretch.has(start, "number_word") or stretch.items[start].text[0].isdigit()


def _head_before_relative(stretch: Stretch, start: int, pivot: int) -> Range | None:
    """Return the first noun phrase of a subject that holds relative clauses."""
    head = sentence_start(stretch, start)
    whole = phrase_before(stretch, head, pivot)
    return (head, phrase_end(stretch, head, start)) if whole else None


def _opens_own_clause(stretch: Stretch, start: int) -> bool:
    """Tell ``a nurse who left on Monday`` from ``a nurse who the mayor met``: its own verb follows who at once."""
    subject = stretch.has(start, "determiner", "pronoun_subject", "adverb") or stretch.is_capital(start)
    return stretch.has(start - 1, "relative_person") and not subject


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
    verb = next((i for i in range(start + 1, limit) if may_be_verb(stretch, i)), None)
    return _after_fronted(stretch, start, verb) if verb is not None else None


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
    start = _behind_fronted(stretch, pivot)
    if stretch.has(start, "complementizer") and not stretch.has(start + 1, "finite_verb"):
        return None  # Dat er fouten zijn gemaakt, geeft de directie toe
    comma = next((i for i in range(start, pivot - 1) if stretch.key(i) == ","), None)
    named = _named_between(stretch, start, pivot)
    if named is not None:
        return named
    first = phrase_before(stretch, start, comma if comma is not None else pivot - 1)
    if first is None or _is_main_clause(stretch, start, pivot - 1):
        return None
    if comma is None:
        return (start, pivot - 1) if stretch.find_role(start, pivot, "relative") is not None else None
    rest = range(comma + 1, pivot - 1)
    if _is_reduced_clause(stretch, comma + 1):
        return (first[0], pivot - 1) if first[1] == comma else first
    owned = any(stretch.has(i, "relative", "relative_owner") for i in rest)
    relative = owned and not stretch.has(comma + 1, "finite_verb")
    if not relative and any(stretch.has(i, "finite_verb") and not stretch.has(i, "determiner") for i in rest):
        return None
    if all(stretch.has(i, "adverb", "time_word") for i in rest):
        return first
    return (first[0], pivot - 1) if first[1] == comma else first


def _is_main_clause(stretch: Stretch, start: int, end: int) -> bool:
    """Tell ``It is not true that ..., said X`` and ``Het bericht dat ..., klopt niet, zegt X``: no subject of said."""
    commas = [i + 1 for i in range(start, end) if stretch.key(i) == ","]
    opens = stretch.find_role(start, end, "complementizer") is not None
    verbs = [phrase_end(stretch, start, end), *(commas if opens else ())]
    verbs += [start + 1] if stretch.has(start, "impersonal") else []  # Het klopt dat ..., zegt X
    if stretch.has(start, "pronoun_subject") and stretch.key(start + 1) in stretch.grammar.forms:
        return True  # Wij vermoeden dat ..., zei X
    judged = ("finite_verb", "verdict_true", "verdict_false")
    return any(stretch.has(i, *judged) and not (stretch.has(i, "determiner") or is_reduced(stretch, i))
               for i in verbs if i < end)  # fmt: skip


def _behind_fronted(stretch: Stretch, pivot: int) -> int:
    """Return where the subject of a main clause can begin: behind ``And``, a quotation, or ``On Friday``."""
    start = sentence_start(stretch, pivot)
    while start < pivot and (stretch.has(start, "focus", "coordinator", "contrast") or _is_set_before(stretch, start)):
        start += 1
    if "subject_first" in stretch.grammar.role("word_order") and stretch.has(start, "preposition"):
        fronted = next((i for i in range(start, pivot - 1) if stretch.key(i) == ","), None)
        timed = stretch.has(start + 1, "time_word")
        start = start + 1 if fronted is None or timed else fronted + 1
        while stretch.has(start, "time_word") or stretch.items[start].text.isdigit():
            start += 1
    return start


def _named_between(stretch: Stretch, start: int, pivot: int) -> Range | None:
    """Return ``the head of the office, Ann Lee,`` before ``wrote`` where a content with a verb stands before it."""
    commas = [i for i in range(start, pivot - 1) if stretch.key(i) == ","]
    if len(commas) < 2 or "subject_first" not in stretch.grammar.role("word_order"):
        return None
    before, inner = commas[-2], commas[-1]
    opens = inner + 1 + stretch.has(inner + 1, "definite")  # the C.R.A.
    named = opens < pivot - 1 and all(
        stretch.is_capital(i) or stretch.has(i, "name_part") or stretch.key(i) == "." for i in range(opens, pivot - 1))
    plain = not any(stretch.has(i, "finite_verb", "relative") for i in range(before + 1, inner))
    fits = named and plain and stretch.has(before + 1, "determiner") and has_verb(stretch, start, before)
    return (before + 1, pivot - 1) if fits else None


def _is_reduced_clause(stretch: Stretch, at: int) -> bool:
    """Tell whether ``, appointed by the crown, `` opens: a participle behind a name and its comma (English)."""
    english = "subject_first" in stretch.grammar.role("word_order")
    return english and stretch.key(at).endswith("ed") and stretch.has(at + 1, "preposition")
