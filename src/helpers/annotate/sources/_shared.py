"""Whom a name stands for that several actors of the article bear: his whose title it has, else nobody."""

from __future__ import annotations

from helpers.annotate.sources._people import Stage, is_small
from helpers.annotate.sources._pronouns import Choice
from helpers.model import Alternative, Span


def find_bearer(stage: Stage, span: Span) -> Choice | None:
    """Return whom a source means that is a shared name, with a title or without; None where it is no such name.

    Parameters
    ----------
    stage : Stage
    span : Span
        Of the source. Both bearers of the name are listed where no title tells one of them.
    """
    shared = [mention for at, mention in stage.shared.items() if span.contains(at)] if stage.shared else []
    if len(shared) != 1 or stage.document.text[shared[0].span.end : span.end][:1] not in ("", ","):
        return None  # Kuipers zus is somebody else
    keys = [stage.tokens.keys[at] for at in stage.tokens.within(span)]
    before = keys[: len(keys) - len([*stage.tokens.within(Span(shared[0].span.start, span.end))])]
    if any(not (is_small(key, stage.words) or stage.words.has("definite", key)) for key in before):
        return None
    bearers = [stage.actors[other.reason] for other in shared[0].considered if other.reason in stage.actors]
    titles = {key for key in before if stage.words.is_person(key)}
    titled = [actor for actor in bearers if titles & stage.titles.get(actor.actor_id, set())]
    if len(titled) == 1:
        return Choice(titled[0], "shared_name_with_title")
    return Choice(None, "shared_name", tuple(Alternative("shared_name", actor.name) for actor in bearers))
