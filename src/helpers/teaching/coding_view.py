"""The coding view: one claim at a time, three choices, saved at every change; the logic is in `codes` and `coding`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pandas as pd
from IPython.display import display

from helpers.model import CodingError
from helpers.resources.codebook import read_codebook
from helpers.resources.pseudonyms import propose_pseudonym
from helpers.teaching._position_choices import find_question, group_positions, is_heading
from helpers.teaching._unit_quotes import label_units, quote_unit
from helpers.teaching.agreement import VARIABLES, score_agreement
from helpers.teaching.agreement_view import list_explanations, render_agreement, render_disagreements
from helpers.teaching.codes import build_codes, delete_codes, list_coders, read_codes, write_code
from helpers.teaching.coding import (
    GOLD,
    MACHINE,
    Unit,
    label_code,
    list_choices,
    list_units,
    select_current,
    settle_codes,
)
from helpers.teaching.collect import add_reference
from helpers.teaching.gold import Gold, Tables, read_gold
from helpers.views import Html, message, word
from helpers.views._index import TableIndex
from helpers.views.explorer import TWIN
from helpers.views.html import escape, page, tag
from helpers.views.keys import stack_controls
from helpers.views.turns import on_change, on_click

_WIDE = {"description_width": "6rem"}


def count_coded(units: list[Unit], codes: pd.DataFrame) -> int:
    """Count the claims whose source, status and position are all coded.

    Examples
    --------
    >>> count_coded([{"claim_id": "c1"}], build_codes([{"claim_id": "c1", "status": "denied"}]))
    0
    """
    done = codes[(codes[list(VARIABLES)] != "").all(axis=1)]
    return len({unit["claim_id"] for unit in units} & set(done["claim_id"]))


def first_uncoded(units: list[Unit], codes: pd.DataFrame) -> int:
    """Return the number of the first claim that is not coded to the end; 0 where all are.

    Examples
    --------
    >>> first_uncoded([{"claim_id": "c1"}, {"claim_id": "c2"}], build_codes([]))
    0
    """
    return next((number for number, unit in enumerate(units) if not count_coded([unit], codes)), 0)


def render_comparison(
    tables: Tables, codes: pd.DataFrame, others: pd.DataFrame, gold: Gold, *, language: str = "en",
    show_own_text: bool = False,
) -> Html:  # fmt: skip
    """Render one coder's codes beside those of the rules, the gold and the other coders.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    codes : pandas.DataFrame
        Of one coder; only claims that this coder coded are compared.
    others : pandas.DataFrame
        Of other coders, empty where there are none.
    gold : dict
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    """
    started = codes[(codes[list(VARIABLES)] != "").any(axis=1)]
    sides = [("collect_with_machine", add_reference(tables, started, gold, MACHINE)),
             ("collect_with_gold", add_reference(tables, started, gold, GOLD)),
             ("coding_with_others", settle_codes(started, others))]  # fmt: skip
    parts: list[str] = []
    explained: set[str] = set()
    for title, both in sides:
        if both["coder"].nunique() < 2:
            continue
        scores = score_agreement(both)
        parts += [tag("h3", escape(message(title, language)), class_="gp-subtitle"),
                  render_agreement(scores, language=language, explained=explained),
                  render_disagreements(tables, both, language=language, show_own_text=show_own_text)]  # fmt: skip
        explained |= set(list_explanations(scores))
    empty = tag("p", escape(message("empty_agreement", language)), class_="gp-empty")
    return page(*(parts or [empty]), lang=language)


class CodingView:
    """The widgets of one coding, and the coder that they speak for.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    article_id : str
    language : str
    folder : Path, optional
        ``data/annotations`` by default.
    show_own_text : bool
    units : list of dict, optional
        The claims that are to be coded; all of the article by default.
    """

    def __init__(
        self, tables: Tables, article_id: str, *, language: str = "en", folder: Path | None = None,
        show_own_text: bool = False, units: list[Unit] | None = None,
    ) -> None:  # fmt: skip
        self.index = TableIndex(tables, language, show_own_text=show_own_text)
        self.tables, self.article_id, self.language, self.folder = tables, article_id, language, folder
        self.units = list_units(tables, article_id) if units is None else units
        self.coder = ""
        self.codes = build_codes([])
        self._is_showing = False
        say = self.index.say
        proposed = propose_pseudonym(list_coders(folder))
        self.name = widgets.Text(value=proposed, description=say("coding_name"), style=_WIDE)
        self.begin = widgets.Button(description=say("coding_begin"))
        self.claim = widgets.Dropdown(options=label_units(self.index, self.units), style=_WIDE,
                                      description=say("coding_claim"), layout=widgets.Layout(width="100%"))  # fmt: skip
        self.before = widgets.Button(description=say("coding_before"))
        self.after = widgets.Button(description=say("coding_after"))
        self.choices = {variable: self._choice(variable) for variable in VARIABLES}
        self.compare = widgets.Button(description=say("coding_compare"))
        self.delete = widgets.Button(description=say("coding_delete"), layout=widgets.Layout(width="auto"))
        self.delete_sure = widgets.Button(description=say("coding_delete_sure"), button_style="danger")
        self.sentence, self.state, self.comparison, self.asked = (widgets.HTML() for _ in range(4))
        self._tell(say("coding_welcome"))
        self._connect()
        self._follow_coder("")

    @property
    def box(self) -> widgets.VBox:
        """Everything, in the order in which the Tab key walks through it."""
        steps = widgets.HBox([self.before, self.after, self.compare, self.delete, self.delete_sure],
                             layout=widgets.Layout(flex_flow="row wrap"))  # fmt: skip
        twin_off = widgets.HTML(f"<style>.{TWIN}{{display:none}}</style>")
        return stack_controls([widgets.HBox([self.name, self.begin]), self.state, self.claim, self.sentence,
                             *self.choices.values(), self.asked, steps, self.comparison, twin_off])  # fmt: skip

    def start(self, coder: str) -> None:
        """Begin or go on as a coder; without one nothing can be coded."""
        self.name.value = coder
        if coder:
            self._begin(None)
        elif self.coder:
            self._let_go()
            self._tell(self.index.say("coding_welcome"))

    def _connect(self) -> None:
        on_click(self.begin, self._begin)
        on_change(self.claim, lambda _change: self._show_claim())
        on_click(self.before, lambda _button: self._step(-1))
        on_click(self.after, lambda _button: self._step(1))
        on_click(self.compare, self._compare)
        on_click(self.delete, lambda _button: self._arm(True))
        on_click(self.delete_sure, self._delete)
        for variable, choice in self.choices.items():
            on_change(choice, partial(self._save, variable))

    def _begin(self, _event: Any) -> None:
        name = self.name.value.strip()
        try:
            codes = read_codes(name, self.folder, language=self.language)
        except (CodingError, OSError) as error:
            self._let_go()
            self._tell(str(error))
            return
        current, old = select_current(self.tables, codes[codes["article_id"] == self.article_id])
        self.codes = current
        self.comparison.value = ""
        self._follow_coder(name)
        self.claim.value = first_uncoded(self.units, current)
        self._show_claim()
        told = "coding_old" if len(old) > 1 else "coding_one_old"
        self._tell_progress(self.index.say(told, count=len(old)) if len(old) else "")

    def _let_go(self) -> None:
        """Work for nobody, with nothing of the last coder on the screen: the next choice is in nobody's file."""
        self.codes = build_codes([])
        self.comparison.value = ""
        self._show_claim()
        self._follow_coder("")

    def _follow_coder(self, coder: str) -> None:
        self.coder = coder
        for control in (self.claim, self.before, self.after, *self.choices.values(), self.compare, self.delete):
            control.disabled = not coder
        self._arm(False)

    def _arm(self, armed: bool) -> None:
        self.delete_sure.layout.display = None if armed else "none"

    def _step(self, by: int) -> None:
        self.claim.value = min(max(self.claim.value + by, 0), len(self.units) - 1)

    def _show_claim(self) -> None:
        unit = self.units[self.claim.value]
        self.sentence.value = page(quote_unit(self.index, self.units, unit), lang=self.language)
        found = self.codes[self.codes["claim_id"] == unit["claim_id"]]
        self._is_showing = True
        for variable, choice in self.choices.items():
            stored = "" if found.empty else str(found[variable].iloc[0])
            if variable == "position" and read_codebook().row("positions", stored):
                self._offer(choice, stored)
            choice.value = stored if stored in {code for _, code in choice.options} else ""
        self._is_showing = False
        self._tell_question()

    def _tell_question(self) -> None:
        asked = find_question(self.choices["position"].value, self.language)
        told = [tag("p", escape(line), class_="gp-note") for line in (asked, self.index.say("coding_several")) if line]
        self.asked.value = page(*told, lang=self.language)

    def _offer(self, choice: widgets.Dropdown, code: str) -> None:
        """Offer a code that was given before, on a question that the article no longer touches."""
        if code not in {one for _, one in choice.options}:
            label = label_code(self.tables, "position", code, language=self.language)
            choice.options = (*choice.options, (label, code))

    def _save(self, variable: str, change: Any) -> None:
        code: str = change["new"]
        if self._is_showing or not self.coder:
            return
        if is_heading(code):
            self._show_claim()  # a question is no answer: what was chosen before stands
            return
        self._tell_question()
        unit = self.units[self.claim.value]
        try:
            write_code(self.coder, unit, {variable: code}, folder=self.folder, language=self.language)
            codes = read_codes(self.coder, self.folder, language=self.language)
        except (CodingError, OSError) as error:
            self._tell(str(error))
            return
        self.codes = select_current(self.tables, codes[codes["article_id"] == self.article_id])[0]
        self._tell_progress(self.index.say("coding_saved", number=self.claim.value + 1,
                                           variable=word("variable", variable, self.language).lower()))  # fmt: skip

    def _compare(self, _button: Any) -> None:
        read, left_out = [], []
        for name in list_coders(self.folder):
            try:
                read += [read_codes(name, self.folder, language=self.language)] if name != self.coder else []
            except (CodingError, OSError) as error:  # the file of another is no reason to compare with nobody
                left_out.append(tag("li", escape(str(error))))
        others = select_current(self.tables, pd.concat([build_codes([]), *read], ignore_index=True))[0]
        compared = render_comparison(self.tables, self.codes, others, read_gold(), language=self.language,
                                     show_own_text=self.index.show_own_text)  # fmt: skip
        head = tag("h3", escape(self.index.say("collect_remarks")), class_="gp-subtitle")
        told = page(head, tag("ul", "".join(left_out)), lang=self.language) if left_out else ""
        self.comparison.value = compared + told

    def _delete(self, _button: Any) -> None:
        try:
            delete_codes(self.coder, self.folder, language=self.language)
        except OSError as error:
            self._tell(str(error))
            return
        self._tell(self.index.say("coding_deleted", coder=self.coder))
        self._let_go()

    def _tell(self, *sentences: str) -> None:
        told = "".join(tag("p", escape(sentence)) for sentence in sentences if sentence)
        self.state.value = page(tag("div", told, role="status", class_="gp-note"), lang=self.language)

    def _tell_progress(self, remark: str = "") -> None:
        done = count_coded(self.units, self.codes)
        self._tell(self.index.say("coding_progress", coder=self.coder, done=done, total=len(self.units)), remark)

    def _choice(self, variable: str) -> widgets.Dropdown:
        given = list_choices(self.tables, self.article_id, variable, language=self.language, gold=read_gold())
        if variable == "position":
            given = group_positions(given, self.language)
        return widgets.Dropdown(options=[(self.index.say("coding_choose"), ""), *given], value="", style=_WIDE,
                                description=word("variable", variable, self.language),
                                layout=widgets.Layout(width="32rem"))  # fmt: skip


def show_coding(
    tables: Tables, article_id: str, *, language: str = "en", folder: Path | None = None, show_own_text: bool = False
) -> None:
    """Show the claims of an article to be coded, one at a time: source, status, position.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    article_id : str
    language : str
        Language of the labels.
    folder : Path, optional
        Where the coders' files are; ``data/annotations`` by default.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    """
    view = CodingView(tables, article_id, language=language, folder=folder, show_own_text=show_own_text)
    display(view.box)  # type: ignore[no-untyped-call]
    remark = tag("p", escape(message("coding_no_kernel", language)), class_="gp-note")
    display(page(remark, class_=TWIN, lang=language))  # type: ignore[no-untyped-call]
