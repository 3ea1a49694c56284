"""A source that will not confirm (``wil niet bevestigen dat``, ``declined to confirm``) leaves open what it names."""

from __future__ import annotations

from helpers.annotate.attributions._clauses import clause_start
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._grammar import Form
from helpers.annotate.attributions._stretches import Stretch
from helpers.annotate.attributions._subjects import find_subject

REFUSAL_REACH = 14


def read_refusal(stretch: Stretch, at: int, form: Form, start: int) -> Frame | None:
    """Return the frame of a refusal, None where nothing is refused or a newsroom says what it could not check.

    A refusal of a thing (``would not confirm the arrests``) states nothing that could be left open.
    """
    if "left_open" not in form.cue.frames or form.shape != "finite":
        return None
    if stretch.has(start - 1, "backward") and stretch.has(start, "negation", "adverb"):
        start = clause_start(stretch, start - 1)  # kon dat niet bevestigen: no clause begins there
    lead = _find_lead(stretch, at, start)
    if lead is None:
        return None
    frame = find_subject(stretch, Frame(form, at, lead, start, negated=True, refused=True))
    if frame.subject is None or any(stretch.has(i, "checking_newsroom") for i in range(*frame.subject)):
        return None
    return frame if _names_what(stretch, frame) else None


def _find_lead(stretch: Stretch, at: int, start: int) -> int | None:
    """Return the verb of refusing, or the auxiliary that is negated."""
    for i in range(at - 1, max(start, at - REFUSAL_REACH) - 1, -1):
        if stretch.has(i, "refusing", "negated_modal"):
            return i
        if stretch.has(i, "modal", "volition"):  # up to the cue, or right behind it: bevestigen noch ontkennen
            return i if stretch.find_role(i, at + 2, "negation") is not None else None
    behind = at + 1  # dat hij dat niet bevestigen wil
    is_negated = stretch.has(at - 1, "negation")
    return behind if is_negated and stretch.has(behind, "modal", "volition") else None


def refers_back(stretch: Stretch, frame: Frame) -> bool:
    """Tell whether what is left open was told before: ``kon dat niet bevestigen``."""
    return any(stretch.has(i, "backward") and stretch.has(i + 1, "negation", "adverb", "time_word")
               for i in range(frame.pivot + 1, frame.at))


def _names_what(stretch: Stretch, frame: Frame) -> bool:
    """Tell whether a clause, or a word that points back, says what is left open."""
    between = range(min(frame.start, frame.pivot), frame.at)
    if any(stretch.has(i, "backward") and not stretch.has(i + 1, "pronoun_subject") for i in between):
        return True
    for i in range(frame.at + 1, min(len(stretch), frame.at + REFUSAL_REACH)):
        if stretch.has(i, "complementizer", "question_word", "interrogative_content"):
            return True
        if stretch.has(i, "backward") and stretch.kind(i + 1) == "mark":
            return True
        if stretch.kind(i) == "mark" and stretch.key(i) not in (",",):
            break
    return stretch.key(frame.start - 1) == ","  # of het klopt, wil zij niet bevestigen
