"""Who uses which word in a lesson's articles: in the forms of the text, with the speaker that the coder's key gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpers.teaching._actor_names import actors_of
from helpers.teaching.coding import NEWSROOM
from helpers.teaching.lessons import Lesson
from helpers.views import message
from helpers.views._index import Row, TableIndex
from helpers.views.matrix._sources import tell_wording_speaker

NAMED = ("raiders", "raid")
"""Whose names a lesson counts: those who crossed the border, and what they did."""


@dataclass(frozen=True, slots=True)
class WordUse:
    """One use of a word: whom or what it names, who uses it, and its row."""

    referent: str
    speaker: str
    row: Row


def list_word_uses(lesson: Lesson, referents: Sequence[str] = NAMED) -> list[WordUse]:
    """List the words for whom or what is named.

    Where a person coded an article, a word counts that the coder saw too, with the speaker whom the coder gives it. It
    is left out where the rules gave it to the newsroom and the coder to somebody whom the rules do not know.

    Parameters
    ----------
    lesson : Lesson
    referents : sequence of str

    Examples
    --------
    >>> from helpers.teaching.lessons import open_lesson
    >>> [use.row["text"] for use in list_word_uses(open_lesson("who_says_so"), ["raid"])]
    ['raid', 'raid', 'incursion', 'operation', 'raid']
    """
    index = TableIndex(lesson.tables, lesson.language)
    names, ids = _spell_actors(lesson), _list_ids(index)
    uses = []
    for row in index.rows("wordings").values():
        speaker = _find_speaker(lesson, row, ids)
        if row["referent_id"] in referents and speaker is not None:
            told = _tell_speaker(index, row, speaker, names)
            uses.append(WordUse(str(row["referent_id"]), told, row))
    return uses


def group_word_uses(uses: Sequence[WordUse]) -> Iterator[tuple[str, list[tuple[str, list[Row]]]]]:
    """Yield each speaker with the words of the text and their rows, the most frequent first."""
    said: dict[str, dict[str, list[Row]]] = {}
    for use in uses:
        said.setdefault(use.speaker, {}).setdefault(str(use.row["text"]).casefold(), []).append(use.row)
    n_said = {speaker: sum(map(len, words.values())) for speaker, words in said.items()}
    for speaker in sorted(said, key=lambda name: (-n_said[name], name)):
        words = sorted(said[speaker].values(), key=lambda rows: -len(rows))
        # a word that also stands elsewhere than at the head of a sentence has no capital of its own
        yield speaker, [(max(str(row["text"]) for row in rows), rows) for rows in words]


def _find_speaker(lesson: Lesson, row: Row, ids: Mapping[str, str]) -> tuple[str, ...] | None:
    """Find who uses a word: codes of one or several, none where that is not known here."""
    by_rule = (NEWSROOM if row["voice"] == NEWSROOM else str(row["actor_id"] or ""),)
    if row["article_id"] not in lesson.gold:
        return by_rule
    coded = _find_coded(lesson.gold[row["article_id"]].get("wordings", ()), row)
    if coded is None:
        return None
    whole = str(coded["name"]).casefold()
    parts = [whole] if whole in ids else whole.split(" and ")
    if all(part in ids for part in parts):
        return tuple(ids[part] for part in parts)
    return None if by_rule == (NEWSROOM,) else by_rule


def _find_coded(coded: Sequence[Mapping[str, Any]], row: Row) -> Mapping[str, Any] | None:
    shared = (one for one in coded if one["start"] < row["end_char"] and row["start_char"] < one["end"])
    return next(shared, None)


def _list_ids(index: TableIndex) -> dict[str, str]:
    """Give each name by which the coder may call an actor of the lesson its code."""
    ids = {NEWSROOM: NEWSROOM}
    for actor_id, row in index.rows("actors").items():
        for name in (row["name"], *(row["aliases"] or "").split("|")):
            ids.setdefault(str(name).casefold(), actor_id)
    return ids


def _spell_actors(lesson: Lesson) -> dict[str, str]:
    """Name each actor as the articles do, by the longest of its names there: one actor has one row in the table."""
    names: dict[str, str] = {}
    for article_id in lesson.article_ids:
        for actor_id, name in actors_of(lesson.tables, article_id).items():
            names[actor_id] = max(names.get(actor_id, ""), name, key=len)
    return names


def _tell_speaker(index: TableIndex, row: Row, speaker: Sequence[str], names: Mapping[str, str]) -> str:
    if speaker == (NEWSROOM,):
        return tell_wording_speaker(index, {**row, "voice": NEWSROOM})
    told = [names.get(one) or index.name_of("actors", one) or index.say("unnamed_source") for one in speaker]
    return told[0] if len(told) == 1 else message("word_users", index.language, one=told[0], other=told[1])
