"""What a pointing word means: the claim before it, or the sentence; nothing where none of them fits."""

from __future__ import annotations

from dataclasses import dataclass, field

from helpers.annotate.attributions._candidates import Candidate
from helpers.annotate.attributions._clauses import after_dateline, has_verb, sentence_start
from helpers.annotate.attributions._stretches import Stretch
from helpers.model import Claim, Document, Span
from helpers.model.annotations import ClaimKind


@dataclass(slots=True)
class History:
    """The claims so far, and the stretch before, which may have only `answered`: what a pointing word means."""

    claims: list[Claim] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    before: Stretch | None = None
    answered: bool = False


def find_referent(stretch: Stretch, candidate: Candidate, history: History) -> tuple[Span | None, ClaimKind]:
    """Return what a pointing word means: the claim before it, else the sentence; None where neither fits."""
    set_out = _set_out_before(stretch, candidate)
    if set_out is not None:
        return set_out, "indirect"
    last = _last_claim(stretch, candidate, history)
    if last is not None:
        kind = last.kind if candidate.stance == "asserts" else "indirect"
        return (None if _is_empty(stretch, last) else _last_sentence(stretch.document, last, candidate)), kind
    here_first = _clause_before(stretch, candidate)
    if here_first is not None:
        return here_first, "indirect"
    if history.before is None or history.answered or _is_other_part(history.before, stretch):
        return None, "indirect"
    alone = [item for item in history.before.items if item.kind != "mark"]
    if len(alone) == 1 and alone[0].quotation is not None:  # “Onzin.” Zo reageert X op ...
        return without_stop(stretch.document, alone[0].quotation.content), "direct"
    if _reports_unread(history.before) or (_points_weakly(stretch, candidate) and not _is_news(stretch, candidate)):
        return None, "indirect"
    before = history.before.sentences[-1].span
    first = after_dateline(history.before)
    if len(history.before.sentences) == 1 and 0 < first < len(history.before):
        before = Span(history.before.items[first].start, before.end)
    return without_stop(stretch.document, before), "indirect"


def _last_claim(stretch: Stretch, candidate: Candidate, history: History) -> Claim | None:
    """Return the claim that a pointing word may mean: near enough, and not from a title over the text."""
    here = stretch.items[candidate.cue_at[0]].start if candidate.cue_at else stretch.items[0].start
    last = next((c for c in reversed(history.claims) if c.span.end <= here), None)
    if last is None or _is_title_over(stretch, last.span):
        return None
    earliest = history.before.items[0].start if history.before else stretch.items[0].start
    near = max(last.span.start, last.cue.start if last.cue else 0) >= earliest
    over = history.answered or (bool(candidate.content) and not _points_weakly(stretch, candidate))
    same = stretch.document.sentence_at(last.span.start).paragraph >= stretch.paragraph - 1
    return last if near or (over and same) else None


def _points_weakly(stretch: Stretch, candidate: Candidate) -> bool:
    """Tell ``the claim`` from ``that claim``: an article points at what stands next to it only."""
    if not candidate.content:
        return False
    first = candidate.content[0][0]
    return stretch.has(first, "definite") and not stretch.has(first, "backward", "demonstrative", "possessive")


def _is_news(stretch: Stretch, candidate: Candidate) -> bool:
    """Tell whether a noun means the newsroom's own sentence before it as well: De dijk is lek. Het bericht ..."""
    first, *rest = candidate.content
    return any(stretch.has(at, "news_noun") for at in range(*first)) and not rest


def _is_empty(stretch: Stretch, claim: Claim) -> bool:
    """Tell whether a claim only judges what is itself pointed at: Stam vindt | dat overdreven."""
    first = claim.span.of(stretch.document.text).partition(" ")[0].lower()
    return "calls_it" in claim.rule and first in stretch.grammar.role("backward")


def _is_title_over(stretch: Stretch, span: Span) -> bool:
    heads = ("title", "heading")
    return stretch.sentences[0].part not in heads and stretch.document.sentence_at(span.start).part in heads


def _is_other_part(before: Stretch, stretch: Stretch) -> bool:
    return _is_title_over(stretch, before.sentences[-1].span)


def _reports_unread(before: Stretch) -> bool:
    """Tell whether a sentence reports speech that was not read: the whole of it is not what a word points at."""
    forms = before.grammar.forms
    return any("zero" in form.cue.frames and form.shape == "finite"
               for item in before.items for form in forms.get(item.key, ()))  # fmt: skip


def only_answers(stretch: Stretch) -> bool:
    """Tell whether a stretch without a claim only answers what was said before: ``They denied that``."""
    for at, item in enumerate(stretch.items):
        judges = any(form.cue.stance != "asserts" for form in stretch.grammar.forms.get(item.key, ()))
        if judges and any(stretch.has(i, "backward") for i in (at - 2, at - 1, at + 1)):
            return True
    return False


def _set_out_before(stretch: Stretch, candidate: Candidate) -> Span | None:
    """Return what is set out before a clause that takes it up: ``Zich verrijkt hebben, dat ontkende hij``."""
    cue = candidate.cue_at[0] if candidate.cue_at else 0
    start = sentence_start(stretch, cue)
    if not (stretch.has(cue - 1, "backward") and stretch.key(cue - 2) == "," and cue - 2 > start):
        return None
    answered = stretch.key(cue - 4) == "," and stretch.has(cue - 3, "answer")  # ..., nee, dat ontkende hij
    end = cue - 4 if answered else cue - 2
    return stretch.span(start, end) if end > start else None


def _clause_before(stretch: Stretch, candidate: Candidate) -> Span | None:
    """Return the main clause before the one that points back, in the same sentence: ``A; experts deny that``."""
    cue = candidate.cue_at[0] if candidate.cue_at else 0
    start, first = sentence_start(stretch, cue), after_dateline(stretch)
    contrast = stretch.has(start - 1, "contrast") and stretch.key(start - 2) == ","
    end = start - 2 if contrast else start - 1
    if end <= first or not (contrast or stretch.key(end) in (";", ":")):
        return None
    return stretch.span(first, end) if has_verb(stretch, first, end) else None


def _last_sentence(document: Document, claim: Claim, candidate: Candidate) -> Span:
    if candidate.stance == "asserts":
        return claim.span
    parts = [s.span for s in document.sentences_in(claim.span)]
    start = max(claim.span.start, parts[-1].start)
    return Span(start, claim.span.end) if start < claim.span.end else claim.span


def without_stop(document: Document, span: Span) -> Span:
    """Return a stretch without the marks that close it."""
    end = span.end
    while end > span.start + 1 and document.text[end - 1] in ".,;: \n" and not document.text.startswith("...", end - 3):
        end -= 1
    return Span(span.start, end)
