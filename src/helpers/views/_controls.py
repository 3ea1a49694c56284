"""The filters of the explorer: one widget each, what they ask for, and how to say that in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import ipywidgets as widgets

from helpers.views._filters import NEWSROOM, NOT_STATED, Choice, source_key
from helpers.views._index import TableIndex
from helpers.views.html import shorten
from helpers.views.palette import STATUS_STYLES
from helpers.views.turns import on_change

EVERYTHING = ""
LABEL = {"description_width": "6.5rem"}
FIELD = "gp-field"  # its label stands over it where there is no room beside it
_FIELD = {"width": "auto", "margin": "2px 0"}
_COLUMNS = "repeat(auto-fit, minmax(min(100%, 16.5rem), 1fr))"
_LONGEST = 60
Options = list[tuple[str, str]]


class Controls:
    """The filters as widgets.

    Parameters
    ----------
    index : TableIndex

    Attributes
    ----------
    fields : dict of str to widget
        By the name of the filter in `select_claims`; status has one box a value, in `statuses`.
    """

    def __init__(self, index: TableIndex) -> None:
        self.index = index
        self._is_quiet = False
        say = index.say
        choices = {"article": _article_options, "publisher": _publisher_options, "source": _source_options,
                   "place": _place_options, "event_type": _event_options}  # fmt: skip
        self.fields: dict[str, Any] = {
            "text": widgets.Text(placeholder=say("label_text_hint"), continuous_update=False),
            **{name: widgets.Dropdown(options=options(index), value=EVERYTHING) for name, options in choices.items()},
            "printed_from": widgets.DatePicker(),
            "printed_until": widgets.DatePicker(),
        }
        for name, field in self.fields.items():
            field.description = say(f"label_{name}")
            field.style = LABEL
            field.layout = widgets.Layout(**_FIELD)
            field.add_class(FIELD)
        self.statuses = {
            status: widgets.Checkbox(description=f"{style.symbol} {index.word('status', status)}", indent=False,
                                     layout=widgets.Layout(width="auto", margin="0 1rem 0 0"))
            for status, style in STATUS_STYLES.items()
        }  # fmt: skip

    @property
    def box(self) -> widgets.VBox:
        """The filters in as many columns as fit, in the order in which the Tab key walks through them."""
        grid = widgets.GridBox(list(self.fields.values()),
                               layout=widgets.Layout(grid_template_columns=_COLUMNS, grid_gap="0 1rem"))  # fmt: skip
        boxes = widgets.HBox(list(self.statuses.values()), layout=widgets.Layout(flex_flow="row wrap", flex="1 1 0"))
        boxes.add_class("gp-boxes")
        row = widgets.HBox([name_row(self.index.say("label_status")), boxes], layout=widgets.Layout(grid_gap="0 8px"))
        row.add_class(FIELD)
        return widgets.VBox([grid, row])

    def connect(self, follow: Callable[[], None]) -> None:
        """Call `follow` after each change that the reader makes."""
        for widget in (*self.fields.values(), *self.statuses.values()):
            on_change(widget, lambda _change: None if self._is_quiet else follow())

    @property
    def asked(self) -> dict[str, Choice]:
        """What the controls ask for, by the name of the filter; nothing for those that are left open."""
        given: dict[str, Choice] = {name: str(field.value) for name, field in self.fields.items() if field.value}
        chosen = [status for status, box in self.statuses.items() if box.value]
        return {**given, "status": chosen} if chosen else given

    def tell(self, name: str) -> str:
        """Say in words what one filter asks for."""
        label = self.index.say(f"label_{name}")
        if name == "status":
            return f"{label}: {', '.join(box.description for box in self.statuses.values() if box.value)}"
        field = self.fields[name]
        value = field.label if hasattr(field, "label") else field.value
        return f"{label}: {shorten(str(value), _LONGEST)}"

    def clear(self) -> None:
        """Ask for nothing any more."""
        with self._quiet():
            for field in self.fields.values():
                field.value = None if isinstance(field, widgets.DatePicker) else EVERYTHING
            for box in self.statuses.values():
                box.value = False

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        self._is_quiet = True
        try:
            yield
        finally:
            self._is_quiet = False


def name_row(words: str) -> widgets.Label:
    """Make the label of a row of boxes or buttons, in line with those of the fields."""
    return widgets.Label(words, layout=widgets.Layout(width=LABEL["description_width"], justify_content="flex-end"))


def _article_options(index: TableIndex) -> Options:
    named = sorted((index.printing_order({"article_id": row_id}), index.label_article(row), row_id)
                   for row_id, row in index.rows("articles").items())  # fmt: skip
    return [(index.say("all_articles"), EVERYTHING), *((label, row_id) for _, label, row_id in named)]


def _publisher_options(index: TableIndex) -> Options:
    names = {str(row["publisher"]) for row in index.rows("articles").values() if row["publisher"]}
    named = [(name, name) for name in sorted(names, key=str.casefold)]
    if not all(row["publisher"] for row in index.rows("articles").values()):
        named.append((index.say("no_publisher"), NOT_STATED))
    return [(index.say("all_publishers"), EVERYTHING), *named]


def _source_options(index: TableIndex) -> Options:
    names: dict[str, str] = {}
    for claim in index.rows("claims").values():
        key = source_key(claim)
        if key:
            names.setdefault(key, index.word("voice", NEWSROOM) if key == NEWSROOM else index.source_of(claim))
    named = sorted(((name, key) for key, name in names.items()), key=lambda option: option[0].casefold())
    return [(index.say("all_sources"), EVERYTHING), *named]


def _place_options(index: TableIndex) -> Options:
    named = sorted((index.name_of("places", place_id), place_id) for place_id in index.rows("places"))
    return [(index.say("all_places"), EVERYTHING), *named]


def _event_options(index: TableIndex) -> Options:
    kinds = {row["event_type"] for row in index.rows("events").values()}
    return [(index.say("all_events"), EVERYTHING), *sorted((index.word("event_type", kind), kind) for kind in kinds)]
