"""Where a clause begins and ends: marks, contrast words, and a new verb after a coordinator."""

from __future__ import annotations

from helpers.annotate.attributions._candidates import Range
from helpers.annotate.attributions._grammar import Form
from helpers.annotate.attributions._phrases import opens_phrase
from helpers.annotate.attributions._second_verbs import is_finite_cue, opens_main_verb, shares_clause
from helpers.annotate.attributions._stretches import Stretch
from helpers.annotate.attributions._verb_forms import ends_like_verb

_HARD = frozenset(";")
MAX_DATELINE = 7
TAIL_REACH = 18
AS_REACH = 10
_LEADING = frozenset({",", ":", "–", "—", "-", ".", "!", "?", ";"})


def clause_start(stretch: Stretch, at: int) -> int:
    """Return where the smallest clause around an item begins: after the nearest mark, conjunction or quotation."""
    key = ("clause", at)
    if key not in stretch.known:
        stretch.known[key] = _find_clause_start(stretch, at)
    return stretch.known[key]


def _find_clause_start(stretch: Stretch, at: int) -> int:
    start = at
    while start > 0:
        before = start - 1
        if stretch.kind(before) == "mark" and stretch.items[before].text in ",;:–—…":
            break
        if stretch.kind(before) == "quote" and before + 1 < at and (
            is_set_off(stretch, before) or _ends_in_comma(stretch, before)
        ):
            break
        if stretch.has(before, "subordinator", "relative", "complementizer") and _is_conjunction(stretch, before):
            break
        if stretch.has(before, "contrast") and before and stretch.kind(before - 1) == "mark":
            break
        if stretch.has(before, "comparison_said") and (before == 0 or stretch.kind(before - 1) == "mark"):
            break
        start = before
    behind = after_dateline(stretch) if start == 0 else 0
    return behind if start < behind <= at else start


def _ends_in_comma(stretch: Stretch, at: int) -> bool:
    """Tell ``and “met every rule,” she wrote``: the comma before a frame stands inside the marks."""
    quotation = stretch.items[at].quotation
    return quotation is not None and stretch.document.text.startswith(",", quotation.content.end - 1)


def is_set_off(stretch: Stretch, at: int) -> bool:
    """Tell whether a quotation stands by itself: at the start, or behind a mark."""
    return at == 0 or (stretch.kind(at - 1) == "mark" and stretch.items[at - 1].text in ":.;,–—")


def _is_conjunction(stretch: Stretch, at: int) -> bool:
    timed = stretch.has(at, "preposition") and stretch.has(at + 1, "time_word")
    if timed and stretch.grammar.is_verb(stretch.key(at + 2)):
        return False  # who slept until Monday said
    bare = at and stretch.kind(at - 1) != "mark" and not stretch.has(at - 1, "coordinator")
    if stretch.has(at, "adverb") and bare and not _opens_time_clause(stretch, at):
        return False
    return not _is_determiner(stretch, at) and not _is_fronted(stretch, at)


def _opens_time_clause(stretch: Stretch, at: int) -> bool:
    """Tell ``liep leeg toen de politie ...`` from ``zei toen de waarheid``: a subject behind it, and no verb before."""
    subject = stretch.has(at + 1, "definite", "pronoun_subject") and not stretch.has(at + 1, "backward")
    conjunction = stretch.has(at, "factual_subordinator") and (subject or stretch.is_capital(at + 1))
    return conjunction and not stretch.grammar.is_verb(stretch.key(at - 1))


def _is_fronted(stretch: Stretch, at: int) -> bool:
    """Tell ``Dat heeft zij gezegd`` and ``Die zag het`` from a conjunction: a verb follows at once."""
    inverted = stretch.key(at - 1) == "," and stretch.has(at + 2, "pronoun_subject")  # ..., dat ontkende hij
    fresh = at == 0 or (stretch.has(at, "backward") and (stretch.has(at - 1, "contrast") or inverted))
    following = stretch.kind(at + 1) == "word" and stretch.grammar.is_verb(stretch.key(at + 1))
    return fresh and following and not stretch.has(at, "subordinator")


def _is_determiner(stretch: Stretch, at: int) -> bool:
    """Tell whether a word such as ``die`` opens a noun phrase here: at a clause's start, before a noun."""
    if not stretch.has(at, "determiner") or stretch.has(at, "subordinator"):
        return False
    fresh = at == 0 or stretch.has(at - 1, "preposition", "coordinator")
    following = at + 1
    noun = stretch.kind(following) == "word" and not stretch.has(
        following, "determiner", "preposition", "pronoun_subject", "adverb", "finite_verb", "time_word"
    )
    return fresh and noun and following not in (len(stretch),) and stretch.key(following) not in stretch.grammar.forms


def sentence_start(stretch: Stretch, at: int) -> int:
    """Return where the main clause around an item begins: after a semicolon, a colon or a contrast."""
    key = ("sentence", at)
    if key not in stretch.known:
        stretch.known[key] = _find_sentence_start(stretch, at)
    return stretch.known[key]


def _find_sentence_start(stretch: Stretch, at: int) -> int:
    for i in range(at - 1, -1, -1):
        if stretch.key(i) in (";", ":"):
            return i + 1
        contrast = i and stretch.key(i - 1) == "," and stretch.has(i, "contrast")
        if contrast and not stretch.grammar.is_verb(stretch.key(i + 1)):
            return i + 1
    return min(at, after_dateline(stretch))


def after_dateline(stretch: Stretch) -> int:
    """Return where a stretch begins behind a dateline such as ``DEN HAAG -``."""
    for i in range(min(len(stretch), MAX_DATELINE)):
        if stretch.kind(i) == "mark" and stretch.items[i].text in ("-", "–", "—"):
            return i + 1
        upper = stretch.kind(i) == "word" and stretch.items[i].text.isupper()
        more = i and (stretch.key(i) in (",", "/") or stretch.is_capital(i) or stretch.items[i].text.isdigit())
        timed = stretch.items[i].text[:1].isdigit() or (i and stretch.has(i, "time_unit"))  # 14.30 uur -
        more = more or (i and (stretch.key(i) == "." or stretch.kind(i) == "parenthesis"))  # DENVER, Colo. (AP) —
        if not (upper or more or timed):
            break
    return 0


def clause_end(stretch: Stretch, at: int, *, keep: bool = False, clausal: bool = False, prep: str = "") -> int:
    """Return where a content that begins at `at` ends.

    Parameters
    ----------
    keep : bool
        True where a concession (``, al was er ...``) still belongs to the content.
    clausal : bool
        True where the content is a clause with a subject of its own, which a second verb may share.
    prep : str
        A preposition that a second content may repeat after a coordinator (``over X, en over Y``).
    """
    for i in range(at, len(stretch)):
        if stretch.key(i) in _HARD or (stretch.key(i) == ":" and stretch.kind(i + 1) == "quote" and i > at):
            return i
        if stretch.key(i) == "," and i > at and _new_clause(stretch, i + 1, keep=keep, prep=prep):
            return i
        if stretch.key(i) in ("–", "—") and i > at and opens_remark(stretch, i + 1):
            return i  # under control – a boast that X ridiculed
        if i > at + (stretch.kind(at) == "word") and _new_verb(stretch, i) and not (
            (keep and _goes_on(stretch, at, i)) or (clausal and shares_clause(stretch, at, i))
        ):
            return i
        if i > at and stretch.has(i, "contrast") and stretch.has(i, "subordinator") and i > at + 2 and not keep:
            return i
    return _without_stop(stretch, at, len(stretch))


def _goes_on(stretch: Stretch, at: int, joint: int) -> bool:
    """Tell ``Volgens X vuurde Y raketten af en werd de helft geraakt``: a second verb in what one source states.

    A cue verb, which may be another statement, goes on only where both verbs stand before their subjects.
    """
    if stretch.has(joint, "coordinator") and not is_finite_cue(stretch, joint + 1):
        return True
    second = "verb_second" in stretch.grammar.role("word_order")
    inverted = second and opens_phrase(stretch, sentence_start(stretch, at))
    first = inverted or stretch.grammar.is_verb(stretch.key(at)) or ends_like_verb(stretch, at)
    return first and opens_main_verb(stretch, joint + 1) and stretch.has(joint + 2, "determiner", "pronoun_subject")


def _new_clause(stretch: Stretch, after: int, *, keep: bool, prep: str) -> bool:
    if opens_grounds(stretch, after):
        return True
    if stretch.has(after, "contrast"):
        return not (keep and stretch.has(after, "keep"))
    if stretch.has(after, "coordinator"):
        if keep and _new_verb(stretch, after) and not is_finite_cue(stretch, after + 1):
            return False
        return not (stretch.has(after + 1, "continuation") or (prep and stretch.key(after + 1) == prep))
    if stretch.has(after, "relative", "pronoun_subject"):
        return keep and stretch.has(after, "sentence_relative")
    if opens_remark(stretch, after) or (stretch.has(after, "comparison_said") and _says(stretch, after + 1)):
        return True
    skip = after + 1 if stretch.has(after, "parenthetical_mark") else after
    return _opens_frame(stretch, skip)


def opens_grounds(stretch: Stretch, at: int) -> bool:
    """Tell whether ``citing two officials`` or ``onder verwijzing naar`` opens: on whom a source relies, no content."""
    grounds = stretch.grammar.role("grounds")
    return stretch.key(at) in grounds or f"{stretch.key(at)} {stretch.key(at + 1)}" in grounds


def _says(stretch: Stretch, at: int) -> bool:
    """Tell whether a cue verb stands in the clause that begins at an item: ``, as was suggested on the radio``."""
    for i in range(at, min(len(stretch), at + AS_REACH)):
        if stretch.kind(i) == "mark":
            return False
        if stretch.key(i) in stretch.grammar.forms and not stretch.has(i, "be"):
            return True
    return False


def opens_remark(stretch: Stretch, at: int) -> bool:
    """Tell whether an apposition to the whole clause opens: ``, een cijfer dat de politie te hoog noemt``."""
    if stretch.has(at, "not_content") and (stretch.has(at + 1, "relative") or _is_said_of(stretch, at + 1)):
        return True
    if stretch.has(at, "focus") and stretch.has(at + 1, "infinitive_mark"):
        return True  # , only to correct himself
    indefinite = stretch.has(at, "determiner") and not stretch.has(at, "definite")
    if not indefinite or stretch.kind(at + 1) != "word":
        return False
    noun = stretch.key(at + 1) in stretch.grammar.nouns or stretch.has(at + 1, "remark_noun")
    bare = "subject_first" in stretch.grammar.role("word_order") and stretch.kind(at + 2) == "word" and not (
        stretch.has(at + 2, "preposition"))
    return noun and (stretch.has(at + 2, "relative") or bare)


def _is_said_of(stretch: Stretch, at: int) -> bool:
    """Tell ``something | experts find hard to believe``: a plural noun, and a verb at once (English)."""
    bare = "subject_first" in stretch.grammar.role("word_order") and stretch.is_plain(at)
    return bare and stretch.key(at).endswith("s") and stretch.kind(at + 1) == "word"


def _opens_frame(stretch: Stretch, at: int) -> bool:
    """Tell whether a frame such as ``, zegt X`` or ``, aldus X`` opens here."""
    forms = stretch.grammar.forms.get(stretch.key(at), ())
    if any(form.shape == "finite" and "quote" in form.cue.frames and _has_tail(stretch, at, form) for form in forms):
        return not stretch.has(at - 1, "determiner")
    return any(
        tuple(stretch.key(at + i) for i in range(len(cue.words))) == cue.words and "before_source" in cue.frames
        for cue in stretch.grammar.phrases_from(stretch.key(at), stretch.key(at + 1))
    )


def _has_tail(stretch: Stretch, at: int, form: Form) -> bool:
    """Tell whether the particle of a cue verb follows: ``, vielen bij de brug`` opens no frame."""
    if not form.cue.tail:
        return True
    places = {stretch.key(i): i for i in range(at + 1, min(len(stretch), at + TAIL_REACH))}
    if not places.keys() >= set(form.cue.tail):
        return False
    last = places[form.cue.tail[-1]]
    particle = len(form.cue.tail) == 1 and stretch.has(last, "preposition")  # vielen in Russische handen
    return not particle or stretch.kind(last + 1) != "word" or stretch.has(last + 1, "coordinator", "complementizer")


def _new_verb(stretch: Stretch, at: int) -> bool:
    """Tell whether ``en grijpt`` or ``and denied`` begins a clause without a subject of its own."""
    if not stretch.has(at, "coordinator", "contrast") or stretch.kind(at + 1) != "word":
        return False
    after = at + 1
    if stretch.has(after, "determiner") and not stretch.has(after, "finite_verb"):
        return False
    if stretch.has(after, "determiner"):  # a word such as zijn: a verb, or whose
        return False
    cue = is_finite_cue(stretch, after)
    if not stretch.has(at, "coordinator") and (not cue or stretch.has(after, "finite_verb")):
        return False  # the pound fell but may recover
    if cue:
        opens = stretch.has(after + 1, "determiner", "complementizer", "preposition", "adverb", "pronoun_subject",
                            "demonstrative", "backward", "time_word")
        named = stretch.kind(after + 1) == "quote" or stretch.is_capital(after + 1)
        return opens or named or _is_plainly_verb(stretch, after)
    if stretch.has(after, "own_act") and stretch.has(after + 1, "determiner", "preposition", "particle"):
        return True  # said it was late and left the room
    if stretch.has(after, "finite_verb"):
        return not stretch.has(after + 1, "coordinator")
    looks = ends_like_verb(stretch, after)
    relative = stretch.has(after + 1, "relative") and stretch.has(
        after + 2, "preposition", "adverb", "determiner", "pronoun_subject"
    )
    return looks and not relative and stretch.has(after + 1, "determiner", "pronoun_object", "reflexive")


def _is_plainly_verb(stretch: Stretch, at: int) -> bool:
    """Tell ``en riep spelers op`` from ``eisen en oproepen``: a form that is no plural and no adjective (Dutch)."""
    second = "verb_second" in stretch.grammar.role("word_order")
    return second and stretch.kind(at + 1) == "word" and not stretch.key(at).endswith(("n", "e"))


def _without_stop(stretch: Stretch, start: int, end: int) -> int:
    while end > start + 1 and stretch.kind(end - 1) == "mark" and stretch.items[end - 1].text in ".!?…,;:":
        end -= 1
    return end


def trim(stretch: Stretch, piece: Range) -> Range | None:
    """Return a range without the marks at its ends, None where nothing is left."""
    lo, hi = piece
    while lo < hi and stretch.kind(lo) == "mark" and stretch.items[lo].text in _LEADING:
        lo += 1
    hi = _without_stop(stretch, lo, hi) if hi > lo else hi
    while hi > lo and stretch.kind(hi - 1) == "mark" and stretch.items[hi - 1].text in _LEADING:
        hi -= 1
    if not any(stretch.kind(i) in ("word", "quote") for i in range(lo, hi)):
        return None
    return lo, hi


def longest(stretch: Stretch, pieces: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return the trimmed pieces, the longest in characters first."""
    kept = [piece for piece in (trim(stretch, p) for p in pieces if p[0] < p[1]) if piece]
    return tuple(sorted(kept, key=lambda p: -(stretch.items[p[1] - 1].end - stretch.items[p[0]].start)))


def with_reason(stretch: Stretch, pieces: tuple[Range, ...], at: int) -> tuple[Range, ...]:
    """Let a content behind which its frame stands go on over ``, omdat ...``: a source gives its own reasons."""
    quoted = bool(pieces) and stretch.kind(pieces[0][1] - 1) == "quote"
    if not pieces or quoted or stretch.key(at) != "," or not stretch.has(at + 1, "reason"):
        return pieces
    return (*pieces, *longest(stretch, ((at + 1, clause_end(stretch, at + 2)),)))


def has_verb(stretch: Stretch, lo: int, hi: int) -> bool:
    """Tell whether a range looks like a clause: a frequent verb, a cue verb, a quotation, or a verb's ending."""
    ending = stretch.grammar.verb_ending
    for i in range(lo, hi):
        if stretch.kind(i) == "quote" or stretch.grammar.is_verb(stretch.key(i)):
            return True
        if i > lo and ending and stretch.kind(i) == "word" and ending.fullmatch(stretch.key(i)):
            return True
    return False
