"""What an article calls those who speak in it or whom it names: labels of choices, in the article's own words."""

from __future__ import annotations

import re

import pandas as pd

from helpers.teaching.gold import Tables

_UNNAMED = "unnamed-"
_MADE_BY = re.compile(r"\b(?:by|door)\s+(.+)$")


def actors_of(tables: Tables, article_id: str) -> dict[str, str]:
    """Name the actors that the article names or that speak in it, each once, in the article's own spelling."""
    spelt = _spell_all(tables, article_id)
    same = _find_same(spelt)
    return {actor_id: name for actor_id, name in spelt.items() if actor_id not in same}


def _spell_all(tables: Tables, article_id: str) -> dict[str, str]:
    mentions, claims, actors = tables["mentions"], tables["claims"], tables["actors"]
    named = mentions[(mentions["article_id"] == article_id) & (mentions["entity_type"] == "actor")]
    spoke = claims[claims["article_id"] == article_id]["source_id"].dropna()
    here = actors[actors["actor_id"].isin({*named["entity_id"], *spoke})]
    names = dict(zip(here["actor_id"], here["name"], strict=True))
    return {**names, **_spell_speakers(claims[claims["article_id"] == article_id], named), **_spell_names(named)}


def find_same_speakers(tables: Tables, article_id: str) -> dict[str, str]:
    """Find the speakers without a name who are another actor: “an analysis by” a newspaper is what that newspaper says.

    Returns
    -------
    dict of str to str
        From the unnamed speaker to the actor.
    """
    return _find_same(_spell_all(tables, article_id))


def _find_same(spelt: dict[str, str]) -> dict[str, str]:
    named = {name.casefold(): actor_id for actor_id, name in spelt.items() if not actor_id.startswith(_UNNAMED)}
    found = {}
    for actor_id, name in spelt.items():
        maker = _MADE_BY.search(name) if actor_id.startswith(_UNNAMED) else None
        if maker and (same := named.get(maker[1].casefold())):
            found[actor_id] = same
    return found


def _spell_speakers(claims: pd.DataFrame, named: pd.DataFrame) -> dict[str, str]:
    """Give each speaker that is named nowhere by itself (two bodies together) the article's words, up to a comma."""
    spoke = claims[~claims["source_id"].isin(set(named["entity_id"]))].dropna(subset=["source_id", "source_text"])
    return {str(row.source_id): str(row.source_text).partition(",")[0] for row in spoke.itertuples()}


def _spell_names(named: pd.DataFrame) -> dict[str, str]:
    """Give each actor the longest name that the article has for it; a seat or a role only where there is no name."""
    spelt: dict[str, str] = {}
    ranks = {"name": 3, "alias": 3, "metonym": 2, "role": 1}
    chosen = named[named["form"].isin(set(ranks)) & ~named["entity_id"].str.startswith(_UNNAMED, na=True)]
    for row in sorted(chosen.itertuples(), key=lambda row: (ranks[str(row.form)], len(str(row.text)))):
        spelt[str(row.entity_id)] = str(row.text)
    return spelt
