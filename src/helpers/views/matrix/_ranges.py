"""What one source counts in one article: from its lowest to its highest figure, open where the text leaves it open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.model.annotations import SIDE_COUNTS
from helpers.views._index import Row, TableIndex
from helpers.views._labels import question_fields
from helpers.views.numbers import tell_number
from helpers.views.reading._layers import tell_range


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of one source in one article.

    Parameters
    ----------
    source : str
        What tells one source from another: two that the text leaves unnamed are not one.
    speaker : str
        Who states them, in words.
    rows : tuple of dict
        Rows of ``quantities``, in the order of the text.
    statuses : tuple of str
        The status of the claim that each row stands in.
    """

    source: str
    speaker: str
    rows: tuple[Row, ...]
    statuses: tuple[str, ...]

    @property
    def vouched(self) -> tuple[Row, ...]:
        """The figures that the source does not deny and that divide no total: only these are its range."""
        given = (row for row, status in zip(self.rows, self.statuses, strict=True) if status != "denied")
        return tuple(row for row in given if not any(side in (row["rule"] or "") for side in SIDE_COUNTS))

    @property
    def low(self) -> float | None:
        """The lowest figure that is stated, None where only denied ones are."""
        return min(_ends(self.vouched), default=None)

    @property
    def high(self) -> float | None:
        """The highest figure that is stated, None where only denied ones are."""
        return max(_ends(self.vouched), default=None)

    @property
    def is_open_above(self) -> bool:
        """Whether the highest figure is a least: more than it, at least it."""
        return any(row["high"] is None and row["low"] == self.high for row in self.vouched)

    @property
    def is_open_below(self) -> bool:
        """Whether the lowest figure is a most: up to it."""
        return any(row["low"] is None and row["high"] == self.low for row in self.vouched)


def list_tallies(index: TableIndex, unit: str, question: str = "") -> list[Tally]:
    """List the tallies of a unit: those of one source together, in order of publication; the first to count first."""
    return tally_figures(index, list_quantities(index, unit, question))


def tally_figures(index: TableIndex, figures: Sequence[Row]) -> list[Tally]:
    """Tally figures that are in order of publication: those of one source together, the first to count first."""
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in figures:
        grouped.setdefault((_identify(index, row), row["article_id"]), []).append(row)
    tallies = [
        Tally(source, tell_speaker(index, rows[0]), tuple(rows), tuple(tell_status(index, row) for row in rows))
        for (source, _), rows in grouped.items()
    ]
    first: dict[str, tuple[str, str, int]] = {}
    for tally in tallies:
        first.setdefault(tally.source, index.printing_order(tally.rows[0]))
    return sorted(tallies, key=lambda a: (first[a.source], a.source, index.printing_order(a.rows[0])))


def list_quantities(index: TableIndex, unit: str, question: str = "") -> list[Row]:
    """List the figures of a unit, or those that answer a question, in order of publication, then of the text."""
    units = [unit] if unit else [name for name in question_fields(question)["unit"].split("|") if name]
    answers = {row["claim_id"] for row in index.rows("disputes").values() if row["question_id"] == question}
    rows = [row for row in index.rows("quantities").values()
            if row["unit"] in units and (not question or row["claim_id"] in answers)]  # fmt: skip
    return sorted(rows, key=index.printing_order)


def tell_speaker(index: TableIndex, row: Row) -> str:
    """Name who states a figure."""
    claim = index.find("claims", row["claim_id"])
    return index.source_of(claim) if claim else index.say("unnamed_source")


def tell_status(index: TableIndex, row: Row) -> str:
    """Return the status of the claim that a figure stands in."""
    claim = index.find("claims", row["claim_id"])
    return str(claim["status"]) if claim else "reported"


def _identify(index: TableIndex, row: Row) -> str:
    claim = index.find("claims", row["claim_id"])
    if claim and claim["voice"] == "newsroom":
        return f"newsroom {index.article_of(row)['publisher'] or row['article_id']}"
    if claim and claim["source_id"]:
        return str(claim["source_id"])
    return f"{row['article_id']} {claim['source_text'] if claim else ''}"


def tell_tally(index: TableIndex, tally: Tally) -> str:
    """Say from where to where the figures of a tally go: as its text does, where there is one figure."""
    if len(tally.vouched) == 1:
        return tell_range(index, tally.vouched[0])
    vague = dict.fromkeys(tell_range(index, row) for row in tally.vouched if not _ends([row]))
    told = [*([_tell_numbers(index, tally)] if _ends(tally.vouched) else []), *vague]
    return "; ".join(told) or index.say("only_denied")


def _tell_numbers(index: TableIndex, tally: Tally) -> str:
    """Say the range of the numbers, in which the open end of two that are alike holds the other."""
    low, high = min(_ends(tally.vouched)), max(_ends(tally.vouched))
    least, most = tell_number(low, index.language), tell_number(high, index.language)
    lowest = index.say("or_fewer", figure=least) if tally.is_open_below else least
    highest = index.say("or_more", figure=most) if tally.is_open_above else most
    if low == high and not (tally.is_open_below and tally.is_open_above):
        return lowest if tally.is_open_below else highest
    return f"{lowest}–{highest}"


def _ends(rows: Sequence[Row]) -> list[float]:
    return [float(value) for row in rows for value in (row["low"], row["high"]) if value is not None]
