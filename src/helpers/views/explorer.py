"""Explore the claims with widgets; the same output holds a plain table, for a page without a kernel."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
from IPython.display import display

from helpers.views._index import Row, TableIndex, Tables
from helpers.views.claims import render_claim_rows, select_claims, source_key
from helpers.views.html import Html, escape, page, shorten, tag
from helpers.views.palette import STATUS_STYLES
from helpers.views.place_map import render_map
from helpers.views.reading._evidence import render_evidence
from helpers.views.timeline import render_timeline

TWIN = "gp-twin"
EVERYTHING = ""


class ClaimExplorer:
    """The state of one explorer: its widgets, and what they select.

    Parameters
    ----------
    index : TableIndex
    max_rows : int
        More are counted, not shown.
    """

    def __init__(self, index: TableIndex, *, max_rows: int = 100) -> None:
        self.index = index
        self.max_rows = max_rows
        self._is_resetting = False
        self.article = _dropdown(index.say("label_article"), _article_options(index))
        self.source = _dropdown(index.say("label_source"), _source_options(index))
        self.place = _dropdown(index.say("label_place"), _place_options(index))
        self.event = _dropdown(index.say("label_event"), _event_options(index))
        self.status = widgets.SelectMultiple(
            options=_status_options(index), rows=len(STATUS_STYLES), description=index.say("label_status"),
            layout=widgets.Layout(width="24rem"), style={"description_width": "6rem"},
        )  # fmt: skip
        self.text = widgets.Text(description=index.say("label_text"), placeholder=index.say("label_text_hint"),
                                 continuous_update=False, layout=widgets.Layout(width="24rem"),
                                 style={"description_width": "6rem"})  # fmt: skip
        self.reset = widgets.Button(description=index.say("label_reset"), icon="undo")
        self.row = widgets.Dropdown(description=index.say("label_row"), layout=widgets.Layout(width="100%"),
                                    style={"description_width": "6rem"})  # fmt: skip
        self.view = widgets.ToggleButtons(
            options=[(index.say(f"view.{name}"), name) for name in ("table", "timeline", "map")],
            description=index.say("label_view"), style={"description_width": "6rem", "button_width": "7rem"},
        )  # fmt: skip
        self.rows = widgets.HTML()
        self.evidence = widgets.HTML()
        for control in (self.article, self.source, self.status, self.place, self.event, self.text):
            control.observe(self._follow_filters, names="value")
        self.view.observe(self._draw, names="value")
        self.row.observe(self._follow_row, names="value")
        self.reset.on_click(self._clear)
        self._follow_filters()

    @property
    def box(self) -> widgets.VBox:
        """Everything, in the order in which the Tab key walks through it."""
        words = widgets.VBox([self.article, self.source, self.place, self.event, self.text, self.reset])
        twin_off = widgets.HTML(f"<style>.{TWIN}{{display:none}}</style>")
        return widgets.VBox([widgets.HBox([words, self.status], layout=widgets.Layout(flex_flow="row wrap")),
                             self.row, self.evidence, self.view, self.rows, twin_off])  # fmt: skip

    def selected(self) -> list[Row]:
        """Return the claims that the controls select."""
        chosen = select_claims(
            self.index.tables, article=self.article.value or None, source=self.source.value or None,
            status=self.status.value or None, place=self.place.value or None,
            event_type=self.event.value or None, text=self.text.value,
        )  # fmt: skip
        return [self.index.rows("claims")[claim_id] for claim_id in chosen["claim_id"]]

    def _follow_filters(self, _change: Any = None) -> None:
        if self._is_resetting:
            return
        claims = self.selected()
        self.row.options = [(self.index.say("choose_row"), EVERYTHING), *(self._label(claim) for claim in claims)]
        self.row.value = EVERYTHING
        self._draw()

    def _draw(self, _change: Any = None) -> None:
        """Draw the selection in the view that is chosen: table, timeline and map always show the same claims."""
        claims = self.selected()
        options: dict[str, Any] = {"language": self.index.language, "show_own_text": self.index.show_own_text}
        if not claims or self.view.value == "table":
            shown = render_claim_rows(self.index, claims, max_rows=self.max_rows, ids="live-")
            self.rows.value = page(shown, lang=self.index.language)
            return
        draw = render_timeline if self.view.value == "timeline" else render_map
        count = self.index.say("shown", shown=len(claims), total=len(self.index.rows("claims")))
        drawn = draw(self.index.tables, claim_id=[claim["claim_id"] for claim in claims], **options)
        self.rows.value = page(tag("p", escape(count), class_="gp-note", role="status")) + drawn

    def _label(self, claim: Row) -> tuple[str, str]:
        words = f"{self.index.source_of(claim)}: {self.index.text_of(claim)}"
        return shorten(words, 90), claim["claim_id"]

    def _follow_row(self, _change: Any = None) -> None:
        shown = bool(self.row.value)
        self.evidence.value = render_evidence(
            self.index.tables, self.row.value, language=self.index.language, show_own_text=self.index.show_own_text
        ) if shown else ""  # fmt: skip

    def _clear(self, _button: Any = None) -> None:
        self._is_resetting = True
        for control in (self.article, self.source, self.place, self.event, self.text):
            control.value = EVERYTHING
        self.status.value = ()
        self._is_resetting = False
        self._follow_filters()


def show_claims(tables: Tables, *, language: str = "en", show_own_text: bool = False, max_rows: int = 100) -> None:
    """Show the claims with controls for article, source, status and words; a chosen row shows its evidence.

    The cell's output also holds the plain table. Where the controls are alive the plain table is hidden; where
    there is no kernel it is all that stands.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    max_rows : int
        More are counted, not shown, beside the controls; the plain table holds them all.
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    explorer = ClaimExplorer(index, max_rows=max_rows)
    display(explorer.box)  # type: ignore[no-untyped-call]
    display(render_twin(index))  # type: ignore[no-untyped-call]


def render_twin(index: TableIndex, *, max_rows: int = 2000) -> Html:
    """Render the plain table that stands beside the widgets."""
    claims = list(index.rows("claims").values())
    remark = tag("p", escape(index.say("twin_note")), class_="gp-note")
    return page(remark, render_claim_rows(index, claims, max_rows=max_rows), class_=TWIN, lang=index.language)


def _dropdown(label: str, options: list[tuple[str, str]]) -> widgets.Dropdown:
    return widgets.Dropdown(options=options, value=EVERYTHING, description=label,
                            layout=widgets.Layout(width="24rem"), style={"description_width": "6rem"})  # fmt: skip


def _article_options(index: TableIndex) -> list[tuple[str, str]]:
    named = [(index.label_article(row), row_id) for row_id, row in index.rows("articles").items()]
    return [(index.say("all_articles"), EVERYTHING), *named]


def _source_options(index: TableIndex) -> list[tuple[str, str]]:
    names: dict[str, str] = {}
    for claim in index.rows("claims").values():
        key = source_key(claim)
        if key:
            names.setdefault(key, index.word("voice", "newsroom") if key == "newsroom" else index.source_of(claim))
    return [(index.say("all_sources"), EVERYTHING), *sorted((name, key) for key, name in names.items())]


def _place_options(index: TableIndex) -> list[tuple[str, str]]:
    named = sorted((row["name"], place_id) for place_id, row in index.rows("places").items())
    return [(index.say("all_places"), EVERYTHING), *named]


def _event_options(index: TableIndex) -> list[tuple[str, str]]:
    kinds = {row["event_type"] for row in index.rows("events").values()}
    return [(index.say("all_events"), EVERYTHING), *sorted((index.word("event_type", kind), kind) for kind in kinds)]


def _status_options(index: TableIndex) -> list[tuple[str, str]]:
    return [(f"{style.symbol} {index.word('status', status)}", status) for status, style in STATUS_STYLES.items()]
