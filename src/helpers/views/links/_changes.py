"""One speaker over time: what was said first, what later, and on which ground the two are put side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.views._index import Row, TableIndex, Tables
from helpers.views.html import Html, badge, escape, grouped_table, page, tag
from helpers.views.links._folds import fold_rest, split_sizes
from helpers.views.reading._evidence import quote_sentence
from helpers.views.reading._layers import tell_range

KINDS = ("retracts", "softens", "raises", "lowers", "repeats")
# an arrow tells the kind where neither colour nor the word is seen
_SIGNS = {"retracts": "⇄", "softens": "~", "raises": "↑", "lowers": "↓", "repeats": "="}


@dataclass(frozen=True, slots=True)
class Change:
    """Two statements of one speaker.

    Parameters
    ----------
    link : dict
        Its row of ``links``.
    earlier, later : dict
        The rows that it joins: claims or quantities.
    claims : tuple of dict
        The claims of the two rows.
    """

    link: Row
    earlier: Row
    later: Row
    claims: tuple[Row, Row]


def render_changes(
    tables: Tables, *, language: str = "en", show_own_text: bool = False, kinds: Sequence[str] = KINDS
) -> Html:
    """Render what each speaker said first and what later, with both sentences.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
    language : str
        Language of the labels.
    show_own_text : bool
        True shows the text whatever ``text_rights`` says: for JupyterLab, never for a published page.
    kinds : sequence of str
        Which kinds of link to show: repeats, softens, retracts, raises, lowers.

    Examples
    --------
    >>> "No speaker" in render_changes({})
    True
    """
    index = TableIndex(tables, language, show_own_text=show_own_text)
    changes = [change for change in list_changes(index) if change.link["link_type"] in kinds]
    if not changes:
        return page(tag("p", escape(index.say("empty_changes")), class_="gp-empty"), lang=language)
    by_speaker: dict[str, list[Change]] = {}
    for change in changes:
        by_speaker.setdefault(index.source_of(change.claims[1]), []).append(change)
    ordered = sorted(by_speaker.items(), key=lambda item: (min(_rank(c) for c in item[1]), item[0]))
    n_open = split_sizes([len(found) for _, found in ordered])
    caption, n_folded = index.say("caption_changes"), sum(len(found) for _, found in ordered[n_open:])
    pairs = _table_pairs(index, ordered[:n_open], caption)
    if n_folded:
        rest = _table_pairs(index, ordered[n_open:], f"{caption}: {index.say('more_folded', count=n_folded)}")
        pairs += fold_rest(index, n_folded, rest)
    notices = index.notices_of([row for change in changes for row in (change.earlier, change.later)])
    note = tag("p", escape(index.say("changes_note")), class_="gp-note")
    return page(pairs, note, *(tag("p", escape(n), class_="gp-notice") for n in notices), lang=language)


def _table_pairs(index: TableIndex, speakers: Sequence[tuple[str, list[Change]]], caption: str) -> str:
    headings = [escape(index.say(key)) for key in ("col_change", "col_earlier", "col_later")]
    groups = [(escape(name), [_cells(index, change) for change in found]) for name, found in speakers]
    return grouped_table(headings, groups, caption=caption, class_="gp-pair")


def list_changes(index: TableIndex) -> list[Change]:
    """List the links between two statements of one speaker whose rows are in the tables, the changes first."""
    found = []
    for link in index.rows("links").values():
        ends = [_find(index, link[end]) for end in ("from_id", "to_id")]
        if link["link_type"] in KINDS and ends[0] and ends[1]:
            (earlier, first), (later, second) = ends[0], ends[1]
            found.append(Change(link, earlier, later, (first, second)))
    return sorted(found, key=lambda c: (_rank(c), index.printing_order(c.earlier), c.link["link_id"]))


def _rank(change: Change) -> int:
    return KINDS.index(change.link["link_type"])


def _find(index: TableIndex, row_id: str) -> tuple[Row, Row] | None:
    claim = index.find("claims", row_id)
    if claim is not None:
        return claim, claim
    quantity = index.find("quantities", row_id)
    said = index.find("claims", quantity["claim_id"]) if quantity else None
    return (quantity, said) if quantity and said else None


def _cells(index: TableIndex, change: Change) -> list[str]:
    return [_tell_kind(index, change), _tell_statement(index, change, 0), _tell_statement(index, change, 1)]


def _tell_kind(index: TableIndex, change: Change) -> str:
    kind = change.link["link_type"]
    sign = tag("span", _SIGNS[kind], aria_hidden="true")
    about = _tell_subject(index, change)
    told = index.say("basis", basis=_tell_basis(index, change))
    noted = ": ".join(filter(None, (change.link["rule"], change.link["basis"])))
    basis = tag("span", escape(told), class_="gp-note", title=noted)
    return f"{sign} {tag('b', escape(index.word('link_type', kind)))}<br>{escape(about)}<br>{basis}"


def _tell_basis(index: TableIndex, change: Change) -> str:
    """Say in a sentence why the two stand side by side: one speaker, one subject, and the two answers or figures."""
    speaker, pair = index.source_of(change.claims[1]), _disputes(index, change)
    if "unit" in change.earlier:
        unit = index.word("unit", change.earlier["unit"])
        told = [f"{tell_range(index, row)} {unit}" for row in (change.earlier, change.later)]
        key = "basis_figure_again" if told[0] == told[1] else "basis_figure_changed"
    elif pair is None:
        return str(change.link["basis"] or "")
    else:
        told = [index.word("position", dispute["position_id"]) for dispute in pair]
        key = "basis_position_again" if told[0] == told[1] else "basis_position_changed"
    sure = ""
    if change.link["link_type"] == "softens":
        one, other = (index.word("certainty", claim["certainty"]) for claim in change.claims)
        sure = " " + index.say("basis_softer", earlier=one, later=other)
    return index.say(key, speaker=speaker, earlier=told[0], later=told[1]) + sure


def _tell_subject(index: TableIndex, change: Change) -> str:
    if "unit" in change.earlier:
        return index.word("unit", change.earlier["unit"])
    pair = _disputes(index, change)
    return index.word("question", pair[0]["question_id"]) if pair else ""


def _tell_statement(index: TableIndex, change: Change, at: int) -> str:
    row, claim = (change.earlier, change.later)[at], change.claims[at]
    if "unit" in row:
        said = f"{tell_range(index, row)} {index.word('unit', row['unit'])}"
    else:
        pair = _disputes(index, change)
        said = index.word("position", pair[at]["position_id"]) if pair else ""
    when = index.printed_on(row) or index.say("no_date")
    head = f"{escape(when)}: {tag('b', escape(said))} {badge(claim['status'], index.word('status', claim['status']))}"
    where = tag("span", escape(index.label_article(row)), class_="gp-note")
    return f"{head}<br>{quote_sentence(index, row)}<br>{where}"


def _disputes(index: TableIndex, change: Change) -> tuple[Row, Row] | None:
    """Find the two answers that a link is about: a claim can answer several questions, and the link names its pair."""
    sides = [
        [d for d in index.rows("disputes").values() if d["claim_id"] == claim["claim_id"]] for claim in change.claims
    ]
    pairs = [(one, other) for one in sides[0] for other in sides[1] if one["question_id"] == other["question_id"]]
    named = [(one, other) for one, other in pairs
             if change.link["link_id"].endswith(f":{one['dispute_id']}:{other['dispute_id']}")]  # fmt: skip
    return next(iter(named or pairs), None)
