"""Where the source behind a phrase such as according to ends, and what is said begins."""

from __future__ import annotations

from helpers.annotate.attributions._clauses import clause_start, has_verb
from helpers.annotate.attributions._phrases import is_number, opens_phrase, phrase_end
from helpers.annotate.attributions._stretches import Stretch


def source_end(stretch: Stretch, at: int, first: int) -> int:
    """Return where the source ends that begins at `first`, behind the phrase at `at`."""
    alone = _before_participle(stretch, at, first) or _before_adverb(stretch, first)
    end = first + 1 if alone else phrase_end(stretch, first, len(stretch))
    end = _before_new_clause(stretch, at, first, _bare_end(stretch, at, first, end))
    return _before_count(stretch, at, first, end)


def _before_new_clause(stretch: Stretch, at: int, first: int, end: int) -> int:
    """End a source behind its content where a new clause follows: ``X is dicht volgens Y | en Z blijft open``."""
    joint = next((i for i in range(end - 1, first, -1) if stretch.has(i, "coordinator")), None)
    verb = stretch.has(end, "finite_verb") and not stretch.has(end, "determiner")
    if joint is None or not verb or not has_verb(stretch, clause_start(stretch, at), at):
        return end
    return joint if stretch.key(at - 1) != "," else end


def _before_count(stretch: Stretch, at: int, first: int, end: int) -> int:
    """End a source before a number that counts what follows: ``According to the army | 40 men died``."""
    if not stretch.has(first, "definite"):
        return end
    count = next((i for i in range(first + 2, end) if is_number(stretch, i)), None)
    plain = count is not None and stretch.is_plain(count - 1) and not stretch.is_capital(count - 1)
    if count is None or not plain:
        return end
    rival = stretch.kind(count + 1) == "mark" and any(opens_phrase(stretch, i) for i in range(at))
    counts = rival or (stretch.kind(count + 1) == "word" and not stretch.has(count + 1, "attaching"))
    return count if counts else end


def _bare_end(stretch: Stretch, at: int, first: int, end: int) -> int:
    """End a source without a determiner behind its noun: ``kan volgens artsen | kanker veroorzaken``."""
    adjective = stretch.grammar.adjective_ending
    if adjective is None or at == 0 or not stretch.is_plain(first):
        return end
    noun = next((i for i in range(first, end) if not stretch.is_plain(i)
                 or adjective.fullmatch(stretch.key(i)) is None), end - 1)
    goes_on = stretch.has(noun + 1, "attaching") or not stretch.is_plain(noun + 1) or stretch.is_capital(noun + 1)
    return end if goes_on or noun + 1 >= end else noun + 1


def _before_participle(stretch: Stretch, at: int, first: int) -> bool:
    """Tell whether a pronoun stands between an auxiliary and its participle: ``was volgens haar gesteund``."""
    pronoun = stretch.has(first, "pronoun_object") and stretch.has(first, "determiner")
    return pronoun and stretch.has(at - 1, "have", "be", "passive") and any(
        pattern.fullmatch(stretch.key(first + 1)) for pattern in stretch.grammar.participles
    )


def _before_adverb(stretch: Stretch, first: int) -> bool:
    """Tell whether a pronoun, and no possessive, stands before a phrase: ``volgens haar langdurig klachten houden``."""
    pronoun = stretch.has(first, "pronoun_object") and stretch.has(first, "determiner")
    adverb = stretch.grammar.adverb_ending
    return pronoun and adverb is not None and adverb.fullmatch(stretch.key(first + 1)) is not None and (
        stretch.kind(first + 2) == "word")
