"""Whom the coder of the gold means by the name of a source."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers.teaching.classes import Coded
from helpers.teaching.gold import Tables

UNNAMED, OTHER = "unnamed", "other"


class Speakers:
    """Which actor of an article the gold means by the name that it gives to a source.

    A name that is none of ours ("Russian Ministry of Defence" for "the Defence Ministry") stands for the actor whom the
    article names where the gold marks that source; from there it stands for the same actor in the whole article.
    """

    def __init__(self, tables: Tables, speakers: pd.DataFrame) -> None:
        mentions = tables["mentions"]
        self._named = mentions[mentions["form"].isin({"name", "alias"}) & (mentions["entity_type"] == "actor")]
        self._unnamed = set(speakers.loc[speakers["actor_type"] == "unnamed", "actor_id"])
        self._ids: dict[str, str] = {}
        for row in speakers.itertuples():
            aliases = str(row.aliases).split("|") if isinstance(row.aliases, str) else []
            for name in (str(row.name), *aliases):
                self._ids.setdefault(name.casefold(), str(row.actor_id))

    def learn(self, coded: Coded, unit: dict[str, Any]) -> None:
        """Learn whom the gold's name of this source stands for, where the article itself names the source."""
        name, source_id = self._name(coded), unit["source_id"]
        if not name or name in self._ids or source_id in self._unnamed or not _is_same_source(coded, unit):
            return
        named = self._named[(self._named["entity_id"] == source_id) & (self._named["article_id"] == unit["article_id"])
                            & (self._named["start_char"] >= unit["source_start_char"])
                            & (self._named["end_char"] <= unit["source_end_char"])]  # fmt: skip
        if not named.empty:
            self._ids[name] = str(source_id)

    def find(self, coded: Coded, unit: dict[str, Any]) -> str:
        """Find the code of the source that the gold gives to a statement."""
        name = self._name(coded)
        if not name:
            return UNNAMED
        if name not in self._ids and unit["source_id"] in self._unnamed and _is_same_source(coded, unit):
            return str(unit["source_id"])
        return self._ids.get(name, OTHER)

    def _name(self, coded: Coded) -> str:
        return str(coded.item.get("source_name") or "").casefold()


def _is_same_source(coded: Coded, unit: dict[str, Any]) -> bool:
    """Tell whether the gold marks the source of a statement at the same words; its name is the coder's own."""
    span, start, end = coded.item.get("source"), unit["source_start_char"], unit["source_end_char"]
    return bool(span and start is not None and span["start"] < end and start < span["end"])
