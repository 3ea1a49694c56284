"""Nouns that announce a content: the claim that, her conclusion:, voiced the fear that."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._clauses import (
    clause_end,
    clause_start,
    has_verb,
    is_set_off,
    longest,
    opens_remark,
    sentence_start,
)
from helpers.annotate.attributions._grammar import Cue
from helpers.annotate.attributions._located import find_print_before
from helpers.annotate.attributions._phrases import (
    is_subject_like,
    phrase_after,
    phrase_before,
    phrase_end,
    with_apposition,
)
from helpers.annotate.attributions._stretches import Stretch

NOUN_REACH = 16
PARTICLE_REACH = 3
SUPPORT_REACH = 12
_VERDICT_REACH = 5


def propose_noun(stretch: Stretch, at: int, cue: Cue) -> Iterator[Candidate]:
    """Yield what the noun at an index announces, with its owner where the text names one."""
    source, after = _owner(stretch, at)
    if source is not None:
        yield from _behind_content(stretch, at, cue, source)
    inverted = stretch.find_role(max(0, at - 3), at, "noun_copula") is not None  # luidt het advies: ...
    spread = _behind_spreading(stretch, after) if source is None else None
    if spread is not None:
        content = longest(stretch, ((spread + 1, clause_end(stretch, spread + 1)),))
        where = find_print_before(stretch, at)
        yield Candidate("noun", 0.72, content, where, (at, at + 1), cue, cue.stance, cue.certainty)
        return
    opening = _opening(stretch, after, owned=source is not None or inverted)
    if opening is None or (source is None and stretch.key(at - 2) == "," and opens_remark(stretch, at - 1)):
        return
    if source is None and opening == after and not is_subject_like(stretch, opening + 1):
        return  # een bericht dat vrijdag verscheen: a relative clause
    if source is None and stretch.has(at - 1, "negation", "without") and cue.stance != "questions":
        return  # er is geen bevestiging dat
    source = source or _supporter(stretch, at)
    if source is None and "alone" not in cue.frames and not (inverted and stretch.key(opening) == ":"):
        return
    possessive = source == (at - 1, at) and stretch.has(at - 1, "possessive")
    first = at - 1 if stretch.has(at - 1, "determiner") and not possessive else at
    content = longest(stretch, ((opening + 1, _noun_clause_end(stretch, opening + 1)),))
    if content:
        yield Candidate("noun", 0.7, content, source, (first, at + 1), cue, cue.stance, cue.certainty)


def _behind_spreading(stretch: Stretch, after: int) -> int | None:
    """Return the ``dat`` behind ``het verhaal rond`` or ``het gerucht de ronde``."""
    at = after + stretch.has(after, "determiner")
    return at + 1 if stretch.has(at, "spreading") and stretch.has(at + 1, "complementizer") else None


def _behind_content(stretch: Stretch, at: int, cue: Cue, source: Range) -> Iterator[Candidate]:
    """Read ``“...”, is zijn overtuiging``: a copula and an owned noun behind what is held."""
    first = at - 1 if stretch.has(at - 1, "determiner", "possessive") else at
    while stretch.has(first - 1, "determiner"):
        first -= 1
    if not stretch.has(first - 1, "noun_copula"):
        return
    comma = first - 2
    comma -= stretch.has(comma, "parenthetical_mark")
    if stretch.kind(comma) == "quote" and is_set_off(stretch, comma):
        comma += 1  # “...,” is her verdict: the comma stands inside
    elif stretch.key(comma) != ",":
        return
    quoted = stretch.kind(comma - 1) == "quote" and is_set_off(stretch, comma - 1)
    lo = comma - 1 if quoted else sentence_start(stretch, at)
    content = longest(stretch, ((lo, comma),))
    if content and (stretch.kind(lo) == "quote" or has_verb(stretch, lo, comma)):
        yield Candidate("noun_behind", 0.82, content, source, (at, at + 1), cue, cue.stance, cue.certainty)


def _owner(stretch: Stretch, at: int) -> tuple[Range | None, int]:
    """Return who holds the noun, by ``van X`` behind it or ``his`` before it, and the first item behind the two."""
    if stretch.has(at + 1, "holder"):
        limit = min(len(stretch), at + NOUN_REACH)
        end = phrase_end(stretch, at + 2, limit)
        if end > at + 2 and stretch.kind(at + 2) == "word":
            whole = with_apposition(stretch, (at + 2, end), limit)
            return whole, whole[1] + (stretch.key(whole[1]) == "," and whole[1] > end)
    if stretch.has(at - 1, "possessive"):
        return (at - 1, at), at + 1
    return _genitive(stretch, at), at + 1


def _genitive(stretch: Stretch, at: int) -> Range | None:
    """Return the owner in ``the dancer's denial`` and ``the teachers’ fear``, without its determiner's clause."""
    ending = stretch.key(at - 1)
    plural = ending == "'" or (stretch.kind(at - 1) == "mark" and stretch.items[at - 1].text in "'’")
    if not (ending.endswith("'s") or plural) or "genitive" not in stretch.grammar.role("word_order"):
        return None
    last = at - 1 if plural else at
    lo = clause_start(stretch, at)
    while lo < last - 1 and stretch.has(lo, "preposition", "coordinator", "complementizer"):
        lo += 1
    return phrase_before(stretch, lo, last) if last > lo else None


def _opening(stretch: Stretch, after: int, *, owned: bool) -> int | None:
    """Return the word or mark that opens the content: ``dat`` at once, behind a copula or a particle; else a colon."""
    at = after
    if owned and stretch.has(at, "hearer_preposition"):  # her advice to gardeners: ...
        at = phrase_end(stretch, at + 1, min(len(stretch), at + NOUN_REACH))
    if stretch.has(at, "noun_copula"):
        at += 1
        while stretch.has(at, "adverb"):
            at += 1
    for i in range(at, min(len(stretch), at + PARTICLE_REACH)):
        if stretch.has(i, "complementizer"):
            return i if i == at or at == after else None
        if stretch.key(i) == ":" and owned and i == at:
            return i if stretch.kind(i + 1) != "quote" else None
        if stretch.kind(i) != "word" or not (stretch.has(i, "preposition") or _is_participle(stretch, i)):
            return None
    return None


def _is_participle(stretch: Stretch, at: int) -> bool:
    return any(pattern.fullmatch(stretch.key(at)) for pattern in stretch.grammar.participles)


def _supporter(stretch: Stretch, at: int) -> Range | None:
    """Return the subject of a verb that has the noun as its object: ``X voiced the fear that``."""
    start = max(sentence_start(stretch, at), at - SUPPORT_REACH)
    start = next((i + 1 for i in range(at - 1, start - 1, -1) if stretch.kind(i) != "word"), start)
    verb = next((i for i in range(at - 1, start - 1, -1) if stretch.has(i, "noun_support")), None)
    if verb is None or any(stretch.key(i) in stretch.grammar.forms for i in range(verb + 1, at)):
        return None  # has rejected claims that
    between = phrase_after(stretch, verb + 1, at) if "verb_second" in stretch.grammar.role("word_order") else None
    if between is not None and between[1] < at and not stretch.has(between[1] - 1, "determiner"):
        return between
    return phrase_before(stretch, start, verb)


def _noun_clause_end(stretch: Stretch, at: int) -> int:
    """End the clause of a noun before the main clause's verb: at a comma, or before a passive of denial."""
    end = clause_end(stretch, at)
    for i in range(at + 2, end):
        if stretch.key(i) == "," and not stretch.has(i + 1, "relative"):
            return i
        if "subject_first" in stretch.grammar.role("word_order") and _second_verb(stretch, at, i):
            return i
        if "verb_final" in stretch.grammar.role("word_order") and _main_verb(stretch, i):
            return i
    return end


def _main_verb(stretch: Stretch, at: int) -> bool:
    """Tell ``dat vaccins gevaarlijk zijn | is onjuist``: behind the verb of the clause, the verb of the sentence."""
    copula = stretch.has(at, "noun_copula") and stretch.has(at - 1, "finite_verb")
    return copula and stretch.kind(at + 1) == "word"


def _second_verb(stretch: Stretch, start: int, at: int) -> bool:
    """Tell a second finite verb of a stretch, or a passive of a cue, from the first one."""
    passive = stretch.has(at, "passive") and any(
        form.shape == "participle" for form in stretch.grammar.forms.get(stretch.key(at + 1), ())
    )
    earlier = stretch.find_role(max(start, at - 6), at - 1, "finite_verb")
    verdict = stretch.find_role(at + 1, at + _VERDICT_REACH, "verdict_false")
    proved = stretch.has(at, "turns_out") and verdict is not None
    return passive or proved or (stretch.has(at, "finite_verb") and earlier is not None)
