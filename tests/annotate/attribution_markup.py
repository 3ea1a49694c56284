"""Read sentences with their content, cue and source marked up, and find the claim that should be theirs."""

import re

from helpers.annotate.attributions import find_attributions
from helpers.annotate.claims import find_claims
from helpers.model import Card
from helpers.resources.lexicons import read_lexicon
from helpers.text import build_document

_TAG = re.compile(r"<(/?)(source|cue|content)>")


def read_markup(marked):
    """Return the plain text and, for each tag, its longest span."""
    text, position, opened, spans = "", 0, {}, {}
    for match in _TAG.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        if match[1]:
            spans.setdefault(match[2], []).append((opened[match[2]], len(text)))
        else:
            opened[match[2]] = len(text)
    longest = {tag: max(found, key=lambda s: s[1] - s[0]) for tag, found in spans.items()}
    return text + marked[position:], longest


def read_text(text, language):
    """Return the document and its claims."""
    document = build_document(text, Card("a.txt", language=language))
    lexicon = read_lexicon(language)
    return document, find_claims(document, lexicon, attributed=find_attributions(document, lexicon))


def voiced(claims):
    """Return the claims of sources."""
    return [claim for claim in claims if claim.voice == "source"]


def overlap(span, expected):
    """Return the shared part of two spans, over all that they cover."""
    inside = min(span.end, expected[1]) - max(span.start, expected[0])
    return inside / (max(span.end, expected[1]) - min(span.start, expected[0])) if inside > 0 else 0.0


def is_source(span, expected, text):
    """Tell whether a source is what is expected, or both are missing; what is told behind its comma may be left out."""
    if span is None or expected is None:
        return span is None and expected is None
    if span.start != expected[0]:
        return False
    end, longer = sorted((span.end, expected[1]))
    return end == longer or text.startswith(",", end)


def beside(claims, best):
    """Return the other claims of a text that the marked one neither holds nor is held by."""
    return [claim for claim in claims if claim is not best
            and not best.span.contains(claim.span) and not claim.span.contains(best.span)]


def touches(span, expected):
    """Tell whether a span shares a character with what is expected, or both are missing."""
    if span is None or expected is None:
        return span is None and expected is None
    return overlap(span, expected) > 0


def read_all(text, language):
    """Return every claim in text order: its source (``-`` the newsroom), its pieces, and how it judges."""
    document, claims = read_text(text, language)
    rows = []
    for claim in sorted(claims, key=lambda c: min((c.span, *c.more_spans))):
        source = claim.source.of(document.text) if claim.source else "-"
        pieces = " | ".join(span.of(document.text) for span in sorted((claim.span, *claim.more_spans)))
        judged = claim.stance if claim.stance != "asserts" else claim.polarity
        rows.append((source, pieces) if judged == "positive" else (source, pieces, judged))
    return rows
