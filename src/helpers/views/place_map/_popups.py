"""What a place tells when it is opened: its name, how exact it is, and the sentences that name it."""

from __future__ import annotations

from helpers.views._index import Row, TableIndex
from helpers.views._names import name_country, name_region
from helpers.views.html import escape, tag
from helpers.views.numbers import tell_number
from helpers.views.palette import style_status
from helpers.views.place_map._places import PlacedName
from helpers.views.reading._evidence import mark_source, quote_sentence

MOST_QUOTED = 5
MOST_CARRIED = 40  # to choose the quoted ones from, when the panel narrows them


def render_popup(index: TableIndex, named: PlacedName, number: int) -> str:
    """Build the HTML of a pop-up; every word of an article in it is escaped.

    Parameters
    ----------
    index : TableIndex
    named : PlacedName
    number : int
        By which the panel knows the place: its script shows the sentences that the filters let through.
    """
    head = tag("b", escape(named.place["name"]))
    facts = tag("div", escape(tell_place(index, named)))
    sentences = distinct_evidence(named)
    quoted = [tag("li", quote_mention(index, named, row)) for row in sentences[:MOST_CARRIED]]
    told = index.say("popup_shown", shown=min(MOST_QUOTED, len(sentences)), total=len(sentences))
    count = tag("div", tag("i", escape(told), class_="gp-of", role="status"))
    inner = head + facts + count + tag("ul", "".join(quoted), style="padding-left:1.1em;margin:.4em 0")
    look = "max-height:210px;overflow:auto;padding:3px 8px 3px 5px"
    return tag("div", inner, style=look, tabindex="0", lang=index.language, data_place=str(number))


def tell_place(index: TableIndex, named: PlacedName) -> str:
    """Say what a place is, where its point comes from, and how exact that is."""
    kind = index.word("place_type", named.place["place_type"])
    code, region = named.place["country"], named.place["region"]
    country = name_country(code, index.language) or index.say("no_country")
    around = [name_region(region, code, index.language), country] if region else [country]
    # an oblast is not told to lie in itself, nor a country
    where = [kind, *filter(None, [", ".join(part for part in around if part and part != named.place["name"])])]
    if named.drawn in ("area", "crossing"):
        where.append(index.say("radius", km=tell_number(named.radius_m / 1000, index.language)))
    where.append(index.say("n_mentions", count=len(named.mentions)))
    return " · ".join(where)


def distinct_evidence(named: PlacedName) -> list[Row]:
    """List one mention for each sentence that names the place."""
    rows: dict[str, Row] = {}
    for mention in named.mentions:
        rows.setdefault(mention["sentence_id"], mention)
    return list(rows.values())


def quote_mention(index: TableIndex, named: PlacedName, mention: Row) -> str:
    """Build the sentence of a mention, after the statuses and the sources of the claims that it holds."""
    said = dict.fromkeys(
        mark_source(index, claim, f"{style_status(claim['status']).symbol} "
                                  f"{index.word('status', claim['status'])}, {index.source_of(claim)}")
        for claim in named.claims if claim["sentence_id"] == mention["sentence_id"]
    )  # fmt: skip
    lead = tag("i", "; ".join(said) + ": ") if said else ""
    return lead + quote_sentence(index, mention) + tag("div", tag("small", escape(index.label_article(mention))))
