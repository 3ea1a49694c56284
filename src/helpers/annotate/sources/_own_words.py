"""Somebody's own words: nobody denies them by a pointing word, and "we" in them is who speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from helpers.annotate.sources._pronouns import AGAINST
from helpers.annotate.sources._words import SourceWords
from helpers.model import Claim, Document

_POINTS, _WORDS = "points_back", "pointing_words"


def without_own_words(words: SourceWords, done: Mapping[int, Claim]) -> dict[int, Claim | None]:
    """Return, by their keys, the claims against their own speaker's words: with the words that point, else None.

    Parameters
    ----------
    words : SourceWords
        Its `retraction` lists the verbs for who does take his words back.
    done : mapping of int to Claim
        Resolved.
    """
    said = {(claim.source_id, claim.span) for claim in done.values() if claim.source_id and claim.stance not in AGAINST}
    changed: dict[int, Claim | None] = {}
    for key, claim in done.items():
        verb = claim.rule.rpartition(":")[2].partition(" ")[0]
        own = claim.stance in AGAINST and claim.rule.startswith(_POINTS) and (claim.source_id, claim.span) in said
        if own and not words.has("retraction", verb):
            other = next((other.span for other in claim.considered if other.rule == _WORDS), None)
            changed[key] = replace(claim, span=other, kind="indirect") if other else None
    return changed


def in_own_person(document: Document, words: SourceWords, done: Mapping[int, Claim]) -> dict[int, Claim]:
    """Return, by their keys, the claims inside what somebody states in which he speaks himself: we doubt that.

    Parameters
    ----------
    document : Document
    words : SourceWords
        Its `first_person` lists the pronouns.
    done : mapping of int to Claim
        Resolved as far as the others go.
    """
    by_id = {claim.claim_id: claim for claim in done.values()}
    found: dict[int, Claim] = {}
    for key, claim in done.items():
        holder = by_id.get(claim.within_claim_id)
        own = claim.source is not None and words.has("first_person", claim.source.of(document.text).lower())
        if own and holder is not None and holder.source_id:
            found[key] = replace(claim, source_id=holder.source_id, rule=f"{claim.rule} + speaks_himself")
    return found
