"""The words of a language that times are made of, compiled once: one symbol for each kind of word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from helpers.resources.lexicons import Lexicon

SYMBOLS = {
    "article": "d", "one": "a", "half": "h", "quarter": "q", "few": "e", "ordinal": "R", "ordinal_suffix": "r",
    "hour_mark": "9", "decade_mark": "8", "ampm": "A", "oclock": "1", "last": "L", "next": "E",
    "this": "T", "same": "H", "same_neuter": "H", "edge": "B", "ago": "G", "later": "l", "later_adjective": "0",
    "earlier": "k", "from_now": "G", "ahead": "o", "since": "s", "from": "f", "until": "t", "to": "t",
    "between": "n", "and": "&", "of": "v", "at": "c", "in": "i", "on": "x", "after": "y", "before": "b",
    "during": "z", "within": "z", "every": "X", "times": "X", "age": "g", "aged": "Q", "person": "D", "long": "J",
    "whole": "w", "same_day": "2", "day_after": "2", "night": "3", "deictic": "O", "part": "P", "part_of": "p",
    "part_adverb": "V", "vague_edge": "7", "clock": "K", "exactly": "5", "season": "S", "season_doubtful": "6",
    "decade_word": "I", "decade": "đ", "quarter_mark": "4", "doubtful": "j", "month_short": "m",
    "unit": "U", "units": "u", "cardinal": "N", "present": "ë", "measure": "ñ", "measure_past": "ò",
    "half_to": "ħ", "being": "ß", "modal": "ŵ",
    "weekday": "W", "weekday_short": "C", "month": "M",
    "feast": "F", "zone": "Z", "name": "_",
}  # fmt: skip
"""Kind of a lexicon row -> the letter by which the rules know it."""

OTHER_MARK = "%"
MARKS = {
    ",": ",", "-": "-", "–": "-", "—": OTHER_MARK, "~": "-", ".": "!", "/": "/", "(": "<", ")": ">", ":": ":", "'": "'",
    **dict.fromkeys("\"“”„«»?!…;", OTHER_MARK),
}  # fmt: skip

_HINTS = ("ahead", "would", "past", "perfect", "clause", "fronted_past", "aside", "report", "complement", "aim",
          "aimed", "passive", "noon", "state",
          "participle_inside")  # fmt: skip

NAMED_LOWER = frozenset(("deictic", "part", "season"))
NAMED = NAMED_LOWER | {"month", "month_short", "doubtful", "weekday", "weekday_short"}
"""Kinds of words that count only as their language spells them: Jan is no january in Dutch."""

WORD = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_|\n+")


@dataclass(frozen=True, slots=True)
class Term:
    """One reading of a word: its kind, its value, and the row that says so."""

    words: tuple[str, ...]
    kind: str
    value: Any
    row_id: str
    proper: bool = False


@dataclass(frozen=True)
class TimeWords:
    """Every word of a language that the rules know, by its first token."""

    terms: dict[str, Term]
    phrases: dict[str, tuple[Term, ...]]
    hints: dict[str, frozenset[str]]
    fronted_endings: tuple[str, ...]
    fronted_past_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    participle_starts: tuple[str, ...]
    participle_ends: tuple[str, ...]
    year_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    places: dict[str, str] = field(default_factory=dict)
    months_are_capitalised: bool = False
    plain: frozenset[str] = frozenset()
    settled: dict[str, tuple[str, Any, str]] = field(default_factory=dict)
    """Symbol, value and row of what has one reading, however it is written and whatever stands beside."""

    @property
    def verbs(self) -> frozenset[str]:
        """Every verb form whose tense is known."""
        return self.hints["verbs"]


@lru_cache(maxsize=16)
def time_words(lexicon: Lexicon) -> TimeWords:
    """Compile the words of `lexicon`, once for each lexicon."""
    return _compile(lexicon)


def split_words(text: str) -> tuple[str, ...]:
    """Cut a phrase as the tokens of an article are cut."""
    return tuple(WORD.findall(text.casefold().replace("’", "'")))


def _compile(lexicon: Lexicon) -> TimeWords:
    terms: dict[str, Term] = {}
    phrases: dict[str, list[Term]] = {}
    for term in _terms(lexicon):
        if len(term.words) == 1:
            terms.setdefault(term.words[0], term)
        else:
            phrases.setdefault(term.words[0], []).append(term)
    ordered = {first: tuple(sorted(found, key=_by_length)) for first, found in phrases.items()}
    tense = lexicon.rows("time_tense")
    names = _babel_names(lexicon.language)
    hints = {
        kind: frozenset(row["word"] for row in tense if row["kind"] == kind)
        for kind in _HINTS
    }
    hints["says"] = frozenset(_says(lexicon, "that", "quote"))
    hints["pairs"] = frozenset(split_words(word)[0] for word in hints["ahead"] if not word.isalpha())
    hints["silent"] = hints["perfect"].union(_says(lexicon, "that"))
    hints["measured"] = frozenset(_measured(lexicon))
    hints["verbs"] = hints["ahead"] | hints["would"] | hints["past"]
    plain = frozenset(word.removeprefix("~") for word in (*terms, *phrases))
    return TimeWords(
        terms=terms,
        phrases=ordered,
        hints=hints,
        fronted_endings=_endings(lexicon, "time_tense", "fronted_ahead"),
        fronted_past_endings=_endings(lexicon, "time_tense", "fronted_past_ending"),
        past_endings=_endings(lexicon, "time_tense", "past_ending"),
        participle_starts=tuple(row["word"].strip("-") for row in tense if row["kind"] == "participle_start"),
        participle_ends=_endings(lexicon, "time_tense", "participle_end"),
        year_endings=_endings(lexicon, "time_words", "year_ending"),
        plural_endings=tuple(row.key for row in lexicon.rows("quantity_plurals")),
        places={
            row.key.casefold(): row["zone"] for row in lexicon.rows("time_zones") if row["role"] == "place"
        },
        settled={
            word: (SYMBOLS[term.kind], term.value, term.row_id) for word, term in terms.items()
            if term.kind not in NAMED and word not in phrases and f"~{word}" not in terms and word.isalpha()
        } | {mark: (symbol, None, "") for mark, symbol in MARKS.items() if mark not in plain},
        plain=plain,
        months_are_capitalised=any(name[:1].isupper() for name, _, _ in names),
    )


def _endings(lexicon: Lexicon, table: str, kind: str) -> tuple[str, ...]:
    return tuple(row["word"].lstrip("-") for row in lexicon.rows(table) if row["kind"] == kind)


def _says(lexicon: Lexicon, *frames: str) -> Iterator[str]:
    """Yield the forms of verbs that only report: what they say has a day of its own."""
    for row in lexicon.rows("speech_verbs"):
        if not row["tail"] and not set(frames).isdisjoint(row["frames"].split()):
            yield from (form for form in row["forms"].split("|") if " " not in form)


def _measured(lexicon: Lexicon) -> Iterator[str]:
    """Yield the units of a sum or a size: a number before them is no year."""
    for row in lexicon.rows("quantity_units"):
        if row["role"] == "noun":
            yield from row["forms"].split("|")


def _by_length(term: Term) -> int:
    return -len(term.words)


def _terms(lexicon: Lexicon) -> Iterator[Term]:
    for row in lexicon.rows("time_names"):
        yield Term(split_words(row.key), "name", None, row.row_id)
    for row in lexicon.rows("time_words"):
        if row["kind"] == "year_ending":
            continue
        value = int(row["value"]) if row["kind"] in ("doubtful", "month_short") else row["value"]
        yield _term(row.key, row["kind"], value, row.row_id, proper=row["kind"] == "doubtful")
    for row in lexicon.rows("time_units"):
        yield _term(row.key, "units" if row["number"] == "pl" else "unit", row["unit"], row.row_id)
    for row in lexicon.rows("time_feasts"):
        yield _term(row.key, "feast", row["day"], row.row_id)
    for row in lexicon.rows("time_zones"):
        if row["role"] == "word":
            yield _term(row.key, "zone", row["zone"], row.row_id)
    yield from _calendar_terms(lexicon)
    yield from _number_terms(lexicon)
    yield from _half_hours(lexicon)


def _term(word: str, kind: str, value: Any, row_id: str, *, proper: bool = False) -> Term:
    glued = word.startswith("~")
    words = split_words(word.removeprefix("~"))
    return Term((f"~{words[0]}",) if glued else words, kind, value, row_id, proper)


def _calendar_terms(lexicon: Lexicon) -> Iterator[Term]:
    parts = [(row.key, row["value"]) for row in lexicon.rows("time_words") if row["kind"] == "part"]
    for name, kind, number in _babel_names(lexicon.language):
        value = (number, "") if kind.startswith("weekday") else number
        yield _term(name, kind, value, f"cldr/{lexicon.language}:{name}", proper=name[:1].isupper())
        if kind == "weekday":
            for part, day_part in (*parts, *_part_endings(lexicon)):
                yield _term(name + part, kind, (number, day_part), f"cldr/{lexicon.language}:{name}")


def _part_endings(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for row in lexicon.rows("time_words"):
        if row["kind"] == "part_adverb":
            ending = split_words(row.key)[-1].removesuffix("s")
            yield ending, row["value"]


@cache
def _babel_names(language: str) -> tuple[tuple[str, str, int], ...]:
    from babel import Locale, UnknownLocaleError  # at the first reading, not at import

    try:
        locale = Locale(language)
    except (UnknownLocaleError, ValueError):
        return ()
    names: dict[str, tuple[str, str, int]] = {}
    for width, months, days in (("wide", "month", "weekday"), ("abbreviated", "month_short", "weekday_short")):
        for kind, calendar in ((months, locale.months), (days, locale.days)):
            for form in ("format", "stand-alone"):
                for number, name in calendar[form][width].items():
                    names.setdefault(name.casefold(), (name.removesuffix("."), kind, number))
    return tuple(names.values())


def _half_hours(lexicon: Lexicon) -> Iterator[Term]:
    """Yield halftwee, written as one word."""
    halves = [row.key for row in lexicon.rows("time_words") if row["kind"] == "half" and row["value"] == "to"]
    one = [row.key for row in lexicon.rows("time_words") if row["kind"] == "one"]
    rows = lexicon.rows("quantity_numbers") if halves else ()
    hours = {row.key: row["value"] for row in rows if row["role"] == "add" and row["value"].isdecimal()}
    for half in halves:
        for word, hour in {**hours, **dict.fromkeys(one, "1")}.items():
            if 1 <= int(hour) <= 12:
                yield _term(half + word, "half_to", float(hour), f"{lexicon.language}/time_words:{half}")


def _number_terms(lexicon: Lexicon) -> Iterator[Term]:
    rows = [row for row in lexicon.rows("quantity_numbers") if row["role"] in ("add", "weak") and row["value"]]
    values = {row.key: (float(row["value"]), row.row_id) for row in rows}
    links = [row.key for row in lexicon.rows("quantity_numbers") if row["role"] == "link"]
    units = {word: value for word, value in values.items() if 1 <= value[0] <= 9 and value[0].is_integer()}
    one = [row.key for row in lexicon.rows("time_words") if row["kind"] == "one" and row["value"] == "1"]
    units |= dict.fromkeys(one[:1], (1.0, ""))
    ordinals = {row.key: int(row["value"]) for row in lexicon.rows("time_ordinals")}
    for word, (value, row_id) in values.items():
        yield _term(word, "cardinal", value, row_id)
        if value in range(20, 100, 10):
            for unit, (small, _) in units.items():
                for link in links:
                    yield _term(f"{unit}{link}{word}", "cardinal", value + small, row_id)
    for word, value in ordinals.items():
        yield _term(word, "ordinal", value, f"{lexicon.language}/time_ordinals:{word}")
        if value in range(20, 100, 10):
            for unit, (small, _) in units.items():
                for link in links:
                    yield _term(f"{unit}{link}{word}", "ordinal", int(value + small), "")
