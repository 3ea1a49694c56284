"""Which claims of an article a class can code from its sentences, with a key that is the coder's."""

from __future__ import annotations

import re
from functools import cache

from helpers.resources.lexicons import read_lexicon
from helpers.teaching._gold_speakers import OTHER
from helpers.teaching.coding import NEWSROOM, Unit, gold_codes, list_units
from helpers.teaching.gold import Gold, Tables

_PROSE = frozenset({"intro", "body"})
_CUT_OFF = re.compile(r"\b(?:nor|neither|noch|evenmin)\b", re.IGNORECASE)


def list_codable(tables: Tables, gold: Gold, article_id: str) -> list[Unit]:
    """List the claims that can be coded as they are shown: each in its sentence, marked.

    Left out are titles and headings, since they tell again what stands below; what is no whole statement; what is
    announced in another sentence; what a *nor* before it denies; and what the coder has no code of its own for.
    """
    sentences = tables["sentences"].set_index("sentence_id")
    keyed = _list_keyed(tables, gold, article_id)
    language = str(tables["articles"].set_index("article_id").loc[article_id, "language"])
    found = []
    for unit in list_units(tables, article_id):
        row = sentences.loc[unit["sentence_id"]]
        text, start = str(row["text"]), int(str(row["start_char"]))
        before, behind = text[: int(unit["start_char"]) - start], text[int(unit["end_char"]) - start :]
        cue = unit["cue_start_char"]
        is_here = cue is None or start <= cue < start + len(text)
        is_part = bool(re.search(r"\w", before + behind)) and unit["voice"] == NEWSROOM
        if (row["part"] in _PROSE and is_here and not _CUT_OFF.search(before) and unit["claim_id"] in keyed
                and not (is_part and is_fragment(str(unit["text"]), language))):  # fmt: skip
            found.append(unit)
    return found


def is_fragment(text: str, language: str) -> bool:
    """Tell whether a part of a sentence says nothing by itself: no verb, a phrase, or a verb in place of another.

    Examples
    --------
    >>> is_fragment("The Legion did", "en"), is_fragment("At the briefing", "en"), is_fragment("He went further", "en")
    (True, True, False)
    """
    words = re.findall(r"[\w’'-]+", text.casefold())
    verbs, prepositions, ending = _read_grammar(language)
    has_verb = any(word in verbs or ending.fullmatch(word) for word in words)
    stands_for_another = language == "en" and bool(words) and words[-1] in verbs
    return not has_verb or words[0] in prepositions or stands_for_another


@cache
def _read_grammar(language: str) -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    rows = {row.key: row for row in read_lexicon(language).rows("grammar")}
    verbs, prepositions = (frozenset(rows[key].words("words")) for key in ("finite_verb", "preposition"))
    return verbs, prepositions, re.compile(rows["verb_ending"]["words"])


def _list_keyed(tables: Tables, gold: Gold, article_id: str) -> set[str]:
    """List the claims that the coder gave to somebody who can be chosen; all where nobody coded the article."""
    if article_id not in gold:
        return set(tables["claims"]["claim_id"])
    codes = gold_codes(tables, gold, article_id)
    return set(codes.loc[~codes["source"].isin({"", OTHER}), "claim_id"])
