"""What is right in an exercise, and why: the gold's code of a claim, else that of the rules, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from helpers.model import CodingError
from helpers.resources.codebook import read_codebook
from helpers.teaching._frame_words import quote_cue, quote_doubt
from helpers.teaching._gold_speakers import OTHER
from helpers.teaching.classes import Coded
from helpers.teaching.coding import NEWSROOM, NONE, Unit, gold_codes, label_code, list_units, machine_codes
from helpers.teaching.gold import Gold, Tables, rebuild_texts
from helpers.teaching.scores import compare_reading
from helpers.views import message, word
from helpers.views._index import TableIndex

Part = Literal["source", "cue", "content"]


@dataclass(frozen=True, slots=True)
class Key:
    """The right code of a claim, in words, and why."""

    code: str
    words: str
    why: str


def find_key(tables: Tables, gold: Gold, unit: Unit, about: str, language: str) -> Key:
    """Find the right code of a claim, with its reason: the gold's, else that of the rules."""
    by_rule = _code_of(machine_codes(tables, unit["article_id"]), unit, about)
    by_hand = _code_of(gold_codes(tables, gold, unit["article_id"]), unit, about)
    code = by_hand or by_rule
    if not code or code == OTHER:
        raise CodingError(message("exercise_unfit", language, claim=unit["claim_id"]))
    label = label_here(tables, unit["article_id"], about, code, language)
    told = [_tell_frame(tables, gold, unit, about, language)]
    if about == "source":
        told.append(_tell_pronoun(unit, label, language))
    if about == "status":
        label_en = word("status", code, language)
        told.append(message("why_status", language, status=label_en, meaning=word("status_meaning", code, language)))
    if by_hand and by_hand != by_rule:
        machine = label_here(tables, unit["article_id"], about, by_rule, language)
        told.append(message("why_gold_differs", language, machine=machine))
    else:
        same = "why_gold_position" if about == "position" else "why_gold"
        told.append(message(same if by_hand else "why_no_gold", language))
    return Key(code, label, " ".join(filter(None, told)))


def label_here(tables: Tables, article_id: str, variable: str, code: str, language: str) -> str:
    """Return the words for a code, a speaker's in the spelling of the article."""
    return label_code(tables, variable, code, language=language, article_id=article_id)


def list_answers(position_id: str, language: str) -> tuple[list[tuple[str, str]], str]:
    """List the answers to the contested question that a position belongs to, and the question itself."""
    codebook = read_codebook()
    row = codebook.row("positions", position_id)
    asked = codebook.row("questions", row["question_id"]) if row else None
    if not row or not asked:
        raise CodingError(message("exercise_unfit", language, claim=position_id))
    answers = [(other[f"label_{language}"], other.key) for other in codebook.rows("positions")
               if other["question_id"] == row["question_id"]]  # fmt: skip
    return [*answers, (message("code.no_answer", language), NONE)], asked[f"title_{language}"]


def _tell_frame(tables: Tables, gold: Gold, unit: Unit, about: str, language: str) -> str:
    """Say what made a claim what it is, where the key sees that as the rules do; else by what the key goes.

    Of a position only the position is compared: the rules may give its statement to another than the key does.
    """
    coded = _find_coded(tables, gold, unit)
    if coded is None:
        return tell_rule(tables, unit, language, about=about)
    if unit["voice"] == NEWSROOM or not _has_same_cue(coded, unit):
        cue = coded.item.get("cue") or {}
        words = rebuild_texts(tables)[unit["article_id"]][cue["start"] : cue["end"]] if cue else ""
        return message("why_cue_gold", language, cue=words) if words else ""
    return tell_rule(tables, unit, language, about=about)


def _find_coded(tables: Tables, gold: Gold, unit: Unit) -> Coded | None:
    """Find the statement that the coder paired with a claim, or else marked within it."""
    article_id = unit["article_id"]
    if article_id not in gold:
        return None
    stated = compare_reading(tables, {article_id: gold[article_id]}, "attributions")
    paired = next((coded for coded, found in stated.agreed if found.row_id == unit["claim_id"]), None)
    within = (coded for coded in stated.missed if coded.start < unit["end_char"] and unit["start_char"] < coded.end)
    return paired or next(within, None)


def _has_same_cue(coded: Coded, unit: Unit) -> bool:
    if "cue" not in coded.item:
        return True  # a coding need not mark cues
    cue = coded.item["cue"]
    if not cue or unit["cue_start_char"] is None:
        return not cue and unit["cue_start_char"] is None
    return bool(cue["start"] < unit["cue_end_char"] and unit["cue_start_char"] < cue["end"])


def _code_of(codes: Any, unit: Unit, about: str) -> str:
    found = codes[codes["claim_id"] == unit["claim_id"]]
    return "" if found.empty else str(found[about].iloc[0])


def tell_rule(tables: Tables, unit: Unit, language: str, *, about: str = "") -> str:
    """Say in plain words what made a claim what it is: the word that announces it, or that none does.

    Where the status is asked for, the newsroom's own mark of doubt is quoted.
    """
    if unit["cue_text"]:
        return message("why_cue", language, cue=quote_cue(tables, unit))
    if unit["voice"] != NEWSROOM:
        return ""
    doubt = quote_doubt(tables, unit) if about == "status" else ""
    return message("why_doubt", language, words=doubt) if doubt else message("why_newsroom", language)


def tell_word(tables: Tables, unit: Unit, word: str, speaker: str, language: str) -> str:
    """Say why a word is that of the speaker of a claim."""
    if unit["voice"] == NEWSROOM:
        return message("why_word_newsroom", language, word=word)
    return " ".join([tell_rule(tables, unit, language), message("why_word", language, word=word, source=speaker)])


def _tell_pronoun(unit: Unit, name: str, language: str) -> str:
    """Say who is meant, where the sentence says only he, she or they."""
    words = str(unit["source_text"] or "")
    is_short = bool(words) and " " not in words and words[:1].islower()
    is_short = is_short and words.casefold() not in name.casefold().split()
    return message("why_source", language, words=words, name=name) if is_short else ""


def find_unit(tables: Tables, claim_id: str, language: str) -> Unit:
    """Find a claim as a unit of coding."""
    claims = tables["claims"]
    found = claims[claims["claim_id"] == claim_id]
    if found.empty:
        raise CodingError(message("no_row", language, row=claim_id))
    units = list_units(tables, str(found["article_id"].iloc[0]))
    return next(unit for unit in units if unit["claim_id"] == claim_id)


def show_sentence(tables: Tables, unit: Unit, language: str, show_own_text: bool) -> str:
    """Return the sentence of a claim where it may be shown; else the claim makes no exercise."""
    index = TableIndex(tables, language, show_own_text=show_own_text)
    sentence = index.find("sentences", unit["sentence_id"])
    if sentence is None or not index.may_quote(unit):
        raise CodingError(message("exercise_unfit", language, claim=unit["claim_id"]))
    return str(sentence["text"])


def sentence_start(tables: Tables, unit: Unit) -> int:
    """Return where the sentence of a claim begins in its article."""
    sentences = tables["sentences"]
    return int(sentences.loc[sentences["sentence_id"] == unit["sentence_id"], "start_char"].iloc[0])


def list_speakers(tables: Tables, gold: Gold, article_id: str) -> set[str]:
    """List the codes of those who speak in an article, by the rules and by the key, the newsroom among them."""
    both = (machine_codes(tables, article_id), gold_codes(tables, gold, article_id))
    return {NEWSROOM, *(code for codes in both for code in codes["source"] if code)}


def find_rule_span(unit: Unit, part: Part) -> tuple[int, int] | None:
    """Find where the rules saw a part of a statement."""
    prefix = "" if part == "content" else f"{part}_"
    start, end = unit[f"{prefix}start_char"], unit[f"{prefix}end_char"]
    return None if start is None or unit["voice"] == NEWSROOM else (int(start), int(end))


def find_gold_span(tables: Tables, gold: Gold, unit: Unit, part: Part) -> tuple[int, int] | None:
    """Find where the coder of the gold saw that part of the statement that is paired with a claim."""
    article_id = unit["article_id"]
    if article_id not in gold:
        return None
    agreed = compare_reading(tables, {article_id: gold[article_id]}, "attributions").agreed
    paired = next((coded for coded, found in agreed if found.row_id == unit["claim_id"]), None)
    span: Mapping[str, Any] | None = paired.item.get(part) if paired else None
    return (int(span["start"]), int(span["end"])) if span else None
