"""Noun phrases: where a source begins and ends. Without a tagger, by what cannot stand inside one."""

from __future__ import annotations

from helpers.annotate.attributions._candidates import Range
from helpers.annotate.attributions._pairs import pair_end
from helpers.annotate.attributions._stretches import Stretch

MAX_APPOSITION = 16
MAX_SKIPPED = 6
_INNER_MARKS = frozenset("&/.-'’+")
_BREAKS = ("finite_verb", "adverb", "subordinator", "relative", "complementizer", "pronoun_subject", "time_word",
           "question_word", "negation", "reflexive")


def is_subject_like(stretch: Stretch, at: int) -> bool:
    """Tell whether a noun phrase or a pronoun can begin at an item."""
    if stretch.kind(at) == "quote":
        return True
    if stretch.kind(at) != "word":
        return False
    if stretch.has(at, "determiner", "pronoun_subject", "demonstrative"):
        return True
    if stretch.has(at, "name_part") and stretch.is_capital(at) and _name_goes_on(stretch, at + 1):
        return True
    return not stretch.has(at, "preposition", "adverb", "subordinator", "complementizer", "coordinator", "time_word",
                           "question_word", "finite_verb", "negation", "reflexive", "contrast", "relative")


def _name_goes_on(stretch: Stretch, at: int) -> bool:
    """Tell whether a name such as ``Van der Laan`` goes on behind its first small word."""
    return stretch.is_capital(at) or (stretch.has(at, "name_part") and stretch.is_capital(at + 1))


def phrase_end(stretch: Stretch, at: int, limit: int) -> int:
    """Return where the noun phrase that begins at an item ends."""
    pair = pair_end(stretch, at, limit)
    if pair is not None:
        return phrase_end(stretch, *pair)
    if stretch.has(at, "pronoun_subject", "pronoun_object") and not (
        stretch.has(at, "determiner") and (_is_noun(stretch, at + 1, limit) or _names_a_part(stretch, at))
    ):
        return at + 1
    end, seen = at, False
    while end < limit:
        step, noun = _accept(stretch, at, end, seen)
        if not step:
            break
        seen = seen or noun
        end += 1
    while end > at + 1 and ((stretch.has(end - 1, "preposition", "coordinator", "after_name")
                            and not stretch.is_capital(end - 1)) or stretch.kind(end - 1) == "mark"):
        end -= 1
    return end


def _names_a_part(stretch: Stretch, at: int) -> bool:
    """Tell ``one of them`` from ``one``: who is meant stands behind the preposition."""
    return stretch.has(at + 1, "part_of") and stretch.has(at + 2, "determiner", "pronoun_object", "number_word")


def _accept(stretch: Stretch, start: int, at: int, seen: bool) -> tuple[bool, bool]:
    """Tell whether the phrase from `start` goes on over an item, and whether that item is a noun."""
    kind = stretch.kind(at)
    if kind == "parenthesis":
        return seen, False
    if kind == "quote":
        return not seen, True
    if kind == "mark":
        return seen and stretch.items[at].text in _INNER_MARKS and stretch.kind(at + 1) == "word", False
    if stretch.is_capital(at) and at > start and not stretch.has(at, "time_word"):
        return True, True
    if at > start and stretch.has(at, "name_part") and stretch.is_capital(at - 1) and stretch.is_capital(at + 1):
        return True, False
    if stretch.has(at, "determiner"):
        return at == start or not seen or stretch.has(at - 1, "preposition", "coordinator", "determiner"), False
    if stretch.has(at, "coordinator"):
        return seen and _joins(stretch, at), False
    if stretch.has(at, "preposition"):
        fits = stretch.has(at, "after_name") and (seen or stretch.has(at - 1, "determiner"))
        return (fits and stretch.kind(at + 1) == "word") or (at == start and stretch.is_capital(at)), False
    ends = at > start and not _is_adjective(stretch, at) and _breaks(stretch, start, at)
    return not ends, not ends


def _breaks(stretch: Stretch, start: int, at: int) -> bool:
    """Tell whether a phrase ends before a word that cannot stand inside it."""
    return stretch.has(at, *_BREAKS) or _is_cue(stretch, at) or _past_noun(stretch, start, at)


def _is_adjective(stretch: Stretch, at: int) -> bool:
    """Tell whether a word that is mostly an adverb stands behind a determiner: ``een voorlopig rapport``."""
    fits = stretch.has(at, "adverb") and not stretch.has(at, "time_word", "negation")
    return fits and stretch.has(at - 1, "determiner") and not stretch.has(at - 1, "pronoun_subject", "pronoun_object")


def _past_noun(stretch: Stretch, start: int, at: int) -> bool:
    """Tell whether a definite phrase is over: its last word is no adjective, and another small word follows."""
    adjective = stretch.grammar.adjective_ending
    before = at - 1
    if adjective is None or stretch.has(at, "name_part"):
        return False
    if stretch.is_capital(before) and not stretch.has(before, "determiner") and not stretch.is_capital(at):
        demonym = stretch.grammar.demonym_ending
        return demonym is None or demonym.fullmatch(stretch.key(before)) is None
    start = next((i + 1 for i in range(at - 1, start, -1) if stretch.has(i, "preposition")), start)
    if at - start < 2 or not stretch.has(start, "definite"):
        return False
    small = stretch.is_plain(before) and not stretch.is_capital(before)
    return small and adjective.fullmatch(stretch.key(before)) is None


def _is_cue(stretch: Stretch, at: int) -> bool:
    return any(form.shape == "finite" for form in stretch.grammar.forms.get(stretch.key(at), ())) and not stretch.has(
        at - 1, "determiner"
    )


def _is_noun(stretch: Stretch, at: int, limit: int) -> bool:
    capital = stretch.has(at - 1, "pronoun_object") and stretch.is_capital(at)
    if at < limit and stretch.is_capital(at) and not capital and stretch.items[at].text.isupper():
        return True  # het OM, which is no preposition
    word = at < limit and stretch.kind(at) == "word" and not capital
    return word and not stretch.has(at, "determiner", "preposition", *_BREAKS)


def _joins(stretch: Stretch, at: int) -> bool:
    after = at + 1
    if stretch.has(after, "finite_verb", "continuation") or stretch.key(after) in stretch.grammar.forms:
        return False
    return stretch.is_capital(after) or stretch.has(after, "determiner") or (stretch.kind(after) == "word" and (
        not stretch.has(after, "adverb", "preposition", "pronoun_subject", "subordinator")
    ))


def with_apposition(stretch: Stretch, phrase: Range, limit: int) -> Range:
    """Let a phrase go on over ``, the mayor of the town`` and ``, 34``."""
    start, end = phrase
    if stretch.has(start, "pronoun_subject"):
        return phrase
    while end < limit and stretch.kind(end) == "parenthesis":
        end += 1
    if stretch.key(end) != "," or end + 1 >= limit:
        return start, end
    stop = end + 1
    while stop < limit and stretch.key(stop) not in (",", ";", ":") and stretch.kind(stop) != "quote":
        if _verbal(stretch, stop) or opens_phrase(stretch, stop):
            return start, end
        stop += 1
    while stop > end + 1 and stretch.kind(stop - 1) == "mark":
        stop -= 1
    opens = is_subject_like(stretch, end + 1) or stretch.has(end + 1, "owner")
    opens = opens and not (stretch.has(end + 1, "pronoun_subject", "contrast") or stretch.has(stop - 1, "particle"))
    return (start, stop) if opens and 0 < stop - end - 1 <= MAX_APPOSITION else (start, end)


def opens_phrase(stretch: Stretch, at: int) -> bool:
    """Tell whether a cue that is no verb (``according to``) begins at an item."""
    return any(
        all(stretch.key(at + i) == word for i, word in enumerate(cue.words))
        for cue in stretch.grammar.phrases_from(stretch.key(at), stretch.key(at + 1))
    )


def _verbal(stretch: Stretch, at: int) -> bool:
    if stretch.has(at, "determiner") or stretch.key(at) in stretch.grammar.nouns:
        return False
    return stretch.has(at, "finite_verb", "relative", "complementizer", "subordinator") or _is_cue(stretch, at)


def _opens_with_cue(stretch: Stretch, lo: int) -> bool:
    """Tell whether a cue verb, and no subject, opens a stretch: ``said three of them``."""
    english = "subject_first" in stretch.grammar.role("word_order")
    noun = stretch.key(lo) in stretch.grammar.nouns or stretch.has(lo, "pointing_noun")
    return english and not noun and not stretch.is_capital(lo) and _is_cue(stretch, lo)


def is_reduced(stretch: Stretch, at: int) -> bool:
    """Tell ``people briefed on the matter``, where a participle stands behind its noun, from ``people said``."""
    if not stretch.has(at + 1, "preposition"):
        return False
    both = {form.shape for form in stretch.grammar.forms.get(stretch.key(at), ())}
    sent = stretch.has(at, "reduced_participle") and stretch.is_plain(at - 1)  # a letter sent to the mayor warned
    return sent or {"finite", "participle"} <= both


def phrase_after(stretch: Stretch, at: int, limit: int) -> Range | None:
    """Return the subject that follows a verb, over a few adverbs, with its apposition."""
    skipped = 0
    while at < limit and skipped < MAX_SKIPPED and stretch.has(at, "adverb", "time_word", "focus", "reflexive"):
        at += 1
        skipped += 1
    if at < limit and stretch.has(at, "demonstrative") and stretch.kind(at + 1) == "mark" and skipped == 0:
        return at, at + 1  # beloofde die
    if at >= limit or not is_subject_like(stretch, at) or stretch.kind(at) == "quote":
        return None
    if stretch.has(at, "backward") and not _is_noun(stretch, at + 1, limit):
        return None
    end = phrase_end(stretch, at, limit)
    return with_apposition(stretch, (at, end), limit) if end > at else None


def phrase_before(stretch: Stretch, lo: int, hi: int) -> Range | None:
    """Return the subject that fills ``[lo, hi)`` in front of a verb, without the adverbials at its ends."""
    if lo < hi and pair_end(stretch, lo, hi) is not None:
        return (lo, hi) if phrase_end(stretch, lo, hi) == hi else None
    while lo < hi and stretch.kind(lo) == "word" and stretch.has(lo, "focus", "coordinator", "contrast") and not (
        stretch.has(lo, "backward")
    ):
        lo += 1
    unit = next((i for i in range(lo, hi) if stretch.has(i, "time_unit")), None)
    if unit is not None and unit - lo > 1 and stretch.has(unit - 1, "adverb") and not stretch.has(lo, "time_word"):
        hi = unit - 1  # de duikers al jaren
    elif unit is not None and unit - lo < MAX_SKIPPED and not stretch.has(unit + 1, "after_name"):
        lo = unit + 1
        while lo < hi and stretch.has(lo, "adverb", "time_word"):
            lo += 1
    if lo >= hi or not is_subject_like(stretch, lo) or stretch.kind(lo) == "quote" or _opens_with_cue(stretch, lo):
        return None
    noun = stretch.has(lo, "determiner") and (_is_noun(stretch, lo + 1, hi) or _names_a_part(stretch, lo))
    if stretch.has(lo, "pronoun_subject") and not noun:
        return lo, lo + 1
    end = _without_adverbials(stretch, lo, hi)
    verb = next((i for i in range(lo + 1, end) if _verbal(stretch, i) and not stretch.is_capital(i)
                 and not is_reduced(stretch, i)), None)
    if verb is not None and stretch.find_role(lo + 1, verb + 1, "relative") is None:
        return None
    return lo, end


def _without_adverbials(stretch: Stretch, lo: int, hi: int) -> int:
    """Return where a subject in ``[lo, hi)`` ends before the adverbs, negations and times at its end."""
    end = hi if not any(stretch.kind(i) == "quote" for i in range(lo, hi)) else phrase_end(stretch, lo, hi)
    while end > lo + 1 and (stretch.has(end - 1, "adverb", "time_word", "negation", "reflexive")
                            and not stretch.has(end - 2, "determiner")):
        end -= 1
    if end < hi and end > lo + 2 and stretch.items[end - 1].text.isdigit() and stretch.has(end - 2, "preposition"):
        end -= 2  # a letter sent to the mayor on 20 July
    if end < hi and stretch.has(end - 1, "preposition") and not stretch.is_capital(end - 1):
        end = _without_time(stretch, lo, end, hi)
    return end


def _without_time(stretch: Stretch, lo: int, end: int, hi: int) -> int:
    """Return where a subject ends before its words of time: Data published | on Monday, but: who slept until May."""
    if stretch.find_role(lo + 1, end, "relative") is not None:
        return hi
    end -= 1
    return end - 1 if end > lo + 1 and stretch.has(end - 1, "reduced_participle") else end


def is_left_open(stretch: Stretch, at: int) -> bool:
    """Tell whether an item leaves its clause unfinished: ``De dam is, waarschuwen kenners, ...``."""
    return stretch.has(at, "be", "have", "passive", "modal", "noun_copula") and not stretch.has(at, "determiner")


def is_number(stretch: Stretch, at: int) -> bool:
    """Tell whether a word is a number, in digits or in letters."""
    ending = stretch.grammar.number_ending
    written = ending is not None and ending.fullmatch(stretch.key(at)) is not None
    return stretch.items[at].text[:1].isdigit() or stretch.has(at, "number_word") or written


def is_place(stretch: Stretch, mark: int) -> bool:
    """Tell ``te`` before a name or a noun from ``te`` before an infinitive."""
    noun = stretch.has(mark + 1, "determiner", "pronoun_object") and not stretch.has(mark + 1, "finite_verb")
    ending = stretch.grammar.infinitive_ending
    return noun or (ending is not None and ending.fullmatch(stretch.key(mark + 1)) is None)
