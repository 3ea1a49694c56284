"""Cues that are no verbs: according to X, by his own account, the claim that."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.annotate.attributions._as_said import around, find_wrap
from helpers.annotate.attributions._candidates import Candidate, Range
from helpers.annotate.attributions._clauses import (
    clause_end,
    clause_start,
    has_verb,
    longest,
    sentence_start,
    with_reason,
)
from helpers.annotate.attributions._grammar import Cue
from helpers.annotate.attributions._nouns import propose_noun
from helpers.annotate.attributions._phrase_sources import source_end
from helpers.annotate.attributions._phrases import (
    is_subject_like,
    opens_phrase,
    phrase_after,
    phrase_before,
    phrase_end,
    with_apposition,
)
from helpers.annotate.attributions._read_frames import read_frame
from helpers.annotate.attributions._stretches import Stretch
from helpers.annotate.attributions._verb_forms import may_be_verb
from helpers.annotate.attributions._verdicts import find_verdict


def propose_phrases(stretch: Stretch) -> Iterator[Candidate]:
    """Yield what the phrases and the nouns of a stretch may announce."""
    grammar = stretch.grammar
    phrases, nouns = grammar.phrases, grammar.nouns
    for at, item in enumerate(stretch.items):
        if item.kind != "word" or not (item.key in phrases or item.key in nouns):
            continue
        near = grammar.phrases_from(item.key, stretch.key(at + 1))
        cue = next((cue for cue in near if _stands(stretch, at, cue)), None)
        if cue is not None and "own" in cue.frames:
            yield from _own_words(stretch, at, cue)
        elif cue is not None and _has_gap(cue):
            yield from _wrapped(stretch, at, cue)
        elif cue is not None and "possessor" in cue.frames:
            yield from () if _belongs_to_verb(stretch, at, cue) else _eyes_of(stretch, at, cue)
        elif cue is not None:
            yield from _according_to(stretch, at, cue)
        elif item.key in nouns:
            yield from propose_noun(stretch, at, nouns[item.key])


def _wrapped(stretch: Stretch, at: int, cue: Cue) -> Iterator[Candidate]:
    """Read ``als we X mogen geloven``: the source stands inside the phrase."""
    found = find_wrap(stretch, at, cue)
    if found is None:
        return
    source, end = found
    someone = any(stretch.is_capital(i) or stretch.has(i, "pronoun_object") for i in range(*source))
    if "person" in cue.frames and not someone:
        return  # wat de brug betreft
    inside = stretch.key(at - 1) != "," and stretch.kind(end) == "word"  # komt wat hem betreft de winnaar toe
    pieces = () if inside else around(stretch, at, end)
    pieces = pieces or longest(stretch, _around(stretch, at, end))
    cue_at = (end - 1, end)
    if pieces:
        yield Candidate("wrapped", 0.84, pieces, source, cue_at, cue, cue.stance, cue.certainty)


def _has_gap(cue: Cue) -> bool:
    return "wraps" in cue.frames or "genitive" in cue.frames


def _stands(stretch: Stretch, at: int, cue: Cue) -> bool:
    if _has_gap(cue):
        return find_wrap(stretch, at, cue) is not None
    return len(cue.words) == 1 or all(stretch.key(at + i) == word for i, word in enumerate(cue.words))


def _according_to(stretch: Stretch, at: int, cue: Cue) -> Iterator[Candidate]:
    first = at + len(cue.words)
    closed = stretch.has(first, "adverb", "preposition", "complementizer") and not stretch.is_capital(first)
    if stretch.kind(first) != "word" or closed:
        return
    end = source_end(stretch, at, first)
    source = with_apposition(stretch, (first, end), len(stretch))
    if stretch.has(source[1], "agent") and stretch.kind(source[1] + 1) == "word":  # an analysis by The Courier
        source = (first, phrase_end(stretch, source[1] + 1, len(stretch)))
    if at == sentence_start(stretch, at) and stretch.key(end) == "," and stretch.key(source[1]) != ",":
        source = (first, end)  # According to the firm, leaks are rare: the rest is the content
    if _is_set_in(stretch, at, end) or _parts_subject(stretch, at, end):
        source = (first, end)  # De brug is, volgens de politie, dicht
    backs = "cites" in cue.frames and _backs_a_speaker(stretch, at, source[1])
    if backs or any(_is_nobody(stretch, i) for i in range(first, end)):
        return
    verdict = find_verdict(stretch, at, source[1])
    if verdict is not None:
        named = range(sentence_start(stretch, at), verdict[0][0][0]) if verdict[0][0][0] < at else ()
        yield Candidate("verdict", 0.86, verdict[0], source, (at, first), cue, verdict[1], cue.certainty,
                        tail=tuple(named))
        return
    pieces = _around(stretch, at, source[1])
    if pieces:
        yield Candidate("according_to", 0.84, pieces, source, (at, first), cue, cue.stance, cue.certainty)


def _is_set_in(stretch: Stretch, at: int, end: int) -> bool:
    """Tell whether a phrase between commas stands right behind a verb, whose clause goes on behind it."""
    verb = stretch.has(at - 2, "be", "have", "passive", "modal", "noun_copula")
    return stretch.key(at - 1) == "," and stretch.key(end) == "," and verb


def _backs_a_speaker(stretch: Stretch, at: int, after: int) -> bool:
    """Tell ``De zender meldde, op gezag van X, dat``: what the phrase stands in is a frame of another speaker."""
    set_in = stretch.key(at - 1) == ","
    if not (set_in or stretch.has(_over_place(stretch, after), "complementizer")):
        return False
    for i in range(clause_start(stretch, at - 1), at - set_in):
        for form in stretch.grammar.forms.get(stretch.key(i), ()):
            frame = read_frame(stretch, i, form) if form.shape == "finite" else None
            if frame is not None and frame.subject is not None:
                return True
    return False


def _over_place(stretch: Stretch, after: int) -> int:
    """Return the item behind what says where a source is: ``op gezag van bronnen | in het stadhuis | dat``."""
    return phrase_end(stretch, after + 1, len(stretch)) if stretch.has(after, "preposition") else after


def _is_nobody(stretch: Stretch, at: int) -> bool:
    """Tell a law or a custom, which state nothing, from an estimate that somebody owns: ``een schatting van X``."""
    pseudo = stretch.key(at) in stretch.grammar.pseudo_sources
    return pseudo and not (stretch.key(at) in stretch.grammar.nouns and stretch.has(at + 1, "owner"))


def _around(stretch: Stretch, at: int, after: int) -> tuple[Range, ...]:
    """Return the pieces of the clause on both sides of a phrase, the longest first."""
    lo = sentence_start(stretch, at)
    if at > lo and stretch.key(at - 1) == ",":
        quote = at - 2
        if stretch.kind(quote) == "quote" and (quote == lo or stretch.kind(quote - 1) == "mark"):
            lo = quote
    elif at > lo and stretch.kind(at - 1) == "quote" and (at - 1 == lo or stretch.kind(at - 2) == "mark"):
        lo = at - 1
    relative = stretch.has(at - 1, "relative") and not stretch.has(at - 1, "complementizer")
    if relative and after < len(stretch):  # een foto waarop volgens hen een wagen staat
        stop = next((i for i in range(after + 1, len(stretch)) if stretch.key(i) == ","), len(stretch))
        return longest(stretch, ((after, min(stop, clause_end(stretch, after))),))
    after = _over_relative(stretch, at, after)
    second = _second_part(stretch, lo, at)
    if second is not None and stretch.kind(after) == "word":
        return longest(stretch, ((second, at), (after, clause_end(stretch, after))))
    start = clause_start(stretch, at)
    lo = start if stretch.has(start - 1, "complementizer") and start > lo else _behind_rival(stretch, lo, at)
    left = (lo, at)
    if stretch.key(after) == ":" and stretch.kind(after + 1) != "quote" and longest(stretch, (left,)):
        return longest(stretch, (left,))
    fresh = stretch.key(after) == ","
    inside = _split_clause(stretch, left, at, after) if fresh else ()
    if inside:
        return longest(stretch, inside)
    if fresh and left[1] > left[0] and longest(stretch, (left,)) and not _continues(stretch, after + 1):
        return with_reason(stretch, longest(stretch, (left,)), after)
    whole = left[1] - left[0] <= 2 and stretch.kind(left[0]) == "quote" and stretch.kind(after + fresh) != "quote"
    if after >= len(stretch) or whole or _opens_clause(stretch, left, after) or _dates_frame(stretch, left, at, after):
        return longest(stretch, (left,))
    end = clause_end(stretch, after + fresh, keep=True)
    colon = next((i for i in range(after, end) if stretch.key(i) == ":" and stretch.kind(i + 1) == "word"), end)
    return longest(stretch, (left, (after, colon if longest(stretch, (left,)) else end)))


def _second_part(stretch: Stretch, lo: int, at: int) -> int | None:
    """Return where the second part of ``Zij vluchtten en zijn volgens X ...`` begins: the first is the newsroom's."""
    words = (i for i in range(at - 2, lo, -1) if stretch.kind(i) == "word")
    joins = next((i for i in words if stretch.has(i, "coordinator")), None)
    if joins is None or stretch.has(joins, "contrast"):
        return None
    at_once = joins == at - 2 and stretch.has(at - 1, "finite_verb", "modal")
    before = stretch.find_role(lo, joins, "finite_verb", "modal")
    behind = stretch.find_role(joins + 2, at, "finite_verb", "modal")
    return joins + 1 if at_once or (before is not None and behind is not None) else None


def _dates_frame(stretch: Stretch, left: Range, at: int, after: int) -> bool:
    """Tell ``..., aldus minister Schouten vrijdag``: a time behind the source says when it was said."""
    behind = stretch.key(at - 1) == "," or stretch.kind(at - 1) == "quote"
    rest = range(after, clause_end(stretch, after))
    return behind and bool(longest(stretch, (left,))) and bool(rest) and all(
        stretch.has(i, "time_word", "time_unit") for i in rest)


def _split_clause(stretch: Stretch, left: Range, at: int, after: int) -> tuple[Range, ...]:
    """Return the pieces of a clause that a phrase between commas cuts in two, none where it only follows a clause."""
    rest = (after + 1, clause_end(stretch, after + 1))
    if stretch.key(at - 1) != "," or rest[1] <= rest[0]:
        return ()
    if _is_setting(stretch, left) or _parts_subject(stretch, at, after):  # In Ludlow, according to X, the alarm rang
        return left, rest
    frame = stretch.has(at - 2, "complementizer") or (
        stretch.has(rest[0], "complementizer") and stretch.grammar.is_verb(stretch.key(at - 2)))
    if frame:  # De zender meldde, volgens X, dat ...: what is reported, without the frame
        return ((rest[0] + stretch.has(rest[0], "complementizer"), rest[1]),)
    copula = stretch.has(at - 2, "be", "have", "passive", "modal", "noun_copula")
    adjunct = stretch.has(rest[0], "preposition", "particle", "adverb", "time_word", "negation") and not stretch.has(
        rest[0], "coordinator", "contrast", "subordinator", "relative")
    second = "verb_second" in stretch.grammar.role("word_order")
    cut = copula and stretch.kind(rest[0]) == "word"
    goes_on = (cut or (second and adjunct)) and has_verb(stretch, *left)
    verbless = all(not may_be_verb(stretch, i) for i in range(*rest))
    return (left, rest) if goes_on and verbless and not _is_clausal_end(stretch, at - 2) else ()


def _parts_subject(stretch: Stretch, at: int, end: int) -> bool:
    """Tell ``The mayor's wife, according to X, left``: commas set the phrase in between a subject and its verb."""
    lo = sentence_start(stretch, at)
    alone = stretch.key(at - 1) == "," and lo < at - 1 and phrase_end(stretch, lo, at - 1) == at - 1
    verb = stretch.kind(end + 1) == "word" and not stretch.has(end + 1, "determiner", "coordinator", "relative")
    return alone and stretch.key(end) == "," and verb and not has_verb(stretch, lo, at - 1)


def _is_setting(stretch: Stretch, left: Range) -> bool:
    """Tell whether only where or when stands before a phrase that commas set in, and what is said follows."""
    return stretch.has(left[0], "preposition") and stretch.key(left[1] - 1) == "," and not has_verb(stretch, *left)


def _is_clausal_end(stretch: Stretch, at: int) -> bool:
    """Tell whether a participle or a particle stands before a phrase: ``De stad is gevallen, volgens X``."""
    closing = any(pattern.fullmatch(stretch.key(at)) for pattern in stretch.grammar.participles)
    return closing or stretch.has(at, "particle")


def _opens_clause(stretch: Stretch, left: Range, at: int) -> bool:
    """Tell ``X is dicht volgens Y en Z blijft open``: a clause with a subject of its own is not Y's."""
    joined = stretch.has(at, "coordinator") and is_subject_like(stretch, at + 1) and has_verb(stretch, *left)
    return joined and stretch.has(phrase_end(stretch, at + 1, len(stretch)), "finite_verb")


def _over_relative(stretch: Stretch, at: int, after: int) -> int:
    """Skip what is told of the source: ``Volgens Vos, die er woont, is de weg dicht``."""
    if not (stretch.key(after) == "," and stretch.has(after + 1, "relative")):
        return after
    comma = next((i for i in range(after + 1, len(stretch)) if stretch.key(i) == ","), None)
    begins = comma is not None and (stretch.has(comma + 1, "finite_verb") or at == 0)
    return comma if comma is not None and begins else after


def _behind_rival(stretch: Stretch, lo: int, at: int) -> int:
    """Begin behind the comma after another such phrase: ``A volgens X, B volgens Y``."""
    rival = next((i for i in range(at - 1, lo - 1, -1) if opens_phrase(stretch, i)), None)
    comma = next((i for i in range(at - 1, rival, -1) if stretch.key(i) == ","), None) if rival is not None else None
    return comma + 1 if comma is not None else lo


def _continues(stretch: Stretch, after: int) -> bool:
    return stretch.kind(after) == "quote" or stretch.has(after, "finite_verb")


def _own_words(stretch: Stretch, at: int, cue: Cue) -> Iterator[Candidate]:
    start = clause_start(stretch, at)
    after = at + len(cue.words)
    whose = stretch.find_role(at, after, "possessive")
    verdict = find_verdict(stretch, at, after) if whose is not None else None
    if whose is not None and verdict is not None:
        yield Candidate("verdict", 0.86, verdict[0], (whose, whose + 1), (at, after), cue, verdict[1], cue.certainty)
        return
    if start == at and stretch.kind(after) == "word":
        owner = (at + 1, at + 2) if stretch.has(at + 1, "possessive") else None
        source = owner or phrase_after(stretch, after + 1, len(stretch))
        if source:
            pieces = longest(stretch, ((after, clause_end(stretch, after)),))
            yield Candidate("own_words", 0.83, pieces, source, (at, after), cue, cue.stance, cue.certainty)
        return
    if start == at and stretch.key(after) == "," and is_subject_like(stretch, after + 1):
        source = (after + 1, phrase_end(stretch, after + 1, len(stretch)))  # By her own account, she stayed
        pieces = longest(stretch, ((source[1], clause_end(stretch, source[1])),))
        if pieces and source[1] > source[0]:
            yield Candidate("own_words", 0.83, pieces, source, (at, after), cue, cue.stance, cue.certainty)
        return
    hi = next((i for i in range(start, at) if may_be_verb(stretch, i)), at)
    source = phrase_before(stretch, start, hi)
    if stretch.has(hi + 1, "pronoun_subject") and not stretch.has(hi + 1, "determiner") and hi + 1 < at:
        source = (hi + 1, hi + 2)  # van die firma had hij naar eigen zeggen nooit gehoord
    if source is None:
        first = sentence_start(stretch, at) if stretch.key(start - 1) == "," else start
        end = phrase_end(stretch, first, at)
        source = with_apposition(stretch, (first, end), start) if end > first else None
    if source is None:
        return
    left = (max(hi + 1, source[1]), at) if hi < at else (min(source[1], start - 1), start - 1)
    end = clause_end(stretch, after) if after < len(stretch) else after
    pieces = longest(stretch, (left, (after, end)))
    if pieces:
        yield Candidate("own_words", 0.83, pieces, source, (at, after), cue, cue.stance, cue.certainty)


def _belongs_to_verb(stretch: Stretch, at: int, cue: Cue) -> bool:
    """Tell ``stands by its count`` from ``was by its count a disaster``: preposition and noun are the verb's."""
    verbs = (form.cue for form in stretch.grammar.forms.get(stretch.key(at - 1), ()))
    return any(verb.tail[:1] == cue.words[:1] and cue.words[-1:] in verb.objects for verb in verbs)


def _eyes_of(stretch: Stretch, at: int, cue: Cue) -> Iterator[Candidate]:
    """Read ``is in haar ogen een ramp``: the possessive inside the phrase is the source."""
    owner = stretch.find_role(at, at + len(cue.words), "possessive")
    verdict = find_verdict(stretch, at, at + len(cue.words))
    pieces, stance = verdict or (_around(stretch, at, at + len(cue.words)), cue.stance)
    if owner is not None and pieces:
        yield Candidate("own_view", 0.83, pieces, (owner, owner + 1), (at, at + len(cue.words)), cue, stance,
                        cue.certainty)
