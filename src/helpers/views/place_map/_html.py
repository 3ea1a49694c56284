"""Render the map for a page: the live map in a frame of its own, its still twin, and every place in a table."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Sequence

from matplotlib.figure import Figure

from helpers.views._filters import Choice
from helpers.views._index import TableIndex, Tables
from helpers.views.html import OWN_KEYS, Html, escape, page, table, tag
from helpers.views.offline import encode_bytes, has_map_assets
from helpers.views.place_map._folium import draw_places
from helpers.views.place_map._marked import find_marked, tell_marked
from helpers.views.place_map._places import ON_MAP, PlacedName, collect_places, frame_of, has_basemap
from helpers.views.place_map._popups import MOST_QUOTED, distinct_evidence, quote_mention, tell_place
from helpers.views.place_map._signs import SIGN_WORDS, Sign, draw_sign
from helpers.views.place_map._static import draw_static_places
from helpers.views.svg import render_svg


def render_map(
    tables: Tables, *, language: str = "en", show_own_text: bool = False, online_tiles: bool = False,
    marked_claim: str | None = None, **selection: Choice,
) -> Html:  # fmt: skip
    """Render the map, its still twin for print, and the lists of what is on it and what cannot be.

    Parameters
    ----------
    tables, language, show_own_text, online_tiles
        As for `draw_map`.
    marked_claim : str, optional
        Id of a claim whose places get a ring of their own; the words above the map tell which, or why none.
    **selection
        As for `draw_map`.

    Examples
    --------
    >>> "No place" in render_map({})
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text, words=str(selection.get("text") or ""))
    places = collect_places(index, dict(selection))
    drawn = [named for named in places if named.drawn in ON_MAP]
    if not places:
        return page(tag("p", escape(index.say("empty_map")), class_="gp-empty"), lang=language)
    told = "map_shown" if len(drawn) < len(places) else "map_shown_all"
    count = tag("p", escape(index.say(told, shown=len(drawn), total=len(places))), class_="gp-note")
    marked = find_marked(index, marked_claim)
    parts = [count, *(tell_marked(index, places, marked) if marked_claim else ())]
    if drawn:
        still = draw_static_places(index, places, marked=marked.place_ids)
        if has_map_assets():
            parts.append(_render_frame(index, places, str(still.get_label()), online_tiles=online_tiles,
                                       marked=marked.place_ids))  # fmt: skip
            parts.append(_render_key(index, drawn, marked.place_ids))
            parts.append(_fold_picture(index, _render_picture(still)))
        else:
            parts.append(tag("p", escape(index.say("map_needs_scripts")), class_="gp-notice"))
            parts.append(_frame_picture(index, _render_picture(still)))
    parts.append(_render_places(index, drawn, "caption_places"))
    off = [named for named in places if named.drawn not in ON_MAP]
    parts.append(_render_places(index, off, "caption_off_map", "col_off_map"))
    parts += _tell_governments(index)
    rows = [row for named in places for row in named.mentions]
    parts += [tag("p", escape(notice), class_="gp-notice") for notice in index.notices_of(rows)]
    return page(*parts, lang=language)


def _tell_governments(index: TableIndex) -> Iterator[str]:
    """Say which places are on no list because they only stand for their government: ``Brussel vraagt``."""
    named = [row for row in index.rows("mentions").values() if row["entity_type"] == "place"]
    meant = {row["entity_id"] for row in named if row["form"] != "metonym"}
    ids = dict.fromkeys(row["entity_id"] for row in named if row["entity_id"] not in meant)
    names = [index.name_of("places", place_id) for place_id in ids if place_id in index.rows("places")]
    if names:
        told = index.say_count("one_map_government", "map_governments", len(names), names=", ".join(sorted(names)))
        yield tag("p", escape(told), class_="gp-note")


def _render_frame(
    index: TableIndex, places: Sequence[PlacedName], alt: str, *, online_tiles: bool, marked: Collection[str]
) -> str:
    """Build the frame of the live map: a small page of its own, with a language, a heading and a main part."""
    world = draw_places(index, places, online_tiles=online_tiles, marked=marked)
    inner = world.get_root().render()
    inner = inner.replace("<html>", f'<html lang="{index.language}">', 1)
    inner = inner.replace("<head>", "<head>" + tag("title", escape(alt)), 1)
    # named, since the page around it has a main part as well
    opened = f'<body><main aria-label="{escape(alt)}">{tag("h1", escape(alt))}'
    inner = inner.replace("<body>", opened, 1).replace("</body>", "</main></body>", 1)
    # the drawing library forbids zooming the page, which some readers need
    inner = re.sub(r",\s*maximum-scale=1\.0, user-scalable=no", "", inner, count=1)
    return tag("iframe", "", class_="gp-map", title=alt, loading="lazy", srcdoc=inner)


def _render_picture(still: Figure) -> str:
    """Build the still map as one image: an untrusted notebook keeps an image, of SVG it keeps nothing."""
    alt = str(still.get_label())
    data = encode_bytes(render_svg(still, alt).encode("utf-8"), "image/svg+xml")
    return f'<img src="{data}" alt="{escape(alt)}">'


def _fold_picture(index: TableIndex, picture: str) -> str:
    """Put the picture behind a switch that needs no script; where no script runs, and in print, it is always shown."""
    name = "still-" + hashlib.sha256(picture.encode("utf-8")).hexdigest()[:12]
    switch = f'<input type="checkbox" class="gp-toggle gp-t-still" id="{name}" {OWN_KEYS}>'
    label = tag("label", escape(index.say("still_map")), for_=name)
    return tag("div", switch + label + _frame_picture(index, picture, "gp-still"))


def _frame_picture(index: TableIndex, picture: str, class_: str = "") -> str:
    """Put the picture into a frame that the keyboard can scroll where the page is narrow."""
    return tag("div", picture, class_=f"gp-figure {class_}".strip(), tabindex="0", role="group",
               aria_label=index.say("still_map"))  # fmt: skip


def _render_key(index: TableIndex, drawn: Sequence[PlacedName], marked: Collection[str]) -> str:
    """Build the key of the map under it, so that it covers nothing."""
    kinds = {named.drawn for named in drawn}
    areas = [named for named in drawn if named.drawn == "area"]
    shown: dict[Sign, bool] = {
        "border": has_basemap(frame_of(index)),
        "crossing": "crossing" in kinds,
        "region": "region" in kinds,
        "events": any(named.has_event for named in areas),
        "mentions": not all(named.has_event for named in areas),
        "marked": any(named.place["place_id"] in marked for named in drawn),
    }
    signs = [draw_sign(sign) + escape(index.say(SIGN_WORDS[sign])) for sign, is_shown in shown.items() if is_shown]
    return tag("p", " &nbsp; ".join(tag("span", sign, class_="gp-nowrap") for sign in signs), class_="gp-note")


def _render_places(index: TableIndex, places: Sequence[PlacedName], caption: str, *more: str) -> str:
    if not places:
        return ""
    headings = [escape(index.say(key)) for key in ("col_place", *more, "col_known", "col_evidence")]
    rows = table(headings, [_place_cells(index, named) for named in places], caption=index.say(caption), row_heads=True,
                 row_ids=[f"place-{named.place['place_id']}" for named in places])  # fmt: skip
    return f"<details>{tag('summary', escape(f'{index.say(caption)} ({len(places)})'))}{rows}</details>"


def _place_cells(index: TableIndex, named: PlacedName) -> list[str]:
    evidence = distinct_evidence(named)
    quoted = [tag("li", quote_mention(index, named, row)) for row in evidence]
    listed = tag("ul", "".join(quoted[:MOST_QUOTED]), class_="gp-list")
    if quoted[MOST_QUOTED:]:
        folded = tag("summary", escape(index.say("more_sentences", count=len(quoted) - MOST_QUOTED)))
        listed += tag("details", folded + tag("ul", "".join(quoted[MOST_QUOTED:]), class_="gp-list"))
    reason = [] if named.drawn in ON_MAP else [escape(index.say(f"off_map.{named.reason}"))]
    return [escape(named.place["name"]), *reason, escape(tell_place(index, named)), listed]
