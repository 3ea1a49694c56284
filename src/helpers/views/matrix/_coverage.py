"""Who reports, who omits: one row a position, one column an article; silence is told apart from not yet knowing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from helpers.views._index import Row, TableIndex, Tables
from helpers.views.html import Html, badge, escape, grouped_table, page, shorten, tag
from helpers.views.links._copies import count_sources, first_prints
from helpers.views.matrix._proofs import fold_sides, tell_contest
from helpers.views.matrix._stances import Stance, list_stances, order_positions, order_questions

MOST_ARTICLES = 12
_TITLE_LENGTH = 44
_Silence = Callable[[TableIndex, Row, Sequence[Stance]], str]
"""Says of an article that it does not have a position that others hold, as HTML."""


def render_coverage(
    tables: Tables, *, language: str = "en", show_own_text: bool = False, questions: Sequence[str] | None = None,
    max_articles: int = MOST_ARTICLES, compares_days: bool = True,
) -> Html:  # fmt: skip
    """Render which article reports which position: one row a position, one column an article, in order of printing.

    A cell names the speakers with the status of what they say and leads to the sentence, or says that the article
    does not have it. An article that was printed before the first report of a position could not know of it. A passage
    that copies one of an earlier article is called so, and counts once.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    questions : sequence of str, optional
        Question ids; all that are answered by default.
    max_articles : int
        Columns that are shown: those of the articles with most positions. How many are not is said under the table.
    compares_days : bool
        False says of a silence only that it is one: where the tables hold a few of the articles, the first report of
        a position is none that any reader could have known of.

    Examples
    --------
    >>> "No claim answers" in render_coverage({})
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    stances = [s for s in list_stances(index) if questions is None or s.question_id in questions]
    if not stances:
        return page(tag("p", escape(index.say("empty_positions")), class_="gp-empty"), lang=language)
    printed = list_articles(index)
    shown = _choose(printed, stances, max_articles)
    asked = order_questions(stances)
    tell = _tell_silence if compares_days else _tell_absence
    drawn = [_render_question(index, stances, question, shown, is_folded=len(asked) > 1, tell=tell)
             for question in asked]  # fmt: skip
    notices = [tag("p", escape(n), class_="gp-notice") for n in index.notices_of([s.claim for s in stances])]
    remarks = _remarks(index, len(shown), len(printed), compares_days=compares_days)
    return page(*drawn, *remarks, *notices, lang=language)


def _render_question(
    index: TableIndex, stances: Sequence[Stance], question_id: str, articles: Sequence[Row], *, is_folded: bool,
    tell: _Silence,
) -> str:
    """Build the matrix of one question with its evidence under it, both folded where there are more questions."""
    headings = [escape(index.say("col_position")), *(_head(index, article) for article in articles)]
    groups = [(_title(index, stances, question_id), _rows(index, stances, question_id, articles, tell))]
    question = index.word("question", question_id)
    caption = index.say("caption_coverage")
    labels = ["", *(" · ".join([*_name_parts(index, article), *_tell_text_away(index, article)])
                    for article in articles)]  # fmt: skip
    matrix = grouped_table(headings, groups, caption=f"{question} {caption}", class_="gp-grid gp-coverage",
                           labels=labels)  # fmt: skip
    proofs = fold_sides(index, stances, question_id, "coverage")
    if not is_folded:
        return matrix + proofs
    unprinted = tag("span", escape(index.say("not_printed")), class_="gp-elsewhere")
    summary = f"{tag('b', escape(question))} {tell_contest(index, stances, question_id)} {unprinted}"
    return tag("details", tag("summary", summary) + matrix + proofs, class_="gp-fold")


def list_articles(index: TableIndex) -> list[Row]:
    """List the articles that were read, in order of publication."""
    return sorted((row for row in index.rows("articles").values() if index.has_rows(row)),
                  key=index.printing_order)  # fmt: skip


def _choose(articles: Sequence[Row], stances: Sequence[Stance], most: int) -> list[Row]:
    held: dict[str, set[str]] = {}
    for stance in stances:
        held.setdefault(stance.claim["article_id"], set()).add(stance.position_id)
    fullest = sorted(articles, key=lambda row: -len(held.get(row["article_id"], ())))
    chosen = {row["article_id"] for row in fullest[:most]}
    return [row for row in articles if row["article_id"] in chosen]


def _head(index: TableIndex, article: Row) -> str:
    day, publisher, title = map(escape, _name_parts(index, article))
    day, title = tag("b", day, class_="gp-nowrap"), tag("span", title, class_="gp-note")
    absent = [tag("i", escape(words), class_="gp-note") for words in _tell_text_away(index, article)]
    return "<br>".join([day, publisher, title, *absent])


def _tell_text_away(index: TableIndex, article: Row) -> list[str]:
    return [] if index.has_text(article) else [index.say("text_not_here_short")]


def _name_parts(index: TableIndex, article: Row) -> tuple[str, str, str]:
    """Name an article by its day, its publisher and its title."""
    return (index.printed_on(article) or index.say("no_date"), article["publisher"] or index.say("no_publisher"),
            shorten(index.title_of(article), _TITLE_LENGTH))  # fmt: skip


def _title(index: TableIndex, stances: Sequence[Stance], question_id: str) -> str:
    link = tag("a", escape(index.word("question", question_id)), href=f"#coverage-question-{question_id}")
    return f"{link} {tell_contest(index, stances, question_id)}"


def _rows(
    index: TableIndex, stances: Sequence[Stance], question_id: str, articles: Sequence[Row], tell: _Silence
) -> Iterator[list[str]]:
    copies = first_prints(index)
    for position in order_positions(stances, question_id):
        held = [s for s in stances if s.question_id == question_id and s.position_id == position]
        by_article: dict[str, list[Stance]] = {}
        for stance in sorted(held, key=lambda s: index.printing_order(s.claim)):
            by_article.setdefault(stance.claim["article_id"], []).append(stance)
        cells = [
            _tell_reports(index, by_article[article["article_id"]], copies)
            if article["article_id"] in by_article else tell(index, article, held)
            for article in articles
        ]  # fmt: skip
        yield [_tell_position(index, position, by_article, copies), *cells]


def _tell_position(
    index: TableIndex, position: str, by_article: Mapping[str, Sequence[Stance]], copies: Mapping[str, Row]
) -> str:
    holders = dict.fromkeys(stance.holder for held in by_article.values() for stance in held)
    lines = [index.say("held_by", holders=", ".join(holders))]
    lines.append(index.say("in_articles", count=len(by_article), total=len(list_articles(index))))
    sources = count_sources([_print(stance, copies) for stance in held] for held in by_article.values())
    if sources < len(by_article):
        lines.append(index.say("counts_as", count=sources))
    notes = "".join(tag("span", escape(line), class_="gp-note gp-line") for line in lines)
    return escape(index.word("position", position)) + notes


def _print(stance: Stance, copies: Mapping[str, Row]) -> str:
    sentence = str(stance.claim["sentence_id"])
    return str(copies[sentence]["sentence_id"]) if sentence in copies else sentence


def _tell_reports(index: TableIndex, held: Sequence[Stance], copies: Mapping[str, Row]) -> str:
    by_label: dict[tuple[str, str], Stance] = {}
    for stance in held:
        by_label.setdefault((stance.holder, stance.claim["status"]), stance)
    lines = []
    for (holder, status), stance in by_label.items():
        link = tag("a", escape(holder), href=f"#coverage-{stance.dispute['dispute_id']}")
        line = f"{link} {badge(status, index.word('status', status))}"
        first = copies.get(stance.claim["sentence_id"])
        if first is not None:
            words = index.say("copy_of", article=index.printed_on(first) or index.label_article(first))
            line += tag("span", escape(words), class_="gp-note gp-line")
        lines.append(tag("div", line, class_="gp-line"))
    return "".join(lines)


def _tell_absence(index: TableIndex, article: Row, held: Sequence[Stance]) -> str:
    """Say that an article does not have a position, and nothing of the days of others."""
    return tag("span", escape(index.say("silent")), class_="gp-note")


def _tell_silence(index: TableIndex, article: Row, held: Sequence[Stance]) -> str:
    """Say that an article does not have a position, and whether it could have known of it; as HTML."""
    own = index.printed_on(article)
    known = [index.printed_on(stance.claim) for stance in held]
    first = min((day for day in known if day), default="")
    if not own or not first:
        words = index.say("silent_undated")
    elif own < first:
        words = index.say("silent_earlier")
    elif own == first:
        words = index.say("silent_same_day")
    else:
        words = index.say("silent")
    return tag("span", escape(words), class_="gp-silent" if own > first and first else "gp-note")


def _remarks(index: TableIndex, n_shown: int, n_articles: int, *, compares_days: bool) -> Iterator[str]:
    yield tag("p", escape(index.say("coverage_note" if compares_days else "coverage_note_here")), class_="gp-note")
    if n_shown < n_articles:
        cut = index.say_cut("articles_shown", "advice_max_articles", shown=n_shown, total=n_articles)
        yield tag("p", escape(cut), class_="gp-note")
    absent = [index.title_of(row) for row in index.rows("articles").values() if not index.has_rows(row)]
    if absent:
        yield tag("p", escape(index.say("not_in_matrix", articles=", ".join(absent))), class_="gp-note")
