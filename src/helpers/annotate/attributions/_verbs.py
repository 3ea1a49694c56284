"""Every cue verb of a stretch: what kind of frame it stands in, and which rules may read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from helpers.annotate.attributions._answers import propose_answer, read_polar
from helpers.annotate.attributions._as_said import propose_as_said
from helpers.annotate.attributions._before import propose_before
from helpers.annotate.attributions._candidates import Candidate
from helpers.annotate.attributions._clauses import clause_end
from helpers.annotate.attributions._contents import make_clause, propose_complement
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._grammar import Form
from helpers.annotate.attributions._located import propose_located
from helpers.annotate.attributions._make_candidates import make_candidate
from helpers.annotate.attributions._objects import propose_object, propose_prepositional
from helpers.annotate.attributions._phrases import is_place
from helpers.annotate.attributions._pseudo_cues import find_pseudo_cues
from helpers.annotate.attributions._read_frames import read_frame
from helpers.annotate.attributions._special import propose_impersonal, propose_passive
from helpers.annotate.attributions._stretches import Stretch
from helpers.annotate.attributions._subjects import means_it
from helpers.annotate.attributions._things import is_reacted_to

CLAUSE_REACH = 22
TIME_REACH = 6
ADJUNCT_REACH = 6
WHAT_REACH = 8


def propose_verbs(stretch: Stretch) -> Iterator[Candidate]:
    """Yield what every cue verb of a stretch may announce."""
    forms = stretch.grammar.forms
    keys = [item.key for item in stretch.items]
    words = set(keys)
    if forms.keys().isdisjoint(words):
        return
    blocked = find_pseudo_cues(stretch, words)
    for at, key in enumerate(keys):
        if key in forms and stretch.kind(at) == "word" and at not in blocked:
            separable = False
            for form in forms[key]:  # those with the longest fixed words first
                if separable and not form.cue.tail:
                    break  # spreekt dat tegen: «...» is no speaking
                if form.shape != "finite" or words.issuperset(form.cue.tail):  # a cheap look spares most of the work
                    found = [*_propose(stretch, at, form)]
                    separable = separable or (bool(form.cue.tail) and (bool(found) or _is_taken(stretch, at, form)))
                    yield from found


def _is_taken(stretch: Stretch, at: int, form: Form) -> bool:
    """Tell whether a cue with its particle stands here without a statement: ``eiste zijn koffer op``."""
    return "checked" in form.cue.frames and form.shape == "finite" and read_frame(stretch, at, form) is not None


def _wants_what_was_said(stretch: Stretch, at: int) -> bool:
    """Tell ``wil dat niet bevestigen`` from ``wil dat de brug dicht blijft``: another cue, and no clause, follows."""
    pronoun = stretch.has(at, "volition") and stretch.has(at + 1, "backward") and stretch.has(at + 2, "negation")
    return pronoun and stretch.key(at + 3) in stretch.grammar.forms and stretch.kind(at + 4) == "mark"


def _propose(stretch: Stretch, at: int, form: Form) -> Iterator[Candidate]:
    if _wants_what_was_said(stretch, at):
        return
    if "located" in form.cue.frames:
        yield from propose_located(stretch, at, form)
        return
    frame = read_frame(stretch, at, form)
    if frame is None or _reflexive(stretch, frame) or _conditional(stretch, frame) or _asked(stretch, frame):
        return
    if "impersonal" in form.cue.frames:
        yield from propose_impersonal(stretch, frame)
    elif frame.passive:
        yield from propose_passive(stretch, frame)
    elif not _speechless(stretch, frame):
        yield from _active(stretch, frame)


def _reflexive(stretch: Stretch, frame: Frame) -> bool:
    wanted = set(frame.form.cue.tail)
    near = range(frame.at + 1, min(len(stretch), frame.at + 3))
    return any(stretch.has(i, "reflexive") and stretch.key(i) not in wanted
               and not _takes_infinitive(stretch, frame, i)
               for i in near)  # fmt: skip


def _takes_infinitive(stretch: Stretch, frame: Frame, at: int) -> bool:
    """Tell ``zegt zich te vergissen`` from ``meldt zich``: the reflexive belongs to an infinitive of the content."""
    mark = stretch.find_role(at + 1, clause_end(stretch, at), "infinitive_mark")
    infinitive = mark is not None and not is_place(stretch, mark)
    return infinitive and "that" in frame.form.cue.frames and frame.subject is not None


def _asked(stretch: Stretch, frame: Frame) -> bool:
    """Tell ``Ontkent Smit dat ...?`` and ``Did the board say that ...?`` from a statement: a verb opens a question."""
    asks = stretch.key(len(stretch) - 1) == "?" and not any(stretch.kind(i) == "quote" for i in range(len(stretch)))
    opens = frame.pivot == 0 or (stretch.has(0, "finite_verb") and not stretch.has(0, "determiner"))
    return asks and opens


def _conditional(stretch: Stretch, frame: Frame) -> bool:
    if frame.subject is not None and frame.subject[0] < frame.start - 1:
        return False  # zowel X als Y
    return stretch.has(frame.start - 1, "conditional") or stretch.has(frame.start, "conditional")


def _speechless(stretch: Stretch, frame: Frame) -> bool:
    """Tell whether the subject is nobody: ``het zegt``, ``dat betekent``."""
    if frame.subject is None:
        return False
    lo, hi = frame.subject
    nobody = stretch.has(lo, "negation") and not stretch.is_capital(lo + 1)  # no one, geen enkele arts
    nobody = (nobody and not stretch.has(lo + 1, "pair_only")) or stretch.has(lo - 1, "neither")
    if hi - lo == 1 and stretch.has(lo, "impersonal") and stretch.has(frame.at, "be"):
        return frame.form.cue.stance == "questions"  # het is niet zeker of
    alone = hi - lo == 1 or stretch.has(lo + 1, "part_of")  # none of them
    return nobody or (alone and stretch.has(lo, "mute"))


def _silent(frame: Frame) -> bool:
    """Tell whether a negated cue states nothing: who does not say or confirm."""
    cue = frame.form.cue
    plain = cue.stance in ("asserts", "confirms") and cue.certainty == "certain"
    return frame.negated and plain and "belief" not in cue.frames and not frame.refused


def _active(stretch: Stretch, frame: Frame) -> Iterator[Candidate]:
    after = _after_frame(stretch, frame)
    frames = frame.form.cue.frames
    if "hearing" in frames or "told" in frames:
        yield from (_heard(stretch, frame, after) if "hearing" in frames else _told(stretch, frame))
        return
    if frame.pointing:
        yield from _pointing(stretch, frame)
        return
    if _silent(frame):
        return
    if "back" in frames:
        yield from propose_answer(stretch, frame)
        return
    as_said = [*propose_as_said(stretch, frame)]
    if as_said:
        yield from as_said
        return
    polar = read_polar(stretch, frame, after)
    if polar is not None:
        yield polar
        return
    pointing = _with_content_before(stretch, frame, after)
    if pointing is not None:
        yield make_candidate(pointing, "points_back", 0.84, (), points_back=True)
        return
    if frame.subject is not None or frame.shared:
        yield from propose_complement(stretch, frame, after)
        yield from propose_object(stretch, frame, after)
        yield from propose_prepositional(stretch, frame, after)
    yield from propose_before(stretch, frame, after)


def _with_content_before(stretch: Stretch, frame: Frame, after: int) -> Frame | None:
    """Return the frame of a cue whose content stands before it, None where its content is still to be found."""
    if frame.subject is not None and _is_what(stretch, frame):
        return frame
    behind_noun = _behind_noun(stretch, frame, after)
    known = frame.subject is not None or frame.shared
    if behind_noun is None and known and (
        _means_before(stretch, frame, after) or _relates_back(stretch, frame, after)
    ):
        return frame
    return behind_noun


def _heard(stretch: Stretch, frame: Frame, after: int) -> Iterator[Candidate]:
    """Read ``The court heard that``: a body that hears statements."""
    heard = frame.subject is not None and any(stretch.has(i, "hearing_noun") for i in range(*frame.subject))
    if heard and stretch.has(after, "complementizer"):
        yield make_clause(stretch, frame, after + 1, "heard", 0.8)


def _is_what(stretch: Stretch, frame: Frame) -> bool:
    """Tell ``That, at least, is what X claims``: a pointing word, a copula, and what somebody says."""
    opening = (frame.subject[0] if frame.subject else frame.start) - 1
    closes = stretch.kind(frame.at + 1) == "mark" or stretch.kind(frame.pivot + 1) == "mark"
    what = stretch.has(opening, "pointer_what") and stretch.has(opening - 1, "be", "adverb")
    points = stretch.has(0, "backward") and what
    return points and closes and opening < WHAT_REACH


def _told(stretch: Stretch, frame: Frame) -> Iterator[Candidate]:
    """Read ``kreeg te horen dat``: the subject is the hearer, who says it is left open."""
    opening = max((frame.at, *frame.tail)) + 1
    if stretch.has(opening, "complementizer") and not frame.negated:
        yield make_clause(stretch, replace(frame, subject=None), opening + 1, "told", 0.8)


def _behind_noun(stretch: Stretch, frame: Frame, after: int) -> Frame | None:
    """Read ``a charge the mayor denied``: a cue behind a noun cue means what that noun means."""
    closed = stretch.kind(after) == "mark" or (frame.form.cue.stance == "denies" and stretch.has(after, "comparison"))
    if frame.side != "left" or frame.subject is None or not closed:
        return None
    lo, hi = frame.subject
    noun = lo + 1 if stretch.key(lo + 1) in stretch.grammar.nouns and hi > lo + 2 else lo - 1
    noun -= noun < lo and stretch.has(noun, "relative")
    if stretch.key(noun) not in stretch.grammar.nouns or not stretch.has(noun - 1, "determiner"):
        return None
    return replace(frame, subject=(noun + 1, hi)) if noun > lo else frame


def _pointing(stretch: Stretch, frame: Frame) -> Iterator[Candidate]:
    if _silent(frame):
        return
    complement = stretch.find_role(frame.at + 1, frame.at + CLAUSE_REACH, "complementizer")
    if complement is not None and _in_relative(stretch, frame.at + 1, complement):
        complement = None  # Dat meldt X, die ervan uitgaat dat
    if complement is not None and is_reacted_to(stretch, frame, complement):
        complement = None
    if complement is not None and frame.subject is None and frame.pivot < frame.at:
        frame = replace(frame, subject=(frame.pivot - 1, frame.pivot))
        yield make_clause(stretch, frame, complement + 1, "clause", 0.84)
    elif complement is None and frame.subject is not None and {"that", "quote", "np"} & frame.form.cue.frames:
        yield make_candidate(frame, "points_back", 0.86, (), points_back=True)


def _in_relative(stretch: Stretch, lo: int, at: int) -> bool:
    """Tell whether a relative clause opens behind a comma before an item, and is not closed."""
    opens = [i for i in range(lo, at) if stretch.key(i) == "," and stretch.has(i + 1, "relative")]
    return bool(opens) and all(stretch.key(i) != "," for i in range(opens[-1] + 1, at))


def _after_frame(stretch: Stretch, frame: Frame) -> int:
    """Return the first item after the cue, its subject and the adverbs behind them."""
    at = frame.at + 1
    if frame.side == "right" and frame.subject and frame.subject[1] > at:
        at = frame.subject[1]
    if frame.tail and frame.tail[0] == at:
        at = frame.tail[-1] + 1
    at = _over_time(stretch, frame, at)
    while at < len(stretch) and _is_adverbial(stretch, at):
        at += 1
    if frame.tail and frame.tail[0] == at:
        at = frame.tail[-1] + 1
    return at


def _is_adverbial(stretch: Stretch, at: int) -> bool:
    """Tell an adverb or a word of time behind a cue; ``al`` is one behind another (``meldde ook al``)."""
    if stretch.has(at, "determiner", "impersonal"):
        return False
    if stretch.has(at, "contrast") and not (stretch.has(at, "adverb") and stretch.has(at - 1, "adverb")):
        return False
    return stretch.has(at, "adverb", "time_word", "negation") or (
        stretch.has(at, "time_unit") and stretch.has(at - 1, "time_word"))


def _relates_back(stretch: Stretch, frame: Frame, after: int) -> bool:
    """Read ``, which the mayor denies``: what stands before the comma is denied or confirmed."""
    opens = stretch.has(frame.start - 1, "pointer") and stretch.key(frame.start - 2) == ","
    closes = after >= len(stretch) or stretch.kind(after) == "mark"
    judged = frame.form.cue.stance != "asserts" and "np" in frame.form.cue.frames
    return opens and closes and judged and frame.side == "left" and frame.subject != (frame.start - 1, frame.start)


def _over_time(stretch: Stretch, frame: Frame, at: int) -> int:
    """Skip phrases that say when: ``meldde op 22 mei zes gewonden``."""
    while stretch.has(at, "preposition") and stretch.key(at) not in frame.form.cue.preps and at not in frame.tail:
        end = next((i for i in range(at + 1, at + TIME_REACH) if stretch.has(i, "time_word", "time_unit")), None)
        if end is None or any(stretch.kind(i) != "word" or stretch.is_capital(i) or stretch.has(
                i, "finite_verb", "complementizer") for i in range(at + 1, end)):
            break
        at = end + 1
        while stretch.has(at, "time_unit", "time_word"):  # on Tuesday night
            at += 1
    return at


def _means_before(stretch: Stretch, frame: Frame, first: int) -> bool:
    """Tell whether ``dat`` or ``this`` is the object, or a person whom a denial contradicts (``spreekt hem tegen``)."""
    cue = frame.form.cue
    person = cue.stance == "denies" and stretch.has(first, "pronoun_object")
    if not {"that", "np"} & cue.frames or {"as", "through"} & cue.frames or cue.objects:
        return False
    if not (stretch.has(first, "backward") or person or means_it(stretch, frame, first)):
        return False
    following = first + 1
    while stretch.has(following, "adverb", "time_word"):
        following += 1
    adjunct = stretch.has(following, "preposition") and not stretch.has(following, "infinitive_mark")
    if adjunct and following not in frame.tail:  # ontkent dat in alle toonaarden
        following = next((i for i in range(following, following + ADJUNCT_REACH) if stretch.kind(i) != "word"
                          or stretch.has(i, "coordinator", "contrast", "finite_verb")), following)
    ends = stretch.kind(following) in ("mark", "parenthesis") or following >= len(stretch) or following in frame.tail
    return ends or stretch.has(following, "coordinator", "contrast")
