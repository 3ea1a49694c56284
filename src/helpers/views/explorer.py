"""Explore the claims with widgets; the same output holds a plain table, for a page without a kernel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets
from IPython.display import display

from helpers.views._controls import FIELD, LABEL, Controls, name_row
from helpers.views._filters import NEWSROOM, explain_empty, judge_claims
from helpers.views._index import Row, TableIndex, Tables
from helpers.views.claims import render_claim_rows
from helpers.views.drawing import IN_TABLE, IN_TIMELINE, Drawing, read_pointed
from helpers.views.html import Html, escape, page, shorten, tag
from helpers.views.keys import stack_controls
from helpers.views.palette import STATUS_STYLES
from helpers.views.place_map import render_map
from helpers.views.reading._evidence import render_evidence
from helpers.views.timeline import render_timeline, select_times
from helpers.views.turns import on_change, on_click

TWIN = "gp-twin"
MOST_UNDATED = 500
VIEWS = ("table", "timeline", "map")
LONGEST_SOURCE, LONGEST_OPTION = 24, 110  # letters


class ClaimExplorer:
    """The state of one explorer: its widgets, and the one selection that all of them follow.

    Parameters
    ----------
    index : TableIndex
    max_rows : int
        Rows of the table at once; it begins so that the chosen claim stands in it, and says how many there are.
    """

    def __init__(self, index: TableIndex, *, max_rows: int = 100) -> None:
        self.index = index
        self.max_rows = max_rows
        self.controls = Controls(index)
        # judged on the whole text, whatever of it may be shown
        self._whole = TableIndex(index.tables, index.language, show_own_text=True)
        self.refusals: dict[str, set[str]] = {}
        self.claims: list[Row] = []
        self._is_filtering = False
        self._first = 0
        self.count = widgets.HTML(layout=widgets.Layout(flex="1 1 16rem"))
        self.reset = widgets.Button(description=index.say("label_reset"), icon="undo",
                                    layout=widgets.Layout(width="auto"))  # fmt: skip
        self.row = widgets.Select(rows=7, description=index.say("label_row"), style=LABEL,
                                  layout=widgets.Layout(width="auto", height="auto"))  # fmt: skip
        self.row.add_class(FIELD)
        self.evidence = widgets.HTML()
        self.view = widgets.ToggleButtons(options=[(index.say(f"view.{name}"), name) for name in VIEWS],
                                          style={"button_width": "7rem"})  # fmt: skip
        self.busy = widgets.HTML(layout=widgets.Layout(flex="1 1 12rem"))
        self.drawing = Drawing()
        self.controls.connect(self._follow_filters)
        on_change(self.view, self._draw)
        on_change(self.row, self._follow_choice)
        on_change(self.drawing, self._follow_pointing, "pointed")
        on_click(self.reset, self._clear)
        self._follow_filters()

    @property
    def box(self) -> widgets.VBox:
        """Everything, in the order in which the Tab key walks through it."""
        wrap = widgets.Layout(flex_flow="row wrap", align_items="center", grid_gap="0 8px")
        twin_off = widgets.HTML(f"<style>.{TWIN}{{display:none}}</style>", layout=widgets.Layout(display="none"))
        views = widgets.HBox([name_row(self.index.say("label_view")), self.view, self.busy], layout=wrap)
        views.add_class(FIELD)
        whole = stack_controls([
            self.controls.box, widgets.HBox([self.count, self.reset], layout=wrap), self.row, self.evidence, views,
            self.drawing, twin_off,
        ])  # fmt: skip
        whole.add_class("gp-explorer")
        return whole

    def _follow_filters(self) -> None:
        told = self.index.say("searching", count=len(self.index.rows("claims")))
        self.count.value = page(tag("p", escape(told), class_="gp-busy"))
        self.refusals = judge_claims(self._whole, self.controls.asked)
        chosen = (self.index.rows("claims")[row_id] for row_id, by in self.refusals.items() if not by)
        self.claims = sorted(chosen, key=self.index.printing_order)
        self.count.value = page(self._tell_count())
        self.reset.button_style = "" if self.claims else "warning"
        held = self.row.value
        ids = [claim["claim_id"] for claim in self.claims]
        self._is_filtering = True
        self.row.options = [self._label(number, claim) for number, claim in enumerate(self.claims, 1)]
        self.row.value = held if held in ids else next(iter(ids), None)
        self.row.send_state("index")  # a reader's own choice may be on its way, counted in the options before these
        self._is_filtering = False
        self._follow_row()
        self._draw()

    def _tell_count(self) -> str:
        total = len(self.index.rows("claims"))
        asked = " · ".join(map(self.controls.tell, self.controls.asked)) or self.index.say("no_filter")
        count = tag("b", escape(self.index.say("shown", shown=len(self.claims), total=total)))
        return tag("p", f"{count} · {escape(asked)}", role="status")

    def _tell_empty(self) -> str:
        say = self.index.say
        reasons = []
        for name, left, refuses_all in explain_empty(self.refusals, list(self.controls.asked)):
            told = self.controls.tell(name)
            if refuses_all:
                reasons.append(say("empty_alone", filter=told))
            elif left:
                reasons.append(say("empty_without", filter=told, count=left))
        reasons = reasons or [say("empty_together")]
        listed = tag("ul", "".join(tag("li", escape(reason)) for reason in reasons), class_="gp-list")
        words = tag("p", escape(say("empty_claims"))) + listed + tag("p", escape(say("empty_reset")))
        return page(tag("div", words, class_="gp-empty"), lang=self.index.language)

    def _draw(self, _change: Any = None, *, keeps_view: bool = False) -> None:
        """Draw the selection in the view that is chosen: table, timeline and map always show the same claims."""
        if not self.claims:
            self.drawing.show(self._tell_empty())
            self._mark()
            return
        view = self.index.say(f"view.{self.view.value}")
        told = self.index.say("drawing", view=view, count=len(self.claims))
        self.busy.value = page(tag("p", escape(told), class_="gp-note gp-busy", role="status"))
        self._first = self._first_row()
        self.drawing.show(self._render_view(), keeps_view=keeps_view)
        self._mark()
        self.busy.value = ""

    def _first_row(self) -> int:
        """Return at which claim the table begins, for the chosen one to stand in it."""
        at = next((n for n, claim in enumerate(self.claims) if claim["claim_id"] == self.row.value), 0)
        return at - at % max(1, self.max_rows)

    def _render_view(self) -> Html:
        words = str(self.controls.asked.get("text") or "")
        hint = page(tag("p", escape(self.index.say("point_hint")), class_="gp-note"), lang=self.index.language)
        if self.view.value == "table":
            index = TableIndex(self.index.tables, self.index.language, show_own_text=self.index.show_own_text,
                               words=words)  # fmt: skip
            shown = render_claim_rows(index, self.claims, max_rows=self.max_rows, ids=IN_TABLE, is_numbered=True,
                                       first=self._first)  # fmt: skip
            return Html(hint + page(shown, lang=self.index.language))
        asked: dict[str, Any] = {
            "language": self.index.language, "show_own_text": self.index.show_own_text, "text": words,
            "claim_id": [claim["claim_id"] for claim in self.claims],
            "article": list(dict.fromkeys(claim["article_id"] for claim in self.claims)),
        }  # fmt: skip
        if self.view.value == "timeline":
            return Html(hint + render_timeline(self.index.tables, ids=IN_TIMELINE, most_undated=MOST_UNDATED, **asked))
        return render_map(self.index.tables, marked_claim=self.row.value, **asked)

    def _label(self, number: int, claim: Row) -> tuple[str, str]:
        """Begin with what a narrow list must tell; the word of the sign, for a reader who only hears it, ends it."""
        speaker = self.index.word("voice", NEWSROOM) if claim["voice"] == NEWSROOM else self.index.source_of(claim)
        source, words = (" ".join(text.split()) for text in (speaker, self.index.text_of(claim)))
        sign, word = STATUS_STYLES[claim["status"]].symbol, self.index.word("status", claim["status"])
        told = f"{number}. {sign} {shorten(source, LONGEST_SOURCE)}: {words}"
        return f"{shorten(told, LONGEST_OPTION)} · {word}", claim["claim_id"]

    def _follow_choice(self, _change: Any = None) -> None:
        """Follow another row: its evidence; and the map, which lies in a frame that no style of ours reaches."""
        if self._is_filtering:
            return
        self._follow_row()
        if self._pointed_claim() != self.row.value:
            self.drawing.point_away()
        if self.view.value == "map" or (self.view.value == "table" and self._first_row() != self._first):
            self._draw(keeps_view=True)
        else:
            self._mark()

    def _follow_pointing(self, _change: Any = None) -> None:
        """Choose the claim that is pointed at in the drawing, and show its evidence there as well."""
        claim_id = self._pointed_claim()
        if claim_id in (claim["claim_id"] for claim in self.claims):
            self.row.value = claim_id
            self.drawing.proof = self._prove(claim_id)

    def _pointed_claim(self) -> str:
        row_id = read_pointed(self.drawing.pointed)
        event = self.index.find("events", row_id)
        return row_id if event is None else str(event["claim_id"])

    def _follow_row(self) -> None:
        chosen = self.row.value
        self.evidence.value = "" if chosen is None else self._prove(chosen)

    def _prove(self, claim_id: str) -> str:
        return render_evidence(
            self.index.tables, claim_id, language=self.index.language, show_own_text=self.index.show_own_text,
            text=str(self.controls.asked.get("text") or ""),
        )  # fmt: skip

    def _mark(self) -> None:
        """Mark the chosen claim and its events in the drawing, and say where they are where that is not plain."""
        chosen = self.row.value
        if chosen is None:
            self.drawing.mark(())
            return
        events = [event["event_id"] for event in self.index.rows("events").values() if event["claim_id"] == chosen]
        told = self._tell_when(chosen) if self.view.value == "timeline" else ""
        self.drawing.mark((chosen, *events), told)

    def _tell_when(self, claim_id: str) -> Html:
        """Say what of a claim is on the timeline; each date, and a claim without one, leads to its row."""
        times = select_times(self.index.tables, clocks=("event", "statement"), language=self.index.language,
                             show_own_text=self.index.show_own_text, claim_id=[claim_id])  # fmt: skip
        dated = [mark for mark in times if mark.is_dated]
        links = [tag("a", escape(f"{self.index.say(f'clock.{mark.clock}')} {mark.value}"),
                     href=f"#{IN_TIMELINE}{mark.row_id}") for mark in dated]  # fmt: skip
        if links:
            told = f"{escape(self.index.say('timeline_marked_on'))} {'; '.join(links)}."
        else:
            told = tag("a", escape(self.index.say("timeline_marked_off")), href=f"#{IN_TIMELINE}{claim_id}")
        return page(tag("p", f"▶ {told}", class_="gp-note gp-chosen", role="status"), lang=self.index.language)

    def _clear(self, _button: Any = None) -> None:
        self.controls.clear()
        self._follow_filters()


def show_claims(tables: Tables, *, language: str = "en", show_own_text: bool = False, max_rows: int = 100) -> None:
    """Show the claims with controls; list, table, timeline and map follow them, a chosen claim shows its evidence.

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
    """Render the plain table that stands beside the widgets, folded by article."""
    by_article: dict[str, list[Row]] = {}
    for claim in list(index.rows("claims").values())[:max_rows]:
        by_article.setdefault(claim["article_id"], []).append(claim)
    total, shown = len(index.rows("claims")), sum(map(len, by_article.values()))
    remark = tag("p", escape(index.say("twin_note")), class_="gp-note")
    count = tag("p", escape(index.say("shown", shown=shown, total=total)), class_="gp-note")
    left = tag("p", escape(index.say_cut("more_not_shown", "advice_max_rows", count=total - shown)), class_="gp-notice")
    folds = [_fold_article(index, claims) for claims in by_article.values()]
    return page(remark, count, left if shown < total else "", *folds, class_=TWIN, lang=index.language)


def _fold_article(index: TableIndex, claims: Sequence[Row]) -> str:
    """Build the claims of one article behind a line that names and counts them."""
    count = index.say("claims_counted", count=len(claims))
    title = f"{escape(index.label_article(claims[0]))} {tag('span', escape(count), class_='gp-note')}"
    listed = render_claim_rows(index, claims, max_rows=len(claims), is_part=True)
    return tag("details", tag("summary", title) + listed, class_="gp-fold", id=f"claims-of-{claims[0]['article_id']}")
