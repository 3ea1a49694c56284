"""Words that look like a cue and state nothing: fixed phrases, and two opposite verbs of which neither holds."""

from __future__ import annotations

from collections.abc import Set

from helpers.annotate.attributions._clauses import clause_start
from helpers.annotate.attributions._stretches import Stretch


def find_pseudo_cues(stretch: Stretch, keys: Set[str]) -> set[int]:
    """Return the items at which a word looks like a cue and states nothing."""
    blocked: set[int] = set()
    pseudo_cues = stretch.grammar.pseudo_cues
    if pseudo_cues.keys().isdisjoint(keys) and stretch.grammar.role("neither").isdisjoint(keys):
        return blocked
    for at, item in enumerate(stretch.items):
        for words in pseudo_cues.get(item.key, ()):
            if all(word in ("*", stretch.key(at + i)) for i, word in enumerate(words)):
                blocked.update(range(at, at + len(words)))
        if stretch.has(at, "neither") and _says_neither(stretch, at):
            blocked.update((at - 1, at + 1))
    return blocked


def _says_neither(stretch: Stretch, at: int) -> bool:
    """Tell ``bevestigd noch ontkend``: two opposite verbs, of which neither holds; a refusal is told apart."""
    stances = [{form.cue.stance for form in stretch.grammar.forms.get(stretch.key(i), ())} for i in (at - 1, at + 1)]
    opposite = all(stance & {"confirms", "denies"} for stance in stances)
    return opposite and stretch.find_role(clause_start(stretch, at), at, "modal", "volition") is None
