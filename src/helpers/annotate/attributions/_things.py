"""Objects that nobody states: what is fastened, pointed at, taken, won or refused."""

from __future__ import annotations

from helpers.annotate.attributions._clauses import clause_end
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._phrases import opens_phrase, phrase_end
from helpers.annotate.attributions._stretches import Stretch


def is_no_statement(stretch: Stretch, frame: Frame, first: int) -> bool:
    """Tell ``claimed his prize``, ``denied him entry`` and ``wees naar de school`` from a statement."""
    cue = frame.form.cue
    if "checked" not in cue.frames:
        return False
    if _is_judged_by_another(stretch, frame):
        return True
    if cue.preps or cue.stance == "confirms":
        return _is_thing(stretch, first) or _is_fastened(stretch, first)
    own = cue.stance == "asserts" and stretch.has(first, "possessive")
    return own or _is_receiver(stretch, first) or _ends_in(stretch, first, "granted_noun")


def is_reacted_to(stretch: Stretch, frame: Frame, at: int) -> bool:
    """Tell ``reageert op de geruchten dat``: the clause is what others said, and the reaction stands elsewhere."""
    noun = stretch.key(at - 1) in stretch.grammar.nouns or stretch.has(at - 1, "pointing_noun")
    return noun and "reacts" in frame.form.cue.frames


def _is_judged_by_another(stretch: Stretch, frame: Frame) -> bool:
    """Tell ``De schade wijst volgens X op een storm``: the one who points is X, and the subject is what it shows."""
    subject = range(frame.subject[0] + 1, frame.subject[1]) if frame.subject else range(0)
    named = any(stretch.is_capital(i) for i in subject)
    pronoun = frame.subject is not None and stretch.has(frame.subject[0], "pronoun_subject")
    return bool(frame.form.cue.preps) and not (named or pronoun) and opens_phrase(stretch, frame.pivot + 1)


def _is_receiver(stretch: Stretch, first: int) -> bool:
    """Tell ``denied him access``: a person, and behind it what that person does not get."""
    person = stretch.has(first, "pronoun_object") and not stretch.has(first, "determiner")
    return person and stretch.is_plain(first + 1)


def _is_thing(stretch: Stretch, first: int) -> bool:
    return _ends_in(stretch, first, "thing_noun") and not stretch.is_capital(first)


def _is_fastened(stretch: Stretch, first: int) -> bool:
    """Tell ``bevestigde het bord aan de gevel`` from ``bevestigde het bericht aan de krant``."""
    reach = range(first + 1, clause_end(stretch, first) - 1)
    return any(stretch.has(i, "fastening") and _ends_in(stretch, i + 1, "thing_noun") for i in reach)


def _ends_in(stretch: Stretch, first: int, role: str) -> bool:
    """Tell whether the last word of a phrase is a noun of a kind, or a compound of one."""
    end = phrase_end(stretch, first, len(stretch))
    last = (stretch.find_role(first + 1, end, "preposition") or end) - 1
    nouns = tuple(stretch.grammar.role(role))
    return last >= first and stretch.kind(last) == "word" and bool(nouns) and stretch.key(last).endswith(nouns)
