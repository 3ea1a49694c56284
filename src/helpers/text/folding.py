"""Fold a text for searching: what two keyboards, two newspapers or two alphabets of Latin write apart becomes one.

Case, accents, ligatures and special letters (ß, ı, ø), apostrophes, quotation marks, dashes and blanks fold away, and
signs without a shape (soft hyphens, joiners) are dropped. Each letter folds by itself, whatever stands beside it.
The search on the first page of a report has the same folding in ``reports/templates/grenspost/contents.js``.
"""

from __future__ import annotations

import unicodedata

from helpers.text.transliteration import BARE_LETTERS

_ALIKE = {
    **BARE_LETTERS, **dict.fromkeys("’‘‚‛ʼʹʻʽ`′‹›", "'"), **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("−⁃", "-"),
    "ς": "σ",
}  # fmt: skip
# the decomposition would make a blank and an accent of it
_ACUTE = str.maketrans("´", "'")


class _Letters(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = _fold_letter(chr(code))
        return self[code]


def fold_text(text: str) -> str:
    """Fold a text for searching.

    Examples
    --------
    >>> fold_text("O’Neil – STRAẞE, Poëtin") == fold_text("o'neil - strasse, poetin")
    True
    """
    return unicodedata.normalize("NFKD", text.translate(_ACUTE)).translate(_LETTERS)


def fold_in_place(text: str) -> tuple[str, tuple[int, ...]]:
    r"""Return the folded text, and for each of its letters, and for its end, the place in the text as it was.

    Examples
    --------
    >>> fold_in_place("Ei\u00adß")
    ('eiss', (0, 1, 3, 3, 4))
    """
    pieces = [fold_text(letter) for letter in text]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), (*places, len(text))


def _fold_letter(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Cf" or category.startswith("M"):
        return ""
    if category == "Pd":
        return "-"
    if letter.isspace():
        return " "
    return "".join(_ALIKE.get(plain, plain) for plain in letter.lower())


_LETTERS = _Letters()
