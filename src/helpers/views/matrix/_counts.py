"""The figures that answer no question that is shown: compared by what they count, as far as they count the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.views._index import Row, TableIndex, Tables
from helpers.views._labels import is_comparable, question_fields, questions
from helpers.views.html import Html, escape, page, table, tag
from helpers.views.matrix._figures import anchor_of, list_figures, name_counted, show_tallies
from helpers.views.matrix._ranges import Tally, list_quantities, tally_figures

MOST_OPEN = 3


@dataclass(frozen=True, slots=True)
class Count:
    """The figures of one thing that is counted.

    Parameters
    ----------
    name : str
        The unit, or a question with its unit, in words.
    tallies : tuple of Tally
    names_things : bool
        False where the unit leaves open what is counted, so that there is nothing to compare.
    """

    name: str
    tallies: tuple[Tally, ...]
    names_things: bool = True

    @property
    def n_sources(self) -> int:
        """How many sources count it."""
        return len({tally.source for tally in self.tallies})

    @property
    def is_compared(self) -> bool:
        """Whether at least two sources count the same kind of thing."""
        return self.names_things and self.n_sources > 1


def render_counts(
    tables: Tables, *, question: str = "", language: str = "en", show_own_text: bool = False
) -> Html:
    """Render every figure that does not answer the question, by what it counts: no sum, no average, no winner.

    What answers another question of the codebook is compared under that question, the rest by unit. Figures of one
    source alone, and of units that leave open what is counted, are listed and not compared.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    question : str
        Id of the numeric question whose figures stand elsewhere on the page; by default none does.
    language, show_own_text
        As for `render_quantities`.

    Examples
    --------
    >>> "No other figure" in render_counts({})
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    counts = list_counts(index, question)
    if not counts:
        return page(tag("p", escape(index.say("empty_counts")), class_="gp-empty"), lang=language)
    compared = [count for count in counts if count.is_compared]
    alone = [count for count in counts if count.names_things and not count.is_compared]
    unnamed = [count for count in counts if not count.names_things]
    parts = [_compare(index, count, is_folded=len(compared) > MOST_OPEN) for count in compared]
    lists = [_list(index, key, listed) for key, listed in (("counted_once", alone), ("counts_unnamed", unnamed))]
    notices = index.notices_of([row for count in counts for tally in count.tallies for row in tally.rows])
    told = (tag("p", escape(notice), class_="gp-notice") for notice in notices)
    return page(*parts, *(_list_notes(index, question) if compared else ()), *lists, *told, lang=language)


def list_counts(index: TableIndex, without: str) -> list[Count]:
    """List what is counted outside a question: by the other questions, then by unit, most sources first."""
    taken = {row["quantity_id"] for row in list_quantities(index, "", without)} if without else set()
    found = []
    for question in questions():
        units = question_fields(question)["unit"]
        rows = [row for row in list_quantities(index, "", question) if row["quantity_id"] not in taken] if units else []
        taken |= {row["quantity_id"] for row in rows}
        if rows:
            found.append(Count(name_counted(index, "", question), tuple(tally_figures(index, rows))))
    by_unit: dict[str, list[Row]] = {}
    for row in sorted(index.rows("quantities").values(), key=index.printing_order):
        if row["quantity_id"] not in taken:
            by_unit.setdefault(row["unit"], []).append(row)
    rest = [Count(index.word("unit", unit), tuple(tally_figures(index, rows)), is_comparable(unit))
            for unit, rows in by_unit.items()]  # fmt: skip
    return [*found, *sorted(rest, key=lambda count: (-count.n_sources, count.name))]


def _list_notes(index: TableIndex, question: str) -> list[str]:
    """Say how a drawing is read, unless that of the question has said so, and what a comparison cannot tell."""
    is_told = bool(question) and bool(list_quantities(index, "", question))
    keys = ("counts_note",) if is_told else ("how_counted", "counts_note")
    return [tag("p", escape(index.say(key)), class_="gp-note") for key in keys]


def _compare(index: TableIndex, count: Count, *, is_folded: bool) -> str:
    """Draw what several sources count, with their sentences; folded where there is much of it."""
    title = index.say("counted_by", unit=count.name, count=sum(len(tally.rows) for tally in count.tallies),
                      speakers=count.n_sources)  # fmt: skip
    inner = "".join(show_tallies(index, count.tallies, count.name))
    if is_folded:
        return tag("details", tag("summary", tag("b", escape(title))) + inner, class_="gp-fold")
    return tag("p", escape(title), class_="gp-subtitle") + inner


def _list(index: TableIndex, key: str, counts: Sequence[Count]) -> str:
    """List figures that are not compared, folded: what is counted, by whom, in which article and sentence."""
    if not counts:
        return ""
    pairs = [(count, tally) for count in counts for tally in count.tallies]
    title = index.say(f"{key}_title", count=sum(len(tally.rows) for _, tally in pairs))
    headings = [escape(index.say(name)) for name in ("col_counted", "col_source", "col_article", "col_figures")]
    cells = [[escape(count.name), escape(tally.speaker), escape(index.label_article(tally.rows[0])),
              list_figures(index, tally)] for count, tally in pairs]  # fmt: skip
    twin = table(headings, cells, caption=index.say("col_figures"), row_ids=[anchor_of(tally) for _, tally in pairs],
                 row_heads=True)  # fmt: skip
    return tag("details", tag("summary", tag("b", escape(title))) + twin, class_="gp-fold")
