"""Lineage: through whose mouths a claim came to the reader, and which passages were printed more than once."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.views._index import Row, TableIndex, Tables
from helpers.views.html import Html, badge, escape, page, table, tag
from helpers.views.links._copies import first_prints, list_passages
from helpers.views.links._folds import fold_rest, split_sizes
from helpers.views.reading._evidence import quote_sentence

# the actors' file has no type of its own for media; their role begins with this word
_MEDIUM = "medium:"


def render_lineage(tables: Tables, *, language: str = "en", show_own_text: bool = False) -> Html:
    """Render the chains of who says that who says, and the passages that several articles print.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.

    Examples
    --------
    >>> "No claim came through another mouth" in render_lineage({})
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    chains = list_chains(index)
    passages = list_passages(index)
    rows = [*(chain[0] for chain in chains), *(row for passage in passages for row in passage)]
    notices = [tag("p", escape(notice), class_="gp-notice") for notice in index.notices_of(rows)]
    note = tag("p", escape(index.say("lineage_note")), class_="gp-note")
    return page(_render_chains(index, chains), note, _render_passages(index, passages), *notices, lang=language)


def list_chains(index: TableIndex) -> list[tuple[Row, ...]]:
    """List the chains of at least two mouths, or of a medium and its printer, in order of publication.

    A chain is the innermost claim, then the claim that reports it, and so on outwards.
    """
    reported = {claim["within_claim_id"] for claim in index.rows("claims").values()}
    chains = []
    for claim in index.rows("claims").values():
        chain = _follow(index, claim)
        mouths = {index.source_of(one) for one in chain}
        if claim["claim_id"] not in reported and (len(mouths) > 1 or _is_medium(index, claim)):
            chains.append(chain)
    return sorted(chains, key=lambda chain: index.printing_order(chain[0]))


def _follow(index: TableIndex, claim: Row) -> tuple[Row, ...]:
    chain = [claim]
    while (outer := index.find("claims", chain[-1]["within_claim_id"])) and outer not in chain:
        chain.append(outer)
    return tuple(chain)


def _is_medium(index: TableIndex, claim: Row) -> bool:
    actor = index.find("actors", claim["source_id"])
    return actor is not None and str(actor["role"] or "").startswith(_MEDIUM)


def _render_chains(index: TableIndex, chains: Sequence[tuple[Row, ...]]) -> str:
    if not chains:
        return tag("p", escape(index.say("empty_chains")), class_="gp-empty")
    n_open = split_sizes([1] * len(chains))
    first, rest = chains[:n_open], chains[n_open:]
    caption = index.say("caption_chains")
    more = _table_chains(index, rest, f"{caption}: {index.say('more_folded', count=len(rest))}") if rest else ""
    return _table_chains(index, first, caption) + fold_rest(index, len(rest), more)


def _table_chains(index: TableIndex, chains: Sequence[tuple[Row, ...]], caption: str) -> str:
    copies = first_prints(index)
    headings = [escape(index.say(key)) for key in ("col_chain", "col_status", "col_evidence", "col_counts_as")]
    cells = [
        [_tell_chain(index, chain), badge(chain[0]["status"], index.word("status", chain[0]["status"])),
         quote_sentence(index, chain[0]), _tell_copy(index, chain[0], copies)]
        for chain in chains
    ]  # fmt: skip
    ids = [f"chain-{chain[0]['claim_id']}" for chain in chains]
    return table(headings, cells, caption=caption, row_ids=ids)


def _tell_chain(index: TableIndex, chain: Sequence[Row]) -> str:
    outlet = str(index.article_of(chain[0])["publisher"] or index.say("no_publisher"))
    told = [index.say("chain_by", voice=_tell_voice(index, claim), status=index.word("status", claim["status"]))
            for claim in chain[1:]]  # fmt: skip
    steps = [index.say("chain_says", voice=_tell_voice(index, chain[0])), *told,
             index.say("chain_in", outlet=outlet, article=index.label_article(chain[0]))]  # fmt: skip
    return tag("ol", "".join(tag("li", escape(step)) for step in steps), class_="gp-list")


def _tell_voice(index: TableIndex, claim: Row) -> str:
    voice = index.source_of(claim)
    if _is_medium(index, claim):
        medium = index.say("is_medium")
        voice = f"{voice} [{medium}]"
    # the channel is a word of the text
    return f"{voice} ({claim['channel']})" if claim["channel"] and index.may_quote(claim) else voice


def _tell_copy(index: TableIndex, claim: Row, copies: dict[str, Row]) -> str:
    first = copies.get(claim["sentence_id"])
    if first is None:
        return escape(index.say("own_print"))
    words = escape(index.say("copy_of", article=index.label_article(first)))
    return tag("a", words, href=f"#passage-{first['sentence_id']}")


def _render_passages(index: TableIndex, passages: Sequence[tuple[Row, ...]]) -> str:
    title = tag("p", escape(index.say("passages_title", count=len(passages))), class_="gp-subtitle")
    if not passages:
        return title + tag("p", escape(index.say("none_found")), class_="gp-note")
    told = [_render_passage(index, passage) for passage in passages]
    n_open = split_sizes([len(passage) for passage in passages])
    return title + "".join(told[:n_open]) + fold_rest(index, len(told) - n_open, "".join(told[n_open:]))


def _render_passage(index: TableIndex, passage: Sequence[Row]) -> str:
    n_articles = len({row["article_id"] for row in passage})
    lines = []
    for number, row in enumerate(passage):
        words = index.word("link_type", "near_duplicate") if number else index.say("printed_first")
        head = f"{tag('b', escape(index.label_article(row)))} {tag('span', escape(words), class_='gp-note')}"
        lines.append(tag("li", f"{head}<br>{quote_sentence(index, row)}"))
    told = tag("p", escape(index.say("passage_counts", count=n_articles)), class_="gp-note")
    return tag("div", tag("ul", "".join(lines), class_="gp-list") + told, class_="gp-proof",
               id=f"passage-{passage[0]['sentence_id']}")  # fmt: skip
