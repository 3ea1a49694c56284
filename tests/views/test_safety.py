"""No text of an article becomes markup, script or template, in any view."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pandas as pd
import pytest
from hostile_tables import HOSTILE

from helpers import views

Tables = dict[str, pd.DataFrame]
EVERY_VIEW: dict[str, Callable[..., str]] = {
    "articles": lambda tables, **_: views.render_articles(tables),
    "article": lambda tables, **options: views.render_article(tables, "hostile", **options),
    "library": views.render_library,
    "claims": views.render_claims,
    "evidence": lambda tables, **o: "".join(views.render_evidence(tables, i, **o) for i in tables["claims"]["claim_id"]),
    "timeline": views.render_timeline,
    "map": views.render_map,
    "positions": views.render_positions,
    "sides": lambda tables, **options: views.render_sides(tables, "gate_taken", **options),
    "sources": views.render_sources,
    "wordings": views.render_wordings,
    "quantities": lambda tables, **options: views.render_quantities(tables, "vehicles", **options),
    "counts": views.render_counts,
    "unknown": views.render_unknown,
    "coverage": views.render_coverage,
    "network": views.render_network,
    "changes": views.render_changes,
    "lineage": views.render_lineage,
    "unread": lambda tables, **_: views.render_unread(tables),
}


class Reader(HTMLParser):
    """Collect every tag, follow frames, and see that every tag is closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("br", "input", "meta", "link", "img", "hr", "wbr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


@pytest.mark.parametrize("name", EVERY_VIEW)
def test_a_hostile_text_stays_text(name: str, tables: Tables) -> None:
    page = EVERY_VIEW[name](tables)
    reader = read(page)
    assert reader.open == []
    assert not [tag for tag, _ in reader.tags if tag == "script"]
    assert all((attrs["src"] or "").startswith("data:image/svg+xml;base64,") for tag, attrs in reader.tags if tag == "img")
    assert not [attrs for _, attrs in reader.tags if any(key.startswith("on") for key in attrs)]
    assert HOSTILE not in page
    assert "${alert" not in page
    assert "{{ and" not in page


def test_a_hostile_text_stays_text_inside_the_frame_of_the_map(tables: Tables) -> None:
    frames = [attrs["srcdoc"] for tag, attrs in read(views.render_map(tables)).tags if tag == "iframe"]
    if not frames:
        pytest.skip("the map's scripts are not installed: python -m helpers assets")
    inner = frames[0] or ""
    assert "<img" not in inner
    assert re.findall(r"<[^>]*onerror=", inner) == []
    assert "${alert" not in inner


def test_the_map_asks_nothing_of_the_network(tables: Tables) -> None:
    frames = [attrs["srcdoc"] or "" for tag, attrs in read(views.render_map(tables)).tags if tag == "iframe"]
    if not frames:
        pytest.skip("the map's scripts are not installed: python -m helpers assets")
    asked = re.findall(r'(?:src|href)="(https?:[^"]*)"', frames[0])
    assert asked == []
    assert "tile.openstreetmap.org" not in frames[0]


@pytest.mark.parametrize("name", EVERY_VIEW)
def test_no_id_stands_twice_in_one_view(name: str, tables: Tables) -> None:
    ids = [attrs["id"] for _, attrs in read(EVERY_VIEW[name](tables)).tags if attrs.get("id")]
    if name == "evidence":
        assert ids == []
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ["timeline", "positions", "coverage", "quantities", "network", "changes", "lineage"])
def test_every_inside_link_of_a_view_leads_somewhere(name: str, tables: Tables) -> None:
    tags = read(EVERY_VIEW[name](tables)).tags
    ids = {attrs["id"] for _, attrs in tags if attrs.get("id")}
    links = {value for _, attrs in tags for key, value in attrs.items() if key in ("href", "xlink:href") and value}
    inside = {link[1:] for link in links if link.startswith("#")}
    assert inside <= ids
    # one speaker over time has its sentences in the table itself, a chain as well where it is no copy
    assert inside or name in ("changes", "lineage")


@pytest.mark.parametrize("name", [n for n in EVERY_VIEW if n not in ("articles", "unread")])
def test_a_view_shows_no_more_than_the_rights_allow(name: str, tables_by_rights: tuple[str, Tables]) -> None:
    rights, tables = tables_by_rights
    page = views.Html(EVERY_VIEW[name](tables))
    sentences = tables["sentences"]["text"]
    shown = [text for text in sentences if len(text) > 15 and _holds(page, text)]
    if rights == "none":
        assert shown == []
    if rights == "quotes":
        claims = tables["claims"]
        evidence = claims.loc[(claims["voice"] == "source") | (claims["verification"] == "unverified"), "sentence_id"]
        allowed = tables["sentences"].loc[tables["sentences"]["sentence_id"].isin(evidence), "text"]
        assert set(shown) <= set(allowed)
        if name in ("article", "library", "claims"):
            assert shown


def test_the_reader_of_an_own_text_sees_it_whatever_the_rights(tables_by_rights: tuple[str, Tables]) -> None:
    _, tables = tables_by_rights
    page = views.render_article(tables, "hostile", show_own_text=True)
    assert all(_holds(page, text) for text in tables["sentences"]["text"])


def test_a_published_page_keeps_the_rights_even_where_a_notebook_asks_for_more(
    tables_by_rights: tuple[str, Tables], monkeypatch: pytest.MonkeyPatch
) -> None:
    rights, tables = tables_by_rights
    monkeypatch.setenv("GRENSPOST_PUBLISHING", "1")
    page = views.render_article(tables, "hostile", show_own_text=True)
    assert _holds(page, "The gate at Kozinka is shut") == (rights == "full")


def test_only_true_itself_lifts_the_rights(tables_by_rights: tuple[str, Tables]) -> None:
    rights, tables = tables_by_rights
    page = views.render_article(tables, "hostile", show_own_text="False")  # type: ignore[arg-type]
    assert _holds(page, "The gate at Kozinka is shut") == (rights == "full")


def test_every_view_of_rows_carries_the_notice_of_their_article(tables: Tables) -> None:
    for name in ("article", "claims", "timeline", "map", "positions", "sides", "sources", "wordings", "quantities",
                 "unknown", "coverage", "network", "changes", "lineage"):
        assert "invented & ${notice}" in _words(EVERY_VIEW[name](tables)), name


def _words(page: str) -> str:
    collected: list[str] = []
    reader = HTMLParser(convert_charrefs=True)
    reader.handle_data = collected.append  # type: ignore[method-assign]
    page = re.sub(r'<span class="gp-tip".*?</span>|<style>.*?</style>', "", page, flags=re.DOTALL)
    reader.feed(page)
    return "".join(collected)


def _holds(page: str, text: str) -> bool:
    return "".join(text.split()) in "".join(_words(page).split())


@pytest.mark.parametrize("name", EVERY_VIEW)
def test_no_text_turns_the_direction_of_our_own_words(tables: Tables, name: str) -> None:
    turned = {"articles": tables["articles"].assign(title="Secret \u202eretfa", publisher="\u2067Courier", notice="\u202dno"),
              "sentences": tables["sentences"].assign(text="\u202e" + tables["sentences"]["text"].str[1:])}  # fmt: skip
    page = EVERY_VIEW[name]({**tables, **turned})
    assert re.findall("[\u202a-\u202e\u2066-\u2069]", page) == []
