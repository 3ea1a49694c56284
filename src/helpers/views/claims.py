"""Who states what: claims selected, and claims as a plain table with the evidence in each row."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pandas as pd

from helpers.views._index import Row, TableIndex, Tables
from helpers.views.html import Html, badge, escape, page, table, tag
from helpers.views.reading._evidence import quote_sentence

NEWSROOM = "newsroom"
Choice = str | Sequence[str] | None


def select_claims(
    tables: Tables, *, article: Choice = None, source: Choice = None, status: Choice = None, place: Choice = None,
    event_type: Choice = None, claim_id: Choice = None, text: str = "", voice: str | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Select claims; what is not asked for is not narrowed.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    article, source, status : str or sequence of str, optional
        Article ids, actor ids (or the source's words, or ``"newsroom"``), statuses. A claim that the newsroom marks
        as unverified is found under ``"unverified"`` whatever its status.
    place, event_type : str or sequence of str, optional
        Places that the claim's sentence names; kinds of events that the claim holds.
    claim_id : str or sequence of str, optional
    text : str
        Must occur in the claim, its source or its sentence; case and accents do not matter.
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
    index = TableIndex(tables, show_own_text=True)
    wanted = fold(text)
    here = _naming(index, place)
    holding = _holding(index, event_type)
    kept = [
        claim["claim_id"]
        for claim in index.rows("claims").values()
        if _fits(claim["article_id"], article)
        and _fits(claim["claim_id"], claim_id)
        and (here is None or claim["sentence_id"] in here)
        and (holding is None or claim["claim_id"] in holding)
        and _fits_source(index, claim, source)
        and _fits_status(claim, status)
        and voice in (None, claim["voice"])
        and (not wanted or wanted in _searched(index, claim))
    ]
    frame = tables["claims"]
    return frame[frame["claim_id"].isin(kept)]


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
    index = TableIndex(tables, language, show_own_text=show_own_text)
    chosen = select_claims(tables, **selection)["claim_id"]  # type: ignore[arg-type]
    rows = [index.rows("claims")[claim_id] for claim_id in chosen]
    return page(render_claim_rows(index, rows, max_rows=max_rows), lang=language)


def render_claim_rows(index: TableIndex, claims: Sequence[Row], *, max_rows: int, ids: str = "row-") -> str:
    """Build the table of claims with its count, its notices, and a word for an empty one."""
    total = len(index.rows("claims"))
    shown = claims[:max_rows]
    count = tag("p", escape(index.say("shown", shown=len(shown), total=total)), class_="gp-note", role="status")
    if not shown:
        return count + tag("p", escape(index.say("empty_claims")), class_="gp-empty")
    if len(shown) < len(claims):
        count += tag("p", escape(index.say("more_not_shown", count=len(claims) - len(shown))), class_="gp-notice")
    headings = [escape(index.say(f"col_{key}")) for key in ("source", "status", "claim", "evidence", "where")]
    body = table(headings, [_claim_cells(index, claim) for claim in shown], caption=index.say("caption_claims"),
                 row_ids=[f"{ids}{claim['claim_id']}" for claim in shown])  # fmt: skip
    notices = "".join(tag("p", escape(notice), class_="gp-notice") for notice in index.notices_of(shown))
    return count + body + notices


def _claim_cells(index: TableIndex, claim: Row) -> list[str]:
    label = badge(claim["status"], index.word("status", claim["status"]))
    if claim["verification"] == "unverified" and claim["status"] != "unverified":
        label += " " + badge("unverified", index.word("status", "unverified"))
    if claim["verification"] == "verified":
        label += " " + escape(index.word("verification", "verified"))
    channel = f" ({escape(claim['channel'])})" if claim["channel"] else ""
    rule = tag("span", escape(index.say("tip_rule", rule=claim["rule"] or "")), class_="gp-note")
    where = f"{escape(index.label_article(claim))}<br>{rule}"
    return [escape(index.source_of(claim)) + channel, label, escape(index.text_of(claim)),
            quote_sentence(index, claim), where]  # fmt: skip


def fold(text: str) -> str:
    """Fold a text for searching: case and accents do not count.

    Examples
    --------
    >>> fold("Poëtin") == fold("POETIN")
    True
    """
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold().strip()


def source_key(claim: Row) -> str:
    """Return what a claim's source is selected by: the actor, else the words of the text, else the newsroom."""
    return NEWSROOM if claim["voice"] == NEWSROOM else str(claim["source_id"] or claim["source_text"] or "")


def _searched(index: TableIndex, claim: Row) -> str:
    sentence = index.find("sentences", claim["sentence_id"])
    return fold(" ".join([claim["text"] or "", index.source_of(claim), sentence["text"] if sentence else ""]))


def _naming(index: TableIndex, place: Choice) -> set[str] | None:
    """Return the sentences that name the place, None where none is asked for."""
    if place is None:
        return None
    return {row["sentence_id"] for row in index.rows("mentions").values()
            if row["entity_type"] == "place" and _fits(row["entity_id"], place)}  # fmt: skip


def _holding(index: TableIndex, event_type: Choice) -> set[str] | None:
    """Return the claims that hold such an event, None where none is asked for."""
    if event_type is None:
        return None
    return {row["claim_id"] for row in index.rows("events").values() if _fits(row["event_type"], event_type)}


def _fits(value: object, choice: Choice) -> bool:
    return choice is None or (value == choice if isinstance(choice, str) else value in choice)


def _fits_source(index: TableIndex, claim: Row, choice: Choice) -> bool:
    return any(_fits(value, choice) for value in (source_key(claim), claim["source_text"], index.source_of(claim)))


def _fits_status(claim: Row, choice: Choice) -> bool:
    return _fits(claim["status"], choice) or _fits(claim["verification"], choice)
