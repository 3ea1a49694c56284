"""Positions on contested questions: a matrix, a figure, and the evidence side by side. None wins."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.views._index import TableIndex, Tables
from helpers.views._legend import add_legend, marker_options, safe_label
from helpers.views.html import Html, badge, escape, grouped_table, page, tag
from helpers.views.matrix._proofs import build_sides, fold_sides
from helpers.views.matrix._stances import (
    Stance,
    list_stances,
    order_positions,
    order_questions,
    rank_holder,
    tell_position,
)
from helpers.views.palette import INK, MUTED, PAPER, style_status
from helpers.views.svg import NARROW_INCHES, draw_note

MANY_ANSWERS, MANY_SPEAKERS = 3, 8
_NARROW_LETTERS = 52


def render_positions(
    tables: Tables, *, language: str = "en", show_own_text: bool = False, questions: Sequence[str] | None = None
) -> Html:
    """Render who holds which position: under each speaker the questions answered; each answer leads to its evidence.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    questions : sequence of str, optional
        Question ids; all that are answered by default.

    Examples
    --------
    >>> "No claim answers" in render_positions({})
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    stances = [s for s in list_stances(index) if questions is None or s.question_id in questions]
    if not stances:
        return page(tag("p", escape(index.say("empty_positions")), class_="gp-empty"), lang=language)
    asked = order_questions(stances)
    holders = sorted({stance.holder for stance in stances}, key=lambda name: rank_holder(stances, name))
    own = [[stance for stance in stances if stance.holder == holder] for holder in holders]
    matrix = _build_matrix(index, own, asked)
    sides = [fold_sides(index, stances, question) for question in asked]
    notices = [tag("p", escape(n), class_="gp-notice") for n in index.notices_of([s.claim for s in stances])]
    remark = tag("p", escape(index.say("positions_note")), class_="gp-note")
    return page(matrix, remark, *sides, *notices, lang=language)


def render_sides(
    tables: Tables, question_id: str, *, language: str = "en", show_own_text: bool = False
) -> Html:
    """Render the evidence of one question side by side: one column a position, every sentence marked.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    question_id : str
    language, show_own_text
        As for `render_positions`.

    Examples
    --------
    >>> "No claim answers" in render_sides({}, "who_did_it")
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    stances = [stance for stance in list_stances(index) if stance.question_id == question_id]
    if not stances:
        return page(tag("p", escape(index.say("empty_positions")), class_="gp-empty"), lang=language)
    notices = [tag("p", escape(n), class_="gp-notice") for n in index.notices_of([s.claim for s in stances])]
    title = tag("p", escape(index.word("question", question_id)), class_="gp-title")
    return page(title, build_sides(index, stances, question_id), *notices, lang=language)


def draw_positions(
    tables: Tables, question_id: str, *, language: str = "en", show_own_text: bool = False, has_links: bool = False,
    narrow: bool = False,
) -> Figure:  # fmt: skip
    """Draw who holds which position on one question: a grid of speakers and positions, marked by status.

    Parameters
    ----------
    tables, question_id, language, show_own_text
        As for `render_sides`.
    has_links : bool
        True where `render_sides` of the question stands on the same page: each mark leads to its sentence there.
    narrow : bool
        True draws it for a phone, with each speaker above the marks.

    Returns
    -------
    matplotlib.figure.Figure
        ``figure.get_label()`` says in words what it shows; where nobody answers, a note that says so.

    Examples
    --------
    >>> draw_positions({}, "who_did_it").get_label()
    'No claim answers a question of the codebook here.'
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    stances = [stance for stance in list_stances(index) if stance.question_id == question_id]
    if not stances:
        return draw_note(index.say("empty_positions"))
    positions = order_positions(stances, question_id)
    holders = list(dict.fromkeys(s.holder for p in positions for s in stances if s.position_id == p))
    figure, axes = _make_grid(len(holders), len(positions), narrow=narrow)
    width = max(9, (_NARROW_LETTERS if narrow else 88) // max(1, len(positions)))
    labels = [textwrap.fill(index.word("position", p), width).replace("$", r"\$") for p in positions]
    axes.set_xticks(range(len(positions)), labels, fontsize=7.5 if narrow else 9)
    _name_rows(axes, holders, narrow=narrow)
    axes.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0, colors=INK)
    axes.grid(color="#d9d9d9", linewidth=0.7)
    for spine in axes.spines.values():
        spine.set_color(MUTED)
    for (position, holder), statuses in _statuses(stances).items():
        for number, (status, dispute_id) in enumerate(statuses.items()):
            shift = 0.16 * (number - (len(statuses) - 1) / 2)
            axes.plot([positions.index(position) + shift], [holders.index(holder)],
                      url=f"#position-{dispute_id}" if has_links else None,
                      **marker_options(style_status(status), 10))  # fmt: skip
    inner = figure.get_figheight() * axes.get_position().height
    add_legend(index, axes, (stance.claim["status"] for stance in stances), corner=(1, -0.4 / inner))
    figure.set_label(index.say("alt_positions", question=index.word("question", question_id), speakers=len(holders),
                               positions=len(positions)))  # fmt: skip
    return figure


def _make_grid(rows: int, columns: int, *, narrow: bool) -> tuple[Figure, Axes]:
    """Make the empty grid of speakers and positions."""
    height = 1.5 + (0.48 if narrow else 0.34) * max(1, rows)
    figure = Figure(figsize=(NARROW_INCHES if narrow else 10, height), facecolor=PAPER)
    left, width = (0.02, 0.96) if narrow else (0.3, 0.68)
    axes = figure.add_axes((left, 0.4 / height, width, 1 - 1.4 / height))
    axes.set(xlim=(-0.5, max(0.5, columns - 0.5)), ylim=(max(1, rows) - 0.5, -0.5 - 0.3 * narrow))
    return figure, axes


def _name_rows(axes: Axes, holders: Sequence[str], *, narrow: bool) -> None:
    """Name the speakers at the left, or on a phone above their marks."""
    if not narrow:
        axes.set_yticks(range(len(holders)), [safe_label(name, 38) for name in holders], fontsize=9)
        return
    axes.set_yticks(range(len(holders)), [""] * len(holders))
    for row, name in enumerate(holders):
        axes.annotate(safe_label(name, 50), (-0.5, row), xytext=(3, 8), textcoords="offset points", fontsize=8,
                      color=INK, zorder=5)  # fmt: skip


def _statuses(stances: Sequence[Stance]) -> dict[tuple[str, str], dict[str, str]]:
    """Gather the statuses with which each speaker takes each position, each with the first row that has it."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for stance in stances:
        statuses = found.setdefault((stance.position_id, stance.holder), {})
        statuses.setdefault(stance.claim["status"], stance.dispute["dispute_id"])
    return found


def _build_matrix(index: TableIndex, own: Sequence[Sequence[Stance]], asked: Sequence[str]) -> str:
    """Build the table of the speakers; where there are many, it is folded, those with an answer or two apart."""
    few = [one for one in own if len({stance.question_id for stance in one}) < MANY_ANSWERS]
    many = [one for one in own if one not in few]
    if not many or len(own) <= MANY_SPEAKERS:
        return _build_table(index, own, asked, index.say("caption_positions"))
    words = index.say("few_answers", count=len(few))
    folds = [(index.say("many_answers", count=len(many)), many), (words, few)]
    tables = [(title, _build_table(index, held, asked, title)) for title, held in folds if held]
    return "".join(tag("details", tag("summary", escape(title)) + one, class_="gp-fold") for title, one in tables)


def _build_table(index: TableIndex, own: Sequence[Sequence[Stance]], asked: Sequence[str], caption: str) -> str:
    headings = [escape(index.say("col_question")), escape(index.say("col_answers"))]
    return grouped_table(headings, [_group(index, one, asked) for one in own], caption=caption, class_="gp-held")


def _group(index: TableIndex, own: Sequence[Stance], asked: Sequence[str]) -> tuple[str, list[list[str]]]:
    """Build the rows of one speaker: a question, and every answer to it; how many have none is said beside the name."""
    answered = [question for question in asked if any(stance.question_id == question for stance in own)]
    count = index.say("answers_counted", count=len(answered), total=len(asked))
    title = f"{escape(own[0].holder)} {tag('span', escape(count), class_='gp-note')}"
    return title, [[escape(index.word("question", question)), _tell_answers(index, own, question)]
                   for question in answered]  # fmt: skip


def _tell_answers(index: TableIndex, own: Sequence[Stance], question_id: str) -> str:
    by_label: dict[tuple[str, str], Stance] = {}
    for stance in own:
        if stance.question_id == question_id:
            by_label.setdefault((tell_position(index, stance), stance.claim["status"]), stance)
    return "".join(
        tag("span", tag("a", escape(label), href=f"#position-{stance.dispute['dispute_id']}") + " "
            + badge(status, index.word("status", status)), class_="gp-line")
        for (label, status), stance in by_label.items()
    )  # fmt: skip
