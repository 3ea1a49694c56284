"""Render the evidence of one row: its sentence in its paragraph, marked, with the rule, the source, and a citation."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.model import TABLES
from helpers.views._index import Row, TableIndex, Tables
from helpers.views._search import Hit
from helpers.views.html import Html, badge, escape, mark_hits, page, tag
from helpers.views.reading._citation import cite_sentence
from helpers.views.reading._layers import claim_spans, tell_source


def render_evidence(
    tables: Tables, row_id: str, *, language: str = "en", show_own_text: bool = False, whole_paragraph: bool = True,
    text: str = "",
) -> Html:  # fmt: skip
    """Render the sentence that a row rests on, in its paragraph, with the row's own words marked.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    row_id : str
        Id of a claim, quote, mention, time, event, quantity, wording, dispute or sentence.
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    whole_paragraph : bool
        False leaves out the sentences around it.
    text : str
        Searched words, marked too.

    Examples
    --------
    >>> "no-such-row" in render_evidence({}, "no-such-row")
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text, words=text)
    row = find_row(index, row_id)
    if row is None:
        return page(tag("p", escape(index.say("no_row", row=row_id)), class_="gp-empty"), lang=language)
    parts = [prove(index, row, whole_paragraph=whole_paragraph), _render_citation(index, row)]
    return page(*parts, lang=language)


def find_row(index: TableIndex, row_id: str) -> Row | None:
    """Find a row by its id in any table that rests on the text; a dispute leads to its claim."""
    for name, table in TABLES.items():
        if name == "disputes" and (dispute := index.find(name, row_id)):
            return index.find("claims", dispute["claim_id"])
        if (table.spans or name == "events") and table.key and (found := index.find(name, row_id)):
            return found
    return None


def prove(index: TableIndex, row: Row, *, whole_paragraph: bool = False) -> str:
    """Build the evidence of a row as a block: text with the row marked, then who, status, rule, where."""
    text = _render_sentences(index, row, whole_paragraph=whole_paragraph)
    facts = tag("p", _tell_row(index, row), class_="gp-note")
    told = index.notice_of(index.article_of(row))
    notice = tag("p", escape(told), class_="gp-notice") if told else ""
    return tag("div", text + facts + notice, class_="gp-proof")


def quote_sentence(index: TableIndex, row: Row, *others: Row) -> str:
    """Build the evidence sentence of a row, or of several of one sentence, with their words marked, or say why not."""
    sentence = index.find("sentences", row["sentence_id"])
    if sentence is None:
        return escape(index.say("text_not_here_short"))
    if not index.may_quote(row):
        return escape(index.tell_offsets(row, sentence["start_char"], sentence["end_char"]))
    spans = [span for one in (row, *others) for span in _spans_of(one)]
    marked = _mark(sentence["text"], sentence["start_char"], spans, index.hits_in(sentence["text"]))
    return tag("span", marked, lang=index.article_of(row)["language"])


def mark_source(index: TableIndex, claim: Row, told: str) -> str:
    """Build what is told of a claim, with the searched words marked in the name of its source."""
    begin = max(told.find(index.source_of(claim)), 0)
    return mark_hits(told, [(begin + first, begin + last) for first, last in index.hits_in_source(claim)])


def frame_row(claim: Row, sentence: Row) -> Row:
    """Return a row that marks the source and the cue of a claim in the sentence that holds them."""
    start = claim["cue_start_char"] if claim["cue_start_char"] is not None else claim["source_start_char"]
    end = claim["cue_end_char"] if claim["cue_end_char"] is not None else claim["source_end_char"]
    where = {"article_id": claim["article_id"], "sentence_id": sentence["sentence_id"]}
    return {**where, "start_char": int(start), "end_char": int(end)}


def _render_sentences(index: TableIndex, row: Row, *, whole_paragraph: bool) -> str:
    sentence = index.find("sentences", row["sentence_id"])
    if sentence is None or not index.may_quote(row):
        return tag("p", quote_sentence(index, row))
    around = [sentence]
    if whole_paragraph and index.may_show_text(row):
        around = [s for s in index.rows("sentences").values()
                  if s["article_id"] == row["article_id"] and s["paragraph"] == sentence["paragraph"]]  # fmt: skip
    spans = list(_spans_of(row))
    pieces = [
        tag("span", _mark(s["text"], s["start_char"], spans, index.hits_in(s["text"]) if s is sentence else []),
            class_="gp-here" if s is sentence else "gp-beside")
        for s in around
    ]
    return tag("p", " ".join(pieces), lang=index.article_of(row)["language"])


def _spans_of(row: Row) -> Iterator[tuple[int, int]]:
    if "claim_id" in row and "more_spans" in row:
        yield from claim_spans(row)
    elif row.get("trigger_start_char") is not None:
        yield row["trigger_start_char"], row["trigger_end_char"]
    elif "position" not in row:
        yield row["start_char"], row["end_char"]


def _mark(text: str, start: int, spans: list[tuple[int, int]], hits: list[Hit]) -> str:
    pieces, done = [], 0
    for first, last in sorted(spans):
        begin, end = max(first - start, done), min(last - start, len(text))
        if begin < end:
            pieces += [mark_hits(text, hits, done, begin), tag("mark", mark_hits(text, hits, begin, end))]
            done = end
    return "".join([*pieces, mark_hits(text, hits, done, len(text))])


def _tell_row(index: TableIndex, row: Row) -> str:
    claim = row if "more_spans" in row else index.find("claims", row.get("claim_id"))
    facts = []
    if claim is not None:
        facts.append(badge(claim["status"], index.word("status", claim["status"])))
        facts.append(tag("span", mark_source(index, claim, tell_source(index, claim)), title=claim["rule"]))
    elif row.get("rule"):
        facts.append(tag("span", escape(index.say("tip_rule", rule=index.rule_of(row))), title=row["rule"]))
    facts.append(escape(index.label_article(row)))
    return " · ".join(facts)


def _render_citation(index: TableIndex, row: Row) -> str:
    sentence = index.find("sentences", row["sentence_id"])
    if sentence is None or not index.may_quote(row):
        return ""
    return tag("details", tag("summary", escape(index.say("cite"))) + cite_sentence(index, sentence))
