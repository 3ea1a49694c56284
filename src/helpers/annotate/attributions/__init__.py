"""Find who says what: every content that the text ascribes to a source, with its cue and the words for the source.

A scored grammar of candidates: each cue of the lexicon proposes the readings that its clause allows, the best set
stands, and what it beat is kept for `explain`. Where no subject can speak, nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpers.annotate.attributions._build import add_claims, nest_claims
from helpers.annotate.attributions._grammar import read_grammar
from helpers.annotate.attributions._phrase_cues import propose_phrases
from helpers.annotate.attributions._quotations import propose_colon_rests, propose_headline, propose_quotations
from helpers.annotate.attributions._referents import History
from helpers.annotate.attributions._rival_speakers import part_speakers
from helpers.annotate.attributions._select import Choice, select_candidates
from helpers.annotate.attributions._stretches import LONGEST, find_stretches
from helpers.annotate.attributions._verbs import propose_verbs
from helpers.model import Claim, Document, Mention
from helpers.resources.lexicons import Lexicon

__all__ = ["LONGEST", "find_attributions"]


def find_attributions(document: Document, lexicon: Lexicon, *, mentions: Sequence[Mention] = ()) -> tuple[Claim, ...]:
    """Find the claims that a text ascribes to a source, in order of their contents.

    Parameters
    ----------
    document : Document
    lexicon : Lexicon
        Of the document's language.
    mentions : sequence of Mention, optional
        Names already found; the grammar works without them.

    Returns
    -------
    tuple of Claim
        With ``voice="source"``; ``source`` is the stretch of text, ``source_id`` is for `resolve_sources` to fill.

    Examples
    --------
    >>> from helpers.model import Card
    >>> from helpers.resources.lexicons import read_lexicon
    >>> from helpers.text import build_document
    >>> document = build_document("De minister zegt dat de brug dicht blijft.", Card("a.txt", language="nl"))
    >>> [claim.span.of(document.text) for claim in find_attributions(document, read_lexicon("nl"))]
    ['de brug dicht blijft']
    """
    grammar = read_grammar(lexicon)
    history = History()
    for stretch in find_stretches(document, grammar):
        selected = select_candidates(stretch, (*propose_verbs(stretch), *propose_phrases(stretch)))
        chosen = part_speakers(stretch, selected)
        known = [choice.candidate for choice in chosen]
        without_cue = (*propose_colon_rests(stretch, known), *propose_headline(stretch, known),
                       *propose_quotations(stretch, known))
        add_claims(stretch, [*chosen, *map(Choice, without_cue)], history)
    return tuple(sorted(nest_claims(history.claims), key=lambda claim: (claim.span, claim.claim_id)))
