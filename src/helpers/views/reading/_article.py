"""Render an article with its marks: toggles without a script, a tip on hover and on focus, rights respected."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from helpers.views._index import Row, TableIndex, Tables
from helpers.views.html import OWN_KEYS, Html, escape, page, tag
from helpers.views.palette import STATUS_STYLES
from helpers.views.reading._citation import offer_citation
from helpers.views.reading._layers import HIDDEN_AT_FIRST, LAYERS, list_marks
from helpers.views.reading._marks import Mark, weave_marks


def render_article(
    tables: Tables, article_id: str, *, language: str = "en", show_own_text: bool = False,
    layers: Sequence[str] = LAYERS, tells: bool = True,
) -> Html:  # fmt: skip
    """Render one article for close reading: claims, sources, cues, places, times, quantities and wordings marked.

    Every mark has the id of its row, so ``#<claim_id>`` opens it; a claim's source and cue have ``<claim_id>-source``
    and ``<claim_id>-cue``.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    article_id : str
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the whole text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    layers : sequence of str
        Which layers can be switched on.
    tells : bool
        False leaves the marks mute: they say of which layer they are, and neither speaker nor status nor rule.

    Returns
    -------
    Html
        A paragraph that says so where the article is not in the tables.

    Examples
    --------
    >>> render_article({}, "no-such-article").count("no-such-article")
    1
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    if index.find("articles", article_id) is None:
        return page(tag("p", escape(index.say("no_article", article=article_id)), class_="gp-empty"), lang=language)
    return page(*_article_parts(index, article_id, layers, tells=tells), lang=language)


def render_library(tables: Tables, *, language: str = "en", show_own_text: bool = False) -> Html:
    """Render every article for close reading, each folded away under its title; a link to a mark unfolds it.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        As for `render_article`.

    Examples
    --------
    >>> "<details>" in render_library({})
    False
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    parts = []
    for article_id, article in index.rows("articles").items():
        inner = "".join(_article_parts(index, article_id, LAYERS))
        summary = tag("summary", escape(index.label_article(article)))
        parts.append(tag("details", summary + inner, id=f"article-{article_id}"))
    return page(*parts, lang=language)


def _article_parts(index: TableIndex, article_id: str, layers: Sequence[str], *, tells: bool = True) -> list[str]:
    article = index.rows("articles")[article_id]
    card, sentences = _render_card(index, article), _list_sentences(index, article_id)
    missing = _tell_missing(index, article, len(sentences))
    if missing:
        return [card, tag("p", escape(missing), class_="gp-empty")]
    marks = [mark for mark in list_marks(index, article_id) if mark.layer in layers]
    if not tells:
        marks = [Mark(mark.start, mark.end, mark.layer, (), ()) for mark in marks]
    toggles = _render_toggles(index, article_id, marks, tells=tells)
    return [card, toggles, _render_text(index, article, sentences, marks)]


def _list_sentences(index: TableIndex, article_id: str) -> list[Row]:
    return [sentence for sentence in index.rows("sentences").values() if sentence["article_id"] == article_id]


def _tell_missing(index: TableIndex, article: Row, n_sentences: int) -> str:
    """Say why there is no text to read, empty where there is."""
    if not article["has_text"] or not n_sentences:
        key = "text_not_here_rows" if n_sentences else "text_not_here"
        return index.say(key, file=article["file_name"], count=n_sentences)
    return "" if index.may_quote(article) else index.say("rights_none", count=n_sentences)


def _render_card(index: TableIndex, article: Row) -> str:
    day = f"{article['published_on']:%Y-%m-%d}" if article["published_on"] is not None else index.say("no_date")
    basis = index.word("published_basis", article["published_basis"])
    facts = [article["publisher"] or index.say("no_publisher"), f"{day} ({basis})",
             index.word("language", article["language"]) or index.say("no_language"),
             article["licence"] or index.say("no_licence")]  # fmt: skip
    card = tag("p", escape(" · ".join(facts)), class_="gp-note")
    notice = index.notice_of(article)
    return card + (tag("p", escape(notice), class_="gp-notice") if notice else "")


def _render_toggles(index: TableIndex, article_id: str, marks: Sequence[Mark], *, tells: bool) -> str:
    used = {mark.layer for mark in marks}
    parts = [tag("p", escape(index.say("toggles_help" if tells else "toggles_only")), class_="gp-note")] if used else []
    for layer in LAYERS:
        if layer not in used:
            continue
        toggle_id = f"toggle-{layer}-{article_id}" if tells else f"toggle-{layer}-mute-{article_id}"
        checked = "" if layer in HIDDEN_AT_FIRST else " checked"
        own = f'id="{escape(toggle_id)}"{checked} {OWN_KEYS}'
        parts.append(f'<input type="checkbox" class="gp-toggle gp-t-{layer}" {own}>')
        sample = tag("span", escape(index.word("layer", layer)), class_=f"gp-l-{layer}")
        count = sum(mark.layer == layer for mark in marks)
        parts.append(tag("label", f"{sample} {count}", for_=toggle_id))
    return "".join([*parts, _render_status_toggle(index, article_id, marks)])


def _render_status_toggle(index: TableIndex, article_id: str, marks: Sequence[Mark]) -> str:
    """Build the switch of the signs before the statements, which is their key as well."""
    used = {status for mark in marks for status in mark.statuses}
    signs = [tag("span", f"{style.symbol} {escape(index.word('status', status))}", class_="gp-nowrap")
             for status, style in STATUS_STYLES.items() if status in used]  # fmt: skip
    if not signs:
        return ""
    toggle_id = escape(f"toggle-status-{article_id}")
    box = f'<input type="checkbox" class="gp-toggle gp-t-status" id="{toggle_id}" checked {OWN_KEYS}>'
    words = escape(index.say("toggle_status"))
    return box + tag("label", f"{words}: {' · '.join(signs)}", for_=f"toggle-status-{article_id}")


def _render_text(index: TableIndex, article: Row, sentences: Sequence[Row], marks: Sequence[Mark]) -> str:
    remark = ""
    if not index.may_show_text(article):
        sentences = [s for s in sentences if s["sentence_id"] in index.evidence_sentences]
        remark = tag("p", escape(index.say("rights_quotes", count=len(sentences))), class_="gp-notice")
    inner = "".join(_render_paragraph(index, list(group), marks)
                    for _, group in groupby(sentences, key=lambda sentence: sentence["paragraph"]))  # fmt: skip
    return tag("div", remark + inner, class_="gp-text", lang=article["language"])


def _render_paragraph(index: TableIndex, sentences: Sequence[Row], marks: Sequence[Mark]) -> str:
    text, start = join_sentences(sentences)
    part = sentences[0]["part"]
    signs = {s["end_char"]: offer_citation(index, s, s["position"] + 1) for s in sentences}
    woven = weave_marks(text, start, marks, insets=signs)
    if part in ("title", "heading"):
        level = "3" if part == "title" else "4"
        return tag("div", woven, class_=f"gp-head gp-part-{part}", role="heading", aria_level=level)
    return tag("p", woven)


def join_sentences(sentences: Sequence[Row]) -> tuple[str, int]:
    """Put sentences of one paragraph back in their places; what stood between them is white space.

    Where sentences are left out between two others, a sign stands in their place.
    """
    start = sentences[0]["start_char"]
    text = ""
    for sentence in sentences:
        gap = sentence["start_char"] - start - len(text)
        text += (" […]" + " " * (gap - 4) if gap > 8 else " " * gap) + sentence["text"]
    return text, start
