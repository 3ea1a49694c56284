"""Who speaks with which status, and who calls it by which word: counts that open into their sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from helpers.views._index import Row, TableIndex, Tables
from helpers.views.html import Html, badge, escape, page, table, tag
from helpers.views.links._folds import MOST_OPEN, fold_rest
from helpers.views.palette import STATUS_STYLES
from helpers.views.reading._evidence import quote_sentence

MOST_SOURCES = 20


def render_sources(tables: Tables, *, language: str = "en", show_own_text: bool = False) -> Html:
    """Render how often each source speaks with which status; a count opens into its sentences.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.

    Examples
    --------
    >>> "No claim" in render_sources({})
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    by_source: dict[str, list[Row]] = {}
    for claim in index.rows("claims").values():
        by_source.setdefault(index.holder_of(claim), []).append(claim)
    if not by_source:
        return page(tag("p", escape(index.say("empty_claims")), class_="gp-empty"), lang=language)
    used = [s for s in STATUS_STYLES if any(c["status"] == s for claims in by_source.values() for c in claims)]
    headings = [escape(index.say("col_source")), *(badge(s, index.word("status", s)) for s in used),
                escape(index.say("col_articles"))]  # fmt: skip
    ordered = sorted(by_source.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = [
        [escape(name), *(_open_count(index, [c for c in claims if c["status"] == s]) for s in used),
         str(len({c["article_id"] for c in claims}))]
        for name, claims in ordered
    ]  # fmt: skip
    notices = [tag("p", escape(n), class_="gp-notice") for n in index.notices_of(list(index.rows("claims").values()))]
    caption, rest = index.say("caption_sources"), rows[MOST_SOURCES:]
    more = f"{caption}: {index.say('more_folded', count=len(rest))}"
    shown, folded = (table(headings, some, caption=told, row_heads=True, class_="gp-grid gp-cards")
                     for some, told in ((rows[:MOST_SOURCES], caption), (rest, more)))  # fmt: skip
    return page(shown, fold_rest(index, len(rest), folded), *notices, lang=language)


def render_wordings(
    tables: Tables, *, language: str = "en", show_own_text: bool = False, referents: Sequence[str] | None = None
) -> Html:
    """Render who calls whom or what by which word; a count opens into its sentences.

    A count of words that stand between quotation marks is written apart: in a sentence of its own the newsroom keeps
    its distance there; in direct speech the marks are those of the speech.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language, show_own_text
        As for `render_sources`.
    referents : sequence of str, optional
        Whom or what is named; all by default.

    Examples
    --------
    >>> "No such word" in render_wordings({})
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    wordings = [row for row in index.rows("wordings").values() if referents is None or row["referent_id"] in referents]
    if not wordings:
        return page(tag("p", escape(index.say("empty_wordings")), class_="gp-empty"), lang=language)
    parts = [
        _render_referent(index, referent, [row for row in wordings if row["referent_id"] == referent])
        for referent in dict.fromkeys(row["referent_id"] for row in wordings)
    ]
    notices = [tag("p", escape(notice), class_="gp-notice") for notice in index.notices_of(wordings)]
    return page(*parts, *notices, lang=language)


def _render_referent(index: TableIndex, referent: str, wordings: Sequence[Row]) -> str:
    """Build one row a speaker, with the words that are used, the most frequent first."""
    speakers: dict[str, list[Row]] = {}
    for row in wordings:
        speakers.setdefault(tell_wording_speaker(index, row), []).append(row)
    rows = [[escape(name), _list_words(index, said)]
            for name, said in sorted(speakers.items(), key=lambda item: (-len(item[1]), item[0]))]  # fmt: skip
    caption = index.say("caption_wordings", referent=index.word("referent", referent))
    headings = [escape(index.say("col_source")), escape(index.say("col_words"))]
    first, rest = rows[:MOST_OPEN], rows[MOST_OPEN:]
    more = f"{caption}: {index.say('more_folded', count=len(rest))}"
    shown, folded = (table(headings, some, caption=told, row_heads=True, class_="gp-words")
                     for some, told in ((first, caption), (rest, more)))  # fmt: skip
    return shown + fold_rest(index, len(rest), folded)


def _list_words(index: TableIndex, said: Sequence[Row]) -> str:
    by_term = Counter(row["term_id"] for row in said)
    return "".join(
        _open_count(index, [row for row in said if row["term_id"] == term], index.word("term", term))
        for term, _ in by_term.most_common()
    )


def _tell_forms(index: TableIndex, rows: Sequence[Row], term: str) -> str:
    """Say in which words the text has a term, where these are others than the one that stands for it."""
    written = [str(row["text"]) for row in rows if index.may_quote(row) and row.get("text")]
    usual = {form.casefold(): form for form, _ in reversed(Counter(written).most_common())}
    if set(usual) <= {term.casefold()}:
        return ""
    counts = Counter(form.casefold() for form in written)
    told = ", ".join(f"{index.say('quoted', words=usual[form])} {count}×" for form, count in counts.most_common())
    return tag("p", escape(index.say("forms_in_text", forms=told)), class_="gp-note")


def tell_wording_speaker(index: TableIndex, wording: Row) -> str:
    """Name who uses a word."""
    if wording["voice"] == "newsroom":
        return index.source_of({**wording, "source_id": None, "source_text": None})
    return index.name_of("actors", wording["actor_id"]) or index.say("unnamed_source")


def _open_count(index: TableIndex, rows: Sequence[Row], term: str = "") -> str:
    if not rows:
        return tag("span", "–", class_="gp-note")
    quoted = sum(1 for row in rows if row.get("in_quotes"))
    count = index.say("count_in_quotes", count=len(rows), quoted=quoted) if quoted else str(len(rows))
    sentences = "".join(tag("li", quote_sentence(index, row)) for row in rows)
    lead, forms = (f"{term}: ", _tell_forms(index, rows, term)) if term else ("", "")
    return tag("details", tag("summary", escape(lead + count)) + forms + tag("ul", sentences, class_="gp-list"))
