"""Quotations that no cue has claimed: a headline's, one behind a colon, one that goes on without a cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from helpers.annotate._identity import Identity
from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._clauses import clause_end, has_verb, is_set_off, longest, sentence_start
from helpers.annotate.attributions._phrases import is_subject_like, phrase_after, phrase_before, phrase_end
from helpers.annotate.attributions._stretches import Stretch
from helpers.annotate.attributions._verb_forms import ends_like_verb, may_be_verb
from helpers.text.tokens import find_tokens

MIN_QUOTED_WORDS = 4
MAX_HEADLINE_SPEAKER = 6
MIN_HEADLINE_WORDS = 3


def propose_colon_rests(stretch: Stretch, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what a source goes on to say behind a colon: ``bestrijdt dat: zijn cliënte was elders``."""
    for candidate in chosen:
        if candidate.cue is None or candidate.cue_at is None or candidate.source is None:
            continue
        judged = candidate.rule == "calls_it" or (candidate.points_back and candidate.stance != "asserts")
        colon = next((i for i in range(candidate.cue_at[1], len(stretch)) if stretch.key(i) in (":", ";")), None)
        if not judged or colon is None or stretch.key(colon) != ":" or stretch.kind(colon + 1) == "quote":
            continue
        last = max([hi for _, hi in candidate.content], default=0)
        rival = any(lo > colon for other in chosen for lo, _ in other.content)
        if last <= colon and not rival and has_verb(stretch, colon + 1, clause_end(stretch, colon + 1)):
            content = longest(stretch, ((colon + 1, clause_end(stretch, colon + 1)),))
            yield replace(
                candidate, rule="colon_goes_on", score=0.7, content=content, stance="asserts", points_back=False
            )


def propose_headline(stretch: Stretch, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what a headline has somebody say behind a colon, without quotation marks: ``Judge: polluter must pay``."""
    if chosen or stretch.sentences[0].part not in ("title", "heading"):
        return
    colon = next((i for i in range(1, min(len(stretch), MAX_HEADLINE_SPEAKER)) if stretch.key(i) == ":"), None)
    if colon is None:
        return
    speaker = next((i for i in range(colon) if stretch.has(i, "speaker_noun")), None)
    named = speaker is not None and all(stretch.is_capital(i) or stretch.has(i, "name_part")
                                        for i in range(speaker + 1, colon))
    plain = all(stretch.is_plain(i) or stretch.has(i, "determiner", "name_part") for i in range(colon))
    end = clause_end(stretch, colon + 1)
    words = all(stretch.kind(i) == "word" for i in range(colon + 1, end))
    if named and plain and words and end - colon > MIN_HEADLINE_WORDS and has_verb(stretch, colon + 1, end):
        yield Candidate("headline_colon", 0.7, longest(stretch, ((colon + 1, end),)), (0, colon))


def propose_quotations(stretch: Stretch, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield a claim without a cue for every quotation that stands by itself."""
    for at, item in enumerate(stretch.items):
        if item.kind != "quote" or any(lo <= at < hi for c in chosen for lo, hi in c.content):
            continue
        if any(c.source and c.source[0] <= at < c.source[1] for c in chosen):
            continue
        candidate = (
            _unknown_verb(stretch, at)
            or _described(stretch, at, chosen)
            or _alone(stretch, at)
            or _behind_colon(stretch, at, chosen)
        )
        if candidate is not None and (candidate.source is None or candidate.source[0] < candidate.source[1]):
            yield candidate


@lru_cache(maxsize=4)
def _words_at_ends(stretch: Identity[Stretch]) -> tuple[int, int]:
    """Return the first and the last item that is no quotation and no mark: once a stretch, however many it holds."""
    others = [at for at, item in enumerate(stretch.thing.items) if item.kind not in ("quote", "mark")]
    return (others[0], others[-1]) if others else (len(stretch.thing), -1)


def _bounds(stretch: Stretch, at: int) -> tuple[bool, bool]:
    first, last = _words_at_ends(Identity(stretch))
    return at <= first, at >= last


def _alone(stretch: Stretch, at: int) -> Candidate | None:
    opens, closes = _bounds(stretch, at)
    words = _words(stretch, at)
    finished = words >= 2 and _is_finished(stretch, at)
    if opens and closes and (words >= MIN_QUOTED_WORDS or finished) and stretch.sentences[0].part != "heading":
        return Candidate("quotation_goes_on", 0.8, ((at, at + 1),))
    if opens and stretch.key(at + 1) == "," and words > MIN_QUOTED_WORDS:
        return Candidate("quotation_without_frame", 0.6, ((at, at + 1),))
    if opens and stretch.key(at + 1) == ":" and (words >= MIN_QUOTED_WORDS - 1 or _is_short_clause(stretch, at)):
        return Candidate("quotation_before_colon", 0.75, ((at, at + 1),))
    if closes and finished and at and stretch.kind(at - 1) == "mark" and stretch.items[at - 1].text in ".!?…":
        return Candidate("quotation_goes_on", 0.75, ((at, at + 1),))
    return None


def _is_short_clause(stretch: Stretch, at: int) -> bool:
    """Tell ``‘Nobody slept’: ...`` in a headline from a word held at a distance: ``‘Special unit’: ...``."""
    quotation = stretch.items[at].quotation
    if quotation is None or stretch.sentences[0].part not in ("title", "heading"):
        return False
    keys = [token.key for token in find_tokens(stretch.document.text, quotation.content) if token.is_word]
    subject = stretch.grammar.role("pronoun_subject") | stretch.grammar.role("mute")
    return len(keys) > 1 and keys[0] in subject


def _words(stretch: Stretch, at: int) -> int:
    quotation = stretch.items[at].quotation
    if quotation is None:
        return 0
    return sum(token.is_word for token in find_tokens(stretch.document.text, quotation.content))


def _is_finished(stretch: Stretch, at: int) -> bool:
    quotation = stretch.items[at].quotation
    return quotation is not None and stretch.document.text[quotation.content.end - 1] in ".!?…"


def _behind_colon(stretch: Stretch, at: int, chosen: Sequence[Candidate]) -> Candidate | None:
    if stretch.key(at - 1) != ":" or (_words(stretch, at) < MIN_QUOTED_WORDS - 1 and not _is_finished(stretch, at)):
        return None
    earlier = [c.source for c in chosen if c.source and c.cue_at and c.cue_at[0] < at and not c.shares_subject]
    source = earlier[-1] if earlier else _speaker_before(stretch, at - 1)
    return Candidate("quotation_behind_colon", 0.78, ((at, at + 1),), source)


def _speaker_before(stretch: Stretch, colon: int) -> Range | None:
    start = sentence_start(stretch, colon)
    verb = next((i for i in range(start + 1, colon) if may_be_verb(stretch, i)), None)
    whole = phrase_before(stretch, start, verb if verb is not None else colon)
    if whole is None or (whole[1] == start + 1 and stretch.has(start, "impersonal", "backward")):
        return None
    end = phrase_end(stretch, whole[0], whole[1])
    if stretch.sentences[0].part in ("title", "heading") and end != colon:
        return None
    return (whole[0], end) if end > whole[0] else None


def _unknown_verb(stretch: Stretch, at: int) -> Candidate | None:
    """Read ``“...”, shrugs a mechanic``: behind a quotation, a word that is in no list, and a subject."""
    if not is_set_off(stretch, at) or _words(stretch, at) < MIN_QUOTED_WORDS - 1:
        return None
    verb = at + 2 if stretch.key(at + 1) == "," else at + 1
    verb += stretch.has(verb, "parenthetical_mark")
    if _is_open_word(stretch, verb) or (stretch.has(verb, "noun_copula") and not stretch.has(verb, "finite_verb")):
        source = phrase_after(stretch, verb + 1, len(stretch))
        closed = source is not None and stretch.kind(source[1]) != "word"
        if source and source[0] == verb + 1 and (closed or _may_go_on(stretch, at, verb)):
            return Candidate("unknown_verb", 0.65, ((at, at + 1),), source, (verb, verb + 1))
    end = phrase_end(stretch, verb, min(len(stretch), verb + 3)) if is_subject_like(stretch, verb) else verb
    pronoun = stretch.has(verb, "pronoun_subject") and end == verb + 1 and _is_open_word(stretch, end)
    if pronoun and "subject_first" in stretch.grammar.role("word_order"):
        return Candidate("unknown_verb", 0.65, ((at, at + 1),), (verb, end), (end, end + 1))
    return None


def _may_go_on(stretch: Stretch, at: int, verb: int) -> bool:
    """Tell whether words may follow the subject of an unknown verb: ``“...”, tikte de beheerder erbij``."""
    second = "verb_second" in stretch.grammar.role("word_order")
    return second and stretch.key(at + 1) == "," and ends_like_verb(stretch, verb)


def _is_open_word(stretch: Stretch, at: int) -> bool:
    word = stretch.kind(at) == "word" and not stretch.is_capital(at)
    return word and stretch.is_plain(at) and stretch.key(at).isalpha()


def _described(stretch: Stretch, at: int, chosen: Sequence[Candidate]) -> Candidate | None:
    """Read ``“...” was how the owner described it``: one cue, one quotation at the start, no other content."""
    if at or chosen or _words(stretch, at) < MIN_QUOTED_WORDS:
        return None
    for cue_at in range(1, len(stretch)):
        for form in stretch.grammar.forms.get(stretch.key(cue_at), ()):
            if "quote" not in form.cue.frames or form.shape != "finite":
                continue
            first = stretch.find_role(1, cue_at, "question_word", "relative")
            source = phrase_before(stretch, first + 1, cue_at) if first is not None else None
            if source is not None:
                cue = form.cue
                return Candidate("quotation_described", 0.7, ((0, 1),), source, (cue_at, cue_at + 1), cue)
    return None
