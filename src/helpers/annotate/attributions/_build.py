"""Turn the chosen readings into claims: characters, kinds, channels, and what points back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._referents import History, find_referent, only_answers, without_stop
from helpers.annotate.attributions._select import Choice
from helpers.annotate.attributions._stretches import Stretch
from helpers.model import Alternative, Claim, Span, SpanIndex, make_id
from helpers.model.annotations import ClaimKind, Confidence

HIGH, MEDIUM = 0.85, 0.75
CHANNEL_REACH = 14
POINTING_WORDS = "pointing_words"


def add_claims(stretch: Stretch, choices: Sequence[Choice], history: History) -> None:
    """Add the claims of a stretch to the history."""
    known = len(history.claims)
    for choice in choices:
        claim = _build(stretch, choice, history)
        if claim is not None and claim.claim_id not in history.ids:
            _drop_cueless(history, claim)
            history.claims.append(claim)
            history.ids.add(claim.claim_id)
    silent = len(history.claims) == known
    history.before, history.answered = stretch, silent and only_answers(stretch)


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
    content, kind = find_referent(stretch, candidate, history) if candidate.points_back else (None, "indirect")
    more: tuple[Span, ...] = ()
    itself = _itself(stretch, candidate) if content is not None else ()
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
        considered=(*(_alternative(stretch, loser, why) for loser, why in choice.beaten), *itself),
    )  # fmt: skip


def _itself(stretch: Stretch, candidate: Candidate) -> tuple[Alternative, ...]:
    """Keep the words that point back: what is left where the speaker turns out to have said himself what they mean."""
    if not (candidate.points_back and candidate.content):
        return ()
    return (Alternative(POINTING_WORDS, "means what was stated before", stretch.span(*candidate.content[0])),)


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
        return without_stop(stretch.document, quotation.content)
    return stretch.span(lo, hi)


def _kind(stretch: Stretch, content: Sequence[Range]) -> ClaimKind:
    kinds = [[stretch.kind(i) for i in range(lo, hi)] for lo, hi in content]
    if all(piece == ["quote"] for piece in kinds):
        return "direct"
    return "mixed" if any("quote" in piece for piece in kinds) else "indirect"


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
