"""The clause, the quotation or the infinitive that follows a cue verb."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.annotate.attributions._bare_clauses import is_clause
from helpers.annotate.attributions._candidates import Candidate
from helpers.annotate.attributions._clauses import clause_end, has_verb, longest
from helpers.annotate.attributions._frames import Frame
from helpers.annotate.attributions._make_candidates import make_candidate
from helpers.annotate.attributions._phrases import is_place, is_subject_like, phrase_end
from helpers.annotate.attributions._stretches import Stretch
from helpers.annotate.attributions._things import is_no_statement, is_reacted_to

CLAUSE_REACH = 22
MIN_PREDICATE = 2
INFINITIVE_REACH = 9
RELATIVE_REACH = 16
MIN_WHOLE_WORDS = 4


def propose_complement(stretch: Stretch, frame: Frame, after: int) -> Iterator[Candidate]:
    """Yield the clause, the quotation or the infinitive behind a cue and its subject."""
    frames = frame.form.cue.frames
    at, limit = after, min(len(stretch), after + CLAUSE_REACH)
    while at < limit:
        found = [*_announced(stretch, frame, at, after)]
        if found:
            yield from found
            return
        if _ends_search(stretch, frame, at, after):
            break
        at = _over_relative(stretch, at) if stretch.key(at) == "," else at + 1
    zero = "zero" in frames or ("zero_study" in frames and _is_study(stretch, frame))
    if zero and frame.side in ("left", "shared"):
        yield from _zero(stretch, frame, after)
    if not {"that", "inf", "asks_to"}.isdisjoint(frames):
        yield from _infinitive(stretch, frame, after)
    if "acc_inf" in frames:
        yield from _of_another(stretch, frame, after)


def _is_study(stretch: Stretch, frame: Frame) -> bool:
    """Tell whether a subject is a study or a document: then ``found it was sound`` is a finding."""
    return frame.subject is not None and any(stretch.has(i, "study_noun") for i in range(*frame.subject))


def _over_relative(stretch: Stretch, comma: int) -> int:
    """Return the item behind ``, die anoniem wil blijven,``, or the next one where nothing is told of the source."""
    if not stretch.has(comma + 1, "relative", "preposition", "subordinator", "contrast"):
        return comma + 1
    limit = min(len(stretch), comma + RELATIVE_REACH)
    closing = next((i for i in range(comma + 1, limit) if stretch.key(i) == ","), None)
    return comma + 1 if closing is None else closing + 1


def _announced(stretch: Stretch, frame: Frame, at: int, after: int) -> Iterator[Candidate]:
    """Yield the content that opens at one item, if one does."""
    frames = frame.form.cue.frames
    if _second_that(stretch, frame, at, after):
        return
    if at == after and stretch.has(at, "complementizer") and is_behind_quote(stretch, frame):
        return  # a relative clause on the source: “...”, moppert een lid dat ...
    split = bool(frame.tail) and frame.tail[0] > at  # spreekt dat cijfer tegen
    clause = stretch.has(at, "complementizer") and _takes_clause(stretch, frame, at, after)
    clause = clause and not (at > after and (_belongs_to_noun(stretch, at) or is_reacted_to(stretch, frame, at)))
    if clause and not split and opens_content(stretch, at) and not _is_of_infinitive(stretch, at):
        yield make_clause(stretch, frame, at + 1, "clause", 0.9)
    elif stretch.has(at, "question_word") and _asks(stretch, frame, at, after):
        first = at + 1 if stretch.has(at, "interrogative_content") else at
        yield make_clause(stretch, frame, first, "question", 0.8)
    elif stretch.key(at) == ":" and ({"that", "quote"} & frames or ("clause" in frames and frame.tail)):
        yield from _colon(stretch, frame, at)
    elif stretch.kind(at) == "quote" and "quote" in frames and not _is_in_infinitive(stretch, at) and (
        at == after or stretch.key(at - 1) == "," or at - 1 in frame.tail
    ):
        end = clause_end(stretch, at + 1) if _is_partial(stretch, at) else at + 1
        yield make_candidate(frame, "quotation_after", 0.92, ((at, end),))


def _is_of_infinitive(stretch: Stretch, at: int) -> bool:
    """Tell ``zegt dat nooit te hebben gezegd`` from ``zegt dat nooit iemand kwam``: what was not said stands before."""
    negated = stretch.has(at + 1, "negation") and stretch.has(at + 2, "infinitive_mark")
    return negated and "verb_second" in stretch.grammar.role("word_order") and not is_place(stretch, at + 2)


def _is_partial(stretch: Stretch, at: int) -> bool:
    """Tell ``noted “limited gains” on three places`` from a whole quotation: a phrase of it goes on unquoted."""
    quotation = stretch.items[at].quotation
    short = quotation is not None and len(quotation.content.of(stretch.document.text).split()) < MIN_WHOLE_WORDS
    goes_on = stretch.has(at + 1, "preposition", "complementizer") and not stretch.has(at + 1, "adjunct_preposition")
    return short and goes_on


def _is_in_infinitive(stretch: Stretch, at: int) -> bool:
    """Tell ``liet weten ‘geen aanleiding’ te zien``: a Dutch infinitive holds the quotation."""
    return stretch.has(at + 1, "infinitive_mark") and not is_place(stretch, at + 1) and (
        "verb_second" in stretch.grammar.role("word_order"))


def _belongs_to_noun(stretch: Stretch, at: int) -> bool:
    """Tell ``believed her assurance that`` from ``said in a statement that``."""
    if stretch.key(at - 1) not in stretch.grammar.nouns:
        return False
    owner = next((i for i in range(at - 2, max(-1, at - 5), -1) if stretch.has(i, "determiner", "possessive")), None)
    return owner is not None and not stretch.has(owner - 1, "preposition")


def is_behind_quote(stretch: Stretch, frame: Frame) -> bool:
    """Tell whether a frame with its subject behind the verb stands right behind a quotation."""
    before = frame.pivot - 2 if stretch.key(frame.pivot - 1) == "," else frame.pivot - 1
    noun = frame.subject is not None and not stretch.has(frame.subject[0], "pronoun_subject")
    return frame.side == "right" and noun and stretch.kind(before) == "quote"


def _takes_clause(stretch: Stretch, frame: Frame, at: int, after: int) -> bool:
    """Tell whether a cue takes a clause here: verbs that are mostly no speech, such as ``wil dat``, only at once."""
    frames = frame.form.cue.frames
    behind_tail = bool(frame.tail) and at == frame.tail[-1] + 1
    near = after + ("verb_second" in stretch.grammar.role("word_order"))
    return "that" in frames or ("clause" in frames and (at <= near or behind_tail))


def _second_that(stretch: Stretch, frame: Frame, at: int, after: int) -> bool:
    """Tell whether ``and that`` goes on with a content that began without a word."""
    coordinated = at > after and stretch.has(at, "complementizer") and stretch.has(at - 1, "coordinator")
    if "zero" not in frame.form.cue.frames:
        return False
    begun = at > after and stretch.has(after, "pronoun_subject") and not stretch.has(frame.at, "addressee")
    return coordinated or (begun and stretch.find_role(after, at, "finite_verb") is not None)


def _ends_search(stretch: Stretch, frame: Frame, at: int, after: int) -> bool:
    mark = stretch.items[at].text if stretch.kind(at) == "mark" else ""
    infinitive = stretch.has(at, "infinitive_mark") and "verb_second" in stretch.grammar.role("word_order")
    if infinitive or mark in (";", ":", "–", "—") or _second_that(stretch, frame, at, after):
        return True
    if mark == ",":
        return stretch.kind(at + 1) != "quote" and not _in_apposition(stretch, at)
    noun = stretch.has(at - 1, "determiner", "preposition") and not (
        stretch.has(at - 1, "relative") and stretch.key(at) not in stretch.grammar.nouns  # een ambtenaar die zegt dat
    )
    if (at == after and not _closes_relative(stretch, frame)) or at in frame.tail or noun:
        return False
    return any(form.shape == "finite" for form in stretch.grammar.forms.get(stretch.key(at), ()))


def _closes_relative(stretch: Stretch, frame: Frame) -> bool:
    """Tell ``Uit een mail die de krant heeft ingezien | blijkt dat``: the cue ends a clause on a noun (Dutch order)."""
    final = "verb_final" in stretch.grammar.role("word_order")
    return final and stretch.has(frame.start - 1, "relative") and stretch.key(frame.start - 2) != ","


def _in_apposition(stretch: Stretch, at: int) -> bool:
    """Tell whether a comma opens a piece that ends, soon, before a complementizer (``, on Friday, that``)."""
    relative = stretch.has(at + 1, "relative")
    for i in range(at + 1, min(len(stretch), at + (RELATIVE_REACH if relative else 9))):
        if stretch.key(i) == ",":
            opening = stretch.find_role(i + 1, i + 9 if relative else i + 2, "complementizer", "question_word")
            return opening is not None and all(stretch.kind(j) == "word" for j in range(i + 1, opening))
    return stretch.has(at + 1, "complementizer", "question_word")


def opens_content(stretch: Stretch, at: int) -> bool:
    """Tell ``zegt dat de brug ...`` from ``herhaalde dat donderdag voor het hof: ...`` and ``weerlegt dat.``."""
    lone = stretch.has(at, "determiner") and stretch.kind(at + 2) == "mark" and stretch.kind(at + 1) == "word" and not (
        stretch.has(at + 1, "finite_verb") or _is_title(stretch, at + 1))
    if stretch.kind(at + 1) == "mark" or at + MIN_PREDICATE >= len(stretch) or lone:
        return False
    for i in range(at + 1, len(stretch)):
        if stretch.key(i) == ":" and stretch.kind(i + 1) != "quote":
            return has_verb(stretch, at + 1, i) and not stretch.has(at + 1, "time_word", "preposition")
        if stretch.kind(i) == "mark":
            return True
    return True


def _is_title(stretch: Stretch, at: int) -> bool:
    """Tell ``that Mr. Lee slept`` from ``said that Friday.``: a dot behind a short word, and a name behind it."""
    return stretch.is_capital(at) and stretch.key(at + 1) == "." and stretch.is_capital(at + 2)


def _asks(stretch: Stretch, frame: Frame, at: int, after: int) -> bool:
    if "wh" in frame.form.cue.frames or frame.refused:
        return True
    if stretch.has(at, "coordinator") or at > after or "that" not in frame.form.cue.frames:
        return False
    return stretch.kind(at + 1) == "word" and not stretch.has(at, "complementizer") and has_verb(
        stretch, at + 1, clause_end(stretch, at + 1)
    )


def make_clause(stretch: Stretch, frame: Frame, at: int, rule: str, score: float) -> Candidate:
    end = limit_content(stretch, frame, at, clause_end(stretch, at, clausal=True))
    if frame.at > at:  # the verb stands behind its content
        end = min(end, frame.at)
    english = "subject_first" in stretch.grammar.role("word_order")
    if frame.form.cue.stance == "denies" or english:  # what stands behind a colon says why it is not so
        end = next((i for i in range(at + 1, end) if stretch.key(i) == ":"), end)
    return make_candidate(frame, rule, score, longest(stretch, ((at, end),)))


def limit_content(stretch: Stretch, frame: Frame, at: int, end: int) -> int:
    """End what is said inside ``, which X says ..., `` at the comma that ends that clause."""
    opening = frame.start - 1
    if frame.subject and frame.subject[0] == opening:
        opening = frame.subject[0]
    if not stretch.has(opening, "relative") or stretch.key(opening - 1) != ",":
        return end
    return next((i for i in range(at + 1, end) if stretch.key(i) == ","), end)


def _colon(stretch: Stretch, frame: Frame, at: int) -> Iterator[Candidate]:
    if _has_content_between(stretch, frame, at):
        return
    if stretch.kind(at + 1) == "quote":
        yield make_candidate(frame, "quotation_after_colon", 0.93, ((at + 1, at + 2),))
    else:
        content = longest(stretch, ((at + 1, clause_end(stretch, at + 1)),))
        yield make_candidate(frame, "clause_after_colon", 0.75, content)


def _has_content_between(stretch: Stretch, frame: Frame, at: int) -> bool:
    return "np" in frame.form.cue.frames and frame.side == "left" and is_subject_like(stretch, frame.at + 1) and not (
        stretch.has(frame.at + 1, "backward")
    )


def _zero(stretch: Stretch, frame: Frame, after: int) -> Iterator[Candidate]:
    first = _over_adjuncts(stretch, frame, after)
    closed = ("complementizer", "question_word", "conditional", "infinitive_mark")
    if first >= len(stretch) or stretch.has(first, *closed):
        return
    noun = stretch.has(first, "determiner") and stretch.kind(first + 1) == "word" and not stretch.has(
        first + 1, "preposition", "infinitive_mark")
    if stretch.has(first, "not_content") and not noun:
        return
    relative = stretch.has(frame.start - 1, "relative") and stretch.has(first, "finite_verb")
    begins = relative or is_subject_like(stretch, first) or stretch.has(first, "preposition", "impersonal")
    if not begins or stretch.kind(first) == "quote":
        return
    end = limit_content(stretch, frame, first, clause_end(stretch, first, clausal=True))
    if end == first + 1 and (stretch.has(first, "number_word") or stretch.items[first].text.isdigit()):
        yield make_candidate(frame, "clause_without_word", 0.72, ((first, end),))  # the union said twelve
        return
    verbless = stretch.find_role(first, end, "finite_verb") is None
    if verbless and (stretch.has(frame.at, "addressee") or is_no_statement(stretch, frame, first)):
        return
    headline = stretch.sentences[0].part in ("title", "heading")
    if end - first > MIN_PREDICATE - 1 and (headline or is_clause(stretch, first, end)):
        yield make_candidate(frame, "clause_without_word", 0.72, longest(stretch, ((first, end),)))


def _infinitive(stretch: Stretch, frame: Frame, after: int) -> Iterator[Candidate]:
    """Read ``zegt niets te weten`` and ``claims to be ill``: the content is an infinitive."""
    second = "verb_second" in stretch.grammar.role("word_order")
    if not second and ("inf" not in frame.form.cue.frames or not stretch.has(after, "infinitive_mark")):
        return
    if frame.tail and frame.tail[-1] >= after:  # laat in een brief weten niets te vrezen
        after = frame.tail[-1] + 1
    while after - 1 > max((frame.at, *frame.tail)) and stretch.has(after - 1, "negation", "not_content"):
        after -= 1
    end = limit_content(stretch, frame, after, clause_end(stretch, after))
    mark = stretch.find_role(after, end, "infinitive_mark")
    if mark is None or end - mark < MIN_PREDICATE or is_place(stretch, mark):
        return
    if any(stretch.key(i) == "," for i in range(after, mark)):
        return
    opening = stretch.find_role(after, mark, "infinitive_opener") if "asks_to" in frame.form.cue.frames else None
    if opening is not None:  # vroeg de buren maandag | om stil te zijn
        yield make_candidate(frame, "infinitive", 0.8, longest(stretch, ((opening + 1, end),)))
        return
    yield make_candidate(frame, "infinitive", 0.71, longest(stretch, ((after, end),)))


def _of_another(stretch: Stretch, frame: Frame, after: int) -> Iterator[Candidate]:
    """Read ``wants the count to resume``: somebody, and what they are to do."""
    first = frame.tail[-1] + 1 if frame.tail else after
    if not is_subject_like(stretch, first) or stretch.kind(first) == "quote":
        return
    end = limit_content(stretch, frame, first, clause_end(stretch, first))
    mark = stretch.find_role(first + 1, min(end, first + INFINITIVE_REACH), "infinitive_mark")
    if mark is None or end - mark < MIN_PREDICATE or any(stretch.kind(i) == "mark" for i in range(first, mark)):
        return
    if not stretch.has(mark + 1, "determiner", "pronoun_object") and not stretch.is_capital(mark + 1):
        yield make_candidate(frame, "infinitive_of_another", 0.75, longest(stretch, ((first, end),)))


def _over_adjuncts(stretch: Stretch, frame: Frame, at: int) -> int:
    """Skip ``on Tuesday`` and the hearer of ``told reporters``."""
    if stretch.has(frame.at, "addressee") and is_subject_like(stretch, at):
        end = at + 1 if stretch.has(at, "pronoun_object", "pronoun_subject") else phrase_end(stretch, at, len(stretch))
        if stretch.kind(end) != "mark":
            at = end if end - at <= 3 else min(at + 1, end)
    if stretch.has(at, "preposition") and stretch.has(at + 1, "time_word"):
        at += 2
    while stretch.has(at, "time_word", "adverb") and not stretch.has(at, "impersonal"):
        at += 1
    return at
