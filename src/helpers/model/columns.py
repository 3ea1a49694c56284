"""The words that a table is declared with: a column, a table, and the columns that many tables share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["string", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Parameters
    ----------
    name : str
    type : {"string", "integer", "number", "boolean", "date"}
    meaning : str
        One sentence, with the unit where there is one.
    required : bool
        True where no row may leave it empty.
    allowed : tuple of str
        The closed list of values, empty where any value may stand.
    refers_to : str
        ``table.column`` that holds the value, empty where it refers to nothing.
    """

    name: str
    type: ColumnType
    meaning: str
    required: bool = False
    allowed: tuple[str, ...] = ()
    refers_to: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its first column is its key, unless `key` is empty (``unread`` has none).

    `spans` lists the prefixes of its spans that stand beside a text column: ``("", "cue_")`` says that
    ``start_char, end_char`` read back ``text`` and ``cue_start_char, cue_end_char`` read back ``cue_text``.
    """

    name: str
    title: str
    meaning: str
    columns: tuple[Column, ...]
    key: str = ""
    warning: str = ""
    spans: tuple[str, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(column.name for column in self.columns)


_NOT_HERE = " Empty where the text is not here, or may not be shown."


def text_column(name: str, meaning: str, *, required: bool = False, refers_to: str = "") -> Column:
    """Declare a column of free text or of ids."""
    return Column(name, "string", meaning, required=required, refers_to=refers_to)


def choice_column(name: str, meaning: str, allowed: str, *, required: bool = True) -> Column:
    """Declare a column with a closed list of values, written as ``"a | b | c"``."""
    return Column(name, "string", meaning, required=required, allowed=tuple(allowed.split(" | ")))


def article_columns(*, sentence: bool = True) -> tuple[Column, ...]:
    """Declare the references to the article and the sentence that a row stands in."""
    article = text_column("article_id", "The article that the row comes from.", required=True,
                          refers_to="articles.article_id")
    if not sentence:
        return (article,)
    return (article, text_column("sentence_id", "The sentence that the row begins in: its evidence.",
                                 required=True, refers_to="sentences.sentence_id"))


def span_columns(prefix: str = "", what: str = "the row's text", *, required: bool = True) -> tuple[Column, ...]:
    """Declare two offsets and the text that they read back.

    The text may be empty where the offsets are not: where an article's text is not here, or its rights forbid it.
    """
    return (
        Column(f"{prefix}start_char", "integer", f"Where {what} begins: code points from 0.", required=required),
        Column(f"{prefix}end_char", "integer", f"Where {what} ends, not included.", required=required),
        text_column(f"{prefix}text", f"The characters between the offsets: {what}.{_NOT_HERE}"),
    )


RULE = text_column("rule", "The rule, and the lexicon row where one decided, that made the row.", required=True)
CONFIDENCE = choice_column("confidence", "How sure the rule is, where it has grounds for it.",
                           "high | medium | low", required=False)
STATUSES = "questioned | denied | confirmed | hedged | claimed | unverified | reported"
VOICES = "source | newsroom"
