"""The tables without the words that an article's rights forbid: what pages and shared files are made from.

Text is every stretch of the article: a sentence, a content, a cue, a mention, the words of a source that is described
and not named, the role that an article gives somebody. Data is what was read from it: offsets, names of actors and
places, dates, figures, codes, the rule that decided; of its word only the list in which it stands.
``docs/decisions/0006-rights.md`` says why.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from helpers.exports._rights import (
    Tables,
    fold_words,
    is_title_hidden,
    list_rows,
    list_shown_sentences,
    or_empty,
    read_hidden_words,
    read_permits,
)
from helpers.exports._rules import shorten_rules
from helpers.model import TABLES

_TOLD = "; told as "
_RUN = 25
WITHOUT_WORDS = ("Made to be shared: where an article's text is not here, or its text_rights forbid its words, a cell "
                 "of text is empty; the offsets beside it and the article's sha256 say which characters are meant.")
AS_IT_STANDS = ("A cell may begin as a formula does, since its text does: for a spreadsheet take the tables of "
                "`python -m helpers export csv`, where such cells are made safe.")
_ACTOR_COLUMNS = (("claims", "source_id"), ("mentions", "entity_id"), ("disputes", "actor_id"),
                  ("wordings", "actor_id"), ("events", "agent_id"), ("events", "target_id"),
                  ("corrections", "machine_value"), ("corrections", "corrected_value"))  # fmt: skip
_PLACE_COLUMNS = (("mentions", "entity_id"), ("events", "place_id"))
_NAMED = re.compile(r"[\w.-]*\w")  # an id within a sentence
_CALLED = {"unnamed": "unnamed source", "found": "name not here", "unresolved": "place not here"}


def select_permitted(tables: Tables, *, has_found_names: bool = True) -> Tables:
    """Return the tables without the words that may not leave, as many rows as there are.

    Parameters
    ----------
    tables : dict of str to pandas.DataFrame
    has_found_names : bool, optional
        False also takes from articles without rights or text the names of who and what is in no list of ours.

    Returns
    -------
    dict of str to pandas.DataFrame
        New frames. An article with ``text_rights`` *full* keeps its words, one with *quotes* the sentences in which a
        source speaks or which the newsroom marks as unverified, one with *none*, or whose text is not here, no words:
        those cells are empty. In the last case a source that has no name (``some channels``) is called ``unnamed
        source 1``, also in its id.
    """
    shown = list_shown_sentences(tables)
    silent = list_silent_articles(tables)
    whole = set(tables["articles"].loc[tables["articles"]["text_rights"] == "full", "article_id"]) - silent
    kept = {name: _without_text(name, frame, shown, whole) for name, frame in tables.items()}
    kept["articles"] = _without_titles(tables)
    kept["corrections"] = _without_anchors(tables["corrections"], whole, silent)
    kept["actors"] = _without_roles(kept, silent)
    hidden = _list_described(tables) + ([] if has_found_names else _list_found(tables))
    names = _number(tables, silent, hidden)
    kept["links"] = _without_telling(tables, whole, names)
    return _rename(_rename(kept, "actors", _ACTOR_COLUMNS, names), "places", _PLACE_COLUMNS, names)


def list_silent_articles(tables: Tables) -> set[str]:
    """List the articles of which no word may leave: without any rights, or without a text."""
    articles = tables["articles"]
    is_silent = (articles["text_rights"] == "none") | articles["has_text"].eq(False)
    return set(articles.loc[is_silent, "article_id"])


def _without_text(name: str, frame: pd.DataFrame, shown: frozenset[str], whole: set[str]) -> pd.DataFrame:
    if name == "unread":
        hidden = frame["article_id"].notna() & ~frame["article_id"].isin(whole)
    elif "sentence_id" in frame.columns:
        hidden = ~frame["sentence_id"].isin(shown)  # a sentence is its own evidence
    elif "article_id" in frame.columns and "rule" in frame.columns:
        hidden = ~frame["article_id"].isin(whole)
    else:
        return frame.copy()
    frame = shorten_rules(frame, hidden) if "rule" in frame.columns else frame
    return frame.assign(**{f"{prefix}text": frame[f"{prefix}text"].mask(hidden) for prefix in _text_prefixes(name)})


def _text_prefixes(name: str) -> tuple[str, ...]:
    return ("",) if name == "unread" else TABLES[name].spans


def _without_titles(tables: Tables) -> pd.DataFrame:
    frame = tables["articles"]
    titles = {article_id: permit.title for article_id, permit in read_permits(tables).items() if permit.title}
    kept = frame["article_id"].map(titles).astype(frame["title"].dtype)
    words = read_hidden_words(tables)
    dutch = {row.article_id: row.title_nl for row in list_rows(frame)
             if titles.get(row.article_id, "") == or_empty(row.title)
             and not is_title_hidden(row, or_empty(row.title_nl), words)}  # fmt: skip
    return frame.assign(title=kept, title_nl=frame["article_id"].map(dutch).astype(frame["title_nl"].dtype))


def _without_anchors(frame: pd.DataFrame, whole: set[str], silent: set[str]) -> pd.DataFrame:
    """Leave out the words by which a correction is anchored, and the reasons of what may not be quoted at all."""
    told = [json.loads(anchor) if or_empty(anchor).startswith("{") else None for anchor in frame["anchor"]]
    anchors = [anchor if one is None or one["article_id"] in whole
               else f"[{one['start']}-{one['start'] + len(one['exact'])}]"
               for one, anchor in zip(told, frame["anchor"], strict=True)]  # fmt: skip
    is_silent = pd.Series([one is not None and one["article_id"] in silent for one in told], index=frame.index)
    return frame.assign(anchor=pd.Series(anchors, index=frame.index, dtype=frame["anchor"].dtype),
                        reason=frame["reason"].mask(is_silent.astype(bool)))  # fmt: skip


def _without_telling(tables: Tables, whole: set[str], names: Mapping[str, str]) -> pd.DataFrame:
    """Leave out the words by which one event was told, unless both articles may be shown, and words in actors' ids."""
    of_row = dict(_articles_of_rows(tables))
    frame = tables["links"]
    bases = []
    for one, other, basis in frame[["from_id", "to_id", "basis"]].itertuples(index=False):
        may_tell = {of_row.get(one), of_row.get(other)} <= whole
        kept = basis if may_tell else basis.partition(_TOLD)[0]
        bases.append(_NAMED.sub(lambda word: names.get(word[0], word[0]), kept))
    return frame.assign(basis=pd.Series(bases, index=frame.index, dtype=frame["basis"].dtype))


def _articles_of_rows(tables: Tables) -> Iterator[tuple[str, str]]:
    for name, frame in tables.items():
        if TABLES[name].key and "article_id" in frame.columns:
            yield from zip(frame[TABLES[name].key], frame["article_id"], strict=True)


def _list_described(tables: Tables) -> list[str]:
    actors = tables["actors"]
    return [*actors.loc[actors["actor_type"] == "unnamed", "actor_id"]]


def _list_found(tables: Tables) -> list[str]:
    actors, places = tables["actors"], tables["places"]
    return [*actors.loc[actors["origin"] == "found", "actor_id"],
            *places.loc[places["origin"] == "unresolved", "place_id"]]  # fmt: skip


def _number(tables: Tables, silent: set[str], hidden: list[str]) -> dict[str, str]:
    """Return for each of some actors and places of the silent articles an id without words, numbered as they appear."""
    named: dict[str, str] = {}
    for article_id in sorted(silent):
        found = [one for one in _appearances(tables, article_id) if one in set(hidden)]
        found += sorted(one for one in hidden if one.startswith(f"unnamed-{article_id}-"))
        counts = dict.fromkeys(_CALLED, 0)
        for one in dict.fromkeys(found):
            kind = one.partition("-")[0]
            counts[kind] += 1
            named[one] = f"{kind}-{article_id}-{counts[kind]}"
    return named


def _appearances(tables: Tables, article_id: str) -> Iterator[str]:
    for name, column in (("mentions", "entity_id"), ("claims", "source_id")):
        frame = tables[name]
        here = frame[(frame["article_id"] == article_id) & frame[column].notna()]
        yield from here.sort_values(["start_char", "end_char"])[column]


def _without_roles(tables: Tables, silent: set[str]) -> pd.DataFrame:
    """Leave out the roles that only articles without rights give to somebody."""
    actors, mentions = tables["actors"], tables["mentions"]
    told = set(mentions.loc[~mentions["article_id"].isin(silent), "entity_id"])
    is_theirs = (actors["origin"] == "found") & ~actors["actor_id"].isin(told)
    return actors.assign(role=actors["role"].mask(is_theirs))


def _rename(tables: Tables, name: str, columns: Iterable[tuple[str, str]], names: Mapping[str, str]) -> Tables:
    renamed, key = dict(tables), TABLES[name].key
    if not names:
        return renamed
    for other, column in columns:
        frame = renamed[other]
        renamed[other] = frame.assign(**{column: frame[column].replace(dict(names)).astype(frame[column].dtype)})
    frame = renamed[name]
    here = frame[key].isin(names)
    ids = frame[key].replace(dict(names)).astype(frame[key].dtype)
    numbered = ids.map(_call).astype(frame["name"].dtype)
    empty = {column: frame[column].mask(here) for column in ("name_nl", "aliases") if column in frame}
    changed = frame.assign(**{key: ids, "name": frame["name"].mask(here, numbered), **empty})
    renamed[name] = changed.sort_values(key, kind="stable").reset_index(drop=True)
    return renamed


def _call(row_id: str) -> str:
    return f"{_CALLED.get(row_id.partition('-')[0], '')} {row_id.rpartition('-')[2]}"


def find_words(tables: Tables, text: str) -> Iterator[str]:
    """Yield the columns with a cell that holds a run of the text's letters; names of actors and places are no text.

    Parameters
    ----------
    tables : dict of str to pandas.DataFrame
    text : str
        The article whose words have to be gone.
    """
    whole = fold_words(text)
    actors, places = tables["actors"], tables["places"]
    named = [actors["actor_id"], actors["name"], actors["name_nl"].dropna(),
             actors["aliases"].dropna().str.split("|").explode(),
             places["place_id"], places["name"], places["name_nl"].dropna()]  # fmt: skip
    names = sorted({fold_words(str(name)) for cells in named for name in cells}, key=len, reverse=True)
    for name, frame in tables.items():
        for column in frame.columns[[pd.api.types.is_string_dtype(dtype) for dtype in frame.dtypes]]:
            cells = {fold_words(str(cell)) for cell in frame[column].dropna() if len(str(cell)) >= _RUN}
            if any(_has_run(cell, whole, names) for cell in cells):
                yield f"{name}.{column}"


def _has_run(cell: str, whole: str, names: list[str]) -> bool:
    for name in names:
        if len(name) > 3:
            cell = cell.replace(name, "|")
    return any(cell[at : at + _RUN] in whole for at in range(len(cell) - _RUN + 1))
