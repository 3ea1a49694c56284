"""Somebody without a name who is the subject of a sentence: De kok, zo vertelde hij; The two leaders met. They said."""

from __future__ import annotations

from helpers.annotate.sources._people import Stage
from helpers.annotate.sources._phrases import Phrase, read_phrase
from helpers.model import Span


def find_subject(stage: Stage, span: Span) -> Phrase | None:
    """Return the noun for a person at the head of the sentence of a pronoun, or of the one before in its paragraph.

    Parameters
    ----------
    stage : Stage
    span : Span
        Of the pronoun.
    """
    document = stage.document
    here = document.sentence_at(span.start)
    for position in range(here.position, max(-1, here.position - 2), -1):
        sentence = document.sentences[position]
        if sentence.paragraph != here.paragraph:
            return None
        if sentence.span.start < span.start:
            phrase = _subject_of(stage, Span(sentence.span.start, min(sentence.span.end, span.start)))
            if phrase is not None:
                return phrase
    return None


def _subject_of(stage: Stage, span: Span) -> Phrase | None:
    """Return a determiner and a noun for a person at the head of a sentence, where no name follows."""
    tokens, text, words = stage.tokens, stage.document.text, stage.words
    found = [*tokens.within(span)][:3]
    if not found:
        return None
    first, *rest = found
    opens = words.has("definite", tokens.keys[first]) or words.has("indefinite", tokens.keys[first])
    if not opens or stage.is_quoted(span.start + 1):
        return None
    for at in rest:
        if words.is_person(tokens.keys[at]) or words.is_people(tokens.keys[at]):
            if _is_named_in(stage, span, tokens.keys[at]):
                return None
            follows = text[tokens.ends[at] : tokens.ends[at] + 3].lstrip(" ,")[:1]
            return None if follows.isupper() else read_phrase(stage, tokens.span(first, at))
    return None


def _is_named_in(stage: Stage, span: Span, title: str) -> bool:
    """Tell whether somebody with this title is named in a stretch: the minister of culture, Ruth Wiel."""
    return any(title in stage.titles.get(named.actor.actor_id, ()) for named in stage.within(span))
