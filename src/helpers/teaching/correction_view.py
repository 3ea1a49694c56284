"""Correcting a row of the machine with widgets, and the list of corrections; the logic is in `helpers.tables`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import ipywidgets as widgets
from IPython.display import display

from helpers.model import TABLES, CodingError, GrenspostError
from helpers.pipeline import read_documents
from helpers.resources.paths import home
from helpers.resources.pseudonyms import propose_pseudonym
from helpers.tables import (
    CorrectionError,
    Decision,
    build_corrections,
    correctable_columns,
    make_correction,
    read_corrections,
    select_astray,
    select_conflicts,
    write_correction,
)
from helpers.teaching.codes import check_pseudonym
from helpers.teaching.gold import Tables
from helpers.views import Html, message, word
from helpers.views._index import Row, TableIndex, list_rows
from helpers.views.explorer import TWIN
from helpers.views.html import escape, page, shorten, table, tag
from helpers.views.keys import stack_controls
from helpers.views.reading._evidence import quote_sentence
from helpers.views.turns import on_change, on_click

DECISIONS = ("accepted", "corrected", "rejected")
_WIDE = {"description_width": "6rem"}


def render_corrections(tables: Tables, *, language: str = "en") -> Html:
    """Render the corrections: what, why, by whom, and whether each is still anchored in the text.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.

    Examples
    --------
    >>> "Nobody has corrected" in render_corrections({})
    True
    """
    rows = list_rows(tables, "corrections")
    if not rows:
        return page(tag("p", escape(message("empty_corrections", language)), class_="gp-empty"), lang=language)
    headings = [escape(message(f"col_{key}", language)) for key in ("row", "decision", "values", "reason", "anchor")]
    caption = message("caption_corrections", language)
    astray = set(select_astray(dict(tables))["correction_id"])
    cells = [_cells(row, language, is_astray=row["correction_id"] in astray) for row in rows]
    body = table(headings, cells, caption=caption, row_heads=True)
    return page(body, lang=language)


class CorrectionView:
    """The widgets by which one row after another is accepted, corrected or rejected.

    Parameters
    ----------
    index : TableIndex
    name : str
        The table whose rows are looked at.
    article_id : str
    texts : mapping
        From article id to its normalised text.
    folder : Path, optional
        ``data/annotations/corrections`` by default.
    """

    def __init__(
        self, index: TableIndex, name: str, article_id: str, texts: Mapping[str, str], folder: Path | None = None
    ) -> None:
        self.index, self.name, self.texts, self.folder = index, name, texts, folder
        say = index.say
        rows = [row for row in index.rows(name).values() if row["article_id"] == article_id]
        self.coder = widgets.Text(value=propose_pseudonym(), description=say("coding_name"), style=_WIDE)
        self.row = widgets.Dropdown(options=[(self._label(row), row[TABLES[name].key]) for row in rows],
                                    description=say("correction_row"), style=_WIDE,
                                    layout=widgets.Layout(width="100%"))  # fmt: skip
        columns = [(_name_column(column.name, index.language), column.name) for column in correctable_columns(name)]
        self.decision = widgets.ToggleButtons(
            options=[(index.word("decision", decision), decision) for decision in DECISIONS], style=_WIDE,
            description=say("correction_decision"),
        )  # fmt: skip
        self.column = widgets.Dropdown(options=[(say("correction_whole"), ""), *columns], style=_WIDE,
                                       description=say("correction_column"))  # fmt: skip
        self.value = widgets.Text(description=say("correction_value"), style=_WIDE)
        self.reason = widgets.Text(description=say("correction_reason"), style=_WIDE,
                                   layout=widgets.Layout(width="40rem"))  # fmt: skip
        self.save = widgets.Button(description=say("correction_save"))
        self.shown, self.state, self.listed = widgets.HTML(), widgets.HTML(), widgets.HTML()
        on_change(self.row, lambda _change: self._show_row())
        on_click(self.save, self._save)
        self._show_row()
        self._show_list()

    @property
    def box(self) -> widgets.VBox:
        """Everything, in the order in which the Tab key walks through it."""
        twin_off = widgets.HTML(f"<style>.{TWIN}{{display:none}}</style>")
        return stack_controls([self.coder, self.row, self.shown, self.decision, self.column, self.value, self.reason,
                             self.save, self.state, self.listed, twin_off])  # fmt: skip

    def tables_now(self) -> Tables:
        """Return the tables with the corrections as they are on disk, where any is there."""
        made = read_corrections(self.folder)
        laid = {"corrections": build_corrections(made, self.texts)} if made else {}
        return {**self.index.tables, **laid}

    def _show_list(self) -> None:
        try:
            self.listed.value = render_corrections(self.tables_now(), language=self.index.language)
        except (GrenspostError, OSError) as error:
            self._tell(str(error))

    def _show_row(self) -> None:
        row = self.index.find(self.name, self.row.value)
        if row is None:
            return
        values = "; ".join(f"{_name_column(column.name, self.index.language)} = {_plain(row[column.name])}"
                           for column in correctable_columns(self.name))  # fmt: skip
        told = tag("p", escape(self.index.say("correction_now", values=values)), class_="gp-note")
        self.shown.value = page(tag("p", quote_sentence(self.index, row), class_="gp-proof"), told)

    def _save(self, _button: Any) -> None:
        name = self.coder.value.strip()
        decided = Decision(self.row.value or "", self.decision.value, self.column.value,
                           self.value.value.strip() if self.decision.value == "corrected" else "", self.reason.value)
        try:
            check_pseudonym(name, language=self.index.language)
            made = make_correction(dict(self.index.tables), self.texts, decided, coder=name, made_on=date.today())
            write_correction(made, self.folder)
        except CorrectionError as refused:
            self._tell(self.index.say(f"refused.{refused.code}", **refused.values))
            return
        except (GrenspostError, OSError) as error:
            self._tell(str(error))
            return
        self.reason.value = self.value.value = ""  # the next row has a reason of its own
        self._tell(self.index.say("correction_saved", coder=name))
        self._show_list()

    def _tell(self, told: str) -> None:
        self.state.value = page(tag("p", escape(told), role="status", class_="gp-note"), lang=self.index.language)

    def _label(self, row: Row) -> str:
        column = "trigger_text" if self.name == "events" else "text"
        return shorten(self.index.text_of(row, column), 90)


def show_corrections(
    tables: Tables, article_id: str, name: str = "claims", *, seeds: str | Path = "", language: str = "en",
    show_own_text: bool = False, folder: str | Path = "",
) -> None:  # fmt: skip
    """Show the rows of an article to be accepted, corrected or rejected, and what was corrected before.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        The machine's own tables.
    article_id : str
    name : {"claims", "times", "events", "quantities", "mentions", "quotes", "wordings"}
        The table whose rows are looked at.
    seeds : str or Path, optional
        Folder of the articles; that of the checkout by default.
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    folder : str or Path, optional
        Where the corrections are kept; ``data/annotations/corrections``, which is for the articles of the checkout, by
        default. For articles of your own name a folder of their own, and give it to ``tables --corrections``.

    Raises
    ------
    CodingError
        If the rows of that table cannot be corrected here.
    """
    if name not in TABLES or not TABLES[name].spans or name == "sentences":
        raise CodingError(message("refused.table", language, table=name))
    articles = Path(seeds) if seeds else home() / "seeds"
    texts = {document.article_id: document.text for document in read_documents(articles).documents}
    index = TableIndex(tables, language, show_own_text=show_own_text)
    view = CorrectionView(index, name, article_id, texts, Path(folder) if folder else None)
    display(view.box)  # type: ignore[no-untyped-call]
    listed = render_corrections(view.tables_now(), language=language)
    display(page(listed, class_=TWIN, lang=language))  # type: ignore[no-untyped-call]
    conflicts = select_conflicts(view.tables_now()["corrections"])
    if not conflicts.empty:
        display(conflicts[["row_id", "column", "corrected_value", "decision", "coder"]])  # type: ignore[no-untyped-call]


def _cells(row: Row, language: str, *, is_astray: bool) -> list[str]:
    column = _name_column(row["column"], language) if row["column"] else message("correction_whole", language)
    where = f"{row['row_id']}: {column}"
    made = f"{row['made_on']:%Y-%m-%d}" if row["made_on"] is not None else ""
    who = tag("span", escape(", ".join(filter(None, (row["coder"], made)))), class_="gp-note")
    values = f"{_plain(row['machine_value'])} → {_plain(row['corrected_value'])}" if row["column"] else ""
    anchored = escape(word("anchor_status", row["anchor_status"], language))
    if is_astray:
        anchored += "; " + escape(message("correction_astray", language, value=row["corrected_value"]))
    decided = escape(word("decision", row["decision"], language))
    return [escape(where), decided, escape(values), f"{escape(row['reason'] or '')} {who}", anchored]


def _name_column(name: str, language: str) -> str:
    return f"{word('column', name, language)} ({name})"


def _plain(value: object) -> str:
    return "–" if value is None or value == "" else str(value)
