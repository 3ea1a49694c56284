"""Turn the chosen readings into claims: characters, kinds, channels, and what points back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._clauses import after_dateline, has_verb, sentence_start
from helpers.annotate.attributions._select import Choice
from helpers.annotate.attributions._stretches import Stretch
from helpers.model import Alternative, Claim, Document, Span, SpanIndex, make_id
from helpers.model.annotations import ClaimKind, Confidence

HIGH, MEDIUM = 0.85, 0.75
CHANNEL_REACH = 14


@dataclass(slots=True)
class History:
    """The claims so far, and the stretch before this one: what a pointing word can mean."""

    claims: list[Claim] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    before: Stretch | None = None


def add_claims(stretch: Stretch, choices: Sequence[Choice], history: History) -> None:
    """Add the claims of a stretch to the history."""
    for choice in choices:
        claim = _build(stretch, choice, history)
        if claim is not None and claim.claim_id not in history.ids:
            _drop_cueless(history, claim)
            history.claims.append(claim)
            history.ids.add(claim.claim_id)
    history.before = stretch


def _drop_cueless(history: History, claim: Claim) -> None:
    """Let ``“...” Dat zei X`` be one claim: the quotation without a cue gives way."""
    if history.claims:
        last = history.claims[-1]
        asserted = claim.cue is not None and claim.stance == "asserts"
        if last.cue is None and last.source is None and asserted and last.span == claim.span:
            history.ids.discard(history.claims.pop().claim_id)


def _build(stretch: Stretch, choice: Choice, history: History) -> Claim | None:
    candidate = choice.candidate
    cue = stretch.span(*candidate.cue_at) if candidate.cue_at else None
    source = stretch.span(*candidate.source) if candidate.source else None
    content, kind = _pointed_at(stretch, candidate, history) if candidate.points_back else (None, "indirect")
    more: tuple[Span, ...] = ()
    if content is None and candidate.content:
        pieces = [span for span in (_content(stretch, piece) for piece in candidate.content) if span]
        content, more = (pieces[0] if pieces else None), tuple(sorted(pieces[1:]))
        kind = _kind(stretch, candidate.content)
    if content is None:
        return None
    return Claim(
        claim_id=make_id(stretch.document.article_id, "c", content, cue or source), span=content, more_spans=more,
        voice="source", kind=kind, source=source, cue=cue, rule=_rule(candidate),
        frame_words=tuple(stretch.span(at, at + 1) for at in (*candidate.tail, *_told_of_source(stretch, candidate))),
        stance=candidate.stance, certainty=candidate.certainty,
        verification="unverified" if candidate.hearsay else "none",
        channel=_channel(stretch, candidate), confidence=_confidence(candidate.score),
        considered=tuple(_alternative(stretch, loser, why) for loser, why in choice.beaten),
    )  # fmt: skip


def _told_of_source(stretch: Stretch, candidate: Candidate) -> range:
    """Return the clause that tells which source it is, right behind it: ``says a man | who would not be named``."""
    after = candidate.source[1] if candidate.source else 0
    if not after or not stretch.has(after, "relative") or stretch.has(after, "complementizer"):
        return range(0)
    end = next((i for i in range(after, len(stretch)) if stretch.kind(i) in ("mark", "quote")), len(stretch))
    return range(0) if any(lo < end and after < hi for lo, hi in candidate.content) else range(after, end)


def _rule(candidate: Candidate) -> str:
    return f"{candidate.rule} {candidate.cue.row_id}" if candidate.cue else candidate.rule


def _confidence(score: float) -> Confidence:
    return "high" if score >= HIGH else "medium" if score >= MEDIUM else "low"


def _alternative(stretch: Stretch, loser: Candidate, why: str) -> Alternative:
    span = _content(stretch, loser.content[0]) if loser.content else None
    return Alternative(_rule(loser), why, span, round(loser.score, 3))


def _content(stretch: Stretch, piece: Range) -> Span | None:
    """Return the characters of a piece; a quotation that is the whole piece goes without its marks."""
    lo, hi = piece
    if hi - lo == 1 and stretch.items[lo].quotation is not None:
        quotation = stretch.items[lo].quotation
        assert quotation is not None  # noqa: S101  (for the type checker)
        return _without_stop(stretch.document, quotation.content)
    return stretch.span(lo, hi)


def _without_stop(document: Document, span: Span) -> Span:
    end = span.end
    while end > span.start + 1 and document.text[end - 1] in ".,;: \n" and not document.text.startswith("...", end - 3):
        end -= 1
    return Span(span.start, end)


def _kind(stretch: Stretch, content: Sequence[Range]) -> ClaimKind:
    kinds = [[stretch.kind(i) for i in range(lo, hi)] for lo, hi in content]
    if all(piece == ["quote"] for piece in kinds):
        return "direct"
    return "mixed" if any("quote" in piece for piece in kinds) else "indirect"


def _pointed_at(stretch: Stretch, candidate: Candidate, history: History) -> tuple[Span | None, ClaimKind]:
    """Return what a pointing word means: the claim before it, or else the sentence before it."""
    set_out = _set_out_before(stretch, candidate)
    if set_out is not None:
        return set_out, "indirect"
    here = stretch.items[candidate.cue_at[0]].start if candidate.cue_at else stretch.items[0].start
    first = stretch.items[0].start
    last = next((c for c in reversed(history.claims) if c.span.end <= here), None)
    earliest = history.before.items[0].start if history.before else first
    noun = bool(candidate.content)  # that accusation: the last thing stated, also over a sentence between
    same = last is not None and stretch.document.sentence_at(last.span.start).paragraph >= stretch.paragraph - 1
    if last is not None and (last.span.start >= earliest or (noun and same)):
        kind = last.kind if candidate.stance == "asserts" else "indirect"
        return _last_sentence(stretch.document, last, candidate), kind
    here_first = _clause_before(stretch, candidate)
    if here_first is not None:
        return here_first, "indirect"
    if history.before is None:
        return None, "indirect"
    alone = [item for item in history.before.items if item.kind != "mark"]
    if len(alone) == 1 and alone[0].quotation is not None:  # “Onzin.” Zo reageert X op ...
        return _without_stop(stretch.document, alone[0].quotation.content), "direct"
    before = history.before.sentences[-1].span
    first = after_dateline(history.before)
    if len(history.before.sentences) == 1 and 0 < first < len(history.before):
        before = Span(history.before.items[first].start, before.end)
    return _without_stop(stretch.document, before), "indirect"


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


def _channel(stretch: Stretch, candidate: Candidate) -> str:
    if not candidate.cue_at:
        return ""
    at = candidate.cue_at[0]
    for i in range(max(1, at - CHANNEL_REACH), min(len(stretch), at + CHANNEL_REACH)):
        name = stretch.grammar.channels.get(stretch.items[i].key)
        if name is None or (len(name) == 1 and not stretch.is_capital(i)):
            continue
        if any(lo <= i < hi for lo, hi in candidate.content):
            continue
        near = range(max(0, i - 4), i)
        if any(stretch.has(j, "preposition") for j in near):
            return name
    return ""


def _reported_by(claim: Claim, holder: Claim) -> Claim:
    """Say which claim reports a claim: where a source tells that it was said, it is not the newsroom's hearsay."""
    return replace(claim, within_claim_id=holder.claim_id, verification="none")


def nest_claims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Say which claim reports which: the smallest content that holds another claim's cue."""
    contents = SpanIndex((claim.span, (order, claim)) for order, claim in enumerate(claims))
    nested = []
    for claim in claims:
        cue = claim.cue
        holders = [(len(other.span), order, other) for order, other in (contents.overlapping(cue) if cue else ())
                   if cue and other.span.contains(cue) and other is not claim
                   and not claim.span.contains(other.span) and other.span.contains(claim.span)]  # fmt: skip
        holder = min(holders, default=None)
        nested.append(_reported_by(claim, holder[2]) if holder else claim)
    return tuple(nested)
