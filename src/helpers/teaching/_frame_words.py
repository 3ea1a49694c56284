"""The words that make a claim what it is, as they stand in its sentence: an announcing verb whole, a mark of doubt."""

from __future__ import annotations

import re

from helpers.resources.lexicons import LexiconRow, read_lexicon
from helpers.teaching.coding import Unit
from helpers.teaching.gold import Tables

_RULE = re.compile(r"\b(\w\w)/(speech_verbs|verification):([^+]+)")
_HEARSAY = "hearsay_auxiliary"
_GAP = 7
"""How many words may stand between two of a mark where its row does not say."""


def quote_cue(tables: Tables, unit: Unit) -> str:
    """Quote the word that announces a claim, with what is separated from it (deelde … mee)."""
    cue, row = str(unit["cue_text"] or ""), _find_row(unit, "speech_verbs")
    if not cue or row is None or not row["tail"] or cue.casefold() not in row.words("forms"):
        return cue
    text, start = _sentence_of(tables, unit, int(unit["cue_start_char"]))
    end = int(unit["cue_end_char"]) - start
    found = re.search(rf"\b{re.escape(row['tail'])}\b", text[end:], flags=re.IGNORECASE)
    if not found:
        return cue
    return f"{cue} {found[0]}" if not text[end : end + found.start()].strip() else f"{cue} … {found[0]}"


def quote_doubt(tables: Tables, unit: Unit) -> str:
    """Quote the words by which the newsroom marks a claim as hearsay, open or unchecked; else nothing."""
    text, _ = _sentence_of(tables, unit, int(unit["start_char"]))
    row = _find_row(unit, "verification")
    if row is not None:
        return _quote_slots(text, row["pattern"], int(row["gap"] or _GAP))
    if _HEARSAY not in str(unit["rule"]):
        return ""
    language = str(tables["articles"].set_index("article_id").loc[unit["article_id"], "language"])
    words = next((one.words("words") for one in read_lexicon(language).rows("hearsay") if one.key == "auxiliary"), ())
    found = re.search(rf"\b(?:{'|'.join(words)})\b", text, flags=re.IGNORECASE) if words else None
    return found[0] if found else ""


def _find_row(unit: Unit, lexicon: str) -> LexiconRow | None:
    for language, name, key in _RULE.findall(str(unit["rule"] or "")):
        if name == lexicon:
            return next((row for row in read_lexicon(language).rows(name) if row.key == key.strip()), None)
    return None


def _sentence_of(tables: Tables, unit: Unit, at: int) -> tuple[str, int]:
    sentences = tables["sentences"]
    here = sentences[(sentences["article_id"] == unit["article_id"]) & (sentences["start_char"] <= at)
                     & (sentences["end_char"] > at)]  # fmt: skip
    return str(here["text"].iloc[0]), int(here["start_char"].iloc[0])


def _quote_slots(text: str, pattern: str, gap: int) -> str:
    """Quote the words of a pattern where they stand in this order, with dots for what lies between.

    Examples
    --------
    >>> _quote_slots("Of zij er waren, is niet geheel duidelijk.", "is|was niet duidelijk", 3)
    'is niet … duidelijk'
    """
    slots = [rf"(\b(?:{'|'.join(map(re.escape, slot.split('|')))})\b)" for slot in pattern.split()]
    found = re.search(rf"((?:\W+\w+){{0,{gap}}}?\W+)".join(slots), text, flags=re.IGNORECASE)
    if not found:
        return ""
    pieces = [piece if number % 2 == 0 else " … " if piece.strip() else " "
              for number, piece in enumerate(found.groups())]  # fmt: skip
    return "".join(pieces)
