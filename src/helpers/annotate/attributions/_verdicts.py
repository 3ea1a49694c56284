"""What a source says of a statement: who says that it is not so denies it, who says that it is so confirms it."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.annotate.attributions._candidates import Range
from helpers.annotate.attributions._clauses import clause_end, longest, sentence_start
from helpers.annotate.attributions._stretches import Stretch
from helpers.model.annotations import Stance

VERDICT_REACH = 8


def find_verdict(stretch: Stretch, at: int, after: int) -> tuple[tuple[Range, ...], Stance] | None:
    """Return the statement that a source judges, and how, given where ``according to X`` begins and ends.

    ``Dat X, klopt volgens haar niet`` denies X; ``Volgens haar klopt het dat X`` confirms it.
    """
    lo = sentence_start(stretch, at)
    limit = min(len(stretch), after + VERDICT_REACH)
    opening = _over_noun(stretch, lo)
    if stretch.has(opening, "complementizer"):
        comma = next((i for i in range(at - 1, lo, -1) if stretch.key(i) == ","), None)
        if comma is None or at - comma > VERDICT_REACH:
            return None
        closing = next((i for i in range(after, limit) if stretch.kind(i) == "mark"), limit)
        stance = _judge(stretch, (*range(comma + 1, at), *range(after, closing)))
        return (longest(stretch, ((opening + 1, comma),)), stance) if stance else None
    clause = stretch.find_role(after, limit, "complementizer")
    if clause is None or at - lo > VERDICT_REACH:
        return None
    zone = (*range(lo, at), *range(after, clause))
    impersonal = any(stretch.has(i, "impersonal") for i in zone)
    stance = _judge(stretch, zone) if impersonal else None
    content = longest(stretch, ((clause + 1, clause_end(stretch, clause + 1)),))
    return (content, stance) if stance and content else None


def _over_noun(stretch: Stretch, lo: int) -> int:
    """Skip ``De bewering`` before ``dat X, klopt volgens haar niet``: a determiner and a noun for a statement."""
    noun = lo + 1
    announced = stretch.has(lo, "determiner") and stretch.key(noun) in stretch.grammar.nouns
    return noun + 1 if announced and stretch.has(noun + 1, "complementizer") else lo


def _judge(stretch: Stretch, zone: Iterable[int]) -> Stance | None:
    """Tell what the words of a main clause say of the clause they are about; None where they judge nothing else."""
    negated, verdict = False, ""
    for at in zone:
        found = next((role for role in ("verdict_true", "verdict_false") if stretch.has(at, role)), "")
        if found and not verdict:
            verdict = found
        elif stretch.has(at, "negation"):
            negated = True
        elif stretch.is_plain(at):
            return None  # klopt als een bus
    if not verdict:
        return None
    if verdict == "verdict_false":
        return None if negated else "denies"
    return "denies" if negated else "confirms"


def called_false(stretch: Stretch, first: int, end: int) -> int | None:
    """Return where what is called false ends: ``described the report | as completely false``."""
    last = end - 1
    if not stretch.has(last, "verdict_false"):
        return None
    while stretch.has(last - 1, "degree", "comparison") or _is_article(stretch, last - 1):
        last -= 1
    told = first < last and (is_told(stretch, first, last) or stretch.has(first, "backward"))
    return last if told and not stretch.has(last - 1, "negation") else None


def _is_article(stretch: Stretch, at: int) -> bool:
    """Tell ``a`` and ``een`` from ``the`` and ``dat``."""
    return stretch.has(at, "determiner") and not stretch.has(at, "definite", "negation", "backward")


def is_told(stretch: Stretch, first: int, end: int) -> bool:
    """Tell whether an object is something said: it holds a noun for that, a clause or a quotation."""
    return any(stretch.key(i) in stretch.grammar.nouns or stretch.has(i, "pointing_noun", "complementizer")
               or stretch.kind(i) == "quote" for i in range(first, end))  # fmt: skip
