"""What a lesson shows of the machine's reading, folded until the pupils have read for themselves."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.teaching._word_uses import NAMED, WordUse, group_word_uses, list_word_uses
from helpers.teaching.lessons import Lesson
from helpers.views import Html, message, render_article
from helpers.views._index import Row, TableIndex
from helpers.views.html import escape, page, table, tag
from helpers.views.reading._evidence import quote_sentence


def render_words(lesson: Lesson, *, about: Sequence[str] = ()) -> Html:
    """Render who uses which word, in the forms of the articles, folded; a count opens into its sentences.

    Parameters
    ----------
    lesson : Lesson
    about : sequence of {"raiders", "raid"}
        Whom or what the words are for; both where nothing is chosen.

    Examples
    --------
    >>> from helpers.teaching.lessons import open_lesson
    >>> "<details" in render_words(open_lesson("who_says_so"), about=["raid"])
    True
    """
    index = TableIndex(lesson.tables, lesson.language)
    uses = list_word_uses(lesson, about or NAMED)
    if not uses:
        return page(tag("p", escape(index.say("empty_wordings")), class_="gp-empty"), lang=lesson.language)
    asked = [referent for referent in about or NAMED if any(use.referent == referent for use in uses)]
    shown = [_render_referent(index, referent, uses) for referent in asked]
    notices = [tag("p", escape(told), class_="gp-notice") for told in index.notices_of([use.row for use in uses])]
    return page(_fold("fold.exercises", "".join([*shown, *notices]), lesson.language), lang=lesson.language)


def render_marked_article(lesson: Lesson, *, layers: Sequence[str]) -> Html:
    """Render the first article with all that its marks tell, folded until it is coded.

    Parameters
    ----------
    lesson : Lesson
    layers : sequence of str
        Which layers can be switched on.

    Examples
    --------
    >>> from helpers.teaching.lessons import open_lesson
    >>> "gp-tip" in render_marked_article(open_lesson("who_says_so"), layers=("source", "cue"))
    True
    """
    article = render_article(lesson.tables, lesson.article_ids[0], language=lesson.language, layers=layers)
    return page(_fold("fold.coding", article, lesson.language), lang=lesson.language)


def _fold(key: str, inner: str, language: str) -> str:
    return tag("details", tag("summary", escape(message(key, language))) + inner, class_="gp-fold")


def _render_referent(index: TableIndex, referent: str, uses: Sequence[WordUse]) -> str:
    said = group_word_uses([use for use in uses if use.referent == referent])
    rows = [[escape(speaker), "".join(_open_word(index, word, found) for word, found in words)]
            for speaker, words in said]  # fmt: skip
    caption = index.say("caption_wordings", referent=index.word("referent", referent))
    headings = [escape(index.say("col_source")), escape(index.say("col_words"))]
    return table(headings, rows, caption=caption, row_heads=True, class_="gp-words")


def _open_word(index: TableIndex, word: str, rows: Sequence[Row]) -> str:
    sentences = "".join(tag("li", quote_sentence(index, row)) for row in rows)
    return tag("details", tag("summary", escape(f"{word}: {len(rows)}")) + tag("ul", sentences, class_="gp-list"))
