"""What an article calls those who speak in it or whom it names: labels of choices, in the article's own words."""

from __future__ import annotations

import pandas as pd

from helpers.teaching.gold import Tables


def actors_of(tables: Tables, article_id: str) -> dict[str, str]:
    """Name the actors that the article names or that speak in it, in the article's own spelling."""
    mentions, claims, actors = tables["mentions"], tables["claims"], tables["actors"]
    named = mentions[(mentions["article_id"] == article_id) & (mentions["entity_type"] == "actor")]
    spoke = claims[claims["article_id"] == article_id]["source_id"].dropna()
    here = actors[actors["actor_id"].isin({*named["entity_id"], *spoke})]
    names = dict(zip(here["actor_id"], here["name"], strict=True))
    return {**names, **_spell_speakers(claims[claims["article_id"] == article_id], named), **_spell_names(named)}


def _spell_speakers(claims: pd.DataFrame, named: pd.DataFrame) -> dict[str, str]:
    """Give each speaker that is named nowhere by itself (two bodies together) the article's words, up to a comma."""
    spoke = claims[~claims["source_id"].isin(set(named["entity_id"]))].dropna(subset=["source_id", "source_text"])
    return {str(row.source_id): str(row.source_text).partition(",")[0] for row in spoke.itertuples()}


def _spell_names(named: pd.DataFrame) -> dict[str, str]:
    """Give each actor the longest name that the article has for it; a seat or a role only where there is no name."""
    spelt: dict[str, str] = {}
    ranks = {"name": 3, "alias": 3, "metonym": 2, "role": 1}
    chosen = named[named["form"].isin(set(ranks)) & ~named["entity_id"].str.startswith("unnamed-", na=True)]
    for row in sorted(chosen.itertuples(), key=lambda row: (ranks[str(row.form)], len(str(row.text)))):
        spelt[str(row.entity_id)] = str(row.text)
    return spelt
