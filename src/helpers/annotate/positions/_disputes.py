"""Which claim answers which question, by the rules of the codebook."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from helpers.annotate._holders import all_innermost
from helpers.annotate._scope import in_scope
from helpers.annotate.positions._rules import Rule, Traits, rule_book, word_lists
from helpers.model import Claim, Dispute, Document, Event, Quantity, Span, Wording, make_id
from helpers.resources.codebook import Codebook
from helpers.resources.lexicons import Lexicon
from helpers.text.words import PhraseIndex, Words, find_words


def find_positions(
    document: Document,
    *,
    claims: Sequence[Claim],
    events: Sequence[Event] = (),
    quantities: Sequence[Quantity] = (),
    wordings: Sequence[Wording] = (),
    codebook: Codebook,
    lexicon: Lexicon,
) -> tuple[Dispute, ...]:
    """Find every claim that answers a question of the codebook.

    Parameters
    ----------
    document : Document
    claims, events, quantities, wordings : sequences
        What was found in the document.
    codebook : Codebook
    lexicon : Lexicon
        Of the document's language.

    Returns
    -------
    tuple of Dispute
        In the order of the claims. Where rules lead to two positions of one question that shut each other out,
        the first row of the codebook decides; else a claim may take both ("13 wounded and one dead").
    """
    words = find_words(document.text)
    if not in_scope(words, document.language, codebook):
        return ()
    traits = _collect(document, words, claims, events, quantities=quantities, wordings=wordings,
                      codebook=codebook, language=lexicon.language)
    rules = rule_book(codebook)
    found: list[Dispute] = []
    for claim in claims:
        answered: set[str] = set()
        for rule in rules.candidates(traits[claim.claim_id]):
            key = rule.question_id if rule.is_exclusive else rule.row["position_id"]
            if key not in answered and rule.takes(claim, traits[claim.claim_id]):
                answered.add(key)
                found.append(_build(document, claim, rule))
    return tuple(found)


def _build(document: Document, claim: Claim, rule: Rule) -> Dispute:
    position = rule.row["position_id"]
    return Dispute(
        dispute_id=f"{make_id(document.article_id, 'd', claim.span, claim.cue or claim.source)}.{position}",
        question_id=rule.question_id, position_id=position, claim_id=claim.claim_id,
        voice=claim.voice, rule=f"position {rule.row.row_id}", actor_id=claim.source_id,
    )  # fmt: skip


def _collect(
    document: Document, words: Words, claims: Sequence[Claim], events: Sequence[Event], *,
    quantities: Sequence[Quantity], wordings: Sequence[Wording], codebook: Codebook, language: str,
) -> dict[str, Traits]:  # fmt: skip
    traits: dict[str, Traits] = {claim.claim_id: Traits() for claim in claims}
    _add_words(traits, document, words, claims, word_lists(codebook, language))
    for event in events:
        _add(traits, event.claim_id, ("events", event.event_type))
    for count in quantities:
        _add(traits, count.claim_id, ("units", count.unit))
        if count.claim_id in traits:
            traits[count.claim_id].counts.append(count)
    for wording in wordings:
        for claim in all_innermost(claims, wording.span):
            traits[claim.claim_id].features.add(("terms", wording.term_id))
    return traits


def _add_words(
    traits: dict[str, Traits], document: Document, words: Words, claims: Sequence[Claim], lists: PhraseIndex[str]
) -> None:
    found = [(words.span(match.first, match.last), match.payload) for match in lists.find_all(words)]
    paragraphs: defaultdict[int, set[str]] = defaultdict(set)
    for span, name in found:
        paragraphs[document.sentence_at(span.start).paragraph].add(name)
        for claim in all_innermost(claims, span):
            traits[claim.claim_id].features.add(("words", name))
    _add_cues(traits, claims, found)
    for claim in claims:
        number = document.sentence_at(claim.span.start).paragraph
        # what is spoken of: named in the title, in the paragraph, or in the one before
        traits[claim.claim_id].around = paragraphs[0] | paragraphs[number - 1] | paragraphs[number]


def _add_cues(traits: dict[str, Traits], claims: Sequence[Claim], found: Sequence[tuple[Span, str]]) -> None:
    """Note the words in the cue of each claim; `found` is in the order of the text."""
    starts = [span.start for span, _ in found]
    longest = max((len(span) for span, _ in found), default=0)
    for claim in claims:
        if claim.cue:
            near = found[bisect_left(starts, claim.cue.start - longest) : bisect_left(starts, claim.cue.end)]
            features = {("cues", name) for span, name in near if claim.cue.overlaps(span)}
            traits[claim.claim_id].features.update(features)


def _add(traits: dict[str, Traits], claim_id: str, feature: tuple[str, str]) -> None:
    if claim_id in traits:
        traits[claim_id].features.add(feature)
