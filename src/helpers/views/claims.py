"""Who states what: claims selected, and claims as a plain table with the evidence in each row."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.model import TABLES
from helpers.views._filters import Choice, judge_claims
from helpers.views._index import Row, TableIndex, Tables
from helpers.views.html import Html, badge, escape, mark_hits, page, table, tag
from helpers.views.reading._evidence import quote_sentence

COLUMNS = ("source", "status", "claim", "evidence", "where")
NUMBERED = ("source", "status", "evidence")


def select_claims(
    tables: Tables, *, article: Choice = None, publisher: Choice = None, source: Choice = None, status: Choice = None,
    place: Choice = None, event_type: Choice = None, printed_from: Choice = None, printed_until: Choice = None,
    claim_id: Choice = None, text: str = "", voice: str | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Select claims; what is not asked for is not narrowed.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    article, publisher, source, status : str or sequence of str, optional
        Article ids, publishers (``"not stated"`` where there is none), actor ids (or the source's words, or
        ``"newsroom"``), statuses. A claim that the newsroom marks as unverified is found under ``"unverified"``
        whatever its status.
    place, event_type : str or sequence of str, optional
        Places that the claim's sentence names; kinds of events that the claim holds.
    printed_from, printed_until : str, optional
        First and last day of publication, as ``2023-05-22``. An article without a day is left out once one is asked.
    claim_id : str or sequence of str, optional
    text : str
        Words that must each stand in the claim, its sentence or the names of its source; not in the publisher's name.
        Case, accents, apostrophes and dashes do not matter. A word may begin a longer one, or from four letters on
        stand inside one; a number is a whole number. A known place or actor is found by all its names, in other
        languages and alphabets too, as a whole word: *Россия* finds *Russia* and *Rusland*, but no *Russians*.
    voice : {"source", "newsroom"}, optional

    Returns
    -------
    pandas.DataFrame
        Rows of ``claims``, in their order.

    Examples
    --------
    >>> claims = pd.DataFrame({"claim_id": ["c1", "c2"], "status": ["denied", "claimed"]})
    >>> list(select_claims({"claims": claims}, status="denied")["claim_id"])
    ['c1']
    """
    asked = {"article": article, "publisher": publisher, "source": source, "status": status, "place": place,
             "event_type": event_type, "printed_from": printed_from, "printed_until": printed_until,
             "claim_id": claim_id, "text": text or None, "voice": voice}  # fmt: skip
    refusals = judge_claims(TableIndex(tables, show_own_text=True), asked)
    frame = tables.get("claims", pd.DataFrame(columns=TABLES["claims"].column_names))
    return frame[frame["claim_id"].isin([row_id for row_id, refused_by in refusals.items() if not refused_by])]


def render_claims(
    tables: Tables, *, language: str = "en", show_own_text: bool = False, max_rows: int = 200, **selection: Choice
) -> Html:
    """Render claims as a table: who, status, what, and the sentence that proves it.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    max_rows : int
        More are counted, not shown; the table says so.
    **selection
        As for `select_claims`.

    Examples
    --------
    >>> claims = pd.DataFrame({"claim_id": ["c1"], "status": ["denied"], "article_id": ["a"], "voice": ["source"]})
    >>> "1 of 1 shown" in render_claims({"claims": claims}, language="en")
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text, words=str(selection.get("text") or ""))
    chosen = select_claims(tables, **selection)["claim_id"]  # type: ignore[arg-type]
    rows = [index.rows("claims")[claim_id] for claim_id in chosen]
    return page(render_claim_rows(index, rows, max_rows=max_rows), lang=language)


def render_claim_rows(
    index: TableIndex, claims: Sequence[Row], *, max_rows: int, ids: str = "row-", is_numbered: bool = False,
    is_part: bool = False, first: int = 0,
) -> str:  # fmt: skip
    """Build the table of claims with its count, its notices, and a word for an empty one.

    A numbered table goes with the explorer's list, which counts the claims and has their words; one that is a part
    stands under the name of its article, which it need not repeat. What stands before the `first` is left out.
    """
    shown = claims[first : first + max_rows]
    count = _tell_count(index, len(shown), len(claims))
    if not shown:
        return count + tag("p", escape(index.say("empty_claims")), class_="gp-empty")
    if is_numbered or is_part:
        left = index.say_cut("more_not_shown", "advice_max_rows", count=len(claims) - len(shown))
        if is_numbered:
            left = f"{index.say('sheet_shown', first=first + 1, last=first + len(shown), total=len(claims))} {left}"
        count = tag("p", escape(left), class_="gp-notice") if len(shown) < len(claims) else ""
    headings = {name: escape(index.say(f"col_{name}")) for name in COLUMNS}
    rows = [_claim_cells(index, claim) for claim in shown]
    caption = index.say("caption_claims")
    if is_part:
        headings = {name: headings[name] for name in NUMBERED}
        caption = f"{index.title_of(index.article_of(shown[0]))}: {caption}"
    elif not is_numbered and len({claim["article_id"] for claim in shown}) == 1:
        del headings["where"]  # the caption names the one article
        caption = index.say("caption_claims_of", article=index.label_article(shown[0]))
    if "where" not in headings:
        rows = [{**cells, "evidence": cells["evidence"] + tag("div", _tell_rule(index, claim))}
                for cells, claim in zip(rows, shown, strict=True)]  # fmt: skip
    if is_numbered:
        headings = {"number": escape(index.say("col_number")), **{name: headings[name] for name in NUMBERED}}
        rows = [{"number": str(number), **_put_where_under(cells)} for number, cells in enumerate(rows, first + 1)]
    body = table(list(headings.values()), [[cells[name] for name in headings] for cells in rows],
                 caption=caption, row_ids=[f"{ids}{claim['claim_id']}" for claim in shown],
                 class_="gp-numbered" if is_numbered or is_part else "")  # fmt: skip
    notices = "".join(tag("p", escape(notice), class_="gp-notice") for notice in index.notices_of(shown))
    return count + body + notices


def _tell_count(index: TableIndex, n_shown: int, n_chosen: int) -> str:
    """Say how many of how many claims are shown, and where a choice is cut how many were chosen."""
    total = len(index.rows("claims"))
    if n_shown == n_chosen:
        words = index.say("shown", shown=n_shown, total=total)
    else:
        words = index.say_cut("shown_of_chosen", "advice_max_rows", shown=n_shown, chosen=n_chosen, total=total)
    return tag("p", escape(words), class_="gp-note", role="status")


def _put_where_under(cells: dict[str, str]) -> dict[str, str]:
    """Put article and rule under the sentence, so that the table fits a narrow window."""
    return {**cells, "evidence": cells["evidence"] + tag("div", cells["where"], class_="gp-note")}


def _claim_cells(index: TableIndex, claim: Row) -> dict[str, str]:
    label = badge(claim["status"], index.word("status", claim["status"]))
    if claim["verification"] == "unverified" and claim["status"] != "unverified":
        label += " " + badge("unverified", index.word("status", "unverified"))
    if claim["verification"] == "verified":
        label += " " + escape(index.word("verification", "verified"))
    channel = f" ({escape(claim['channel'])})" if claim["channel"] else ""
    where = f"{escape(index.label_article(claim))}<br>{_tell_rule(index, claim)}"
    source = mark_hits(index.source_of(claim), index.hits_in_source(claim))
    told = index.text_of(claim)
    words = mark_hits(told, index.hits_in(told) if told == claim["text"] else [])
    stated = tag("span", words, lang=index.article_of(claim)["language"])
    return {"source": source + channel, "status": label, "claim": stated, "evidence": quote_sentence(index, claim),
            "where": where}  # fmt: skip


def _tell_rule(index: TableIndex, claim: Row) -> str:
    return tag("span", escape(index.say("tip_rule", rule=index.rule_of(claim))), class_="gp-note", title=claim["rule"])
