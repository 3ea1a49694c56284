"""Read numbers, in digits or in words, as a language's lexicon spells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from helpers.resources.lexicons import Lexicon, LexiconRow
from helpers.text.words import PhraseIndex, Words

SUFFIX = "suffix"
_JOINTS = (" ", "-", "\u00a0", "\u2011")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in the text.

    Parameters
    ----------
    first, last : int
        Its words.
    value : float or None
        None where the word names no number (``tientallen``).
    role : str
        ``digits``, or the role of the lexicon row: ``add``, ``times``, ``scale``, ``weak``, ``article``,
        ``about``, ``vague``, ``vague_known``, ``suffix``.
    row_id : str
        The lexicon row that decided, empty for digits.
    scale : float
        What its last word multiplies by: 1,000,000 in ``25 million``, 100 in ``zeshonderd``; 1 where nothing does.
    """

    first: int
    last: int
    value: float | None
    role: str
    row_id: str = ""
    scale: float = 1.0


class NumberReader:
    """Numbers of one language: built once for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = [row for row in lexicon.rows("quantity_numbers") if row["role"] != SUFFIX]
        self._suffixes = {row.key: row for row in lexicon.rows("quantity_numbers") if row["role"] == SUFFIX}
        self._pieces = {row.key: row for row in rows if " " not in row.key}
        self._phrases = PhraseIndex.build((row.key, row) for row in rows if " " in row.key)
        parts = sorted((re.escape(row.key) for row in rows if row["role"] in _COMPOSING and " " not in row.key),
                       key=len, reverse=True)
        self._part = re.compile("|".join(parts) or r"(?!)")
        # possessive: "achttien" is also "acht" and "tien", and a long row of them must not be tried both ways
        self._compound = re.compile(f"(?>{self._part.pattern})++")
        decimals = [row.key for row in lexicon.rows("quantity_frames") if "decimal" in row.words("roles")]
        self._decimal = decimals[0] if decimals else "."
        self._parts_of = lru_cache(maxsize=4096)(self._split)
        self._may_begin = lru_cache(maxsize=4096)(self._begins)

    def find(self, words: Words) -> Iterator[Number]:
        """Yield the numbers of a text, from left to right."""
        done = -1
        beginning = {key for key in set(words.keys) if self._may_begin(key)}
        for at, key in enumerate(words.keys):
            if key in beginning and at > done:
                number = self._read(words, at)
                if number is not None:
                    done = number.last
                    yield number

    def begins(self, word: str) -> bool:
        """Tell whether a number may begin with a word; the link between its parts (``en``) begins none."""
        parts = self._parts_of(word)
        return self._may_begin(word) and not (parts and parts[0]["role"] == "link")

    def _read(self, words: Words, at: int) -> Number | None:
        if words.keys[at][0].isdigit():
            return self._read_digits(words, at)
        phrase = self._phrases.match(words, at)
        if phrase:
            row = phrase.payload
            return Number(at, phrase.last, _value(row), row["role"], row.row_id)
        parts = self._parts_of(words.keys[at])
        return self._read_words(words, at, [*parts]) if parts else None

    def _read_digits(self, words: Words, at: int) -> Number | None:
        value, last = self._parse(words.keys[at]), at
        if value is None:
            return None
        after = words.keys[at + 1] if at + 1 < len(words) else ""
        if after in self._suffixes and not words.gap(at):
            row = self._suffixes[after]
            return Number(at, at + 1, value * float(row["value"]), SUFFIX, row.row_id, float(row["value"]))
        scale = 1.0
        following = self._parts_of(after) if after else ()
        if len(following) == 1 and following[0]["role"] == "scale" and words.gap(at) in ("", *_JOINTS):
            scale, last = float(following[0]["value"]), at + 1
        return Number(at, last, value * scale, "digits", scale=scale)

    def _read_words(self, words: Words, at: int, parts: list[LexiconRow]) -> Number | None:
        if parts[0]["role"] == "link":
            return None
        last = at
        while last + 1 < len(words) and words.gap(last) in _JOINTS:
            step = self._continuation(words, last, parts[-1])
            if not step:
                break
            parts += self._parts_of(words.keys[last + step])
            last += step
        row = parts[-1]
        if len(parts) == 1:
            return Number(at, last, _value(row), row["role"], row.row_id)
        scale = float(row["value"]) if row["role"] in ("scale", "times") else 1.0
        return Number(at, last, _compose(parts), "add", row.row_id, scale)

    def _continuation(self, words: Words, last: int, part: LexiconRow) -> int:
        following = self._parts_of(words.keys[last + 1])
        if following and following[0]["role"] == "link" and len(following) == 1 and last + 2 < len(words):
            beyond = self._parts_of(words.keys[last + 2])
            joined = part["role"] in ("times", "scale") and words.gap(last + 1) in _JOINTS
            return 2 if joined and beyond and _joins(part, beyond[0]) else 0
        return 1 if following and _joins(part, following[0]) else 0

    def _begins(self, word: str) -> bool:
        return word[0].isdigit() or bool(self._parts_of(word)) or self._phrases.begins(word)

    def _split(self, word: str) -> tuple[LexiconRow, ...]:
        if word in self._pieces:
            return (self._pieces[word],)
        if len(word) > _LONGEST_WORD or not self._compound.fullmatch(word):
            return ()
        parts = tuple(self._pieces[match.group()] for match in self._part.finditer(word))
        return () if parts[-1]["role"] == "link" or parts[0]["role"] == "link" else parts

    def _parse(self, digits: str) -> float | None:
        """Return the value of digits, None where they are a date, a version or longer than any count."""
        match = _DIGITS.fullmatch(digits)
        if not match or len(digits) > _LONGEST:
            return None
        if match["group"] == self._decimal:
            # "3.125" in English: the mark of decimals groups nothing
            return float(digits.replace(self._decimal, ".")) if digits.count(self._decimal) == 1 else None
        whole, mark, part = match["whole"], match["mark"] or "", match["part"] or ""
        plain = re.sub(r"[.,]", "", whole)
        if mark and mark != self._decimal and len(part) == 3:
            return float(plain + part)
        return float(f"{plain}.{part or 0}")


_LONGEST = 15
_LONGEST_WORD = 60
_DIGITS = re.compile(
    r"(?P<whole>\d{1,3}(?:(?P<group>[.,])\d{3}(?:(?P=group)\d{3})*)?|\d+)(?:(?P<mark>[.,])(?P<part>\d+))?"
)
_COMPOSING = ("add", "times", "scale", "link", "article")


def _value(row: LexiconRow) -> float | None:
    return float(row["value"]) if row["value"] else None


def _joins(before: LexiconRow, after: LexiconRow) -> bool:
    if after["role"] in ("times", "scale"):
        return before["role"] in ("add", "times", "weak")
    if after["role"] != "add" or " " in after.key:
        return False
    low, high = float(after["value"]), float(before["value"] or 0)
    if before["role"] in ("times", "scale"):
        return low < high
    return before["role"] == "add" and 20 <= high < 100 and high % 10 == 0 and low < 10


def _compose(parts: Sequence[LexiconRow]) -> float:
    total = current = 0.0
    for part in parts:
        value = float(part["value"] or 0)
        if part["role"] == "scale":
            total, current = total + max(current, 1) * value, 0.0
        elif part["role"] == "times":
            current = max(current, 1) * value
        elif part["role"] != "link":
            current += value
    return total + current
