"""The panel under the live map: which statuses, which articles, up to which day; it hides, and says how much."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from branca.element import MacroElement
from jinja2 import Template

from helpers.views._days import write_day
from helpers.views._index import Row, TableIndex
from helpers.views.html import badge, escape, shorten, stylesheet, tag
from helpers.views.palette import STATUS_STYLES
from helpers.views.place_map._names import weigh_name
from helpers.views.place_map._places import PlacedName
from helpers.views.place_map._popups import MOST_QUOTED, distinct_evidence

TITLE_LENGTH = 70
CLOCKS = ("printed", "happened")
BLANKS: dict[str, tuple[str, ...]] = {
    "map_drawn": ("shown", "total"), "one_map_drawn": ("shown",), "map_until": ("day",),
    "popup_shown": ("shown", "total"),
    **dict.fromkeys(("map_pale", "map_nameless", "map_undated"), ("count",)),
    **dict.fromkeys(("popup_hidden", "popup_pale", "popup_more"), ("count",)),
    **dict.fromkeys(("map_all_days", "map_no_days", "map_close", "map_zoom_in", "map_zoom_out", "map_kinds"), ()),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ground:
    """One claim that names a place: what the panel chooses by.

    Parameters
    ----------
    status : str
        Empty where the place is named outside of any claim.
    article_id : str
    printed : str
        Day of publication as ``2023-05-22``, empty where it is not known.
    happened : str
        First day on which the claim's event at this place can have happened, else the last; empty where neither is
        known.
    """

    status: str
    article_id: str
    printed: str
    happened: str


def list_grounds(index: TableIndex, named: PlacedName, events: dict[str, list[Row]]) -> dict[str, list[Ground]]:
    """List on which claims a place stands on the map, by the id of the sentence, in the order of its evidence.

    A sentence outside of any claim counts as well.

    Parameters
    ----------
    index : TableIndex
    named : PlacedName
    events : dict of str to list of dict
        Rows of ``events`` by the id of their claim.
    """
    grounds: dict[str, list[Ground]] = {row["sentence_id"]: [] for row in distinct_evidence(named)}
    for claim in named.claims:
        happened = _first_day(events.get(claim["claim_id"], ()), named.place["place_id"])
        ground = Ground(claim["status"] or "", claim["article_id"], index.printed_on(claim), happened)
        if ground not in grounds[claim["sentence_id"]]:
            grounds[claim["sentence_id"]].append(ground)
    for row in distinct_evidence(named):
        if not grounds[row["sentence_id"]]:
            grounds[row["sentence_id"]].append(Ground("", row["article_id"], index.printed_on(row), ""))
    return grounds


def _first_day(events: Sequence[Row], place_id: str) -> str:
    there = [event["earliest"] or event["latest"] for event in events
             if event["place_id"] == place_id and event["place_role"] == "happened_at"]  # fmt: skip
    return min((f"{day:%Y-%m-%d}" for day in there if day is not None), default="")


class MapPanel(MacroElement):
    """Boxes for status and article and a slider over the days, under the map and inside its frame.

    It also lets the keyboard reach what Leaflet draws as a path. Its script holds no word of an article.

    Parameters
    ----------
    index : TableIndex
    places : sequence of PlacedName
        Those that are drawn, in the order of the numbers that their layers carry as ``place``.
    marked : collection of str
        Ids of the places of a chosen claim: their names find room first.
    """

    _template = Template(Path(__file__).with_name("panel.html.j2").read_text(encoding="utf-8"))

    def __init__(self, index: TableIndex, places: Sequence[PlacedName], marked: Collection[str] = ()) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        events: dict[str, list[Row]] = {}
        for event in index.rows("events").values():
            events.setdefault(event["claim_id"], []).append(event)
        by_sentence = [list_grounds(index, named, events) for named in places]
        grounds = [[ground for said in one.values() for ground in said] for one in by_sentence]
        self.statuses = [status for status in STATUS_STYLES if any(g.status == status for one in grounds for g in one)]
        articles = sorted({ground.article_id for one in grounds for ground in one},
                          key=lambda article_id: index.printing_order({"article_id": article_id}))  # fmt: skip
        days = {clock: sorted({getattr(g, clock) for one in grounds for g in one} - {""}) for clock in CLOCKS}
        sentences = {name: number for number, name in enumerate(dict.fromkeys(s for one in by_sentence for s in one))}
        self.data = {
            "names": [str(named.place["name"]) for named in places],
            "weights": [weigh_name(named, marked) for named in places],
            "reaches": [named.radius_m for named in places],
            "countries": [str(named.place["country"] or "") for named in places],
            "grounds": [[[sentences[sentence], [_number(ground, self.statuses, articles) for ground in said]]
                         for sentence, said in one.items()] for one in by_sentence],
            "days": days,
            "written": {day: write_day(day, index.language) for day in sorted({*days["printed"], *days["happened"]})},
            "most_quoted": MOST_QUOTED,
            "words": {name: index.say(name, **{blank: f"{{{blank}}}" for blank in blanks})
                      for name, blanks in BLANKS.items()},
        }  # fmt: skip
        self.names_script = Path(__file__).with_name("names.js").read_text(encoding="utf-8")
        self.panel = self._render_panel(index, articles, grounds)
        self.css = stylesheet()

    def _render_panel(self, index: TableIndex, articles: Sequence[str], grounds: Sequence[Sequence[Ground]]) -> str:
        signs = [badge(status, index.word("status", status)) for status in self.statuses]
        names = [escape(shorten(index.label_article({"article_id": name}), TITLE_LENGTH)) for name in articles]
        statuses = [_box("status", number, sign, _count(grounds, "status", self.statuses[number]))
                    for number, sign in enumerate(signs)]  # fmt: skip
        titles = [_box("article", number, name, _count(grounds, "article_id", articles[number]))
                  for number, name in enumerate(names)]  # fmt: skip
        layers = tag("details", tag("summary", escape(index.say("map_layers"))) + "".join([
            _group(index, "status", "map_statuses", statuses), _group(index, "article", "map_articles", titles),
        ]))  # fmt: skip
        clocks = "".join(tag("option", escape(index.say(f"map_clock.{clock}")), value=clock)
                         for clock in CLOCKS)  # fmt: skip
        choose = tag("label", escape(index.say("map_clock")) + " " + tag("select", clocks, class_="gp-clock"))
        slider = ('<input type="range" class="gp-day" min="0" step="1" aria-label="'
                  f'{escape(index.say("map_day"))}">')  # fmt: skip
        when = tag("div", choose + slider + tag("output", "", class_="gp-until"), class_="gp-when")
        told = tag("p", tag("span", "", class_="gp-count", role="status") + " " + tag("span", "", class_="gp-unnamed"),
                   class_="gp-note")  # fmt: skip
        return tag("div", when + told + layers,
                   class_="gp gp-panel", lang=index.language)  # fmt: skip


def _number(ground: Ground, statuses: Sequence[str], articles: Sequence[str]) -> list[Any]:
    status = statuses.index(ground.status) if ground.status in statuses else -1
    return [status, articles.index(ground.article_id), ground.printed, ground.happened]


def _count(grounds: Sequence[Sequence[Ground]], field: str, value: str) -> int:
    return sum(any(getattr(ground, field) == value for ground in one) for one in grounds)


def _box(kind: str, number: int, label: str, count: int) -> str:
    box = f'<input type="checkbox" checked data-kind="{kind}" value="{number}">'
    return tag("label", f"{box} {label} {tag('small', str(count))}")


def _group(index: TableIndex, kind: str, title: str, boxes: Sequence[str]) -> str:
    buttons = "".join(tag("button", escape(words), type="button", data_kind=kind, data_set=what)
                      for what, words in (("all", index.say("map_all")), ("none", index.say("map_none"))))  # fmt: skip
    legend = tag("legend", escape(index.say(title)))
    return tag("fieldset", legend + buttons + tag("div", "".join(boxes), class_="gp-choices"))
